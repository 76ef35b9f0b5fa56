"""Persons by name: two or more capitalised words with a given name, or any after a title or beside a post."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sahelgraph.extract.gazetteer import Entry, Gazetteer
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.naming import UPPER, WORD, Kind, Mention, new_entity, overlapping
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold, name_key

BEFORE_POST = r"(?:le|la|l['’]|un|une|son|sa|leur|alors|actuel\w*|ex-?|ancien\w*|nouve\w+|(?:haut|vice)[- ])"
POST_REACH = 120
POST_WORDS = 10
"""How many characters and words before a name the post may begin that it is explained by."""
NO_POST = (
    r"(?:a|ont|est|sont|avait|avaient|était|étaient|aurait|sera|qui|que|qu['’]\w+|dont|où|mais|avec|contre|après"
    r"|avant|depuis|selon|lors|quand|il|elle|ils|s['’]\w+|n['’]\w+|se|ne|y)"
)
"""Words that end the phrase of a post."""
LOCATING = re.compile(
    r"(?:camp|ville|village|localité|quartier|région|province|district|commune|cercle|secteur|zone|forêt|axe|rue|avenue|place"
    r"|département|préfecture|bourgade|cité|camps|villes|villages|localités|près"
    r"|abords|alentours|environs|banlieue|périphérie|faubourgs|nord|sud|est|ouest|large)\s+(?:de\s+|d['’]|du\s+)$",
    re.IGNORECASE,
)
"""What stands before the name of a place that looks like a person's: «le camp d'Abou Chouk»."""
LEADING = re.compile(
    r"^(?:Le|La|Les|L['’]|Un|Une|Des|De|D['’]|Du|Au|Aux|Et|En|À|A|Dans|Pour|Par|Selon|Avec|Sur|Mais|Son|Sa|Ses|Leur|Ce|Cet|Cette|Ces|"
    r"Depuis|Après|Avant|Contre|Chez|Entre|Vers|Lors|Quant|Outre|Quand|Si|Ancien|Ancienne|Ex|Lire|Voir|Monsieur|Madame|Président|"
    r"Général|Colonel|Capitaine|Lieutenant|Commandant|Imam|Cheikh|Docteur|Ministre|Premier|Maître|Mme|MM|Dr|Mr|Me)\s*",
)
IN_NO_NAME = re.compile(
    r"\s(?:Comment|Pourquoi|Quand|Que|Quel|Quelle|Quels|Quelles|Qui|Où|Lire|Voir|Les|Un|Une|Des|Dans|Pour|Par|Selon|Avec|Mais"
    r"|Cet|Cette|Ces|Depuis|Après|Avant|Il|Elle|Ils)\s"
)
"""Words that begin a headline or sentence where a full stop got lost before them."""
OF = ("de", "du", "des", "d'", "d’")
OF_BEFORE = re.compile(r"(?:\b(?:du|des|de)\s+|\bde\s+la\s+|\b(?:de\s+l|d)['’]\s?)$", re.IGNORECASE)
DEPARTMENT = re.compile(
    r"\bminist(?:re|ère)s?\s+(?:[a-zà-ÿ-]+\s+)?(?:du|des|de\s+la|de\s+l['’])\s*$", re.IGNORECASE
)
"""What stands before the name of a department, which is no actor: «la ministre du Cadre de vie»."""
SPELLINGS = (
    ("ou", "u"),
    ("w", "u"),
    ("y", "i"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("q", "k"),
    ("dj", "j"),
)
"""How transliterations of one name differ: «N'Daw» and «N'Daou», «Youssouf» and «Yusuf»."""
LEAST_SOUNDS = 6


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


def _without_state(text: str, start: int, name: str, taken: Iterable[Mention]) -> str:
    """«(le roi) Hamad de Bahreïn»: the name without its kingdom."""
    for m in taken:
        if m.entity.type is ActorType.STATE and start < m.start < m.end == start + len(name):
            before = OF_BEFORE.search(text[start : m.start])
            return text[start : start + before.start()].rstrip() if before else name
    return name


def _is_written_as_name(name: str) -> bool:
    """Two words, no complement, and no acronym first: «Xenia YPSILON», not «ONG Xenia», «Jeunes de Xenia»."""
    words = name.split()
    acronym = len(words) < 2 or (words[0].isupper() and not words[0].endswith("."))
    return not acronym and not any(w in OF for w in words)


def sounds(name: str) -> str:
    """A person's name in one spelling of all its transliterations: no signs, no doubled letters."""
    letters = re.sub(r"[^a-z]", "", fold(name))
    for one, other in SPELLINGS:
        letters = letters.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", letters)


class PersonNames:
    """Persons: two or more capitalised words with a given name, or any after a title."""

    def __init__(self, book: ActorBook, words: NameWords, entities: Mapping[str, Entity]) -> None:
        particles = "|".join(sorted(map(re.escape, words.particles), key=len, reverse=True))
        name = rf"{WORD}(?:\s(?:(?:{particles})[ -])*{WORD}|\s[{UPPER}]\.(?=\s[{UPPER}])){{1,4}}"
        self._full = re.compile(
            rf"(?<![\w-])(?:(?:(?:{particles})-)?{name}|(?:(?!M\.)[{UPPER}]\.\s?){{1,2}}{WORD})"
        )
        titles = "|".join(sorted((re.escape(t) for t in words.titles), key=len, reverse=True))
        posts = "|".join(sorted((re.escape(t) for t in words.posts), key=len, reverse=True))
        self._title = re.compile(rf"(?<!\w)(?i:{titles}|{posts})\s+(?:[a-zàâçéèêëîïôûü-]{{4,}}\s+)?$")
        self._title_words = frozenset(fold(t).rstrip(".") for t in words.titles if " " not in t)
        ranks = "|".join(sorted((re.escape(t) for t in words.ranks), key=len, reverse=True))
        clause = rf"(?!{NO_POST}\b)[^\s,.;:!?()«»\"“”]+\s+"
        closing = r"(?<=\s)|[^\s,.;:!?()«»\"“”]+,\s+|\([^()]{2,15}\),?\s+"
        self._post_before = re.compile(
            rf"(?:(?<![\w’'-])|(?<=\b[lLdD]['’]))(?i:{posts}|{ranks})s?\s+(?:{clause}){{0,{POST_WORDS}}}(?:{closing})"
            r"(?:respectivement\s+)?$"
        )
        self._post_of = re.compile(rf"(?<!\w)(?i:{posts})\s+(?:du|de\s+la|de\s+l['’])\s*$")
        led = "|".join(map(re.escape, words.led))
        self._led_by = re.compile(
            rf"(?<!\w)(?:{led})e?s?\s+par\s+(?:l['’]|(?:le|la|un|une)\s+)?(?:[a-zà-ÿ-]+\s+){{0,2}}$"
        )
        takings = "|".join(map(re.escape, words.takings))
        taken = "|".join(map(re.escape, words.taken))
        self._taken_before = re.compile(
            rf"(?<!\w)(?:(?i:{takings})\s+(?:de\s+|d['’])|(?:a|ont)\s+(?:{taken})\s+)$"
        )
        self._taken_behind = re.compile(
            rf"(?:\s?,[^,.;!?«»]{{3,80}},|\s?,)?\s+(?:a|avait|aurait|ayant)\s+été\s+(?:{taken})|\s?,\s+(?:{taken})e?\b"
        )
        self._post_behind = re.compile(rf"\s?,\s+(?:{BEFORE_POST}\s*){{0,3}}(?i:{posts}|{ranks})\b")
        self._heads = frozenset(fold(h) for h, _ in (*words.organisation_heads, *words.introducers))
        given = {fold(g) for g in words.given_names}
        given |= {
            fold(a.label.fr.split()[0]) for a in book if a.type is ActorType.PERSON and " " in a.label.fr
        }
        self._given = frozenset(g for g in given if len(g) > 1)
        callings = (*self._title_words, *(fold(w) for post in words.posts for w in post.split()))
        self._callings = frozenset(w for w in callings if w not in self._given and w not in OF)
        self._by_sound = _by_sound(e for e in entities.values() if e.type is ActorType.PERSON)

    def before_person(self, name: str) -> str:
        """The part of a long name before a person's name that stands right behind it."""
        words = name.split()
        for index, word in enumerate(words[1:-1], start=1):
            if word[0].isupper() and fold(word) in self._given and words[index + 1][0].isupper():
                return " ".join(words[:index])
        return name

    def begins_like_person(self, name: str) -> bool:
        """Has the name two words or more, and a given name first?"""
        return " " in name and fold(name.split()[0]) in self._given

    def is_led(self, text: str, start: int) -> bool:
        """Is it the thing that somebody leads which begins here: «le chef du (mouvement Xenia Ypsilon)»?"""
        return bool(self._post_of.search(text[max(0, start - 40) : start]))

    def without_titles(self, start: int, name: str) -> tuple[int, str]:
        """A name without the ranks and courtesies that stand capitalised before it."""
        while " " in name and self._is_calling(name.split()[0]):
            cut = len(name.split()[0])
            cut += len(name[cut:]) - len(name[cut:].lstrip())
            start, name = start + cut, name[cut:]
        return start, name

    def _is_calling(self, word: str) -> bool:
        folded = fold(word).rstrip(".")
        return any(w in self._title_words or w in self._callings for w in (folded, folded.removesuffix("s")))

    def titled(self, text: str, start: int) -> bool:
        return bool(self._title.search(text[max(0, start - 40) : start]))

    def find(self, text: str, known: Iterable[Mention]) -> list[Mention]:
        taken = list(known)
        persons: list[Mention] = []
        for match in self._full.finditer(text):
            start, name = self._bare_name(text, match, taken)
            if " " not in name:
                continue
            cut = self._from_given_name(start, name)
            if cut != (start, name) and not self._stands_whole(text, start, name, persons):
                start, name = cut
            if name.startswith(OF):
                continue
            first = fold(name.split()[0])
            covered = overlapping(taken, start, start + len(name))
            if covered and not all(
                m.kind in (Kind.AKA, Kind.DEMONYM) or (m.start > start and first in self._given)
                for m in covered
            ):
                continue
            if LOCATING.search(text[max(0, start - 30) : start]):
                continue
            is_named = first in self._given or first.split("-")[0] in self._given
            is_named = is_named or self.titled(text, start) or self._is_taken(text, start, name)
            if is_named or self._beside_post(text, start, name, persons):
                persons.append(self._person(start, name, covered))
        persons += self._single_names(text, [*taken, *persons])
        return _one_entity_a_person(persons)

    def _bare_name(self, text: str, match: re.Match[str], taken: list[Mention]) -> tuple[int, str]:
        """Where a name starts and what it is, without titles and without what else is named in front."""
        start, name = match.start(), IN_NO_NAME.split(match[0])[0]
        end = start + len(name)
        start, name = self.without_titles(*_without_leading_words(start, name))
        for m in taken:
            opens = m.start <= start or fold(name.split()[0]) not in self._given
            inside = start < m.end < start + len(name)
            before = m.kind is Kind.DEMONYM and m.start == start
            if opens and inside and (before or m.kind not in (Kind.AKA, Kind.DEMONYM)):
                name = name[m.end - start :].lstrip()
                start = end - len(name)
        if DEPARTMENT.search(text[max(0, start - 40) : start]) and " " in name:
            name = name.split(maxsplit=1)[1]  # «le ministre des Sports Xenia Ypsilon»
            start = end - len(name)
        name = _without_state(text, start, name, taken)
        return start, name

    def _person(self, start: int, name: str, covered: Iterable[Mention]) -> Mention:
        """The mention of a person: of a known one where a last name in it or its sound says so."""
        owner = next((m.entity for m in covered if m.kind is Kind.AKA and _same_person(name, m.entity)), None)
        owner = owner or self._by_sound.get(sounds(name))
        entity = owner or new_entity(name, ActorType.PERSON)
        kind = Kind.NEW if owner is None else Kind.NAME
        return Mention(start, start + len(name), name, kind, entity)

    def _stands_whole(self, text: str, start: int, name: str, persons: list[Mention]) -> bool:
        """Does a title or a post beside it say that all of it is a name, whatever it begins with?"""
        return self.titled(text, start) or self._beside_post(text, start, name, persons)

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
        """«la porte-parole du ministère, Xenia Ypsilon», «Xenia Ypsilon, porte-parole du ministère», «dirigé
        par Xenia Ypsilon», and who is coordinated with such a person; an unknown name that begins like an
        organisation's is nobody's."""
        if any(fold(word) in self._heads for word in name.split()) or not _is_written_as_name(name):
            return False
        if self._post_behind.match(text, start + len(name)):
            return True
        before = text[max(0, start - POST_REACH) : start]
        if self._post_before.search(before) and not OF_BEFORE.search(before):
            return True
        if self._led_by.search(before):
            return True
        return bool(persons) and text[persons[-1].end : start] == " et " and persons[-1].kind is Kind.NEW

    def _is_taken(self, text: str, start: int, name: str) -> bool:
        """«l'arrestation de Xenia Ypsilon», «Xenia Ypsilon, militante, a été relâchée»."""
        if any(fold(word) in self._heads for word in name.split()) or not _is_written_as_name(name):
            return False
        if self._taken_behind.match(text, start + len(name)):
            return True
        return bool(self._taken_before.search(text[max(0, start - POST_REACH) : start]))

    def _single_names(self, text: str, taken: list[Mention]) -> list[Mention]:
        """«le général Diarra», «M. Boussim»: one name after a title."""
        found = []
        for match in re.finditer(rf"(?<![\w-])(?:(?:[Aa]g|[Oo]uld|[Bb]en|[Aa]l|[Ee]l)[ -])?{WORD}", text):
            if overlapping(taken, match.start(), match.end()) or not self.titled(text, match.start()):
                continue
            if len(match[0]) < 3 or match[0].isupper() or self._is_calling(match[0]):
                continue
            found.append(
                Mention(
                    match.start(), match.end(), match[0], Kind.NEW, new_entity(match[0], ActorType.PERSON)
                )
            )
        return found


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


def last_names(text: str, mentions: list[Mention]) -> list[Mention]:
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


def _by_sound(persons: Iterable[Entity]) -> Mapping[str, Entity]:
    """Known persons by how their full names sound, where only one does."""
    keys = [
        (sounds(name), p) for p in persons for name in dict.fromkeys((p.label, *p.aliases)) if " " in name
    ]
    owners = Counter(key for key, _ in {(key, p.id) for key, p in keys})
    return {key: p for key, p in keys if owners[key] == 1 and len(key) >= LEAST_SOUNDS}
