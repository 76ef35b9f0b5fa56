"""Known names are found whatever their spelling, whole, and not inside other words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.gazetteer import Entry, Gazetteer

NAMES = {
    "onu": ["ONU", "UN", "Nations unies", "Organisation des Nations unies"],
    "aqmi": ["AQMI", "Al-Qaïda au Maghreb islamique"],
    "al-qaida": ["Al-Qaïda"],
    "aes": ["AES", "Alliance des États du Sahel"],
    "niger": ["Niger"],
    "nigeria": ["Nigeria"],
    "cote-d-ivoire": ["Côte d'Ivoire"],
    "burkina-faso": ["Burkina Faso"],
    "cedeao": ["Cédéao"],
    "malien": ["malien"],
}
GAZETTEER = Gazetteer(Entry(name, actor, "name") for actor, names in NAMES.items() for name in names)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entries[0].actor) for hit in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Niger et le Nigeria.", [("Niger", "niger"), ("Nigeria", "nigeria")]),
        ("Le Nigeria seul.", [("Nigeria", "nigeria")]),
        ("L'Organisation des Nations unies", [("Organisation des Nations unies", "onu")]),
        ("Al-Qaïda au Maghreb islamique recrute", [("Al-Qaïda au Maghreb islamique", "aqmi")]),
        ("Al-Qaïda au Maghreb recrute", [("Al-Qaïda", "al-qaida")]),
        ("Alliance des Etats du Sahel", [("Alliance des Etats du Sahel", "aes")]),
    ],
)
def test_the_longest_name_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un homme parle, l'un d'eux", []),
        ("la résolution de l'UN", [("UN", "onu")]),
        ("les onusiens", []),
        ("des aes", []),
        ("L'AES", [("AES", "aes")]),
        ("LE NIGER", [("NIGER", "niger")]),
        ("un niger écrit petit", []),
        ("Un soldat malien, un Malien, DES MALIENS", [("malien", "malien"), ("Malien", "malien")]),
    ],
)
def test_capitals_of_a_name_are_capitals_in_the_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "spelling",
    ["AQMI", "Aqmi", "A.Q.M.I.", "Al Qaida au Maghreb Islamique", "Al‑Qaïda au Maghreb\nislamique"],
)
def test_accents_hyphens_full_stops_and_blanks_do_not_count(spelling: str) -> None:
    ((text, actor),) = found(f"Les hommes d’{spelling}, dit-on")
    assert actor == "aqmi"
    assert text.rstrip(".") == spelling.rstrip(".")


@pytest.mark.parametrize("text", ["Cote d’Ivoire", "Côte d'Ivoire", "COTE D'IVOIRE", "Côte-d’Ivoire"])
def test_apostrophes_of_all_shapes(text: str) -> None:
    assert found(f"En {text}.") == [(text, "cote-d-ivoire")]


@pytest.mark.parametrize("spelling", ["al-Qaïda", "el-Qaïda", "El Qaïda", "al Qaida"])
def test_the_arabic_article_may_be_small_and_spelt_otherwise(spelling: str) -> None:
    assert found(f"liés à {spelling}.") == [(spelling, "al-qaida")]


@pytest.mark.parametrize("text", ["", " ", "Nigérien", "Nigerland", "xNiger", "Burkina-Fasolais", "."])
def test_nothing_is_found_where_no_whole_name_stands(text: str) -> None:
    assert found(text) == []


def test_a_full_stop_ends_a_sentence_and_not_only_initials() -> None:
    assert found("Il vit au Niger. Burkina Faso.") == [("Niger", "niger"), ("Burkina Faso", "burkina-faso")]


def test_every_reading_of_a_shared_name_is_kept() -> None:
    shared = Gazetteer([Entry("Congo", "congo", "name"), Entry("Congo", "rdc", "ambiguous")])
    (hit,) = shared.find("Le Congo")
    assert {entry.actor for entry in hit.entries} == {"congo", "rdc"}


def test_without_names_nothing_is_found() -> None:
    assert Gazetteer([]).find("Le Mali") == []


WORDS = [name for names in NAMES.values() for name in names] + ["un", "le", "«", "\n", "œ", "İ", ".", "é̂"]


@given(st.lists(st.sampled_from(WORDS)))
def test_hits_are_in_order_apart_and_in_their_place(words: list[str]) -> None:
    text = " ".join(words)
    hits = GAZETTEER.find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))
    keys = {name.casefold() for names in NAMES.values() for name in names}
    assert all(text[hit.start : hit.end].casefold() in keys for hit in hits)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for hit in GAZETTEER.find(text):
        assert text[hit.start : hit.end].strip() == text[hit.start : hit.end] != ""
