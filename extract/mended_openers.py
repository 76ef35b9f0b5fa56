"""The subject behind a clause that opens the sentence, which the parser joined to a name inside that clause:
«En lançant un ultimatum aux rebelles qui ont renversé X, l'Union Y (UY) a …»."""

from __future__ import annotations

from sahelgraph.extract.grammar import CLITICS, NAMING, SUBJECTS, is_finite, lower
from sahelgraph.extract.mended_relatives import before_brackets
from sahelgraph.extract.trees import Token


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
