"""Events that a text speaks of and that nobody did: asked for, threatened, supposed, called off."""

from __future__ import annotations

from sahelgraph.extract.events import BY_FORCE, Event
from sahelgraph.extract.grammar import THAT, VERBAL, governors, is_negated, is_passive, lower, verb_over
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.status import is_wished

IF = ("si", "s'")
REACH = 4
THREATENING = frozenset(("menacer", "jurer"))
ASKED_OF_OTHERS = frozenset(("sanctioned", "released", "detained"))


def is_only_asked(event: Event, verbs: Verbs) -> bool:
    """Is it a sanction, an arrest or a release that somebody asks of others, or that is not to be: «a exhorté
    X à punir Y», «réclame des sanctions contre Y», «l'appel à la libération de Y»?"""
    if event.relation not in ASKED_OF_OTHERS:
        return False
    if is_wished(event.trigger, verbs):
        return True
    above = [event.predicate, *governors(event.predicate)]
    infinitive = next((t for t in above if "VerbForm=Inf" in t.morph), None)
    if infinitive is None:
        return False
    over = infinitive.head if infinitive.head.pos_ in VERBAL else infinitive.head.head
    if over.pos_ not in VERBAL:
        return is_negated(infinitive)
    return over.lemma_ in verbs.ask or (over is not infinitive.head and is_negated(infinitive))


def is_only_threatened(event: Event) -> bool:
    """«X menace de frapper Y»: a threat, and no attack yet."""
    if event.relation not in BY_FORCE or (event.relation == "abducted" and event.trigger.pos_ not in VERBAL):
        return False  # «menace d'exécuter deux otages»: these it has
    infinitive = next((t for t in (event.predicate, event.trigger) if "VerbForm=Inf" in t.morph), None)
    return infinitive is not None and infinitive.head.lemma_ in THREATENING


def is_only_supposed(event: Event) -> bool:
    """Is it what somebody fears or waits for: «si X ne se retire pas», «à moins que X ne se retire»?"""
    predicate = event.predicate
    for mark in predicate.children:
        if mark.dep_ == "mark" and mark.i < predicate.i:
            if lower(mark) in IF and is_negated(predicate):
                return True
            if lower(mark) in THAT and mark.i >= 2 and mark.nbor(-1).lower == "moins":
                return True
    return False


def is_omission(event: Event, verbs: Verbs) -> bool:
    """Is it what somebody is blamed for not doing: «accuse X de ne pas l'avoir aidé»?"""
    verb = event.predicate
    infinitive = any("VerbForm=Inf" in t.morph for t in (verb, *verb.children))
    return infinitive and is_negated(verb) and any(over.lemma_ in verbs.allege for over in governors(verb))


def is_called_off(event: Event, verbs: Verbs) -> bool:
    """Is it a meeting or an agreement that somebody refuses or puts off: «exclut de négocier», «hors de
    question de parler à X», «les pourparlers ont été reportés»?"""
    if event.relation not in ("met-with", "signed-with"):
        return False
    if event.trigger.pos_ == "NOUN":
        over = verb_over(event.trigger)
        if over is None or over[1] == "oblique":
            return False
        verb, role = over
        put_off = verb.lemma_ in verbs.put_off and (role == "object" or is_passive(verb))
        return put_off or (verb.lemma_ in verbs.refuse and role == "object")
    if "VerbForm=Inf" not in str(event.trigger.morph):
        return False
    before = event.trigger.doc[max(event.trigger.sent.start, event.trigger.i - REACH) : event.trigger.i]
    out_of_question = [lower(t) for t in before[-2:]][:1] == ["question"]
    head = event.trigger.head
    return out_of_question or (head.pos_ in VERBAL and head.lemma_ in verbs.refuse and not is_negated(head))
