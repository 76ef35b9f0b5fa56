"""Verbs of support, speech, denial and intention: verbs.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_word_sets

VERBS_FILE = Path(__file__).with_name("verbs.toml")


@dataclass(frozen=True)
class Verbs:
    """See the comments in verbs.toml."""

    support: frozenset[str]
    undergo: frozenset[str]
    object_control: frozenset[str]
    tell: frozenset[str]
    say: frozenset[str]
    address: frozenset[str]
    double: frozenset[str]
    speakers: frozenset[str]
    private: frozenset[str]
    allege: frozenset[str]
    undo: frozenset[str]
    deny: frozenset[str]
    answer: frozenset[str]
    ask: frozenset[str]
    wish: frozenset[str]
    requests: frozenset[str]
    pause: frozenset[str]
    avoid: frozenset[str]
    hinder: frozenset[str]
    come_about: frozenset[str]
    apply: frozenset[str]
    plan: frozenset[str]
    capture: frozenset[str]
    regard: frozenset[str]
    take_for: frozenset[str]
    contents: frozenset[str]
    announce: frozenset[str]
    charges: frozenset[str]
    have: frozenset[str]
    decree: frozenset[str]
    modals: frozenset[str]
    captives: frozenset[str]
    expect: frozenset[str]
    cases: frozenset[str]
    refuse: frozenset[str]
    put_off: frozenset[str]
    alleged_words: frozenset[str]
    planned_words: frozenset[str]
    agencies: frozenset[str]


def load_verbs(path: Path = VERBS_FILE) -> Verbs:
    """Raises DataError where the file is not right."""
    return read_word_sets(path, Verbs)


@cache
def verbs() -> Verbs:
    """The verbs of verbs.toml, read once."""
    return load_verbs()
