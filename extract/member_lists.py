"""Membership as texts list it: «le G5 Sahel (Mali, Niger …)», «l'AES, qui regroupe A, B et C», «une force
composée de soldats de plusieurs pays, dont A et B», «l'organisation X, dont fait partie Y».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sahelgraph.extract.enumerations import LISTING, OPENING, VERB, Enumeration
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

CLOSED = r"^[»\"”]?\s*\)?\s*,?\s*(?:(?:une?|la|le)\s[\w’' -]{3,50}?\s)?"
OF_KINDS = re.compile(
    rf"^[»\"”]?\s*,?\s*(?:qui\s+)?{VERB}\s[^.;:()]{{0,70}}?,?\s*\(?"
    rf"(?:dont|notamment|parmi lesquel(?:le)?s|à savoir|comme|tel(?:le)?s que)\s+{OPENING}$",
    re.IGNORECASE,
)
"""«une force composée de soldats de plusieurs pays, dont A et B»."""
OF_WHICH = re.compile(
    rf"{CLOSED}(?:(?:dont|duquel|de laquelle)\s+(?:fai\w+|font|est|sont|étai\w+)\s+(?:\w+\s+)?"
    r"(?:partie|membres?)"
    r"|(?:à laquelle|auquel)\s+(?:appart\w+|adh\w+|particip\w+))"
    rf"\s+{OPENING}$",
    re.IGNORECASE,
)
"""«l'organisation X, dont fait partie Y»."""
OF_WHICH_BEFORE = re.compile(rf"{CLOSED}(?:dont|à laquelle|auquel|compt\w+)\s+{OPENING}$", re.IGNORECASE)
BEHIND_MEMBERS = re.compile(
    r"^[»\"”]?\s*(?:\([^)]*\)\s*)?(?:(?:est|sont|étai\w+|fai\w+|font)\s+(?:\w+\s+)?(?:membres?|partie)\b"
    r"|(?:appart|adh|particip)\w+|parmi (?:ses|leurs) membres\b)",
    re.IGNORECASE,
)
"""«l'organisation X, dont Y est membre», «X compte Y parmi ses membres»."""
OF_GROUP = re.compile(
    r"^(?P<comma>,?)\s+(?:du|de la|de l['’]|des|d['’])\s?"
    r"(?:(?:parti|groupe|mouvement|front|coalition|organisation)\s+(?:[a-zé-]+\s+)?)?"
    r"[«\"“]?\s?$",
    re.IGNORECASE,
)
"""«Person du parti X»."""
CLOSING = re.compile(r"[»\"”]?\s*(?:\([^)]*\))?\s*(?:[,.;:)]|et\b)")
EXAMPLES = re.compile(
    r"^[»\"”]?\s*(?:\([^)]*\)\s*)?,?\s*"
    r"(?:dont|comme|parmi lesquel(?:le)?s|tel(?:le)?s que|à savoir|en particulier|y compris|notamment)"
    rf"\s+(?:notamment\s+)?{OPENING}$",
    re.IGNORECASE,
)
APPOSED = re.compile(rf"^[»\"”]?\s*(?:\([^)]*\)\s*)?,\s*{OPENING}$", re.IGNORECASE)
DASHED = re.compile(rf"^[»\"”]?\s*(?:\([^)]*\)\s*)?[–—-]\s+{OPENING}$", re.IGNORECASE)
"""«les pays de X – A, B et C –»."""
COUNTED = re.compile(
    r"\b(?:(?:deux|trois|quatre|cinq|\d|plusieurs|certains)\s+(?:(?:des|autres)\s+)?"
    r"(?:pays|[ÉE]tats|nations|membres|groupes|mouvements|factions|composantes)(?:[ -]membres)?"
    r"|(?:ses|leurs)\s+(?:\w+\s+)?(?:partenaires|alliés|voisins|pairs|homologues))\s+"
    r"(?:de la |de l['’]|du |des |de |d['’])[«\"“]?\s?$",
    re.IGNORECASE,
)
"""«deux des États membres de X, A et B», «ses partenaires de X, A et B»."""
MEMBERS_OF = re.compile(
    r"\b(?:pays|[ÉE]tats|nations|membres|groupes|mouvements|factions|composantes|capitales)"
    r"(?:[ -]membres)?\s+"
    r"(?:fondateurs\s+)?(?:de la |de l['’]|du |des |de |d['’])(?:bloc |coalition |alliance )?[«\"“]?\s?$",
    re.IGNORECASE,
)
OF_FORMER = re.compile(
    r"^[»\"”]?\s*(?:\([^)]*\)\s*)?,?\s*(?:[^.;:()]{0,40}\s)?"
    r"(?:réuni\w*|regroup\w+|rassembl\w+|compos\w+|form\w+|constitu\w+|issue?s?|recrut\w+)\s+"
    r"(?:\w+\s+)?(?:[^.;:(),]{0,20}\b(?:de|d['’]|des|du|par)\s?)(?:anciens?\s+|ex-)(?:[\w-]+\s+){0,2}"
    r"(?:(?:de|du|des|d['’])\s?(?:la\s+|l['’])?)?[«\"“]?\s?$",
    re.IGNORECASE,
)
"""«Y, milice qui réunit d'anciens X»."""
FORMER = re.compile(r"\b(?:anciens?\s+|ex-)(?:[\w-]+\s+){0,2}(?:(?:de|du|des|d['’])\s?(?:la\s+|l['’])?)?$")
FORMING = re.compile(
    r"^\s+(?:\w+\s+){0,2}?(?:forme(?:nt|ront)?|composent|constituent|formaient|composaient|constituaient"
    r"|ont (?:formé|composé|constitué|rejoint|intégré)|ont grossi les rangs)\s+"
    r"(?:(?:l['’]essentiel|le gros|le noyau|l['’]ossature|la majorité|une partie)\s+)?"
    r"(?:la\s+|le\s+|les\s+|l['’]\s?|des?\s+(?:la\s+|l['’])?|du\s+)[«\"“]?\s?$"
)
"""«d'anciens X forment le gros de Y»."""
REACH = 60
MEMBER_NOUNS = word_set("member_lists", "member_nouns")
BEING = frozenset(("sont", "étaient", "figurent", "figuraient"))
AMONG = frozenset(("parmi", "au", "de", "des"))
"""«Parmi les membres de X figurent A et B», «Au nombre des membres de X …»."""
COPULA = 8
TAKING_UP = 5
ASIDE = 24
GATHERINGS = word_set("member_lists", "gatherings")


def listed_members(scene: Scene) -> Iterator[Event]:
    """Members that are enumerated right behind an organisation's name, or in a relative clause."""
    yield from _members_in_relative(scene)
    yield from _members_said(scene)
    yield from _members_for_example(scene)
    yield from _people_of_groups(scene)
    yield from _former_fighters(scene)
    text = scene.article.text
    for enumeration in scene.enumerations:
        first = enumeration.mentions[0]
        if first.entity.type is ActorType.PERSON or first.kind is Kind.DEMONYM:
            continue
        if taken_up := _before_bracket(scene, enumeration):
            yield from _each_of(enumeration, *taken_up)
            continue
        owner = next((m for m in reversed(scene.mentions) if m.end <= first.start), None)
        if (
            owner is None
            or owner.entity.type not in GROUPS
            or owner.entity.id in {m.entity.id for m in enumeration.mentions}
        ):
            continue
        between = text[owner.end : first.start]
        token = scene.token_of(owner)
        if token is None or not (LISTING.match(between) or OF_KINDS.match(between)):
            continue
        if _of_gathering(scene, token) or (":" in between and _acts(scene, enumeration)):
            continue
        yield from _each_of(enumeration, token, Ref(owner.entity, token.i, "name"))


def _each_of(enumeration: Enumeration, token: Token, whole: Ref) -> Iterator[Event]:
    """Each of a list that may be a member, as a member of the whole."""
    for mention in enumeration.mentions:
        if mention.entity.type in MEMBERS:
            part = Ref(mention.entity, token.i, "list")
            yield Event.at("belonging: list", "member-of", token, part, whole)


def _before_bracket(scene: Scene, enumeration: Enumeration) -> tuple[Token, Ref] | None:
    """«cette organisation régionale (A, B et C)»: the group that a noun before the brackets takes up."""
    first = scene.token_of(enumeration.mentions[0])
    if first is None or first.i < first.sent.start + 2 or first.nbor(-1).text != "(":
        return None
    for token in reversed(first.doc[max(first.sent.start, first.i - TAKING_UP) : first.i - 1]):
        if token.pos_ == "NOUN":
            refs = [r for r in scene.taken_up(token) if r.entity.type in GROUPS]
            return (token, refs[0]) if len(refs) == 1 and not scene.mentions_at(token) else None
        if token.pos_ != "ADJ":
            return None
    return None


def _acts(scene: Scene, enumeration: Enumeration) -> bool:
    """«X – Y : A, B et C refusent»: a list that does what the verb behind it says."""
    last = scene.token_of(enumeration.mentions[-1])
    return last is not None and last.i + 1 < last.sent.end and is_finite(last.nbor())


def _members_for_example(scene: Scene) -> Iterator[Event]:
    """«plusieurs pays de X, dont A et B», «certains membres de X, comme A», «deux pays de X, A et B»."""
    text = scene.article.text
    for owner, member in pairwise(scene.mentions):
        token, first = scene.token_of(owner), scene.token_of(member)
        if (
            owner.entity.type in GROUPS
            and member.entity.type in MEMBERS
            and member.kind is not Kind.DEMONYM
            and token is not None
            and first is not None
            and _are_members(text[max(0, owner.start - REACH) : owner.start], text[owner.end : member.start])
        ):
            for ref in scene.list_around(first) or [Ref(member.entity, first.i, "name")]:
                if ref.entity.type in MEMBERS and ref.entity.id != owner.entity.id:
                    target = Ref(owner.entity, token.i, "name")
                    yield Event.at("belonging: examples", "member-of", token, ref, target)


def _are_members(before: str, between: str) -> bool:
    """Does what stands before an organisation's name, and between it and a list, say that these are of it?"""
    if EXAMPLES.match(between) or DASHED.match(between):
        return MEMBERS_OF.search(before) is not None
    return APPOSED.match(between) is not None and COUNTED.search(before) is not None


def _members_said(scene: Scene) -> Iterator[Event]:
    """«Les membres fondateurs de X sont A, B et C», «Parmi les membres de X figurent A et B», «Les autres
    mouvements adhérents sont A de P et B de Q»: X is the group named last where the noun has none."""
    for noun in scene.tokens_with(MEMBER_NOUNS):
        if not scene.is_noun(noun, MEMBER_NOUNS) or noun.pos_ not in ("NOUN", "ADJ"):
            continue
        copula = _copula(noun)
        if copula is None or not _opens(noun) or copula.sent is not noun.sent:
            continue
        listed = [
            Ref(m.entity, t.i, "list")
            for t, m in scene.mention_tokens(copula.i + 1, noun.sent.end)
            if m.entity.type in MEMBERS and m.kind is not Kind.DEMONYM and not linear_case(t)
        ]
        inside = [m for _, m in scene.mention_tokens(noun.sent.start, copula.i)]
        named = [Ref(m.entity, noun.i, "name") for m in inside if m.entity.type in GROUPS]
        before = () if copula.nbor(-1).text == "," else scene.mentioned_before(noun)
        owner = named[:1] or [r for r in before if r.entity.type in GROUPS][:1]
        listed = list({r.entity.id: r for r in listed}.values())
        if len(listed) > 1 and owner and owner[0].entity.id not in {r.entity.id for r in listed}:
            for ref in listed:
                yield Event.at("belonging: said list", "member-of", noun, ref, owner[0])


def _copula(noun: Token) -> Token | None:
    """«sont», near, or behind what commas set apart: «Les membres de X, créée en 2001, sont A et B»."""
    for token in noun.doc[noun.i + 1 : min(noun.i + ASIDE, noun.sent.end)]:
        if lower(token) in BEING and (token.i < noun.i + COPULA or token.nbor(-1).text == ","):
            return token
    return None


def _opens(noun: Token) -> bool:
    """Is it the subject, at the head of its sentence?"""
    before = noun.doc[noun.sent.start : noun.i]
    return len(before) <= COPULA and all(
        t.pos_ in ("DET", "ADJ", "NOUN", "NUM", "ADV", "PUNCT") or lower(t) in AMONG for t in before
    )


def _people_of_groups(scene: Scene) -> Iterator[Event]:
    """«Person du parti X», «Person, du mouvement X, …»: where only these words stand between."""
    text = scene.article.text
    for person, group in pairwise(scene.mentions):
        token = scene.token_of(group)
        if (
            token is not None
            and person.entity.type is ActorType.PERSON
            and group.entity.type in GROUPS
            and (between := OF_GROUP.match(text[person.end : group.start]))
            and (not between["comma"] or CLOSING.match(text[group.end :]))
        ):
            yield Event.at(
                "belonging: of group",
                "member-of",
                token,
                Ref(person.entity, token.i, "name"),
                Ref(group.entity, token.i, "name"),
            )


def _former_fighters(scene: Scene) -> Iterator[Event]:
    """«Y, milice qui réunit d'anciens X», «d'anciens X composent Y»."""
    text = scene.article.text
    for first, second in pairwise(m for m in scene.mentions if m.entity.type in GROUPS):
        one, other = scene.token_of(first), scene.token_of(second)
        if one is None or other is None or one.sent is not other.sent or first.entity.id == second.entity.id:
            continue
        between = text[first.end : second.start]
        if OF_FORMER.match(between):
            member, whole = (second, other), (first, one)
        elif FORMING.match(between) and FORMER.search(text[max(0, first.start - REACH) : first.start]):
            member, whole = (first, one), (second, other)
        else:
            continue
        if member[0].entity.type is ActorType.ARMED_GROUP:
            token = whole[1]
            part, target = Ref(member[0].entity, member[1].i, "name"), Ref(whole[0].entity, token.i, "name")
            yield Event.at("belonging: former fighters", "member-of", token, part, target)


def _of_gathering(scene: Scene, owner: Token) -> bool:
    """«le sommet de l'Union africaine réunit A et B»: not who the organisation is made of."""
    head = next((t for t in reversed(owner.doc[max(0, owner.i - 5) : owner.i]) if t.pos_ == "NOUN"), None)
    return head is not None and linear_case(owner) == "de" and scene.is_noun(head, GATHERINGS)


def _members_in_relative(scene: Scene) -> Iterator[Event]:
    """«l'organisation X, dont fait partie Y», «l'organisation X, dont Y et Z sont membres»."""
    text = scene.article.text
    for owner, member in pairwise(scene.mentions):
        token, first = scene.token_of(owner), scene.token_of(member)
        if owner.entity.type not in GROUPS or token is None or first is None or token.sent != first.sent:
            continue
        between = text[owner.end : member.start]
        if not OF_WHICH.match(between) and not OF_WHICH_BEFORE.match(between):
            continue
        members = scene.list_around(first) or [Ref(member.entity, first.i, "name")]
        listed = {ref.token for ref in members}
        last = max(m.end for m in scene.mentions if (t := scene.token_of(m)) is not None and t.i in listed)
        if OF_WHICH.match(between) or (OF_WHICH_BEFORE.match(between) and BEHIND_MEMBERS.match(text[last:])):
            for ref in members:
                if ref.entity.type in MEMBERS | {ActorType.PERSON}:
                    yield Event.at(
                        "belonging: of which", "member-of", token, ref, Ref(owner.entity, token.i, "name")
                    )
