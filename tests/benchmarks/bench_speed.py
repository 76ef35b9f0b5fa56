"""How fast articles are read, stored and asked: `make bench` prints it. Nothing here can fail by time."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from sahelgraph.extract.pipeline import EXTRACTOR_VERSION, Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.graph.answers import when, who
from sahelgraph.graph.build import add_articles, refresh_memberships
from sahelgraph.graph.store import open_store
from sahelgraph.ontology.actors import actor_book

ARTICLES = Path(__file__).parent.parent.parent / "seeds" / "articles"
TIMES = 20


@contextmanager
def told(what: str, per: int = 1) -> Iterator[None]:
    start = perf_counter()
    yield
    print(f"{what:<50}{1000 * (perf_counter() - start) / per:>12,.1f} ms")


def test_from_articles_to_answers(tmp_path: Path) -> None:
    print()
    with told("load the actor files"):
        book = actor_book()
    with told("load the language model and the lexicon"):
        extractor = Extractor(book)
    articles = [article for article, _ in read_articles(find_sources([str(ARTICLES)])) if article]
    with told(f"read an article (of {len(articles)})", per=len(articles)):
        extracted = list(extractor.extract(articles))
    with open_store(tmp_path / "store", write=True) as store:
        with told("write an article's claims", per=len(articles)):
            add_articles(store, extracted, book, EXTRACTOR_VERSION)
        with told("write the actor files, fuse memberships"):
            refresh_memberships(store, book)
        with told("fuse memberships again"):
            refresh_memberships(store, book)
    with open_store(tmp_path / "store") as store:
        with told("who belonged to an alliance", per=TIMES):
            assert all(who(store, book, "aes") for _ in range(TIMES))
        with told("when an actor belonged to an alliance", per=TIMES):
            assert all(when(store, book, "mali", "g5-sahel") for _ in range(TIMES))
    size = sum(f.stat().st_size for f in (tmp_path / "store").rglob("*") if f.is_file())
    print(f"{'the store on disk':<50}{size / 1e6:>12,.1f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{'memory at its highest':<50}{peak / 1e3:>12,.1f} MB")
