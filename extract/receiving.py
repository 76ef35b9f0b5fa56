"""Who receives whom: «Niamey accueille le sommet de l'AES», «reçu à Alger par le président algérien»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.asking import HELP
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    agents,
    direct_subjects,
    is_passive,
    linear_case,
    lower,
    objects,
)
from sahelgraph.extract.guests import home_of
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.meeting_parts import MeetingPart
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

WELCOMING = word_set("meetings", "welcoming")


class Receiving(MeetingPart):
    """Finds hosts and guests by verbs of receiving."""

    def receiving(self, verb: Token) -> Iterator[Event]:
        """«Niamey accueille le sommet de l'AES», «reçu à Alger par le président algérien»."""
        passive = is_passive(verb)
        if not passive and self.has_object_pronoun(verb):
            return
        if lower(verb.nbor()) in WELCOMING or (lower(verb.nbor()) == "avec" and not passive):
            return  # «a accueilli favorablement l'offre de X», «a accueilli avec joie»
        if verb.lemma_ == "organiser" and not self._is_of_meeting(verb):
            return
        received = self._received(verb)
        if any(self.scene.is_noun(t, HELP) for t in received):
            return  # «a reçu des renforts de X»
        places = self.venues.of(self.scene, verb) or self.there(verb)
        receivers = agents(verb) if passive else self.subjects(verb)
        hosts = self._hosts(receivers) or self.venues.of_phrases(self.scene, receivers)
        guests = self._guests(verb, received, bool(places))
        self.told.present += [r for t in receivers for r in self.scene.actors(t)]
        if places and (not hosts or passive):
            hosts = places
        if places or verb.lemma_ not in self.words.shelter:  # «A et B abritent X»: each does
            hosts = hosts[:1]
        for noun in received if hosts else ():
            if self.scene.is_noun(noun, self.words.meetings):
                self.told.last = self.told.met[noun.lemma_] = hosts[0]
        yield from self.hosted("hosting: receive", verb, verb, hosts, guests)

    def _received(self, verb: Token) -> list[Token]:
        """The phrases of who or what is received."""
        if is_passive(verb):
            return direct_subjects(verb)
        received = objects(verb)
        if received and all(t.pos_ == "NUM" for t in received):  # «abritera les 3 et 4 mai»
            behind = (t for t in neighbours(verb, leftwards=False) if not linear_case(t))
            received = [t for t in behind if self.scene.is_noun(t, self.words.meetings)][:1]
        return received

    def _guests(self, verb: Token, received: list[Token], is_placed: bool) -> list[Ref]:
        if verb.lemma_ in self.words.receive_at and not is_placed:
            if any(t.pos_ == "VERB" and linear_case(t) == "à" for t in verb.children):
                return []
            behind = neighbours(verb, leftwards=False)
            if not any(self.scene.is_noun(t, self.words.meetings) for t in behind):
                return self._sheltered(verb, received)
        guests = [r for t in received for r in self._taking_part(t)]
        if is_passive(verb):
            guests = guests or self.nearest_subject(verb) or self.of_main_clause(verb)
        elif guests:  # «a convié le Maroc et le Front X»: groups among States
            guests += [r for t in received for r in self.guests.who(t) if r.how in ("name", "list")]
        else:
            guests = self.company.behind(verb)
        return guests + self.company.named_with(verb)

    def _sheltered(self, verb: Token, received: list[Token]) -> list[Ref]:
        """«héberger des cadres de X», «abriter l'opposant Y»: persons and leaders, no fighters."""
        if verb.lemma_ not in self.words.shelter:
            return []
        led = [t for t in received if self.scene.is_noun(t, self.words.envoys | self.words.regional)]
        refs = [r for t in received for r in self.guests.who(t) if r.how != "part"]
        people = [r for r in refs if r.entity.type is ActorType.PERSON]  # no «partisans de Y»
        return people or [r for t in led for r in self.guests.who(t)]

    def _is_of_meeting(self, verb: Token) -> bool:
        """«organiser un sommet», «la visite organisée par X»; not «un groupe organisé en réseaux»."""
        words = self.words.meetings | self.words.visits
        things = (verb.head, *objects(verb), *direct_subjects(verb), *neighbours(verb, leftwards=False))
        return any(self.scene.is_noun(t, words) for t in things)

    def _hosts(self, tokens: Iterable[Token]) -> list[Ref]:
        found = []
        for token in tokens:
            for refs in (self.scene.actors(token), self.guests.who(token)):
                homes = ((r, home_of(self.scene, r.entity)) for r in refs)
                states = [Ref(home, r.token, r.how) for r, home in homes if home is not None]
                found += states
                if states:
                    break
        return found

    def _taking_part(self, token: Token) -> list[Ref]:
        if self.scene.is_noun(token, self.words.meetings | self.words.visits):
            company = self.sides(token)
            sides = self.told.sides.get(token.lemma_, ())
            known = {r.entity for r in company}
            told = len(known) == 1 and known <= {r.entity for r in sides}
            return list(sides) if told else company or self.sides_told(token)
        return [r for r in self.guests.who(token) if self.guests.travels(token, r)]
