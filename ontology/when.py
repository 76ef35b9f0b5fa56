"""Times as four bounds (the temporal slots of TAC KBP 2011, Ji et al.) with the EDTF text they came from.

A time begins somewhere in `earliest_start..latest_start` and ends somewhere in
`earliest_end..latest_end`; both ends of each window are days and are included. None leaves a bound
open: nothing is known on that side. Nothing is ever rounded to a "1 January".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sahelgraph.ontology.errors import DateError

OPEN = ("", "..")
PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?")
SEASON = re.compile(r"(\d{4})-2([1-4])[~?%]?")
MONTHS_OF_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11)}
"""Of spring, summer and autumn, in the north."""


class Certainty(StrEnum):
    """How sure it is that something held: the three values of an answer in time."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


@dataclass(frozen=True, slots=True)
class When:
    """A time whose ends are known only within bounds. Raises DateError where the bounds contradict."""

    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None
    edtf: str

    def __post_init__(self) -> None:
        for low, high in (
            (self.earliest_start, self.latest_start),
            (self.earliest_end, self.latest_end),
            (self.earliest_start, self.latest_end),
        ):
            if low and high and low > high:
                raise DateError(f"the time «{self.edtf}» ends before it begins")

    # --- making them

    @classmethod
    def parse(cls, text: str) -> When:
        """The time that an EDTF text (levels 0 and 1) names; an interval is a state lasting from its
        start to its end. Raises DateError where the text is no EDTF."""
        return _parse(text)

    @classmethod
    def during(cls, text: str) -> When:
        """An event on an unknown day within the EDTF text: «du 31 mars au 1er avril» is either day."""
        whole = _parse(text)
        low, high = whole.earliest_start, whole.latest_end
        return cls(low, high, low, high, text)

    @classmethod
    def on(cls, day: date) -> When:
        """All that is said is that it held on this day: begun by then, not ended before."""
        return cls(None, day, day, None, day.isoformat())

    @classmethod
    def of_bounds(
        cls,
        earliest_start: date | None,
        latest_start: date | None,
        earliest_end: date | None,
        latest_end: date | None,
    ) -> When:
        """The time with these bounds; its EDTF spells the widest extent where no single date says an
        end. Raises DateError where the bounds contradict."""
        return _spelled(earliest_start, latest_start, earliest_end, latest_end)

    @classmethod
    def from_json(cls, text: str, bounds: list[str | None] | None) -> When:
        """The inverse of `edtf` and `bounds_to_json`; without bounds, they are read from the EDTF."""
        if bounds is None:
            return _parse(text)
        first, second, third, fourth = (date.fromisoformat(b) if b else None for b in bounds)
        return cls(first, second, third, fourth, text)

    def bounds_to_json(self) -> list[str | None]:
        return [b.isoformat() if b else None for b in self.bounds]

    @property
    def bounds(self) -> tuple[date | None, date | None, date | None, date | None]:
        return self.earliest_start, self.latest_start, self.earliest_end, self.latest_end

    # --- asking them

    def covers(self, day: date) -> Certainty:
        """Did it hold on this day? Certain within latest_start..earliest_end, possible within
        earliest_start..latest_end, otherwise no."""
        return self.covers_all(day, day)

    def covers_all(self, first: date, last: date) -> Certainty:
        """Did it hold on every day of first..last?"""
        if (self.earliest_start and self.earliest_start > first) or (
            self.latest_end and self.latest_end < last
        ):
            return Certainty.NO
        if (
            self.latest_start
            and self.earliest_end
            and self.latest_start <= first
            and last <= self.earliest_end
        ):
            return Certainty.CERTAIN
        return Certainty.POSSIBLE

    def covers_any(self, first: date, last: date) -> Certainty:
        """Did it hold on some day of first..last?"""
        if (self.earliest_start and self.earliest_start > last) or (
            self.latest_end and self.latest_end < first
        ):
            return Certainty.NO
        begun = self.latest_start is not None and self.latest_start <= last
        lasting = self.earliest_end is not None and self.earliest_end >= first
        return Certainty.CERTAIN if begun and lasting else Certainty.POSSIBLE

    def before(self, other: When) -> Certainty:
        """Is it over before the other begins?"""
        if self.latest_end and other.earliest_start and self.latest_end < other.earliest_start:
            return Certainty.CERTAIN
        if self.earliest_end and other.latest_start and self.earliest_end >= other.latest_start:
            return Certainty.NO
        return Certainty.POSSIBLE

    def after(self, other: When) -> Certainty:
        """Does it begin after the other is over?"""
        return other.before(self)

    def overlaps(self, other: When) -> Certainty:
        """Is there a day on which both hold?"""
        if Certainty.CERTAIN in (self.before(other), other.before(self)):
            return Certainty.NO
        if self.before(other) is Certainty.NO and other.before(self) is Certainty.NO:
            return Certainty.CERTAIN
        return Certainty.POSSIBLE

    def intersection(self, other: When) -> When | None:
        """What both say of one and the same time: every bound as narrow as either makes it; None
        where they contradict each other."""
        try:
            both = _spelled(
                _latest(self.earliest_start, other.earliest_start),
                _earliest(self.latest_start, other.latest_start),
                _latest(self.earliest_end, other.earliest_end),
                _earliest(self.latest_end, other.latest_end),
            )
        except DateError:
            return None
        return self._in_one_of_its_words(both, other)

    def _in_one_of_its_words(self, both: When, other: When) -> When:
        """Where one of the two says all, its EDTF stays: a season, a decade, «about». Of two, the plainer."""
        same = [when for when in (self, other) if when.bounds == both.bounds]
        return min(same, key=lambda when: (len(when.edtf), when.edtf), default=both)

    @property
    def start_edtf(self) -> str | None:
        """The start in EDTF, as precise as it is known; None where nothing is known of it."""
        return window_edtf(self.earliest_start, self.latest_start)

    @property
    def end_edtf(self) -> str | None:
        """The end in EDTF, as precise as it is known; None where nothing is known of it."""
        return window_edtf(self.earliest_end, self.latest_end)

    def __str__(self) -> str:
        return self.edtf


def _latest(a: date | None, b: date | None) -> date | None:
    return max((d for d in (a, b) if d), default=None)


def _earliest(a: date | None, b: date | None) -> date | None:
    return min((d for d in (a, b) if d), default=None)


def _spelled(t1: date | None, t2: date | None, t3: date | None, t4: date | None) -> When:
    start, end = _one_date(t1, t2), _one_date(t3, t4)
    if start and start == end:
        return When(t1, t2, t3, t4, start)
    first = start or (t1.isoformat() if t1 else "..")
    last = end or (t4.isoformat() if t4 else "..")
    return When(t1, t2, t3, t4, f"{first}/{last}")


def _one_date(low: date | None, high: date | None) -> str | None:
    window = window_edtf(low, high)
    return None if window is None or "/" in window else window


def window_edtf(low: date | None, high: date | None) -> str | None:
    """The shortest EDTF for a day that lies in low..high: a year or month where the window is just
    that, else an interval, open where one side is."""
    if low is None and high is None:
        return None
    if low is None or high is None:
        return f"{low or '..'}/{high or '..'}"
    if low == high:
        return low.isoformat()
    for text in (f"{low.year:04d}", f"{low.year:04d}-{low.month:02d}"):
        whole = _parse(text)
        if (low, high) == (whole.earliest_start, whole.latest_end):
            return text
    return f"{low}/{high}"


@lru_cache(maxsize=4096)
def _parse(text: str) -> When:
    text = text.strip()
    start, slash, end = text.partition("/")
    if not slash:
        low, high = _window(text, start)
        return When(low, high, low, high, text)
    if "/" in end:
        raise _unreadable(text)
    if start in OPEN and end in OPEN and text != "../..":
        raise DateError(f"«{text}» says nothing of either end", hint="use for example 2014/..")
    first_low, first_high = (None, None) if start in OPEN else _window(text, start)
    last_low, last_high = (None, None) if end in OPEN else _window(text, end)
    return When(first_low, first_high, last_low, last_high, text)


def _window(whole: str, text: str) -> tuple[date, date]:
    plain, season = PLAIN.fullmatch(text), SEASON.fullmatch(text)
    try:
        if season:
            return _season_window(int(season[1]), int(season[2]))
        return _plain_window(plain) if plain else _library_window(text)
    except ValueError as error:
        raise _unreadable(whole) from error


def _unreadable(text: str) -> DateError:
    return DateError(
        f"«{text}» is no date that can be read",
        hint="write it as EDTF: 2023-09-16, 2010-04, 2017/.., ../2023-07-26",
    )


def _plain_window(match: re.Match[str]) -> tuple[date, date]:
    """Years, months and days, by far the most; the library takes some milliseconds for each of them."""
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _season_window(year: int, season: int) -> tuple[date, date]:
    """A winter is that which begins in December of the year."""
    first, last = MONTHS_OF_SEASONS.get(season, (12, 2))
    ends = year if first < last else year + 1
    return date(year, first, 1), date(ends, last, monthrange(ends, last)[1])


def _library_window(text: str) -> tuple[date, date]:
    """Whatever else EDTF can say: 201X, 2012-XX, times of day. Raises ValueError where it is no EDTF."""
    import edtf

    try:
        parsed = edtf.parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return date(*low[:3]), date(*high[:3])
    except (edtf.EDTFParseException, TypeError, AttributeError) as error:
        raise ValueError(text) from error
