"""Who hosted whom: meetings, visits and summits on a State's territory.

The host is the State of the place where the meeting is; the guests are those who meet, come or are
received. A capital where something happens is a place, not an actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    direct_subjects,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.matching import Matcher, neighbours
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.ontology.claims import ActorType

AT = frozenset(("à", "en", "dans", "chez", "sur"))
GUESTS = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON))
REACH = 12


class HostingReader:
    """Finds hosted events."""

    def __init__(self, words: HostingWords, matcher: Matcher) -> None:
        self._words = words
        self._matcher = matcher

    def events(self, scene: Scene) -> Iterator[Event]:
        """The meetings and visits of an article with their hosts and guests."""
        for token in scene.doc:
            if token.pos_ in ("VERB", "AUX", "ADJ"):
                lemma = token.lemma_.lower()
                if lemma in self._words.receive:
                    yield from self._receiving(scene, token)
                if lemma in self._words.meet or lemma in self._words.come:
                    yield from self._coming(scene, token, lemma in self._words.come)
            elif token.pos_ in ("NOUN", "PROPN", "ADJ") and not scene.mentions_at(token):
                if scene.is_noun(token, self._words.meetings):
                    yield from self._meeting(scene, token, visit=False)
                elif scene.is_noun(token, self._words.visits):
                    yield from self._meeting(scene, token, visit=True)

    def _receiving(self, scene: Scene, verb: Token) -> Iterator[Event]:
        """«Niamey accueille le sommet de l'AES», «reçu à Alger par le président algérien»."""
        hosts = [r for t in self._matcher.logical_subjects(scene, verb) for r in scene.actors(t)]
        guests_of = direct_subjects(verb) if is_passive(verb) else objects(verb)
        guests = [r for t in guests_of for r in self._participants(scene, t)]
        states = self._states(scene, hosts)
        if hosts and not states:
            return
        if not states and (place := self._place(scene, verb)):
            states = [place]
        yield from self._pairs("hosting: receive", verb, verb, states[:1], guests)

    def _coming(self, scene: Scene, verb: Token, comes: bool) -> Iterator[Event]:
        """«les ministres se sont réunis à Bamako», «X est arrivé à Niamey»."""
        if comes and not self._goes(verb):
            return
        place = self._place(scene, verb) or self._place_after(scene, verb)
        if place is None:
            return
        movers = direct_subjects(verb) or self._matcher.logical_subjects(scene, verb)
        guests = [r for t in movers for r in scene.actors(t)] or self._subject_before(scene, verb)
        guests += [r for case, c in obliques(verb) if case == "avec" for r in scene.actors(c)]
        if comes and self._is_force(scene, movers):
            return
        yield from self._pairs("hosting: come" if comes else "hosting: meet", verb, verb, [place], guests)

    def _subject_before(self, scene: Scene, verb: Token) -> list[Ref]:
        for token in neighbours(verb, leftwards=True):
            if not linear_case(token) and (
                refs := [r for r in scene.actors(token) if r.entity.type in GUESTS]
            ):
                return refs
        return []

    def _goes(self, verb: Token) -> bool:
        if verb.lemma_ == "aller" and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
            return False
        return verb.lemma_ != "rendre" or any(lower(c) in ("se", "s'") for c in verb.children)

    def _is_force(self, scene: Scene, movers: list[Token]) -> bool:
        return any(
            "forces" in scene.noun_classes(t) and "government" not in scene.noun_classes(t) for t in movers
        )

    def _meeting(self, scene: Scene, noun: Token, visit: bool) -> Iterator[Event]:
        """«la réunion du Cémoc à Bamako», «la visite d'Emmanuel Macron au Mali», «le sommet de Pau»."""
        place = self._noun_place(scene, noun)
        if place is None:
            return
        guests: list[Ref] = []
        for case, child in nominal_complements(noun):
            if case in ("de", "entre", "avec", "réunissant", "par") and child.i > noun.i:
                guests += self._participants(scene, child)
        for child in noun.children:
            if child.dep_ == "acl" and child.lemma_ in self._words.gather:
                guests += [r for t in objects(child) for r in scene.actors(t)]
            for m in scene.mentions_at(child):
                if m.kind is Kind.DEMONYM or m.entity.type is ActorType.ORGANISATION:
                    guests.append(Ref(m.entity, child.i, "adjective"))
        over = verb_over(noun)
        predicate = over[0] if over else noun
        if over is not None:
            verb, role = over
            if role != "subject":
                guests += [
                    r
                    for t in self._matcher.logical_subjects(scene, verb)
                    if t is not noun
                    for r in scene.actors(t)
                ]
            elif verb.lemma_ in self._words.gather:
                guests += [r for t in objects(verb) for r in scene.actors(t)]
            guests += [r for case, c in obliques(verb) if case in ("avec", "entre") for r in scene.actors(c)]
        guests = [g for g in guests if g.token != place.token]
        yield from self._pairs(
            "hosting: visit" if visit else "hosting: meeting", noun, predicate, [place], guests
        )

    def _participants(self, scene: Scene, token: Token) -> list[Ref]:
        refs = scene.actors(token)
        if not refs and scene.is_noun(token, self._words.meetings | self._words.visits):
            refs = [r for case, c in obliques(token) if case in ("de", "entre") for r in scene.actors(c)]
            refs += [
                Ref(m.entity, c.i, "name")
                for c in token.children
                for m in scene.mentions_at(c)
                if m.entity.type is ActorType.ORGANISATION
            ]
        return [r for r in refs if r.entity.type in GUESTS]

    def _noun_place(self, scene: Scene, noun: Token) -> Ref | None:
        over = verb_over(noun)
        carriers = [
            noun,
            *(c for _, c in obliques(noun)),
            *(c for c in noun.children if c.dep_ in ("acl", "amod", "acl:relcl")),
        ]
        if over:
            carriers.append(over[0])
        for carrier in carriers:
            place = self._place(scene, carrier, noun)
            if place is not None:
                return place
        place = self._place_after(scene, noun)
        if place is not None:
            return place
        for case, child in obliques(noun):
            if case == "de" and any(
                m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in scene.mentions_at(child)
            ):
                return self._state(scene, scene.places(child))
        return None

    def _place(self, scene: Scene, head: Token, near: Token | None = None) -> Ref | None:
        for case, child in obliques(head):
            if case in AT and (near is None or abs(child.i - near.i) <= REACH or child.i < near.i):
                state = self._state(scene, scene.places(child))
                if state is not None:
                    return state
        for child in head.children:
            if lower(child) == "où" and head.dep_ == "acl:relcl":
                return self._state(scene, scene.places(head.head))
        return None

    def _place_after(self, scene: Scene, head: Token) -> Ref | None:
        """The first place behind a word in the order of the text: «à Pau», «Pau (France)», «au Mali»."""
        for token in neighbours(head, leftwards=False):
            if linear_case(token) in AT and (state := self._state(scene, scene.places(token))):
                return state
            inside = token.i > 1 and "(" in head.doc[max(head.i, token.i - 5) : token.i].text
            if inside and (state := self._state(scene, scene.places(token))):
                return state
        return None

    def _state(self, scene: Scene, places: list[Ref]) -> Ref | None:
        for place in places:
            state = scene.state_of(place.entity)
            if state is not None:
                return Ref(state, place.token, "place")
        return None

    def _states(self, scene: Scene, refs: list[Ref]) -> list[Ref]:
        found = []
        for ref in refs:
            state = ref.entity if ref.entity.type is ActorType.STATE else scene.office_state(ref.entity)
            if state is not None and state.type is ActorType.STATE:
                found.append(Ref(state, ref.token, ref.how))
        return found

    def _pairs(
        self, rule: str, trigger: Token, predicate: Token, hosts: list[Ref], guests: list[Ref]
    ) -> Iterator[Event]:
        seen: set[str] = set()
        for host in hosts:
            for guest in guests:
                if (
                    guest.entity.id == host.entity.id
                    or guest.entity.id in seen
                    or guest.entity.type not in GUESTS
                ):
                    continue
                seen.add(guest.entity.id)
                yield Event(rule, "hosted", trigger, predicate, host, guest)
