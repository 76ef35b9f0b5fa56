"""Numbers in words."""

from __future__ import annotations

_UP_TO_TEN = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
NUMBERS = {word: number for number, word in enumerate(_UP_TO_TEN, 2)} | {"quinze": 15}
"""Those by which a text counts actors that it has named: «les trois pays»."""
COUNTS = NUMBERS | {"onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "seize": 16}
"""Those by which it says how many members there are."""
