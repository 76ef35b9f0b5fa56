"""Reprints: papers print what agencies send them, and the same text twice is one source.

Of every article the store keeps a MinHash sketch (Broder 1997) of its text, in runs of a few words.
Two articles print one text where most runs of the shorter are in the longer: cuts and additions leave
that so, while independent reports of one event share hardly any.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from base64 import b64decode, b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pyoxigraph import Literal
from rensa import RMinHash

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.store import Store, select
from sahelgraph.graph.terms import to_date

RUN = 4
"""Words in a run."""
PERMUTATIONS = 128
PACKED = f"<{PERMUTATIONS}I"
CONTAINED = 0.6
"""So much of the shorter text must be in the longer."""
LONGER = 4
"""Texts that differ in length more than so many times are not compared: the estimate is too coarse."""
SHORTEST = 20
"""Texts of fewer runs are reprints only where they are the same."""
METHOD = f"rensa-{RMinHash.ALGORITHM_VERSION}-{RUN}-{PERMUTATIONS}"
"""Sketches can be compared where they were made alike."""
SKETCHES = """
    SELECT ?article ?sketch ?date
    WHERE { GRAPH ?article { ?article sg:sketch ?sketch OPTIONAL { ?article dcterms:date ?date } } }"""
REPRINTS = "SELECT ?article ?first WHERE { GRAPH graph:memberships { ?article sg:reprintOf ?first } }"


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different runs of words a text has, and the MinHash of them."""

    runs: int
    values: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Sketch:
        words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
        runs = {" ".join(words[i : i + RUN]) for i in range(max(len(words) - RUN, 0) + 1)}
        hashes = RMinHash(num_perm=PERMUTATIONS, seed=1)
        hashes.update(sorted(runs))
        return cls(len(runs), tuple(hashes.digest()))

    @classmethod
    def parse(cls, text: str) -> Sketch | None:
        """The inverse of `str`; None where it was made by another method."""
        method, _, rest = text.partition(":")
        runs, _, values = rest.partition(":")
        if method != METHOD:
            return None
        return cls(int(runs), struct.unpack(PACKED, b64decode(values)))

    def __str__(self) -> str:
        return f"{METHOD}:{self.runs}:{b64encode(struct.pack(PACKED, *self.values)).decode()}"


@dataclass(frozen=True, slots=True)
class Print:
    """An article by its file name, its date and the sketch of its text."""

    document: str
    date: date | None
    sketch: Sketch


def reprints(prints: Iterable[Print]) -> dict[str, str]:
    """For every article that prints the text of an earlier one, the first to print it. Of one day, the
    first by name; an article without a date comes last."""
    import networkx as nx

    every = {p.document: p for p in prints}
    same: nx.Graph[str] = nx.Graph()
    same.add_edges_from(_alike(every))
    found: dict[str, str] = {}
    for group in nx.connected_components(same):
        first, *others = sorted(group, key=lambda d: (every[d].date or date.max, d))
        found |= dict.fromkeys(others, first)
    return found


def stored_prints(store: Store) -> Iterator[Print]:
    """The articles of a store."""
    for article, sketch, day in select(store, SKETCHES):
        if isinstance(sketch, Literal) and (parsed := Sketch.parse(sketch.value)):
            yield Print(id_of(article), to_date(day), parsed)


def read_reprints(store: Store) -> dict[str, str]:
    """What `reprints` gave when the store was last refreshed."""
    return {id_of(article): id_of(first) for article, first in select(store, REPRINTS)}


def repeated(documents: Iterable[str], prints: Mapping[str, str]) -> tuple[str, ...]:
    """Those of some articles that print the text of another of them; `prints` as `reprints` gives it."""
    texts: set[str] = set()
    again = []
    for document in sorted(documents, key=lambda d: (d in prints, d)):
        text = prints.get(document, document)
        if text in texts:
            again.append(document)
        texts.add(text)
    return tuple(again)


def _alike(prints: Mapping[str, Print]) -> Iterator[tuple[str, str]]:
    """Articles whose sketches share a value are compared by how many they share."""
    holders: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for document in sorted(prints):
        for place in enumerate(prints[document].sketch.values):
            holders[place].append(document)
    shared = Counter(pair for documents in holders.values() for pair in combinations(documents, 2))
    for (one, other), count in shared.items():
        if _one_text(prints[one].sketch.runs, prints[other].sketch.runs, count / PERMUTATIONS):
            yield one, other


def _one_text(one: int, other: int, jaccard: float) -> bool:
    shorter, longer = sorted((one, other))
    if shorter < SHORTEST or longer > LONGER * shorter:
        return jaccard == 1
    return jaccard * (shorter + longer) / (1 + jaccard) >= CONTAINED * shorter
