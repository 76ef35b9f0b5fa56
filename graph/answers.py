"""Answers to who belonged, when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sahelgraph.graph.claim_rows import ClaimRow, fact_row, in_time, read_claims
from sahelgraph.graph.memberships import Membership, fuse
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.names import label_of, resolve
from sahelgraph.graph.statements import is_fact
from sahelgraph.graph.store import Store
from sahelgraph.graph.stored_statements import stored_statements
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import When, window_edtf

__all__ = ["MembershipAnswer", "Why", "resolve", "when", "who", "why"]

FOR = ("member-of", "founded", "suspended")
EXITS = ("left", "split-from")
DENIALS = (Status.DENIED, Status.NEGATED)


@dataclass(frozen=True, slots=True)
class MembershipAnswer:
    """One spell of a membership. `certainty` is for the time that was asked for; `side` says whether
    `id` and `label` are the actor's or the alliance's."""

    side: Literal["actor", "alliance"]
    id: str
    label: str
    certainty: str
    membership: Membership

    @property
    def since(self) -> str | None:
        """EDTF, a window where that is all that is known; None where only an article's date bounds it."""
        first, begun, _, _ = self.membership.when.bounds
        return window_edtf(first, begun) if first else None

    @property
    def until(self) -> str | None:
        """EDTF; None where nothing says that it has ended."""
        _, _, lasted, last = self.membership.when.bounds
        return window_edtf(lasted, last) if last else None

    @property
    def announced(self) -> tuple[str, ...]:
        """EDTF of the exits that were announced, where a date was."""
        exits = (e.when for e in self.membership.exits if e.status is Status.PLANNED and e.when)
        return tuple(sorted({when.edtf for when in exits}))

    @property
    def suspended(self) -> tuple[str, ...]:
        """EDTF of the suspensions."""
        return tuple(sorted({e.when.edtf for e in self.membership.suspensions if e.when}))

    def to_json(self) -> dict[str, object]:
        last_seen = self.membership.last_seen
        return {
            self.side: self.label,
            "id": self.id,
            "since": self.since,
            "until": self.until,
            "last_seen": last_seen.isoformat() if last_seen else None,
            "certainty": self.certainty,
            "sources": list(self.membership.sources),
            "curated": self.membership.curated,
        }


@dataclass(frozen=True, slots=True)
class Why:
    """The statements that support a membership, and those that speak against it or end it."""

    for_: tuple[ClaimRow, ...]
    against: tuple[ClaimRow, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "for": [row.to_json() for row in self.for_],
            "against": [row.to_json() for row in self.against],
        }


def who(
    store: Store,
    book: ActorBook,
    alliance_id: str,
    *,
    on: When | None = None,
    start: date | None = None,
    end: date | None = None,
    curated: bool = True,
) -> list[MembershipAnswer]:
    """The members of an alliance on some day of `on`, or of `start`..`end`, or at any time: by label,
    each spell apart. Without `curated`, the facts of the actor files count for nothing."""
    if on:
        start, end = on.earliest_start, on.latest_end
    found = _memberships(store, curated, alliance=alliance_id)
    return _answers(store, book, "actor", found, start or date.min, end or date.max)


def when(
    store: Store, book: ActorBook, actor_id: str, alliance_id: str | None = None, *, curated: bool = True
) -> list[MembershipAnswer]:
    """The memberships of an actor, in one alliance or in all: by label and time."""
    found = _memberships(store, curated, actor=actor_id, alliance=alliance_id)
    return _answers(store, book, "alliance", found, date.min, date.max)


def why(store: Store, book: ActorBook, actor_id: str, alliance_id: str) -> Why:
    """What articles and actor files say for and against a membership, with their sentences."""
    ends = {actor_id, alliance_id}
    sides = {row.id: (_side(row), row) for row in _between(store, actor_id, alliance_id)}
    sides |= {(row := fact_row(f)).id: (_side(row), row) for f in book.facts if {f.subject, f.object} == ends}
    for membership in _memberships(store, True, actor=actor_id, alliance=alliance_id):
        for side, ids in (("for", membership.for_), ("against", membership.against)):
            rows = _statements(store, book, (i for i in ids if i not in sides))
            sides |= {row.id: (side, row) for row in rows}
    return Why(
        tuple(in_time(row for side, row in sides.values() if side == "for")),
        tuple(in_time(row for side, row in sides.values() if side == "against")),
    )


def _between(store: Store, actor_id: str, alliance_id: str) -> list[ClaimRow]:
    """What articles say of the two; a suspension is said of the alliance first."""
    return [
        *read_claims(store, subject=actor_id, object=alliance_id),
        *read_claims(store, subject=alliance_id, relation="suspended", object=actor_id),
    ]


def _statements(store: Store, book: ActorBook, ids: Iterable[str]) -> list[ClaimRow]:
    """Claims and facts by their ids."""
    wanted = set(ids)
    if not wanted:
        return []
    claims = [row for i in wanted if not is_fact(i) for row in read_claims(store, claim=i)]
    facts = (fact_row(fact) for fact in book.facts) if any(map(is_fact, wanted)) else ()
    return [*claims, *(row for row in facts if row.id in wanted)]


def _side(row: ClaimRow) -> str | None:
    if row.relation in FOR:
        return "against" if row.status in DENIALS else "for"
    if row.relation in EXITS:
        return "for" if row.status in DENIALS else "against"
    return None


def _memberships(
    store: Store, curated: bool, *, actor: str | None = None, alliance: str | None = None
) -> Iterable[Membership]:
    """From the store, or, where not all statements are to count, computed from those that are."""
    if curated:
        return read_memberships(store, actor, alliance)
    found = fuse(stored_statements(store))
    return [m for m in found if actor in (None, m.actor) and alliance in (None, m.alliance)]


def _answers(
    store: Store,
    book: ActorBook,
    side: Literal["actor", "alliance"],
    memberships: Iterable[Membership],
    start: date,
    end: date,
) -> list[MembershipAnswer]:
    def answers() -> Iterator[MembershipAnswer]:
        for membership in memberships:
            certainty = membership.certainty
            if (start, end) != (date.min, date.max):
                certainty = membership.during(start, end)
            if certainty != "no":
                id_ = membership.actor if side == "actor" else membership.alliance
                yield MembershipAnswer(side, id_, label_of(store, book, id_), certainty, membership)

    return sorted(answers(), key=lambda a: (a.label, a.id, a.membership.id))
