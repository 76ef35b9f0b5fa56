"""What the dates of a membership cannot say: exits that are announced, denied or alleged, and suspensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from sahelgraph.graph.memberships import Episode, Membership
from sahelgraph.graph.spells import earliest
from sahelgraph.graph.statements import FACTS_AS_OF, held_at, is_fact
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import Certainty, When

RECENT = timedelta(2 * 365)
"""So long after its beginning a suspension is told of whose end is not known."""
DENIALS = (Status.DENIED, Status.NEGATED)


def remarks(membership: Membership, first: date = date.min, last: date = date.max) -> tuple[str, ...]:
    """What to tell of a membership beside its dates, for the days of first..last."""
    return tuple(dict.fromkeys(_remarks(membership, first, last)))


def announced(membership: Membership, first: date = date.min, last: date = date.max) -> list[Episode]:
    """The exits that were announced by the last day and had not taken effect on the first: those of
    which articles spoke beforehand, and those that took effect later than an article said."""
    return [
        episode
        for episode in _told(membership.exits, last)
        if (episode.status is Status.PLANNED or _came_later(episode, membership))
        and not (membership.when.latest_end and membership.when.latest_end < first)
    ]


def suspensions(membership: Membership) -> list[When]:
    """When it was suspended, by what is asserted: each suspension once, from its start to its end or on,
    where that is not told. A later one means that the earlier was lifted."""
    told = [e for e in membership.suspensions if e.when and e.status is Status.ASSERTED]
    spans = [_lasting(e) for e in told if e.when and "/" in e.when.edtf]
    days = {e.when for e in told if e.when and "/" not in e.when.edtf}
    for day in sorted(days, key=lambda when: (_length(when), _start(when))):
        if not any(_may_begin(span, day) for span in spans):
            spans.append(When.of_bounds(*day.bounds[:2], day.earliest_start, None))
    spans = sorted(set(spans), key=_start)
    for place, (span, later) in enumerate(pairwise(spans)):
        if span.latest_end is None and later.latest_start:
            lasted = earliest(span.latest_start, later.earliest_start)
            spans[place] = When.of_bounds(*span.bounds[:2], lasted, later.latest_start)
    return spans


def suspended(membership: Membership, day: date) -> Certainty:
    """Was it suspended on this day?"""
    found = {span.covers(day) for span in suspensions(membership)}
    return next((c for c in (Certainty.CERTAIN, Certainty.POSSIBLE) if c in found), Certainty.NO)


def _remarks(membership: Membership, first: date, last: date) -> Iterator[str]:
    told = announced(membership, first, last)
    dated = [e.reported for e in told if e.reported and _is_for_later(e)]
    for episode in told:
        repeats = dated and not _is_for_later(episode) and episode.reported and episode.reported > min(dated)
        if not repeats:
            yield _announcement(episode)
    for episode in _told(membership.exits, last):
        if episode.status in DENIALS:
            yield "exit denied" + _on(episode.reported)
        elif episode.status is Status.ALLEGED:
            yield "exit alleged" + _on(episode.reported)
    for span in suspensions(membership):
        held = span.covers_any(first, last)
        lately = held is Certainty.POSSIBLE and (first == date.min or _start(span)[1] >= first - RECENT)
        if held is Certainty.CERTAIN or lately:
            yield f"suspended since {span.start_edtf}{_until(span)}"


def _until(span: When) -> str:
    if span.latest_end is None:
        return ""
    known = span.end_edtf and "/" not in span.end_edtf
    return f" until {span.end_edtf}" if known else f", lifted by {span.latest_end}"


def _announcement(episode: Episode) -> str:
    if _is_for_later(episode):
        return f"exit announced{_on(episode.reported)} for {episode.when}"
    return "exit announced" + (f" on {episode.when}" if episode.when else _on(episode.reported))


def _is_for_later(episode: Episode) -> bool:
    """Does the announcement say when the exit will take effect?"""
    start = episode.when.earliest_start if episode.when else None
    return start is not None and (episode.reported is None or start > episode.reported)


def _came_later(episode: Episode, membership: Membership) -> bool:
    """Was the exit reported as done, while it took effect, or may have, only after that?"""
    said = episode.when.latest_end if episode.when else episode.reported
    over = membership.when.latest_end
    return bool(episode.status is Status.ASSERTED and said and over and said < over)


def _told(episodes: Iterable[Episode], last: date) -> list[Episode]:
    """Those that were told by the day, in time."""
    told = (e for e in episodes if e.reported is None or e.reported <= last)
    return sorted(told, key=lambda e: (e.reported or date.max, e.statement))


def _start(when: When) -> tuple[date, date]:
    return when.earliest_start or date.min, when.latest_start or date.max


def _length(when: When) -> int:
    low, high = _start(when)
    return (high - low).days


def _lasting(episode: Episode) -> When:
    """A suspension that an actor file leaves open still held on the day up to which the files vouch."""
    curated = is_fact(episode.statement)
    return held_at(episode.when, FACTS_AS_OF if curated else episode.reported, curated)


def _may_begin(span: When, day: When) -> bool:
    """Can the suspension that is told of a day be the one that lasts?"""
    low, high = _start(day)
    last = span.latest_end or span.latest_start or date.max
    return _start(span)[0] <= high and low <= last


def _on(day: date | None) -> str:
    return f" on {day}" if day else ""
