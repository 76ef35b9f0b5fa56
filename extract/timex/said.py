"""What a date says together with the words before it: a point, the start or end of a time, an interval."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from sahelgraph.extract.lexicon.dates import Lead, Vague
from sahelgraph.extract.timex.context import Resolved
from sahelgraph.extract.timex.groups import Group, Join
from sahelgraph.extract.timex.points import Clock, Elapsed, Reference
from sahelgraph.ontology.errors import DateError
from sahelgraph.ontology.when import When

A_DAY = timedelta(1)


class Kind(StrEnum):
    """What a date, with the words before it, says of what happened."""

    POINT = "point"
    INTERVAL = "interval"  # «du 6 au 8 janvier»
    BETWEEN = "between"  # «entre le 6 et le 8 janvier», «dans la nuit de mardi à mercredi»
    LIST = "list"  # «les 6 et 7 janvier»
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"  # «d'ici la fin de l'année»
    DURATION_SINCE = "duration-since"  # «depuis sept ans»
    TIME = "time"  # «18h30», «dans la soirée», without a day
    VAGUE = "vague"  # «récemment», «désormais»


JOINS = {Join.SPAN: Kind.INTERVAL, Join.BETWEEN: Kind.BETWEEN, Join.LIST: Kind.LIST}
LEADS = {
    Lead.SINCE: Kind.SINCE,
    Lead.FROM: Kind.SINCE,
    Lead.UNTIL: Kind.UNTIL,
    Lead.BEFORE: Kind.BEFORE,
    Lead.AFTER: Kind.AFTER,
    Lead.BY: Kind.BY,
}


def kind_of(group: Group) -> Kind:
    one = group.points[0]
    if group.join:
        return JOINS[group.join]
    if isinstance(one.point, Clock):
        return Kind.TIME
    if isinstance(one.point, Reference):
        return Kind.VAGUE
    if one.partner:
        return Kind.BETWEEN
    if group.lead is Lead.SINCE and isinstance(one.point, Elapsed):
        return Kind.DURATION_SINCE
    return LEADS[group.lead] if group.lead else Kind.POINT


def said(kind: Kind, group: Group, resolved: Sequence[Resolved], published: date | None) -> When | None:
    """The time of the whole; None where a part of it has none, or the parts contradict each other. A
    word for the present («désormais») says that something held on the article's day."""
    point = group.points[0].point
    if isinstance(point, Reference):
        return When.on(published) if point.vague is Vague.PRESENT and published else None
    times = [one.when for one in resolved if one.when]
    if len(times) < len(resolved):
        return None
    try:
        if len(times) > 1:
            return _span(times[0], times[1], kind)
        return _bounded(times[0], kind, published)
    except (DateError, OverflowError):
        return None


def _span(start: When, end: When, kind: Kind) -> When:
    text = f"{start.edtf}/{end.edtf}"
    apart = end.earliest_start and start.latest_end and end.earliest_start - start.latest_end > A_DAY
    if kind is Kind.BETWEEN or (kind is Kind.LIST and apart):
        first, last = start.earliest_start, end.latest_end
        return When(first, last, first, last, text if text.count("/") == 1 else f"{first}/{last}")
    if text.count("/") == 1:
        return When.parse(text)
    return When.of_bounds(start.earliest_start, start.latest_end, end.earliest_start, end.latest_end)


def _bounded(time: When, kind: Kind, published: date | None) -> When:
    first, last = time.earliest_start, time.latest_end
    simple = "/" not in time.edtf
    match kind:
        case Kind.SINCE | Kind.DURATION_SINCE:
            return When.parse(f"{time.edtf}/..") if simple else When.of_bounds(first, last, None, None)
        case Kind.UNTIL:
            return When.parse(f"../{time.edtf}") if simple else When.of_bounds(None, None, first, last)
        case Kind.BEFORE if first:
            return When.of_bounds(None, None, None, first - A_DAY)
        case Kind.AFTER if last:
            return When.of_bounds(last + A_DAY, None, None, None)
        case Kind.BY if last:
            start = published if published and published <= last else None
            return When.of_bounds(start, last, start, last)
    return time
