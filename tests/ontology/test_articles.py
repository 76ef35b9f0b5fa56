"""Articles: what makes them new, and what cannot be one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.errors import ArticleError

ARTICLE = Article("a.txt", "Le Mali.", "Titre", date(2024, 1, 1), "Le Journal", "https://example.org/a")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Le Niger."},
        {"title": None},
        {"date": date(2024, 1, 2)},
        {"publisher": "La Gazette"},
        {"url": None},
    ],
)
def test_another_text_or_other_metadata_are_another_article(change: dict[str, object]) -> None:
    assert replace(ARTICLE, **change).fingerprint != ARTICLE.fingerprint


def test_another_name_is_the_same_article() -> None:
    assert replace(ARTICLE, document="b.txt").fingerprint == ARTICLE.fingerprint


@pytest.mark.parametrize("field", ["document", "text", "title", "publisher", "url"])
def test_half_a_character_is_refused(field: str) -> None:
    with pytest.raises(ArticleError, match="no Unicode") as error:
        replace(ARTICLE, **{field: "x\udcff"})
    assert str(error.value).encode()
