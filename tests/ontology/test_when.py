"""Times of four bounds: what EDTF gives, and answers that hold for every history that fits the bounds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahelgraph.ontology.errors import DateError
from sahelgraph.ontology.when import Certainty, When, window_edtf

CERTAIN, POSSIBLE, NO = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO
Span = tuple[date, date]

days = st.dates(date(2010, 1, 1), date(2012, 12, 31))
slack = st.none() | st.integers(0, 200).map(lambda n: timedelta(days=n))


@st.composite
def histories(draw: st.DrawFn) -> tuple[When, Span]:
    """A time that really began and ended on two days, and bounds that allow for them."""
    start, end = sorted((draw(days), draw(days)))
    gaps = [draw(slack) for _ in range(4)]
    bounds = (start, start, end, end)
    signs = (-1, 1, -1, 1)
    loose = [None if g is None else b + s * g for b, s, g in zip(bounds, signs, gaps, strict=True)]
    return When.of_bounds(*loose), (start, end)


def fits(when: When, span: Span) -> bool:
    first, begun, lasted, last = when.bounds
    return (
        (first or date.min) <= span[0] <= (begun or date.max)
        and (lasted or date.min) <= span[1] <= (last or date.max)
    )  # fmt: skip


# --- EDTF


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2010-04", ("2010-04-01", "2010-04-30", "2010-04-01", "2010-04-30")),
        ("2023-09-16", ("2023-09-16",) * 4),
        ("2017/..", ("2017-01-01", "2017-12-31", None, None)),
        ("../2023-07-26", (None, None, "2023-07-26", "2023-07-26")),
        ("2014/", ("2014-01-01", "2014-12-31", None, None)),
        ("2012/2013-05", ("2012-01-01", "2012-12-31", "2013-05-01", "2013-05-31")),
        ("2012?", ("2012-01-01", "2012-12-31", "2012-01-01", "2012-12-31")),
        ("2012-03~", ("2012-03-01", "2012-03-31", "2012-03-01", "2012-03-31")),
        ("201X", ("2010-01-01", "2019-12-31", "2010-01-01", "2019-12-31")),
        ("2012-XX", ("2012-01-01", "2012-12-31", "2012-01-01", "2012-12-31")),
        ("2012-03-XX", ("2012-03-01", "2012-03-31", "2012-03-01", "2012-03-31")),
        ("201X/2020%", ("2010-01-01", "2019-12-31", "2020-01-01", "2020-12-31")),
        ("/2013", (None, None, "2013-01-01", "2013-12-31")),
        ("2013?/2014~", ("2013-01-01", "2013-12-31", "2014-01-01", "2014-12-31")),
        ("2012-05-03T10:00:00Z", ("2012-05-03",) * 4),
        ("2010-21", ("2010-03-01", "2010-05-31", "2010-03-01", "2010-05-31")),
        ("2010-22?", ("2010-06-01", "2010-08-31", "2010-06-01", "2010-08-31")),
        ("2010-23/..", ("2010-09-01", "2010-11-30", None, None)),
        ("2010-24", ("2010-12-01", "2011-02-28", "2010-12-01", "2011-02-28")),
        ("../..", (None, None, None, None)),
        (" 2012-02 ", ("2012-02-01", "2012-02-29", "2012-02-01", "2012-02-29")),
    ],
)
def test_edtf_gives_the_bounds(text: str, bounds: tuple[str | None, ...]) -> None:
    when = When.parse(text)
    assert when.bounds_to_json() == list(bounds)
    assert when.edtf == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "soon", "2012-13", "2012-02-30", "2014/2013", "2012/2013/2014"],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        When.parse(text)


def test_an_event_on_one_of_several_days_is_no_interval() -> None:
    when = When.during("2025-03-31/2025-04-01")
    assert when.bounds_to_json() == ["2025-03-31", "2025-04-01", "2025-03-31", "2025-04-01"]
    assert when.edtf == "2025-03-31/2025-04-01"


def test_a_day_on_which_it_held_says_nothing_of_its_ends() -> None:
    when = When.on(date(2024, 11, 7))
    assert when.covers(date(2024, 11, 7)) is CERTAIN
    assert when.covers(date(2014, 1, 1)) is when.covers(date(2034, 1, 1)) is POSSIBLE


@given(histories())
def test_what_is_spelled_can_be_read(history: tuple[When, Span]) -> None:
    when, _ = history
    assert When.parse(when.edtf).edtf == when.edtf
    assert When.from_json(when.edtf, when.bounds_to_json()) == when


@given(days, st.integers(0, 800))
def test_windows_are_spelled_as_short_as_they_are(low: date, length: int) -> None:
    text = window_edtf(low, low + timedelta(days=length))
    assert text is not None
    again = When.parse(text)
    assert (again.earliest_start, again.latest_end) == (low, low + timedelta(days=length))


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (None, None, None),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-02-01", "2014-02-28", "2014-02"),
        ("2014-02-16", "2014-02-16", "2014-02-16"),
        ("2014-02-16", None, "2014-02-16/.."),
        (None, "2014-02-16", "../2014-02-16"),
        ("2014-02-16", "2014-03-01", "2014-02-16/2014-03-01"),
    ],
)
def test_windows(low: str | None, high: str | None, text: str | None) -> None:
    first, last = (date.fromisoformat(d) if d else None for d in (low, high))
    assert window_edtf(first, last) == text


# --- answers that hold for every history


@given(histories(), days)
def test_a_day(history: tuple[When, Span], day: date) -> None:
    when, (start, end) = history
    answer = when.covers(day)
    assert answer is not CERTAIN or start <= day <= end
    assert answer is not NO or not start <= day <= end


@given(histories(), days, days)
def test_a_stretch_of_days(history: tuple[When, Span], one: date, other: date) -> None:
    when, (start, end) = history
    first, last = sorted((one, other))
    every, some = when.covers_all(first, last), when.covers_any(first, last)
    assert every is not CERTAIN or (start <= first and last <= end)
    assert every is not NO or not (start <= first and last <= end)
    assert some is not CERTAIN or (start <= last and first <= end)
    assert some is not NO or not (start <= last and first <= end)
    assert every is not CERTAIN or some is CERTAIN
    assert some is not NO or every is NO


@given(histories(), histories())
def test_the_order_of_two(one: tuple[When, Span], other: tuple[When, Span]) -> None:
    (a, (a_start, a_end)), (b, (b_start, b_end)) = one, other
    assert a.before(b) is not CERTAIN or a_end < b_start
    assert a.before(b) is not NO or a_end >= b_start
    assert a.after(b) is b.before(a)
    both = a_start <= b_end and b_start <= a_end
    assert a.overlaps(b) is not CERTAIN or both
    assert a.overlaps(b) is not NO or not both
    assert a.overlaps(b) is b.overlaps(a)


@given(histories(), histories(), days)
def test_two_reports_of_one_time(one: tuple[When, Span], other: tuple[When, Span], day: date) -> None:
    (a, span), (b, _) = one, other
    assume(fits(b, span))
    both = a.intersection(b)
    assert both is not None
    assert fits(both, span)
    assert both.bounds == b.intersection(a).bounds  # type: ignore[union-attr]
    assert CERTAIN not in (a.covers(day), b.covers(day)) or both.covers(day) is CERTAIN
    assert NO not in (a.covers(day), b.covers(day)) or both.covers(day) is NO


@given(histories(), histories(), histories())
def test_the_order_of_reports_makes_no_difference(
    one: tuple[When, Span], other: tuple[When, Span], third: tuple[When, Span]
) -> None:
    (a, _), (b, _), (c, _) = one, other, third
    assert a.intersection(b) == b.intersection(a)
    assert a.intersection(a) == a
    ab, bc = a.intersection(b), b.intersection(c)
    left, right = ab and ab.intersection(c), bc and a.intersection(bc)
    assert (left and left.bounds) == (right and right.bounds)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2012~", "2012~", "2012~"),
        ("2012~", "2012", "2012"),
        ("201X", "2012?", "2012?"),
        ("2012", "2012-21", "2012-21"),
        ("2012-05", "2012-05-07", "2012-05-07"),
        ("2014-02-16/..", "2014/2022-05", "2014-02-16/2022-05"),
    ],
)
def test_what_two_say_is_as_precise_as_the_more_precise(one: str, other: str, both: str) -> None:
    first, second = When.parse(one), When.parse(other)
    joined = first.intersection(second)
    assert joined is not None
    assert joined.edtf == both
    assert second.intersection(first) == joined


@given(histories(), histories())
def test_reports_that_contradict_have_nothing_in_common(
    one: tuple[When, Span], other: tuple[When, Span]
) -> None:
    (a, span), (b, _) = one, other
    if a.intersection(b) is None:
        assert not fits(b, span)


def test_bounds_that_contradict_are_refused() -> None:
    with pytest.raises(DateError, match="ends before it begins"):
        When.of_bounds(date(2014, 1, 1), None, None, date(2013, 1, 1))
