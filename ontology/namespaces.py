"""The IRIs of the vocabulary and of what it describes, and the prefixes that queries may use.

IRIs are minted by percent-encoding whole names, so that no text of an article can end one early or
turn into another: every minting function has an inverse.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

SG = "https://w3id.org/sahelgraph/ns#"
ACTOR = "https://w3id.org/sahelgraph/actor/"
ARTICLE = "https://w3id.org/sahelgraph/article/"
CLAIM = "https://w3id.org/sahelgraph/claim/"
EXTRACTOR = "https://w3id.org/sahelgraph/extractor/"
FACT = "https://w3id.org/sahelgraph/fact/"
GRAPH = "https://w3id.org/sahelgraph/graph/"
MEMBERSHIP = "https://w3id.org/sahelgraph/membership/"

ACTORS_GRAPH = GRAPH + "actors"
"""What the actor files say: actors and curated facts."""
MEMBERSHIPS_GRAPH = GRAPH + "memberships"
"""What was computed from all claims: memberships, shortcuts, names of actors that the files lack."""

DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PLOVER = "https://w3id.org/sahelgraph/plover#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "sg": SG,
    "actor": ACTOR,
    "article": ARTICLE,
    "claim": CLAIM,
    "fact": FACT,
    "graph": GRAPH,
    "membership": MEMBERSHIP,
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "plover": PLOVER,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "sh": SH,
    "skos": SKOS,
    "wd": WIKIDATA,
    "xsd": XSD,
}


def mint(namespace: str, name: str) -> str:
    """The IRI of a thing by its name, whatever the name holds."""
    return namespace + quote(name, safe="")


def name_of(namespace: str, iri: str) -> str:
    """The inverse of `mint`. Raises ValueError for an IRI of another namespace."""
    if not iri.startswith(namespace):
        raise ValueError(f"{iri} is not in {namespace}")
    return unquote(iri.removeprefix(namespace))


def relation_class(relation: str) -> str:
    """The class of the claims of a relation: `member-of` → sg:MemberOf."""
    return SG + "".join(word.capitalize() for word in relation.split("-"))


def relation_property(relation: str) -> str:
    """The direct property of a relation, without time or source: `member-of` → sg:memberOf."""
    first, *rest = relation.split("-")
    return SG + first + "".join(word.capitalize() for word in rest)


def relation_of(iri: str) -> str:
    """The inverse of `relation_property`. Raises ValueError for an IRI of another namespace."""
    return re.sub(r"[A-Z]", lambda capital: f"-{capital[0].lower()}", name_of(SG, iri))


def compact(iri: str) -> str:
    """An IRI as people read it, `sg:memberOf`, where a prefix stands for all but a plain name."""
    for prefix, namespace in PREFIXES.items():
        name = iri.removeprefix(namespace)
        if name != iri and name and all(c.isalnum() or c in "-_" for c in name):
            return f"{prefix}:{name}"
    return iri
