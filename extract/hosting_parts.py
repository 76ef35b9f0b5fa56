"""What the readers of meetings, journeys, deals and seats have in common: who the words around a verb or
noun name, where «y» is, and the events that come of hosts and guests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sahelgraph.extract.company import Company
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    DEFINITE,
    VERBAL,
    direct_subjects,
    first_conjunct,
    governors,
    is_finite,
    is_participle,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
)
from sahelgraph.extract.guests import Guests, home_of, is_at_home
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.matching import Matcher, neighbours
from sahelgraph.extract.pronouns import OBJECT_CLITICS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT, OF_THE_VERB, Venues
from sahelgraph.ontology.claims import ActorType

WITH = frozenset(("de", "entre", "avec", "par"))
BETWEEN = frozenset(("DET", "ADP", "PUNCT", "ADJ", "NUM", "ADV"))
REACH = 14
LEG = "hosting: leg"
BEFORE_VERB = frozenset(("y", "n'", "ont", "avaient", "auront", "etaient", "sont"))
"""What the parser may take for a name at the head of a sentence: «Ont pris part à»."""
SITES = 2
CLITIC = 3
CLIMB = 4
BACK = 50
POST = 8
CARRIERS = frozenset(("avion", "appareil", "hélicoptère", "vol", "jet", "cortège"))
LATELY = 30
GAP = 40
"""Words: about one sentence more may stand between a meeting and what is told of those who were there."""


@dataclass
class Told:
    """What an article told of meetings so far: where the last one was, for «y» and «cette rencontre», where
    each that had a place was, by its noun, who took part in this sentence, for «ils», and who are the sides
    of each, by its noun; where those are who were told to be somewhere, by their ids, and where the last of
    this was, with the end of its sentence; the same of the last meeting, whoever took part."""

    last: Ref | None = None
    met: dict[str, Ref] = field(default_factory=dict)
    present: list[Ref] = field(default_factory=list)
    sides: dict[str, list[Ref]] = field(default_factory=dict)
    where: dict[str, Ref] = field(default_factory=dict)
    lately: tuple[Ref, int] | None = None
    named_lately: tuple[Ref, int] | None = None


@dataclass(frozen=True, slots=True)
class HostingPart:
    """Reads one article, together with the other parts that share its `told`."""

    scene: Scene
    words: HostingWords
    matcher: Matcher
    venues: Venues
    guests: Guests
    company: Company
    told: Told

    def subjects(self, verb: Token) -> list[Token]:
        """Who does what a verb says; «la visite effectuée»: also the noun that a participle is said of."""
        found = direct_subjects(verb) or self.matcher.logical_subjects(self.scene, verb)
        said_of_noun = verb.dep_ == "acl" and is_participle(verb, "Past") and verb.head.i < verb.i
        return found or ([verb.head] if said_of_noun else [])

    def has_object_pronoun(self, verb: Token, reach: int = CLITIC) -> bool:
        """«où l'a accueilli son homologue», «qui l'a mené à»: within so many words before the verb."""
        before = verb.doc[max(verb.sent.start, verb.i - reach) : verb.i]
        return any(t.pos_ == "PRON" and lower(t) in OBJECT_CLITICS for t in before)

    def nearest_subject(self, verb: Token) -> list[Ref]:
        """The nearest actor before a verb in the order of the words."""
        relative = False
        for token in neighbours(verb, leftwards=True):
            relative = relative or lower(token) == "qui"
            if not linear_case(token) or (relative and self.scene.mentions_at(token)):
                for phrase in dict.fromkeys((first_conjunct(token), token)):
                    refs = [r for r in self.guests.who(phrase) if self.guests.travels(token, r)]
                    if refs:
                        return refs
        return []

    def of_main_clause(self, participle: Token) -> list[Ref]:
        """«Reçu à l'Élysée, le président X a plaidé»: who the sentence is about."""
        if participle.i > participle.sent.start + 1 or participle.head is participle:
            return []
        return [r for t in self.subjects(participle.head) for r in self.guests.who(t)]

    def is_inverted(self, verb: Token) -> bool:
        """«Ont pris part à la réunion A et B», «Outre X, étaient présents A et B»: nobody does what a verb
        says who stands before it."""
        first = verb
        while first.i > first.sent.start and (
            first.nbor(-1).pos_ in ("AUX", "ADV", "VERB") or lower(first.nbor(-1)) in BEFORE_VERB
        ):
            first = first.nbor(-1)
        start = verb.sent.start
        if first.i == start:
            return first is not verb or is_finite(verb)
        before = verb.doc[start : first.i]
        if before[-1].text != "," or before[0].pos_ != "ADP":
            return False
        comma = next(t.i for t in before if t.text == ",")
        return all(linear_case(t) for t in before if t.i > comma and self.scene.mentions_at(t))

    def clause_subjects(self, noun: Token) -> list[Token]:
        """The subjects of the verb over a noun, through the nouns between them: «en marge d'une réunion»;
        of the noun itself where it is said of somebody: «X est en visite»."""
        if any(c.dep_ == "cop" for c in noun.children):
            return direct_subjects(noun)
        for steps, head in enumerate(governors(noun)):
            if head.pos_ == "VERB":
                if is_passive(head) and head.lemma_ in self.words.held:
                    return []
                found = self.subjects(head)
                if head.dep_ == "acl" and found == [head.head] and not self.scene.actors(head.head):
                    continue  # «Dans un communiqué publié à l'issue d'une réunion, X a …»
                return [t for t in found if t.i != noun.i and noun not in t.subtree]
            if steps >= CLIMB:
                return []
        return []

    def complements(self, noun: Token) -> list[tuple[Token, Ref]]:
        """Who is named behind a noun with «de», «entre», «avec», by the parse or by the words."""
        found = [
            (child, ref)
            for case, child in nominal_complements(noun)
            if case in WITH and child.i > noun.i
            for ref in self.guests.who(child)
        ]
        for token in neighbours(noun, leftwards=False):
            if lower(token) == "entre":
                return [*found, *((token, ref) for ref in self.guests.between(token))]
            if found and linear_case(token) not in ("entre", "avec"):
                continue
            if linear_case(token) in WITH and self.guests.attached(noun, token):
                found += [(token, ref) for ref in self.guests.who(token)]
        return found

    def _names_post(self, state: Ref, guests: list[Ref]) -> bool:
        """«X, président du Togo»: the State is that of a guest named before it."""
        people = (
            r for r in guests if r.entity.type is ActorType.PERSON and 0 < state.token - r.token <= POST
        )
        return any(home_of(self.scene, r.entity) == state.entity for r in people)

    def _is_topic(self, guest: Ref) -> bool:
        """«Togo : X s'exile au Bénin»: what a headline is about takes no part."""
        token = self.scene.doc[guest.token]
        is_state = guest.entity.type is ActorType.STATE
        return (
            is_state
            and token.i == token.sent.start
            and token.i + 1 < token.sent.end
            and token.nbor().text == ":"
        )

    def officials(self, token: Token) -> list[Ref]:
        """The persons of a phrase, and the States whose officials it means."""
        return [
            ref
            for ref in self.guests.who(token)
            if ref.entity.type is ActorType.PERSON or self.acts_for_a_state(token, ref)
        ]

    def acts_for_a_state(self, token: Token, ref: Ref) -> bool:
        """A person of whom it is known for which State he acts, or «le ministre belge»."""
        if ref.entity.type is ActorType.PERSON:
            return home_of(self.scene, ref.entity) is not None
        if token.pos_ == "PRON" and ref.token != token.i:
            token = self.scene.doc[ref.token]  # «il», of whom the text told before
            token = token.head if token.pos_ == "ADJ" else token
        is_office = token.pos_ == "NOUN" and self.scene.is_noun(token, self.words.regional)
        return is_office and ref.entity.type is ActorType.STATE and not self.scene.mentions_at(token)

    def there(self, verb: Token) -> list[Ref]:
        """«y»: where the last meeting was, or the place named last."""
        if not any(lower(t) == "y" for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]):
            return []
        if self.told.last is not None:
            return [self.told.last]
        before = [t for t, m in self.scene.mention_tokens(max(0, verb.i - BACK), verb.i) if m]
        return next((states for t in reversed(before) if (states := self.venues.at(self.scene, t))), [])

    def on_the_spot(self, verb: Token) -> list[Ref]:
        """«X est arrivé sur place»: where the last meeting or journey was that the text told of."""
        following = [lower(t) for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]]
        return self.lately(verb) if "sur" in following[:-1] and "place" in following else []

    def lately(self, word: Token) -> list[Ref]:
        """The place of the meeting or journey that was told of just before a word."""
        if self.told.lately is None:
            return []
        place, end = self.told.lately
        return [place] if word.sent.start - end <= GAP else []

    def aboard(self, mover: Token) -> list[Token]:
        """«l'avion du président X a atterri à Lomé»: he did."""
        if lower(mover) not in CARRIERS:
            return [mover]
        carried = [c for case, c in obliques(mover) if case == "de"]
        carried += [o for c in mover.children if c.dep_ == "acl" for o in objects(c)]
        return [t for t in carried if self.scene.is_noun(t, self.words.regional) or self.officials(t)] or [
            mover
        ]

    def told_just_before(self, noun: Token) -> list[Ref]:
        """«La cérémonie a eu lieu en présence de X», «La rencontre a réuni X, Y et Z»: where the sentence
        before told that it was."""
        if not any(lower(c) in DEFINITE for c in noun.children):
            return []
        known = [k for k in (self.told.lately, self.told.named_lately) if k is not None]
        place, end = max(known, key=lambda k: k[1], default=(None, 0))
        return [place] if place is not None and noun.sent.start - end <= LATELY else []

    def at_verb(self, noun: Token) -> list[Ref]:
        """«ont entamé mardi à Pretoria des discussions», «est arrivé à Pretoria pour des discussions»: the
        place stands between the verb and its object or the purpose of the journey."""
        places: list[Ref] = []
        purpose = False
        for index in range(noun.i - 1, max(noun.sent.start - 1, noun.i - REACH), -1):
            token = noun.doc[index]
            if token.pos_ in VERBAL and not self.scene.mentions_at(token):
                journeys = self.words.come | self.words.depart if purpose else frozenset()
                verbs = self.words.held | self.words.hold | self.words.attend | journeys
                return places if token.lemma_ in verbs else []
            if token.lemma_ in self.words.phases and linear_case(noun) == "de":
                return places  # «l'ouverture lundi à Pretoria des discussions»
            purpose = purpose or (lower(token) == "pour" and not places)
            if linear_case(token) in AT and (states := self.venues.at(self.scene, token)):
                places = states
            elif not (
                self.scene.is_noun(token, self.words.time)
                or token.pos_ in BETWEEN
                or lower(token) in OF_THE_VERB
            ):
                return []
        return []

    def hosted(
        self,
        rule: str,
        trigger: Token,
        predicate: Token,
        hosts: list[Ref],
        guests: list[Ref],
        doubts: frozenset[str] = frozenset(),
    ) -> Iterator[Event]:
        """Each host with each guest who is not at home there; all the guests are now `told.present`."""
        if len(hosts) > SITES and len(guests) > SITES:
            return  # no gathering is in many States at once: the places belong to something else
        guests = [g for g in guests if not self._is_topic(g) and g.entity.label not in self.scene.silent]
        seen: set[tuple[str, str]] = set()
        self.told.present += guests
        if len(hosts) == 1:
            self.told.lately = hosts[0], trigger.sent.end
            for guest in guests:
                home = home_of(self.scene, guest.entity)
                for known in (guest.entity, *([home] if home else [])):
                    self.told.where.setdefault(known.id, hosts[0])
        for host in hosts:
            for guest in guests:
                home = home_of(self.scene, guest.entity) if guest.entity.type is ActorType.PERSON else None
                ids = {guest.entity.id, home.id if home else guest.entity.id}
                pair = host.entity.id, guest.entity.id
                if host.entity.id in ids or pair in seen or self._names_post(guest, guests):
                    continue
                flees = trigger.lemma_ in self.words.flight
                is_person = guest.entity.type is ActorType.PERSON
                if is_person and not flees and is_at_home(self.scene, guest.entity, host.entity):
                    continue
                seen.add(pair)
                yield Event(rule, "hosted", trigger, predicate, host, guest, doubts)
