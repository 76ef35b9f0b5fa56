"""Nouns that a sentence says of its subject: «X est un groupe né en 2012, que Y combat» is about X."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, SUBJECTS
from sahelgraph.extract.trees import Token


def is_predicate(noun: Token) -> bool:
    """Is it a noun with an article and a copula, said of a name or noun before it?"""
    return said_of(noun) is not None


def said_of(noun: Token) -> Token | None:
    """The subject that such a noun is said of."""
    if noun.pos_ != "NOUN" or not {"cop", "det"} <= {c.dep_ for c in noun.children}:
        return None
    before = (c for c in noun.children if c.dep_ in SUBJECTS and c.pos_ in NAMING and c.i < noun.i)
    return next(before, None)
