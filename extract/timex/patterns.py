"""Patterns over atoms: regular expressions whose letters are classes of words.

In a pattern, a name stands for an atom of that class, `name:class` and `name:(…)` catch what they match
under the name; `? * + {1,3} | ( ) (?=` mean what they mean in regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sahelgraph.extract.lexicon.dates import DayPart, Part, Value
from sahelgraph.extract.timex.points import Found, Point
from sahelgraph.extract.timex.tokens import Alphabet, Atoms

PIECE = re.compile(r"\{\d,\d\}|\w+:\(|\w+:\w+|\w+|\(\?[=!]|\S")
Member = TypeVar("Member", bound=StrEnum)


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
        """The integers of a date in figures."""
        return next((value for value in self.values(name) if isinstance(value, tuple)), ())

    def member(self, name: str, kind: type[Member]) -> Member | None:
        """The member of an enum under a name."""
        return next((value for value in self.values(name) if isinstance(value, kind)), None)

    def word(self, index: int) -> str:
        """The atom at an index, in lower case; empty outside of the text."""
        return self.atoms.word(index)

    def before(self, *classes: str) -> bool:
        """Is the atom before of one of the classes?"""
        return self.atoms.has(self.first - 1, *classes)

    def after(self, *classes: str) -> bool:
        """Is the atom after of one of the classes?"""
        return self.atoms.has(self.last + 1, *classes)

    @property
    def ends_text(self) -> bool:
        return self.last + 1 == len(self.atoms.atoms)

    def found(self, point: Point) -> Found:
        """The point with the atoms of the match, and with the parts of the day or time caught in it."""
        return Found(self.first, self.last, point, self.member("part", Part), self.member("daypart", DayPart))


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
    expression = ""
    classes: dict[str, tuple[str, ...]] = {}
    open_groups: list[str] = []
    for piece in PIECE.findall(text):
        name, colon, wanted = piece.partition(":")
        if piece.endswith("("):
            expression += f"(?P<{name}>" if colon else "(?:"
            open_groups.append(name if colon else "")
            if colon:
                classes[name] = ()
        elif not piece[0].isalnum():
            expression += piece
            if piece.startswith("(?"):
                open_groups.append("")
            elif piece == ")":
                open_groups.pop()
        else:
            letter = f"[{letters.characters(wanted or name)}]"
            expression += f"(?P<{name}>{letter})" if colon else letter
            for group in (name if colon else "", *open_groups):
                if group:
                    classes[group] = (*classes.get(group, ()), wanted or name)
    return Rule(re.compile(expression), classes, build)
