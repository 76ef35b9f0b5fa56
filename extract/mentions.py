"""The actors that a text names: known names, States behind adjectives and capitals, acronyms and long
names that the text itself introduces, persons, and names that no actor file knows.

Works on the text alone, before any parsing, so that the parser can be given whole names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from sahelgraph.extract.abbreviations import bracketed, definitions
from sahelgraph.extract.gazetteer import Entry, Gazetteer, Hit
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.ontology.actors import Actor, ActorBook
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold, name_key, slug

UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ"
WORD = rf"[{UPPER}][\w’'ʼ]*(?:-[\w’']+)*"


QUOTED = 12
BEFORE_POST = r"(?:le|la|l['’]|un|une|son|sa|leur|alors|actuel\w*|ex-?|ancien\w*|nouve\w+|(?:haut|vice)[- ])"
POST_REACH = 120
POST_WORDS = 10
"""How many characters and words before a name the post may begin that it is explained by."""
NO_POST = (
    r"(?:a|ont|est|sont|avait|avaient|était|étaient|aurait|sera|qui|que|qu['’]\w+|dont|où|mais|avec|contre|après"
    r"|avant|depuis|selon|lors|quand|il|elle|ils|s['’]\w+|n['’]\w+|se|ne|y)"
)
"""Words that end the phrase of a post."""
TO_QUOTE = re.compile(r"[^«»\"“”\n.;:]{2,80}(?=\s?[»\"”])")
LOCATING = re.compile(
    r"(?:camp|ville|village|localité|quartier|région|province|district|commune|cercle|secteur|zone|forêt|axe|rue|avenue|place"
    r"|département|préfecture|bourgade|cité|camps|villes|villages|localités|près"
    r"|abords|alentours|environs|banlieue|périphérie|faubourgs|nord|sud|est|ouest|large)\s+(?:de\s+|d['’]|du\s+)$",
    re.IGNORECASE,
)
"""What stands before the name of a place that looks like a person's: «le camp d'Abou Chouk»."""
SURE = ("name", "body")


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


class MentionFinder:
    """Finds the mentions of texts; made once from the actor files and the lexicon."""

    def __init__(self, book: ActorBook, words: NameWords) -> None:
        self._book = book
        self._words = words
        self._entities = {actor.id: entity_of(actor, book) for actor in book}
        self._gazetteer = Gazetteer(_entries(book))
        self._persons = _PersonPatterns(book, words)
        heads = "|".join(re.escape(h) for h, _ in words.introducers)
        self._introduced = re.compile(
            rf"(?<!de )(?<!d')(?<!d’)\b({heads})\s+(?:[a-zé]+(?:ique|iste|ien|ienne|ais|aise|al|ale)\s+)?"
            rf"[«\"“]?\s?({WORD}(?:[ -]{WORD}){{0,4}})"
        )
        self._introducer_types = dict(words.introducers)
        organisation_heads = "|".join(re.escape(h) for h, _ in words.organisation_heads)
        connectors = "|".join(sorted((re.escape(c) for c in words.connectors), key=len, reverse=True))
        adjective = r"[a-zàâçéèêëîïôûü]+(?:ique|iste|ien|ienne|al|ale|aux|ain|aine|é|ée)s?"
        glue = rf"(?:(?:{connectors})(?:\s+|(?<=['’])))*"
        self._long_name = re.compile(
            rf"(?<![\w-])(?i:{organisation_heads})(?:\s+{glue}(?:{WORD}|{adjective})(?![\w-]))+"
        )
        self._quoted_name = re.compile(
            rf"[«\"“]\s?((?i:{organisation_heads})\s[^«»\"“”.,;:!?]{{8,80}}?)\s?[»\"”]"
        )

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The known actors as claims name them, by id."""
        return self._entities

    def find(self, text: str) -> list[Mention]:
        """The mentions of a text in order, without overlaps but for the two halves of a compound
        adjective such as «franco-malien»."""
        hits = self._gazetteer.find(text)
        named = {e.actor for h in hits if _is_sure(h) for e in h.entries if e.kind in SURE}
        known = [m for h in hits for m in self._read(h, text, named)]
        introduced = self._introduced_names(text, known)
        persons = self._persons.find(text, [*known, *introduced])
        long_names = list(self._unknown_names(text, [*known, *introduced]))
        found = _as_their_acronyms(_without_overlaps([*introduced, *known, *persons, *long_names]), text)
        return _without_overlaps([*found, *_last_names(text, found)])

    def _read(self, hit: Hit, text: str, named: set[str]) -> list[Mention]:
        entry = self._choose(hit, text, named)
        if entry is None:
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

    def _choose(self, hit: Hit, text: str, named: set[str]) -> Entry | None:
        """The reading that the article supports: a sure name first; a last name or an ambiguous name
        only where its owner is named in full, or nothing else bears it and a hint stands by."""
        ranks = {"name": 0, "capital": 1, "body": 1, "demonym": 1, "combining": 1, "ambiguous": 2, "aka": 3}
        entries = sorted(hit.entries, key=lambda e: (ranks[e.kind], e.actor not in named))
        weak = ("ambiguous", "aka")
        rivals = [
            e for e in entries if e.kind not in weak or (e.kind == "ambiguous" and self._hinted(e, text))
        ]
        if any(e.kind not in weak for e in rivals):
            return (
                min(rivals, key=lambda e: self._distance(e.actor, text, named)) if rivals[1:] else rivals[0]
            )
        supported = [e for e in entries if e.actor in named]
        if supported:
            return supported[0]
        for entry in entries:
            if entry.kind == "ambiguous" and self._hinted(entry, text):
                return entry
            if entry.kind == "aka" and len(entries) == 1 and self._titled(text, hit.start):
                return entry
        return None

    def _hinted(self, entry: Entry, text: str) -> bool:
        return _any_word(self._book[entry.actor].hints, text)

    def _distance(self, actor_id: str, text: str, named: set[str]) -> int:
        """How far an article is from naming an actor: 0 where it does, 1 where a place or body of it or one
        of its hints stands there, else 2. Of those that are equally far the first in the actor files is
        meant."""
        if actor_id in named:
            return 0
        is_near = any(self._book[other].state == actor_id for other in named)
        return 1 if is_near or _any_word(self._book[actor_id].hints, text) else 2

    def _titled(self, text: str, start: int) -> bool:
        return self._persons.titled(text, start)

    def _introduced_names(self, text: str, known: list[Mention]) -> list[Mention]:
        """Acronyms with their long form, «le groupe X», and their later mentions."""
        aliases: dict[str, Entity] = {}
        for long, short in definitions(text):
            if short.text in aliases:
                continue
            owner = _at(known, short.start, short.end) or _ending_at(known, long.start, long.end)
            if owner is not None:
                if owner.entity.type in (ActorType.STATE, ActorType.PERSON, ActorType.PLACE):
                    continue
                entity = owner.entity
            else:
                entity = new_entity(long.text, self._type_of(long.text), aliases=(short.text,))
            aliases[short.text] = aliases[long.text] = entity
        for end, short in bracketed(text):
            owner = next((m for m in known if m.end == end), None)
            named = _at(known, short.start, short.end) is not None
            if owner is not None and not named and short.text not in aliases and _may_be_short(owner):
                aliases[short.text] = owner.entity
        for match in self._introduced.finditer(text):
            name = _to_closing_quote(text, match.start(2)) or match[2].rstrip("'’")
            if name in ("État", "Etat"):
                continue
            if _at(known, match.start(2), match.start(2) + len(name)) or name in aliases or len(name) < 3:
                continue
            if _overlapping(known, match.start(2), match.end(2)):
                continue
            aliases[name] = new_entity(name, self._introducer_types[match[1]])
        if not aliases:
            return []
        finder = Gazetteer(Entry(name, name, "name") for name in aliases)
        return [
            Mention(h.start, h.end, text[h.start : h.end], Kind.INTRODUCED, aliases[h.entries[0].actor])
            for h in finder.find(text)
        ]

    def _type_of(self, name: str) -> ActorType:
        folded = fold(name)
        armed = (
            "liberation",
            "arme",
            "jihad",
            "islamique",
            "revolutionnaire",
            "rebelle",
            "autodefense",
            "resistance",
        )
        if any(word in folded for word in armed) and not folded.startswith(
            ("organisation", "conseil", "parti")
        ):
            return ActorType.ARMED_GROUP
        for head, type_ in self._words.organisation_heads:
            if folded.startswith(fold(head)):
                return type_
        return ActorType.ORGANISATION

    def _named_inside(self, name: str, start: int, known: list[Mention]) -> bool:
        groups = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON)
        return any(m.entity.type in groups for m in _overlapping(known, start, start + len(name)))

    def _unknown_names(self, text: str, known: list[Mention]) -> Iterator[Mention]:
        """Long names with a capital on an organisation's head noun: «Convention sociale démocrate», and
        those in quotation marks, whatever words they hold."""
        for match in self._quoted_name.finditer(text):
            name = match[1]
            if (
                name[0].isupper()
                and 3 <= len(name.split()) <= QUOTED
                and not self._named_inside(name, match.start(1), known)
            ):
                yield Mention(
                    match.start(1), match.end(1), name, Kind.NEW, new_entity(name, self._type_of(name))
                )
        for match in self._long_name.finditer(text):
            name = match[0].strip()
            if not name[0].isupper():
                continue
            name = self._persons.before_person(name)
            if len(name.split()) < 2 or self._named_inside(name, match.start(), known):
                continue
            if sum(w[0].isupper() for w in name.split()) < 2 and _starts_sentence(text, match.start()):
                continue
            entity = new_entity(name, self._type_of(name))
            yield Mention(match.start(), match.start() + len(name), name, Kind.NEW, entity)


class _PersonPatterns:
    """Persons: two or more capitalised words with a given name, or any after a title."""

    def __init__(self, book: ActorBook, words: NameWords) -> None:
        particles = "|".join(sorted(map(re.escape, words.particles), key=len, reverse=True))
        name = rf"{WORD}(?:\s(?:(?:{particles})[ -])*{WORD}|\s[{UPPER}]\.(?=\s[{UPPER}])){{1,4}}"
        self._full = re.compile(
            rf"(?<![\w-])(?:(?:(?:{particles})-)?{name}|(?:(?!M\.)[{UPPER}]\.\s?){{1,2}}{WORD})"
        )
        titles = "|".join(sorted((re.escape(t) for t in words.titles), key=len, reverse=True))
        posts = "|".join(sorted((re.escape(t) for t in words.posts), key=len, reverse=True))
        self._title = re.compile(rf"(?<!\w)(?i:{titles}|{posts})\s+(?:[a-zàâçéèêëîïôûü-]{{4,}}\s+)?$")
        self._title_words = frozenset(fold(t).rstrip(".") for t in words.titles if " " not in t)
        clause = rf"(?!{NO_POST}\b)[^\s,.;:!?()«»\"“”]+\s+"
        self._post_before = re.compile(
            rf"(?<![\w’'-])(?i:{posts})s?\s+(?:{clause}){{0,{POST_WORDS}}}(?:(?<=\s)|[^\s,.;:!?()«»\"“”]+,\s+)$"
        )
        self._post_behind = re.compile(rf"\s?,\s+(?:{BEFORE_POST}\s*){{0,3}}(?i:{posts})\b")
        self._heads = frozenset(fold(h) for h, _ in (*words.organisation_heads, *words.introducers))
        given = {fold(g) for g in words.given_names}
        given |= {
            fold(a.label.fr.split()[0]) for a in book if a.type is ActorType.PERSON and " " in a.label.fr
        }
        self._given = frozenset(g for g in given if len(g) > 1)

    def before_person(self, name: str) -> str:
        """The part of a long name before a person's name that stands right behind it."""
        words = name.split()
        for index, word in enumerate(words[1:-1], start=1):
            if word[0].isupper() and fold(word) in self._given and words[index + 1][0].isupper():
                return " ".join(words[:index])
        return name

    def without_titles(self, start: int, name: str) -> tuple[int, str]:
        """A name without the ranks and courtesies that stand capitalised before it."""
        while " " in name and fold(name.split()[0]).rstrip(".") in self._title_words:
            cut = len(name.split()[0])
            cut += len(name[cut:]) - len(name[cut:].lstrip())
            start, name = start + cut, name[cut:]
        return start, name

    def titled(self, text: str, start: int) -> bool:
        return bool(self._title.search(text[max(0, start - 40) : start]))

    def find(self, text: str, known: Iterable[Mention]) -> list[Mention]:
        taken = list(known)
        persons: list[Mention] = []
        for match in self._full.finditer(text):
            start, name = match.start(), match[0]
            start, name = self.without_titles(*_without_leading_words(start, name))
            for m in taken:
                opens = m.start <= start or fold(name.split()[0]) not in self._given
                inside = start < m.end < start + len(name)
                if opens and inside and m.kind not in (Kind.AKA, Kind.DEMONYM):
                    name = name[m.end - start :].lstrip()
                    start = match.start() + len(match[0]) - len(name)
            start, name = self._from_given_name(start, name)
            if " " not in name:
                continue
            first = fold(name.split()[0])
            covered = _overlapping(taken, start, start + len(name))
            if covered and not all(
                m.kind in (Kind.AKA, Kind.DEMONYM) or (m.start > start and first in self._given)
                for m in covered
            ):
                continue
            if LOCATING.search(text[max(0, start - 30) : start]):
                continue
            is_named = first in self._given or first.split("-")[0] in self._given
            if is_named or self.titled(text, start) or self._beside_post(text, start, name, persons):
                owner = next(
                    (m.entity for m in covered if m.kind is Kind.AKA and _same_person(name, m.entity)), None
                )
                entity = owner or new_entity(name, ActorType.PERSON)
                persons.append(Mention(start, start + len(name), name, Kind.NEW, entity))
        persons += self._single_names(text, [*taken, *persons])
        return _one_entity_a_person(persons)

    def _from_given_name(self, start: int, name: str) -> tuple[int, str]:
        """«(le secrétaire d')État Xenia Ypsilon»: what stands capitalised before a given name is cut off."""
        words = name.split()
        if fold(words[0]) in self._given or fold(words[0].split("-")[0]) in self._given:
            return start, name
        for word in words[1:-1]:
            if fold(word) in self._given:
                cut = name.index(word)
                return start + cut, name[cut:]
        return start, name

    def _beside_post(self, text: str, start: int, name: str, persons: list[Mention]) -> bool:
        """«la porte-parole du ministère, Xenia Ypsilon», «Xenia Ypsilon, porte-parole du ministère», and who
        is coordinated with such a person; an unknown name that begins like an organisation's is nobody's."""
        if any(fold(word) in self._heads for word in name.split()) or not _is_written_as_name(name):
            return False
        if self._post_behind.match(text, start + len(name)):
            return True
        before = text[max(0, start - POST_REACH) : start]
        if self._post_before.search(before):
            return True
        return bool(persons) and text[persons[-1].end : start] == " et " and persons[-1].kind is Kind.NEW

    def _single_names(self, text: str, taken: list[Mention]) -> list[Mention]:
        """«le général Diarra», «M. Boussim»: one name after a title."""
        found = []
        for match in re.finditer(rf"(?<![\w-])(?:(?:[Aa]g|[Oo]uld|[Bb]en|[Aa]l|[Ee]l)[ -])?{WORD}", text):
            if _overlapping(taken, match.start(), match.end()) or not self.titled(text, match.start()):
                continue
            if len(match[0]) < 3 or match[0].isupper():
                continue
            found.append(
                Mention(
                    match.start(), match.end(), match[0], Kind.NEW, new_entity(match[0], ActorType.PERSON)
                )
            )
        return found


def entity_of(actor: Actor, book: ActorBook) -> Entity:
    """The actor of an actor file as claims name it: only real names are aliases."""
    state = book[actor.state].label.fr if actor.state else None
    aliases = tuple(n for n in dict.fromkeys((*actor.names, *actor.ambiguous)) if n != actor.label.fr)
    return Entity(actor.id, actor.label.fr, actor.type, aliases, state)


def new_entity(
    name: str, type_: ActorType, aliases: tuple[str, ...] = (), state: str | None = None
) -> Entity:
    """An actor that the actor files lack, identified by its name alone."""
    clean = re.sub(r"\s+", " ", name).strip(" «»\"“”'’,.")
    return Entity(f"new:{slug(clean)}", clean, type_, aliases, state)


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


def _any_word(hints: Iterable[str], text: str) -> bool:
    key = f" {name_key(text)} "
    return any(f" {name_key(h)} " in key for h in hints)


def _at(mentions: Iterable[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in mentions if m.start == start and m.end == end), None)


def _ending_at(mentions: Iterable[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in mentions if m.end == end and abs(m.start - start) <= 12), None)


def _overlapping(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if m.start < end and m.end > start]


def _to_closing_quote(text: str, start: int) -> str | None:
    """A name in quotation marks is all that stands in them: «la coalition "Front des peuples libres"»."""
    if text[:start].rstrip()[-1:] not in ("«", '"', "“"):
        return None
    match = TO_QUOTE.match(text, start)
    return match[0].rstrip() if match and len(match[0].split()) <= QUOTED else None


def _may_be_short(long: Mention) -> bool:
    """May an acronym in brackets stand for this: «les Forces armées soudanaises (SAF)»?"""
    return " " in long.text and (long.entity.type in GROUPS or long.kind is Kind.BODY)


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
        if not _overlapping(kept, mention.start, mention.end):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


LEADING = re.compile(
    r"^(?:Le|La|Les|L['’]|Un|Une|Des|De|D['’]|Du|Au|Aux|Et|En|À|A|Dans|Pour|Par|Selon|Avec|Sur|Mais|Son|Sa|Ses|Leur|Ce|Cet|Cette|Ces|"
    r"Depuis|Après|Avant|Contre|Chez|Entre|Vers|Lors|Quant|Outre|Quand|Si|Ancien|Ancienne|Ex|Lire|Voir|Monsieur|Madame|Président|"
    r"Général|Colonel|Capitaine|Lieutenant|Commandant|Imam|Cheikh|Docteur|Ministre|Premier|Maître|Mme|MM|Dr|Mr|Me)\s*",
)


def _without_leading_words(start: int, name: str) -> tuple[int, str]:
    while match := LEADING.match(name):
        if (
            not match.end()
            or (match[0][-1].isalpha() and len(match[0]) < len(name))
            or match.end() >= len(name)
        ):
            break
        start, name = start + match.end(), name[match.end() :]
    return start, name


def _is_written_as_name(name: str) -> bool:
    """No word in capitals alone: «Xenia Ypsilon», not «ONG Xenia»."""
    return all(not word.isupper() or word.endswith(".") for word in name.split())


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" «\"“'’(-–")
    return not before or before[-1] in ".!?…:\n"


def _same_person(name: str, entity: Entity) -> bool:
    have = set(name_key(name).split())
    return any(
        have <= set(name_key(n).split()) or set(name_key(n).split()) <= have
        for n in (entity.label, *entity.aliases)
    )


def _one_entity_a_person(persons: list[Mention]) -> list[Mention]:
    """«Boussim» and «Simon Pierre Boussim» are one: the fullest name is the person's."""
    fullest = sorted({m.entity.label: m.entity for m in persons}.values(), key=lambda e: -len(e.label))
    merged: dict[str, Entity] = {}
    for entity in fullest:
        words = name_key(entity.label).split()
        owner = next(
            (
                o
                for o in merged.values()
                if name_key(o.label).split()[-len(words) :] == words and o.label != entity.label
            ),
            None,
        )
        merged[entity.label] = owner or entity
    return [replace(m, entity=merged.get(m.entity.label, m.entity)) for m in persons]


def _last_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """Later mentions of a person by the last word or words of the name given in full before."""
    names: dict[str, Entity] = {}
    for mention in mentions:
        if mention.entity.type is not ActorType.PERSON or " " not in mention.text:
            continue
        words = mention.text.split()
        for tail in (" ".join(words[-2:]), words[-1]):
            if tail != mention.text and len(tail) > 2 and tail[0].isupper():
                names.setdefault(tail, mention.entity)
    finder = Gazetteer(Entry(name, name, "name") for name in names)
    return [
        Mention(h.start, h.end, text[h.start : h.end], Kind.AKA, names[h.entries[0].actor])
        for h in finder.find(text)
    ]
