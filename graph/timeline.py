"""Memberships over time as lines of text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sahelgraph.graph.answers import MembershipAnswer
from sahelgraph.graph.memberships import CONTESTED, Membership
from sahelgraph.ontology.when import Certainty

MARKS = {Certainty.CERTAIN.value: "█", Certainty.POSSIBLE.value: "░", CONTESTED: "▒", "no": " "}
LEGEND = "█ certain   ░ possible   ▒ contested"
LONGEST_NAME = 32
STEPS = (1, 2, 5, 10, 20, 50, 100)
YEAR = 5
"""Columns that a year needs on the axis, with the space behind it."""


def timeline(answers: Sequence[MembershipAnswer], width: int) -> list[str]:
    """An axis of years, one line for every alliance or member, by its first day, and a legend; nothing
    where no day is known. `width` is that of the terminal. An interval that was asked for bounds it."""
    days = [day for answer in answers for day in answer.membership.when.bounds if day]
    if not days:
        return []
    begin, end = min(days), max(days)
    if answers[0].parts:
        begin, end = max(begin, answers[0].window[0]), min(end, answers[0].window[1])
    names = [*dict.fromkeys(answer.label for answer in sorted(answers, key=_begin))]
    margin = min(LONGEST_NAME, max(map(len, names))) + 2
    columns = max(width - margin, 2 * YEAR)
    first, last = date(begin.year, 1, 1), date(max(begin, end).year, 12, 31)
    edges = [first + (last + timedelta(1) - first) * i / columns for i in range(columns + 1)]
    lines = [" " * margin + _axis(first.year, last.year, columns)]
    for name in names:
        spells = [answer.membership for answer in answers if answer.label == name]
        bar = "".join(_mark(spells, edges[i], edges[i + 1] - timedelta(1)) for i in range(columns))
        lines.append(f"{_short(name):{margin}}{bar}".rstrip())
    return [*lines, LEGEND]


def _begin(answer: MembershipAnswer) -> date:
    return min((day for day in answer.membership.when.bounds if day), default=date.max)


def _mark(spells: Iterable[Membership], first: date, last: date) -> str:
    held = {spell.during(first, max(first, last)) for spell in spells}
    return next((mark for word, mark in MARKS.items() if word in held), " ")


def _axis(first: int, last: int, columns: int) -> str:
    years = last - first + 1
    step = next((s for s in STEPS if columns * s >= years * YEAR), STEPS[-1])
    axis = [" "] * (columns + YEAR)
    for year in range(first + -first % step, last + 1, step):
        place = (year - first) * columns // years
        axis[place : place + 4] = str(year)
    return "".join(axis).rstrip()


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
