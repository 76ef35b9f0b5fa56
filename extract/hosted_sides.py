"""Where two sides meet or sign, both are: who is known by the meeting or the agreement alone is a guest of
the State where that was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, linear_case, lower
from sahelgraph.extract.guests import home_of, is_at_home
from sahelgraph.extract.hosting_parts import LEG
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import Venues
from sahelgraph.ontology.claims import ActorType, Entity

TOLD_ELSEWHERE = word_set("hosted_sides", "told_elsewhere")
OF_BOTH = frozenset(("met-with", "signed-with"))


def is_with_a_place(scene: Scene, event: Event) -> bool:
    """Is one of two that meet or sign only where they do: «C'est à Lomé que X et Y ont signé», «X est rentré
    de Lomé, où il a rencontré Y»?"""
    if event.relation not in OF_BOTH or event.object is None:
        return False
    return any(_is_where(scene, scene.doc[side.token]) for side in (event.subject, event.object))


def _is_where(scene: Scene, token: Token) -> bool:
    named = scene.mentions_at(token)
    if not named or any(m.kind is not Kind.CAPITAL for m in named):
        return False
    case = linear_case(token)
    behind = [lower(t) for t in token.doc[token.i + 1 : token.i + 3]]
    return case == "à" or (case == "de" and behind == [",", "où"])


def hosted_sides(scene: Scene, events: Sequence[Event], words: HostingWords) -> Iterator[Event]:
    """The events of `hosted` for both sides of the meetings and agreements whose place is known."""
    venues = Venues(words)
    hosts: dict[int, Ref] = {}
    known: dict[tuple[int, str], set[Entity]] = defaultdict(set)
    for event in events:
        if event.relation == "hosted" and event.object is not None:
            if event.rule != LEG:
                hosts.setdefault(event.trigger.i, event.subject)
                hosts.setdefault(event.predicate.i, event.subject)
            known[_key(event.trigger, event.subject)].add(event.object.entity)
    for event in events:
        if event.relation not in OF_BOTH or event.object is None:
            continue
        host = hosts.get(event.trigger.i) or hosts.get(event.predicate.i) or _place(scene, event, venues)
        if host is None:
            continue
        there = known[_key(event.trigger, host)]
        for side in (event.subject, event.object):
            if any(_same(scene, side.entity, other) for other in (host.entity, *there)):
                continue
            if side.entity.type is ActorType.PERSON and is_at_home(scene, side.entity, host.entity):
                continue
            there.add(side.entity)
            yield Event("hosting: side", "hosted", event.trigger, event.predicate, host, side, event.doubts)


def _place(scene: Scene, event: Event, venues: Venues) -> Ref | None:
    """Where a verb says that it was; an agreement only in a city, as a truce may hold for a whole land."""
    verb = event.trigger if event.trigger.pos_ in VERBAL else event.predicate
    if verb.pos_ not in VERBAL or (verb is not event.trigger and verb.lemma_ in TOLD_ELSEWHERE):
        return None  # «a proposé à Lomé une rencontre entre X et Y»
    found = venues.of(scene, verb)
    if len(found) != 1:
        return None
    named = scene.mentions_at(scene.doc[found[0].token])
    is_land = any(m.entity.type is ActorType.STATE and m.kind is Kind.NAME for m in named)
    return None if event.relation == "signed-with" and is_land else found[0]


def _key(trigger: Token, host: Ref) -> tuple[int, str]:
    return trigger.sent.start, host.entity.id


def _same(scene: Scene, side: Entity, other: Entity) -> bool:
    """Are they one actor, or one the State that the other acts for?"""
    return side == other or home_of(scene, side) == other or home_of(scene, other) == side
