"""Peoples that have no State, and the nouns of those who fight or speak for one: peoples.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table

PEOPLES_FILE = Path(__file__).with_name("peoples.toml")


@dataclass(frozen=True)
class People:
    """A people: its adjectives, and the actors (ids) that a text may mean by them."""

    label: str
    aliases: tuple[str, ...]
    words: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True)
class PeopleWords:
    """See the comments in peoples.toml."""

    peoples: tuple[People, ...]
    fighters: tuple[str, ...]
    rulers: tuple[str, ...]


def load_peoples(path: Path = PEOPLES_FILE) -> PeopleWords:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    words = PeopleWords(
        peoples=tuple(
            People(one.text("label"), one.texts("aliases"), one.texts("words"), one.texts("actors"))
            for one in table.tables("peoples")
        ),
        fighters=table.table("fighters").texts("words"),
        rulers=table.table("rulers").texts("words"),
    )
    table.check_all_read()
    return words


@cache
def people_words() -> PeopleWords:
    """The words of peoples.toml, read once."""
    return load_peoples()
