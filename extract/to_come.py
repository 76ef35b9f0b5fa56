"""What the text puts on a day that had not come when it was published."""

from __future__ import annotations

from datetime import date

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import has_auxiliary, is_participle
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import When

MEETINGS = frozenset(("hosted", "met-with", "signed-with"))


def to_come(
    event: Event, status: Status, when: When | None, published: date | None
) -> tuple[Status, When | None]:
    """The status and time of a meeting or deal: planned where told without a verb of the past, «Sommet à
    Sotchi le 22 novembre»; of no known time where it has happened, as the date is another's then."""
    if status is not Status.ASSERTED or when is None or published is None or event.relation not in MEETINGS:
        return status, when
    if when.earliest_start is None or when.earliest_start <= published:
        return status, when
    return (status, None) if _is_past(event.predicate) else (Status.PLANNED, when)


def _is_past(predicate: Token) -> bool:
    """«s'est rendu», «rencontrait»."""
    told = has_auxiliary(predicate) and is_participle(predicate, "Past")
    return told or "Tense=Imp" in predicate.morph or "Tense=Past|VerbForm=Fin" in predicate.morph
