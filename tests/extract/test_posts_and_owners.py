"""From where an envoy is expelled, whose assets are frozen, and whose an act beside another is."""

import pytest

from tests.extract.conftest import Claims


def pairs(claims: Claims, text: str, relation: str) -> list[tuple[str, str | None]]:
    return [(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == relation]


SANCTIONS = [
    ("La crise s'est aggravée avec l'expulsion de l'ambassadeur de France au Togo.", "togo", "france"),
    ("Après le renvoi de l'ambassadeur cubain en Bolivie, le calme est revenu.", "bolivie", "cuba"),
    ("Londres a gelé les avoirs de douze ministres iraniens au Royaume-Uni.", "royaume-uni", "iran"),
    ("Oslo a sanctionné mardi plusieurs dizaines de responsables cubains.", "norvege", "cuba"),
    (
        "Oslo a annoncé le rappel de son représentant auprès de l'Union européenne.",
        "norvege",
        "union-europeenne",
    ),
    ("Le Canada gèle les avoirs de la Libye et suspend ses vols.", "canada", "libye"),
]


@pytest.mark.parametrize(("text", "one", "other"), SANCTIONS, ids=[t for t, _, _ in SANCTIONS])
def test_who_sanctions_whom(claims: Claims, text: str, one: str, other: str) -> None:
    assert pairs(claims, text, "sanctioned") == [(one, other)]


def test_frozen_accounts_of_nobody_named(claims: Claims) -> None:
    assert not pairs(claims, "La banque a gelé les comptes de plusieurs opposants au Chili.", "sanctioned")


SUPPORTS = [
    ("Le Canada a condamné l'ingérence de l'Iran au Togo et son soutien au Hezbollah.", "iran", "hezbollah"),
    (
        "«C'est faux», a répliqué le ministre kényan, qui reproche à Accra d'armer le M23.",
        "ghana",
        "m23",
    ),
    ("Le Kenya a réaffirmé sa condamnation du putsch et son soutien au M23.", "kenya", "m23"),
]


@pytest.mark.parametrize(("text", "one", "other"), SUPPORTS, ids=[t for t, _, _ in SUPPORTS])
def test_whose_support_it_is(claims: Claims, text: str, one: str, other: str) -> None:
    assert pairs(claims, text, "supported") == [(one, other)]


def test_who_is_accused_is_who_acts(claims: Claims) -> None:
    text = "Le Kenya a dénoncé les actions des soldats turcs qu'il accuse de mener une guerre secrète."
    assert pairs(claims, text, "accused") == [("kenya", "turquie")]


def test_who_condemns_a_coup_is_not_overthrown(claims: Claims) -> None:
    text = "Le médiateur, Xenia Ypsilon, a condamné la prise du pouvoir par l'armée au Niger."
    assert not pairs(claims, text, "overthrew")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "L'Iran a livré des drones à la Russie, a affirmé mardi le ministère de la Défense à Londres.",
            "Royaume-Uni",
        ),
        ("Cuba a livré des drones au Pérou, a indiqué le ministère de la Défense à Oslo.", "Norvège"),
    ],
)
def test_a_ministry_is_of_the_state_of_its_capital(claims: Claims, text: str, state: str) -> None:
    found = [c for c in claims(text) if c.relation == "supported"]
    assert found
    assert state in found[0].by
