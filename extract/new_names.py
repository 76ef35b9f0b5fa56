"""Names that no actor file knows: acronyms and long names that the text itself introduces, names behind a
word for what they are («le groupe X»), long names on a head noun («Convention sociale démocrate»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sahelgraph.extract.abbreviations import CLAUSE, bracketed, definitions
from sahelgraph.extract.gazetteer import Entry, Gazetteer
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import WORD, Kind, Mention, new_entity, overlapping
from sahelgraph.extract.person_names import DEPARTMENT, PersonNames
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

QUOTED = 12
TO_QUOTE = re.compile(r"[^«»\"“”\n.;:]{2,80}(?=\s?[»\"”])")
ARMED = word_set("new_names", "armed")
NAMESAKES = word_set("new_names", "namesakes")
INTRODUCED = rf"{WORD}(?:[ -](?:(?:al|el|ul|e)[ -])?{WORD}){{0,4}}"
"""A name behind what says of what kind it is: «le groupe Nour al-Haq»."""
INTRODUCED_ITEM = re.compile(INTRODUCED)
NO_NAMES = ("État", "Etat", "Nord", "Sud", "Est", "Ouest", "Centre")
LISTED = ("groupe", "mouvement", "organisation", "parti", "ONG", "coalition")
"""What introduces several names at once, as all that is armed does: «les groupes X, Y et Z»."""
BRACKET_REACH = 120
LEFT = re.compile(r"Partie?s?\s+(?:de\s+|d['’]|du\s+|pour\s+(?:le\s+|la\s+|l['’])?)")


class NewNames:
    """Finds the new names of texts; made once from the lexicon. `persons` tells names of persons apart."""

    def __init__(self, words: NameWords, persons: PersonNames) -> None:
        self._words = words
        self._persons = persons
        heads = "|".join(re.escape(h) for h, _ in words.introducers)
        self._introduced = re.compile(
            rf"(?<!de )(?<!d')(?<!d’)\b({heads})(?!\s*\n\s*\n)\s+"
            r"(?:[a-zé]+(?:ique|iste|ien|ienne|ais|aise|al|ale)\s+)?"
            rf"[«\"“]?\s?({INTRODUCED})"
        )
        several = {
            head.replace(" ", "s ") + "s": type_
            for head, type_ in words.introducers
            if head in LISTED or type_ is ActorType.ARMED_GROUP
        }
        self._introducer_types = {**dict(words.introducers), **several}
        self._introduced_several = re.compile(
            rf"\b({'|'.join(map(re.escape, several))})\s+"
            r"(?:[a-zé]+(?:iques|istes|iens|iennes|ais|aises|aux|ales)\s+)?"
            rf"({INTRODUCED}(?:,\s{INTRODUCED})*\s(?:et|ou)\s(?:le\s|la\s|l['’])?{INTRODUCED})"
        )
        self._no_actor = _first_words(words.no_actors)
        self._head = _first_words(h for h, _ in words.organisation_heads)
        organisation_heads = "|".join(re.escape(h) for h, _ in words.organisation_heads)
        self._before_bracket = re.compile(
            rf"(?i:\b(?:le|la|les|un|une|du|au|des|aux|cette|ce|ladite|baptisée?|dénommée?|appelée?|nommée?)\s|\bl['’])"
            rf"((?i:{organisation_heads}|armée|forces?)(?:\s[^\s.,;:!?()«»\"“”]+){{1,{QUOTED}}})$"
        )
        connectors = "|".join(sorted((re.escape(c) for c in words.connectors), key=len, reverse=True))
        adjective = r"[a-zàâçéèêëîïôûü]+(?:ique|iste|ien|ienne|al|ale|aux|ain|aine|é|ée)s?"
        glue = rf"(?:(?:{connectors})(?:\s+|(?<=['’])))*"
        self._long_name = re.compile(
            rf"(?<![\w-])(?i:{organisation_heads})(?:(?!\s*\n\s*\n)\s+{glue}(?:{WORD}|{adjective})(?![\w-]))+"
        )
        heads = "|".join(map(re.escape, words.movement_heads))
        inner = "|".join(map(re.escape, words.movement_words))
        self._movement = re.compile(
            rf"(?<![\w-])(?i:{heads})"
            rf"(?:\s+{glue}(?:{WORD}|{adjective}|{inner})(?![\w-])|\s+et\s+{glue}(?:{inner})(?![\w-]))+"
        )
        self._quoted_name = re.compile(
            rf"[«\"“]\s?((?i:{organisation_heads})\s[^«»\"“”.,;:!?]{{8,80}}?)\s?[»\"”]"
        )

    def introduced(self, text: str, known: list[Mention]) -> list[Mention]:
        """Acronyms with their long form, «le groupe X», and their later mentions."""
        aliases: dict[str, Entity] = {}
        self._spelled_out(text, known, aliases)
        self._in_brackets(text, known, aliases)
        self._behind_kinds(text, known, aliases)
        self._listed_behind_kinds(text, known, aliases)
        if not aliases:
            return []
        finder = Gazetteer(Entry(name, name, "name") for name in aliases)
        return [
            Mention(h.start, h.end, text[h.start : h.end], Kind.INTRODUCED, aliases[h.entries[0].actor])
            for h in finder.find(text)
        ]

    def _spelled_out(self, text: str, known: list[Mention], aliases: dict[str, Entity]) -> None:
        """«le Mouvement des paysans unis (MPU)»: adds both names."""
        for long, short in definitions(text):
            if short.text in aliases:
                continue
            owner = _at(known, short.start, short.end) or _ending_at(known, long.start, long.end)
            if owner is not None:
                if owner.entity.type in (ActorType.STATE, ActorType.PERSON, ActorType.PLACE):
                    continue
                entity = owner.entity
            elif not self._may_be_actor(long.text):
                continue
            else:
                entity = new_entity(long.text, self._type_of(long.text), aliases=(short.text,))
            aliases[short.text] = aliases[long.text] = entity

    def _in_brackets(self, text: str, known: list[Mention], aliases: dict[str, Entity]) -> None:
        """Adds acronyms whose letters are not those of the name before them."""
        for end, short in bracketed(text):
            owner = next((m for m in known if m.end == end), None)
            named = _at(known, short.start, short.end) is not None
            if named or short.text in aliases:
                continue
            if owner is not None and _may_be_short(owner):
                aliases[short.text] = owner.entity
            elif owner is None and (name := self._long_before(text, end)):
                entity = new_entity(name, self._type_of(name), aliases=(short.text,))
                aliases[short.text] = aliases[name] = entity

    def _behind_kinds(self, text: str, known: list[Mention], aliases: dict[str, Entity]) -> None:
        """Adds X of «le groupe X», «la coalition "X"»."""
        for match in self._introduced.finditer(text):
            name = _to_closing_quote(text, match.start(2)) or match[2].rstrip("'’")
            if name in NO_NAMES:
                continue
            if _at(known, match.start(2), match.start(2) + len(name)) or name in aliases or len(name) < 3:
                continue
            if overlapping(known, match.start(2), match.end(2)):
                continue
            namesake = match[1] in NAMESAKES or self._persons.is_led(text, match.start())
            if namesake and self._persons.begins_like_person(name):
                continue
            aliases[name] = new_entity(name, self._introducer_types[match[1]])

    def _listed_behind_kinds(self, text: str, known: list[Mention], aliases: dict[str, Entity]) -> None:
        """Adds all of «les groupes X, Y et Z»."""
        for match in self._introduced_several.finditer(text):
            for item in INTRODUCED_ITEM.finditer(text, match.start(2), match.end(2)):
                name = item[0]
                if name in NO_NAMES or len(name) < 3 or self._persons.begins_like_person(name):
                    continue
                if name not in aliases and not overlapping(known, item.start(), item.end()):
                    aliases[name] = new_entity(name, self._introducer_types[match[1]])

    def unknown(self, text: str, known: list[Mention]) -> Iterator[Mention]:
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
        found = {m.start(): m for m in self._long_name.finditer(text)}
        found |= {m.start(): m for m in self._movement.finditer(text)}
        for _, match in sorted(found.items()):
            name = match[0].strip()
            if not name[0].isupper():
                continue
            name = self._persons.before_person(name)
            if len(name.split()) < 2 or self._named_inside(name, match.start(), known):
                continue
            if len(name.split()) == 2 and _is_nationality(known, name, match.start()):
                continue
            if (left := LEFT.match(text, match.start())) and _begins_with_place(known, left.end()):
                continue
            if DEPARTMENT.search(text[max(0, match.start() - 40) : match.start()]):
                continue
            if sum(w[0].isupper() for w in name.split()) < 2 and _starts_sentence(text, match.start()):
                continue
            entity = new_entity(name, self._type_of(name))
            yield Mention(match.start(), match.start() + len(name), name, Kind.NEW, entity)

    def _long_before(self, text: str, end: int) -> str | None:
        """«la Mission d'observation du vote (EOM)»: a long name whose acronym is of another language."""
        match = self._before_bracket.search(text, max(0, end - BRACKET_REACH), end)
        if match is None or CLAUSE & set(match[1].split()):
            return None
        return match[1] if match[1][0].isupper() and self._may_be_actor(match[1]) else None

    def _may_be_actor(self, long: str) -> bool:
        """Not what something else than an organisation is called in full before its acronym: a person, an
        official, a contest, a programme, a ministry."""
        if self._persons.begins_like_person(long) or self._no_actor.match(fold(long)):
            return False
        return long[0].isupper() or bool(self._head.match(fold(long)))

    def _type_of(self, name: str) -> ActorType:
        folded = fold(name)
        is_armed = folded.startswith("armee ") or bool(ARMED & set(re.findall(r"\w+", folded)))
        if is_armed and not folded.startswith(("organisation", "conseil", "parti")):
            return ActorType.ARMED_GROUP
        for head, type_ in self._words.organisation_heads:
            if folded.startswith(fold(head)):
                return type_
        return ActorType.ORGANISATION

    def _named_inside(self, name: str, start: int, known: list[Mention]) -> bool:
        groups = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON)
        return any(m.entity.type in groups for m in overlapping(known, start, start + len(name)))


def _at(mentions: Iterable[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in mentions if m.start == start and m.end == end), None)


def _ending_at(mentions: Iterable[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in mentions if m.end == end and abs(m.start - start) <= 12), None)


def _to_closing_quote(text: str, start: int) -> str | None:
    """A name in quotation marks is all that stands in them: «la coalition "Front des peuples libres"»."""
    if text[:start].rstrip()[-1:] not in ("«", '"', "“"):
        return None
    match = TO_QUOTE.match(text, start)
    return match[0].rstrip() if match and len(match[0].split()) <= QUOTED else None


def _may_be_short(long: Mention) -> bool:
    """May an acronym in brackets stand for this: «les Forces armées soudanaises (SAF)»?"""
    return " " in long.text and (long.entity.type in GROUPS or long.kind is Kind.BODY)


def _begins_with_place(known: list[Mention], start: int) -> bool:
    """«Parti de Lomé dans la matinée, X …»: where somebody left, and no party."""
    places = (ActorType.STATE, ActorType.PLACE)
    return any(m.start == start and m.entity.type in places for m in known)


def _is_nationality(known: Iterable[Mention], name: str, start: int) -> bool:
    """«le Conseil italien» is no name, but what it is and of which State."""
    second = start + len(name) - len(name.split()[-1])
    return any(m.kind is Kind.DEMONYM and m.start == second for m in known)


def _first_words(words: Iterable[str]) -> re.Pattern[str]:
    """What a name begins with, without accents."""
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, map(fold, words)), key=len, reverse=True))})\b")


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" «\"“'’(-–")
    return not before or before[-1] in ".!?…:\n"
