"""A SPARQL 1.1 server by its URL: `URL/query` and `URL/update`, as Oxigraph and Fuseki serve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from sahelgraph.graph.sparql_text import broken_query, replace_update, with_values
from sahelgraph.graph.store import Results, Table
from sahelgraph.graph.terms import Term
from sahelgraph.ontology.errors import QueryError, StoreError
from sahelgraph.ontology.namespaces import PREFIXES

TIMEOUT = 120
PROLOGUE = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items())
ALL_QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


class RemoteStore:
    """See the protocol `Store`. The server decides whether the default graph is the union of all;
    Oxigraph is asked for it."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")

    @property
    def location(self) -> str:
        return self._url

    def query(self, query: str, bindings: Mapping[str, Term] | None = None) -> Results:
        text = f"{PROLOGUE}\n{with_values(query, bindings or {})}"
        try:
            kind, body = self._post("query?union-default-graph=true", "application/sparql-query", text)
        except HTTPError as error:
            if error.code == 400:
                raise broken_query(query, error.read().decode(errors="replace"), lines_before=1) from error
            raise StoreError(f"the server refused: {error}", where=self._url) from error
        try:
            return _results(kind, body)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"the server's answer cannot be read: {error}", where=self._url) from error

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        results = self.query(ALL_QUADS, {"g": graph} if graph else None)
        if not isinstance(results, Table):
            raise StoreError("the server gave no table", where=self._url)
        for subject, predicate, object_, name in results.rows:
            yield Quad(subject, predicate, object_, name)  # type: ignore[arg-type]

    def replace(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        try:
            self._post("update", "application/sparql-update", replace_update(graphs))
        except HTTPError as error:
            raise StoreError(
                f"the server did not write: {error}", where=self._url, hint="is it read-only?"
            ) from error

    def _post(self, path: str, kind: str, text: str) -> tuple[str, bytes]:
        accepted = f"{QueryResultsFormat.JSON.media_type}, {RdfFormat.N_TRIPLES.media_type};q=0.9"
        request = Request(  # noqa: S310 (open_store lets only http and https through)
            f"{self._url}/{path}",
            text.encode(),
            {"Content-Type": f"{kind}; charset=utf-8", "Accept": accepted},
        )
        try:
            with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
                return response.headers.get_content_type(), response.read()
        except HTTPError:
            raise
        except (OSError, HTTPException) as error:
            raise StoreError(
                f"the server cannot be reached: {error}",
                where=self._url,
                hint="does it run, and is this its URL?",
            ) from error


def _results(kind: str, body: bytes) -> Results:
    if kind == RdfFormat.N_TRIPLES.media_type:
        return tuple(q.triple for q in parse(body, format=RdfFormat.N_TRIPLES))
    results = parse_query_results(body, QueryResultsFormat.from_media_type(kind) or QueryResultsFormat.JSON)
    if isinstance(results, QueryBoolean):
        return bool(results)
    if not isinstance(results, QuerySolutions):
        raise QueryError("the server gave neither a table nor an answer")
    return Table(tuple(v.value for v in results.variables), tuple(tuple(row) for row in results))
