"""Who holds a place, as the text says beside it: «une base tenue par X», «la ville que X contrôlait», «tombée
aux mains de X», «la vallée où X a ses camps»."""

from __future__ import annotations

from sahelgraph.extract.grammar import THAT, is_finite, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import STOPS
from sahelgraph.extract.posts import OF
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType

HOLDING = word_set("holding", "holding")
HANDS = word_set("holding", "hands")
BASTIONS = word_set("holding", "bastions")
BASES = frozenset(("base", "bases", "camp", "camps"))
STRIKING = word_set("holding", "striking")
LODGING = word_set("holding", "lodging")
REACH = 16
NEAR = 7


def holders(scene: Scene, place: Token) -> list[Ref]:
    """Who holds the place that a word names, by what is said of it up to the next clause of another matter;
    empty where nothing is."""
    doc, end = place.doc, min(place.sent.end, place.i + REACH)
    for index in range(place.i + 1, end):
        word = doc[index]
        if word.text in STOPS:
            return []
        if lower(word) in HANDS and index + 1 < end and lower(doc[index + 1]) in OF:
            return _first_actors(scene, doc[index + 2 : min(end, index + 2 + NEAR)])
        if lower(word) in HANDS and lower(doc[index - 1]) == "sous" and index + 1 < end:
            return _by_nationality(scene, doc[index + 1])
        if word.lemma_ in BASTIONS and doc[index - 1].text in (",", "(") and index > place.i + 1:
            behind = doc[index + 1 : min(end, index + 1 + NEAR)]
            return _first_actors(scene, behind) if any(lower(t) in OF for t in behind[:3]) else []
        if word.lemma_ in HOLDING and lower(doc[index + 1 if index + 1 < end else index]) == "par":
            return _first_actors(scene, doc[index + 2 : min(end, index + 2 + NEAR)])
        if lower(word) in THAT:
            verb = next((t for t in doc[index + 1 : end] if t.lemma_ in HOLDING), None)
            return _first_actors(scene, doc[index + 1 : verb.i]) if verb is not None else []
        if lower(word) == "où":
            return _lodgers(scene, doc[index + 1 : min(place.sent.end, index + REACH)])
        if is_finite(word) and not word.dep_.startswith("aux") and word.lemma_ not in HOLDING:
            return []
    return []


def is_struck_base(base: Token) -> bool:
    """«l'attaque d'une base de X en Y», «contre une base de X»: tells of an attack, and not where a State or
    an organisation sits."""
    if lower(base) not in BASES or linear_case(base) not in ("de", "contre", "sur", ""):
        return False
    return any(t.lemma_ in STRIKING for t in base.doc[max(base.sent.start, base.i - NEAR) : base.i])


def _lodgers(scene: Scene, clause: Span) -> list[Ref]:
    """«où X dispose de camps», «où sont retranchés des hommes de X»: the armed group."""
    verb = next((t for t in clause if t.lemma_ in LODGING), None)
    if verb is None:
        return []
    doc, end = verb.doc, clause.end
    before, behind = doc[clause.start : verb.i], doc[verb.i + 1 : min(end, verb.i + 1 + NEAR)]
    refs = _first_actors(scene, before) or _first_actors(scene, behind)
    return [r for r in refs if r.entity.type is ActorType.ARMED_GROUP]


def _by_nationality(scene: Scene, adjective: Token) -> list[Ref]:
    """«sous contrôle marocain», «sous domination houthie»."""
    named = [m for m in scene.mentions_at(adjective) if m.entity.type in MEMBERS]
    return [Ref(m.entity, adjective.i, "adjective") for m in named]


def _first_actors(scene: Scene, words: Span) -> list[Ref]:
    """The actors of the first of the words that names any that can hold a place."""
    for word in words:
        refs = [r for r in scene.actors(word) if r.entity.type in MEMBERS]
        if refs:
            return refs
    return []
