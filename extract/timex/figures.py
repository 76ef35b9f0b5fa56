"""What figures may be in a date: days, years, whole dates, hours, ordinals."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sahelgraph.extract.lexicon.dates import Value

Values = Mapping[str, Value]

DIGITS = re.compile(r"\d+")
ROMAN = {"i": 1, "v": 5, "x": 10}
YEARS = range(1500, 2100)
DAYS = range(1, 32)
MONTHS = range(1, 13)
HOURS = range(25)
SHORT_YEARS = range(40, 100)  # «octobre 98»; «juin 12» would be twelve of something
QUANTITY: Values = {"quantity": 0}

# Every set of classes that `figures` gives.
CLASSES = (
    ("quantity",),
    ("number",),
    ("number", "daynum"),
    ("number", "year"),
    ("number", "year2"),
    ("nth",),
    ("nth", "ordinal"),
    ("nth", "ordinal", "daynum"),
    ("fulldate",),
    ("monthdate",),
    ("years",),
    ("clock",),
)


def figures(kind: str, text: str) -> Values:
    """The values of a token of one of the kinds with figures that tokens.TOKEN tells apart."""
    digits = [int(d) for d in DIGITS.findall(text)]
    match kind:
        case "number":
            return _number(text)
        case "ordinal" if digits == [1]:
            return {"nth": 1, "ordinal": 1, "daynum": 1}
        case "ordinal":
            return {"nth": digits[0], "ordinal": digits[0]}
        case "roman":
            return {"nth": _roman(text)}
        case "iso":
            return {"fulldate": tuple(digits)}
        case "numeric":
            return {"fulldate": (_four_digits(digits[2]), digits[1], digits[0])}
        case "isomonth":
            return _month_or_years(*digits)
        case "monthyear" if digits[0] in MONTHS:
            return {"monthdate": (digits[1], digits[0])}
        case "clock" if digits[0] in HOURS:
            return {"clock": tuple(digits)}
    return QUANTITY


def _number(text: str) -> Values:
    if len(text) > 4:
        return QUANTITY
    number = int(text)
    if number in DAYS and len(text) <= 2:
        return {"number": number, "daynum": number}
    if number in YEARS:
        return {"number": number, "year": number}
    if number in SHORT_YEARS and len(text) == 2:
        return {"number": number, "year2": 1900 + number}
    return {"number": number}


def _month_or_years(year: int, rest: int) -> Values:
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
