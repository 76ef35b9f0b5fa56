"""The lead of a dispatch: its first sentences, and the day of which they tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sahelgraph.extract.dates import DateMention, Kind, Precision
from sahelgraph.extract.grammar import is_finite
from sahelgraph.extract.lexicon.telling import TellingWords
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.timing import POINTS, Timing
from sahelgraph.extract.trees import Span
from sahelgraph.ontology.when import When

SENTENCES = 3
"""How many sentences the lead has at most, with the headline."""
RECENT = timedelta(7)


class Lead:
    """The lead of one article, whose sentences are asked for by number; `day` is the day of which it
    tells, None where it names none."""

    def __init__(self, scene: Scene, timing: Timing, sentences: Sequence[Span], words: TellingWords) -> None:
        self._scene = scene
        self._timing = timing
        self._words = words
        self._sentences = sentences
        self._ranks = list(_ranks(sentences))
        self.day = self._first_day()

    def holds(self, number: int) -> bool:
        """Is a sentence, by its number, one of the lead?"""
        return self._ranks[number] < SENTENCES

    def is_headline(self, number: int) -> bool:
        """Is a sentence, by its number, the headline?"""
        if number != 0:
            return False
        return not self._sentences[0].text.strip().endswith((".", "…", "»", '"'))

    def _first_day(self) -> When | None:
        """The first day in the lead, up to a week before the article; else the one in the line over it."""
        published = self._scene.article.date
        over = next((m.said for m in self._timing.datelines if self._is_recent(m, published)), None)
        for number, sentence in enumerate(self._sentences):
            if self._ranks[number] >= SENTENCES + 2:
                break
            for mention in self._recent_days(sentence, published):
                if not any(is_finite(t) for t in sentence) or self._is_published(sentence, mention):
                    over = over or mention.when
                elif mention.kind in POINTS:
                    return mention.said
                elif mention.kind is Kind.SINCE and self._timing.hangs_on(mention, sentence.root):
                    over = over or mention.when
        return over

    def _recent_days(self, sentence: Span, published: date | None) -> Iterator[DateMention]:
        for mention in self._timing.in_sentence(sentence.root):
            if mention.precision is Precision.DAY and self._is_recent(mention, published):
                yield mention

    def _is_recent(self, mention: DateMention, published: date | None) -> bool:
        day = mention.when.latest_end if mention.when else None
        return day is not None and (published is None or published - RECENT <= day <= published)

    def _is_published(self, sentence: Span, mention: DateMention) -> bool:
        before = self._scene.article.text[sentence.start_char : mention.start].lower()
        return any(word in before for word in self._words.published)


def _ranks(sentences: Sequence[Span]) -> Iterator[int]:
    """The number of each sentence, where the same headline twice counts once."""
    known: dict[str, int] = {}
    for sentence in sentences:
        text = sentence.text.strip().rstrip(".").lower()
        yield known.setdefault(text, len(known))
