"""What somebody asks of the State that he serves, «le président a ordonné à l'armée de partir», is no demand
of one actor to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.events import Event

DEMAND = "demanded"
OFFICE = "holds-office"


def between_two(events: Iterable[Event]) -> Iterator[Event]:
    """The events without such demands; who once served a State may ask something of it."""
    told = list(events)
    served = {
        (e.subject.entity.id, e.object.entity.id)
        for e in told
        if e.relation == OFFICE and e.object is not None and "former" not in e.doubts
    }
    for event in told:
        own = event.object is not None and (event.subject.entity.id, event.object.entity.id) in served
        if event.relation != DEMAND or not own:
            yield event
