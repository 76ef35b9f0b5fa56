"""Who had taken those who were let go: «X a libéré l'otage belge Y», «X a relâché deux Belges enlevés en
mai»; and whose hostages are told of: «un de leurs otages danois, Z»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, agents, is_participle, is_passive, lower, obliques
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.said_of import by_possessive, nationalities_behind
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

HELD = frozenset(("detained", "abducted"))
HARMING = frozenset(("attacked", "threatened"))
HELD_BY_GROUPS = frozenset((ActorType.PERSON, ActorType.STATE))
HOSTAGES = word_set("captors", "hostages")
DETAINED = frozenset(("détenu", "détenue", "détenus", "détenues"))
CLIMBS = 3
NEAR = 1
"""How many sentences from their release people may be said to have been taken, told by their nation alone."""
BEHIND = 6


def captors(scene: Scene, told: Iterable[Telling], found: list[Event]) -> Iterator[Event]:
    """What the release of people, or a possessive, says of who holds or held them."""
    known = {(e.object.entity.id) for e in found if e.relation in HELD and e.object is not None}
    freed = [e for e in found if e.relation == "released" and e.object is not None]
    taken = [t for t in told if t.frame.relation in HELD and _is_undergone(t)]
    for event in freed:
        held = event.object
        if held is None or held.entity.id in known or event.subject.entity.type not in MEMBERS:
            continue
        hostage = takes_hostage(event.subject, held)
        may_be = taken if hostage else [t for t in taken if t.frame.relation == "detained"]
        if telling := next((t for t in may_be if _tells_of(t, held, event)), None):
            relation = "abducted" if hostage else "detained"
            subject = Ref(event.subject.entity, telling.trigger.i, "captor")
            rule = "captors: who let them go"
            yield Event(rule, relation, telling.trigger, telling.predicate, subject, held)
            known.add(held.entity.id)
        elif (noun := _hostage(scene, held)) is not None and hostage:
            rule = "captors: hostages let go"
            yield Event.at(rule, "abducted", noun, event.subject, held, dated=False)
            known.add(held.entity.id)
        elif (word := _held(scene.doc[held.token])) is not None:
            relation = "abducted" if hostage else "detained"
            yield Event.at("captors: who let them go", relation, word, event.subject, held)
            known.add(held.entity.id)
    threatened = (e for e in found if e.relation in HARMING and e.object is not None)
    for event in (*_their_hostages(scene), *_harmed(scene, threatened)):
        if event.object and event.object.entity.id not in known:
            known.add(event.object.entity.id)
            yield event


def _harmed(scene: Scene, found: Iterable[Event]) -> Iterator[Event]:
    """«X a décapité un otage belge», «menace d'exécuter deux otages belges»: those that it holds."""
    for event in found:
        held = event.object
        if held is None or event.subject.entity.type is not ActorType.ARMED_GROUP:
            continue
        if held.entity.type in HELD_BY_GROUPS and (noun := _hostage(scene, held)) is not None:
            captor = Ref(event.subject.entity, noun.i, "captor")
            yield Event.at("captors: hostages harmed", "abducted", noun, captor, held, dated=False)


def captors_known(events: list[Event]) -> Iterator[Event]:
    """The events, with who let them go as the captor of those whose captor was only a default: «X a libéré
    des prisonniers de Y. Ils avaient été capturés en mai.»"""
    freed = {
        e.object.entity.id: e.subject
        for e in events
        if e.relation == "released" and e.object is not None and e.subject.entity.type in MEMBERS
    }
    for event in events:
        captor = freed.get(event.object.entity.id) if event.object is not None else None
        is_guess = event.relation in HELD and "default-subject" in event.doubts
        if captor is None or not is_guess or captor.entity.id == event.subject.entity.id:
            yield event
            continue
        relation = "abducted" if takes_hostage(captor, event.object) else "detained"
        yield replace(event, relation=relation, subject=Ref(captor.entity, event.trigger.i, "captor"))


def takes_hostage(captor: Ref, held: Ref | None) -> bool:
    """Groups hold States' people and persons hostage, and other groups' fighters prisoner."""
    of_group = captor.entity.type is ActorType.ARMED_GROUP
    return of_group and held is not None and held.entity.type in HELD_BY_GROUPS


def _is_undergone(telling: Telling) -> bool:
    """«enlevés en mai», «ils avaient été capturés»: nobody is said to have done it."""
    trigger = telling.trigger
    if trigger.pos_ not in VERBAL or telling.found.subjects or agents(trigger):
        return False
    return is_passive(trigger) or is_participle(trigger, "Past")


def _tells_of(telling: Telling, held: Ref, release: Event) -> bool:
    """Is the one that was let go among those of whom it is told, near by where only a nation is named?"""
    if all(r.entity.id != held.entity.id for r in telling.found.objects):
        return False
    if held.entity.type is ActorType.PERSON:
        return True
    between = sorted((telling.trigger.i, release.trigger.i))
    starts = {t.sent.start for t in release.trigger.doc[between[0] : between[1] + 1]}
    return len(starts) <= NEAR + 1


def _hostage(scene: Scene, held: Ref) -> Token | None:
    """«l'otage belge Y», «deux otages belges»: the noun that says so of who was let go."""
    token = scene.doc[held.token]
    for _ in range(CLIMBS):
        if scene.is_noun(token, HOSTAGES):
            return token
        if token.dep_ not in ("nmod", "amod", "appos", "flat:name", "conj"):
            return None
        token = token.head
    return None


def _held(let_go: Token) -> Token | None:
    """«les soldats belges détenus depuis juillet»: the word right behind them that says so."""
    noun = let_go.head if let_go.dep_ == "amod" else let_go
    return next((c for c in noun.children if c.dep_ == "acl" and lower(c) in DETAINED), None)


def _their_hostages(scene: Scene) -> Iterator[Event]:
    """«l'un de ses otages danois», «l'otage danois de X»: held by whom the words say that they are of."""
    for noun in scene.tokens_with(HOSTAGES):
        if noun.pos_ != "NOUN":
            continue
        holders = [r for r in _holders(scene, noun) if r.entity.type is ActorType.ARMED_GROUP]
        for holder in holders[:1]:
            for held in _named(scene, noun):
                yield Event.at("captors: their hostages", "abducted", noun, holder, held, dated=False)


def _holders(scene: Scene, noun: Token) -> list[Ref]:
    if any(lower(c) in POSSESSIVES for c in noun.children):
        return by_possessive(scene, noun)
    complements = [*obliques(noun), *(o for c in noun.children for o in obliques(c))]
    return [r for case, of in complements if case in ("de", "par") for r in scene.actors(of)]


def _named(scene: Scene, noun: Token) -> Iterator[Ref]:
    """The nationalities right behind the noun, and the person behind a comma."""
    nations, _ = nationalities_behind(scene, noun)
    yield from nations[1:]
    for token in noun.doc[noun.i + 1 : min(noun.i + BEHIND, noun.sent.end)]:
        mentions = scene.mentions_at(token)
        if mentions and mentions[0].kind is Kind.DEMONYM and token.i == noun.i + 1:
            yield Ref(mentions[0].entity, token.i, "adjective")
        elif mentions and mentions[0].entity.type is ActorType.PERSON:
            yield Ref(mentions[0].entity, token.i, "name")
            return
        elif token.text != ",":
            return
