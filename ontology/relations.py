"""The relations that a claim may state, read from relations.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import DataError, Place

RELATIONS_FILE = Path(__file__).with_name("relations.toml")
KEYS = {"label", "inverse", "domain", "range", "symmetric", "kind", "group", "plover"}
GROUPS = ("membership", "offices", "conflict", "cooperation", "presence")


@dataclass(frozen=True, slots=True)
class Labels:
    """A text in the two languages of the output."""

    fr: str
    en: str

    def in_language(self, language: str) -> str:
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: see the head of relations.toml for what each field says."""

    id: str
    label: Labels
    inverse: Labels
    domain: frozenset[ActorType]
    range: frozenset[ActorType]
    symmetric: bool
    kind: Literal["state", "event"]
    group: str
    plover: str | None

    @property
    def has_object(self) -> bool:
        return bool(self.range)

    def allows(self, subject: ActorType, object_: ActorType | None) -> bool:
        """May actors of these types stand in the relation?"""
        if object_ is None:
            return subject in self.domain and not self.has_object
        return subject in self.domain and object_ in self.range


def load_relations(path: Path = RELATIONS_FILE) -> dict[str, Relation]:
    """The relations of a TOML file by id. Raises DataError with the file and line of a mistake."""
    text = path.read_text("utf-8")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"this is no TOML: {error}", where=Place(path)) from error
    lines = {line.strip(): number for number, line in enumerate(text.splitlines(), start=1)}
    return {
        name: _relation(name, table, Place(path, lines.get(f"[{name}]"))) for name, table in tables.items()
    }


@cache
def relations() -> dict[str, Relation]:
    """The relations of the vocabulary by id, read once."""
    return load_relations()


def _relation(name: str, table: dict[str, Any], where: Place) -> Relation:
    if unknown := set(table) - KEYS:
        raise DataError(f"relation {name} has unknown keys: {', '.join(sorted(unknown))}", where=where)
    try:
        relation = Relation(
            id=name,
            label=Labels(**table["label"]),
            inverse=Labels(**table["inverse"]),
            domain=frozenset(ActorType(t) for t in table["domain"]),
            range=frozenset(ActorType(t) for t in table.get("range", ())),
            symmetric=table.get("symmetric", False),
            kind=table["kind"],
            group=table["group"],
            plover=table.get("plover"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"relation {name} is not complete or not right: {error}", where=where) from error
    if relation.kind not in ("state", "event") or relation.group not in GROUPS:
        raise DataError(
            f"relation {name} has an unknown kind or group",
            where=where,
            hint=f"kind is state or event; group is one of {', '.join(GROUPS)}",
        )
    return relation
