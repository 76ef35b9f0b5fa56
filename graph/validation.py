"""SHACL: what every graph must look like (ontology/shapes.ttl). rdflib and pyshacl load on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.store import Store, select
from sahelgraph.ontology import namespaces
from sahelgraph.ontology.errors import StoreError
from sahelgraph.ontology.namespaces import ARTICLE, SH, compact

if TYPE_CHECKING:
    import rdflib

SHAPES_FILE = Path(namespaces.__file__).with_name("shapes.ttl")
GRAPHS_AT_ONCE = 50


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a rule. `graph` is an article's file name, or the IRI of another graph."""

    graph: str
    node: str
    rule: str
    shape: str
    value: str | None

    def __str__(self) -> str:
        value = f" («{self.value}»)" if self.value is not None else ""
        return f"{compact(self.node)}: {self.rule}{value} [{compact(self.shape)}]"

    def to_json(self) -> dict[str, str | None]:
        return {name: getattr(self, name) for name in self.__slots__}


def violations(quads: Iterable[Quad]) -> list[Violation]:
    """What breaks the shapes in these quads, in order; empty where nothing does."""
    import pyshacl
    import rdflib

    quads = list(quads)
    data = rdflib.Graph()
    text = serialize((q.triple for q in quads), format=RdfFormat.N_TRIPLES)
    data.parse(data=text or b"", format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=_shapes())
    if conforms:
        return []
    graphs = {q.subject.value: q.graph_name for q in quads if isinstance(q.subject, NamedNode)}
    return sorted(_violation(report, result, graphs) for result in _results(report))


def check(quads: Iterable[Quad]) -> None:
    """Raises StoreError naming the first node that breaks a rule, and the rule."""
    found = violations(quads)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise StoreError(f"{found[0]}{more}", where=found[0].graph, hint="nothing was written")


def validate(store: Store) -> list[Violation]:
    """What breaks the shapes in a whole store."""
    graphs = [term for (term,) in select(store, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")]
    found: list[Violation] = []
    names = (g for g in graphs if isinstance(g, NamedNode))
    while some := list(islice(names, GRAPHS_AT_ONCE)):
        found += violations(quad for graph in some for quad in store.quads(graph))
    return sorted(found)


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(SHAPES_FILE)


def _results(report: rdflib.Graph) -> Iterator[Any]:
    import rdflib

    return report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult"))


def _violation(report: rdflib.Graph, result: Any, graphs: dict[str, Any]) -> Violation:
    import rdflib

    def value(name: str) -> Any:
        return report.value(result, rdflib.URIRef(SH + name))

    node, source = str(value("focusNode")), value("sourceShape")
    graph = graphs.get(node)
    inside = isinstance(graph, NamedNode) and graph.value.startswith(ARTICLE)
    owner = _shapes().value(None, rdflib.URIRef(SH + "property"), source)
    return Violation(
        graph=id_of(graph) if inside else graph.value if isinstance(graph, NamedNode) else "",
        node=node,
        rule=str(value("resultMessage")),
        shape=str(owner or source),
        value=None if value("value") is None else str(value("value")),
    )
