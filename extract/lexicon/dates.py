"""The words of French dates: dates.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.names import fold

DATES_FILE = Path(__file__).with_name("dates.toml")
WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


class Unit(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Shift(StrEnum):
    """Which of several days, weeks, months … is meant; the last three count from the date told before."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    SAME = "same"


class Part(StrEnum):
    START = "start"
    MID = "mid"
    END = "end"
    DURING = "during"


class DayPart(StrEnum):
    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    DAY = "day"


class Vague(StrEnum):
    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"


class Lead(StrEnum):
    """What the words before a date make of it."""

    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"


Value = int | StrEnum | tuple[int, ...]

# The tables of the file that map values to phrases: integers with their bounds, or the members of an enum.
VALUES: Mapping[str, tuple[int, int] | type[StrEnum]] = {
    "month": (1, 12),
    "weekday": (0, 6),
    "season": (21, 24),
    "number": (1, 100),
    "group": (2, 100),
    "ordinal": (-1, 4),
    "portion": (2, 4),
    "dayref": (-2, 2),
    "eve": (-2, 2),
    "daynum": (1, 31),
    "about": (-1, 1),
    "feast": (101, 1231),
    "unit": Unit,
    "shift": Shift,
    "part": Part,
    "daypart": DayPart,
    "vague": Vague,
    "lead": Lead,
}
WORDS = (
    *("the", "this", "these", "every", "same", "new", "there", "here", "of", "to", "and", "between", "in"),
    *("ago", "exact", "ahead", "later", "earlier", "now", "half", "noon", "zone", "around", "lasting", "era"),
    *("comma", "dash", "slash", "stop", "end", "open", "function", "numbered", "place", "measure", "blocked"),
)


@dataclass(frozen=True)
class Phrase:
    """Words that stand together, and what they may be: class of word → its value there."""

    words: tuple[str, ...]
    values: Mapping[str, Value]


@dataclass(frozen=True)
class TenseWords:
    """Cues of tense; see the table of that name in dates.toml."""

    future: tuple[str, ...]
    expected: tuple[str, ...]
    calls: tuple[str, ...]
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    backwards: tuple[str, ...]
    done: tuple[str, ...]
    conditional: tuple[str, ...]
    gone: tuple[str, ...]
    articles: tuple[str, ...]
    coming: tuple[str, ...]
    reported: tuple[str, ...]
    reflexive: tuple[str, ...]
    past: tuple[str, ...]
    auxiliary: tuple[str, ...]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    not_future: tuple[str, ...]
    not_past: tuple[str, ...]
    participle_endings: tuple[str, ...]


@dataclass(frozen=True)
class DateWords:
    """`phrases` by their first word, longest first; `known`, all their words; `spellings`, from a word
    without accents to the word."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    known: frozenset[str]
    spellings: Mapping[str, str]
    tense: TenseWords


def load_date_words(path: Path = DATES_FILE) -> DateWords:
    """Raises DataError with file and line where the file is not right: a table, value or class that is
    unknown or missing, or a phrase given twice in one table."""
    table = read_table(path)
    found: dict[tuple[str, ...], dict[str, Value]] = {}
    for name, value, text, inner in _entries(table):
        words = tuple(WORD.findall(text.lower()))
        values = found.setdefault(words, {})
        if not words or name in values:
            raise DataError(f"«{text}» stands twice under {name}, or is empty", where=inner.place(text))
        values[name] = value
    tense = _tense(table.table("tense"))
    table.check_all_read()
    by_first: dict[str, list[Phrase]] = {}
    for words, values in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append(Phrase(words, values))
    known = frozenset(word for words in found for word in words)
    return DateWords(
        phrases={first: tuple(phrases) for first, phrases in by_first.items()},
        known=known,
        spellings={fold(word): word for word in sorted(known)},
        tense=tense,
    )


@cache
def date_words() -> DateWords:
    """The words of dates.toml, read once."""
    return load_date_words()


def _entries(table: Table) -> Iterator[tuple[str, Value, str, Table]]:
    for name, kind in VALUES.items():
        inner = table.table(name)
        keys = inner.keys()
        if not keys:
            raise DataError(f"the table {name} is missing or empty", where=table.place(name))
        for key in keys:
            value = _value(key, kind, name, inner)
            for text in inner.texts(key):
                yield name, value, text, inner
    inner = table.table("words")
    for name in WORDS:
        if name not in inner:
            raise DataError(f"the words have no {name}", where=table.place("[words]"))
        for text in inner.texts(name):
            yield name, 0, text, inner


def _value(key: str, kind: tuple[int, int] | type[StrEnum], name: str, table: Table) -> Value:
    try:
        if not isinstance(kind, tuple):
            return kind(key)
        low, high = kind
        if low <= int(key) <= high:
            return int(key)
    except ValueError:
        pass
    allowed = f"{kind[0]}..{kind[1]}" if isinstance(kind, tuple) else ", ".join(kind)
    raise DataError(f"{key} is no value of {name}", where=table.place(key), hint=f"it is one of {allowed}")


def _tense(table: Table) -> TenseWords:
    names = [field.name for field in fields(TenseWords)]
    for name in names:
        if name not in table:
            raise DataError(f"the tenses have no {name}", where=table.place("[tense]"))
    return TenseWords(**{name: table.texts(name) for name in names})
