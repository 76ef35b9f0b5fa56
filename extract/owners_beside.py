"""Whose «son soutien» is beside another act: «l'ingérence de X en Y et son soutien à Z»."""

from __future__ import annotations

from sahelgraph.extract.grammar import case_of, has_definite_article, lower, objects, obliques
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.trees import Token

ITS = frozenset(("son", "sa", "ses"))


def owner_beside(text: MentionedText, noun: Token) -> Token | None:
    """The name with «de» behind the act that a noun with a possessive is joined to; None where none is."""
    act = noun.head
    if act.pos_ == "PROPN" and case_of(act) not in ("", "de"):  # where the parser joins it to Y
        act = act.head if act.dep_ == "nmod" else next(iter(objects(act.head)), act)
    if noun.dep_ != "conj" or act.pos_ != "NOUN" or act.i > noun.i or not has_definite_article(act):
        return None
    if not any(c.dep_ == "det" and lower(c) in ITS for c in noun.children):
        return None
    behind = (c for case, c in obliques(act) if case == "de" and c.i < noun.i)
    return next((c for c in behind if text.mentions_at(c)), None)
