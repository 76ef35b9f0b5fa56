"""Posts and the words around them: offices.toml."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table
from sahelgraph.extract.lexicon.tenure import TenureWords, read_tenure
from sahelgraph.ontology.names import fold

OFFICES_FILE = Path(__file__).with_name("offices.toml")
LISTS = (
    *("former", "future", "qualities", "diplomats", "outlaws", "relays", "founders", "chiefs"),
    *("institutions", "units", "lead", "appoint", "appointments", "hold", "reins", "entrust"),
    *("present", "portfolios", "governments", "wanting"),
)
VERBS = ("lead", "appoint", "hold", "entrust")


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
    qualities: frozenset[str]
    inner: frozenset[str]
    diplomats: frozenset[str]
    outlaws: frozenset[str]
    relays: frozenset[str]
    founders: frozenset[str]
    chiefs: frozenset[str]
    institutions: frozenset[str]
    units: frozenset[str]
    lead: frozenset[str]
    appoint: frozenset[str]
    appointments: frozenset[str]
    hold: frozenset[str]
    reins: frozenset[str]
    entrust: frozenset[str]
    present: frozenset[str]
    portfolios: frozenset[str]
    governments: frozenset[str]
    wanting: frozenset[str]
    verbs: frozenset[str]
    """The infinitives of all of this, with their accents."""
    tenure: TenureWords
    ranks: tuple[frozenset[str], ...]
    """Posts that mean the same: «président de la République», «chef de l'État»."""


def load_offices(path: Path = OFFICES_FILE) -> Offices:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    state = frozenset(post_key(p) for p in table.texts("state"))
    any_ = frozenset(post_key(p) for p in table.texts("any"))
    posts = state | any_
    written = (*table.texts("state"), *table.texts("any"))
    heads = {fold(p).split()[0].split("'")[0] for p in written} | {p.split()[0] for p in posts}
    heads |= {h + "s" for h in heads}
    ranks = table.table("ranks")
    offices = Offices(
        state=state,
        any=any_,
        heads=frozenset(heads),
        inner=frozenset(table.texts("inner")),
        longest=max(len(p.split()) for p in posts),
        verbs=frozenset(w for name in VERBS for w in table.texts(name)),
        tenure=read_tenure(table.table("tenure")),
        ranks=tuple(frozenset(fold(w) for w in ranks.texts(key)) for key in ranks.keys()),  # noqa: SIM118
        **{name: frozenset(_word(w) for w in table.texts(name)) for name in LISTS},
    )
    table.check_all_read()
    return offices


@cache
def offices() -> Offices:
    """The posts of offices.toml, read once."""
    return load_offices()


@lru_cache(maxsize=1 << 16)
def post_key(post: str) -> str:
    """One spelling for a post, whatever its case, accents, apostrophes and hyphens."""
    return " ".join(re.sub(r"['’]", "' ", fold(post)).replace("-", " - ").split())


def post_in(words: str, posts: Container[str]) -> str:
    """The longest of these posts that a text, all in the spelling of `post_key`, begins with; empty where it
    begins with none."""
    while words and words not in posts:
        words = words.rpartition(" ")[0]
    return words


def _word(word: str) -> str:
    return fold(word).replace("’", "'")
