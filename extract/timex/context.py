"""What is known where a date stands, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sahelgraph.extract.lexicon.dates import Shift
from sahelgraph.extract.timex.tense import Direction
from sahelgraph.ontology.when import When


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

    `told` is the first day of the last date told, `told_day` the last one that is a single day, `named` the
    first day of a time named just before that leads away from what is told («depuis 2013»),
    `told_here` a day named in the same sentence, `story_year` a year named just before, `story_from` the
    first day of what the same sentence told in it, `event_day` the day of the event that the words name
    («trois jours après le putsch du 4 mai»). `look` finds which way the tense around the date points,
    `default` which way a date without a year does where none is found.
    """

    published: date | None
    look: Callable[[], Direction | None]
    default: Direction | None = None
    told: date | None = None
    told_day: date | None = None
    named: date | None = None
    told_here: date | None = None
    story_year: int | None = None
    story_from: date | None = None
    event_day: date | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The time of a date, None where it is not known."""

    when: When | None
    precision: Precision
    anchor: Anchor


FROM_TOLD = (Shift.PRECEDING, Shift.SAME, Shift.FOLLOWING)
STEPS = {
    None: 0,
    Shift.THIS: 0,
    Shift.SAME: 0,
    Shift.LAST: -1,
    Shift.PRECEDING: -1,
    Shift.NEXT: 1,
    Shift.FOLLOWING: 1,
}


def anchor_of(shift: Shift | None) -> Anchor:
    return Anchor.PREVIOUS if shift in FROM_TOLD else Anchor.ARTICLE


def base_of(shift: Shift | None, c: Context) -> date | None:
    """The day that «dernier», «suivant» … count from."""
    if shift is Shift.SAME and c.named is not None:
        return c.named
    return c.told if shift in FROM_TOLD else c.published


def year_of(shift: Shift, c: Context) -> int | None:
    """The year of «de cette année», «de l'année dernière»."""
    base = base_of(shift, c)
    return base.year + STEPS[shift] if base else None
