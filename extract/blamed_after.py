"""Who is blamed right after an attack of which nobody is said to have done it: «Un convoi de X a été attaqué.
X met en cause Y»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, is_negated, obliques
from sahelgraph.extract.incidents import Half
from sahelgraph.extract.stating import Telling
from sahelgraph.ontology.claims import ActorType, Status

ACCUSING = "accuse"
STATES = (ActorType.STATE,)
GROUPS = (ActorType.ARMED_GROUP,)
CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))


def blamed_after(told: Sequence[Telling], halves: Sequence[Half]) -> Iterator[Event]:
    """The attacks that those who suffered them lay upon an armed group, in the sentence of the attack or the
    next, without a word of what they accuse it of."""
    struck = [h for h in halves if h.relation == "attacked" and h.victims.refs]
    for blame in told:
        verb = blame.trigger
        if blame.frame.id != ACCUSING or verb.pos_ not in VERBAL or not struck or _says_of_what(blame):
            continue
        last = next((h for h in reversed(struck) if h.telling.trigger.i < verb.i), None)
        if last is None or last.authors or not _is_next(last, blame):
            continue
        accusers = {r.entity.id for r in of_types(blame.found.subjects, STATES)}
        for victim in last.victims.refs:
            for group in of_types(blame.found.objects, GROUPS) if victim.entity.id in accusers else ():
                doubts = blame.found.doubts | last.victims.doubts | {"incident"}
                rule = f"blamed after {last.telling.frame.id}"
                yield Event(rule, "attacked", verb, verb, group, victim, doubts, status=Status.ALLEGED)


def _says_of_what(blame: Telling) -> bool:
    """«X accuse Y de soutenir Z», «X accuse Y d'ingérence»: of something else, or of what is read there."""
    verb = blame.trigger
    clauses = any(c.dep_ in CLAUSES and c.i > verb.i for c in verb.children)
    return clauses or is_negated(verb) or any(case in ("de", "pour") for case, _ in obliques(verb))


def _is_next(last: Half, blame: Telling) -> bool:
    """Does the blame stand in the sentence of the attack, or in the next but for blank lines?"""
    doc, end = blame.trigger.doc, last.telling.trigger.sent.end
    return all(t.is_space for t in doc[end : max(end, blame.trigger.sent.start)])
