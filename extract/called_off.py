"""Meetings and visits that are called off or put off."""

from __future__ import annotations

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, case_of, is_negated, is_passive, verb_over
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status

CANCELLED = word_set("meetings", "cancelled")
PUT_OFF = word_set("meetings", "put_off")


def status_off(event: Event) -> tuple[Status, str] | None:
    """«La visite de X à Lomé a été annulée», «X a reporté sa visite à Lomé», «le report du sommet de Lomé»:
    what was not, and what is to be later; None for all else."""
    if event.relation != "hosted" or event.trigger.pos_ != "NOUN":
        return None
    words = [t for t in (_over(event.trigger), *_said_of(event.trigger)) if t is not None]
    for word in words:
        if word.lemma_ in CANCELLED:
            return Status.NEGATED, f"«{word.text}»"
        if word.lemma_ in PUT_OFF:
            return Status.PLANNED, f"«{word.text}»"
    return None


def _over(noun: Token) -> Token | None:
    """The verb that a meeting is the object of, or the noun that it hangs on with «de»."""
    over = verb_over(noun)
    if over is not None:
        verb, role = over
        is_object = role == "object" or (role == "subject" and is_passive(verb))
        return verb if is_object and not is_negated(verb) else None
    return noun.head if noun.dep_ == "nmod" and case_of(noun) == "de" else None


def _said_of(noun: Token) -> list[Token]:
    """«sa visite, annulée jeudi»"""
    return [c for c in noun.children if c.dep_ in ("acl", "amod") and c.pos_ in (*VERBAL, "ADJ")]
