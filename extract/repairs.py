"""Mends what the parser gets wrong around dates: in «ont repris lundi des discussions à Bamako» it hangs
the rest of the sentence on «lundi». The words behind a date belong to the verb before it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.grammar import VERBAL, case_of, lower

KEPT = frozenset(("punct", "case", "det", "cc", "fixed", "mark", "advmod"))


def rehang_after_dates(doc: Doc, dates: Iterable[DateMention]) -> None:
    """Gives the complements that hang on date words to the word that the date hangs on. Changes `doc`."""
    for mention in dates:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        head = span.root.head
        if head is span.root or span.start <= head.i < span.end:
            continue
        for token in list(span):
            for child in list(token.children):
                if child.i >= span.end and child.dep_ not in KEPT and _hangs_wrong(child):
                    child.head = head
                    child.dep_ = _relation(child, head)


def _hangs_wrong(child: Token) -> bool:
    return child.dep_ in (
        "nmod",
        "obl",
        "obl:mod",
        "obl:arg",
        "appos",
        "acl",
        "conj",
        "obj",
        "dep",
        "amod",
        "xcomp",
    )


def _relation(child: Token, head: Token) -> str:
    if head.pos_ not in VERBAL:
        return "nmod" if case_of(child) else child.dep_
    first = next((lower(c) for c in child.children if c.dep_ == "case"), "")
    if first == "des" or (not first and child.pos_ in ("NOUN", "PROPN")):
        return "obj"
    return "obl:mod" if first else child.dep_


INFINITIVE = ("er", "ir", "re", "oir")
ENDINGS = (
    "eraient",
    "erait",
    "aient",
    "èrent",
    "eront",
    "ons",
    "ait",
    "ent",
    "era",
    "ant",
    "ées",
    "ée",
    "és",
    "ez",
    "es",
    "é",
    "e",
    "a",
)


def mend_lemmas(doc: Doc, known: frozenset[str]) -> None:
    """Gives verbs whose lemma is no infinitive («compte») the regular one, where it is a known verb."""
    for token in doc:
        if token.pos_ in VERBAL and not token.lemma_.endswith(INFINITIVE):
            word = token.text.lower()
            for ending in ENDINGS:
                if word.endswith(ending) and (guess := word[: -len(ending)] + "er") in known:
                    token.lemma_ = guess
                    break
