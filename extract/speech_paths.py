"""The way in the parse from a word up to the verb of speech that reports it."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.grammar import (
    THAT,
    direct_subjects,
    governors,
    is_finite,
    is_passive,
    lower,
    obliques,
)
from sahelgraph.extract.trees import Token


def asked(verb: Token) -> list[Token]:
    """«a-t-on appris auprès de X»: whom it was learnt from."""
    beside = [c for v in verb.children if lower(v) == "auprès" for _, c in obliques(v)]
    return beside or [noun for case, noun in obliques(verb) if case == "auprès de"]


def is_said(trigger: Token, verb: int) -> bool:
    """Is the trigger in what the verb reports, and not in its subject: «X, allié de Y, a déclaré»? What is
    claimed or confirmed by somebody is the subject of a passive."""
    below = trigger
    for above in governors(trigger):
        if above.i == verb:
            if below.dep_ == "advcl":
                marks = [lower(c) for c in below.children if c.dep_ == "mark"]
                return any(m in THAT for m in marks) or (not marks and _is_before(below, above))
            if below.dep_.startswith(("nsubj", "csubj")):
                return is_passive(above)
            return below.dep_ != "conj"
        below = above
    return False


def _is_before(clause: Token, verb: Token) -> bool:
    """«X a attaqué Y, a annoncé mardi Z», where the parse hangs what is said on the verb of speech."""
    finite = is_finite(clause) or any(is_finite(c) for c in clause.children if c.dep_.startswith("aux"))
    return finite and clause.i < verb.i and all(s.i > verb.i for s in direct_subjects(verb))


def in_relative(token: Token, verb: Token) -> Iterator[bool]:
    """For each word from a token up to a verb: is it a relative clause?"""
    for above in (token, *governors(token)):
        if above == verb:
            return
        yield above.dep_ == "acl:relcl"
