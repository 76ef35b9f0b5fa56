"""People told of by their nationality and taken up by a bare noun: «Six soldats tchadiens sont aux mains du
groupe. Ces militaires …», «Deux Belges ont été enlevés. Les otages …»."""

from __future__ import annotations

from sahelgraph.extract.concord import agrees
from sahelgraph.extract.grammar import has_definite_article, is_demonstrative, lower
from sahelgraph.extract.lexicon.nouns import PEOPLE
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import DEPTH, Ref, Resolve
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

CAPTIVES = word_set("captives", "captives")
SOME = frozenset(("un", "une", "des", "deux", "plusieurs", "quelques"))
REACH = 90


class Captives:
    """Resolves the nouns of one article that take up people who were told of before; `actors` resolves the
    phrases that told of them."""

    def __init__(self, text: MentionedText, actors: Resolve) -> None:
        self._text = text
        self._actors = actors

    def again(self, noun: Token, depth: int) -> list[Ref]:
        """The State of the people that «ces soldats», «les otages» take up; empty where it is not clear."""
        is_captive = self._text.is_noun(noun, CAPTIVES)
        if depth >= DEPTH or not (is_captive or self._is_of_people(noun)):
            return []
        if not (is_demonstrative(noun) or (is_captive and has_definite_article(noun))):
            return []
        for index in range(noun.i - 1, max(-1, noun.i - REACH), -1):
            told = noun.doc[index]
            if self._tells_of_some(told) and agrees(told, noun, strictly=True):
                refs = self._actors(told, depth + 1)
                if states := [r for r in refs if r.entity.type is ActorType.STATE]:
                    return [Ref(r.entity, noun.i, "anaphor") for r in states]
        return []

    def _is_of_people(self, noun: Token) -> bool:
        return "Number=Plur" in str(noun.morph) and bool(self._text.noun_classes(noun) & PEOPLE)

    def _tells_of_some(self, noun: Token) -> bool:
        """«six soldats maliens», «des touristes allemands», «deux Belges»: new to the reader."""
        is_national = any(
            m.kind is Kind.DEMONYM and m.entity.type is ActorType.STATE and noun.text[0].isupper()
            for m in self._text.mentions_at(noun)
        )
        if noun.pos_ != "NOUN" and not is_national:
            return False
        if not (is_national or self._text.noun_classes(noun) & PEOPLE):
            return False
        return any(c.dep_ == "nummod" or lower(c) in SOME for c in noun.children if c.i < noun.i)
