"""Whom an attack strikes that a verb tells of: who holds a place, whose soldiers «ses soldats» are, or the
State where it happens."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sahelgraph.extract.arguments import Arguments, has_armed_group, of_types, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import VERBAL, agents, is_participle, lower, objects, obliques
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.verb_slots import VerbSlots
from sahelgraph.ontology.claims import ActorType

FOES = word_set("verb_arguments", "foes")


@dataclass(frozen=True, slots=True)
class Struck:
    """Whom the verbs of one article strike."""

    scene: Scene
    clauses: Clauses
    slots: VerbSlots

    def of(self, verb: Token, frame: Frame, spelling: str, found: Arguments) -> Arguments:
        """The arguments of a verb of attack, with the objects that are struck indeed."""
        if found.subjects and all(r.entity.type is ActorType.PERSON for r in found.subjects):
            found = replace(found, objects=[r for r in found.objects if r.how != "place"])
        return self._outside(verb, self._from_holders(verb, frame, spelling, found))

    def _from_holders(self, verb: Token, frame: Frame, spelling: str, found: Arguments) -> Arguments:
        """«reprendre la ville que X contrôlait», «bombarder un village tenu par X»: from X, X is hit, and not
        the State that it lies in."""
        if not (frame.retakes or frame.owner_is_object):
            return found
        named = {r.entity.id for r in found.subjects}
        struck = self.clauses.logical_objects(verb)
        if frame.retakes:
            struck += [c for case, c in obliques(verb) if case in ("de", "")]
        else:
            struck += [t for case, t in obliques(verb) if case in frame.object]
            struck = [t for t in struck if self._is_held(t)]
        held = [r for t in struck for r in holders(self.scene, t) if r.entity.id not in named]
        if frame.retakes and not held:
            by_others = (t for agent in agents(verb) for case, t in obliques(agent) if case == "à")
            losers = (
                t for t in (*self.slots.behind(verb, "à", ()), *by_others) if not self.slots.is_place(t)
            )
            held = [r for r in self.clauses.first_actors(losers) if r.entity.id not in named]
        if held:
            return replace(found, objects=held)
        if not frame.retakes:
            return found
        told = (case for carrier in (verb, *objects(verb)) for case, _ in obliques(carrier))
        if spelling in frame.retakes and "à" not in told:
            return replace(found, objects=of_types(found.objects, (ActorType.ARMED_GROUP,)))
        return found

    def _is_held(self, phrase: Token) -> bool:
        """Is it a town, a building or a region, which somebody may hold?"""
        nouns = self.scene.nouns
        held = self.slots.is_place(phrase, True) or self.scene.is_noun(phrase, nouns.property)
        return held or "land" in self.scene.noun_classes(phrase)

    def _outside(self, verb: Token, found: Arguments) -> Arguments:
        """«X affirme que Y a tué douze de ses soldats»: X's, since nobody attacks his own."""
        doers = {r.entity.id for r in found.subjects}
        if not doers or any(r.entity.id not in doers for r in found.objects):
            return found
        own = any(
            lower(word) in POSSESSIVES for t in self.clauses.logical_objects(verb) for word in t.subtree
        )
        if verb.dep_ == "advcl" and is_participle(verb, "Pres"):
            verb = verb.head  # «que Y a rompu la trêve en tuant deux de ses soldats»
        over = verb.head
        if not own or verb.dep_ not in ("ccomp", "xcomp") or over.pos_ not in VERBAL:
            return found
        tellers = [r for r in without_places(self.clauses.doers(over)) if r.entity.id not in doers]
        return replace(found, objects=tellers, doubts=found.doubts | {"teller-object"})

    def strikes_a_place(self, verb: Token, unarmed: Collection[str], doers: list[Ref]) -> bool:
        """Does who acts strike the State where it happens? Armed groups do, unless they only fight there:
        «combattre au Yémen»; others where they strike people or buildings there."""
        struck = self.clauses.logical_objects(verb)
        if not struck and verb.lemma_ in unarmed:
            return False
        nouns = self.scene.nouns
        lost_by = [t for case, t in obliques(verb) if case == "à"]  # «reprendre X aux jihadistes»
        foes = (t for t in (*struck, *lost_by) if not self.scene.is_noun(t, nouns.property))
        if any(self.scene.is_noun(t, nouns.generic) or self.scene.is_noun(t, FOES) for t in foes):
            return False  # «combattre les groupes affiliés à X au Mali»
        if has_armed_group(doers):
            return True
        if doers and all(r.entity.type is ActorType.PERSON for r in doers):
            return False
        return any(
            "people" in self.scene.noun_classes(t) or self.scene.is_noun(t, self.scene.nouns.property)
            for t in struck
        )
