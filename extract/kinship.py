"""How groups descend from and hang on one another, as the words between their names say it: «le Front
al-Nosra, affilié à Al-Qaïda», «Barkhane a succédé à Serval», «l'ex-GSPC, puis Aqmi».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import DEFINITE, linear_case, lower
from sahelgraph.extract.naming import Mention
from sahelgraph.extract.scene import ACTING, GROUPS, Ref, Scene
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType, Entity

SPAN = 110
CLOSED = r"[^.;:?!\n]"


@dataclass(frozen=True)
class _Link:
    """`words` between two names; `forward` where the first stands to the second as subject to object."""

    relation: str
    words: re.Pattern[str]
    forward: bool
    armed: bool = False


def _link(relation: str, words: str, forward: bool, armed: bool = False) -> _Link:
    tail = CLOSED if not armed else r"[^.;:?!,\n]"
    pattern = re.compile(rf"^{CLOSED}{{0,70}}\b(?:{words}){tail}{{0,45}}$", re.IGNORECASE)
    return _Link(relation, pattern, forward, armed)


LINKS = (
    _link("succeeded", r"(?:à laquelle|auquel|à qui|à quoi) (?:a |avait )?succéd\w+", False),
    _link("succeeded", r"(?:remplacée?|relayée?) (?:\w+ )?par\b", False),
    _link("succeeded", r"(?:devenue?|rebaptisée?|renommée?)\b|son nom (?:pour|en)\b", False),
    _Link("succeeded", re.compile(r"^[»\"”)]*\s*,?\s*puis\s+(?:le |la |l['’]\s?)?[«\"“]?\s*$"), False),
    _link(
        "succeeded",
        r"chang\w+ de nom (?:pour|en)\b|(?:se fai\w+|se font|s['’]est fait) (?:\w+ )?appeler\b"
        r"|s['’]appel\w+ (?:désormais|dorénavant|aujourd['’]hui|maintenant|depuis)\b"
        r"|(?:désormais|dorénavant|aujourd['’]hui|maintenant) (?:appelée?|nommée?|dénommée?|baptisée?"
        r"|connue? sous le nom)\b"
        r"|(?:pris|prend|prenant|prit|prendre|adopt\w+) (?:[^.;:,]{1,25} )?le (?:nouveau )?nom d[e'’]",
        False,
    ),
    _link(
        "succeeded",
        r"(?:céd\w+|laiss\w+) (?:la|sa) place (?:à|au)\b|pass\w+ le (?:relais|témoin) (?:à|au)\b",
        False,
    ),
    _link("succeeded", r"succéd\w+ à\b|succéd\w+ au\b", True),
    _link(
        "succeeded",
        r"remplac(?:é|e|ant|er|era)\b|(?:pri[st]|prend|prenant|prendre) (?:le relais|la suite|la relève)"
        r"|fait suite|à la suite d(?:e l['’]|e la |e |u |['’])(?!une? |la publication|rapport|enquête)"
        r"|issue? de l['’]ex",
        True,
    ),
    _link("split-from", r"dissiden\w+|scission|sécession", True, armed=True),
    _Link(
        "split-from",
        re.compile(
            rf"^{CLOSED}{{0,70}}\b(?:scission|dissidence) (?:d['’]une? |du |de la |de l['’])"
            r"(?:[\w’'-]+ ){0,4}"
            r"[\w’'-]+, (?:l['’]|le |la )?[«\"“]?$",
            re.IGNORECASE,
        ),
        True,
        armed=True,
    ),
    _link(
        "affiliated-with",
        r"affiliée?s?|liée?s?|rattachée?s?|inféodée?s?|allégeance|branche|filiale|franchise|succursale",
        True,
        armed=True,
    ),
)
OTHERS = re.compile(
    r"(?<!,)(?<!l['’]une)(?<!l['’]un)\s(?:des|aux|les|plusieurs|certains|quelques|de)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:affili|li[ée]|rattach|inféod|branches|filiales|franchises)",
    re.IGNORECASE,
)
"""Others than the group named before are said to hang on somebody: «X combat des groupes liés à Y»."""
DISSIDENTS = re.compile(
    r"(?<!,)\s(?:des|aux|les|plusieurs|certains|quelques|de|\d+)\s+(?:anciens\s+|ex-)?dissidents\b",
    re.IGNORECASE,
)
"""«X a attaqué des dissidents de Y» says of others that they broke away."""
AND_A_WING = re.compile(r"\bet\s+(?:une?|des|plusieurs)\s+(?:\w+\s+){0,2}dissiden", re.IGNORECASE)
"""«X et une aile dissidente de Y»: another than X."""
BRANCH = re.compile(
    rf"(?:branche|filiale|franchise|aile|succursale){CLOSED}{{0,50}}$",
    re.IGNORECASE,
)
CALLED_BRANCH = re.compile(
    r"^(?:ex[- ]|ancienne )?(?:branche|filiale|franchise|succursale|aile|antenne|cellule)s?\b.*?"
    r"\b(?:d['’]|de l['’]|de la |de |du )(?P<of>.+)$",
    re.IGNORECASE,
)
COMPOUND = re.compile(
    r"\b(?:alliance|coalition|(?<!sur l['’])axe|tandem|duo|pacte|attelage|entente)\s+[«\"“]?\s?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"^[»\"”]?\)?\s*,\s*(?:le |la |l['’])?[«\"“]?\s*$", re.IGNORECASE)
DISSIDENT = re.compile(
    r"\b(?:groupe|mouvement|faction|branche|aile|katiba) (?:[\w’'-]+ ){0,3}(?:dissident\w*|sécessionniste)"
    r"\s*,\s*(?:le |la |l['’])?[«\"“]?\s*$",
    re.IGNORECASE,
)


def kin_of_groups(scene: Scene) -> Iterator[Event]:
    """Descent, splits and allegiance between groups named in one sentence."""
    yield from _called_branches(scene)
    yield from _compounds(scene)
    for sentence in scene.doc.sents:
        groups = [
            (token, m)
            for token, m in scene.mention_tokens(sentence.start, sentence.end)
            if m.entity.type in GROUPS
        ]
        for (token, first), (later, second) in pairwise(groups):
            token, first = _outside(scene, token, first, later)
            if first.entity.id != second.entity.id:
                yield from _between(scene, token, first, later, second)
        opening = _taken_up(scene, sentence)
        if groups and opening is not None:
            for ref in scene.actors(opening)[:1]:
                yield from _of_pronoun(scene, opening, ref.entity, *groups[0])


def _outside(scene: Scene, token: Token, name: Mention, later: Token) -> tuple[Token, Mention]:
    """«X, qui a rallié Y, a pris le nom de Z»: X, where a name stands in a relative clause that ends before a
    later one."""
    for clause in (a for a in token.ancestors if a.dep_ == "acl:relcl"):
        if clause.right_edge.i < later.i and clause.head.i < token.i:
            for mention in scene.mentions_at(clause.head):
                if mention.entity.type in GROUPS:
                    return clause.head, mention
    return token, name


def _taken_up(scene: Scene, sentence: Span) -> Token | None:
    """The word that opens a sentence and stands for a group named before: «elle», «cette opération»."""
    first = sentence[0]
    if lower(first) in ("elle", "il"):
        return first
    if lower(first) in DEFINITE and len(sentence) > 1:
        noun = sentence[1]
        return noun if not scene.mentions_at(noun) and scene.is_noun(noun, scene.nouns.anaphors) else None
    return None


def _called_branches(scene: Scene) -> Iterator[Event]:
    """«la branche sahélienne d'Al-Qaïda», where that is a name of a group, tells what it is a branch of."""
    for mention in scene.mentions:
        called = CALLED_BRANCH.match(mention.text) if mention.entity.type in GROUPS else None
        token = scene.token_of(mention)
        if called is None or token is None:
            continue
        words = called["of"].split()
        known = (scene.named(" ".join(words[:length])) for length in range(1, len(words) + 1))
        whole = next((entity for entity in known if entity is not None and entity.type in GROUPS), None)
        if whole is not None and whole.id != mention.entity.id:
            one, other = Ref(mention.entity, token.i, "name"), Ref(whole, token.i, "name")
            yield _event("affiliated-with", token, one, other)


def _compounds(scene: Scene) -> Iterator[Event]:
    """«l'alliance X-Y», «le tandem X/Y», «l'axe X-Y-Z»."""
    text = scene.article.text
    sides: list[Mention] = []
    for first, second in pairwise(scene.mentions):
        token = scene.token_of(second)
        if token is None or not re.fullmatch(r"\s?[-–—/]\s?", text[first.end : second.start]):
            continue
        if not sides or sides[-1] is not first:
            sides = [first] if COMPOUND.search(text[max(0, first.start - SPAN) : first.start]) else []
        for side in sides:
            one, other = Ref(side.entity, token.i, "name"), Ref(second.entity, token.i, "name")
            if side.entity.id != second.entity.id and {side.entity.type, second.entity.type} <= ACTING:
                yield _event("allied-with", token, one, other)
        if sides:
            sides.append(second)


def _between(scene: Scene, token: Token, first: Mention, later: Token, second: Mention) -> Iterator[Event]:
    text = scene.article.text
    words = text[first.end : second.start]
    if len(words) > SPAN:
        return
    one, other = Ref(first.entity, token.i, "name"), Ref(second.entity, later.i, "name")
    if not _alike(first.entity, second.entity):
        return
    armed = first.entity.type is ActorType.ARMED_GROUP
    if armed and BESIDE.match(words) and BRANCH.search(text[max(0, first.start - SPAN) : first.start]):
        yield _event("affiliated-with", later, other, one)
        return
    if armed and DISSIDENT.search(words):
        yield _event("split-from", later, other, one)
        return
    for link in LINKS:
        if (armed or not link.armed) and link.words.match(words):
            if link.relation == "affiliated-with" and OTHERS.search(words):
                return
            if link.relation == "split-from" and (DISSIDENTS.search(words) or AND_A_WING.search(words)):
                return
            if link.relation == "succeeded" and link.forward and linear_case(token) in ("de", "à"):
                return  # «le chef de X succède à Y»
            yield _event(link.relation, later, *((one, other) if link.forward else (other, one)))
            return


def _of_pronoun(
    scene: Scene, pronoun: Token, entity: Entity, later: Token, second: Mention
) -> Iterator[Event]:
    """«Elle prend le relais de la Misca»."""
    start = pronoun.idx + len(pronoun.text)
    words = scene.article.text[start : second.start]
    if len(words) > SPAN or entity.id == second.entity.id or not _alike(entity, second.entity):
        return
    for link in LINKS:
        if link.relation == "succeeded" and link.forward and link.words.match(words):
            yield _event(
                "succeeded", later, Ref(entity, pronoun.i, "pronoun"), Ref(second.entity, later.i, "name")
            )
            return


def _event(relation: str, token: Token, subject: Ref, target: Ref) -> Event:
    return Event.at("kinship: between names", relation, token, subject, target)


def _alike(one: Entity, other: Entity) -> bool:
    return one.type is other.type
