"""A question as it was understood: what passes from reading it to answering it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from sahelgraph.ontology.claims import Entity
from sahelgraph.ontology.errors import SahelgraphError
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.when import When

MEMBERSHIP = ("member-of", "left")
"""The relations of questions about who belonged; all others are about claims."""


class QuestionError(SahelgraphError):
    """A question that cannot be read, or asks for what is not known here."""


class Kind(StrEnum):
    """What is asked for: members, times, yes or no, the start, the end, or who did what."""

    WHO = "who"
    WHEN = "when"
    WHETHER = "whether"
    SINCE = "since"
    UNTIL = "until"
    RELATION = "relation"


class Aspect(StrEnum):
    """Which part of a state is asked about: that it held, began or ended. Events only hold."""

    HOLDS = "holds"
    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Post:
    """The posts that are meant, by the first words of a role as claims spell it, in French. `groups`
    are for organisations and armed groups, `state` for States; `never` are no such post although they
    begin alike. With nothing in either, any post is meant."""

    label: str
    state: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def covers(self, role: str | None, *, of_state: bool) -> bool:
        """Is a role one of the posts?"""
        begins = self.state if of_state else self.groups
        if not begins:
            return True
        key = f"{name_key(role or '')} "
        within = any(key.startswith(f"{name_key(b)} ") for b in begins)
        return within and not any(key.startswith(f"{name_key(n)} ") for n in self.never)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in its parts. None is what it leaves open or asks for.

    `actor` is the member, or the subject of the relation; `alliance` what it belongs to, or the
    relation's object. `on` is a time at some day of which it was so; `start` and `end` bound the time
    otherwise. `throughout`: the state began in `start` or before, and lasts on `asked_on`, the day of
    the question. `unread` are words of the question that nothing was made of.
    """

    text: str
    language: Literal["fr", "en"]
    kind: Kind
    relation: str
    asked_on: date
    actor: Entity | None = None
    alliance: Entity | None = None
    aspect: Aspect = Aspect.HOLDS
    on: When | None = None
    start: When | None = None
    end: When | None = None
    throughout: bool = False
    post: Post | None = None
    unread: tuple[str, ...] = ()

    @property
    def about_membership(self) -> bool:
        return self.relation in MEMBERSHIP

    @property
    def window(self) -> tuple[date, date]:
        """The first and last day of the time that is asked about."""
        if self.on:
            return self.on.earliest_start or date.min, self.on.latest_end or date.max
        first = self.start.earliest_start if self.start else None
        last = self.end.latest_end if self.end else None
        return first or date.min, last or date.max

    @property
    def bounded(self) -> bool:
        """Is it about a certain time?"""
        return bool(self.on or self.start or self.end)

    def to_json(self) -> dict[str, str | None]:
        """The contract's `understood`: labels, and times as EDTF."""
        return {
            "kind": self.kind.value,
            "actor": self.actor.label if self.actor else None,
            "alliance": self.alliance.label if self.alliance else None,
            "relation": self.relation,
            "on": self.on.edtf if self.on else None,
            "from": self.start.edtf if self.start else None,
            "to": self.end.edtf if self.end else None,
        }
