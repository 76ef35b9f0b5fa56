"""Words that say where in an article's story an event stands: telling.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.relations import relations

TELLING_FILE = Path(__file__).with_name("telling.toml")


@dataclass(frozen=True)
class TellingWords:
    """See the comments in telling.toml."""

    background: frozenset[str]
    together: tuple[str, ...]
    then: frozenset[str]
    published: tuple[str, ...]
    spoken: frozenset[str]
    aftermath: frozenset[str]
    comment: frozenset[str]
    dying: frozenset[str]
    arriving: frozenset[str]
    pledges: frozenset[str]
    struck: frozenset[str]
    same: Mapping[str, frozenset[str]]


def load_telling(path: Path = TELLING_FILE) -> TellingWords:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    same = table.table("same")
    words = TellingWords(
        background=frozenset(table.texts("background")),
        together=table.texts("together"),
        then=frozenset(table.texts("then")),
        published=table.texts("published"),
        spoken=frozenset(table.texts("spoken")),
        aftermath=frozenset(table.texts("aftermath")),
        comment=frozenset(table.texts("comment")),
        dying=frozenset(table.texts("dying")),
        arriving=frozenset(table.texts("arriving")),
        pledges=frozenset(table.texts("pledges")),
        struck=frozenset(table.texts("struck")),
        same={name: frozenset(same.texts(name)) for name in same.keys()},  # noqa: SIM118
    )
    for name in (*words.spoken, *words.same, *(r for group in words.same.values() for r in group)):
        if name not in relations():
            raise DataError(f"there is no relation «{name}»", where=table.place(name))
    table.check_all_read()
    return words


@cache
def telling_words() -> TellingWords:
    """The words of telling.toml, read once."""
    return load_telling()
