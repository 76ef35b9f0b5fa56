"""Forces on another's soil: «des parachutistes belges dans l'est du Congo», «la Minusma … au Mali».

A force of one State or organisation that the same clause puts in a place that is not its own is deployed
there, whatever the clause tells of it: it was attacked there, lost a man there, trains others there. Where
the sentence says that it leaves, it withdrew from there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelgraph.extract.belonging import within
from sahelgraph.extract.events import Event
from sahelgraph.extract.forces import Forces
from sahelgraph.extract.grammar import clause_of, linear_case, lower
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.matching import predicate_of
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.refs import LANDS
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.seats import seats
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

REACH = 18
BACK = 10
LEAVING = 8
GIVEN_UP = 12
BRACKET = 6
OFTEN = 2
IN_NAME = re.compile(r"\b(?:au|en|aux)\s+(?P<place>[A-ZÉÎ][\w'’ -]+)$")
AT = frozenset(("à", "a", "en", "dans", "sur", "vers", "au"))
FROM = AT | {"de"}
STOPS = frozenset((";", ":"))


@dataclass(frozen=True)
class _Place:
    token: Token
    refs: tuple[Ref, ...]


class PresenceReader:
    """Finds deployed-in and withdrew-from events by nearness."""

    def __init__(self, words: PresenceWords) -> None:
        self._words = words

    def events(self, scene: Scene) -> Iterator[Event]:
        """The forces of an article with the foreign places where they are, or from which they go."""
        forces = Forces(scene, self._words)
        yield from within(scene, forces)
        yield from seats(scene, forces)
        for sentence in scene.doc.sents:
            here = [(token, ref) for token in sentence for ref in forces.at(token)]
            places = self._places(scene, sentence)
            leaving = [t for t in sentence if self._leaves(scene, t)]
            for token, force in here:
                if self._goes(token, leaving):
                    continue
                if said := list(self._in_its_name(scene, token)):
                    yield from said
                    continue
                place = self._nearest(token, places, [t for t, _ in here])
                if place is not None:
                    yield from self._pair(scene, "deployed-in", token, force, place.refs, "near")
                elif not places and scene.is_noun(token, self._words.stays):
                    yield from self._at_topic(scene, token, force)
            for token in leaving:
                yield from self._left(scene, token, here)
            for token in sentence:
                if scene.is_noun(token, self._words.sites):
                    yield from self._given_up(scene, token, forces)

    # --- places

    def _places(self, scene: Scene, sentence: Span) -> list[_Place]:
        found = []
        for token in sentence:
            if linear_case(token) in AT and (refs := self._places_at(scene, token)):
                found.append(_Place(token, tuple(refs)))
        return found

    def _places_at(self, scene: Scene, token: Token) -> list[Ref]:
        if token.pos_ not in ("NOUN", "PROPN", "X", "ADJ", "ADP"):
            return []
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
            return []
        if lower(token) == "région" and not any(c.dep_ == "nmod" for c in token.children):
            return self._region(scene, token)
        refs = self._bracketed(scene, token)
        return refs or [r for r in scene.places(token) if r.how != "collective"]

    def _bracketed(self, scene: Scene, token: Token) -> list[Ref]:
        """«dans trois États (Togo, Bénin, Ghana)»: the States of the list."""
        if not scene.is_noun(token, ("pays", "État", "état", "nation")):
            return []
        near = token.doc[token.i + 1 : min(token.i + BRACKET, token.sent.end)]
        if "(" not in near.text:
            return []
        for enumeration in scene.enumerations:
            first = scene.token_of(enumeration.mentions[0])
            if first is not None and 0 < first.i - token.i <= BRACKET:
                return [Ref(m.entity, token.i, "list") for m in enumeration.mentions]
        return []

    def _region(self, scene: Scene, token: Token) -> list[Ref]:
        """«dans la région»: the region over borders that the text named last."""
        for _, mention in reversed(scene.mention_tokens(0, token.i)):
            if mention.entity.id in self._words.regions:
                return [Ref(mention.entity, token.i, "anaphor")]
        return []

    def _nearest(self, force: Token, places: Sequence[_Place], forces: Sequence[Token]) -> _Place | None:
        """The first place behind a force, else the last before it; another force between has it instead."""
        after = [p for p in places if 0 < p.token.i - force.i <= REACH and self._open(force, p.token, forces)]
        if after:
            return min(after, key=lambda p: p.token.i)
        before = [
            p
            for p in places
            if 0 < force.i - p.token.i <= BACK
            and self._open(p.token, force, forces)
            and not any(t.pos_ in ("VERB", "AUX") for t in force.doc[p.token.i + 1 : force.i])
        ]
        return max(before, key=lambda p: p.token.i) if before else None

    def _open(self, first: Token, last: Token, forces: Sequence[Token]) -> bool:
        between = first.doc[first.i + 1 : last.i]
        if any(t.text in STOPS for t in between):
            return False
        if any(t in between for t in forces):
            return not any(lower(t) in ("qui", "dont", "laquelle", "lequel", ",", "ou") for t in between)
        return True

    def _at_topic(self, scene: Scene, token: Token, force: Ref) -> Iterator[Event]:
        """«depuis le déploiement de soldats belges»: in the State that the text names most as a place."""
        counts: Counter[Entity] = Counter()
        for other, mention in scene.mention_tokens(0, len(scene.doc)):
            state = scene.state_of(mention.entity) if mention.kind is not Kind.DEMONYM else None
            if state is not None and linear_case(other) in AT:
                counts[state] += 1
        for state, count in counts.most_common(1):
            if count >= OFTEN:
                yield from self._pair(
                    scene, "deployed-in", token, force, (Ref(state, token.i, "topic"),), "topic"
                )

    def _in_its_name(self, scene: Scene, token: Token) -> Iterator[Event]:
        """«la Force d'appui au Bénin»: the name says where."""
        for mention in scene.mentions_at(token):
            name = scene.article.text[mention.start : mention.end]
            said = IN_NAME.search(name)
            place = scene.entity(fold(said["place"]).replace(" ", "-")) if said else None
            if place is not None and place.type in (ActorType.STATE, ActorType.PLACE):
                force = Ref(mention.entity, token.i, "name")
                yield from self._pair(
                    scene, "deployed-in", token, force, (Ref(place, token.i, "name"),), "near"
                )

    # --- leaving

    def _leaves(self, scene: Scene, token: Token) -> bool:
        if scene.is_noun(token, self._words.leaving) and token.pos_ == "NOUN":
            return True
        return token.pos_ in ("VERB", "AUX") and token.lemma_ in self._words.leaving

    def _goes(self, force: Token, leaving: Sequence[Token]) -> bool:
        return any(abs(t.i - force.i) <= LEAVING for t in leaving)

    def _left(self, scene: Scene, leaving: Token, here: Sequence[tuple[Token, Ref]]) -> Iterator[Event]:
        """«le retrait des troupes françaises du Niger», «les soldats français ont quitté le Mali»."""
        near = [(t, r) for t, r in here if abs(t.i - leaving.i) <= LEAVING]
        if not near:
            return
        token, _ = min(near, key=lambda pair: abs(pair[0].i - leaving.i))
        same = [r for t, r in near if t is token]
        start = max(leaving.i, token.i) if leaving.pos_ == "NOUN" else leaving.i
        for place in leaving.doc[start + 1 : min(start + REACH, leaving.sent.end)]:
            if place.text in STOPS or lower(place) in ("vers", "pour", "après", "où"):
                return
            wanted = linear_case(place) in FROM or leaving.lemma_ in ("quitter", "évacuer")
            if wanted and scene.mentions_at(place) and (refs := scene.places(place)):
                left = {r.entity.id for r in refs}
                for ref in same:
                    if ref.entity.id not in left:
                        yield from self._pair(scene, "withdrew-from", leaving, ref, refs, "near")
                return

    def _given_up(self, scene: Scene, site: Token, forces: Forces) -> Iterator[Event]:
        """«la base de Tessalit a été fermée», «la France a rétrocédé sa base de N'Djamena»."""
        window = site.doc[max(site.sent.start, site.i - GIVEN_UP) : min(site.i + GIVEN_UP, site.sent.end)]
        act = next((t for t in window if t.lemma_ in self._words.giving_up), None)
        if act is None:
            return
        owners = [r for r in forces.at(site) if r.entity.type is ActorType.STATE] or forces.foreign(site)
        for place in site.doc[site.i + 1 : min(site.i + BACK, site.sent.end)]:
            if linear_case(place) in FROM and scene.mentions_at(place) and (refs := scene.places(place)):
                for owner in owners[:1]:
                    yield from self._pair(scene, "withdrew-from", act, owner, refs, "near")
                return

    def _pair(
        self, scene: Scene, relation: str, token: Token, force: Ref, places: Sequence[Ref], doubt: str
    ) -> Iterator[Event]:
        for place in places:
            state = scene.state_of(place.entity)
            if place.entity.type not in LANDS or (state is not None and state.id == force.entity.id):
                continue
            if force.entity.id in self._words.regions.get(place.entity.id, frozenset()):
                continue
            if place.entity.id in self._words.continents:
                continue
            yield Event(
                "presence: leaving" if relation == "withdrew-from" else "presence: force and place",
                relation,
                token,
                _predicate(token, place),
                force,
                place,
                frozenset((doubt,)),
            )


def _predicate(token: Token, place: Ref) -> Token:
    """The verb that says of a force that it is there: «des troupes qui seront envoyées au Togo»."""
    if token.pos_ == "VERB":
        return token
    clause = clause_of(token.doc[place.token])
    if clause.dep_ in ("acl", "acl:relcl") and clause.head == token:
        return clause
    return predicate_of(token)
