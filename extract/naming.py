"""What a name in a text is: where it stands, how it names its actor, and whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import slug

UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ"
WORD = rf"[{UPPER}][\w’'ʼ]*(?:-[\w’']+)*"
"""A capital letter, and a word that begins with one."""

NEW = "new:"
"""How the ids of actors begin that no actor file has."""


class Kind(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    CAPITAL = "capital"
    DEMONYM = "demonym"
    COMBINING = "combining"
    BODY = "body"
    AKA = "aka"
    AMBIGUOUS = "ambiguous"
    INTRODUCED = "introduced"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an actor at text[start:end]."""

    start: int
    end: int
    text: str
    kind: Kind
    entity: Entity


def new_entity(
    name: str, type_: ActorType, aliases: tuple[str, ...] = (), state: str | None = None
) -> Entity:
    """An actor that the actor files lack, identified by its name alone."""
    clean = re.sub(r"\s+", " ", name).strip(" «»\"“”'’,.")
    return Entity(f"{NEW}{slug(clean)}", clean, type_, aliases, state)


def overlapping(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    """Those of the mentions that share a letter with text[start:end]."""
    return [m for m in mentions if m.start < end and m.end > start]
