"""What fusion needs of a claim or a curated fact, and the time for which each says that it held."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sahelgraph.ontology.actors import ActorBook, Fact
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.when import When

FUSED = (
    "member-of",
    "founded",
    "left",
    "suspended",
    "split-from",
    "created",
    "dissolved",
    "succeeded",
)
"""The relations that memberships are computed from."""

FACTS_AS_OF = date(2026, 2, 14)
"""The day up to which the actor files vouch for what they leave open-ended."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim or a fact. `published` is the article's date; `document` is None for curated facts.
    `speakers` are those on whose word the article says it; `announced` is the day on which an exit was
    that a fact tells of."""

    id: str
    relation: str
    subject: str
    object: str | None
    subject_type: ActorType
    object_type: ActorType | None
    status: Status
    when: When | None
    document: str | None
    published: date | None
    publisher: str | None = None
    speakers: tuple[str, ...] = ()
    announced: date | None = None

    @property
    def curated(self) -> bool:
        return self.document is None


def fact_id(fact: Fact) -> str:
    """`fact:` and a hash of what the fact says."""
    when = fact.when.edtf if fact.when else None
    content = json.dumps([fact.subject, fact.relation, fact.object, when, fact.role, fact.source])
    if fact.announced:
        content += fact.announced.isoformat()
    return "fact:" + hashlib.sha256(content.encode()).hexdigest()[:20]


def is_fact(statement_id: str) -> bool:
    """Is it the id of a curated fact, rather than of a claim?"""
    return statement_id.startswith("fact:")


def statements_of_facts(book: ActorBook) -> Iterator[Statement]:
    """The facts of the actor files that memberships are computed from."""
    for fact in book.facts:
        if fact.relation in FUSED:
            yield Statement(
                fact_id(fact),
                fact.relation,
                fact.subject,
                fact.object,
                book[fact.subject].type,
                book[fact.object].type if fact.object else None,
                Status.ASSERTED,
                fact.when,
                None,
                FACTS_AS_OF,
                announced=fact.announced,
            )


def held(statement: Statement) -> When:
    """The time for which a `member-of` says that the membership held; see `held_at`."""
    return held_at(statement.when, statement.published, statement.curated)


def held_at(when: When | None, published: date | None, curated: bool) -> When:
    """The time for which a statement about a state says that it held.

    Without a date an article's held on the article's day, and nothing is said of its start or end. A
    single date («en avril 2010») is a time at which it held, not its whole span. An interval that is
    left open still held on the day of the article.
    """
    if when is None:
        if published and not curated:
            return When.on(published)
        return When.of_bounds(None, None, None, None)
    if "/" not in when.edtf:
        return When.of_bounds(None, when.latest_end, when.earliest_start, None)
    begun = published and (when.latest_start is None or when.latest_start <= published)
    if when.edtf.endswith("/..") and begun:
        return When.of_bounds(when.earliest_start, when.latest_start, published, None)
    return when


def window(statement: Statement) -> tuple[date | None, date | None]:
    """The first and last day on which an event may have been: by the day of the article at the latest."""
    if statement.when is None:
        return None, None if statement.curated else statement.published
    return statement.when.earliest_start, statement.when.latest_end
