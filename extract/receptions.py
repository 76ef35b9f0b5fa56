"""Receptions told by a noun: «la réception à Tunis, lundi, par le président X du chef de Y», «l'audience
accordée par X à Y»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, is_finite, linear_case, lower
from sahelgraph.extract.guests import home_of
from sahelgraph.extract.hosting_parts import HostingPart
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT
from sahelgraph.ontology.claims import ActorType

RULE = "hosting: reception"
REACH = 30
ENDS = frozenset((";", ":", "("))


class Receptions(HostingPart):
    """Finds who received whom."""

    def received(self, noun: Token) -> Iterator[Event]:
        """Host and guest behind a noun of receiving: the host is who acts with «par», or the State of the
        place; the guest is behind «de» or, where something is granted or to be granted, «à»."""
        hosts: list[Ref] = []
        guests: list[Ref] = []
        places: list[Ref] = []
        is_granted = False
        for token in noun.doc[noun.i + 1 : min(noun.i + REACH, noun.sent.end)]:
            if token.pos_ in VERBAL and lower(token).rstrip("es") in self.words.granted:
                is_granted = True
                continue
            if is_finite(token) or token.pos_ == "VERB" or token.text in ENDS or (hosts and guests):
                break
            case = linear_case(token)
            if not hosts and case == "par":
                hosts = [r for r in self.guests.who(token) if home_of(self.scene, r.entity) is not None][:1]
            elif case in AT and not places and (found := self.venues.at(self.scene, token)):
                places = found
            elif not guests and case == ("à" if is_granted or noun.lemma_ in self.words.grants else "de"):
                guests = self._guests(token)
        if not guests or not (hosts or (places and not is_granted and self._are_people(guests))):
            return
        homes = [Ref(home, r.token, r.how) for r in hosts if (home := home_of(self.scene, r.entity))]
        yield from self.hosted(RULE, noun, noun, (places or homes)[:1], guests)
        for host in hosts:
            for guest in guests:
                if guest.entity.id != host.entity.id:
                    yield Event.at(RULE, "met-with", noun, host, guest)

    def _guests(self, token: Token) -> list[Ref]:
        """Persons, envoys and officials, whoever they speak for; States and groups by their own names."""
        refs = self.guests.who(token)
        people = [r for r in refs if r.entity.type is ActorType.PERSON]
        speaks = self.guests.is_envoy(token) or self.scene.is_noun(token, self.words.regional)
        is_name = any(m.kind is not Kind.DEMONYM for m in self.scene.mentions_at(token))
        return people or (refs if speaks or is_name else [])

    def _are_people(self, refs: list[Ref]) -> bool:
        return all(r.entity.type is ActorType.PERSON for r in refs)
