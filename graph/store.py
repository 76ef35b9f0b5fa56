"""Stores of quads: an Oxigraph folder or a SPARQL 1.1 server, behind one small protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Quad, Triple

from sahelgraph.graph.terms import Term
from sahelgraph.ontology.errors import QueryError

Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a SELECT query gives: rows of terms, None where a variable is not bound."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Results = Table | bool | tuple[Triple, ...]


class Store(Protocol):
    """Named graphs that can be asked and replaced. Every method raises StoreError where the store
    fails, and leaves it as it was."""

    @property
    def location(self) -> str:
        """The folder or URL, for messages."""
        ...

    def query(self, query: str, bindings: Mapping[str, Term] | None = None) -> Results:
        """The results of a query over all graphs, with the vocabulary's prefixes declared. `bindings`
        gives variables their values. Raises QueryError where the query is broken or is an update."""
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        ...

    def replace(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Gives these graphs new contents (none: the graph goes), in one transaction."""
        ...


@contextmanager
def open_store(location: str | Path, *, write: bool = False) -> Iterator[Store]:
    """The store in a folder or behind a URL; with `write`, a folder that is missing or empty becomes
    one. Raises StoreError where there is no store, or another process has it locked."""
    if str(location).startswith(("http://", "https://")):
        from sahelgraph.graph.remote import RemoteStore

        yield RemoteStore(str(location))
        return
    from sahelgraph.graph.embedded import open_folder

    with open_folder(Path(location), write=write) as store:
        yield store


def select(store: Store, query: str, **bindings: Term) -> tuple[Row, ...]:
    """The rows of a SELECT query."""
    results = store.query(query, bindings)
    if not isinstance(results, Table):
        raise QueryError("this query gives no table", hint="use SELECT")
    return results.rows
