"""Who acts through a noun of an act: «condamner l'invasion de X par Y», «l'attaque du JNIM a tué»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sahelgraph.extract.arguments import PLACE_CASES, states_of_places, without_places
from sahelgraph.extract.calling import explained_by, phrase_stands
from sahelgraph.extract.clauses import ASCRIBING, Clauses
from sahelgraph.extract.events import VIOLENT
from sahelgraph.extract.grammar import (
    JUDGING,
    SERIES,
    THAT,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    has_definite_article,
    inner_complements,
    is_demonstrative,
    is_passive,
    linear_case,
    lower,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.frames import Frame, Frames
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearness import CLOSING, actors_done_by, neighbours
from sahelgraph.extract.noun_arguments import NounArguments
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import RELATIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

GATHERINGS = word_set("acts", "gatherings")
REPORTS = word_set("acts", "reports")
DOCUMENTS = word_set("acts", "documents")

BLAME = "responsabilité"
UNDER_FIRE = word_set("acts", "under_fire")
ADOPTING = word_set("acts", "adopting")
TOLD_REACH = 80
WHERE = frozenset(("où", "laquelle", "lequel", "duquel", "lesquelles", "lesquels", "desquelles", "desquels"))
THIS = THAT | frozenset(("ce", "cela", "ceci", "ça"))


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that the nouns of one article name."""

    scene: Scene
    clauses: Clauses
    nouns: NounArguments
    frames: Frames

    def acting(self, subject: Token) -> list[Ref]:
        """The actors of a subject. An attack acts through who carries it out («l'attaque du JNIM a tué»),
        a document through who makes it."""
        if refs := self.scene.actors(subject):
            return refs
        report = _antecedent(subject) if lower(subject) in RELATIVES else subject
        if self.scene.is_noun(report, REPORTS):
            return self.authors(report) or self._adopters(report) or self._told_before(report)
        if self.scene.is_noun(subject, DOCUMENTS) and (over := verb_over(subject)):
            return self.clauses.actors(
                [t for t in self.clauses.logical_subjects(over[0]) if t is not subject]
            )
        noun = _antecedent(subject) if lower(subject) in RELATIVES else subject
        for frame in self._frames_of(noun):
            if frame.relation == "attacked" and "de" in frame.noun_subject:
                return self.nouns.subjects.of(noun, frame).refs
        return []

    def _adopters(self, text: Token) -> list[Ref]:
        """«X a voté une résolution qui accuse Y»: X."""
        over = verb_over(text)
        adopted = over is not None and over[1] == "object" and over[0].lemma_ in ADOPTING
        return self.clauses.doers(over[0]) if over is not None and adopted else []

    def _told_before(self, report: Token) -> list[Ref]:
        """«Un rapport de l'ONU a paru. Le document accuse Y»: whose the last such text before is."""
        if not (has_definite_article(report) or is_demonstrative(report)):
            return []
        for token in reversed(report.doc[max(0, report.i - TOLD_REACH) : report.i]):
            is_text = token.pos_ == "NOUN" and self.scene.is_noun(token, REPORTS)
            if is_text and (refs := self.authors(token) or self._adopters(token)):
                return refs
        return []

    def authors(self, report: Token) -> list[Ref]:
        """«un rapport de l'ONU», «une enquête malienne»: whose it is."""
        beside = [c for case, c in obliques(report) if case == "de"]
        inner = (t for c in beside for t in c.subtree if t is not c and linear_case(t) == "de")
        return (
            self.clauses.first_actors(beside)
            or by_adjective(self.scene, report)
            or self.clauses.first_actors(t for t in inner if self.scene.mentions_at(t))
        )

    def doers_of_object(self, verb: Token, has_object: bool = True) -> list[Ref]:
        """«condamner l'invasion du Koweït par l'Irak», «riposter aux tirs de l'Irak»: about l'Irak. Has the
        verb no object («protester contre …»), then it is none by the order of words."""
        passive = is_passive(verb)
        behind = [t for case, t in obliques(verb) if case == "à"]
        nouns = objects(verb) or behind or _judged(verb)
        if [lower(t) for t in nouns] in (["que"], ["qu'"]) and verb.dep_ == "acl:relcl":
            nouns = [verb.head]  # «une décision de X, que Y juge illégale»
        if verb.lemma_ in JUDGING and (called := _called(verb)):
            nouns = called
        if passive:
            nouns = self.clauses.surface_subjects(verb)
        if not nouns and not passive and has_object:
            following = neighbours(verb, leftwards=False)
            nouns = [
                t for t in following if t.pos_ == "NOUN" and has_definite_article(t) and not linear_case(t)
            ]
        likened = [t for case, t in obliques(verb) if case == "comme" and t.i > verb.i]
        return next((refs for noun in (*nouns, *likened) if (refs := self.whose(noun))), [])

    def whose(self, noun: Token) -> list[Ref]:
        """Whose an act, a decision or a thing is: «les frappes de l'Irak», «la politique irakienne», «le
        soutien que l'Irak apporte», «une décision prise par l'Irak», «le coup d'État en Irak»."""
        if self._is_named_by_place(noun):
            return []
        frames = list(self._frames_of(noun))
        for frame in frames:
            has_own = frame.noun_subject and "self" not in frame.noun_subject
            if has_own and (refs := self.nouns.subjects.of(noun, frame).refs):
                return refs
        if refs := actors_done_by(self.scene, noun) or self._of_clauses(noun):
            return without_places(refs)
        if any(frame.relation == "overthrew" for frame in frames):
            return self._where_it_happened(noun)
        if any("de" in frame.noun_object or frame.adjective == "object" for frame in frames):
            return self._beside_the_struck(noun)
        if not frames and noun.i + 1 < noun.sent.end and lower(noun.nbor()) == "entre":
            behind = [c for t in (noun, noun.head) for case, c in obliques(t) if case == "entre"]
            return without_places(self.clauses.actors(behind))  # «la collusion entre X et Y»
        quoted = [c for a in noun.children if a.dep_ == "amod" for c in _behind_quotes(a)]
        of_which = [c for c in noun.children if lower(c) == "dont"]
        for child in (
            *of_which,
            *(c for case, c in obliques(noun) if case == "de"),
            *inner_complements(noun),
            *quoted,
        ):
            if refs := without_places(self.scene.actors(child)):
                return refs
        return by_adjective(self.scene, noun)

    def _beside_the_struck(self, noun: Token) -> list[Ref]:
        """«l'occupation israélienne du Golan»: where «de» says what is struck, the adjective says by whom."""
        is_struck = any(case == "de" and self.scene.mentions_at(c) for case, c in obliques(noun))
        return by_adjective(self.scene, noun) if is_struck else []

    def _is_named_by_place(self, noun: Token) -> bool:
        """«l'accord d'Alger»: what was agreed there is not the doing of that State."""
        if not self.scene.is_noun(noun, DOCUMENTS | GATHERINGS):
            return False
        beside = [c for case, c in obliques(noun) if case == "de"]
        return len(beside) == 1 and any(
            m.kind is Kind.CAPITAL for c in beside for m in self.scene.mentions_at(c)
        )

    def _where_it_happened(self, coup: Token) -> list[Ref]:
        """«le coup d'État en Irak»: the State that its authors rule; where no place is named, that of the
        coup told before."""
        if refs := self._place_of(coup):
            return refs
        for token in reversed(self.scene.doc[: coup.i]):
            is_coup = token.pos_ == "NOUN" and any(f.relation == "overthrew" for f in self._frames_of(token))
            if is_coup and (refs := self._place_of(token)):
                return refs
        return self._of_the_ousted(coup)

    def _of_the_ousted(self, coup: Token) -> list[Ref]:
        """«le président X a été renversé. … Y a condamné le coup d'État»: the State in which X, the last one
        before, held office."""
        for token in reversed(self.scene.doc[: coup.i + 1]):
            for ref in self.clauses.actors(self._ousted(token)):
                is_person = ref.entity.type is ActorType.PERSON
                state = self.scene.office_state(ref.entity) if is_person else None
                if state is not None and state.type is ActorType.STATE:
                    return [Ref(state, ref.token, "place")]
        return []

    def _ousted(self, word: Token) -> list[Token]:
        """Whom a word says to be overthrown: heads of phrases."""
        if word.pos_ == "NOUN":
            frames = [f for f in self._frames_of(word) if f.relation == "overthrew"]
            carriers = (word, *(c for c in word.children if c.dep_ == "nmod"))
            behind = [pair for carrier in carriers for pair in obliques(carrier)] if frames else []
            return [t for f in frames for case, t in behind if case in (*f.noun_object, "contre")]
        called = self.frames.by_verb.get(word.lemma_, ()) if word.pos_ in VERBAL else ()
        is_coup = any(f.relation == "overthrew" and not f.needs_word(verb) for f, verb in called)
        return self.clauses.logical_objects(word) if is_coup else []

    def _place_of(self, coup: Token) -> list[Ref]:
        for token in neighbours(coup, leftwards=False):
            if linear_case(token) in PLACE_CASES and (places := self.scene.places(token)):
                return states_of_places(self.scene, places)
        return []

    def _of_clauses(self, noun: Token) -> list[Ref]:
        """Who acts in the clauses said of a noun: «prise par X», «que X apporte à Y»."""
        for child in noun.children:
            if child.pos_ not in VERBAL or child.i < noun.i:
                continue
            if child.dep_ == "acl" and (refs := self.clauses.actors(agents(child))):
                return refs
            if child.dep_ == "acl:relcl" and any(lower(c) in THAT for c in child.children):
                return self.clauses.actors(direct_subjects(child))
        return []

    def attackers_near(self, verb: Token) -> list[Ref]:
        """«massacrés dans une attaque attribuée à X», «l'attaque de X, dans laquelle … ont péri»: who did the
        attack that the clause names or is said of; «tombés face à X», «sous les balles de X»."""
        lost = (verb, *objects(verb)) if verb.pos_ in VERBAL else ()  # «subir des pertes face à X»
        faced = [t for carrier in lost for case, t in obliques(carrier) if case == "face à"]
        under = [t for case, t in obliques(verb) if case == "sous" and self.scene.is_noun(t, UNDER_FIRE)]
        faced += [c for t in under for case, c in obliques(t) if case == "de"]
        if refs := self.clauses.actors(faced):
            return refs
        said_of = [verb.head] if verb.dep_ == "acl:relcl" else []
        where = next((c for c in verb.children if lower(c) in WHERE), None)
        if where is not None:
            said_of += neighbours(
                where, leftwards=True
            )  # «des raids de X sur Y, où deux soldats de Z ont été tués»
        for token in (*said_of, *neighbours(verb, leftwards=False)):
            for frame in self._frames_of(token) if token.pos_ == "NOUN" else ():
                if frame.relation != "attacked":
                    continue
                if refs := self.nouns.subjects.of(token, frame).refs:
                    return refs
                if frame.lasting and (refs := self.nouns.opponents(token)):
                    return refs  # «ont péri dans des combats contre X»
        return []

    def act_before(self, participle: Token) -> Token | None:
        """«salue les attaques de ces derniers mois visant X»: the attack that is said to hit X."""
        for token in neighbours(participle, leftwards=True):
            if token.pos_ == "NOUN" and any(f.relation == "attacked" for f in self._frames_of(token)):
                return token
        return None

    def is_of_act(self, verb: Token, frame: Frame) -> bool:
        """Is what a verb claims or ascribes an act («revendiquer l'attentat»), and no right or merit? Of a
        verb that says to whom attackers belong: is it said of any?"""
        if frame.of_attackers:
            said = self.clauses.surface_subjects(verb) if verb.pos_ in VERBAL else direct_subjects(verb)
            explained = explained_by(verb) if verb.pos_ == "NOUN" else None
            if verb.dep_ == "acl:relcl":
                explained = verb.head
            return any(self.scene.is_noun(t, frame.acts) for t in (*said, explained) if t is not None)
        nouns = [t for t in self.clauses.logical_objects(verb) if t.pos_ == "NOUN"]
        if verb.lemma_ in ASCRIBING and any(lower(n) == BLAME for n in nouns):
            nouns = self._answered_for(verb, nouns)
        nouns = [t for n in nouns for t in self._counted(n)]
        return not nouns or any(
            self.scene.is_noun(n, frame.acts) or any(f.relation in VIOLENT for f in self._frames_of(n))
            for n in nouns
        )

    def _counted(self, noun: Token) -> list[Token]:
        """«la plupart des attaques», «une série d'attentats»: of what there are some."""
        if not self.scene.is_noun(noun, self.scene.nouns.quantities) and not self.scene.is_noun(noun, SERIES):
            return [noun]
        return [c for case, c in obliques(noun) if case == "de"] or [noun]

    def _answered_for(self, verb: Token, blame: list[Token]) -> list[Token]:
        """«dont X impute la responsabilité à Y», «imputer la responsabilité du raid à Y»: for what; the
        responsibility itself where the words leave that open."""
        inner = [c for noun in blame for case, c in obliques(noun) if case == "de" and c.pos_ == "NOUN"]
        of_which = any(lower(c) == "dont" for carrier in (verb, *blame) for c in carrier.children)
        if of_which and verb.dep_ == "acl:relcl":
            return [verb.head]
        return inner or blame

    def _frames_of(self, noun: Token) -> Iterator[Frame]:
        for form in self.scene.noun_forms(noun):
            for frame in self.frames.by_noun.get(form, ()):
                is_act = not frame.of_attackers and "attack" not in frame.noun_subject
                if is_act and phrase_stands(noun, frame, form):
                    yield frame


def _behind_quotes(adjective: Token) -> Iterator[Token]:
    """«des propos "indignes" de X»: the parser hangs X on the adjective."""
    for case, child in obliques(adjective):
        if case == "de" and any(t.text in CLOSING for t in adjective.doc[adjective.i + 1 : child.i]):
            yield child


def _judged(verb: Token) -> list[Token]:
    """«juge irresponsable l'attitude de X», where the parser hung what is judged on the adjective."""
    adjectives = [c for c in verb.children if c.dep_ == "xcomp"]
    return [n for a in adjectives for n in a.children if n.dep_ in ("nmod", "obj") and not case_of(n)]


def _called(verb: Token) -> list[Token]:
    """«ce que X qualifie d'agression ghanéenne», «qualifie cela de …»: what a pronoun is said to be."""
    things = [c for c in verb.children if c.dep_ == "obj"]
    if not things or any(t.pos_ != "PRON" or lower(t) not in THIS for t in things):
        return []
    if any(lower(t) in THAT for t in things) and lower(verb.head) not in THIS:
        return []
    return [c for case, c in obliques(verb) if case in ("de", "comme") and c.i > verb.i]


def _antecedent(pronoun: Token) -> Token:
    """The noun that a relative clause is said of; the pronoun itself where there is none."""
    clause = next((a for a in pronoun.ancestors if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else pronoun
