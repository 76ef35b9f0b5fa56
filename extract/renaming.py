"""Groups under a new name, told by the old one beside it: «Africa Corps, ex-Wagner», «l'Union africaine
(anciennement OUA)». The old name stands for the new one there, and does nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from sahelgraph.extract.events import Event
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import GROUPS, Ref, Scene

FORMERLY = re.compile(
    r"[»\"”]?\s*(?:\([^()]*\)\s*)?[,(–—]\s*(?:(?:et|ou|soit)\s+)?"
    r"(?:(?:l['’]\s?|la |le |les )?ex[- –]\s*"
    r"|(?:l['’]\s?|les\s+)?ancien(?:ne)?s?\s+|anciennement\s+"
    r"|qui (?:a succédé|succède) (?:à|au)\s+|successeur\s+(?:de|du)\s+|héritière?\s+(?:de|du)\s+"
    r"|(?:anciennement|autrefois|jadis|auparavant|précédemment|naguère|initialement|d['’]abord|longtemps)\s+"
    r"(?:appelée?|nommée?|dénommée?|baptisée?|intitulée?|(?:connue?|désignée?) (?:sous le nom|comme))\s+)"
    r"(?:de\s+|du\s+|d['’]\s?)?(?:l['’]\s?|le\s+|la\s+|les\s+)?(?:groupe\s+|société\s+|milice\s+)?[«\"“]?\s*",
    re.IGNORECASE,
)
"""What stands between a new name and the old one."""


def former_names(scene: Scene) -> Iterator[Event]:
    """Who succeeded whom, where the old name stands right behind the new one."""
    for old, new in _renamed(scene).items():
        token = scene.doc[old.token]
        yield Event.at("belonging: ex", "succeeded", token, new, old)


def under_new_names(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The events with the new name where the old one only says again who is meant."""
    renamed = _renamed(scene)
    for event in events:
        if not renamed or event.relation == "succeeded":
            yield event
            continue
        subject, target = _now(event.subject, renamed), event.object and _now(event.object, renamed)
        if target is None or subject.entity.id != target.entity.id:
            yield replace(event, subject=subject, object=target)


def _renamed(scene: Scene) -> dict[Ref, Ref]:
    """The group under its new name, by the old one."""
    text = scene.article.text
    found: dict[Ref, Ref] = {}
    groups = [m for m in scene.mentions if m.entity.type in GROUPS and m.kind is not Kind.DEMONYM]
    for new, old in pairwise(groups):
        token = scene.token_of(old)
        if (
            token is not None
            and new.entity.id != old.entity.id
            and FORMERLY.fullmatch(text[new.end : old.start])
        ):
            found[Ref(old.entity, token.i, "name")] = Ref(new.entity, token.i, "name")
    return found


def _now(ref: Ref, renamed: dict[Ref, Ref]) -> Ref:
    new = renamed.get(replace(ref, how="name"))
    return ref if new is None else replace(ref, entity=new.entity)
