"""«l'ancien président togolais», «l'ex-dirigeant du Togo»: a former official acts for no State, and is the
person that the text spoke of last who served it."""

from __future__ import annotations

from sahelgraph.extract.background import Background
from sahelgraph.extract.grammar import lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

OFFICES = word_set("past_offices", "offices")
FORMER = word_set("past_offices", "former")
REACH = 120
EX = "ex-"


def without_office(text: MentionedText, background: Background, noun: Token, found: list[Ref]) -> list[Ref]:
    """What a noun denotes, where it was found to be one State; nobody where the person is not known."""
    if not found and lower(noun).startswith(EX):
        found = _nationality(text, noun)
    if len(found) != 1 or found[0].entity.type is not ActorType.STATE or not _is_past(text, noun):
        return found
    for ref in text.mentioned_before(noun, REACH):
        is_person = ref.entity.type is ActorType.PERSON
        if is_person and background.office_state(ref.entity) == found[0].entity:
            return [Ref(ref.entity, noun.i, "anaphor")]
    return []


def _nationality(text: MentionedText, noun: Token) -> list[Ref]:
    behind = text.mentions_at(noun.nbor()) if noun.i + 1 < noun.sent.end else []
    return [Ref(m.entity, noun.i, "adjective") for m in behind if m.kind is Kind.DEMONYM]


def _is_past(text: MentionedText, noun: Token) -> bool:
    if "Number=Plur" in str(noun.morph):
        return False
    if lower(noun).startswith(EX):
        return lower(noun).removeprefix(EX) in OFFICES
    return text.is_noun(noun, OFFICES) and any(lower(c) in FORMER for c in noun.children)
