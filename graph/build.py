"""Writing to a store: articles with their claims, the actor files, and all that is computed from both.
SHACL holds what is read and what is computed to the shapes before it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.actors_graph import actors_quads, fingerprint
from sahelgraph.graph.derived import derived_quads
from sahelgraph.graph.iris import article_iri
from sahelgraph.graph.memberships import fuse
from sahelgraph.graph.rdf import article_quads
from sahelgraph.graph.statements import statements_of_facts
from sahelgraph.graph.store import Store
from sahelgraph.graph.stored_statements import stored_statements
from sahelgraph.graph.terms import Term, sg
from sahelgraph.graph.validation import check
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim
from sahelgraph.ontology.errors import RuleError
from sahelgraph.ontology.namespaces import ACTORS_GRAPH, MEMBERSHIPS_GRAPH
from sahelgraph.ontology.relations import relations

BATCH = 100
"""Articles written in one transaction."""
Read = tuple[Article, Sequence[Claim]]
NEW = "new:"
KNOWN = """
    ASK {
      GRAPH ?article {
        ?article sg:fingerprint ?fingerprint .
        ?run prov:used ?article ; prov:wasAssociatedWith/schema:softwareVersion ?version
      }
    }"""


def is_known(store: Store, article: Article, extractor_version: str) -> bool:
    """Is this very article in the store, read by this version of the extractor?"""
    bindings: dict[str, Term] = {
        "article": article_iri(article.document),
        "fingerprint": Literal(article.fingerprint),
        "version": Literal(extractor_version),
    }
    return store.query(KNOWN, bindings) is True


@dataclass(frozen=True, slots=True)
class Written:
    """How many claims were added, and how many memberships the store then has."""

    claims: int
    memberships: int


def write_articles(
    store: Store,
    read: Iterator[Read],
    book: ActorBook,
    extractor_version: str,
    reject: Callable[[RuleError], None],
) -> Written:
    """Writes articles as they come, many in one transaction, and computes what follows from them, also
    where reading breaks off with an error. An article that breaks a rule is left out, and `reject` gets
    the error; what the store had of it stays."""
    claims = 0
    try:
        while batch := list(islice(read, BATCH)):
            claims += _add(store, batch, book, extractor_version, reject)
    finally:
        memberships = refresh_memberships(store, book)
    return Written(claims, memberships)


def _add(
    store: Store,
    batch: Sequence[Read],
    book: ActorBook,
    extractor_version: str,
    reject: Callable[[RuleError], None],
) -> int:
    try:
        return add_articles(store, batch, book, extractor_version)
    except RuleError as error:
        if len(batch) == 1:
            reject(error)
            return 0
    return sum(_add(store, [one], book, extractor_version, reject) for one in batch)


def add_articles(
    store: Store,
    batch: Iterable[Read],
    book: ActorBook,
    extractor_version: str,
) -> int:
    """Writes articles and their claims, in the place of what the store had of them, in one
    transaction; gives the number of claims. Raises RuleError, naming the article, where a claim
    breaks a rule or names an actor by an id that is neither in the actor files nor new: then nothing
    is written."""
    graphs: dict[NamedNode, list[Quad]] = {}
    written = 0
    for article, claims in batch:
        for claim in claims:
            _check_claim(article, claim, book)
        graphs[article_iri(article.document)] = article_quads(article, claims, extractor_version)
        written += len(claims)
    check(quad for quads in graphs.values() for quad in quads)
    if graphs:
        store.replace(graphs)
    return written


def refresh_memberships(store: Store, book: ActorBook) -> int:
    """Computes everything that depends on more than one article anew; gives the number of
    memberships. To be called after the last `add_articles`, or when the actor files have changed."""
    _load_actors(store, book)
    memberships = fuse([*statements_of_facts(book), *stored_statements(store)])
    _replace(store, NamedNode(MEMBERSHIPS_GRAPH), derived_quads(store, book, memberships))
    return len(memberships)


def _replace(store: Store, graph: NamedNode, quads: Iterable[Quad]) -> None:
    """Gives a graph new contents, after a check of all that is new in them."""
    new, known = set(quads), set(store.quads(graph))
    changed = {quad.subject for quad in new - known}
    check(quad for quad in new if quad.subject in changed)
    if new != known:
        store.replace({graph: new})


def _check_claim(article: Article, claim: Claim, book: ActorBook) -> None:
    """What SHACL cannot see: the article's text, the relations and the actor files."""
    evidence = claim.evidence
    if claim.document != article.document or claim.relation not in relations():
        raise RuleError(
            f"a claim {claim.relation} of {claim.document} does not belong here", where=article.document
        )
    if article.text[evidence.start : evidence.end] != evidence.text:
        raise RuleError(
            f"a sentence is not at {evidence.start}..{evidence.end} of the text", where=article.document
        )
    for entity in (claim.subject, claim.object):
        if entity and not entity.id.startswith(NEW) and entity.id not in book:
            raise RuleError(f"the actor files have no «{entity.id}»", where=article.document)


def _load_actors(store: Store, book: ActorBook) -> None:
    """Not checked by SHACL, which would take most of the time of a first build: the loader of the actor
    files refuses every mistake, a test holds their graph to the shapes, and `validate` checks it."""
    graph = NamedNode(ACTORS_GRAPH)
    mark = Literal(fingerprint(book))
    if store.query("ASK { GRAPH ?graph { ?graph sg:fingerprint ?mark } }", {"graph": graph, "mark": mark}):
        return
    store.replace({graph: [*actors_quads(book), Quad(graph, sg("fingerprint"), mark, graph)]})
