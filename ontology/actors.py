"""Actors and the dated facts about them, and the book that looks them up by id or name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import Place
from sahelgraph.ontology.names import fold, name_key
from sahelgraph.ontology.relations import Labels
from sahelgraph.ontology.when import When

ACTORS_FOLDER = Path(__file__).parent.parent / "seeds" / "actors"


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated statement that an actor file makes on its own authority; `place` is its file and line."""

    subject: str
    relation: str
    object: str | None
    when: When | None
    role: str | None
    source: str
    place: Place
    announced: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor: see ACTOR_KEYS of actor_files.py. `names` holds the labels and every other sure name."""

    id: str
    type: ActorType
    label: Labels
    names: tuple[str, ...]
    ambiguous: tuple[str, ...]
    hints: tuple[str, ...]
    aka: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    combining: tuple[str, ...]
    bodies: tuple[str, ...]
    state: str | None
    gender: str | None
    wikidata: str | None
    labels_by_language: tuple[tuple[str, str], ...]
    place: Place

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that a user may look the actor up by."""
        return tuple(dict.fromkeys((*self.names, *self.ambiguous, *self.aka, *self.capitals)))


@dataclass(frozen=True)
class ActorBook:
    """All known actors and facts, looked up by id or name."""

    actors: Mapping[str, Actor]
    facts: tuple[Fact, ...]
    by_name: Mapping[str, tuple[str, ...]]

    def __getitem__(self, actor_id: str) -> Actor:
        return self.actors[actor_id]

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors.values())

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self.actors

    def __len__(self) -> int:
        return len(self.actors)

    @cached_property
    def facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts by their subject."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in found.items()}

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """The first names of the persons, folded, with «m» or «f», where all who bear one agree."""
        found: dict[str, set[str]] = {}
        for actor in self:
            if actor.gender is not None:
                found.setdefault(fold(actor.label.fr.split()[0]), set()).add(actor.gender)
        return {name: genders.pop() for name, genders in found.items() if len(genders) == 1}

    def find(self, name: str) -> tuple[Actor, ...]:
        """The actors that have this name or id, the surest reading first; empty where none has."""
        if name in self.actors:
            return (self.actors[name],)
        return tuple(self.actors[i] for i in self.by_name.get(name_key(name), ()))


@cache
def actor_book() -> ActorBook:
    """The actors of seeds/actors, read once, and from a cache where they were read before."""
    from sahelgraph.ontology.actor_cache import cached_book
    from sahelgraph.ontology.actor_files import load_actors

    return cached_book(ACTORS_FOLDER, load_actors)
