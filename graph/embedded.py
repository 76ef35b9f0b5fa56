"""An Oxigraph store in a folder. One process writes, or several read.

The folder holds `sahelgraph.json` (what it is, which format) and `oxigraph/`. The storage format may
change between versions; sorted N-Quads (`export`, `restore`) is the durable form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions

from sahelgraph.graph.sparql_text import broken_query, change_update, with_values
from sahelgraph.graph.store import Results, Table
from sahelgraph.graph.terms import Term
from sahelgraph.ontology.errors import StoreError
from sahelgraph.ontology.namespaces import PREFIXES

MARKER = "sahelgraph.json"
FORMAT = 1


class EmbeddedStore:
    """See the protocol `Store`."""

    def __init__(self, inner: pyoxigraph.Store, location: str) -> None:
        self._inner = inner
        self._location = location

    @property
    def location(self) -> str:
        return self._location

    def query(self, query: str, bindings: Mapping[str, Term] | None = None) -> Results:
        text = with_values(query, bindings or {})
        try:
            return _materialised(self._inner.query(text, prefixes=PREFIXES, use_default_graph_as_union=True))
        except SyntaxError as error:
            raise broken_query(query, str(error)) from error
        except OSError as error:
            raise self._failed(error) from error

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        return iter(self._inner.quads_for_pattern(None, None, None, graph))

    def replace(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        removed: set[Quad] = set()
        added: set[Quad] = set()
        for graph, quads in graphs.items():
            new, known = set(quads), set(self.quads(graph))
            added |= new - known
            removed |= known - new
        try:
            if removed:
                self._inner.update(change_update(removed, added))
            elif added:
                self._inner.extend(added)
        except (OSError, RuntimeError) as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> StoreError:
        return StoreError(f"the store failed: {error}", where=self._location)


def _materialised(results: QuerySolutions | QueryBoolean | pyoxigraph.QueryTriples) -> Results:
    if isinstance(results, QueryBoolean):
        return bool(results)
    if isinstance(results, QuerySolutions):
        columns = tuple(v.value for v in results.variables)
        return Table(columns, tuple(tuple(row) for row in results))
    return tuple(results)


@contextmanager
def open_folder(folder: Path, *, write: bool) -> Iterator[EmbeddedStore]:
    """The store in a folder, locked while it is open: by one writer, or by any number of readers."""
    try:
        _prepare(folder, write=write)
        marker = (folder / MARKER).open("rb")
    except OSError as error:
        raise _cannot_open(folder, error) from error
    with marker:
        store = _open(folder, marker, write=write)
        try:
            yield store
        finally:
            if write:
                # Else the next one to open it reads the whole log again.
                store._inner.flush()
            # Oxigraph closes its files when the last reference goes.
            del store._inner


def _open(folder: Path, marker: BinaryIO, *, write: bool) -> EmbeddedStore:
    _check_format(folder, marker.read())
    _lock(folder, marker, write=write)
    data = str(folder / "oxigraph")
    try:
        inner = pyoxigraph.Store(data) if write else pyoxigraph.Store.read_only(data)
    except (OSError, ValueError) as error:
        raise _cannot_open(folder, error) from error
    return EmbeddedStore(inner, str(folder))


def _cannot_open(folder: Path, error: Exception) -> StoreError:
    return StoreError(f"the store cannot be opened: {error}", where=str(folder))


def _prepare(folder: Path, *, write: bool) -> None:
    marker = folder / MARKER
    if marker.is_file():
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(
            "this is no sahelgraph store",
            where=str(folder),
            hint="choose a new or empty folder, or the folder that `sahelgraph build --store` wrote",
        )
    if not write:
        raise StoreError(
            "there is no store here",
            where=str(folder),
            hint="make one with `sahelgraph build PATH --store DIR`",
        )
    folder.mkdir(parents=True, exist_ok=True)
    marker.write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")


def _check_format(folder: Path, marker: bytes) -> None:
    try:
        found = json.loads(marker)["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{MARKER} is damaged", where=str(folder)) from error
    if found != FORMAT:
        raise StoreError(
            f"the store has format {found}; this version reads format {FORMAT}",
            where=str(folder),
            hint="build it anew, or restore it from an N-Quads export",
        )


def _lock(folder: Path, marker: BinaryIO, *, write: bool) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: only Oxigraph's own lock keeps two writers apart
        return
    try:
        fcntl.flock(marker, (fcntl.LOCK_EX if write else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StoreError(
            "the store is locked: another process is " + ("using it" if write else "writing to it"),
            where=str(folder),
            hint="try again when it has finished",
        ) from error
