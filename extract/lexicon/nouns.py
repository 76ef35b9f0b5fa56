"""Common nouns by what they denote: nouns.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.errors import DataError

NOUNS_FILE = Path(__file__).with_name("nouns.toml")
CLASSES = ("government", "forces", "people", "land", "members")
PEOPLE = frozenset(("forces", "people"))
"""The classes of those whom one can count, hold and lose."""
WORDS = "frozenset[str]"
"""The type of the fields that are plain lists of words, in the table `context`."""


@dataclass(frozen=True)
class Nouns:
    """See the comments in nouns.toml; every set holds singular forms."""

    classes: Mapping[str, frozenset[str]]
    """For each noun of `stands_for`, the classes that it is in."""
    bare: frozenset[str]
    departments: frozenset[str]
    services: frozenset[str]
    official: frozenset[str]
    leaders: frozenset[str]
    anaphors: frozenset[str]
    armed: frozenset[str]
    alliances: frozenset[str]
    named_only: frozenset[str]
    callings: Mapping[str, str]
    """Each noun of a calling, folded, and the row that it stands in."""
    plain_adjectives: frozenset[str]
    collectives: frozenset[str]
    sets: Mapping[str, int]
    councils: frozenset[str]
    """Actors whose members the actor files name only in part: «les membres du conseil» act as it does."""
    quantities: frozenset[str]
    generic: frozenset[str]
    fighters: Mapping[str, str]
    """Each noun or adjective for fighters, and the kind of them that it names: «rébellion» → rebelle."""
    colonies: Mapping[str, str]
    """The State that ruled each former colony, by ids."""
    traits: Mapping[str, frozenset[str]]
    """The groups that each of some adjectives is said of, by their ids."""
    risings: Mapping[str, str]
    """The fighters of regions, by the ids of both."""
    property: frozenset[str]
    materiel: frozenset[str]
    hanging: frozenset[str]
    """As they stand in texts, in all their forms."""
    adjectives: Mapping[str, tuple[str, frozenset[str]]]
    """Adjective → the organisation's id and the nouns that it must qualify (empty: any)."""

    def stands_for(self, noun: str) -> frozenset[str]:
        """The classes of a noun; empty where it stands for nobody."""
        return self.classes.get(noun, frozenset())


def load_nouns(path: Path = NOUNS_FILE) -> Nouns:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    context = table.table("context")
    sets = table.table("sets")
    regions = table.table("risings")
    nouns_ = Nouns(
        classes=_classes(table.table("stands_for")),
        callings=_rows_of_words(table.table("callings")),
        traits=_traits(table),
        colonies=_rows_of_words(table.table("colonies")),
        sets={key: int(sets.number(key, 0)) for key in sets.keys()},  # noqa: SIM118
        fighters=_rows_of_words(table.table("fighters")),
        risings={region: regions.text(region) for region in regions.keys()},  # noqa: SIM118
        adjectives=_adjectives(table),
        **{field.name: _lower(context.texts(field.name)) for field in fields(Nouns) if field.type == WORDS},
    )
    table.check_all_read()
    return nouns_


def _classes(stands_for: Table) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for name in CLASSES:
        for noun in map(str.lower, stands_for.texts(name)):
            if " " in noun:
                raise DataError(f"«{noun}» is more than one word", where=stands_for.place(name))
            classes[noun] = classes.get(noun, frozenset()) | {name}
    return classes


def _rows_of_words(rows: Table) -> dict[str, str]:
    """Each word of a table of lists, and the key that it stands under."""
    return {word: row for row in rows.keys() for word in rows.texts(row)}  # noqa: SIM118


def _adjectives(table: Table) -> dict[str, tuple[str, frozenset[str]]]:
    adjectives: dict[str, tuple[str, frozenset[str]]] = {}
    for entry in table.tables("adjectives"):
        meant = (entry.text("actor"), _lower(entry.texts("nouns")))
        adjectives |= dict.fromkeys(entry.texts("words"), meant)
    return adjectives


def _traits(table: Table) -> dict[str, frozenset[str]]:
    traits: dict[str, frozenset[str]] = {}
    for entry in table.tables("traits"):
        traits |= dict.fromkeys(entry.texts("words"), frozenset(entry.texts("groups")))
    return traits


def _lower(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)


@cache
def nouns() -> Nouns:
    """The nouns of nouns.toml, read once."""
    return load_nouns()


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> tuple[str, ...]:
    """Candidate singular forms of a French noun, the word itself first."""
    forms = [word]
    if word.endswith("aux"):
        forms += [word[:-3] + "al", word[:-1]]
    if word.endswith(("s", "x")):
        forms.append(word[:-1])
    for plural, other in (
        ("trices", "teur"),
        ("trice", "teur"),
        ("ennes", "en"),
        ("enne", "en"),
        ("ères", "er"),
        ("ière", "ier"),
        ("euses", "eur"),
        ("ées", "é"),
        ("es", ""),
        ("e", ""),
    ):
        if word.endswith(plural):
            forms.append(word[: -len(plural)] + other)
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1 << 16)
def lemma_and_singulars(lemma: str, word: str) -> tuple[str, ...]:
    """The forms under which a word list may hold a word: its lemma, then candidate singulars."""
    return tuple(dict.fromkeys((lemma.lower(), *singular(word))))


@lru_cache(maxsize=1 << 16)
def word_and_lemma(word: str, lemma: str) -> tuple[str, ...]:
    """The forms under which a word list may hold a word: itself, its lemma, then candidate singulars."""
    return tuple(dict.fromkeys((word, lemma.lower(), *singular(word))))
