"""Journeys told by another verb than going: a tour that leads somebody through States, whence one comes
back, where one was before: «qui le conduira à A et à B», «rentré de C», «Après D, X s'est rendu à»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, linear_case, objects
from sahelgraph.extract.hosting_parts import HostingPart
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT
from sahelgraph.ontology.claims import ActorType

BEFORE = 16
CLITIC = 4
NEAR = 4
STOPS = frozenset((";", ":"))


class Tours(HostingPart):
    """Finds the hosts of those who are led through States or come back from one."""

    def leading(self, verb: Token) -> Iterator[Event]:
        """«La tournée doit conduire X à A, à B et à C», «un périple qui l'a mené en A»"""
        tour = self._tour_before(verb)
        if tour is None:
            return
        guests = [r for t in objects(verb) for r in self.guests.who(t) if self.guests.travels(t, r)]
        if not guests and self.has_object_pronoun(verb, CLITIC):
            guests = self._traveller(tour)
        yield from self.hosted("hosting: tour", verb, verb, self._stages(verb), guests)

    def _tour_before(self, verb: Token) -> Token | None:
        """The journey that a verb of leading is said of: no name of a place and no other verb but one that
        lends its sense stands between."""
        for index in range(verb.i - 1, max(verb.sent.start - 1, verb.i - BEFORE), -1):
            token = verb.doc[index]
            if token.pos_ == "NOUN":
                return token if self.scene.is_noun(token, self.words.visits) else None
        return None

    def _traveller(self, tour: Token) -> list[Ref]:
        """Whose tour it is: by its complement, by the clause that it stands in, or the last person before."""
        own = [r for t, r in self.complements(tour) if self.acts_for_a_state(t, r)]
        of_clause = [r for t in self.clause_subjects(tour) for r in self.officials(t)]
        if own or of_clause:
            return own or of_clause
        before = self.scene.mentioned_before(tour, BEFORE * 2)
        return [r for r in before if r.entity.type is ActorType.PERSON][:1]

    def _stages(self, verb: Token) -> list[Ref]:
        found: dict[str, Ref] = {}
        for token in verb.doc[verb.i + 1 : verb.sent.end]:
            if is_finite(token) or token.text in STOPS:
                break
            if linear_case(token) in AT:
                for place in self.venues.at(self.scene, token):
                    found.setdefault(place.entity.id, place)
        return list(found.values())

    def coming_back(self, verb: Token) -> Iterator[Event]:
        """«À peine rentré de Paris, X», «X est revenu lundi de Moscou»: whence one comes home."""
        for token in verb.doc[verb.i + 1 : min(verb.i + NEAR + 1, verb.sent.end)]:
            if linear_case(token) == "de" and (places := self.venues.at(self.scene, token)):
                people = [r for t in self.subjects(verb) for r in self.guests.who(t)]
                people = people or self.of_main_clause(verb) or self._said_behind(verb)
                people = [r for r in people if r.entity.type is ActorType.PERSON]
                yield from self.hosted("hosting: return", verb, verb, places[:1], people)
                return

    def _said_behind(self, verb: Token) -> list[Ref]:
        """«À peine rentré de Paris, le président X»: whom the main clause is about."""
        comma = next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.text == ","), None)
        if comma is None or verb.i - verb.sent.start > NEAR:
            return []
        return self.company.listed(verb.doc[comma], verb.sent.end)[:1]

    def before(self, first: Token) -> Iterator[Event]:
        """«Après Bamako, X s'est rendu à»: where one was before; the cities up to the comma."""
        doc, end = first.doc, first.sent.end
        comma = next((t.i for t in doc[first.i : end] if t.text == ","), end)
        verb = next((t for t in doc[comma:end] if is_finite(t)), None)
        while verb is not None and verb.dep_.startswith("aux"):
            verb = verb.head
        if verb is None or verb.lemma_ not in self.words.come | self.words.tread | self.words.depart:
            return
        names = [t for t in doc[first.i + 1 : comma] if self.scene.mentions_at(t)]
        if comma - first.i - 1 > 2 * len(names) or not all(self._is_city(t) for t in names):
            return
        places = [r for t in names for r in self.venues.at(self.scene, t)]
        guests = [r for t in self.subjects(verb) for r in self.officials(t)]
        yield from self.hosted("hosting: tour", first, verb, places, guests)

    def _is_city(self, token: Token) -> bool:
        named = self.scene.mentions_at(token)
        return any(
            m.kind is Kind.CAPITAL or m.entity.type in (ActorType.PLACE, ActorType.STATE) for m in named
        )
