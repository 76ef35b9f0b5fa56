"""Perfect tenses that words on how often, when or how tear apart: «X a une nouvelle fois accusé Y», «X a sans
ambages condamné Y», «X a été, selon la radio, accusé par Y»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    is_finite,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

HAVE = "avoir"
BETWEEN = frozenset(("DET", "ADJ", "ADP", "ADV", "NUM", "PUNCT"))
ADVERBIAL = word_set("mended_perfects", "adverbial")
REACH = 9
INSERT = 14
BEEN = "été"
AGREEING = ("ée", "és", "ées", "ues", "ies")


def mend_perfects(doc: Doc) -> None:
    """Gives participles that only words of manner or time part from «avoir» their auxiliary and what hangs on
    it. Changes `doc`."""
    for token in doc:
        if token.lemma_ != HAVE or not is_finite(token):
            continue
        if (participle := _participle_of(token)) is not None:
            _join(token, participle)
        elif (participle := _behind_insert(token)) is not None:
            _join(token, participle)
            _make_passive(participle, token)


def _participle_of(auxiliary: Token) -> Token | None:
    """The participle behind such words, where the parser has not given it this auxiliary."""
    doc, first = auxiliary.doc, auxiliary.i + 1
    for token in doc[first : min(first + REACH, auxiliary.sent.end)]:
        if is_participle(token, "Past") and token.pos_ == "VERB":
            torn = token.i > first and auxiliary.head != token and not lower(token).endswith(AGREEING)
            return token if torn and token in _below(auxiliary) else None
        if token.pos_ not in BETWEEN and not (token.pos_ == "NOUN" and _stem(token) in ADVERBIAL):
            return None
    return None


def _behind_insert(auxiliary: Token) -> Token | None:
    """The participle behind what commas set apart: «a été, selon la radio, accusé par X»."""
    doc, end = auxiliary.doc, auxiliary.sent.end
    first = auxiliary.i + 1
    if first < end and lower(doc[first]) == BEEN:
        first += 1
    if first + 3 >= end or doc[first].text != ",":
        return None
    for comma in doc[first + 1 : min(first + INSERT, end - 1)]:
        if is_finite(comma):
            return None
        if comma.text == ",":
            token = comma.nbor()
            torn = token.pos_ in VERBAL and is_participle(token, "Past") and auxiliary.head != token
            return token if torn and token in _below(auxiliary) else None
    return None


def _make_passive(participle: Token, auxiliary: Token) -> None:
    been = auxiliary.nbor()
    if lower(been) != BEEN:
        return
    been.head, been.dep_, been.pos_ = participle, "aux:pass", "AUX"
    for child in participle.children:
        if child.dep_ in SUBJECTS:
            child.dep_ = "nsubj:pass"
        elif child.i > participle.i and child.pos_ in NAMING and case_of(child) == "par":
            child.dep_ = "obl:agent"


def _below(auxiliary: Token) -> list[Token]:
    """What hangs on the noun that the parser gave the auxiliary to, or on the auxiliary."""
    carrier = auxiliary.head if auxiliary.dep_.startswith(("aux", "cop")) else auxiliary
    return carrier.subtree


def _stem(noun: Token) -> str:
    return lower(noun).rstrip("s") if lower(noun) not in ADVERBIAL else lower(noun)


def _join(auxiliary: Token, participle: Token) -> None:
    """Puts the participle in the place of what the parser took for the predicate, and hangs this on it."""
    carrier = auxiliary.head if auxiliary.dep_.startswith(("aux", "cop")) else auxiliary
    subject = carrier.head
    is_subject = carrier.dep_ == "nmod" and subject.pos_ in NAMING and subject.i < auxiliary.i
    place = subject if is_subject else carrier
    head, relation = place.head, place.dep_
    participle.head, participle.dep_ = (participle, "ROOT") if head == place else (head, relation)
    moved = [c for c in place.children if c != participle and (not is_subject or c.i > auxiliary.i)]
    for child in (*moved, *carrier.children):
        outside = child.dep_ in SUBJECTS or child.i < auxiliary.i or child.i > participle.i
        if child not in (participle, auxiliary, place, carrier) and (carrier == auxiliary or outside):
            child.head = participle
    if is_subject:
        place.head, place.dep_ = participle, "nsubj"
    if carrier != auxiliary:
        carrier.head, carrier.dep_ = participle, "obl:mod"
    for child in participle.children:
        if auxiliary.i < child.i < participle.i and child.dep_ == "obj":
            child.dep_ = "obl:mod"
    auxiliary.head, auxiliary.dep_, auxiliary.pos_ = participle, "aux:tense", "AUX"
