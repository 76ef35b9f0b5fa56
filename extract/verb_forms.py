"""Forms of the verbs of the first group that the lexicon knows: «bombarda» is of «bombarder»."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sahelgraph.extract.grammar import PAST_OF_ER, lower
from sahelgraph.extract.trees import Token

HELD = {
    held + ending: verb
    for held, verb in (("détenu", "détenir"), ("retenu", "retenir"))
    for ending in ("", "e", "s", "es")
}
DENIES = "dément"
"""No adverb, though it ends like one."""
DEAD = ("mort", "morts", "morte", "mortes")
FIGHTS = ("combat", "combattre")
"""«Le Ghana combat au Togo»: a form that most often is a noun."""
PRESENT = ("e", "ent")
GERUND = ("ant",)
IMPERFECT = ("ait", "aient")
PAST = (*IMPERFECT, "a", "èrent")
Guess = Callable[[str], str]
"""Gives the known verb of which a word is a form; empty where there is none."""


def guess(word: str, endings: tuple[str, ...], known: frozenset[str]) -> str:
    """The known verb of the first group of which the word is such a form; empty where there is none."""
    if endings is PRESENT and word == FIGHTS[0]:
        return FIGHTS[1]
    verbs = (word[: -len(e)] + "er" for e in endings if word.endswith(e))
    return next((v for v in verbs if v in known), "")


def present_of(known: frozenset[str]) -> Guess:
    """The known verb of the first group of which a word is a form in the present."""
    return lambda word: guess(word, PRESENT, known)


def participle_of(token: Token, known: frozenset[str]) -> str:
    """The known verb in -er or -ir of which the word is the past participle; empty where there is none."""
    word = lower(token)
    second = word + "r" if word.endswith("i") else ""
    return guess(word, PAST_OF_ER, known) or (second if second in known else "")


@lru_cache(maxsize=1 << 16)
def may_be_verb(word: str, known: frozenset[str]) -> bool:
    """Is a word a form of a known verb, whatever the parser took it for?"""
    if word == DENIES or word in HELD or word in DEAD or (word.endswith("i") and word + "r" in known):
        return True
    return any(guess(word, endings, known) for endings in (PRESENT, PAST, PAST_OF_ER, GERUND))


def tense_of(verb: Token) -> str:
    """The tense that the ending of a verb of the first group in the past shows."""
    return "Imp" if lower(verb).endswith(IMPERFECT) else "Past"
