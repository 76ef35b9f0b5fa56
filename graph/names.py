"""What actors are called, and who is meant by a name."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal

from sahelgraph.graph.iris import actor_iri, id_of
from sahelgraph.graph.store import Store, select
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.names import name_key

UNLISTED = """
    SELECT ?actor ?name
    WHERE { GRAPH graph:memberships { ?actor skos:prefLabel|skos:altLabel ?name } }"""
LABEL = """
    SELECT ?label
    WHERE { GRAPH graph:memberships { ?actor skos:prefLabel ?label } }"""
SUGGESTIONS = 3
LIKENESS = 70
"""Of 100, in rapidfuzz's WRatio: below it a name is no help."""


def resolve(book: ActorBook, store: Store, name: str) -> str:
    """The id of the actor that has this name or id, in the actor files or else in the articles.
    Raises NameNotFoundError with the names most like it."""
    if found := book.find(name):
        return found[0].id
    unlisted = _unlisted(store)
    for actor_id, other in unlisted:
        if name in (actor_id, other) or name_key(name) == name_key(other):
            return actor_id
    names = [*(n for a in book for n in a.all_names), *(n for _, n in unlisted)]
    raise NameNotFoundError(f"no actor is called «{name}»", hint=suggestion(name, names))


def label_of(store: Store, book: ActorBook, actor_id: str) -> str:
    """The French label of an actor; its id where the store does not know it either."""
    if actor_id in book:
        return book[actor_id].label.fr
    rows = select(store, LABEL, actor=actor_iri(actor_id))
    return min((t.value for row in rows for t in row if isinstance(t, Literal)), default=actor_id)


def _unlisted(store: Store) -> list[tuple[str, str]]:
    rows = select(store, UNLISTED)
    return sorted((id_of(actor), name.value) for actor, name in rows if isinstance(name, Literal))


def suggestion(name: str, names: Iterable[str]) -> str:
    """What to tell who asked for a name that nobody has: the names most like it."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, list(dict.fromkeys(names)), scorer=fuzz.WRatio, processor=name_key,
        limit=SUGGESTIONS, score_cutoff=LIKENESS,
    )  # fmt: skip
    near = " or ".join(match for match, _, _ in found)
    return f"did you mean {near}?" if near else "`sahelgraph actors` lists all"
