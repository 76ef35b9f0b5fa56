"""Peoples without a State as actors: «les combattants kurdes», «les autorités kurdes», «les Kurdes».

An article that says so mostly names the group that fights or speaks for the people; that group is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sahelgraph.extract.lexicon.peoples import People, PeopleWords
from sahelgraph.extract.naming import Kind, Mention, new_entity
from sahelgraph.ontology.claims import ActorType, Entity

BETWEEN = (
    r"(?:\s+(?:de sécurité|d['’]élite|armée?s?|rebelles?|spéciales?|locales?|locaux|autonomes?"
    r"|[a-zéèêïô]+(?:ien|ienne|ais|aise|ain|aine|iste|ique|turc|turque)s?)){0,2}(?:\s+et)?\s+"
)
"""What may stand between «forces» and «kurdes»: other adjectives."""
DEFINITE = re.compile(r"(?:\b(?:les|aux|ces|nos|leurs alliés|entre|et)|(?<=[\w,] )des)\s+$", re.IGNORECASE)
REACH = 30
OF_THEM = re.compile(r"\s*(?:\(|,\s|(?:du|des|de la|de l['’])\s*)?(?:les\s+)?")
"""Between «les combattants kurdes» and the group that they are of."""


class Peoples:
    """Finds the peoples of texts; made once from the actors as claims name them and the lexicon."""

    def __init__(self, entities: Mapping[str, Entity], words: PeopleWords) -> None:
        self._by_word = {word: people for people in words.peoples for word in people.words}
        self._candidates = {p.label: [entities[i] for i in p.actors if i in entities] for p in words.peoples}
        self._unnamed = {
            p.label: new_entity(p.label, ActorType.ARMED_GROUP, aliases=p.aliases) for p in words.peoples
        }
        either = "|".join(sorted(map(re.escape, self._by_word), key=len, reverse=True))
        self._adjective = re.compile(
            rf"\b(?:(?P<fighters>{_nouns(words.fighters)})|(?P<rulers>{_nouns(words.rulers)})){BETWEEN}"
            rf"(?P<word>{either})\b",
            re.IGNORECASE,
        )
        self._name = re.compile(rf"\b(?P<word>{'|'.join(w.capitalize() for w in self._by_word)})\b")

    def find(self, text: str, known: Sequence[Mention]) -> Iterator[Mention]:
        """The adjectives and names of peoples that stand for an actor, as nationalities of it."""
        for match in self._adjective.finditer(text):
            ruling = match["rulers"] is not None
            yield self._mention(text, match.span("word"), known, ActorType.ORGANISATION if ruling else None)
        for match in self._name.finditer(text):
            if DEFINITE.search(text, max(0, match.start() - REACH), match.start()):
                yield self._mention(text, match.span("word"), known, None)

    def _mention(
        self, text: str, span: tuple[int, int], known: Sequence[Mention], wanted: ActorType | None
    ) -> Mention:
        start, end = span
        people = self._by_word[text[start:end].lower()]
        meant = self._meant(people, text, span, known, wanted)
        land = next((m for m in known if m.kind is Kind.DEMONYM and m.start == end + 1), None)
        if land is not None and text[end] == " ":  # «les Kurdes irakiens» are no Iraqi State
            end = land.end
        return Mention(start, end, text[start:end], Kind.DEMONYM, meant)

    def _meant(
        self,
        people: People,
        text: str,
        span: tuple[int, int],
        known: Sequence[Mention],
        wanted: ActorType | None,
    ) -> Entity:
        """The group named right behind, else the last one named before, else the next one."""
        named = [m for m in known if m.entity in self._candidates[people.label]]
        link = OF_THEM.match(text, span[1])
        own = [m.entity for m in named if link and m.start == link.end()]
        fitting = [m for m in named if m.entity.type is wanted] or named
        before = [m.entity for m in fitting if m.end <= span[0]]
        return (own or before[-1:] or [m.entity for m in fitting][:1] or [self._unnamed[people.label]])[0]


def _nouns(singulars: Iterable[str]) -> str:
    """Each noun in both numbers, all its words of several."""
    return "|".join(
        r"s?\s+".join(map(re.escape, n.split())) + "s?" for n in sorted(singulars, key=len, reverse=True)
    )
