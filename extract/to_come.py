"""What the text puts on a day that had not come when it was published."""

from __future__ import annotations

from datetime import date

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import has_auxiliary, is_participle, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import When

CONFIRMING = word_set("meetings", "confirming")
LEAD = "the day of"
OCCASIONS = frozenset(("lors", "issue", "cours", "marge", "occasion", "terme"))
NEAR = 4
ELSEWHERE = (", told", ", of ", ", the only")
MEETINGS = frozenset(("hosted", "met-with", "signed-with"))


def to_come(
    event: Event, status: Status, when: When | None, words: str, published: date | None
) -> tuple[Status, When | None]:
    """The status and time of a meeting or deal: planned where told without a verb of the past, «Sommet à
    Sotchi le 22 novembre»; of no known time where it has happened, as the date is another's then. `words` say
    where the date is from: of its own clause, else «…, told elsewhere»."""
    if when is None or published is None or event.relation not in MEETINGS:
        return status, when
    if status is Status.PLANNED and when.latest_end is not None and when.latest_end < published:
        return (Status.ASSERTED if _is_occasion(event.trigger) else status), when
    if status is not Status.ASSERTED:
        return status, when
    if when.earliest_start is None or when.earliest_start <= published:
        return status, when
    is_lent = words.startswith(LEAD) or any(w in words for w in ELSEWHERE)
    root = event.predicate.sent.root
    happened = _is_past(root) and root.lemma_ not in CONFIRMING  # «ont confirmé leur participation»
    is_past = _is_past(event.predicate) or (is_lent and happened)
    return (status, None) if is_past else (Status.PLANNED, when)


def _is_occasion(noun: Token) -> bool:
    """«ont promis de se revoir lors d'une rencontre mardi à Lomé»: on that day it was promised."""
    before = noun.doc[max(noun.sent.start, noun.i - NEAR) : noun.i]
    return noun.pos_ == "NOUN" and any(lower(t) in OCCASIONS for t in before)


def _is_past(predicate: Token) -> bool:
    """«s'est rendu», «rencontrait»."""
    told = has_auxiliary(predicate) and is_participle(predicate, "Past")
    return told or "Tense=Imp" in predicate.morph or "Tense=Past|VerbForm=Fin" in predicate.morph
