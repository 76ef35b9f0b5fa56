"""Whom threats and accusations aim at, where nothing stands by the verb itself."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims

THREATENED = [
    ("Le Ghana a menacé de recourir à la force si le Togo ne retirait pas ses soldats.", "ghana", "togo"),
    ("Le Ghana a promis mardi des mesures de rétorsion contre le Togo.", "ghana", "togo"),
    ("Le Ghana se réserve le droit d'attaquer toute cible en territoire togolais.", "ghana", "togo"),
    ("Le Ghana n'exclut pas un recours à la force contre le Togo, selon un ministre.", "ghana", "togo"),
    ("Le Ghana a prévenu Lomé qu'il prendrait des mesures si la frontière restait fermée.", "ghana", "togo"),
]


@pytest.mark.parametrize(("text", "one", "other"), THREATENED, ids=[t for t, _, _ in THREATENED])
def test_who_is_threatened(claims: Claims, text: str, one: str, other: str) -> None:
    found = [(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == "threatened"]
    assert found == [(one, other)]


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana exclut un recours à la force contre le Togo.",
        "Le Ghana a promis des mesures en faveur du Togo.",
        "Le Ghana se réserve le droit de saisir la justice.",
    ],
)
def test_who_is_not(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "threatened"]


def test_what_somebody_has_just_done_is_no_journey(claims: Claims) -> None:
    found = claims("Le Ghana et le Bénin viennent d'adresser à Lomé un ultimatum.")
    assert not [c for c in found if c.relation == "hosted"]
    assert {c.subject.id for c in found if c.relation == "demanded"} == {"ghana", "benin"}


def test_whose_departure_is_asked_for_leaves_no_organisation(claims: Claims) -> None:
    found = claims("Le Togo exige le départ de la mission de l'ONU et de l'ambassadeur du Ghana.")
    assert not [c for c in found if c.relation == "left"]
    assert {c.object and c.object.id for c in found if c.relation == "demanded"} >= {"onu"}


def test_an_accusation_beside_a_demand_is_made(claims: Claims) -> None:
    found = claims("Le Togo exige le départ de la mission de l'ONU, qu'il accuse de grave ingérence.")
    assert [(c.object and c.object.id, c.status) for c in found if c.relation == "accused"] == [
        ("onu", Status.ASSERTED)
    ]


def test_who_acted_some_time_before_is_the_subject_behind(claims: Claims) -> None:
    found = claims("Moins d'un mois après avoir expulsé l'ambassadeur du Ghana, le Togo a rouvert ses ports.")
    assert [(c.subject.id, c.object and c.object.id) for c in found if c.relation == "sanctioned"] == [
        ("togo", "ghana")
    ]
