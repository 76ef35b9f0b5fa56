"""Membership as texts list it: «le G5 Sahel (Mali, Niger …)», «l'AES, qui regroupe A, B et C», «les trois
pays de l'AES», «JNIM (Al-Qaïda)», «l'ex-GSPC», and that who founds an organisation belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import lower, obliques
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.when import When

LISTING = re.compile(
    r"^[»\"”]?\s*(?:\(\s*(?:[A-Z][\w-]*\s*[:,–-]\s*)?|:\s*|,?\s*(?:à savoir|soit|c'est-à-dire)\s*,?\s*:?|,?\s*(?:qui\s+)?(?:regroup|réuni|rassembl|compren|compos|form|constitu|compt|inclu|associ)\w*\s+"
    r"(?:notamment\s+|aussi\s+|également\s+|actuellement\s+|aujourd['’]hui\s+)?(?:par\s+|de\s+|du\s+|d['’]|des\s+)?)\s*(?:la |le |les |l['’]|du |de |de la |de l['’])?$",
    re.IGNORECASE,
)
EX = re.compile(r"\bex[- ]?$", re.IGNORECASE)


def listed_members(scene: Scene) -> Iterator[Event]:
    """Members that are enumerated right behind an organisation's name."""
    text = scene.article.text
    for enumeration in scene.enumerations:
        first = enumeration.mentions[0]
        if first.entity.type is ActorType.PERSON or first.kind is Kind.DEMONYM:
            continue
        owner = next((m for m in reversed(scene.mentions) if m.end <= first.start), None)
        if (
            owner is None
            or owner.entity.type not in GROUPS
            or owner.entity.id in {m.entity.id for m in enumeration.mentions}
        ):
            continue
        if not LISTING.match(text[owner.end : first.start]):
            continue
        token = scene.token_of(owner)
        if token is None:
            continue
        for mention in enumeration.mentions:
            if mention.entity.type in (ActorType.STATE, *GROUPS):
                yield Event(
                    "belonging: list",
                    "member-of",
                    token,
                    token,
                    Ref(mention.entity, token.i, "list"),
                    Ref(owner.entity, token.i, "name"),
                )


def collective_members(scene: Scene) -> Iterator[Event]:
    """«les trois pays de l'AES», «les États membres de la Cédéao»: its members, where they are known."""
    for token in scene.doc:
        if token.pos_ not in ("NOUN", "ADJ") or not scene.is_noun(token, ("pays", "État", "nation")):
            continue
        owners = [
            Ref(m.entity, c.i, "name")
            for case, c in _with_inner(token)
            if case == "de"
            for m in scene.mentions_at(c)
            if m.entity.type is ActorType.ORGANISATION
        ]
        if not owners:
            continue
        for ref in scene.actors(token):
            if ref.how == "collective" and ref.entity.type is ActorType.STATE:
                yield Event("belonging: collective", "member-of", token, token, ref, owners[0])


def bracketed_kin(scene: Scene) -> Iterator[Event]:
    """«JNIM (Al-Qaïda)»: affiliated; «Aqmi (ex-GSPC)», «l'ex-GSPC, devenu Aqmi»: succeeded."""
    text = scene.article.text
    groups = [m for m in scene.mentions if m.entity.type in GROUPS]
    for mention, following in zip(groups, groups[1:], strict=False):
        if mention.entity.id == following.entity.id:
            continue
        between = text[mention.end : following.start]
        token = scene.token_of(following)
        if token is None:
            continue
        after = text[following.end : following.end + 2]
        both_armed = mention.entity.type is following.entity.type is ActorType.ARMED_GROUP
        if re.fullmatch(r"[»\"”]?\s*,?\s*\(\s*(?:l['’])?ex[- ]\s*", between):
            yield Event(
                "belonging: ex",
                "succeeded",
                token,
                token,
                Ref(mention.entity, token.i, "name"),
                Ref(following.entity, token.i, "name"),
            )
        elif EX.search(text[max(0, mention.start - 4) : mention.start]) and re.fullmatch(
            r"[»\"”]?\s*,?\s*(?:puis|devenu|rebaptisé|aujourd['’]hui|\()?\s*(?:de\s+)?(?:l['’]|le |la )?",
            between,
        ):
            yield Event(
                "belonging: ex",
                "succeeded",
                token,
                token,
                Ref(following.entity, token.i, "name"),
                Ref(mention.entity, token.i, "name"),
            )
        elif (
            both_armed
            and re.fullmatch(r"[»\"”]?\s*\(\s*(?:lié à |affilié à |branche d['’]|proche d['’])?", between)
            and after.startswith(")")
        ):
            yield Event(
                "belonging: parenthesis",
                "affiliated-with",
                token,
                token,
                Ref(mention.entity, token.i, "name"),
                Ref(following.entity, token.i, "name"),
            )


def founders_belong(events: Iterable[Event]) -> Iterator[Event]:
    """Who founded an organisation is a member of it from then on."""
    for event in events:
        if event.relation == "founded" and event.subject.entity.type in (ActorType.STATE, *GROUPS):
            yield replace(event, relation="member-of", rule=event.rule + " + founders belong")


def from_then_on(when: When | None, status: Status) -> When | None:
    """The membership that begins with an act: its date, open at the end."""
    if when is None or "/" in when.edtf or status is not Status.ASSERTED:
        return when
    return When.parse(f"{when.edtf}/..")


def _with_inner(token: Token) -> Iterator[tuple[str, Token]]:
    for case, child in obliques(token):
        yield case, child
    for child in token.children:
        if lower(child) in ("membres", "membre", "fondateurs", "signataires"):
            yield from obliques(child)
