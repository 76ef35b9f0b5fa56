"""RDF terms out of Python values and back. Text only ever becomes a literal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from sahelgraph.ontology.namespaces import RDF, SG, XSD
from sahelgraph.ontology.when import When

Term = NamedNode | BlankNode | Literal | Triple
BOUNDS = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
TYPE = NamedNode(RDF + "type")
_DATE = NamedNode(XSD + "date")
_INTEGER = NamedNode(XSD + "integer")
_DOUBLE = NamedNode(XSD + "double")
_BOOLEAN = NamedNode(XSD + "boolean")


@cache
def sg(name: str) -> NamedNode:
    """A term of the project's own vocabulary."""
    return NamedNode(SG + name)


@cache
def iri(namespace: str, name: str = "") -> NamedNode:
    """A term of a vocabulary by its plain name. For names from outside, see `namespaces.mint`."""
    return NamedNode(namespace + name)


def day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=_DATE)


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=_INTEGER)


def number(value: float) -> Literal:
    return Literal(repr(value), datatype=_DOUBLE)


def flag(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def to_date(term: Term | None) -> date | None:
    return date.fromisoformat(term.value) if isinstance(term, Literal) else None


def when_pairs(when: When) -> Iterator[tuple[NamedNode, Literal]]:
    """The properties and values that describe a time: its EDTF and those bounds that are known."""
    yield sg("edtf"), Literal(when.edtf)
    for name, bound in zip(BOUNDS, when.bounds, strict=True):
        if bound:
            yield sg(name), day(bound)


def to_when(edtf: Term | None, bounds: Sequence[Term | None]) -> When | None:
    """The inverse of `when_pairs`; None where there is no EDTF."""
    if not isinstance(edtf, Literal):
        return None
    first, second, third, fourth = (to_date(bound) for bound in bounds)
    return When(first, second, third, fourth, edtf.value)


def sequence_of(node: NamedNode, property_: NamedNode) -> NamedNode:
    """The rdf:Seq that keeps the order of a node's values."""
    name = property_.value.rpartition("#")[2]
    return NamedNode(f"{node.value}{'-' if '#' in node.value else '#'}{name}")


class Descriptions:
    """Quads looked up by subject and property."""

    def __init__(self, quads: Iterable[Quad | Triple]) -> None:
        self._values: defaultdict[tuple[Term, NamedNode], list[Term]] = defaultdict(list)
        self._instances: defaultdict[Term, set[NamedNode]] = defaultdict(set)
        for quad in quads:
            self._values[quad.subject, quad.predicate].append(quad.object)
            if quad.predicate == TYPE and isinstance(quad.subject, NamedNode):
                self._instances[quad.object].add(quad.subject)

    def all(self, subject: Term, property_: NamedNode) -> list[Term]:
        return self._values.get((subject, property_), [])

    def one(self, subject: Term, property_: NamedNode) -> Term | None:
        """The least of the values, so that the answer does not depend on the order of the quads."""
        values = self.all(subject, property_)
        return min(values, key=str) if values else None

    def text(self, subject: Term, property_: NamedNode) -> str | None:
        term = self.one(subject, property_)
        return term.value if isinstance(term, Literal | NamedNode) else None

    def texts(self, subject: Term, property_: NamedNode) -> list[str]:
        return sorted(t.value for t in self.all(subject, property_) if isinstance(t, Literal))

    def when(self, subject: Term) -> When | None:
        bounds = [self.one(subject, sg(name)) for name in BOUNDS]
        return to_when(self.one(subject, sg("edtf")), bounds)

    def instances(self, class_: NamedNode) -> list[NamedNode]:
        """The subjects of this type, by name."""
        return sorted(self._instances.get(class_, ()), key=str)
