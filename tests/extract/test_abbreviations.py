"""Acronyms that a text introduces, in either order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.abbreviations import definitions


def defined(text: str) -> list[tuple[str, str]]:
    pairs = list(definitions(text))
    for long, short in pairs:
        assert text[long.start : long.end] == long.text
        assert text[short.start : short.end] == short.text
    return [(long.text, short.text) for long, short in pairs]


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("le Front des dunes libres (FDL) recrute", "Front des dunes libres", "FDL"),
        ("le FDL (Front des dunes libres) recrute", "Front des dunes libres", "FDL"),
        ("le Front des dunes libres (FDL, rebelles du désert) recrute", "Front des dunes libres", "FDL"),
        ("la Coordination des puits du Nord (CPN)", "Coordination des puits du Nord", "CPN"),
        ("l'Office régional de l'eau et du sel (Ores)", "Office régional de l'eau et du sel", "Ores"),
        ("le « Mouvement des éleveurs unis » (MEU)", "Mouvement des éleveurs unis", "MEU"),
        ("le Mouvement des éleveurs unis («MEU»)", "Mouvement des éleveurs unis", "MEU"),
        ("l'Élan vers la paix (EVP)", "Élan vers la paix", "EVP"),
        ("l'Alliance (ancienne) des Caravanes libres (ACL)", "", ""),
    ],
)
def test_a_long_form_and_its_acronym(text: str, long: str, short: str) -> None:
    assert defined(text) == ([(long, short)] if long else [])


@pytest.mark.parametrize(
    "text",
    [
        "le général (2S) Dupont",
        "Agadez (Niger)",
        "il est parti (hier)",
        "le chef (FDL)",
        "une longue phrase sans rapport (FDL)",
        "(FDL)",
        "des dunes libres du front (FDL",
        "Bamako (AFP) - Le Mali",
    ],
)
def test_other_parentheses_define_nothing(text: str) -> None:
    assert defined(text) == []


def test_the_long_form_does_not_reach_into_the_sentence_before() -> None:
    text = "Fin du débat. Le Comité des sages (CS) siège. Front uni des bergers (FUB) et lui."
    assert defined(text) == [("Comité des sages", "CS"), ("Front uni des bergers", "FUB")]


@given(st.text(alphabet="AbcÉ ().«»'’-\n", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    defined(text)
