"""Whose word counts, and what was known by when: which statements an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import Literal

from sahelgraph.graph.claim_rows import ClaimRow
from sahelgraph.graph.names import Called, suggestion
from sahelgraph.graph.statements import Statement
from sahelgraph.graph.store import Store, select
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.when import When

PUBLISHERS = "SELECT DISTINCT ?name WHERE { ?article a sg:Article ; dcterms:publisher ?name }"
SPEAKERS = "SELECT DISTINCT ?name WHERE { ?claim a sg:Claim ; sg:by ?name }"


@dataclass(frozen=True, slots=True)
class Voice:
    """One source by all the names that articles give it: as their publisher, and as who says so."""

    publishers: frozenset[str]
    speakers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What counts: all, or only what is not `curated`, what one `voice` says, what was known on a day."""

    curated: bool = True
    voice: Voice | None = None
    known_on: date | None = None

    @property
    def hears_all(self) -> bool:
        return self.curated and self.voice is None and self.known_on is None

    def statements(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """The statements that count, each as far as it does: on the word of a speaker, what an article
        only passes on is asserted; of a fact, what came after the day was not known on it."""
        for statement in statements:
            if not self._hears(
                statement.curated, statement.published, statement.publisher, statement.speakers
            ):
                continue
            if statement.curated:
                if fact := self._as_known(statement):
                    yield fact
            elif self._speaks(statement.speakers) and statement.status is Status.ALLEGED:
                yield replace(statement, status=Status.ASSERTED)
            else:
                yield statement

    def rows(self, rows: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
        """The claims and facts that count, as they are."""
        return (row for row in rows if self._hears(row.curated, row.date, row.publisher, row.speakers))

    def _hears(
        self, curated: bool, published: date | None, publisher: str | None, speakers: Iterable[str]
    ) -> bool:
        if curated:
            return self.curated and self.voice is None
        if self.known_on and (published is None or published > self.known_on):
            return False
        return self.voice is None or publisher in self.voice.publishers or self._speaks(speakers)

    def _speaks(self, speakers: Iterable[str]) -> bool:
        return self.voice is not None and not self.voice.speakers.isdisjoint(speakers)

    def _as_known(self, fact: Statement) -> Statement | None:
        day, when = self.known_on, fact.when
        if day is None:
            return fact
        vouched = min(fact.published, day) if fact.published else day
        if when is None:
            return replace(fact, published=vouched)
        if when.earliest_start and when.earliest_start > day:
            announced = fact.announced and fact.announced <= day
            return replace(fact, status=Status.PLANNED, published=vouched) if announced else None
        if "/" in when.edtf and when.latest_end and when.latest_end > day:
            vouched = min(when.earliest_end or vouched, vouched)
            when = When.of_bounds(when.earliest_start, when.latest_start, vouched, None)
        return replace(fact, when=when, published=vouched)


EVERYTHING = Hearing()


def voice_named(store: Store, book: ActorBook, name: str) -> Voice:
    """The source that has this name: a publisher, by its whole name or by one of several between
    slashes («Le Carnet / AFP»), or a speaker, by any name of the actor that speaks. Raises
    NameNotFoundError, with the names most like it, where no article has such a source."""
    publishers, speakers = _names(store, PUBLISHERS), _names(store, SPEAKERS)
    keys = {name_key(name)} | {name_key(n) for actor in book.find(name) for n in actor.all_names}
    voice = Voice(
        frozenset(p for p in publishers if not keys.isdisjoint(map(name_key, (p, *p.split("/"))))),
        frozenset(s for s in speakers if name_key(s) in keys),
    )
    if not (voice.publishers or voice.speakers):
        raise NameNotFoundError(
            f"no article is published by «{name}» or has it say something",
            hint=suggestion(
                name,
                (Called(n, n) for n in (*publishers, *speakers)),
                otherwise="`sahelgraph sparql speakers` lists publishers and speakers",
            ),
        )
    return voice


def _names(store: Store, query: str) -> list[str]:
    return sorted(term.value for (term,) in select(store, query) if isinstance(term, Literal))
