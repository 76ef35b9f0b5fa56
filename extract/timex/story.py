"""A text's dates one after the other: each may count from one that was told before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sahelgraph.extract.lexicon.dates import Lead, date_words
from sahelgraph.extract.timex.context import Anchor, Context, Precision, Resolved
from sahelgraph.extract.timex.groups import Group
from sahelgraph.extract.timex.points import (
    Clock,
    Day,
    Elapsed,
    Found,
    FromBefore,
    FromToday,
    Month,
    Point,
    Reference,
    Weekday,
    Years,
)
from sahelgraph.extract.timex.resolve import IN_DAYS, resolve
from sahelgraph.extract.timex.said import Kind, kind_of, said
from sahelgraph.extract.timex.tense import Direction, direction, ends_sentence
from sahelgraph.extract.timex.tokens import Atoms, alphabet
from sahelgraph.ontology.when import When

OPENING = 3  # atoms of a sentence before the year that it opens with, at most
SENTENCE = 100
EVENT_DISTANCE = 10  # atoms between «deux jours après» and the date of the event, at most
DAYS = (Day, Weekday, FromToday)
STATES = (Lead.SINCE, Lead.FROM, Lead.UNTIL, Lead.BY)  # they lead away from the story
TELLING = (Kind.POINT, Kind.INTERVAL, Kind.BETWEEN, Kind.LIST)


@dataclass(frozen=True, slots=True)
class Told:
    """A group with the time of each of its points and of the whole."""

    group: Group
    kind: Kind
    resolved: tuple[Resolved, ...]
    said: When | None


def read_story(
    groups: Sequence[Group], atoms: Atoms, published: date | None, default: Direction | None = None
) -> Iterator[Told]:
    """The groups resolved in the order of the text; `default` is which way a date points without a cue."""
    story = _Story(groups, atoms, published, default)
    for index, one in enumerate(groups):
        yield story.tell(index, one)


class _Story:
    """What has been told so far."""

    def __init__(
        self,
        groups: Sequence[Group],
        atoms: Atoms,
        published: date | None,
        default: Direction | None,
    ) -> None:
        self._groups = groups
        self._atoms = atoms
        self._published = published
        self._default = default
        self._ends = [m.start() for m in _ends().finditer(atoms.symbols) if ends_sentence(atoms, m.start())]
        self._told: date | None = None
        self._told_day: date | None = None
        self._told_sentence = -2
        self._named: tuple[int, date | None] = (-2, None)
        self._day_here: tuple[int, date | None] = (-1, None)
        self._year: int | None = None
        self._year_sentence = -1
        self._year_told: date | None = None

    def tell(self, index: int, group: Group) -> Told:
        kind = kind_of(group)
        resolved = self._resolve(index, group)
        for found, one in zip(group.points, resolved, strict=True):
            self._remember(found, one, telling=kind in TELLING)
        return Told(group, kind, resolved, said(kind, group, resolved, self._published))

    # --- resolving

    def _resolve(self, index: int, group: Group) -> tuple[Resolved, ...]:
        one = group.points[0]
        if len(group.points) > 1:
            return self._pair(index, group, one, group.points[1].point)
        if one.partner:
            return (_either(*self._pair(index, group, one, one.partner)),)
        return (resolve(one.point, self._context(index, group, one)),)

    def _pair(self, index: int, group: Group, one: Found, end: Point) -> tuple[Resolved, Resolved]:
        """Both ends of a span: a weekday that begins it is the last before its end; an end without a year
        is not before the start."""
        context = self._context(index, group, one)
        last = resolve(end, context)
        if isinstance(one.point, Weekday) and one.point.shift is None and last.when and last.when.latest_end:
            final = last.when.latest_end
            back = (final.weekday() - one.point.weekday) % 7 or 7
            return Resolved(
                When.parse((final - timedelta(back)).isoformat()), Precision.DAY, last.anchor
            ), last
        first = resolve(one.point, context)
        if (
            _is_before(last.when, first.when)
            and isinstance(end, Day | Month)
            and end.year is None
            and first.when
        ):
            begun = first.when.earliest_start
            for year in (begun.year, begun.year + 1) if begun else ():
                again = resolve(replace(end, year=year), context)
                if again.when and not _is_before(again.when, first.when):
                    return first, replace(again, anchor=first.anchor)
        return first, last

    def _context(self, index: int, group: Group, found: Found) -> Context:
        sentence = self._sentence(found.first)
        here = self._day_here[1] if self._day_here[0] == sentence else None
        event = None
        if isinstance(found.point, Clock) and here is None:
            here = self._day_after(index, found, EVENT_DISTANCE) or self._day_of_part(index, found)
        if isinstance(found.point, FromBefore | Elapsed) and found.point.of_event:
            event = self._day_of_event(index, found)
        return Context(
            published=self._published,
            look=lambda: self._direction(group, found),
            default=self._default,
            told=self._told,
            told_day=self._told_day,
            named=self._named[1] if sentence - self._named[0] <= 1 else None,
            told_here=here,
            story_year=None if group.lead in STATES else self._story_year(sentence),
            story_from=self._story_from(sentence, found),
            event_day=event,
        )

    def _direction(self, group: Group, found: Found) -> Direction | None:
        if group.lead is Lead.BY or (group.lead is Lead.UNTIL and isinstance(found.point, Weekday)):
            return Direction.FUTURE
        if group.lead is Lead.SINCE:
            return Direction.PAST
        weekday = isinstance(found.point, Weekday) and found.point.shift is None
        return direction(self._atoms, found.first, found.last, weekday=weekday)

    def _day_of_part(self, index: int, found: Found) -> date | None:
        """«dans la nuit, …, a annoncé mardi X»: the day of the words; else the one told just before."""
        if not isinstance(found.point, Clock) or found.point.daypart is None:
            return None
        here = self._day_after(index, found, SENTENCE)
        recent = self._sentence(found.first) - self._told_sentence <= 1
        return here or (self._told_day if recent else None)

    def _day_of_event(self, index: int, found: Found) -> date | None:
        """«deux jours après le putsch du 4 mai»: not what stands behind a comma."""
        if index + 1 == len(self._groups):
            return None
        behind = self._groups[index + 1].points[0].first
        if any(self._atoms.word(i) == "," for i in range(found.last + 1, behind)):
            return None
        named: tuple[type[Point], ...] = DAYS
        if isinstance(found.point, Elapsed) and found.point.unit not in IN_DAYS:
            named = (*DAYS, Month, Years)  # «six mois après le putsch de mai 2021»
        return self._day_after(index, found, EVENT_DISTANCE, named)

    def _day_after(
        self, index: int, found: Found, distance: int, named: tuple[type[Point], ...] = DAYS
    ) -> date | None:
        """The day that is named next in the sentence, if it is near; also the first of a longer time that
        is `named`."""
        if index + 1 == len(self._groups):
            return None
        group = self._groups[index + 1]
        other = group.points[0]
        near = other.first - found.last <= distance and self._sentence(other.first) == self._sentence(
            found.first
        )
        if not near or not isinstance(other.point, named):
            return None
        when = resolve(other.point, self._context(index + 1, group, other)).when
        return when.earliest_start if when else None

    # --- remembering

    def _remember(self, found: Found, resolved: Resolved, *, telling: bool) -> None:
        when, sentence = resolved.when, self._sentence(found.first)
        if when is None or isinstance(found.point, Reference | Clock):
            return
        if resolved.precision is Precision.DAY:
            self._day_here = (sentence, when.latest_end)
        self._named = (sentence, None if telling else when.earliest_start)
        if not telling or (sentence - self._told_sentence <= 1 and self._is_reported(found)):
            return
        self._told_sentence = sentence
        self._told = when.earliest_start
        if resolved.precision is Precision.DAY:
            self._told_day = when.latest_end
        if isinstance(found.point, Day | Month) and found.point.year:
            self._year, self._year_sentence = found.point.year, sentence
            self._year_told = when.earliest_start
        elif isinstance(found.point, Day | Month) and resolved.anchor is Anchor.PREVIOUS:
            self._year_sentence, self._year_told = sentence, when.earliest_start
        elif isinstance(found.point, Years) and self._published is None:
            self._year, self._year_told = found.point.first, when.earliest_start
        elif isinstance(found.point, Years) and self._opens(found, sentence):
            self._year, self._year_sentence = found.point.first, sentence
            self._year_told = when.earliest_start

    def _opens(self, found: Found, sentence: int) -> bool:
        """«En 2012, …»: a year with which a sentence begins to tell."""
        start = self._ends[sentence - 1] + 1 if sentence else 0
        point = found.point
        return isinstance(point, Years) and point.first == point.last and found.first - start < OPENING

    def _is_reported(self, found: Found) -> bool:
        """«a annoncé lundi»: the day of the words, not of what they tell."""
        if not isinstance(found.point, Weekday | FromToday):
            return False
        reported = date_words().tense.reported
        return any(self._atoms.word(i) in reported for i in (found.first - 1, found.first - 2))

    def _story_year(self, sentence: int) -> int | None:
        """The year of what is being told: that of a day or month in this sentence or the one before, if
        it is over; without an article's date, the last year named."""
        if self._year is None or self._published is None:
            return self._year
        recent = sentence - self._year_sentence <= 1
        return self._year if recent and self._year < self._published.year else None

    def _story_from(self, sentence: int, found: Found) -> date | None:
        """From when on the text goes on to tell, unless it looks back: «après l'attentat du 3 mars», «il
        avait été arrêté en mars»."""
        if self._atoms.has(found.first - 1, "of"):
            return None
        start = self._ends[sentence - 1] + 1 if sentence else 0
        looks_back = any(
            self._atoms.word(i) in date_words().tense.backwards for i in range(start, found.first)
        )
        return None if looks_back else self._year_told

    def _sentence(self, atom: int) -> int:
        return bisect_left(self._ends, atom)


def _either(first: Resolved, last: Resolved) -> Resolved:
    """A night between two days."""
    if first.when is None or last.when is None or _is_before(last.when, first.when):
        return last if last.when else first
    return replace(last, when=When.during(f"{first.when.earliest_start}/{last.when.latest_end}"))


def _is_before(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.latest_end is None or other.earliest_start is None:
        return False
    return one.latest_end < other.earliest_start


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"[{alphabet().characters('end')}{alphabet().characters('gap')}]")
