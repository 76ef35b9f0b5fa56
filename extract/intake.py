"""One run over many articles: reads them one by one, tells what is wrong with some, and counts all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from sahelgraph.extract.metadata import Metadata
from sahelgraph.extract.reading import Notice, Severity, Source, find_sources, read_articles
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.errors import SahelgraphError


@dataclass(slots=True)
class Intake:
    """The articles that `paths` name. `tell` is given the word and the line of each notice, `done` is
    called after each article. `read` counts articles that went on, `failed` those that could not be
    read, `skipped` those in another language, `unchanged` those that were known already."""

    paths: Iterable[str]
    defaults: Metadata
    tell: Callable[[str, str], None]
    done: Callable[[], None] = lambda: None
    read: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    sources: list[Source | Notice] = field(init=False)

    def __post_init__(self) -> None:
        self.sources = find_sources(self.paths)

    def articles(self) -> Iterator[Article] | None:
        """The articles that can be read, None where there is none: then nothing need be opened for them."""
        articles = self._articles()
        first = next(articles, None)
        return None if first is None else chain([first], articles)

    def unless(
        self, known: Callable[[Article], bool], articles: Iterator[Article]
    ) -> Iterator[Article] | None:
        """Those of the articles that are not known, None where all are."""
        new = (article for article in articles if not self._is_known(known, article))
        first = next(new, None)
        return None if first is None else chain([first], new)

    def reject(self, error: SahelgraphError) -> None:
        """Counts an article among those that failed, although it could be read."""
        self.tell(Severity.ERROR, str(error))
        self.read -= 1
        self.failed += 1

    def __str__(self) -> str:
        return f"{self.read} read, {self.unchanged} unchanged, {self.skipped} skipped, {self.failed} failed"

    def _articles(self) -> Iterator[Article]:
        for article, notices in read_articles(self.sources, self.defaults):
            for notice in notices:
                self.tell(notice.severity, str(notice.error))
                self.skipped += notice.severity is Severity.SKIPPED
                self.failed += notice.severity is Severity.ERROR
            if article is not None:
                self.read += 1
                yield article
            self.done()

    def _is_known(self, known: Callable[[Article], bool], article: Article) -> bool:
        if not known(article):
            return False
        self.read -= 1
        self.unchanged += 1
        return True
