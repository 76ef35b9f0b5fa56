"""Where the words of a parsed article stand, so that a rule visits those that it asks about and no others.

A word is found under every form that a word list may hold it in: as it stands there, its lemma and the
singulars that it may have, and each of these without accents as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache, lru_cache

from sahelgraph.extract.lexicon.nouns import word_and_lemma
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.names import fold


class WordIndex:
    """The tokens of one article by their forms."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        alike: dict[tuple[str, str], list[Token]] = {}
        for token in tokens:
            alike.setdefault((token.lower, token.lemma_), []).append(token)
        self._by_form: dict[str, list[Token]] = {}
        self._by_spelling: dict[str, list[Token]] = {}
        for (word, lemma), found in alike.items():
            _add(found, word, self._by_spelling)
            for form in forms_of(word, lemma):
                _add(found, form, self._by_form)

    def tokens(self, *words: Set[str], like: re.Pattern[str] | None = None) -> list[Token]:
        """The tokens, in the order of the text, that have a form among these words, and those that in small
        letters are from end to end `like` a pattern."""
        found = [t for some in words for form in self._by_form.keys() & some for t in self._by_form[form]]
        if like is not None:
            found += [t for word, some in self._by_spelling.items() if _is_like(word, like) for t in some]
        return in_order(found)


def _add(found: list[Token], form: str, index: dict[str, list[Token]]) -> None:
    """Most forms are of one word: then the index shares the list with others."""
    known = index.get(form)
    index[form] = found if known is None else [*known, *found]


def in_order(tokens: Iterable[Token]) -> list[Token]:
    """Tokens of one text, each once, in the order of the text."""
    by_place = {token.i: token for token in tokens}
    return [by_place[place] for place in sorted(by_place)]


def by_sentence(tokens: Iterable[Token]) -> dict[int, list[Token]]:
    """Tokens by the place at which their sentence starts, in the order given."""
    found: dict[int, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.sent.start, []).append(token)
    return found


@lru_cache(maxsize=1 << 16)
def forms_of(word: str, lemma: str) -> frozenset[str]:
    """All forms under which a word is found."""
    forms = {*word_and_lemma(word, lemma), lemma}
    return frozenset(forms | {fold(form) for form in forms})


@cache
def _is_like(word: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(word) is not None
