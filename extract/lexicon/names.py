"""What tells a name of one kind from another: names.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.claims import ActorType

NAMES_FILE = Path(__file__).with_name("names.toml")


@dataclass(frozen=True)
class NameWords:
    """See the head of each table in names.toml."""

    titles: tuple[str, ...]
    posts: tuple[str, ...]
    ranks: tuple[str, ...]
    led: tuple[str, ...]
    particles: tuple[str, ...]
    given_names: tuple[str, ...]
    takings: tuple[str, ...]
    taken: tuple[str, ...]
    organisation_heads: tuple[tuple[str, ActorType], ...]
    introducers: tuple[tuple[str, ActorType], ...]
    connectors: tuple[str, ...]
    movement_heads: tuple[str, ...]
    movement_words: tuple[str, ...]
    no_actors: tuple[str, ...]


def load_name_words(path: Path = NAMES_FILE) -> NameWords:
    """Raises DataError where the file is not right."""
    table = read_table(path)
    movements = table.table("movements")
    words = NameWords(
        titles=table.texts("titles"),
        posts=table.texts("posts"),
        ranks=table.texts("ranks"),
        led=table.texts("led"),
        particles=table.texts("particles"),
        given_names=table.texts("given_names"),
        takings=table.texts("takings"),
        taken=table.texts("taken"),
        organisation_heads=_typed(table.table("organisation_heads")),
        introducers=_typed(table.table("introducers")),
        connectors=table.table("connectors").texts("words"),
        movement_heads=movements.texts("heads"),
        movement_words=movements.texts("words"),
        no_actors=table.table("no_actors").texts("words"),
    )
    table.check_all_read()
    return words


@cache
def name_words() -> NameWords:
    """The words of names.toml, read once."""
    return load_name_words()


def _typed(table: Table) -> tuple[tuple[str, ActorType], ...]:
    keys = table.keys()
    pairs = [(word, table.actor_type(key)) for key in keys for word in table.texts(key)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
