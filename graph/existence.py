"""When an alliance came into being and ceased to be, and who follows whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from sahelgraph.graph.spells import OPEN, Window, agreed, earliest, latest
from sahelgraph.graph.statements import Statement, held, window
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.when import When

GROUPS = (ActorType.ORGANISATION, ActorType.ARMED_GROUP)


@dataclass(frozen=True, slots=True)
class Existence:
    """The windows of an alliance's creation and dissolution, and the statements that give them."""

    created: Window = OPEN
    dissolved: Window = OPEN
    ids: tuple[str, ...] = ()

    @property
    def limits(self) -> Window:
        """The first and the last day on which it may have had members."""
        return self.created[0], self.dissolved[1]


def is_succession(statement: Statement) -> bool:
    """Does an actor file say that one group took the place of another? Articles name many things a
    successor; only the files are trusted to carry members over."""
    types = (statement.subject_type, statement.object_type)
    return statement.relation == "succeeded" and statement.curated and all(t in GROUPS for t in types)


def existences(statements: Iterable[Statement]) -> Mapping[str, Existence]:
    """The existence of every alliance of which something is said. Facts go before articles."""
    beginnings: defaultdict[str, list[Statement]] = defaultdict(list)
    ends: defaultdict[str, list[Statement]] = defaultdict(list)
    members: defaultdict[str, list[When]] = defaultdict(list)
    for statement in statements:
        if statement.status is not Status.ASSERTED or statement.when is None:
            continue
        if statement.relation == "created":
            beginnings[statement.subject].append(statement)
        elif statement.relation == "founded" and statement.object:
            beginnings[statement.object].append(statement)
        elif statement.relation == "dissolved":
            ends[statement.subject].append(statement)
        elif statement.object and is_succession(statement):
            ends[statement.object].append(statement)
        if statement.object and statement.curated and statement.relation == "member-of":
            members[statement.object].append(held(statement))
    return {a: _existence(beginnings[a], ends[a], members[a]) for a in sorted({*beginnings, *ends})}


def _existence(
    beginnings: Sequence[Statement], ends: Sequence[Statement], members: Sequence[When]
) -> Existence:
    """What articles say of it counts only as far as no actor file knows members before or after."""
    first = earliest(*(m.earliest_start for m in members))
    last = latest(*(m.earliest_end for m in members))
    created = [s for s in _best(beginnings) if s.curated or not _after(window(s)[0], first)]
    dissolved = [s for s in _best(ends) if s.curated or not _after(last, window(s)[1])]
    return Existence(
        agreed(window(s) for s in created),
        agreed(window(s) for s in dissolved),
        tuple(s.id for s in (*created, *dissolved)),
    )


def _after(day: date | None, other: date | None) -> bool:
    return bool(day and other and day > other)


def _best(statements: Sequence[Statement]) -> Sequence[Statement]:
    return [s for s in statements if s.curated] or statements


def predecessors_first(alliances: Iterable[str], successions: Iterable[Statement]) -> list[str]:
    """All alliances, each after those that it succeeds. Raises DataError where that is a circle."""
    graph: dict[str, set[str]] = {a: set() for a in sorted(alliances)}
    for succession in successions:
        graph.setdefault(succession.subject, set()).add(succession.object or "")
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise DataError(
            f"the actor files name successors in a circle: {' → '.join(error.args[1])}",
            hint="correct a `succeeded` in seeds/actors",
        ) from error
