"""Memberships as RDF, and back: `read_memberships` gives what `membership_quads` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from sahelgraph.graph.iris import actor_iri, article_iri, id_of, membership_iri, statement_iri
from sahelgraph.graph.memberships import Episode, Membership
from sahelgraph.graph.rdf import Triples
from sahelgraph.graph.store import Store
from sahelgraph.graph.terms import TYPE, Descriptions, Term, day, flag, iri, sg, to_date, when_pairs
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.errors import StoreError
from sahelgraph.ontology.namespaces import DCTERMS, MEMBERSHIPS_GRAPH, ORG

MEMBERSHIPS = """
    CONSTRUCT { ?membership ?property ?value }
    WHERE {
      GRAPH graph:memberships {
        ?membership a sg:Membership ; org:member ?actor ; org:organization ?alliance ; ?property ?value
      }
    }"""
EPISODES = """
    CONSTRUCT { ?statement ?property ?value }
    WHERE {
      GRAPH graph:memberships {
        ?membership org:member ?actor ; org:organization ?alliance ;
          sg:exit|sg:announcedExit|sg:suspension ?statement
      }
      { ?statement ?property ?value
        VALUES ?property {
          sg:status sg:announced sg:edtf sg:earliestStart sg:latestStart sg:earliestEnd sg:latestEnd
        } }
      UNION
      { ?statement prov:wasDerivedFrom ?article . ?article ?property ?value
        VALUES ?property { dcterms:date } }
    }"""


def membership_quads(memberships: Iterable[Membership]) -> Iterator[Quad]:
    """Memberships in their graph."""
    graph = NamedNode(MEMBERSHIPS_GRAPH)
    for membership in memberships:
        yield from (Quad(s, p, o, graph) for s, p, o in _membership(membership))


def _membership(membership: Membership) -> Triples:
    node = membership_iri(membership.id)
    yield node, TYPE, sg("Membership")
    yield node, TYPE, iri(ORG, "Membership")
    yield node, iri(ORG, "member"), actor_iri(membership.actor)
    yield node, iri(ORG, "organization"), actor_iri(membership.alliance)
    yield from ((node, p, o) for p, o in when_pairs(membership.when))
    yield node, sg("certainty"), sg(membership.certainty.capitalize())
    yield node, sg("curated"), flag(membership.curated)
    if membership.last_seen:
        yield node, sg("lastSeen"), day(membership.last_seen)
    for statement in membership.for_:
        yield node, sg("supportedBy"), statement_iri(statement)
    for statement in membership.against:
        yield node, sg("contradictedBy"), statement_iri(statement)
    for document in membership.sources:
        yield node, iri(DCTERMS, "source"), article_iri(document)
    for episode in membership.exits:
        kind = "announcedExit" if episode.status is Status.PLANNED else "exit"
        yield node, sg(kind), statement_iri(episode.statement)
    for episode in membership.suspensions:
        yield node, sg("suspension"), statement_iri(episode.statement)


def read_memberships(store: Store, actor: str | None = None, alliance: str | None = None) -> list[Membership]:
    """The stored memberships of an actor, of an alliance, of both or of all, by actor and time."""
    bindings: dict[str, Term] = {}
    if actor:
        bindings["actor"] = actor_iri(actor)
    if alliance:
        bindings["alliance"] = actor_iri(alliance)
    known = Descriptions([*_triples(store, MEMBERSHIPS, bindings), *_triples(store, EPISODES, bindings)])
    found = [_read(known, node) for node in known.instances(sg("Membership"))]
    return sorted(found, key=lambda m: (m.actor, m.alliance, m.id))


def _triples(store: Store, query: str, bindings: dict[str, Term]) -> tuple[Triple, ...]:
    results = store.query(query, bindings)
    if not isinstance(results, tuple):
        raise StoreError("the store gave no triples", where=store.location)
    return results


def _read(known: Descriptions, node: NamedNode) -> Membership:
    when = known.when(node)
    if when is None:
        raise StoreError(f"{node} has no time", hint="build the store anew")

    def ids(property_: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(id_of(term) for term in known.all(node, property_)))

    def episodes(*kinds: str) -> tuple[Episode, ...]:
        found = [_episode(known, term, kind) for kind in kinds for term in known.all(node, sg(kind))]
        return tuple(sorted(found, key=lambda e: (e.statement, e.status)))

    return Membership(
        id=id_of(node),
        actor=id_of(known.one(node, iri(ORG, "member"))),
        alliance=id_of(known.one(node, iri(ORG, "organization"))),
        when=when,
        certainty=id_of(known.one(node, sg("certainty"))).lower(),
        for_=ids(sg("supportedBy")),
        against=ids(sg("contradictedBy")),
        sources=ids(iri(DCTERMS, "source")),
        curated=known.one(node, sg("curated")) == flag(True),
        last_seen=to_date(known.one(node, sg("lastSeen"))),
        exits=episodes("exit", "announcedExit"),
        suspensions=episodes("suspension"),
    )


def _episode(known: Descriptions, statement: Term, kind: str) -> Episode:
    status = Status(id_of(known.one(statement, sg("status"))).lower())
    announced = kind == "announcedExit"
    day = known.one(statement, sg("announced")) if announced else None
    return Episode(
        id_of(statement),
        Status.PLANNED if announced else status,
        known.when(statement),
        to_date(day or known.one(statement, iri(DCTERMS, "date"))),
    )
