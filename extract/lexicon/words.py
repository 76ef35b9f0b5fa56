"""Sets of words that one module each reads: words.toml, with a table for every module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.errors import DataError, Place

WORDS_FILE = Path(__file__).with_name("words.toml")


class WordSets:
    """The word sets of a file. Raises DataError where it is no TOML."""

    def __init__(self, path: Path = WORDS_FILE) -> None:
        self._path = path
        self._table = read_table(path)
        self._modules: dict[str, Table] = {}

    def words(self, module: str, name: str) -> frozenset[str]:
        """One set of a module. Raises DataError where the file has no such list, or nothing in it."""
        if module not in self._modules:
            self._modules[module] = self._table.table(module)
        words = frozenset(self._modules[module].texts(name))
        if not words:
            raise DataError(f"[{module}] needs a list «{name}»", where=Place(self._path))
        return words

    def check_all_read(self) -> None:
        """Raises DataError for a list that no module has asked for."""
        self._table.check_all_read()


@cache
def word_sets() -> WordSets:
    """The file of the package, read once."""
    return WordSets()


def word_set(module: str, name: str) -> frozenset[str]:
    """What a module calls NAME, from the list `name` under its own name."""
    return word_sets().words(module, name)
