"""Ties between actors that stand side by side: ties.toml, which says what its keys mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.relations import relations

TIES_FILE = Path(__file__).with_name("ties.toml")
PLAIN = {"du": "de", "au": "à", "aux": "à", "des": "de", "d'": "de", "s'": "se", "l'": "le", "la": "le"}
BEFORE = ("phrase", "verb", "clause")


@dataclass(frozen=True)
class Tie:
    """One tie, its fields as the keys of the file."""

    id: str
    relation: str
    words: tuple[tuple[str, ...], ...]
    after: bool
    subjects: frozenset[ActorType]
    objects: frozenset[ActorType]
    before: str
    with_: frozenset[str]
    mutual: bool


@dataclass(frozen=True)
class Possessed:
    """What a noun with a possessive states: «ses alliés X et Y»."""

    relation: str
    owner: str
    """Which side the owner is on: subject or object."""
    objects: frozenset[ActorType]
    """The actor types of those named that are let in; none: those that the relation allows."""


@dataclass(frozen=True)
class Ties:
    """All ties, by the first of their words."""

    by_word: Mapping[str, tuple[tuple[Tie, tuple[str, ...]], ...]]
    """First word → ties with all their words, the longest first."""
    possessed: Mapping[str, Possessed]
    """Nouns in the singular that state something of their owner."""

    @cached_property
    def opening(self) -> frozenset[str]:
        """The first words of ties as texts write them: «du» for «de»."""
        return frozenset(self.by_word) | {written for written, word in PLAIN.items() if word in self.by_word}


def load_ties(path: Path = TIES_FILE) -> Ties:
    """Raises DataError, with file and line, for a mistake in the file."""
    table = read_table(path)
    by_word: dict[str, list[tuple[Tie, tuple[str, ...]]]] = {}
    for entry in table.tables("tie"):
        tie = _tie(entry)
        for words in tie.words:
            by_word.setdefault(words[0], []).append((tie, words))
    possessed = {n: p for entry in table.tables("possessed") for n, p in _possessed(entry)}
    table.check_all_read()
    longest_first = {w: tuple(sorted(found, key=lambda f: -len(f[1]))) for w, found in by_word.items()}
    return Ties(longest_first, possessed)


@cache
def ties() -> Ties:
    """The ties of the lexicon, read once."""
    return load_ties()


def _tie(entry: Table) -> Tie:
    id_, relation = entry.text("id"), entry.text("relation")
    where = entry.place(f'"{id_}"')
    if relation not in relations():
        raise DataError(f"tie {id_}: there is no relation «{relation}»", where=where)
    side = entry.text("subject", "before")
    if side not in ("before", "after"):
        raise DataError(f"tie {id_}: subject is before or after", where=where)
    before = entry.text("before", "phrase")
    if before not in BEFORE:
        raise DataError(f"tie {id_}: before is one of {', '.join(BEFORE)}", where=where)
    words = tuple(_parts(w) for w in entry.texts("words"))
    if not words:
        raise DataError(f"tie {id_} has no words", where=where)
    mutual = entry.flag("mutual")
    if mutual and not relations()[relation].symmetric:
        raise DataError(f"tie {id_}: {relation} is not mutual", where=where)
    return Tie(
        id=id_,
        relation=relation,
        words=words,
        after=side == "after",
        subjects=entry.actor_types("subjects") or relations()[relation].domain,
        objects=entry.actor_types("objects") or relations()[relation].range,
        before=before,
        with_=frozenset(entry.texts("with")),
        mutual=mutual,
    )


def _possessed(entry: Table) -> Iterator[tuple[str, Possessed]]:
    relation, owner = entry.text("relation"), entry.text("owner", "subject")
    if relation not in relations():
        raise DataError(f"there is no relation «{relation}»", where=entry.place(f'"{relation}"'))
    if owner not in ("subject", "object"):
        raise DataError("owner is subject or object", where=entry.place(f'"{owner}"'))
    objects = entry.actor_types("objects")
    for noun in entry.texts("nouns"):
        yield noun, Possessed(relation, owner, objects)


def _parts(words: str) -> tuple[str, ...]:
    """The words of a tie as they are compared: elisions and contractions undone."""
    return tuple(PLAIN.get(w, w) for w in words.replace("'", "' ").split())
