"""Membership as texts say it with pronouns and companions: «A et B en sont membres», «A siège dans X avec B»,
«X, où A siégeait avec B», «l'organisation X réunit A, B et C», «A et B restent pourtant membres de X».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    clause_of,
    direct_subjects,
    is_denied_nearby,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Status

BELONGING = re.compile(r"(?:membres?|partie|adhérente?s?|signataires?|composantes?)")
BEING = re.compile(r"(?:est|sont|étai\w+|rest\w+|demeur\w+|fai\w+|font|redev\w+|dev\w+)")
SITTING = re.compile(r"si[éè]g(?:e|ent|eait|eaient|eant|er|era|eront)")
GATHERING = re.compile(
    r"^\)?[»\"”]?\s*(?:\([^)]*\)\s*)?(?:,[^,.;:]{1,60},\s*)?(?:réuni(?:t|ssait)|rassembl(?:e|ait)|associ(?:e|ait)"
    r"|fédèr(?:e|ait)|fédérait|uni(?:t|ssait)|li(?:e|ait))\s+(?:\w+ment\s+|alors\s+|encore\s+|désormais\s+)?"
    r"(?:la |le |les |l['’])?$"
)
TELLING = frozenset(("en", "y", "membre", "membres"))
LISTED_OUT = re.compile(r"^[»\"”]?\s*(?:\([^)]*\)\s*)?(?:[.;)»]|$)")
"""Behind the list nothing follows: «X réunit A, B et C à Rome» is a meeting."""
AND_SOME = re.compile(
    r"^[»\"”]?\s*(?:\([^)]*\)\s*)?,?\s*et\s+(?:une?|des|plusieurs|d['’]autres)\s+[^,.;:]{1,60}[.;]?\s*$"
)
"""«… et une aile dissidente de D»: what else there is."""
WITH = ("avec", "côtés")
IN = ("à", "dans", "au sein de", "sein")
HERE = ("cette", "ce", "cet")
BODIES = word_set("sitting", "bodies")
LEFT = frozenset(
    (
        *("restants", "restantes", "fondateurs", "actuels", "autres", "derniers", "seuls", "nouveaux"),
        *("historiques"),
    )
)
GATHERED = 3
NEAR = 7
BACK = 60
AHEAD = 30


def sitting_members(scene: Scene) -> Iterator[Event]:
    """All memberships of an article that are told so."""
    for token in scene.tokens_with(TELLING, like=SITTING):
        word = lower(token)
        if word in ("en", "y"):
            yield from _taken_up(scene, token)
        elif SITTING.fullmatch(word):
            yield from _seated(scene, token)
        elif word in ("membres", "membre"):
            yield from _remaining(scene, token)
            yield from _apposed(scene, token)
    yield from _gathered(scene)


def _taken_up(scene: Scene, pronoun: Token) -> Iterator[Event]:
    """«A et B en sont membres», «A en fait partie», «A y siège avec B»."""
    doc, end = pronoun.doc, min(pronoun.i + NEAR, pronoun.sent.end)
    near = doc[pronoun.i + 1 : end]
    if len(near) < 2 or is_denied_nearby(pronoun):
        return
    if lower(pronoun) == "y":
        said = near[0] if SITTING.fullmatch(lower(near[0])) else None
    else:
        said = near[0] if BEING.fullmatch(lower(near[0])) else None
        said = next((t for t in near[1:4] if BELONGING.fullmatch(lower(t))), None) if said else None
    owner = _named_before(scene, pronoun) if said is not None else None
    if said is None or owner is None or linear_case(said):
        return
    for ref in (*_before(scene, pronoun), *_companions(scene, said)):
        if ref.entity.id != owner.entity.id:
            yield _event("taken up", said, ref, owner)


def _seated(scene: Scene, verb: Token) -> Iterator[Event]:
    """«A siège dans X avec B», «X, où A siégeait avec B et C»."""
    if is_denied_nearby(verb) or lower(verb.nbor(-1) if verb.i else verb) in (
        "le",
        "un",
        "son",
        "leur",
        "du",
        "au",
    ):
        return
    owner = _place_of_seat(scene, verb)
    if owner is None:
        return
    subjects = [r for t in direct_subjects(verb) for r in scene.actors(t) if r.entity.type in MEMBERS]
    members = (*(subjects or _before(scene, verb)), *_companions(scene, verb))
    for ref in {r.entity.id: r for r in members}.values():
        if ref.entity.id != owner.entity.id:
            yield _event("seated", verb, ref, owner)


def _place_of_seat(scene: Scene, verb: Token) -> Ref | None:
    for earlier in reversed(verb.doc[max(verb.sent.start, verb.i - NEAR) : verb.i]):
        if lower(earlier) == "où":
            before = next(scene.mentioned_before(earlier, NEAR), None)
            return before if before is not None and before.entity.type is ActorType.ORGANISATION else None
    for later in verb.doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)]:
        if later.text in ",;:(":
            return None
        if lower(later) in BODIES and lower(later.nbor(-1)) in HERE:
            return _named_before(scene, verb)
        for mention in scene.mentions_at(later):
            inside = mention.entity.type is ActorType.ORGANISATION and linear_case(later) in (*IN, "de")
            return Ref(mention.entity, later.i, "name") if inside else None
    return None


def _remaining(scene: Scene, noun: Token) -> Iterator[Event]:
    """«A et B restent en revanche membres de X»: words of any sort between the verb and the noun."""
    verb = next(
        (
            t
            for t in reversed(noun.doc[max(noun.sent.start, noun.i - NEAR) : noun.i])
            if BEING.fullmatch(lower(t)) and t.pos_ in VERBAL
        ),
        None,
    )
    if (
        verb is None
        or is_denied_nearby(verb)
        or any(scene.mentions_at(t) for t in noun.doc[verb.i + 1 : noun.i])
    ):
        return
    owner = None
    for later in noun.doc[noun.i + 1 : min(noun.i + NEAR, noun.sent.end)]:
        if found := [m for m in scene.mentions_at(later) if m.entity.type is ActorType.ORGANISATION]:
            owner = Ref(found[0].entity, later.i, "name")
            break
        if later.pos_ not in ("ADP", "DET", "ADJ") and lower(later) not in ("fondateurs", "fondateur"):
            return
    if owner is None:
        return
    for ref in (*_before(scene, verb), *_companions(scene, noun)):
        if ref.entity.id != owner.entity.id:
            yield _event("new" if verb.lemma_ == "devenir" else "remaining", noun, ref, owner)


def _gathered(scene: Scene) -> Iterator[Event]:
    """«X, fondée en 1990, réunissait A, B et C.»"""
    text = scene.article.text
    for enumeration in scene.enumerations:
        states = enumeration.mentions
        if any(m.entity.type not in MEMBERS for m in states):
            continue
        are_groups = all(m.entity.type in GROUPS for m in states)
        if len(states) < (GATHERED - 1 if are_groups else GATHERED):
            continue
        owner = next((m for m in reversed(scene.mentions) if m.end <= states[0].start), None)
        token = scene.token_of(owner) if owner is not None else None
        wholes = GROUPS if are_groups else (ActorType.ORGANISATION,)
        if owner is None or token is None or owner.entity.type not in wholes:
            continue
        if linear_case(token) or not GATHERING.match(text[owner.end : states[0].start]):
            continue
        first = scene.token_of(states[0])
        behind = text[states[-1].end : token.sent.end_char]
        if first is None or not (LISTED_OUT.match(behind) or (are_groups and AND_SOME.match(behind))):
            continue
        verb = next((t for t in reversed(scene.doc[token.i : first.i]) if t.pos_ in VERBAL), None)
        if verb is not None:
            target = Ref(owner.entity, token.i, "name")
            for mention in states:
                event = _event("gathered", verb, Ref(mention.entity, verb.i, "list"), target)
                yield replace(event, status=Status.ASSERTED)


def _apposed(scene: Scene, noun: Token) -> Iterator[Event]:
    """«A et B, les deux membres restants, …»: of the organisation that is spoken of."""
    doc, index = noun.doc, noun.i - 1
    while index > noun.sent.start and (doc[index].pos_ in ("NUM", "DET") or lower(doc[index]) in LEFT):
        index -= 1
    following = doc[noun.i + 1 : noun.i + 2]
    if (
        doc[index].text != ","
        or index == noun.i - 1
        or lower(doc[index + 1]) not in ("les", "seuls", "derniers")
    ):
        return
    if not following or not (lower(following[0]) in LEFT or following[0].text in ".,;"):
        return
    members = scene.list_around(doc[index - 1])
    owner = _whose_members(scene, noun, members)
    for ref in members:
        if owner is not None and ref.entity.type in MEMBERS and ref.entity.id != owner.entity.id:
            yield _event("apposed", noun, ref, owner)


def _before(scene: Scene, verb: Token) -> list[Ref]:
    """Who stands right before a verb, with all that are listed there."""
    for earlier in reversed(verb.doc[max(verb.sent.start, verb.i - NEAR) : verb.i]):
        mentions = [m for m in scene.mentions_at(earlier) if m.kind is not Kind.DEMONYM]
        if mentions:
            if linear_case(earlier):
                return []
            listed = scene.list_around(earlier) or [Ref(mentions[0].entity, earlier.i, "name")]
            return [r for r in listed if r.entity.type in MEMBERS]
        if earlier.text in ".;:(),»":
            return []
        if earlier.pos_ in ("NOUN", "PRON") and lower(earlier) not in ("en", "y"):
            return [r for r in scene.actors(earlier) if r.entity.type in MEMBERS]
    return []


def _companions(scene: Scene, word: Token) -> list[Ref]:
    """«avec A et B», «aux côtés de A» further on in the clause."""
    doc, end = word.doc, min(word.i + AHEAD, word.sent.end)
    for later in doc[word.i + 1 : end]:
        if later.text in ".;:(" or lower(later) in ("qui", "que", "mais", "où", "dont"):
            return []
        if lower(later) not in WITH:
            continue
        for token in doc[later.i + 1 : min(later.i + NEAR - 2, end)]:
            if scene.mentions_at(token):
                listed = scene.list_around(token) or scene.names_at(token)
                return [r for r in listed if r.entity.type in MEMBERS]
    return []


def _whose_members(scene: Scene, noun: Token, members: Sequence[Ref]) -> Ref | None:
    """Of the organisations spoken of, the last to which one of these is known to belong; else the last."""
    spoken_of = list(_spoken_of(scene, noun))
    known = (o for o in spoken_of if any(scene.belongs(m.entity, o.entity) for m in members))
    return next(known, None) or next(iter(spoken_of), None)


def _named_before(scene: Scene, token: Token) -> Ref | None:
    """The organisation that is spoken of: the one named last."""
    return next(_spoken_of(scene, token), None)


def _spoken_of(scene: Scene, token: Token) -> Iterator[Ref]:
    """The organisations named before, the last first."""
    for ref in scene.mentioned_before(token, BACK):
        if ref.entity.type is ActorType.ORGANISATION and ref.how != Kind.BODY.value:
            yield Ref(ref.entity, token.i, "anaphor")


def _event(how: str, trigger: Token, member: Ref, owner: Ref) -> Event:
    return Event(f"sitting: {how}", "member-of", trigger, clause_of(trigger), member, owner)
