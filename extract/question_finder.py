"""From the text of a question to its items."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sahelgraph.extract.lexicon.questions import question_words
from sahelgraph.extract.question_dates import find_times
from sahelgraph.extract.question_items import Item, Items, Language, Sheet
from sahelgraph.extract.question_names import NameFinder
from sahelgraph.extract.question_phrases import find_phrases
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import Entity
from sahelgraph.ontology.questions import QuestionError

MOST_CHARACTERS = 500
ADVERBS = ("ement", "amment", "emment", "ly")


class ItemFinder:
    """Finds the items of questions; made once from the actor files and the lexicon."""

    def __init__(self, book: ActorBook, others: Iterable[Entity] = ()) -> None:
        self._names = NameFinder(book, others)

    def find(self, text: str, today: date) -> Items:
        """The items of a question. Raises QuestionError where it is too long, neither French nor English,
        names somebody whom nobody knows, or several times."""
        if len(text) > MOST_CHARACTERS:
            raise QuestionError(f"the question is longer than {MOST_CHARACTERS} characters")
        sheet = Sheet(text)
        language = _language(sheet)
        phrases = question_words().phrases[language]
        names = list(self._names.find(sheet))
        times = find_times(_without_names(sheet, names), language, today)
        for span in times.spans:
            places = sheet.within(*span)
            before = max(0, places[0] - 1)
            sheet.take(*places, *([before] if sheet.words[before].low in phrases.function else []))
        items = [*names, *find_phrases(sheet, phrases), *self._names.find_left(sheet, phrases.function)]
        left = [word.raw for i, word in enumerate(sheet.words) if sheet.is_free(i)]
        unread = tuple(w for w in left if w.lower() not in phrases.function and not _means_little(w.lower()))
        return Items(language, tuple(sorted(items, key=lambda item: item.at)), times, unread)


def _language(sheet: Sheet) -> Language:
    """The language that more words of the question belong to, French where neither has more."""
    counts: dict[Language, int] = {"fr": 0, "en": 0}
    for language in counts:
        phrases = question_words().phrases[language]
        for word in sheet.words:
            counts[language] += any(len(phrase) == 1 for phrase, _ in phrases.by_word.get(word.low, ()))
    if not any(counts.values()):
        raise QuestionError("this is no question in French or English")
    return "en" if counts["en"] > counts["fr"] else "fr"


def _without_names(sheet: Sheet, names: Iterable[Item]) -> str:
    """The text with names blotted out, so that no date is found in «Mouvement du 5 juin»."""
    chars = list(sheet.text)
    for item in names:
        for i in range(sheet.words[item.at].start, sheet.words[item.last].end):
            chars[i] = "X" if chars[i].isalnum() else chars[i]
    return "".join(chars)


def _means_little(word: str) -> bool:
    """Adverbs in -ment and -ly, and single letters."""
    return len(word) < 2 or word.endswith(ADVERBS)
