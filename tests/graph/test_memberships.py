"""What claims and curated facts together say of who belonged when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahelgraph.graph.memberships import Membership, fuse
from sahelgraph.graph.statements import FACTS_AS_OF, FUSED, Statement
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.when import When

numbers = count()
TYPES = {"mali": ActorType.STATE, "niger": ActorType.STATE, "gspc": ActorType.ARMED_GROUP}


def claim(
    subject: str,
    relation: str,
    object_: str | None = None,
    when: str | None = None,
    *,
    status: str = "asserted",
    published: str | None = "2024-11-07",
) -> Statement:
    number = next(numbers)
    return Statement(
        id=f"c{number:04}",
        relation=relation,
        subject=subject,
        object=object_,
        subject_type=TYPES.get(subject, ActorType.ORGANISATION),
        object_type=TYPES.get(object_, ActorType.ORGANISATION) if object_ else None,
        status=Status(status),
        when=When.parse(when) if when else None,
        document=f"a{number:04}.txt",
        published=date.fromisoformat(published) if published else None,
    )


def fact(subject: str, relation: str, object_: str | None = None, when: str | None = None) -> Statement:
    return replace(claim(subject, relation, object_, when), document=None, published=FACTS_AS_OF)


def only(*statements: Statement) -> Membership:
    (membership,) = fuse(statements)
    return membership


def on(membership: Membership, day: str) -> str:
    return membership.during(date.fromisoformat(day), date.fromisoformat(day))


# --- one article


def test_a_member_without_a_date_is_one_on_the_day_of_the_article() -> None:
    membership = only(claim("mali", "member-of", "aes"))
    assert [on(membership, d) for d in ("2024-11-06", "2024-11-07", "2024-11-08")] == [
        "possible",
        "certain",
        "possible",
    ]
    assert membership.last_seen == date(2024, 11, 7)
    assert membership.when.start_edtf == "../2024-11-07"


def test_without_any_date_all_stays_open() -> None:
    membership = only(claim("mali", "member-of", "aes", published=None))
    assert on(membership, "2024-01-01") == "possible"
    assert membership.last_seen is None


def test_since_a_year_is_not_rounded_to_its_first_day() -> None:
    membership = only(claim("mali", "member-of", "aes", "2017/.."))
    assert [on(membership, d) for d in ("2016-12-31", "2017-06-01", "2018-01-01", "2025-01-01")] == [
        "no",
        "possible",
        "certain",
        "possible",
    ]


def test_a_single_date_is_a_time_at_which_it_held() -> None:
    membership = only(claim("mali", "member-of", "cemoc", "2010-04"))
    assert on(membership, "2012-01-01") == "possible"
    assert membership.during(date(2010, 4, 1), date(2010, 4, 30)) == "certain"


def test_a_founder_is_a_member_from_the_founding() -> None:
    membership = only(claim("mali", "founded", "aes", "2023-09-16"))
    assert [on(membership, d) for d in ("2023-09-15", "2023-09-16", "2023-09-17")] == [
        "no",
        "certain",
        "possible",
    ]
    assert membership.last_seen is None


def test_an_institution_is_no_member_of_what_it_founds() -> None:
    assert fuse([claim("cedeao", "founded", "force", "2023")]) == []


def test_a_founder_without_a_date_is_one_since_the_creation() -> None:
    membership = only(claim("mali", "founded", "aes"), claim("aes", "created", when="2023-09-16"))
    assert membership.when.start_edtf == "2023-09-16"


# --- the end


def test_who_left_is_a_member_no_more() -> None:
    membership = only(
        claim("mali", "member-of", "g5-sahel", "2014-02-16/.."),
        claim("mali", "left", "g5-sahel", "2022-05-15"),
    )
    assert [on(membership, d) for d in ("2018-01-01", "2022-05-15", "2022-05-16")] == [
        "certain",
        "certain",
        "no",
    ]


def test_to_have_left_is_to_have_been_a_member() -> None:
    membership = only(claim("mali", "left", "g5-sahel", "2022-05-15"))
    assert [on(membership, d) for d in ("2018-01-01", "2022-05-16")] == ["possible", "no"]


@pytest.mark.parametrize(
    ("status", "when"), [("planned", "2025-01-29"), ("asserted", "2025-01-29"), ("planned", None)]
)
def test_an_announced_exit_ends_nothing(status: str, when: str | None) -> None:
    exit_ = claim("mali", "left", "cedeao", when, status=status, published="2024-01-28")
    seen = claim("mali", "member-of", "cedeao", published="2024-06-01")
    membership = only(fact("mali", "member-of", "cedeao", "1975-05-28/.."), seen, exit_)
    assert on(membership, "2024-06-01") == "certain"
    assert [(e.statement, e.status) for e in membership.exits] == [(exit_.id, Status.PLANNED)]


def test_a_suspension_is_no_exit() -> None:
    suspension = claim("cedeao", "suspended", "mali", "2012-03-27", published="2012-03-28")
    membership = only(fact("mali", "member-of", "cedeao", "1975-05-28/.."), suspension)
    assert on(membership, "2012-04-01") == "certain"
    assert [e.statement for e in membership.suspensions] == [suspension.id]


def test_who_left_and_came_back_has_two_spells() -> None:
    first, second = fuse(
        [
            claim("mali", "member-of", "uemoa", "1962/1963"),
            claim("mali", "member-of", "uemoa", "1984/.."),
        ]
    )
    assert [on(first, d) for d in ("1962-12-31", "1970-01-01")] == ["certain", "no"]
    assert [on(second, d) for d in ("1970-01-01", "1990-01-01")] == ["no", "certain"]
    assert (first.id, second.id) == ("mali--uemoa--1", "mali--uemoa--2")


def test_an_exit_parts_two_spells() -> None:
    spells = fuse(
        [
            claim("mali", "member-of", "x", "2001/.."),
            claim("mali", "left", "x", "2005-03-01"),
            claim("mali", "member-of", "x", "2010/.."),
        ]
    )
    assert [m.when.end_edtf for m in spells] == ["2005-03-01", "2024-11-07/.."]


# --- existence


def test_nobody_is_a_member_before_the_creation_or_after_the_dissolution() -> None:
    membership = only(
        claim("mali", "member-of", "g5-sahel", published="2018-01-01"),
        claim("g5-sahel", "created", when="2014-02-16"),
        claim("g5-sahel", "dissolved", when="2023-12-06"),
    )
    assert [on(membership, d) for d in ("2014-02-15", "2016-01-01", "2018-01-01", "2023-12-07")] == [
        "no",
        "possible",
        "certain",
        "no",
    ]


def test_successors_take_members_over_where_an_actor_file_says_so() -> None:
    statements = [
        fact("x", "member-of", "gspc", "2003/.."),
        fact("gspc", "dissolved", when="2007-01-26"),
    ]
    succession = replace(
        fact("aqmi", "succeeded", "gspc", "2007-01-26"),
        subject_type=ActorType.ARMED_GROUP,
        object_type=ActorType.ARMED_GROUP,
    )
    heir, former = fuse([*statements, succession])
    assert (heir.alliance, heir.when.start_edtf) == ("aqmi", "2007-01-26")
    assert succession.id in heir.for_
    assert former.when.end_edtf is not None
    named_by_an_article = replace(succession, document="a.txt")
    assert [m.alliance for m in fuse([*statements, named_by_an_article])] == ["gspc"]


def test_successors_in_a_circle_are_an_error() -> None:
    with pytest.raises(DataError, match="circle"):
        fuse([fact("a", "succeeded", "b"), fact("b", "succeeded", "a")])


# --- sources that disagree


@pytest.mark.parametrize("status", ["denied", "negated"])
def test_a_denial_contests(status: str) -> None:
    denial = claim("mali", "member-of", "x", status=status)
    membership = only(claim("mali", "member-of", "x"), denial)
    assert on(membership, "2024-11-07") == "contested"
    assert membership.against == (denial.id,)


@pytest.mark.parametrize("status", ["denied", "negated", "planned"])
def test_what_is_not_asserted_makes_no_membership(status: str) -> None:
    assert fuse([claim("mali", "member-of", "x", status=status)]) == []


def test_who_is_no_longer_a_member_had_left_by_then() -> None:
    seen = claim("mali", "member-of", "x", published="2018-01-01")
    no_longer = claim("mali", "member-of", "x", status="negated", published="2023-03-01")
    membership = only(seen, no_longer)
    assert [on(membership, d) for d in ("2018-01-01", "2020-01-01", "2023-03-02")] == [
        "certain",
        "possible",
        "no",
    ]
    assert membership.for_ == (seen.id,)
    assert set(membership.sources) == {seen.document, no_longer.document}


def test_who_is_no_longer_a_member_since_a_month_left_in_it() -> None:
    seen = claim("mali", "member-of", "x", published="2018-01-01")
    membership = only(seen, claim("mali", "member-of", "x", "2022-05/..", status="negated"))
    assert membership.when.end_edtf == "2022-05"
    assert on(membership, "2022-04-30") == "certain"


def test_who_was_no_member_yet_joined_later() -> None:
    seen = claim("mali", "member-of", "x", published="2018-01-01")
    membership = only(seen, claim("mali", "member-of", "x", status="negated", published="2012-03-01"))
    assert [on(membership, d) for d in ("2012-02-29", "2015-01-01", "2018-01-01")] == [
        "no",
        "possible",
        "certain",
    ]


def test_articles_make_the_dates_of_actor_files_narrower_and_never_wider() -> None:
    known = fact("mali", "member-of", "x", "2014/2022")
    assert only(known, claim("mali", "founded", "x", "2014-02-16")).when.start_edtf == "2014-02-16"
    assert only(known, claim("mali", "founded", "x", "2016")).when.start_edtf == "2014"
    apart = [claim("mali", "founded", "x", "2014-02-16"), claim("mali", "founded", "x", "2014-07")]
    assert only(known, *apart).when.start_edtf == "2014"


def test_what_is_alleged_is_possible_at_most() -> None:
    membership = only(claim("mali", "member-of", "x", status="alleged"))
    assert on(membership, "2024-11-07") == "possible"


def test_what_is_alleged_moves_no_bounds_of_what_is_asserted() -> None:
    membership = only(
        claim("mali", "member-of", "x", published="2020-01-01"),
        claim("mali", "member-of", "x", status="alleged", published="2022-01-01"),
    )
    assert on(membership, "2020-01-01") == "certain"
    assert on(membership, "2021-06-01") == "possible"
    assert len(membership.for_) == 2


def test_starts_that_disagree_leave_the_time_between_open() -> None:
    membership = only(
        claim("mali", "member-of", "g5-sahel", "2014-02-16/.."),
        claim("mali", "member-of", "g5-sahel", "2017-07-02/.."),
    )
    assert [on(membership, d) for d in ("2014-01-01", "2015-01-01", "2017-07-02")] == [
        "no",
        "possible",
        "certain",
    ]


def test_a_member_seen_after_the_exit_is_contested() -> None:
    left = claim("mali", "left", "g5-sahel", "2022-05-15")
    seen = claim("mali", "member-of", "g5-sahel", published="2023-03-01")
    earlier = claim("mali", "member-of", "g5-sahel", "2014/..", published="2018-01-01")
    _, second = fuse([earlier, left, seen])
    assert on(second, "2023-03-01") == "contested"
    assert (second.for_, second.against) == ((seen.id,), (left.id,))


def test_an_exit_that_an_actor_file_does_not_know_is_contested() -> None:
    left = claim("mali", "left", "ua", "2019-01-01")
    membership = only(fact("mali", "member-of", "ua", "2002-07-09/.."), left)
    assert on(membership, "2021-01-01") == "contested"
    assert membership.against == (left.id,)


# --- actor files


def test_actor_files_give_the_dates_and_articles_the_sources() -> None:
    seen = claim("mali", "member-of", "g5-sahel", published="2018-01-01")
    membership = only(
        fact("mali", "member-of", "g5-sahel", "2014-02-16/2022-05-15"),
        claim("mali", "founded", "g5-sahel", "2014-12"),
        seen,
    )
    assert (membership.when.start_edtf, membership.when.end_edtf) == ("2014-02-16", "2022-05-15")
    assert seen.document in membership.sources
    assert len(membership.sources) == 2
    assert not membership.curated


def test_what_only_actor_files_say_is_curated() -> None:
    membership = only(fact("mali", "member-of", "cedeao", "1975-05-28/.."))
    assert membership.curated
    assert membership.sources == ()
    assert membership.last_seen is None
    assert on(membership, "2010-01-01") == "certain"
    assert on(membership, "2040-01-01") == "possible"


# --- whatever the articles say

edtf_dates = st.sampled_from(
    [None, "2014", "2014-02-16", "2018-03", "2017/..", "../2019-05", "2012/2016", "2020/2023-06-01"]
)
statuses = st.sampled_from([s.value for s in Status])
days = st.dates(date(2010, 1, 1), date(2026, 1, 1))


@st.composite
def statements(draw: st.DrawFn, statuses: st.SearchStrategy[str] = statuses) -> Statement:
    relation = draw(st.sampled_from(FUSED))
    alliance, member = draw(st.sampled_from(["x", "y"])), draw(st.sampled_from(["mali", "niger"]))
    ends = {
        "created": (alliance, None),
        "dissolved": (alliance, None),
        "suspended": (alliance, member),
        "succeeded": ("y", "x"),
    }
    subject, object_ = ends.get(relation, (member, alliance))
    published = draw(st.none() | days.map(date.isoformat))
    made = claim(subject, relation, object_, draw(edtf_dates), status=draw(statuses), published=published)
    if draw(st.booleans()):
        return made
    return replace(made, document=None, published=FACTS_AS_OF, status=Status.ASSERTED)


@given(st.lists(statements(), max_size=8), st.randoms())
def test_the_order_of_articles_makes_no_difference(found: list[Statement], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fuse(shuffled) == fuse(found) == fuse(found + shuffled)


@given(st.lists(statements(), max_size=8), days)
def test_certain_is_also_possible_and_nothing_holds_outside_existence(
    found: list[Statement], day: date
) -> None:
    for membership in fuse(found):
        if membership.during(day, day) == "certain":
            assert membership.when.covers(day) == "certain"
            assert membership.certainty == "certain"
        assert membership.for_


@given(st.lists(statements(), max_size=8), days)
def test_only_what_one_statement_may_mean_is_certain(found: list[Statement], day: date) -> None:
    """Certain implies possible: no bound of a membership lies outside another."""
    for membership in fuse(found):
        first, begun, lasted, last = membership.when.bounds
        if begun and lasted and begun <= lasted:
            assert (first or date.min) <= begun
            assert lasted <= (last or date.max)


# --- one true history, told by articles that are all right


TRUE_START, TRUE_END = (
    st.dates(date(2010, 1, 1), date(2013, 1, 1)),
    st.dates(date(2015, 1, 1), date(2020, 1, 1)),
)


def window_around(draw: st.DrawFn, day: date) -> tuple[date, date]:
    """The day, its month, its year, or days around it."""
    precision = draw(st.sampled_from([10, 7, 4, None]))
    if precision:
        when = When.parse(day.isoformat()[:precision])
        assert when.earliest_start
        assert when.latest_end
        return when.earliest_start, when.latest_end
    before, after = draw(st.integers(0, 300)), draw(st.integers(0, 300))
    return day - timedelta(before), day + timedelta(after)


@st.composite
def true_statement(draw: st.DrawFn, start: date, end: date) -> Statement:
    """What an article may rightly say of a membership that lasted from start to end."""
    inside = draw(st.dates(start, end))
    long_after, long_before = end + timedelta(draw(st.integers(1, 900))), start - timedelta(400)
    began, ended = window_around(draw, start), window_around(draw, end)
    kind = draw(st.sampled_from(TRUE))
    made = {
        "whole": lambda: claim("mali", "member-of", "x"),
        "fact": lambda: fact("mali", "member-of", "x"),
        "since": lambda: claim("mali", "member-of", "x", published=inside.isoformat()),
        "until": lambda: claim("mali", "member-of", "x", published=None),
        "seen": lambda: claim("mali", "member-of", "x", published=inside.isoformat()),
        "founded": lambda: claim("mali", "founded", "x", published=inside.isoformat()),
        "left": lambda: claim("mali", "left", "x", published=(ended[1] + timedelta(3)).isoformat()),
        "announced": lambda: claim("mali", "left", "x", status="planned", published=inside.isoformat()),
        "suspended": lambda: claim("x", "suspended", "mali", inside.isoformat()),
        "alleged": lambda: claim("mali", "member-of", "x", status="alleged"),
        "no longer": lambda: claim("mali", "member-of", "x", status="negated", published=str(long_after)),
        "not yet": lambda: claim("mali", "member-of", "x", status="negated", published=str(long_before)),
    }[kind]()
    bounds = {
        "whole": (*began, *ended),
        "fact": (*began, *ended),
        "since": (*began, None, None),
        "until": (None, None, *ended),
        "founded": (*began, *began),
        "left": (*ended, *ended),
        "announced": (*ended, *ended),
    }.get(kind)
    return replace(made, when=When.of_bounds(*bounds)) if bounds else made


TRUE = (
    "whole", "fact", "since", "until", "seen", "founded", "left", "announced", "suspended", "alleged",
    "no longer", "not yet",
)  # fmt: skip


@settings(max_examples=300)
@given(st.data(), TRUE_START, TRUE_END)
def test_what_is_certain_is_true_and_stays_so(data: st.DataObject, start: date, end: date) -> None:
    found = data.draw(st.lists(true_statement(start, end), min_size=1, max_size=6))
    day = data.draw(st.dates(start - timedelta(500), end + timedelta(500)))

    def is_certain(known: list[Statement]) -> bool:
        return any(on(membership, day.isoformat()) == "certain" for membership in fuse(known))

    for known in range(1, len(found) + 1):
        if is_certain(found[:known]):
            assert start <= day <= end
            assert is_certain(found)


@given(st.lists(statements(st.sampled_from(["alleged", "denied", "negated", "planned"])), max_size=8), days)
def test_nothing_is_certain_without_an_assertion(found: list[Statement], day: date) -> None:
    for membership in fuse(s for s in found if not s.curated):
        assert membership.during(day, day) in ("possible", "contested", "no")
