"""Datelines, the heads of dispatches: «NIAMEY, 3 mai 2020 (AFP) – …», «Sanaa (Reuters) - …», «(Belga) …»."""

from __future__ import annotations

import re
from collections.abc import Iterator

PLACE = r"[A-ZÀ-Ý][^\n.!?:;«»(|\d]{1,45}"
DAY = r"(?:le[ \t]+)?\d[^\n!?:;«»()|]{2,24}"
AGENCY = r"[ \t,]*[(|][^()\n|]{2,40}[)|]"
DASH = r"[ \t.,]*[-–—]{1,2}[ \t]+(?=[\"«“]?[ \t]?[A-ZÀ-Ý\d])"
CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý'’ /-]{2,40}"
ALONE = r"\([A-ZÀ-Ý][^()\n]{1,30}\)(?:[ \t.,]*[-–—])?[ \t]+(?=[\"«“]?[ \t]?[A-ZÀ-Ý])"
DATELINE = re.compile(
    rf"^[ \t]*(?:(?:{PLACE}(?:{DAY}(?:{AGENCY})?|{AGENCY}(?:[ \t,]*{DAY})?)|{CAPITALS}){DASH}|{ALONE})",
    re.MULTILINE,
)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where the datelines of a text start and end, their dashes included."""
    return (match.span() for match in DATELINE.finditer(text))
