"""From what a date says to the time that it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sahelgraph.extract.dates_points import (
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
from sahelgraph.extract.dates_tense import Direction
from sahelgraph.extract.lexicon.dates import Shift, Unit, Vague
from sahelgraph.ontology.errors import DateError
from sahelgraph.ontology.when import When

NEAR_FUTURE = 3  # without a cue, the future must be this many times nearer than the past
A_YEAR = 370
WINTER = 24
MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
STEPS = {Shift.LAST: -1, Shift.THIS: 0, Shift.NEXT: 1, Shift.PRECEDING: -1, Shift.SAME: 0, Shift.FOLLOWING: 1}
FROM_TOLD = (Shift.PRECEDING, Shift.SAME, Shift.FOLLOWING)


class Precision(StrEnum):
    """The unit of the calendar that a date names."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    OTHER = "other"


class Anchor(StrEnum):
    """What a date counts from: nothing, the article's date, or a date that the text tells before."""

    ABSOLUTE = "absolute"
    ARTICLE = "article"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where a date stands.

    `told` is the first day of the last date told, `told_day` the last one that is a single day,
    `told_here` a day named in the same sentence, `story_year` a year named just before, `event_day` the
    day of the event that the words name («deux jours après le putsch du 18 août»).
    """

    published: date | None
    look: Callable[[], Direction | None] = lambda: None
    told: date | None = None
    told_day: date | None = None
    told_here: date | None = None
    story_year: int | None = None
    event_day: date | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    when: When | None
    precision: Precision
    anchor: Anchor


def resolve(point: Point, context: Context) -> Resolved:
    """The time of a point; its `when` is None where the context lacks what it counts from, or where the
    calendar has no such day."""
    precision, anchor = _kind(point)
    try:
        when, precision, anchor = _resolve(point, context)
    except (ValueError, OverflowError, DateError):
        when = None
    return Resolved(when, precision, anchor)


Answer = tuple[When | None, Precision, Anchor]


def _resolve(point: Point, c: Context) -> Answer:
    match point:
        case Day():
            return _day(point, c)
        case Weekday():
            return _weekday(point, c)
        case Month():
            return _month(point, c)
        case Season():
            return _season(point, c)
        case Years():
            return _years(point.first, point.last), _years_precision(point), Anchor.ABSOLUTE
        case Period():
            return _period(point, c)
        case Portion():
            return _portion(point, c)
        case FromToday():
            return _on(c.published, point.days), Precision.DAY, Anchor.ARTICLE
        case FromBefore():
            told = c.event_day if point.of_event else c.told_day
            return _on(told, point.days), Precision.DAY, Anchor.PREVIOUS
        case Elapsed():
            return _elapsed(point, c)
        case Clock():
            return _on(c.told_here), Precision.DAY, Anchor.PREVIOUS
        case Reference():
            present = c.published if point.vague is Vague.PRESENT else None
            return _on(present), Precision.OTHER, Anchor.ARTICLE


# --- days


def _day(point: Day, c: Context) -> Answer:
    if point.month is None:
        return _day_of_some_month(point, c)
    year = point.year
    if point.of_year:
        year = _year_of(point.of_year, c)
    if year:
        anchor = Anchor.ABSOLUTE if point.year else _anchor(point.of_year)
        return _on(date(year, point.month, point.day)), Precision.DAY, anchor
    days = _every_year(c, point.month, point.day)
    fitting = [d for d in days if point.weekday is None or d.weekday() == point.weekday]
    told = [d for d in fitting if d.year == c.story_year]
    if told and point.shift is None:
        return _on(told[0]), Precision.DAY, Anchor.PREVIOUS
    near = [d for d in fitting if c.published and abs((d - c.published).days) < A_YEAR]
    chosen: date | None
    if point.weekday is not None and near and c.published and point.shift is None:
        today = c.published
        chosen = min(near, key=lambda d: abs((d - today).days))
    else:
        chosen = _choose(((d, d) for d in days), c, point.shift)
    return _on(chosen), Precision.DAY, Anchor.ARTICLE


def _day_of_some_month(point: Day, c: Context) -> Answer:
    """«le 16»: of the month told before where the story is not of the article's days, else the nearest."""
    base, anchor = c.published, Anchor.ARTICLE
    if c.told and c.told.year == c.story_year:
        base, anchor = c.told, Anchor.PREVIOUS
    if base is None:
        return None, Precision.DAY, anchor
    if anchor is Anchor.PREVIOUS or point.shift:
        year, month = _months_on(base, STEPS[point.shift] if point.shift else 0)
        return _on(date(year, month, point.day)), Precision.DAY, anchor
    days = [d for step in range(-2, 3) if (d := _valid(*_months_on(base, step), point.day))]
    if point.weekday is not None:
        days = [d for d in days if d.weekday() == point.weekday]
    return _on(_choose(((d, d) for d in days), c, None)), Precision.DAY, anchor


def _weekday(point: Weekday, c: Context) -> Answer:
    """Without a cue, the last one; «ce mardi» is the nearest."""
    if point.shift in FROM_TOLD:
        base, anchor = c.told_day, Anchor.PREVIOUS
    else:
        base, anchor = c.published, Anchor.ARTICLE
    if base is None:
        return None, Precision.DAY, anchor
    back = (base.weekday() - point.weekday) % 7
    last, following = base - timedelta(back), base + timedelta((7 - back) % 7)
    match point.shift:
        case Shift.LAST | Shift.PRECEDING:
            day = base - timedelta(back or 7)
        case Shift.NEXT | Shift.FOLLOWING:
            day = base + timedelta(7 - back)
        case Shift.SAME:
            day = last
        case _:
            way = c.look()
            nearer = point.shift is Shift.THIS and following - base < base - last and way is None
            day = following if way is Direction.FUTURE or nearer else last
    return _on(day), Precision.DAY, anchor


# --- months, seasons, years


def _month(point: Month, c: Context) -> Answer:
    year, anchor = point.year, Anchor.ABSOLUTE
    if point.of_year:
        year, anchor = _year_of(point.of_year, c), _anchor(point.of_year)
    elif year is None and point.shift is None and c.story_year:
        year, anchor = c.story_year, Anchor.PREVIOUS
    if year:
        return When.parse(f"{year:04d}-{point.month:02d}"), Precision.MONTH, anchor
    months = (_month_span(day.year, day.month) for day in _every_year(c, point.month, 1))
    chosen = _choose(months, c, point.shift)
    return chosen and When.parse(f"{chosen:%Y-%m}"), Precision.MONTH, Anchor.ARTICLE


def _season(point: Season, c: Context) -> Answer:
    if point.year:
        return _season_of(point.season, point.year), Precision.SEASON, Anchor.ABSOLUTE
    starts = _every_year(c, *_season_start(point.season))
    shift = None if point.shift is Shift.THIS else point.shift
    chosen = _choose(((d, _month_end(*_months_on(d, 2))) for d in starts), c, shift)
    return chosen and _season_of(point.season, chosen.year), Precision.SEASON, Anchor.ARTICLE


def _season_of(season: int, year: int) -> When:
    """Three whole months; a winter runs on into the next year."""
    if season == WINTER:
        return When.during(f"{year:04d}-12/{year + 1:04d}-02")
    return When.parse(f"{year:04d}-{season}")


def _season_start(season: int) -> tuple[int, int]:
    return 3 * (season - 20), 1


def _years(first: int, last: int) -> When:
    if first == last:
        return When.parse(f"{first:04d}")
    if first % 10 == 0 and last == first + 9:
        return When.parse(f"{first // 10:03d}X")
    return When.during(f"{first:04d}/{last:04d}")


def _years_precision(point: Years) -> Precision:
    lengths = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}
    return lengths.get(point.last - point.first + 1, Precision.OTHER)


# --- periods


def _period(point: Period, c: Context) -> Answer:
    precision, anchor = (
        Precision(point.unit) if point.unit in set(Precision) else Precision.OTHER,
        _anchor(point.shift),
    )
    base = c.told if anchor is Anchor.PREVIOUS else c.published
    if base is None:
        return None, precision, anchor
    step = STEPS[point.shift]
    if point.unit is Unit.WEEK:
        monday = base - timedelta(base.weekday()) + timedelta(7 * step)
        return _between(monday, monday + timedelta(6)), precision, anchor
    if point.unit is Unit.WEEKEND:
        saturday = _weekend(base, point.shift, c)
        return _between(saturday, saturday + timedelta(1)), precision, anchor
    size = MONTHS_IN[point.unit]
    return _block(base, size, step), precision, anchor


def _block(base: date, size: int, step: int) -> When:
    """The month, quarter … century of a day, or that many before or after it."""
    if size >= 12:
        offset = 1 if size == MONTHS_IN[Unit.CENTURY] else 0
        years = size // 12
        first = (base.year - offset) // years * years + offset + step * years
        return _years(first, first + years - 1)
    index = (base.year * 12 + base.month - 1) // size * size + step * size
    (first_year, first_month), (last_year, last_month) = _of_index(index), _of_index(index + size - 1)
    first_text = f"{first_year:04d}-{first_month:02d}"
    return (
        When.parse(first_text) if size == 1 else When.during(f"{first_text}/{last_year:04d}-{last_month:02d}")
    )


def _weekend(base: date, shift: Shift, c: Context) -> date:
    """The Saturday; «ce week-end» in the first half of a week is over, unless a cue says that it is to come."""
    coming = base + timedelta(5 - base.weekday())
    match shift:
        case Shift.LAST | Shift.PRECEDING:
            return coming - timedelta(7)
        case Shift.NEXT | Shift.FOLLOWING:
            return coming + timedelta(7 if base.weekday() >= 5 else 0)
        case Shift.SAME:
            return coming
    way = c.look()
    over = base.weekday() < 3 if way is None else base.weekday() < 5 and way is Direction.PAST
    return coming - timedelta(7 if over else 0)


def _portion(point: Portion, c: Context) -> Answer:
    whole = resolve(point.whole, c)
    precision = {4: Precision.QUARTER, 2: Precision.HALF}.get(point.parts, Precision.OTHER)
    if whole.when is None or not whole.when.earliest_start or not whole.when.latest_end:
        return None, precision, whole.anchor
    first, number = whole.when.earliest_start, point.ordinal - 1 if point.ordinal > 0 else point.parts - 1
    if whole.precision is Precision.YEAR:
        size = 12 // point.parts
        start = f"{first.year:04d}-{number * size + 1:02d}"
        return When.during(f"{start}/{first.year:04d}-{(number + 1) * size:02d}"), precision, whole.anchor
    length = (whole.when.latest_end - first).days + 1
    cuts = [0, *(round(length * i / point.parts) for i in range(1, point.parts)), length]
    if point.parts == 2:
        cuts[1] = 15
    low, high = first + timedelta(cuts[number]), first + timedelta(cuts[number + 1] - 1)
    return _between(low, high), Precision.OTHER, whole.anchor


def _elapsed(point: Elapsed, c: Context) -> Answer:
    base, anchor = c.published, Anchor.ARTICLE
    if point.from_before:
        precise = point.unit in (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.FORTNIGHT)
        base = c.event_day if point.of_event else c.told_day if precise else c.told
        anchor = Anchor.PREVIOUS
    about = "~" if point.about else ""
    days = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.FORTNIGHT: 15}.get(point.unit)
    if days:
        day = base and base + timedelta(round(point.count * days))
        return day and When.parse(f"{day}{about}"), Precision.DAY, anchor
    if point.unit is Unit.WEEK:
        day = base and base + timedelta(round(7 * point.count))
        monday = day and day - timedelta(day.weekday())
        return monday and _between(monday, monday + timedelta(6)), Precision.WEEK, anchor
    size = MONTHS_IN[point.unit]
    precision = Precision.MONTH if size < 12 else Precision.YEAR
    if base is None:
        return None, precision, anchor
    year, month = _months_on(base, round(size * point.count))
    text = f"{year:04d}-{month:02d}" if precision is Precision.MONTH else f"{year:04d}"
    return When.parse(text + about), precision, anchor


# --- the calendar


def _choose(spans: Iterable[tuple[date, date]], c: Context, shift: Shift | None) -> date | None:
    """The start of the span that is meant: of those that hold the article's day, that one; else the last
    before it or the first after it, by the shift or the tense, and without a cue the last unless the next
    is much nearer."""
    today = c.published
    if today is None:
        return None
    ordered = sorted(spans)
    before = [(low, high) for low, high in ordered if high < today]
    after = [(low, high) for low, high in ordered if low > today]
    around = [low for low, high in ordered if low <= today <= high]
    if shift is Shift.LAST:
        return before[-1][0] if before else None
    if shift is Shift.NEXT:
        return after[0][0] if after else None
    if around:
        return around[0]
    if not before or not after:
        return None
    way = c.look()
    if way is None:
        ahead, back = (after[0][0] - today).days, (today - before[-1][1]).days
        way = Direction.FUTURE if NEAR_FUTURE * ahead < back else Direction.PAST
    return after[0][0] if way is Direction.FUTURE else before[-1][0]


def _every_year(c: Context, month: int, day: int) -> list[date]:
    """The day in the years around the article's, and in the year of the story."""
    years = set(range(c.published.year - 8, c.published.year + 9)) if c.published else set()
    if c.story_year:
        years.add(c.story_year)
    return [d for year in sorted(years) if (d := _valid(year, month, day))]


def _year_of(shift: Shift, c: Context) -> int | None:
    base = c.told if shift in FROM_TOLD else c.published
    return base.year + STEPS[shift] if base else None


def _anchor(shift: Shift | None) -> Anchor:
    return Anchor.PREVIOUS if shift in FROM_TOLD else Anchor.ARTICLE


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _on(day: date | None, days: int = 0) -> When | None:
    return When.parse((day + timedelta(days)).isoformat()) if day else None


def _between(first: date, last: date) -> When:
    return When.during(f"{first}/{last}")


def _of_index(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def _months_on(day: date, months: int) -> tuple[int, int]:
    """Year and month that many months later."""
    return _of_index(day.year * 12 + day.month - 1 + months)


def _month_end(year: int, month: int) -> date:
    following_year, following = _of_index(year * 12 + month)
    return date(following_year, following, 1) - timedelta(1)


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), _month_end(year, month)


def _kind(point: Point) -> tuple[Precision, Anchor]:
    """What can be said of a point that has no time."""
    match point:
        case Day(year=int(), month=int()) | Month(year=int()) | Season(year=int()) | Years():
            anchor = Anchor.ABSOLUTE
        case FromBefore() | Clock() | Elapsed(from_before=True):
            anchor = Anchor.PREVIOUS
        case _:
            anchor = Anchor.ARTICLE
    return Precision.OTHER if isinstance(point, Years | Elapsed | Period | Portion) else Precision.DAY, anchor
