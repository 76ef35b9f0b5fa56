"""Actors as phrases denote them, and the kinds of actors that rules tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity

MEMBERS = GROUPS | {ActorType.STATE}
"""Who may belong to an organisation or found one, hold a place, or strike."""
ACTING = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON))
LANDS = frozenset((ActorType.STATE, ActorType.PLACE))
DEPTH = 4
"""How many phrases deep an actor is looked for: «les chefs des combattants de la branche du JNIM»."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An actor that a phrase denotes; `how` says by which mechanism, `token` where the phrase's head is."""

    entity: Entity
    token: int
    how: str


Resolve = Callable[[Token, int], list[Ref]]
"""From the head of a phrase, and how many phrases deep it stands, to the actors that it denotes."""


def once_each(refs: Iterable[Ref]) -> list[Ref]:
    """The references without those to an actor that an earlier one names."""
    seen: dict[str, Ref] = {}
    for ref in refs:
        seen.setdefault(ref.entity.id, ref)
    return list(seen.values())
