"""From a store to a network: every claim and every membership becomes an edge, with its sentences."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from sahelgraph.graph.claim_rows import ClaimRow, fact_row, read_claims
from sahelgraph.graph.memberships import Membership
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.names import Unlisted, unlisted_actors
from sahelgraph.graph.network import ActorNode, RelationEdge, Source, network_of
from sahelgraph.graph.reprints import read_reprints
from sahelgraph.graph.statements import fact_id
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.relations import relations


def build_network(store: Store, book: ActorBook) -> nx.MultiDiGraph[str]:
    """The network of a store: the actors that its articles name, all claims that have an object, and
    all memberships. What only actor files say is left out where no article names both ends."""
    claims = read_claims(store)
    named = {actor for row in claims for actor in (row.subject, row.object) if actor}
    rows = {row.id: row for row in claims} | {fact_id(fact): fact_row(fact) for fact in book.facts}
    prints = read_reprints(store)
    edges = [_of_claim(row, row.object, prints) for row in claims if row.object]
    for membership in read_memberships(store):
        if not membership.curated or {membership.actor, membership.alliance} <= named:
            edges.append(_of_membership(membership, rows, prints))
    ends = {end for edge in edges for end in (edge.subject, edge.object)}
    unlisted = {actor.id: actor for actor in unlisted_actors(store)}
    return network_of((_node(actor_id, book, unlisted) for actor_id in named | ends), edges)


def _node(actor_id: str, book: ActorBook, unlisted: Mapping[str, Unlisted]) -> ActorNode:
    if actor_id in book:
        actor = book[actor_id]
        french, english = actor.label.fr, actor.label.en
        aliases = tuple(name for name in actor.all_names if name not in (french, english))
        return ActorNode(actor_id, french, english, actor.type.value, aliases, True, actor.wikidata)
    found = unlisted[actor_id]
    return ActorNode(actor_id, found.label, found.label, found.type, found.aliases, False)


def _of_claim(row: ClaimRow, object_: str, prints: Mapping[str, str]) -> RelationEdge:
    relation = relations()[row.relation]
    bounds = row.when.bounds if row.when else (None, None, None, None)
    return RelationEdge(
        row.id,
        row.subject,
        object_,
        "claim",
        relation.id,
        relation.label.fr,
        relation.label.en,
        relation.group,
        relation.kind,
        relation.symmetric,
        row.status.value,
        row.when.edtf if row.when else None,
        *bounds,
        role=row.role,
        confidence=row.confidence,
        sources=(_source(row, prints),),
    )


def _of_membership(
    membership: Membership, rows: Mapping[str, ClaimRow], prints: Mapping[str, str]
) -> RelationEdge:
    relation = relations()["member-of"]
    statements = [rows[i] for i in (*membership.for_, *membership.against) if i in rows]
    return RelationEdge(
        membership.id,
        membership.actor,
        membership.alliance,
        "membership",
        relation.id,
        relation.label.fr,
        relation.label.en,
        relation.group,
        relation.kind,
        relation.symmetric,
        membership.certainty,
        membership.when.edtf,
        *membership.when.bounds,
        curated=membership.curated,
        sources=tuple(_source(row, prints) for row in statements),
    )


def _source(row: ClaimRow, prints: Mapping[str, str]) -> Source:
    return Source(
        row.document,
        row.sentence,
        row.status.value,
        row.date,
        row.title,
        row.publisher,
        row.url,
        row.speakers,
        row.curated,
        prints.get(row.document),
    )
