"""Who does it with whom: «Avec le Niger, le Mali a quitté l'alliance»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import SUBJECTS, is_participle, linear_case, obliques
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.relations import relations

WITH = word_set("companions", "with")
BEFORE = word_set("companions", "before")
SHARED = word_set("companions", "shared")
FOLLOWED = word_set("companions", "followed")
STEPS = frozenset(("left", "member-of"))
"""What one State does after another."""


def with_companions(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The events of those who found, join or leave something in the company of whom the text says so."""
    for event in events:
        if event.object is None or not _is_shared(event.rule):
            continue
        for companion in _company(event.trigger):
            for ref in scene.actors(companion):
                allowed = relations()[event.relation].allows(ref.entity.type, event.object.entity.type)
                if allowed and ref.entity.id not in (event.subject.entity.id, event.object.entity.id):
                    yield replace(event, rule=f"{event.rule} + companion", subject=ref)
        for forerunner in _forerunners(event.trigger) if event.relation in STEPS else ():
            for ref in scene.actors(forerunner) if scene.mentions_at(forerunner) else ():
                alike = ref.entity.type is event.subject.entity.type
                if alike and ref.entity.id != event.subject.entity.id:
                    rule = f"{event.rule} + forerunner"
                    yield replace(event, rule=rule, subject=ref, status=event.status, dated=False)


def _is_shared(rule: str) -> bool:
    """Is it a frame of what companions do as well? Of others «avec» may name the other side, or a tool."""
    kind, _, rest = rule.partition(" ")
    return kind == "frame" and rest.partition(" ")[0] in SHARED


def _forerunners(verb: Token) -> Iterator[Token]:
    """«Après A et B, C a quitté X», «C, imité par A, a quitté X»: who did so before or afterwards."""
    for head in (verb, *(c for c in verb.children if c.dep_ in SUBJECTS)):
        yield from (phrase for case, phrase in obliques(head) if case in BEFORE)
        for clause in (c for c in head.children if c.lemma_ in FOLLOWED and is_participle(c, "Past")):
            yield from (phrase for case, phrase in obliques(clause) if case in ("par", "de"))


def _company(verb: Token) -> Iterator[Token]:
    """The phrases of a clause that say in whose company: the verb's, or such as the parser hung on its
    subject or object."""
    for head in (verb, *(c for c in verb.children if c.dep_ in (*SUBJECTS, "obj", "obl:arg"))):
        for case, phrase in obliques(head):
            preposition = next((t for t in phrase.children if t.dep_ == "case"), phrase)
            before = preposition.i - 1
            if case in WITH and (before < verb.sent.start or linear_case(verb.doc[before]) != "en"):
                yield phrase  # not «en conflit avec X»
