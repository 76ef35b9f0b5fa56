"""The actors that a text names: known names, States behind adjectives and capitals, acronyms and long
names that the text itself introduces, persons, and names that no actor file knows.

Works on the text alone, before any parsing, so that the parser can be given whole names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from sahelgraph.extract.gazetteer import Entry, Gazetteer, Hit
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.lexicon.peoples import people_words
from sahelgraph.extract.namesakes import told_apart
from sahelgraph.extract.naming import Kind, Mention, overlapping
from sahelgraph.extract.new_names import NewNames
from sahelgraph.extract.nicknames import under_one_name
from sahelgraph.extract.peacekeepers import in_their_mission
from sahelgraph.extract.peoples import Peoples
from sahelgraph.extract.person_names import PersonNames, last_names
from sahelgraph.extract.regimes import Regimes
from sahelgraph.ontology.actors import Actor, ActorBook
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import name_key

SURE = ("name", "body")
AGREEMENT = re.compile(
    r"\b(?:(?:le|au|du|ce) quartier(?:\s[a-zéèêâîûç]+)?|rue|avenue|boulevard)\s+(?:de\s+|d['’]\s?)$|"
    r"\b(?:accords?|traités?|pactes?|protocoles?|processus|conventions?|chartes?|statuts?)\s+"
    r"(?:dits?\s+)?(?:de\s+|d['’]\s?)$",
    re.IGNORECASE,
)
"""What stands before a capital that is no actor but names a text or a part of another town: «l'accord
d'Alger», «le quartier de Ryad»."""
SOME = re.compile(
    r"\b(?:deux|trois|quatre|cinq|\d|plusieurs|certaine?s|quelques|d['’]autres|un des|une des)\s+$",
    re.IGNORECASE,
)
SOME_GROUPS = re.compile(
    rf"{SOME.pattern.removesuffix('$')}(?:groupe|mouvement|organisation|faction)s\s+$", re.IGNORECASE
)
A_STATE = re.compile(r"\b(?:un|leur|son|futur|véritable)\s+(?:[«\"“]\s?)?$", re.IGNORECASE)
NEWSPAPER = "Libération"
COUNTED = 28
MEMBER_STATES = ("pays ", "monarchies ", "pétromonarchies ", "États ", "capitales ")
HOSTILE_REACH = 80
INNER = re.compile(r"\b(?:inter|intra)([a-zàâçéèêëîïôûü]{4,})")
"""«le dialogue intertchadien»: the adjective of nationality in it."""
OF = re.compile(r" (?:du |des |de la |de l['’]|de |d['’])")
HOSTILE = re.compile(
    r"\b(?:offensive|campagne|opération|frappe|raid|lutte|guerre|combat|bataille|bombardement|assaut|traque)s?"
    r"(?:\s\w+)?\s+anti.$",
    re.IGNORECASE,
)
"""Of these «anti-X» says whom they strike; «les combattants anti-talibans» name nobody."""
WEAK = ("ambiguous", "aka")


@dataclass(frozen=True)
class _Told:
    """What an article says of all names: the text, its words in one spelling, the actors that are surely
    named, and how often each State is, by its people, capital or sure places as well."""

    text: str
    words: str
    named: set[str]
    states: Counter[str]

    def has_any(self, hints: Iterable[str]) -> bool:
        return any(f" {name_key(h)}{plural} " in self.words for h in hints for plural in ("", "s"))


class MentionFinder:
    """Finds the mentions of texts; made once from the actor files and the lexicon."""

    def __init__(self, book: ActorBook, words: NameWords) -> None:
        self._book = book
        self._entities = {actor.id: entity_of(actor, book) for actor in book}
        states = {name: a.id for a in book if a.type is ActorType.STATE for name in a.names}
        self._hinting = {a.id: [states[h] for h in a.hints if h in states] for a in book}
        self._gazetteer = Gazetteer(_entries(book))
        self._persons = PersonNames(book, words, self._entities)
        self._regimes = Regimes(book, self._entities)
        self._peoples = Peoples(self._entities, people_words())
        self._new_names = NewNames(words, self._persons)

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The known actors as claims name them, by id."""
        return self._entities

    def find(self, text: str) -> list[Mention]:
        """The mentions of a text in order, without overlaps but for the two halves of a compound
        adjective such as «franco-malien»."""
        hits = self._gazetteer.find(text)
        named = {e.actor for h in hits if _is_sure(h) for e in h.entries if e.kind in SURE}
        told = _Told(text, f" {name_key(text)} ", named, Counter(self._states(hits)))
        groups = {h.start for h in hits if any(self._is_group(e) for e in h.entries)}
        known = [
            m
            for h in hits
            for m in (
                not self._names_other(h, text, groups) and not _is_common(h, text) and self._read(h, told)
            )
            or (m for i in h.inside for m in self._read(i, told))
        ]
        known = told_apart(text, known, hits, self._entities)
        known += self._inner_nationalities(text)
        introduced = self._new_names.introduced(text, known)
        persons = self._persons.find(text, [*known, *introduced])
        long_names = list(self._new_names.unknown(text, [*known, *introduced]))
        peoples = self._peoples.find(text, [*introduced, *known])
        every = [
            m
            for m in (*introduced, *self._regimes.find(text), *known, *persons, *long_names, *peoples)
            if (
                not is_opposed(text, m.start)
                or HOSTILE.search(text, max(0, m.start - HOSTILE_REACH), m.start)
            )
            and not (m.entity.type is ActorType.STATE and is_sided_with(text, m.start))
            and not _is_of_some(m, text)
        ]
        found = under_one_name(text, _as_their_acronyms(_without_overlaps(every), text))
        namesakes = {m.text.split()[-1] for m in persons if " " in m.text and "." not in m.text}
        found = [
            m for m in found if m.kind is not Kind.AKA or m.entity.id in named or m.text not in namesakes
        ]
        last = last_names(text, found)
        found = [m for m in found if not _is_weak_place(m) or not overlapping(last, m.start, m.end)]
        return in_their_mission(_without_overlaps([*found, *last]))

    def _states(self, hits: Iterable[Hit]) -> Iterator[str]:
        """The States that the hits name for sure, or where the places that they name lie."""
        for hit in hits:
            for actor in {self._book[e.actor] for e in hit.entries if e.kind not in WEAK}:
                if actor.type is ActorType.STATE:
                    yield actor.id
                elif actor.type is ActorType.PLACE and actor.state:
                    yield actor.state

    def _inner_nationalities(self, text: str) -> Iterator[Mention]:
        for match in INNER.finditer(text):
            for hit in self._gazetteer.find(match[1]):
                entry = next((e for e in hit.entries if e.kind == "demonym"), None)
                if entry is not None and (hit.start, hit.end) == (0, len(match[1])):
                    start, end = match.span(1)
                    yield Mention(start, end, match[1], Kind.DEMONYM, self._entities[entry.actor])

    def _is_group(self, entry: Entry) -> bool:
        return self._entities[entry.actor].type in GROUPS

    def _names_other(self, hit: Hit, text: str, groups: set[int]) -> bool:
        """«les rebelles tchadiens du FACT» are the FACT: a name in small letters that another group's stands
        behind."""
        if not text[hit.start].islower() or not any(self._is_group(e) for e in hit.entries):
            return False
        of = OF.match(text, hit.end)
        return of is not None and of.end() in groups

    def _read(self, hit: Hit, told: _Told) -> list[Mention]:
        text = told.text
        entry = self._choose(hit, told)
        if entry is None:
            return []
        if entry.kind == "capital" and AGREEMENT.search(text[max(0, hit.start - 30) : hit.start]):
            return []
        if entry.kind == "combining" and text[hit.end : hit.end + 1] not in ("-", "‑"):
            return []
        if entry.kind == "demonym" and text[hit.start].isupper() and text[hit.start : hit.end].isupper():
            return []
        return [
            Mention(
                hit.start, hit.end, text[hit.start : hit.end], Kind(entry.kind), self._entities[entry.actor]
            )
        ]

    def _choose(self, hit: Hit, told: _Told) -> Entry | None:
        """The reading that the article supports: a sure name first; a last name or an ambiguous name
        only where its owner is named in full, or nothing else bears it and a hint stands by."""
        ranks = {"name": 0, "capital": 1, "body": 1, "demonym": 1, "combining": 1, "ambiguous": 2, "aka": 3}
        entries = sorted(hit.entries, key=lambda e: (ranks[e.kind], e.actor not in told.named))
        rivals = [
            e for e in entries if e.kind not in WEAK or (e.kind == "ambiguous" and self._hinted(e, told))
        ]
        if any(e.kind not in WEAK for e in rivals):
            return min(rivals, key=lambda e: self._distance(e.actor, told)) if rivals[1:] else rivals[0]
        supported = [e for e in entries if e.actor in told.named]
        if supported:
            return supported[0]
        if rivals and not (self._is_town(rivals[0]) and self._titled(told.text, hit.start)):
            towns = [e for e in rivals if self._is_town(e)]
            return max(towns, key=lambda e: told.states[self._state(e)]) if towns == rivals else rivals[0]
        if len(entries) == 1 and entries[0].kind == "aka" and self._titled(told.text, hit.start):
            return entries[0]
        return None

    def _hinted(self, entry: Entry, told: _Told) -> bool:
        """Does a hint stand in the article, a State in any form?"""
        named = any(told.states[state] for state in self._hinting[entry.actor])
        return named or told.has_any(self._book[entry.actor].hints)

    def _state(self, entry: Entry) -> str:
        return self._book[entry.actor].state or ""

    def _is_town(self, entry: Entry) -> bool:
        """Is this a place that its State alone makes sure?"""
        is_place = self._book[entry.actor].type is ActorType.PLACE
        return entry.kind == "ambiguous" and is_place and self._state(entry) in self._hinting[entry.actor]

    def _distance(self, actor_id: str, told: _Told) -> int:
        """How far an article is from naming an actor: 0 where it does, 1 where a place or body of it or one
        of its hints stands there, else 2. Of those that are equally far the first in the actor files is
        meant."""
        if actor_id in told.named:
            return 0
        is_near = any(self._book[other].state == actor_id for other in told.named)
        return 1 if is_near or told.has_any(self._book[actor_id].hints) else 2

    def _titled(self, text: str, start: int) -> bool:
        return self._persons.titled(text, start)


def _is_common(hit: Hit, text: str) -> bool:
    """«veut créer un État islamique»: one of that kind, and not who goes by that name; «Libération de deux
    otages»: no newspaper."""
    name = text[hit.start : hit.end]
    if name == NEWSPAPER:
        return OF.match(text, hit.end) is not None
    return name[1:].startswith("tat ") and A_STATE.search(text, max(0, hit.start - 12), hit.start) is not None


def _is_of_some(mention: Mention, text: str) -> bool:
    """«trois pays du Golfe», «deux groupes séparatistes cachemiris»: some members of what «les pays du Golfe»
    stands for, or several of a kind, and not what goes by that name."""
    before = text[max(0, mention.start - COUNTED) : mention.start]
    if mention.text.startswith(MEMBER_STATES):
        return SOME.search(before) is not None
    called = mention.entity.type is ActorType.ARMED_GROUP and mention.text[:1].islower()
    return called and SOME_GROUPS.search(before) is not None


def is_opposed(text: str, start: int) -> bool:
    """Does the name there end «anti-X»?"""
    return text[max(0, start - 5) : start].lower() in ("anti-", "anti‑")


def is_sided_with(text: str, start: int) -> bool:
    """Does the name there end «pro-X»? «les milices pro-iraniennes» are not Iran."""
    return text[max(0, start - 4) : start].lower() in ("pro-", "pro‑")


def entity_of(actor: Actor, book: ActorBook) -> Entity:
    """The actor of an actor file as claims name it: only real names are aliases."""
    state = book[actor.state].label.fr if actor.state else None
    aliases = tuple(n for n in dict.fromkeys((*actor.names, *actor.ambiguous)) if n != actor.label.fr)
    return Entity(actor.id, actor.label.fr, actor.type, aliases, state)


def _entries(book: ActorBook) -> Iterator[Entry]:
    for actor in book:
        kinds = (
            ("name", actor.names),
            ("capital", actor.capitals),
            ("body", actor.bodies),
            ("demonym", actor.demonyms),
            ("combining", actor.combining),
            ("ambiguous", actor.ambiguous),
            ("aka", actor.aka),
        )
        for kind, names in kinds:
            for name in names:
                yield Entry(name, actor.id, kind)


def _is_sure(hit: Hit) -> bool:
    """Does the text name one actor here, whatever else it says?"""
    actors = {e.actor for e in hit.entries if e.kind != "aka"}
    return len(actors) == 1 and any(e.kind in SURE for e in hit.entries)


def _is_weak_place(mention: Mention) -> bool:
    return mention.kind is Kind.AMBIGUOUS and mention.entity.type is ActorType.PLACE


def _as_their_acronyms(found: list[Mention], text: str) -> list[Mention]:
    """«la mission des Nations unies (Minusca)»: a long form means what the acronym in brackets behind it
    means, whatever else bears the same words."""
    settled = list(found)
    for index, (long, short) in enumerate(pairwise(found)):
        between = text[long.end : short.start].strip()
        is_acronym = " " not in short.text and " " in long.text and text[short.end : short.end + 1] == ")"
        if between == "(" and is_acronym and {long.entity.type, short.entity.type} <= GROUPS:
            settled[index] = replace(long, entity=short.entity)
    return settled


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Longer mentions win; among equals the earlier in the list."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        if not overlapping(kept, mention.start, mention.end):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
