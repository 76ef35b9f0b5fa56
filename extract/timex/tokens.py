"""A text as atoms: words, numbers and signs, each with what it may be in a date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from sahelgraph.extract.lexicon.dates import DateWords, Lead, Phrase, Value, date_words
from sahelgraph.extract.timex.figures import CLASSES, figures
from sahelgraph.extract.timex.lowering import lowered
from sahelgraph.ontology.names import fold

FIRST_SYMBOL = 0xE000  # private use: one character for each set of classes
SHORT_WORD = 4  # shorter words need their accents, unless they are capitalised («A 15 heures»)

ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})(?:e|è|ème|eme|er)(?!\w)"
# What there is most of comes first. No two of them can begin at the same character but figures, and words
# that are taken for no ordinal and have no figures glued to them.
TOKEN = re.compile(
    rf"""
      (?P<word>(?!{ROMAN})[^\W\d_]++(?!\d))
    | (?P<sign>[^\w\s])
    | (?P<gap>\n\s*\n\s*)
    | (?P<iso>(?<![\d./-])\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<numeric>(?<![\d./-])\d{{1,2}}(?P<mark>[/.-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d)(?![\d/]|\.\d))
    | (?P<isomonth>(?<![\d./-])\d{{4}}-\d\d(?![\d-]))
    | (?P<monthyear>(?<![\d./-])\d{{1,2}}/\d{{4}}(?![\d/]))
    | (?P<clock>
          \d{{1,2}}\ ?(?:heures?|h)\ ?[0-5]\d(?!\d)
        | \d{{1,2}}\ ?h(?![^\W_])
        | (?<![\d:])\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?![\d:])
      )
    | (?P<quantity>\d{{1,3}}(?:\ \d{{3}})+(?!\d)|\d+(?:[.,]\d+)+)
    | (?P<ordinal>\d+(?:ers?|ère|ème|eme|nde?|e|è)(?!\w))
    | (?P<roman>{ROMAN})
    | (?P<glued>[^\W\d_]+\d\w*|\d+[^\W\d_]\w*)
    | (?P<number>\d+)
    """,
    re.VERBOSE,
)
# The classes of atoms that the lexicon does not know.
PLAIN, PROPER, GLUED, GAP, SIGN = ({kind: 0} for kind in ("plain", "proper", "glued", "gap", "sign"))


class Atom(NamedTuple):
    """A word, number, sign or fixed phrase of the text, and its values by class."""

    start: int
    end: int
    text: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text, and a string with one character for each: its set of classes."""

    atoms: Sequence[Atom]
    symbols: str

    def has(self, index: int, *classes: str) -> bool:
        """Is the atom there, and of one of the classes?"""
        return 0 <= index < len(self.atoms) and any(c in self.atoms[index].values for c in classes)

    def word(self, index: int) -> str:
        """The atom in lower case; empty where there is none."""
        return self.atoms[index].text.lower() if 0 <= index < len(self.atoms) else ""

    def lead(self, index: int) -> Lead | None:
        """What the atom makes of a date after it."""
        lead = self.atoms[index].values.get("lead") if self.has(index, "lead") else None
        return lead if isinstance(lead, Lead) else None


class Alphabet:
    """The characters that stand for sets of classes."""

    def __init__(self) -> None:
        self._symbols: dict[frozenset[str], str] = {}

    def symbol(self, classes: frozenset[str]) -> str:
        if classes not in self._symbols:
            self._symbols[classes] = chr(FIRST_SYMBOL + len(self._symbols))
        return self._symbols[classes]

    def characters(self, name: str) -> str:
        """All characters whose sets hold the class. Raises KeyError where there are none."""
        found = "".join(symbol for classes, symbol in self._symbols.items() if name in classes)
        if not found:
            raise KeyError(name)
        return found


@cache
def alphabet() -> Alphabet:
    """Every set of classes that a text can show."""
    result = Alphabet()
    for classes in (PLAIN, PROPER, GLUED, GAP, SIGN, *CLASSES):
        result.symbol(frozenset(classes))
    for phrases in date_words().phrases.values():
        for phrase in phrases:
            result.symbol(frozenset(phrase.values))
    return result


def read_atoms(text: str) -> Atoms:
    """The atoms of a text, in its order; `start` and `end` are offsets into the text as it is given."""
    low, offsets = lowered(text)
    words, symbol = date_words(), alphabet().symbol
    tokens = [_token(m, text, offsets) for m in TOKEN.finditer(low)]
    spelled = [_spelling(t.low, t.capital) if t.kind == "word" else t.low for t in tokens]
    atoms: list[Atom] = []
    symbols: list[str] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        phrase = _phrase(words, spelled, index)
        last = tokens[index + len(phrase.words) - 1] if phrase else token
        values = phrase.values if phrase else _values(token, atoms)
        atoms.append(Atom(token.start, last.end, text[token.start : last.end], values))
        symbols.append(symbol(frozenset(values)))
        index += len(phrase.words) if phrase else 1
    return Atoms(atoms, "".join(symbols))


class _Token(NamedTuple):
    kind: str
    low: str
    start: int
    end: int
    capital: bool


def _token(match: re.Match[str], text: str, offsets: Sequence[int] | None) -> _Token:
    start, end = match.span()
    if offsets is not None:
        start, end = offsets[start], offsets[end]
    return _Token(match.lastgroup or "", match[0], start, end, text[start].isupper())


@lru_cache(maxsize=65536)
def _spelling(low: str, capital: bool) -> str:
    """The word as the lexicon spells it, accents supplied where only they are missing."""
    words = date_words()
    if low in words.known or (len(low) < SHORT_WORD and not capital):
        return low
    spelled = words.spellings.get(fold(low), low)
    return spelled if all(a in (b, fold(b)) for a, b in zip(low, spelled, strict=False)) else low  # «Maï»


def _phrase(words: DateWords, spelled: Sequence[str], index: int) -> Phrase | None:
    for phrase in words.phrases.get(spelled[index], ()):
        if len(phrase.words) == 1 or tuple(spelled[index : index + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def _values(token: _Token, before: Sequence[Atom]) -> Mapping[str, Value]:
    match token.kind:
        case "word":
            return PROPER if token.capital else PLAIN
        case "roman" if not token.capital:
            return PLAIN  # «vie»
        case "number" if _is_part_of_a_name(token, before):
            return GLUED
        case "glued":
            return GLUED
        case "gap":
            return GAP
        case "sign":
            return SIGN
    return figures(token.kind, token.low)


def _is_part_of_a_name(token: _Token, before: Sequence[Atom]) -> bool:
    """Digits joined to an unknown word by a hyphen, as in «F-16»."""
    if len(before) < 2 or before[-1].end != token.start or before[-2].end != before[-1].start:
        return False
    return "dash" in before[-1].values and before[-2].values in (PLAIN, PROPER, GLUED)
