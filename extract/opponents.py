"""The other side of an act that is told with one: the only actor of its sentence that it can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sahelgraph.extract.arguments import Arguments, of_types
from sahelgraph.extract.complements import DISSIDENTS
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    SUBJECTS,
    direct_subjects,
    governors,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.holding import HOLDING
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.nearness import HELPING
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stating import Statements, Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

DOUBT = "sole-opponent"
ASIDE = word_set("opponents", "aside")
NO_SIDE = HELPING | word_set("noun_arguments", "borders") | word_set("opponents", "beside")
CONDEMNING = word_set("reactions", "blaming")
BACK = 4
UNDER = 2
WHERE = frozenset(("à", "dans"))
UNSURE = frozenset(("collective", "part", "apposition"))
"""Ways of meaning the one side (`Ref.how`) that leave open whether it takes part at all."""


def sole_opponents(
    scene: Scene, statements: Statements, told: Iterable[Telling], known: Collection[Event]
) -> Iterator[Event]:
    """The events of an article's tellings that their words do not state yet, but do with the only opponent
    that their sentence names; none between two of whom an event is `known` to tell the same, nor, but of
    what goes on between both, one that its sentence tells the other way round."""
    pairs = {_sides(e) for e in known}
    here = {(e.trigger.sent.start, *_sides(e)) for e in known}
    stated = {(e.trigger.i, e.relation) for e in known}
    for telling in told:
        if (telling.trigger.i, telling.frame.relation) in stated:
            continue
        whole = _with_sole_opponent(scene, telling)
        for event in statements.events(*whole) if whole is not None else ():
            relation, one, other = _sides(event)
            struck_back = (event.trigger.sent.start, relation, other, one) in here
            if (relation, one, other) not in pairs and (telling.frame.lasting or not struck_back):
                yield event


def _sides(event: Event) -> tuple[str, str, str]:
    """The relation of an event, who does it and to whom."""
    return event.relation, event.subject.entity.id, event.object.entity.id if event.object else ""


def _with_sole_opponent(scene: Scene, telling: Telling) -> Telling | None:
    """«Le Front du Lac dit avoir eu le dessus, hier, en pays tchadien»: where only one side of an act is
    understood, the same with the only actor of its sentence that the frame lets be the other side (see
    `sole_subject` and `sole_object` in lexicon/frames.py). None where both sides are known or neither, or
    where it could be several."""
    frame, found = telling.frame, telling.found
    subjects = of_types(found.subjects, frame.subject_types)
    objects = of_types(found.objects, frame.object_types)
    known = subjects or objects
    if (subjects and objects) or not known or any(r.how in UNSURE for r in known):
        return None
    foes = _foes(frame, subjects, objects)
    if not foes or any(lower(c) == "sans" for c in telling.predicate.children):
        return None  # «sans faire de victimes»
    others = _others(scene, telling.trigger, known, frame.object_types if subjects else frame.subject_types)
    if len(others) != 1:
        return None
    ((token, mention),) = others
    foe = _acting(scene, mention.entity)
    if foe.type not in foes or foe.label in scene.silent or any(r.entity.id == foe.id for r in known):
        return None
    if frame.asks and (token.dep_ in SUBJECTS or linear_case(telling.trigger) == "à"):
        return None  # «X demande d'agir, Y hésite», «quitte X à la demande de la junte»
    is_where = mention.kind is Kind.CAPITAL or linear_case(token) in WHERE
    if (is_where and not subjects) or _stands_aside(token, telling.trigger):
        return None  # «tués près de Mogadiscio»: not by whom
    if not subjects and _is_aimed_at(token, telling.trigger):
        return None
    other = [Ref(foe, token.i, "sole")]
    doubts = found.doubts | {DOUBT}
    return telling._replace(found=Arguments(subjects or other, objects or other, doubts))


def _foes(frame: Frame, subjects: list[Ref], objects: list[Ref]) -> set[ActorType]:
    """Of which types the side must be that is not understood."""
    if subjects:
        return {foe for one, foe in frame.sole_object if all(r.entity.type is one for r in subjects)}
    return {foe for foe, one in frame.sole_subject if all(r.entity.type is one for r in objects)}


def _others(
    scene: Scene, trigger: Token, known: list[Ref], types: Collection[ActorType]
) -> list[tuple[Token, Mention]]:
    """The other actors of these types that the sentence of a word names, each where it does so first."""
    named: dict[str, tuple[Token, Mention]] = {}
    for token, mention in scene.mention_tokens(trigger.sent.start, trigger.sent.end):
        if mention.entity.type in types:
            named.setdefault(mention.entity.id, (token, mention))
    for ref in known:
        named.pop(ref.entity.id, None)
    return list(named.values())


def _acting(scene: Scene, entity: Entity) -> Entity:
    """A place counts for the State in which it lies."""
    state = scene.state_of(entity) if entity.type is ActorType.PLACE else None
    return state or entity


def _stands_aside(name: Token, trigger: Token) -> bool:
    """«avec l'appui de X», «à la frontière de X», «une coalition comprenant X», «des dissidents de X», «la
    guérilla colombienne de l'ELN»: no side of the act, or the one that is known already."""
    if linear_case(name) == "par" and name.head.lemma_ in HOLDING:
        return True  # «bombarder Z, tenue par X»
    over = trigger.head
    if trigger.dep_ == "obj" and over.lemma_ in CONDEMNING and name.i < over.i:
        return True  # «X a condamné la prise du pouvoir par l'armée»
    if name.dep_ == "nsubj" and _is_joined(name.head, trigger):
        return True  # «A et B s'accusent d'avoir tiré, et Z accuse A»
    if linear_case(name) in ASIDE or any(t.lemma_ in NO_SIDE for t in islice(governors(name), UNDER)):
        return True
    if any(lower(t) in DISSIDENTS for t in name.doc[max(name.sent.start, name.i - BACK) : name.i]):
        return True
    return trigger.pos_ == "NOUN" and name.head is trigger and linear_case(name) == "de"


def _is_aimed_at(name: Token, trigger: Token) -> bool:
    """«Un raid mené contre X a tué dix hommes»: X did not."""
    doers = () if is_passive(trigger) else direct_subjects(trigger)
    return linear_case(name) == "contre" and any(doer in name.ancestors for doer in doers)


def _is_joined(verb: Token, trigger: Token) -> bool:
    """Does a verb tell another thing than the clause of a word, joined to it?"""
    apart = verb is not trigger and verb not in trigger.ancestors and trigger not in verb.ancestors
    return apart and verb.dep_ == "conj"
