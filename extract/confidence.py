"""How sure a claim is: by how its actors were found and which weak steps led to it."""

from __future__ import annotations

from sahelgraph.extract.events import Event
from sahelgraph.ontology.claims import Status

BY_REFERENCE = {
    "anaphor": 0.7,
    "pronoun": 0.75,
    "possessor": 0.8,
    "context": 0.75,
    "default": 0.5,
    "topic": 0.7,
    "place": 0.75,
    "collective": 0.85,
}
BY_DOUBT = {
    "place-object": 0.8,
    "linear-subject": 0.8,
    "near": 0.85,
    "incident": 0.85,
    "linear-object": 0.8,
    "default-victim": 0.8,
    "default-subject": 0.7,
    "default-object": 0.55,
    "topic": 0.75,
    "mutual": 0.95,
}
BASE = 0.92


def confidence_of(event: Event, status: Status) -> float:
    """A number in 0..1; the product of what each step is worth."""
    value = BASE
    for ref in (event.subject, event.object):
        if ref is not None:
            value *= BY_REFERENCE.get(ref.how, 1.0)
    for doubt in event.doubts:
        value *= BY_DOUBT.get(doubt, 1.0)
    return round(value * (0.95 if status is not Status.ASSERTED else 1.0), 3)
