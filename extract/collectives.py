"""Phrases for several actors at once: «les trois pays de l'AES», «les pays membres», «le trio»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.background import Background
from sahelgraph.extract.grammar import has_definite_article, lower, obliques
from sahelgraph.extract.lexicon.numerals import NUMBERS
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS, Ref, Resolve
from sahelgraph.extract.sides import PAIRED, Sides
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity

FEW = 8
AHEAD = 40
"""How many tokens behind a collective the list of those whom it gathers may begin."""
SENTENCES = 2
"""How many sentences back those are looked for that a number counts."""
SIDES = word_set("collectives", "sides")
COUNTRIES = word_set("collectives", "countries")
MEN = ("homme", "femme")
"""Always persons: «les deux hommes» are never two States."""
MOST = 60
PAIR = 2
MEMBERSHIP = ("de", "membre de", "fondateur de", "au sein de")
BELONGING = ("membres", "fondateurs", "signataires")


class Collectives:
    """Reads the collective phrases of one article; `actors` resolves the phrases inside them."""

    def __init__(self, text: MentionedText, background: Background, actors: Resolve) -> None:
        self._text = text
        self._background = background
        self._actors = actors
        self.sides = Sides(text, actors)

    def of(self, noun: Token, depth: int) -> list[Ref]:
        """The actors that a collective noun counts or gathers; empty where it is no collective, or where
        nothing says whom it gathers."""
        nouns = self._text.nouns
        as_set = next((nouns.sets[f] for f in self._text.noun_forms(noun) if f in nouns.sets), None)
        if as_set:
            return self.last_list(noun, as_set)
        number = _number_of(noun)
        if sides := self.sides.of(noun, number, depth):
            return sides
        if not self._text.is_noun(noun, nouns.collectives) or not (number or _is_plural(noun)):
            return []
        organisation = next(self._organisations_of(noun, depth), None)
        if organisation is not None:
            return self._spread(organisation, number, noun)
        if number is None or self._text.is_noun(noun, nouns.generic) or self._has_demonym(noun):
            return []
        if self._is_of_unknown(noun):
            return []
        of_told = self._text.is_noun(noun, nouns.leaders) or self._text.is_noun(noun, SIDES)
        if of_told and not has_definite_article(noun):
            return []  # «deux chefs rebelles», «deux camps militaires»: the text has not told of them
        if self._text.is_noun(noun, MEN):
            return self._just_named(noun, number)
        is_pair = number == PAIR and self._text.is_noun(noun, self._text.nouns.leaders)
        if is_pair and (named := self._just_named(noun, number)):
            return named  # «X et Y se sont vus. Les deux dirigeants ont évoqué A et B»
        listed = [] if number == 2 and self._text.is_noun(noun, PAIRED) else self.last_list(noun, number)
        return listed or self._last_organisation(noun, number) or self._just_named(noun, number)

    def _just_named(self, noun: Token, number: int) -> list[Ref]:
        """Those that the sentences right before name, where they are just so many: «X a reçu Y. Les deux
        hommes …»."""
        if not has_definite_article(noun):
            return []
        types = self._types_of(noun)
        found: dict[str, Entity] = {}
        sentence = noun.sent
        for _ in range(SENTENCES):
            if sentence.start == 0:
                return []
            sentence = noun.doc[sentence.start - 1].sent
            for _, mention in self._text.mention_tokens(sentence.start, sentence.end):
                if mention.entity.type in types and mention.kind is not Kind.COMBINING:
                    found.setdefault(mention.entity.id, mention.entity)
            if len(found) >= number:
                break
        return [Ref(e, noun.i, "collective") for e in found.values()] if len(found) == number else []

    def _types_of(self, noun: Token) -> frozenset[ActorType]:
        nouns = self._text.nouns
        if self._text.is_noun(noun, SIDES):
            return MEMBERS
        if self._text.is_noun(noun, nouns.leaders):
            return frozenset((ActorType.PERSON,))
        if self._text.is_noun(noun, nouns.anaphors):
            return GROUPS
        return frozenset((ActorType.STATE,))

    def last_list(self, token: Token, number: int) -> list[Ref]:
        """The last list before a token that names so many States or groups, or else the next one soon
        behind it: «les trois pays se retirent. Le Mali, le Niger et le Burkina Faso …»; of States for «les
        deux pays»."""
        lists = list(self._lists_of(number))
        if self._text.is_noun(token, COUNTRIES):
            lists = [pair for pair in lists if all(e.type is ActorType.STATE for e in pair[1])]
        before = [entities for first, entities in lists if first.i < token.i]
        behind = [entities for first, entities in lists if token.i < first.i < token.i + AHEAD]
        found = before[-1] if before else next(iter(behind), [])
        return [Ref(e, token.i, "collective") for e in found]

    def _lists_of(self, number: int) -> Iterator[tuple[Token, list[Entity]]]:
        """The lists of so many actors that are no persons, with their first tokens."""
        for enumeration in self._text.enumerations:
            first = self._text.token_of(enumeration.mentions[0])
            entities = list(dict.fromkeys(m.entity for m in enumeration.mentions))
            if first and len(entities) == number and all(e.type is not ActorType.PERSON for e in entities):
                yield first, entities

    def _organisations_of(self, noun: Token, depth: int) -> Iterator[Entity]:
        """Whose members they are: «de l'AES», «membres de l'AES», «les pays du Liptako-Gourma»."""
        for case, child in obliques(noun):
            if case in MEMBERSHIP:
                refs = self._actors(child, depth + 1)
                if not any(r.entity.type is ActorType.STATE for r in refs[:1]):
                    yield from _organisations(r.entity for r in refs)
        for child in (c for c in noun.children if c.dep_ != "conj"):
            named = any(m.kind is not Kind.DEMONYM for m in self._text.mentions_at(child))
            if named or lower(child) in BELONGING:
                for inner in (child, *(c for _, c in obliques(child))):
                    yield from _organisations(m.entity for m in self._text.mentions_at(inner))

    def _spread(self, organisation: Entity, number: int | None, noun: Token) -> list[Ref]:
        """An organisation's members where they are few; the many of a large one act as the organisation."""
        members = self._background.members(organisation, number)
        whole = number is not None or organisation.id not in self._text.nouns.councils
        if whole and 0 < len(members) <= FEW:
            return [Ref(m, noun.i, "collective") for m in members]
        return [Ref(organisation, noun.i, "part")]

    def _last_organisation(self, noun: Token, number: int) -> list[Ref]:
        """The members of the last organisation before that has so many."""
        for ref in self._text.mentioned_before(noun):
            if ref.entity.type is ActorType.ORGANISATION:
                members = self._background.members(ref.entity, number)
                if 0 < len(members) <= FEW:
                    return [Ref(m, noun.i, "collective") for m in members]
        return []

    def _is_of_unknown(self, noun: Token) -> bool:
        """«les trois États du XYZ»: of an organisation that nothing is known of, not those told before."""
        behind = [child for case, child in obliques(noun) if case == "de"]
        return any(c.text.isupper() and len(c.text) > 1 and not self._text.mentions_at(c) for c in behind)

    def _has_demonym(self, noun: Token) -> bool:
        return any(m.kind is Kind.DEMONYM for c in noun.children for m in self._text.mentions_at(c))


def _organisations(entities: Iterator[Entity]) -> Iterator[Entity]:
    return (e for e in entities if e.type is ActorType.ORGANISATION)


def _is_plural(noun: Token) -> bool:
    return "Number=Plur" in str(noun.morph) or lower(noun).endswith(("s", "x"))


def _number_of(noun: Token) -> int | None:
    """How many a noun counts: «les trois pays», «les deux»."""
    for child in noun.children:
        if child.dep_ == "nummod" or child.pos_ == "NUM":
            word = lower(child)
            if word in NUMBERS:
                return NUMBERS[word]
            if word.isdigit() and 2 <= int(word) <= MOST:
                return int(word)
    return NUMBERS.get(lower(noun))
