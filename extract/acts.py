"""Who acts through a noun of an act: «condamner l'invasion de X par Y», «l'attaque du JNIM a tué»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sahelgraph.extract.arguments import without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import agents, is_passive, lower, objects, obliques, verb_over
from sahelgraph.extract.lexicon.frames import Frame, Frames
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.noun_arguments import NounArguments
from sahelgraph.extract.scene import RELATIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.relations import relations

VIOLENT = frozenset(("attacked", "abducted", "released"))
DOCUMENTS = frozenset(("charte", "traité", "accord", "pacte", "texte", "convention", "déclaration", "acte"))


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that the nouns of one article name."""

    scene: Scene
    clauses: Clauses
    nouns: NounArguments
    frames: Frames

    def acting(self, subject: Token) -> list[Ref]:
        """The actors of a subject. An attack acts through who carries it out («l'attaque du JNIM a tué»),
        a document through who makes it."""
        if refs := self.scene.actors(subject):
            return refs
        if self.scene.is_noun(subject, DOCUMENTS) and (over := verb_over(subject)):
            return self.clauses.actors(
                [t for t in self.clauses.logical_subjects(over[0]) if t is not subject]
            )
        noun = _antecedent(subject) if lower(subject) in RELATIVES else subject
        for frame in self._frames_of(noun):
            if frame.relation == "attacked" and "de" in frame.noun_subject:
                return self.nouns.subjects(noun, frame).refs
        return []

    def doers_of_object(self, verb: Token) -> list[Ref]:
        """«condamner l'invasion du Koweït par l'Irak», «riposter aux tirs de l'Irak»: about l'Irak."""
        behind = [t for case, t in obliques(verb) if case == "à"]
        for noun in self.clauses.surface_subjects(verb) if is_passive(verb) else objects(verb) or behind:
            for frame in self._frames_of(noun):
                if relations()[frame.relation].group == "conflict":
                    refs = self.nouns.subjects(noun, frame).refs or self.clauses.actors(agents(verb))
                    if refs:
                        return refs
                if "de" in frame.noun_object:
                    return []
            for case, child in obliques(noun):
                if case == "de" and (refs := without_places(self.scene.actors(child))):
                    return refs
        return []

    def attackers_near(self, verb: Token) -> list[Ref]:
        """«massacrés dans une attaque attribuée à X», «l'attaque de X, dans laquelle … ont péri»: who did the
        attack that the clause names or is said of."""
        said_of = [verb.head] if verb.dep_ == "acl:relcl" else []
        for token in (*said_of, *neighbours(verb, leftwards=False)):
            for frame in self._frames_of(token) if token.pos_ == "NOUN" else ():
                if frame.relation == "attacked" and (refs := self.nouns.subjects(token, frame).refs):
                    return refs
        return []

    def is_of_act(self, verb: Token, frame: Frame) -> bool:
        """Is what a verb claims or ascribes an act («revendiquer l'attentat»), and no right or merit?"""
        nouns = [t for t in self.clauses.logical_objects(verb) if t.pos_ == "NOUN"]
        return not nouns or any(
            self.scene.is_noun(n, frame.acts) or any(f.relation in VIOLENT for f in self._frames_of(n))
            for n in nouns
        )

    def _frames_of(self, noun: Token) -> Iterator[Frame]:
        for form in self.scene.noun_forms(noun):
            yield from self.frames.by_noun.get(form, ())


def _antecedent(pronoun: Token) -> Token:
    """The noun that a relative clause is said of; the pronoun itself where there is none."""
    clause = next((a for a in pronoun.ancestors if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else pronoun
