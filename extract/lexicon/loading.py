"""Reading TOML so that a mistake is named with its file and line."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import DataError, Place

PACKAGE = Path(__file__).parents[2]
Words = TypeVar("Words")


class Table:
    """One table of a TOML file, read key by key with checks."""

    def __init__(self, data: dict[str, Any], path: Path, text: str, name: str = "") -> None:
        self._data = data
        self._path = path
        self._text = text
        self._name = name
        self._read: set[str] = set()
        self._children: list[Table] = []

    def place(self, word: str) -> Place:
        """The first line on which a key or value stands."""
        found = re.search(rf"^.*{re.escape(word)}", self._text, re.MULTILINE)
        return Place(self._path, self._text.count("\n", 0, found.start()) + 1 if found else None)

    def keys(self) -> tuple[str, ...]:
        return tuple(self._data)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the key is missing."""
        self._read.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise DataError(f"{key} is a list of texts", where=self.place(key))
        return tuple(value)

    def text(self, key: str, default: str | None = None) -> str:
        """One text. Raises DataError where it is missing and there is no default."""
        self._read.add(key)
        value = self._data.get(key, default)
        if not isinstance(value, str):
            raise DataError(
                f"{key} is a text, and must be given", where=self.place(key if key in self else self._name)
            )
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        self._read.add(key)
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise DataError(f"{key} is true or false", where=self.place(key))
        return value

    def number(self, key: str, default: float) -> float:
        self._read.add(key)
        value = self._data.get(key, default)
        if not isinstance(value, int | float):
            raise DataError(f"{key} is a number", where=self.place(key))
        return float(value)

    def table(self, key: str) -> Table:
        """A table inside this one; empty where it is missing."""
        self._read.add(key)
        value = self._data.get(key, {})
        if not isinstance(value, dict):
            raise DataError(f"{key} is a table", where=self.place(key))
        return self._child(value, key)

    def tables(self, key: str) -> Iterator[Table]:
        """An array of tables."""
        self._read.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise DataError(f"{key} is an array of tables", where=self.place(key))
        for one in value:
            yield self._child(one, key)

    def actor_type(self, key: str) -> ActorType:
        """A key that names an actor type."""
        try:
            return ActorType(key)
        except ValueError as error:
            raise DataError(f"«{key}» is no actor type", where=self.place(key)) from error

    def actor_types(self, key: str) -> frozenset[ActorType]:
        """A list of actor types; empty where the key is missing."""
        return frozenset(self.actor_type(t) for t in self.texts(key))

    def check_all_read(self) -> None:
        """Raises DataError for a key that nothing asked for: most often a slip of the pen."""
        if unknown := sorted(set(self._data) - self._read):
            raise DataError(f"unknown keys: {', '.join(unknown)}", where=self.place(unknown[0]))
        for child in self._children:
            child.check_all_read()

    def _child(self, data: dict[str, Any], name: str) -> Table:
        child = Table(data, self._path, self._text, name)
        self._children.append(child)
        return child


@cache
def within_package(place: Place) -> str:
    """A place in a file, the path from the top of the package: the same on every machine."""
    path = Path(place.file)
    inside = path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.name
    return str(Place(inside, place.line))


def read_table(path: Path) -> Table:
    """The whole of a TOML file. Raises DataError where it is none."""
    text = path.read_text("utf-8")
    try:
        return Table(tomllib.loads(text), path, text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"this is no TOML: {error}", where=Place(path)) from error


def read_word_sets(path: Path, kind: Callable[..., Words]) -> Words:
    """A TOML file of nothing but word lists, as a dataclass with one set for each. Raises DataError where the
    file is not right."""
    table = read_table(path)
    words = kind(**{name: frozenset(table.texts(name)) for name in inspect.signature(kind).parameters})
    table.check_all_read()
    return words
