"""From what a date says to the time that it means."""

from __future__ import annotations

from datetime import timedelta

from sahelgraph.extract.lexicon.dates import Unit
from sahelgraph.extract.timex.calendar import between, months_on, on, valid
from sahelgraph.extract.timex.context import Anchor, Context, Precision, Resolved
from sahelgraph.extract.timex.points import (
    Clock,
    Day,
    Elapsed,
    FromBefore,
    FromToday,
    Month,
    Period,
    Point,
    Portion,
    Reference,
    Season,
    Weekday,
    Years,
)
from sahelgraph.extract.timex.resolve_days import resolve_day, resolve_weekday
from sahelgraph.extract.timex.resolve_periods import (
    MONTHS_IN,
    resolve_month,
    resolve_period,
    resolve_season,
    resolve_years,
)
from sahelgraph.ontology.errors import DateError
from sahelgraph.ontology.when import When

DAYS_IN = {Unit.HOUR: 1 / 24, Unit.DAY: 1.0, Unit.FORTNIGHT: 15.0}
IN_DAYS = (*DAYS_IN, Unit.WEEK)
MIDDLE_OF_A_MONTH = 15


def resolve(point: Point, context: Context) -> Resolved:
    """The time of a point; its `when` is None where the context lacks what it counts from, and where the
    calendar has no such day."""
    try:
        return _resolve(point, context)
    except (ValueError, OverflowError, DateError):
        absolute = isinstance(point, Day | Month | Season) and point.year is not None
        return Resolved(None, Precision.OTHER, Anchor.ABSOLUTE if absolute else Anchor.ARTICLE)


def _resolve(point: Point, c: Context) -> Resolved:
    match point:
        case Day():
            return resolve_day(point, c)
        case Weekday():
            return resolve_weekday(point, c)
        case Month():
            return resolve_month(point, c)
        case Season():
            return resolve_season(point, c)
        case Years():
            return resolve_years(point)
        case Period():
            return resolve_period(point, c)
        case Portion():
            return _portion(point, c)
        case FromToday():
            return Resolved(on(c.published, point.days), Precision.DAY, Anchor.ARTICLE)
        case FromBefore():
            told = c.event_day if point.of_event else c.told_day
            return Resolved(on(told, point.days), Precision.DAY, Anchor.PREVIOUS)
        case Elapsed():
            return _elapsed(point, c)
        case Clock():
            return Resolved(on(c.told_here), Precision.DAY, Anchor.PREVIOUS)
        case Reference():
            return Resolved(None, Precision.OTHER, Anchor.ARTICLE)


def _portion(point: Portion, c: Context) -> Resolved:
    whole = _resolve(point.whole, c)
    precision = {2: Precision.HALF, 4: Precision.QUARTER}.get(point.parts, Precision.OTHER)
    number = point.ordinal - 1 if point.ordinal > 0 else point.parts - 1
    if whole.when is None or not whole.when.earliest_start or not whole.when.latest_end:
        return Resolved(None, precision, whole.anchor)
    first, last = whole.when.earliest_start, whole.when.latest_end
    if whole.precision is Precision.YEAR:
        size = 12 // point.parts
        text = f"{first:%Y}-{number * size + 1:02d}/{first:%Y}-{(number + 1) * size:02d}"
        return Resolved(When.during(text), precision, whole.anchor)
    length = (last - first).days + 1
    cuts = [round(length * i / point.parts) for i in range(point.parts + 1)]
    if point.parts == 2:
        cuts[1] = MIDDLE_OF_A_MONTH
    low, high = first + timedelta(cuts[number]), first + timedelta(cuts[number + 1] - 1)
    return Resolved(between(low, high), Precision.OTHER, whole.anchor)


def _elapsed(point: Elapsed, c: Context) -> Resolved:
    base, anchor = c.published, Anchor.ARTICLE
    if point.from_before:
        told = c.told_day if point.unit in IN_DAYS else c.told
        if told is None and not point.of_event and point.count < 0:
            told = c.published  # «deux mois plus tôt», and nothing was told before
        base, anchor = c.event_day if point.of_event else told, Anchor.PREVIOUS
    about = "~" if point.about else ""
    if point.unit in DAYS_IN:
        day = base and base + timedelta(round(point.count * DAYS_IN[point.unit]))
        return Resolved(When.parse(f"{day}{about}") if day else None, Precision.DAY, anchor)
    if point.exact and base is not None and point.unit in MONTHS_IN:
        year, month = months_on(base, round(MONTHS_IN[point.unit] * point.count))
        return Resolved(on(valid(year, month, base.day)), Precision.DAY, anchor)
    if point.unit is Unit.WEEK:
        day = base and base + timedelta(round(7 * point.count))
        monday = day and day - timedelta(day.weekday())
        return Resolved(between(monday, monday + timedelta(6)) if monday else None, Precision.WEEK, anchor)
    size = MONTHS_IN[point.unit]
    precision = Precision.MONTH if size < MONTHS_IN[Unit.YEAR] else Precision.YEAR
    if base is None:
        return Resolved(None, precision, anchor)
    year, month = months_on(base, round(size * point.count))
    text = f"{year:04d}-{month:02d}" if precision is Precision.MONTH else f"{year:04d}"
    return Resolved(When.parse(text + about), precision, anchor)
