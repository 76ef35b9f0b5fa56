"""Tellings of violence that name one side of an act, or both: what a text joins over several sentences."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.arguments import Found
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    case_of,
    direct_subjects,
    has_definite_article,
    is_passive,
    lower,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token

UNDERTAKINGS = word_set("incidents", "undertakings")
DEEDS = word_set("incidents", "deeds")
RELEASE = "release"
AIMED = frozenset(("pour", "en vue de", "contre", "sans", "à"))
"""«une rançon pour la libération de X»: no word of whether it came to it."""
WISHED = word_set("incidents", "wished")
BACK = 8
"""How many sentences back of its author the victims of an act are looked for."""


@dataclass(frozen=True, slots=True)
class Half:
    """A telling that names only the victims of an act, only its authors, or (complete) both."""

    telling: Telling
    sentence: int
    victims: Found
    authors: list[Ref]

    @property
    def relation(self) -> str:
        return self.telling.frame.relation

    def stated(self, how: str, subject: Ref, target: Ref) -> Event:
        """What it states of two actors of whom its own words name one."""
        frame, trigger, predicate, found = self.telling
        doubts = found.doubts | {"incident"}
        return Event(f"incident: {how}", frame.relation, trigger, predicate, subject, target, doubts)


def is_undergone(trigger: Token, frame: Frame) -> bool:
    """«ont été libérés», «ont recouvré la liberté», «leur libération»."""
    if trigger.pos_ == "NOUN":
        is_wish = any(lower(c) in WISHED for c in trigger.children)
        return frame.id == RELEASE and case_of(trigger) not in AIMED and not is_wish
    return trigger.pos_ in VERBAL and (is_passive(trigger) or "surface" in frame.object)


def is_of_act(verb: Token) -> bool:
    """«cette attaque a coûté la vie à dix soldats de X», «l'embuscade a fait dix morts»: the one told."""
    acts = (t for t in direct_subjects(verb) if t.lemma_ in DEEDS or t.lemma_ in UNDERTAKINGS)
    return verb.pos_ in VERBAL and any(has_definite_article(t) for t in acts)
