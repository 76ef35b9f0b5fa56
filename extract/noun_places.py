"""The places of what nouns tell: where an event is, what it strikes, what is left."""

from __future__ import annotations

from sahelgraph.extract.arguments import PLACE_CASES
from sahelgraph.extract.clauses import ASCRIBING, Clauses
from sahelgraph.extract.grammar import (
    case_of,
    direct_subjects,
    linear_case,
    nominal_complements,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearness import REACH, actors_done_by, neighbours
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

SCENE = "théâtre"
BLAMING = word_set("noun_objects", "blaming")
CLAIMING = ASCRIBING | frozenset(("revendiquer", "endosser"))


def places_of(scene: Scene, clauses: Clauses, noun: Token) -> list[Ref]:
    """The place of an event: on the noun, its complements or participles, or its support verb."""
    if noun.head.lemma_ == SCENE and case_of(noun) == "de":  # «Diffa est le théâtre d'attaques de X»
        said = [*direct_subjects(noun.head), *(noun.head.head for _ in "x" if noun.head.dep_ == "appos")]
        if refs := next((r for t in said if (r := scene.places(t))), []):
            return refs
    inner = [c for _, c in obliques(noun)]
    inner += [c for c in noun.children if c.dep_ in ("acl", "amod")]
    for carrier in (noun, *inner):
        for case, child in obliques(carrier):
            if (
                (case in PLACE_CASES or (case == "de" and _names_place(scene, child)))
                and noun.i < child.i <= max(noun.i, carrier.i) + REACH
                and (refs := scene.places(child))
            ):
                return refs
    over = verb_over(noun)
    if over is not None and over[1] == "subject":  # «ses attaques se multiplient au Tchad»
        for token in neighbours(over[0], leftwards=False):
            if linear_case(token) in ("en", "à", "dans") and (refs := scene.places(token)):
                return refs
    if over is not None and over[0].lemma_ in clauses.verbs.support | BLAMING:
        for case, child in obliques(over[0]):
            if case in PLACE_CASES and (refs := scene.places(child)):
                return refs
    return []


def names_site(scene: Scene, token: Token) -> bool:
    sites = (m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in scene.mentions_at(token))
    return any(sites)


def _names_place(scene: Scene, token: Token) -> bool:
    return any(m.entity.type is ActorType.PLACE for m in scene.mentions_at(token))


def is_struck(scene: Scene, frame: Frame, noun: Token, case: str, phrase: Token) -> bool:
    """«l'attaque du convoi», «l'attaque de l'armée par X»: what is attacked, and not who attacks."""
    if not frame.owner_is_object or case != "de":
        return False
    if names_site(scene, phrase) and (scene.is_noun(noun, frame.strikes_places) or _is_claimed(noun)):
        return True
    return scene.is_noun(phrase, scene.nouns.property) or bool(actors_done_by(scene, noun))


def _is_claimed(noun: Token) -> bool:
    """«Y a revendiqué l'attaque de Tillia», «l'attaque de Tillia, attribuée à Y»: Tillia is no attacker."""
    over = verb_over(noun)
    verbs = [over[0]] if over is not None else []
    verbs += [c for c in noun.children if c.dep_ == "acl"]
    return any(verb.lemma_ in CLAIMING for verb in verbs)


def left_place(scene: Scene, noun: Token) -> Token | None:
    """«le retrait du Mali des troupes de X»: of two complements, the name that stands first is a place."""
    behind = [c for case, c in nominal_complements(noun) if case == "de" and c.i > noun.i]
    behind.sort(key=lambda c: c.i)
    is_place = len(behind) > 1 and scene.mentions_at(behind[0]) and not scene.mentions_at(behind[1])
    return behind[0] if is_place else None
