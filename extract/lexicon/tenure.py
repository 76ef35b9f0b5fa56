"""What begins and ends the time of an office: the table tenure of offices.toml."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.lexicon.loading import Table
from sahelgraph.ontology.names import fold


@dataclass(frozen=True)
class TenureWords:
    """See the comments in offices.toml; every cue is a tuple of folded words."""

    begin: frozenset[tuple[str, ...]]
    become: frozenset[tuple[str, ...]]
    lasting: frozenset[tuple[str, ...]]
    suffer: frozenset[tuple[str, ...]]
    leave: frozenset[tuple[str, ...]]
    loss: frozenset[tuple[str, ...]]
    coup: frozenset[tuple[str, ...]]
    succeed: frozenset[tuple[str, ...]]
    death: frozenset[tuple[str, ...]]


def read_tenure(table: Table) -> TenureWords:
    """Raises DataError where a list is not one of texts."""
    return TenureWords(
        *(
            frozenset(cue_words(text) for text in table.texts(name))
            for name in ("begin", "become", "lasting", "suffer", "leave", "loss", "coup", "succeed", "death")
        )
    )


def cue_words(text: str) -> tuple[str, ...]:
    """The words of a cue as tokens are compared with it: folded, the apostrophe with the word before it."""
    return tuple(fold(text).replace("’", "'").replace("'", "' ").split())
