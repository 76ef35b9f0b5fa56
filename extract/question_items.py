"""A question as a row of items: names, times and phrases of the lexicon, and the words between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sahelgraph.extract.lexicon.inflection import Form
from sahelgraph.extract.lexicon.questions import WORD, Meaning
from sahelgraph.extract.question_dates import Times
from sahelgraph.ontology.claims import Entity
from sahelgraph.ontology.questions import QuestionError

Language = Literal["fr", "en"]
EXAMPLES = {
    "fr": "par exemple «Qui était membre du G5 Sahel en 2021 ?»",
    "en": 'for example "Who was a member of the G5 Sahel in 2021?"',
}


@dataclass(frozen=True, slots=True)
class Item:
    """What stands at a word of the question: a name (`entity`), or a phrase with its meanings. `at` is
    the first word, `last` the last, counted from 0; a gap between them belongs to others."""

    at: int
    last: int
    text: str
    meanings: frozenset[Meaning] = frozenset()
    entity: Entity | None = None

    def means(self, kind: str, *values: str) -> Meaning | None:
        """The meaning of this kind, and of one of these values where any are given."""
        found = (m for m in self.meanings if m.kind == kind and (not values or m.value in values))
        return min(found, key=lambda m: m.value, default=None)

    @property
    def forms(self) -> frozenset[Form]:
        return frozenset(form for meaning in self.meanings for form in meaning.forms)


@dataclass(frozen=True, slots=True)
class Items:
    """All that was found in a question; `unread` are words that mean nothing here."""

    language: Language
    items: tuple[Item, ...]
    times: Times
    unread: tuple[str, ...]

    @property
    def names(self) -> list[Item]:
        return [item for item in self.items if item.entity]

    def all(self, kind: str, *values: str) -> list[Item]:
        return [item for item in self.items if item.means(kind, *values)]

    def has(self, kind: str, *values: str) -> bool:
        return bool(self.all(kind, *values))


def refusal(found: Items, what: str) -> QuestionError:
    """The error for a question that cannot be read, with an example in its language."""
    return QuestionError(what, hint=EXAMPLES[found.language])


def distinct(names: Iterable[Item]) -> list[Item]:
    """The first item of each actor."""
    first: dict[str, Item] = {}
    for item in names:
        if item.entity:
            first.setdefault(item.entity.id, item)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question at text[start:end]."""

    start: int
    end: int
    raw: str

    @property
    def low(self) -> str:
        return self.raw.lower()


class Sheet:
    """The words of a question, and which of them nothing has been made of yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Word(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        self._free = [True] * len(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def is_free(self, *places: int) -> bool:
        return all(self._free[place] for place in places)

    def take(self, *places: int) -> str:
        """Makes words an item's own; gives their text."""
        for place in places:
            self._free[place] = False
        return " ".join(self.words[place].raw for place in places)

    def within(self, start: int, end: int) -> list[int]:
        """The places of the words that offsets of the text overlap."""
        return [i for i, word in enumerate(self.words) if word.start < end and word.end > start]

    def name(self, first: int, last: int) -> str:
        return " ".join(word.raw for word in self.words[first : last + 1])
