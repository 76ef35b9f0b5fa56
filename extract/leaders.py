"""The persons who lead, by their phrases: the subject of a verb, the name behind «par» or «à»; and what is
led."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.grammar import VERBAL, direct_subjects, is_finite, lower
from sahelgraph.extract.offices_targets import Targets
from sahelgraph.extract.posts import ARTICLES, OF, PostReader, person_at
from sahelgraph.extract.pronouns import is_taken_up
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

AFTER_BY = 12
BEFORE_HEAD = 8
CLOSING = frozenset((",", ")", "»", '"', "”"))


@dataclass(frozen=True)
class Led:
    """`person` (an entity, at token `at`) leads `target`; `start` and `end` are the words that say so."""

    person: Entity
    at: int
    target: Entity
    how: str
    trigger: Token
    predicate: Token
    start: int
    end: int


class Leaders:
    """Reads the phrases of who leads and of what is led in one article."""

    def __init__(self, reader: PostReader, scene: Scene, targets: Targets) -> None:
        self._reader = reader
        self._scene = scene
        self._doc = scene.doc
        self._targets = targets

    def subjects(self, verb: Token) -> list[Token]:
        """The persons who are the subject of a verb; before «qui», the one named there."""
        found: list[Token] = []
        if verb.pos_ == "ADJ" and verb.i and person_at(self._scene, verb.nbor(-1)):
            found.append(verb.nbor(-1))
        for subject in direct_subjects(verb):
            if lower(subject) == "qui":
                index = subject.i - 1
                while index > 0 and self._doc[index].text in CLOSING:
                    index -= 1
                if person_at(self._scene, self._doc[index]):
                    found.append(self._doc[index])
                    continue
            for ref in self._scene.actors(subject):
                token = self._doc[ref.token]
                if ref.entity.type is ActorType.PERSON and (
                    person_at(self._scene, token) or is_taken_up(token)
                ):
                    found.append(token)
            if not found and is_taken_up(subject) and (named := self._named_before(subject)) is not None:
                found.append(named)
            if not found and lower(subject) == "qui" and (named := self._behind_apposition(subject)):
                found.append(named)
        return found

    def subject(self, verb: Token) -> Token | None:
        """The person who is the subject: the parsed one, else whose name opens the sentence, where commas
        close what is said of them: «X, un Belge de 54 ans, succédera»."""
        if subjects := self.subjects(verb):
            return subjects[0]
        doc, start = self._doc, verb.sent.start
        first = self._reader.name_from(self._scene, start)
        if first is None or doc[first].nbor().text != ",":
            return None
        chain = [t.i for t in verb.children if t.dep_.startswith("aux") and t.i < verb.i]
        between = doc[first + 1 : min(chain, default=verb.i)]
        if len(between) < 2 or between[-1].text != "," or any(is_finite(t) for t in between):
            return None
        return doc[first]

    def _behind_apposition(self, relative: Token) -> Token | None:
        """«X, le président togolais, qui dirige Y»: X."""
        first = max(relative.sent.start, relative.i - BEFORE_HEAD)
        if self._doc[relative.i - 1].text != ",":
            return None
        for token in reversed(self._doc[first : relative.i - 1]):
            if person_at(self._scene, token):
                return token if token.nbor().text == "," else None
            if token.pos_ in VERBAL:
                return None
        return None

    def _named_before(self, pronoun: Token) -> Token | None:
        """The person named last: «X, émir de Y, … Ce dernier dirige Z», as only a person leads."""
        for ref in self._scene.mentioned_before(pronoun):
            if ref.entity.type is ActorType.PERSON:
                return self._doc[ref.token]
        return None

    def person_from(self, index: int) -> Token | None:
        """The person of a phrase that begins here: «le cinéaste et ancien ministre X», «un colonel de 37
        ans, X», «un influent dirigeant, l'imam X»."""
        doc = self._doc
        limit = min(doc[index].sent.end if index < len(doc) else index, index + AFTER_BY)
        commas = 0
        for token in doc[index:limit]:
            if person_at(self._scene, token):
                return token
            if token.text == ",":
                commas += 1
                if commas > 1 or self._reader.name_from(self._scene, token.i + 1) is None:
                    return None
            elif token.pos_ in VERBAL:
                return None
        return None

    def leader(self, token: Token) -> Entity | None:
        """The person whom a token names or, as «ce dernier», takes up."""
        if mention := person_at(self._scene, token):
            return mention.entity
        taken_up = self._scene.actors(token) if is_taken_up(token) else []
        return next((r.entity for r in taken_up if r.entity.type is ActorType.PERSON), None)

    def led_from(self, index: int, limit: int, person: Token) -> tuple[Entity, str, int] | None:
        """What is led, in the noun phrase that begins here: the actor, how it is named, and its end."""
        doc = self._doc
        while index < limit and (doc[index].pos_ == "ADV" or lower(doc[index]) in ARTICLES | OF):
            index += 1
        end = self._reader.extent(self._scene, index, limit)
        leader = self.leader(person)
        if leader is None or (found := self._targets.led(index, end, leader)) is None:
            return None
        return (*found, end)

    def led(
        self, person: Token, target: Entity, how: str, trigger: Token, predicate: Token, start: int, end: int
    ) -> Led:
        """As found, with the person whom a token names or takes up."""
        leader = self.leader(person)
        if leader is None:
            raise ValueError(f"no person is named at token {person.i}")
        return Led(leader, person.i, target, how, trigger, predicate, start, end)
