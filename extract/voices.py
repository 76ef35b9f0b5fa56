"""Who can speak, under which names, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sahelgraph.extract.grammar import VERBAL, governors, has_definite_article, lower
from sahelgraph.extract.lexicon.offices import offices, post_in, post_key
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

LONGEST = 12
TO_WATCHER = 90
REPORTING = word_set("voices", "reporting")
TO_NAME = 16
CLAUSES = ("acl:relcl", "advcl", "ccomp", "parataxis")
SPEAKING = frozenset(("government", "forces", "people", "members"))
DAY_BEHIND = re.compile(rf"(?: ce)? (?:{'|'.join(sorted(word_set('voices', 'days')))})(?: matin| soir)?$")
MILITARY = word_set("voices", "military")
NOT_FIRST = ("ADP", "PUNCT", "CCONJ")


class Voices:
    """The phrases of one article that stand for somebody who speaks."""

    def __init__(self, scene: Scene, verbs: Verbs) -> None:
        self._scene = scene
        self._verbs = verbs
        words = offices()
        self._posts = {post_key(p) for p in words.state | words.any}
        self._silent = {fold(a) for a in verbs.agencies}
        if publisher := scene.article.publisher:
            self._silent.add(fold(publisher))
        self._entities: dict[str, Entity] = {}

    def entities(self, names: Iterable[str]) -> tuple[Entity, ...]:
        """The actors whose labels are among some names."""
        return tuple(self._entities[n] for n in names if n in self._entities)

    def is_silent(self, name: str) -> bool:
        """Is this the article's own voice, or an agency that passes on what others say?"""
        return fold(name) in self._silent

    def post_in(self, role: str) -> str:
        """The post that the words of a role begin with; empty where they begin with none."""
        return post_in(post_key(role), self._posts)

    def post_of(self, head: Token) -> str:
        """The post that a phrase names somebody by: «le ministre malien des Affaires étrangères»."""
        return self.post_in(head.doc[head.i : min(head.i + 4, head.sent.end)].text)

    def can_speak(self, head: Token) -> bool:
        """Does the phrase stand for people, a body or a document?"""
        if head.pos_ == "PRON":
            return False
        if any(m.entity.type is not ActorType.PLACE for m in self._scene.mentions_at(head)):
            return True
        if head.pos_ == "PROPN" or (head.text[0].isupper() and head.i > head.sent.start):
            return True
        if self._scene.is_noun(head, self._verbs.speakers) or self.post_of(head) or _is_title(head):
            return True
        if self._scene.noun_classes(head) & SPEAKING:
            return True
        if self._scene.actors(head) and self._scene.is_noun(head, self._scene.nouns.anaphors):
            return True
        return bool(self.speaks_for(head))

    def names(self, head: Token) -> tuple[str, ...]:
        """The names of a speaker, the surest first; empty where nobody can be meant."""
        if not self.can_speak(head):
            return ()
        private = self._scene.is_noun(head, self._verbs.private)
        refs = [
            r
            for r in (*self._apposed(head), *([] if private else self._meant(head)))
            if r.entity.type is not ActorType.PLACE
        ]
        self._entities |= {r.entity.label: r.entity for r in refs}
        names = [r.entity.label for r in refs if not self.is_silent(r.entity.label)]
        if refs and not names:
            return ()
        phrase = self.phrase(head)
        if len(phrase) <= 2 or self.is_silent(phrase):
            return tuple(dict.fromkeys(names))
        return tuple(dict.fromkeys([*names, phrase]))

    def behind(self, head: Token) -> list[Entity]:
        """The actors that a phrase stands for or speaks for, but for the article's own voice."""
        if self._scene.is_noun(head, self._verbs.private):
            return []
        refs = (*self._meant(head), *self.speaks_for(head))
        known = {r.entity.id: r.entity for r in refs if r.entity.type is not ActorType.PLACE}
        return [e for e in known.values() if not self.is_silent(e.label)]

    def of_the_army(self, head: Token) -> list[Entity]:
        """«un porte-parole militaire», of whom nothing else is told: the State that the article is about."""
        topic = self._scene.topic
        ranked = self._scene.is_noun(head, self._verbs.speakers) and not self._scene.actors(head)
        military = any(lower(c) in MILITARY for c in head.children if c.dep_ in ("amod", "nmod"))
        return [topic] if topic is not None and ranked and military else []

    def _meant(self, head: Token) -> list[Ref]:
        """The actors of a phrase; of «l'ONG», «le rapport», «les experts» the last one named that watches
        over human rights, if that is near."""
        alone = all(c.dep_ in ("det", "case", "amod", "punct") for c in head.children)
        if alone and self._scene.is_noun(head, REPORTING) and has_definite_article(head):
            for ref in self._scene.mentioned_before(head, TO_WATCHER):
                if ref.entity.label in self._scene.watching:
                    return [Ref(ref.entity, ref.token, "anaphor")]
        return self._scene.actors(head)

    def speaks_for(self, head: Token) -> list[Ref]:
        """«un membre de la délégation de la Cédéao», «le département d'État américain»: the State
        or body behind it; nobody behind those who speak for themselves."""
        if self._scene.is_noun(head, self._verbs.private) or self._scene.mentions_at(head):
            return []
        found = []
        for token in self._own_words(head):
            for mention in self._scene.mentions_at(token):
                kind = mention.entity.type
                if kind in (ActorType.PLACE, ActorType.PERSON) or mention.kind is Kind.CAPITAL:
                    continue
                found.append(Ref(mention.entity, token.i, mention.kind.value))
        self._entities |= {r.entity.label: r.entity for r in found}
        return found

    def phrase(self, head: Token) -> str:
        """The words of a noun phrase without its relative clauses and appositions."""
        words = self._own_words(head)
        while len(words) > 1 and (words[0].dep_ in ("case", "mark") or words[0].pos_ in NOT_FIRST):
            words = words[1:]
        text = head.doc[words[0].i : words[-1].i + 1].text if words else head.text
        text = re.sub(r"\s+", " ", text.split(",")[0].split("\n")[0]).strip(' «»"“”.:;-–')
        return DAY_BEHIND.sub("", text)

    def _own_words(self, head: Token) -> list[Token]:
        return [
            t
            for t in head.subtree
            if t.i == head.i
            or (
                abs(t.i - head.i) < LONGEST
                and not any(a.dep_ in CLAUSES and a.i != head.i for a in (t, *_until(t, head)))
            )
        ]

    def _apposed(self, subject: Token) -> list[Ref]:
        """«le porte-parole de la junte, le colonel X»: the person named right behind the post."""
        for index in range(subject.i + 1, min(subject.i + TO_NAME, subject.sent.end)):
            token = subject.doc[index]
            if token.pos_ in VERBAL or token.text in (".", ":", ";", "«", '"'):
                break
            for mention in self._scene.mentions_at(token):
                if mention.entity.type is ActorType.PERSON:
                    return [Ref(mention.entity, index, "apposed")]
        return []


def _until(token: Token, head: Token) -> list[Token]:
    above = []
    for ancestor in governors(token):
        if ancestor.i == head.i:
            break
        above.append(ancestor)
    return above


def _is_title(head: Token) -> bool:
    """«rapporte La tribune»: an article with a capital inside a sentence opens the title of a paper."""
    first = head.left_edge
    return first.pos_ == "DET" and first.text[0].isupper() and first.i > head.sent.start
