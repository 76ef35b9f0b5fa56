"""Posts that stand behind a word for a post: «occupe les fonctions de ministre», «démis de ses fonctions de
porte-parole», «X a succédé à Y au poste de commandant»."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sahelgraph.extract.grammar import VERBAL, has_avoir, is_finite, is_passive, lower
from sahelgraph.extract.holders import Holding
from sahelgraph.extract.leaders import CLOSING, Leaders
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.posts import OF, Post, person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.names import fold

FUNCTIONS = word_set("functions", "nouns")
KEEPING = word_set("functions", "keeping")
LEAVING = word_set("functions", "leaving")
REMOVING = word_set("functions", "removing")
DEPARTURES = word_set("functions", "departures")
REACH = 14
ENTRUST_REACH = 8


class Functions:
    """Reads such posts in one article."""

    def __init__(self, scene: Scene, offices: Offices, posts: Sequence[Post], leaders: Leaders) -> None:
        self._scene = scene
        self._offices = offices
        self._doc = scene.doc
        self._leaders = leaders
        self._posts = {p.opening: p for p in posts}

    def run(self, taken: Container[int]) -> Iterator[Holding]:
        """Who has the posts that nobody has yet; `taken` are the starts of the others."""
        for noun in self._scene.tokens_with(FUNCTIONS):
            post = self._posts.get(noun.i + 2) or self._posts.get(noun.i + 1)
            if post is None or post.start in taken or lower(noun.nbor()) not in OF:
                continue
            told = self._told(noun) or self._entrusted(noun, post)
            if told is not None:
                verb, person, over = told
                mention = person_at(self._scene, person)
                entity = mention.entity if mention is not None else self._leaders.leader(person)
                if entity is not None:
                    own = replace(post, former=post.former or over)
                    yield Holding(own, person, entity, "function", None if over else verb)

    def _told(self, noun: Token) -> tuple[Token, Token, bool] | None:
        """The word that gives or takes the post, the person, and whether the post is over."""
        start = max(noun.sent.start, noun.i - REACH)
        for word in reversed(self._doc[start : noun.i]):
            lemma = fold(word.lemma_)
            if lemma in DEPARTURES and word.pos_ == "NOUN" and word.i + 1 < noun.i:
                person = self._leaders.person_from(word.i + 1)
                return (word, person, True) if person is not None and person.i < noun.i else None
            if word.pos_ not in VERBAL:
                continue
            if lemma in REMOVING:
                removed = self._removed(word, noun)
                return (word, removed, True) if removed is not None else None
            if lemma == "remplacer" and is_passive(word):
                by = next((t for t in self._doc[word.i + 1 : noun.i] if lower(t) == "par"), None)
                heir = self._leaders.person_from(by.i + 1) if by is not None else None
                return (word, heir, False) if heir is not None else None
            if lemma in self._offices.appoint:
                appointed = self._removed(word, noun)
                return (word, appointed, False) if appointed is not None else None
            if lemma in KEEPING or lemma in LEAVING:
                person = self._leaders.subject(word)
                return (word, person, lemma in LEAVING) if person is not None else None
            if is_finite(word) and word.pos_ == "VERB":
                return None
        return None

    def _entrusted(self, noun: Token, post: Post) -> tuple[Token, Token, bool] | None:
        """«le poste de ministre de la Défense revient à X», «a été confié à X»."""
        doc = self._doc
        for token in doc[post.end : min(post.end + ENTRUST_REACH, noun.sent.end)]:
            if fold(token.lemma_) in self._offices.entrust and token.pos_ in VERBAL:
                to = next((t for t in doc[token.i + 1 : token.i + 4] if lower(t) in ("à", "au")), None)
                person = self._leaders.person_from(to.i + 1) if to is not None else None
                return (token, person, False) if person is not None else None
        return None

    def _removed(self, verb: Token, noun: Token) -> Token | None:
        """«a démis X de ses fonctions», «X, relevé de ses fonctions, …», «X a été relevé de …»."""
        named = self._leaders.person_from(verb.i + 1)
        if named is not None and named.i < noun.i:
            return named
        if has_avoir(verb) and not is_passive(verb):
            return None
        if subjects := self._leaders.subjects(verb):
            return subjects[0]
        before = verb.i - 1
        while before > verb.sent.start and self._doc[before].text in CLOSING:
            before -= 1
        return self._doc[before] if person_at(self._scene, self._doc[before]) else None
