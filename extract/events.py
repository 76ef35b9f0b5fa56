"""What the rules find: a relation between two actors at a place in the text, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import When

VIOLENT = frozenset(("attacked", "abducted", "released"))
CUSTODY = frozenset(("detained", "abducted", "released"))
BY_FORCE = VIOLENT | {"detained", "overthrew"}
SPOKEN = frozenset(("accused", "demanded", "threatened"))


class Known(TypedDict, total=False):
    """What a rule itself may know of an event."""

    role: str | None
    when: When | None
    status: Status | None
    dated: bool


@dataclass(frozen=True)
class Event:
    """`rule` names the line of data or the mechanism that made it; `predicate` is the word whose mood,
    negation and date count; `doubts` name the weak steps on the way. `when`, `status` and `role` are
    given only where the rule itself knows them. An event that is not `dated` has no date, whatever stands
    by it."""

    rule: str
    relation: str
    trigger: Token
    predicate: Token
    subject: Ref
    object: Ref | None
    doubts: frozenset[str] = frozenset()
    role: str | None = None
    when: When | None = None
    status: Status | None = None
    dated: bool = True

    @classmethod
    def at(
        cls,
        rule: str,
        relation: str,
        word: Token,
        subject: Ref,
        object_: Ref | None,
        doubts: frozenset[str] = frozenset(),
        **known: Unpack[Known],
    ) -> Event:
        """An event that one word states, whose mood, negation and date count."""
        return cls(rule, relation, word, word, subject, object_, doubts, **known)
