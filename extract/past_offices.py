"""«l'ancien président togolais», «l'ex-dirigeant du Togo»: a former official acts for no State, and is the
person that the text spoke of last who served it."""

from __future__ import annotations

from sahelgraph.extract.background import Background
from sahelgraph.extract.grammar import is_demonstrative, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

OFFICES = word_set("past_offices", "offices")
FORMER = word_set("past_offices", "former")
REACH = 120
EX = "ex-"
BEHIND = 6


def without_office(text: MentionedText, background: Background, noun: Token, found: list[Ref]) -> list[Ref]:
    """What a noun denotes, where it was found to be one State; nobody where the person is not known."""
    if (found and found[0].entity.type is not ActorType.STATE) or len(found) > 1:
        return found
    if not (found or lower(noun).startswith(EX)) or not is_past_office(text, noun):
        return found
    state = next((r.entity for r in found or _nationality(text, noun)), None)
    behind = noun.doc[noun.i + 1 : min(noun.i + BEHIND, noun.sent.end)]
    if any(m.entity.type is ActorType.PERSON for t in behind for m in text.mentions_at(t)):
        return []  # «l'ancien président togolais, X»: the name says who
    people = (r for r in text.mentioned_before(noun, REACH) if r.entity.type is ActorType.PERSON)
    last = next(people, None)
    if last is None:
        return []
    served = background.office_state(last.entity)
    is_he = served == state or (served is None and is_demonstrative(noun))
    return [Ref(last.entity, noun.i, "anaphor")] if is_he else []


def _nationality(text: MentionedText, noun: Token) -> list[Ref]:
    behind = text.mentions_at(noun.nbor()) if noun.i + 1 < noun.sent.end else []
    return [Ref(m.entity, noun.i, "adjective") for m in behind if m.kind is Kind.DEMONYM]


def is_past_office(text: MentionedText, noun: Token) -> bool:
    """Does a noun say who had an office: «l'ancien président», «l'ex-chef»?"""
    if "Number=Plur" in str(noun.morph):
        return False
    if lower(noun).startswith(EX):
        return lower(noun).removeprefix(EX) in OFFICES
    return text.is_noun(noun, OFFICES) and any(lower(c) in FORMER for c in noun.children)
