"""What is in a store, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import Literal

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.memberships import Membership
from sahelgraph.graph.memberships_graph import read_memberships
from sahelgraph.graph.names import label_of, unlisted_actors
from sahelgraph.graph.statements import is_fact
from sahelgraph.graph.store import Store, select
from sahelgraph.graph.terms import Term, to_date
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.namespaces import relation_of

ARTICLES = """
    SELECT (COUNT(?article) AS ?articles) (MAX(?day) AS ?last)
    WHERE { ?article a sg:Article OPTIONAL { ?article dcterms:date ?day } }"""
CLAIMS = """
    SELECT ?relation ?status (COUNT(?claim) AS ?claims)
    WHERE { ?claim a sg:Claim ; sg:relation ?relation ; sg:status ?status }
    GROUP BY ?relation ?status"""
NAMED = "SELECT DISTINCT ?actor WHERE { ?mention a sg:Mention ; sg:actor ?actor }"
STALE = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True)
class Stats:
    """`actors` are those that articles name, by type; `unlisted` of them the actor files lack. `stale`
    are memberships that an actor file leaves open-ended and that no article has supported in the two
    years before the last article; `flagged` those of them whose ends articles name, by their labels."""

    articles: int
    claims: int
    by_relation: Mapping[str, int]
    by_status: Mapping[str, int]
    actors: Mapping[str, int]
    unlisted: int
    memberships: Mapping[str, int]
    curated: int
    stale: tuple[Membership, ...]
    flagged: tuple[Mapping[str, str | None], ...]

    def to_json(self) -> dict[str, object]:
        return {**self.counts, "flagged": list(self.flagged)}

    @property
    def counts(self) -> dict[str, int]:
        return {
            "articles": self.articles,
            "claims": self.claims,
            **{f"claims {relation}": count for relation, count in self.by_relation.items()},
            **{f"claims {status}": count for status, count in self.by_status.items()},
            **{f"actors {type_}": count for type_, count in self.actors.items()},
            "actors that the actor files lack": self.unlisted,
            **{f"memberships {certainty}": count for certainty, count in self.memberships.items()},
            "memberships that only the actor files know": self.curated,
            "open-ended ones without an article in two years": len(self.stale),
        }


def stats(store: Store, book: ActorBook) -> Stats:
    """Counts of what is in the store; each table from the most to the least."""
    relations: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for relation, status, count in select(store, CLAIMS):
        relations[relation_of(getattr(relation, "value", ""))] += _number(count)
        statuses[id_of(status).lower()] += _number(count)
    ((articles, last),) = select(store, ARTICLES)
    unlisted = {actor.id: actor for actor in unlisted_actors(store)}
    named = {id_of(actor) for (actor,) in select(store, NAMED)}
    types = Counter(
        book[i].type.value if i in book else unlisted[i].type for i in named if i in book or i in unlisted
    )
    memberships = read_memberships(store)
    stale = tuple(m for m in memberships if _is_stale(m, to_date(last)))
    return Stats(
        articles=_number(articles),
        claims=sum(relations.values()),
        by_relation=_sorted(relations),
        by_status=_sorted(statuses),
        actors=_sorted(types),
        unlisted=len(unlisted),
        memberships=_sorted(Counter(m.certainty for m in memberships)),
        curated=sum(m.curated for m in memberships),
        stale=stale,
        flagged=tuple(_flag(store, book, m) for m in stale if {m.actor, m.alliance} <= named),
    )


def _flag(store: Store, book: ActorBook, membership: Membership) -> Mapping[str, str | None]:
    return {
        "actor": label_of(store, book, membership.actor),
        "alliance": label_of(store, book, membership.alliance),
        "since": membership.when.start_edtf,
        "last_seen": membership.last_seen.isoformat() if membership.last_seen else None,
    }


def _is_stale(membership: Membership, last: date | None) -> bool:
    open_ended = membership.when.latest_end is None
    supported_by_files = any(map(is_fact, membership.for_))
    seen = membership.last_seen
    return open_ended and supported_by_files and last is not None and (seen is None or seen < last - STALE)


def _number(term: Term | None) -> int:
    return int(term.value) if isinstance(term, Literal) else 0


def _sorted(counts: Counter[str]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
