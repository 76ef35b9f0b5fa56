"""What the actor files know of the offices that persons hold, and which posts are the same."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Scene
from sahelgraph.ontology.actors import ActorBook, Fact
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold
from sahelgraph.ontology.when import Certainty

FILLERS = word_set("careers", "fillers")
OWN = frozenset(("transition", "junte"))


class Careers:
    """The offices that the actor files know, by person."""

    def __init__(self, book: ActorBook | None, offices: Offices) -> None:
        self._offices = offices
        self._held: dict[str, list[Fact]] = defaultdict(list)
        for fact in book.facts if book else ():
            if fact.relation == "holds-office" and fact.object is not None:
                self._held[fact.subject].append(fact)

    def current(self, scene: Scene, person: Entity) -> list[Fact]:
        """What a person may hold on the article's day."""
        day = scene.article.date
        return [
            f
            for f in self._held.get(person.id, ())
            if not (day and f.when and f.when.covers(day) is Certainty.NO)
        ]

    def places(self, person: Entity) -> set[str]:
        """The ids of all in which a person held anything at any time."""
        return {f.object for f in self._held.get(person.id, ()) if f.object}

    def state_for(self, scene: Scene, person: Entity, words: str) -> Entity | None:
        """The State in which a person held such a post, on the article's day or before it."""
        day = scene.article.date
        best: tuple[int, Entity] | None = None
        for fact in self._held.get(person.id, ()):
            where = scene.entity(fact.object or "")
            if where is None or where.type is not ActorType.STATE:
                continue
            if fact.when and day and fact.when.earliest_start and fact.when.earliest_start > day:
                continue
            now = not (day and fact.when and fact.when.covers(day) is Certainty.NO)
            rank = 2 * self.alike(words, fact.role or "") + now
            if best is None or rank > best[0]:
                best = (rank, where)
        return best[1] if best else None

    def alike(self, words: str, role: str) -> bool:
        """Are two posts of one rank?"""
        return bool(self._rank(words) & self._rank(fold(role)))

    def same_post(self, phrase: str, role: str, where: Entity) -> bool:
        """Are two posts the same, with their domains: not «ministre de la Défense» and «ministre de la
        Justice»? The name of where the second is counts for nothing."""
        names = {w.rstrip("s") for n in (where.label, *where.aliases) for w in _plain(fold(n)).split()}
        one, other = self._domain(phrase), self._domain(fold(role)) - names
        alike = self.alike(phrase, role) and bool(one) == bool(other)
        return alike and (one <= other or other <= one)

    def _rank(self, words: str) -> set[int]:
        plain = _plain(words)
        found: set[int] = set()
        for number, rank in enumerate(self._offices.ranks):
            for post in rank:
                key = _plain(post)
                if plain == key or plain.startswith(key + " "):
                    found.add(number)
        return found or {-1 - hash(plain.split()[0] if plain else "")}

    def _domain(self, words: str) -> set[str]:
        ranked = {w for rank in self._offices.ranks for post in rank for w in _plain(post).split()} - OWN
        inner = {w for i in self._offices.inner for w in _plain(fold(i)).split()} | {"et"}
        return {w.rstrip("s") for w in _plain(words).split() if w not in ranked | inner | FILLERS}


@lru_cache(maxsize=1 << 12)
def _plain(words: str) -> str:
    return " ".join(words.replace("'", " ").replace("’", " ").replace("-", " ").split())
