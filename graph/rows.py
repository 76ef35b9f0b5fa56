"""Answers as rows for tables, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sahelgraph.graph.answers import MembershipAnswer, Why
from sahelgraph.graph.printing import in_words, span_in_words
from sahelgraph.graph.sparql import named_queries, plain
from sahelgraph.graph.store import Results, Table

Rows = list[dict[str, Any]]
CLAIM = ("subject", "relation", "object", "when", "status", "by", "document", "evidence")
TESTIMONY = (
    "subject", "relation", "object", "role", "when", "certainty", "status", "by", "document", "evidence",
)  # fmt: skip
MEMBERSHIP = ("since", "until", "part", "last_seen", "certainty", "remarks", "counted", "sources")
SOMETIMES = ("part", "remarks", "reprints", "counted")


def membership_rows(
    found: Sequence[MembershipAnswer], *, remarks: bool = True
) -> tuple[Rows, tuple[str, ...]]:
    """Answers as people read them, and the columns of their table: those of `SOMETIMES` only where they
    say something. Without `remarks` these are told elsewhere."""
    rows = [
        {key: value for key, value in answer.to_json().items() if key not in SOMETIMES}
        | {"since": in_words(answer.since), "until": in_words(answer.until)}
        | {"sources": answer.membership.sources or "actor files"}
        | {"part": span_in_words(answer.part), "remarks": answer.remarks if remarks else ()}
        | {"reprints": answer.reprints, "counted": _counted(answer)}
        for answer in found
    ]
    columns = (found[0].side if found else "actor", *MEMBERSHIP)
    return rows, tuple(c for c in columns if c not in SOMETIMES or any(row[c] for row in rows))


def _counted(answer: MembershipAnswer) -> str:
    """How many of the sources are independent of each other, where some are not."""
    again = len(answer.reprints)
    number = len(answer.membership.sources) - again
    return f"{_count(number, 'source')} ({_count(again, 'reprint')})" if again else ""


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def reason_rows(reasons: Why) -> Rows:
    """The statements for and against, with their `side`."""
    sides = (("for", reasons.for_), ("against", reasons.against))
    again = reasons.reprints
    return [
        {"side": side, **row.to_json(), "reprint_of": again.get(row.document)}
        for side, found in sides
        for row in found
    ]


def result_rows(results: Results) -> tuple[Rows, tuple[str, ...]]:
    """What a SPARQL query gives, and its columns."""
    if isinstance(results, bool):
        return [{"answer": results}], ("answer",)
    columns = results.columns if isinstance(results, Table) else ("subject", "predicate", "object")
    cells: Iterable[Iterable[Any]] = results.rows if isinstance(results, Table) else results
    return [dict(zip(columns, map(plain, row), strict=True)) for row in cells], columns


def short_claims(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Rows:
    """The JSON objects of claims (`claim_to_json`, `Testimony.to_json`) with names and sentences in the
    place of what is known of them."""

    def short(value: Any) -> Any:
        return value.get("label", value.get("text")) if isinstance(value, Mapping) else value

    return [{key: short(record[key]) for key in columns} for record in records]


def query_rows() -> tuple[Rows, tuple[str, ...]]:
    """The ready queries, and the columns of their table."""
    columns = ("name", "set", "answers")
    rows = [
        (query.name, [f"{p.name}={p.kind.upper()}" for p in query.parameters], query.description)
        for query in named_queries().values()
    ]
    return [dict(zip(columns, row, strict=True)) for row in rows], columns
