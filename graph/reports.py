"""From statements to reports: what each says of when a membership held, or when it ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sahelgraph.graph.existence import Existence
from sahelgraph.graph.spells import OPEN, Report, Window
from sahelgraph.graph.statements import Statement, held, window
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.when import Certainty, When

EXITS = ("left", "split-from")
NOT_FOUNDING_MEMBERS = {
    (ActorType.ORGANISATION, ActorType.ORGANISATION),
    (ActorType.ORGANISATION, ActorType.BODY),
    (ActorType.STATE, ActorType.ARMED_GROUP),
    (ActorType.STATE, ActorType.BODY),
}
"""Who founds what without becoming its member."""


def report(statement: Statement, when: When | None = None, end: Window | None = None) -> Report:
    documents = () if statement.document is None else (statement.document,)
    return Report((statement.id,), documents, statement.curated, when, end)


def holding(statement: Statement, exists: Existence) -> Report | None:
    """That it held, from a membership, a founding or a suspension; None for other statements."""
    if statement.relation == "member-of":
        return report(statement, when=held(statement))
    low, high = window(statement)
    if statement.relation == "suspended" and (low or high):
        return report(statement, when=When.of_bounds(None, high or low, low or high, None))
    types = statement.subject_type, statement.object_type
    if statement.relation == "founded" and types not in NOT_FOUNDING_MEMBERS:
        if statement.when is None and exists.created != OPEN:
            low, high = exists.created
        return report(statement, when=When.of_bounds(low, high, None, None))
    return None


def is_to_come(statement: Statement) -> bool:
    """Is this an exit after the day of its article? Then it is announced, whatever its status."""
    first, _ = window(statement)
    later = first and statement.published and first > statement.published
    return statement.relation in EXITS and bool(later) and not statement.curated


def is_exit(statement: Statement) -> bool:
    return statement.relation in EXITS and not is_to_come(statement)


def ending(statement: Statement) -> Report:
    return report(statement, end=window(statement))


def carried_over(
    ids: tuple[str, ...], documents: tuple[str, ...], when: When, succession: Statement
) -> Iterator[Report]:
    """A membership in the successor, from one that may have held when it succeeded."""
    low, high = window(succession)
    if when.covers_any(low or date.min, high or date.max) is not Certainty.NO:
        start = When.of_bounds(low, high, None, None)
        yield Report(tuple(sorted({succession.id, *ids})), documents, succession.curated, start)
