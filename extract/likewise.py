"""What others do after somebody: «X a suspendu son aide à Z. Y a fait de même», «Y lui a emboîté le pas»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_negated, lower
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

TURNS = word_set("likewise", "turns")
DEEDS = word_set("likewise", "deeds")
DOING = {
    "même": ("faire", "agir"),
    "autant": ("faire",),
    "pas": ("emboîter",),
    "mesure": ("prendre",),
    "décision": ("prendre",),
    "exemple": ("suivre", "imiter"),
}
ALIKE = word_set("likewise", "alike")
LIKE = ("mesure", "décision")
PUBLIC = frozenset((ActorType.STATE, ActorType.ORGANISATION))
AHEAD = 3
BACK = 60


def likewise(scene: Scene, events: Iterable[Event], verbs: Verbs) -> Iterator[Event]:
    """The deeds of the main clause before such a turn again, done by those of whom the turn is said."""
    turns = [t for t in scene.tokens_with(TURNS) if _verb_of(t) is not None]
    if not turns:
        return
    clauses = Clauses(scene, verbs)
    told = [e for e in events if e.relation in DEEDS and e.object is not None]
    for turn in turns:
        verb = _verb_of(turn)
        before = [e for e in told if verb is not None and verb.i - BACK <= e.predicate.i < verb.i]
        before = [e for e in before if e.predicate.dep_ in ("ROOT", "conj", "xcomp", "obj")]
        if verb is None or not before or is_negated(verb):
            continue
        last = max(e.predicate.i for e in before)
        known = {r.entity.id for e in before for r in (e.subject, e.object) if r is not None}
        for doer in clauses.doers(verb):
            for event in (e for e in before if e.predicate.i == last):
                again = replace(
                    event, rule=f"{event.rule} + likewise", trigger=verb, predicate=verb, when=None
                )
                if event.object is not None and doer.entity.id == event.object.entity.id:
                    yield replace(again, subject=doer, object=_body(scene, event.subject))
                elif doer.entity.id not in known and _alike(doer, event.subject):
                    yield replace(again, subject=doer)


def _body(scene: Scene, one: Ref) -> Ref:
    """«M. X a rappelé son ambassadeur en Y, Y a fait de même»: from the State of X."""
    state = scene.office_state(one.entity) if one.entity.type is ActorType.PERSON else None
    return Ref(state, one.token, one.how) if state is not None else one


def _alike(one: Ref, other: Ref) -> bool:
    return one.entity.type is other.entity.type or {one.entity.type, other.entity.type} <= PUBLIC


def _verb_of(turn: Token) -> Token | None:
    """The verb of «faire de même», «en faire autant», «emboîter le pas», «prendre la même mesure»."""
    if lower(turn) in LIKE and not any(lower(c) in ALIKE for c in turn.children):
        return None
    for word in reversed(turn.doc[max(turn.sent.start, turn.i - AHEAD) : turn.i]):
        if word.lemma_ in DOING.get(lower(turn), ()):
            return word
    return None
