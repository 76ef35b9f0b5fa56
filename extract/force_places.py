"""A force and the foreign places that it is in or leaves, as events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import clause_of
from sahelgraph.extract.lexicon.presence import PresenceWords
from sahelgraph.extract.matching import predicate_of
from sahelgraph.extract.refs import LANDS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

REACH = 18
BACK = 10
"""How many words behind and before a force its place may stand."""
ANAPHOR = 40
AT = frozenset(("à", "a", "en", "dans", "sur", "vers", "au"))
STOPS = frozenset((";", ":"))


def put_in(
    scene: Scene,
    words: PresenceWords,
    relation: str,
    token: Token,
    force: Ref,
    places: Sequence[Ref],
    doubt: str,
) -> Iterator[Event]:
    """A force that is in places, or leaves them; none that is at home there, or goes unarmed."""
    if _is_unarmed(force.entity, words):
        return
    for place in places:
        state = scene.state_of(place.entity)
        if place.entity.type not in LANDS or (state is not None and state.id == force.entity.id):
            continue
        if force.entity.id in words.regions.get(place.entity.id, frozenset()):
            continue
        if place.entity.id in words.continents:
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


def _is_unarmed(entity: Entity, words: PresenceWords) -> bool:
    names = [fold(n) for n in (entity.label, *entity.aliases)]
    return entity.type is ActorType.ORGANISATION and any(n.startswith(words.unarmed) for n in names)
