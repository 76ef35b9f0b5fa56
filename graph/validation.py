"""SHACL: what every graph must look like (ontology/shapes.ttl). rdflib and pyshacl load on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.store import Store, select
from sahelgraph.graph.terms import TYPE, Term
from sahelgraph.ontology import namespaces
from sahelgraph.ontology.errors import RuleError, StoreError
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

    quads = list(quads)
    conforms, report, _ = pyshacl.validate(_as_rdflib(quads), shacl_graph=_shapes())
    if conforms:
        return []
    graphs = {q.subject.value: q.graph_name for q in quads if isinstance(q.subject, NamedNode)}
    return sorted(_violation(report, result, graphs) for result in _results(report))


def check(quads: Iterable[Quad]) -> None:
    """Raises RuleError naming the first node that breaks a rule, and the rule."""
    found = violations(quads)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise RuleError(f"{found[0]}{more}", where=found[0].graph, hint="nothing of it was written")


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


def _as_rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of quads for pyshacl, without those of properties that no shape mentions: they cannot
    break one. (Parsing them from a text takes several times as long.)"""
    import rdflib

    @cache
    def term(value: Term) -> rdflib.term.Identifier:
        if isinstance(value, NamedNode):
            return rdflib.URIRef(value.value)
        if isinstance(value, Literal) and value.language:
            return rdflib.Literal(value.value, lang=value.language)
        if isinstance(value, Literal):
            return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))
        raise StoreError(f"{value} is neither an IRI nor a literal")

    graph = rdflib.Graph()
    mentioned = {TYPE.value, *map(str, _shapes().objects())}
    for quad in quads:
        if quad.predicate.value in mentioned:
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


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
    return Violation(
        graph=id_of(graph) if inside else graph.value if isinstance(graph, NamedNode) else "",
        node=node,
        rule=str(value("resultMessage")),
        shape=str(source),
        value=None if value("value") is None else str(value("value")),
    )
