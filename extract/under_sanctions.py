"""Who stands under whose sanctions: «trois généraux sous sanctions américaines, X et Y …», «X, sous le coup
de sanctions de l'ONU», «X, placé sous embargo par Y»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.arguments import of_types, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import lower, obliques
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import actors_done_by
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.relations import relations

RELATION = "sanctioned"
SANCTIONS = word_set("under_sanctions", "sanctions")
PLACED = word_set("under_sanctions", "placed")
UNDER = "sous"
BACK = 7
LIGHT = frozenset(("ADJ", "ADV", "ADP", "PUNCT", "AUX", "DET", "NUM"))
COMMAS = frozenset((",", "("))
IMPOSING = (ActorType.STATE, ActorType.ORGANISATION)


def under_sanctions(scene: Scene, clauses: Clauses) -> Iterator[Event]:
    """The sanctions of one article that are told in this way, in the order of the text."""
    for noun in scene.tokens_with(SANCTIONS):
        under = _under(noun)
        if under is None:
            continue
        behind = (c for case, c in obliques(noun) if case in ("de", "par"))
        doers = clauses.first_actors(behind) or by_adjective(scene, noun) or actors_done_by(scene, noun)
        for doer in of_types(without_places(doers), IMPOSING):
            for ref in _sanctioned(scene, under, noun):
                if ref.entity.id != doer.entity.id and relations()[RELATION].allows(
                    doer.entity.type, ref.entity.type
                ):
                    yield Event.at("under sanctions", RELATION, noun, doer, ref)


def _under(noun: Token) -> Token | None:
    """The «sous» before «sanctions», «le coup de plusieurs sanctions»."""
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - BACK) : noun.i]):
        if lower(token) == UNDER:
            return token
        if token.pos_ == "VERB" or token.text in COMMAS:
            return None
    return None


def _sanctioned(scene: Scene, under: Token, noun: Token) -> list[Ref]:
    """Who is named in apposition behind, else the phrase before."""
    following = noun.doc[noun.i + 1 : min(noun.i + BACK, noun.sent.end)]
    comma = next((t for t in following if t.text in COMMAS), None)
    if comma is not None:
        named = _listed(scene, comma.i + 1, noun.sent.end)
        if named := [r for r in named if r.entity.type is ActorType.PERSON]:
            return named
    for token in reversed(noun.doc[max(noun.sent.start, under.i - BACK) : under.i]):
        if refs := without_places(scene.actors(token)):
            return refs
        if token.pos_ not in LIGHT and token.lemma_ not in PLACED:
            return []
    return []


def _listed(scene: Scene, start: int, end: int) -> list[Ref]:
    """The names of a list that begins at a token."""
    first = scene.mention_tokens(start, min(start + 2, end))
    if not first:
        return []
    token, mention = first[0]
    return scene.list_around(token) or [Ref(mention.entity, token.i, "name")]
