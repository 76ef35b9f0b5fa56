"""Who is let go for whom: «X a libéré deux hommes de Y en échange de trois soldats de Z», whom Y lets go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, linear_case, lower
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType

HELD = MEMBERS | {ActorType.PERSON}
CAPTURED = frozenset(("abducted", "detained"))
HOSTAGES = ("otage", "ex-otage")
BODIES = ("corps", "dépouille", "reste", "cadavre")
REACH = 20
NEAR = 6
SOME = frozenset(("un", "une", "des", "plusieurs", "quelques"))
STOPS = frozenset((";", ":", "(", "."))


def exchanges(scene: Scene, told: Iterable[Telling], found: Iterable[Event]) -> Iterator[Event]:
    """The releases that are the price of those that an article tells, by who is found to hold these, else by
    whose people are let go."""
    holders = {e.object.entity.id: e.subject for e in found if e.relation in CAPTURED and e.object}
    for frame, trigger, predicate, arguments in told:
        if frame.relation != "released" or frame.mutual:
            continue
        of_hostages = any(scene.is_noun(t, HOSTAGES) for t in trigger.sent)
        may_hold = GROUPS if of_hostages else MEMBERS  # whose citizens are hostages may hold nobody
        sides = [r for r in arguments.objects if r.entity.type in may_hold][:1]
        price = _price(trigger)
        if price is None or scene.is_noun(price, BODIES):
            continue
        for ref in scene.actors(price):
            known = holders.get(ref.entity.id)
            for side in [known] if known is not None else sides:
                if ref.entity.type in HELD and ref.entity.id != side.entity.id:
                    doubts = arguments.doubts | {"linear-object"}
                    yield Event("exchange: price", "released", trigger, predicate, side, ref, doubts)


def _price(release: Token) -> Token | None:
    """The noun behind «en échange de» or «contre dix …» in the clause of a release."""
    doc = release.doc
    for token in doc[release.i + 1 : min(release.i + REACH, release.sent.end)]:
        if token.text in STOPS or (is_finite(token) and not token.dep_.startswith("aux")):
            return None
        behind = doc[token.i + 1 : min(token.i + NEAR, release.sent.end)]
        counted = len(behind) > 0 and (behind[0].pos_ == "NUM" or lower(behind[0]) in SOME)
        is_for = lower(token) == "échange" and linear_case(token) == "en"
        if is_for or (lower(token) == "contre" and counted):
            return next((t for t in behind if t.pos_ in ("NOUN", "PROPN", "ADJ")), None)
    return None
