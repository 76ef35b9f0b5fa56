"""The two sides of «entre A et B» and of who is opposed, wherever the parser hangs them."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, TALKS, VERBAL, case_of, is_finite, is_passive, lower
from sahelgraph.extract.mended_agents import TO
from sahelgraph.extract.trees import Doc, Token


def rehang_opposed(doc: Doc) -> None:
    """In «des combats ont opposé, à Z, X à Y» X is the object, and Y hangs on the verb. Changes `doc`."""
    for verb in doc:
        if verb.lemma_ != "opposer" or verb.pos_ not in VERBAL or is_passive(verb):
            continue
        sides = [c for c in verb.children if c.i > verb.i and c.pos_ in NAMING]
        if not any(c.dep_ == "obj" for c in sides):
            bare = [c for c in sides if c.dep_ in ("obl:mod", "nmod", "dep") and not case_of(c)]
            for side in bare[-1:]:
                side.dep_ = "obj"
        for side in [c for c in sides if c.dep_ == "obj"]:
            for other in [c for c in side.children if c.dep_ == "nmod" and case_of(c) in TO]:
                if other.i > side.i:
                    other.head, other.dep_ = verb, "obl:arg"
            if not any(c.dep_ == "conj" or (c.head is verb and case_of(c) in TO) for c in _beside(side)):
                _opposed_behind_comma(side)


def _beside(side: Token) -> list[Token]:
    return [c for c in (*side.children, *side.head.children) if c.i > side.i]


def _opposed_behind_comma(side: Token) -> None:
    """«une guerre opposant X, alliés à Z, à Y»: the last that opens with «à» behind a comma, before the next
    full verb, is the other side."""
    other = None
    for token in side.doc[side.i + 1 :]:
        if is_finite(token) or token.text in (".", ";"):
            break
        if token.pos_ in NAMING and case_of(token) in TO and token.left_edge.nbor(-1).text == ",":
            other = token
    if other is not None and side not in other.subtree:
        other.head, other.dep_ = side.head, "obl:arg"


def rehang_between(doc: Doc) -> None:
    """«l'accord annoncé après des entretiens téléphoniques entre A et B»: what is between two is the talks
    right before, also where the parser gives the phrase to the verb. Changes `doc`."""
    for phrase in doc:
        if phrase.head.pos_ not in VERBAL or case_of(phrase) != "entre" or phrase.left_edge.i < 1:
            continue
        noun = phrase.left_edge.nbor(-1)
        if noun.pos_ == "ADJ" and noun.dep_ == "amod" and noun.head.i == noun.i - 1:
            noun = noun.head
        if noun.lemma_ in TALKS and phrase.head in noun.ancestors:
            phrase.head, phrase.dep_ = noun, "nmod"


def close_between(doc: Doc) -> None:
    """«des combats entre X, appuyé par Z, et Y»: the second of the two, behind what is put in, is coordinated
    with the first and not with what is put in; «entre les deux camps» has no second. Changes `doc`."""
    for first in doc:
        if not first.children or case_of(first) != "entre":
            continue
        if any(c.dep_ in ("conj", "nummod") for c in first.children):
            continue
        for second in doc[first.i + 1 :]:
            if second.text in (".", ";"):
                break
            joint = next((c for c in second.children if c.dep_ == "cc" and lower(c) == "et"), None)
            if second.dep_ != "conj" or second.pos_ not in NAMING or joint is None:
                continue
            put_in = joint.nbor(-1).is_punct or _is_second_of(second)
            if joint.i - 1 > first.i and put_in and first not in second.subtree:
                second.head = first
                break


def _is_second_of(side: Token) -> bool:
    """«entre l'alliance de X et l'armée»: with an article and no «de» of its own the army is a side."""
    return case_of(side.head) == "de" and not case_of(side) and any(c.dep_ == "det" for c in side.children)
