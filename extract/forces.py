"""Whose soldiers a phrase names: «des parachutistes belges», «les unités belges, danoises et
onusiennes», «la Minusma», «5.000 hommes» of the State that the clause is about.
"""

from __future__ import annotations

from itertools import takewhile

from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    agents,
    clause_of,
    direct_subjects,
    is_finite,
    is_participle,
    is_passive,
    linear_case,
    lower,
    verb_over,
)
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.said_of import nationalities_behind
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

VEHICLES = word_set("forces", "vehicles")
ON_FOOT = word_set("forces", "on_foot")
AFAR = word_set("forces", "afar")

SURE = frozenset(("adjective", "part", "named", "name", "introduced", "possessor", "list"))
OWNERS = (ActorType.STATE, ActorType.ORGANISATION)
NEW = "new:"
ADJECTIVES = 8
NEAR = 7
PLANES = frozenset(("avion", "hélicoptère", "convoi"))
RULERS = word_set("forces", "rulers")
FAR = 16
SENT = 2
"""How close behind a verb of sending soldiers stand that nobody counts: «a déjà envoyé des troupes»."""


class Forces:
    """Reads the forces of one article."""

    def __init__(self, scene: Scene, words: PresenceWords) -> None:
        self._scene = scene
        self._words = words

    def tokens(self) -> list[Token]:
        """The words that may name a force, in the order of the text."""
        words = self._words
        nouns = self._scene.tokens_with(words.forces, words.posts, words.men)
        return in_order((*self._scene.mentioning_tokens, *nouns))

    def at(self, token: Token) -> list[Ref]:
        """Whose force a word names; empty where it names none."""
        for mention in self._scene.mentions_at(token):
            is_force = mention.entity.type is ActorType.ORGANISATION and self._is_force(mention.entity)
            if token.i and self._scene.is_noun(token.nbor(-1), ("sommet", "réunion", "conférence")):
                return []  # «un sommet Barkhane»
            if is_force or mention.entity.id in self._words.companies:
                return [Ref(mention.entity, token.i, "name"), *nationalities_behind(self._scene, token)[0]]
            return nationalities_behind(self._scene, token)[0] if mention.kind is Kind.BODY else []
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") or _is_adjective(token):
            return []
        found = []
        if self._scene.is_noun(token, self._words.forces):
            if self._is_commanded(token) or self._is_civil(token):
                return []
            if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
                return self.of_subject(token)  # in «ses troupes du Mali» the place is no owner
            found = [
                r for r in self._scene.actors(token) if r.how in SURE and r.entity.type in OWNERS
            ] + self._qualities(token)
        if not found and self._scene.is_noun(token, self._words.stays) and self._is_answered_for(token):
            found = self.of_subject(token)
        if not found and self._scene.is_noun(token, self._words.posts) and self._is_kept(token):
            found = self.of_subject(token)
        if not found and self._scene.is_noun(token, self._words.men) and self._is_posted(token):
            found = self.of_subject(token)
        return list({r.entity.id: r for r in found}.values())

    def _is_force(self, entity: Entity) -> bool:
        names = [fold(n) for n in (entity.label, *entity.aliases)]
        if entity.id.startswith(NEW) and any(n.startswith(self._words.home_names) for n in names):
            return False
        return any(n.startswith(self._words.force_names) for n in names)

    def _is_civil(self, token: Token) -> bool:
        """«en présence de», «la présence des ambassadeurs», «une mission commerciale»: no soldiers."""
        doc, end = token.doc, token.sent.end
        if self._scene.is_noun(token, self._words.stays):
            if token.i and lower(token.nbor(-1)) == "en":
                return True
            behind = [t for t in doc[token.i + 1 : min(token.i + NEAR, end)] if t.pos_ not in ("DET", "ADJ")]
            if len(behind) > 1 and lower(behind[0]) in ("de", "d'", "des", "du"):
                of = behind[1]
                is_name = bool(self._scene.mentions_at(of)) or of.pos_ in ("NUM", "PROPN")
                armed = self._words.forces | self._words.men | self._words.counts
                return of.pos_ == "NOUN" and not is_name and not self._scene.is_noun(of, armed)
            return False
        if lower(token) in PLANES:  # «l'avion du président»
            aboard = (t for t in doc[token.i + 1 : min(token.i + NEAR // 2, end)] if t.pos_ == "NOUN")
            return self._scene.is_noun(next(aboard, token), RULERS)
        if not self._scene.is_noun(token, self._words.civil):
            return False
        near = doc[max(token.sent.start, token.i - 1) : min(token.i + NEAR, end)]
        if any(lower(t) in self._words.peaceful for t in near):
            return True
        if any(lower(t) in self._words.soldierly for t in near):
            return False
        owners = {m.entity.type for t in near if t != token for m in self._scene.mentions_at(t)}
        return ActorType.STATE in owners and ActorType.ORGANISATION not in owners

    def _is_commanded(self, token: Token) -> bool:
        """«les chefs d'état-major des armées de X»: the chiefs are there, and not the armies."""
        before = token.doc[max(token.sent.start, token.i - NEAR) : token.i]
        return linear_case(token) == "de" and any(
            self._scene.is_noun(t, self._words.commanders) and not self._scene.mentions_at(t) for t in before
        )

    def foreign(self, token: Token) -> list[Ref]:
        """Whose forces the text spoke of last before a word, its own topic aside."""
        topic = self._scene.topic
        for earlier in reversed(token.doc[: token.i]):
            if earlier.pos_ == "NOUN" and self._scene.is_noun(earlier, self._words.forces):
                refs = [
                    r
                    for r in self.at(earlier)
                    if r.entity.type is ActorType.STATE and (topic is None or r.entity.id != topic.id)
                ]
                if refs:
                    return [Ref(refs[0].entity, token.i, "anaphor")]
        return []

    def _qualities(self, noun: Token) -> list[Ref]:
        """«unités belges, danoises et onusiennes»: each nationality of the chain of adjectives."""
        found = []
        for token in noun.doc[noun.i + 1 : min(noun.i + ADJECTIVES, noun.sent.end)]:
            mentions = self._scene.mentions_at(token)
            if lower(token) in self._words.un_adjectives:
                onu = self._scene.entity("onu")
                found += [Ref(onu, token.i, "adjective")] if onu else []
            elif mentions and mentions[0].kind in (Kind.DEMONYM, Kind.BODY):
                found.append(Ref(mentions[0].entity, token.i, "adjective"))
            elif mentions and linear_case(token) == "de" and mentions[0].entity.type in OWNERS:
                found.append(Ref(mentions[0].entity, token.i, "part"))
            elif token.pos_ == "NOUN" and token.text.islower() and lower(token.nbor(-1)) in ("de", "d'"):
                continue  # «un navire de guerre russe»
            elif lower(token) == "paix" and lower(token.nbor(-1)) == "la":
                continue  # «des soldats de la paix belges»
            elif token.pos_ not in ("ADJ", "CCONJ", "PUNCT", "ADV", "ADP", "DET") or token.text in "()«»:;":
                break
        return [r for r in found if r.entity.type in OWNERS]

    def _is_answered_for(self, stay: Token) -> bool:
        """«X nie toute présence militaire au Togo»: its own."""
        over = verb_over(stay)
        return over is not None and over[1] == "object" and over[0].lemma_ in self._words.answering

    def _is_kept(self, token: Token) -> bool:
        """«Paris entretient une base à …», «qui dispose d'un contingent de 300 hommes»"""
        if linear_case(token) not in ("", "de"):
            return False
        before = token.doc[max(token.sent.start, token.i - NEAR) : token.i]
        return any(t.pos_ in VERBAL and t.lemma_ in self._words.keeping for t in before)

    def _is_posted(self, token: Token) -> bool:
        near = token.doc[max(token.sent.start, token.i - NEAR) : min(token.i + NEAR, token.sent.end)]
        behind = takewhile(
            lambda t: t.pos_ not in VERBAL and t.text != ",", (t for t in near if t.i > token.i)
        )
        qualities = (t for t in behind if not linear_case(t))
        if any(m.kind is Kind.DEMONYM for t in qualities for m in self._scene.mentions_at(t)):
            return False
        counted = any(
            t.pos_ == "NUM"
            or t.text.isdigit()
            or lower(t) in ("milliers", "centaines", "dizaines", "millier", "centaine")
            for t in near
            if t.i < token.i
        )
        before = token.doc[max(token.sent.start, token.i - SENT) : token.i]
        counted = counted or any(t.pos_ in VERBAL and t.lemma_ in self._words.sending for t in before)
        return counted and any(t.lemma_.lower() in self._words.posted or _has(t) for t in near if t != token)

    def of_subject(self, token: Token) -> list[Ref]:
        """The State or force before a word that stands behind no preposition: its clause's subject."""
        for index in range(token.i - 1, max(token.sent.start - 1, token.i - FAR - NEAR), -1):
            earlier = token.doc[index]
            if earlier.text in (";", ":") or linear_case(earlier) or _is_antecedent(earlier):
                continue
            if _is_put_in(earlier) or _is_done_to(earlier):
                continue
            for mention in self._scene.mentions_at(earlier):
                if mention.entity.type in OWNERS and mention.kind is not Kind.DEMONYM:
                    listed = self._scene.list_around(earlier) or [Ref(mention.entity, earlier.i, "name")]
                    return [Ref(r.entity, token.i, "possessor") for r in listed if r.entity.type in OWNERS]
            if earlier.pos_ == "NOUN" and self._scene.is_noun(earlier, self._words.forces):
                refs = [r for r in self._scene.actors(earlier) if r.entity.type in OWNERS]
                if refs:
                    return refs[:1]
        return []


def _has(verb: Token) -> bool:
    """«la Belgique a 300 hommes en …»: «avoir» as a verb of its own."""
    return verb.lemma_ == "avoir" and not verb.dep_.startswith("aux") and is_finite(verb)


def _is_adjective(token: Token) -> bool:
    """«l'aide militaire américaine» names no soldiers."""
    return (
        token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.pos_ == "NOUN" and token.head.i < token.i
    )


def _is_put_in(token: Token) -> bool:
    """«la région (Togo, Bénin) où ils ont déployé leurs soldats»: what stands in brackets sends nobody."""
    before = (t.text for t in reversed(token.doc[token.sent.start : token.i]) if t.text in ("(", ")"))
    return next(before, ")") == "("


def _is_done_to(name: Token) -> bool:
    """«X bombarde Y depuis ses bases en Z»: whose bases they are is told by another word."""
    verb = name.head
    return name.dep_ == "obj" and verb.i < name.i and any(c.dep_ in SUBJECTS for c in verb.children)


def _is_antecedent(token: Token) -> bool:
    """«le Liban, où ses soldats …»: whose place it is, and not whose soldiers."""
    behind = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    return any(lower(t) == "où" for t in behind)


def is_on_its_way(scene: Scene, leaving: Token) -> bool:
    """«le convoi de X avait quitté Gao», «X venait de quitter Gao»: who comes back, and withdraws from
    nowhere."""
    if leaving.lemma_ != "quitter":
        return False
    just = leaving.head.lemma_ == "venir" and leaving.dep_ == "xcomp"
    return just or any(scene.is_noun(s, VEHICLES) for s in direct_subjects(leaving))


def strikes_from_afar(force: Token, place: Token) -> bool:
    """«l'aviation de X a bombardé un camp en Z», «des frappes de drones de X visant Z»: who strikes there is
    not there for that."""
    verb = clause_of(place)
    takes_aim = verb.lemma_ in AFAR or any(lower(c) == "cible" for c in verb.children)
    if verb.pos_ not in VERBAL or not takes_aim or place.i < verb.i or force.lemma_ in ON_FOOT:
        return False
    if is_passive(verb):
        doers = agents(verb)
    elif is_participle(verb, "Pres"):
        doers = [verb.head] if verb.dep_ == "acl" else direct_subjects(verb.head)
    else:
        doers = direct_subjects(verb)
    return any(force == d or d in force.ancestors for d in doers)
