"""The IRIs of single actors, articles and claims, and back to their ids."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sahelgraph.graph.terms import Term
from sahelgraph.ontology.namespaces import ACTOR, ARTICLE, CLAIM, FACT, MEMBERSHIP, SG, mint, name_of


def actor_iri(actor_id: str) -> NamedNode:
    return NamedNode(mint(ACTOR, actor_id))


def article_iri(document: str) -> NamedNode:
    """The IRI of an article, which is also the name of its graph."""
    return NamedNode(mint(ARTICLE, document))


def statement_iri(statement_id: str) -> NamedNode:
    """The IRI of a claim, or of a curated fact by its id `fact:…`."""
    if statement_id.startswith("fact:"):
        return NamedNode(mint(FACT, statement_id.removeprefix("fact:")))
    return NamedNode(mint(CLAIM, statement_id))


def membership_iri(membership_id: str) -> NamedNode:
    return NamedNode(mint(MEMBERSHIP, membership_id))


def id_of(term: Term | None) -> str:
    """The id of an actor, article, claim, fact or membership, or the plain name of a term of the
    vocabulary, by its IRI. Raises ValueError where it is none of them."""
    if isinstance(term, NamedNode):
        if term.value.startswith(FACT):
            return "fact:" + name_of(FACT, term.value)
        for namespace in (ACTOR, ARTICLE, CLAIM, MEMBERSHIP, SG):
            if term.value.startswith(namespace):
                return name_of(namespace, term.value)
    raise ValueError(f"{term} is nothing of this graph's own")
