"""Borders that forces cross: «ont franchi la frontière du Togo», «ont traversé la frontière togolaise»."""

from __future__ import annotations

from sahelgraph.extract.grammar import lower, obliques, verb_over
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

BORDERS = word_set("borders", "borders")
CROSSING = word_set("borders", "crossing")
BACK = frozenset(("nouveau", "retour"))


def crossed(scene: Scene, noun: Token) -> list[Ref]:
    """The States on the other side of a border that is crossed; empty for all other words."""
    if not scene.is_noun(noun, BORDERS) or any(lower(c) in BACK for c in noun.children):
        return []
    over = verb_over(noun)
    if over is None or over[1] != "object" or over[0].lemma_ not in CROSSING:
        return []
    refs = by_adjective(scene, noun)
    for case, land in obliques(noun):
        if case in ("de", "avec"):
            refs = [*refs, *scene.places(land)]
    return [r for r in refs if r.entity.type is ActorType.STATE]
