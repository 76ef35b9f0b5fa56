"""Where armed groups are said to be active: «X, actif dans l'est du Togo», «le groupe est présent au Bénin»,
«X, réfugié au Ghana»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, direct_subjects, linear_case
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

ACTIVE = word_set("activity", "active")
PRESENT = word_set("activity", "present")
IN = frozenset(("en", "dans", "sur"))
AT = IN | {"à"}
REACH = 9
CLIMBS = 2
HUNG = frozenset(("amod", "appos", "acl", "conj", "nmod", "acl:relcl", "flat:name"))


def activity(scene: Scene) -> Iterator[Event]:
    """The places of which an adjective says that an armed group is active or present there."""
    for word in scene.tokens_with(ACTIVE):
        if word.pos_ not in ("ADJ", "VERB", "NOUN"):
            continue
        groups = _groups(scene, word)
        for place in _place(scene, word) if groups else ():
            for group in groups:
                yield Event.at("activity: adjective", "based-in", word, group, place)


def _groups(scene: Scene, word: Token) -> list[Ref]:
    """Of whom the adjective is said: its subject, or the noun that it stands behind."""
    bearers, top = direct_subjects(word), word
    for _ in range(0 if bearers else CLIMBS):
        if top.dep_ not in HUNG or top.head.i > word.i:
            break
        top = top.head
        bearers.append(top)
    for bearer in bearers:
        refs = [r for r in scene.actors(bearer) if r.entity.type is ActorType.ARMED_GROUP]
        if refs:
            return refs
    return []


def _place(scene: Scene, word: Token) -> list[Ref]:
    """The first place behind the adjective; who is present *at* a town may be there to talk."""
    cases = IN if scene.is_noun(word, PRESENT) else AT
    for token in word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]:
        if token.text in ",;:(" or token.pos_ in VERBAL:
            return []
        case = linear_case(token)
        if case in AT and (refs := scene.places(token)):
            is_land = all(r.entity.type is ActorType.STATE for r in refs)
            return refs if case in cases or is_land else []
    return []
