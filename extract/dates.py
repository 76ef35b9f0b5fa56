"""The dates of a French text: where they stand, and which time each means.

    >>> find_dates("Le Mali a quitté le G5 Sahel en mai 2022.", None)[0].when.edtf
    '2022-05'

A text is read as atoms (timex.tokens), patterns over them make points (timex.rules), points that belong
together are grouped (timex.groups), and each is resolved against the article's date, the dates told before
and the tense around it (timex.story). The words are data: lexicon/dates.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sahelgraph.extract.lexicon.dates import DayPart, Part
from sahelgraph.extract.timex.chapters import Chapters
from sahelgraph.extract.timex.context import Anchor, Precision
from sahelgraph.extract.timex.groups import group
from sahelgraph.extract.timex.rules import scan
from sahelgraph.extract.timex.said import Kind
from sahelgraph.extract.timex.story import read_story
from sahelgraph.extract.timex.tense import Direction
from sahelgraph.extract.timex.tokens import read_atoms
from sahelgraph.ontology.when import When

__all__ = ["Anchor", "DateMention", "DayPart", "Kind", "Part", "Precision", "find_dates", "read_date"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date of a text: `text[start:end]`, without the preposition before it.

    `when` is the time that these words alone name («2017» in «depuis 2017»: the year), None where it is
    not known. `said` is what they say together with the words around, and what a claim takes: «depuis
    2017» is a time that begins in 2017, and both dates of «du 6 au 8 janvier» say the whole interval.
    `whole` are the offsets of the words that `said` is made of. `part` is «début», «fin» … of the time,
    which its bounds leave out of account.
    """

    start: int
    end: int
    text: str
    when: When | None
    said: When | None
    kind: Kind
    precision: Precision
    anchored: Anchor
    whole: tuple[int, int]
    part: Part | None = None
    daypart: DayPart | None = None


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Every date of a text, in its order, without overlaps. What depends on the date of publication has
    no `when` where that is None."""
    return _find(text, published, default=None)


def read_date(text: str, published: date | None) -> When | None:
    """The time that one expression says, with its prepositions («depuis 2017» is 2017/..); None where it
    holds no date, or none that can be resolved. A date without a year or a cue is the last of its name."""
    mentions = _find(text, published, default=Direction.PAST)
    return mentions[0].said if mentions else None


def _find(text: str, published: date | None, default: Direction | None) -> list[DateMention]:
    atoms = read_atoms(text)
    groups = list(group(Chapters(text).complete(list(scan(atoms)), atoms), atoms))
    mentions = []
    for told in read_story(groups, atoms, published, default):
        first, last = atoms.atoms[told.group.first], atoms.atoms[told.group.last]
        for found, resolved in zip(told.group.points, told.resolved, strict=True):
            start, end = atoms.atoms[found.first].start, atoms.atoms[found.last].end
            mentions.append(
                DateMention(
                    start=start,
                    end=end,
                    text=text[start:end],
                    when=resolved.when,
                    said=told.said,
                    kind=told.kind,
                    precision=resolved.precision,
                    anchored=resolved.anchor,
                    whole=(first.start, last.end),
                    part=found.part,
                    daypart=found.daypart,
                )
            )
    return mentions
