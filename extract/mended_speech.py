"""Who said what, where the parser takes the source for a subject or the speaker for an object: «Selon A, B
et C, X est parti», «"…", réclame le ministre»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    is_finite,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import CLOSING
from sahelgraph.extract.trees import Doc, Token

TELLING = word_set("mended_speech", "telling")
TIMES = word_set("mended_speech", "times")
TIME = 3
HEARD = SUBJECTS | {"obj"}
SOURCES = ("selon", "d'après", "d' après")


def mend_incises(doc: Doc, speech: frozenset[str]) -> None:
    """In «"…", réclame le ministre», «"…", a réclamé le ministre» makes the ministre the subject, where the
    parser took him for the object. Changes `doc`."""
    for verb in doc:
        if verb.pos_ not in VERBAL or verb.lemma_ not in speech or verb.i < 2:
            continue
        auxiliaries = [c for c in verb.children if c.dep_.startswith("aux") and is_finite(c)]
        clitics = [c for c in verb.children if c.i < verb.i and c.dep_.startswith(("expl", "iobj"))]
        first = min((c.i for c in (*auxiliaries, *clitics)), default=verb.i)
        if first < 2 or not (auxiliaries or is_finite(verb)):
            continue
        _mend_said_before(verb, doc[first - 1])
        _mend_told_after(verb, doc[first - 1])
        _free_what_follows(verb, first)
        before = doc[first - 2] if doc[first - 1].text == "," else doc[first - 1]
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        said = before.text in CLOSING and all(c.i < before.i for c in subjects)
        heard = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and not case_of(c)]
        if said and heard:
            heard[0].dep_ = "nsubj"
            for quoted in subjects:
                quoted.dep_ = "dep"


def _mend_said_before(verb: Token, comma: Token) -> None:
    """«X a libéré Y, a annoncé la présidence»: what is said, where the parser took it for an adjunct."""
    if comma.text != "," or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    said = next((c for c in verb.children if c.dep_ == "advcl" and c.i < comma.i), None)
    heard = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and not case_of(c)), None)
    if said is None or heard is None or any(c.dep_ == "mark" for c in said.children):
        return
    if any(is_finite(t) for t in (said, *(c for c in said.children if c.dep_.startswith("aux")))):
        said.dep_, heard.dep_ = "ccomp", "nsubj"


def _is_next(verb: Token, heard: Token) -> bool:
    """Does nothing but a time stand between a verb and who says it: «a dénoncé jeudi soir X»?"""
    between = verb.doc[verb.i + 1 : heard.left_edge.i]
    return len(between) <= TIME and all(lower(t) in TIMES for t in between)


def _mend_told_after(verb: Token, comma: Token) -> None:
    """«X n'a pas tenu parole, déplore Y»: Y says so, whom the parser took for the object of an adjunct."""
    if comma.text != "," or verb.dep_ not in ("advcl", "xcomp", "conj") or verb.head.i > verb.i:
        return
    if any(
        c.dep_ in (*SUBJECTS, "mark", "cc") or (c.dep_ == "advmod" and c.i < verb.i) for c in verb.children
    ):
        return
    heard = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    if heard is None or case_of(heard) or not _is_next(verb, heard):
        return
    if not is_finite(verb) and not _ends_sentence(verb, heard):
        return
    heard.dep_, verb.dep_ = "nsubj", "parataxis"


def _free_what_follows(verb: Token, first: int) -> None:
    """«X a quitté Y, a constaté Z, mais tient W»: X does, and not Z, who only says so. `first` is where the
    verb of speech begins."""
    doc, comma = verb.doc, verb.doc[first - 1]
    if comma.text != "," or doc[first - 2].text in CLOSING:
        return
    said = verb.head if verb.dep_ in ("parataxis", "conj", "advcl") and verb.head.i < first else None
    said = said or next((c for c in verb.children if c.dep_ == "ccomp" and c.i < first), None)
    heard = next((c for c in verb.children if c.dep_ in HEARD and c.left_edge.i == verb.i + 1), None)
    if said is None or heard is None or said.pos_ not in VERBAL or case_of(heard):
        return
    for child in list(verb.children):
        joins = child.dep_ == "conj" and child.pos_ in VERBAL and child.i > heard.i
        joint = next((c for c in child.children if c.dep_ == "cc"), None) if joins else None
        if joint is None or joint.nbor(-1).text != "," or any(c.dep_ in SUBJECTS for c in child.children):
            continue
        child.head = said


def _ends_sentence(verb: Token, heard: Token) -> bool:
    """«X a bombardé Y, a dénoncé Z.»: a name that ends the sentence, behind a verb of what is told."""
    last = heard.right_edge.i + 1
    is_last = last >= verb.sent.end or verb.doc[last].text == "."
    return is_last and heard.right_edge.text[0].isupper() and verb.lemma_ in TELLING


def mend_told_by(verb: Token) -> None:
    """«Selon un officier, le colonel X, un camion a sauté»: the lorry has, in no relative clause, where the
    parser made the sentence of its source."""
    source = verb.sent.root
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if verb.dep_ != "acl:relcl" or case_of(source) not in SOURCES or subject is None:
        return
    if subject.pos_ in NAMING and subject.left_edge.nbor(-1).text == ",":
        verb.head, verb.dep_ = verb, "ROOT"
        source.head, source.dep_ = verb, "obl:mod"


def mend_sources(verb: Token) -> None:
    """«Selon A, B et C, X est parti»: B and C say so as well, and X alone has left."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    source = next((c for c in verb.children if case_of(c) in SOURCES and c.i < verb.i), None)
    if source is not None and len(subjects) == 1 and source.i < subjects[0].i:
        _mend_apposed_source(source, subjects[0])
    if source is None or len(subjects) < 2 or source.i > subjects[0].i:
        return
    if any(t.text == "," for t in verb.doc[subjects[-2].right_edge.i : subjects[-1].i]):
        for other in subjects[:-1]:
            other.head, other.dep_ = source, "conj"


def _mend_apposed_source(source: Token, named: Token) -> None:
    """«Selon un officier, le colonel X, un camion a sauté»: the lorry has, which the parser took for an
    apposition to the colonel."""
    verb, comma = named.head, named.left_edge.nbor(-1)
    apposed = next((c for c in named.children if c.dep_ == "appos" and c.i > named.i), None)
    if apposed is None or comma.text != "," or source.right_edge.i != comma.i - 1:
        return
    opening = apposed.left_edge
    if opening.nbor(-1).text != "," or any(t.text == "," for t in verb.doc[opening.i : verb.i]):
        return
    apposed.head, apposed.dep_ = verb, named.dep_
    named.head, named.dep_ = source, "appos"
