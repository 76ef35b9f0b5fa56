"""Short dispatches from the field: rear bases, joint operations, sources with rank and name, and what
somebody only aims at."""

import pytest

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
]
NOT_BY_THE_STATE = [
    "La coalition qui a cherché à renverser le président Tshisekedi s'est dispersée.",
    "Le mouvement n'a qu'un but, le renversement du président Museveni.",
    "Les insurgés réclament le renversement du président Museveni.",
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


@pytest.mark.parametrize("text", FROM_A_SOURCE)
def test_an_officer_who_tells_of_an_attack_is_not_its_victim(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("m23", "rdc")}
