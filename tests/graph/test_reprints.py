"""Prints of one text count as one source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.graph.answers import when, why
from sahelgraph.graph.build import add_articles, refresh_memberships
from sahelgraph.graph.reprints import Print, Sketch, read_reprints, repeated, reprints

AGENCY = """Les ministres de la Défense de quatre pays riverains du fleuve se sont retrouvés lundi dans la
capitale pour parler des patrouilles communes. Le porte-parole du gouvernement a précisé que la rencontre
durerait deux jours et qu'un communiqué serait publié mercredi matin. Selon lui, les discussions portent sur
le partage des cartes, la formation des pilotes et l'entretien des bateaux. Aucun calendrier n'a été donné.
La précédente réunion avait eu lieu il y a trois ans dans un port voisin, sans résultat connu à ce jour."""
OTHER = """Quatre États du fleuve préparent une flotte. Réunis depuis lundi, leurs ministres veulent d'abord
s'entendre sur les cartes et sur qui paiera les bateaux ; les pilotes, eux, attendent une école depuis des
années. «Nous verrons bien ce qui sortira de ces deux jours», dit un diplomate qui suit le dossier. Le
gouvernement hôte promet un texte pour mercredi, mais la dernière fois personne n'avait rien signé du tout."""
sentences = AGENCY.replace("\n", " ").split(". ")


def prints(**texts: str) -> list[Print]:
    return [Print(name, date(2020, 1, int(name[1:])), Sketch.of(text)) for name, text in texts.items()]


def test_a_text_with_another_headline_or_a_cut_is_a_reprint() -> None:
    headed = f"Sécurité : la rencontre du fleuve s'est ouverte\n\n{AGENCY}\n\n(Avec agences)"
    cut = ". ".join(sentences[:3])
    found = reprints(prints(a3=headed, a1=AGENCY, a2=cut, a4=OTHER))
    assert found == {"a2": "a1", "a3": "a1"}


def test_the_first_to_print_it_is_the_oldest_and_then_the_first_by_name() -> None:
    one, other = prints(a1=AGENCY, a2=AGENCY)
    assert reprints([replace(one, date=None), other]) == {"a1": "a2"}
    assert reprints([replace(one, date=other.date), other]) == {"a2": "a1"}


def test_short_texts_are_reprints_only_where_they_are_the_same() -> None:
    short = "Le sommet est reporté à une date qui reste à fixer"
    assert reprints(prints(a1=short, a2=f"{short} encore", a3=short.upper())) == {"a3": "a1"}


def test_empty_texts_are_no_error() -> None:
    assert reprints(prints(a1="", a2=AGENCY)) == {}


@given(st.text(max_size=200))
def test_a_sketch_can_be_read_again(text: str) -> None:
    sketch = Sketch.of(text)
    assert Sketch.parse(str(sketch)) == sketch


def test_a_sketch_of_another_method_is_left_alone() -> None:
    assert Sketch.parse("autre:12:AAAA") is None


@pytest.mark.parametrize(
    ("sources", "again"),
    [(["a", "b"], ("b",)), (["b", "c"], ("c",)), (["b"], ()), (["d", "c", "b", "a"], ("b", "c")), ([], ())],
)
def test_only_what_is_there_twice_is_repeated(sources: list[str], again: tuple[str, ...]) -> None:
    assert repeated(sources, {"b": "a", "c": "a"}) == again


def test_reprints_count_as_one_source(desk: Any) -> None:
    for document in ("a.txt", "b.txt", "c.txt"):
        desk.publish(document, "2018-01-01", "mali member-of g5-sahel")
    (first, claims), (second, more), (third, last) = desk.desk
    same = [(replace(a, text=f"{a.text}\n{AGENCY}"), c) for a, c in ((first, claims), (second, more))]
    add_articles(desk.store, [*same, (replace(third, text=f"{third.text}\n{OTHER}"), last)], desk.book, "1")
    refresh_memberships(desk.store, desk.book)
    assert read_reprints(desk.store) == {"b.txt": "a.txt"}
    (mali,) = when(desk.store, desk.book, "mali", "g5-sahel")
    assert mali.membership.sources == ("a.txt", "b.txt", "c.txt")
    assert mali.reprints == ("b.txt",)
    assert mali.to_json()["reprints"] == ["b.txt"]
    rows = why(desk.store, desk.book, "mali", "g5-sahel").to_json()["for"]
    assert [(r["document"], r["reprint_of"]) for r in rows] == [  # type: ignore[attr-defined]
        ("a.txt", None),
        ("b.txt", "a.txt"),
        ("c.txt", None),
    ]
