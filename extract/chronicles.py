"""The entries of a chronology: the date over all that a line tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.trees import Token

ENTRY = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*·>][ \t]*)?(?:le[ \t]+)?$", re.IGNORECASE)
BEHIND_YEAR = re.compile(r"(?<=\d)\.[ \t]+\S")
OF_YEARS = 2
BEHIND_ENTRY = re.compile(r"[ \t]*(?::|[-–—][ \t])")
LINE = 90


def entries(text: str, dates: Sequence[tuple[DateMention, Token]]) -> list[tuple[int, int, DateMention]]:
    """«- 22 mars: …», «1986. …»: where each begins and ends, and its date; empty where too few are such
    for a chronology."""
    found, of_years = [], []
    for mention, _ in dates:
        before = text[max(0, mention.start - LINE) : mention.start]
        if not ENTRY.search(before):
            continue
        end = text.find("\n", mention.end)
        entry = (mention.start, end if end > 0 else len(text), mention)
        if BEHIND_ENTRY.match(text, mention.whole[1]):
            found.append(entry)
        elif BEHIND_YEAR.match(text, mention.whole[1]):
            of_years.append(entry)
    return [*(found if len(found) > 1 else []), *(of_years if len(of_years) > OF_YEARS else [])]
