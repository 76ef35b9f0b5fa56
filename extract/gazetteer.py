"""Known names in a text: Aho-Corasick over one spelling of everything (see ontology.names)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import ahocorasick

from sahelgraph.ontology.names import fold

SHORT = 3
"""An acronym this short must stand in capitals: UN is not «un», EI is not «ei»."""

LONG = 6
"""A name of so many words is the name, whatever its capitals."""
LONGISH = 4
"""A name of so many words is known without its one capital: «force d'action rapide»."""

DOT = re.compile(r"\.")
GAP = re.compile("  +")
NOTHING = "\N{COMBINING ACUTE ACCENT}"
"""A character of which nothing is left."""
ARTICLE = re.compile(r"\bel\b")
ARTICLES = frozenset(("Al", "El"))
"""The Arabic article: «El-Qaïda» is «Al-Qaïda», and «al-Qaïda» as well."""
WORDS = frozenset(
    (
        *("une", "des", "les", "aux", "est", "que", "qui", "son", "ses", "ces", "nos", "vos", "par", "sur"),
        *("dès", "lui", "oui", "non", "pas", "car", "eau", "sac", "cap", "fan", "ami", "but", "art", "âge"),
        *("air", "fin", "lac", "mer", "nom", "roi", "rue", "sel"),
    )
)
"""Short words that an acronym may look like at the start of a sentence; «Onu» is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name as an actor file spells it; `kind` says which list of the file it stands in."""

    name: str
    actor: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at text[start:end], with every reading of it, and the names inside it, which stand where
    the article supports none of these: «la coalition menée par la France»."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    inside: list[Hit] = field(default_factory=list)


class Gazetteer:
    """Finds the names of a set of entries; longer names win over names inside them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_key: dict[str, list[Entry]] = {}
        for entry in entries:
            if key := _squeeze(entry.name)[0].strip():
                by_key.setdefault(key, []).append(entry)
        self._automaton = ahocorasick.Automaton()
        for key, group in by_key.items():
            self._automaton.add_word(key, (len(key), tuple(group)))
        if by_key:
            self._automaton.make_automaton()
        self._empty = not by_key

    def find(self, text: str) -> list[Hit]:
        """The names of the text, leftmost and longest first, without overlaps."""
        if self._empty:
            return []
        squeezed, origins = _squeezed_article(text)
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        for last, (length, entries) in self._automaton.iter(squeezed):
            first = last - length + 1
            before = squeezed[first - 1] if first else " "
            after = squeezed[last + 1] if last + 1 < len(squeezed) else " "
            if before != " " or after != " ":
                continue
            start, end = origins[first], origins[last] + 1
            fitting = tuple(e for e in entries if _cased_alike(e.name, text[start:end]))
            if fitting:
                found.append((start, end, fitting))
        found.sort(key=lambda f: (f[0], -f[1]))
        hits: list[Hit] = []
        for start, end, entries in found:
            if not hits or start >= hits[-1].end:
                hits.append(Hit(start, end, entries))
            elif end <= hits[-1].end and not any(start < h.end for h in hits[-1].inside):
                hits[-1].inside.append(Hit(start, end, entries))
        return hits


@lru_cache(maxsize=4)
def _squeezed_article(text: str) -> tuple[str, list[int]]:
    """`_squeeze`, kept for a text that is searched for one set of names after another."""
    return _squeeze(text)


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text folded, with every run of other signs as one blank, and where each character is from.
    Full stops inside initials vanish: A.Q.M.I. reads as aqmi. «el» reads as «al»."""
    for place in [dot.start() for dot in DOT.finditer(text) if _inside_initials(text, dot.start())]:
        text = f"{text[:place]}{NOTHING}{text[place + 1 :]}"
    line = text.translate(SQUEEZED)
    places: Sequence[int] = range(len(text))
    if any(len(SQUEEZED[ord(char)]) != 1 for char in set(text)):
        places = [place for place, char in enumerate(text) for _ in SQUEEZED[ord(char)]]
    kept: list[str] = []
    origins: list[int] = []
    start = len(line) - len(line.lstrip(" "))
    for gap in GAP.finditer(line, start):
        kept.append(line[start : gap.start() + 1])
        origins += places[start : gap.start() + 1]
        start = gap.end()
    origins += places[start:]
    return ARTICLE.sub("al", "".join((*kept, line[start:]))), origins


class _Squeezed(dict[int, str]):
    """What is left of each character: folded where it is of a word, else a blank; nothing of an accent."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = left = folded if not folded or folded[0].isalnum() else " "
        return left


SQUEEZED = _Squeezed()


def _inside_initials(text: str, dot: int) -> bool:
    before = text[dot - 1 : dot].isupper() and not text[dot - 2 : dot - 1].isalnum()
    after = text[dot + 1 : dot + 2].isupper() and text[dot + 2 : dot + 3] == "."
    return before and (after or text[dot - 2 : dot - 1] == ".")


def _cased_alike(name: str, text: str) -> bool:
    """Capitals of the name must be capitals in the text, so that «un» is not the UN."""
    wanted = [w for w in _words(name) if w]
    found = [w for w in _words(text) if w]
    if len(wanted) != len(found):
        return text[:1].isupper() or not name[:1].isupper()
    if len(wanted) == 1 and wanted[0].isupper() and len(wanted[0]) <= SHORT:
        return found[0].isupper() or (
            found[0].istitle() and len(found[0]) == SHORT and found[0].lower() not in WORDS
        )
    pairs = zip(wanted, found, strict=True)
    strict = [(w, f) for w, f in pairs if w[0].isupper() and (w not in ARTICLES or len(wanted) == 1)]
    if not strict:
        return True
    if len(wanted) >= LONG or (len(strict) == 1 and len(wanted) >= LONGISH):
        return True
    kept = sum(f[0].isupper() for _, f in strict)
    return kept == len(strict) or (len(wanted) >= LONGISH and strict[0][1][0].isupper())


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
