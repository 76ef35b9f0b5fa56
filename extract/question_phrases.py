"""The phrases of the lexicon in a question."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.lexicon.questions import GAP, Meaning, Phrase, Phrases
from sahelgraph.extract.question_items import Item, Sheet
from sahelgraph.ontology.names import fold

LONGEST_GAP = 4
"""So many other words … may stand for."""


def find_phrases(sheet: Sheet, phrases: Phrases) -> Iterator[Item]:
    """The phrases from left to right, at each word the one of most words, as it is spelt or else as it
    would be with its accents."""
    for index in range(len(sheet)):
        if sheet.is_free(index) and (found := _phrase_at(index, sheet, phrases)):
            places, meanings = found
            yield Item(places[0], places[-1], sheet.take(*places), meanings)


def _phrase_at(
    index: int, sheet: Sheet, phrases: Phrases
) -> tuple[tuple[int, ...], frozenset[Meaning]] | None:
    best: tuple[int, ...] = ()
    best_exact = False
    meanings: frozenset[Meaning] = frozenset()
    for phrase, its in phrases.by_word.get(sheet.words[index].low, ()):
        if not (places := _places(phrase, index, sheet)):
            continue
        literals = (word for word in phrase if word != GAP)
        exact = all(w == sheet.words[p].low for w, p in zip(literals, places, strict=True))
        if (len(places), exact) > (len(best), best_exact):
            best, meanings, best_exact = places, its, exact
        elif (places, exact) == (best, best_exact):
            meanings |= its
    if all(meaning.kind == "function" for meaning in meanings):
        return None
    return best, meanings


def _places(phrase: Phrase, index: int, sheet: Sheet) -> tuple[int, ...]:
    """Where the words of a phrase stand that begins at `index`; empty where it does not."""
    places: list[int] = []
    at, slack = index, 0
    for literal in phrase:
        if literal == GAP:
            slack = LONGEST_GAP
            continue
        reach = range(at, min(len(sheet), at + slack + 1))
        found = next((i for i in reach if sheet.is_free(i) and _spelt(literal, sheet.words[i].low)), None)
        if found is None:
            return ()
        places.append(found)
        at, slack = found + 1, 0
    return tuple(places)


def _spelt(literal: str, word: str) -> bool:
    """Is a word this one, perhaps without its accents?"""
    return word in (literal, fold(literal))
