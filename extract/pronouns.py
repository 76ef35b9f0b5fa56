"""Pronouns and possessives: «ils», «celui-ci», «qui», «nous», «ses troupes»."""

from __future__ import annotations

from sahelgraph.extract.background import Background
from sahelgraph.extract.collectives import Collectives
from sahelgraph.extract.concord import is_of_several
from sahelgraph.extract.genders import ARTICLES, GENDERS, OTHER, gender_by_name
from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    THESE,
    case_of,
    first_conjunct,
    is_participle,
    linear_case,
    lower,
    obliques,
)
from sahelgraph.extract.lexicon.numerals import NUMBERS
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.object_pronouns import CLITICS, PERSONAL, PLURALS, ObjectPronouns
from sahelgraph.extract.ordinals import is_ordinal, meant_by_ordinal
from sahelgraph.extract.owners_beside import owner_beside
from sahelgraph.extract.predicate_nouns import said_of
from sahelgraph.extract.refs import ACTING, DEPTH, Ref, Resolve
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

RELATIVES = frozenset(
    (
        "qui",
        "que",
        "qu'",
        "dont",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "où",
        "duquel",
        "auquel",
        "auxquels",
        "auxquelles",
    )
)
THOSE = frozenset(("ceux", "celles"))
DEMONSTRATIVES = frozenset(("celui-ci", "celle-ci", "ceux-ci", "celles-ci"))
LAST = frozenset(("dernier", "dernière", "derniers", "dernières"))
VICTIMS = frozenset(("il", "elle", "l'", "le", "la"))
DONE_TO_PERSONS = word_set("pronouns", "done_to_persons")
OBJECT_CLITICS = frozenset(("l'", "le", "la", "les"))
SEVERAL = frozenset(("ceux-ci", "celles-ci", "derniers", "dernières"))
FIRST_PERSON = frozenset(("je", "j'", "nous", "moi"))
POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
FIRST_POSSESSIVES = frozenset(("mon", "ma", "mes", "notre", "nos"))
ALL = frozenset(("tous", "toutes", "les"))
COUNTED = ("deux", "trois", "quatre", "cinq")
SAYING = word_set("pronouns", "saying")
DATIVES = frozenset(("lui", "leur"))
SENT_ONES = frozenset(("il", "elle"))
SENDING = word_set("pronouns", "sending")
SUBJECT_PRONOUNS = frozenset(("il", "elle", "ils", "elles"))
OPENING_REACH = 6
"""How far from the start of a sentence a possessive may stand that means the subject behind it."""
CLAUSE_REACH = 12
NEAREST_REACH = 59
RELATIVE_REACH = 4
LIST_REACH = 20
SUBJECTS_TRIED = 5
SEVERAL_STATES = 2
SOMEBODY = SUBJECTS | {"obj", "obl:agent"}


class Pronouns:
    """Resolves the pronouns of one article. `actors` resolves a phrase with all that is coordinated with
    it, `alone` without; news agencies (`silent`, by label) are nobody's antecedent."""

    def __init__(
        self,
        text: MentionedText,
        background: Background,
        collectives: Collectives,
        actors: Resolve,
        alone: Resolve,
        silent: frozenset[str] = frozenset(),
    ) -> None:
        self._text = text
        self._background = background
        self._collectives = collectives
        self._actors = actors
        self._alone = alone
        self._objects = ObjectPronouns(text, background, actors, alone)
        self._silent = silent

    def of(self, pronoun: Token, depth: int) -> list[Ref]:
        """The actors that a pronoun stands for; empty where none fits."""
        word = lower(pronoun)
        if word in RELATIVES:
            return self._antecedent(pronoun, depth) if depth <= DEPTH else []
        if is_ordinal(pronoun):
            return meant_by_ordinal(self._text, pronoun)
        if is_taken_up(pronoun):
            return self._nearest(pronoun)
        if word in FIRST_PERSON:
            return self._speakers(pronoun)
        if meant := self._by_clause(pronoun, word, depth):
            return meant
        if word in VICTIMS and _is_done_to(pronoun):
            return self._victim(pronoun)
        if word in SUBJECT_PRONOUNS and (asked := self._objects.asked(pronoun, depth)):
            return asked
        if word in PERSONAL:
            return [Ref(r.entity, r.token, "pronoun") for r in self.before(pronoun, depth + 1)]
        if word in THOSE:  # «les forces de X et celles de Y»
            whose = (self._actors(c, depth + 1) for case, c in obliques(pronoun) if case == "de")
            return [Ref(r.entity, r.token, "part") for refs in whose for r in refs if r.entity.type in ACTING]
        if some := self._of_some(pronoun, depth):
            return some
        return self._counted(pronoun, NUMBERS[word], depth) if word in COUNTED else []

    def _by_clause(self, pronoun: Token, word: str, depth: int) -> list[Ref]:
        """Whom an object means by what its clause does to it."""
        objects = self._objects
        if word in DATIVES and (summoned := objects.summoned(pronoun, depth)):
            return summoned
        if word in CLITICS:
            if aimed := objects.aimed(pronoun, depth):
                return aimed
            if pronoun.dep_ in ("obj", "iobj") and (found := objects.parallel(pronoun, depth)):
                return found
            if is_participle(pronoun.head, "Pres") and (met := objects.met(pronoun, depth)):
                return met
        told = word in OBJECT_CLITICS and pronoun.dep_ == "obj"
        return objects.told_of(pronoun, depth) if told else []

    def _counted(self, pronoun: Token, number: int, depth: int) -> list[Ref]:
        """«les deux», «tous deux»"""
        together = pronoun.i > 0 and lower(pronoun.nbor(-1)) in ALL
        subject = self._all_of(pronoun, number, depth) if together else []
        return subject or self._collectives.last_list(pronoun, number)

    def _all_of(self, pronoun: Token, number: int, depth: int) -> list[Ref]:
        """«X et Y se sont vus. Tous deux accusent Z»: the last subject that is so many."""
        for index in range(pronoun.i - 1, max(-1, pronoun.i - NEAREST_REACH), -1):
            subject = pronoun.doc[index]
            if subject.dep_ in SUBJECTS and subject.head is not pronoun.head:
                refs = self._actors(subject, depth + 1)
                if len({r.entity.id for r in refs}) == number:
                    return [Ref(r.entity, r.token, "pronoun") for r in refs]
        return []

    def _of_some(self, pronoun: Token, depth: int) -> list[Ref]:
        """«l'un des chefs du groupe a été tué»; not «l'un des trois pays», «l'une des unités fidèles à X»."""
        if pronoun.dep_ not in SOMEBODY:
            return []
        for child in pronoun.children:
            if child.dep_ == "nmod" and child.i > pronoun.i and case_of(child) == "de":
                refs = self._actors(child, depth + 1)
                types = [r.entity.type for r in refs]
                is_clear = types.count(ActorType.STATE) < SEVERAL_STATES
                return refs if is_clear and set(types) != {ActorType.PERSON} else []
        return []

    def possessor(self, noun: Token, depth: int) -> list[Ref]:
        """Whose «nos forces» or «ses troupes» are; empty without a possessive."""
        determiners = {lower(c) for c in noun.children if c.dep_ == "det"}
        if determiners & FIRST_POSSESSIVES:
            return self._speakers(noun)
        if determiners & POSSESSIVES:
            if self._is_of_unnamed(noun, depth + 1):
                return []
            if (owner := owner_beside(self._text, noun)) is not None:
                return [Ref(r.entity, r.token, "possessor") for r in self._actors(owner, depth + 1)]
            refs = self.told_next(noun, depth + 1) or self.before(noun, depth + 1, of_clause=True)
            if self._text.is_noun(noun, self._text.nouns.fighters) and not _armed(refs):
                refs = self._last_group(noun) or refs
            return [Ref(r.entity, r.token, "possessor") for r in refs]
        return []

    def _is_of_unnamed(self, noun: Token, depth: int) -> bool:
        """«un capitaine et deux membres de son équipage»: of the captain, whom nobody names."""
        joined = False
        token = noun
        while token.dep_ in ("nmod", "conj") and token.head.i < token.i:
            joined = joined or token.dep_ == "conj"
            token = token.head
            if joined and "people" in self._text.noun_classes(token) and not self._alone(token, depth):
                return True
        return False

    def _last_group(self, noun: Token) -> list[Ref]:
        """«ses combattants» are those of the armed group named last rather than of a State."""
        for ref in self._text.mentioned_before(noun, NEAREST_REACH):
            if ref.entity.type is ActorType.ARMED_GROUP and not self._text.is_background(ref.token):
                return [ref]
        return []

    def told_next(self, noun: Token, depth: int) -> list[Ref]:
        """«Dans sa réponse, X accuse Y», «Avec ses alliés, X avance»: the subject behind a phrase that opens
        the clause; «Sanctionné pour son appui à Z, X …»: whom a participle that opens it is said of."""
        if blamed := self._objects.blamed(noun, depth):
            return blamed
        sentence = noun.sent
        said_of = _said_of_next(noun)
        if said_of is not None:
            return self._fitting(self._actors(said_of, depth), said_of, noun, is_plural_possessive(noun))
        if noun.i - sentence.start > OPENING_REACH:
            return []
        before = noun.doc[sentence.start : noun.i]
        if any(t.dep_ in SUBJECTS or t.pos_ == "VERB" for t in before) or not any(
            t.pos_ == "ADP" for t in before
        ):
            return []
        comma = next((t.i for t in noun.doc[noun.i : sentence.end] if t.text == ","), None)
        subject = next(
            (t for t in noun.doc[comma or sentence.end : sentence.end] if t.dep_ in SUBJECTS), None
        )
        if subject is None or subject.i - noun.i > CLAUSE_REACH:
            return []
        return self._fitting(self._actors(subject, depth), subject, noun, is_plural_possessive(noun))

    def before(self, token: Token, depth: int, of_clause: bool = False) -> list[Ref]:
        """The actors of the nearest fitting subject before a pronoun or possessive: in its own clause
        where `of_clause` (a possessive), else in earlier clauses and the sentences before."""
        plural = lower(token) in PLURALS or is_plural_possessive(token)
        if of_clause and (beside := self._beside(token, depth, plural)):
            return beside
        sentence_start = token.sent.start
        tried = 0
        for index in range(token.i - 1, -1, -1):
            subject = token.doc[index]
            said_of = subject.dep_ in SUBJECTS or (subject.dep_ == "iobj" and subject.pos_ in NAMING)
            if not said_of or (subject.head == token.head and not of_clause):
                continue
            if index < sentence_start and tried > SUBJECTS_TRIED:
                break
            tried += 1
            refs = [r for r in self._actors(subject, depth) if r.entity.label not in self._silent]
            fitting = self._fitting(refs, subject, token, plural, of_clause)
            sends = refs and lower(token) in SENT_ONES and (not fitting or subject.head.lemma_ in SENDING)
            if sends and (sent := self._objects.sent(subject, refs, token, depth)):
                return sent
            if fitting:
                return fitting
            if not refs and not of_clause and _is_meant_itself(subject, token):
                return []
        return []

    def _beside(self, noun: Token, depth: int, plural: bool) -> list[Ref]:
        """«a attaqué X et ses alliés»: those of X, whoever attacked."""
        if noun.dep_ != "conj":
            return []
        refs = [r for r in self._alone(noun.head, depth) if r.entity.type in ACTING]
        return self._fitting(refs, noun.head, noun, plural)

    def _victim(self, pronoun: Token) -> list[Ref]:
        """«elle a été tuée», «l'avoir capturé»: the person of that gender who was named last."""
        asked = GENDERS.get(lower(pronoun))
        for ref in self._text.mentioned_before(pronoun, NEAREST_REACH):
            is_own = any(c.i == ref.token and c.dep_ in SUBJECTS for c in pronoun.head.children)
            if ref.entity.type is ActorType.PERSON and not is_own:
                known = self._background.gender(ref.entity)
                if not (asked and known == OTHER[asked]):
                    return [Ref(ref.entity, ref.token, "pronoun")]
        return []

    def _fitting(
        self, refs: list[Ref], subject: Token, token: Token, plural: bool, of_clause: bool = True
    ) -> list[Ref]:
        """The actors of a subject, where number and gender admit that a pronoun or possessive means them."""
        if not refs:
            return []
        refs = refs if plural else _the_official(refs, subject)
        is_plural = len(refs) > 1 or "Number=Plur" in str(subject.morph) or _has_plural_article(subject)
        if plural != is_plural and (plural or not of_clause):
            return []
        asked = GENDERS.get(lower(token))
        if asked and len(refs) == 1 and self._gender(subject, refs[0]) == OTHER[asked]:
            return []
        return refs

    def _gender(self, subject: Token, ref: Ref) -> str | None:
        """Of a person as known, else of the article or noun: «la France», «le porte-parole»; None where
        nothing tells."""
        if ref.entity.type is ActorType.PERSON and (known := self._background.gender(ref.entity)):
            return known
        for child in subject.children:
            if child.dep_ == "det" and child.i < subject.i and lower(child) in ARTICLES:
                return ARTICLES[lower(child)]
        return gender_by_name(ref) if self._text.mentions_at(subject) else None

    def _speakers(self, token: Token) -> list[Ref]:
        return [Ref(e, token.i, "speaker") for e in self._text.speaking(token)]

    def _antecedent(self, relative: Token, depth: int) -> list[Ref]:
        """The phrase that a relative clause hangs on; where the parser saw none, the noun before it."""
        for clause in (relative, *relative.ancestors):
            if clause.dep_ == "acl:relcl":
                head = clause.head
                refs = self._alone(head, depth + 1)
                first = first_conjunct(head)
                if is_of_several(clause):
                    listed = self._actors(first, depth + 1)
                    refs = [r for r in listed if r.token < relative.i] or refs
                return refs or self._told_with(relative, clause, depth) or self._said_to_be(head, depth)
        for index in range(relative.i - 1, max(relative.sent.start, relative.i - RELATIVE_REACH) - 1, -1):
            noun = relative.doc[index]
            if noun.pos_ in ("NOUN", "PROPN") or self._text.mentions_at(noun):
                return self._alone(noun, depth + 1) or self._alone(noun.head, depth + 1)
        return []

    def _said_to_be(self, noun: Token, depth: int) -> list[Ref]:
        """«X est un groupe que Y combat»: X."""
        subject = said_of(noun)
        return self._actors(subject, depth + 1) if subject is not None else []

    def _told_with(self, relative: Token, clause: Token, depth: int) -> list[Ref]:
        """«X a rompu ses relations avec Y, qui l'accuse de …»: Y, for relations do not accuse."""
        name = relative.doc[max(relative.i - 2, 0)]
        verbs = {clause.lemma_, *(c.lemma_ for c in clause.children if c.dep_ == "xcomp")}
        if lower(relative) != "qui" or not verbs & SAYING or relative.nbor(-1).text != ",":
            return []
        listed = self._text.list_around(name)  # «les relations entre X et Y, qui s'accusent de …»
        if listed and linear_case(relative.doc[listed[0].token]) == "entre":
            return listed
        return self._alone(name, depth + 1) if linear_case(name) == "avec" else []

    def _of_a_people(self, name: Token) -> bool:
        """«les Kabyles algériens»: the adjective tells where others live."""
        before = name.doc[name.i - 1] if name.i else name
        is_adjective = name.pos_ == "ADJ" and name.text.islower()
        return is_adjective and before.text[0].isupper() and not self._text.mentions_at(before)

    def _nearest(self, token: Token) -> list[Ref]:
        """Who was named last, in the gender and number of «ce dernier», «celle-ci», «ceux-ci»."""
        asked = GENDERS.get(lower(token))
        for ref in self._text.mentioned_before(token, NEAREST_REACH):
            if ref.entity.type not in ACTING or ref.entity.label in self._silent:
                continue
            name = token.doc[ref.token]
            if self._of_a_people(name):
                return []
            if lower(token) in SEVERAL:
                listed = [r for r in self._text.list_around(name) if r.entity.type in ACTING]
                if len(listed) > 1:
                    is_near = token.i - name.i <= LIST_REACH
                    return [Ref(r.entity, token.i, "anaphor") for r in listed] if is_near else []
                if not _is_plural(name):
                    continue
            elif asked and self._gender(name, ref) == OTHER[asked]:
                continue
            return [Ref(ref.entity, token.i, "anaphor")]
        return []


def _the_official(refs: list[Ref], subject: Token) -> list[Ref]:
    """«Le chef de la diplomatie indienne, X, …», «L'envoyé de l'ONU, X, …»: one man, with whom
    he acts for."""
    states = [r for r in refs if r.entity.type in (ActorType.STATE, ActorType.ORGANISATION)]
    people = [r for r in refs if r.entity.type is ActorType.PERSON]
    if len(refs) != len(states) + 1 or len(states) != 1 or len(people) != 1:
        return refs
    first, last = sorted((states[0].token, people[0].token))
    joined = any(lower(t) in ("et", "ou") for t in subject.doc[first:last])
    return refs if joined else people


def _said_of_next(noun: Token) -> Token | None:
    """Whom the participle that opens the sentence is said of: «Critiqué pour ses raids, X …»."""
    opening = noun.doc[noun.sent.start]
    if not is_participle(opening, "Past") or opening.head.i < noun.i or opening not in noun.ancestors:
        return None
    if opening.dep_ == "acl":
        return opening.head
    subjects = (c for c in opening.head.children if c.dep_ in SUBJECTS and c.i > noun.i)
    return next(subjects, None) if opening.dep_ == "advcl" else None


def _is_meant_itself(subject: Token, pronoun: Token) -> bool:
    """Does a subject that is nobody known agree so well that the pronoun means it: «Des clans … Ils …»?"""
    if (
        subject.pos_ not in ("NOUN", "ADJ")
        or subject.head.dep_ != "ROOT"
        or subject.sent.end != pronoun.sent.start
    ):
        return False
    morph, word = str(subject.morph), lower(pronoun)
    gender = "Gender=Fem" if word.startswith("elle") else "Gender=Masc"
    number = "Number=Plur" if word in PLURALS else "Number=Sing"
    return word in SUBJECT_PRONOUNS and gender in morph and number in morph


def _armed(refs: list[Ref]) -> bool:
    return any(r.entity.type in (ActorType.ARMED_GROUP, ActorType.PERSON) for r in refs)


def is_plural_possessive(noun: Token) -> bool:
    """«leur armée», «leurs soldats»: several have them."""
    return any(lower(c) in ("leur", "leurs") for c in noun.children)


def _is_done_to(pronoun: Token) -> bool:
    """Is it a human being to whom that was done?"""
    verb = pronoun.head
    passive = pronoun.dep_ == "nsubj:pass"
    return verb.lemma_ in DONE_TO_PERSONS and (passive or pronoun.dep_ in ("obj", "iobj"))


def _has_plural_article(name: Token) -> bool:
    """«les FARDC», of whose number the parser knows nothing."""
    return "Number" not in str(name.morph) and any(lower(c) == "les" and c.i < name.i for c in name.children)


def _is_plural(name: Token) -> bool:
    """«les talibans», «des soldats maliens», «les putschistes de X»."""
    if "Number=Plur" in name.morph or (name.i > 0 and lower(name.nbor(-1)) in ("les", "des", "aux")):
        return True
    return name.dep_ in ("nmod", "flat:name") and "Number=Plur" in name.head.morph


def is_taken_up(token: Token) -> bool:
    """«celui-ci», «ce dernier»; not «vendredi dernier»."""
    word = lower(token)
    return word in DEMONSTRATIVES or (word in LAST and token.i > 0 and lower(token.nbor(-1)) in THESE)
