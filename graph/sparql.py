"""SPARQL for users: any query that only reads, and the ready ones in graph/queries by name.

A ready query begins with comments: what it answers, then a line a parameter, `# $name  kind  what it
is`. Values become RDF terms and are bound; they never become part of the query's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from sahelgraph.graph.iris import actor_iri, article_iri
from sahelgraph.graph.names import resolve
from sahelgraph.graph.store import Results, Store
from sahelgraph.graph.terms import Term, day
from sahelgraph.ontology.actors import ActorBook, actor_book
from sahelgraph.ontology.errors import DataError, NameNotFoundError, Place, QueryError
from sahelgraph.ontology.namespaces import PREFIXES, XSD, compact, relation_property
from sahelgraph.ontology.relations import relations

QUERIES_FOLDER = Path(__file__).parent / "queries"
PARAMETER = re.compile(r"#\s*\$(?P<name>[a-z]+)\s+(?P<kind>[a-z]+)\s+(?P<what>\S.*)")
KINDS = ("actor", "article", "date", "relation", "text")
NUMBERS: Mapping[str, Callable[[str], int | float]] = {
    **dict.fromkeys((XSD + "integer", XSD + "int", XSD + "long"), int),
    **dict.fromkeys((XSD + "decimal", XSD + "double", XSD + "float"), float),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """`kind` says what a value is: the name of an actor, an article's file name, a date, a relation, text."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    name: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def run(
    store: Store, query: str, parameters: Mapping[str, str] | None = None, book: ActorBook | None = None
) -> Results:
    """The results of a query, given as SPARQL or by the name of a ready one. Raises QueryError where it
    is broken or is an update, or where its parameters are not right; NameNotFoundError for an actor
    that nobody knows."""
    given = parameters or {}
    named = named_queries().get(query.strip())
    if named is None:
        return store.query(query, {name: _guessed(value) for name, value in given.items()})
    known = {p.name: p for p in named.parameters}
    if given.keys() != known.keys():
        usage = " ".join(f"{p.name}={p.kind.upper()}" for p in named.parameters) or "none"
        raise QueryError(f"the query {named.name} takes other parameters", hint=f"it takes {usage}")
    people = book if book is not None else actor_book()
    return store.query(named.text, {n: _term(known[n], v, store, people) for n, v in given.items()})


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """The ready queries by name."""
    return {file.stem: load_query(file) for file in sorted(QUERIES_FOLDER.glob("*.rq"))}


def load_query(file: Path) -> NamedQuery:
    """The query of a file. Raises DataError with the line of a mistake in its head."""
    text = file.read_text("utf-8")
    description: list[str] = []
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        if match := PARAMETER.fullmatch(line.strip()):
            parameters.append(Parameter(match["name"], match["kind"], match["what"]))
            if match["kind"] not in KINDS or not re.search(rf"\?{match['name']}\b", text):
                raise DataError(
                    f"the parameter ${match['name']} has an unknown kind or is not used",
                    where=Place(file, number),
                    hint=f"kinds: {', '.join(KINDS)}",
                )
        elif content := line.strip("# "):
            description.append(content)
    if not description:
        raise DataError("a query says first what it answers", where=Place(file, 1))
    return NamedQuery(file.stem, " ".join(description), tuple(parameters), text)


def plain(term: Term | None) -> str | int | float | bool | None:
    """A term as a value for a cell: IRIs shortened by their prefix, numbers and truth values as such."""
    if isinstance(term, NamedNode):
        return compact(term.value)
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    if term.datatype.value == XSD + "boolean":
        return term.value in ("true", "1")
    return NUMBERS.get(term.datatype.value, str)(term.value)


def _term(parameter: Parameter, value: str, store: Store, book: ActorBook) -> Term:
    if parameter.kind == "actor":
        return actor_iri(resolve(book, store, value))
    if parameter.kind == "article":
        return article_iri(value)
    if parameter.kind == "relation":
        if value not in relations():
            raise NameNotFoundError(
                f"there is no relation «{value}»", hint=f"known: {', '.join(relations())}"
            )
        return NamedNode(relation_property(value))
    if parameter.kind == "date":
        try:
            return day(date.fromisoformat(value))
        except ValueError as error:
            raise QueryError(f"«{value}» is no day", hint="write it as 2024-01-31") from error
    return Literal(value)


def _guessed(value: str) -> Term:
    """`actor:mali` and `<http://…>` are IRIs, 2024-01-31 is a day, 12 a number, all else is text."""
    prefix, _, name = value.partition(":")
    try:
        if value.startswith("<") and value.endswith(">"):
            return NamedNode(value[1:-1])
        if prefix in PREFIXES:
            return NamedNode(PREFIXES[prefix] + name)
    except ValueError as error:
        raise QueryError(f"«{value}» is no IRI: {error}") from error
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return Literal(value, datatype=NamedNode(XSD + "date"))
    return Literal(int(value)) if re.fullmatch(r"-?\d{1,18}", value) else Literal(value)
