"""What somebody asks of the State that he serves, «le président a ordonné à l'armée de partir», is no demand
of one actor to another; what he asks of its people is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token

COMPATRIOTS = word_set("phrases", "compatriots")
DEMAND = "demanded"
OFFICE = "holds-office"


def between_two(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The events without such demands; who once served a State may ask something of it."""
    told = list(events)
    served = {
        (e.subject.entity.id, e.object.entity.id)
        for e in told
        if e.relation == OFFICE and e.object is not None and "former" not in e.doubts
    }
    for event in told:
        if event.relation == DEMAND and event.object is not None:
            own = (event.subject.entity.id, event.object.entity.id) in served
            if own and not _are_people(scene, scene.doc[event.object.token]):
                continue
        yield event


def _are_people(scene: Scene, word: Token) -> bool:
    """«ses compatriotes», «la population malienne», «les Maliens»."""
    if any(m.kind is Kind.DEMONYM for m in scene.mentions_at(word)):
        return word.pos_ != "ADJ"
    return scene.is_noun(word, COMPATRIOTS) or "people" in scene.noun_classes(word)
