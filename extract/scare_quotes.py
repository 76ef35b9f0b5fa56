"""Quotation marks between an elided word and its noun, «l'"agression" de X», which mislead the parser: it
reads such sentences without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

OPENING = frozenset('«“"')
CLOSING = frozenset('»”"')
APOSTROPHES = frozenset(("'", "’"))
ELIDING = frozenset(("l", "d", "qu", "s", "n", "c", "j", "m", "jusqu", "lorsqu", "puisqu"))
INFIX = r"(?<=['’])[«“\"]"
"""Where the tokenizer has to take a mark from the word that it opens: «l'"offensive"»."""
ELIDED_MARK = re.compile(r"['’]\s*[«“\"]")
LONGEST = 5
HARD = frozenset(",;:.!?…()")
"""What stands in a quotation that is a sentence of its own."""


def join_elisions(doc: Doc) -> None:
    """Makes one token of an elided word and its apostrophe, which the tokenizer takes apart before a mark:
    «d'« agression »». Changes `doc`."""
    if not ELIDED_MARK.search(doc.text):
        return
    words = [token.text for token in doc]
    torn = [
        index
        for index in range(1, len(words) - 1)
        if words[index] in APOSTROPHES and words[index - 1].lower() in ELIDING and words[index + 1] in OPENING
    ]
    if torn:
        with doc.retokenize() as retokenizer:
            for index in torn:
                retokenizer.merge(doc[index - 1 : index + 1])


def scare_quotes(words: Sequence[str], starts: Sequence[bool | int | None]) -> frozenset[int]:
    """The places of the marks that stand around at most LONGEST words behind an elided one, and not before a
    comma, where what is said may stand. `starts` are the words that begin a sentence."""
    found: set[int] = set()
    opened: int | None = None
    for index, word in enumerate(words):
        if opened is None:
            if word in OPENING:
                opened = index
        elif word in CLOSING:
            if _is_short(words, starts, opened, index):
                found.update((opened, index))
            opened = None
        elif "\n" in word:
            opened = None
    return frozenset(found)


def _is_short(words: Sequence[str], starts: Sequence[bool | int | None], first: int, last: int) -> bool:
    inside = words[first + 1 : last]
    if not 0 < len(inside) <= LONGEST or first == 0 or words[first - 1][-1] not in APOSTROPHES:
        return False
    if any(starts[first : last + 1]) or any(word[-1] in HARD for word in inside):
        return False
    following = words[last + 1] if last + 1 < len(words) else ""
    return following != ","
