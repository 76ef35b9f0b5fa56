"""Who leaves or is suspended from an organisation that only the words before name: «A et B ont annoncé leur
retrait», «A, suspendu en 2021».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    clause_of,
    direct_subjects,
    has_auxiliary,
    is_denied_nearby,
    is_participle,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import GROUPS, POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

EXITS = word_set("leaving", "exits")
ANNOUNCING = word_set("leaving", "announcing")
THEIRS = frozenset(("leur", "son", "sa"))
SUSPENDED = re.compile(r"(?:suspendu|exclu|radié)e?s?")
OF_TROOPS = word_set("leaving", "of_troops")
AHEAD = 4
BACK = 60
SPOKEN_OF = 90


def leavers(scene: Scene) -> Iterator[Event]:
    """All that leave or are suspended so in an article."""
    for token in scene.tokens_with(THEIRS, like=SUSPENDED):
        word = lower(token)
        if word in THEIRS:
            yield from _announced(scene, token)
        elif SUSPENDED.fullmatch(word):
            yield from _suspended(scene, token)


def _announced(scene: Scene, possessive: Token) -> Iterator[Event]:
    """«A et B ont annoncé leur retrait»: of what, the words before say."""
    if possessive.i + 2 >= possessive.sent.end:
        return
    noun, following = possessive.nbor(), possessive.nbor(2)
    if not scene.is_noun(noun, EXITS) or lower(following) in (
        "de",
        "du",
        "des",
        "d'",
        "à",
        "au",
        "aux",
        "hors",
    ):
        return
    verb = noun.head
    if verb.lemma_ not in ANNOUNCING or is_denied_nearby(verb):
        return
    if any(lower(t) in OF_TROOPS for t in noun.doc[max(0, noun.i - BACK) : noun.sent.end]):
        return
    for ref in _acting(scene, verb):
        whole = _spoken_of(scene, possessive, ref)
        if whole is not None and whole.entity.type is ActorType.ORGANISATION:
            yield Event("leaving: announced", "left", noun, clause_of(verb), ref, whole)


def _suspended(scene: Scene, participle: Token) -> Iterator[Event]:
    """«La Guinée, suspendue en 2021»: by the organisation that the words before say suspends others."""
    if participle.i - 2 < participle.sent.start or has_auxiliary(participle):
        return
    if not is_participle(participle, "Past") or participle.nbor(-1).text != ",":
        return
    behind = participle.doc[participle.i + 1 : min(participle.i + AHEAD, participle.sent.end)]
    if any(lower(t) in ("par", "de", "du", "des") for t in behind):
        return
    before = participle.doc[max(0, participle.i - SPOKEN_OF) : participle.i]
    if not any(t.lemma_ in ("suspendre", "suspension") for t in before):
        return
    name = participle.nbor(-2)
    for mention in scene.mentions_at(name):
        ref = Ref(mention.entity, name.i, "name")
        whole = _spoken_of(scene, name, ref)
        if mention.entity.type is not ActorType.STATE or whole is None or linear_case(name):
            continue
        if whole.entity.type is ActorType.ORGANISATION:
            yield Event.at("leaving: suspended", "suspended", participle, whole, ref)


def _acting(scene: Scene, verb: Token) -> list[Ref]:
    return [r for t in direct_subjects(verb) for r in scene.actors(t) if r.entity.type in MEMBERS]


def _spoken_of(scene: Scene, token: Token, other: Ref) -> Ref | None:
    """The group that the words before name last, besides the one that acts."""
    for ref in scene.mentioned_before(token, SPOKEN_OF):
        if ref.token and lower(scene.doc[ref.token - 1]) in POSSESSIVES:
            continue  # «l'organisation et sa force conjointe»
        if ref.entity.type in GROUPS and ref.entity.id != other.entity.id and ref.how != Kind.BODY.value:
            return Ref(ref.entity, token.i, "anaphor")
    return None
