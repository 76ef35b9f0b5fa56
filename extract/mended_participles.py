"""Participles that open a sentence, where the parser saw a noun («Arrêté au Togo en mai, X a été …») or the
main verb («Accusé par X de …, Y nie»)."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    has_auxiliary,
    is_finite,
    is_infinitive,
    is_participle,
    lower,
)
from sahelgraph.extract.made_verbs import PASSIVE_PARTICIPLE, make_verb
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.verb_forms import participle_of

STRONG = {"pris": "prendre", "prise": "prendre", "prises": "prendre", "remis": "remettre"} | {
    f"{stem}u{end}": f"{stem}ir" for stem in ("déten", "reten") for end in ("", "e", "s", "es")
}
BLAMED = ("mise", "en", "cause", "par")
OPENING_CASES = frozenset(("après", "avant", "pour", "afin"))
OPENING_REACH = 4
OPENING_WORDS = 5
"""«moins d'un mois après avoir rompu»"""
OPENED_BY = frozenset(("par", "en", "à", "au", "aux", "dans", "depuis", "près", "lors", "de", "du"))


def mend_participles(doc: Doc, known: frozenset[str]) -> None:
    """Makes participles of these nouns, said of the subject behind the comma; and subjects of the names that
    the parser took for adverbs: «X les a relâchés». `known` are the verbs of acts. Changes `doc`."""
    for sentence in doc.sents:
        first = sentence[0]
        if verb := _opening(first, known):
            make_verb(first, verb, PASSIVE_PARTICIPLE)
            first.dep_ = "advcl" if first.head is not first else "ROOT"
            _take_agents(first)
        for token in sentence[:3]:
            _mend_name(token)


def _opening(word: Token, known: frozenset[str]) -> str:
    """The verb of which the first word of a sentence is the participle, a comma closing what it says."""
    if tuple(lower(t) for t in word.doc[word.i : word.i + 4]) == BLAMED:
        return "mettre"
    if word.pos_ not in ("NOUN", "ADJ", "PROPN") or word.i + 2 >= word.sent.end or word.head is word:
        return ""
    if lower(word.nbor()) not in OPENED_BY or word.head.pos_ not in VERBAL or case_of(word):
        return ""
    verb = STRONG.get(lower(word), "") or participle_of(word, known)
    closed = any(t.text == "," for t in word.doc[word.i : word.head.i])
    return verb if closed and _leads(word.head) else ""


def _take_agents(participle: Token) -> None:
    """«Pris en otage par X, …»: X does it, and is none of the hostage's."""
    for child in [*participle.children]:
        for agent in [g for g in (child, *child.children) if case_of(g) == "par"]:
            agent.head, agent.dep_ = participle, "obl:agent"


def _leads(verb: Token) -> bool:
    """Has a verb a subject, and is it the one of the sentence?"""
    forms = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    return any(is_finite(t) for t in forms) and any(c.dep_ in SUBJECTS for c in verb.children)


def _mend_name(name: Token) -> None:
    verb = name.head
    if name.pos_ != "PROPN" or name.dep_ != "advmod" or verb.pos_ not in VERBAL or verb.i < name.i:
        return
    if case_of(name) or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if any(t.text == "," for t in name.doc[name.i : verb.i]):
        return
    name.dep_ = "nsubj"


def mend_openings(doc: Doc) -> None:
    """In «Accusé par X de …, Y nie», «Après avoir quitté X, Y nie» makes the sentence of its main verb, where
    the parser took the participle or infinitive for the main verb. Changes `doc`."""
    for sentence in list(doc.sents):
        opening = sentence.root
        case = next((t for t in sentence[:OPENING_WORDS] if lower(t) in OPENING_CASES), None)
        by_infinitive = case is not None and is_infinitive(opening)
        is_bare = is_participle(opening, "Past") and not has_auxiliary(opening)
        first = case.i if case is not None and by_infinitive else sentence.start
        if not first <= opening.i <= first + (OPENING_REACH if by_infinitive else 1):
            continue
        if not (by_infinitive or is_bare):
            continue
        for verb in sentence:
            if verb.dep_.startswith("aux") or opening not in verb.ancestors:
                continue
            subject = _subject_behind_comma(verb) or (_own_subject(verb) if by_infinitive else None)
            if subject is not None and subject.i > opening.i:
                verb.head, verb.dep_ = verb, "ROOT"
                subject.head, subject.dep_ = verb, "nsubj"
                opening.head, opening.dep_ = (verb, "advcl") if by_infinitive else (subject, "acl")
                if case is not None and by_infinitive:
                    case.head, case.dep_ = opening, "mark"
                break


def _own_subject(verb: Token) -> Token | None:
    """«, le régime du président X a nié»: the subject that the parser saw, right behind a comma."""
    if any(c.dep_ == "mark" for c in verb.children) or verb.dep_ == "acl:relcl":
        return None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in NAMING), None)
    if subject is None or subject.i > verb.i:
        return None
    opening = subject.left_edge.i - 1
    return subject if opening > verb.sent.start and verb.doc[opening].text == "," else None


def _subject_behind_comma(verb: Token) -> Token | None:
    """The noun of «, Y nie», «, le pays Y a nié»: between a comma and a finite verb."""
    if not any(is_finite(t) for t in (verb, *(c for c in verb.children if c.dep_.startswith("aux")))):
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in ("AUX", "ADV", "PRON"):
        index -= 1
    end = index
    while index > verb.sent.start and verb.doc[index].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        index -= 1
    if index == end or verb.doc[index].text != ",":
        return None
    return next((t for t in verb.doc[index + 1 : end + 1] if t.pos_ in NAMING), None)
