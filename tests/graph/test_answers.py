"""Who belonged when, how sure that is, and why."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from sahelgraph.graph.answers import resolve, when, who, why
from sahelgraph.graph.hearing import Hearing
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.when import When


@pytest.fixture
def told(newsroom: Any):
    newsroom.publish("2018.txt", "2018-01-01", "mali member-of g5-sahel", "niger member-of g5-sahel")
    newsroom.publish("2022.txt", "2022-05-16", "mali left g5-sahel 2022-05-15", by="Bamako")
    newsroom.publish("2023.txt", "2023-01-01", "niger member-of g5-sahel", status="denied")
    newsroom.publish("2024.txt", "2024-06-01", "mali member-of aes", "new:front-x member-of aes")
    newsroom.refresh()
    return newsroom


def test_who_belonged_on_a_day(told: Any) -> None:
    found = who(told.store, told.book, "g5-sahel", on=When.parse("2018-01-01"))
    assert [a.to_json() for a in found] == [
        {
            "actor": "Mali",
            "id": "mali",
            "since": "2014-02-16/2018-01-01",
            "until": "2022-05-15",
            "last_seen": "2018-01-01",
            "certainty": "certain",
            "sources": ["2018.txt", "2022.txt"],
            "curated": False,
        },
        {
            "actor": "Niger",
            "id": "niger",
            "since": "2014-02-16/2018-01-01",
            "until": None,
            "last_seen": "2018-01-01",
            "certainty": "contested",
            "sources": ["2018.txt"],
            "curated": False,
        },
        {
            "actor": "Tchad",
            "id": "tchad",
            "since": "2014-02-16",
            "until": "2023-12-06",
            "last_seen": None,
            "certainty": "certain",
            "sources": [],
            "curated": True,
        },
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2013-12-31", {}),
        ("2013", {}),
        ("2014", {"mali": "possible", "niger": "contested", "tchad": "certain"}),
        ("2016-05", {"mali": "possible", "niger": "contested", "tchad": "certain"}),
        ("2018", {"mali": "certain", "niger": "contested", "tchad": "certain"}),
        ("2022-05-16", {"niger": "contested", "tchad": "certain"}),
        ("2024", {"niger": "contested"}),
    ],
)
def test_who_belonged_on_dates_of_any_precision(told: Any, on: str, expected: dict[str, str]) -> None:
    found = who(told.store, told.book, "g5-sahel", on=When.parse(on))
    assert {a.id: a.certainty for a in found} == expected


def test_who_belonged_at_any_time_in_between(told: Any) -> None:
    found = who(told.store, told.book, "g5-sahel", start=date(2022, 5, 1), end=date(2023, 6, 1))
    assert {a.id: a.certainty for a in found} == {
        "mali": "certain",
        "niger": "contested",
        "tchad": "certain",
    }
    assert {a.id for a in who(told.store, told.book, "g5-sahel", start=date(2022, 6, 1))} == {
        "niger",
        "tchad",
    }
    assert {a.id for a in who(told.store, told.book, "g5-sahel")} == {"mali", "niger", "tchad"}


def test_without_the_actor_files_only_articles_count(told: Any) -> None:
    found = who(told.store, told.book, "g5-sahel", hearing=Hearing(curated=False))
    assert {a.id: a.since for a in found} == {"mali": None, "niger": None}
    assert [a.id for a in when(told.store, told.book, "tchad", hearing=Hearing(curated=False))] == []


def test_articles_support_what_actor_files_date(told: Any) -> None:
    (mali,) = when(told.store, told.book, "mali", "aes")
    assert (mali.since, mali.until, mali.to_json()["last_seen"]) == ("2023-09-16", None, "2024-06-01")
    assert (mali.to_json()["alliance"], mali.to_json()["curated"]) == ("Alliance des États du Sahel", False)
    (niger,) = when(told.store, told.book, "niger", "aes")
    assert niger.to_json()["curated"] is True


def test_when_an_actor_belonged_where(told: Any) -> None:
    assert [a.id for a in when(told.store, told.book, "mali")] == ["aes", "g5-sahel"]


def test_why_shows_sentences_for_and_against(told: Any) -> None:
    reasons = why(told.store, told.book, "mali", "g5-sahel")
    assert [(r.sentence, r.document, r.publisher) for r in reasons.for_] == [
        ("mali member-of g5-sahel (asserted).", "2018.txt", "Le Journal")
    ]
    assert [(r.relation, r.speakers, str(r.date)) for r in reasons.against] == [
        ("left", ("Bamako",), "2022-05-16")
    ]
    denied = why(told.store, told.book, "niger", "g5-sahel").against
    assert [r.status for r in denied] == ["denied"]


def test_why_shows_where_the_actor_files_have_it_from(told: Any) -> None:
    rows = why(told.store, told.book, "niger", "aes").for_
    assert {(r.sentence, r.curated) for r in rows} == {("Charte du Liptako-Gourma", True)}
    assert all(r.document.startswith("some.yaml:") for r in rows)


def test_an_announced_exit_is_told(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-01-28", "mali left aes 2025-01-29", status="planned")
    newsroom.publish("b.txt", "2024-01-28", "aes suspended niger 2024-01-02")
    newsroom.refresh()
    (mali,) = when(newsroom.store, newsroom.book, "mali")
    assert (mali.certainty, mali.until) == ("certain", None)
    assert mali.remarks == ("exit announced on 2024-01-28 for 2025-01-29",)
    (niger,) = when(newsroom.store, newsroom.book, "niger")
    assert niger.remarks == ("suspended since 2024-01-02",)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("mali", "mali"),
        ("MALI", "mali"),
        ("Bamako", "mali"),
        ("l'AES", "aes"),
        ("front x", "new:front-x"),
        ("Chad", "tchad"),
    ],
)
def test_actors_are_found_by_any_name(told: Any, name: str, id_: str) -> None:
    assert resolve(told.book, told.store, name) == id_


def test_a_name_that_is_not_found_suggests_near_ones(told: Any) -> None:
    with pytest.raises(NameNotFoundError, match="G5 Sahel"):
        resolve(told.book, told.store, "G5 Sael")
    with pytest.raises(NameNotFoundError, match="sahelgraph actors"):
        resolve(told.book, told.store, "zzzzqqqq")


def test_answers_load_no_heavy_libraries() -> None:
    heavy = ("spacy", "rdflib", "pyshacl", "pyvis", "networkx", "rapidfuzz")
    code = f"import sys, sahelgraph.graph.answers; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
