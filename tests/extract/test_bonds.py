"""Who backs whom and who fights beside whom, where the words stand apart from the names."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

TOLD = [
    ("Kigali arme le M23.", "supported", ("rwanda", "m23")),
    ("L'Iran entraîne le Hezbollah.", "supported", ("iran", "hezbollah")),
    ("L'Iran est l'un des plus fidèles soutiens du Hezbollah.", "supported", ("iran", "hezbollah")),
    ("Le protecteur russe de la Syrie a mis son veto.", "supported", ("russie", "syrie")),
    (
        "L'offensive menée par le Hezbollah avec l'aide de l'Iran a commencé.",
        "supported",
        ("iran", "hezbollah"),
    ),
    ("Le Togo est l'un des principaux alliés du Kenya dans cette lutte.", "allied-with", ("togo", "kenya")),
    ("Le M23 collabore avec l'armée rwandaise.", "allied-with", ("m23", "rwanda")),
    ("L'armée kényane combat le M23 aux côtés de l'armée togolaise.", "allied-with", ("kenya", "togo")),
    ("Le Kenya engage ses soldats aux côtés du Togo.", "allied-with", ("kenya", "togo")),
    ("L'Ouganda et le Rwanda, alliés de la veille, se sont affrontés.", "allied-with", ("ouganda", "rwanda")),
    ("L'axe Togo-Kenya-Rwanda inquiète la région.", "allied-with", ("kenya", "rwanda")),
    ("L'axe Togo-Kenya-Rwanda inquiète la région.", "allied-with", ("togo", "rwanda")),
    ("Le Hezbollah, ses alliés syriens et le Togo ont protesté.", "allied-with", ("hezbollah", "syrie")),
    (
        "La Cédéao rassemble quatre pays : le Bénin, le Ghana, la Guinée et le Togo.",
        "member-of",
        ("ghana", "cedeao"),
    ),
    (
        "La CMA, qui réunit entre autres le MNLA et le HCUA, a protesté.",
        "member-of",
        ("mnla", "cma"),
    ),
    ("Le seul pays suspendu de l'Union africaine est le Togo.", "suspended", ("union-africaine", "togo")),
    (
        "Mahamat Nouri, de l'UFDD (Tchad) et le président togolais ont signé.",
        "member-of",
        ("mahamat-nouri", "ufdd"),
    ),
    (
        "L'allégeance de Boko Haram à Al-Qaïda a été annoncée en 2012.",
        "affiliated-with",
        ("boko-haram", "al-qaida"),
    ),
    (
        "Boko Haram a annoncé se ranger derrière Al-Qaïda.",
        "affiliated-with",
        ("boko-haram", "al-qaida"),
    ),
]
NOT_TOLD = [
    ("Les milices combattent le M23 aux côtés de l'armée kényane.", "allied-with", ("m23", "kenya")),
    ("Le Hezbollah combat aux côtés de l'armée syrienne.", "attacked", ("hezbollah", "syrie")),
    ("L'Iran entraîne le Hezbollah dans la guerre.", "supported", ("iran", "hezbollah")),
    ("Boko Haram a annoncé se ranger derrière Al-Qaïda.", "supported", ("boko-haram", "al-qaida")),
    (
        "Coalisés contre le régime du Tchad, le M23 et le Hezbollah ont pris la ville.",
        "allied-with",
        ("m23", "tchad"),
    ),
    (
        "La CMA, coalition qui réunit entre autres le MNLA et le HCUA, a protesté.",
        "allied-with",
        ("mnla", "hcua"),
    ),
    ("Le Hezbollah collabore avec l'ONU.", "allied-with", ("hezbollah", "onu")),
]


@pytest.mark.parametrize(("text", "relation", "pair"), TOLD)
def test_that_it_is_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


@pytest.mark.parametrize(("text", "relation", "pair"), NOT_TOLD)
def test_that_it_is_not_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair not in stated(claims(text), relation)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("L'Iran soutiendrait le Hezbollah.", Status.ALLEGED),
        ("L'Iran attirait le Hezbollah et soutenait le Hamas.", Status.ASSERTED),
    ],
)
def test_tense(claims: Claims, text: str, status: Status) -> None:
    assert {c.status for c in claims(text) if c.relation == "supported"} == {status}
