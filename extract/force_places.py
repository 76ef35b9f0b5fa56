"""The places in a sentence where forces may be, which of them a force is in, and the event of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelgraph.extract.borders import crossed
from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, clause_of, is_participle, linear_case, lower, obliques
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import predicate_of
from sahelgraph.extract.nearby import is_around, is_cleft, turns
from sahelgraph.extract.refs import LANDS
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

REACH = 18
BACK = 10
"""How many words behind and before a force its place may stand."""
ANAPHOR = 40
AT = frozenset(("à", "a", "en", "dans", "sur", "vers", "au"))
STOPS = frozenset((";", ":"))

BRACKET = 6
ANTECEDENT = 4
ASKING_THERE = word_set("presence", "asking_there")
STRIKING = word_set("presence", "striking")
ENVOYS = word_set("presence", "envoys")


@dataclass(frozen=True)
class Place:
    """`taken_up` is a place that «où» or «y» says again: verbs may stand between it and the force."""

    token: Token
    refs: tuple[Ref, ...]
    taken_up: bool = False


@dataclass(frozen=True, slots=True)
class ForcePlaces:
    """The places of forces in one article."""

    scene: Scene
    words: PresenceWords

    def in_sentence(self, sentence: Span) -> list[Place]:
        found = []
        for token in sentence:
            if token.dep_ == "nmod" and self.scene.is_noun(token.head, ENVOYS):
                continue  # «rappelle son ambassadeur en X»
            if token.head.lemma_ in ASKING_THERE:
                continue  # «le ministre, joint par téléphone à X»
            if token.head.lemma_ in ASCRIBING and linear_case(token) == "à":
                continue  # «une attaque de drones, qu'il impute à X»
            if (linear_case(token) in AT or is_around(token)) and (refs := self._places_at(token)):
                found.append(Place(token, tuple(refs), taken_up=is_cleft(token)))
            elif refs := crossed(self.scene, token) or self._taken_up(token):
                found.append(Place(token, tuple(refs), taken_up=True))
        return found

    def stood_on(self, force: Token, places: Sequence[Place]) -> list[Place]:
        """The places without those that are struck: «une offensive sur Damas»."""
        strikes = self.scene.is_noun(force, self.words.strikes)
        return [p for p in places if not (strikes and linear_case(p.token) in ("sur", "vers"))]

    def _taken_up(self, token: Token) -> list[Ref]:
        """«le Sahel, où elle a déployé», «Paris y a envoyé»: the place before «où», the last before «y»."""
        if lower(token) == "où":
            before = token.doc[max(token.sent.start, token.i - ANTECEDENT) : token.i]
            named = [t for t in before if self.scene.mentions_at(t)]
            return self.scene.places(named[-1]) if named else []
        if lower(token) != "y":
            return []
        around = (token.doc[max(0, token.i - 1)], token.doc[min(token.i + 1, len(token.doc) - 1)])
        if any(lower(t) in ("il", "compris") for t in around):
            return []  # «il y a», «y compris»
        for earlier in reversed(token.doc[max(0, token.i - ANAPHOR) : token.i]):
            is_place = self.scene.mentions_at(earlier) and (
                linear_case(earlier) in AT or earlier.sent.start < token.sent.start
            )
            if is_place and (refs := self.scene.places(earlier)):
                return [Ref(r.entity, token.i, "anaphor") for r in refs]
        return []

    def _places_at(self, token: Token) -> list[Ref]:
        is_nominal = token.pos_ in ("NOUN", "PROPN", "X", "ADJ", "ADP")
        if not is_nominal and "land" not in self.scene.noun_classes(token) and lower(token) != "est":
            return []
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
            return []
        if lower(token) in ("frontière", "frontières") and (
            by_adjective(self.scene, token) or any(case == "avec" for case, _ in obliques(token))
        ):
            return []  # «l'armée de X, à la frontière avec Y», «à la frontière togolaise», is in X
        if lower(token) == "région" and not any(c.dep_ == "nmod" for c in token.children):
            return self._region(token)
        refs = self._bracketed(token)
        return refs or [r for r in self.scene.places(token) if r.how != "collective"]

    def _bracketed(self, token: Token) -> list[Ref]:
        """«dans trois États (Togo, Bénin, Ghana)»: the States of the list."""
        if not self.scene.is_noun(token, ("pays", "État", "état", "nation")):
            return []
        near = token.doc[token.i + 1 : min(token.i + BRACKET, token.sent.end)]
        if "(" not in near.text:
            return []
        for enumeration in self.scene.enumerations:
            first = self.scene.token_of(enumeration.mentions[0])
            if first is not None and 0 < first.i - token.i <= BRACKET:
                return [Ref(m.entity, token.i, "list") for m in enumeration.mentions]
        return []

    def _region(self, token: Token) -> list[Ref]:
        """«dans la région»: the region over borders that the text named last."""
        for _, mention in reversed(self.scene.mention_tokens(0, token.i)):
            if mention.entity.id in self.words.regions:
                return [Ref(mention.entity, token.i, "anaphor")]
        return []

    def nearest(self, force: Token, places: Sequence[Place], forces: Sequence[Token]) -> Place | None:
        """The first place behind a force, else the last before it; another force between has it instead."""
        after = [p for p in places if 0 < p.token.i - force.i <= REACH and self._open(force, p.token, forces)]
        after = [p for p in after if not self._is_of_others(force, p.token)]
        if after:
            return min(after, key=lambda p: p.token.i)
        before = [
            p
            for p in places
            if 0 < force.i - p.token.i <= BACK
            and self._open(p.token, force, forces)
            and (p.taken_up or not any(t.pos_ in VERBAL for t in force.doc[p.token.i + 1 : force.i]))
        ]
        return max(before, key=lambda p: p.token.i) if before else None

    def _is_of_others(self, force: Token, place: Token) -> bool:
        """«attribue la mort de soldats de X à deux groupes basés en Y»: it is the groups that are there."""
        participle = place.head
        if participle.dep_ not in ("acl", "amod") or participle.lemma_ not in self.words.stationed:
            return False
        return participle.head.i > force.i and participle.head not in force.subtree

    def counted_next(self, place: Place) -> list[Ref]:
        """«900 soldats en Syrie et 2 500 en Irak»"""
        doc, index = place.token.doc, place.token.i + 1
        if index >= place.token.sent.end or lower(doc[index]) not in ("et", ","):
            return []
        near = doc[index + 1 : min(index + BRACKET, place.token.sent.end)]
        if not near or not (near[0].pos_ == "NUM" or near[0].text[:1].isdigit()):
            return []
        return next((self._places_at(t) for t in near if linear_case(t) in ("à", "en")), [])

    def _open(self, first: Token, last: Token, forces: Sequence[Token]) -> bool:
        between = first.doc[first.i + 1 : last.i]
        if any(t.lemma_ in STRIKING and is_participle(t, "Pres") for t in between):
            return False  # «les forces de X ont rompu la trêve en bombardant ses positions à Y»
        if any(t.text in STOPS for t in between) or (linear_case(first) == "par" and turns(between)):
            return False
        if any(t in between for t in forces):
            return not any(lower(t) in ("qui", "dont", "laquelle", "lequel", ",", "ou") for t in between)
        return True


def put_in(
    scene: Scene,
    words: PresenceWords,
    relation: str,
    token: Token,
    force: Ref,
    places: Sequence[Ref],
    doubt: str,
) -> Iterator[Event]:
    """A force that is in places, or leaves them; none that is at home there, or goes unarmed."""
    if _is_unarmed(force.entity, words):
        return
    for place in places:
        state = scene.state_of(place.entity)
        if place.entity.type not in LANDS or (state is not None and state.id == force.entity.id):
            continue
        if force.entity.id in words.regions.get(place.entity.id, frozenset()):
            continue
        if place.entity.id in words.continents:
            continue
        yield Event(
            "presence: leaving" if relation == "withdrew-from" else "presence: force and place",
            relation,
            token,
            _predicate(token, place),
            force,
            place,
            frozenset((doubt,)),
        )


def _predicate(token: Token, place: Ref) -> Token:
    """The verb that says of a force that it is there: «des troupes qui seront envoyées au Togo»."""
    if token.pos_ == "VERB":
        return token
    clause = clause_of(token.doc[place.token])
    if clause.dep_ in ("acl", "acl:relcl") and clause.head == token:
        return clause
    return predicate_of(token)


def _is_unarmed(entity: Entity, words: PresenceWords) -> bool:
    names = [fold(n) for n in (entity.label, *entity.aliases)]
    return entity.type is ActorType.ORGANISATION and any(n.startswith(words.unarmed) for n in names)
