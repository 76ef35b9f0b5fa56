"""Whose «les casques bleus» are: of the one mission of the United Nations that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sahelgraph.extract.naming import Mention
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

PEACEKEEPERS = frozenset(("casque bleu", "casques bleus"))
MISSIONS = ("mission", "force intérimaire", "forces des nations", "opération des nations")
"""How the names of missions begin."""
UNITED_NATIONS = ("nations unies", "de l'onu")


def in_their_mission(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text, with «les casques bleus» as its only mission of the United Nations; they stay
    the ONU where it names none, or several."""
    missions = {m.entity for m in mentions if _is_of_united_nations(m.entity)}
    if len(missions) != 1:
        return list(mentions)
    (mission,) = missions
    return [
        replace(m, entity=mission) if fold(m.text).replace("-", " ") in PEACEKEEPERS else m for m in mentions
    ]


def is_mission(entity: Entity) -> bool:
    """«la Mission … en Centrafrique», by the names of an organisation."""
    return any(name.lower().startswith(MISSIONS) for name in (entity.label, *entity.aliases))


def _is_of_united_nations(entity: Entity) -> bool:
    if entity.type is not ActorType.ORGANISATION or not is_mission(entity):
        return False
    return any(words in name.lower() for name in entity.aliases for words in UNITED_NATIONS)
