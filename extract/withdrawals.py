"""Forces that leave another's soil: «le retrait des troupes françaises du Niger», «les soldats ont quitté le
pays», «la base de Tessalit a été rendue»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sahelgraph.extract.events import Event
from sahelgraph.extract.force_places import ANAPHOR, AT, BACK, REACH, STOPS, put_in
from sahelgraph.extract.forces import Forces, is_on_its_way
from sahelgraph.extract.grammar import (
    VERBAL,
    direct_subjects,
    is_passive,
    linear_case,
    lower,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearby import are_joined
from sahelgraph.extract.refs import ACTING
from sahelgraph.extract.said_of import by_adjective, by_possessive
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

LEAVING = 8
GIVEN_UP = 12
FROM = AT | {"de"}
CONTENTS = (["de"], ["du"], ["des"], ["d'"], ["d’"])
COUNTRY = frozenset(("pays", "territoire"))
SENDERS = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP))


class Withdrawals:
    """Finds withdrew-from events by nearness."""

    def __init__(self, words: PresenceWords) -> None:
        self._words = words

    def is_leaving(self, scene: Scene, token: Token) -> bool:
        """Does a word say that somebody leaves?"""
        if scene.is_noun(token, self._words.leaving) and token.pos_ == "NOUN":
            return True
        if token.lemma_ in self._words.returning:
            return token.pos_ in VERBAL and any(linear_case(t) == "de" for _, t in obliques(token))
        return token.pos_ in VERBAL and token.lemma_ in self._words.leaving

    def concerns(self, force: Token, leaving: Sequence[Token]) -> bool:
        """Does a force stand near a word of leaving?"""
        near = [t for t in leaving if abs(t.i - force.i) <= LEAVING]
        return any("où" not in map(lower, t.doc[t.i : force.i]) for t in near)

    def left(self, scene: Scene, leaving: Token, here: Sequence[tuple[Token, Ref]]) -> Iterator[Event]:
        """«le retrait des troupes françaises du Niger», «les soldats français ont quitté le Mali»."""
        if is_on_its_way(scene, leaving):
            return
        leavers = self._leavers(scene, leaving, here)
        if leavers is None:
            return
        token, same = leavers
        start = max(leaving.i, token.i) if leaving.pos_ == "NOUN" else leaving.i
        for place in leaving.doc[start + 1 : min(start + REACH, leaving.sent.end)]:
            if place.text in STOPS or lower(place) in ("vers", "pour", "après", "où"):
                return
            if (
                place.pos_ == "VERB"
                and place.lemma_ not in self._words.posted
                and not scene.mentions_at(place)
            ):
                return
            cases = {"de"} if leaving.lemma_ in self._words.returning else FROM
            wanted = linear_case(place) in cases or leaving.lemma_ in ("quitter", "évacuer")
            refs = scene.places(place) if wanted and scene.mentions_at(place) else []
            if wanted and lower(place) in COUNTRY:
                refs = self._country(scene, place, same)
            if refs:
                left = {r.entity.id for r in refs}
                for ref in same:
                    if ref.entity.id not in left:
                        yield from put_in(scene, self._words, "withdrew-from", leaving, ref, refs, "near")
                return

    def _leavers(
        self, scene: Scene, leaving: Token, here: Sequence[tuple[Token, Ref]]
    ) -> tuple[Token, list[Ref]] | None:
        """The force next to a word of leaving, and whose it is; None where others leave."""
        near = [(t, r) for t, r in here if abs(t.i - leaving.i) <= LEAVING]
        if all(r.how == "part" for _, r in near):  # «le retrait de 300 soldats de X»: X sends nobody
            near = self._called_back(scene, leaving) or near
        own = [] if near else self._own_retreat(scene, leaving)
        near = near or own
        if not near:
            return None
        token, _ = min(near, key=lambda pair: abs(pair[0].i - leaving.i))
        if self._is_left_by_others(scene, leaving, token):
            return None
        returning = leaving.lemma_ in self._words.returning
        if returning and token not in (*direct_subjects(leaving), *objects(leaving)):
            return None
        if not own and _is_of_others(scene, leaving, token):
            return None
        return token, [r for t, r in near if t is token or are_joined(t, token)]

    def _country(self, scene: Scene, noun: Token, leavers: Sequence[Ref]) -> list[Ref]:
        """«les soldats belges ont quitté le pays»: the State named last that is not their own."""
        behind = [lower(t) for t in noun.doc[noun.i + 1 : noun.i + 3]]
        if lower(noun.nbor(-1)) not in ("le", "du", "ce") or (
            behind[:1] in CONTENTS and behind[1:] != ["ici"]
        ):
            return []
        own = {r.entity.id for r in leavers}
        for token, mention in reversed(scene.mention_tokens(max(0, noun.i - ANAPHOR), noun.i)):
            is_named = mention.entity.type is ActorType.STATE and mention.kind is Kind.NAME
            if is_named and mention.entity.id not in own and token.i < noun.i:
                return [Ref(mention.entity, noun.i, "anaphor")]
        return []

    def _own_retreat(self, scene: Scene, leaving: Token) -> list[tuple[Token, Ref]]:
        """«le retrait danois de X», «Paris a achevé son retrait de X»: who leaves."""
        if leaving.pos_ != "NOUN" or not scene.is_noun(leaving, self._words.retreats):
            return []
        if lower(leaving.doc[leaving.i + 1]) not in (
            "de",
            "d'",
            "du",
            "des",
            "total",
            "complet",
            "définitif",
        ):
            nationality = scene.mentions_at(leaving.doc[leaving.i + 1])
            if not nationality or nationality[0].kind is not Kind.DEMONYM:
                return []
        owners = by_adjective(scene, leaving) or by_possessive(scene, leaving)
        return [(leaving, r) for r in owners if r.entity.type in SENDERS]

    def _called_back(self, scene: Scene, leaving: Token) -> list[tuple[Token, Ref]]:
        """«le président belge a ordonné le retrait de 300 soldats de …», «X va rapatrier ses hommes»: the
        soldiers of who decides it, where no nationality is named."""
        over = verb_over(leaving) if leaving.pos_ == "NOUN" else (leaving, "")
        if over is None or is_passive(over[0]):
            return []
        if leaving.pos_ == "NOUN" and over[0].lemma_ not in self._words.calling_back:
            return []
        behind = leaving.doc[leaving.i + 1 : min(leaving.i + LEAVING, leaving.sent.end)]
        men = next((t for t in behind if t.pos_ == "NOUN" and scene.is_noun(t, self._words.men)), None)
        if men is None or linear_case(men) != ("de" if leaving.pos_ == "NOUN" else ""):
            return []
        deciding = [r for t in direct_subjects(over[0]) for r in scene.actors(t)]
        states = (scene.office_state(r.entity) if _is_person(r) else r.entity for r in deciding)
        return [(men, Ref(s, men.i, "possessor")) for s in states if s is not None and s.type in SENDERS]

    def _is_left_by_others(self, scene: Scene, leaving: Token, force: Token) -> bool:
        """«la mission a quitté le Mali sans un mot des soldats belges»: it is the mission that leaves."""
        subjects = direct_subjects(leaving) if leaving.lemma_ == "quitter" else []
        if any(force is s or force.head is s or s.head is force for s in subjects):
            return False
        return any(scene.actors(s) for s in subjects)

    def given_up(self, scene: Scene, site: Token, forces: Forces) -> Iterator[Event]:
        """«la base de Tessalit a été fermée», «la France a rétrocédé sa base de N'Djamena»."""
        window = site.doc[max(site.sent.start, site.i - GIVEN_UP) : min(site.i + GIVEN_UP, site.sent.end)]
        act = next((t for t in window if t.lemma_ in self._words.giving_up), None)
        if act is None:
            return
        owners = [r for r in forces.at(site) if r.entity.type is ActorType.STATE] or forces.foreign(site)
        owners = owners or forces.of_subject(site)
        for place in site.doc[site.i + 1 : min(site.i + BACK, site.sent.end)]:
            if linear_case(place) in FROM and scene.mentions_at(place) and (refs := scene.places(place)):
                for owner in owners[:1]:
                    yield from put_in(scene, self._words, "withdrew-from", act, owner, refs, "near")
                return
        for taker in site.doc[site.i + 1 : min(site.i + REACH, site.sent.end)]:
            if linear_case(taker) == "à" and (states := _states(scene.actors(taker))):
                for owner in owners[:1]:
                    yield from put_in(scene, self._words, "withdrew-from", act, owner, states, "near")
                return


def _is_person(ref: Ref) -> bool:
    return ref.entity.type is ActorType.PERSON


def _is_of_others(scene: Scene, leaving: Token, force: Token) -> bool:
    """«la mission exige le retrait du groupe X»: of others than the force that was named last."""
    if any(lower(c) in POSSESSIVES for c in leaving.children):
        return False  # «son retrait de X»
    whose = [c for case, c in obliques(leaving) if case == "de" and c.i > leaving.i]
    if leaving.pos_ != "NOUN" or not whose or force in whose[0].subtree:
        return False
    return any(r.entity.type in ACTING for r in scene.actors(whose[0]))


def _states(refs: Sequence[Ref]) -> list[Ref]:
    return [r for r in refs if r.entity.type is ActorType.STATE]
