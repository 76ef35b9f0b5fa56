"""From a noun to the actors that its phrase denotes, by what stands with it: a complement, a name beside
it, a possessive, a list; else by what was said before."""

from __future__ import annotations

from sahelgraph.extract.anaphora import Anaphora
from sahelgraph.extract.background import Background
from sahelgraph.extract.captives import CAPTIVES, Captives
from sahelgraph.extract.collectives import Collectives
from sahelgraph.extract.complements import COMPASS, Complements
from sahelgraph.extract.grammar import (
    QUOTES,
    SUBJECTS,
    case_of,
    has_definite_article,
    is_finite,
    linear_case,
    lower,
    obliques,
    opening_of,
)
from sahelgraph.extract.lexicon.numerals import NUMBERS
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.next_door import is_neighbour, other_of_two
from sahelgraph.extract.past_offices import without_office
from sahelgraph.extract.pronouns import POSSESSIVES, Pronouns
from sahelgraph.extract.refs import ACTING, Ref, Resolve
from sahelgraph.extract.titles_alone import CHIEF, headed, ranked, titled
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity

NAMED = GROUPS | {ActorType.PERSON}
COMPATRIOTS = word_set("phrases", "compatriots")
FOUNDING = word_set("phrases", "founding")
SOME = frozenset(("plusieurs", "des", "certains", "quelques"))
NEAR = 8
WINDOW = 8
CLOSING = ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ")
EXAMPLES = frozenset(("dont", "notamment", "lesquels", "lesquelles", "savoir", "commencer"))
OTHERS = word_set("phrases", "others")
BESIDE = word_set("phrases", "beside")
ENVOYS = word_set("phrases", "envoys")
LEADING = word_set("stated_subjects", "leading")
COALITION = frozenset(("coalition",))
COUNTERPARTS = frozenset(("homologue",))
PARTNERS = word_set("phrases", "partners")
COMMAND = frozenset(("commandement", "direction", "conduite"))


class Phrases:
    """Resolves the noun phrases of one article; `actors` resolves the phrases inside them."""

    def __init__(
        self,
        text: MentionedText,
        collectives: Collectives,
        complements: Complements,
        anaphora: Anaphora,
        pronouns: Pronouns,
        background: Background,
        actors: Resolve,
    ) -> None:
        self._text = text
        self._collectives = collectives
        self._complements = complements
        self._anaphora = anaphora
        self._pronouns = pronouns
        self._background = background
        self._actors = actors
        self._captives = Captives(text, actors)

    def of(self, noun: Token, depth: int) -> list[Ref]:
        """The actors of a noun that is no name itself."""
        return without_office(self._text, self._background, noun, self._of(noun, depth))

    def _of(self, noun: Token, depth: int) -> list[Ref]:
        """The same by the surest way first."""
        nouns = self._text.nouns
        stands_for_some = bool(self._text.noun_classes(noun))
        is_generic = self._text.is_noun(noun, nouns.generic)
        if self._text.is_noun(noun, COMPATRIOTS):
            return self._anaphora.states.compatriots(noun, self._pronouns.possessor(noun, depth))
        found = self._apposed_to(noun) or self._both_apposed(noun, depth)
        found = found or self._collectives.of(noun, depth) or self._spelled_out(noun)
        found = found or self._identified(noun) or self._counterparts(noun, depth)
        found = found or self._by_adjective(noun)
        found = found or self._next_door(noun) or self.named_by(noun) or self._led(noun)
        if not found and is_neighbour(noun):
            return other_of_two(self._text, noun, self._states_of(self._pronouns.possessor(noun, depth)))
        if not found and lower(noun) == CHIEF:
            found = titled(self._text, noun)  # «le chef de l'État»
        if not found and (stands_for_some or is_generic):
            found = self._complements.of(noun, depth, generic=is_generic)
            if self._text.is_noun(noun, ENVOYS):
                found = self._senders(found)
        if not found and self._text.is_noun(noun, nouns.quantities):
            found = self._counted(noun, depth)
        if not found and stands_for_some and not is_generic and not self._text.is_noun(noun, OTHERS):
            found = [] if self._is_beside(noun) else self._possessor(noun, depth)
            found = found or self._of_whom(noun, depth)
        found = found or self._explained_by(noun, depth)
        found = found or self._captives.again(noun, depth) or self._anaphora.fighters.of(noun)
        if found or is_generic:
            return found
        found = self._anaphora.of(noun) or (self._examples(noun) if stands_for_some else [])
        return found or headed(self._text, noun) or ranked(self._text, noun) or titled(self._text, noun)

    def _led(self, noun: Token) -> list[Ref]:
        """«la coalition conduite par X», «une coalition sous commandement togolais», and «la coalition» after
        that: the State that leads it."""
        if not self._text.is_noun(noun, COALITION):
            return []
        before = reversed(noun.doc[: noun.i]) if has_definite_article(noun) else ()
        for coalition in (noun, *(t for t in before if t.lemma_ in COALITION)):
            for led in coalition.children:
                leads = (*obliques(led), *obliques(coalition)) if led.lemma_ in LEADING else ()
                by = [c for case, c in leads if case == "par" and c.i > led.i]
                under = led.i > coalition.i and led.lemma_ in COMMAND and case_of(led) == "sous"
                by += [led, *(c for case, c in obliques(led) if case == "de")] if under else []
                named = [m for t in by for c in (t, *t.children) for m in self._text.mentions_at(c)]
                if states := [m.entity for m in named if m.entity.type is ActorType.STATE]:
                    return [Ref(states[0], noun.i, "part")]
        return []

    def _states_of(self, owners: list[Ref]) -> list[Entity]:
        """Owners, persons as the States that they hold an office in."""
        people = (
            self._background.office_state(r.entity) if r.entity.type is ActorType.PERSON else r.entity
            for r in owners
        )
        return [e for e in people if e is not None]

    def _identified(self, noun: Token) -> list[Ref]:
        """«son allié du Front X», «ses rivaux de X»: whose ally it is stands before, who it is behind."""
        if not self._text.is_noun(noun, BESIDE) and not self._text.is_noun(noun, OTHERS):
            return []
        if not any(lower(c) in POSSESSIVES for c in noun.children if c.dep_ == "det"):
            return []
        behind = (part for case, part in obliques(noun) if case == "de")
        return [
            Ref(m.entity, part.i, "name")
            for part in behind
            for m in self._text.mentions_at(part)
            if m.entity.type in GROUPS and m.kind is not Kind.DEMONYM
        ][:1]

    def _counterparts(self, noun: Token, depth: int) -> list[Ref]:
        """«son homologue du Mali», «ses homologues du Mali et du Niger»: the States that these serve, with
        who is named behind; «ses alliés du Mali et du Niger»."""
        is_allied = self._text.is_noun(noun, PARTNERS)
        if not is_allied and not self._text.is_noun(noun, COUNTERPARTS):
            return []
        if not any(lower(c) in POSSESSIVES for c in noun.children if c.dep_ == "det"):
            return []
        served = (r for case, c in obliques(noun) if case == "de" for r in self._actors(c, depth + 1))
        found = [r for r in served if r.entity.type in (ActorType.STATE, ActorType.PERSON)]
        states = [r for r in found if r.entity.type is ActorType.STATE]
        if is_allied:  # «ses alliés de Syrie» may be rebels there
            return states if len(states) > 1 else []
        return found if states else []

    def _possessor(self, noun: Token, depth: int) -> list[Ref]:
        """Whose «ses soldats» are; the captives of a group are no people of its own."""
        found = self._pronouns.possessor(noun, depth)
        if self._text.is_noun(noun, CAPTIVES):
            return [r for r in found if r.entity.type is ActorType.STATE]
        return found

    def _is_beside(self, noun: Token) -> bool:
        """«ses pays voisins», «ses pays alliés»: those that are not whose they are."""
        qualifiers = (c for c in noun.children if c.dep_ == "amod")
        return any(self._text.is_noun(c, BESIDE) for c in qualifiers)

    def _senders(self, found: list[Ref]) -> list[Ref]:
        """«l'envoyé de X» is not X, but acts for whom X leads."""
        served = (self._served_by(r) if r.entity.type is ActorType.PERSON else r for r in found)
        return [r for r in served if r is not None]

    def _served_by(self, person: Ref) -> Ref | None:
        name = self._text.doc[person.token]
        title = name.nbor(-2) if name.i > 1 and name.nbor(-1).pos_ == "ADJ" else name
        is_of = title.pos_ == "NOUN" and linear_case(title) == "de"  # «l'envoyé du président togolais X»
        if not is_of and linear_case(name) != "de":
            return person  # «l'envoyé spécial de l'ONU, X»
        served = self._background.office_state(person.entity)
        return Ref(served, person.token, person.how) if served is not None else None

    def _of_whom(self, noun: Token, depth: int) -> list[Ref]:
        """«X, dont les soldats …»: whose they are."""
        for word in (*noun.children, *noun.head.children):
            if lower(word) == "dont" and word.i < noun.i:
                return [Ref(r.entity, r.token, "possessor") for r in self._pronouns.of(word, depth + 1)]
        return []

    def named_by(self, noun: Token) -> list[Ref]:
        """A name beside the noun: «le groupe Wagner», «la société militaire sud-africaine X»,
        «l'opposant X»."""
        for index in range(noun.i + 1, min(noun.i + NEAR, noun.sent.end)):
            name = noun.doc[index]
            if name.pos_ in CLOSING and name.text not in QUOTES and not _qualifies(name, noun):
                break
            found = [
                Ref(m.entity, index, "named")
                for m in self._text.mentions_at(name)
                if m.entity.type in NAMED and m.kind is not Kind.DEMONYM
            ]
            if found:
                if noun not in name.ancestors or _is_of_inner(name, found[0], noun):
                    return []
                is_titled = found[0].entity.type is ActorType.PERSON and not any(
                    t.pos_ == "ADP" for t in noun.doc[noun.i + 1 : index]
                )  # «avec le général X»
                if linear_case(name) and not is_titled and index > noun.i + 1:
                    return self._person_right_behind(name)
                is_plural = "Number=Plur" in str(noun.morph)
                joined = self._text.joined_behind(noun)  # «l'alliance X-Y»
                return (self._text.list_around(name) if is_plural else []) or joined or found
        return []

    def _person_right_behind(self, name: Token) -> list[Ref]:
        """«le secrétaire général de l'ONU X»: the person that a complement ends in."""
        index = name.i + 1
        if index < name.sent.end and name.doc[index].text == "(":
            index = next((t.i + 1 for t in name.doc[index : index + 4] if t.text == ")"), index)
        if index >= name.sent.end:
            return []
        named = self._text.mentions_at(name.doc[index])
        return [Ref(m.entity, index, "named") for m in named if m.entity.type is ActorType.PERSON]

    def _apposed_to(self, noun: Token) -> list[Ref]:
        """«la Coalition X (CX), un regroupement armé, a …»: the name before an indefinite apposition that
        the parser takes for the subject."""
        left = next((t for t in noun.subtree if t.pos_ != "PUNCT"), noun)
        if noun.dep_ not in (*SUBJECTS, "appos") or lower(left) not in ("un", "une") or left.i < 2:
            return []
        comma, index = left.nbor(-1), left.i - 2
        if comma.text != "," or comma.i <= noun.sent.start:
            return []
        if noun.dep_ in SUBJECTS and not any(t.text == "," for t in noun.doc[noun.i : noun.head.i]):
            return []  # «Selon X, un camion a sauté»
        if noun.doc[index].text == ")":
            whole = self._text.mentions_at(noun.doc[index - 1])
            index = index - 1 if whole else opening_of(noun.doc[index]) - 1
        named = self._text.mentions_at(noun.doc[index]) if index >= noun.sent.start else []
        return [Ref(m.entity, index, "named") for m in named if m.entity.type in ACTING][:1]

    def _by_adjective(self, noun: Token) -> list[Ref]:
        """«les soldats onusiens»: the organisation of an adjective."""
        for child in noun.children:
            actor_id, nouns = self._text.nouns.adjectives.get(lower(child), (None, frozenset()))
            if actor_id is not None and (not nouns or self._text.is_noun(noun, nouns)):
                organisation = self._text.entity(actor_id)
                return [Ref(organisation, noun.i, "adjective")] if organisation else []
        return []

    def _counted(self, quantity: Token, depth: int) -> list[Ref]:
        """«une dizaine de pays de la Cédéao», «une dizaine de ministres togolais»."""
        for case, child in obliques(quantity):
            refs = self._actors(child, depth + 1) if case == "de" else []
            if case == "de" and not refs and self._text.noun_classes(child):  # where it hangs on the quantity
                adjectives = (c for c in quantity.children if c.i == child.i + 1 and c.pos_ == "ADJ")
                refs = [r for c in adjectives for r in self._text.names_at(c)]
            if refs:
                return refs
        return []

    def _explained_by(self, noun: Token, depth: int) -> list[Ref]:
        """«deux groupes armés, le Gatia et le MNLA»: the names that an indefinite phrase is explained by."""
        for child in noun.children:
            is_titled = any(c.dep_ == "flat:name" and self._text.mentions_at(c) for c in child.children)
            if (
                child.dep_ == "appos"
                and child.i > noun.i
                and (self._text.mentions_at(child) or is_titled)
                and not case_of(child)
                and not self._repeats(child)
            ):
                return [r for r in self._actors(child, depth + 1) if r.entity.type in ACTING]
        return []

    def _repeats(self, acronym: Token) -> bool:
        """«des rebelles de l'est de X (Y)»: Y is X in short, wherever the parser hangs it."""
        if acronym.i < 2 or acronym.nbor(-1).text != "(":
            return False
        ids = {m.entity.id for m in self._text.mentions_at(acronym)}
        return any(m.entity.id in ids for m in self._text.mentions_at(acronym.nbor(-2)))

    def _next_door(self, noun: Token) -> list[Ref]:
        """«son voisin du sud l'Éthiopie», «son allié, le Tchad, …»: the State named right behind."""
        if not self._text.is_noun(noun, BESIDE):
            return []
        doc, apposed = noun.doc, False
        for index in range(noun.i + 1, min(noun.i + NEAR, noun.sent.end)):
            word = doc[index]
            for mention in self._text.mentions_at(word):
                is_state = mention.entity.type is ActorType.STATE and mention.kind is Kind.NAME
                stands = doc[index - 1].pos_ == "DET" and not linear_case(word)
                if is_state and stands and (not apposed or noun in word.ancestors or noun.head is word.head):
                    return [Ref(mention.entity, index, "named")]
                return []
            apposed = apposed or word.text == ","
            if word.pos_ not in ("ADJ", "DET", "ADP") and word.text != "," and lower(word) not in COMPASS:
                return []
        return []

    def _spelled_out(self, noun: Token) -> list[Ref]:
        """«des alliés fidèles : A, B et C», «plusieurs pays (A, B)»: the list right behind a plural."""
        if "Number=Plur" not in str(noun.morph):
            return []
        doc, end = noun.doc, min(noun.i + NEAR, noun.sent.end - 1)
        sign = next((t for t in doc[noun.i + 1 : end] if t.pos_ not in ("ADJ", "ADV")), None)
        if sign is None or sign.text not in (":", "("):
            return self._told_last(noun)
        first = next((t for t in doc[sign.i + 1 : sign.i + 4] if self._text.mentions_at(t)), None)
        if first is None or linear_case(first):
            return []
        return [r for r in self._text.list_around(first) if r.entity.type in ACTING]

    def _both_apposed(self, noun: Token, depth: int) -> list[Ref]:
        """«les deux parties, le gouvernement et X, …»: those right behind the comma, where they are just so
        many."""
        doc, comma = noun.doc, noun.i + 1
        if comma + 2 >= noun.sent.end or doc[comma].text != ",":
            return []
        number = next((NUMBERS.get(lower(c), 0) for c in noun.children if c.pos_ == "NUM"), 0)
        if number < 2 or not has_definite_article(noun):
            return []
        first = next((t for t in doc[comma + 1 : comma + 4] if t.pos_ in ("NOUN", "PROPN")), None)
        if first is None or case_of(first):
            return []
        named = [r for r in self._actors(first, depth + 1) if r.entity.type in ACTING]
        return named if len({r.entity.id for r in named}) == number else []

    def _told_last(self, noun: Token) -> list[Ref]:
        """«Trois présidents ont fait le voyage : le Malien X, le Togolais Y et le Béninois Z»: the persons
        that a sentence ends with, of whom its subject told the number; or the groups."""
        counted = any(c.dep_ == "nummod" or lower(c) in SOME for c in noun.children)
        if noun.dep_ not in SUBJECTS or not counted:
            return []
        colon = next((t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.text == ":"), None)
        if colon is None or any(is_finite(t) for t in noun.doc[colon.i + 1 : noun.sent.end]):
            return []
        named = self._text.mention_tokens(colon.i + 1, noun.sent.end)
        people = [Ref(m.entity, t.i, "list") for t, m in named if m.entity.type is ActorType.PERSON]
        if len(people) > 1 or not named:
            return people
        groups = self._text.list_around(named[0][0])
        return [r for r in groups if r.entity.type in GROUPS] if not linear_case(named[0][0]) else []

    def _examples(self, noun: Token) -> list[Ref]:
        """«plusieurs responsables, dont X et Y»: who a phrase without a name gives by name."""
        if "Number=Plur" not in str(noun.morph):
            return []
        for index in range(noun.i + 1, min(noun.i + WINDOW, noun.sent.end)):
            word = noun.doc[index]
            if lower(word) == "notamment" and word.nbor(-1).pos_ != "PUNCT":
                continue  # «des diplomates, X a notamment accusé Y»
            if lower(word) in EXAMPLES:
                if self._text.is_noun(noun, self._text.nouns.anaphors):
                    return self._groups_behind(word, noun)
                named = self._text.mention_tokens(index, noun.sent.end)
                return [Ref(m.entity, t.i, "list") for t, m in named if _is_example(t, m)]
            if word.text in (".", ";", ":"):
                break
        return []

    def _groups_behind(self, word: Token, noun: Token) -> list[Ref]:
        """«avec quatorze groupes armés, dont X et Y»: the groups of the list; nobody where others are told,
        as in «dix soldats enlevés par des groupes armés, dont deux officiers»."""
        counted = any(c.dep_ == "nummod" or lower(c) in SOME for c in noun.children)
        first = next((t for t in noun.doc[word.i + 1 : word.i + 3] if self._text.mentions_at(t)), None)
        by_whom = linear_case(noun) == "par" and noun.head.lemma_ not in FOUNDING
        if first is None or not counted or by_whom:
            return []
        named = self._text.list_around(first) or [
            Ref(m.entity, first.i, "list") for m in self._text.mentions_at(first)
        ]
        return [r for r in named if r.entity.type in GROUPS]


def _is_of_inner(name: Token, found: Ref, noun: Token) -> bool:
    """«la libération de l'opposant algérien X»: the name of the opponent, and not of the release."""
    inner = name.head
    is_person = found.entity.type is ActorType.PERSON
    return is_person and inner is not noun and inner.pos_ == "NOUN" and inner.i > noun.i


def _qualifies(word: Token, noun: Token) -> bool:
    """A participle said of the noun: «les groupes armés coalisés X et Y»."""
    said = word.dep_ in ("acl", "amod") and word.pos_ == "VERB" and noun in word.ancestors
    return said and "VerbForm=Inf" not in str(word.morph)  # «demander à la junte de libérer X»


def _is_example(token: Token, mention: Mention) -> bool:
    if mention.entity.type is ActorType.STATE:
        is_noun = token.pos_ in ("NOUN", "PROPN") or token.text[0].isupper()
        return is_noun and not linear_case(token)
    return mention.entity.type in (ActorType.PERSON, ActorType.ORGANISATION)
