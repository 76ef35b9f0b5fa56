"""Counts, disagreements and rules over a whole store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from sahelgraph.graph.conflicts import conflicts
from sahelgraph.graph.iris import article_iri
from sahelgraph.graph.stats import stats
from sahelgraph.graph.terms import sg
from sahelgraph.graph.validation import validate
from sahelgraph.ontology.claims import ActorType

# --- counts


def test_counts_of_articles_claims_actors_and_memberships(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-06-01", "mali accused niger", "mali member-of aes")
    newsroom.publish(
        "b.txt", "2026-06-01", "new:front-x attacked mali", "mali accused niger", status="alleged"
    )
    newsroom.refresh()
    counted = stats(newsroom.store, newsroom.book)
    assert (counted.articles, counted.claims, counted.unlisted, counted.curated) == (2, 4, 1, 2)
    assert counted.by_relation == {"accused": 2, "attacked": 1, "member-of": 1}
    assert counted.by_status == {"alleged": 2, "asserted": 2}
    assert counted.actors == {"State": 2, "ArmedGroup": 1, "Organisation": 1}
    assert counted.memberships == {"certain": 3}
    assert counted.to_json()["claims accused"] == 2


def test_open_ended_facts_that_no_article_supports_any_more_are_flagged(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-06-01", "mali member-of aes")
    newsroom.publish("b.txt", "2026-05-01", "mali accused niger")
    newsroom.refresh()
    counted = stats(newsroom.store, newsroom.book)
    assert [m.actor for m in counted.stale] == ["niger"]
    assert counted.flagged == (
        {
            "actor": "Niger",
            "alliance": "Alliance des États du Sahel",
            "since": "2023-09-16",
            "last_seen": None,
        },
    )
    assert counted.to_json()["flagged"] == [*counted.flagged]


def test_an_empty_store_is_counted_too(newsroom: Any) -> None:
    counted = stats(newsroom.store, newsroom.book)
    assert (counted.articles, counted.claims, counted.stale) == (0, 0, ())


# --- disagreements


def found(newsroom: Any) -> list[tuple[str, str, str, str]]:
    newsroom.refresh()
    listed = conflicts(newsroom.store, newsroom.book)
    return [(c.kind, c.about, c.first.document, c.second.document) for c in listed]


def test_creations_on_different_dates(desk: Any) -> None:
    desk.publish("a.txt", "2018-01-01", "g5-sahel created 2014-02")
    desk.publish("b.txt", "2018-02-01", "g5-sahel created 2017")
    desk.publish("c.txt", "2018-03-01", "g5-sahel created 2017")
    kinds = found(desk)
    assert [k[:2] for k in kinds] == [("creation", "G5 Sahel")] * 2
    assert {k[2:] for k in kinds} == {("some.yaml:17", "b.txt"), ("a.txt", "b.txt")}


def test_memberships_that_are_denied(desk: Any) -> None:
    desk.publish("a.txt", "2024-01-01", "mali member-of aes")
    desk.publish("b.txt", "2024-01-02", "mali member-of aes", status="denied")
    ((kind, about, _, second),) = found(desk)
    assert (kind, about, second) == ("membership", "Mali → Alliance des États du Sahel", "b.txt")


@pytest.mark.parametrize(
    ("role", "first", "second", "expected"),
    [
        ("président malien", "2020/2022", "2021/2023", True),
        ("président du Mali", "2020/2022", "2021/2023", True),
        ("chef de l'État", "2020/2022", "2021/2023", True),
        ("ministre de la Défense", "2020/2022", "2021/2023", False),
        ("ancien président", "2020/2022", "2021/2023", False),
        ("président", "2020/2021-05-24", "2021-05-24/2023", False),
        ("président", "2020/2021", "2021/2023", False),
        ("président", "", "2020/2023", True),
        ("président", "", "", True),
    ],
)
def test_two_heads_at_once(desk: Any, role: str, first: str, second: str, expected: bool) -> None:
    desk.publish("a.txt", "2021-06-01", f"assimi-goita holds-office mali {first}", role=role)
    desk.publish("b.txt", "2021-06-01", f"new:autre holds-office mali {second}", role=role)
    assert ("post" in [kind for kind, *_ in found(desk)]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Moussa Traoré", "Traoré", False),
        ("Moussa Traoré", "Mousa Traoré", False),
        ("Moussa Traoré", "Ali Diallo", True),
    ],
)
def test_two_spellings_of_one_name_are_no_two_heads(desk: Any, one: str, other: str, expected: bool) -> None:
    desk.publish("a.txt", "2021-06-01", "new:autre holds-office mali 2020/2022", role="président")
    desk.publish("b.txt", "2021-06-01", "new:front-x holds-office mali 2020/2022", role="président")
    (first, (said,)), (second, (also,)) = desk.desk
    person = replace(said.subject, label=one)
    namesake = replace(also.subject, type=ActorType.PERSON, label=other)
    desk.desk = [(first, [replace(said, subject=person)]), (second, [replace(also, subject=namesake)])]
    assert ("post" in [kind for kind, *_ in found(desk)]) is expected


@pytest.mark.parametrize(
    ("second", "when", "expected"),
    [("mali", "2021/2023", False), ("niger", "2021/2023", True), ("niger", "2023/2024", False)],
)
def test_one_person_in_two_posts_at_once(desk: Any, second: str, when: str, expected: bool) -> None:
    desk.publish("a.txt", "2021-06-01", "new:autre holds-office mali 2020/2022", role="président")
    desk.publish("b.txt", "2021-06-01", f"new:autre holds-office {second} {when}", role="chef de l'État")
    desk.refresh()
    both = [c for c in conflicts(desk.store, desk.book) if c.kind == "offices"]
    assert bool(both) is expected
    if expected:
        assert both[0].said == ("chef de l'État: Mali", "chef de l'État: Niger")


def test_sources_that_agree_are_no_conflict(desk: Any) -> None:
    desk.publish("a.txt", "2024-01-01", "mali member-of aes", "aes created 2023")
    desk.publish("b.txt", "2024-02-01", "mali member-of aes", "aes created 2023-09")
    assert found(desk) == []


def test_a_conflict_shows_both_sentences(desk: Any) -> None:
    desk.publish("a.txt", "2024-01-01", "niger member-of g5-sahel")
    desk.publish("b.txt", "2024-01-02", "niger member-of g5-sahel", status="denied")
    desk.refresh()
    (conflict,) = conflicts(desk.store, desk.book)
    assert conflict.to_json() == {
        "kind": "membership",
        "about": "Niger → G5 Sahel",
        "first": "niger member-of g5-sahel (asserted).",
        "first_says": None,
        "first_when": None,
        "first_source": "a.txt",
        "first_curated": False,
        "second": "niger member-of g5-sahel (denied).",
        "second_says": None,
        "second_when": None,
        "second_source": "b.txt",
        "second_curated": False,
    }


# --- rules


def test_what_was_written_by_the_rules_is_valid(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-01-01", "mali member-of aes 2023/..", "new:front-x attacked mali")
    newsroom.refresh()
    assert validate(newsroom.store) == []


def test_what_breaks_a_rule_is_named_with_the_rule(newsroom: Any) -> None:
    (claim,) = newsroom.publish("a.txt", "2024-01-01", "mali accused niger")
    newsroom.refresh()
    graph = article_iri("a.txt")
    quads = [q for q in newsroom.store.quads(graph) if q.predicate != sg("confidence")]
    shop = Quad(NamedNode("http://example.org/x"), quads[0].predicate, quads[0].object, graph)
    newsroom.store.replace({graph: [*quads, shop]})
    (violation,) = validate(newsroom.store)
    assert (violation.graph, violation.node.endswith(claim.id)) == ("a.txt", True)
    assert "confidence" in str(violation)
    assert "sg:Claim-confidence" in str(violation)
