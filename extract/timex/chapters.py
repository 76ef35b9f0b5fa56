"""Chronologies: headings («2012», «--MARS 2012--») over entries («- 22: …», «- 22 mars: …»), lines that begin
with a year («1986. Le 15 avril, …»), and without any heading entries of which the first ones name the year.

A heading gives the month and year that the entries under it leave unsaid. Only a line right over an entry
is a heading, and its chapter ends with the last entry of the text. That of a year ends with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sahelgraph.extract.lexicon.dates import date_words
from sahelgraph.extract.timex.points import Day, Found, Month, Point
from sahelgraph.extract.timex.running import running_dates
from sahelgraph.extract.timex.tokens import Atoms
from sahelgraph.ontology.names import fold

BULLET = r"[ \t]*(?:[-–—•*·][ \t]*)?"
DAYS = r"(?P<day>\d{1,2})(?:er)?(?:[ ]?[-–][ ]?(?P<last>\d{1,2}))?(?P<bare>[ ]?:)?"
ENTRY = re.compile(rf"^{BULLET}(?:le[ ])?{DAYS}(?=[ :-])", re.MULTILINE | re.IGNORECASE)
HEADING = re.compile(
    r"^[^\w\n]*([^\W\d_]{3,9})?[ ]?((?:19|20)\d\d)?[^\w\n]*$(?=\s+" + BULLET + r"(?:le )?\d)", re.M
)


YEAR_LINE = re.compile(r"^" + BULLET + r"((?:19|20)\d\d)(?:[ ]?\.|[ ]?:)[ ](?=\S).*$", re.MULTILINE)
YEAR_LINES = 3
"""As many are a chronology."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a heading says of the days under it."""

    year: int | None
    month: int | None


class Chapters:
    """The chapters of a text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._chapters: list[Chapter] = []
        self._entries = list(ENTRY.finditer(text))
        for match in HEADING.finditer(text) if self._entries else ():
            month = _months().get(fold(match[1])) if match[1] else None
            if month or (match[2] and not match[1]):
                self._starts.append(match.start())
                self._chapters.append(self._chapter(int(match[2]) if match[2] else None, month))
        lines = list(YEAR_LINE.finditer(text))
        self._lines = lines if len(lines) >= YEAR_LINES else []
        if not self._chapters and not self._lines:
            for start, year, month in running_dates(text, _months()):
                self._starts.append(start)
                self._chapters.append(Chapter(year, month))
        last = max(self._entries[-1].end() if self._entries else 0, self._starts[-1] if self._starts else 0)
        self._end = (text + "\n").find("\n", last) if last else 0

    def _chapter(self, year: int | None, month: int | None) -> Chapter:
        """«--AVRIL--» after «--MARS 2012--» is of that year, «--JANVIER--» of the next."""
        last = self._chapters[-1] if self._chapters else None
        if year is None and last is not None and last.year is not None:
            over = last.month is not None and month is not None and month < last.month
            year = last.year + over
        return Chapter(year, month)

    def complete(self, points: Sequence[Found], atoms: Atoms) -> list[Found]:
        """The points of the text with what their headings say, and the bare days of the entries."""
        if not self._chapters and not self._lines:
            return list(points)
        found = [replace(one, point=self._dated(one, atoms)) for one in points]
        starts = [atom.start for atom in atoms.atoms]
        bare = [one for match in self._entries if (one := self._entry(match, starts))]
        taken = {i for one in bare for i in range(one.first, one.last + 1)}
        kept = [one for one in found if not taken & set(range(one.first, one.last + 1))]
        return sorted([*kept, *bare], key=lambda one: one.first)

    def _at(self, offset: int) -> Chapter | None:
        line = next((m for m in self._lines if m.start() <= offset < m.end()), None)
        if line is not None:
            return Chapter(int(line[1]), None)
        index = bisect_right(self._starts, offset) - 1
        return self._chapters[index] if index >= 0 and offset <= self._end else None

    def _dated(self, one: Found, atoms: Atoms) -> Point:
        point, chapter = one.point, self._at(atoms.atoms[one.first].start)
        if (
            chapter is None
            or not isinstance(point, Day | Month)
            or point.year
            or point.shift
            or point.of_year
        ):
            return point
        if isinstance(point, Day) and point.month is None and chapter.month:
            return replace(point, month=chapter.month, year=chapter.year)
        return replace(point, year=chapter.year) if point.month else point

    def _entry(self, match: re.Match[str], starts: Sequence[int]) -> Found | None:
        """«- 22: …», «- 23-26: …»"""
        chapter = self._at(match.start())
        if chapter is None or not match["bare"] or not chapter.month:
            return None
        end = match.end("last") if match["last"] else match.end("day")
        first, last = bisect_left(starts, match.start("day")), bisect_left(starts, end) - 1
        days = [Day(int(match[name]), chapter.month, chapter.year) for name in ("day", "last") if match[name]]
        return Found(first, last, days[0], partner=days[1] if len(days) > 1 else None)


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for phrases in date_words().phrases.values():
        for phrase in phrases:
            value = phrase.values.get("month")
            if isinstance(value, int) and len(phrase.words) == 1:
                found[fold(phrase.words[0])] = value
    return found
