"""«Le premier accuse le second»: which of two that the sentence before names."""

from __future__ import annotations

from sahelgraph.extract.grammar import SUBJECTS, lower
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import ACTING, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Entity

PLACES = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
DETERMINERS = frozenset(("le", "la", "au", "du"))
NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
ROLES = SUBJECTS | {"obj", "iobj", "obl:arg", "obl:mod", "obl:agent", "conj"}
PAIR = 2


def is_ordinal(token: Token) -> bool:
    """Does it stand for one of two: without a noun, and the other one's word in the same sentence?"""
    if lower(token) not in PLACES or token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return False
    bare = lower(token.nbor(-1)) in DETERMINERS and token.nbor().pos_ not in NOMINAL
    if not bare or token.dep_ not in ROLES or any(_qualifies(c) for c in token.children):
        return False
    place = PLACES[lower(token)]
    return any(PLACES.get(lower(t), place) != place for t in token.sent)


def meant_by_ordinal(text: MentionedText, word: Token) -> list[Ref]:
    """The one meant; empty where the sentence before does not name just two of the type it names first."""
    if word.sent.start == 0:
        return []
    sentence = word.doc[word.sent.start - 1].sent
    found: dict[str, Entity] = {}
    for _, mention in text.mention_tokens(sentence.start, sentence.end):
        if mention.entity.type not in ACTING or mention.kind in (Kind.COMBINING, Kind.DEMONYM):
            continue
        if all(entity.type is mention.entity.type for entity in found.values()):
            found.setdefault(mention.entity.id, mention.entity)
    pair = list(found.values())
    return [Ref(pair[PLACES[lower(word)]], word.i, "anaphor")] if len(pair) == PAIR else []


def _qualifies(child: Token) -> bool:
    """«le premier des deux», «le second qui parle»; not «accuse le second d'ingérence»."""
    determined = any(c.dep_ == "det" or lower(c) in ("du", "des") for c in child.children)
    return child.dep_ == "acl:relcl" or (child.dep_ == "nmod" and determined)
