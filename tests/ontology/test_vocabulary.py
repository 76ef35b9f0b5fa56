"""vocabulary.ttl says of every relation what relations.toml says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from sahelgraph.ontology import namespaces
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.namespaces import (
    PLOVER,
    RDF,
    RDFS,
    SCHEMA,
    SG,
    SKOS,
    compact,
    mint,
    name_of,
    relation_class,
    relation_of,
    relation_property,
)
from sahelgraph.ontology.relations import Relation, relations

VOCABULARY = Path(namespaces.__file__).with_name("vocabulary.ttl")
OWL = namespaces.OWL


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(parse(path=str(VOCABULARY)))


def objects(quads: list[Quad], subject: str, property_: str) -> set[str]:
    found = {q.object for q in quads if (q.subject.value, q.predicate.value) == (subject, property_)}
    return {f"{o.value}@{o.language}" if isinstance(o, Literal) and o.language else o.value for o in found}


@pytest.mark.parametrize("relation", relations().values(), ids=lambda r: r.id)
def test_a_relation_has_its_class_and_its_property(quads: list[Quad], relation: Relation) -> None:
    class_, property_ = relation_class(relation.id), relation_property(relation.id)
    kind = "StateClaim" if relation.kind == "state" else "EventClaim"
    labels = {f"{relation.label.fr}@fr", f"{relation.label.en}@en"}
    assert objects(quads, class_, RDFS + "subClassOf") == {SG + kind}
    assert objects(quads, class_, RDFS + "label") == labels
    assert objects(quads, class_, SG + "group") == {relation.group}
    assert objects(quads, class_, SG + "shortcut") == {property_}
    assert objects(quads, class_, SKOS + "closeMatch") == (
        {PLOVER + relation.plover} if relation.plover else set()
    )
    assert objects(quads, property_, RDFS + "label") == labels
    assert objects(quads, property_, SG + "inverseLabel") == {
        f"{relation.inverse.fr}@fr",
        f"{relation.inverse.en}@en",
    }
    assert objects(quads, property_, SCHEMA + "domainIncludes") == {SG + t for t in relation.domain}
    types = objects(quads, property_, RDF + "type")
    assert (OWL + "SymmetricProperty" in types) == relation.symmetric
    if relation.has_object:
        assert objects(quads, property_, SCHEMA + "rangeIncludes") == {SG + t for t in relation.range}
        assert OWL + "ObjectProperty" in types


def test_no_relation_is_left_over(quads: list[Quad]) -> None:
    shortcuts = {q.object.value for q in quads if q.predicate == NamedNode(SG + "shortcut")}
    assert {relation_of(iri) for iri in shortcuts} == set(relations())


def test_every_type_and_status_is_described_in_both_languages(quads: list[Quad]) -> None:
    for type_ in ActorType:
        assert {x[-3:] for x in objects(quads, SG + type_, RDFS + "label")} == {"@fr", "@en"}
    for status in Status:
        assert objects(quads, SG + status.capitalize(), SKOS + "notation") == {status}


def test_plover_types_are_declared(quads: list[Quad]) -> None:
    for relation in relations().values():
        if relation.plover:
            assert objects(quads, PLOVER + relation.plover, SKOS + "notation") == {relation.plover}


def test_names_survive_being_made_iris() -> None:
    for name in ("mali", "new:Ansar «Dine»", "a b/c#d?é%", "../x"):
        iri = mint(namespaces.ACTOR, name)
        assert name_of(namespaces.ACTOR, iri) == name
        assert NamedNode(iri).value == iri


def test_iris_are_shortened_only_where_a_prefix_leaves_a_plain_name() -> None:
    assert compact(SG + "memberOf") == "sg:memberOf"
    assert compact(namespaces.ARTICLE + "a.txt#x") == namespaces.ARTICLE + "a.txt#x"
