"""From when to when a visit or a meeting was whose length the text gives: «mardi, pour une visite de deux
jours»."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from sahelgraph.extract.dates import read_date
from sahelgraph.extract.lexicon.hosting import hosting_words
from sahelgraph.ontology.when import When

HOURS_OF_DAY = 24
LONGEST = 31
"""Days: what is longer is no visit."""


def whole_stay(when: When, sentence: str) -> When:
    """The time of what the sentence dates, over all its days where the sentence says how many: from the day
    on, or up to it where it says that it ends. As it was where the sentence gives no length."""
    day = when.earliest_start
    bounded = "/" in when.edtf and not when.edtf.endswith("/..")
    if day is None or bounded or len(when.edtf.removesuffix("/..")) != len("2010-01-01"):
        return when
    found = _lengths().search(sentence)
    days = _days(found["count"], found["unit"], day) if found else 1
    if found and found["unit"].startswith("heure") and _begins_late(sentence):
        days += 1
    if days < 2 or days > LONGEST:
        return when
    rest = timedelta(days - 1)
    first, last = (day - rest, day) if _endings().search(sentence) else (day, day + rest)
    return When.during(f"{first}/{last}")


def gives_length(sentence: str) -> bool:
    """Does a sentence say how long a visit or a meeting is?"""
    return _lengths().search(sentence) is not None


def begins_and_ends(before: str, between: str) -> bool:
    """Do the words before the first of two days tell that a meeting begins, and those up to the second that
    it ends?"""
    return _endings().search(between) is not None and _beginnings().search(before) is not None


def _begins_late(sentence: str) -> bool:
    """«arrivé lundi soir pour une visite de 48 heures»: the last of them are on a third day."""
    return _late().search(sentence) is not None


def _days(count: str, unit: str, base: date) -> int:
    if unit.startswith("heure"):
        return int(count) // HOURS_OF_DAY if count.isdigit() else 1
    ago = read_date(f"il y a {count} {unit}", base)
    first = ago.earliest_start if ago is not None else None
    return (base - first).days if first is not None else 1


@cache
def _lengths() -> re.Pattern[str]:
    count = r"(?P<count>\d+|[a-zé-]+)\s+(?P<unit>jours|heures)"
    nouns = _either(hosting_words().stays)
    return re.compile(rf"\b(?:{nouns})s?\b[^.;:«»()]{{0,40}}?\b(?:de|pendant|durant|sur)\s+{count}\b", re.I)


@cache
def _late() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(hosting_words().late)})\b", re.I)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(hosting_words().endings)})", re.I)


@cache
def _beginnings() -> re.Pattern[str]:
    meeting, begun = _either(hosting_words().stays), _either(hosting_words().beginnings)
    return re.compile(rf"\b(?:{meeting})s?\b[^.;]{{0,80}}?\b(?:{begun})\w*[^.;]{{0,30}}$", re.I)


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
