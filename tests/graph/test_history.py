"""The actor files and a few articles tell the history of the alliances day by day."""

from __future__ import annotations

from datetime import date

import pytest

from sahelgraph.graph.hearing import Hearing
from sahelgraph.graph.memberships import Membership, fuse
from sahelgraph.graph.remarks import remarks
from sahelgraph.graph.statements import Statement, statements_of_facts
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.when import When

AES = {"mali", "burkina-faso", "niger"}
G5 = {"mali", "burkina-faso", "niger", "mauritanie", "tchad"}
STATE, ORGANISATION = ActorType.STATE, ActorType.ORGANISATION


def said(
    document: str, published: str, subject: str, relation: str, object_: str, when: str | None, status: str
) -> Statement:
    return Statement(
        f"{document}-{subject}-{relation}",
        relation,
        subject,
        object_,
        STATE,
        ORGANISATION,
        Status(status),
        When.parse(when) if when else None,
        document,
        date.fromisoformat(published),
    )


ARTICLES = [
    *(said("2018.txt", "2018-07-02", s, "member-of", "g5-sahel", None, "asserted") for s in sorted(G5)),
    said("2022.txt", "2022-05-16", "mali", "left", "g5-sahel", "2022-05-15", "asserted"),
    *(said("2024.txt", "2024-01-28", s, "left", "cedeao", "2024-01-28", "planned") for s in sorted(AES)),
    *(said("mid.txt", "2024-07-08", s, "member-of", "cedeao", None, "asserted") for s in sorted(AES)),
    *(said("2025.txt", "2025-01-29", s, "left", "cedeao", "2025-01-29", "asserted") for s in sorted(AES)),
]


@pytest.fixture(scope="module")
def history() -> list[Membership]:
    return fuse([*statements_of_facts(actor_book()), *ARTICLES])


def members(history: list[Membership], alliance: str, day: str) -> dict[str, str]:
    on = date.fromisoformat(day)
    found = {m.actor: m.during(on, on) for m in history if m.alliance == alliance}
    return {actor: certainty for actor, certainty in found.items() if certainty != "no"}


def certain(history: list[Membership], alliance: str, day: str) -> set[str]:
    return {actor for actor, certainty in members(history, alliance, day).items() if certainty == "certain"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2014-02-15", set()),
        ("2014-02-16", G5),
        ("2018-01-01", G5),
        ("2022-05-14", G5),
        ("2022-05-16", G5 - {"mali"}),
        ("2023-12-04", {"mauritanie", "tchad"}),
    ],
)
def test_the_g5_sahel(history: list[Membership], day: str, expected: set[str]) -> None:
    assert set(members(history, "g5-sahel", day)) == expected
    if expected == G5:
        assert certain(history, "g5-sahel", day) == G5


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-09-15", set()), ("2023-09-16", AES), ("2024-01-01", AES)]
)
def test_the_aes(history: list[Membership], day: str, expected: set[str]) -> None:
    assert set(members(history, "aes", day)) == certain(history, "aes", day) == expected


def test_the_aes_states_leave_the_cedeao_a_year_after_they_announce_it(history: list[Membership]) -> None:
    for day in ("2010-01-01", "2024-01-27", "2024-01-29", "2025-01-28"):
        assert certain(history, "cedeao", day) >= AES
    assert not set(members(history, "cedeao", "2025-01-30")) & AES
    announced = {m.actor for m in history if m.alliance == "cedeao" for e in m.exits if e.status == "planned"}
    assert announced == AES


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-01-27", ()),
        ("2024-01-28", ("exit announced on 2024-01-28 for 2025-01-29",)),
        ("2025-01-29", ("exit announced on 2024-01-28 for 2025-01-29",)),
    ],
)
def test_an_announcement_in_the_actor_files_is_told_until_it_takes_effect(day: str, told: tuple[str]) -> None:
    facts = [*statements_of_facts(actor_book())]
    on = date.fromisoformat(day)
    for known in (facts, Hearing(known_on=on).statements(facts)):
        (mali,) = (m for m in fuse(known) if (m.actor, m.alliance) == ("mali", "cedeao"))
        assert tuple(r for r in remarks(mali, on, on) if "exit" in r) == told


def test_who_stayed_in_the_cedeao_is_still_there(history: list[Membership]) -> None:
    assert {"senegal", "nigeria", "cote-d-ivoire", "ghana"} <= certain(history, "cedeao", "2025-02-01")
    assert "mauritanie" not in members(history, "cedeao", "2005-01-01")


def test_the_cemoc(history: list[Membership]) -> None:
    assert set(members(history, "cemoc", "2009-12-31")) == set()
    assert certain(history, "cemoc", "2011-06-01") == {"algerie", "mali", "mauritanie", "niger"}


def test_the_members_of_the_gspc_are_members_of_aqmi(history: list[Membership]) -> None:
    heirs = {m.actor for m in history if m.alliance == "aqmi"}
    assert {m.actor for m in history if m.alliance == "gspc" and m.when.latest_end} <= heirs
