"""Claims back from RDF: `claims_of(article_quads(a, claims, v))` gives the claims again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, takewhile

from pyoxigraph import Literal, NamedNode, Quad

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.terms import Descriptions, Term, iri, sequence_of, sg
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence, Status
from sahelgraph.ontology.namespaces import OA, PROV, RDF, RDFS, SKOS, relation_of


def claims_of(quads: Iterable[Quad]) -> list[Claim]:
    """The claims of an article's graph, by id. Raises ValueError where the quads are not complete."""
    known = Descriptions(quads)
    return [_claim(known, node) for node in known.instances(sg("Claim"))]


def _claim(known: Descriptions, node: NamedNode) -> Claim:
    object_mention = known.one(node, sg("objectMention"))
    return Claim(
        document=id_of(known.one(node, iri(PROV, "wasDerivedFrom"))),
        relation=relation_of(_text(known, node, sg("relation"))),
        subject=_entity(known, _node(known, node, sg("subjectMention"))),
        object=_entity(known, object_mention) if isinstance(object_mention, NamedNode) else None,
        evidence=_evidence(known, _node(known, node, iri(OA, "hasTarget"))),
        status=Status(id_of(known.one(node, sg("status"))).lower()),
        when=known.when(node),
        by=_ordered(known, node, sg("by")),
        role=known.text(node, sg("role")),
        confidence=float(_text(known, node, sg("confidence"))),
        rules=_ordered(known, node, sg("rule")),
    )


def _entity(known: Descriptions, mention: NamedNode) -> Entity:
    return Entity(
        id=id_of(known.one(mention, sg("actor"))),
        label=_text(known, mention, iri(RDFS, "label")),
        type=ActorType(id_of(known.one(mention, sg("type")))),
        aliases=_ordered(known, mention, iri(SKOS, "altLabel")),
        state=known.text(mention, sg("stateLabel")),
    )


def _evidence(known: Descriptions, sentence: NamedNode) -> Evidence:
    values: dict[str, str] = {}
    for selector in known.all(sentence, iri(OA, "hasSelector")):
        for name in ("exact", "start", "end"):
            if isinstance(value := known.one(selector, iri(OA, name)), Literal):
                values[name] = value.value
    try:
        return Evidence(values["exact"], int(values["start"]), int(values["end"]))
    except KeyError as error:
        raise ValueError(f"{sentence} has no {error} of a sentence") from error


def _ordered(known: Descriptions, node: NamedNode, property_: NamedNode) -> tuple[str, ...]:
    sequence = sequence_of(node, property_)
    members = (known.text(sequence, iri(RDF, f"_{number}")) for number in count(1))
    return tuple(t for t in takewhile(lambda t: t is not None, members) if t is not None) or tuple(
        known.texts(node, property_)
    )


def _node(known: Descriptions, subject: Term, property_: NamedNode) -> NamedNode:
    term = known.one(subject, property_)
    if not isinstance(term, NamedNode):
        raise ValueError(f"{subject} has no {property_}")  # noqa: TRY004 (bad data, not a bad call)
    return term


def _text(known: Descriptions, subject: Term, property_: NamedNode) -> str:
    text = known.text(subject, property_)
    if text is None:
        raise ValueError(f"{subject} has no {property_}")
    return text
