"""Claims as people read them: who, what, whom, when, in which sentence of which article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pyoxigraph import NamedNode

from sahelgraph.graph.iris import actor_iri, id_of, statement_iri
from sahelgraph.graph.statements import fact_id
from sahelgraph.graph.store import Row, Store, select
from sahelgraph.graph.terms import Term, to_date, to_when
from sahelgraph.ontology.actors import Fact
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.namespaces import relation_of, relation_property
from sahelgraph.ontology.when import When

# What is bound comes first and alone: Oxigraph then follows its indexes, and reads the rest claim by claim.
CLAIMS = """
    SELECT ?claim ?subject ?relation ?object ?status ?confidence ?sentence ?article ?role ?by
      ?title ?date ?publisher ?url ?edtf ?first ?begun ?lasted ?last
    WHERE {
      GRAPH ?article {
        ?claim sg:subject ?subject ; a sg:Claim ; sg:relation ?relation ; sg:status ?status ;
          sg:confidence ?confidence ; oa:hasTarget/oa:hasSelector/oa:exact ?sentence .
      }
      OPTIONAL { GRAPH ?article { ?claim sg:object ?object } }
      OPTIONAL { GRAPH ?article { ?claim sg:role ?role } }
      OPTIONAL { GRAPH ?article { ?claim sg:by ?by } }
      OPTIONAL { GRAPH ?article { ?article dcterms:title ?title } }
      OPTIONAL { GRAPH ?article { ?article dcterms:date ?date } }
      OPTIONAL { GRAPH ?article { ?article dcterms:publisher ?publisher } }
      OPTIONAL { GRAPH ?article { ?article schema:url ?url } }
      OPTIONAL { GRAPH ?article { ?claim sg:edtf ?edtf } }
      OPTIONAL { GRAPH ?article { ?claim sg:earliestStart ?first } }
      OPTIONAL { GRAPH ?article { ?claim sg:latestStart ?begun } }
      OPTIONAL { GRAPH ?article { ?claim sg:earliestEnd ?lasted } }
      OPTIONAL { GRAPH ?article { ?claim sg:latestEnd ?last } }
    }"""
CLAIMS_ABOUT = CLAIMS.replace(
    "?claim sg:subject ?subject ;", "?claim sg:subject ?subject ; sg:object ?object ;"
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its article, or a curated fact: then `document` is the line of the actor file and
    `sentence` where that has it from. `subject` and `object` are ids of actors."""

    id: str
    subject: str
    relation: str
    object: str | None
    status: Status
    when: When | None
    role: str | None
    speakers: tuple[str, ...]
    sentence: str
    document: str
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    url: str | None = None
    confidence: float = 1.0
    curated: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "claim": self.id,
            "relation": self.relation,
            "subject": self.subject,
            "object": self.object,
            "when": self.when.edtf if self.when else None,
            "status": self.status.value,
            "role": self.role,
            "speakers": list(self.speakers),
            "sentence": self.sentence,
            "document": self.document,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "publisher": self.publisher,
            "url": self.url,
            "curated": self.curated,
        }


def read_claims(
    store: Store,
    *,
    claim: str | None = None,
    subject: str | None = None,
    relation: str | None = None,
    object: str | None = None,  # noqa: A002 (as the claims have it)
) -> list[ClaimRow]:
    """The claims that have this id, subject, relation and object, by the date of their article."""
    bindings: dict[str, Term] = {}
    if claim:
        bindings["claim"] = statement_iri(claim)
    if subject:
        bindings["subject"] = actor_iri(subject)
    if relation:
        bindings["relation"] = NamedNode(relation_property(relation))
    if object:
        bindings["object"] = actor_iri(object)
    query = CLAIMS_ABOUT if object else CLAIMS
    return in_time(_joined(select(store, query, **bindings)))


def in_time(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Rows by date, undated ones first."""
    return sorted(rows, key=lambda r: (r.date or date.min, r.document, r.id))


def fact_row(fact: Fact) -> ClaimRow:
    """A curated fact as a row among claims."""
    place = (
        f"{fact.place.file.name if hasattr(fact.place.file, 'name') else fact.place.file}:{fact.place.line}"
    )
    return ClaimRow(
        fact_id(fact),
        fact.subject,
        fact.relation,
        fact.object,
        Status.ASSERTED,
        fact.when,
        fact.role,
        (),
        fact.source,
        str(place),
        curated=True,
    )


def _joined(rows: Iterable[Row]) -> Iterable[ClaimRow]:
    """One row a claim, with all its speakers."""
    found: dict[str, ClaimRow] = {}
    for row in rows:
        new = _row(row)
        known = found.get(new.id)
        speakers = sorted({*known.speakers, *new.speakers}) if known else new.speakers
        found[new.id] = replace(new, speakers=tuple(speakers))
    return found.values()


def _row(row: Row) -> ClaimRow:
    claim, subject, relation, object_, status, confidence, sentence, article, role, by = row[:10]
    title, day, publisher, url = row[10:14]
    edtf, *bounds = row[14:]
    return ClaimRow(
        id=id_of(claim),
        subject=id_of(subject),
        relation=relation_of(_text(relation) or ""),
        object=id_of(object_) if object_ else None,
        status=Status(id_of(status).lower()),
        when=to_when(edtf, bounds),
        role=_text(role),
        speakers=tuple(filter(None, [_text(by)])),
        sentence=_text(sentence) or "",
        document=id_of(article),
        title=_text(title),
        date=to_date(day),
        publisher=_text(publisher),
        url=_text(url),
        confidence=float(_text(confidence) or 1),
    )


def _text(term: Term | None) -> str | None:
    return getattr(term, "value", None)
