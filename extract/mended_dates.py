"""What the parser hangs on a date that only stands between: «a renversé le 18 août le président»."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.grammar import NAMING, SUBJECTS, VERBAL, case_of, is_passive, lower
from sahelgraph.extract.trees import Doc, Span, Token

KEPT = frozenset(("punct", "case", "det", "cc", "fixed", "mark", "advmod"))
HUNG = frozenset(
    (
        *("nmod", "obl", "obl:mod", "obl:arg", "obl:agent", "obj", "dep", "xcomp"),
        *("appos", "acl", "conj", "amod"),
    )
)
OF_NOUNS = ("de", "du", "des", "d'", "contre")


def rehang_after_dates(doc: Doc, dates: Iterable[DateMention]) -> None:
    """Gives the complements that hang on date words to the word that the date hangs on. Changes `doc`."""
    for mention in dates:
        span = doc.char_span(mention.start, mention.end)
        if span is None:
            continue
        head = span.root.head
        if head is span.root or span.start <= head.i < span.end:
            continue
        root = span.root
        for token in list(span):
            for child in list(token.children):
                if child.i >= span.end and child.dep_ not in KEPT and _hangs_wrong(child):
                    child.head = head
                    child.dep_ = _relation(child, head)
                    if child.dep_ == "obj" and root.dep_ == "obj":
                        root.dep_ = "obl:mod"
        for token in list(span):
            if token != root and not span.start <= token.head.i < span.end:
                token.head = root  # «a renversé le 18 août le président»
        _object_behind(span, head)
        _complement_behind(span)


def _object_behind(date: Span, verb: Token) -> None:
    """«a libéré jeudi l'opposant X»: a phrase without preposition right behind the date is the object."""
    relations = {c.dep_ for c in verb.children}
    if verb.pos_ not in VERBAL or "obj" in relations or not relations & SUBJECTS or is_passive(verb):
        return
    for child in verb.children:
        behind = child.pos_ in NAMING and child.i >= date.end and child.left_edge.i == date.end
        if behind and child.dep_ in ("obl:mod", "obl:arg", "obl", "dep", "nmod") and not case_of(child):
            child.dep_ = "obj"


def _complement_behind(date: Span) -> None:
    """«l'attaque, le 5 mars, d'un poste»: what stands behind a date between commas is of the noun before."""
    doc, start, end = date.doc, date.start, date.end
    if start < 2 or end + 1 >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return
    noun, case = doc[start - 2], doc[end + 1]
    part = case.head
    if noun.pos_ != "NOUN" or case.dep_ != "case" or lower(case) not in OF_NOUNS:
        return
    if part.left_edge.i == case.i and part.head is noun.head and part.head.pos_ in VERBAL:
        part.head, part.dep_ = noun, "nmod"


def _hangs_wrong(child: Token) -> bool:
    if child.dep_ == "acl:relcl":
        return child.pos_ in NAMING
    return child.dep_ in HUNG


def _relation(child: Token, head: Token) -> str:
    if child.dep_ == "obl:agent":
        return child.dep_
    if head.pos_ not in VERBAL:
        return "nmod" if case_of(child) else child.dep_
    first = next((lower(c) for c in child.children if c.dep_ == "case"), "")
    if first == "des" or (not first and child.pos_ in ("NOUN", "PROPN")):
        return "obj"
    return "obl:mod" if first else child.dep_
