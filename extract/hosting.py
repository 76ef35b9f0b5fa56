"""Who hosted whom: meetings, visits and summits on a State's territory.

The host is the State of the place where the meeting is; the guests are those who meet, come or are
received. A capital where something happens is a place, not an actor.
"""

from __future__ import annotations

from collections.abc import Iterator

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

BEING = frozenset(("être", "trouver"))
TAKING_PART = frozenset(("prendre",))
NAMING = frozenset(("il", "ce", "parmi", "autour", "répondre", "participation", "présence", "après"))
BRIEFINGS = frozenset(("conférence", "point"))
RIDES = frozenset(("avion", "vol", "route", "chemin", "hélicoptère", "direction"))


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
        self.receiving, self.gatherings = Receiving(*parts), Gatherings(*parts)
        self.meetings, self.journeys = Meetings(*parts), Journeys(*parts)
        self.deals, self.seats = Deals(*parts), Headquarters(*parts)
        self.attendance, self.tours = Attendance(*parts), Tours(*parts)
        self.receptions = Receptions(*parts)

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
            *(words.receive, words.send, words.meet, words.come, words.see, words.attend, words.depart),
            *(
                words.tread,
                words.speak,
                BEING,
                words.seal,
                words.opening,
                words.join,
                words.there,
                words.represent,
                words.lead,
                words.come_back,
            ),
            *(TAKING_PART, NAMING, BRIEFINGS),
            *(words.meetings, words.visits, words.deals, words.seats, words.returns, words.receptions),
        )

    def _events_at(self, token: Token) -> Iterator[Event]:
        words, lemma = self.words, token.lemma_.lower()
        if token.pos_ == "ADJ" and self.scene.is_noun(token, words.visits):  # «a fait escale à»
            yield from self.journeys.visit(token)
        elif token.pos_ in (*VERBAL, "ADJ"):
            if lemma in words.receive:
                yield from self.receiving.receiving(token)
            elif lemma in words.send:
                yield from self.journeys.sending(token)
            elif lemma in words.come:
                yield from self.gatherings.coming(token)
            elif lemma in words.meet or self._sees_other(token):
                yield from self.gatherings.gathering(token)
            elif lemma in words.attend or (lemma == "prendre" and _takes_part(token)):
                yield from self.attendance.attending(token)
            elif lemma in words.join:
                yield from self.attendance.joined(token)
                if lemma == "rejoindre" and not _is_pronominal(token):
                    yield from self.journeys.treading(token)
            elif lemma == "répondre":
                yield from self.attendance.answering(token)
            elif lemma in words.represent:
                yield from self.attendance.represented(token)
            elif lemma in words.lead:
                yield from self.tours.leading(token)
            elif lemma in words.come_back:
                yield from self.tours.coming_back(token)
            elif lemma in words.there:
                yield from self.attendance.present(token)
            elif lemma in words.depart or (lemma == "prendre" and _takes_a_plane(token)):
                yield from self.journeys.departing(token)
            elif lemma in words.tread:
                yield from self.journeys.departing(token)
                yield from self.journeys.treading(token)
            elif lemma in words.speak:
                yield from self.journeys.speaking(token)
                yield from self.journeys.speaking_from(token)
            elif lemma == "être" or (lemma == "trouver" and _is_pronominal(token)):
                yield from self.journeys.being(token)
            elif lemma in words.seal:
                yield from self.deals.sealing(token)
        elif token.i == token.sent.start and self.attendance.opens(token):
            yield from self.attendance.named(token)
        elif token.i == token.sent.start and self.attendance.opens_list(token):
            yield from self.attendance.among(token)
        elif token.i == token.sent.start and lower(token) == "après":
            yield from self.tours.before(token)
        elif token.lemma_ in ("participation", "présence"):
            yield from self.attendance.participation(token)
        elif token.i == token.sent.start and lower(token) in words.opening:
            yield from self.gatherings.opening(token)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") and not self.scene.mentions_at(token):
            if self.scene.is_noun(token, words.receptions):
                yield from self.receptions.received(token)
            if self.scene.is_noun(token, words.meetings) and not self.meetings.is_other(token):
                yield from self.meetings.meeting(token)
            elif lower(token) in BRIEFINGS and _is_for_the_press(token):
                yield from self.journeys.briefing(token)
            elif self.scene.is_noun(token, words.visits):
                yield from self.journeys.visit(token)
            elif self.scene.is_noun(token, words.deals):
                yield from self.deals.dealing(token)
            elif self.scene.is_noun(token, words.seats):
                yield from self.seats.seated(token)
            elif self.scene.is_noun(token, words.returns):
                yield from self.journeys.returning(token)

    def _sees_other(self, verb: Token) -> bool:
        """«X et Y se sont vus à Luanda»"""
        return verb.lemma_ in self.words.see and _is_pronominal(verb)


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
