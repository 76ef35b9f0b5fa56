"""Nouns that stand for an actor named elsewhere: «l'organisation», «le groupe», «le pays», «la junte»."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from spacy.tokens import Token

from sahelgraph.extract.complements import Complements
from sahelgraph.extract.grammar import case_of, lower
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.refs import DEPTH, GROUPS, Ref
from sahelgraph.ontology.claims import ActorType, Entity

DEFINITE = frozenset(("le", "la", "les", "l'", "ce", "cet", "cette", "ces"))
COUNTRY = ("pays", "état")
GROUP_REACH = 119
STATE_REACH = 79


class Anaphora:
    """Resolves the nouns of one article that name nobody themselves; news agencies (`silent`, by label)
    are nobody's antecedent."""

    def __init__(self, text: MentionedText, complements: Complements, silent: frozenset[str]) -> None:
        self._text = text
        self._complements = complements
        self._silent = silent

    def of(self, noun: Token) -> list[Ref]:
        """The actor that a definite noun without a complement takes up; empty where there is none."""
        is_definite = any(c.dep_ == "det" and lower(c) in DEFINITE for c in noun.children)
        has_complement = any(c.dep_ == "nmod" and case_of(c) == "de" and c.i > noun.i for c in noun.children)
        if not is_definite or has_complement:
            return []
        nouns = self._text.nouns
        if self._text.is_noun(noun, nouns.bare):
            state = self.state_of_bare(noun)
            return [Ref(state, noun.i, "context")] if state else []
        is_plural = "Number=Plur" in str(noun.morph)
        if is_plural or not self._text.is_noun(noun, nouns.anaphors) or self._is_another(noun):
            return []
        is_alliance = self._text.is_noun(noun, nouns.alliances)
        allowed = frozenset((ActorType.ORGANISATION,)) if is_alliance else GROUPS
        for ref in self._text.mentioned_before(noun, GROUP_REACH):
            if ref.entity.type in allowed and ref.entity.label not in self._silent:
                return [Ref(ref.entity, noun.i, "anaphor")]
        return []

    def state_of_bare(self, noun: Token) -> Entity | None:
        """The State behind «la junte», «le gouvernement», «le pays» without complement: the last one named
        (of a country), the one that the text gives the noun elsewhere, or the topic."""
        if self._text.is_noun(noun, COUNTRY):
            for ref in self._text.mentioned_before(noun, STATE_REACH):
                if ref.entity.type is ActorType.STATE:
                    return ref.entity
        for form in self._text.noun_forms(noun):
            if known := self._said_in_full.get(form):
                earlier = [e for i, e in known if i < noun.i] or [e for _, e in known]
                return Counter(earlier).most_common(1)[0][0]
        return self._text.topic

    def _is_another(self, noun: Token) -> bool:
        """«la coalition occidentale» is another than the one named before; «le groupe jihadiste» is not."""
        plain = self._text.nouns.plain_adjectives
        return any(c.dep_ == "amod" and lower(c) not in plain for c in noun.children)

    @cached_property
    def _said_in_full(self) -> dict[str, list[tuple[int, Entity]]]:
        """Which State each of the bare nouns has, and at which token, where the text names it with them."""
        found: dict[str, list[tuple[int, Entity]]] = {}
        for token in self._text.doc:
            if token.pos_ != "NOUN" or not self._text.is_noun(token, self._text.nouns.bare):
                continue
            if self._text.is_noun(token, COUNTRY):
                continue
            refs = self._complements.of(token, DEPTH)
            states = {r.entity for r in refs if r.entity.type is ActorType.STATE}
            if len(states) == 1:
                for form in self._text.noun_forms(token)[:2]:
                    found.setdefault(form, []).append((token.i, next(iter(states))))
        return found
