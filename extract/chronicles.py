"""The entries of a chronology: the date over all that a line tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.trees import Token

OPENING = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*·>][ \t]*)?(?:le[ \t]+)?$", re.IGNORECASE)
BEHIND_YEAR = re.compile(r"(?<=\d)\.[ \t]+\S")
OF_YEARS = 2
BEHIND_ENTRY = re.compile(r"[ \t]*(?::|[-–—][ \t])")
LINE = 90
PARAGRAPHS = 4
"""As many line breaks lie between two entries, at most, where one goes on up to the next."""


Entry = tuple[int, int, DateMention]


def entries(text: str, dates: Sequence[tuple[DateMention, Token]]) -> list[Entry]:
    """«- 22 mars: …», «1986. …»: where each begins and ends, and its date, with the paragraphs that follow up
    to the next; empty where too few are such for a chronology."""
    found: list[Entry] = []
    of_years: list[Entry] = []
    for mention, _ in dates:
        before = text[max(0, mention.start - LINE) : mention.start]
        if not OPENING.search(before):
            continue
        end = text.find("\n", mention.end)
        entry = (mention.start, end if end > 0 else len(text), mention)
        if BEHIND_ENTRY.match(text, mention.whole[1]):
            found.append(entry)
        elif BEHIND_YEAR.match(text, mention.whole[1]):
            of_years.append(entry)
    told = [*(found if len(found) > 1 else []), *(of_years if len(of_years) > OF_YEARS else [])]
    told.sort(key=lambda entry: entry[0])
    return [(start, _until(text, start, end, following), m) for (start, end, m), following in _pairs(told)]


def _pairs(told: Sequence[Entry]) -> Iterator[tuple[Entry, int | None]]:
    """Each entry with where the next begins."""
    for index, entry in enumerate(told):
        yield entry, told[index + 1][0] if index + 1 < len(told) else None


def _until(text: str, start: int, end: int, following: int | None) -> int:
    near = following is not None and text.count("\n", start, following) <= PARAGRAPHS
    return following if following is not None and near else end
