"""Which day is meant by a day of the month or of the week."""

from __future__ import annotations

from datetime import date, timedelta

from sahelgraph.extract.lexicon.dates import Shift
from sahelgraph.extract.timex.calendar import choose, every_year, months_on, on, valid
from sahelgraph.extract.timex.context import (
    FROM_TOLD,
    STEPS,
    Anchor,
    Context,
    Precision,
    Resolved,
    anchor_of,
    base_of,
    year_of,
)
from sahelgraph.extract.timex.points import Day, Weekday
from sahelgraph.extract.timex.tense import Direction

A_YEAR = 370


def resolve_day(point: Day, c: Context) -> Resolved:
    """Raises ValueError where the calendar has no such day."""
    if point.month is None:
        return _day_of_some_month(point, c)
    year, anchor = point.year, Anchor.ABSOLUTE
    if point.of_year:
        year, anchor = year_of(point.of_year, c), anchor_of(point.of_year)
        if year is None:
            return Resolved(None, Precision.DAY, anchor)
    if year:
        return Resolved(on(date(year, point.month, point.day)), Precision.DAY, anchor)
    days = every_year(c, point.month, point.day)
    if point.shift is None:
        fitting = [d for d in days if point.weekday in (None, d.weekday())]
        told = [d for d in fitting if d.year == c.story_year]
        if told and not (c.story_from and told[0] < c.story_from):
            return Resolved(on(told[0]), Precision.DAY, Anchor.PREVIOUS)
        if point.weekday is not None and (near := _nearest(fitting, c.published)):
            return Resolved(on(near), Precision.DAY, Anchor.ARTICLE)
    return Resolved(on(choose(((d, d) for d in days), c, point.shift)), Precision.DAY, Anchor.ARTICLE)


def _nearest(days: list[date], today: date | None) -> date | None:
    """The nearest within a year: a day of the month with its day of the week needs no tense."""
    distances = [(abs((d - today).days), d) for d in days] if today else []
    return min(((n, d) for n, d in distances if n < A_YEAR), default=(0, None))[1]


def _day_of_some_month(point: Day, c: Context) -> Resolved:
    """«le 16»: of the month told before where the story is not of the article's days, else the nearest;
    «le 15 du mois dernier»."""
    if point.shift:
        base = base_of(point.shift, c)
        day = base and date(*months_on(base, STEPS[point.shift]), point.day)
        return Resolved(on(day), Precision.DAY, anchor_of(point.shift))
    if c.told and c.told.year == c.story_year:
        return Resolved(on(date(c.told.year, c.told.month, point.day)), Precision.DAY, Anchor.PREVIOUS)
    months = [months_on(c.published, step) for step in range(-2, 3)] if c.published else []
    days = [day for year, month in months if (day := valid(year, month, point.day))]
    fitting = [d for d in days if point.weekday in (None, d.weekday())]
    return Resolved(on(choose(((d, d) for d in fitting), c, None)), Precision.DAY, Anchor.ARTICLE)


def resolve_weekday(point: Weekday, c: Context) -> Resolved:
    """Without a cue, the last one; «ce mardi» is the nearest."""
    base = c.told_day if point.shift in FROM_TOLD else c.published
    day = base and _weekday(point, base, c)
    return Resolved(on(day), Precision.DAY, anchor_of(point.shift))


def _weekday(point: Weekday, base: date, c: Context) -> date:
    back = (base.weekday() - point.weekday) % 7
    last, coming = base - timedelta(back), base + timedelta(-back % 7)
    match point.shift:
        case Shift.LAST | Shift.PRECEDING:
            return base - timedelta(back or 7)
        case Shift.NEXT | Shift.FOLLOWING:
            return base + timedelta(7 - back)
        case Shift.SAME:
            return last
    way = c.look()
    if way is None and point.shift is Shift.THIS:
        return min(last, coming, key=lambda day: abs((day - base).days))
    return coming if way is Direction.FUTURE else last
