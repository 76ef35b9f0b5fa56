"""Posts and the words around them: offices.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table
from sahelgraph.ontology.names import fold

OFFICES_FILE = Path(__file__).with_name("offices.toml")


@dataclass(frozen=True)
class Offices:
    """See the comments in offices.toml; posts are folded, their words joined by one blank."""

    state: frozenset[str]
    any: frozenset[str]
    heads: frozenset[str]
    """The first word of every post, in singular and plural."""
    longest: int
    former: frozenset[str]
    future: frozenset[str]
    inner: frozenset[str]
    lead: frozenset[str]


def load_offices(path: Path = OFFICES_FILE) -> Offices:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    state = frozenset(_key(p) for p in table.texts("state"))
    any_ = frozenset(_key(p) for p in table.texts("any"))
    posts = state | any_
    written = (*table.texts("state"), *table.texts("any"))
    heads = {fold(p).split()[0].split("'")[0] for p in written} | {p.split()[0] for p in posts}
    heads |= {h + "s" for h in heads}
    offices = Offices(
        state=state,
        any=any_,
        heads=frozenset(heads),
        longest=max(len(p.split()) for p in posts),
        former=frozenset(fold(w) for w in table.texts("former")),
        future=frozenset(fold(w) for w in table.texts("future")),
        inner=frozenset(table.texts("inner")),
        lead=frozenset(table.texts("lead")),
    )
    table.check_all_read()
    return offices


@cache
def offices() -> Offices:
    """The posts of offices.toml, read once."""
    return load_offices()


def _key(post: str) -> str:
    return " ".join(fold(post).replace("'", "' ").replace("-", " - ").split())
