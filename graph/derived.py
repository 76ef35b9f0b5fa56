"""What is computed from all articles together, as one graph: memberships, direct shortcuts between
actors, the names of actors that the actor files lack, and which articles print the text of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.actors_graph import normalised
from sahelgraph.graph.iris import actor_iri, article_iri, id_of
from sahelgraph.graph.memberships import Membership
from sahelgraph.graph.memberships_graph import membership_quads
from sahelgraph.graph.rdf import Triples
from sahelgraph.graph.reprints import reprints, stored_prints
from sahelgraph.graph.store import Store, select
from sahelgraph.graph.terms import TYPE, Term, iri, sg
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.namespaces import MEMBERSHIPS_GRAPH, SKOS, relation_property

T = TypeVar("T")
MENTIONS = """
    SELECT ?actor ?type ?label ?alias (COUNT(?mention) AS ?times)
    WHERE {
      GRAPH ?article { ?mention a sg:Mention ; sg:actor ?actor ; sg:type ?type ; rdfs:label ?label }
      OPTIONAL { GRAPH ?article { ?mention skos:altLabel ?alias } }
    }
    GROUP BY ?actor ?type ?label ?alias"""
ASSERTED = """
    SELECT DISTINCT ?subject ?relation ?object
    WHERE {
      GRAPH ?graph {
        ?statement sg:status sg:Asserted ; sg:subject ?subject ; sg:relation ?relation .
        OPTIONAL { ?statement sg:object ?actor }
        OPTIONAL { ?statement sg:edtf ?edtf }
        BIND(COALESCE(?actor, ?edtf) AS ?object)
        FILTER(?relation != sg:memberOf)
      }
    }"""


def derived_quads(store: Store, book: ActorBook, memberships: Iterable[Membership]) -> Iterator[Quad]:
    """The graph of all that is computed."""
    memberships = list(memberships)
    yield from membership_quads(memberships)
    graph = NamedNode(MEMBERSHIPS_GRAPH)
    triples = {*_shortcuts(store, memberships), *_unlisted_actors(store, book), *_reprints(store)}
    yield from (Quad(s, p, o, graph) for s, p, o in triples)


def _shortcuts(store: Store, memberships: Iterable[Membership]) -> Triples:
    member_of = NamedNode(relation_property("member-of"))
    for membership in memberships:
        if membership.certainty == "certain":
            yield actor_iri(membership.actor), member_of, actor_iri(membership.alliance)
    for subject, relation, object_ in select(store, ASSERTED):
        if isinstance(subject, NamedNode) and isinstance(relation, NamedNode) and object_ is not None:
            yield subject, relation, object_


def _reprints(store: Store) -> Triples:
    for document, first in reprints(stored_prints(store)).items():
        yield article_iri(document), sg("reprintOf"), article_iri(first)


def _unlisted_actors(store: Store, book: ActorBook) -> Triples:
    types: defaultdict[Term, Counter[Term]] = defaultdict(Counter)
    names: defaultdict[Term, Counter[str]] = defaultdict(Counter)
    aliases: defaultdict[Term, set[str]] = defaultdict(set)
    for actor, type_, name, alias, times in select(store, MENTIONS):
        if actor is None or type_ is None or not isinstance(name, Literal) or id_of(actor) in book:
            continue
        count = int(times.value) if isinstance(times, Literal) else 1
        types[actor][type_] += count
        names[actor][normalised(name.value)] += count
        if isinstance(alias, Literal):
            aliases[actor].add(normalised(alias.value))
    for actor in types:
        node = actor_iri(id_of(actor))
        label = _most(names[actor])
        yield node, TYPE, sg(id_of(_most(types[actor])))
        yield node, iri(SKOS, "prefLabel"), Literal(label, language="fr")
        for other in {*names[actor], *aliases[actor]} - {label}:
            yield node, iri(SKOS, "altLabel"), Literal(other)


def _most(counts: Counter[T]) -> T:
    return min(counts, key=lambda value: (-counts[value], str(value)))
