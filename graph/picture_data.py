"""What the page of a picture knows, as one object of JSON: actors, edges, and what they point into.

pyvis holds actors, edges and options as vis-network wants them. Texts are cleaned of characters that do
not show, and web addresses that are not http or https are left out.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from sahelgraph.graph.layout import links, positions, ties
from sahelgraph.graph.network import ActorNode, RelationEdge, Source, actor_nodes, relation_edges
from sahelgraph.graph.wording import GROUPS, STANDINGS, TITLE, TYPES
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.relations import relations

SHAPES = {
    "State": "square",
    "Organisation": "hexagon",
    "ArmedGroup": "triangle",
    "Person": "dot",
    "Body": "diamond",
    "Place": "triangleDown",
}
SMALLEST, LARGEST = 8.0, 28.0
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "dot"},
    "edges": {"selectionWidth": 2, "hoverWidth": 1},
    "interaction": {
        "hover": True,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "hideEdgesOnZoom": False,
        "tooltipDelay": 100000,
    },
}
INVISIBLE = dict.fromkeys(
    [
        *(n for n in range(0xA0) if (n < 0x20 or n > 0x7E) and chr(n) not in "\t\n"),  # controls
        *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF),  # turn the writing
        *range(0xD800, 0xE000),  # halves of characters, which UTF-8 cannot hold
    ]
)


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows when it opens; whoever reads it can change all of it there."""

    on: date | None = None
    """The day; None shows the whole time."""
    focus: str | None = None
    """The id of the actor whose surroundings are shown."""
    depth: int = 1
    """How many steps from `focus`: 1 to 3."""
    relations: tuple[str, ...] = ()
    """The relations shown; all where empty."""
    max_nodes: int = 60
    """At most this many actors at first, the best connected."""


def check_view(view: View, network: nx.MultiDiGraph[str]) -> None:
    """Raise NameNotFoundError where the view names an actor or a relation that does not exist."""
    if view.focus is not None and view.focus not in network:
        raise NameNotFoundError(
            f"«{view.focus}» is not in the network", hint="give the id of one of its actors"
        )
    for relation in view.relations:
        if relation not in relations():
            raise NameNotFoundError(
                f"there is no relation «{relation}»", hint=f"one of {', '.join(relations())}"
            )


def page_data(
    network: nx.MultiDiGraph[str], language: str, view: View, titles: Mapping[str, str]
) -> dict[str, Any]:
    """Actors with their places, edges, the tables of sources that they point into, how to begin, and the
    title in each language."""
    edges = list(relation_edges(network))
    tables = _Tables()
    drawing = _drawing(list(actor_nodes(network)), edges, view)
    drawing.edges.extend(_edge(edge, tables) for edge in edges)
    return {
        "view": {
            "on": view.on.isoformat() if view.on else None,
            "focus": view.focus,
            "depth": min(max(view.depth, 1), 3),
            "relations": sorted(view.relations),
            "limit": max(view.max_nodes, 2),
            "language": language,
        },
        "words": {
            one: {
                "title": clean(titles[one]),
                "types": TYPES[one],
                "groups": GROUPS[one],
                "standing": STANDINGS[one],
            }
            for one in TITLE
        },
        "options": drawing.options,
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "relations": _relations(edges),
        "sources": tables.sources.values,
        "sentences": tables.sentences.values,
        "documents": tables.documents.values,
    }


def clean(text: str) -> str:
    """The text without control characters and without those that turn the direction of writing."""
    return text.translate(INVISIBLE)


def size_of(links: int) -> float:
    """The radius of an actor that is linked to so many others, in canvas units."""
    return min(SMALLEST + 3.0 * math.sqrt(links), LARGEST)


def _drawing(actors: Sequence[ActorNode], edges: Sequence[RelationEdge], view: View) -> Any:
    """The pyvis network of the actors. They go into its list straight: `add_node` looks through all
    earlier ones."""
    from pyvis.network import Network
    from pyvis.node import Node

    drawing = Network(directed=True)
    drawing.options = OPTIONS
    graph = ties((actor.id for actor in actors), edges)
    places, linked = positions(graph, view.max_nodes), links(graph)
    for actor in actors:
        x, y = places[actor.id]
        node = Node(actor.id, SHAPES.get(actor.type, "dot"), label=clean(actor.label), **_actor(actor))
        drawing.nodes.append(
            node.options | {"x": round(x), "y": round(y), "size": round(size_of(linked[actor.id]), 1)}
        )
    return drawing


def _actor(actor: ActorNode) -> dict[str, Any]:
    return {
        "label_fr": clean(actor.label),
        "label_en": clean(actor.label_en or actor.label),
        "type": actor.type,
        "aliases": [clean(name) for name in actor.aliases],
        "known": actor.known,
        "wikidata": actor.wikidata,
    }


def _relations(edges: Iterable[RelationEdge]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for edge in edges:
        if edge.relation not in found:
            known = relations().get(edge.relation)
            found[edge.relation] = {
                "label_fr": edge.label,
                "label_en": edge.label_en,
                "inverse_fr": known.inverse.fr if known else edge.label,
                "inverse_en": known.inverse.en if known else edge.label_en,
                "group": edge.group,
                "kind": edge.kind,
                "symmetric": edge.symmetric,
            }
    return dict(sorted(found.items()))


@dataclass
class _Table:
    """Values that are written once and pointed at by their position."""

    values: list[Any] = field(default_factory=list)
    places: dict[Hashable, int] = field(default_factory=dict)

    def place(self, key: Hashable, value: Any) -> int:
        if key not in self.places:
            self.places[key] = len(self.values)
            self.values.append(value)
        return self.places[key]


@dataclass
class _Tables:
    sources: _Table = field(default_factory=_Table)
    sentences: _Table = field(default_factory=_Table)
    documents: _Table = field(default_factory=_Table)


def _edge(edge: RelationEdge, tables: _Tables) -> dict[str, Any]:
    bounds = (edge.earliest_start, edge.latest_start, edge.earliest_end, edge.latest_end)
    return {
        "id": edge.key,
        "from": edge.subject,
        "to": edge.object,
        "layer": edge.layer,
        "relation": edge.relation,
        "group": edge.group,
        "status": edge.status,
        "when": clean(edge.when) if edge.when else None,
        "bounds": [b.isoformat() if b else None for b in bounds],
        "role": clean(edge.role) if edge.role else None,
        "confidence": round(edge.confidence, 3),
        "curated": edge.curated,
        "sources": [_source(source, tables) for source in edge.sources],
    }


def _source(source: Source, tables: _Tables) -> int:
    document = {
        "name": clean(source.document),
        "title": clean(source.title) if source.title else None,
        "publisher": clean(source.publisher) if source.publisher else None,
        "date": source.date.isoformat() if source.date else None,
        "url": _web_address(source.url),
        "curated": source.curated,
        "text": clean(source.reprint_of or source.document),
    }
    sentence = clean(source.sentence)
    return tables.sources.place(
        source,
        {
            "document": tables.documents.place(tuple(document.values()), document),
            "sentence": tables.sentences.place(sentence, sentence),
            "status": source.status,
            "speakers": [clean(name) for name in source.speakers],
        },
    )


def _web_address(text: str | None) -> str | None:
    """The address where it is http or https; None for anything else."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc else None
