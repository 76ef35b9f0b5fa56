"""Of whom something is asked: «exiger la libération de X», «appeler à l'arrêt des frappes de X», «réclamer le
départ de X», «demander que X parte», «des élections en X»."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import PLACE_CASES, states_of_places, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    agents,
    direct_subjects,
    is_finite,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

REACH = 14
HELP = word_set("asking", "help")
GIVING_BACK = word_set("asking", "giving_back")
HELD = word_set("asking", "held")
YIELDING = word_set("asking", "yielding")
ENDING = word_set("asking", "ending")

CIVIC = word_set("asking", "civic")
OF_STATES = CIVIC | GIVING_BACK | YIELDING | word_set("asking", "of_rulers")


@dataclass(frozen=True, slots=True)
class Asking:
    """Reads what is asked in one article."""

    scene: Scene
    clauses: Clauses
    acts: Acts

    def by_verb(self, verb: Token) -> list[Ref]:
        """Of whom a verb asks what it asks, where they are not its object; empty where nothing tells."""
        for clause in _clauses_under(verb):
            if refs := self.clauses.actors(direct_subjects(clause)):
                return refs
        things = objects(verb)
        behind = [*obliques(verb), *(pair for noun in things for pair in nominal_complements(noun))]
        return self._of_first([*things, *(c for case, c in behind if case == "à")]) or self._by_order(verb)

    def _by_order(self, verb: Token) -> list[Ref]:
        """«a appelé mardi "à la tenue …"»: what the order of words makes the thing asked."""
        for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
            if is_finite(token) and not token.dep_.startswith("aux"):
                break
            if token.pos_ == "NOUN" and linear_case(token) in ("à", "") and (refs := self._of(token)):
                return refs
        return []

    def by_noun(self, noun: Token) -> list[Ref]:
        """The same of a noun: «l'appel à la démission de X»."""
        over = verb_over(noun)
        beside = list(obliques(over[0])) if over is not None and over[1] == "object" else []
        behind = [c for case, c in (*obliques(noun), *beside) if case in ("à", "de") and c.i > noun.i]
        return self._of_first(behind)

    def _of_first(self, things: list[Token]) -> list[Ref]:
        return next((refs for thing in things if (refs := self._of(thing))), [])

    def _of(self, thing: Token) -> list[Ref]:
        """Who can do what is asked."""
        complements = [c for case, c in obliques(thing) if case == "de"]
        if self.scene.is_noun(thing, GIVING_BACK):
            return self._holders(thing, complements)
        if self.scene.is_noun(thing, YIELDING):
            for child in complements:
                refs = without_places(self.scene.actors(child)) or self._of_participles(child)
                if refs:
                    return refs
        if self.scene.is_noun(thing, ENDING):
            for child in complements:
                if refs := self.acts.whose(child):
                    return refs
        for case, child in obliques(thing):
            if case == "par" and (refs := without_places(self.scene.actors(child))):
                return refs
        return self._where(thing) if self.scene.is_noun(thing, CIVIC) else []

    def _holders(self, release: Token, captives: list[Token]) -> list[Ref]:
        """Who is asked to free or reinstate somebody: who is said to hold them, else the State in which they
        hold an office, or whose people may be meant."""
        for child in captives:
            if refs := self._of_participles(child):
                return refs
        persons = [r for _, c in obliques(release) for r in self.scene.actors(c)]
        holders = [self._state_of(r) for r in persons if r.entity.type is ActorType.PERSON]
        if found := [r for r in holders if r is not None]:
            return found[:1]
        if holders and (nation := [r for c in captives for r in by_adjective(self.scene, c)]):
            return nation[:1]
        owned = any(lower(c) in POSSESSIVES for c in release.children)
        if owned or any(self.scene.is_noun(c, HELD) for c in captives):
            return self._captors(release)
        return [r for r in persons if r.entity.type is ActorType.STATE][:1]

    def _captors(self, release: Token) -> list[Ref]:
        """«exige leur libération», «la libération des otages»: of who is said to hold somebody, in the
        sentences before, else behind."""
        doc = release.doc
        for token in (*reversed(doc[: release.i]), *doc[release.i + 1 :]):
            if token.pos_ in VERBAL and token.lemma_ in self.clauses.verbs.capture:
                refs = without_places(self.clauses.doers(token))
                if refs := [r for r in refs if r.entity.type is not ActorType.PERSON]:
                    return [Ref(r.entity, r.token, "context") for r in refs]
        return []

    def _of_participles(self, noun: Token) -> list[Ref]:
        """«les otages détenus par X», «les zones occupées par X», «les villes que X tient»."""
        for clause in noun.children:
            if clause.dep_ == "acl" and (refs := self.clauses.actors(agents(clause))):
                return refs
            what = any(lower(c) in THAT for c in clause.children)
            if clause.dep_ == "acl:relcl" and what:
                return self.clauses.actors(direct_subjects(clause))
        return []

    def _state_of(self, person: Ref) -> Ref | None:
        if person.entity.type is not ActorType.PERSON:
            return person if person.entity.type is ActorType.STATE else None
        state = self.scene.office_state(person.entity)
        return Ref(state, person.token, "context") if state and state.type is ActorType.STATE else None

    def _where(self, thing: Token) -> list[Ref]:
        """«des élections en X», «un retour à l'ordre constitutionnel au X»: of its State."""
        for word in (thing, *(c for _, c in obliques(thing))):
            for case, child in obliques(word):
                if case in PLACE_CASES and (places := self.scene.places(child)):
                    return states_of_places(self.scene, places)
        for token in neighbours(thing, leftwards=False):
            if linear_case(token) in PLACE_CASES and (places := self.scene.places(token)):
                return states_of_places(self.scene, places)
        return []


def _clauses_under(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.pos_ in VERBAL and (
            child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "advcl" and _is_marked(child, THAT))
        ):
            yield child


def _is_marked(clause: Token, words: Collection[str]) -> bool:
    return any(c.dep_ == "mark" and lower(c) in words for c in clause.children)
