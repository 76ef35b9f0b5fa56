"""Two of one list are two: in «la RDC, le Congo et l'Angola» the second is the other Congo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sahelgraph.extract.enumerations import find_enumerations
from sahelgraph.extract.gazetteer import Hit
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.ontology.claims import Entity


def told_apart(
    text: str, mentions: Sequence[Mention], hits: Iterable[Hit], entities: Mapping[str, Entity]
) -> list[Mention]:
    """The mentions, of which an ambiguous one that stands in a list beside another name of the same actor is
    the other actor who bears it."""
    doubtful = {m.start: m for m in mentions if m.kind is Kind.AMBIGUOUS}
    if not any(
        m.kind is not Kind.AMBIGUOUS and m.entity == d.entity for d in doubtful.values() for m in mentions
    ):
        return list(mentions)
    readings = {hit.start: [entities[e.actor] for e in hit.entries] for hit in hits}
    meant: dict[int, Entity] = {}
    for enumeration in find_enumerations(text, [m for m in mentions if m.kind is not Kind.COMBINING]):
        for mention in enumeration.mentions:
            beside = [m.entity for m in enumeration.mentions if m is not mention]
            if mention.start in doubtful and mention.entity in beside:
                others = [e for e in readings.get(mention.start, ()) if e not in beside]
                if len(others) == 1:
                    meant[mention.start] = others[0]
    return [replace(m, entity=meant[m.start]) if m.start in meant else m for m in mentions]
