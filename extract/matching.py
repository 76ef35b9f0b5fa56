"""Frames over a parsed article: which actor did what to which.

Follows the verb's voice (active, passive, participle), control («accusé d'avoir abattu»), coordination,
relative clauses, nominalisations («l'attaque de X contre Y») and support verbs («mener une attaque»).

calling.py says which words call a frame up; verb_arguments.py (verb_slots.py) and noun_arguments.py
(noun_subjects.py, noun_objects.py) find its arguments; clauses.py reads the clause for them, nearness.py the
order of words; stating.py makes events of them, with stated_subjects.py and stated_objects.py for who stands
for nobody named, and stated_pairs.py for what is said of whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.asking import Asking
from sahelgraph.extract.blamed_after import blamed_after, condemned
from sahelgraph.extract.calling import Call, Caller
from sahelgraph.extract.captors import captors, captors_known
from sahelgraph.extract.clauses import Clauses, predicate_of
from sahelgraph.extract.counted_people import counted_people
from sahelgraph.extract.events import Event
from sahelgraph.extract.exchanges import exchanges
from sahelgraph.extract.freed import freed
from sahelgraph.extract.grammar import first_conjunct, verb_over
from sahelgraph.extract.incidents import Incidents
from sahelgraph.extract.lexicon.frames import Frame, Frames
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.listed_captives import listed_captives
from sahelgraph.extract.losses import fallen_in_fights
from sahelgraph.extract.named_victims import named_victims
from sahelgraph.extract.nearness import WEAK, neighbours
from sahelgraph.extract.noun_arguments import NounArguments
from sahelgraph.extract.opponents import sole_opponents
from sahelgraph.extract.reprisals import reprisals
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stating import (
    Statements,
    Telling,
    with_known_victims,
    with_named_victims,
    without_guesses,
)
from sahelgraph.extract.trees import Token
from sahelgraph.extract.verb_arguments import VerbArguments

__all__ = ["WEAK", "Matcher", "neighbours", "predicate_of"]


class Matcher:
    """Applies frames to the scenes of articles."""

    def __init__(self, frames: Frames, verbs: Verbs) -> None:
        self._frames = frames
        self._verbs = verbs
        self._caller = Caller(frames, verbs)
        self._called: tuple[Scene, list[Call]] | None = None

    def events(self, scene: Scene) -> Iterator[Event]:
        """The events of an article in the order of their triggers."""
        clauses = Clauses(scene, self._verbs)
        statements = Statements(scene, clauses)
        told = list(self._told(scene, clauses))
        incidents = Incidents(scene, statements)
        found: list[Event] = []
        for telling in told:
            events = list(statements.events(*telling))
            incidents.add(telling, events)
            found += events
        found += exchanges(scene, told, found)
        found += freed(clauses, told, found)
        found += incidents.events()
        found += blamed_after(scene, told, incidents.halves)
        found += fallen_in_fights(scene, clauses, told, found)
        found += sole_opponents(scene, statements, told, found)
        found += counted_people(scene, told)
        found += captors(scene, told, found)
        found += reprisals(scene, told, found)
        found += named_victims(scene, found)
        found += listed_captives(scene, found, told)
        found += condemned(scene, told, found)
        named = list(with_named_victims(list(without_guesses(found))))
        yield from captors_known(list(with_known_victims(named)))

    def _told(self, scene: Scene, clauses: Clauses) -> Iterator[Telling]:
        """The words that call up frames, with their arguments."""
        nouns = NounArguments(scene, clauses)
        acts = Acts(scene, clauses, nouns, self._frames)
        asking = Asking(scene, clauses, acts)
        verbs = VerbArguments(scene, clauses, acts, asking)
        for token, frame, spelling in self._calls(scene):
            if spelling:
                if not frame.responsibility or acts.is_of_act(token, frame):
                    yield Telling(frame, token, token, verbs.of(token, frame, spelling))
                continue
            if frame.of_attackers and not acts.is_of_act(token, frame):
                continue
            found_of = nouns.of(token, frame)
            if "attack" in frame.noun_subject and not found_of.subjects:
                found_of = replace(found_of, subjects=acts.attackers_near(token))
            if frame.relation == "abducted" and token.dep_ == "conj" and not found_of.subjects:
                found_of = replace(found_of, subjects=acts.acting(first_conjunct(token)))
            if frame.asks and not found_of.objects:
                found_of = replace(found_of, objects=asking.by_noun(token))
            yield Telling(frame, token, self._predicate_of(token, frame), found_of)

    def _predicate_of(self, noun: Token, frame: Frame) -> Token:
        """The word whose mood and negation count: none of what an accusation comes to, «les accusations de X
        n'ont pas été étayées»."""
        over = verb_over(noun)
        said = over is not None and over[1] == "subject" and over[0].lemma_ not in self._verbs.support
        return noun if frame.relation == "accused" and said else predicate_of(noun)

    def tellings(self, scene: Scene) -> Iterator[tuple[Token, str]]:
        """The words of an article that call up frames, with the relations of these, whoever they name."""
        for token, frame, _ in self._calls(scene):
            yield token, frame.relation

    def _calls(self, scene: Scene) -> list[Call]:
        """The calls of an article, kept until the next one is read."""
        if self._called is None or self._called[0] is not scene:
            self._called = scene, list(self._caller.calls(scene))
        return self._called[1]

    def logical_subjects(self, scene: Scene, verb: Token) -> list[Token]:
        """Who does what a verb says, whatever its voice: heads of noun phrases."""
        return Clauses(scene, self._verbs).logical_subjects(verb)
