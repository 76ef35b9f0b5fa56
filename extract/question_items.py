"""A question as a row of items: names, times and phrases of the lexicon, and the words between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Literal

from sahelgraph.extract.gazetteer import Entry, Gazetteer
from sahelgraph.extract.lexicon.inflection import Form
from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.lexicon.questions import GAP, WORD, Meaning, Phrase, Phrases, question_words
from sahelgraph.extract.mentions import Kind, MentionFinder
from sahelgraph.extract.question_dates import Times, find_times
from sahelgraph.ontology.actors import Actor, ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold, name_key
from sahelgraph.ontology.questions import QuestionError

Language = Literal["fr", "en"]
LONGEST_GAP = 4
LONGEST_NAME = 8
MOST_CHARACTERS = 500
LIKENESS = 70
"""Of 100, in rapidfuzz's ratio: below it a name is no help."""
FAME = 2
"""Of namesakes, the one is meant of whom the actor files say so many times more than of any other."""


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
    length: int

    @property
    def names(self) -> list[Item]:
        return [item for item in self.items if item.entity]

    def all(self, kind: str, *values: str) -> list[Item]:
        return [item for item in self.items if item.means(kind, *values)]

    def has(self, kind: str, *values: str) -> bool:
        return bool(self.all(kind, *values))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    raw: str

    @property
    def low(self) -> str:
        return self.raw.lower()


class ItemFinder:
    """Finds the items of questions; made once from the actor files and the lexicon. `others` are actors
    that the files lack, as articles name them."""

    def __init__(self, book: ActorBook, others: Iterable[Entity] = ()) -> None:
        self._book = book
        self._lexicon = question_words()
        self._mentions = MentionFinder(book, name_words())
        self._last_names = _last_names(book)
        self._facts = Counter(fact.subject for fact in book.facts)
        self._others = {entity.id: entity for entity in others}
        self._others_by_name = {name_key(n): e for e in self._others.values() for n in _names_of(e)}
        nationals = self._lexicon.nationals.items()
        self._nationals = Gazetteer(
            Entry(word, state, "demonym") for state, words in nationals if state in book for word in words
        )
        self._unlisted = Gazetteer(
            Entry(name, entity.id, "name") for entity in self._others.values() for name in _names_of(entity)
        )

    def find(self, text: str, today: date) -> Items:
        """The items of a question. Raises QuestionError where it is neither French nor English, or
        names somebody whom nobody knows."""
        if len(text) > MOST_CHARACTERS:
            raise QuestionError(f"the question is longer than {MOST_CHARACTERS} characters")
        words = [_Word(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        language = self._language(words)
        phrases = self._lexicon.phrases[language]
        free = [True] * len(words)
        names = list(self._names(text, words, free))
        times = find_times(_without_names(text, names, words), language, today)
        for start, end in times.spans:
            inside = [i for i, word in enumerate(words) if word.start < end and word.end > start]
            if inside[0] and words[inside[0] - 1].low in phrases.function:
                inside.append(inside[0] - 1)
            for index in inside:
                free[index] = False
        known = [*names, *self._long_names(words, free), *_phrases(words, free, phrases)]
        known += self._names_left(words, free, phrases)
        taken = [i for i, is_free in enumerate(free) if is_free and words[i].low not in phrases.function]
        unread = tuple(words[i].raw for i in taken if not _means_little(words[i].low))
        return Items(language, tuple(sorted(known, key=lambda i: i.at)), times, unread, len(words))

    def _language(self, words: Sequence[_Word]) -> Language:
        counts = {
            language: sum(
                word.low in self._lexicon.phrases[language].function
                or any(
                    len(phrase) == 1
                    for phrase, _ in self._lexicon.phrases[language].by_word.get(word.low, ())
                )
                for word in words
            )
            for language in ("fr", "en")
        }
        if not any(counts.values()):
            raise QuestionError("this is no question in French or English")
        return "en" if counts["en"] > counts["fr"] else "fr"

    # --- names

    def _names(self, text: str, words: Sequence[_Word], free: list[bool]) -> Iterator[Item]:
        found: list[tuple[int, int, Entity]] = []
        mentions = self._mentions.find(text)
        known = [m for m in mentions if m.kind is not Kind.COMBINING and m.entity.id in self._book]
        found += [(m.start, m.end, m.entity) for m in known]
        found += [(h.start, h.end, self._others[h.entries[0].actor]) for h in self._unlisted.find(text)]
        entities = self._mentions.entities
        found += [(h.start, h.end, entities[h.entries[0].actor]) for h in self._nationals.find(text)]
        for start, end, entity in found:
            inside = [i for i, word in enumerate(words) if word.start < end and word.end > start]
            if inside and all(free[i] for i in inside):
                for i in inside:
                    free[i] = False
                yield Item(inside[0], inside[-1], text[start:end], entity=entity)

    def _long_names(self, words: Sequence[_Word], free: list[bool]) -> Iterator[Item]:
        """Names of several words in small letters."""
        for first in range(len(words)):
            for last in range(min(len(words), first + LONGEST_NAME) - 1, first, -1):
                name = " ".join(w.raw for w in words[first : last + 1])
                if name.islower() and all(free[first : last + 1]) and (entity := self._called(name)):
                    free[first : last + 1] = [False] * (last + 1 - first)
                    yield Item(first, last, name, entity=entity)
                    break

    def _names_left(self, words: Sequence[_Word], free: list[bool], phrases: Phrases) -> Iterator[Item]:
        """Names that the finder of articles leaves to their context: last names, shared acronyms, names in
        small letters. Raises QuestionError for a capitalised word that nobody is called by."""
        for first, word in enumerate(words):
            if not free[first] or word.low in phrases.function:
                continue
            for last in range(min(len(words), first + LONGEST_NAME) - 1, first - 1, -1):
                if not all(free[first : last + 1]):
                    continue
                name = " ".join(w.raw for w in words[first : last + 1])
                if entity := self._called(name):
                    free[first : last + 1] = [False] * (last + 1 - first)
                    yield Item(first, last, name, entity=entity)
                    break
            else:
                if word.raw[0].isupper() and first > 0:
                    capitals = takewhile(
                        lambda i: free[i] and words[i].raw[0].isupper(), range(first, len(words))
                    )
                    name = " ".join(words[i].raw for i in capitals)
                    raise QuestionError(f"no actor is called «{name}»", hint=self._suggestion(name))

    def _called(self, name: str) -> Entity | None:
        key = name_key(name)
        if len(key) < 2 or (name.islower() and len(key) < 3 and key != "g5"):
            return None
        found = list(self._book.find(name)) if name_key(name) in self._book.by_name else []
        if name.islower():
            shared = [n for actor in found for n in actor.ambiguous if any(c.isdigit() for c in n)]
            spelt = ((a, (*a.names, *a.aka, *a.capitals, *shared)) for a in found)
            found = [actor for actor, names in spelt if key in map(name_key, names)]
        else:
            sure = [actor for actor in found if key in map(name_key, actor.names)]
            found = sure[:1] or found
        found = found or self._last_names.get(key, [])
        if len(found) > 1 and _all_persons(found):
            found.sort(key=lambda actor: -self._facts[actor.id])
            if self._facts[found[0].id] < FAME * max(1, self._facts[found[1].id]):
                names = ", ".join(actor.label.fr for actor in found[:4])
                raise QuestionError(f"«{name}» may be {names}", hint="write the name in full")
        return self._mentions.entities[found[0].id] if found else self._others_by_name.get(key)

    def _suggestion(self, name: str) -> str:
        from rapidfuzz import fuzz, process

        names = [n for actor in self._book for n in actor.all_names]
        near = process.extractOne(name, names, scorer=fuzz.ratio, processor=name_key, score_cutoff=LIKENESS)
        return f"did you mean {near[0]}?" if near else "`sahelgraph actors` lists all"


def _all_persons(actors: Sequence[Actor]) -> bool:
    return all(actor.type is ActorType.PERSON for actor in actors)


def _last_names(book: ActorBook) -> Mapping[str, list[Actor]]:
    """Persons by the last word of each of their names."""
    found: dict[str, list[Actor]] = {}
    for actor in book:
        if actor.type is ActorType.PERSON:
            for last in {name_key(name).split()[-1] for name in actor.names if " " in name}:
                found.setdefault(last, []).append(actor)
    return found


def _names_of(entity: Entity) -> tuple[str, ...]:
    return entity.label, *entity.aliases


def _without_names(text: str, names: Iterable[Item], words: Sequence[_Word]) -> str:
    """The text with names blotted out, so that no date is found in «Mouvement du 5 juin»."""
    chars = list(text)
    for item in names:
        for i in range(words[item.at].start, words[item.last].end):
            chars[i] = "X" if chars[i].isalnum() else chars[i]
    return "".join(chars)


def _means_little(word: str) -> bool:
    """Adverbs in -ment and -ly, and single letters."""
    return len(word) < 2 or word.endswith(("ement", "amment", "emment", "ly"))


# --- phrases


def _phrases(words: Sequence[_Word], free: list[bool], phrases: Phrases) -> Iterator[Item]:
    """The phrases of a question, from left to right, those of most words first; at each word as it is
    spelt, or else as it would be with its accents."""
    index = 0
    while index < len(words):
        if free[index] and (found := _phrase_at(index, words, free, phrases.by_word)):
            places, meanings = found
            for place in places:
                free[place] = False
            text = " ".join(words[place].raw for place in places)
            yield Item(places[0], places[-1], text, meanings)
        index += 1


def _phrase_at(
    index: int,
    words: Sequence[_Word],
    free: Sequence[bool],
    by_word: Mapping[str, Sequence[tuple[Phrase, frozenset[Meaning]]]],
) -> tuple[tuple[int, ...], frozenset[Meaning]] | None:
    best: tuple[int, ...] = ()
    meanings: set[Meaning] = set()
    best_exact = False
    for phrase, its in by_word.get(words[index].low, ()):
        places = _places(phrase, index, words, free)
        if not places or len(places) < len(best):
            continue
        literals = (w for w in phrase if w != GAP)
        exact = all(w == words[p].low for w, p in zip(literals, places, strict=True))
        if (len(places), exact) > (len(best), best_exact):
            best, meanings, best_exact = places, set(its), exact
        elif (places, exact) == (best, best_exact):
            meanings |= its
    if not best or all(m.kind == "function" for m in meanings):
        return None
    return best, frozenset(meanings)


def _places(phrase: Phrase, index: int, words: Sequence[_Word], free: Sequence[bool]) -> tuple[int, ...]:
    """Where the words of a phrase stand that begins at `index`; empty where it does not."""
    places: list[int] = []
    at, slack = index, 0
    for literal in phrase:
        if literal == GAP:
            slack = LONGEST_GAP
            continue
        reach = range(at, min(len(words), at + slack + 1))
        found = next((i for i in reach if free[i] and _spelt(literal, words[i].low)), None)
        if found is None:
            return ()
        places.append(found)
        at, slack = found + 1, 0
    return tuple(places)


def _spelt(literal: str, word: str) -> bool:
    """Is a word this one, perhaps without its accents?"""
    return word in (literal, fold(literal))
