"""Who fought whom, from who fell: «dix soldats et vingt rebelles de Y ont péri dans des combats»."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, is_passive, lower, obliques
from sahelgraph.extract.lexicon.presence import presence_words
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import MEMBERS, Ref, once_each
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stated_subjects import SOLDIERS
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType

FIGHTS = word_set("losses", "fights")
FIRE = frozenset(("tir", "tirs", "feu", "coups"))
EXCHANGES = frozenset(("échange", "échanges"))
MISHAPS = word_set("named_victims", "mishaps")
PAIR = 2
DURING = word_set("losses", "during")
ANNOUNCED = "announce-death"
FRAMES = frozenset(("die-in-attack", "deaths", ANNOUNCED))
STRIKING = word_set("losses", "striking")
WITH = frozenset(("avec", "contre"))
PLAIN = frozenset(("det", "nummod", "case", "punct", "advmod", "conj", "cc"))
NOMINAL = frozenset(("NOUN", "PROPN"))
STOPS = frozenset((",", ";", ":", "("))
NEAR = 5
FAR = 9
"""How many words around a fight tell what it is, and behind it with whom."""


def fallen_in_fights(
    scene: Scene, clauses: Clauses, told: Iterable[Telling], known: Collection[Event]
) -> Iterator[Event]:
    """The attacks of each side on the other, where a sentence counts the fallen of both, or names the one
    that those who fell were fighting with; two States are sides only where an event is `known` to tell that
    they fight."""
    at_war = {frozenset(_ids(e)) for e in known if e.relation == "attacked"}
    losses: dict[int, list[Telling]] = {}
    for telling in told:
        if _is_loss(telling):
            losses.setdefault(telling.trigger.sent.start, []).append(telling)
    for tellings in losses.values():
        sentence = tellings[0].trigger.sent
        fights = list(_fights(scene, sentence))
        apart = len({t.trigger.i for t in tellings if t.frame.id != ANNOUNCED}) >= PAIR
        if not fights and (not apart or any(t.lemma_ in MISHAPS for t in sentence)):
            continue
        fallen = once_each(r for t in tellings for r in _fallen(scene, clauses, t))
        foes = once_each(r for f in fights for r in _foes(scene, f) if r.entity.type in MEMBERS)
        killers = {r.entity.id for t in tellings if t.trigger.pos_ != "NOUN" for r in _killers(t)}
        if foes:
            own = [r for r in fallen if r.entity.id not in {f.entity.id for f in foes}]
        elif killers - {r.entity.id for r in fallen}:
            continue
        else:
            foes, own = _sides(fallen, at_war)
        if not fights and (killers or len(own) != 1 or own[0].entity.type is not ActorType.STATE):
            continue  # «dix rebelles de Y ont péri et sept soldats de X ont trouvé la mort»
        first = tellings[0]
        for one, other in product(own, foes):
            for subject, target in ((one, other), (other, one)):
                doubts = first.found.doubts | {"mutual"}
                yield Event("losses: of both sides", "attacked", *first[1:3], subject, target, doubts)


def _ids(event: Event) -> Iterator[str]:
    yield event.subject.entity.id
    if event.object is not None:
        yield event.object.entity.id


def _is_loss(telling: Telling) -> bool:
    """«ont péri», «ont été tués», «la mort de»."""
    if telling.frame.id in FRAMES:
        return True
    trigger = telling.trigger
    return telling.frame.id == "attack" and trigger.lemma_ in STRIKING and is_passive(trigger)


def _killers(telling: Telling) -> list[Ref]:
    return [] if telling.frame.id == ANNOUNCED else telling.found.subjects


def _fights(scene: Scene, sentence: Span) -> Iterator[Token]:
    """The nouns of fighting in which somebody falls, none whose sides a sentence sets side by side."""
    for token in scene.tokens_with(FIGHTS, EXCHANGES):
        if not sentence.start <= token.i < sentence.end or token.pos_ != "NOUN":
            continue
        behind = [lower(t) for t in token.doc[token.i + 1 : min(token.i + NEAR, sentence.end)]]
        if lower(token) in EXCHANGES and not FIRE & set(behind):
            continue
        before = {lower(t) for t in token.doc[max(sentence.start, token.i - NEAR) : token.i]}
        if before & DURING and "entre" not in behind:
            yield token


def _foes(scene: Scene, fight: Token) -> list[Ref]:
    """«des combats d'une rare violence avec des rebelles de Y»."""
    behind = fight.doc[fight.i + 1 : min(fight.i + FAR, fight.sent.end)]
    index = next((t.i for t in behind if lower(t) in WITH or t.text in STOPS or is_finite(t)), None)
    if index is None or lower(fight.doc[index]) not in WITH:
        return []
    nouns = (t for t in fight.doc[index + 1 : min(index + NEAR, fight.sent.end)] if t.pos_ in NOMINAL)
    noun = next(nouns, None)
    return scene.actors(noun) if noun is not None else []


def _fallen(scene: Scene, clauses: Clauses, telling: Telling) -> Iterator[Ref]:
    """Whose the fallen are; of bare soldiers, the State that the text gives such."""
    trigger = telling.trigger
    if trigger.pos_ == "NOUN":
        heads = [c for case, c in obliques(trigger) if case == "de"]
    else:
        heads = clauses.surface_subjects(trigger)
    yield from (r for head in heads for r in scene.actors(head) if r.entity.type in MEMBERS)
    yield from (r for r in telling.found.objects if r.entity.type is ActorType.ARMED_GROUP)
    for noun in (t for head in heads for t in head.subtree):
        bare = scene.is_noun(noun, SOLDIERS) and all(c.dep_ in PLAIN for c in noun.children)
        if bare and (state := scene.state_of_bare(noun)) is not None:
            yield Ref(state, noun.i, "context")


def _sides(fallen: list[Ref], at_war: Collection[frozenset[str]]) -> tuple[list[Ref], list[Ref]]:
    """An armed group, and those that fell beside its men; or two States that are at war."""
    groups = [r for r in fallen if r.entity.type is ActorType.ARMED_GROUP]
    others = [r for r in fallen if r.entity.type is not ActorType.ARMED_GROUP]
    if len(groups) == 1 and groups[0].entity.id not in presence_words().companies:
        return groups, others
    if not groups and len(others) == 2 and frozenset(r.entity.id for r in others) in at_war:
        return others[:1], others[1:]
    return [], []
