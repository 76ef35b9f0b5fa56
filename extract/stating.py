"""From the arguments of a frame to events: what stands for nobody named, and which pairs are stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sahelgraph.extract.arguments import Arguments, Found, has_armed_group
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stated_objects import StatedObjects
from sahelgraph.extract.stated_pairs import stated_pairs
from sahelgraph.extract.stated_subjects import StatedSubjects
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.relations import relations

ARMS = word_set("stating", "arms")
PAIR = 2
MOST = 5
ELSEWHERE = frozenset(("place-object", "default-victim"))


class Telling(NamedTuple):
    """A word that calls up a frame, the word whose mood and negation count, and the arguments found."""

    frame: Frame
    trigger: Token
    predicate: Token
    found: Arguments


def without_guesses(events: list[Event]) -> Iterator[Event]:
    """The events without those whose subject is only a default, where the sentence, or of an
    overthrow the article, names another."""

    def key_of(event: Event) -> tuple[str, str, int]:
        whole = event.relation == "overthrew"  # nobody is overthrown by two
        target = event.object.entity.id if event.object else ""
        return event.relation, target, 0 if whole else event.trigger.sent.start

    named = {key_of(e) for e in events if e.object is not None and "default-subject" not in e.doubts}
    for event in events:
        key = key_of(event)
        if "default-subject" not in event.doubts or key not in named:
            yield event


def with_known_victims(events: list[Event]) -> Iterator[Event]:
    """The events, with a State that only the topic gave as the victim of an armed group left for the one
    that the text says this group attacks, where it names one and never the topic."""
    said: dict[str, dict[str, Ref]] = {}
    for event in events:
        victim = event.object
        if event.relation != "attacked" or victim is None or victim.how == "default":
            continue
        if victim.entity.type is ActorType.STATE:
            said.setdefault(event.subject.entity.id, {})[victim.entity.id] = victim
    for event in events:
        known = said.get(event.subject.entity.id, {})
        is_guess = event.object is not None and event.object.how == "default"
        if is_guess and "default-victim" in event.doubts and len(known) == 1:
            (known_victim,) = known.values()
            yield replace(event, object=Ref(known_victim.entity, event.trigger.i, "default"))
        else:
            yield event


def with_named_victims(events: list[Event]) -> Iterator[Event]:
    """The events without those whose object is only where it happened, where the same word tells of one by
    the same side upon somebody named."""
    named = {_deed(e) for e in events if not e.doubts & ELSEWHERE}
    yield from (e for e in events if not (e.doubts & ELSEWHERE and _deed(e) in named))


def _deed(event: Event) -> tuple[int, str, str]:
    return event.trigger.i, event.relation, event.subject.entity.id


class Statements:
    """What the words of one article state by frames."""

    def __init__(self, scene: Scene, clauses: Clauses) -> None:
        self._scene = scene
        self._subjects = StatedSubjects(scene, clauses)
        self._objects = StatedObjects(scene, clauses)

    def events(self, frame: Frame, trigger: Token, predicate: Token, found: Arguments) -> Iterator[Event]:
        """The events that a word states of its arguments; none where the frame or its relation does not
        admit these. `predicate` is the word whose mood and negation count."""
        relation = relations()[frame.relation]
        doers = self._subjects.of(frame, trigger, found)
        if frame.mutual and len(doers.refs) > PAIR:
            doers = replace(doers, refs=self._without_served(doers.refs))
        if not doers.refs or not frame.at_least <= len(doers.refs) <= frame.most:
            return
        if frame.counted and any(r.how != "collective" for r in doers.refs):
            return
        has_object = relation.has_object
        targets = self._objects.of(frame, trigger, doers.refs, found) if has_object else Found([])
        doubts = found.doubts | doers.doubts | targets.doubts

        def event(relation_id: str, subject: Ref, target: Ref | None) -> Event:
            rule = f"frame {frame.id} ({frame.source})"
            return Event(rule, relation_id, trigger, predicate, subject, target, doubts)

        if not has_object:
            for subject in doers.refs:
                if relation.allows(subject.entity.type, None):
                    yield event(relation.id, subject, None)
            return
        mutual = frame.mutual or relation.symmetric or "mutual" in doubts
        if (
            mutual
            and frame.relation == "attacked"
            and len({r.entity.id for r in (*doers.refs, *targets.refs)}) > MOST
        ):
            return  # no fight has so many sides: somebody else's list was taken for them
        if self._is_of_words(frame, trigger, [*doers.refs, *targets.refs]):
            return
        if not mutual and len(_common(doers.refs, targets.refs)) > 1:
            return  # one phrase was taken for both sides
        for subject, target in stated_pairs(self._scene, frame, doers.refs, targets.refs):
            yield event(relation.id, subject, target)
            for other in frame.also:
                if relations()[other].allows(target.entity.type, None):
                    yield event(other, target, None)

    def _without_served(self, refs: list[Ref]) -> list[Ref]:
        """«les présidents kényan, X, et somalien, Y»: those named, and not their States besides."""
        served = {state.id for r in refs if (state := self._scene.office_state(r.entity)) is not None}
        return [r for r in refs if r.entity.id not in served]

    def _is_of_words(self, frame: Frame, trigger: Token, sides: list[Ref]) -> bool:
        """«la lutte contre la Chine», «les deux pays s'affrontent»: where nobody is armed, no violence."""
        named = trigger.lemma_ in frame.unarmed or self._scene.is_noun(trigger, frame.unarmed)
        if not named or has_armed_group(sides):
            return False
        return not any(self._scene.is_noun(t, ARMS) for t in trigger.sent)

    def victims(self, telling: Telling) -> Found:
        """Those to whom it was done, where the text does not say here who did it."""
        return self._objects.victims(telling.frame, telling.trigger, telling.found)


def _common(refs: list[Ref], others: list[Ref]) -> set[str]:
    return {r.entity.id for r in refs} & {r.entity.id for r in others}
