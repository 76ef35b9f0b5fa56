"""What an article says of an event: that it happened, is planned, alleged, denied or did not happen."""

from __future__ import annotations

from sahelgraph.extract.called_off import status_off
from sahelgraph.extract.events import BY_FORCE, Event
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.status import is_hindered, status_aimed, status_in_contrast, status_of
from sahelgraph.extract.status_nouns import status_ascribed, status_kept, status_negotiated, status_taken_up
from sahelgraph.ontology.claims import Status


def status_of_event(event: Event, verbs: Verbs) -> tuple[Status, str]:
    """The status that the words around an event give it, and what shows it."""
    if event.status is not None:
        status, cue = event.status, "rule"
    else:
        contrast = status_in_contrast(event) or status_off(event)
        status, cue = contrast or status_of(event.trigger, event.predicate, verbs)
        if status is Status.ASSERTED:
            told = status_ascribed(event) or status_negotiated(event) or status_aimed(event)
            status, cue = told or (status, cue)
        elif status is Status.PLANNED and event.relation in BY_FORCE:
            status, cue = status_taken_up(event.trigger, verbs) or (status, cue)
        elif status is Status.PLANNED:
            status, cue = status_kept(event) or (status, cue)
    if status is Status.ASSERTED and is_hindered(event, verbs):
        return Status.PLANNED, "hindered"
    return status, cue
