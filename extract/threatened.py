"""Whom a verb of threatening aims at, where it has no object of its own: «menacer de frapper X», «promettre
des mesures contre X», «menacer de recourir à la force si X ne cède pas»."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import states_of_places, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    VERBAL,
    direct_subjects,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.verb_slots import VerbSlots

IF = frozenset(("si", "s'"))
ENDS = word_set("threatened", "ends")


@dataclass(frozen=True, slots=True)
class Threatened:
    """Whom the threats of one article aim at."""

    scene: Scene
    clauses: Clauses
    acts: Acts
    slots: VerbSlots

    def of(self, verb: Token) -> list[Ref]:
        """By the surest way first; empty where nobody is named."""
        return self._by_deed(verb) or self._against(verb) or self._on_condition(verb)

    def _by_deed(self, verb: Token) -> list[Ref]:
        """«menacer de frapper X», «d'imposer des sanctions à X», «de poursuivre ses raids en X», «jurer la
        perte de X»."""
        for end in objects(verb):
            if self.scene.is_noun(end, ENDS):
                return self.clauses.first_actors([c for case, c in obliques(end) if case == "de"])
        for deed in (*verb.children, *(c for noun in objects(verb) for c in noun.children)):
            if deed.pos_ not in VERBAL or deed.i < verb.i or deed.dep_ not in ("xcomp", "acl", "ccomp"):
                continue
            if deed.dep_ == "ccomp":
                return self._warned(deed)
            acts = [pair for noun in objects(deed) for pair in nominal_complements(noun)]
            cases = ("de",) if deed.lemma_ == "venger" else ("à", "contre", "sur", "avec")
            behind = [c for case, c in (*obliques(deed), *acts) if case in cases]
            refs = self.clauses.actors(objects(deed)) or self.clauses.first_actors(behind)
            return without_places(refs) or states_of_places(self.scene, self.slots.places(deed))
        return []

    def _against(self, verb: Token) -> list[Ref]:
        """«promettre des mesures de rétorsion contre X», wherever the parser hangs X."""
        behind = neighbours(verb, leftwards=False)
        return self.clauses.first_actors(t for t in behind if linear_case(t) == "contre")

    def _on_condition(self, verb: Token) -> list[Ref]:
        """«menacer de recourir à la force si Y ne cède pas», «tant que Y n'a pas cédé»: Y."""
        deeds = [c for c in verb.children if c.pos_ in VERBAL and c.i > verb.i]
        clauses = (c for t in (verb, *deeds) for c in t.children if c.dep_ == "advcl" and c.i > verb.i)
        for clause in clauses:
            if any(lower(c) in IF for c in clause.children if c.i < clause.i):
                return without_places(self.clauses.actors(direct_subjects(clause)))
        return []

    def _warned(self, clause: Token) -> list[Ref]:
        """«prévenir que toute attaque de X aura des conséquences», «que X le paiera»."""
        for subject in direct_subjects(clause):
            if refs := self.scene.actors(subject) or self.acts.whose(subject):
                return without_places(refs)
        return []
