"""Short articles are read, and with the actor files they tell hard histories day by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.graph.memberships import Membership, fuse
from sahelgraph.graph.remarks import announced, suspended
from sahelgraph.graph.statements import Statement, statements_of_facts
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim
from sahelgraph.ontology.when import Certainty

STORIES = yaml.safe_load((Path(__file__).parent.parent / "histories" / "stories.yaml").read_text("utf-8"))


@dataclass(frozen=True)
class Told:
    """What a story's articles say, alone and with the actor files."""

    alone: list[Membership]
    with_facts: list[Membership]


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: story["story"])
def story(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(scope="module")
def told(story: Any, extractor: Extractor) -> Told:
    articles = [Article(f"{day}.txt", text, date=day) for day, text in story["articles"].items()]
    read = extractor.extract(articles)
    said = [statement(article, claim) for article, claims in read for claim in claims]
    return Told(fuse(said), fuse([*statements_of_facts(actor_book()), *said]))


def statement(article: Article, claim: Claim) -> Statement:
    other = claim.object
    return Statement(
        claim.id,
        claim.relation,
        claim.subject.id,
        other.id if other else None,
        claim.subject.type,
        other.type if other else None,
        claim.status,
        claim.when,
        article.document,
        article.date,
    )


def certainties(memberships: list[Membership], story: Mapping[str, Any], day: date) -> dict[str, str]:
    spells = [m for m in memberships if m.alliance == story["about"] and m.actor in story["actors"]]
    return {m.actor: held for m in spells if (held := m.during(day, day)) != "no"}


def test_who_belonged_day_by_day(story: Any, told: Told) -> None:
    for day, so in story["days"].items():
        expected = {actor: word for word in ("certain", "possible") for actor in so.get(word, ())}
        assert certainties(told.with_facts, story, day) == expected, day


def test_exits_and_suspensions_day_by_day(story: Any, told: Told) -> None:
    for day, so in story["days"].items():
        held = certainties(told.with_facts, story, day)
        spells = [
            m
            for m in told.with_facts
            if m.alliance == story["about"] and m.actor in held and m.during(day, day) != "no"
        ]
        leaving = {m.actor for m in spells if announced(m, day, day)}
        out = {m.actor for m in spells if suspended(m, day) is Certainty.CERTAIN}
        assert leaving == set(so.get("announced", ())), day
        assert out == set(so.get("suspended", ())), day


def test_the_articles_alone_say_nothing_else(story: Any, told: Told) -> None:
    """What they make certain is certain with the actor files too, and what is certain with these they
    leave open at least."""
    for day, so in story["days"].items():
        alone = certainties(told.alone, story, day)
        expected = set(so.get("certain", ()))
        assert {actor for actor, word in alone.items() if word == "certain"} <= expected, day
        known = {m.actor for m in told.alone if m.alliance == story["about"]}
        assert expected & known <= set(alone), day


def test_a_suspension_ends_no_membership(told: Told) -> None:
    for membership in told.with_facts:
        assert all(e.statement not in membership.against for e in membership.suspensions)
