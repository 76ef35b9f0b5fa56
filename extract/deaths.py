"""Who is dead by what an article tells, whenever that was: «X, tué en opération», «la mort du chef X»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    case_of,
    direct_subjects,
    has_auxiliary,
    is_negated,
    lower,
    objects,
)
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

BEHIND_POST = 10
LATE = frozenset(("défunt", "défunte"))
FEU = frozenset(("feu", "feue"))
ARTICLES = frozenset(("le", "la", "l'"))
OF = ("de",)
NAMING = frozenset(("appos", "flat:name", "flat"))
CLAUSES = frozenset(("acl", "acl:relcl", "advcl", "ROOT", "conj", "ccomp", "parataxis", "amod"))
UNSURE = ("Mood=Cnd", "Tense=Fut", "Mood=Sub")


def told_dead(scene: Scene, offices: Offices) -> frozenset[str]:
    """The ids of the persons who are dead by what the article says for sure."""
    deadly = frozenset(word for cue in offices.tenure.death for word in cue)
    found: set[str] = set()
    for token in scene.tokens_with(deadly, LATE, FEU):
        word = fold(token.text)
        if word in deadly and not _is_of_threat(token):
            found.update(_persons(scene, _dead(scene, token, offices)))
        elif lower(token) in LATE or (lower(token) in FEU and _stands_before_name(scene, token, offices)):
            found.update(_persons(scene, _next_person(scene, token)))
    return frozenset(found)


def _dead(scene: Scene, token: Token, offices: Offices) -> Iterator[Token]:
    if token.pos_ == "NOUN" and not any(c.dep_ == "cop" for c in token.children):
        for child in token.children:
            if case_of(child) in OF:
                yield child
                if fold(child.text) in offices.heads:
                    yield from _next_person(scene, child)
        return
    if token.pos_ not in (*VERBAL, "ADJ", "NOUN"):
        return
    words = (token, *(c for c in token.children if c.dep_.startswith("aux")))
    if is_negated(token) or any(mood in str(w.morph) for w in words for mood in UNSURE):
        return
    subjects = direct_subjects(token)
    if any(c.dep_ in ("aux:pass", "cop") for c in token.children) or lower(token).startswith(
        ("mort", "décéd")
    ):
        yield from subjects
    elif has_auxiliary(token):
        yield from objects(token)
        return
    if not subjects and token.dep_ in ("acl", "amod", "acl:relcl"):
        yield token.head


def _is_of_threat(token: Token) -> bool:
    """«condamné à mort», «menaces de mort», «tentative d'assassinat»"""
    if token.pos_ in VERBAL:
        return token.dep_ == "xcomp"
    return not any(c.dep_ == "det" for c in token.children) and token.dep_ not in (*SUBJECTS, *CLAUSES)


def _stands_before_name(scene: Scene, token: Token, offices: Offices) -> bool:
    """«feu le président X», «feu X»; not «le feu vert du président X»"""
    behind = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    words = [t for t in behind if lower(t) not in ARTICLES]
    return bool(words) and (person_at(scene, words[0]) is not None or fold(words[0].text) in offices.heads)


def _next_person(scene: Scene, token: Token) -> Iterator[Token]:
    for other in token.doc[token.i + 1 : min(token.i + BEHIND_POST, token.sent.end)]:
        if person_at(scene, other) is not None:
            yield other
            return
        if other.pos_ in VERBAL:
            return


def _persons(scene: Scene, tokens: Iterator[Token]) -> Iterator[str]:
    for token in tokens:
        for one in (token, *(c for c in token.children if c.dep_ in NAMING)):
            if (mention := person_at(scene, one)) is not None:
                yield mention.entity.id
                break
        else:
            yield from (r.entity.id for r in scene.actors(token)[:1] if r.entity.type is ActorType.PERSON)
