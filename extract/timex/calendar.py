"""Days, months and years: arithmetic, and which of several is meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sahelgraph.extract.lexicon.dates import Shift
from sahelgraph.extract.timex.context import Context
from sahelgraph.extract.timex.tense import Direction
from sahelgraph.ontology.when import When

NEAR_FUTURE = 3  # without a cue, the next must be this many times nearer than the last
LONG_AGO = 350  # days back at which one would name the year, whatever the tense
YEARS_AROUND = 8


def on(day: date | None, days: int = 0) -> When | None:
    """That many days after a day."""
    return When.parse((day + timedelta(days)).isoformat()) if day else None


def between(first: date, last: date) -> When:
    return When.during(f"{first}/{last}")


def whole_years(first: int, last: int) -> When:
    if first == last:
        return When.parse(f"{first:04d}")
    if first % 10 == 0 and last == first + 9:
        return When.parse(f"{first // 10:03d}X")
    return When.during(f"{first:04d}/{last:04d}")


def months_on(day: date, months: int) -> tuple[int, int]:
    """Year and month that many months later."""
    return of_index(day.year * 12 + day.month - 1 + months)


def of_index(index: int) -> tuple[int, int]:
    """Year and month from months counted since the year 0."""
    return index // 12, index % 12 + 1


def month_end(year: int, month: int) -> date:
    return date(*of_index(year * 12 + month), 1) - timedelta(1)


def valid(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def every_year(c: Context, month: int, day: int) -> list[date]:
    """The day in the years around the article's, and in the year of the story."""
    years = {c.story_year} if c.story_year else set()
    if c.published:
        years.update(range(c.published.year - YEARS_AROUND, c.published.year + YEARS_AROUND + 1))
    return [found for year in sorted(years) if (found := valid(year, month, day))]


def choose(spans: Iterable[tuple[date, date]], c: Context, shift: Shift | None) -> date | None:
    """The start of the span that is meant: the one that holds the article's day, or else the last before
    it or the first after it, by the shift or the tense; without a cue the last one, unless the next is
    much nearer and the context sets no default."""
    today = c.published
    if today is None:
        return None
    ordered = sorted(spans)
    before = [span for span in ordered if span[1] < today]
    after = [span for span in ordered if span[0] > today]
    around = [span for span in ordered if span[0] <= today <= span[1]]
    if around and shift not in (Shift.LAST, Shift.NEXT):
        return around[0][0]
    if shift is Shift.LAST:
        after = []
    elif shift is Shift.NEXT:
        before = []
    if not before or not after:
        return before[-1][0] if before else after[0][0] if after else None
    way = c.look()
    ahead, back = (after[0][0] - today).days, (today - before[-1][1]).days
    if way is Direction.PAST:
        future = back > LONG_AGO
    elif way is None and c.default is None:
        future = NEAR_FUTURE * ahead < back
    else:
        future = (way or c.default) is Direction.FUTURE
    return after[0][0] if future else before[-1][0]
