"""The grammar of French dates: patterns, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sahelgraph.extract.dates_patterns import Build, Match, Rule, compile_rule
from sahelgraph.extract.dates_points import (
    Clock,
    Day,
    Elapsed,
    Found,
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
from sahelgraph.extract.dates_tokens import Atoms, alphabet
from sahelgraph.extract.lexicon.dates import DayPart, Part, Shift, Unit, Vague

ENDS = ("stop", "comma", "function", "in", "to", "and", "lead", "gap", "open", "ago", "around")
LAST_BARE_YEAR = 2049
SUMMER = 22
FEW_HOURS = 24


def _found(m: Match, point: Point | None) -> Found | None:
    if point is None:
        return None
    return Found(m.first, m.last, point, m.member("part", Part), m.member("daypart", DayPart))


def _counts_something(m: Match) -> bool:
    """Does a plural noun follow, so that the number before it is no year?"""
    if m.after("measure", "number", "quantity"):
        return True
    return m.after("plain") and m.atoms.atoms[m.last + 1].text.endswith(("s", "x"))


def _stands_alone(m: Match) -> bool:
    return m.last + 1 == len(m.atoms.atoms) or m.after(*ENDS)


def _of_year(m: Match) -> Shift | None:
    """«de cette année», «de l'année dernière», «de la même année»."""
    if m.member("yunit", Unit) is not Unit.YEAR:
        return None
    return m.member("yshift", Shift) or (Shift.SAME if "ysame" in m else Shift.THIS)


# --- days


def _day(m: Match) -> Found | None:
    if "short" in m and _counts_something(m):
        return None
    year, day = m.number("year") or m.number("short"), m.number("day")
    if day is None:
        return None
    return _found(
        m, Day(day, m.number("month"), year, m.number("weekday"), m.member("shift", Shift), _of_year(m))
    )


def _bare_day(m: Match) -> Found | None:
    """«le 16» is a date only where nothing follows that it could count, «le 1er» never."""
    day = m.number("day")
    alone = "weekday" in m or m.atoms.atoms[m.first].text.lower() == "le"
    if (
        day is None
        or not alone
        or not _stands_alone(m)
        or m.atoms.has(m.last, "ordinal")
        or m.before("place")
    ):
        return None
    return _found(m, Day(day, weekday=m.number("weekday")))


def _day_of_month(m: Match) -> Found | None:
    day = m.number("day")
    if day is None or m.member("unit", Unit) is not Unit.MONTH:
        return None
    return _found(m, Day(day, shift=m.member("shift", Shift) or Shift.THIS))


def _full_date(m: Match) -> Found | None:
    year, month, day = m.numbers("date")
    return _found(m, Day(day, month, year))


def _weekday(m: Match) -> Found | None:
    """«le mercredi» without more is every Wednesday."""
    shift, weekday = m.member("shift", Shift), m.number("weekday")
    if weekday is None or m.before("the", "every", "these") or ("the" in m and shift is None):
        return None
    if "this" in m:
        shift = Shift.SAME if "there" in m else Shift.THIS
    return _found(m, Weekday(weekday, shift))


def _from_today(m: Match) -> Found | None:
    days = m.number("dayref")
    return None if days is None else _found(m, FromToday(days))


def _eve(m: Match) -> Found | None:
    days = m.number("eve")
    if days is None or not ("the" in m or m.before("to")):
        return None
    return _found(m, FromBefore(days, of_event=m.after("of")))


# --- months, seasons, years


def _month(m: Match) -> Found | None:
    month, year = m.number("month"), m.number("year") or m.number("short")
    if month is None or ("unit" in m and m.member("unit", Unit) is not Unit.MONTH):
        return None
    if "short" in m and _counts_something(m):
        return None
    if year is None and any(m.atoms.has(i, "number") for i in range(m.first, m.last + 1)):
        return None  # «sept»
    return _found(m, Month(month, year, m.member("shift", Shift), _of_year(m)))


def _month_date(m: Match) -> Found | None:
    year, month = m.numbers("date")
    return _found(m, Month(month, year))


def _season(m: Match) -> Found | None:
    season, year, shift = m.number("season"), m.number("year"), m.member("shift", Shift)
    marked = year or shift or "the" in m or "this" in m or "unit" in m or m.before("in") or "part" in m
    if season is None or (season == SUMMER and not marked) or (not marked and m.before("of")):
        return None  # «été» the participle, «les jeux d'hiver»
    return _found(m, Season(season, year, Shift.THIS if "this" in m and not shift else shift))


def _year(m: Match) -> Found | None:
    year = m.number("year")
    if year is None or ("unit" in m and m.member("unit", Unit) is not Unit.YEAR):
        return None
    if "unit" not in m and "part" not in m and not _is_bare_year(m, year):
        return None
    plural = any(a.text.lower() == "années" for a in m.atoms.atoms[m.first : m.last])
    return _found(m, Years(year, year + 9) if plural and year % 10 == 0 else Years(year, year))


def _is_bare_year(m: Match, year: int) -> bool:
    if m.before("numbered", "the", "number", "quantity", "these", "every") or m.after("measure"):
        return False
    if m.before("in") and not m.before("to"):
        return True
    return year <= LAST_BARE_YEAR and not _counts_something(m)


def _decade(m: Match) -> Found | None:
    short = m.number("short")
    if m.member("unit", Unit) is not Unit.YEAR or not short or short % 10:
        return None
    first = short if short > 100 else 1900 + short
    return _found(m, Years(first, first + 9)) if short >= 20 else None


def _century(m: Match) -> Found | None:
    number = m.number("nth")
    if number is None or m.member("unit", Unit) is not Unit.CENTURY:
        return None
    return _found(m, Years(100 * number - 99, 100 * number))


def _year_pair(m: Match) -> Found | None:
    first, last = m.numbers("years")
    return _found(m, Years(first, last))


def _period(m: Match) -> Found | None:
    unit, shift = m.member("unit", Unit), m.member("shift", Shift)
    if unit in (None, Unit.MINUTE, Unit.HOUR):
        return None
    if "same" in m or "there" in m:
        shift = Shift.SAME
    elif "new" in m:
        shift = Shift.THIS if unit is Unit.YEAR else None
    elif shift is None:
        shift = Shift.THIS
    if shift is None:
        return None
    if unit is Unit.DAY:
        if "part" in m or shift in (Shift.LAST, Shift.NEXT):
            return None
        days = {Shift.FOLLOWING: 1, Shift.PRECEDING: -1}.get(shift, 0)
        return _found(m, FromToday(0) if shift is Shift.THIS else FromBefore(days))
    return _found(m, Period(unit, shift))


def _coming_period(m: Match) -> Found | None:
    """«la prochaine semaine»; with «dernier» before it a unit is a length of time."""
    return _period(m) if m.member("shift", Shift) is Shift.NEXT else None


def _portion(m: Match) -> Found | None:
    ordinal, parts, month, year = (m.number(n) for n in ("ordinal", "portion", "month", "year"))
    whole: Years | Period | Month
    if ordinal is None or parts is None or ordinal > parts:
        return None
    if month is not None:
        whole = Month(month, year)
    elif year is not None:
        whole = Years(year, year)
    else:
        unit = m.member("unit", Unit)
        if unit not in (None, Unit.MONTH, Unit.YEAR) or ("unit" not in m and not _is_part_of_year(m)):
            return None
        whole = Period(unit or Unit.YEAR, m.member("shift", Shift) or Shift.THIS)
    return _found(m, Portion(ordinal, parts, whole))


def _is_part_of_year(m: Match) -> bool:
    """«le premier trimestre»: a portion that is a unit of the calendar too."""
    values = m.atoms.atoms[m.last].values
    return values.get("unit") in (Unit.QUARTER, Unit.HALF)


# --- from now, or from a date told before


def _elapsed(m: Match, sign: int, *, from_before: bool = False, of_event: bool = False) -> Found | None:
    number, unit = m.number("count") or m.number("group"), m.member("unit", Unit)
    if not number or unit in (None, Unit.MINUTE, Unit.WEEKEND):
        return None
    if unit is Unit.HOUR and number < FEW_HOURS:
        return None
    about = m.number("about")
    count = number * (about or 100) / 100 + (0.5 if "half" in m else 0)
    return _found(m, Elapsed(sign * count, unit, about is not None or "group" in m, from_before, of_event))


def _ago(m: Match) -> Found | None:
    return _elapsed(m, -1)


def _ahead(m: Match) -> Found | None:
    return _elapsed(m, 1)


def _since(m: Match) -> Found | None:
    """«depuis [deux ans]», «d'ici à [deux mois]»."""
    index = m.first - 1
    while m.atoms.has(index, "to", "now"):
        index -= 1
    lead = m.atoms.atoms[index].values.get("lead") if m.atoms.has(index, "lead") else None
    signs = {"since": -1, "by": 1}
    return _elapsed(m, signs[str(lead)]) if str(lead) in signs else None


def _later(m: Match) -> Found | None:
    word = m.atoms.atoms[m.last].text.lower()
    of_event = word in ("après", "avant") and not (_stands_alone(m) or m.after("month", "weekday"))
    return _elapsed(m, 1 if "later" in m else -1, from_before=True, of_event=of_event)


# --- hours and parts of the day


def _clock(m: Match) -> Found | None:
    return None if m.before("lasting") else _found(m, Clock())


def _hours(m: Match) -> Found | None:
    number = m.number("number")
    ok = m.member("unit", Unit) is Unit.HOUR and number is not None and number <= FEW_HOURS
    return _found(m, Clock()) if ok and m.before("around") and not m.after("of") else None


def _noon(m: Match) -> Found | None:
    return _found(m, Clock()) if m.before("around", "lead", "comma", "and") else None


def _daypart(m: Match) -> Found | None:
    shift = m.member("shift", Shift)
    if "there" in m or "same" in m:
        return _found(m, FromBefore(0))
    if shift is Shift.FOLLOWING:
        return _found(m, FromBefore(1))
    if shift is Shift.LAST:
        return _found(m, FromToday(-1))
    named = m.atoms.atoms[m.last].text.lower().endswith("ée")  # «cette soirée» may be any evening
    return _found(m, FromToday(0)) if "this" in m and shift is None and not named else None


def _bare_daypart(m: Match) -> Found | None:
    """«dans la nuit», «en soirée», «en fin de journée»."""
    before = m.first - 1
    if m.atoms.has(before, "of"):
        before -= 1
    if not m.atoms.has(before, "in") or ("part" not in m and m.member("daypart", DayPart) is DayPart.NOON):
        return None
    if "the" not in m and "part" not in m and m.atoms.atoms[m.first - 1].text.lower() not in ("en", "au"):
        return None
    return _found(m, Clock(m.member("daypart", DayPart)))


def _same_era(m: Match) -> Found | None:
    """«à la même date», «à ce moment-là»; «à l'époque» is as vague as the past."""
    if (
        m.atoms.atoms[m.last].text.lower() == "époque"
        and "same" not in m
        and not m.after("of", "plain", "proper")
    ):
        return _found(m, Reference(Vague.PAST)) if "this" in m or m.before("to") else None
    return _found(m, FromBefore(0)) if "same" in m or "there" in m else None


def _reference(m: Match) -> Found | None:
    vague = m.member("vague", Vague)
    return _found(m, Reference(vague)) if vague else None


DET = "(the|this)?"
OF_YEAR = "of (the|this) ysame:same? yunit:unit yshift:shift?"
MONTH_OF = f"{DET} unit:unit of"
PART_OF = "(the? part:part of? the?)?"
COUNT = "about:about? (count:(number (dash? number)*)|number? group:group of)"
LENGTH = f"{COUNT} unit:unit half:half?"
WITH_PART_OF_DAY = "(to? daypart:daypart)?"
LIST_OF_DAYS = "(?= ((comma|and|to|dash|of|the|lead)+ weekday? the? daynum)+ dash? month)"
DAY_MONTH = f"{DET} same? (weekday:weekday comma?)? {DET} day:daynum dash? month:month"

RULES: tuple[tuple[str, Build], ...] = (
    (f"{DAY_MONTH} ((of|dash)? year:year)? shift:shift? {WITH_PART_OF_DAY}", _day),
    (f"{DAY_MONTH} dash? short:year2", _day),
    (f"{DAY_MONTH} {OF_YEAR}", _day),
    (f"{DET} weekday:weekday? the? day:daynum {LIST_OF_DAYS}", _day),
    ("the day:daynum", _bare_day),
    (f"{DET} weekday:weekday day:daynum {WITH_PART_OF_DAY}", _bare_day),
    (f"the day:daynum of {DET} unit:unit shift:shift?", _day_of_month),
    (f"{DET} (weekday comma?)? the? date:fulldate {WITH_PART_OF_DAY}", _full_date),
    (f"(the:the|this:this)? same? weekday:weekday there:there? shift:shift? {WITH_PART_OF_DAY}", _weekday),
    (
        f"dayref:dayref (comma? the? weekday)? (comma? the? daynum month year?)? {WITH_PART_OF_DAY}",
        _from_today,
    ),
    ("the:the? eve:eve daypart:daypart?", _eve),
    (f"{PART_OF} ({MONTH_OF})? month:month ((of|dash)? year:year)? shift:shift?", _month),
    (f"{PART_OF} ({MONTH_OF})? month:month dash? short:year2", _month),
    (f"{PART_OF} month:month {OF_YEAR}", _month),
    ("date:monthdate", _month_date),
    (
        f"{PART_OF} (the:the|this:this)? season:season ((of|dash)? year:year ((dash|slash) year)?)? shift:shift?",
        _season,
    ),
    (f"{PART_OF} (the? unit:unit of?)? year:year", _year),
    (f"{PART_OF} the? unit:unit short:(year2|number (dash number)*)", _decade),
    (f"{PART_OF} the? nth:nth unit:unit", _century),
    ("years:years", _year_pair),
    (f"{PART_OF} the unit:unit shift:shift", _period),
    (f"{PART_OF} this same:same? unit:unit (here|there:there)?", _period),
    (f"{PART_OF} the (same:same|new:new) unit:unit", _period),
    ("the unit:unit same:same", _period),
    ("the? part:part of the? unit:unit shift:shift?", _period),
    ("the shift:shift unit:unit", _coming_period),
    ("the? ordinal:ordinal portion:portion (of? (the? unit:unit of?)? year:year)", _portion),
    ("the? ordinal:ordinal portion:portion of (the|this) unit:unit shift:shift?", _portion),
    ("the? ordinal:ordinal portion:portion of (the? unit of)? month:month year:year?", _portion),
    ("the ordinal:ordinal portion:portion", _portion),
    (f"ago now? {LENGTH}", _ago),
    (f"ahead {LENGTH}", _ahead),
    (LENGTH, _since),
    (f"{LENGTH} (later:later|earlier)", _later),
    ("clock zone?", _clock),
    ("number:number unit:unit zone?", _hours),
    ("noon zone?", _noon),
    ("this:this same? daypart:daypart there:there?", _daypart),
    ("the daypart:daypart (same:same|there:there|shift:shift)", _daypart),
    ("the:the? daypart:daypart", _bare_daypart),
    ("the? part:part of the? daypart:daypart", _bare_daypart),
    ("(the|this:this) same:same? era there:there?", _same_era),
    ("the? unit:unit of season:season", _season),
    ("vague:vague", _reference),
)


@cache
def _grammar() -> tuple[tuple[Rule, ...], re.Pattern[str]]:
    """The rules, and one expression that finds where any of them may match."""
    rules = tuple(compile_rule(pattern, build, alphabet()) for pattern, build in RULES)
    anywhere = "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in rules)
    return rules, re.compile(anywhere)


def scan(atoms: Atoms) -> Iterator[Found]:
    """The points of a text from left to right: at each place the longest that a rule makes."""
    rules, anywhere = _grammar()
    index = 0
    while start := anywhere.search(atoms.symbols, index):
        index = start.start()
        matches = [found for rule in rules if (found := rule.at(atoms, index))]
        if matches:
            best = max(matches, key=lambda found: found.last)
            yield best
            index = best.last
        index += 1
