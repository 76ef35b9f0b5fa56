"""Chronologies without headings: lines that begin with their own date, of which each leaves unsaid what the
one before has said («3 mai 2004: …», «14 août: …», «20: …»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sahelgraph.ontology.names import fold

BULLET = r"^[ \t]*(?:[-–—•*·][ \t]*)?(?:les?[ ])?"
LINE = re.compile(
    BULLET + r"(?:\d{1,2}(?:er)?(?:[ ]?(?:[-–/,]|et|au)[ ]?\d{1,2}(?:er)?)*[ ])?"
    r"(?P<month>[^\W\d_]{3,9})\.?(?:[ ]?[-–/][ ]?[^\W\d_]{3,9}\.?)?"
    r"(?:[ ](?P<year>(?:19|20)\d\d))?[ ]?(?::|[-–—][ ])",
    re.MULTILINE | re.IGNORECASE,
)
BARE = re.compile(
    r"^[ \t]*(?:[-–—•*·][ \t]*)?(?:le[ ])?\d{1,2}(?:er)?(?:[ ]?[-–][ ]?\d{1,2})?[ ]?:", re.MULTILINE
)
LINES = 3
"""As many dated lines are a chronology."""


def running_dates(text: str, months: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where each line of a chronology begins that names a month, with its year and month: that of the line
    before, or the next one where its month comes before; nothing before the first line with a year."""
    lines = [(m, month) for m in LINE.finditer(text) if (month := months.get(fold(m["month"])))]
    if not lines or len(lines) + len(BARE.findall(text, lines[0][0].end())) < LINES:
        return
    year, last = None, 0
    for match, month in lines:
        if match["year"]:
            year = int(match["year"])
        elif year is not None and month < last:
            year += 1
        last = month
        if year is not None:
            yield match.start(), year, month
