"""Who is blamed around an attack that other sentences tell: «Un convoi de X a été attaqué. X met en cause Y»,
«X a condamné l'attentat. Y l'a revendiqué»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    has_definite_article,
    is_finite,
    is_negated,
    linear_case,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.halves import DEEDS, UNDERTAKINGS, Half
from sahelgraph.extract.named_victims import Attacks
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Status

ACCUSING = "accuse"
THIS = frozenset(("ce", "cet", "cette", "ces"))
NEAR = 4
CONDEMNING = frozenset(("condemn", "accuse"))
STATES = (ActorType.STATE,)
GROUPS = (ActorType.ARMED_GROUP,)
CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))


def blamed_after(scene: Scene, told: Sequence[Telling], halves: Sequence[Half]) -> Iterator[Event]:
    """The attacks that those who suffered them lay upon an armed group, or such a group upon a State, in the
    sentence of the attack or the next, without a word of what they accuse it of."""
    struck = [h for h in halves if h.relation == "attacked" and h.victims.refs]
    for blame in told:
        verb = blame.trigger
        if blame.frame.id != ACCUSING or verb.pos_ not in VERBAL or not struck or _says_of_what(blame):
            continue
        last = next((h for h in reversed(struck) if h.telling.trigger.i < verb.i), None)
        if last is None or last.authors or not _is_next(last, blame):
            continue
        for accusing, accused in ((STATES, GROUPS), (GROUPS, STATES)):
            accusers = {r.entity.id for r in of_types(blame.found.subjects, accusing)}
            for victim in last.victims.refs if accusers else ():
                for one in of_types(blame.found.objects, accused) if _is_of(scene, victim, accusers) else ():
                    doubts = blame.found.doubts | last.victims.doubts | {"incident"}
                    rule = f"blamed after {last.telling.frame.id}"
                    yield Event.at(rule, "attacked", verb, one, victim, doubts, status=Status.ALLEGED)


def _is_of(scene: Scene, victim: Ref, accusers: Set[str]) -> bool:
    """Is a victim one of those who accuse, or a person who leads for them?"""
    served = scene.office_state(victim.entity) if victim.entity.type is ActorType.PERSON else None
    return victim.entity.id in accusers or (served is not None and served.id in accusers)


def condemned(scene: Scene, told: Iterable[Telling], found: Iterable[Event]) -> Iterator[Event]:
    """«X a condamné l'attaque», where another sentence says whose it was: X blames these."""
    blames = [b for b in told if b.frame.id in CONDEMNING and b.trigger.pos_ in VERBAL]
    attacks = Attacks(scene, found if blames else ())
    for blame in blames if attacks else ():
        verb, subjects = blame.trigger, blame.found.subjects
        own = {r.entity.id for r in subjects}
        if not own or is_negated(verb) or any(r.entity.id not in own for r in blame.found.objects):
            continue
        acts = [t for t in _condemned(verb) if scene.is_noun(t, DEEDS) or scene.is_noun(t, UNDERTAKINGS)]
        if not any(_is_known(t) for t in acts):
            continue
        attack = attacks.by_group_around(verb)
        if attack is None or attack.status is Status.DENIED or is_negated(attack.predicate):
            continue
        author = Ref(attack.subject.entity, verb.i, "anaphor")
        for subject in subjects if author.entity.id not in own else ():
            doubts = frozenset(("incident",))
            yield Event.at("condemned: whose attack it was", "accused", verb, subject, author, doubts)


def _is_known(act: Token) -> bool:
    """«l'attentat», «ce lâche et odieux attentat»."""
    before = act.doc[max(act.sent.start, act.i - NEAR) : act.i]
    return has_definite_article(act) or any(lower(t) in THIS for t in before)


def _condemned(verb: Token) -> list[Token]:
    """The objects of a verb; where it has none, the nouns up to the next verb: «a condamné, dans un message,
    "cet odieux attentat"»."""
    behind = takewhile(lambda t: not is_finite(t), verb.doc[verb.i + 1 : verb.sent.end])
    return objects(verb) or [t for t in behind if t.pos_ == "NOUN" and not linear_case(t)]


def _says_of_what(blame: Telling) -> bool:
    """«X accuse Y de soutenir Z», «X accuse Y d'ingérence»: of something else, or of what is read there."""
    verb = blame.trigger
    clauses = any(c.dep_ in CLAUSES and c.i > verb.i for c in verb.children)
    return clauses or is_negated(verb) or any(case in ("de", "pour") for case, _ in obliques(verb))


def _is_next(last: Half, blame: Telling) -> bool:
    """Does the blame stand in the sentence of the attack, or in the next but for blank lines?"""
    doc, end = blame.trigger.doc, last.telling.trigger.sent.end
    return all(t.is_space for t in doc[end : max(end, blame.trigger.sent.start)])
