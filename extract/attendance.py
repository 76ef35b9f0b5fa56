"""Who was there besides, where the sentence says that and the place is told before: «X a été rejoint par Y»,
«étaient également présents A et B», «Il s'agit de A, de B et de C»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, is_passive, linear_case, lower, verb_over
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.meeting_parts import MeetingPart
from sahelgraph.extract.scene import POSSESSIVES, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

GAP = 40
WITH_WHOM = frozenset(("par", "de", "d'", "du", "des"))
NAMING = (("il", "s'", "agit"), ("ce", "sont"))
SEEING = word_set("meetings", "seeing")
AMONG = word_set("meetings", "among")
ASKED = frozenset(("invitation", "convocation"))
TABLE = ("autour", "de", "la", "table")
FRONT = 12
AMONG_WHOM = 8
ELSEWHERE = frozenset(("à", "au", "aux", "dans", "en"))
"""«X est représenté à l'ONU par»: not where the text told of others."""
OF = frozenset(("de", "d'", "du", "des"))
BEING = frozenset(("être", "figurer", "sembler"))
SAID_OF = frozenset(("amod", "acl", "appos"))
SAYING = word_set("meetings", "confirming")
PEOPLE = (ActorType.PERSON, ActorType.STATE)


class Attendance(MeetingPart):
    """Finds who was where others were told to be."""

    def joined(self, verb: Token) -> Iterator[Event]:
        """«Arrivé lundi à Lomé, X a été rejoint par Y», «X est accompagné de Y»: one is where the other was
        told to be."""
        by = next((t for t in verb.doc[verb.i : verb.sent.end] if lower(t) in WITH_WHOM), None)
        if by is None or not is_passive(verb):
            return
        first = [r for t in self.subjects(verb) for r in self.officials(t)]
        if not first and verb.sent.start > 0:
            first = self.company.listed(verb.doc[verb.sent.start - 1], verb.i)
        guests = first + self.company.listed(by, verb.sent.end) if first else []
        places = [self.told.where[r.entity.id] for r in guests if r.entity.id in self.told.where]
        if places and self.told.lately is not None and self.told.lately[1] == verb.sent.end:
            places = [self.told.lately[0]]
        yield from self._attended(verb, places[:1], guests)

    def attending(self, verb: Token) -> Iterator[Event]:
        """«X a également assisté à cette rencontre», «Y participent A et B»: where the meeting was of which
        the text told."""
        guests = [r for t in self.subjects(verb) for r in self.guests.who(t)]
        guests += self.company.named_with(verb)
        if there := self.there(verb):
            guests = guests if len(guests) > 1 else [*guests, *self.company.roll(verb)]
            yield from self.hosted("hosting: attend", verb, verb, there, guests)
            return
        for token in neighbours(verb, leftwards=False):
            if not self.scene.is_noun(token, self.words.meetings | self.words.proceedings):
                continue
            inverted = not guests and self.is_inverted(verb)
            if place := self.place_told(token) or self.place_taken_up(token):
                guests = guests or self.company.roll(token)
                yield from self.hosted("hosting: attend", verb, verb, [place], guests)
            elif inverted and (places := self.venues.of(self.scene, token, named=True)[:1]):
                yield from self.hosted("hosting: attend", verb, verb, places, self.company.roll(token))
            elif places := self.venues.of(self.scene, verb)[:1]:
                guests = [r for r in guests if r.how != "list"]
                yield from self.hosted("hosting: attend", verb, verb, places, guests + self.sides(token))
            return

    def represented(self, verb: Token) -> Iterator[Event]:
        """«Le Gabon et l'ONU sont représentés par des ministres», «X s'est fait représenter par Y»"""
        if any(c.lemma_ == "faire" and c.dep_.startswith("aux") for c in verb.children):
            by = next((t for t in verb.doc[verb.i : verb.sent.end] if lower(t) == "par"), None)
            guests = self.company.listed(by, verb.sent.end) if by is not None else []
        elif is_passive(verb):
            guests = [r for t in self.subjects(verb) for r in self.guests.who(t)]
        else:
            return
        if places := (self.venues.of(self.scene, verb) or self.there(verb))[:1]:
            yield from self.hosted("hosting: there", verb, verb, places, guests)
        elif lower(verb.doc[min(verb.i + 1, verb.sent.end - 1)]) not in ELSEWHERE:
            kinds = (*PEOPLE, ActorType.ORGANISATION)
            yield from self._attended(verb, self.lately(verb), guests, kinds=kinds)

    def present(self, word: Token) -> Iterator[Event]:
        """«Sont également présents A et B», «X, présent à Lomé, …»"""
        is_said = any(c.dep_ == "cop" for c in word.children)
        subjects = self.subjects(word) if is_said else [word.head] if word.dep_ in SAID_OF else []
        guests = [r for t in subjects for r in self.officials(t)] or self.of_main_clause(word)
        guests += self.company.named_with(word) if guests else []
        if not guests and self._opens_roll(word):
            besides = word.doc[word.sent.start : word.i]
            guests = [r for t in besides if self.scene.mentions_at(t) for r in self.officials(t)]
            guests += self.company.roll(word)
        if guests:
            yield from self._attended(word, self.venues.of(self.scene, word)[:1] or self.lately(word), guests)

    def participation(self, noun: Token) -> Iterator[Event]:
        """«Le sommet a vu la participation de A et de B»: at a meeting that was told before."""
        of_whom = noun.nbor() if noun.i + 1 < noun.sent.end else noun
        over = verb_over(noun)
        if over is None or over[1] != "object":
            return
        if over[0].lemma_ in SAYING and lower(noun.nbor(-1)) in POSSESSIVES:  # «ont confirmé leur présence»
            guests = [r for t in self.subjects(over[0]) for r in self.officials(t)]
            yield from self._attended(noun, self.venues.of(self.scene, noun)[:1] or self.lately(noun), guests)
        if lower(of_whom) in OF and over[0].lemma_ in SEEING:
            yield from self._attended(noun, self.lately(noun), self.company.roll(of_whom), over[0])

    def answering(self, verb: Token) -> Iterator[Event]:
        """«Ont répondu à l'invitation A et B»: those are at the meeting that was told before."""
        asked = next(
            (t for t in verb.doc[verb.i : min(verb.i + 5, verb.sent.end)] if lower(t) in ASKED), None
        )
        if asked is not None:
            guests = [r for t in self.subjects(verb) for r in self.officials(t)]
            if not guests and self.is_inverted(verb):
                guests = self.company.roll(asked)
            yield from self._attended(verb, self.venues.of(self.scene, verb)[:1] or self.lately(verb), guests)

    def among(self, first: Token) -> Iterator[Event]:
        """«Parmi les participants figurent A et B», «Autour de la table, à Lomé, se trouvaient A et B»"""
        front = first.doc[first.i : min(first.i + FRONT, first.sent.end)]
        verb = next((t for t in front if is_finite(t)), None)
        places = [r for t in front for r in self.venues.at(self.scene, t) if linear_case(t) == "à"]
        yield from self._attended(first, places[:1] or self.lately(first), self.company.roll(verb or first))

    def opens_list(self, first: Token) -> bool:
        """Does a sentence begin with «Parmi les participants» or «Autour de la table»?"""
        near = first.doc[first.i : min(first.i + AMONG_WHOM, first.sent.end)]
        if lower(first) == "parmi":
            return any(lower(t) in AMONG for t in near)
        return tuple(lower(t) for t in near[: len(TABLE)]) == TABLE

    def named(self, first: Token) -> Iterator[Event]:
        """«Il s'agit de A, de B et de C»: who the officials are that the sentence before told of."""
        length = self._names(first)
        if length and self._tells_of_officials(first):
            last = first.doc[first.i + length - 1]
            roll = self.company.roll(last)
            people = [r for r in roll if r.entity.type is ActorType.PERSON]
            yield from self._attended(first, self.lately(first), people)

    def opens(self, token: Token) -> bool:
        """Does a word open a roll of names: «Il s'agit de», «Ce sont»?"""
        return self._names(token) > 0

    def _names(self, first: Token) -> int:
        near = tuple(lower(t) for t in first.doc[first.i : min(first.i + 3, first.sent.end)])
        return next((len(words) for words in NAMING if near[: len(words)] == words), 0)

    def _tells_of_officials(self, first: Token) -> bool:
        """Are officials in the plural the last thing told before, and where they were?"""
        if self.told.lately is None:
            return False
        before = first.doc[max(0, first.sent.start - GAP) : first.sent.start]
        kinds = self.words.regional | self.words.envoys
        return any(lower(t).endswith("s") and self.scene.is_noun(t, kinds) for t in before)

    def _opens_roll(self, word: Token) -> bool:
        """«Sont présents A et B», «Également présents, A et B»: no verb but that of being stands before."""
        before = word.doc[word.sent.start : word.i]
        if any(is_finite(t) and t.dep_ != "cop" and t.lemma_ not in BEING for t in before):
            return False
        return 0 < len(before) < 5 or self.is_inverted(word)

    def _attended(
        self,
        word: Token,
        places: list[Ref],
        guests: list[Ref],
        verb: Token | None = None,
        kinds: tuple[ActorType, ...] = PEOPLE,
    ) -> Iterator[Event]:
        there = [r for r in guests if r.entity.type in kinds]
        if places:
            yield from self.hosted("hosting: there", word, verb or word, places, there)
