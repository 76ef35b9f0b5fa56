"""What actors are called, and who is meant by a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import Literal

from sahelgraph.graph.iris import actor_iri, id_of
from sahelgraph.graph.store import Store, select
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.names import name_key

UNLISTED = """
    SELECT ?actor ?type ?label ?alias
    WHERE {
      GRAPH graph:memberships {
        ?actor a ?type ; skos:prefLabel ?label .
        OPTIONAL { ?actor skos:altLabel ?alias }
      }
    }"""
LABEL = """
    SELECT ?label
    WHERE { GRAPH graph:memberships { ?actor skos:prefLabel ?label } }"""
SUGGESTIONS = 3
CONSIDERED = 50
LIKENESS = 70
"""Of 100, in rapidfuzz's WRatio: below it a name is no help."""
GROUPS = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.STATE)
GROUP_BONUS = 10
"""Who looks up a name mostly looks for an alliance or a State."""
FAR_BEHIND = 20
"""A name that is so much less like it than the best is left out."""


@dataclass(frozen=True, slots=True)
class Called:
    """One name of an actor, or of something else that has an id; `type` is a value of ActorType."""

    name: str
    id: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Unlisted:
    """An actor that articles name and the actor files lack. `type` is a value of ActorType."""

    id: str
    label: str
    type: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.label, *self.aliases


def resolve(book: ActorBook, store: Store, name: str) -> str:
    """The id of the actor that has this name or id, in the actor files or else in the articles.
    Raises NameNotFoundError with the names most like it."""
    if found := book.find(name):
        return found[0].id
    unlisted = unlisted_actors(store)
    for actor in unlisted:
        if name == actor.id or name_key(name) in map(name_key, actor.names):
            return actor.id
    names = [
        *(Called(n, a.id, a.type.value) for a in book for n in a.all_names),
        *(Called(n, a.id, a.type) for a in unlisted for n in a.names),
    ]
    raise NameNotFoundError(f"no actor is called «{name}»", hint=suggestion(name, names))


def label_of(store: Store, book: ActorBook, actor_id: str) -> str:
    """The French label of an actor; its id where the store does not know it either."""
    if actor_id in book:
        return book[actor_id].label.fr
    rows = select(store, LABEL, actor=actor_iri(actor_id))
    return min((t.value for row in rows for t in row if isinstance(t, Literal)), default=actor_id)


def unlisted_actors(store: Store) -> list[Unlisted]:
    """The actors that articles name and the actor files lack, by id."""
    found: dict[str, Unlisted] = {}
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for actor, type_, label, alias in select(store, UNLISTED):
        if isinstance(label, Literal):
            found[id_of(actor)] = Unlisted(id_of(actor), label.value, id_of(type_), ())
        if isinstance(alias, Literal):
            aliases[id_of(actor)].add(alias.value)
    return [replace(found[i], aliases=tuple(sorted(aliases[i]))) for i in sorted(found)]


def suggestion(name: str, called: Iterable[Called], otherwise: str = "`sahelgraph actors` lists all") -> str:
    """What to tell who asked for a name that nobody has: the names most like it, one for each that is
    called so, groups before others that are as like; `otherwise` where none is like it."""
    from rapidfuzz import fuzz, process

    spellings: dict[str, Called] = {}
    for one in called:
        spellings.setdefault(name_key(one.name), one)
    wanted = name_key(name)
    found = process.extract(
        wanted, list(spellings), scorer=fuzz.WRatio, limit=CONSIDERED, score_cutoff=LIKENESS
    )

    def likeness(key: str) -> float:
        alike = max(fuzz.ratio(wanted, key), fuzz.token_sort_ratio(wanted, key))
        return alike + (GROUP_BONUS if spellings[key].type in GROUPS else 0)

    ranked = sorted(((likeness(key), key) for key, _, _ in found), key=lambda pair: -pair[0])
    best: dict[str, str] = {}
    for alike, key in ranked:
        if alike > ranked[0][0] - FAR_BEHIND:
            best.setdefault(spellings[key].id, spellings[key].name)
    near = " or ".join([*best.values()][:SUGGESTIONS])
    return f"did you mean {near}?" if near else otherwise
