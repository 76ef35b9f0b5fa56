"""SPARQL text: updates built from terms, values bound in a query, and what a broken query gets told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from sahelgraph.graph.terms import Term
from sahelgraph.ontology.errors import QueryError

TOKEN = re.compile(
    r"""(?P<skip> \"{3}.*?\"{3} | '{3}.*?'{3} | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
        | <[^<>"{}|^`\\\s]*> | \#[^\n]* | [?$]\w+ )
      | (?P<word> [A-Za-z]+ (?![\w:-]) ) | (?P<sign> [{}()] ) | [\w:.-]+ | . """,
    re.VERBOSE | re.DOTALL,
)
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def replace_update(graphs: Mapping[NamedNode, Iterable[Quad]]) -> str:
    """The SPARQL update that gives graphs new contents. Terms are written by Oxigraph, escaped."""
    dropped = [f"DROP SILENT GRAPH {graph}" for graph in graphs]
    quads = [quad for group in graphs.values() for quad in group]
    return " ;\n".join([*dropped, *([_data("INSERT", quads)] if quads else [])])


def change_update(removed: Iterable[Quad], added: Iterable[Quad]) -> str:
    """The SPARQL update that takes quads away and adds others."""
    return " ;\n".join((_data("DELETE", removed), _data("INSERT", added)))


def _data(verb: str, quads: Iterable[Quad]) -> str:
    lines = (f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads)
    return f"{verb} DATA {{\n" + "\n".join(lines) + "\n}"


def with_values(query: str, bindings: Mapping[str, Term]) -> str:
    """The query with its variables bound by a VALUES block at the head of its WHERE group: any server
    understands that, while Oxigraph's own substitutions reach only variables that are selected. Terms
    are written by Oxigraph, escaped. Raises QueryError where the query has no such group."""
    if not bindings:
        return query
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(str(term) for term in bindings.values())
    place = _where_group(query)
    return f"{query[:place]} VALUES ({names}) {{ ({terms}) }} {query[place:]}"


def _where_group(query: str) -> int:
    depth = 0
    template = False
    for match in TOKEN.finditer(query):
        if depth == 0 and (match["word"] or "").upper() == "CONSTRUCT":
            template = True
        elif depth == 0 and (match["word"] or "").upper() == "WHERE":
            template = False
        elif match["sign"] == "{" and depth == 0 and not template:
            return match.end()
        if match["sign"]:
            depth += 1 if match["sign"] in "{(" else -1
    raise QueryError("values cannot be bound in this query", hint="write its WHERE { … } out")


def broken_query(query: str, message: str, lines_before: int = 0) -> QueryError:
    """What is wrong with a query that Oxigraph cannot parse; `lines_before` were put before it."""
    if _first_word(query) in UPDATES:
        return QueryError("an update is refused: queries only read", hint="SELECT, ASK, CONSTRUCT, DESCRIBE")
    match = POSITION.search(message)
    if not match:
        return QueryError(f"the query is broken: {message}")
    line, column = int(match[1]) - lines_before, int(match[2])
    if "Prefix not found" in match[3]:
        what, hint = "a prefix is not declared", "declare it with PREFIX name: <…>"
    else:
        what, hint = "the query is broken", f"{match[3].splitlines()[0][:120]}"
    return QueryError(what, where=f"query, line {line}, column {column}", hint=hint)


def _first_word(query: str) -> str:
    words: Iterator[str] = (m["word"].upper() for m in TOKEN.finditer(query) if m["word"])
    for word in words:
        if word not in ("PREFIX", "BASE"):
            return word
    return ""
