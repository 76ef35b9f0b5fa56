"""The two sides of a war or of talks, for «les deux parties», «les belligérants», «les deux délégations»."""

from __future__ import annotations

from sahelgraph.extract.grammar import has_definite_article, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import ACTING, Ref, Resolve, once_each
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

PAIRED = word_set("sides", "paired")
OPPOSED = word_set("sides", "opposed")
"""These without a number too."""
HELPERS = word_set("sides", "helpers")
REACH = 250
BEFORE = 4


class Sides:
    """Finds the last pair of sides before a noun of one article; `actors` resolves phrases."""

    def __init__(self, text: MentionedText, actors: Resolve) -> None:
        self._text = text
        self._actors = actors

    def of(self, noun: Token, number: int | None, depth: int) -> list[Ref]:
        """The two that «les deux parties» or «les belligérants» are; empty for any other noun, and where no
        pair was named before."""
        is_pair = number == 2 and self._text.is_noun(noun, PAIRED)
        is_bare = lower(noun) == "parties" and not any(c.i > noun.i for c in noun.children)
        is_plural = lower(noun).endswith("s") and (self._text.is_noun(noun, OPPOSED) or is_bare)
        is_plural = is_plural and number is None
        if not ((is_pair or is_plural) and has_definite_article(noun)):
            return []
        return [Ref(r.entity, noun.i, "collective") for r in self.last(noun, depth)]

    def last(self, word: Token, depth: int) -> list[Ref]:
        """The last two that stand side by side before a word: «les pourparlers entre X et Y», «X et Y ont
        signé», «X négocie avec Y»."""
        for index in range(word.i - 1, max(-1, word.i - REACH), -1):
            token = word.doc[index]
            if token.pos_ in ("NOUN", "PROPN") and self._is_joined(token):
                found = once_each(r for r in self._actors(token, depth + 1) if r.entity.type in ACTING)
                if len(found) == 2 and self._may_be_sides(token, found):
                    return found
        return []

    def _is_joined(self, token: Token) -> bool:
        """Does another stand beside it: «X et Y»? Not «les présidents malien et nigérien» alone."""
        if any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in token.children):
            return True
        listed = self._text.list_around(token)
        return bool(listed) and listed[0].token == token.i

    def _may_be_sides(self, token: Token, pair: list[Ref]) -> bool:
        case = linear_case(token)
        if case in ("par", "pour", "sous", "en", "à", "dans", "sur"):
            return False
        if case != "entre" and all(r.entity.type is ActorType.ORGANISATION for r in pair):
            return False
        demonyms = [m for m in self._text.mentions_at(token) if m.kind is Kind.DEMONYM]
        if demonyms and token.text[0].islower():
            return False
        if case == "de" and "land" in self._text.noun_classes(token.head):
            return False  # «six villes du Togo et du Bénin»
        phrase = (*token.doc[max(token.sent.start, token.i - BEFORE) : token.i + 1], token.head)
        return not any(self._text.is_noun(word, HELPERS) for word in phrase)
