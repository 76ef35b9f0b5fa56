"""From where an ambassador is recalled when nothing says it: «X accuse Y. X a rappelé son ambassadeur»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, is_negated, is_passive, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

RELATION = "sanctioned"
RECALLING = word_set("recalled", "recalling")
ENVOYS = word_set("recalled", "envoys")
ITS = frozenset(("son", "sa", "ses", "leur", "leurs"))
BACK = 60


def recalled(scene: Scene, events: Iterable[Event], clauses: Clauses) -> Iterator[Event]:
    """The recalls of one article of whom nothing says from where, in the order of the text: from the only
    other State told of there, or the one of several that the article is about."""
    verbs = [v for v in scene.tokens_with(RECALLING) if v.pos_ in VERBAL and _has_envoy(scene, clauses, v)]
    if not verbs:
        return
    told = {e.trigger.i for e in events if e.relation == RELATION}
    for verb in verbs:
        if verb.i in told or is_negated(verb) or is_passive(verb):
            continue
        for doer in clauses.doers(verb):
            host = _other_state(scene, verb, _state_of(scene, doer.entity))
            if host is not None:
                yield Event.at("recalled: from the other State", RELATION, verb, doer, host)


def _has_envoy(scene: Scene, clauses: Clauses, verb: Token) -> bool:
    things = clauses.logical_objects(verb)
    return any(scene.is_noun(t, ENVOYS) and any(lower(c) in ITS for c in t.children) for t in things)


def _state_of(scene: Scene, entity: Entity) -> Entity | None:
    return scene.office_state(entity) if entity.type is ActorType.PERSON else scene.state_of(entity)


def _other_state(scene: Scene, verb: Token, own: Entity | None) -> Ref | None:
    if own is None or own.type is not ActorType.STATE:
        return None
    first = max(0, verb.i - BACK)
    named = (m.entity for _, m in scene.mention_tokens(first, verb.sent.end))
    others = {e.id: e for e in named if e.type is ActorType.STATE and e.id != own.id}
    if len(others) > 1:
        topic = scene.topic
        others = {topic.id: topic} if topic is not None and topic.id in others else {}
    return next((Ref(state, verb.i, "default") for state in others.values()), None)
