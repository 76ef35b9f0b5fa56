"""A network as GraphML, GEXF or CSV. Texts of articles are hostile: what XML cannot hold is
replaced, and no cell of a CSV file can be taken for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from sahelgraph.graph.network import ActorNode, RelationEdge, Source, actor_nodes, relation_edges

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SEPARATOR = " | "
EDGE_COLUMNS = [f.name for f in fields(RelationEdge) if f.name != "sources"]
SOURCE_COLUMNS = [f.name for f in fields(Source) if f.name not in ("status", "curated")]


def write_network(network: nx.MultiDiGraph[str], path: Path, suffix: str) -> None:
    """Writes a network in the format of a suffix: .graphml, .gexf, or .csv (one line an edge and source).
    Raises OSError where it cannot."""
    if suffix == ".csv":
        _write_csv(network, path)
    elif suffix == ".gexf":
        nx.write_gexf(_flat(network), path)
    else:
        nx.write_graphml(_flat(network), path)


def _flat(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same network with plain values only, as these formats need them."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in actor_nodes(network):
        flat.add_node(_xml(actor.id), **_attributes(asdict(actor), "id"))
    for edge in relation_edges(network):
        values = {name: getattr(edge, name) for name in EDGE_COLUMNS}
        attributes = _attributes(values, "key", "subject", "object")
        for name in SOURCE_COLUMNS:
            attributes |= _attributes({f"source_{name}": [getattr(s, name) for s in edge.sources]})
        flat.add_edge(_xml(edge.subject), _xml(edge.object), key=_xml(edge.key), **attributes)
    return flat


def _attributes(values: dict[str, Any], *left_out: str) -> dict[str, str | int | float | bool]:
    plain = {name: _plain(value) for name, value in values.items() if name not in left_out}
    return {name: value for name, value in plain.items() if value is not None and value != ""}


def _plain(value: Any) -> str | int | float | bool | None:
    if isinstance(value, list | tuple):
        return SEPARATOR.join(str(_plain(v)) for v in value if v not in (None, (), ""))
    if isinstance(value, date):
        return value.isoformat()
    return _xml(value) if isinstance(value, str) else value


def _xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def _write_csv(network: nx.MultiDiGraph[str], path: Path) -> None:
    labels = {actor.id: actor for actor in actor_nodes(network)}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            [*EDGE_COLUMNS, "subject_label", "object_label", *(f"source_{n}" for n in SOURCE_COLUMNS)]
        )
        for edge in relation_edges(network):
            writer.writerows([_cell(value) for value in row] for row in _csv_rows(edge, labels))


def _csv_rows(edge: RelationEdge, actors: dict[str, ActorNode]) -> Iterator[list[Any]]:
    values = [getattr(edge, name) for name in EDGE_COLUMNS]
    ends = [actors[edge.subject].label, actors[edge.object].label]
    for source in edge.sources:
        yield [*values, *ends, *(getattr(source, name) for name in SOURCE_COLUMNS)]


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, str) and plain.startswith(FORMULA):
        return f"'{plain}"
    return "" if plain is None else plain
