"""Forces on another's soil: «des parachutistes belges dans l'est du Congo», «la Minusma … au Mali».

A force of one State or organisation that the same clause puts in a place that is not its own is deployed
there, whatever the clause tells of it: it was attacked there, lost a man there, trains others there. Where
the sentence says that it leaves, it withdrew from there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sahelgraph.extract.activity import activity
from sahelgraph.extract.belonging import within
from sahelgraph.extract.driven_out import driven_out, ended_stays
from sahelgraph.extract.events import Event
from sahelgraph.extract.force_places import AT, ForcePlaces, Place, put_in
from sahelgraph.extract.forces import Forces, strikes_from_afar
from sahelgraph.extract.grammar import VERBAL, is_participle, linear_case, obliques
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearby import is_held
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.seats import seats, strongholds
from sahelgraph.extract.trees import Span, Token
from sahelgraph.extract.withdrawals import Withdrawals
from sahelgraph.extract.word_index import by_sentence
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

OFTEN = 2
ADJUNCT = frozenset(
    ("malgré", "par", "depuis", "avec", "grâce", "après", "avant", "pendant", "durant", "lors")
)
GOVERNED = 6
NEAR = 5
IN_NAME = re.compile(r"\b(?:au|en|aux)\s+(?P<place>[A-ZÉÎ][\w'’ -]+)$")


class PresenceReader:
    """Finds deployed-in and withdrew-from events by nearness."""

    def __init__(self, words: PresenceWords) -> None:
        self._words = words

    def events(self, scene: Scene) -> Iterator[Event]:
        """The forces of an article with the foreign places where they are, or from which they go."""
        forces = Forces(scene, self._words)
        yield from within(scene, forces)
        yield from seats(scene, forces)
        yield from strongholds(scene)
        yield from activity(scene)
        yield from driven_out(scene, forces)
        yield from _Reading(scene, self._words, forces).events()


class _Reading:
    """One article."""

    def __init__(self, scene: Scene, words: PresenceWords, forces: Forces) -> None:
        self.scene, self.words, self.forces = scene, words, forces
        self.exits, self.places = Withdrawals(words), ForcePlaces(scene, words)
        self.ended = {t.i for t in ended_stays(scene)}
        """The words for forces whose stay is over."""
        self.before: tuple[Ref, ...] = ()
        self.last: tuple[Ref, ...] = ()
        """Where the sentence before put forces last, and where this one does."""

    def events(self) -> Iterator[Event]:
        scene, words = self.scene, self.words
        leaving = scene.tokens_with(words.leaving, words.returning)
        leaving_in = by_sentence(t for t in leaving if self.exits.is_leaving(scene, t))
        sites_in = by_sentence(t for t in scene.tokens_with(words.sites) if scene.is_noun(t, words.sites))
        forces_in = by_sentence(self.forces.tokens())
        for sentence in scene.doc.sents:
            self.before = self.last
            if not all(t.is_space for t in sentence):
                self.last = ()
            start = sentence.start
            yield from self._in_sentence(
                sentence, forces_in.get(start, ()), leaving_in.get(start, ()), sites_in.get(start, ())
            )

    def _in_sentence(
        self, sentence: Span, forces: Sequence[Token], leaving: Sequence[Token], sites: Sequence[Token]
    ) -> Iterator[Event]:
        given_up = [(t, list(self.exits.given_up(self.scene, t, self.forces))) for t in sites]
        self.ended |= {t.i for t, events in given_up if events}
        here = [(t, ref) for t in forces for ref in self.forces.at(t)]
        places = self.places.in_sentence(sentence) if here else []
        for token, force in here:
            if token.i in self.ended or self.exits.concerns(token, leaving) or linear_case(token) == "entre":
                continue  # «un accord conclu à Lomé entre l'armée et …»
            if not self._stands_for_others(token):
                yield from self._of_force(token, force, places, [t for t, _ in here])
        for token in leaving:
            yield from self.exits.left(self.scene, token, here)
        for _, events in given_up:
            yield from events

    def _of_force(
        self, token: Token, force: Ref, places: Sequence[Place], forces: Sequence[Token]
    ) -> Iterator[Event]:
        """Where a force is that its sentence names together with some places."""
        if said := list(self._in_its_name(token)):
            yield from said
            return
        place = self.places.nearest(token, self.places.stood_on(token, places), forces)
        if place is not None:
            if not is_held(token, place.token) and not strikes_from_afar(token, place.token):
                self.last = (*place.refs, *self.places.counted_next(place))
                yield from self._deployed(token, force, self.last, "near")
        elif (stay := self._stay(token)) and (told := self._told_of(stay)):
            yield from self._deployed(token, force, (told,), "topic")
        elif not places and (self.scene.is_noun(token, self.words.stays) or self._is_posted(token)):
            yield from self._at_topic(token, force)
        elif self._is_sent(token):
            there = list(self._at_topic(token, force, places))
            if not there and not places:  # «Des soldats de X sont en Z. Y a aussi envoyé des troupes»
                there = list(self._deployed(token, force, self.before, "topic"))
            yield from there

    def _deployed(self, token: Token, force: Ref, places: Sequence[Ref], doubt: str) -> Iterator[Event]:
        return put_in(self.scene, self.words, "deployed-in", token, force, places, doubt)

    def _stands_for_others(self, force: Token) -> bool:
        """«des représentants de l'armée», «un convoi de réfugiés»: no forces are there."""
        of_noun = force.head.pos_ == "NOUN" and linear_case(force) == "de"
        if of_noun and self.scene.is_noun(force.head, self.words.envoys):
            return True
        carried = [c for case, c in obliques(force) if case == "de"]
        carries = self.scene.is_noun(force, self.words.carrying)
        return carries and bool(carried) and not self.scene.mentions_at(carried[0])

    def _stay(self, force: Token) -> Token | None:
        """«l'intervention française», «la présence de bases belges et des forces onusiennes»"""
        for index in range(force.i, max(force.sent.start, force.i - GOVERNED) - 1, -1):
            token = force.doc[index]
            if self.scene.is_noun(token, self.words.stays):
                return token
            if token.pos_ in VERBAL or token.text in (";", ":", "("):
                return None
        return None

    def _told_of(self, stay: Token) -> Ref | None:
        """«le Congo sombre, malgré la présence de …»: the last State named before such an adjunct."""
        if linear_case(stay) not in ADJUNCT:
            return None
        for earlier in reversed(stay.doc[stay.sent.start : stay.i]):
            for mention in self.scene.mentions_at(earlier):
                if mention.entity.type is ActorType.STATE and mention.kind is Kind.NAME:
                    return Ref(mention.entity, stay.i, "context")
        return None

    def _is_posted(self, force: Token) -> bool:
        """«la mission déployée depuis 2013»: a participle right behind a force."""
        behind = force.doc[force.i + 1 : min(force.i + NEAR, force.sent.end)]
        return any(t.lemma_ in self.words.stationed and is_participle(t, "Past") for t in behind)

    def _is_sent(self, force: Token) -> bool:
        """«le Togo, qui a envoyé 300 soldats», «doit fournir le gros du contingent»."""
        before = force.doc[max(force.sent.start, force.i - GOVERNED) : force.i]
        return any(t.pos_ in VERBAL and t.lemma_ in self.words.sending for t in before)

    def _at_topic(self, token: Token, force: Ref, others: Sequence[Place] = ()) -> Iterator[Event]:
        """«depuis le déploiement de soldats belges»: in the State that the text names most as a place; not
        where the sentence names `others` alone."""
        scene = self.scene
        here = {s.id for p in others for r in p.refs if (s := scene.state_of(r.entity)) is not None}
        counts: Counter[Entity] = Counter()
        for other, mention in scene.mention_tokens(0, len(scene.doc)):
            state = scene.state_of(mention.entity) if mention.kind is not Kind.DEMONYM else None
            inside = any("land" in scene.noun_classes(t) for t in scene.doc[max(0, other.i - 2) : other.i])
            if state is not None and (linear_case(other) in AT or inside):
                counts[state] += 1
        for state, count in counts.most_common(1):
            if count >= OFTEN and (not here or state.id in here):
                yield from self._deployed(token, force, (Ref(state, token.i, "topic"),), "topic")

    def _in_its_name(self, token: Token) -> Iterator[Event]:
        """«la Force d'appui au Bénin»: the name says where."""
        for mention in self.scene.mentions_at(token):
            name = self.scene.article.text[mention.start : mention.end]
            said = IN_NAME.search(name)
            place = self.scene.entity(fold(said["place"]).replace(" ", "-")) if said else None
            if place is not None and place.type in (ActorType.STATE, ActorType.PLACE):
                force = Ref(mention.entity, token.i, "name")
                yield from self._deployed(token, force, (Ref(place, token.i, "name"),), "near")
