"""Common nouns by what they denote: nouns.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table
from sahelgraph.ontology.errors import DataError

NOUNS_FILE = Path(__file__).with_name("nouns.toml")
CLASSES = ("government", "forces", "people", "land", "members")
PEOPLE = frozenset(("forces", "people"))
"""The classes of those whom one can count, hold and lose."""


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
    stands_for = table.table("stands_for")
    classes: dict[str, frozenset[str]] = {}
    for name in CLASSES:
        for noun in map(str.lower, stands_for.texts(name)):
            if " " in noun:
                raise DataError(f"«{noun}» is more than one word", where=stands_for.place(name))
            classes[noun] = classes.get(noun, frozenset()) | {name}
    sets = table.table("sets")
    context = table.table("context")
    kinds = table.table("fighters")
    fighters = {word: kind for kind in kinds.keys() for word in kinds.texts(kind)}  # noqa: SIM118
    rows = table.table("callings")
    regions = table.table("risings")
    powers = table.table("colonies")
    colonies = {colony: power for power in powers.keys() for colony in powers.texts(power)}  # noqa: SIM118
    callings = {word: row for row in rows.keys() for word in rows.texts(row)}  # noqa: SIM118
    adjectives: dict[str, tuple[str, frozenset[str]]] = {}
    for entry in table.tables("adjectives"):
        nouns = _lower(entry.texts("nouns"))
        for word in entry.texts("words"):
            adjectives[word] = (entry.text("actor"), nouns)
        entry.text("actor")
    traits: dict[str, frozenset[str]] = {}
    for entry in table.tables("traits"):
        groups = frozenset(entry.texts("groups"))
        traits |= dict.fromkeys(entry.texts("words"), groups)
    nouns_ = Nouns(
        classes=classes,
        bare=_lower(context.texts("bare")),
        departments=_lower(context.texts("departments")),
        services=_lower(context.texts("services")),
        official=_lower(context.texts("official")),
        leaders=_lower(context.texts("leaders")),
        anaphors=_lower(context.texts("anaphors")),
        armed=_lower(context.texts("armed")),
        alliances=_lower(context.texts("alliances")),
        named_only=_lower(context.texts("named_only")),
        callings=callings,
        traits=traits,
        colonies=colonies,
        plain_adjectives=_lower(context.texts("plain_adjectives")),
        collectives=_lower(context.texts("collectives")),
        sets={key: int(sets.number(key, 0)) for key in sets.keys()},  # noqa: SIM118
        councils=frozenset(context.texts("councils")),
        quantities=_lower(context.texts("quantities")),
        generic=_lower(context.texts("generic")),
        fighters=fighters,
        risings={region: regions.text(region) for region in regions.keys()},  # noqa: SIM118
        property=_lower(context.texts("property")),
        materiel=_lower(context.texts("materiel")),
        hanging=_lower(context.texts("hanging")),
        adjectives=adjectives,
    )
    table.check_all_read()
    return nouns_


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
