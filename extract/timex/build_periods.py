"""What the patterns of weeks, months, seasons and years say."""

from __future__ import annotations

from sahelgraph.extract.lexicon.dates import Shift, Unit
from sahelgraph.extract.timex.build_days import counts_something, year_reference
from sahelgraph.extract.timex.patterns import Match
from sahelgraph.extract.timex.points import (
    Found,
    FromBefore,
    FromToday,
    Month,
    Period,
    Portion,
    Season,
    Years,
)

BARE_YEARS = range(1900, 2050)  # that need no «en» before them
SUMMER = 22


def month(m: Match) -> Found | None:
    """«avril 2010», «fin mars», «le mois de juin», «juin de cette année»; «sept» alone is a number."""
    number, year = m.number("month"), m.number("year") or m.number("short")
    if number is None or ("unit" in m and m.member("unit", Unit) is not Unit.MONTH):
        return None
    if "short" in m and counts_something(m):
        return None
    if year is None and any(m.atoms.has(i, "number") for i in range(m.first, m.last + 1)):
        return None
    return m.found(Month(number, year, m.member("shift", Shift), year_reference(m)))


def month_in_figures(m: Match) -> Found | None:
    """«07/2023», «2023-07»."""
    year, number = m.numbers("date")
    return m.found(Month(number, year))


def season(m: Match) -> Found | None:
    """«au printemps 2015», «l'automne dernier»; not «a été», «les jeux d'hiver», «un second printemps»."""
    number, year, shift = m.number("season"), m.number("year"), m.member("shift", Shift)
    noun = year or shift or m.before("in") or any(name in m for name in ("the", "this", "unit", "part"))
    adjective = m.before("number", "ordinal") or (m.before("of") and m.word(m.first - 1) != "du")
    if number is None or (not noun and (number == SUMMER or adjective)):
        return None
    return m.found(Season(number, year, Shift.THIS if "this" in m and not shift else shift))


def year(m: Match) -> Found | None:
    """«en 2017», «l'année 2001», «fin 2016», «les années 1990»."""
    number, unit = m.number("year"), m.member("unit", Unit)
    if number is None or unit not in (None, Unit.YEAR, Unit.DECADE):
        return None
    if unit is None and "part" not in m and not _is_bare_year(m, number):
        return None
    plural = unit is Unit.DECADE or any(m.word(i) == "années" for i in range(m.first, m.last))
    decade = plural and number % 10 == 0
    return m.found(Years(number, number + 9 if decade else number))


def decade(m: Match) -> Found | None:
    """«les années 90», «les années quatre-vingt-dix»."""
    number = m.number("short")
    if m.member("unit", Unit) is not Unit.YEAR or not number or number % 10:
        return None
    first = number if number > 100 else 1900 + number
    return m.found(Years(first, first + 9))


def century(m: Match) -> Found | None:
    """«le XXe siècle»."""
    number = m.number("nth")
    if number is None or m.member("unit", Unit) is not Unit.CENTURY:
        return None
    return m.found(Years(100 * number - 99, 100 * number))


def year_pair(m: Match) -> Found | None:
    """«2010-11»."""
    first, last = m.numbers("years")
    return m.found(Years(first, last))


def period(m: Match) -> Found | None:
    """«cette semaine», «l'an dernier», «la même année», «la fin du mois»."""
    unit, shift = m.member("unit", Unit), _shift(m)
    if unit is None or unit in (Unit.MINUTE, Unit.HOUR) or ("new" in m and unit is not Unit.YEAR):
        return None
    if unit is not Unit.DAY:
        return m.found(Period(unit, shift))
    if "part" in m or shift in (Shift.LAST, Shift.NEXT):
        return None
    days = {Shift.FOLLOWING: 1, Shift.PRECEDING: -1}.get(shift, 0)
    return m.found(FromToday(0) if shift is Shift.THIS else FromBefore(days))


def weekend(m: Match) -> Found | None:
    """«pendant le week-end», «tout le week-end», «au cours du week-end»."""
    if m.member("unit", Unit) is not Unit.WEEKEND:
        return None
    told = m.before("in", "of", "every") if "the" in m else m.word(m.first - 1) == "du"
    return period(m) if told or m.word(m.first - 1) == "tout" else None


def coming_period(m: Match) -> Found | None:
    """«la prochaine semaine»; «la dernière semaine» and «les prochaines semaines» are lengths of time."""
    if m.member("shift", Shift) is not Shift.NEXT or m.word(m.first) == "les":
        return None
    return period(m)


def portion(m: Match) -> Found | None:
    """«le premier trimestre 2014», «la deuxième moitié de 2020», «la première quinzaine de mars»."""
    ordinal, parts = m.number("ordinal"), m.number("portion")
    if ordinal is None or parts is None or ordinal > parts:
        return None
    if not (m.before("to") or any(name in m for name in ("the", "unit", "month", "year"))):
        return None
    whole = _whole(m)
    return m.found(Portion(ordinal, parts, whole)) if whole else None


def _whole(m: Match) -> Years | Period | Month | None:
    number, of_year = m.number("month"), m.number("year")
    if number is not None:
        return Month(number, of_year)
    if of_year is not None:
        return Years(of_year, of_year)
    unit = m.member("unit", Unit)
    part_of_year = m.atoms.atoms[m.last].values.get("unit") in (Unit.QUARTER, Unit.HALF)
    if unit in (Unit.MONTH, Unit.YEAR) or (unit is None and part_of_year):
        return Period(unit or Unit.YEAR, _shift(m))
    return None


def _shift(m: Match) -> Shift:
    if "same" in m or "there" in m:
        return Shift.SAME
    return m.member("shift", Shift) or Shift.THIS


def _is_bare_year(m: Match, number: int) -> bool:
    if m.before("numbered", "the", "number", "quantity", "these", "every") or m.after("measure"):
        return False
    if m.before("in") and not m.before("to"):
        return True
    return number in BARE_YEARS and not counts_something(m)
