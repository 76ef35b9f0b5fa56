"""What is written to a store, when it is refused, and what is computed from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from sahelgraph.graph.build import add_articles, is_known, refresh_memberships, write_articles
from sahelgraph.graph.iris import article_iri
from sahelgraph.graph.memberships import fuse
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.reading import claims_of
from sahelgraph.graph.statements import statements_of_facts
from sahelgraph.graph.store import Store, select
from sahelgraph.graph.stored_statements import stored_statements
from sahelgraph.graph.validation import validate
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence
from sahelgraph.ontology.errors import RuleError, StoreError
from sahelgraph.ontology.namespaces import ACTORS_GRAPH, SKOS

TEXT = "Le Mali a quitté le G5 Sahel."
MALI = Entity("mali", "Mali", ActorType.STATE)
G5 = Entity("g5-sahel", "G5 Sahel", ActorType.ORGANISATION)


def article(**changes: object) -> Article:
    return replace(Article("a.txt", TEXT, date=date(2022, 5, 16)), **changes)


def claim(**changes: object) -> Claim:
    return replace(Claim("a.txt", "left", MALI, G5, Evidence(TEXT, 0, len(TEXT))), **changes)


def test_an_article_is_known_by_its_content_and_the_version_that_read_it(
    store: Store, book: ActorBook
) -> None:
    add_articles(store, [(article(), [claim()])], book, "1")
    assert is_known(store, article(), "1")
    assert not is_known(store, article(), "2")
    assert not is_known(store, article(title="Autre titre"), "1")
    assert not is_known(store, article(document="b.txt"), "1")


def test_an_article_without_claims_is_known_too(store: Store, book: ActorBook) -> None:
    assert add_articles(store, [(article(), [])], book, "1") == 0
    assert is_known(store, article(), "1")


def test_reading_an_article_again_replaces_what_it_said(store: Store, book: ActorBook) -> None:
    other = article(document="b.txt"), [claim(document="b.txt")]
    add_articles(store, [(article(), [claim()]), other], book, "1")
    newer = claim(relation="accused")
    add_articles(store, [(article(), [newer])], book, "2")
    assert claims_of(store.quads(article_iri("a.txt"))) == [newer]
    assert claims_of(store.quads(article_iri("b.txt"))) == other[1]
    assert is_known(store, article(), "2")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (claim(evidence=Evidence("Le Mali", 3, 10)), "sentence"),
        (claim(document="b.txt"), "belong"),
        (claim(relation="loves"), "loves"),
        (claim(subject=replace(MALI, id="atlantis")), "atlantis"),
        (claim(object=MALI), "no object of left"),
        (claim(object=None), "no object of left"),
        (claim(relation="created", subject=G5), "created has no object"),
        (claim(confidence=2.0), "between 0 and 1"),
        (claim(subject=replace(MALI, label=" ")), "one name"),
    ],
)
def test_a_claim_that_breaks_a_rule_stops_the_whole_batch(
    store: Store, book: ActorBook, bad: Claim, said: str
) -> None:
    add_articles(store, [(article(), [claim()])], book, "1")
    before = set(store.quads())
    good = article(document="good.txt"), [claim(document="good.txt")]
    with pytest.raises(StoreError, match=said) as error:
        add_articles(store, [good, (article(), [bad])], book, "1")
    assert str(error.value.where) == "a.txt"
    assert set(store.quads()) == before


def test_an_article_that_breaks_a_rule_is_left_out_and_the_others_are_written(
    store: Store, book: ActorBook
) -> None:
    known = article(document="known.txt"), [claim(document="known.txt")]
    add_articles(store, [known], book, "1")
    broken = article(document="known.txt", title="Neu"), [claim(document="known.txt", confidence=2.0)]
    good = [(article(document=f"{n}.txt"), [claim(document=f"{n}.txt")]) for n in range(3)]
    rejected: list[RuleError] = []
    written = write_articles(store, iter([good[0], broken, *good[1:]]), book, "1", rejected.append)
    assert [str(error.where) for error in rejected] == ["known.txt"]
    assert written.claims == 3
    assert claims_of(store.quads(article_iri("known.txt"))) == known[1]
    (membership,) = read_memberships(store, "mali", "g5-sahel")
    assert membership.sources == ("0.txt", "1.txt", "2.txt", "known.txt")
    assert written.memberships == len(read_memberships(store))


def test_memberships_are_up_to_date_after_reading_breaks_off(
    store: Store, book: ActorBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sahelgraph.graph.build.BATCH", 1)

    def read() -> Iterator[tuple[Article, list[Claim]]]:
        yield article(), [claim()]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_articles(store, read(), book, "1", lambda _: None)
    assert [m.sources for m in read_memberships(store, "mali", "g5-sahel")] == [("a.txt",)]


def test_actors_have_one_preferred_label_a_language(store: Store, book: ActorBook) -> None:
    refresh_memberships(store, book)
    rows = select(store, "SELECT ?label WHERE { actor:aes skos:prefLabel ?label } ORDER BY LANG(?label)")
    assert rows == (
        (Literal("Alliance of Sahel States", language="en"),),
        (Literal("Alliance des États du Sahel", language="fr"),),
    )


def test_the_actor_files_are_written_once(store: Store, book: ActorBook) -> None:
    refresh_memberships(store, book)
    graph, probe = NamedNode(ACTORS_GRAPH), Literal("sonde")
    quads = [*store.quads(graph)]
    marked = [*quads, replace_object(quads[0], probe)]
    store.replace({graph: marked})
    refresh_memberships(store, book)
    assert any(q.object == probe for q in store.quads(graph))


def replace_object(quad, value):
    return type(quad)(quad.subject, NamedNode(SKOS + "altLabel"), value, quad.graph_name)


def test_memberships_are_stored_as_they_were_computed(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2018-01-01", "mali member-of g5-sahel", "niger member-of g5-sahel 2014/..")
    newsroom.publish("b.txt", "2022-05-16", "mali left g5-sahel 2022-05-15")
    newsroom.publish("c.txt", "2022-05-17", "mali left g5-sahel 2023-05-15", status="planned")
    newsroom.publish("d.txt", "2022-05-18", "mali member-of g5-sahel", status="denied")
    newsroom.publish("e.txt", "2022-05-19", "g5-sahel suspended niger 2022-05-18")
    newsroom.refresh()
    computed = fuse([*statements_of_facts(newsroom.book), *stored_statements(newsroom.store)])
    assert read_memberships(newsroom.store) == computed
    assert len(computed) == 5
    assert [m.alliance for m in read_memberships(newsroom.store, actor="niger")] == ["aes", "g5-sahel"]
    assert {m.actor for m in read_memberships(newsroom.store, alliance="aes")} == {"mali", "niger"}
    assert validate(newsroom.store) == []


def test_shortcuts_say_what_is_asserted_without_its_time(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-01-01", "mali accused niger", "g5-sahel created 2014")
    newsroom.publish("b.txt", "2024-01-01", "niger accused mali", status="alleged")
    newsroom.refresh()
    assert newsroom.store.query("ASK { actor:mali sg:accused actor:niger ; sg:memberOf actor:aes }") is True
    assert newsroom.store.query("ASK { actor:g5-sahel sg:created '2014' }") is True
    assert newsroom.store.query("ASK { actor:niger sg:accused actor:mali }") is False


def test_actors_that_the_files_lack_are_named_after_the_articles(newsroom: Any) -> None:
    newsroom.publish("a.txt", "2024-01-01", "new:front-x attacked mali")
    newsroom.refresh()
    rows = select(newsroom.store, "SELECT ?label WHERE { ?a skos:prefLabel ?label ; a sg:ArmedGroup }")
    assert rows == ((Literal("Front X", language="fr"),),)
    assert validate(newsroom.store) == []
