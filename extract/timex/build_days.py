"""What the patterns of days say."""

from __future__ import annotations

from sahelgraph.extract.lexicon.dates import Shift, Unit
from sahelgraph.extract.timex.patterns import Match
from sahelgraph.extract.timex.points import Day, Found, FromBefore, FromToday, Weekday

# What may follow a day of the month that stands alone; anything else it would count or name.
AFTER_A_DAY = ("stop", "comma", "function", "in", "to", "and", "lead", "gap", "open", "ago", "around")


def day(m: Match) -> Found | None:
    """«mercredi 6 novembre 2024», «le 10 novembre 93», «le 12 octobre de l'année dernière»."""
    number, year = m.number("day"), m.number("year") or m.number("short")
    if number is None or ("short" in m and counts_something(m)):
        return None
    weekday, shift = m.number("weekday"), m.member("shift", Shift)
    return m.found(Day(number, m.number("month"), year, weekday, shift, year_reference(m)))


def bare_day(m: Match) -> Found | None:
    """«le 16», but not «le 16 places», «devant le 16», «le 1er»."""
    number = m.number("day")
    named = "weekday" in m or m.word(m.first) == "le"
    alone = (m.ends_text or m.after(*AFTER_A_DAY)) and not m.before("place")
    if number is None or not named or not alone or m.atoms.has(m.last, "ordinal"):
        return None
    return m.found(Day(number, weekday=m.number("weekday")))


def day_of_month(m: Match) -> Found | None:
    """«le 15 du mois dernier»."""
    number = m.number("day")
    if number is None or m.member("unit", Unit) is not Unit.MONTH:
        return None
    return m.found(Day(number, shift=m.member("shift", Shift) or Shift.THIS))


def feast(m: Match) -> Found | None:
    """«à la Toussaint», «Noël 2013»; not «un arbre de Noël»."""
    number, year = m.number("feast"), m.number("year")
    if number is None or (m.before("of") and "the" not in m and year is None):
        return None
    return m.found(Day(number % 100, number // 100, year, shift=m.member("shift", Shift)))


def figures(m: Match) -> Found | None:
    """«26/07/2023»."""
    year, month, number = m.numbers("date")
    return m.found(Day(number, month, year))


def weekday(m: Match) -> Found | None:
    """«mercredi», «ce mardi»; «le mercredi» without more is every Wednesday."""
    number, shift = m.number("weekday"), m.member("shift", Shift)
    if number is None or m.before("the", "every", "these") or ("the" in m and shift is None):
        return None
    if "this" in m:
        shift = Shift.SAME if "there" in m else Shift.THIS
    return m.found(Weekday(number, shift))


def from_today(m: Match) -> Found | None:
    """«hier», «aujourd'hui vendredi»."""
    days = m.number("dayref")
    return None if days is None else m.found(FromToday(days))


def eve(m: Match) -> Found | None:
    """«la veille», «au lendemain du putsch»."""
    days = m.number("eve")
    if days is None or not ("the" in m or m.before("to")):
        return None
    return m.found(FromBefore(days, of_event=m.after("of")))


def year_reference(m: Match) -> Shift | None:
    """«de cette année», «de l'année dernière», «de la même année»."""
    if m.member("yunit", Unit) is not Unit.YEAR:
        return None
    return m.member("yshift", Shift) or (Shift.SAME if "ysame" in m else Shift.THIS)


def counts_something(m: Match) -> bool:
    """Does a measure or plural noun follow, so that the number before it is no year?"""
    return m.after("measure", "number", "quantity", "glued") or (
        m.after("plain") and m.word(m.last + 1).endswith(("s", "x"))
    )
