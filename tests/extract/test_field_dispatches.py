"""Short dispatches from the field: rear bases, joint operations, sources with rank and name, and what
somebody only aims at."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

TOLD = [
    ("Les FDLR se cachent dans l'est congolais depuis l'an dernier.", "based-in", ("fdlr", "rdc")),
    ("Le Kenya a dépêché un bataillon dans l'est congolais.", "deployed-in", ("kenya", "rdc")),
    ("Le M23 lance des raids sur l'Ouganda à partir de bases cachées en RDC.", "based-in", ("m23", "rdc")),
    ("Les FDLR tirent sur le Rwanda depuis leurs bases arrière en RDC.", "based-in", ("fdlr", "rdc")),
    ("À la demande de Kampala, Kinshasa a rouvert la route.", "demanded", ("ouganda", "rdc")),
    ("Le Kenya a rappelé ses soldats sur demande du Burundi.", "demanded", ("burundi", "kenya")),
    (
        "Les FARDC et l'armée ougandaise pilonnent conjointement le JNIM.",
        "allied-with",
        ("rdc", "ouganda"),
    ),
    ("Le M23 a été équipé, armé et financé par le Rwanda.", "supported", ("rwanda", "m23")),
    ("Deux soldats rwandais ont été enlevés et tués par les FDLR.", "abducted", ("fdlr", "rwanda")),
    (
        "Le M23, que l'État islamique présente comme sa branche, recrute.",
        "affiliated-with",
        ("m23", "etat-islamique"),
    ),
    (
        "Bangui a tenu grâce au renfort de troupes rwandaises et à la pluie.",
        "supported",
        ("rwanda", "republique-centrafricaine"),
    ),
    ("L'Union africaine (UA) et l'ONU (New York) ont condamné le M23.", "accused", ("onu", "m23")),
    (
        "Le Kenya et la RDC ont conjointement lancé une offensive contre le M23.",
        "allied-with",
        ("kenya", "rdc"),
    ),
]
NOT_BY_THE_STATE = [
    "La coalition qui a cherché à renverser le président Tshisekedi s'est dispersée.",
    "Le mouvement n'a qu'un but, le renversement du président Museveni.",
    "On ne leur connaît aucun objectif, mis à part le renversement du président Museveni.",
    "Les insurgés réclament le renversement du président Museveni.",
    "Cette grève reste la seule manière de renverser le président Museveni.",
]
FROM_A_SOURCE = [
    "Selon un porte-parole, le major Didier Mbala, un camion des FARDC a été attaqué par le M23.",
    "Selon le chef de la police, le colonel Didier Mbala, une caserne des FARDC a été attaquée par le M23.",
]


@pytest.mark.parametrize(("text", "relation", "pair"), TOLD)
def test_dispatches_are_understood(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


@pytest.mark.parametrize("text", NOT_BY_THE_STATE)
def test_no_state_is_said_to_overthrow_its_own_president(claims: Claims, text: str) -> None:
    assert stated(claims(text), "overthrew") == set()


def test_what_befell_somebody_is_no_plan_of_who_asks_for_them(claims: Claims) -> None:
    found = claims("La Cédéao exige le retour de Mohamed Bazoum, renversé le 26 juillet.")
    assert [c.status for c in found if c.relation == "overthrew"] == [Status.ASSERTED]


def test_help_for_a_pronoun_is_none_for_the_names_behind_it(claims: Claims) -> None:
    text = "Aidée par le Kenya, elle traque les chefs rebelles, cachés au Rwanda, en Ouganda, en RDC."
    assert stated(claims(text), "supported") == set()


def test_reinforcements_are_no_guests(claims: Claims) -> None:
    assert stated(claims("L'armée centrafricaine a reçu le renfort de soldats rwandais."), "hosted") == set()


def test_who_rules_a_part_of_a_country_is_not_its_state(claims: Claims) -> None:
    assert stated(claims("L'homme fort de l'est malien a attaqué la Turquie."), "attacked") == set()


@pytest.mark.parametrize("text", FROM_A_SOURCE)
def test_an_officer_who_tells_of_an_attack_is_not_its_victim(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("m23", "rdc")}
