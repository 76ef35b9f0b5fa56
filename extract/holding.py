"""Who holds a place, as the text says beside it: «une base tenue par X», «la ville que X contrôlait», «tombée
aux mains de X»."""

from __future__ import annotations

from sahelgraph.extract.grammar import THAT, is_finite, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import STOPS
from sahelgraph.extract.posts import OF
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Span, Token

HOLDING = word_set("holding", "holding")
HANDS = word_set("holding", "hands")
BASTIONS = word_set("holding", "bastions")
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
        if is_finite(word) and not word.dep_.startswith("aux") and word.lemma_ not in HOLDING:
            return []
    return []


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
