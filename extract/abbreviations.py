"""Acronyms that a text introduces, by the algorithm of Schwartz and Hearst (PSB 2003), in either order.

Covers «Comité d'état-major opérationnel conjoint (Cémoc)» and «Cémoc (Comité …)», also with the long
form in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sahelgraph.ontology.names import fold

PARENTHESIS = re.compile(r"\s?\(\s*([^()]{2,120}?)\s*\)")
ACRONYM = re.compile(r"[A-ZÀ-Ý][\w.&/’'-]{1,12}")
REMARK = re.compile(r"([A-ZÀ-Ý]{2,9}(?:-[A-ZÀ-Ý]{1,4})?)\s?[,;]\s+(?!(?:ou|ex)\b)[a-zà-ÿ]")
CAPITALS = 2
CLAUSE = frozenset(
    ("a", "ont", "est", "sont", "avait", "était", "qui", "que", "où", "entre", "contre", "selon")
)
"""Words that no name holds: what spells the acronym across them is a piece of a sentence."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, with its place."""

    start: int
    end: int
    text: str


def definitions(text: str) -> Iterator[tuple[Span, Span]]:
    """Pairs of a long form and the acronym that it introduces."""
    for match in PARENTHESIS.finditer(text):
        inside = _without_remark(match[1].strip('«»"“” '))
        start = text.index(inside, match.start(1))
        if _is_acronym(inside):
            long = _long_form(text, match.start(), inside)
            if long is not None:
                yield long, Span(start, start + len(inside), inside)
        elif " " in inside and (before := re.search(r"([A-ZÀ-Ý][\w-]{1,12})[»\"”]?$", text[: match.start()])):
            short = before[1]
            if _is_acronym(short) and _initials_fit(inside, short):
                yield Span(start, start + len(inside), inside), Span(before.start(1), before.end(1), short)


def bracketed(text: str) -> Iterator[tuple[int, Span]]:
    """The acronyms in brackets, each with where the text before its bracket ends."""
    for match in PARENTHESIS.finditer(text):
        inside = _without_remark(match[1].strip('«»"“” '))
        if ACRONYM.fullmatch(inside) and inside.isupper():
            start = text.index(inside, match.start(1))
            yield len(text[: match.start()].rstrip(' »"”')), Span(start, start + len(inside), inside)


def _without_remark(inside: str) -> str:
    """«(ABC, rebelles albanais)»: the acronym alone."""
    remark = REMARK.match(inside)
    return remark[1] if remark else inside


def _is_acronym(text: str) -> bool:
    return bool(ACRONYM.fullmatch(text)) and (sum(c.isupper() for c in text) >= CAPITALS or len(text) <= 8)


def _long_form(text: str, end: int, short: str) -> Span | None:
    """The shortest run of words before the parenthesis whose letters spell the acronym, its first
    letter at the start of a word."""
    letters = [c for c in fold(short) if c.isalnum()]
    stop = max((text.rfind(c, 0, end) for c in "\n.;:("), default=-1) + 1
    before = text[stop:end].rstrip(' »"”')
    words = len(before.split())
    if not letters or words < 2:
        return None
    position = len(before) - 1
    for index in range(len(letters) - 1, -1, -1):
        while position >= 0 and (
            fold(before[position]) != letters[index]
            or (index == 0 and position > 0 and before[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
        position -= 1
    start = position + 1
    long = before[start:]
    if len(long.split()) < 2 or len(long.split()) > 2 * len(letters) + 5 or not long[0].isupper():
        return None
    if CLAUSE & set(long.split()):
        return None
    return Span(stop + start, stop + start + len(long), long)


def _initials_fit(long: str, short: str) -> bool:
    letters = iter(fold(short))
    wanted = next(letters, None)
    for word in re.split(r"[\s'’-]+", fold(long)):
        for char in word[:4]:
            if char == wanted:
                wanted = next(letters, None)
                break
    return wanted is None
