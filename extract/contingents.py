"""The States whose soldiers make up a force: «les troupes ghanéennes de la Finul», «une mission composée de
soldats kényans et ougandais».
"""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import clause_of, is_finite, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.peacekeepers import PEACEKEEPERS, is_mission
from sahelgraph.extract.said_of import nationalities_behind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

REACH = 4
COMING = word_set("contingents", "coming")
MADE = word_set("contingents", "made")
OF = frozenset(("composer", "former", "constituer"))
"""Of these, the ones that want «de»: «formée de soldats kényans», not «forme des soldats kényans»."""
MADE_REACH = 9
NATIONAL = "opération"
"""How the names of forces begin that one State sends alone."""


def contingents(scene: Scene) -> Iterator[Event]:
    """The soldiers of a State who serve in a force of several, and the force as a whole."""
    for token in scene.tokens_with(scene.nouns.classes.keys(), PEACEKEEPERS):
        is_force = "forces" in scene.noun_classes(token) or lower(token) in PEACEKEEPERS
        if not is_force or token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            continue
        last = token.doc[token.i + 3] if _keeps_peace(token) else token
        states, end = nationalities_behind(scene, last)
        if not states:
            states = _come_from(scene, token)
            owner = _force_behind(scene, token, token.i + 1) or _mission_before(scene, token)
        else:
            owner = _force_behind(scene, token, end) or _made_of_them(scene, token)
            owner = owner or _mission_of(scene, token)
        if owner is not None:
            for state in states:
                yield Event("belonging: contingent", "member-of", token, clause_of(token), state, owner)


def _come_from(scene: Scene, noun: Token) -> list[Ref]:
    """«les casques bleus de M, venus notamment de A, de B et de C»."""
    doc, end = noun.doc, noun.sent.end
    coming = next((t for t in doc[noun.i + 1 : min(noun.i + MADE_REACH, end)] if lower(t) in COMING), None)
    if coming is None or any(is_finite(t) for t in doc[noun.i + 1 : coming.i]):
        return []
    for token in doc[coming.i + 1 : min(coming.i + MADE_REACH, end)]:
        if mentions := scene.mentions_at(token):
            if linear_case(token) != "de":
                return []
            listed = scene.list_around(token) or [Ref(mentions[0].entity, token.i, "name")]
            return [r for r in listed if r.entity.type is ActorType.STATE]
        if is_finite(token):
            return []
    return []


def _mission_before(scene: Scene, noun: Token) -> Ref | None:
    """The mission that bare «les casques bleus» serve in: the one named last."""
    if lower(noun) not in PEACEKEEPERS:
        return None
    for ref in scene.mentioned_before(noun):
        if ref.entity.type is ActorType.ORGANISATION and is_mission(ref.entity):
            return Ref(ref.entity, noun.i, "anaphor") if _is_shared(ref.entity) else None
    return None


def _mission_of(scene: Scene, noun: Token) -> Ref | None:
    """«un Casque bleu togolais a été tué, selon la Minusca»: the one mission that the text names."""
    if lower(noun) not in PEACEKEEPERS and not _keeps_peace(noun):
        return None
    missions = {
        m.entity.id: Ref(m.entity, noun.i, "anaphor")
        for m in scene.mentions
        if m.entity.type is ActorType.ORGANISATION and is_mission(m.entity) and _is_shared(m.entity)
    }
    return next(iter(missions.values())) if len(missions) == 1 else None


def _keeps_peace(noun: Token) -> bool:
    return [lower(t) for t in noun.doc[noun.i + 1 : noun.i + 4]] == ["de", "la", "paix"]


def _force_behind(scene: Scene, noun: Token, start: int) -> Ref | None:
    """«… de la Finul», «… au sein de la Finul» right behind the adjectives."""
    for token in noun.doc[start : min(start + REACH, noun.sent.end)]:
        for mention in scene.mentions_at(token):
            serves = linear_case(token) in ("de", "dans") and mention.entity.type is ActorType.ORGANISATION
            return Ref(mention.entity, token.i, "name") if serves and _is_shared(mention.entity) else None
        if token.pos_ not in ("ADP", "DET", "NOUN", "ADJ"):
            return None
    return None


def _made_of_them(scene: Scene, noun: Token) -> Ref | None:
    """«la mission M est composée de soldats ghanéens»: what they make up."""
    doc, start = noun.doc, noun.sent.start
    verb = next(
        (t for t in reversed(doc[max(start, noun.i - MADE_REACH) : noun.i]) if t.lemma_.lower() in MADE), None
    )
    if verb is None or (verb.lemma_.lower() in OF and linear_case(noun) != "de"):
        return None
    if any(scene.mentions_at(t) and not linear_case(t) for t in doc[verb.i : noun.i]):
        return None
    for token in reversed(doc[max(start, verb.i - MADE_REACH) : verb.i]):
        for mention in scene.mentions_at(token):
            if mention.entity.type is ActorType.ORGANISATION and _is_shared(mention.entity):
                return Ref(mention.entity, token.i, "name")
        if (is_finite(token) and token.head is not verb) or token.text in (";", ":"):
            return None
    return None


def _is_shared(force: Entity) -> bool:
    return not any(name.lower().startswith(NATIONAL) for name in (force.label, *force.aliases))
