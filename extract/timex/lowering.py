"""A text in lower case with plain signs, and the way back to its own offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

INVISIBLE = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
APOSTROPHES = "’‘ʼ´`′"


class _Lower(dict[int, int]):
    """Lower case for `str.translate`, one character for each, with plain apostrophes, spaces and dashes."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        low = char.lower()
        if char in APOSTROPHES:
            low = "'"
        elif char.isspace() and char != "\n":
            low = " "
        elif unicodedata.category(char) == "Pd":
            low = "-"
        self[code] = ord(low) if len(low) == 1 else code
        return self[code]


LOWER = _Lower()


def lowered(text: str) -> tuple[str, Sequence[int] | None]:
    """The text in lower case; and, where accents that stand apart or invisible characters were taken out
    of it, the offset of each character and of the end in the text as given."""
    if not INVISIBLE.search(text):
        return text.translate(LOWER), None
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        if not INVISIBLE.match(char):
            chars.append(char)
            offsets.append(offset)
        elif chars and unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", chars[-1] + char)
            chars[-1] = joined if len(joined) == 1 else chars[-1]
    return "".join(chars).translate(LOWER), [*offsets, len(text)]
