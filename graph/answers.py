"""Answers to who belonged, when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sahelgraph.graph.claim_rows import ClaimRow, fact_row, in_time, read_claims
from sahelgraph.graph.hearing import EVERYTHING, Hearing
from sahelgraph.graph.memberships import Membership, fuse
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.names import label_of, resolve
from sahelgraph.graph.remarks import remarks
from sahelgraph.graph.reprints import read_reprints, repeated
from sahelgraph.graph.spells import earliest, latest
from sahelgraph.graph.statements import is_fact, statements_of_facts
from sahelgraph.graph.store import Store
from sahelgraph.graph.stored_statements import stored_statements
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import Certainty, When, window_edtf

__all__ = ["MembershipAnswer", "Why", "only_certain", "resolve", "when", "who", "why"]

FOR = ("member-of", "founded", "suspended")
EXITS = ("left", "split-from")
DENIALS = (Status.DENIED, Status.NEGATED)
ALWAYS = (date.min, date.max)


@dataclass(frozen=True, slots=True)
class MembershipAnswer:
    """One spell of a membership. `certainty` is for the time that was asked for; `side` says whether
    `id` and `label` are the actor's or the alliance's. `reprints` are those of its sources that print
    the text of another; `window` the first and last day that was asked for, where an interval was."""

    side: Literal["actor", "alliance"]
    id: str
    label: str
    certainty: str
    membership: Membership
    reprints: tuple[str, ...] = ()
    window: tuple[date, date] = ALWAYS
    parts: bool = False

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
    def part(self) -> str | None:
        """EDTF of the part of the interval asked for in which it held or may have held."""
        if not self.parts:
            return None
        first, _, _, last = self.membership.when.bounds
        begun, over = latest(first, self.window[0]), earliest(last, self.window[1])
        return f"{_or_open(begun)}/{_or_open(over)}"

    @property
    def remarks(self) -> tuple[str, ...]:
        """Exits that are announced or denied, and suspensions, in the time that was asked for."""
        return remarks(self.membership, *self.window)

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
            **{key: list(said) for key, said in self._said.items() if said},
            **({"part": self.part} if self.parts else {}),
        }

    @property
    def _said(self) -> Mapping[str, Sequence[str]]:
        return {"remarks": self.remarks, "reprints": self.reprints}


def _or_open(day: date | None) -> str:
    return ".." if day in (None, *ALWAYS) else str(day)


@dataclass(frozen=True, slots=True)
class Why:
    """The statements that support a membership, and those that speak against it or end it. `reprints`
    gives for each article that prints the text of another the first print."""

    for_: tuple[ClaimRow, ...]
    against: tuple[ClaimRow, ...]
    reprints: Mapping[str, str]

    def to_json(self) -> dict[str, object]:
        return {
            "for": [self._row(row) for row in self.for_],
            "against": [self._row(row) for row in self.against],
        }

    def _row(self, row: ClaimRow) -> dict[str, object]:
        return row.to_json() | {"reprint_of": self.reprints.get(row.document)}


def who(
    store: Store,
    book: ActorBook,
    alliance_id: str,
    *,
    on: When | None = None,
    start: date | None = None,
    end: date | None = None,
    hearing: Hearing = EVERYTHING,
) -> list[MembershipAnswer]:
    """The members of an alliance on some day of `on`, or of `start`..`end`, or at any time: by label,
    each spell apart. `hearing` says what counts."""
    window = _window(on, start, end)
    found = _memberships(store, book, hearing, alliance=alliance_id)
    return _answers(store, book, "actor", found, window, parts=bool(start or end))


def when(
    store: Store,
    book: ActorBook,
    actor_id: str,
    alliance_id: str | None = None,
    *,
    on: When | None = None,
    start: date | None = None,
    end: date | None = None,
    hearing: Hearing = EVERYTHING,
) -> list[MembershipAnswer]:
    """The memberships of an actor, in one alliance or in all, in the time that is given as for `who`: by
    label and time."""
    window = _window(on, start, end)
    found = _memberships(store, book, hearing, actor=actor_id, alliance=alliance_id)
    return _answers(store, book, "alliance", found, window, parts=bool(start or end))


def only_certain(answers: Iterable[MembershipAnswer]) -> list[MembershipAnswer]:
    """Those that are neither possible nor contested."""
    return [answer for answer in answers if answer.certainty == Certainty.CERTAIN]


def why(
    store: Store, book: ActorBook, actor_id: str, alliance_id: str, *, hearing: Hearing = EVERYTHING
) -> Why:
    """What articles and actor files say for and against a membership, with their sentences."""
    ends = {actor_id, alliance_id}
    facts = [fact_row(fact) for fact in book.facts if {fact.subject, fact.object} == ends]
    sides = {row.id: (_side(row), row) for row in (*_between(store, actor_id, alliance_id), *facts)}
    for membership in _memberships(store, book, hearing, actor=actor_id, alliance=alliance_id):
        for side, ids in (("for", membership.for_), ("against", membership.against)):
            rows = _statements(store, book, (i for i in ids if i not in sides))
            sides |= {row.id: (side, row) for row in rows}
    heard = list(hearing.rows(row for _, row in sides.values()))
    prints = read_reprints(store)
    return Why(
        tuple(in_time(row for row in heard if sides[row.id][0] == "for")),
        tuple(in_time(row for row in heard if sides[row.id][0] == "against")),
        {row.document: prints[row.document] for row in heard if row.document in prints},
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
    store: Store, book: ActorBook, hearing: Hearing, *, actor: str | None = None, alliance: str | None = None
) -> Iterable[Membership]:
    """From the store, or, where not all statements are to count, computed from those that do."""
    if hearing.hears_all:
        return read_memberships(store, actor, alliance)
    found = fuse(hearing.statements([*statements_of_facts(book), *stored_statements(store)]))
    return [m for m in found if actor in (None, m.actor) and alliance in (None, m.alliance)]


def _window(on: When | None, start: date | None, end: date | None) -> tuple[date, date]:
    if on:
        start, end = on.earliest_start, on.latest_end
    return start or date.min, end or date.max


def _answers(
    store: Store,
    book: ActorBook,
    side: Literal["actor", "alliance"],
    memberships: Iterable[Membership],
    window: tuple[date, date],
    *,
    parts: bool,
) -> list[MembershipAnswer]:
    prints = read_reprints(store)

    def answers() -> Iterator[MembershipAnswer]:
        for membership in memberships:
            certainty = membership.certainty if window == ALWAYS else membership.during(*window)
            if certainty != "no":
                id_ = membership.actor if side == "actor" else membership.alliance
                reprints = repeated(membership.sources, prints)
                label = label_of(store, book, id_)
                yield MembershipAnswer(side, id_, label, certainty, membership, reprints, window, parts)

    return sorted(answers(), key=lambda a: (a.label, a.id, a.membership.id))
