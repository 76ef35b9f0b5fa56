"""Governments named after who leads them: «le gouvernement Netanyahou», «l'administration Biden»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import WORD, Kind, Mention
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import name_key

BODIES = word_set("regimes", "bodies")
LEADING = re.compile(
    r"président|premier ministre|chancel|chef de l|chef du gouv|\broi\b|guide|émir|sultan|transition", re.I
)
"""The posts after whose holder a government is called."""
NAMED_AFTER = re.compile(
    rf"\b(?:{'|'.join(sorted(BODIES))})\s(?:(?:de|d['’])\s?)?(?P<name>{WORD}(?:\s{WORD})?)"
)


class Regimes:
    """Finds such names; made once from the actor files."""

    def __init__(self, book: ActorBook, entities: Mapping[str, Entity]) -> None:
        led: dict[str, set[str]] = {}
        for fact in book.facts:
            if fact.relation != "holds-office" or fact.object is None or fact.object not in book:
                continue
            is_state = book[fact.object].type is ActorType.STATE
            if is_state and LEADING.search(fact.role or ""):
                leader = book[fact.subject]
                words = [name.split() for name in (leader.label.fr, *leader.names, *leader.aka)]
                last = {" ".join(w[-n:]) for w in words for n in (1, 2) if n == 1 or len(w) > n}
                for name in last:
                    led.setdefault(name_key(name), set()).add(fact.object)
        self._states = {name: entities[ids.pop()] for name, ids in led.items() if len(ids) == 1}

    def find(self, text: str) -> Iterator[Mention]:
        """The States that such names stand for, where a last name is that of the leaders of one State."""
        for match in NAMED_AFTER.finditer(text):
            state = self._states.get(name_key(match["name"]))  # with a first name, somebody is named besides
            if state is not None:
                yield Mention(match.start(), match.end(), match[0], Kind.BODY, state)
