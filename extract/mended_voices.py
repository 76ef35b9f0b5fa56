"""Who does it to whom, where the order of words misleads the parser: «X s'est fait attaquer par Y», «ont été
tués dix soldats», «a attaqué A, tué B et enlevé C», «X comme Y accusent Z», «non seulement X mais Y»."""

from __future__ import annotations

from sahelgraph.extract.concord import is_of_several
from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    has_auxiliary,
    has_avoir,
    is_finite,
    is_participle,
    is_pronominal,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.made_verbs import PASSIVE_PARTICIPLE, rise
from sahelgraph.extract.trees import Doc, Morph, Token

LETTING = word_set("mended_voices", "letting")
OWN = word_set("mended_voices", "own")
BLOWING_UP = word_set("mended_voices", "blowing_up")
DEVICES = word_set("mended_voices", "devices")
POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
MAKING = "faire"
BLOW_UP = "dynamiter"
LIKE = frozenset(("comme",))
BUT = frozenset(("mais",))
HUNG = frozenset(("advcl", "acl", "amod", "xcomp", "parataxis", "conj"))
REPROACH = "reprocher"
SOME = frozenset(("de", "d'", "des"))
BEHIND = frozenset(("obj", "obl:agent", "obl:arg", "obl:mod"))
PASSIVE = Morph(PASSIVE_PARTICIPLE)


def mend_voices(doc: Doc) -> None:
    """Changes `doc`."""
    for token in doc:
        if token.pos_ not in VERBAL:
            continue
        if token.lemma_ in LETTING:
            _mend_causative(token)
            _mend_blown_up(token)
        if any(c.dep_ == "aux:pass" for c in token.children):
            _mend_inverted_passive(token)
        if token.dep_ in HUNG and is_participle(token, "Past"):
            _mend_shared_auxiliary(token)
        if is_finite(token) or any(c.dep_.startswith("aux") for c in token.children):
            _mend_compared(token)
            _mend_both(token)


def _mend_causative(letting: Token) -> None:
    """«X s'est fait attaquer par Y», «s'est vu accuser par Y»: Y attacks and accuses X."""
    act = (
        letting.head
        if letting.dep_ in ("dep", "aux:pass")
        else next(
            (c for c in letting.children if c.dep_ in ("xcomp", "obj", "ccomp") and c.i > letting.i), letting
        )
    )
    if act is letting or act.lemma_ in OWN or "VerbForm=Inf" not in str(act.morph) or act.i - letting.i > 2:
        return
    if not (is_pronominal(letting) or is_pronominal(act)):
        return
    if letting.head is not act:
        head, relation = letting.head, letting.dep_
        act.head, act.dep_ = (act, relation) if head is letting else (head, relation)
        for child in list(letting.children):
            if child is not act:
                child.head = act
    letting.head, letting.dep_, letting.pos_ = act, "aux:pass", "AUX"
    act.morph = PASSIVE
    if act.dep_ == "acl" and act.head.dep_ == "ROOT" and act.head.i < letting.i:
        rise(act)
    _give_recipient(act)
    for child in act.children:
        if child.dep_.startswith("expl") and child.i < letting.i:
            child.head = letting
        elif child.dep_ in SUBJECTS:
            child.dep_ = "nsubj:pass"
        elif child.i > act.i and child.pos_ in NAMING and case_of(child) == "par":
            child.dep_ = "obl:agent"


def _mend_blown_up(making: Token) -> None:
    """«X a fait sauter un pont de Y», «fait exploser un train»: X blows it up, unless it is a bomb."""
    act = making.head
    if (
        making.lemma_ != MAKING
        or act.lemma_ not in BLOWING_UP
        or act.i < making.i
        or making.dep_ == "aux:pass"
    ):
        return
    things = [c for c in act.children if c.dep_ == "obj" and c.i > act.i]
    is_bomb = any(t.lemma_ in DEVICES or any(lower(c) in POSSESSIVES for c in t.children) for t in things)
    if things and not is_bomb:  # «a fait exploser sa moto»
        act.lemma_ = BLOW_UP
        making.pos_, making.dep_ = "AUX", "aux:caus"


def _give_recipient(act: Token) -> None:
    """«X s'est vu infliger des sanctions par Y»: to X, where the verb has an object of its own."""
    behind = [c for c in act.children if c.i > act.i and c.pos_ in NAMING]
    thing = next((c for c in behind if c.dep_ in ("obj", "nsubj") or lower(c.left_edge) == "des"), None)
    subject = next((c for c in act.children if c.dep_ in SUBJECTS and c.i < act.i), None)
    if thing is None and (some := _some_behind(act)) is not None:
        thing = some.head
        thing.head, some.dep_ = act, "det"
    if thing is None and act.lemma_ == REPROACH and subject is not None:
        subject.dep_ = "iobj"  # «X s'est vu reprocher d'avoir …»
    if thing is None or subject is None or (case_of(thing) and lower(thing.left_edge) != "des"):
        return
    subject.dep_, thing.dep_ = "iobj", "obj"
    for child in list(thing.children):
        if child.pos_ in NAMING and case_of(child) == "par":
            child.head, child.dep_ = act, "obl:agent"


def _some_behind(act: Token) -> Token | None:
    """The article of «s'est vu infliger en mai de nouvelles sanctions», which is no preposition."""
    hung = [c for c in act.children if c.i > act.i and c.dep_ in ("obl:mod", "obl:arg")]
    nouns = [t for c in hung for t in (c, *c.children) if t.pos_ == "NOUN"]
    cases = (c for t in nouns for c in t.children if c.dep_ == "case" and lower(c) in SOME)
    return next((c for c in cases if lower(c) == "des" or c.nbor().pos_ == "ADJ"), None)


def _mend_inverted_passive(verb: Token) -> None:
    """«À Gao ont été tués dix soldats»: the soldiers were."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and not case_of(c)]
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in BEHIND and c.pos_ in NAMING]
    bare = [c for c in behind if not case_of(c) and any(g.dep_ in ("det", "nummod") for g in c.children)]
    if subjects or not bare or bare[0].left_edge.i != verb.i + 1:
        return
    for placed in verb.children:
        if placed.dep_ in SUBJECTS:
            placed.dep_ = "obl:mod"
    bare[0].dep_ = "nsubj:pass"


def _mend_shared_auxiliary(participle: Token) -> None:
    """«a attaqué A, tué B et enlevé C»: one subject and one auxiliary for all."""
    before = participle.nbor(-1) if participle.i > participle.sent.start else participle
    above = participle.head if participle.head.pos_ in VERBAL else participle.head.head
    if (
        above.pos_ not in VERBAL
        or not above.i < participle.i
        or not (before.text == "," or lower(before) == "et")
    ):
        return
    if has_auxiliary(participle) or not has_avoir(above) or participle.i + 1 >= participle.sent.end:
        return
    following = participle.nbor()
    struck = next((c for c in participle.children if c.dep_ == "obj" and c.i > participle.i), None)
    if struck is None or case_of(struck) or following not in (struck, struck.left_edge):
        return
    participle.head, participle.dep_ = above, "conj"


def _mend_compared(verb: Token) -> None:
    """«X comme Y accusent Z»: both do."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or not is_of_several(verb):
        return
    other = next((c for c in subject.children if c.pos_ in NAMING and case_of(c) in LIKE), None)
    if other is not None and subject.i < other.i < verb.i:
        _join(subject, other)


def _mend_both(verb: Token) -> None:
    """«Non seulement X mais aussi Y accusent Z»: both do."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or not any(c.dep_ == "cc" and lower(c) in BUT for c in subject.children):
        return
    for first in verb.children:
        only = any(lower(t) == "seulement" for t in first.subtree)
        if first.i < subject.i and first.pos_ in NAMING and not case_of(first) and only:
            first.dep_ = subject.dep_
            _join(first, subject)
            return


def _join(first: Token, other: Token) -> None:
    for word in other.children:
        if word.dep_ == "case":
            word.dep_ = "cc"
    other.head, other.dep_ = first, "conj"
