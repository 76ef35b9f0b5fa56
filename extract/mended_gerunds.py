"""Present participles behind a comma that say what the subject does besides: «X a rompu avec Y, deux jours
après Z, reprochant à Y …», «X a expulsé l'ambassadeur de Y, l'accusant de …»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    CLITICS,
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    has_auxiliary,
    is_finite,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.made_verbs import PRESENT_PARTICIPLE
from sahelgraph.extract.trees import Doc, Morph, Token

SPEAKING = word_set("mended_gerunds", "speaking")
ENDING = "ant"
WHILE = "tout"
OBJECTS = {"l'": "obj", "le": "obj", "la": "obj", "les": "obj", "lui": "iobj", "leur": "iobj"}


def mend_gerunds(doc: Doc) -> None:
    """Hangs such participles on the verb of their clause, where the parser took them for words of the last
    noun before the comma or for nouns themselves. Changes `doc`."""
    for token in doc:
        if token.lower == WHILE:
            _mend_while(token)
        if not lower(token).endswith(ENDING) or not (infinitive := _infinitive(token)):
            continue
        first = opening_of_gerund(token)
        if first.i <= token.sent.start or first.nbor(-1).text != ",":
            continue
        over = next((a for a in token.ancestors if a.pos_ in VERBAL and a.i < first.i), None)
        if over is None or not (infinitive in SPEAKING or first is not token):
            continue
        if token.pos_ not in VERBAL:
            token.pos_, token.lemma_, token.morph = "VERB", infinitive, Morph(PRESENT_PARTICIPLE)
        for clitic in token.doc[first.i : token.i]:
            if lower(clitic) in OBJECTS:
                clitic.pos_, clitic.dep_ = "PRON", OBJECTS[lower(clitic)]
        if token.head == over:
            token.dep_ = "advcl" if token.dep_ == "xcomp" else token.dep_
        elif token.head.dep_ not in SUBJECTS:
            token.head, token.dep_ = over, "advcl"


def _mend_while(word: Token) -> None:
    """«X a proposé une trêve tout en continuant à bombarder Y»: X bombs Y meanwhile."""
    doc, end = word.doc, word.sent.end
    if word.i + 3 >= end or lower(doc[word.i + 1]) != "en" or not lower(doc[word.i + 2]).endswith(ENDING):
        return
    gerund = doc[word.i + 2]
    over = next((t for t in reversed(doc[word.sent.start : word.i]) if _is_told(t)), None)
    if gerund.pos_ not in VERBAL or over is None:
        return
    gerund.head, gerund.dep_, gerund.morph = over, "advcl", Morph(PRESENT_PARTICIPLE)
    for first in doc[word.i : gerund.i]:
        first.head, first.dep_ = gerund, "advmod"
    act = next((c for c in gerund.children if c.dep_ == "xcomp" and c.pos_ in VERBAL), gerund)
    for token in doc[act.i + 1 : end]:
        if token.text in ",;:":
            return
        is_torn = token.head.i < word.i or (token.head is gerund and act is not gerund)
        if token.pos_ in NAMING and is_torn:
            token.head, token.dep_ = act, "obl:arg" if case_of(token) else "obj"


def _is_told(verb: Token) -> bool:
    return verb.pos_ in VERBAL and (is_finite(verb) or has_auxiliary(verb)) and verb.pos_ != "AUX"


def free_subjects(doc: Doc) -> None:
    """«Des hommes se réclamant de X ont attaqué Y»: those have attacked, who claim to be of X; to the parser
    the participle is the verb of the sentence, and the attack something besides. Changes `doc`."""
    for gerund in doc:
        if gerund.dep_ != "ROOT" or not is_participle(gerund, "Pres") or gerund.pos_ != "VERB":
            continue
        subject = next((c for c in gerund.children if c.dep_ in SUBJECTS and c.i < gerund.i), None)
        verb = next((c for c in gerund.children if c.i > gerund.i and _is_left_alone(c)), None)
        if subject is None or verb is None:
            continue
        verb.head, verb.dep_ = verb, "ROOT"
        for child in list(gerund.children):
            if child is subject or child.i > verb.i:
                child.head = verb
        gerund.head, gerund.dep_ = subject, "acl"


def _is_left_alone(verb: Token) -> bool:
    """Has a finite verb in the past no subject of its own, and no word that makes it a clause?"""
    first = next((c for c in verb.children if c.dep_.startswith("aux")), None)
    own = any(c.dep_ in SUBJECTS or c.dep_ in ("mark", "cc") or c.pos_ == "PRON" for c in verb.children)
    return verb.pos_ == "VERB" and first is not None and is_finite(first) and not own


def _infinitive(token: Token) -> str:
    """Of a present participle, also where the parser took it for a noun: «, l'accusant de …»; else empty."""
    if token.pos_ in VERBAL:
        return token.lemma_ if is_participle(token, "Pres") else ""
    regular = lower(token).removesuffix(ENDING) + "er"
    behind_clitic = token.i > token.sent.start + 1 and lower(token.nbor(-1)) in CLITICS
    return regular if behind_clitic and regular in SPEAKING else ""


def opening_of_gerund(gerund: Token) -> Token:
    """The first of the pronouns right before a present participle, or this itself."""
    first = gerund
    while first.i > gerund.sent.start and lower(first.nbor(-1)) in CLITICS and first.nbor(-1).head == gerund:
        first = first.nbor(-1)
    return first
