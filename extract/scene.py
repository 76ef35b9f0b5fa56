"""Who is meant: from a noun phrase or pronoun of a parsed article to actors.

Covers names, roll-up («l'armée malienne», «des touristes allemands», «Paris»), parts of groups («les
combattants du JNIM»), collectives («les trois pays de l'AES»), anaphora («l'organisation», «le pays»,
«ils», «qui», «ses troupes») and coordination.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from sahelgraph.extract.enumerations import Enumeration, find_enumerations
from sahelgraph.extract.grammar import (
    SUBJECTS,
    agrees,
    case_of,
    first_conjunct,
    linear_case,
    lower,
    obliques,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.nouns import Nouns, singular
from sahelgraph.extract.mentions import Kind, Mention
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.when import Certainty

DEPTH = 4
LOCATED = frozenset(("forces", "people", "land"))
NEAR = 8
WINDOW = 8
QUOTES = frozenset('«»"“”')
EXAMPLES = frozenset(("dont", "notamment", "lesquels", "lesquelles", "savoir"))
CURRENT = 2
FEW = 8
GROUPS = frozenset((ActorType.ORGANISATION, ActorType.ARMED_GROUP))
ACTING = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON))
NUMBERS = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "quinze": 15,
}
POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
FIRST_PERSON = frozenset(("je", "j'", "nous", "moi"))
FIRST_POSSESSIVES = frozenset(("mon", "ma", "mes", "notre", "nos"))
DEMONSTRATIVES = frozenset(
    ("celui-ci", "celle-ci", "ceux-ci", "celles-ci", "dernier", "dernière", "derniers", "dernières")
)
RELATIVES = frozenset(
    ("qui", "que", "qu'", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "où", "duquel")
)
PERSONAL = frozenset(("il", "elle", "ils", "elles", "l'", "le", "la", "les", "lui", "leur", "eux"))


@dataclass(frozen=True, slots=True)
class Ref:
    """An actor that a phrase denotes; `how` says by which mechanism, `token` where the phrase's head is."""

    entity: Entity
    token: int
    how: str


class Scene:
    """One parsed article with its mentions, and the questions that the rules ask of it."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        article: Article,
        book: ActorBook,
        entities: dict[str, Entity],
        nouns: Nouns,
        silent: frozenset[str] = frozenset(),
    ) -> None:
        self.doc = doc
        self.article = article
        self.mentions = tuple(mentions)
        self._book = book
        self._entities = entities
        self._nouns = nouns
        self._at: dict[int, list[Mention]] = {}
        self._token_of: dict[Mention, int] = {}
        starts = {token.idx: token.i for token in doc}
        for mention in mentions:
            index = starts.get(mention.start)
            if index is None:
                index = next((t.i for t in doc if t.idx <= mention.start < t.idx + len(t.text)), None)
            if index is not None:
                self._at.setdefault(index, []).append(mention)
                self._token_of[mention] = index
        self._silent = silent
        self.voices: dict[int, tuple[Entity, ...]] = {}
        self._lists: dict[int, Enumeration] = {}
        self.enumerations = find_enumerations(
            article.text, [m for m in mentions if m.kind is not Kind.COMBINING]
        )
        for enumeration in self.enumerations:
            for mention in enumeration.mentions:
                if mention in self._token_of:
                    self._lists[self._token_of[mention]] = enumeration

    def speaking(self, token: Token) -> tuple[Entity, ...]:
        """Who says «je» or «nous» here; known once the speakers of the article are."""
        return self.voices.get(token.sent.start, ())

    # --- mentions

    def mentions_at(self, token: Token) -> list[Mention]:
        return self._at.get(token.i, [])

    def token_of(self, mention: Mention) -> Token | None:
        index = self._token_of.get(mention)
        return None if index is None else self.doc[index]

    def mention_tokens(self, start: int, end: int) -> list[tuple[Token, Mention]]:
        """The mentions whose token lies in start..end (token indices), in order."""
        return [(self.doc[i], m) for i in range(start, end) for m in self._at.get(i, [])]

    def entity(self, actor_id: str) -> Entity | None:
        """A known actor as claims name it."""
        return self._entities.get(actor_id)

    def noun_forms(self, token: Token) -> tuple[str, ...]:
        return tuple(dict.fromkeys((token.lemma_.lower(), *singular(lower(token)))))

    def is_noun(self, token: Token, words: Iterable[str]) -> bool:
        forms = self.noun_forms(token)
        return any(f in words for f in forms)

    def noun_classes(self, token: Token) -> frozenset[str]:
        for form in self.noun_forms(token):
            if classes := self._nouns.stands_for(form):
                return classes
        return frozenset()

    # --- actors

    def actors(self, token: Token, depth: int = 0) -> list[Ref]:
        """The actors that the phrase headed by `token` denotes, with all that is coordinated with it;
        empty where it denotes none that is known."""
        if depth > DEPTH:
            return []
        found: list[Ref] = []
        for item in with_conjuncts(token):
            if item.pos_ in ("VERB", "AUX") and not self.mentions_at(item):
                continue
            if item is not token and "(" in self.doc[min(token.i, item.i) : max(token.i, item.i)].text:
                continue
            found.extend(self._one(item, depth))
            if item.i in self._lists:
                listed = self._lists[item.i].mentions
                found.extend(Ref(m.entity, self._token_of.get(m, item.i), "list") for m in listed)
        return _unique(found)

    def _one(self, token: Token, depth: int) -> list[Ref]:
        mentions = self.mentions_at(token)
        if mentions and mentions[0].kind is Kind.DEMONYM and token.i + 1 < len(self.doc):
            person = [m for m in self.mentions_at(token.nbor()) if m.entity.type is ActorType.PERSON]
            if person:
                return [Ref(person[0].entity, token.i + 1, "named")]
        if mentions:
            return [Ref(m.entity, token.i, m.kind.value) for m in mentions]
        if token.pos_ == "PRON" or lower(token) in RELATIVES | DEMONSTRATIVES:
            return self._pronoun(token, depth)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "X", "ADV"):
            return self._noun(token, depth)
        return []

    def _noun(self, token: Token, depth: int) -> list[Ref]:
        collective = self._collective(token, depth)
        if collective:
            return collective
        classes = self.noun_classes(token)
        is_generic = self.is_noun(token, self._nouns.generic)
        organisation = self._by_adjective(token)
        if organisation:
            return [Ref(organisation, token.i, "adjective")]
        named = self._named_by(token)
        if named:
            return named
        if classes or is_generic:
            complement = self._complement(token, classes, is_generic, depth)
            if complement:
                return complement
        if self.is_noun(token, self._nouns.quantities):
            for case, child in obliques(token):
                if case == "de":
                    refs = self.actors(child, depth + 1)
                    if refs:
                        return refs
        if classes and not is_generic:
            possessed = self._possessor(token, depth)
            if possessed:
                return possessed
        apposed = self._apposed(token, depth)
        if is_generic or apposed:
            return apposed
        return self._anaphor(token) or (self._listed_after(token) if classes else [])

    def _by_adjective(self, token: Token) -> Entity | None:
        for child in token.children:
            rule = self._nouns.adjectives.get(lower(child))
            if rule and (not rule[1] or self.is_noun(token, rule[1])):
                return self._entities.get(rule[0])
        return None

    def has_name(self, token: Token) -> bool:
        """Does the noun only introduce a name, as in «l'alliance G5 Sahel»?"""
        return bool(self._named_by(token))

    def _named_by(self, token: Token) -> list[Ref]:
        """«le groupe Wagner», «le groupe de sécurité privé russe Wagner», «l'opposant X»: a name beside the noun."""
        for index in range(token.i + 1, min(token.i + NEAR, token.sent.end)):
            name = self.doc[index]
            if name.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ") and name.text not in QUOTES:
                break
            found = [
                Ref(m.entity, index, "named")
                for m in self.mentions_at(name)
                if m.entity.type in (ActorType.PERSON, *GROUPS) and m.kind is not Kind.DEMONYM
            ]
            if found:
                return found if not linear_case(name) and token in name.ancestors else []
        return []

    def _apposed(self, token: Token, depth: int) -> list[Ref]:
        """«deux groupes armés, le Gatia et le MNLA»: the names that an indefinite phrase is explained by."""
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i and self.mentions_at(child) and not case_of(child):
                return [r for r in self.actors(child, depth + 1) if r.entity.type in ACTING]
        return []

    def _listed_after(self, token: Token) -> list[Ref]:
        """«plusieurs responsables, dont X et Y»: who a phrase without a name gives by name."""
        if "Number=Plur" not in str(token.morph):
            return []
        for index in range(token.i + 1, min(token.i + WINDOW, token.sent.end)):
            word = self.doc[index]
            if lower(word) in EXAMPLES:
                found = self.mention_tokens(index, token.sent.end)
                return [
                    Ref(m.entity, t.i, "list")
                    for t, m in found
                    if m.entity.type is ActorType.PERSON
                    or (
                        m.entity.type is ActorType.STATE
                        and not linear_case(t)
                        and t.pos_ in ("NOUN", "PROPN")
                    )
                ]
            if word.text in (".", ";", ":"):
                break
        return []

    def _complement(self, token: Token, classes: frozenset[str], generic: bool, depth: int) -> list[Ref]:
        adjectives = [
            Ref(m.entity, child.i, "adjective")
            for child in token.children
            for adjective in with_conjuncts(child)
            for m in self.mentions_at(adjective)
            if m.kind in (Kind.DEMONYM, Kind.COMBINING)
            and agrees(adjective, token)
            and adjective.pos_ in ("ADJ", "NOUN", "PROPN", "VERB", "X", "ADV")
        ]
        if adjectives and not generic:
            return adjectives
        qualified = [c for c in token.children if c.dep_ in ("amod", "acl") and c.i > token.i]
        for case, child in (pair for head in (token, *qualified) for pair in obliques(head)):
            if case not in ("de", "pro", "au sein de", "parmi", "à", "auprès de") or child.i < token.i:
                continue
            if case in ("à", "auprès de") and not self.is_noun(token, ("côté",)):
                continue
            refs = [
                r
                for r in self.actors(child, depth + 1)
                if r.entity.type in GROUPS
                or (r.entity.type is ActorType.STATE and not generic)
                or (
                    r.entity.type is ActorType.PERSON
                    and "forces" in classes | frozenset(("forces",))
                    and not generic
                )
            ]
            if refs:
                return [Ref(r.entity, r.token, "part") for r in refs]
            if not generic and case == "de" and classes & LOCATED:
                located = [(self.state_of(m.entity), m) for m in self.mentions_at(child)]
                states = [Ref(state, child.i, "part") for state, _ in located if state is not None]
                if states:
                    return states
        following = self._right_after_de(token)
        if following is not None and following.head is not token:
            refs = [
                r
                for r in self.actors(following, depth + 1)
                if r.entity.type in GROUPS or (r.entity.type is ActorType.STATE and not generic)
            ]
            if refs:
                return [Ref(r.entity, r.token, "part") for r in refs]
        if not generic and "land" in classes | self.noun_classes(token):
            for child in token.children:
                for m in self.mentions_at(child):
                    if m.entity.type is ActorType.STATE:
                        return [Ref(m.entity, child.i, "part")]
        return []

    def _right_after_de(self, token: Token) -> Token | None:
        """The name in «terroristes de Boko Haram», where the parser hung it elsewhere."""
        index = token.i + 1
        while (
            index < token.sent.end and self.doc[index].pos_ == "ADJ" and not self.mentions_at(self.doc[index])
        ):
            index += 1
        if index + 1 >= token.sent.end or lower(self.doc[index]) not in ("de", "du", "des", "d'"):
            return None
        name = self.doc[index + 1]
        if name.pos_ == "DET" and index + 2 < token.sent.end:
            name = self.doc[index + 2]
        return name if self.mentions_at(name) else None

    def _possessor(self, token: Token, depth: int) -> list[Ref]:
        if any(c.dep_ == "det" and lower(c) in FIRST_POSSESSIVES for c in token.children):
            return [Ref(e, token.i, "speaker") for e in self.speaking(token)]
        if not any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
            return []
        return [Ref(r.entity, r.token, "possessor") for r in self.before(token, depth + 1, of_clause=True)]

    def _collective(self, token: Token, depth: int) -> list[Ref]:
        """«les trois pays de l'AES», «les pays membres», «leurs trois armées», «le trio», «les deux»."""
        number = self._number(token)
        forms = self.noun_forms(token)
        as_set = next((self._nouns.sets[f] for f in forms if f in self._nouns.sets), None)
        if as_set:
            return self._last_list(token, as_set)
        is_collective = any(f in self._nouns.collectives for f in forms)
        plural = "Number=Plur" in str(token.morph) or lower(token).endswith(("s", "x")) or number is not None
        if not (is_collective and plural):
            return []
        for case, child in obliques(token):
            if case in ("de", "membre de", "fondateur de", "au sein de"):
                groups = [r for r in self.actors(child, depth + 1) if r.entity.type is ActorType.ORGANISATION]
                for ref in groups:
                    return self._spread(ref.entity, number, token)
        for child in token.children:
            if lower(child) in ("membres", "fondateurs", "signataires") or any(
                m.kind is not Kind.DEMONYM for m in self.mentions_at(child)
            ):
                for inner in [child, *(c for _, c in obliques(child))]:
                    for m in self.mentions_at(inner):
                        if m.entity.type is ActorType.ORGANISATION:
                            return self._spread(m.entity, number, token)
        if self.is_noun(token, self._nouns.generic):
            return []
        if (
            number is not None
            and number >= 2
            and not any(m.kind is Kind.DEMONYM for c in token.children for m in self.mentions_at(c))
        ):
            listed = self._last_list(token, number)
            if listed:
                return listed
            for ref in reversed(self._mention_refs(before=token.i)):
                if ref.entity.type is ActorType.ORGANISATION:
                    members = self.members(ref.entity, number)
                    if len(members) == number and number <= FEW:
                        return [Ref(m, token.i, "collective") for m in members]
        return []

    def _spread(self, organisation: Entity, number: int | None, token: Token) -> list[Ref]:
        """An organisation's members where they are few; the many of a large one act as the organisation."""
        members = self.members(organisation, number)
        if 0 < len(members) <= FEW:
            return [Ref(m, token.i, "collective") for m in members]
        return [Ref(organisation, token.i, "part")]

    def _number(self, token: Token) -> int | None:
        for child in token.children:
            if child.dep_ == "nummod" or child.pos_ == "NUM":
                word = lower(child)
                if word in NUMBERS:
                    return NUMBERS[word]
                if word.isdigit() and 2 <= int(word) <= 60:
                    return int(word)
        return NUMBERS.get(lower(token))

    def _last_list(self, token: Token, number: int) -> list[Ref]:
        for enumeration in reversed(self.enumerations):
            indices = [self._token_of.get(m, 10**9) for m in enumeration.mentions]
            if indices[0] >= token.i:
                continue
            entities = list(dict.fromkeys(m.entity for m in enumeration.mentions))
            if len(entities) == number and all(e.type is not ActorType.PERSON for e in entities):
                return [Ref(e, token.i, "collective") for e in entities]
        return []

    def members(self, organisation: Entity, number: int | None = None) -> list[Entity]:
        """The States that belong to an organisation on the article's date: as the text lists them, or
        as the actor files know. Empty where their number is not the one that is asked for."""
        listed = self._members_in_text.get(organisation.id)
        if listed and number in (None, len(listed)):
            return listed
        day = self.article.date
        found: dict[str, Entity] = {}
        for fact in self._book.facts:
            if (
                fact.relation == "member-of"
                and fact.object == organisation.id
                and fact.subject in self._entities
            ):
                if day and fact.when and fact.when.covers(day) is Certainty.NO:
                    continue
                found[fact.subject] = self._entities[fact.subject]
        states = [e for e in found.values() if e.type is ActorType.STATE]
        if number is not None and len(states) != number:
            return []
        return states

    def listed_members(self, ref: Ref) -> list[Ref]:
        """«ses alliés du G5 Sahel (Mali, Niger …)»: the members that the text lists, else the one meant."""
        return [Ref(e, ref.token, "list") for e in self._members_in_text.get(ref.entity.id, ())] or [ref]

    @cached_property
    def _members_in_text(self) -> dict[str, list[Entity]]:
        """Lists in a parenthesis or after a colon right behind an organisation's name."""
        found: dict[str, list[Entity]] = {}
        text = self.article.text
        for enumeration in self.enumerations:
            first = enumeration.mentions[0]
            if first.entity.type is not ActorType.STATE:
                continue
            owner = next(
                (
                    m
                    for m in reversed(self.mentions)
                    if m.end <= first.start and m.entity.type is ActorType.ORGANISATION
                ),
                None,
            )
            if owner and text[owner.end : first.start].strip(' «»"') in (
                "(",
                "–",
                ":",
                ", à savoir",
                ", soit",
            ):
                found[owner.entity.id] = list(dict.fromkeys(m.entity for m in enumeration.mentions))
        return found

    # --- anaphora

    def _anaphor(self, token: Token) -> list[Ref]:
        definite = any(
            c.dep_ == "det" and lower(c) in ("le", "la", "les", "l'", "ce", "cet", "cette", "ces")
            for c in token.children
        )
        if not definite or any(
            c.dep_ in ("nmod",) and case_of(c) == "de" and c.i > token.i for c in token.children
        ):
            return []
        if self.is_noun(token, self._nouns.bare):
            state = self.state_of_bare(token)
            return [Ref(state, token.i, "context")] if state else []
        singular_noun = "Number=Plur" not in str(token.morph)
        if singular_noun and self.is_noun(token, self._nouns.anaphors) and not self._distinguished(token):
            allowed = (
                GROUPS
                if not self.is_noun(token, self._nouns.alliances)
                else frozenset((ActorType.ORGANISATION,))
            )
            for ref in reversed(self._mention_refs(before=token.i)):
                if (
                    ref.entity.type in allowed
                    and token.i - ref.token < 120
                    and ref.entity.label not in self._silent
                ):
                    return [Ref(ref.entity, token.i, "anaphor")]
        return []

    def _distinguished(self, token: Token) -> bool:
        """«la coalition occidentale» is another than the one named before; «le groupe jihadiste» is not."""
        return any(c.dep_ == "amod" and lower(c) not in self._nouns.plain_adjectives for c in token.children)

    def state_of_bare(self, token: Token) -> Entity | None:
        """The State behind «la junte», «le gouvernement», «le pays» without complement."""
        if self.is_noun(token, ("pays", "état")):
            for ref in reversed(self._mention_refs(before=token.i)):
                if ref.entity.type is ActorType.STATE and token.i - ref.token < 80:
                    return ref.entity
        for form in self.noun_forms(token):
            if known := self._bare_before.get(form):
                earlier = [e for i, e in known if i < token.i] or [e for _, e in known]
                return Counter(e for e in earlier).most_common(1)[0][0]
        return self.topic

    @cached_property
    def _bare_before(self) -> dict[str, list[tuple[int, Entity]]]:
        """Which State each of the bare nouns had where the text says it in full."""
        found: dict[str, list[tuple[int, Entity]]] = {}
        for token in self.doc:
            if (
                token.pos_ == "NOUN"
                and self.is_noun(token, self._nouns.bare)
                and not self.is_noun(token, ("pays", "état"))
            ):
                refs = self._complement(token, self.noun_classes(token), False, DEPTH)
                states = {r.entity for r in refs if r.entity.type is ActorType.STATE}
                if len(states) == 1:
                    for form in self.noun_forms(token)[:2]:
                        found.setdefault(form, []).append((token.i, next(iter(states))))
        return found

    @cached_property
    def topic(self) -> Entity | None:
        """The State that the article is about: named most, the first lines counting more."""
        counts: Counter[Entity] = Counter()
        for position, mention in enumerate(m for m in self.mentions if m.entity.type is ActorType.STATE):
            counts[mention.entity] += 3 if position < 3 else 1
        return counts.most_common(1)[0][0] if counts else None

    def _mention_refs(self, before: int) -> list[Ref]:
        return [Ref(m.entity, i, m.kind.value) for i, ms in self._sorted if i < before for m in ms]

    @cached_property
    def _sorted(self) -> list[tuple[int, list[Mention]]]:
        return sorted(self._at.items())

    def _pronoun(self, token: Token, depth: int) -> list[Ref]:
        word = lower(token)
        if word in RELATIVES:
            return self._relative(token, depth)
        if word in DEMONSTRATIVES:
            return self._nearest(token, depth)
        if word in FIRST_PERSON:
            return [Ref(e, token.i, "speaker") for e in self.speaking(token)]
        if word in PERSONAL:
            return [Ref(r.entity, r.token, "pronoun") for r in self.before(token, depth + 1)]
        if word in ("tous", "toutes", "deux", "trois", "quatre", "cinq") and (n := NUMBERS.get(word)):
            return self._last_list(token, n)
        return []

    def _relative(self, token: Token, depth: int) -> list[Ref]:
        for clause in [token, *token.ancestors]:
            if clause.dep_ == "acl:relcl":
                head = clause.head
                refs = self._one(head, depth + 1)
                own = first_conjunct(head)
                if own is not head and "Number=Plur" in str(clause.morph):
                    refs = self.actors(own, depth + 1) or refs
                return [Ref(r.entity, r.token, r.how) for r in refs]
        for index in range(token.i - 1, max(token.sent.start - 1, token.i - 5), -1):
            head = self.doc[index]
            if head.pos_ in ("NOUN", "PROPN") or self.mentions_at(head):
                return self._one(head, depth + 1) or self._one(head.head, depth + 1)
        return []

    def _nearest(self, token: Token, depth: int) -> list[Ref]:
        for ref in reversed(self._mention_refs(before=token.i)):
            if ref.entity.type in ACTING and token.i - ref.token < 60:
                return [Ref(ref.entity, token.i, "anaphor")]
        return []

    def before(self, token: Token, depth: int, of_clause: bool = False) -> list[Ref]:
        """The actors of the nearest fitting subject before a pronoun or possessive: in its own clause
        where `of_clause` (a possessive), else in earlier clauses and the two sentences before."""
        plural = lower(token) in ("ils", "elles", "les", "leur", "eux") or any(
            lower(c) in ("leur", "leurs") for c in token.children
        )
        sentence_start = token.sent.start
        tried = 0
        for index in range(token.i - 1, -1, -1):
            candidate = self.doc[index]
            if candidate.dep_ not in SUBJECTS:
                continue
            if not of_clause and candidate.head == token.head:
                continue
            if index < sentence_start and tried > 5:
                break
            tried += 1
            refs = self.actors(candidate, depth)
            if not refs:
                continue
            is_plural = len(refs) > 1 or "Number=Plur" in str(candidate.morph)
            if plural != is_plural and not (of_clause and not plural):
                continue
            if (
                lower(token) == "elle"
                and refs[0].entity.type is ActorType.PERSON
                and not self._feminine(refs[0])
            ):
                continue
            return refs
        return []

    def _feminine(self, ref: Ref) -> bool:
        actor = self._book.actors.get(ref.entity.id)
        return actor is None or actor.gender != "m"

    # --- places

    def places(self, token: Token) -> list[Ref]:
        """The places that a phrase denotes, as States where it says so: «au Mali», «à Bamako», «dans le
        nord du Mali», «sur le sol malien», «dans la région»."""
        found: list[Ref] = []
        for item in with_conjuncts(token):
            mentions = [m for m in self.mentions_at(item) if m.kind is not Kind.DEMONYM]
            if mentions:
                found.extend(
                    Ref(m.entity, item.i, m.kind.value)
                    for m in mentions
                    if m.entity.type in (ActorType.STATE, ActorType.PLACE)
                )
                if item.i in self._lists:
                    found.extend(
                        Ref(m.entity, item.i, "list")
                        for m in self._lists[item.i].mentions
                        if m.entity.type in (ActorType.STATE, ActorType.PLACE)
                    )
                continue
            if "land" in self.noun_classes(item):
                refs = self._complement(item, frozenset(("land",)), False, 0)
                refs = [r for r in refs if r.entity.type is ActorType.STATE] or self._places_inside(item)
                if not refs and any(c.dep_ == "det" for c in item.children):
                    refs = self._last_place(item)
                found.extend(refs)
            else:
                found.extend(self._collective(item, 0))
        return _unique(found)

    def _places_inside(self, token: Token) -> list[Ref]:
        return [
            Ref(m.entity, child.i, "part")
            for child in token.subtree
            for m in self.mentions_at(child)
            if m.entity.type in (ActorType.STATE, ActorType.PLACE)
            and child.i - token.i <= 6
            and m.kind is not Kind.DEMONYM
        ]

    def _last_place(self, token: Token) -> list[Ref]:
        wanted = ActorType.STATE if self.is_noun(token, ("pays", "capitale", "territoire", "sol")) else None
        for ref in reversed(self._mention_refs(before=token.i)):
            if token.i - ref.token > 80:
                break
            if (
                ref.entity.type is ActorType.STATE
                and wanted
                or (wanted is None and ref.entity.type is ActorType.PLACE)
            ):
                return [Ref(ref.entity, token.i, "anaphor")]
        return []

    def state_of(self, entity: Entity) -> Entity | None:
        """The State that a place or body lies in; the State itself for a State."""
        if entity.type is ActorType.STATE:
            return entity
        actor = self._book.actors.get(entity.id)
        return self._entities.get(actor.state) if actor and actor.state else None

    def office_state(self, entity: Entity, role: str | None = None) -> Entity | None:
        """The State (or organisation) in which a known person holds or held an office, on the article's
        date where the actor files have one then, else the latest before it."""
        day = self.article.date
        best: tuple[int, str] | None = None
        for fact in self._book.facts:
            if fact.subject != entity.id or fact.relation != "holds-office" or fact.object is None:
                continue
            if role and not _roles_alike(role, fact.role or ""):
                continue
            sure = CURRENT if not day or not fact.when or fact.when.covers(day) is not Certainty.NO else 1
            if fact.when and day and fact.when.earliest_start and fact.when.earliest_start > day:
                continue
            if self._entities[fact.object].type is ActorType.STATE:
                sure += 2 if sure == CURRENT else 0
            if best is None or sure > best[0]:
                best = (sure, fact.object)
        return self._entities.get(best[1]) if best else None


def _roles_alike(one: str, other: str) -> bool:
    first = lambda text: name_key(text).split()[:1]  # noqa: E731
    return first(one) == first(other) or ("chef" in first(one) and "president" in first(other))


def _unique(refs: list[Ref]) -> list[Ref]:
    seen: dict[str, Ref] = {}
    for ref in refs:
        seen.setdefault(ref.entity.id, ref)
    return list(seen.values())
