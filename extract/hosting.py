"""Who hosted whom: meetings, visits and summits on a State's territory.

The host is the State of the place where the meeting is; the guests are those who meet, come or are
received. A capital where something happens is a place, not an actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sahelgraph.extract.attendance import Attendance
from sahelgraph.extract.company import Company
from sahelgraph.extract.deals import Deals
from sahelgraph.extract.events import Event
from sahelgraph.extract.gatherings import Gatherings
from sahelgraph.extract.grammar import (
    VERBAL,
    lower,
)
from sahelgraph.extract.guests import Guests
from sahelgraph.extract.headquarters import Headquarters
from sahelgraph.extract.hosting_parts import Told
from sahelgraph.extract.journeys import Journeys
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.matching import Matcher
from sahelgraph.extract.meetings import Meetings
from sahelgraph.extract.receiving import Receiving
from sahelgraph.extract.receptions import Receptions
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.tours import Tours
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import Venues

VERB_LIKE = (*VERBAL, "ADJ")
BEING = frozenset(("être", "trouver"))
TAKING_PART = frozenset(("prendre",))
NAMING = frozenset(("il", "ce", "parmi", "autour", "répondre", "participation", "présence", "après"))
REJOINING = frozenset(("rejoindre",))
ANSWERING = frozenset(("répondre",))
BRIEFINGS = frozenset(("conférence", "point"))
RIDES = frozenset(("avion", "vol", "route", "chemin", "hélicoptère", "direction"))
Telling = Callable[[Token], Iterable[Event]]


class HostingReader:
    """Finds hosted events."""

    def __init__(self, words: HostingWords, matcher: Matcher) -> None:
        self._words = words
        self._matcher = matcher

    def events(self, scene: Scene) -> Iterator[Event]:
        """The meetings and visits of an article with their hosts and guests."""
        yield from _Reading(scene, self._words, self._matcher).events()

    def tellings(self, scene: Scene) -> Iterator[tuple[Token, str]]:
        """The words of an article for meetings and visits, whoever takes part."""
        for token in scene.tokens_with(self._words.meetings, self._words.visits):
            if token.pos_ == "NOUN" and scene.is_noun(token, self._words.meetings | self._words.visits):
                yield token, "hosted"


class _Reading:
    """One article."""

    def __init__(self, scene: Scene, words: HostingWords, matcher: Matcher) -> None:
        guests = Guests(scene, words)
        company = Company(scene, words, guests)
        self.scene, self.words, self.told = scene, words, Told()
        parts = (scene, words, matcher, Venues(words), guests, company, self.told)
        self.receptions, self.meetings = Receptions(*parts), Meetings(*parts)
        self.deals, self.seats = Deals(*parts), Headquarters(*parts)
        self.gatherings = gatherings = Gatherings(*parts)
        self.journeys = journeys = Journeys(*parts)
        self.attendance = attendance = Attendance(*parts)
        self.tours = tours = Tours(*parts)
        self.verbs: tuple[tuple[frozenset[str], tuple[Telling, ...]], ...] = (
            (words.receive, (Receiving(*parts).receiving,)),
            (words.send, (journeys.sending,)),
            (words.come, (gatherings.coming,)),
            (words.meet, (gatherings.gathering,)),
            (words.attend, (attendance.attending,)),
            (REJOINING, (attendance.joined, journeys.treading)),
            (words.join, (attendance.joined,)),
            (ANSWERING, (attendance.answering,)),
            (words.represent, (attendance.represented,)),
            (words.lead, (tours.leading,)),
            (words.come_back, (tours.coming_back,)),
            (words.there, (attendance.present,)),
            (words.depart, (journeys.departing,)),
            (words.passing, (journeys.passing,)),
            (words.tread, (journeys.departing, journeys.treading)),
            (words.speak, (journeys.speaking, journeys.speaking_from)),
            (words.seal, (self.deals.sealing,)),
        )
        """For verbs, what reads them."""

    def events(self) -> Iterator[Event]:
        sentence = None
        for token in self._tokens():
            if token.sent is not sentence:
                sentence, self.told.present = token.sent, []
            yield from self._events_at(token)

    def _tokens(self) -> list[Token]:
        """The words that may tell of a meeting, a visit or a deal."""
        words = self.words
        return self.scene.tokens_with(
            *(read for read, _ in self.verbs),
            *(words.see, words.opening, BEING, TAKING_PART, NAMING, BRIEFINGS),
            *(words.meetings, words.visits, words.deals, words.seats, words.returns, words.receptions),
            words.sending,
        )

    def _events_at(self, token: Token) -> Iterable[Event]:
        if token.pos_ in VERB_LIKE:
            if token.pos_ == "ADJ" and self.scene.is_noun(token, self.words.visits):  # «a fait escale à»
                return self.journeys.visit(token)
            return self._of_verb(token)
        if token.i == token.sent.start and (told := self._of_opening(token)) is not None:
            return told
        if token.lemma_ in ("participation", "présence"):
            return self.attendance.participation(token)
        if token.pos_ in ("NOUN", "PROPN") and not self.scene.mentions_at(token):
            return self._of_noun(token)
        return ()

    def _of_verb(self, verb: Token) -> Iterable[Event]:
        lemma = verb.lemma_.lower()
        if lemma == "prendre" and _takes_part(verb):
            return self.attendance.attending(verb)
        if lemma == "prendre" and _takes_a_plane(verb):
            return self.journeys.departing(verb)
        if lemma == "être" or (lemma == "trouver" and _is_pronominal(verb)):
            return self.journeys.being(verb)
        if lemma in self.words.see and _is_pronominal(verb):  # «X et Y se sont vus à Luanda»
            return self.gatherings.gathering(verb)
        told = next((told for words, told in self.verbs if lemma in words), ())
        return chain.from_iterable(tell(verb) for tell in told)

    def _of_opening(self, first: Token) -> Iterable[Event] | None:
        """What the word that opens a sentence tells, if it is one of those that do."""
        if self.attendance.opens(first):
            return self.attendance.named(first)
        if self.attendance.opens_list(first):
            return self.attendance.among(first)
        if lower(first) == "après":
            return self.tours.before(first)
        return self.gatherings.opening(first) if lower(first) in self.words.opening else None

    def _of_noun(self, noun: Token) -> Iterator[Event]:
        words, is_noun = self.words, self.scene.is_noun
        if is_noun(noun, words.receptions):
            yield from self.receptions.received(noun)
        if is_noun(noun, words.meetings) and not self.meetings.is_other(noun):
            yield from self.meetings.meeting(noun)
        elif lower(noun) in BRIEFINGS and _is_for_the_press(noun):
            yield from self.journeys.briefing(noun)
        elif is_noun(noun, words.visits):
            yield from self.journeys.visit(noun)
        elif is_noun(noun, words.sending):
            yield from self.journeys.dispatch(noun)
        elif is_noun(noun, words.deals):
            yield from self.deals.dealing(noun)
        elif is_noun(noun, words.seats):
            yield from self.seats.seated(noun)
        elif is_noun(noun, words.returns):
            yield from self.journeys.returning(noun)


def _takes_part(verb: Token) -> bool:
    """«y prendront part», «a pris part au sommet»"""
    return verb.i + 1 < verb.sent.end and lower(verb.nbor()) == "part"


def _is_for_the_press(noun: Token) -> bool:
    """«conférence de presse», «point de presse»"""
    return any(lower(t) == "presse" for t in noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)])


def _takes_a_plane(verb: Token) -> bool:
    """«a pris l'avion pour Lomé»"""
    return any(lower(t) in RIDES for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)])


def _is_pronominal(verb: Token) -> bool:
    """«se trouve à Rabat»"""
    return any(lower(t) in ("se", "s'") for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])
