"""Names that are told together, «A et B ont attaqué», «de soutenir le A, le B et le C», of which the parser
hangs one on another word."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, SUBJECTS, VERBAL, case_of, has_auxiliary, lower
from sahelgraph.extract.mended_relatives import INVERTING, before_brackets
from sahelgraph.extract.trees import Token

APART = ("obl:mod", "appos", "dep", "nmod")
LIST_REACH = 12


def mend_joined_to_adjective(noun: Token) -> None:
    """«les autorités ougandaises et les rebelles»: what has an article is joined to a noun."""
    adjective = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in NAMING or adjective.pos_ != "ADJ" or adjective.i > noun.i:
        return
    named = adjective.dep_ == "amod" and adjective.head.pos_ in NAMING and adjective.head.i < adjective.i
    if named and any(c.dep_ == "det" for c in noun.children):
        noun.head = adjective.head


def mend_joined_to_complement(name: Token) -> None:
    """«les présidents X du Mali, Y du Niger»: Y is told together with X, and not with the Mali."""
    place = name.head
    if name.dep_ == "conj" and name.pos_ == "PROPN" and place.pos_ == "NOUN" and case_of(name) == "de":
        _join_to_owner(name, place)
    if name.dep_ != "conj" or name.pos_ != "PROPN" or place.pos_ != "PROPN" or case_of(name):
        return
    if place.dep_ != "nmod" or case_of(place) != "de" or place.left_edge.i <= name.sent.start:
        return
    before = name.doc[place.left_edge.i - 1]
    if before.pos_ == "PROPN" and before is not place and not any(c.dep_ == "det" for c in name.children):
        titled = before.dep_ == "nmod" and before.head.pos_ == "NOUN"
        name.head = before.head if titled else before


def _join_to_owner(name: Token, noun: Token) -> None:
    """«à la demande de X, de Y et de Z»: of all three, and not at Y."""
    owner = next((c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "de" and c.i < name.i), None)
    if owner is not None and case_of(noun) not in ("", "de"):
        name.head = owner


def mend_joined_object(verb: Token) -> None:
    """«a sommé l'armée et le X de …»: what stands right behind the object is joined with it, not the verb."""
    thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    for name in list(verb.children):
        if thing is None or name.dep_ != "conj" or name.pos_ != "PROPN" or name.i < thing.i:
            continue
        link = name.left_edge
        is_alone = not any(c.dep_ in SUBJECTS for c in name.children)
        if is_alone and lower(link) == "et" and thing.right_edge.i == link.i - 1:
            name.head = thing


def mend_listed_objects(verb: Token) -> None:
    """«reproche à X de soutenir le A, le B et le C»: all three are supported, wherever the parser hung B."""
    first = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    end = verb.sent.end
    if first is None or first.pos_ != "PROPN" or case_of(first):
        return
    last = first
    while last.right_edge.i + 2 < end and last.doc[last.right_edge.i + 1].text == ",":
        name = last.doc[last.right_edge.i + 2]
        name = name.nbor() if name.pos_ == "DET" and name.i + 1 < end else name
        is_apart = name.pos_ == "PROPN" and name.dep_ in APART and first not in name.ancestors
        if not is_apart or case_of(name) or not _is_closed_by_and(name):
            return
        name.head, name.dep_, last = first, "conj", name


def _is_closed_by_and(name: Token) -> bool:
    """«le B et le C», «le B, le D et le C»: does a list go on from a name to its end, without a verb?"""
    for word in name.doc[name.i + 1 : min(name.i + LIST_REACH, name.sent.end)]:
        if word.pos_ in VERBAL or lower(word) in ("qui", "que", "dont", "avec", "dans"):
            return False
        if lower(word) == "et":
            return True
    return False


def mend_joined_name(verb: Token) -> None:
    """«a condamné le tir contre A mais B en a accusé C»: B accuses, though the parser joined it to A."""
    if not has_auxiliary(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    before = reversed(verb.doc[verb.sent.start : verb.i])
    name = next(
        (t for t in before if t.pos_ not in ("AUX", "ADV") and lower(t) not in ("en", "y", "s'", "l'")), verb
    )
    if name.text == ")":  # «A (AX) et B (BX) ont …»
        name = before_brackets(name.nbor())
    joint = next((c for c in name.children if c.dep_ == "cc" and lower(c) in ("mais", "et")), None)
    if name.pos_ == "PROPN" and name.dep_ == "conj" and joint is not None and name not in verb.ancestors:
        name.head, name.dep_ = verb, "nsubj"


def mend_torn_pair(verb: Token) -> None:
    """«que l'armée et les deux groupes avaient convenu …», «À Accra, le Ghana et le Togo ont …»: both are the
    subject, of which the parser saw only the last."""
    for last in [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]:
        joint = verb.doc[last.left_edge.i - 1] if last.left_edge.i > verb.sent.start + 1 else verb
        if lower(joint) != "et" or joint.head not in (verb, last):
            continue
        first = joint.nbor(-1)
        while first.head.i < first.i and first.head.pos_ in NAMING and not _is_of_opening(first):
            first = first.head
        torn = (first.dep_ in SUBJECTS and first.head == verb) or _is_of_opening(first)
        torn = torn or (first.dep_ == "dep" and lower(first.head) in INVERTING)
        if torn and first.pos_ in NAMING and not case_of(first):
            first.head, first.dep_ = verb, last.dep_
            last.head, last.dep_ = first, "conj"
            return


def _is_of_opening(name: Token) -> bool:
    """«À Accra, le Ghana et …»: joined to the place of an opening adjunct, without its preposition."""
    place, comma = name.head, name.left_edge.i - 1
    apart = name.dep_ == "conj" and not case_of(name) and case_of(place) in ("à", "en", "dans")
    return apart and comma > place.i and name.doc[comma].text == ","


def mend_first_of_pair(verb: Token) -> None:
    """«A et B ont attaqué»: A is the subject and B its conjunct, where the verb was joined to A."""
    first = verb.head
    if first.pos_ not in NAMING or first.i > verb.i:
        return
    last = next((c for c in verb.children if c.dep_ in SUBJECTS and first.i < c.i < verb.i), None)
    joined = [c for c in (*first.children, *verb.children) if c.dep_ == "cc"]
    if last is None or not any(first.i < c.i < last.i for c in joined):
        return
    relation = last.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if first.head == first else (first.head, first.dep_)
    first.head, first.dep_ = verb, relation
    last.head, last.dep_ = first, "conj"
    for child in list(first.children):
        if child.i > verb.i:
            child.head = verb
