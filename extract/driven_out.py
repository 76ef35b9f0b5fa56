"""Forces that have to go: «X a expulsé les soldats belges», «chassés du Togo, les soldats belges …», «la
Belgique a mis fin à sa présence militaire au Togo»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.forces import Forces
from sahelgraph.extract.grammar import (
    VERBAL,
    direct_subjects,
    is_participle,
    is_passive,
    linear_case,
    lower,
    objects,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

EXPELLING = word_set("driven_out", "expelling")
ENDS = word_set("driven_out", "ends")
STAYS = word_set("driven_out", "stays")
SENT = frozenset((ActorType.STATE, ActorType.ORGANISATION))
AT = frozenset(("à", "en", "dans", "sur"))
HUNG = frozenset(("acl", "advcl"))
REACH = 14
BEHIND = 6


def driven_out(scene: Scene, forces: Forces) -> Iterator[Event]:
    """The foreign forces that somebody sends away, with the land that they leave."""
    for verb in scene.tokens_with(EXPELLING):
        if verb.pos_ in VERBAL:
            yield from _expelled(scene, verb, forces)
    for end in scene.tokens_with(ENDS):
        if end.pos_ == "NOUN":
            yield from _ended(scene, end, forces)


def _expelled(scene: Scene, verb: Token, forces: Forces) -> Iterator[Event]:
    undergone = is_passive(verb) or (is_participle(verb, "Past") and verb.dep_ in HUNG)
    sent = (direct_subjects(verb) or _said_of(verb)) if undergone else objects(verb)
    gone = [r for t in sent for r in forces.at(t) if r.entity.type in SENT]
    if not gone:
        return
    left = _from(scene, verb)
    if not left and not undergone:
        left = [r for t in direct_subjects(verb) for r in scene.actors(t)]
    yield from _pairs(scene, verb, verb, gone, left)


def _said_of(participle: Token) -> list[Token]:
    """«les soldats belges chassés du Togo», «chassés du Togo, les soldats belges …»."""
    over = participle.head
    return [over] if participle.dep_ == "acl" else direct_subjects(over)


def _from(scene: Scene, verb: Token) -> list[Ref]:
    """«chassé du Togo», «hors du Togo», «du territoire togolais»."""
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
        if token.text in ",;:(":
            break
        is_land = scene.mentions_at(token) or "land" in scene.noun_classes(token)
        if is_land and linear_case(token) in ("de", "hors de") and (refs := scene.places(token)):
            return refs
    return []


def _ended(scene: Scene, end: Token, forces: Forces) -> Iterator[Event]:
    """«mettre fin à sa présence au Togo», «la fin de la mission militaire belge au Togo»."""
    near = end.doc[end.i + 1 : min(end.i + BEHIND, end.sent.end)]
    stay = next((t for t in near if t.pos_ == "NOUN" and scene.is_noun(t, STAYS)), None)
    if stay is None or linear_case(stay) not in ("à", "de"):
        return
    own = any(lower(c) in POSSESSIVES for c in stay.children)
    stayed = forces.of_subject(stay) if own else forces.at(stay)
    for token in end.doc[stay.i + 1 : min(stay.i + REACH, end.sent.end)]:
        if token.text in ",;:(" or token.pos_ in VERBAL:
            return
        if linear_case(token) in AT and (refs := scene.places(token)):
            yield from _pairs(scene, end, _predicate(end), stayed, refs)
            return


def ended_stays(scene: Scene) -> Iterator[Token]:
    """The nouns of stays that are said to end: who ends one leaves."""
    for end in scene.tokens_with(ENDS):
        for token in end.doc[end.i + 1 : min(end.i + BEHIND, end.sent.end)] if end.pos_ == "NOUN" else ():
            if token.pos_ == "NOUN" and scene.is_noun(token, STAYS) and linear_case(token) in ("à", "de"):
                yield token


def _predicate(end: Token) -> Token:
    """«mettre fin à»: the verb, whose mood and negation count."""
    return end.head if end.head.pos_ in VERBAL else end


def _pairs(
    scene: Scene, trigger: Token, predicate: Token, gone: list[Ref], left: list[Ref]
) -> Iterator[Event]:
    for force in gone:
        for land in left:
            state = scene.state_of(land.entity) or land.entity
            if land.entity.type in (ActorType.STATE, ActorType.PLACE) and state.id != force.entity.id:
                yield Event("presence: driven out", "withdrew-from", trigger, predicate, force, land)
