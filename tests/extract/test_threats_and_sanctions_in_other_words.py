"""Threats that are put as readiness or named by a noun, sanctions that somebody stands under, and what others
do after somebody."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims


def pairs(claims: Claims, text: str, relation: str) -> set[tuple[str, str | None]]:
    return {(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == relation}


THREATS = [
    ("Accra s'est dit prêt à frapper «à tout moment» le Togo, a averti le ministre.", "ghana", "togo"),
    (
        "Le Pérou n'exclut pas de recourir à la force contre la Bolivie si celle-ci avance.",
        "perou",
        "bolivie",
    ),
    ("La menace de l'Angola de bombarder les ports du Gabon inquiète la région.", "angola", "gabon"),
    (
        "«En menaçant d'employer la force contre le Ghana pour régler le litige, le Togo a violé la Charte», "
        "a affirmé lundi le ministre ghanéen.",
        "togo",
        "ghana",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), THREATS, ids=[t for t, _, _ in THREATS])
def test_readiness_to_strike_is_a_threat(claims: Claims, text: str, one: str, other: str) -> None:
    assert pairs(claims, text, "threatened") == {(one, other)}


@pytest.mark.parametrize(
    "text",
    [
        "Le Togo se dit prêt à négocier avec le Ghana dès la fin du mois.",
        "Le Togo exclut de recourir à la force contre le Ghana.",
        "Le Togo est prêt à agir avec le Ghana pour une solution pacifique.",
        "La menace terroriste qui pèse sur le Togo oblige le Ghana à renforcer ses patrouilles.",
    ],
)
def test_what_is_no_threat(claims: Claims, text: str) -> None:
    assert not pairs(claims, text, "threatened")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("L'Inde a exclu mercredi d'envoyer des soldats en Somalie.", Status.NEGATED),
        ("L'Inde n'a pas exclu d'envoyer des soldats en Somalie.", Status.PLANNED),
    ],
)
def test_what_is_ruled_out_or_left_open(claims: Claims, text: str, status: Status) -> None:
    assert [c.status for c in claims(text) if c.relation == "deployed-in"] == [status]


UNDER = [
    (
        "Deux chefs de guerre sous sanctions de l'ONU, Xenia Ypsilon et Omar Zeta, ont quitté Bangui.",
        {("onu", "Xenia Ypsilon"), ("onu", "Omar Zeta")},
    ),
    ("L'Iran, sous embargo américain depuis 1979, a testé un missile.", {("etats-unis", "Iran")}),
    ("Le Soudan, placé sous sanctions par le Canada, a protesté.", {("canada", "Soudan")}),
]


@pytest.mark.parametrize(("text", "expected"), UNDER, ids=[t for t, _ in UNDER])
def test_who_stands_under_sanctions(claims: Claims, text: str, expected: set[tuple[str, str]]) -> None:
    found = claims(text)
    told = {(c.subject.id, c.object.label) for c in found if c.relation == "sanctioned" and c.object}
    assert told == expected
    assert not [c for c in found if c.relation == "holds-office"]


def test_the_effect_of_sanctions_says_nothing_of_who_suffers(claims: Claims) -> None:
    text = "Le commerce avec le Chili s'est effondré sous l'effet des sanctions du Canada."
    assert not pairs(claims, text, "sanctioned")


LIKEWISE = [
    (
        "La Bolivie a rompu mardi ses relations avec l'Iran. Le Chili et le Pérou ont pris la même mesure.",
        {("bolivie", "iran"), ("chili", "iran"), ("perou", "iran")},
    ),
    (
        "Le Togo a rappelé jeudi son ambassadeur au Ghana. Le Ghana a fait de même avec son ambassadeur.",
        {("togo", "ghana"), ("ghana", "togo")},
    ),
    (
        "Le Togo et ses alliés du Bénin et du Niger ont annoncé la rupture de leurs relations avec l'Iran.",
        {("togo", "iran"), ("benin", "iran"), ("niger", "iran")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LIKEWISE, ids=[t for t, _ in LIKEWISE])
def test_what_others_do_as_well(claims: Claims, text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(claims, text, "sanctioned") == expected


def test_a_measure_of_mercy_is_nobodys_sanction(claims: Claims) -> None:
    text = "Le Canada a expulsé deux diplomates cubains. Londres a pris lundi une mesure de grâce."
    assert pairs(claims, text, "sanctioned") == {("canada", "cuba")}


def test_a_protestation_blames(claims: Claims) -> None:
    text = "Le Chili a adressé mardi une protestation officielle au Pérou après l'incursion d'un navire."
    assert pairs(claims, text, "accused") == {("chili", "perou")}


def test_denouncing_deliveries_is_no_sanction(claims: Claims) -> None:
    text = "Le Chili a dénoncé mardi les livraisons d'armes cubaines au Pérou."
    assert not pairs(claims, text, "sanctioned")
