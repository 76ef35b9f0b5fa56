"""The graph as a file, by its suffix, written whole or not at all; and a store back from N-Quads."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from sahelgraph.graph import pictures
from sahelgraph.graph.pictures import Wanted
from sahelgraph.graph.projection import build_network
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.errors import StoreError
from sahelgraph.ontology.namespaces import PREFIXES

RDF_FORMATS: Mapping[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}
NETWORK_FORMATS = (".graphml", ".gexf", ".csv")
SUFFIXES = (*pictures.SUFFIXES, ".ttl", ".trig", ".nq", ".jsonld", *NETWORK_FORMATS)


def export(store: Store, book: ActorBook, path: Path, wanted: Wanted | None = None) -> None:
    """Writes the graph in the format that the suffix names: RDF holds everything (.ttl without the
    graphs' names), the other formats hold the actors that articles name and their relations. Pictures
    show what is `wanted` (graph/pictures.py says which picture a name stands for). The order is always
    the same. Raises StoreError for another suffix, or where the file cannot be written, PictureError
    where what is wanted does not fit the file, NameNotFoundError and DateError where it does not exist.
    """
    write = _writer(store, book, path, wanted or Wanted())
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            write(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"the file cannot be written: {error.strerror or error}", where=str(path)) from error


def _writer(store: Store, book: ActorBook, path: Path, wanted: Wanted) -> Callable[[Path], None]:
    suffix = path.suffix.lower()
    if suffix in pictures.SUFFIXES:
        drawn = pictures.picture(build_network(store, book), store, book, path, wanted)
        return lambda part: _write_bytes(part, drawn)
    wanted.refuse_others((), f"a {suffix} file")
    if suffix == ".nq":
        return lambda part: _write_lines(store.quads(), part)
    if suffix in RDF_FORMATS:
        return lambda part: _write_rdf(store.quads(), part, RDF_FORMATS[suffix])
    if suffix in NETWORK_FORMATS:
        from sahelgraph.graph.network_files import write_network

        return lambda part: write_network(build_network(store, book), part, suffix)
    raise StoreError(f"«{suffix}» is no format to export to", hint=f"one of {' '.join(SUFFIXES)}")


def restore(store: Store, path: Path) -> int:
    """Puts the graphs of an N-Quads file in the place of everything in a store; gives the number of
    quads. Raises StoreError, and changes nothing, where the file cannot be read."""
    graphs: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
    try:
        for quad in parse(path=str(path), format=RdfFormat.N_QUADS):
            if not isinstance(quad.graph_name, NamedNode):
                raise StoreError("a quad names no graph", where=str(path), hint="restore a .nq export")
            graphs[quad.graph_name].append(quad)
    except (OSError, SyntaxError) as error:
        raise StoreError(f"this is no N-Quads file: {error}", where=str(path)) from error
    present = {q.graph_name for q in store.quads() if isinstance(q.graph_name, NamedNode)}
    store.replace({**{name: [] for name in present}, **graphs})
    return sum(map(len, graphs.values()))


def _write_bytes(part: Path, content: bytes) -> None:
    part.write_bytes(content)


def _write_lines(quads: Iterable[Quad], part: Path) -> None:
    part.write_bytes(b"".join(sorted(f"{quad} .\n".encode() for quad in quads)))


def _write_rdf(quads: Iterable[Quad], part: Path, form: RdfFormat) -> None:
    if form is RdfFormat.TURTLE:
        triples = sorted({quad.triple for quad in quads}, key=str)
        serialize(triples, str(part), format=form, prefixes=PREFIXES)
        return
    by_graph = sorted(quads, key=lambda q: (str(q.graph_name), str(q.triple)))
    serialize(by_graph, str(part), format=form, prefixes=None if form is RdfFormat.JSON_LD else PREFIXES)
