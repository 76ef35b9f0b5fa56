"""Whom a description holds guilty in the eyes of another: «X a rompu avec Y, coupable à ses yeux de …»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, is_negated, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations

GUILTY = word_set("mended_charges", "guilty")
VIEWS = (("à", "ses", "yeux"), ("à", "leurs", "yeux"))
BY = ("selon", "d'après")
WHOSE = ("lui", "elle", "eux", "elles")
RELATION = "accused"


def held_guilty(scene: Scene, clauses: Clauses) -> Iterator[Event]:
    """Who acts accuses the one of whom such an adjective is said, in the order of the text."""
    relation = relations()[RELATION]
    for word in scene.tokens_with(GUILTY):
        noun = word.head
        if word.dep_ not in ("amod", "appos", "acl") or noun.i > word.i or not _is_view(word):
            continue
        verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
        if verb is None or is_negated(word):
            continue
        guilty = scene.actors(noun)
        known = {r.entity.id for r in guilty}
        for accuser in clauses.doers(verb):
            for ref in guilty:
                if accuser.entity.id not in known and relation.allows(accuser.entity.type, ref.entity.type):
                    yield Event.at("held guilty", RELATION, word, accuser, ref, status=Status.ASSERTED)


def _is_view(word: Token) -> bool:
    """Does «à ses yeux» or «selon lui» stand right behind?"""
    behind = [lower(t) for t in word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]]
    return tuple(behind) in VIEWS or (len(behind) > 1 and behind[0] in BY and behind[1] in WHOSE)
