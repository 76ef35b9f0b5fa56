"""Membership as a number tells it: «X ne compte plus que trois membres. Il s'agit de A, B et C», «dans deux
des États membres, A et B».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelgraph.extract.enumerations import OPENING
from sahelgraph.extract.events import Event
from sahelgraph.extract.lexicon.numerals import COUNTS
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS, Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

NUMBER = rf"(?P<number>{'|'.join(COUNTS)}|\d\d?)"
THESE_ARE = re.compile(
    rf"\b(?:reste(?:nt|rait|ra)?|compte(?:nt|ra)?|regroupe|rassemble)\s+(?:[\w']+\s+){{0,3}}?{NUMBER}\s+"
    rf"(?:[ÉE]tats |pays )?(?:pays|[ÉE]tats|nations|membres)\b[^.;:?!]{{0,40}}[.;:,]\s*"
    r"(?:(?:Il s['’]agit|à savoir|c['’]est-à-dire|ce sont)\s*:?\s*(?:de\s+|du\s+|d['’]|des\s+)?)"
    rf"\s*:?\s*{OPENING}$",
    re.IGNORECASE,
)
AMONG_MEMBERS = re.compile(
    rf"\b{NUMBER}\s+(?:(?:des|autres|de (?:ses|leurs))\s+)?(?:(?:pays|[ÉE]tats|nations)[ -])?membres"
    rf"\s*[,(:]\s*{OPENING}$",
    re.IGNORECASE,
)
BEFORE = 140
BACK = 70


def counted_members(scene: Scene) -> Iterator[Event]:
    """The members of an organisation that a list gives, just as many as the text counts."""
    text = scene.article.text
    for enumeration in scene.enumerations:
        members = list(dict.fromkeys(m.entity for m in enumeration.mentions if m.kind is not Kind.DEMONYM))
        start = enumeration.mentions[0].start
        before = text[max(0, start - BEFORE) : start]
        told = THESE_ARE.search(before) or AMONG_MEMBERS.search(before)
        token = scene.token_of(enumeration.mentions[0])
        if told is None or token is None or _number(told["number"]) != len(members):
            continue
        owner = _spoken_of(scene, token)
        if owner is None or any(m.type not in MEMBERS for m in members):
            continue
        for member in members:
            ref = Ref(member, token.i, "list")
            yield Event.at("belonging: counted", "member-of", token, ref, owner)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _spoken_of(scene: Scene, token: Token) -> Ref | None:
    """The organisation named last before, or else next in the sentence."""
    before = (r.entity for r in scene.mentioned_before(token, BACK))
    behind = (m.entity for _, m in scene.mention_tokens(token.i, token.sent.end))
    for entity in (*before, *behind):
        if entity.type is ActorType.ORGANISATION:
            return Ref(entity, token.i, "anaphor")
    return None
