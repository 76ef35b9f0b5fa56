"""What claims and curated facts together say of who belonged when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
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


@given(st.lists(statements(st.sampled_from(["alleged", "denied", "negated", "planned"])), max_size=8), days)
def test_nothing_is_certain_without_an_assertion(found: list[Statement], day: date) -> None:
    for membership in fuse(s for s in found if not s.curated):
        assert membership.during(day, day) in ("possible", "contested", "no")
