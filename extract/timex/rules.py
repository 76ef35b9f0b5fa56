"""The grammar of French dates: patterns over classes of words, and what makes a point of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sahelgraph.extract.timex import build_days as days
from sahelgraph.extract.timex import build_lengths as lengths
from sahelgraph.extract.timex import build_periods as periods
from sahelgraph.extract.timex.patterns import Build, Rule, compile_rule
from sahelgraph.extract.timex.points import Found
from sahelgraph.extract.timex.tokens import Atoms, alphabet

# Pieces of patterns. Repetitions have a limit, so that no text can make them slow.
DET = "(the|this)?"
OF_YEAR = "of (the|this) ysame:same? yunit:unit yshift:shift?"
YEAR = "((of|dash)? year:year)?"
MONTH_OF = f"({DET} unit:unit of)?"
PART_OF = f"({DET} part:part of? the?)?"
LENGTH = "about:about? (count:(number (dash? number){0,3})|number? group:group of) unit:unit half:half?"
SHORT_DECADE = "short:(year2|number (dash number){0,3})"
PART_OF_DAY = "(to? daypart:daypart)?"
LIST_OF_DAYS = "(?= ((comma|and|to|dash|of|the|lead){1,4} weekday? the? daynum){1,6} dash? month)"
DAY_MONTH = f"{DET} same? (weekday:weekday comma?)? {DET} day:daynum dash? month:month"

RULES: tuple[tuple[str, Build], ...] = (
    (f"{DAY_MONTH} {YEAR} shift:shift? {PART_OF_DAY}", days.day),
    (f"{DAY_MONTH} dash? short:year2", days.day),
    (f"{DAY_MONTH} {OF_YEAR}", days.day),
    (f"{DET} weekday:weekday? the? day:daynum {LIST_OF_DAYS}", days.day),
    ("the day:daynum", days.bare_day),
    (f"{DET} weekday:weekday day:daynum {PART_OF_DAY}", days.bare_day),
    (f"the day:daynum of {DET} unit:unit shift:shift?", days.day_of_month),
    ("the:the? feast:feast year:year? shift:shift?", days.feast),
    (f"{DET} (weekday comma?)? the? date:fulldate {PART_OF_DAY}", days.figures),
    (f"(the:the|this:this)? same? weekday:weekday there:there? shift:shift? {PART_OF_DAY}", days.weekday),
    (
        f"dayref:dayref (comma? the? weekday)? (comma? the? daynum month year?)? {PART_OF_DAY}",
        days.from_today,
    ),
    ("the:the? eve:eve daypart:daypart?", days.eve),
    (f"{PART_OF} {MONTH_OF} month:month {YEAR} shift:shift?", periods.month),
    (f"{PART_OF} {MONTH_OF} month:month dash? short:year2", periods.month),
    (f"{PART_OF} month:month {OF_YEAR}", periods.month),
    ("date:monthdate", periods.month_in_figures),
    (
        f"{PART_OF} (the:the|this:this)? season:season {YEAR} ((dash|slash) year)? shift:shift?",
        periods.season,
    ),
    ("the? unit:unit of season:season", periods.season),
    (f"{PART_OF} (the? unit:unit of?)? year:year", periods.year),
    (f"{PART_OF} the? unit:unit {SHORT_DECADE}", periods.decade),
    (f"{PART_OF} the? nth:nth unit:unit", periods.century),
    ("years:years", periods.year_pair),
    (f"{PART_OF} the unit:unit shift:shift", periods.period),
    (f"{PART_OF} this same:same? unit:unit (here|there:there)?", periods.period),
    (f"{PART_OF} the (same:same|new:new) unit:unit", periods.period),
    ("the unit:unit same:same", periods.period),
    (f"{DET} part:part of the? unit:unit shift:shift?", periods.period),
    ("the:the? unit:unit", periods.weekend),
    ("the shift:shift unit:unit", periods.coming_period),
    ("the? ordinal:ordinal portion:portion of? (the? unit:unit of?)? year:year", periods.portion),
    ("the? ordinal:ordinal portion:portion of (the|this) unit:unit shift:shift?", periods.portion),
    ("the? ordinal:ordinal portion:portion of (the? unit of)? month:month year:year?", periods.portion),
    ("the:the? ordinal:ordinal portion:portion", periods.portion),
    (f"ago now? {LENGTH} (comma? exact:exact)?", lengths.ago),
    (f"ahead {LENGTH}", lengths.ahead),
    (LENGTH, lengths.since),
    (f"{LENGTH} (later:later|earlier)", lengths.later),
    ("clock (of daypart)? zone?", lengths.clock),
    ("number:number unit:unit (of daypart)? zone?", lengths.hours),
    ("noon zone?", lengths.noon),
    ("this:this same? daypart:daypart there:there?", lengths.daypart),
    ("the daypart:daypart (same:same|there:there|shift:shift)", lengths.daypart),
    ("the shift:shift daypart:daypart", lengths.last_daypart),
    ("the:the? daypart:daypart", lengths.bare_daypart),
    ("the? part:part of? the? daypart:daypart", lengths.bare_daypart),
    ("(the|this) same:same? era there:there?", lengths.same_era),
    ("vague:vague", lengths.reference),
)


@cache
def _grammar() -> tuple[tuple[Rule, ...], re.Pattern[str]]:
    """The rules, and one expression that finds where any of them may match."""
    rules = tuple(compile_rule(pattern, build, alphabet()) for pattern, build in RULES)
    anywhere = "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in rules)
    return rules, re.compile(anywhere)


def scan(atoms: Atoms) -> Iterator[Found]:
    """The points of a text from left to right: at each place the longest that a rule makes."""
    rules, anywhere = _grammar()
    index = 0
    while match := anywhere.search(atoms.symbols, index):
        index = match.start()
        matches = [found for rule in rules if (found := rule.at(atoms, index))]
        if matches:
            best = max(matches, key=lambda found: found.last)
            yield best
            index = best.last
        index += 1
