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

from sahelgraph.extract.activity import activity
from sahelgraph.extract.belonging import within
from sahelgraph.extract.borders import crossed
from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.driven_out import driven_out, ended_stays
from sahelgraph.extract.events import Event
from sahelgraph.extract.force_places import ANAPHOR, AT, BACK, REACH, STOPS, put_in
from sahelgraph.extract.forces import Forces, strikes_from_afar
from sahelgraph.extract.grammar import VERBAL, is_participle, linear_case, lower, obliques
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.nearby import is_around, is_cleft, is_held, turns
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.seats import seats, strongholds
from sahelgraph.extract.trees import Span, Token
from sahelgraph.extract.withdrawals import Withdrawals
from sahelgraph.extract.word_index import by_sentence
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

BRACKET = 6
OFTEN = 2
ADJUNCT = frozenset(
    ("malgré", "par", "depuis", "avec", "grâce", "après", "avant", "pendant", "durant", "lors")
)
GOVERNED = 6
ANTECEDENT = 4
NEAR = 5
ASKING_THERE = word_set("presence", "asking_there")
STRIKING = word_set("presence", "striking")
ENVOYS = word_set("presence", "envoys")
IN_NAME = re.compile(r"\b(?:au|en|aux)\s+(?P<place>[A-ZÉÎ][\w'’ -]+)$")


@dataclass(frozen=True)
class _Place:
    """`taken_up` is a place that «où» or «y» says again: verbs may stand between it and the force."""

    token: Token
    refs: tuple[Ref, ...]
    taken_up: bool = False


class PresenceReader:
    """Finds deployed-in and withdrew-from events by nearness."""

    def __init__(self, words: PresenceWords) -> None:
        self._words = words
        self._exits = Withdrawals(words)

    def events(self, scene: Scene) -> Iterator[Event]:
        """The forces of an article with the foreign places where they are, or from which they go."""
        forces = Forces(scene, self._words)
        yield from within(scene, forces)
        yield from seats(scene, forces)
        yield from strongholds(scene)
        yield from activity(scene)
        yield from driven_out(scene, forces)
        ended = {t.i for t in ended_stays(scene)}
        forces_in = by_sentence(forces.tokens())
        leaving_in = by_sentence(
            t
            for t in scene.tokens_with(self._words.leaving, self._words.returning)
            if self._exits.is_leaving(scene, t)
        )
        sites_in = by_sentence(
            t for t in scene.tokens_with(self._words.sites) if scene.is_noun(t, self._words.sites)
        )
        last: tuple[Ref, ...] = ()
        for sentence in scene.doc.sents:
            before, last = last, () if not all(t.is_space for t in sentence) else last
            given_up = [
                (t, list(self._exits.given_up(scene, t, forces))) for t in sites_in.get(sentence.start, ())
            ]
            ended |= {t.i for t, events in given_up if events}
            here = [(t, ref) for t in forces_in.get(sentence.start, ()) for ref in forces.at(t)]
            places = self._places(scene, sentence) if here else []
            leaving = leaving_in.get(sentence.start, ())
            for token, force in here:
                if token.i in ended or self._exits.concerns(token, leaving) or linear_case(token) == "entre":
                    continue  # «un accord conclu à Lomé entre l'armée et …»
                if self._stands_for_others(scene, token):
                    continue
                if said := list(self._in_its_name(scene, token)):
                    yield from said
                    continue
                targets = self._stood_on(scene, token, places)
                place = self._nearest(token, targets, [t for t, _ in here])
                if place is not None and (
                    is_held(token, place.token) or strikes_from_afar(token, place.token)
                ):
                    continue
                if place is not None:
                    refs = last = (*place.refs, *self._counted_next(scene, place))
                    yield from put_in(scene, self._words, "deployed-in", token, force, refs, "near")
                elif (stay := self._stay(scene, token)) and (told := self._told_of(scene, stay)):
                    yield from put_in(scene, self._words, "deployed-in", token, force, (told,), "topic")
                elif not places and (scene.is_noun(token, self._words.stays) or self._is_posted(token)):
                    yield from self._at_topic(scene, token, force)
                elif self._is_sent(token):
                    there = list(self._at_topic(scene, token, force, places))
                    if not there and not places:  # «Des soldats de X sont en Z. Y a aussi envoyé des troupes»
                        there = list(put_in(scene, self._words, "deployed-in", token, force, before, "topic"))
                    yield from there
            for token in leaving:
                yield from self._exits.left(scene, token, here)
            for _, events in given_up:
                yield from events

    def _stands_for_others(self, scene: Scene, force: Token) -> bool:
        """«des représentants de l'armée», «un convoi de réfugiés»: no forces are there."""
        of_noun = force.head.pos_ == "NOUN" and linear_case(force) == "de"
        if of_noun and scene.is_noun(force.head, self._words.envoys):
            return True
        carried = [c for case, c in obliques(force) if case == "de"]
        return (
            scene.is_noun(force, self._words.carrying) and bool(carried) and not scene.mentions_at(carried[0])
        )

    def _stay(self, scene: Scene, force: Token) -> Token | None:
        """«l'intervention française», «la présence de bases belges et des forces onusiennes»"""
        for index in range(force.i, max(force.sent.start, force.i - GOVERNED) - 1, -1):
            token = force.doc[index]
            if scene.is_noun(token, self._words.stays):
                return token
            if token.pos_ in VERBAL or token.text in (";", ":", "("):
                return None
        return None

    def _told_of(self, scene: Scene, stay: Token) -> Ref | None:
        """«le Congo sombre, malgré la présence de …»: the last State named before such an adjunct."""
        if linear_case(stay) not in ADJUNCT:
            return None
        for earlier in reversed(stay.doc[stay.sent.start : stay.i]):
            for mention in scene.mentions_at(earlier):
                if mention.entity.type is ActorType.STATE and mention.kind is Kind.NAME:
                    return Ref(mention.entity, stay.i, "context")
        return None

    def _is_posted(self, force: Token) -> bool:
        """«la mission déployée depuis 2013»: a participle right behind a force."""
        behind = force.doc[force.i + 1 : min(force.i + NEAR, force.sent.end)]
        return any(t.lemma_ in self._words.stationed and is_participle(t, "Past") for t in behind)

    def _is_sent(self, force: Token) -> bool:
        """«le Togo, qui a envoyé 300 soldats», «doit fournir le gros du contingent»."""
        before = force.doc[max(force.sent.start, force.i - GOVERNED) : force.i]
        return any(t.pos_ in VERBAL and t.lemma_ in self._words.sending for t in before)

    # --- places

    def _places(self, scene: Scene, sentence: Span) -> list[_Place]:
        found = []
        for token in sentence:
            if token.dep_ == "nmod" and scene.is_noun(token.head, ENVOYS):
                continue  # «rappelle son ambassadeur en X»
            if token.head.lemma_ in ASKING_THERE:
                continue  # «le ministre, joint par téléphone à X»
            if token.head.lemma_ in ASCRIBING and linear_case(token) == "à":
                continue  # «une attaque de drones, qu'il impute à X»
            if (linear_case(token) in AT or is_around(token)) and (refs := self._places_at(scene, token)):
                found.append(_Place(token, tuple(refs), taken_up=is_cleft(token)))
            elif refs := crossed(scene, token) or self._taken_up(scene, token):
                found.append(_Place(token, tuple(refs), taken_up=True))
        return found

    def _stood_on(self, scene: Scene, force: Token, places: Sequence[_Place]) -> list[_Place]:
        """The places without those that are struck: «une offensive sur Damas»."""
        strikes = scene.is_noun(force, self._words.strikes)
        return [p for p in places if not (strikes and linear_case(p.token) in ("sur", "vers"))]

    def _taken_up(self, scene: Scene, token: Token) -> list[Ref]:
        """«le Sahel, où elle a déployé», «Paris y a envoyé»: the place before «où», the last before «y»."""
        if lower(token) == "où":
            before = token.doc[max(token.sent.start, token.i - ANTECEDENT) : token.i]
            named = [t for t in before if scene.mentions_at(t)]
            return scene.places(named[-1]) if named else []
        if lower(token) != "y":
            return []
        around = (token.doc[max(0, token.i - 1)], token.doc[min(token.i + 1, len(token.doc) - 1)])
        if any(lower(t) in ("il", "compris") for t in around):
            return []  # «il y a», «y compris»
        for earlier in reversed(token.doc[max(0, token.i - ANAPHOR) : token.i]):
            is_place = scene.mentions_at(earlier) and (
                linear_case(earlier) in AT or earlier.sent.start < token.sent.start
            )
            if is_place and (refs := scene.places(earlier)):
                return [Ref(r.entity, token.i, "anaphor") for r in refs]
        return []

    def _places_at(self, scene: Scene, token: Token) -> list[Ref]:
        is_nominal = token.pos_ in ("NOUN", "PROPN", "X", "ADJ", "ADP")
        if not is_nominal and "land" not in scene.noun_classes(token) and lower(token) != "est":
            return []
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
            return []
        if lower(token) in ("frontière", "frontières") and (
            by_adjective(scene, token) or any(case == "avec" for case, _ in obliques(token))
        ):
            return []  # «l'armée de X, à la frontière avec Y», «à la frontière togolaise», is in X
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
        after = [p for p in after if not self._is_of_others(force, p.token)]
        if after:
            return min(after, key=lambda p: p.token.i)
        before = [
            p
            for p in places
            if 0 < force.i - p.token.i <= BACK
            and self._open(p.token, force, forces)
            and (p.taken_up or not any(t.pos_ in VERBAL for t in force.doc[p.token.i + 1 : force.i]))
        ]
        return max(before, key=lambda p: p.token.i) if before else None

    def _is_of_others(self, force: Token, place: Token) -> bool:
        """«attribue la mort de soldats de X à deux groupes basés en Y»: it is the groups that are there."""
        participle = place.head
        if participle.dep_ not in ("acl", "amod") or participle.lemma_ not in self._words.stationed:
            return False
        return participle.head.i > force.i and participle.head not in force.subtree

    def _counted_next(self, scene: Scene, place: _Place) -> list[Ref]:
        """«900 soldats en Syrie et 2 500 en Irak»"""
        doc, index = place.token.doc, place.token.i + 1
        if index >= place.token.sent.end or lower(doc[index]) not in ("et", ","):
            return []
        near = doc[index + 1 : min(index + BRACKET, place.token.sent.end)]
        if not near or not (near[0].pos_ == "NUM" or near[0].text[:1].isdigit()):
            return []
        return next((self._places_at(scene, t) for t in near if linear_case(t) in ("à", "en")), [])

    def _open(self, first: Token, last: Token, forces: Sequence[Token]) -> bool:
        between = first.doc[first.i + 1 : last.i]
        if any(t.lemma_ in STRIKING and is_participle(t, "Pres") for t in between):
            return False  # «les forces de X ont rompu la trêve en bombardant ses positions à Y»
        if any(t.text in STOPS for t in between) or (linear_case(first) == "par" and turns(between)):
            return False
        if any(t in between for t in forces):
            return not any(lower(t) in ("qui", "dont", "laquelle", "lequel", ",", "ou") for t in between)
        return True

    def _at_topic(
        self, scene: Scene, token: Token, force: Ref, others: Sequence[_Place] = ()
    ) -> Iterator[Event]:
        """«depuis le déploiement de soldats belges»: in the State that the text names most as a place; not
        where the sentence names `others` alone."""
        here = {s.id for p in others for r in p.refs if (s := scene.state_of(r.entity)) is not None}
        counts: Counter[Entity] = Counter()
        for other, mention in scene.mention_tokens(0, len(scene.doc)):
            state = scene.state_of(mention.entity) if mention.kind is not Kind.DEMONYM else None
            inside = any("land" in scene.noun_classes(t) for t in scene.doc[max(0, other.i - 2) : other.i])
            if state is not None and (linear_case(other) in AT or inside):
                counts[state] += 1
        for state, count in counts.most_common(1):
            if count >= OFTEN and (not here or state.id in here):
                yield from put_in(
                    scene, self._words, "deployed-in", token, force, (Ref(state, token.i, "topic"),), "topic"
                )

    def _in_its_name(self, scene: Scene, token: Token) -> Iterator[Event]:
        """«la Force d'appui au Bénin»: the name says where."""
        for mention in scene.mentions_at(token):
            name = scene.article.text[mention.start : mention.end]
            said = IN_NAME.search(name)
            place = scene.entity(fold(said["place"]).replace(" ", "-")) if said else None
            if place is not None and place.type in (ActorType.STATE, ActorType.PLACE):
                force = Ref(mention.entity, token.i, "name")
                yield from put_in(
                    scene, self._words, "deployed-in", token, force, (Ref(place, token.i, "name"),), "near"
                )
