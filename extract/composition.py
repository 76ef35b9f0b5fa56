"""Who an alliance is made of, by the order of words: «X est une coalition composée de trois groupes : A, B et
C», «X, alliance qui regroupe A et B», «X est une alliance entre A et B», «X compte en son sein des partis
comme A».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    clause_of,
    is_among_others,
    is_denied_nearby,
    is_finite,
    linear_case,
    lower,
    opening_of,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.extract.trees import Token

MADE = re.compile(r"(?:compos|form|constitu)ée?s?")
GATHERING = re.compile(
    r"(?:regroup(?:e|ent|ant|ait|aient)|réuni(?:t|ssent|ssant|ssait)|rassembl(?:e|ent|ant|ait)|fédèrent?"
    r"|fédér(?:ant|ait)|coalisant|associ(?:e|ant|ait)|agrèg(?:e|ent)|agrégeant)"
)
HOLDING = re.compile(
    r"(?:compren(?:d|ant|ait)|comprennent|englob(?:e|ant|ait)|inclu(?:t|ant|ait)|compte|comptant|comptait)"
)
TELLING = re.compile(f"{MADE.pattern}|{GATHERING.pattern}|{HOLDING.pattern}|entre")
UNIONS = word_set("composition", "unions")
OF_TWO = word_set("composition", "of_two")
PARTS = word_set("composition", "parts")
EXAMPLES = frozenset(("dont", "comme", "notamment", "tels", "telles", "parmi"))
SMALL = ("DET", "ADP", "ADJ", "NUM", "ADV", "PRON", "X")
SIGNS = frozenset((":", ",", "(", "«", '"', "“", "»", "”", "–", "-"))
AHEAD = 16
BACK = 26


def composed_of(scene: Scene) -> Iterator[Event]:
    """The members of the alliances of an article that are told so."""
    for token in scene.tokens_with(like=TELLING):
        word = lower(token)
        if MADE.fullmatch(word) or (
            GATHERING.fullmatch(word)
            and ((token.i and lower(token.nbor(-1)) in ("qui", ",", "elle", "il")) or word.endswith("ant"))
        ):
            members, least = _members_behind(scene, token), 2
        elif HOLDING.fullmatch(word):
            members, least = _members_behind(scene, token), 1
        elif word == "entre" and token.i and not is_among_others(token) and _is_union_said(scene, token):
            members, least = _members_behind(scene, token), 2
        else:
            continue
        if len({r.entity.id for r in members}) < least or is_denied_nearby(token):
            continue
        owner = _owner(scene, token)
        if owner is None or owner.entity.id in {r.entity.id for r in members}:
            continue
        for ref in members:
            yield Event("composition: listed", "member-of", token, clause_of(token), ref, owner)


def _is_union_said(scene: Scene, between: Token) -> bool:
    """«X est une alliance entre …», «X, coalition militaire entre …»: the noun is said of X."""
    noun = next(
        (
            t
            for t in reversed(between.doc[max(between.sent.start, between.i - 4) : between.i])
            if t.pos_ == "NOUN"
        ),
        None,
    )
    if noun is None or not scene.is_noun(noun, OF_TWO):
        return False
    opening = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return any(t.text == "," or t.lemma_ == "être" for t in opening) and "entre" not in [
        lower(t) for t in opening
    ]


def _members_behind(scene: Scene, word: Token) -> list[Ref]:
    """Those that are listed behind a word; only words of groups may stand between."""
    named_parts = False
    for token in word.doc[word.i + 1 : min(word.i + AHEAD, word.sent.end)]:
        mentions = [m for m in scene.mentions_at(token) if m.kind is not Kind.DEMONYM]
        if mentions:
            named = scene.list_around(token) or [Ref(m.entity, token.i, "list") for m in mentions]
            return [r for r in named if r.entity.type in MEMBERS]
        if scene.mentions_at(token) or token.pos_ in SMALL or token.text in SIGNS or lower(token) in EXAMPLES:
            continue
        is_part = token.pos_ in ("NOUN", "PROPN") and scene.is_noun(token, PARTS)
        if not is_part and not (named_parts and not linear_case(token)):  # «les rebelles touareg»
            return []
        named_parts = named_parts or is_part
    return []


def _owner(scene: Scene, word: Token) -> Ref | None:
    """The group that the words before speak of: subject, or what an apposition is said of."""
    doc, index, said = word.doc, word.i - 1, False
    while index >= max(word.sent.start, word.i - BACK):
        token = doc[index]
        if token.text == ")":
            index = opening_of(token) - 1
            continue
        groups = [
            m for m in scene.mentions_at(token) if m.entity.type in GROUPS and m.kind is not Kind.DEMONYM
        ]
        is_beside = MADE.fullmatch(lower(word)) and not any(t.pos_ == "NOUN" for t in doc[index + 1 : word.i])
        if groups and (
            is_beside or not linear_case(token) or (index and scene.is_noun(doc[index - 1], UNIONS))
        ):
            return Ref(groups[0].entity, token.i, "name")
        if lower(token) in ("elle", "il", "elles", "ils"):
            return next((r for r in scene.actors(token) if r.entity.type in GROUPS), None)
        if not said and not groups and scene.is_noun(token, UNIONS) and not scene.mentions_at(token):
            said = True
            if lower(doc[max(index - 1, 0)]) in ("la", "le", "l'", "cette", "ce", "cet"):
                return next((r for r in scene.actors(token) if r.entity.type in GROUPS), None)
        elif token.text in ";:" or _is_other_clause(token):
            return None
        index -= 1
    return None


def _is_other_clause(token: Token) -> bool:
    return is_finite(token) and token.lemma_ != "être" and not token.dep_.startswith("aux")
