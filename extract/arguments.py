"""What the arguments of verbs and of nouns have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sahelgraph.extract.grammar import SUBJECTS, VERBAL, has_auxiliary, is_participle, linear_case
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

PLACE_CASES = frozenset(
    (
        *("en", "à", "dans", "sur", "vers", "depuis", "à l'intérieur de", "au sein de", "près de"),
        *("autour de", "à travers"),
    )
)
LOCATING = PLACE_CASES | {"de", ""}


@dataclass(frozen=True, slots=True)
class Found:
    """Actors in one role, and the weak steps that led to them (see `Event.doubts`)."""

    refs: list[Ref]
    doubts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who does it and to whom, as one word states it, and the weak steps that led there."""

    subjects: list[Ref]
    objects: list[Ref]
    doubts: frozenset[str] = frozenset()


def of_types(refs: Iterable[Ref], types: Collection[ActorType]) -> list[Ref]:
    """Those of the actors that are of one of the types."""
    return [r for r in refs if r.entity.type in types]


def without_places(refs: Iterable[Ref]) -> list[Ref]:
    """Those of the actors that can act."""
    return [r for r in refs if r.entity.type is not ActorType.PLACE]


def states_of_places(scene: Scene, places: Iterable[Ref]) -> list[Ref]:
    """The States in which places lie; places of no known State are left out."""
    states = [(scene.state_of(p.entity), p) for p in places]
    return [Ref(state, place.token, "place") for state, place in states if state is not None]


def town_elsewhere(scene: Scene, act: Token, doers: Iterable[Ref]) -> list[Ref]:
    """«Bombardement à Kharkiv : sept morts dans une frappe sur un immeuble»: the State of the only towns that
    the sentence names, where it is not who acts and somebody does."""
    own = {r.entity.id for r in doers}
    towns = [
        Ref(m.entity, token.i, m.kind.value)
        for token, m in scene.mention_tokens(act.sent.start, act.sent.end)
        if m.entity.type is ActorType.PLACE and linear_case(token) in LOCATING and not _is_whence(token, act)
    ]
    states = states_of_places(scene, towns)
    alone = len({r.entity.id for r in states}) == 1
    return states[:1] if own and alone and states[0].entity.id not in own else []


def _is_whence(place: Token, act: Token) -> bool:
    """«Le groupe, basé à Goma, dit avoir tué deux soldats»: a place that says something of a subject."""
    over = next((a for a in place.ancestors if a.pos_ in VERBAL), None)
    return over is not None and over is not act and over.dep_ == "acl" and over.head.dep_ in SUBJECTS


def has_armed_group(refs: Iterable[Ref]) -> bool:
    """Armed groups strike the State where they strike; an army abroad seldom does."""
    return any(r.entity.type is ActorType.ARMED_GROUP for r in refs)


def of_those_before(verb: Token, refs: list[Ref]) -> list[Ref]:
    """«X, armé par Y, et Z avancent», «A, B et X, armé par Y»: of a list, a participle behind one of them is
    said of those before it, in the singular of the last alone."""
    bare = is_participle(verb, "Past") and not has_auxiliary(verb)
    is_set_off = verb.i > verb.sent.start and verb.nbor(-1).text in (",", "(")
    is_behind = bare and (verb.dep_ in ("acl", "amod") or is_set_off)
    before = [r for r in refs if r.token < verb.i] if is_behind else []
    if not before or len(refs) == 1:
        return refs
    if "Number=Sing" not in str(verb.morph):
        return before
    last = max(r.token for r in before)
    return [r for r in before if r.token == last]
