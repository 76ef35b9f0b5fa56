"""Where sources disagree, with their sentences side by side: on when an alliance was created, on who
belongs to it, on who holds a post that only one person can hold, and on which of two such posts a person
holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from sahelgraph.graph.claim_rows import ClaimRow, fact_row, read_claims
from sahelgraph.graph.memberships import CONTESTED
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.names import label_of
from sahelgraph.graph.statements import FACTS_AS_OF, held_at
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.posts import post_of
from sahelgraph.ontology.when import When

ALIKE = 85
"""Of 100, in rapidfuzz's ratio."""
Kind = Literal["creation", "membership", "offices", "post"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both be right; `about` says of what, in labels, and `said` what each
    says of it."""

    kind: Kind
    about: str
    first: ClaimRow
    second: ClaimRow
    said: tuple[str, str] = ("", "")

    def to_json(self) -> dict[str, str | bool | None]:
        return {
            "kind": self.kind,
            "about": self.about,
            **_side("first", self.first, self.said[0]),
            **_side("second", self.second, self.said[1]),
        }


def _side(side: str, row: ClaimRow, said: str) -> dict[str, str | bool | None]:
    return {
        side: row.sentence,
        f"{side}_says": said or None,
        f"{side}_when": row.when.edtf if row.when else None,
        f"{side}_source": row.document,
        f"{side}_curated": row.curated,
    }


def conflicts(store: Store, book: ActorBook) -> list[Conflict]:
    """The disagreements between articles, and between articles and actor files, by kind and subject."""
    rows = {row.id: row for row in (*map(fact_row, book.facts), *read_claims(store))}
    asserted = [row for row in rows.values() if row.status is Status.ASSERTED]
    found = [
        *_creations(store, book, asserted),
        *_memberships(store, book, rows),
        *_posts(store, book, asserted),
    ]
    return sorted(found, key=lambda c: (c.kind, c.about, c.first.id, c.second.id))


def _creations(store: Store, book: ActorBook, rows: Iterable[ClaimRow]) -> Iterator[Conflict]:
    dated: defaultdict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        if row.when and row.relation == "created":
            dated[row.subject].append(row)
        elif row.when and row.relation == "founded" and row.object:
            dated[row.object].append(row)
    for alliance, statements in sorted(dated.items()):
        for first, second in _pairs(statements, lambda row: row.when):
            if first.when and second.when and not _meet(first.when, second.when):
                yield Conflict("creation", label_of(store, book, alliance), first, second)


def _memberships(store: Store, book: ActorBook, rows: Mapping[str, ClaimRow]) -> Iterator[Conflict]:
    for membership in read_memberships(store):
        support = [rows[i] for i in membership.for_ if i in rows]
        if membership.certainty == CONTESTED and support:
            ends = (label_of(store, book, i) for i in (membership.actor, membership.alliance))
            about = " → ".join(ends)
            for against in (rows[i] for i in membership.against if i in rows):
                yield Conflict("membership", about, support[0], against)


def _posts(store: Store, book: ActorBook, rows: Iterable[ClaimRow]) -> Iterator[Conflict]:
    """Two persons in one post at once, and one person in two posts at once."""
    holders: defaultdict[tuple[str, str], list[ClaimRow]] = defaultdict(list)
    posts: defaultdict[str, list[tuple[str, ClaimRow]]] = defaultdict(list)
    for row in rows:
        state = book.actors.get(row.object or "")
        if row.relation == "holds-office" and row.role and state and state.type is ActorType.STATE:
            post = post_of(row.role, state)
            if post:
                holders[state.id, post.label.fr].append(row)
                posts[row.subject].append((f"{post.label.fr}: {state.label.fr}", row))
    for (state_id, post_label), statements in sorted(holders.items()):
        about = f"{post_label}: {book[state_id].label.fr}"
        for first, second in _at_once_each([(row.subject, row) for row in statements]):
            said = (label_of(store, book, first.subject), label_of(store, book, second.subject))
            if not _perhaps_one(*said):
                yield Conflict("post", about, first, second, said)
    for person, held in sorted(posts.items()):
        labels = {row.id: label for label, row in held}
        for first, second in _at_once_each(held):
            about = label_of(store, book, person)
            yield Conflict("offices", about, first, second, (labels[first.id], labels[second.id]))


def _perhaps_one(name: str, other: str) -> bool:
    """May two names be of one person: a part of the other, or spelled almost alike?"""
    from rapidfuzz import fuzz

    one, two = name_key(name), name_key(other)
    first, second = set(one.split()), set(two.split())
    return first <= second or second <= first or fuzz.ratio(one, two) > ALIKE


def _at_once_each(statements: Sequence[tuple[str, ClaimRow]]) -> Iterator[tuple[ClaimRow, ClaimRow]]:
    """Two statements of different things that certainly held at once, once for each pair of things."""
    things = {row.id: thing for thing, row in statements}
    told: set[frozenset[str]] = set()
    rows = [row for _, row in statements]
    for first, second in _pairs(rows, lambda row: (things[row.id], _held(row))):
        both = frozenset((things[first.id], things[second.id]))
        if len(both) == 2 and both not in told and _at_once(first, second):
            told.add(both)
            yield first, second


def _pairs(
    rows: Iterable[ClaimRow], thing: Callable[[ClaimRow], Hashable]
) -> Iterator[tuple[ClaimRow, ClaimRow]]:
    """Pairs of statements that say different things, once for each pair of things, where at least one
    is an article's. A thing is told by an actor file, else by the first article that says it."""
    different: dict[Hashable, ClaimRow] = {}
    for row in sorted(rows, key=lambda r: (not r.curated, r.date or date.min, r.id)):
        different.setdefault(thing(row), row)
    return (pair for pair in combinations(different.values(), 2) if not all(row.curated for row in pair))


def _held(row: ClaimRow) -> When:
    return held_at(row.when, FACTS_AS_OF if row.curated else row.date, row.curated)


def _meet(first: When, second: When) -> bool:
    """Can two events be one, by their dates?"""
    return When.of_bounds(*first.bounds).intersection(second) is not None


def _at_once(first: ClaimRow, second: ClaimRow) -> bool:
    """Is it certain that both held on one day, other than that of a handover?"""
    spans = []
    for row in (first, second):
        time = _held(row)
        if time.latest_start is None or time.earliest_end is None:
            return False
        spans.append((time.latest_start, time.earliest_end))
    begun, ended = max(start for start, _ in spans), min(end for _, end in spans)
    if begun == ended:
        return all(start < begun < end or start == end for start, end in spans)
    return begun < ended
