"""One actor in one alliance: from reports of when it held and when it ended to spells.

Every rule works on sets, so that the order of articles makes no difference. Where reports agree,
each bound is as narrow as any of them makes it; where they contradict each other, the bound is as
wide as all of them together, so that nothing that a source disputes is certain. The dates of actor
files go before those of articles that contradict them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sahelgraph.ontology.when import Certainty, When

Window = tuple[date | None, date | None]
OPEN: Window = (None, None)


@dataclass(frozen=True, slots=True)
class Report:
    """That it held (`when`), or that it ended (`end`), with the statements and articles that say so."""

    ids: tuple[str, ...]
    documents: tuple[str, ...]
    curated: bool
    when: When | None = None
    end: Window | None = None

    @property
    def start_window(self) -> Window | None:
        if self.when is None or not (self.when.earliest_start or self.when.latest_start):
            return None
        return self.when.earliest_start, self.when.latest_start

    @property
    def end_window(self) -> Window | None:
        if self.when is None or self.when.latest_end is None:
            return self.end
        return self.when.earliest_end, self.when.latest_end

    @property
    def seen(self) -> tuple[date, date] | None:
        """The days on one of which it was seen to hold, where that is all that is said."""
        when = self.when
        if when is None or when.earliest_start or when.latest_end or when.earliest_end is None:
            return None
        return when.earliest_end, when.latest_start or when.earliest_end

    @property
    def extent(self) -> Window:
        """The widest time that it speaks of."""
        if self.seen:
            return self.seen
        return (self.when.earliest_start, self.when.latest_end) if self.when else self.end or OPEN

    @property
    def sort_key(self) -> tuple[date, date, tuple[str, ...]]:
        low, high = self.extent
        return low or date.min, high or date.max, self.ids


@dataclass(slots=True, eq=False)
class Spell:
    """A time without a gap, within `limits`; contested where statements `against` it disagree."""

    limits: Window
    spans: list[Report] = field(default_factory=list)
    sightings: list[Report] = field(default_factory=list)
    exits: list[Report] = field(default_factory=list)
    alleged: list[Report] = field(default_factory=list)
    outside: list[Report] = field(default_factory=list)
    """That it had not begun yet, or was over, on days that nothing else speaks of."""
    against: set[str] = field(default_factory=set)

    @property
    def support(self) -> list[Report]:
        """What says that it held; where nothing else does, that it ended says so too."""
        return [*self.spans, *self.sightings] or self.exits

    def when(self) -> When:
        """The four bounds that the reports leave."""
        held = [r.when for r in (*self.spans, *self.sightings) if r.when]
        bounding = [*self.spans, *self.outside]
        start_low, start_high = settled((r.start_window, r.curated) for r in bounding)
        end_low, end_high = settled((r.end_window, r.curated) for r in (*bounding, *self.exits))
        first = latest(start_low, self.limits[0])
        last = earliest(end_high, self.limits[1])
        if first and last and first > last:
            first = None
        begun = earliest(start_high, *(w.latest_start for w in held if not w.earliest_start), last)
        lasted = latest(end_low, *(w.earliest_end for w in held if not w.latest_end), first)
        return When.of_bounds(
            first, latest(begun, first) if begun else None, earliest(lasted, last) if lasted else None, last
        )

    def admits(self, low: date | None, high: date | None) -> bool:
        """May it have held on some of these days?"""
        return self.when().covers_any(low or date.min, high or date.max) is not Certainty.NO


def spells_of(
    reports: Iterable[Report], limits: Window = OPEN, limited_by: Iterable[str] = ()
) -> list[Spell]:
    """The spells that reports make, in time. `limits` are the first and the last day of the alliance
    where they are known, `limited_by` the statements that give them. What lies outside the limits, or
    after an exit without a return, makes spells of its own, with statements against them."""
    within: list[Report] = []
    strays: list[Report] = []
    for report in sorted(reports, key=lambda r: r.sort_key):
        low, high = report.extent
        outside = bool((high and limits[0] and high < limits[0]) or (low and limits[1] and low > limits[1]))
        if not (outside and report.end):
            (strays if outside else within).append(report)
    spells = _divided([r for r in within if not r.seen], limits)
    sightings = [r for r in within if r.seen]
    if sightings and not spells:
        spells = [Spell(limits)]
    for sighting in sightings:
        spell = next((s for s in spells if s.admits(*sighting.extent)), None)
        if spell:
            spell.sightings.append(sighting)
        else:
            strays.append(sighting)
    strayed = _strayed(strays, spells, set(limited_by))
    return in_time([*spells, *strayed])


def in_time(spells: Iterable[Spell]) -> list[Spell]:
    """Spells by their start, or by the first day on which they are known to have held."""

    def key(spell: Spell) -> tuple[date, date, list[str]]:
        first, begun, lasted, last = spell.when().bounds
        ids = sorted(i for r in spell.support for i in r.ids)
        return first or begun or lasted or date.min, last or lasted or date.max, ids

    return sorted(spells, key=key)


def _divided(reports: Sequence[Report], limits: Window) -> list[Spell]:
    """A new spell begins where one is over and a report of a later start follows."""
    exits = [r for r in reports if r.end]
    spells: list[Spell] = []
    for span in (r for r in reports if r.when):
        start = span.extent[0] or date.min
        earlier = [e for e in exits if (e.extent[1] or date.max) < start]
        for exit_ in earlier:
            _end(spells, exit_, limits)
            exits.remove(exit_)
        over = spells[-1].when().latest_end if spells else None
        if not spells or (over and over < start):
            spells.append(Spell(limits))
        spells[-1].spans.append(span)
    for exit_ in exits:
        _end(spells, exit_, limits)
    return spells


def _end(spells: list[Spell], exit_: Report, limits: Window) -> None:
    """Ends the last spell. An actor file that says that it still holds outweighs an article: then the
    exit is only against it."""
    if not spells:
        spells.append(Spell(limits))
    spell = spells[-1]
    open_facts = [r.when for r in spell.spans if r.curated and r.when and not r.end_window]
    if not exit_.curated and any(w.earliest_end and w.earliest_end >= exit_.sort_key[0] for w in open_facts):
        spell.against.update(exit_.ids)
    else:
        spell.exits.append(exit_)


def _strayed(strays: Iterable[Report], spells: Sequence[Spell], limited_by: set[str]) -> list[Spell]:
    groups: dict[int, Spell] = {}
    for stray in sorted(strays, key=lambda r: r.sort_key):
        low = stray.extent[0] or date.min
        before = [s for s in spells if (last := s.when().latest_end) and last < low]
        after = [s for s in spells if s not in before]
        if len(before) not in groups:
            left = before[-1].when().latest_end if before else None
            joined = after[0].when().earliest_start if after else None
            groups[len(before)] = Spell((left, joined))
        group = groups[len(before)]
        (group.sightings if stray.seen else group.spans).append(stray)
        closing = [r for s in before[-1:] for r in (*s.exits, *s.spans) if r.end_window]
        opening = [r for s in after[:1] for r in s.spans if r.start_window]
        group.against.update(limited_by, *(r.ids for r in closing or opening))
    return list(groups.values())


def agreed(windows: Iterable[Window]) -> Window:
    """The window that all allow, or, where there is none, the one that holds them all."""
    known = list(windows)
    lows, highs = [low for low, _ in known], [high for _, high in known]
    low, high = latest(*lows), earliest(*highs)
    return (earliest(*lows), latest(*highs)) if low and high and low > high else (low, high)


def settled(windows: Iterable[tuple[Window | None, bool]]) -> Window:
    """What windows of actor files (True) and of articles say together. Articles that agree with the
    files and with each other make them narrower; the others count only where no file says anything."""
    known = [(window, curated) for window, curated in windows if window]
    facts = [window for window, curated in known if curated]
    if not facts:
        return agreed(window for window, _ in known)
    fixed = agreed(facts)
    joint = agreed([fixed, *(window for window, curated in known if not curated and meet(window, fixed))])
    return joint if _within(joint, fixed) else fixed


def meet(one: Window, other: Window) -> bool:
    """Is there a day in both?"""
    low, high = latest(one[0], other[0]), earliest(one[1], other[1])
    return not (low and high and low > high)


def _within(inner: Window, outer: Window) -> bool:
    return agreed([inner, outer]) == inner


def latest(*days: date | None) -> date | None:
    return max((d for d in days if d), default=None)


def earliest(*days: date | None) -> date | None:
    return min((d for d in days if d), default=None)
