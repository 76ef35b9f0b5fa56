"""Words of forces and their leaving: presence.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table

PRESENCE_FILE = Path(__file__).with_name("presence.toml")


@dataclass(frozen=True)
class PresenceWords:
    """See presence.toml."""

    forces: frozenset[str]
    stays: frozenset[str]
    answering: frozenset[str]
    strikes: frozenset[str]
    men: frozenset[str]
    posted: frozenset[str]
    posts: frozenset[str]
    keeping: frozenset[str]
    stationed: frozenset[str]
    sending: frozenset[str]
    civil: frozenset[str]
    envoys: frozenset[str]
    carrying: frozenset[str]
    peaceful: frozenset[str]
    soldierly: frozenset[str]
    counts: frozenset[str]
    commanders: frozenset[str]
    unarmed: tuple[str, ...]
    home_names: tuple[str, ...]
    force_names: tuple[str, ...]
    companies: frozenset[str]
    leaving: frozenset[str]
    returning: frozenset[str]
    calling_back: frozenset[str]
    retreats: frozenset[str]
    sites: frozenset[str]
    giving_up: frozenset[str]
    un_adjectives: frozenset[str]
    continents: frozenset[str]
    regions: Mapping[str, frozenset[str]]
    homes: Mapping[str, frozenset[str]]


def load_presence_words(path: Path = PRESENCE_FILE) -> PresenceWords:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    beginnings = ("unarmed", "home_names", "force_names")
    tables = ("regions", "homes")
    sets = (name for name in PresenceWords.__dataclass_fields__ if name not in (*beginnings, *tables))
    words = PresenceWords(
        unarmed=table.texts("unarmed"),
        home_names=table.texts("home_names"),
        force_names=table.texts("force_names"),
        regions=_sets(table.table("regions")),
        homes=_sets(table.table("homes")),
        **{name: frozenset(table.texts(name)) for name in sets},
    )
    table.check_all_read()
    return words


def _sets(table: Table) -> dict[str, frozenset[str]]:
    return {name: frozenset(table.texts(name)) for name in table.keys()}  # noqa: SIM118


@cache
def presence_words() -> PresenceWords:
    """The words of presence.toml, read once."""
    return load_presence_words()
