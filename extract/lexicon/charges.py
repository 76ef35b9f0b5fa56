"""Words that make an accusation of what somebody says of others: charges.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_word_sets

CHARGES_FILE = Path(__file__).with_name("charges.toml")


@dataclass(frozen=True)
class ChargeWords:
    """See the comments in charges.toml."""

    blame: frozenset[str]
    blame_clause: frozenset[str]
    charge: frozenset[str]
    wrong: frozenset[str]
    aid: frozenset[str]
    outlaws: frozenset[str]
    deed: frozenset[str]
    act: frozenset[str]
    outrageous: frozenset[str]
    commit: frozenset[str]
    stir: frozenset[str]
    trouble: frozenset[str]
    standing: frozenset[str]
    root: frozenset[str]
    behind: frozenset[str]
    breach: frozenset[str]
    pledge: frozenset[str]
    mark: frozenset[str]
    fall: frozenset[str]
    mean: frozenset[str]
    bear: frozenset[str]
    burden: frozenset[str]
    fail: frozenset[str]
    violence: frozenset[str]
    work: frozenset[str]

    @cached_property
    def blaming(self) -> frozenset[str]:
        """All verbs whose subject blames."""
        return self.blame | self.blame_clause

    @cached_property
    def held_against(self) -> frozenset[str]:
        """All verbs that, with the right object, say of their subject what is held against it."""
        return (
            self.wrong | self.aid | self.commit | self.stir | self.bear | self.fail | self.breach | self.fall
        )

    @cached_property
    def telling(self) -> frozenset[str]:
        """The lemmas of all verbs and nouns that may make a charge, pronominal or not."""
        spelt = self.blaming | self.held_against | self.violence | self.standing | self.root | self.charge
        return frozenset(word.removeprefix("se ").removeprefix("s'") for word in spelt)


def load_charges(path: Path = CHARGES_FILE) -> ChargeWords:
    """Raises DataError where the file is not right."""
    return read_word_sets(path, ChargeWords)


@cache
def charge_words() -> ChargeWords:
    """The words of charges.toml, read once."""
    return load_charges()
