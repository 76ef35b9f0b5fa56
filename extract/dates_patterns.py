"""Patterns over atoms: regular expressions whose letters are classes of words.

In a pattern, a name stands for an atom of that class, `name:class` and `name:(…)` catch what they match
under the name; `? * + | ( ) (?= (?!` mean what they mean in regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sahelgraph.extract.dates_points import Found
from sahelgraph.extract.dates_tokens import Alphabet, Atoms
from sahelgraph.extract.lexicon.dates import Value

PIECE = re.compile(r"\w+:\(|\w+:\w+|\w+|\(\?[=!]|\S")
Enum = TypeVar("Enum", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern caught, read by the names in it."""

    atoms: Atoms
    match: re.Match[str]
    classes: Mapping[str, tuple[str, ...]]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end() - 1

    def __contains__(self, name: str) -> bool:
        """Did the pattern catch something under the name? A name that it does not have catches nothing."""
        return name in self.classes and self.match.start(name) >= 0

    def values(self, name: str) -> list[Value]:
        """The values that the atoms under a name have in the classes asked for there."""
        if name not in self:
            return []
        start, end = self.match.span(name)
        found: list[Value] = []
        for atom in self.atoms.atoms[start:end]:
            found += [atom.values[c] for c in self.classes[name] if c in atom.values][:1]
        return found

    def number(self, name: str) -> int | None:
        """The sum of the integers under a name («vingt-deux»); None where it caught nothing."""
        numbers = [value for value in self.values(name) if isinstance(value, int)]
        return sum(numbers) if numbers else None

    def numbers(self, name: str) -> tuple[int, ...]:
        """The integers of a date or clock."""
        return next((value for value in self.values(name) if isinstance(value, tuple)), ())

    def member(self, name: str, kind: type[Enum]) -> Enum | None:
        """The member of an enum under a name."""
        return next((value for value in self.values(name) if isinstance(value, kind)), None)

    def before(self, *classes: str) -> bool:
        """Is the atom before of one of the classes?"""
        return self.atoms.has(self.first - 1, *classes)

    def after(self, *classes: str) -> bool:
        """Is the atom after of one of the classes?"""
        return self.atoms.has(self.last + 1, *classes)


Build = Callable[[Match], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what makes a point of its match (None where it is none after all)."""

    pattern: re.Pattern[str]
    classes: Mapping[str, tuple[str, ...]]
    build: Build

    def at(self, atoms: Atoms, index: int) -> Found | None:
        match = self.pattern.match(atoms.symbols, index)
        return self.build(Match(atoms, match, self.classes)) if match else None


def compile_rule(text: str, build: Build, letters: Alphabet) -> Rule:
    """Raises KeyError where the pattern names a class that no word has."""
    expression, classes, open_groups = "", {}, []
    for piece in PIECE.findall(text):
        name, colon, rest = piece.partition(":")
        if rest == "(":
            classes[name] = ()
            expression += f"(?P<{name}>"
            open_groups.append(name)
        elif piece.startswith("("):
            expression += piece if len(piece) > 1 else "(?:"
            open_groups.append("")
        elif not (piece[0].isalnum()):
            expression += piece
            if piece == ")":
                open_groups.pop()
        else:
            wanted = rest if colon else piece
            characters = f"[{letters.characters(wanted)}]"
            expression += f"(?P<{name}>{characters})" if colon else characters
            if colon:
                classes[name] = (wanted,)
            for group in filter(None, open_groups):
                classes[group] += (wanted,)
    return Rule(re.compile(expression), classes, build)
