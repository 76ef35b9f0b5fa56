"""What a blow answers: «X a bombardé Y, en riposte à une attaque qui a tué dix soldats»: Y had struck X."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

ANSWERS = word_set("reprisals", "answers")
TO = frozenset(("à", "au", "aux", "contre", "après"))
SIDES = (ActorType.STATE, ActorType.ARMED_GROUP, ActorType.ORGANISATION)
NEAR = 5


def reprisals(scene: Scene, told: Iterable[Telling], found: Iterable[Event]) -> Iterator[Event]:
    """The attacks that the blows in `found` are said to answer, by who is struck back, where the words of the
    attack name nobody that did it."""
    answers = [t for t in scene.tokens_with(ANSWERS) if linear_case(t) == "en"]
    if not answers:
        return
    blows = [e for e in found if e.relation == "attacked" and e.object is not None]
    attacks = [t for t in told if t.frame.relation == "attacked"]
    for answer in answers:
        blow = _blow_before(answer, blows)
        attack = _attack_behind(answer, attacks)
        if blow is None or blow.object is None or attack is None or attack.found.subjects:
            continue
        behind = [t for t in attacks if answer.i < t.trigger.i < answer.sent.end and not t.found.subjects]
        struck = [r for t in behind for r in of_types(t.found.objects, SIDES)] or [blow.subject]
        doer = Ref(blow.object.entity, attack.trigger.i, "anaphor")
        for target in {r.entity.id: r for r in struck}.values():
            if target.entity.id != doer.entity.id:
                doubts = frozenset(("incident",))
                rule = "reprisal: attack answered"
                yield Event(rule, "attacked", attack.trigger, attack.predicate, doer, target, doubts)


def _blow_before(answer: Token, blows: list[Event]) -> Event | None:
    """The blow that is said to be an answer, where it is clear who struck whom."""
    near = [e for e in blows if answer.sent.start <= e.trigger.i < answer.i]
    known = {(e.subject.entity.id, e.object.entity.id) for e in near if e.object is not None}
    sided = near and near[0].object is not None and near[0].object.entity.type in SIDES
    return near[-1] if len(known) == 1 and sided else None


def _attack_behind(answer: Token, attacks: list[Telling]) -> Telling | None:
    """«en riposte à de nouvelles attaques»: the noun of an attack right behind."""
    for telling in attacks:
        noun = telling.trigger
        if noun.pos_ not in VERBAL and answer.i < noun.i <= answer.i + NEAR:
            opens = answer.nbor()
            return telling if lower(opens) in TO else None
    return None
