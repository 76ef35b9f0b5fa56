"""Which of the subjects and objects that a frame finds it states of each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.presence import presence_words
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.relations import relations


def stated_pairs(
    scene: Scene, frame: Frame, subjects: list[Ref], targets: list[Ref]
) -> Iterator[tuple[Ref, Ref]]:
    """Each with each, or with each other where both sides are the same; one way where the relation is
    symmetric."""
    relation = relations()[frame.relation]
    same = [s.entity.id for s in subjects] == [t.entity.id for t in targets]
    pairs = list(permutations(subjects, 2)) if same else [(s, t) for s in subjects for t in targets]
    if frame.both_ways and not same:
        pairs += [(t, s) for s, t in pairs]
    for subject, target in pairs:
        one, other = subject.entity, target.entity
        if one.id == other.id or not relation.allows(one.type, other.type):
            continue
        if target.how == "place" and other.id in {s.entity.id for s in subjects}:
            continue  # «X et son allié Y ont bombardé une ville de X»
        if same and _stand_together(subject, target, subjects):
            continue
        if relation.symmetric and (target, subject) in pairs[: pairs.index((subject, target))]:
            continue
        if relation.symmetric and _is_own(scene, one, other):
            continue
        if frame.relation == "met-with" and _is_gathering(scene, subject, target):
            continue
        if relation.id == "supported" and _is_own(scene, one, other):
            continue
        if frame.not_own and belongs(scene, other, one):
            continue
        if frame.abroad and not _is_abroad(scene, one, other):
            continue
        if not frame.same_type or one.type is other.type:
            yield subject, target


def _is_abroad(scene: Scene, group: Entity, place: Entity) -> bool:
    """Does an armed group have its home elsewhere?"""
    homes, state = presence_words().homes.get(group.id), scene.state_of(place)
    return homes is not None and state is not None and state.id not in homes


def belongs(scene: Scene, other: Entity, one: Entity) -> bool:
    """Is `one` the State of `other`, or in its office?"""
    state = scene.state_of(other)
    holder = scene.office_state(one) if one.type is ActorType.PERSON else None
    return state is not None and (state.id == one.id or other == holder)


def _is_own(scene: Scene, one: Entity, other: Entity) -> bool:
    """An official and the State of the office: no two sides that meet or sign."""
    return any(
        person.type is ActorType.PERSON and scene.office_state(person) == side
        for person, side in ((one, other), (other, one))
    )


def _is_gathering(scene: Scene, one: Ref, other: Ref) -> bool:
    """«les ministres de l'AES se sont réunis»: an organisation that meets, and no two sides."""
    noun = scene.doc[one.token]
    together = one.token == other.token and one.how == other.how == "collective"
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return together and not counted and scene.is_noun(noun, scene.nouns.leaders)


def _stand_together(one: Ref, other: Ref, sides: list[Ref]) -> bool:
    """«Le gouvernement et les trois groupes ont signé»: those of one phrase are one side, where others are
    named."""
    return one.token == other.token and any(side.token != one.token for side in sides)
