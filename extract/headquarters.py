"""Seats of organisations: the State where one has its seat or an office is its host."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    is_passive,
    verb_over,
)
from sahelgraph.extract.hosting_parts import HostingPart
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS


class Headquarters(HostingPart):
    """Finds who hosts the seat of whom."""

    def seated(self, noun: Token) -> Iterator[Event]:
        """«la capitale éthiopienne accueille le siège de X», «X a ouvert un bureau à Doha»."""
        owners = [r for t, r in self.complements(noun) if r.entity.type in GROUPS]
        over = verb_over(noun)
        if over is None:
            return
        verb, role = over
        if verb.lemma_ in self.words.house and role == "object" and not is_passive(verb):
            hosts = self.venues.of_phrases(self.scene, self.subjects(verb))
            yield from self.hosted("hosting: seat", noun, verb, hosts[:1], owners)
        elif verb.lemma_ in self.words.keep:
            owners = owners or [
                r for t in self.subjects(verb) for r in self.scene.actors(t) if r.entity.type in GROUPS
            ]
            places = self.venues.of(self.scene, noun) or self.venues.of(self.scene, verb)
            yield from self.hosted("hosting: seat", noun, verb, places[:1], owners)
