"""What the patterns of lengths of time, hours, parts of the day and vague references say."""

from __future__ import annotations

from sahelgraph.extract.lexicon.dates import DayPart, Lead, Shift, Unit, Vague
from sahelgraph.extract.timex.patterns import Match
from sahelgraph.extract.timex.points import Clock, Elapsed, Found, FromBefore, FromToday, Reference

HOURS_OF_A_DAY = 24
A_LITTLE = 0.05  # «près de dix ans» is nine and a half


def ago(m: Match) -> Found | None:
    """«il y a sept ans», «il y a sept ans jour pour jour»."""
    return _elapsed(m, -1)


def ahead(m: Match) -> Found | None:
    """«dans trois mois»."""
    return _elapsed(m, 1)


def since(m: Match) -> Found | None:
    """«depuis [deux ans]», «d'ici à [deux mois]»."""
    index = m.first - 1
    while m.atoms.has(index, "to", "now"):
        index -= 1
    lead = m.atoms.lead(index)
    if lead is Lead.BY:
        return _elapsed(m, 1)
    return _elapsed(m, -1) if lead is Lead.SINCE else None


def later(m: Match) -> Found | None:
    """«deux ans plus tard», «trois jours après le putsch»."""
    alone = m.ends_text or m.after("stop", "comma", "gap")
    of_event = not alone and m.word(m.last) in ("après", "avant")
    return _elapsed(m, 1 if "later" in m else -1, from_before=True, of_event=of_event)


def _elapsed(m: Match, sign: int, *, from_before: bool = False, of_event: bool = False) -> Found | None:
    number, unit = m.number("count") or m.number("group"), m.member("unit", Unit)
    if not number or unit is None or unit in (Unit.MINUTE, Unit.WEEKEND):
        return None
    if unit is Unit.HOUR and number < HOURS_OF_A_DAY:
        return None
    about = m.number("about")
    count = number + (0.5 if "half" in m else 0) + (about or 0) * min(number * A_LITTLE, 0.5)
    estimate = about is not None or "group" in m
    return m.found(Elapsed(sign * count, unit, estimate, from_before, of_event, "exact" in m))


def clock(m: Match) -> Found | None:
    """«18h30», «7h du matin», but not «pendant 3h», «2h de vol»."""
    length = m.before("lasting") or (m.after("of") and not m.before("around"))
    return None if length else m.found(Clock())


def hours(m: Match) -> Found | None:
    """«à 15 heures», «de 8 heures à 10 heures», but not «à trois heures de route»."""
    number = m.number("number")
    if number is None or number > HOURS_OF_A_DAY or m.member("unit", Unit) is not Unit.HOUR:
        return None
    to_another = m.after("to") and m.atoms.has(m.last + 2, "number", "clock")
    span = m.before("of") and (to_another or m.atoms.has(m.first - 2, "lead"))
    return m.found(Clock()) if not m.after("of") and (span or m.before("around", "lead")) else None


def noon(m: Match) -> Found | None:
    """«à midi», not «le Midi»."""
    alone = m.first == 0 and m.ends_text
    return m.found(Clock()) if alone or m.before("around", "lead", "comma", "and") else None


def daypart(m: Match) -> Found | None:
    """«ce matin», «le soir même», «la nuit dernière»; «cette soirée» may be any evening."""
    shift = m.member("shift", Shift)
    if "there" in m or "same" in m:
        return m.found(FromBefore(0))
    if shift is Shift.FOLLOWING:
        return m.found(FromBefore(1))
    if shift is Shift.LAST:
        return m.found(FromToday(-1))
    any_evening = m.word(m.last).endswith("ée")
    return m.found(FromToday(0)) if "this" in m and shift is None and not any_evening else None


def last_daypart(m: Match) -> Found | None:
    """«la dernière nuit»; not «la prochaine soirée»."""
    return m.found(FromToday(-1)) if m.member("shift", Shift) is Shift.LAST else None


def bare_daypart(m: Match) -> Found | None:
    """«dans la nuit», «en soirée», «en fin de journée»."""
    part = m.member("daypart", DayPart)
    before = m.first - 2 if m.before("of") else m.first - 1
    if not m.atoms.has(before, "in") or ("part" not in m and m.word(m.last) == "midi"):
        return None
    bare = "the" not in m and "part" not in m
    if bare and (m.after("plain") or m.word(m.first - 1) not in ("en", "au")):
        return None
    return m.found(Clock(part))


def same_era(m: Match) -> Found | None:
    """«à la même date», «à ce moment-là»."""
    return m.found(FromBefore(0)) if "same" in m or "there" in m else None


def reference(m: Match) -> Found | None:
    """«désormais», «le prochain sommet»; not «depuis maintenant dix ans», «les prochaines semaines»."""
    vague = m.member("vague", Vague)
    counting = m.atoms.has(m.last, "now") and m.before("lead", "ago")
    of_a_unit = m.atoms.has(m.last, "shift") and not m.after("plain")
    return None if vague is None or counting or of_a_unit else m.found(Reference(vague))
