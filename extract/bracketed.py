"""Persons whose State stands in brackets: «des chefs d'État, dont X (Sénégal) et Y (Ghana)»."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.grammar import lower
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.posts import Post
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.ontology.claims import ActorType, Entity

REACH = 7
FAR = 24
BEFORE_LIST = frozenset((":", ",", "dont", "notamment", "comme", "que", "(", "–"))


def past_bracket(doc: Doc, index: int) -> int:
    """Past the short bracket that opens at `index`; `index` where none does."""
    if index >= len(doc) or doc[index].text != "(":
        return index
    return next((t.i + 1 for t in doc[index : index + REACH] if t.text == ")"), index)


def state_in_brackets(scene: Scene, person: Token) -> Entity | None:
    """«X (Tchad)»: the State that a bracket behind a name begins with."""
    doc, opening = scene.doc, person.i + 1
    if past_bracket(doc, opening) == opening or opening + 1 >= len(doc):
        return None
    named = (m for m in scene.mentions_at(doc[opening + 1]) if m.kind is not Kind.DEMONYM)
    return next((m.entity for m in named if m.entity.type is ActorType.STATE), None)


def opens_list(post: Post, first: Token, name_start: int, posts: Iterable[Post]) -> bool:
    """Does the name of `first`, at `name_start`, open a list of those who have a post of a State in the
    plural, named shortly before and with no other post between?"""
    head = first.doc[post.start]
    several = post.plural or "Number=Plur" in str(head.morph)
    near = head.sent == first.sent and first.i <= post.through + FAR
    if not (several and near and post.of_state) or lower(first.doc[name_start - 1]) not in BEFORE_LIST:
        return False
    return not any(post.start < p.start < name_start for p in posts)
