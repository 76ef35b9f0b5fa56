"""Articles and claims as RDF; `reading` is the inverse.

A claim keeps what its article says of the actors (names, type, State) in a mention, apart from what
the actor files say. Sentences are Web Annotation selectors of the article.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.iris import actor_iri, article_iri, statement_iri
from sahelgraph.graph.reprints import Sketch
from sahelgraph.graph.terms import TYPE, Term, day, integer, iri, number, sequence_of, sg, when_pairs
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim, Entity, Evidence
from sahelgraph.ontology.namespaces import (
    DCTERMS,
    EXTRACTOR,
    OA,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    XSD,
    mint,
    relation_class,
    relation_property,
)

Triples = Iterator[tuple[NamedNode, NamedNode, Term]]


def article_quads(article: Article, claims: Iterable[Claim], extractor_version: str) -> list[Quad]:
    """The graph of an article: its metadata, its provenance and its claims, without duplicates."""
    node = article_iri(article.document)
    triples = {*_article(node, article, extractor_version)}
    for claim in claims:
        triples.update(_claim(node, claim))
    return [Quad(s, p, o, node) for s, p, o in triples]


def _article(node: NamedNode, article: Article, extractor_version: str) -> Triples:
    run, extractor = NamedNode(f"{node.value}#extraction"), NamedNode(mint(EXTRACTOR, extractor_version))
    yield node, TYPE, sg("Article")
    yield node, iri(DCTERMS, "identifier"), Literal(article.document)
    yield node, iri(DCTERMS, "language"), Literal(article.language)
    yield node, sg("fingerprint"), Literal(article.fingerprint)
    yield node, sg("sketch"), Literal(str(Sketch.of(article.text[article.body_start :])))
    if article.title is not None:
        yield node, iri(DCTERMS, "title"), Literal(article.title)
    if article.date is not None:
        yield node, iri(DCTERMS, "date"), day(article.date)
    if article.publisher is not None:
        yield node, iri(DCTERMS, "publisher"), Literal(article.publisher)
    if article.url is not None:
        yield node, iri(SCHEMA, "url"), Literal(article.url, datatype=iri(XSD, "anyURI"))
    yield run, TYPE, iri(PROV, "Activity")
    yield run, iri(PROV, "used"), node
    yield run, iri(PROV, "wasAssociatedWith"), extractor
    yield extractor, TYPE, iri(PROV, "SoftwareAgent")
    yield extractor, iri(SCHEMA, "softwareVersion"), Literal(extractor_version)


def _claim(article: NamedNode, claim: Claim) -> Triples:
    node = statement_iri(claim.id)
    yield node, TYPE, sg("Claim")
    yield node, TYPE, NamedNode(relation_class(claim.relation))
    yield node, sg("relation"), NamedNode(relation_property(claim.relation))
    yield node, sg("status"), sg(claim.status.value.capitalize())
    yield node, sg("confidence"), number(claim.confidence)
    yield node, iri(PROV, "wasDerivedFrom"), article
    yield node, iri(PROV, "wasGeneratedBy"), NamedNode(f"{article.value}#extraction")
    yield from _participant(article, node, "subject", claim.subject)
    if claim.object is not None:
        yield from _participant(article, node, "object", claim.object)
    if claim.when is not None:
        yield from ((node, p, o) for p, o in when_pairs(claim.when))
    if claim.role is not None:
        yield node, sg("role"), Literal(claim.role)
    yield from _ordered(node, sg("by"), claim.by)
    yield from _ordered(node, sg("rule"), claim.rules)
    yield from _evidence(article, node, claim.evidence)


def _participant(article: NamedNode, claim: NamedNode, part: str, entity: Entity) -> Triples:
    actor = actor_iri(entity.id)
    content = (entity.id, entity.label, entity.type, entity.aliases, entity.state)
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]
    mention = NamedNode(f"{article.value}#actor-{digest}")
    yield claim, sg(part), actor
    yield claim, sg(f"{part}Mention"), mention
    yield mention, TYPE, sg("Mention")
    yield mention, sg("actor"), actor
    yield mention, sg("type"), sg(entity.type.value)
    yield mention, iri(RDFS, "label"), Literal(entity.label)
    if entity.state is not None:
        yield mention, sg("stateLabel"), Literal(entity.state)
    yield from _ordered(mention, iri(SKOS, "altLabel"), entity.aliases)


def _evidence(article: NamedNode, claim: NamedNode, evidence: Evidence) -> Triples:
    place = f"{evidence.start}-{evidence.end}"
    sentence, position, quote = (
        NamedNode(f"{article.value}#{kind}-{place}") for kind in ("sentence", "position", "quote")
    )
    yield claim, iri(OA, "hasTarget"), sentence
    yield sentence, TYPE, iri(OA, "SpecificResource")
    yield sentence, iri(OA, "hasSource"), article
    yield sentence, iri(OA, "hasSelector"), position
    yield sentence, iri(OA, "hasSelector"), quote
    yield position, TYPE, iri(OA, "TextPositionSelector")
    yield position, iri(OA, "start"), integer(evidence.start)
    yield position, iri(OA, "end"), integer(evidence.end)
    yield quote, TYPE, iri(OA, "TextQuoteSelector")
    yield quote, iri(OA, "exact"), Literal(evidence.text)


def _ordered(node: NamedNode, property_: NamedNode, texts: Sequence[str]) -> Triples:
    """RDF has sets; a sequence beside them is written only where the alphabet does not give the order."""
    for text in texts:
        yield node, property_, Literal(text)
    if list(texts) != sorted(set(texts)):
        sequence = sequence_of(node, property_)
        yield node, sg("inOrder"), sequence
        yield sequence, TYPE, iri(RDF, "Seq")
        for number_, text in enumerate(texts, start=1):
            yield sequence, iri(RDF, f"_{number_}"), Literal(text)
