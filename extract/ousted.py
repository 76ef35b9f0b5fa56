"""«le président X a destitué le ministre Y» is no overthrow: only who is at the head is overthrown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sahelgraph.extract.events import Event
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

HEADS = tuple(sorted(word_set("ousted", "heads")))
"""How the posts of those begin who are at the head of a State, a government or a group."""


def without_dismissals(events: Sequence[Event]) -> list[Event]:
    """The events but for overthrows of persons who in the article hold posts that are under others."""
    if not any(e.relation == "overthrew" for e in events):
        return list(events)
    roles: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event.relation == "holds-office":
            roles[event.subject.entity.id].append(fold(event.role or ""))
    return [e for e in events if not _is_dismissal(e, roles)]


def _is_dismissal(event: Event, roles: dict[str, list[str]]) -> bool:
    ousted = event.object.entity if event.relation == "overthrew" and event.object is not None else None
    if ousted is None or ousted.type is not ActorType.PERSON:
        return False
    if event.subject.entity.type not in (ActorType.STATE, ActorType.PERSON):
        return False
    held = roles.get(ousted.id, [])
    return bool(held) and not any(role.startswith(HEADS) for role in held)
