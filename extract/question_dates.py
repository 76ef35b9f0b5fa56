"""The time that a question is about, in French (read as in articles) or in English (read here)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sahelgraph.extract.dates import Kind, find_dates
from sahelgraph.extract.lexicon.questions import EnglishDates, question_words
from sahelgraph.ontology.errors import DateError
from sahelgraph.ontology.questions import QuestionError
from sahelgraph.ontology.when import When

A_DAY = timedelta(1)
YEAR = r"(?:19|20)\d\d"
ONE_TIME = "ask about one time: on a day, in a month or year, or from one to another"


@dataclass(frozen=True, slots=True)
class Times:
    """What a question says of the time; `since` where it asks for what lasts since `start`. `spans` are
    the offsets of the words that say it."""

    on: When | None = None
    start: When | None = None
    end: When | None = None
    since: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.on or self.start or self.end)


def find_times(text: str, language: str, today: date) -> Times:
    """The time that the text speaks of; nothing where it speaks of none. Raises QuestionError where it
    speaks of several."""
    found = list(_french(text, today) if language == "fr" else _english(text, today))
    bounds = [times for times in found if times]
    spans = tuple(span for times in found for span in times.spans)
    starts = [t for t in bounds if t.start]
    ends = [t for t in bounds if t.end]
    if len(bounds) == 2 and len(starts) == len(ends) == 1 and starts != ends:
        return Times(start=starts[0].start, end=ends[0].end, spans=spans)
    if len({(t.on, t.start, t.end) for t in bounds}) > 1:
        raise QuestionError("the question names several times", hint=ONE_TIME)
    return replace(bounds[0], spans=spans) if bounds else Times(spans=spans)


# --- French


def _french(text: str, today: date) -> Iterator[Times]:
    mentions = find_dates(text, today)
    for whole in dict.fromkeys(m.whole for m in mentions):
        parts = [m for m in mentions if m.whole == whole]
        first, said = parts[0], parts[0].said
        span = (whole,)
        if first.kind is Kind.TIME or (first.when is None and said is None):
            yield Times()
        elif first.kind is Kind.VAGUE:
            yield Times(on=When.parse(today.isoformat()) if said else None, spans=span)
        elif first.kind in (Kind.INTERVAL, Kind.BETWEEN, Kind.LIST) and len(parts) > 1:
            yield Times(start=first.when, end=parts[-1].when, spans=span)
        elif first.kind in (Kind.SINCE, Kind.DURATION_SINCE):
            yield Times(start=first.when, since=True, spans=span)
        elif first.kind is Kind.AFTER:
            yield Times(start=_day(said.earliest_start if said else None), spans=span)
        elif first.kind is Kind.BEFORE:
            yield Times(end=_day(said.latest_end if said else None), spans=span)
        elif first.kind in (Kind.UNTIL, Kind.BY):
            yield Times(end=first.when, spans=span)
        else:
            yield Times(on=first.when, spans=span)


def _day(day: date | None) -> When | None:
    return When.parse(day.isoformat()) if day else None


# --- English


@dataclass(frozen=True, slots=True)
class _Point:
    """A date at text[start:end], and the word before it that says how it bounds the time."""

    start: int
    end: int
    when: When
    lead: str
    led_from: int


def _english(text: str, today: date) -> Iterator[Times]:
    words = question_words().dates
    points = list(_points(text, words, today))
    rest: Sequence[_Point] = points
    while rest:
        one, *rest = rest
        if rest and one.lead in words.ranges and _joined(text[one.end : rest[0].start], words):
            other, *rest = rest
            yield Times(start=one.when, end=other.when, spans=((one.led_from, other.end),))
            continue
        span = ((one.led_from, one.end),)
        if one.lead in words.after and one.when.latest_end:
            yield Times(start=_day(one.when.latest_end + A_DAY), spans=span)
        elif one.lead in words.before and one.when.earliest_start:
            yield Times(end=_day(one.when.earliest_start - A_DAY), spans=span)
        elif one.lead in words.since:
            yield Times(start=one.when, since=True, spans=span)
        elif one.lead in words.until:
            yield Times(end=one.when, spans=span)
        else:
            yield Times(on=one.when, spans=span)


def _joined(between: str, words: EnglishDates) -> bool:
    first, *others = between.lower().split() or [""]
    return any(j == " ".join([first, *others[: len(j.split()) - 1]]) for j in words.joins)


def _points(text: str, words: EnglishDates, today: date) -> Iterator[_Point]:
    for match in _pattern().finditer(text):
        when = _when(match, words, today)
        if when is not None:
            lead = _leads().search(text[: match.start()])
            led_from = lead.start(1) if lead else match.start()
            yield _Point(match.start(), match.end(), when, lead[1].lower() if lead else "", led_from)


def _when(match: re.Match[str], words: EnglishDates, today: date) -> When | None:
    found = {key: value for key, value in match.groupdict().items() if value}
    if relative := found.get("relative"):
        text = words.relative(" ".join(relative.lower().split()), today)
    elif iso := found.get("iso"):
        text = iso
    elif decade := found.get("decade"):
        text = f"{decade[:3]}X"
    elif season := found.get("season"):
        text = f"{found['year2']}-{21 + _number(words.seasons, season)}"
    elif month := found.get("month") or found.get("month2"):
        year = found.get("year1") or found["year3"]
        text = f"{year}-{1 + _number(words.months, month):02d}"
        if day := found.get("day") or found.get("day2"):
            text += f"-{int(day.rstrip('stndrh')):02d}"
    else:
        text = found["year"]
    try:
        return When.parse(text)
    except DateError as error:
        raise QuestionError(
            f"«{match[0]}» is no date", hint="write it as 1 March 2024 or 2024-03-01"
        ) from error


def _number(names: Sequence[Sequence[str]], name: str) -> int:
    return next(i for i, spellings in enumerate(names) if name.lower().rstrip(".") in spellings)


@cache
def _pattern() -> re.Pattern[str]:
    words = question_words().dates
    month = "|".join(_by_length(m for ms in words.months for m in ms))
    season = "|".join(_by_length(s for ss in words.seasons for s in ss))
    parts = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in _by_length(words.parts))
    relative = "|".join(re.escape(r).replace(r"\ ", r"\s+") for r in _by_length(words.relatives))
    nth = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\w-])(?:(?:{parts})[\s-]+)?(?:"
        rf"(?P<iso>{YEAR}-\d\d(?:-\d\d)?)"
        rf"|(?:the\s+)?(?P<day>{nth})\s+(?:of\s+)?(?P<month>{month})\.?,?\s+(?P<year1>{YEAR})"
        rf"|(?P<month2>{month})\.?(?:\s+(?P<day2>{nth}))?,?\s+(?:of\s+)?(?P<year3>{YEAR})"
        rf"|(?:the\s+)?(?P<season>{season})\s+(?:of\s+)?(?P<year2>{YEAR})"
        rf"|(?:the\s+)?(?P<decade>(?:19|20)\d0)s"
        rf"|(?P<year>{YEAR})|(?P<relative>{relative}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _leads() -> re.Pattern[str]:
    words = question_words().dates
    leads = _by_length({*words.since, *words.after, *words.until, *words.before, *words.on, *words.ranges})
    return re.compile(rf"(?<![\w-])({'|'.join(re.escape(w) for w in leads)})\s+$", re.IGNORECASE)


def _by_length(words: Iterator[str] | Sequence[str] | set[str]) -> list[str]:
    return sorted(words, key=lambda w: (-len(w), w))
