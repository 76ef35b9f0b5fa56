"""The actor files as RDF: actors with their labels, and curated facts."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.iris import actor_iri, statement_iri
from sahelgraph.graph.rdf import Triples
from sahelgraph.graph.statements import fact_id
from sahelgraph.graph.terms import TYPE, day, iri, sg, when_pairs
from sahelgraph.ontology.actors import Actor, ActorBook, Fact
from sahelgraph.ontology.namespaces import (
    ACTORS_GRAPH,
    DCTERMS,
    OWL,
    SKOS,
    WIKIDATA,
    mint,
    relation_property,
)


def actors_quads(book: ActorBook) -> Iterator[Quad]:
    """The graph of the actor files."""
    graph = NamedNode(ACTORS_GRAPH)
    for actor in book:
        yield from (Quad(s, p, o, graph) for s, p, o in _actor(actor))
    for fact in book.facts:
        yield from (Quad(s, p, o, graph) for s, p, o in _fact(fact))


def fingerprint(book: ActorBook) -> str:
    """Changes when anything changes that `actors_quads` writes."""
    actors = [(a.id, a.type, a.labels_by_language, a.all_names, a.state, a.gender, a.wikidata) for a in book]
    facts = [(fact_id(f), f.when.bounds if f.when else None) for f in book.facts]
    return hashlib.sha256(repr((actors, facts)).encode()).hexdigest()


def _actor(actor: Actor) -> Triples:
    node = actor_iri(actor.id)
    labels = dict(actor.labels_by_language)
    yield node, TYPE, sg(actor.type.value)
    for language, label in labels.items():
        yield node, iri(SKOS, "prefLabel"), Literal(normalised(label), language=language)
    for name in actor.all_names:
        if name not in labels.values():
            yield node, iri(SKOS, "altLabel"), Literal(normalised(name))
    if actor.state:
        yield node, sg("ofState"), actor_iri(actor.state)
    if actor.gender:
        yield node, sg("gender"), Literal(actor.gender)
    if actor.wikidata:
        yield node, iri(OWL, "sameAs"), NamedNode(mint(WIKIDATA, actor.wikidata))


def _fact(fact: Fact) -> Triples:
    node = statement_iri(fact_id(fact))
    yield node, TYPE, sg("Fact")
    yield node, sg("relation"), NamedNode(relation_property(fact.relation))
    yield node, sg("status"), sg("Asserted")
    yield node, sg("subject"), actor_iri(fact.subject)
    if fact.object:
        yield node, sg("object"), actor_iri(fact.object)
    if fact.when:
        yield from ((node, p, o) for p, o in when_pairs(fact.when))
    if fact.role:
        yield node, sg("role"), Literal(fact.role)
    if fact.announced:
        yield node, sg("announced"), day(fact.announced)
    yield node, iri(DCTERMS, "source"), Literal(fact.source)


def normalised(name: str) -> str:
    """A name in Unicode's composed form, so that equal names are equal labels."""
    return unicodedata.normalize("NFC", name)
