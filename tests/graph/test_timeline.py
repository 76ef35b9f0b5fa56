"""Memberships as lines of text under an axis of years."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sahelgraph.graph.answers import when
from sahelgraph.graph.timeline import LEGEND, timeline


@pytest.fixture
def press(desk: Any) -> Any:
    desk.publish("a.txt", "2018-01-01", "mali member-of g5-sahel 2015/..")
    desk.publish("b.txt", "2022-05-16", "mali left g5-sahel 2021-12-31")
    desk.publish("c.txt", "2019-06-01", "niger member-of g5-sahel 2016/..", status="alleged")
    desk.refresh()
    return desk


def drawn(press: Any, actor: str, width: int) -> list[str]:
    return timeline(when(press.store, press.book, actor), width)


def test_a_bar_stands_under_its_years(press: Any) -> None:
    axis, g5, aes, legend = drawn(press, "mali", 100)
    assert legend == LEGEND
    assert g5.startswith("G5 Sahel ")
    assert aes.startswith("Alliance des États du Sahel ")
    assert g5.rindex("█") <= axis.index("2022") <= aes.index("░") or aes.index("█") >= axis.index("2023")
    assert axis.index("2016") in range(g5.index("█") - 1, g5.index("█") + 10)


def test_an_interval_that_is_asked_for_bounds_the_axis(press: Any) -> None:
    found = when(press.store, press.book, "mali", start=date(2021, 1, 1), end=date(2024, 12, 31))
    axis, *lines = timeline(found, 60)
    assert axis.split() == ["2021", "2022", "2023", "2024"]
    assert len(lines) == 3


def test_what_is_only_alleged_is_pale(press: Any) -> None:
    lines = drawn(press, "niger", 80)
    (g5,) = (line for line in lines if line.startswith("G5 Sahel"))
    assert "░" in g5
    assert "█" not in g5


@pytest.mark.parametrize("width", [10, 40, 80, 200])
def test_lines_fit_the_terminal(press: Any, width: int) -> None:
    lines = drawn(press, "mali", width)
    assert all(len(line) <= max(width, 50) for line in lines)
    years = [int(word) for word in lines[0].split() if word.isdigit()]
    assert years == sorted(years)
    assert all(2014 <= year <= date.max.year for year in years)


def test_without_a_day_nothing_is_drawn() -> None:
    assert timeline([], 80) == []
