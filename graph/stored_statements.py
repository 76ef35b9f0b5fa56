"""What the claims in a store say about memberships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from sahelgraph.graph.iris import id_of
from sahelgraph.graph.statements import FUSED, Statement
from sahelgraph.graph.store import Row, Store, select
from sahelgraph.graph.terms import to_date, to_when
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.namespaces import relation_of, relation_property

_RELATIONS = " ".join(f"<{relation_property(relation)}>" for relation in FUSED)
STATEMENTS = (
    """
    SELECT ?claim ?relation ?subject ?object ?subjectType ?objectType ?status ?article ?published
      ?publisher ?by ?edtf ?first ?begun ?lasted ?last
    WHERE {
      GRAPH ?article {
        VALUES ?relation { """
    + _RELATIONS
    + """ }
        ?claim sg:relation ?relation ; a sg:Claim ; sg:status ?status ;
          sg:subject ?subject ; sg:subjectMention/sg:type ?subjectType .
        OPTIONAL { ?claim sg:object ?object ; sg:objectMention/sg:type ?objectType }
        OPTIONAL { ?claim sg:edtf ?edtf }
        OPTIONAL { ?claim sg:earliestStart ?first }
        OPTIONAL { ?claim sg:latestStart ?begun }
        OPTIONAL { ?claim sg:earliestEnd ?lasted }
        OPTIONAL { ?claim sg:latestEnd ?last }
        OPTIONAL { ?claim sg:by ?by }
        OPTIONAL { ?article dcterms:date ?published }
        OPTIONAL { ?article dcterms:publisher ?publisher }
      }
    }"""
)


def stored_statements(store: Store) -> Iterator[Statement]:
    """The statements of all articles, as `fuse` takes them."""
    found: dict[str, Statement] = {}
    for row in select(store, STATEMENTS):
        new = _statement(row)
        known = found.get(new.id)
        speakers = sorted({*known.speakers, *new.speakers}) if known else new.speakers
        found[new.id] = replace(new, speakers=tuple(speakers))
    return iter(found.values())


def _statement(row: Row) -> Statement:
    claim, relation, subject, object_, subject_type, object_type, status, article = row[:8]
    published, publisher, by, *time = row[8:]
    return Statement(
        id=id_of(claim),
        relation=relation_of(relation.value) if isinstance(relation, NamedNode) else "",
        subject=id_of(subject),
        object=id_of(object_) if object_ else None,
        subject_type=ActorType(id_of(subject_type)),
        object_type=ActorType(id_of(object_type)) if object_type else None,
        status=Status(id_of(status).lower()),
        when=to_when(time[0], time[1:]),
        document=id_of(article),
        published=to_date(published),
        publisher=publisher.value if isinstance(publisher, Literal) else None,
        speakers=(by.value,) if isinstance(by, Literal) else (),
    )
