"""The graph as a networkx `MultiDiGraph`: actors are nodes, claims and memberships are edges.

A node's name is the actor's id (`mali`, `new:…`); its attributes are the fields of `ActorNode`.
An edge's key is the id of its claim or membership; its attributes are the fields of `RelationEdge`
other than `subject`, `object` and `key`. `actor_nodes` and `relation_edges` give both back typed,
in the order of their ids. Claims without an object (created, dissolved) make no edge.

Every text came from an article or an actor file and is hostile: whoever writes markup escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

import networkx as nx

Layer = Literal["claim", "membership"]


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence behind an edge. A curated fact has a `document` (the actor file's line) and a
    `sentence` (where the file has it from), and no article's title, date, publisher or URL."""

    document: str
    sentence: str
    status: str
    """asserted, alleged, denied, planned or negated."""
    date: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    speakers: tuple[str, ...] = ()
    curated: bool = False
    reprint_of: str | None = None
    """The article that printed the same text before this one."""


@dataclass(frozen=True, slots=True)
class ActorNode:
    """An actor of the network. `type` is a value of ActorType; `known`: is it in the actor files?"""

    id: str
    label: str
    label_en: str
    type: str
    aliases: tuple[str, ...] = ()
    known: bool = True
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class RelationEdge:
    """A claim or a membership between two actors, read from subject to object.

    `status` is the claim's (asserted, alleged, denied, planned, negated), or how sure a membership
    is (certain, possible, contested). `when` is EDTF; the four bounds are days, None where open.
    """

    key: str
    subject: str
    object: str
    layer: Layer
    relation: str
    """A relation of relations.toml; `member-of` for memberships."""
    label: str
    label_en: str
    group: str
    """membership, offices, conflict, cooperation or presence."""
    kind: Literal["state", "event"]
    symmetric: bool
    status: str
    when: str | None = None
    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    role: str | None = None
    confidence: float = 1.0
    curated: bool = False
    """Does only an actor file support it?"""
    sources: tuple[Source, ...] = ()


_NODE = tuple(f.name for f in fields(ActorNode) if f.name != "id")
_EDGE = tuple(f.name for f in fields(RelationEdge) if f.name not in ("key", "subject", "object"))


def network_of(actors: Iterable[ActorNode], edges: Iterable[RelationEdge]) -> nx.MultiDiGraph[str]:
    """The network of these actors and edges. Raises ValueError for an edge to an unknown actor."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in sorted(actors, key=lambda a: a.id):
        network.add_node(actor.id, **{name: getattr(actor, name) for name in _NODE})
    for edge in sorted(edges, key=lambda e: (e.subject, e.object, e.key)):
        for end in (edge.subject, edge.object):
            if end not in network:
                raise ValueError(f"the edge {edge.key} has an end that is no actor: {end}")
        attributes: dict[str, Any] = {name: getattr(edge, name) for name in _EDGE}
        network.add_edge(edge.subject, edge.object, key=edge.key, **attributes)
    return network


def actor_nodes(network: nx.MultiDiGraph[str]) -> Iterator[ActorNode]:
    """The actors of a network by id."""
    for actor_id in sorted(network.nodes):
        attributes: dict[str, Any] = network.nodes[actor_id]
        yield ActorNode(id=actor_id, **{name: attributes[name] for name in _NODE})


def relation_edges(network: nx.MultiDiGraph[str]) -> Iterator[RelationEdge]:
    """The claims and memberships of a network by subject, object and id."""
    for subject, object_, key, attributes in sorted(network.edges(keys=True, data=True), key=lambda e: e[:3]):
        yield RelationEdge(
            key=key, subject=subject, object=object_, **{name: attributes[name] for name in _EDGE}
        )
