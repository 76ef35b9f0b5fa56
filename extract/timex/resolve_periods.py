"""Which week, month, season, quarter or year is meant."""

from __future__ import annotations

from datetime import date, timedelta

from sahelgraph.extract.lexicon.dates import Shift, Unit
from sahelgraph.extract.timex.calendar import (
    between,
    choose,
    every_year,
    month_end,
    months_on,
    of_index,
    whole_years,
)
from sahelgraph.extract.timex.context import (
    STEPS,
    Anchor,
    Context,
    Precision,
    Resolved,
    anchor_of,
    base_of,
    year_of,
)
from sahelgraph.extract.timex.points import Month, Period, Season, Years
from sahelgraph.extract.timex.tense import Direction
from sahelgraph.ontology.when import When

WINTER = 24
MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
FRIDAY, SATURDAY = 4, 5
MIDWEEK = 3


def resolve_month(point: Month, c: Context) -> Resolved:
    year, anchor = point.year, Anchor.ABSOLUTE
    if point.of_year:
        year, anchor = year_of(point.of_year, c), anchor_of(point.of_year)
    elif year is None and point.shift is None and _goes_on(point, c):
        year, anchor = c.story_year, Anchor.PREVIOUS
    elif year is None:
        days = every_year(c, point.month, 1)
        chosen = choose(((d, month_end(d.year, d.month)) for d in days), c, point.shift)
        year, anchor = chosen.year if chosen else None, Anchor.ARTICLE
    when = When.parse(f"{year:04d}-{point.month:02d}") if year else None
    return Resolved(when, Precision.MONTH, anchor)


def _goes_on(point: Month, c: Context) -> bool:
    """Is the month one of the year told of, and not before what the sentence told in it?"""
    if c.story_year is None:
        return False
    return not (c.story_from and month_end(c.story_year, point.month) < c.story_from)


def resolve_season(point: Season, c: Context) -> Resolved:
    """Three whole months; a winter runs on into the next year."""
    year, anchor = point.year, Anchor.ABSOLUTE
    if year is None:
        starts = every_year(c, 3 * (point.season - 20), 1)
        shift = point.shift if point.shift in (Shift.LAST, Shift.NEXT) else None
        chosen = choose(((d, month_end(*months_on(d, 2))) for d in starts), c, shift)
        year, anchor = chosen.year if chosen else None, Anchor.ARTICLE
    if year is None:
        return Resolved(None, Precision.SEASON, anchor)
    if point.season == WINTER:
        return Resolved(When.during(f"{year:04d}-12/{year + 1:04d}-02"), Precision.SEASON, anchor)
    return Resolved(When.parse(f"{year:04d}-{point.season}"), Precision.SEASON, anchor)


def resolve_years(point: Years) -> Resolved:
    lengths = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}
    precision = lengths.get(point.last - point.first + 1, Precision.OTHER)
    return Resolved(whole_years(point.first, point.last), precision, Anchor.ABSOLUTE)


def resolve_period(point: Period, c: Context) -> Resolved:
    base, precision = base_of(point.shift, c), Precision(point.unit)
    when = _period(point, base, c) if base else None
    return Resolved(when, precision, anchor_of(point.shift))


def _period(point: Period, base: date, c: Context) -> When:
    step = STEPS[point.shift]
    if point.unit is Unit.WEEK:
        monday = base + timedelta(7 * step - base.weekday())
        return between(monday, monday + timedelta(6))
    if point.unit is Unit.WEEKEND:
        saturday = _weekend(base, point.shift, c)
        return between(saturday, saturday + timedelta(1))
    return _block(base, MONTHS_IN[point.unit], step)


def _weekend(base: date, shift: Shift, c: Context) -> date:
    """The Saturday; in the first half of a week «ce week-end» is over unless a cue says otherwise."""
    coming = base + timedelta(SATURDAY - base.weekday())
    match shift:
        case Shift.LAST | Shift.PRECEDING:
            return coming - timedelta(7)
        case Shift.NEXT | Shift.FOLLOWING:
            return coming + timedelta(7 if base.weekday() >= SATURDAY else 0)
        case Shift.SAME:
            return coming
    way = c.look()
    over = base.weekday() < (MIDWEEK if way is None else SATURDAY if way is Direction.PAST else 0)
    return coming - timedelta(7 if over else 0)


def _block(base: date, size: int, step: int) -> When:
    """The month, quarter … century of a day, or that many before or after it."""
    if size >= MONTHS_IN[Unit.YEAR]:
        years = size // 12
        offset = 1 if size == MONTHS_IN[Unit.CENTURY] else 0  # centuries begin with a year 1
        first = ((base.year - offset) // years + step) * years + offset
        return whole_years(first, first + years - 1)
    index = ((base.year * 12 + base.month - 1) // size + step) * size
    first_month, last_month = ("{:04d}-{:02d}".format(*of_index(i)) for i in (index, index + size - 1))
    return When.parse(first_month) if size == 1 else When.during(f"{first_month}/{last_month}")
