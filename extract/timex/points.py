"""What the words of a date say, before it is known which day they mean."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.lexicon.dates import DayPart, Lead, Part, Shift, Unit, Vague


@dataclass(frozen=True, slots=True)
class Day:
    """«mercredi 6 novembre 2024», «le 16», «le 12 octobre de l'année dernière» (`of_year` is LAST)."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    shift: Shift | None = None
    of_year: Shift | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """«mercredi», «mercredi dernier», «ce mardi»."""

    weekday: int
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """«avril 2010», «en janvier», «juillet dernier», «juin de cette année»."""

    month: int
    year: int | None = None
    shift: Shift | None = None
    of_year: Shift | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """«au printemps 2015», «l'automne dernier»; `season` is the EDTF code, 21 to 24."""

    season: int
    year: int | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """«2017», «les années 1990», «le XXe siècle»: whole years, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Period:
    """«cette semaine», «l'an dernier», «le mois suivant»."""

    unit: Unit
    shift: Shift


@dataclass(frozen=True, slots=True)
class Portion:
    """«la deuxième moitié de 2020», «le premier trimestre», «la première quinzaine de mars»: the
    `ordinal`-th (-1: last) of `parts` parts of `whole`."""

    ordinal: int
    parts: int
    whole: Years | Period | Month


@dataclass(frozen=True, slots=True)
class FromToday:
    """«hier», «aujourd'hui», «demain»: days from the article's date."""

    days: int


@dataclass(frozen=True, slots=True)
class FromBefore:
    """«la veille», «le lendemain»: days from the date told before; `of_event` where the words go on to
    name an event («le lendemain du putsch»), whose date may follow."""

    days: int
    of_event: bool = False


@dataclass(frozen=True, slots=True)
class Elapsed:
    """«il y a sept ans», «dans trois mois», «deux jours plus tard»: `count` units (negative: back) from
    the article's date, or from the date told before. `about`: the count is an estimate; `exact`: it is one
    to the day."""

    count: float
    unit: Unit
    about: bool = False
    from_before: bool = False
    of_event: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """«18h30», «midi»; also a part of a day without the day («dans la soirée»)."""

    daypart: DayPart | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """«désormais», «récemment»: no date of the calendar."""

    vague: Vague


Point = (
    Day
    | Weekday
    | Month
    | Season
    | Years
    | Period
    | Portion
    | FromToday
    | FromBefore
    | Elapsed
    | Clock
    | Reference
)


@dataclass(frozen=True, slots=True)
class Found:
    """A point and the atoms that say it: `first` to `last`, both included. `partner` is the other end of
    a span of two days that is said as one («la nuit de vendredi à samedi»)."""

    first: int
    last: int
    point: Point
    part: Part | None = None
    daypart: DayPart | None = None
    lead: Lead | None = None
    partner: Point | None = None
