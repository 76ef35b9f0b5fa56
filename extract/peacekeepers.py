"""Whose «les casques bleus» are: of the one mission of the United Nations that the text names, and of the
African Union, loosely, where it names that and no ONU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sahelgraph.extract.naming import Mention
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

PEACEKEEPERS = frozenset(("casque bleu", "casques bleus"))
MISSIONS = ("mission", "force intérimaire", "forces des nations", "opération des nations")
"""How the names of missions begin."""
AFRICAN_UNION = "union-africaine"
UNITED_NATIONS = ("nations unies", "de l'onu")


def in_their_mission(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text, with «les casques bleus» as its only mission of the United Nations; they stay
    the ONU where it names none, or several, but become the Union africaine's in a text of that alone."""
    blue = [m for m in mentions if _is_blue(m)]
    if not blue:
        return list(mentions)
    missions = {m.entity for m in mentions if _is_of_united_nations(m.entity)}
    others = {
        m.entity for m in mentions if m.entity.id in (AFRICAN_UNION, blue[0].entity.id) and not _is_blue(m)
    }
    if not missions and {e.id for e in others} == {AFRICAN_UNION}:
        missions = others
    if len(missions) != 1:
        return list(mentions)
    (mission,) = missions
    return [replace(m, entity=mission) if _is_blue(m) else m for m in mentions]


def _is_blue(mention: Mention) -> bool:
    return fold(mention.text).replace("-", " ") in PEACEKEEPERS


def is_mission(entity: Entity) -> bool:
    """«la Mission … en Centrafrique», by the names of an organisation."""
    return any(name.lower().startswith(MISSIONS) for name in (entity.label, *entity.aliases))


def _is_of_united_nations(entity: Entity) -> bool:
    if entity.type is not ActorType.ORGANISATION or not is_mission(entity):
        return False
    return any(words in name.lower() for name in entity.aliases for words in UNITED_NATIONS)
