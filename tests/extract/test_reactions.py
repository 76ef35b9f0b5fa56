"""Whom somebody blames for what was just told, and from where an ambassador is recalled."""

import pytest

from tests.extract.conftest import Claims

REACTIONS = [
    (
        "L'Équateur a expulsé mercredi l'ambassadeur du Pérou. Lima a dénoncé une décision «injustifiée».",
        {("perou", "equateur")},
    ),
    (
        "L'Union européenne a gelé vendredi les avoirs de neuf ministres soudanais. Khartoum a condamné ces "
        "sanctions, qualifiées d'illégales.",
        {("soudan", "union-europeenne")},
    ),
    (
        "La Corée du Nord a procédé mardi à un essai nucléaire souterrain. Le Vietnam et le Canada ont "
        "condamné cet essai.",
        {("vietnam", "coree-du-nord"), ("canada", "coree-du-nord")},
    ),
    (
        "L'Iran a tiré jeudi trois missiles balistiques. Ces tirs ont été condamnés par la Norvège.",
        {("norvege", "iran")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), REACTIONS, ids=[t for t, _ in REACTIONS])
def test_who_took_a_measure_is_blamed_for_it(
    claims: Claims, text: str, expected: set[tuple[str, str]]
) -> None:
    found = {(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == "accused"}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le Togo a rompu ses relations avec le Bénin. Le président togolais n'a pas condamné cette mesure.",
        "Le Kenya a expulsé l'ambassadeur du Ghana. Nairobi a regretté une mesure nécessaire.",
        "Le Canada a tiré trois missiles. Le Pérou a condamné un essai.",
    ],
)
def test_who_is_not_blamed(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "accused"]


RECALLED = [
    "La crise s'aggrave entre le Gabon et l'Angola. Libreville a rappelé lundi son ambassadeur.",
    "Le Gabon accuse l'Angola d'ingérence. Libreville a rappelé, le soir, son ambassadeur «pour avis».",
]


@pytest.mark.parametrize("text", RECALLED)
def test_an_ambassador_is_recalled_from_the_other_state(claims: Claims, text: str) -> None:
    found = {(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == "sanctioned"}
    assert found == {("gabon", "angola")}


def test_from_which_of_several_is_left_open(claims: Claims) -> None:
    found = claims(
        "Le Gabon a des différends avec l'Angola et le Ghana. Libreville a rappelé son ambassadeur."
    )
    assert not [c for c in found if c.relation == "sanctioned"]


def test_officials_of_a_state_are_expelled(claims: Claims) -> None:
    found = claims("Le Chili a expulsé onze agents du consulat de Bolivie à Arica, a annoncé le ministère.")
    assert [(c.relation, c.subject.id, c.object and c.object.id) for c in found] == [
        ("sanctioned", "chili", "bolivie")
    ]
