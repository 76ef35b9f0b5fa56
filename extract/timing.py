"""When an event was: the date expression of the sentence that belongs to it.

A date in the event's own clause, or hung on its word, counts; one in a clause of its own does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, clause_of, governors
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.scene import Scene
from sahelgraph.ontology.when import When

UNFIT = frozenset(("vague",))
SAME_CLAUSE = 3.0
HUNG_ON_IT = 4.0
ABOVE = 1.0
ELSEWHERE = 1.0
PER_TOKEN = 0.06


class Timing:
    """The dates of one article, to be asked event by event."""

    def __init__(self, scene: Scene, verbs: Verbs, dates: Sequence[DateMention]) -> None:
        self._scene = scene
        self._verbs = verbs
        self._dates: list[tuple[DateMention, Token]] = []
        for mention in dates:
            span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and mention.said is not None and mention.kind not in UNFIT:
                self._dates.append((mention, span.root))

    def of(self, event: Event) -> tuple[When | None, str]:
        """The date of an event and the words that give it; (None, "") where the text gives none."""
        if event.when is not None:
            return event.when, "rule"
        sentence = event.trigger.sent
        best: tuple[float, DateMention] | None = None
        for mention, token in self._dates:
            if not sentence.start <= token.i < sentence.end:
                continue
            score = self._score(event, token)
            if score > 0 and (best is None or score > best[0]):
                best = (score, mention)
        if best is None:
            return None, ""
        return best[1].said, best[1].text

    def _score(self, event: Event, date: Token) -> float:
        distance = abs(date.i - event.trigger.i) * PER_TOKEN
        above = [event.trigger, *governors(event.trigger)]
        if event.trigger in (date, *governors(date)) and clause_of(date.head) in (
            event.trigger,
            event.predicate,
            clause_of(event.trigger),
        ):
            return HUNG_ON_IT - distance
        clause = clause_of(date.head if date.head is not date else date)
        own = clause_of(event.predicate)
        if clause is own or clause is event.predicate or clause is event.trigger:
            return SAME_CLAUSE - distance
        if clause in above:
            if clause.lemma_ in self._verbs.say and clause.pos_ in VERBAL:
                return -1.0
            return ABOVE + 1.0 - distance
        if clause.dep_ == "acl:relcl" and clause not in above:
            return -1.0
        return ELSEWHERE - distance
