"""Claims: what one article says. The only thing that passes from extraction to the graph."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sahelgraph.ontology.errors import DataError, Place
from sahelgraph.ontology.when import When


class ActorType(StrEnum):
    STATE = "State"
    ORGANISATION = "Organisation"
    ARMED_GROUP = "ArmedGroup"
    PERSON = "Person"
    BODY = "Body"
    PLACE = "Place"


GROUPS = frozenset((ActorType.ORGANISATION, ActorType.ARMED_GROUP))
"""What has members."""


class Status(StrEnum):
    """How an article commits itself to a claim (after FactBank, Saurí and Pustejovsky 2009)."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as a claim names it.

    `id` is an identifier of the actor files, or one made from the name (`new:…`) where they lack it.
    `state` is the label of the State that a body, capital or group of nationals stands for.
    """

    id: str
    label: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that carries a claim: `article.text[start:end] == text`, always."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article. `when` is None where the article gives no date."""

    document: str
    relation: str
    subject: Entity
    object: Entity | None
    evidence: Evidence
    status: Status = Status.ASSERTED
    when: When | None = None
    by: tuple[str, ...] = ()
    role: str | None = None
    confidence: float = 1.0
    rules: tuple[str, ...] = ()
    """Which lines of data and which mechanisms made the claim, for `--explain`; no part of its identity."""

    @property
    def id(self) -> str:
        """A hash of content and evidence: reading an article again gives the same ids."""
        content = claim_to_json(self)
        del content["confidence"]
        packed = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(packed.encode()).hexdigest()[:20]


def _entity_to_json(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "type": entity.type.value,
        "state": entity.state,
    }


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """The claim as the object of one JSON line, as contracted."""
    return {
        "document": claim.document,
        "relation": claim.relation,
        "subject": _entity_to_json(claim.subject),
        "object": _entity_to_json(claim.object) if claim.object else None,
        "when": claim.when.edtf if claim.when else None,
        "bounds": claim.when.bounds_to_json() if claim.when else None,
        "status": claim.status.value,
        "by": list(claim.by) or None,
        "role": claim.role,
        "confidence": round(claim.confidence, 3),
        "evidence": {
            "text": claim.evidence.text,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
        },
    }


def _entity_from_json(data: dict[str, Any]) -> Entity:
    return Entity(
        id=data["id"],
        label=data["label"],
        type=ActorType(data["type"]),
        aliases=tuple(data.get("aliases") or ()),
        state=data.get("state"),
    )


def claim_from_json(data: dict[str, Any]) -> Claim:
    """The claim that one JSON line holds. Raises KeyError or ValueError where the line is not one."""
    by = data.get("by") or ()
    evidence = data["evidence"]
    return Claim(
        document=data["document"],
        relation=data["relation"],
        subject=_entity_from_json(data["subject"]),
        object=_entity_from_json(data["object"]) if data.get("object") else None,
        evidence=Evidence(evidence["text"], evidence["start"], evidence["end"]),
        status=Status(data.get("status") or "asserted"),
        when=When.from_json(data["when"], data.get("bounds")) if data.get("when") else None,
        by=(by,) if isinstance(by, str) else tuple(by),
        role=data.get("role"),
        confidence=float(data.get("confidence", 1.0)),
    )


def write_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """One line of JSON a claim, without the line ends."""
    for claim in claims:
        yield json.dumps(claim_to_json(claim), ensure_ascii=False)


def read_jsonl(lines: Iterable[str], source: str) -> Iterator[Claim]:
    """The claims of JSON lines. Raises DataError with the line's number where one is no claim."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield claim_from_json(json.loads(line))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise DataError(
                f"this line is no claim: {error}",
                where=Place(source, number),
                hint="write it with `sahelgraph claims PATH --format jsonl`",
            ) from error
