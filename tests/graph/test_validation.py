"""The shapes say of every relation what relations.toml says, and hold the actor files too."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from sahelgraph.graph.actors_graph import actors_quads
from sahelgraph.graph.validation import SHAPES_FILE, violations
from sahelgraph.ontology.actors import ActorBook, actor_book
from sahelgraph.ontology.namespaces import SG, relation_class
from sahelgraph.ontology.relations import Relation, relations


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(Path(SHAPES_FILE))


def types(shapes: rdflib.Graph, shape: rdflib.URIRef) -> set[str]:
    return {str(item).removeprefix(SG) for item in Collection(shapes, shapes.value(shape, SH["in"]))}


@pytest.mark.parametrize("relation", relations().values(), ids=lambda r: r.id)
def test_claims_are_held_to_the_types_of_their_relation(shapes: rdflib.Graph, relation: Relation) -> None:
    class_ = rdflib.URIRef(relation_class(relation.id))
    subject, object_ = class_ + "-subjectType", class_ + "-objectType"
    assert shapes.value(subject, SH.targetClass) == class_
    assert types(shapes, subject) == set(relation.domain)
    if relation.has_object:
        assert shapes.value(object_, SH.targetClass) == class_
        assert types(shapes, object_) == set(relation.range)
    else:
        assert shapes.value(class_ + "-object", SH.maxCount) == rdflib.Literal(0)


def test_every_shape_has_a_target_and_a_message(shapes: rdflib.Graph) -> None:
    for shape in shapes.subjects(rdflib.RDF.type, SH.PropertyShape):
        assert shapes.value(shape, SH.targetClass)
        assert shapes.value(shape, SH.message)
        assert shapes.value(shape, SH.path)


def test_actors_and_facts_of_a_file_keep_the_rules(book: ActorBook) -> None:
    assert violations(actors_quads(book)) == []


def test_the_actor_files_keep_the_rules_that_no_build_checks_again() -> None:
    assert violations(actors_quads(actor_book())) == []
