"""A claim that goes through RDF comes back as it was, whatever its texts hold."""

from __future__ import annotations

from datetime import date

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from sahelgraph.graph.iris import article_iri, id_of, statement_iri
from sahelgraph.graph.rdf import article_quads
from sahelgraph.graph.reading import claims_of
from sahelgraph.graph.terms import Descriptions, iri, sg
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence, Status
from sahelgraph.ontology.namespaces import DCTERMS, OA, PROV, SCHEMA
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

HOSTILE = 'Le Mali\'s "<b>\\" } ; DROP ALL # é\u2028\x00'
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    bounds = sorted(draw(st.lists(days, min_size=4, max_size=4)))
    known = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    return When(*(b if k else None for b, k in zip(bounds, known, strict=True)), draw(texts))


entities = st.builds(
    Entity,
    id=st.one_of(st.sampled_from(["mali", "aes"]), texts.map(lambda t: f"new:{t}")),
    label=texts,
    type=st.sampled_from(ActorType),
    aliases=st.lists(texts, max_size=3).map(tuple),
    state=st.none() | texts,
)


@st.composite
def articles_with_claims(draw: st.DrawFn) -> tuple[Article, list[Claim]]:
    article = Article(
        document=draw(texts),
        text=draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=5, max_size=80)),
        title=draw(st.none() | texts),
        date=draw(st.none() | days),
        publisher=draw(st.none() | texts),
        url=draw(st.none() | texts),
    )
    claims = {}
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(article.text) - 1))
        end = draw(st.integers(start + 1, len(article.text)))
        claim = Claim(
            document=article.document,
            relation=draw(st.sampled_from(sorted(relations()))),
            subject=draw(entities),
            object=draw(st.none() | entities),
            evidence=Evidence(article.text[start:end], start, end),
            status=draw(st.sampled_from(Status)),
            when=draw(st.none() | whens()),
            by=draw(st.lists(texts, max_size=3).map(tuple)),
            role=draw(st.none() | texts),
            confidence=draw(st.floats(0, 1)),
            rules=draw(st.lists(texts, max_size=2).map(tuple)),
        )
        claims[claim.id] = claim
    return article, [claims[i] for i in sorted(claims)]


@given(articles_with_claims())
def test_claims_come_back_as_they_were(case: tuple[Article, list[Claim]]) -> None:
    article, claims = case
    quads = article_quads(article, claims, "1.0")
    written = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    assert written is not None
    assert claims_of(pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.N_QUADS)) == claims


@given(articles_with_claims())
def test_metadata_come_back_as_they_were(case: tuple[Article, list[Claim]]) -> None:
    article, claims = case
    known = Descriptions(article_quads(article, claims, "2.1"))
    (node,) = known.instances(sg("Article"))
    said = {
        iri(DCTERMS, "identifier"): article.document,
        iri(DCTERMS, "title"): article.title,
        iri(DCTERMS, "date"): article.date and article.date.isoformat(),
        iri(DCTERMS, "publisher"): article.publisher,
        iri(SCHEMA, "url"): article.url,
        iri(DCTERMS, "language"): "fr",
        sg("fingerprint"): article.fingerprint,
    }
    assert {term: known.text(node, term) for term in said} == said
    run = known.one(NamedNode(f"{node.value}#extraction"), iri(PROV, "wasAssociatedWith"))
    assert run is not None
    assert known.text(run, iri(SCHEMA, "softwareVersion")) == "2.1"


@given(texts)
def test_every_name_has_its_own_iri(name: str) -> None:
    assert id_of(article_iri(name)) == name


def claim_about(label: str) -> Claim:
    mali = Entity("mali", label, ActorType.STATE)
    return Claim("a.txt", "accused", mali, mali, Evidence(label, 0, len(label)))


def test_text_only_becomes_literals() -> None:
    quads = article_quads(Article("a.txt", HOSTILE, url=HOSTILE, title=HOSTILE), [claim_about(HOSTILE)], "1")
    assert HOSTILE in {q.object.value for q in quads if isinstance(q.object, Literal)}
    assert not any("DROP" in q.object.value for q in quads if isinstance(q.object, NamedNode))


def test_a_sentence_is_a_selector_of_its_article() -> None:
    quads = article_quads(Article("a.txt", "Le Mali."), [claim_about("Le Mali")], "1")
    ends = [q.object.value for q in quads if q.predicate == NamedNode(OA + "end")]
    assert ends == ["7"]
    assert {q.graph_name for q in quads} == {article_iri("a.txt")}


def test_reading_the_same_article_again_gives_the_same_quads() -> None:
    article, claims = Article("a.txt", "Le Mali."), [claim_about("Le Mali")]
    assert set(article_quads(article, claims, "1")) == set(article_quads(article, claims * 2, "1"))


def test_facts_and_claims_have_iris_of_their_own() -> None:
    assert id_of(statement_iri("fact:ab")) == "fact:ab"
    assert statement_iri("fact:ab") != statement_iri("ab")


def test_a_foreign_iri_has_no_id() -> None:
    with pytest.raises(ValueError, match="nothing of this graph"):
        id_of(NamedNode("http://example.org/x"))
