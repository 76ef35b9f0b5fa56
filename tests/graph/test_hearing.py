"""Answers on the word of one source, and answers that were possible on a day of the past."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sahelgraph.graph.answers import only_certain, when, who, why
from sahelgraph.graph.hearing import Hearing, voice_named
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.when import When


@pytest.fixture
def press(desk: Any) -> Any:
    """Two papers of which one prints an agency's text, a government that speaks, and an exit."""
    desk.publish("a.txt", "2018-01-01", "mali member-of g5-sahel", publisher="Le Carnet / Agence Sud")
    desk.publish("b.txt", "2019-01-01", "niger member-of g5-sahel", publisher="La Dune")
    desk.publish("c.txt", "2020-01-01", "mali member-of aes", status="alleged", by="Bamako")
    desk.publish("d.txt", "2022-05-16", "mali left g5-sahel 2022-05-15", publisher="La Dune")
    desk.publish("e.txt", None, "niger member-of aes", publisher="La Dune")
    desk.refresh()
    return desk


def members(press: Any, alliance: str, **heard: Any) -> dict[str, str]:
    hearing = Hearing(**heard)
    return {a.id: a.certainty for a in who(press.store, press.book, alliance, hearing=hearing)}


@pytest.mark.parametrize("name", ["La Dune", "la dune", "LA DUNE"])
def test_only_what_a_publisher_says_counts(press: Any, name: str) -> None:
    voice = voice_named(press.store, press.book, name)
    assert members(press, "g5-sahel", voice=voice) == {"mali": "certain", "niger": "certain"}
    assert members(press, "aes", voice=voice) == {"niger": "certain"}


def test_an_agency_is_heard_through_the_paper_that_prints_it(press: Any) -> None:
    voice = voice_named(press.store, press.book, "Agence Sud")
    assert members(press, "g5-sahel", voice=voice) == {"mali": "certain"}


def test_a_speaker_asserts_what_an_article_only_passes_on(press: Any) -> None:
    voice = voice_named(press.store, press.book, "Mali")
    (answer,) = who(press.store, press.book, "aes", on=When.parse("2020-01-01"), hearing=Hearing(voice=voice))
    assert (answer.id, answer.certainty) == ("mali", "certain")


def test_an_unknown_source_gets_suggestions(press: Any) -> None:
    with pytest.raises(NameNotFoundError, match="did you mean La Dune"):
        voice_named(press.store, press.book, "La Dunne")
    with pytest.raises(NameNotFoundError, match="sparql speakers"):
        voice_named(press.store, press.book, "Zzzz")


def test_what_was_not_yet_published_does_not_count(press: Any) -> None:
    (mali,) = when(press.store, press.book, "mali", "g5-sahel", hearing=Hearing(known_on=date(2022, 5, 15)))
    assert (mali.until, mali.membership.sources) == (None, ("a.txt",))
    (mali,) = when(press.store, press.book, "mali", "g5-sahel", hearing=Hearing(known_on=date(2022, 5, 16)))
    assert mali.until == "2022-05-15"


def test_facts_count_as_far_as_they_were_past(press: Any) -> None:
    (tchad,) = when(press.store, press.book, "tchad", hearing=Hearing(known_on=date(2020, 6, 1)))
    assert (tchad.since, tchad.until) == ("2014-02-16", None)
    assert tchad.membership.during(date(2020, 6, 1), date(2020, 6, 1)) == "certain"
    assert tchad.membership.during(date(2020, 6, 2), date(2020, 6, 2)) == "possible"
    assert members(press, "aes", known_on=date(2023, 9, 15)) == {"mali": "possible"}
    assert "mali" in members(press, "aes", known_on=date(2023, 9, 16))


def test_an_article_without_a_date_was_known_on_no_day(press: Any) -> None:
    assert members(press, "aes", known_on=date(2030, 1, 1), curated=False) == {"mali": "possible"}


def test_why_quotes_only_who_is_heard(press: Any) -> None:
    voice = voice_named(press.store, press.book, "La Dune")
    reasons = why(press.store, press.book, "mali", "g5-sahel", hearing=Hearing(voice=voice))
    assert [r.document for r in (*reasons.for_, *reasons.against)] == ["d.txt"]
    early = why(press.store, press.book, "mali", "g5-sahel", hearing=Hearing(known_on=date(2020, 1, 1)))
    assert [r.document for r in (*early.for_, *early.against)] == ["a.txt"]


def test_the_part_of_an_interval(press: Any) -> None:
    answers = who(press.store, press.book, "g5-sahel", start=date(2015, 1, 1), end=date(2023, 6, 30))
    assert {a.id: a.part for a in answers} == {
        "mali": "2015-01-01/2022-05-15",
        "niger": "2015-01-01/2023-06-30",
        "tchad": "2015-01-01/2023-06-30",
    }
    (open_,) = when(press.store, press.book, "tchad", start=date(2020, 1, 1))
    assert open_.part == "2020-01-01/2023-12-06"
    assert open_.to_json()["part"] == open_.part
    (whole,) = when(press.store, press.book, "tchad")
    assert "part" not in whole.to_json()


def test_only_what_is_certain(press: Any) -> None:
    answers = who(press.store, press.book, "g5-sahel", on=When.parse("2020"))
    assert [(a.id, a.certainty) for a in answers] == [
        ("mali", "certain"),
        ("niger", "possible"),
        ("tchad", "certain"),
    ]
    assert [a.id for a in only_certain(answers)] == ["mali", "tchad"]
