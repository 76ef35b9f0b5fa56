"""Names and the nouns that say what they are, «X (Y), une alliance dont Z fait partie, …», which the parser
takes for subjects, objects or conjuncts of their own."""

from __future__ import annotations

from sahelgraph.extract.grammar import SUBJECTS, VERBAL, case_of, is_finite, lower
from sahelgraph.extract.mended_relatives import before_brackets
from sahelgraph.extract.trees import Token

INNER = ("nmod", "amod")
APPOSING = ("un", "une", "le", "la", "l'", "les", "des", "ancien", "ancienne", "chef", "numéro")


def mend_headed_name(name: Token) -> None:
    """«la société minière belge X, qui …»: what hangs on the adjective before a name hangs on the name,
    and the name on the noun."""
    adjective = name.head
    if name.dep_ != "flat:name" or name.pos_ != "PROPN" or adjective.i != name.i - 1:
        return
    if not adjective.text[0].islower() or adjective.i < name.sent.start + 2:
        return
    if _is_taken_for_noun(adjective):
        adjective.pos_, adjective.dep_ = "ADJ", "amod"
    if adjective.pos_ != "ADJ":
        return
    noun = next((t for t in reversed(name.doc[name.sent.start : adjective.i]) if t.pos_ == "NOUN"), None)
    between = name.doc[noun.i + 1 : adjective.i] if noun is not None else ()
    if noun is None or any(t.pos_ not in ("ADJ", "ADV") for t in between):
        return
    for child in list(adjective.children):
        if child.i > name.i:
            child.head = name
    name.head, name.dep_ = noun, "flat:name"
    if noun not in adjective.ancestors:
        if adjective.head in noun.subtree or adjective.dep_ == "ROOT":
            return
        adjective.head, adjective.dep_ = noun, "amod"


def _is_taken_for_noun(adjective: Token) -> bool:
    """«le président érythréen X»: bare, right behind the noun that the parser takes it to be apposed to."""
    behind = adjective.head.i == adjective.i - 1 and adjective.head.pos_ == "NOUN"
    bare = all(c.i > adjective.i for c in adjective.children)
    return adjective.pos_ == "NOUN" and adjective.dep_ in ("appos", "nmod") and behind and bare


def mend_apposed_holder(name: Token) -> None:
    """«le ministre russe des Affaires étrangères, X, a accusé»: X is the minister, and no affair."""
    inner, doc = name.head, name.doc
    if name.dep_ != "conj" or name.pos_ != "PROPN" or inner.dep_ not in INNER or inner.pos_ == "PROPN":
        return
    if doc[name.i - 1].text != "," or (name.i + 1 < name.sent.end and doc[name.i + 1].text not in (",", ".")):
        return
    top = inner.head
    while top.dep_ in INNER:
        top = top.head
    if any(c.dep_ == "conj" for c in top.children):  # «a chassé le président élu, X, et un putsch a …»
        return
    if top.pos_ == "NOUN" and top.dep_ in (*SUBJECTS, "obj", "obl:arg", "obl:agent") and top.i < inner.i:
        name.head = top


def mend_apposed_object(verb: Token) -> None:
    """«a chassé le X (Y), une alliance dont Z fait partie»: one object, and what it is."""
    for thing in [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ == "NOUN"]:
        if thing.left_edge.i < verb.i + 2:
            continue
        comma = thing.left_edge.nbor(-1)
        name = before_brackets(comma)
        apposed = comma.text == "," and lower(thing.left_edge) in APPOSING
        if apposed and name.pos_ == "PROPN" and name.dep_ == "obj" and name.head == verb:
            thing.head, thing.dep_ = name, "appos"


def mend_apposed_conjunct(noun: Token) -> None:
    """«L'armée tue dans le Nord X, le chef de Y»: what X is, and none that the army is joined with."""
    if noun.dep_ != "conj" or noun.pos_ != "NOUN" or noun.left_edge.i < noun.sent.start + 2:
        return
    opening = noun.left_edge
    comma = opening if opening.text == "," else opening.nbor(-1)
    name = before_brackets(comma)
    if comma.text != "," or name.pos_ != "PROPN" or not noun.head.i < name.i or name in noun.ancestors:
        return
    joined = any(c.dep_ in ("cc", "conj") for c in (*noun.children, *noun.head.children) if c != noun)
    between = noun.doc[noun.head.i : name.i]
    if not joined and lower(comma.nbor()) in APPOSING and any(t.pos_ in VERBAL for t in between):
        noun.head, noun.dep_ = name, "appos"


def mend_apposed_behind(verb: Token) -> None:
    """«un message accusant ses voisins, X et Y, de …»: the neighbours are X and Y, and no message is."""
    if verb.dep_ != "acl" or is_finite(verb):
        return
    for thing in [c for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN" and c.i > verb.i]:
        end = thing.right_edge.i + 1
        for name in [c for c in verb.head.children if c.dep_ == "appos" and c.text[0].isupper()]:
            if name.left_edge.i == end + 1 and verb.doc[end].text == ",":
                name.head = thing


def mend_apposition(verb: Token) -> None:
    """«X, un des chefs de Y, a été arrêté», «Le Front X (FX), l'alliance que dirige Y, a annoncé»: X is the
    subject, whom the parser took for an adjunct or for a second subject."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and c.dep_ != "expl:subj"]
    if not subjects or subjects[-1].left_edge.i < verb.sent.start + 2:
        return
    apposed = subjects[-1]
    comma = apposed.left_edge.nbor(-1)
    name = before_brackets(comma)
    if comma.text != "," or name.pos_ != "PROPN" or name.head != verb or case_of(name):
        return
    if len(subjects) > 1 and name not in subjects:
        return
    closed = any(t.text == "," for t in verb.doc[apposed.i + 1 : verb.i])
    if closed and (lower(apposed.left_edge) in APPOSING or (name in subjects and apposed.pos_ == "NOUN")):
        name.dep_ = apposed.dep_
        apposed.head, apposed.dep_ = name, "appos"
