"""Those who come or meet somewhere: «X est arrivé à Niamey», «les ministres se sont réunis à Bamako»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    NAMING,
    direct_subjects,
    has_auxiliary,
    has_avoir,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_pronominal,
    linear_case,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.hosting_parts import LEG
from sahelgraph.extract.meeting_parts import MeetingPart
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT, OF_THE_VERB
from sahelgraph.ontology.claims import ActorType

LOCAL = frozenset(("rencontrer",))
"""«X est allé à Lomé, où il a rencontré Y»: Y may be at home there."""
GENERAL = ("sommet", "réunion", "rencontre", "conférence")
ONESELF = frozenset(("se", "s'", "me", "m'", "nous"))
ARRIVING = frozenset(("arriver", "attendre"))
SITTING = "siéger"


class Gatherings(MeetingPart):
    """Finds hosts and guests by verbs of coming and of meeting."""

    def coming(self, verb: Token) -> Iterator[Event]:
        """«X est arrivé à Niamey»."""
        if not self._goes(verb):
            return
        places, movers = self._where_and_who(verb)
        if not places and verb.lemma_ in ARRIVING and self._says_no_place(verb):
            places = self.lately(verb)
            movers = [t for t in movers if self.officials(t)]
        if not places:
            return
        guests = self._travellers([*movers, *_withs(verb)])
        if not guests and (is_finite(verb) or has_auxiliary(verb)):
            guests = self.nearest_subject(verb)
        guests = self._with_company(verb, movers, guests)
        if not guests and verb.i > verb.sent.start and self.is_inverted(verb):
            guests = self.company.roll(verb)
        if verb.lemma_ in self.words.settle:
            guests = [r for r in guests if r.entity.type is ActorType.PERSON]
        yield from self._hosted("hosting: come", verb, places, guests, movers)

    def gathering(self, verb: Token) -> Iterator[Event]:
        """«les ministres se sont réunis à Bamako»."""
        gathers, parleys = verb.lemma_ in self.words.gather, verb.lemma_ in self.words.parley
        if parleys and is_infinitive(verb) and verb.head.pos_ == "ADJ":
            return  # «il est impossible de négocier la paix au Mali»
        places, movers = self._where_and_who(verb)
        if gathers and not self._assembles(verb, movers):
            return
        if verb.lemma_ == SITTING and any(self._has_seat(t) for t in movers):
            return
        is_local = verb.lemma_ in LOCAL and bool(self.venues.relative(self.scene, verb))
        if not is_passive(verb) and not is_local:
            movers = [*movers, *objects(verb)]
            if not places and gathers and not is_pronominal(verb):
                places = self._cities(verb)
        withs = _withs(verb)
        if not places:
            yield from self.talks(verb, movers, withs)
            return
        self.told.last = places[0]
        self.told.met = dict.fromkeys(GENERAL, places[0])  # «le sommet» is now this one
        there = [*movers, *withs]
        guests = [r for t in there for r in self.guests.who(t)] if parleys else self._travellers(there)
        guests = guests or self._unnamed_there(verb, movers)
        guests = self._with_company(verb, movers, guests)
        yield from self._hosted("hosting: meet", verb, places, guests, movers)

    def _where_and_who(self, verb: Token) -> tuple[list[Ref], list[Token]]:
        """The places that a verb or the text before names, and the phrases of those who go or meet there."""
        places = self.venues.of(self.scene, verb) or self.there(verb) or self.on_the_spot(verb)
        return places, [p for t in self.subjects(verb) for p in self.aboard(t)]

    def _travellers(self, phrases: Iterable[Token]) -> list[Ref]:
        return [r for t in phrases for r in self.guests.who(t) if self.guests.travels(t, r)]

    def _unnamed_there(self, verb: Token, movers: list[Token]) -> list[Ref]:
        """Those who meet where the phrases of the verb name no traveller."""
        gathers, pronominal = verb.lemma_ in self.words.gather, is_pronominal(verb)
        if pronominal:  # «Russes et Ukrainiens se sont retrouvés»
            sides = [r for t in movers for r in self.guests.who(t)]
            if len({r.entity for r in sides}) > 1:
                return sides
        guests = self.nearest_subject(verb)
        if not guests and is_participle(verb, "Past"):
            guests = self.of_main_clause(verb) or self.company.behind(verb)
        if not guests and gathers and not pronominal and not is_passive(verb):
            guests = self.company.behind(verb)
        return guests

    def _with_company(self, verb: Token, movers: list[Token], guests: list[Ref]) -> list[Ref]:
        """Guests with those who are named as being with them."""
        before = [r for t in movers if t.i < verb.i for r in self.company.named_with(t)]
        guests = [*guests, *self.company.named_with(verb)]
        guests += [r for r in before if r.token < verb.i]  # «les mouvements, dont X et Y, se sont réunis»
        if self._is_main(verb) and all(r.how == "anaphor" or r.token > verb.i for r in guests):
            guests += self.company.spelled_out(verb)
        return guests

    def _hosted(
        self, rule: str, verb: Token, places: list[Ref], guests: list[Ref], movers: list[Token]
    ) -> Iterator[Event]:
        """Guests at the places of a verb, and those who went on at the further legs of their journey."""
        yield from self.hosted(rule, verb, verb, places, guests)
        if legs := self.venues.legs(self.scene, places, listed=verb.lemma_ in self.words.come):
            yield from self.hosted(LEG, verb, verb, legs, self._travellers(movers))

    def opening(self, participle: Token) -> Iterator[Event]:
        """«Réunis à Quito, les douze pays de X ont …», where the parser takes the first word for a name."""
        places = self.venues.of(self.scene, participle)
        guests = self.company.behind(participle) if places else []
        yield from self.hosted("hosting: meet", participle, participle, places[:1], guests)

    def _is_main(self, verb: Token) -> bool:
        """Is a verb the last before a colon, of which the names behind are said?"""
        later = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if is_finite(t) or t.text == ":")
        return next((t.text == ":" for t in later), False)

    def _has_seat(self, token: Token) -> bool:
        """«la Cour, qui siège à La Haye»: an organisation, which does not meet there."""
        return any(r.entity.type is ActorType.ORGANISATION for r in self.scene.actors(token))

    def _says_no_place(self, verb: Token) -> bool:
        """«X est arrivé la veille», where the text has told of a meeting; not «arrivé en tête»."""
        behind = verb.doc[verb.i + 1 : verb.sent.end]
        placed = (t for t in behind if t.pos_ in NAMING and linear_case(t) in AT)
        return (is_finite(verb) or has_auxiliary(verb)) and next(placed, None) is None

    def _goes(self, verb: Token) -> bool:
        """Is it a journey, not «se rendre compte», «venir de faire», «arriver au pouvoir», «attendre que»?"""
        children = {lower(c) for c in verb.children}
        following = {lower(t) for t in verb.doc[verb.i + 1 : verb.i + 4]}
        if "pouvoir" in following or "compte" in following:
            return False
        if verb.lemma_ == "poser":  # «posé ses valises», «s'est posé»; not «les problèmes posés»
            return is_pronominal(verb) or any(lower(t) in OF_THE_VERB for t in objects(verb))
        if verb.lemma_ == "rendre":
            return bool(ONESELF & {lower(t) for t in verb.doc[max(0, verb.i - 4) : verb.i]})
        if verb.lemma_ == "aller":
            return not verb.dep_.startswith("aux") and not any(c.dep_ == "xcomp" for c in verb.children)
        if verb.lemma_ in self.words.brought:
            return is_passive(verb) or (has_auxiliary(verb) and not has_avoir(verb))
        if verb.lemma_ == "venir" and _just_did(verb):
            return False
        return not (verb.lemma_ == "venir" and children & {"de", "d'"} and "VERB" in _kinds(verb))

    def _cities(self, verb: Token) -> list[Ref]:
        """«Abidjan réunit les ministres de la Défense»"""
        return self.venues.of_phrases(self.scene, filter(self._is_city, direct_subjects(verb)))[:1]

    def _is_city(self, token: Token) -> bool:
        named = self.scene.mentions_at(token)
        return any(m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in named)

    def _assembles(self, verb: Token, movers: list[Token]) -> bool:
        """«les ministres se réunissent», «réunis à», «Paris réunit les ministres»; not «l’alliance»."""
        if is_pronominal(verb) or is_passive(verb):
            return True
        hosts = [r.entity.type for t in movers for r in self.scene.actors(t)]
        return any(kind in (ActorType.STATE, ActorType.PERSON) for kind in hosts)


def _just_did(verb: Token) -> bool:
    """«vient d'adresser à Doha un ultimatum»."""
    behind = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]
    return len(behind) > 1 and lower(behind[0]) in ("de", "d'") and any(map(is_infinitive, behind))


def _kinds(verb: Token) -> set[str]:
    return {c.pos_ for c in verb.children if c.i > verb.i}


def _withs(verb: Token) -> list[Token]:
    return [c for case, c in obliques(verb) if case == "avec"]
