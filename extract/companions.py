"""Who does it with whom: «Avec le Niger, le Mali a quitté l'alliance»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import SUBJECTS, linear_case, obliques
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.relations import relations

WITH = word_set("companions", "with")
SHARED = word_set("companions", "shared")


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


def _is_shared(rule: str) -> bool:
    """Is it a frame of what companions do as well? Of others «avec» may name the other side, or a tool."""
    kind, _, rest = rule.partition(" ")
    return kind == "frame" and rest.partition(" ")[0] in SHARED


def _company(verb: Token) -> Iterator[Token]:
    """The phrases of a clause that say in whose company: the verb's, or such as the parser hung on its
    subject or object."""
    for head in (verb, *(c for c in verb.children if c.dep_ in (*SUBJECTS, "obj", "obl:arg"))):
        for case, phrase in obliques(head):
            preposition = next((t for t in phrase.children if t.dep_ == "case"), phrase)
            before = preposition.i - 1
            if case in WITH and (before < verb.sent.start or linear_case(verb.doc[before]) != "en"):
                yield phrase  # not «en conflit avec X»
