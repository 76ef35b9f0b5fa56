"""The actors that a question names: found as in articles, and beyond that by last names, shared acronyms
and names in small letters, for which an article would have to give the context."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from sahelgraph.extract.gazetteer import Entry, Gazetteer
from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.lexicon.questions import question_words
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.question_items import Item, Sheet
from sahelgraph.ontology.actors import Actor, ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.questions import QuestionError

LONGEST = 8
"""Words of a name in small letters."""
SHORTEST = 3
"""Letters of such a name, but where it has a figure: g5."""
LIKENESS = 70
"""Of 100, in rapidfuzz's ratio: below it a name is no help."""
FAME = 2
"""Of namesakes, the one is meant of whom the actor files say so many times more than of any other."""


class NameFinder:
    """Made once from the actor files; `others` are actors that they lack, as articles name them."""

    def __init__(self, book: ActorBook, others: Iterable[Entity]) -> None:
        self._book = book
        self._mentions = MentionFinder(book, name_words())
        self._last_names = _last_names(book)
        self._fame = Counter(fact.subject for fact in book.facts)
        named = [(name, entity) for entity in others for name in (entity.label, *entity.aliases)]
        self._others = {entity.id: entity for _, entity in named}
        self._others_by_key = {name_key(name): entity for name, entity in named}
        self._unlisted = Gazetteer(Entry(name, entity.id, "name") for name, entity in named)
        nationals = question_words().nationals.items()
        self._nationals = Gazetteer(
            Entry(word, state, "demonym") for state, words in nationals if state in book for word in words
        )

    def find(self, sheet: Sheet) -> Iterator[Item]:
        """The names that stand out: known ones, nationals, and whole names in small letters."""
        known = self._mentions.entities
        mentions = [m for m in self._mentions.find(sheet.text) if m.kind is not Kind.COMBINING]
        found = [(m.start, m.end, m.entity) for m in mentions if m.entity.id in known]
        found += [(h.start, h.end, self._others[h.entries[0].actor]) for h in self._unlisted.find(sheet.text)]
        found += [(h.start, h.end, known[h.entries[0].actor]) for h in self._nationals.find(sheet.text)]
        for start, end, entity in found:
            places = sheet.within(start, end)
            if places and sheet.is_free(*places):
                yield Item(places[0], places[-1], sheet.take(*places), entity=entity)
        for first in range(len(sheet)):
            yield from self._named_at(sheet, first, shortest=2)

    def find_left(self, sheet: Sheet, function: frozenset[str]) -> Iterator[Item]:
        """The names among the words that are left, when all else is found. Raises QuestionError for a
        capitalised word that nobody is called by."""
        for first, word in enumerate(sheet.words):
            if not sheet.is_free(first) or word.low in function:
                continue
            yield from self._named_at(sheet, first, shortest=1)
            if sheet.is_free(first) and word.raw[0].isupper() and first > 0:
                places = range(first, len(sheet))
                capitals = [
                    *takewhile(lambda i: sheet.is_free(i) and sheet.words[i].raw[0].isupper(), places)
                ]
                name = sheet.name(capitals[0], capitals[-1])
                raise QuestionError(f"no actor is called «{name}»", hint=self._suggestion(name))

    def _named_at(self, sheet: Sheet, first: int, shortest: int) -> Iterator[Item]:
        """The longest name that begins at a word."""
        for last in range(min(len(sheet), first + LONGEST) - 1, first + shortest - 2, -1):
            places = range(first, last + 1)
            if sheet.is_free(*places) and (entity := self._called(sheet.name(first, last))):
                yield Item(first, last, sheet.take(*places), entity=entity)
                return

    def _called(self, name: str) -> Entity | None:
        """The actor of this name. Raises QuestionError where several persons share it."""
        key = name_key(name)
        known = self._book.find(name) if key in self._book.by_name else ()
        if name.islower():
            found = [a for a in known if _bears(a, key) and (len(key) >= SHORTEST or _has_figure(key))]
        else:
            found = [a for a in known if key in map(name_key, a.names)][:1] or list(known)
        found = found or (self._last_names.get(key, []) if len(key) >= SHORTEST else [])
        if len(found) > 1 and all(a.type is ActorType.PERSON for a in found):
            found = self._best_known(name, found)
        return self._mentions.entities[found[0].id] if found else self._others_by_key.get(key)

    def _best_known(self, name: str, persons: Sequence[Actor]) -> list[Actor]:
        first, second, *rest = sorted(persons, key=lambda actor: -self._fame[actor.id])
        if self._fame[first.id] >= FAME * max(1, self._fame[second.id]):
            return [first]
        names = ", ".join(actor.label.fr for actor in (first, second, *rest[:2]))
        raise QuestionError(f"«{name}» may be {names}", hint="write the name in full")

    def _suggestion(self, name: str) -> str:
        from rapidfuzz import fuzz, process

        names = [n for actor in self._book for n in actor.all_names]
        near = process.extractOne(name, names, scorer=fuzz.ratio, processor=name_key, score_cutoff=LIKENESS)
        return f"did you mean {near[0]}?" if near else "`sahelgraph actors` lists all"


def _bears(actor: Actor, key: str) -> bool:
    """Does an actor have a name that counts in small letters too?"""
    shared = (name for name in actor.ambiguous if _has_figure(name))
    return key in map(name_key, (*actor.names, *actor.aka, *actor.capitals, *shared))


def _has_figure(name: str) -> bool:
    return any(char.isdigit() for char in name)


def _last_names(book: ActorBook) -> Mapping[str, list[Actor]]:
    """Persons by the last word of each of their names."""
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in book:
        if actor.type is ActorType.PERSON:
            for last in {name_key(name).split()[-1] for name in actor.names if " " in name}:
                found[last].append(actor)
    return found
