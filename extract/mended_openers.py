"""Clauses that tear a sentence: the subject behind one that opens it («En lançant un ultimatum aux rebelles
qui ont renversé X, l'Union Y (UY) a …»), and a last one whose verb the parser made that of all («… pour
libérer Z, dont la mort a été annoncée par X»)."""

from __future__ import annotations

from sahelgraph.extract.grammar import CLITICS, NAMING, SUBJECTS, VERBAL, is_finite, is_passive, lower
from sahelgraph.extract.mended_relatives import before_brackets
from sahelgraph.extract.trees import Token

TORN = SUBJECTS | {"advcl", "ccomp", "parataxis", "conj"}


def mend_torn_subject(verb: Token) -> None:
    """A name between a comma and a verb without a subject is its subject, and no second item of a list
    that has no «et»."""
    if verb.dep_ != "ROOT" or any(c.dep_ in SUBJECTS or c.dep_.startswith("expl") for c in verb.children):
        return
    first = verb
    while first.i > first.sent.start and (first.nbor(-1).head is verb and _leads(first.nbor(-1))):
        first = first.nbor(-1)
    if first.i < first.sent.start + 3 or not is_finite(first):
        return
    name = before_brackets(first) if first.nbor(-1).text == ")" else first.nbor(-1)
    if name.dep_ != "conj" or name.pos_ not in NAMING or any(c.dep_ == "cc" for c in name.children):
        return
    left = name.left_edge
    if left.i > left.sent.start and (left.text == "," or left.nbor(-1).text == ","):
        name.head, name.dep_ = verb, "nsubj"


def _leads(word: Token) -> bool:
    """Auxiliaries, clitics and negations before a verb."""
    return word.pos_ == "AUX" or lower(word) in CLITICS or lower(word) in ("ne", "n'")


def mend_torn_relative(noun: Token) -> None:
    """«l'otage Z dont la mort avait été annoncée»: the relative clause has a verb, which is not that of the
    sentence."""
    if noun.dep_ != "acl:relcl" or noun.pos_ != "NOUN" or any(c.dep_ == "cop" for c in noun.children):
        return
    if not any(lower(c) == "dont" and c.i < noun.i for c in noun.children):
        return
    behind = (t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.pos_ in VERBAL and t.pos_ != "AUX")
    verb = next(behind, None)
    if verb is None or verb.dep_ != "ROOT":
        return
    if any(c.dep_ in SUBJECTS and c.pos_ not in VERBAL for c in verb.children):
        return
    main = next((c for c in verb.children if c.pos_ in VERBAL and c.dep_ in TORN and c.i < noun.i), None)
    if main is None or main not in noun.ancestors:
        return
    main.head, main.dep_ = main, "ROOT"
    for child in list(verb.children):
        if child.i < noun.i:
            child.head = main
    verb.head, verb.dep_ = noun.head, "acl:relcl"
    noun.head, noun.dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
