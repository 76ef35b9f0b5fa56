"""Membership as texts say it by words beside a name: «les trois pays de l'AES», «A et B, membres de l'AES»,
«JNIM (Al-Qaïda)», «l'ex-GSPC», and that who founds an organisation belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from sahelgraph.extract.events import Event
from sahelgraph.extract.forces import Forces
from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    clause_of,
    direct_subjects,
    first_conjunct,
    linear_case,
    lower,
)
from sahelgraph.extract.guests import nationalities
from sahelgraph.extract.kinship import kin_of_groups
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.renaming import former_names
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.when import When

COUNTRIES = frozenset(("pays", "État", "état", "nation"))
FEW = 5
MANY = 8
BEHIND = 7
REACH = 16
FAR = 24
BECOMING = frozenset(("devenir", "redevenir"))
OBTAINING = word_set("belonging", "obtaining")
MEMBER = frozenset(("membre",))
BOSOM = frozenset(("sein",))
FRAMES = frozenset(("cadre", "bannière", "commandement"))
"""«dans le cadre de», «sous la bannière de» a force of several."""
JOINT = ("mission", "force", "coalition", "task force")
LEADER = 3
"""The fewest words that say who leads: «menée par Kigali»."""
EX = re.compile(r"\bex[- ]?$", re.IGNORECASE)
LED = re.compile(r"^(?:menée?|dirigée?|conduite?|emmenée?|pilotée?|commandée?|présidée?)$", re.IGNORECASE)
LED_BY = re.compile(r"\bpar (?:l['’]|la |le |les )?(?P<leader>.+)$", re.IGNORECASE)


def collective_members(scene: Scene) -> Iterator[Event]:
    """«les trois pays de l'AES», «les États membres de la Cédéao»: its members, of a large one where
    the text names them all."""
    named = {m.entity.id for m in scene.mentions}
    for token in scene.tokens_with(COUNTRIES):
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") or not scene.is_noun(token, COUNTRIES):
            continue
        owner = _owner_behind(scene, token)
        if owner is None or not lower(token).endswith(("s", "pays")) or _is_apposed(scene, token):
            continue
        refs = [r for r in scene.actors(token) if r.how == "collective"]
        if not refs and (members := scene.members(owner.entity)) and len(members) <= MANY:
            refs = [Ref(m, token.i, "collective") for m in members]
        if len(refs) > FEW and not {r.entity.id for r in refs} <= named:
            continue  # only the actor files say who belongs to it
        for ref in refs:
            if ref.entity.type is ActorType.STATE:
                yield Event.at("belonging: collective", "member-of", token, ref, owner)


def _obtaining(noun: Token) -> Token | None:
    """«ont obtenu le statut de membre», «sont devenus membres»: the verb."""
    before = noun.doc[max(noun.sent.start, noun.i - BEHIND) : noun.i]
    words = [lower(t) for t in before]
    if len(before) and before[-1].pos_ in VERBAL and before[-1].lemma_ in BECOMING:
        return before[-1]
    if len(words) < FEW or words[-1] != "de" or words[-2] not in ("statut", "qualité", "rang"):
        return None
    verb = next((t for t in reversed(before) if t.pos_ in VERBAL), None)
    return verb if verb is not None and verb.lemma_ in OBTAINING else None


def _is_alliance(entity: Entity) -> bool:
    return entity.type is ActorType.ORGANISATION


def _before_verb(scene: Scene, verb: Token) -> list[Ref]:
    """The States that are listed right before a verb."""
    for index in range(verb.i - 1, max(verb.sent.start - 1, verb.i - BEHIND), -1):
        if scene.mentions_at(verb.doc[index]):
            return scene.list_around(verb.doc[index]) or scene.names_at(verb.doc[index])
        if verb.doc[index].pos_ not in ("AUX", "ADV"):
            return []
    return []


def _is_apposed(scene: Scene, noun: Token) -> bool:
    """«A et B, pays membres de X»: A and B alone are meant."""
    return noun.i > 1 and noun.nbor(-1).text == "," and bool(scene.mentions_at(noun.nbor(-2)))


def said_members(scene: Scene) -> Iterator[Event]:
    """«le Mali et le Niger sont membres de l'AES», «le Mali et le Niger, membres de l'AES»."""
    for token in scene.tokens_with(MEMBER):
        if not scene.is_noun(token, MEMBER) or token.pos_ not in ("NOUN", "ADJ"):
            continue
        owner, obtained = _owner_behind(scene, token), _obtaining(token)
        if owner is None and obtained is not None:
            owner = next((r for r in scene.mentioned_before(token) if _is_alliance(r.entity)), None)
        if owner is None:
            continue
        for ref in _of_whom(scene, token) if obtained is None else _before_verb(scene, obtained):
            if ref.entity.type in (ActorType.STATE, *GROUPS) and ref.entity.id != owner.entity.id:
                rule = "belonging: member" if obtained is None else "belonging: new member"
                yield Event(rule, "member-of", token, obtained or token, ref, owner)


def led_by_states(scene: Scene) -> Iterator[Event]:
    """«la coalition menée par le Kenya», be it the name itself or said behind it: who leads belongs."""
    for token in scene.mentioning_tokens:
        for mention in scene.mentions_at(token):
            if mention.entity.type is not ActorType.ORGANISATION:
                continue
            owner = Ref(mention.entity, token.i, "name")
            named = LED_BY.search(mention.text)
            leader = scene.named(named["leader"]) if named else _leader_behind(scene, token)
            leaders = [leader, *_leaders_beside(scene, token)] if named else [leader]
            for each in leaders:
                if each is not None and each.type is ActorType.STATE:
                    ref = Ref(each, token.i, "name")
                    yield Event.at("belonging: led by", "member-of", token, ref, owner)


def _leaders_beside(scene: Scene, token: Token) -> list[Entity]:
    """The second State of a name that ends in a leader: «la coalition menée par A» «et B», unless what both
    do is told: «… et B se disputent»."""
    if token.dep_ in SUBJECTS and "Number=Plur" in str(token.head.morph):
        return []
    following = token.doc[token.i + 1 : min(token.i + LEADER + 1, token.sent.end)]
    if not following or lower(following[0]) != "et":
        return []
    named = next((t for t in following[1:] if t.pos_ != "DET"), None)
    return [m.entity for m in scene.mentions_at(named)] if named is not None else []


def _leader_behind(scene: Scene, token: Token) -> Entity | None:
    """The State in «, dirigée par le Kenya» right behind a name."""
    words = [t for t in token.doc[token.i + 1 : min(token.i + BEHIND, token.sent.end)] if t.text != ","]
    if len(words) < LEADER or not LED.match(words[0].text) or lower(words[1]) != "par":
        return None
    for word in words[2:4]:
        if mentions := scene.mentions_at(word):
            return mentions[0].entity
        if word.pos_ != "DET":
            return None
    return None


def within(scene: Scene, forces: Forces) -> Iterator[Event]:
    """«la Suède, présente au sein de Takuba», «les unités togolaises au sein de la Minusca», «des soldats
    belges dans le cadre de la Minusma»."""
    for token in scene.tokens_with(BOSOM, FRAMES):
        is_part = lower(token) in BOSOM
        owner = _owner_behind(scene, token) if is_part or lower(token) in FRAMES else None
        if owner is None or not (is_part or _is_joint_force(owner.entity)):
            continue
        for ref in _serving(scene, forces, token):
            yield Event("belonging: within", "member-of", token, clause_of(token), ref, owner)


def _is_joint_force(entity: Entity) -> bool:
    names = [name.lower() for name in (entity.label, *entity.aliases)]
    return any(n.startswith(JOINT) for n in names) and not any(n.startswith("opération") for n in names)


def _serving(scene: Scene, forces: Forces, token: Token) -> list[Ref]:
    """The State whose soldiers, or which itself, the words before «au sein de» put there: a subject
    before a complement."""
    complements: list[Ref] = []
    for index in range(token.i - 1, max(token.sent.start - 1, token.i - FAR), -1):
        earlier = token.doc[index]
        if earlier.text in (";", ":", "»", "«") or lower(earlier) in ("source", "membre", "responsable"):
            break
        refs = [r for r in forces.at(earlier) if r.entity.type is ActorType.STATE]
        if not refs and earlier.dep_ in SUBJECTS:
            refs = [r for r in scene.actors(earlier) if r.entity.type is ActorType.STATE]
        if refs and not linear_case(earlier):
            return refs
        complements = complements or (refs if token.i - index <= BEHIND else [])
    return complements


def _owner_behind(scene: Scene, token: Token) -> Ref | None:
    """The organisation that a noun says «de»: «membres du bloc Cédéao»."""
    for later in token.doc[token.i + 1 : min(token.i + BEHIND, token.sent.end)]:
        for mention in scene.mentions_at(later):
            is_group = mention.entity.type is ActorType.ORGANISATION
            return Ref(mention.entity, later.i, "name") if is_group else None
        if later.pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN") or later.text in "(),;:":
            return None
    return None


def _of_whom(scene: Scene, token: Token) -> list[Ref]:
    if any(c.dep_ == "cop" for c in token.children):
        return [r for t in direct_subjects(token) for r in scene.actors(t) if not _of_unknown(scene, t, r)]
    if token.dep_ == "conj" and any(lower(c) == "autres" for c in token.children):
        return [r for r in scene.actors(first_conjunct(token)) if r.token < token.i]
    if token.i < 2 or token.nbor(-1).text != ",":
        return []
    for index in range(token.i - 2, max(token.sent.start - 1, token.i - REACH), -1):
        earlier = token.doc[index]
        if earlier.pos_ == "NOUN" and (refs := nationalities(scene, earlier)):
            return refs
        if any(m.kind is not Kind.DEMONYM for m in scene.mentions_at(earlier)) and (
            refs := scene.actors(earlier)
        ):
            return refs
        if earlier.pos_ in VERBAL:
            return []
    return []


def _of_unknown(scene: Scene, token: Token, ref: Ref) -> bool:
    """«les quatre pays de l'XYZ»: not the States listed before, where the name behind is not known."""
    following = token.doc[token.i + 1 : min(token.i + 4, token.sent.end)]
    return ref.how == "collective" and any(
        t.pos_ == "PROPN" and t.text.isupper() and not scene.mentions_at(t) for t in following
    )


def bracketed_kin(scene: Scene) -> Iterator[Event]:
    """«JNIM (Al-Qaïda)»: affiliated; «Aqmi (ex-GSPC)», «l'ex-GSPC, devenu Aqmi»: succeeded."""
    yield from kin_of_groups(scene)
    yield from former_names(scene)
    text = scene.article.text
    groups = [m for m in scene.mentions if m.entity.type in GROUPS]
    for mention, following in pairwise(groups):
        if mention.entity.id == following.entity.id:
            continue
        between = text[mention.end : following.start]
        token = scene.token_of(following)
        if token is None:
            continue
        after = text[following.end : following.end + 2]
        both_armed = mention.entity.type is following.entity.type is ActorType.ARMED_GROUP
        if EX.search(text[max(0, mention.start - 4) : mention.start]) and re.fullmatch(
            r"[»\"”]?\s*,?\s*(?:puis|devenu|rebaptisé|aujourd['’]hui|\()?\s*(?:de\s+)?(?:l['’]|le |la )?",
            between,
        ):
            yield Event.at(
                "belonging: ex",
                "succeeded",
                token,
                Ref(following.entity, token.i, "name"),
                Ref(mention.entity, token.i, "name"),
            )
        elif (
            both_armed
            and re.fullmatch(r"[»\"”]?\s*\(\s*(?:lié à |affilié à |branche d['’]|proche d['’])?", between)
            and after.startswith(")")
        ):
            yield Event.at(
                "belonging: parenthesis",
                "affiliated-with",
                token,
                Ref(mention.entity, token.i, "name"),
                Ref(following.entity, token.i, "name"),
            )


def founders_belong(events: Iterable[Event]) -> Iterator[Event]:
    """Who founded an organisation is a member of it from then on; an organisation that founds one alone sets
    up a part of its own."""
    founding = [e for e in events if e.relation == "founded" and e.object is not None]
    founders: dict[str, set[str]] = {}
    for event in founding:
        if event.object is not None:
            founders.setdefault(event.object.entity.id, set()).add(event.subject.entity.id)
    for event in founding:
        kind, founded = event.subject.entity.type, event.object
        alone = founded is not None and len(founders[founded.entity.id]) == 1
        if kind in MEMBERS and not (kind is ActorType.ORGANISATION and alone):
            yield replace(event, relation="member-of", rule=event.rule + " + founders belong")


def joins_the_impossible(event: Event) -> bool:
    """A State belongs to no armed group, whatever the words between them."""
    return (
        event.relation == "member-of"
        and event.object is not None
        and event.subject.entity.type is ActorType.STATE
        and event.object.entity.type is ActorType.ARMED_GROUP
    )


def from_then_on(when: When | None, status: Status) -> When | None:
    """The membership that begins with an act: its date, open at the end."""
    if when is None or "/" in when.edtf or status is not Status.ASSERTED:
        return when
    return When.parse(f"{when.edtf}/..")
