"""Agreements: where they were made, those who made them were guests."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    agents,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
)
from sahelgraph.extract.hosting_parts import HostingPart
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

TRUCES = ("cessez-le-feu", "trêve", "armistice", "paix")


class Deals(HostingPart):
    """Finds who hosted whom when an agreement was made."""

    def sealing(self, verb: Token) -> Iterator[Event]:
        """«X et Y ont signé vendredi à Washington un accord», «l'accord signé à Khartoum entre …»."""
        near = (*neighbours(verb, leftwards=True), *neighbours(verb, leftwards=False), *objects(verb))
        deals = [t for t in near if self.scene.is_noun(t, self.words.deals)]
        deals = [t for t in deals if not (linear_case(t) == "de" and t.head in deals)]  # «l'accord de paix»
        places = self.venues.of(self.scene, verb) or self.there(verb)
        if not deals or not places or (self.scene.is_noun(deals[0], TRUCES) and self._is_land(places[0])):
            return
        guests = [r for t in self._parties(verb, deals[0]) for r in self.guests.who(t)]
        for token in near:
            if lower(token) == "entre":
                guests += self.guests.between(token)
        if not guests and not is_passive(verb):
            guests = self.nearest_subject(verb)
        guests += self.company.named_with(verb)
        yield from self.hosted("hosting: seal", verb, verb, places[:1], guests)

    def _is_land(self, place: Ref) -> bool:
        """«une trêve au sud du Liban»: where it holds, and not where it was signed."""
        named = self.scene.mentions_at(self.scene.doc[place.token])
        return any(m.entity.type is ActorType.STATE and m.kind is Kind.NAME for m in named)

    def _parties(self, verb: Token, deal: Token) -> list[Token]:
        """Who signs: the subjects and who is «avec» them, of a passive the complements of the agreement."""
        if is_passive(verb):
            sides = [c for case, c in nominal_complements(deal) if case in ("entre", "avec")]
            sides += [self.scene.doc[r.token] for r in self.scene.joined_behind(deal)]
            made = (c for c in deal.children if c.dep_ == "acl" and c.lemma_ in self.words.seal)
            return [*agents(verb), *sides, *(a for c in made for a in agents(c))]
        withs = [c for case, c in (*obliques(verb), *nominal_complements(deal)) if case == "avec"]
        return [*self.subjects(verb), *withs]

    def dealing(self, noun: Token) -> Iterator[Event]:
        """«l'accord de Lomé entre X et Y», «le traité d'Abuja, signé par X et Y»: where it was made."""
        places = self.venues.called_by(self.scene, noun)
        if not places:
            return
        guests: list[Ref] = []
        for token in neighbours(noun, leftwards=False):
            if self.scene.is_noun(token, self.words.deals):
                break
            if lower(token) == "entre":
                guests = self.guests.between(token)
                break
            if linear_case(token) == "avec":
                guests += self.guests.who(token)
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lemma_ in self.words.seal:
                sides = [*agents(child), *(c for case, c in obliques(child) if case in ("entre", "avec"))]
                guests += [r for t in sides for r in self.guests.who(t)]
        yield from self.hosted("hosting: deal", noun, noun, places, guests)
