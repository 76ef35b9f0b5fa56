"""Points that belong together: «du 6 au 8 janvier», «entre 2013 et 2022», «la nuit de mardi à mercredi»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sahelgraph.extract.lexicon.dates import DayPart, Lead
from sahelgraph.extract.timex.points import (
    Day,
    Found,
    FromToday,
    Month,
    Period,
    Point,
    Season,
    Weekday,
    Years,
)
from sahelgraph.extract.timex.tokens import Atoms

CALENDAR = Day | Weekday | Month | Season | Years | FromToday | Period
LINKS = ("to", "the", "of", "and", "comma", "dash", "slash", "lead")
LINK_LENGTH = 4
SMALL = ("of", "to", "the", "now")
LEAD_DISTANCE = 3
SEVERAL = ("des", "aux")


class Link(StrEnum):
    """How one date follows on another: as the end of a span, or as one more date."""

    RANGE = "range"
    LIST = "list"


class Join(StrEnum):
    """What two dates are together."""

    SPAN = "span"  # «du 6 au 8 janvier»
    BETWEEN = "between"  # «entre le 6 et le 8 janvier»
    LIST = "list"  # «les 6 et 7 janvier»


@dataclass(frozen=True, slots=True)
class Group:
    """One date or two that are joined, with the words before: atoms `first` to `last`, both included."""

    points: tuple[Found, ...]
    first: int
    last: int
    lead: Lead | None = None
    join: Join | None = None


def group(found: Sequence[Found], atoms: Atoms) -> Iterator[Group]:
    """The points in their groups, in the order of the text; what one end of a span leaves unsaid is
    supplied from the other."""
    points = _nights(_complete(list(found), atoms), atoms)
    index = 0
    while index < len(points):
        one, free = points[index], points[index - 1].last + 1 if index else 0
        lead, first = _lead(one, atoms, free)
        following = points[index + 1] if index + 1 < len(points) else None
        join = _join(one, following, atoms) if following else None
        if following and join:
            small = lead is None and one.first > free and atoms.has(one.first - 1, "of", "between")
            yield Group((one, following), one.first - 1 if small else first, following.last, None, join)
        else:
            yield Group((one,), first, one.last, lead)
        index += 2 if join else 1


# --- what stands before


def _lead(one: Found, atoms: Atoms, free: int) -> tuple[Lead | None, int]:
    """The words that make the point one end of a time, and where they begin."""
    for index in range(one.first - 1, max(one.first - LEAD_DISTANCE, free) - 1, -1):
        if lead := atoms.lead(index):
            return lead, index
        until = atoms.word(index) == "en" and atoms.lead(index - 1) is Lead.UNTIL
        if not (until or atoms.has(index, *SMALL)):
            break
    return None, one.first


# --- two points


def _join(one: Found, other: Found, atoms: Atoms) -> Join | None:
    link = _link(one, other, atoms)
    if link is None or one.partner:
        return None
    if link is Link.RANGE:
        return Join.BETWEEN if atoms.has(one.first - 1, "between") else Join.SPAN
    if not atoms.has(one.last + 1, "and"):
        return None
    if atoms.has(one.first - 1, "between"):
        return Join.BETWEEN
    several = atoms.word(one.first) == "les" or atoms.word(one.first - 1) in SEVERAL
    return Join.LIST if several or _is_day_before(one.point, other.point) else None


def _is_day_before(one: Point, other: Point) -> bool:
    """«samedi et dimanche»."""
    if isinstance(one, Weekday) and isinstance(other, Weekday):
        return one.shift == other.shift and (other.weekday - one.weekday) % 7 == 1
    return isinstance(one, FromToday) and isinstance(other, FromToday) and other.days - one.days == 1


def _link(one: Found, other: Found, atoms: Atoms) -> Link | None:
    between = range(one.last + 1, other.first)
    if not 0 < len(between) < LINK_LENGTH or not all(_links(i, atoms) for i in between):
        return None
    if not (isinstance(one.point, CALENDAR) and isinstance(other.point, CALENDAR)):
        return None
    head = between[0]
    until = head + 1 if atoms.has(head, "and") else head  # «depuis mars et jusqu'en mai»
    if atoms.has(head, "to", "dash") or atoms.lead(until) is Lead.UNTIL:
        return Link.RANGE
    if atoms.has(head, "slash"):
        return Link.RANGE if isinstance(one.point, Years) and isinstance(other.point, Years) else None
    return Link.LIST if atoms.has(head, "and", "comma") else None


def _links(index: int, atoms: Atoms) -> bool:
    return atoms.has(index, *LINKS) or (atoms.word(index) == "en" and atoms.lead(index - 1) is Lead.UNTIL)


def _complete(found: list[Found], atoms: Atoms) -> list[Found]:
    """From the right to the left («les 6, 7 et 8 mai 2020»), then from the left to the right
    («du 28 décembre 2012 au 3 janvier»)."""
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index : index + 2]
        if _link(one, other, atoms):
            found[index] = replace(one, point=_from_later(one.point, other.point))
    for index in range(1, len(found)):
        before, one = found[index - 1 : index + 1]
        if _link(before, one, atoms) is Link.RANGE:
            found[index] = replace(one, point=_from_earlier(one.point, before.point))
    return found


def _from_later(one: Point, other: Point) -> Point:
    if isinstance(one, Day) and isinstance(other, Day) and other.month and one.month is None:
        return replace(one, month=other.month, year=other.year, shift=other.shift, of_year=other.of_year)
    if isinstance(one, Day | Month) and isinstance(other, Day | Month):
        if one.year or one.shift or one.of_year or not one.month or not other.month:
            return one
        year = other.year - (one.month > other.month) if other.year else None
        return replace(one, year=year, shift=other.shift, of_year=other.of_year)
    return one


def _from_earlier(one: Point, before: Point) -> Point:
    if not isinstance(one, Day | Month) or not isinstance(before, Day | Month):
        return one
    if one.year or one.shift or one.of_year or not (one.month and before.month and before.year):
        return one
    return replace(one, year=before.year + (one.month < before.month))


def _nights(found: list[Found], atoms: Atoms) -> list[Found]:
    """«la nuit de vendredi à samedi», «le soir du 18 août»: the part of the day is said with its day."""
    result: list[Found] = []
    index = 0
    while index < len(found):
        one = found[index]
        index += 1
        daypart = _daypart_before(one, atoms)
        if daypart is None:
            result.append(one)
            continue
        first = daypart
        while atoms.has(first - 1, "the", "part") or (
            atoms.has(first - 1, "of") and atoms.has(first - 2, "part")
        ):
            first -= 1
        while result and result[-1].last >= first:
            first = min(first, result.pop().first)
        value = atoms.atoms[daypart].values["daypart"]
        one = replace(one, first=first, daypart=value if isinstance(value, DayPart) else None)
        other = found[index] if index < len(found) else None
        if other and value is DayPart.NIGHT and _link(one, other, atoms) is Link.RANGE:
            one = replace(one, last=other.last, partner=other.point)
            index += 1
        result.append(one)
    return result


def _daypart_before(one: Found, atoms: Atoms) -> int | None:
    """«la nuit de X»: where the part of the day stands before the day."""
    if not isinstance(one.point, Day | Weekday | FromToday) or one.daypart:
        return None
    index = one.first - 1
    return index - 1 if atoms.has(index, "of") and atoms.has(index - 1, "daypart") else None
