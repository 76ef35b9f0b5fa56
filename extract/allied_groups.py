"""Groups that are called allied and listed: «les groupes islamistes alliés (A, B et C)»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import ACTING, Scene
from sahelgraph.extract.trees import Token

ALLIED = word_set("allied_groups", "allied")
SIGNS = frozenset((",", "(", ":"))
ARTICLES = frozenset(("le", "la", "les", "l'"))
BEHIND = 4


def allied_groups(scene: Scene) -> Iterator[Event]:
    """Each pair of a list behind a plural noun that is said to be allied."""
    for word in scene.tokens_with(ALLIED):
        if lower(word) not in ALLIED or word.i == word.sent.start:
            continue
        noun = next((t for t in (word.head, word.nbor(-1)) if t.i < word.i and t.pos_ == "NOUN"), None)
        if noun is None or "Number=Plur" not in str(noun.morph):
            continue
        if word.i - noun.i <= BEHIND and (first := _first_of_list(word)) is not None:
            listed = {r.entity.id: r for r in scene.list_around(first) if r.entity.type in ACTING}
            for one, other in combinations(listed.values(), 2):
                yield Event.at("allies: listed", "allied-with", word, one, other)


def _first_of_list(word: Token) -> Token | None:
    """The word right behind the sign that opens a list."""
    doc, end = word.doc, word.sent.end
    index = word.i + 1
    if index + 2 >= end or doc[index].text not in SIGNS:
        return None
    return doc[index + 2] if lower(doc[index + 1]) in ARTICLES else doc[index + 1]
