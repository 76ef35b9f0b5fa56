"""One person under two names: «X, alias Y», «X, dit Y», «X, de son nom de guerre Y»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.ontology.claims import ActorType, Entity

CALLED = "|".join(sorted(map(re.escape, word_set("nicknames", "called")), key=len, reverse=True))
BETWEEN = re.compile(rf"\s*[,(]?\s*(?:{CALLED})\s*[«\"“]?\s*")


def under_one_name(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text in order, those of the second name as the first person's; as the second's where
    only that one is known."""
    owners: dict[str, Entity] = {}
    people = [m for m in found if m.entity.type is ActorType.PERSON]
    for first, second in pairwise(people):
        if first.entity != second.entity and BETWEEN.fullmatch(text, first.end, second.start):
            other, owner = (first, second) if _is_known(second) and not _is_known(first) else (second, first)
            owners[other.entity.id] = owners.get(owner.entity.id, owner.entity)
    return [replace(m, entity=owners[m.entity.id]) if m.entity.id in owners else m for m in found]


def _is_known(mention: Mention) -> bool:
    return mention.kind is not Kind.NEW
