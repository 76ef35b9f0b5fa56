"""How the text commits itself to what a noun tells: what is prepared, ascribed, taken up or only supposed
to hang together with it."""

from __future__ import annotations

from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import BY_FORCE, Event
from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    has_auxiliary,
    has_avoir,
    has_definite_article,
    is_negated,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status

PREPARING = word_set("status_nouns", "preparing")
WEIGHING = word_set("status_nouns", "weighing")
TAKING_UP = word_set("status_nouns", "taking_up")
OVERCOMING = word_set("status_nouns", "overcoming")
ABOUT_TO = ("sur", "le", "point")
BEFORE = 4
NEGOTIATE = "négocier"


def status_ascribed(event: Event) -> tuple[Status, str] | None:
    """«tués dans une attaque attribuée à X», wherever the parse hangs it; None where nobody ascribes it."""
    if event.relation not in BY_FORCE:
        return None
    doc = event.trigger.doc
    for index in range(
        event.subject.token - 1, max(event.trigger.sent.start, event.subject.token - BEFORE) - 1, -1
    ):
        if doc[index].lemma_ in ASCRIBING and is_participle(doc[index], "Past"):
            return Status.ALLEGED, f"«{doc[index].text}»"
        if doc[index].pos_ not in ("ADP", "DET", "NOUN"):
            return None
    return None


def is_about_to(predicate: Token) -> bool:
    """«est sur le point d'attaquer», but not of winning what is being fought for."""
    mark = next((c for c in predicate.children if c.dep_ == "mark" and lower(c) in ("de", "d'")), None)
    if predicate.lemma_ in OVERCOMING or mark is None or mark.i < mark.sent.start + len(ABOUT_TO):
        return False
    return tuple(lower(t) for t in mark.doc[mark.i - len(ABOUT_TO) : mark.i]) == ABOUT_TO


KEEPING = word_set("status_nouns", "keeping")
KEPT = frozenset(("obj", "conj"))
MADE_BEFORE = frozenset(("signed-with", "hosted", "met-with"))
WORK = frozenset(("œuvre", "oeuvre", "application", "pratique", "exécution"))


def is_prepared(trigger: Token) -> bool:
    """«prépare une offensive contre X», «négocie un accord avec X»"""
    verb = trigger.head
    if trigger.pos_ != "NOUN" or trigger.dep_ != "obj" or verb.pos_ not in VERBAL or is_negated(verb):
        return False
    if any(map(is_told_of, trigger.children)):
        return False
    weighed = verb.lemma_ in WEIGHING and not has_avoir(verb) and not has_definite_article(trigger)
    return verb.lemma_ in PREPARING or weighed


def status_negotiated(event: Event) -> tuple[Status, str] | None:
    """«X et Y négocient un accord»: there is none yet."""
    if event.relation != "signed-with":
        return None
    for verb in (event.trigger, event.trigger.head):
        if verb.lemma_ == NEGOTIATE and verb.pos_ in VERBAL and not is_participle(verb, "Past"):
            return Status.PLANNED, f"«{verb.text}»"
    return None


def status_kept(event: Event) -> tuple[Status, str] | None:
    """«s'engagent à respecter l'accord», «doivent appliquer l'accord signé en mai»: to come is that it is
    kept, and it was made."""
    if event.relation not in MADE_BEFORE:
        return None
    trigger = event.trigger
    deal = trigger if trigger.pos_ == "NOUN" else trigger.head if is_told_of(trigger) else trigger
    verb = deal.head
    if deal.pos_ != "NOUN" or deal.dep_ not in KEPT or verb.pos_ not in VERBAL:
        return None
    put_to_work = verb.lemma_ == "mettre" and any(lower(c) in WORK for c in verb.children)
    return (Status.ASSERTED, f"«{verb.text}»") if verb.lemma_ in KEEPING or put_to_work else None


def status_taken_up(trigger: Token, verbs: Verbs) -> tuple[Status, str] | None:
    """«veut protester contre les attaques de X», «doit évoquer l'offensive de X»: to come is only the talk of
    them; None where it is not so."""
    verb = trigger.head
    if trigger.pos_ != "NOUN" or verb.pos_ not in VERBAL or not has_definite_article(trigger):
        return None
    if verb.lemma_ not in TAKING_UP or trigger.dep_ in SUBJECTS:
        return None
    return Status.ALLEGED if verb.lemma_ in verbs.allege else Status.ASSERTED, f"«{verb.text}»"


def is_told_of(child: Token) -> bool:
    """«après l'accord signé en mai»"""
    return child.dep_ == "acl" and is_participle(child, "Past") and not has_auxiliary(child)


def is_known_apart(trigger: Token) -> bool:
    """«seraient liées aux interventions de X»: supposed is the link alone."""
    return trigger.pos_ == "NOUN" and trigger.dep_ in ("obl:arg", "obl:mod") and has_definite_article(trigger)
