"""Verbs that quotation marks hold apart from who does it and to whom: «X "a condamné" le tir de Y»."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, VERBAL, case_of
from sahelgraph.extract.trees import Doc, Token

OPENING = {"«": "»", "“": "”", '"': '"'}
CLOSED = 9
TORN = ("dep", "nsubj")
BEFORE_VERB = ("AUX", "PRON", "ADV")


def mend_quoted_verbs(doc: Doc) -> None:
    """Gives a quoted verb the subject before the marks and the object behind them. Changes `doc`."""
    for mark in doc:
        if mark.text in OPENING and mark.sent.start < mark.i and mark.i + 3 < mark.sent.end:
            verb = _verb_behind(mark)
            if verb is not None:
                _give_subject(verb, mark)
                _give_object(verb, mark)


def _verb_behind(mark: Token) -> Token | None:
    """The verb that a quotation begins with: «"a condamné», «"ne reconnaît pas»."""
    for token in mark.doc[mark.i + 1 : min(mark.i + 5, mark.sent.end)]:
        if token.pos_ == "VERB" and token.pos_ in VERBAL:
            return token
        if token.pos_ not in BEFORE_VERB:
            return None
    return None


def _give_subject(verb: Token, mark: Token) -> None:
    """The phrase right before the marks, which hangs on the verb as nothing; what the parser took for the
    subject behind the verb is the object."""
    before = (c for c in verb.children if c.i < mark.i and c.dep_ in TORN and c.pos_ in NAMING)
    torn = next((c for c in before if not case_of(c) and c.right_edge.i < mark.i), None)
    if torn is None:
        return
    torn.dep_ = "nsubj"
    for thing in verb.children:
        if thing.dep_ == "nsubj" and thing.i > verb.i and thing.pos_ in NAMING and not case_of(thing):
            thing.dep_ = "obj"


def _give_object(verb: Token, mark: Token) -> None:
    """The phrase right behind the closing marks, which the parser joined to what stands in them."""
    doc, end = verb.doc, verb.sent.end
    if any(c.dep_ in ("obj", "ccomp") and c.i > verb.i for c in verb.children):
        return
    within = doc[verb.i + 1 : min(mark.i + CLOSED, end - 1)]
    closing = next((t for t in within if t.text == OPENING[mark.text]), None)
    if closing is None or doc[closing.i + 1].pos_ not in ("DET", "PROPN"):
        return
    for thing in doc[closing.i + 1 : min(closing.i + 4, end)]:
        if thing.pos_ in NAMING:
            if thing.dep_ == "conj" and verb.i < thing.head.i < closing.i and not case_of(thing):
                thing.head, thing.dep_ = verb, "obj"
            return
