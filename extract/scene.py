"""Who is meant: from a noun phrase or pronoun of a parsed article to actors and places.

Covers names, roll-up («l'armée malienne», «des touristes allemands», «Paris»), parts of groups («les
combattants du JNIM»), collectives («les trois pays de l'AES»), anaphora («l'organisation», «le pays»,
«ils», «qui», «ses troupes») and coordination; each has a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sahelgraph.extract.anaphora import Anaphora
from sahelgraph.extract.background import Background
from sahelgraph.extract.collectives import Collectives
from sahelgraph.extract.complements import Complements
from sahelgraph.extract.grammar import VERBAL, case_of, lower, obliques, opening_of, with_conjuncts
from sahelgraph.extract.lexicon.nouns import Nouns
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.mentions import MEMBER_STATES
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.ordinals import is_ordinal
from sahelgraph.extract.phrases import Phrases
from sahelgraph.extract.places import Places
from sahelgraph.extract.pronouns import POSSESSIVES, RELATIVES, Pronouns, is_taken_up
from sahelgraph.extract.refs import ACTING, DEPTH, Ref, once_each
from sahelgraph.extract.trees import Doc, Span, Token
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity

WHERE = frozenset(("à", "en"))
SERVED = (ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP)
__all__ = ["ACTING", "GROUPS", "POSSESSIVES", "RELATIVES", "Ref", "Scene"]

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "X", "ADV")


class Scene(MentionedText):
    """One parsed article with its mentions, and the questions that the rules ask of it.

    `entities` are the actors of `book` as claims name them, by id; `silent` are the labels of those that
    only report, such as news agencies, and `watching` of those that watch over human rights.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        article: Article,
        book: ActorBook,
        entities: Mapping[str, Entity],
        nouns: Nouns,
        silent: frozenset[str] = frozenset(),
        watching: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(doc, mentions, article, entities, nouns)
        self.silent = silent
        self.watching = watching
        self._background = Background(self, book)
        self._collectives = Collectives(self, self._background, self.actors)
        self._complements = Complements(self, self._background, self.actors)
        self._anaphora = Anaphora(self, self._background, self._complements, silent)
        self._pronouns = Pronouns(self, self._background, self._collectives, self.actors, self._alone, silent)
        self._phrases = Phrases(
            self,
            self._collectives,
            self._complements,
            self._anaphora,
            self._pronouns,
            self._background,
            self.actors,
        )
        self._places = Places(self, self._complements, self._collectives)
        self._denoted: dict[int, list[Ref]] = {}
        self._served: dict[str, Entity] = {}

    # --- who and where

    def actors(self, token: Token, depth: int = 0) -> list[Ref]:
        """The actors that the phrase headed by `token` denotes, with all that is coordinated with it;
        empty where it denotes none that is known, or stands deeper in other phrases than DEPTH."""
        if depth > DEPTH:
            return []
        if depth:
            return self._actors(token, depth)
        if token.i not in self._denoted:
            self._denoted[token.i] = self._actors(token, depth)
        return list(self._denoted[token.i])

    def hear(self, sentence: Span, speakers: Iterable[Entity]) -> None:
        """Who says «je» or «nous» in a sentence."""
        self.voices[sentence.start] = tuple(speakers)
        self._denoted.clear()

    def _actors(self, token: Token, depth: int) -> list[Ref]:
        found: list[Ref] = []
        for item in with_conjuncts(token):
            if item.pos_ in VERBAL and not self.mentions_at(item):
                continue
            if item is not token and (self._is_title_behind(item) or self._is_place_beside(token, item)):
                continue
            between = self.doc[min(token.i, item.i) : max(token.i, item.i)].text
            if item is not token and between.count("(") != between.count(")"):
                continue
            found.extend(self._alone(item, depth))
            found.extend(self.list_around(item))
        return once_each(found)

    def _is_place_beside(self, first: Token, other: Token) -> bool:
        """«des avions basés en X et à Y ont frappé»: Y is no second doer, wherever the parser hangs it; not
        «les régimes au pouvoir en X et à Y»."""
        apart = other.i > first.i + 1 and not self.mentions_at(first)
        if not apart or case_of(other) not in WHERE or case_of(first) not in ("", "de"):
            return False
        listed = [self.doc[r.token] for r in self.list_around(other)]
        return not listed or listed[0] is other or listed[0].head.pos_ in VERBAL

    def _is_title_behind(self, noun: Token) -> bool:
        """«Awa Zerbane, conseillère du général X, a …»: what a person is, and no second subject."""
        before = [c for c in noun.children if c.i < noun.i and c.pos_ != "PUNCT"]
        if before or noun.pos_ != "NOUN" or noun.i < 2 or noun.nbor(-1).text != ",":
            return False
        named = [] if self.mentions_at(noun) else self.mentions_at(noun.nbor(-2))
        return bool(named) and named[0].entity.type is ActorType.PERSON and bool(self.noun_classes(noun))

    def _alone(self, token: Token, depth: int) -> list[Ref]:
        mentions = self.mentions_at(token)
        if mentions and mentions[0].kind is Kind.DEMONYM and token.i + 1 < len(self.doc):
            for named in self.mentions_at(token.nbor()):  # «le Malien X»
                if named.entity.type is ActorType.PERSON:
                    return [Ref(named.entity, token.i + 1, "named")]
        if mentions and mentions[0].kind is Kind.DEMONYM and (owner := self._qualified_name(token)):
            return owner
        if mentions and mentions[0].kind is Kind.DEMONYM and self._is_said_of_fighters(token):
            return [r for case, c in obliques(token) if case == "de" for r in self._actors(c, depth + 1)]
        if mentions:
            refs = [Ref(m.entity, token.i, m.kind.value) for m in mentions]
            is_of_members = mentions[0].text.startswith(MEMBER_STATES)
            return self.listed_members(refs[0]) if is_of_members else refs
        if token.pos_ == "PRON" or lower(token) in RELATIVES or is_taken_up(token) or is_ordinal(token):
            return self._pronouns.of(token, depth)
        return self._phrases.of(token, depth) if token.pos_ in NOMINAL else []

    def _qualified_name(self, adjective: Token) -> list[Ref]:
        """«les Forces de soutien rapide (FSR) soudanaises»: an adjective right behind a name is of it."""
        index = adjective.i - 1
        if index < adjective.sent.start or not adjective.text[0].islower():
            return []
        if self.doc[index].text == ")":
            index = opening_of(self.doc[index]) - 1
        return [
            Ref(m.entity, index, "named")
            for m in self.mentions_at(self.doc[index])
            if m.entity.type in GROUPS and m.kind is not Kind.DEMONYM
        ][:1]

    def _is_said_of_fighters(self, adjective: Token) -> bool:
        """«contre les rebelles ougandais de la LRA»: no State, also where the parser made the adjective the
        noun."""
        if not adjective.text[0].islower() or adjective.i == adjective.sent.start:
            return False
        before = adjective.nbor(-1)
        return before.pos_ in ("NOUN", "ADJ") and self.is_noun(before, self.nouns.fighters)

    def places(self, token: Token) -> list[Ref]:
        """The places that a phrase denotes, as States where it says so: «au Mali», «à Bamako», «dans le
        nord du Mali», «sur le sol malien», «dans la région»."""
        return self._places.of(token)

    def before(self, token: Token, depth: int, of_clause: bool = False) -> list[Ref]:
        """The actors of the nearest fitting subject before a pronoun or possessive: in its own clause
        where `of_clause` (a possessive), else in earlier clauses and the sentences before."""
        return self._pronouns.before(token, depth, of_clause)

    def told_next(self, noun: Token) -> list[Ref]:
        """Whom the possessive of a phrase that opens the clause means: «Dans leur réponse, X et Y …»."""
        return self._pronouns.told_next(noun, 1)

    def owners(self, phrase: Token) -> list[Ref]:
        """Whose the buildings, vehicles or places of a phrase are: «un hôtel de Mogadiscio», «une raffinerie
        russe», «Goma»; empty where nothing says so."""
        found: list[Ref] = []
        for item in with_conjuncts(phrase):
            if self.is_noun(item, self.nouns.quantities) and not self.mentions_at(item):
                found.extend(r for case, c in obliques(item) if case == "de" for r in self.owners(c))
            elif self.is_noun(item, self.nouns.property) and not self.mentions_at(item):
                owners = self._complements.of(item, 0) or self._anaphora.fighters.described(item)
                found.extend(owners or self._of_contents(item) or self._lying_in(item) or self._of_town(item))
            else:
                states = [(self.state_of(m.entity), m) for m in self.mentions_at(item)]
                found.extend(
                    Ref(state, item.i, "place")
                    for state, m in states
                    if state is not None and m.entity.type is ActorType.PLACE
                )
        return once_each(found)

    def _of_contents(self, site: Token) -> list[Ref]:
        """«un dépôt de munitions russe»: whose, where the parser hangs the adjective on what lies there."""
        return [
            Ref(m.entity, adjective.i, "adjective")
            for case, contents in obliques(site)
            if case == "de" and not any(c.dep_ == "det" for c in contents.children)
            for adjective in contents.children
            for m in self.mentions_at(adjective)
            if m.kind is Kind.DEMONYM
        ]

    def _lying_in(self, site: Token) -> list[Ref]:
        """«des positions militaires dans le nord du Mali»: the State where they lie."""
        for case, place in obliques(site):
            if case in ("à", "en", "dans", "sur", "près de"):
                states = [(self.state_of(r.entity), r) for r in self.places(place)]
                if found := [Ref(s, r.token, "place") for s, r in states if s is not None]:
                    return found
        return []

    def _of_town(self, noun: Token) -> list[Ref]:
        """«la ville est tombée aux mains de X»: the State of the town that was named before."""
        if "land" not in self.noun_classes(noun) or any(case for case, _ in obliques(noun)):
            return []
        states = [(self.state_of(r.entity), r) for r in self.places(noun) if r.how == "anaphor"]
        return [Ref(state, place.token, "place") for state, place in states if state is not None]

    def is_materiel(self, taken: Token) -> bool:
        """«dix chars de X», «treize de leurs véhicules»: no people."""
        counted = [c for case, c in obliques(taken) if case == "de"] if taken.pos_ == "NUM" else []
        return any(self.is_noun(t, self.nouns.materiel) for t in (taken, *counted))

    def sides_before(self, word: Token) -> list[Ref]:
        """The last two that the text set side by side before a word: those of «les pourparlers» that have
        nobody named; empty where there are none near."""
        return self._collectives.sides.last(word, 0)

    def has_name(self, noun: Token) -> bool:
        """Does the noun only introduce a name, as in «l'alliance G5 Sahel»?"""
        return bool(self._phrases.named_by(noun))

    def called(self, adjective: Token) -> Entity | None:
        """The armed group behind «séparatiste» or «rebelle», said of a person or post; None where that is not
        clear."""
        return self._anaphora.fighters.called(adjective)

    def taken_up(self, noun: Token) -> list[Ref]:
        """The actor that a definite noun takes up, whatever is apposed to it: «l'organisation (A et B)»."""
        return self._anaphora.of(noun)

    def state_of_bare(self, noun: Token) -> Entity | None:
        """The State behind «la junte», «le gouvernement», «le pays» without complement."""
        return self._anaphora.states.of(noun)

    # --- what is known of an actor

    def named(self, name: str) -> Entity | None:
        """The actor of the actor files that alone bears a name."""
        return self._background.named(name)

    def members(self, organisation: Entity, number: int | None = None) -> list[Entity]:
        """The States that belong to an organisation on the article's date: as the text lists them, or
        as the actor files know. Empty where their number is not the one that is asked for."""
        return self._background.members(organisation, number)

    def listed_members(self, ref: Ref) -> list[Ref]:
        """«ses alliés du groupe Y (A, B …)»: the members that the text lists, else the one meant."""
        return [Ref(e, ref.token, "list") for e in self._background.listed_members(ref.entity)] or [ref]

    def belongs(self, member: Entity, whole: Entity) -> bool:
        """Do the actor files hold, as of the article's date, that one is a member or branch of the other?"""
        return self._background.belongs(member, whole)

    def founded(self, founder: Entity, force: Entity) -> bool:
        """Do the actor files hold that one set up the other?"""
        return self._background.founded(founder, force)

    def state_of(self, entity: Entity) -> Entity | None:
        """The State that a place or body lies in; the State itself for a State."""
        return self._background.state_of(entity)

    def seat_of(self, entity: Entity) -> Entity | None:
        """The State in which an organisation has its seat."""
        return self._background.seat_of(entity)

    def office_state(self, person: Entity, role: str | None = None) -> Entity | None:
        """The State (or organisation) in which a known person holds or held an office like `role`,
        preferably on the article's date."""
        known = self._background.office_state(person, role)
        return known or (None if role else self._served.get(person.id))

    def learn_office(self, person: Entity, served: Entity) -> None:
        """Whom the text says that a person serves, who the actor files do not know in an office."""
        if served.type in SERVED:
            self._served.setdefault(person.id, served)
