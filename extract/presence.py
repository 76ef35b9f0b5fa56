"""Forces on another's soil: «des militaires algériens dans le nord du Mali», «la Minusma … au Mali».

A force of one State or organisation that the same clause puts in a place that is not its own is deployed
there, whatever the clause tells of it: it was attacked there, lost a man there, trains others there.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import linear_case
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.matching import predicate_of
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

REACH = 14
BACK = 10
AT = frozenset(("à", "en", "dans", "sur", "vers", "au"))
SURE = frozenset(("adjective", "part", "named", "name", "introduced", "possessor", "list"))


class PresenceReader:
    """Finds deployed-in events by nearness."""

    def __init__(self, words: PresenceWords) -> None:
        self._words = words

    def events(self, scene: Scene) -> Iterator[Event]:
        """The forces of an article with the foreign places where they are."""
        for sentence in scene.doc.sents:
            if any(
                scene.is_noun(t, self._words.leaving) or t.lemma_ in self._words.leaving for t in sentence
            ):
                continue
            places = [
                (token, refs)
                for token in sentence
                if linear_case(token) in AT and (refs := self._places(scene, token))
            ]
            if not places:
                continue
            for token in sentence:
                for force in self._forces(scene, token):
                    place = self._nearest(token, places)
                    if place is not None:
                        yield from self._pair(scene, token, force, place)

    def _places(self, scene: Scene, token: Token) -> list[Ref]:
        if token.pos_ not in ("NOUN", "PROPN", "X", "ADJ", "ADP"):
            return []
        return [r for r in scene.places(token) if r.how not in ("collective",)]

    def _forces(self, scene: Scene, token: Token) -> list[Ref]:
        for mention in scene.mentions_at(token):
            names = (mention.entity.label, *mention.entity.aliases)
            if mention.entity.type is ActorType.ORGANISATION and any(
                fold(n).startswith(self._words.force_names) for n in names
            ):
                return [Ref(mention.entity, token.i, "name")]
            return []
        if token.pos_ in ("NOUN", "ADJ") and scene.is_noun(token, self._words.forces):
            return [
                r
                for r in scene.actors(token)
                if r.how in SURE and r.entity.type in (ActorType.STATE, ActorType.ORGANISATION)
            ]
        return []

    def _nearest(self, force: Token, places: list[tuple[Token, list[Ref]]]) -> list[Ref] | None:
        after = [(t.i - force.i, refs) for t, refs in places if 0 < t.i - force.i <= REACH]
        if after:
            return min(after, key=lambda pair: pair[0])[1]
        before = [
            (force.i - t.i, refs)
            for t, refs in places
            if 0 < force.i - t.i <= BACK and ":" not in force.doc[t.i : force.i].text
        ]
        return min(before, key=lambda pair: pair[0])[1] if before else None

    def _pair(self, scene: Scene, token: Token, force: Ref, places: list[Ref]) -> Iterator[Event]:
        for place in places:
            state = scene.state_of(place.entity)
            if state is not None and state.id == force.entity.id:
                continue
            if force.entity.id in self._words.regions.get(place.entity.id, frozenset()):
                continue
            yield Event(
                "presence: force and place",
                "deployed-in",
                token,
                predicate_of(token),
                force,
                place,
                frozenset(("near",)),
            )
