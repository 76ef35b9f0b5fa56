"""To whom it is done by the complements of a noun: «l'attaque contre Y», «l'embuscade tendue à Y», «la
libération par X de 110 détenus de Y»."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sahelgraph.extract.arguments import of_types, states_of_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import CUSTODY
from sahelgraph.extract.grammar import (
    VERBAL,
    inner_complements,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    with_conjuncts,
)
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.noun_places import is_struck, names_site
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

TAKING = "taking"
"""Who announces «la prise de Y» has taken it."""
ASSETS = word_set("noun_objects", "assets")
COMMITTING = frozenset(("perpétrer", "commettre", "mener", "lancer", "conduire"))
LAYING = frozenset(("tendre", "infliger"))
GUNMEN = word_set("noun_objects", "gunmen")
TALKS = word_set("noun_objects", "talks")


@dataclass(frozen=True, slots=True)
class NounComplements:
    """The complements of the nouns of one article."""

    scene: Scene
    clauses: Clauses

    def objects(self, noun: Token, frame: Frame) -> list[Ref]:
        """«l'attaque contre X»; where «de» may mark either, it marks the subject: «le retrait du Mali du
        G5 Sahel» has its object one step further down."""
        types, of_object = frame.object_types, "de" in frame.noun_object
        both_de = of_object and "de" in frame.noun_subject
        for case, child in nominal_complements(noun):
            if frame.relation == "signed-with" and is_met(noun, child):
                continue
            may_be = case in frame.noun_object or is_struck(self.scene, frame, noun, case, child)
            if child.i > noun.i and may_be:
                if both_de and case == "de" and ActorType.STATE in types and child.head == noun:
                    continue
                if refs := self.hit(child, frame):
                    return refs
        if frame.relation == "attacked" and (refs := self._behind_participle(noun, frame)):
            return refs
        if of_object and (refs := self._behind_agent(noun, types)):
            return refs
        if frame.relation in CUSTODY and (refs := self._within(noun, types)):
            return refs  # «l'assignation à résidence de X», «la remise en liberté de X»
        if frame.relation == "sanctioned" and (struck := self._sanctioned(noun, frame)) is not None:
            return struck
        return self._within(noun, types) if both_de else []

    def _behind_participle(self, act: Token, frame: Frame) -> list[Ref]:
        """«l'embuscade tendue dimanche à X», «l'attentat perpétré par X sur un marché de Y»"""
        for laid in (c for c in act.children if c.dep_ == "acl" and c.lemma_ in LAYING):
            beside = [*obliques(laid), *(obliques(act.head) if act.head.pos_ in VERBAL else ())]
            for child in (c for case, c in beside if case == "à" and c.i > laid.i):
                if refs := self.hit(child, frame):
                    return refs
        for done in (c for c in act.children if c.dep_ == "acl" and c.lemma_ in COMMITTING):
            for child in (c for case, c in obliques(done) if case in frame.noun_object and c.i > done.i):
                if refs := self.hit(child, frame):
                    return refs
        return []

    def _sanctioned(self, noun: Token, frame: Frame) -> list[Ref] | None:
        """«le gel des avoirs de X», «des sanctions à l'encontre de six personnes en X»; None where the noun
        has neither."""
        frozen = (c for case, c in obliques(noun) if case == "de" and self.scene.is_noun(c, ASSETS))
        if refs := self.clauses.first_actors(o for c in frozen for k, o in obliques(c) if k == "de"):
            return of_types(refs, frame.object_types)
        struck = [c for case, c in nominal_complements(noun) if case in frame.noun_object and c.i > noun.i]
        for person in (t for phrase in struck for t in with_conjuncts(phrase)):
            if places := [p for case, c in obliques(person) if case == "en" for p in self.scene.places(c)]:
                return states_of_places(self.scene, places)
        return None

    def _within(self, noun: Token, types: Collection[ActorType]) -> list[Ref]:
        """One step further down."""
        found = (of_types(self.scene.actors(child), types) for child in inner_complements(noun))
        return next(filter(None, found), [])

    def hit(self, phrase: Token, frame: Frame) -> list[Ref]:
        """Whom an act is done to: who holds it («un village tenu par X»), who it is or whose."""
        types, owned = frame.object_types, frame.owner_is_object
        unknown = frame.id == TAKING and phrase.pos_ == "PROPN"
        is_place = self.is_place(phrase) or "land" in self.scene.noun_classes(phrase)
        held = holders(self.scene, phrase) if unknown or (owned and is_place) else []
        refs = of_types(held, types) or of_types(self.scene.actors(phrase), types)
        return refs or (of_types(self.scene.owners(phrase), types) if owned else [])

    def _behind_agent(self, noun: Token, types: Collection[ActorType]) -> list[Ref]:
        """«la libération par Israël de 110 détenus palestiniens»: what the parser hangs on the name."""
        for case, agent in nominal_complements(noun):
            site = of_types(self._site_within(agent), types) if case == "par" else []
            if site and self._is_nobody(agent):
                return site
            whole = self.scene.mentions_at(agent) or by_adjective(self.scene, agent)
            if case == "par" and whole:
                for inner_case, inner in obliques(agent):
                    if inner_case == "de" and (refs := of_types(self.scene.actors(inner), types)):
                        return refs
        return []

    def _is_nobody(self, agent: Token) -> bool:
        return self.scene.is_noun(agent, self.scene.nouns.generic) or self.scene.is_noun(agent, GUNMEN)

    def _site_within(self, agent: Token) -> list[Ref]:
        """«l'attaque par un commando armé d'un camp de X»: X's, whatever the parse."""
        for word in agent.subtree:
            is_site = word.i > agent.i and self.scene.is_noun(word, self.scene.nouns.property)
            if is_site and linear_case(word) == "de":
                return self.scene.actors(word) or self.scene.owners(word)
        return []

    def is_place(self, phrase: Token) -> bool:
        """«la ville est tombée aux mains de X»: nobody who could be held."""
        return self.scene.is_noun(phrase, self.scene.nouns.property) or names_site(self.scene, phrase)


def is_met(deal: Token, phrase: Token) -> bool:
    """«un cessez-le-feu après un entretien avec X»: X was only talked with."""
    return any(lower(t) in TALKS for t in deal.doc[deal.i + 1 : phrase.left_edge.i])
