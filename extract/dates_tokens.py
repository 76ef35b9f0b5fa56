"""A text as atoms: words, numbers and signs, each with what it may be in a date."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sahelgraph.extract.lexicon.dates import DateWords, Phrase, Value, date_words
from sahelgraph.ontology.names import fold

FIRST_SYMBOL = 0xE000  # private use: one character for each set of classes
YEARS = range(1500, 2100)
DAYS = range(1, 32)
MONTHS = range(1, 13)
SHORT_YEARS = range(40, 100)  # «octobre 98»; «juin 12» would be twelve of something
INVISIBLE = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")

TOKEN = re.compile(
    r"""
      (?P<iso>(?<![\d./-])\d{4}-\d\d-\d\d(?!\d))
    | (?P<numeric>(?<![\d./-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/]|\.\d))
    | (?P<isomonth>(?<![\d./-])\d{4}-\d\d(?![\d-]))
    | (?P<monthyear>(?<![\d./-])\d{1,2}/\d{4}(?![\d/]))
    | (?P<clock>\d{1,2}\ ?(?:heures?|h)\ ?[0-5]\d(?!\d)|\d{1,2}\ ?h(?![^\W_])|(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<quantity>\d{1,3}(?:\ \d{3})+(?!\d)|\d+(?:[.,]\d+)+)
    | (?P<ordinal>\d+(?:ers?|ère|ème|eme|nde?|e|è)(?!\w))
    | (?P<roman>(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})(?:e|è|ème|eme|er)(?!\w))
    | (?P<glued>[^\W\d_]+\d\w*|\d+[^\W\d_]\w*)
    | (?P<number>\d+)
    | (?P<word>[^\W\d_]+)
    | (?P<gap>\n\s*\n\s*)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Atom:
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


class _Lower(dict[int, int]):
    """Lower case for `str.translate`, one character for each, with plain apostrophes, spaces and dashes."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        low = char.lower()
        if char in "’‘ʼ´`′":
            low = "'"
        elif char.isspace() and char != "\n":
            low = " "
        elif unicodedata.category(char) == "Pd":
            low = "-"
        self[code] = ord(low) if len(low) == 1 else code
        return self[code]


LOWER = _Lower()
DIGITS = re.compile(r"\d+")
KINDS: Mapping[str, Mapping[str, Value]] = {
    kind: {kind: 0} for kind in ("plain", "proper", "glued", "quantity", "gap", "sign")
}
PLAIN, PROPER, GLUED, QUANTITY = KINDS["plain"], KINDS["proper"], KINDS["glued"], KINDS["quantity"]
NUMBER_SETS = (
    ("number",),
    ("number", "daynum"),
    ("number", "year"),
    ("number", "year2"),
    ("ordinal", "nth"),
    ("ordinal", "nth", "daynum"),
    ("nth",),
    ("fulldate",),
    ("monthdate",),
    ("years",),
    ("clock",),
)


@cache
def alphabet() -> Alphabet:
    """Every set of classes that a text can show."""
    result = Alphabet()
    for classes in (*((kind,) for kind in KINDS), *NUMBER_SETS):
        result.symbol(frozenset(classes))
    for phrases in date_words().phrases.values():
        for phrase in phrases:
            result.symbol(frozenset(phrase.values))
    return result


def read_atoms(text: str) -> Atoms:
    """The atoms of a text, in its order; `start` and `end` are offsets into the text as it is given."""
    low, offsets = _lowered(text)
    words, symbol = date_words(), alphabet().symbol
    tokens = [_token(m, text, offsets) for m in TOKEN.finditer(low)]
    spelled = [_spelling(token, words) for token in tokens]
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


@dataclass(frozen=True, slots=True)
class _Token:
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


def _lowered(text: str) -> tuple[str, Sequence[int] | None]:
    """The text in lower case, and where each of its characters stood if invisible ones were left out."""
    offsets = None
    if INVISIBLE.search(text):
        if not unicodedata.is_normalized("NFC", text):
            text, offsets = _composed(text)
        kept = [i for i, char in enumerate(text) if not INVISIBLE.match(char)]
        offsets = [offsets[i] if offsets else i for i in kept] + [offsets[-1] if offsets else len(text)]
        text = "".join(text[i] for i in kept)
    return text.translate(LOWER), offsets


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """Letters and their accents as one character each, where there is one, and where each stood."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        joined = unicodedata.normalize("NFC", chars[-1] + char) if chars else char
        if chars and len(joined) == 1 and unicodedata.combining(char):
            chars[-1] = joined
        else:
            chars.append(char)
            offsets.append(offset)
    return "".join(chars), [*offsets, len(text)]


def _spelling(token: _Token, words: DateWords) -> str:
    """The token as the lexicon spells it, accents supplied where only they are missing."""
    low = token.low
    if low in words.known or token.kind != "word" or (len(low) < 4 and not token.capital):
        return low
    return words.spellings.get(fold(low), low)


def _phrase(words: DateWords, spelled: Sequence[str], index: int) -> Phrase | None:
    for phrase in words.phrases.get(spelled[index], ()):
        if len(phrase.words) == 1 or tuple(spelled[index : index + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def _values(token: _Token, before: Sequence[Atom]) -> Mapping[str, Value]:
    digits = [int(d) for d in DIGITS.findall(token.low)]
    match token.kind:
        case "word":
            return PROPER if token.capital else PLAIN
        case "number":
            return GLUED if _is_part_of_a_name(token, before) else _number(token.low)
        case "ordinal":
            first = {"nth": 1, "ordinal": 1, "daynum": 1}
            return first if digits == [1] else {"nth": digits[0], "ordinal": digits[0]}
        case "roman":
            return {"nth": _roman(token.low)}
        case "iso":
            return {"fulldate": tuple(digits)}
        case "numeric":
            return {"fulldate": (_four_digits(digits[2]), digits[1], digits[0])}
        case "isomonth":
            return _month_or_years(*digits)
        case "monthyear":
            return {"monthdate": (digits[1], digits[0])} if digits[0] in MONTHS else QUANTITY
        case "clock":
            return {"clock": tuple(digits)} if digits[0] <= 24 else QUANTITY
        case kind:
            return KINDS[kind]


def _number(digits: str) -> Mapping[str, Value]:
    if len(digits) > 4:
        return QUANTITY
    number = int(digits)
    if number in DAYS and len(digits) <= 2:
        return {"number": number, "daynum": number}
    if len(digits) == 4 and number in YEARS:
        return {"number": number, "year": number}
    if len(digits) == 2 and number in SHORT_YEARS:
        return {"number": number, "year2": 1900 + number}
    return {"number": number}


def _is_part_of_a_name(token: _Token, before: Sequence[Atom]) -> bool:
    """Digits joined to an unknown word by a hyphen, as in «F-16»."""
    if len(before) < 2 or before[-1].end != token.start or before[-2].end != before[-1].start:
        return False
    return "dash" in before[-1].values and before[-2].values in (PLAIN, PROPER, GLUED)


def _month_or_years(year: int, rest: int) -> Mapping[str, Value]:
    """«2010-04» is a month, «2010-11» two years."""
    if rest == (year + 1) % 100:
        return {"years": (year, year + 1)}
    return {"monthdate": (year, rest)} if rest in MONTHS else QUANTITY


def _four_digits(year: int) -> int:
    if year >= 100:
        return year
    return year + (1900 if year in SHORT_YEARS else 2000)


def _roman(text: str) -> int:
    digits = [ROMAN[char] for char in text if char in ROMAN]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
