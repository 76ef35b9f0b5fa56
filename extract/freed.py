"""Who is let go, where only the words of their capture name them: «Les élèves enlevés à Chibok ont été
libérés», «X, qui détenait cent soldats de Y, en a libéré dix»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    is_passive,
    lower,
    obliques,
)
from sahelgraph.extract.noun_subjects import is_told_by_forces
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

HELD = frozenset(("abducted", "detained"))
FREE = "release"
HANDED = frozenset((FREE, "hand-over"))
THEY = frozenset(("ils", "elles", "il", "elle"))
PEOPLE = frozenset((ActorType.STATE, ActorType.PERSON))
HOLDERS = frozenset((ActorType.STATE, ActorType.ARMED_GROUP))
PRISONERS = frozenset(("prisonnier", "détenu", "captif"))
HOSTAGES = PRISONERS | {"otage", "soldat", "militaire"}
NOT_YET = frozenset(("pour", "en vue de", "contre", "à", "sans"))
NEAR = 4
COUNTS = frozenset(("un", "une", "plusieurs", "certains", "quelques-uns"))


def freed(clauses: Clauses, told: list[Telling], found: Iterable[Event]) -> Iterator[Event]:
    """The captures of those of whom an article told before as captives, and the releases whose object only a
    capture in `found` names."""
    captures = [e for e in found if e.relation in HELD and e.object is not None]
    taken = list(_taken_again(clauses, told))
    yield from taken
    yield from _let_go(told, taken)
    yield from _announced(clauses, told)
    if not captures:
        return
    for frame, trigger, predicate, arguments in told:
        if frame.id not in HANDED or (arguments.objects and arguments.subjects):
            continue
        if (arguments.objects or trigger.pos_ not in VERBAL) and not _is_said_of_held(clauses, trigger):
            continue
        capture = _of_some(trigger, captures) or _of_phrase(clauses, trigger, captures)
        if capture is None or capture.object is None:
            continue
        if arguments.objects and capture.object.entity.id not in {r.entity.id for r in arguments.objects}:
            continue
        doers = [r for r in arguments.subjects if r.entity.type in MEMBERS]
        guessed = "default-subject" in capture.doubts and capture.relation == "abducted"
        if not doers and not agents(trigger) and not guessed:
            doers = [capture.subject]
        for doer in doers:
            if doer.entity.id != capture.object.entity.id:
                doubts = capture.doubts | {"incident"}
                yield Event(
                    "freed: after capture", "released", trigger, predicate, doer, capture.object, doubts
                )


def _announced(clauses: Clauses, told: Iterable[Telling]) -> Iterator[Event]:
    """«X a annoncé que dix prisonniers de Y seraient libérés lundi»: X will let them go."""
    for frame, trigger, predicate, found in told:
        if frame.id != FREE or found.subjects or not found.objects or trigger.dep_ != "ccomp":
            continue
        over = trigger.head
        if over.lemma_ not in clauses.verbs.announce or not is_passive(trigger) or agents(trigger):
            continue
        people = clauses.logical_objects(trigger)
        for doer in clauses.doers(over):
            words = HOSTAGES if doer.entity.type is ActorType.ARMED_GROUP else PRISONERS
            if doer.entity.type not in HOLDERS or not any(clauses.scene.is_noun(t, words) for t in people):
                continue
            for held in found.objects:
                if held.entity.id != doer.entity.id and held.entity.type in PEOPLE:
                    rule = "freed: announced"
                    yield Event(rule, "released", trigger, predicate, doer, held, frozenset(("incident",)))


def _is_said_of_held(clauses: Clauses, release: Token) -> bool:
    """«Dix soldats de X détenus par Y ont été libérés», «la libération de dix soldats de X retenus par Y»."""
    if release.pos_ in VERBAL:
        return is_passive(release) and not agents(release)
    return case_of(release) not in NOT_YET and not is_told_by_forces(clauses.scene, release)


def _of_some(verb: Token, captures: list[Event]) -> Event | None:
    """«en a libéré dix»: the last capture in the sentence or the one before."""
    if not any(lower(c) == "en" and c.pos_ == "PRON" for c in verb.children):
        return None
    if not any(c.i > verb.i and (c.pos_ == "NUM" or lower(c) in COUNTS) for c in verb.children):
        return None
    start = max(0, verb.sent.start - 1)
    earliest = verb.doc[start].sent.start
    before = [e for e in captures if earliest <= e.trigger.i < verb.i]
    return max(before, key=lambda e: e.trigger.i, default=None)


def _of_phrase(clauses: Clauses, verb: Token, captures: list[Event]) -> Event | None:
    """«vingt des élèves enlevés à Chibok»: the capture that the phrase itself tells of."""
    phrases = clauses.logical_objects(verb) if verb.pos_ in VERBAL else [c for _, c in obliques(verb)]
    for head in phrases:
        counted = [inner for _, inner in obliques(head) if case_of(inner) == "de"]
        for noun in (head, *counted):
            capturing = {c.i for c in noun.children if c.dep_ in ("acl", "acl:relcl")}
            if capture := next((e for e in captures if e.trigger.i in capturing), None):
                return capture
    return None


def _taken_again(clauses: Clauses, told: list[Telling]) -> Iterator[Event]:
    """«X annonce la libération de dix soldats de Y. Ils avaient été pris en otage par Z»: Y's."""
    for number, (frame, trigger, predicate, found) in enumerate(told):
        if frame.relation not in HELD or found.objects or not is_passive(trigger):
            continue
        doers = of_types(found.subjects, frame.subject_types)
        if not doers or all(lower(t) not in THEY for t in clauses.logical_objects(trigger)):
            continue
        for before in reversed(told[max(0, number - NEAR) : number]):
            if before.frame.relation not in HELD | {"released"} or not before.found.objects:
                continue
            for doer in doers:
                for held in before.found.objects:
                    if held.entity.id != doer.entity.id and held.entity.type in PEOPLE:
                        doubts = found.doubts | {"incident"}
                        rule = "freed: told of before"
                        yield Event(rule, frame.relation, trigger, predicate, doer, held, doubts)
            break


def _let_go(told: list[Telling], taken: list[Event]) -> Iterator[Event]:
    """Those of whom it turns out who had taken them, let go before."""
    for frame, trigger, predicate, found in told:
        if frame.id != FREE or found.subjects or agents(trigger):
            continue
        if trigger.pos_ not in VERBAL and case_of(trigger):
            continue
        for event in taken:
            for held in found.objects:
                if event.object is not None and held.entity.id == event.object.entity.id:
                    doubts = event.doubts | {"incident"}
                    rule = "freed: after capture"
                    yield Event(rule, "released", trigger, predicate, event.subject, held, doubts)
