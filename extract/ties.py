"""Actors that stand side by side with the words between them that tie them: «le M23, soutenu par l'armée
rwandaise», «X et Y ont uni leurs forces». By the order of words, which holds where the parse does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    clause_of,
    direct_subjects,
    is_finite,
    linear_case,
    lower,
)
from sahelgraph.extract.guests import home_of
from sahelgraph.extract.lexicon.ties import Tie, Ties
from sahelgraph.extract.lexicon.verbs import Verbs, verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import nearest_actors
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.tie_phrases import TiePhrases
from sahelgraph.extract.tie_words import BETWEEN, forms, has_acted, matched, plain
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Status

TELLING = word_set("ties", "telling")
ONE = frozenset(("un", "une"))


@dataclass(frozen=True)
class TieReader:
    """Reads the ties of one article after another."""

    ties: Ties
    verbs: Verbs

    def events(self, scene: Scene) -> Iterator[Event]:
        """The relations that ties state, in the order of the text."""
        clauses = Clauses(scene, self.verbs)
        reading = _Reading(scene, clauses, TiePhrases(scene, clauses))
        standing: dict[int, set[str]] = {}
        for token in scene.tokens_with(self.ties.opening):
            start = token.sent.start
            if start not in standing:
                standing[start] = {form for other in token.sent for form in forms(other)}
            for form in forms(token):
                for tie, words in self.ties.by_word.get(form, ()):
                    if not standing[start].issuperset(words):
                        continue
                    found_words = matched(scene, token, words, tie)
                    if found_words is not None and has_acted(token, tie):
                        continue  # «ont appuyé des unités de X»
                    if found_words is not None and (found := list(reading.of(tie, found_words))):
                        yield from found
                        break


@dataclass(frozen=True)
class _Reading:
    scene: Scene
    clauses: Clauses
    phrases: TiePhrases

    def of(self, tie: Tie, words: list[Token]) -> Iterator[Event]:
        """The events of a tie whose words stand in these tokens."""
        verb = next((w for w in words if w.pos_ in VERBAL), words[0])
        doubtful = False
        match tie.before:
            case "verb":
                before = self._subjects(verb, tie)
            case "clause":
                before = self._around(words[0])
            case _:
                before, doubtful = self.phrases.phrase_before(words)
                before = [r for r in before if r.token < words[0].i]
                before = before or self.phrases.some_of(words[0]) or self.phrases.announced(words)
                before = self._predicated(words[0]) or before
                before = before or self.phrases.for_example(words)
        if tie.mutual:
            before = before if len(before) > 1 else self.phrases.all_before(words[0])
            yield from self._each_other(tie, verb, before, words[-1])
            return
        behind = self.phrases.behind(words[-1])
        if tie.relation in ("affiliated-with", "member-of") and any(
            lower(t).startswith("dissident") for t in words[0].doc[words[0].i : words[-1].i]
        ):
            return  # «faction dissidente de Y»
        if tie.relation == "member-of":
            before = [r for r in before if r.how != "collective"]  # belonging.py knows who belongs
        subjects, objects = (behind, before) if tie.after else (before, behind)
        if tie.relation == "affiliated-with":
            subjects = [group for r in subjects if (group := self._group_of(r)) is not None]
            objects = [group for r in objects if (group := self._group_of(r)) is not None]
        status = None
        if tie.before == "phrase" and not _is_predicated(words[0]):
            status = Status.ALLEGED if doubtful or _is_held(words[0]) else Status.ASSERTED
        for subject in of_types(subjects, tie.subjects):
            for target in of_types(objects, tie.objects):
                own = tie.relation == "demanded" and self._are_of_one_state(subject, target)
                if subject.entity.id != target.entity.id and not own:
                    yield Event.at(f"tie {tie.id}", tie.relation, verb, subject, target, status=status)

    def _are_of_one_state(self, one: Ref, other: Ref) -> bool:
        """«à la demande du président X, son ministre Y s'est rendu à Z»: no demand of others."""
        homes = [home_of(self.scene, r.entity) for r in (one, other)]
        return homes[0] is not None and homes[0] == homes[1]

    def _group_of(self, ref: Ref) -> Ref | None:
        """A group, or the one that a person leads: its allegiance is sworn, or to it."""
        if ref.entity.type is not ActorType.PERSON:
            return ref
        led = self.scene.office_state(ref.entity)
        return Ref(led, ref.token, "part") if led and led.type is ActorType.ARMED_GROUP else None

    def _each_other(self, tie: Tie, verb: Token, actors: list[Ref], last: Token) -> Iterator[Event]:
        following = last.doc[last.i + 1 : last.i + 2]
        if following and plain(following[0]) in ("à", "avec", "de"):
            return
        for one, other in combinations({r.entity.id: r for r in of_types(actors, tie.subjects)}.values(), 2):
            yield Event.at(f"tie {tie.id}", tie.relation, verb, one, other)

    # --- who stands where

    def _predicated(self, noun: Token) -> list[Ref]:
        """«X, dirigé par Y, est un allié de Z», «X est l'un des alliés de Z»: X, where the parse has its
        subject."""
        noun = next((a for a in islice(noun.ancestors, 2) if lower(a) in ONE and a.i < noun.i), noun)
        linked = ("cop",) if noun.pos_ not in VERBAL else ("cop", "aux:pass")
        if not any(c.dep_ in linked and is_finite(c) for c in noun.children):
            return []
        return [r for t in direct_subjects(noun) for r in self.scene.actors(t) if r.token < noun.i]

    def _told_of(self, word: Token) -> list[Ref]:
        """«Y condamne la poursuite de l'attaque de X avec l'aide de Z»: it is X that Z helps."""
        above = next((a for a in word.ancestors if a.head.pos_ in VERBAL), word)
        for token in above.subtree:
            if token.i < word.i and linear_case(token) in ("de", "par") and self.scene.mentions_at(token):
                return self.scene.actors(token)
        return []

    def _around(self, word: Token) -> list[Ref]:
        """Who acts around words that hang on a clause: «X a attaqué … avec l'aide de Y», «l'attaque menée par
        X avec l'aide de Y», «des groupes actifs avec l'aide de Y»."""
        beside = word.nbor(-1) if word.i > word.sent.start else word
        if beside.pos_ == "ADJ" and beside.dep_ == "amod" and beside.head.i < beside.i:
            return self.scene.actors(beside.head)
        above = next((a for a in word.ancestors if a.pos_ in VERBAL), None)
        if above is not None and above.dep_ == "acl" and (by := agents(above)):
            return self.clauses.actors(by)
        clause = clause_of(word)
        told = clause.lemma_ in TELLING and word.head is not clause
        before = self._told_of(word) if told else self._acting_in(clause)
        struck = self.clauses.named_objects(clause)
        before = [r for r in before if r.entity.id not in struck]  # «les milices combattent X aux côtés de Y»
        return before or self.phrases.right_before_comma(word)

    def _acting_in(self, clause: Token) -> list[Ref]:
        """Who acts in a clause: who is said to do it, else what the clause is about («est engagé»)."""
        return self.clauses.actors(agents(clause) or self.clauses.surface_subjects(clause))

    def _subjects(self, verb: Token, tie: Tie) -> list[Ref]:
        found = self.clauses.actors(self.clauses.surface_subjects(verb)) if verb.pos_ in VERBAL else []
        types = tie.objects if tie.after else tie.subjects
        found = of_types(found, types) or nearest_actors(self.scene, verb, ("subject",), types)
        if not found and verb.dep_ == "acl:relcl":
            found, _ = self.phrases.phrase_before([verb])
        return found


def _is_held(word: Token) -> bool:
    """«Y considère X comme une branche de Z»: Y says so."""
    near = word.doc[max(word.sent.start, word.i - BETWEEN) : word.i]
    return any(lower(t) in ("comme", "pour") for t in near) and clause_of(word).lemma_ in verbs().take_for


def _is_predicated(word: Token) -> bool:
    """«X est lié à Y», «X serait lié à Y»: mood and negation count."""
    return any(c.dep_ in ("cop", "aux", "aux:pass", "aux:tense") for c in word.children)
