"""Who is let go, where only the words of their capture name them: «Les élèves enlevés à Chibok ont été
libérés», «X, qui détenait cent soldats de Y, en a libéré dix»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, agents, case_of, is_passive, lower, obliques
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

HELD = frozenset(("abducted", "detained"))
FREE = "release"
THEY = frozenset(("ils", "elles", "il", "elle"))
PEOPLE = frozenset((ActorType.STATE, ActorType.PERSON))
NEAR = 4
COUNTS = frozenset(("un", "une", "plusieurs", "certains", "quelques-uns"))


def freed(clauses: Clauses, told: list[Telling], found: Iterable[Event]) -> Iterator[Event]:
    """The captures of those of whom an article told before as captives, and the releases whose object only a
    capture in `found` names."""
    captures = [e for e in found if e.relation in HELD and e.object is not None]
    taken = list(_taken_again(clauses, told))
    yield from taken
    yield from _let_go(told, taken)
    if not captures:
        return
    for frame, trigger, predicate, arguments in told:
        if frame.id != FREE or arguments.objects:
            continue
        capture = _of_some(trigger, captures) or _of_phrase(clauses, trigger, captures)
        if capture is None or capture.object is None:
            continue
        doers = [r for r in arguments.subjects if r.entity.type in MEMBERS]
        guessed = "default-subject" in capture.doubts
        if not doers and not agents(trigger) and not guessed:
            doers = [capture.subject]
        for doer in doers:
            if doer.entity.id != capture.object.entity.id:
                doubts = capture.doubts | {"incident"}
                yield Event(
                    "freed: after capture", "released", trigger, predicate, doer, capture.object, doubts
                )


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
    for head in clauses.logical_objects(verb):
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
