"""Short ways to read a text."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest

from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim


class Claims(Protocol):
    """Reads a text: `claims("…", date="2024-11-07", publisher="…")`."""

    def __call__(self, text: str, date: str | None = ..., publisher: str | None = ...) -> list[Claim]: ...


@pytest.fixture(scope="session")
def claims(extractor: Extractor) -> Claims:
    def read(text: str, date: str | None = "2024-11-07", publisher: str | None = None) -> list[Claim]:
        ((_, found),) = extractor.extract([article(text, date, publisher)])
        return list(found)

    return read


@pytest.fixture(scope="session")
def finder() -> MentionFinder:
    return MentionFinder(actor_book(), name_words())


def article(text: str, day: str | None = "2024-11-07", publisher: str | None = None) -> Article:
    return Article("article.txt", text, date=date.fromisoformat(day) if day else None, publisher=publisher)


def stated(found: list[Claim], relation: str) -> set[tuple[str, str]]:
    """Who stands in a relation to whom."""
    return {(c.subject.id, c.object.id) for c in found if c.relation == relation and c.object}
