"""Who stands in a slot of a frame beside a verb: its subject, its object, behind one of its prepositions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sahelgraph.extract.acts import DOCUMENTS, Acts
from sahelgraph.extract.arguments import PLACE_CASES, of_those_before, of_types, without_places
from sahelgraph.extract.asking import HELP
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import CUSTODY
from sahelgraph.extract.grammar import (
    VERBAL,
    is_passive,
    linear_case,
    lower,
    objects,
    obliques,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearness import CLOSING
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

DECLARED = frozenset(("demanded", "accused", "sanctioned", "threatened", "supported"))
LIKE = ("à l'instar de", "à l'image de", "comme")
ENDEAVOURS = word_set("verb_slots", "endeavours")
CALLED_FOR = word_set("verb_slots", "called_for")
PARTING = frozenset(("left", "split-from"))
EN_REACH = 90
EDGES = word_set("verb_slots", "edges")


@dataclass(frozen=True, slots=True)
class VerbSlots:
    """The slots of the verbs of one article."""

    scene: Scene
    clauses: Clauses
    acts: Acts

    def first(
        self, verb: Token, frame: Frame, slots: Iterable[str], types: Collection[ActorType]
    ) -> list[Ref]:
        """The actors of the first slot that holds any of the right types."""
        for slot in slots:
            if refs := of_types(self._in_slot(verb, frame, slot, types), types):
                return refs
        return []

    def _in_slot(self, verb: Token, frame: Frame, slot: str, types: Collection[ActorType]) -> list[Ref]:
        match slot:
            case "subject":
                subjects = self.clauses.logical_subjects(verb)
                refs = of_those_before(verb, [r for t in subjects for r in self.acts.acting(t)])
                together = refs and frame.relation in DECLARED and not is_passive(verb)
                return refs + (self._likewise(verb, subjects) if together else [])
            case "object":
                return self._direct_object(verb, frame, types)
            case "surface":
                return of_those_before(verb, self.clauses.actors(self.clauses.surface_subjects(verb)))
            case "attack":
                return self.acts.attackers_near(verb)
            case "captor":
                return []  # incidents.py knows it
            case "place":
                return self.places(verb)
            case "attribute":
                return self.clauses.actors([c for c in verb.children if c.dep_ in ("xcomp", "attr", "obj")])
            case _:
                return self._prepositional(verb, frame, slot, types)

    def _direct_object(self, verb: Token, frame: Frame, types: Collection[ActorType]) -> list[Ref]:
        """«bombarder X», «bombarder un marché de X», «soutenir l'action de X»."""
        phrases = self.clauses.logical_objects(verb)
        if frame.relation in CUSTODY:
            phrases = self._held(phrases)
        if frame.relation == "attacked":  # «a tué dix soldats près de la frontière de X»
            phrases = [t for t in phrases if t.lemma_ not in EDGES]
        refs = of_those_before(verb, self.clauses.actors(phrases))
        if frame.object_serves:
            refs = [self._served(r, phrases) for r in refs]
        if not refs and frame.relation == "supported":  # «un accord parrainé par X»: not who signed it
            acts = [t for t in phrases if not self.scene.is_noun(t, DOCUMENTS)]
            refs = [r for t in acts for r in self.acts.acting(t) or self._endeavours(t)]
        if not refs and ActorType.PLACE in types:
            refs = [r for t in phrases for r in self.scene.places(t)]
        return refs + (self._owners(phrases, types, refs) if frame.owner_is_object else [])

    def _held(self, phrases: list[Token]) -> list[Token]:
        """Who may be held: of «un pont et dix soldats» only those that stand behind; no «zone» of X."""
        things = {t for t in phrases if self._is_no_captive(t)}
        behind = (c for t in things for c in with_conjuncts(t) if not self._is_no_captive(c))
        return list(dict.fromkeys([*(t for t in phrases if t not in things), *behind]))

    def _is_no_captive(self, phrase: Token) -> bool:
        is_land = "land" in self.scene.noun_classes(phrase) and phrase.lemma_ != "pays"
        return self.scene.is_materiel(phrase) or is_land

    def _prepositional(
        self, verb: Token, frame: Frame, preposition: str, types: Collection[ActorType]
    ) -> list[Ref]:
        """«attaquer avec X», «reprendre une ville à X», «protester contre une décision de X»."""
        if frame.asks and preposition == "de" and not self._asks_for_help(verb):
            return self._asked_first(verb)
        of_act = frame.act_is_object and preposition == "de"
        phrases = list(self.behind(verb, preposition, frame.through, of_act))
        if frame.takes and preposition == "à":  # «reprendre aux rebelles une ville au Mozambique»
            unnamed = [t for t in phrases if not self.scene.mentions_at(t)]
            foes = [t for t in unnamed if self.scene.noun_classes(t) & {"members", "forces"}]
            phrases = foes or phrases
        if frame.takes or frame.relation in CUSTODY:  # «prendre la ville, à la frontière de X»
            phrases = [t for t in phrases if "land" not in self.scene.noun_classes(t)]
        if frame.relation == "attacked" and preposition == "à":  # «des combats ont opposé, à Z, X à Y»
            phrases = [t for t in phrases if not self.is_place(t, frame.mutual)]
        if frame.asks and preposition == "à":  # not «Au Ghana, X demande …»
            phrases = [t for t in phrases if t.i > verb.i or t.pos_ == "PRON"]
            phrases = [t for t in phrases if not self.scene.is_noun(t, CALLED_FOR)]
        refs = self.clauses.first_actors(phrases)
        if preposition == "de" and not refs and frame.relation in PARTING:
            refs = self._out_of_it(verb, types)
        if frame.act_is_object and not refs:
            refs = next((found for t in phrases if (found := self.acts.whose(t))), [])
        return refs + (self._owners(phrases, types, refs) if frame.owner_is_object else [])

    def is_place(self, phrase: Token, of_capitals: bool = False) -> bool:
        """Where it happens («à la frontière de X»); with `of_capitals` also «s'affronter à Juba»."""
        named = self.scene.mentions_at(phrase)
        is_capital = of_capitals and bool(named) and named[0].kind is Kind.CAPITAL
        is_border = phrase.lemma_ in EDGES
        return (
            is_border or is_capital or (bool(named) and all(m.entity.type is ActorType.PLACE for m in named))
        )

    def _endeavours(self, noun: Token) -> list[Ref]:
        """«soutenir les efforts de X»."""
        return self.acts.whose(noun) if self.scene.is_noun(noun, ENDEAVOURS) else []

    def _likewise(self, verb: Token, subjects: list[Token]) -> list[Ref]:
        """«À l'instar de X, Y exige …», «Y, après X, suspend …»: X does so as well."""
        first = min((t.i for t in subjects), default=verb.i)
        before = [
            (case, c)
            for case, c in obliques(verb)
            if c.i < verb.i and (case in LIKE or (case == "après" and c.i > first))
        ]
        inside = [(case, c) for t in subjects for case, c in obliques(t) if case in (*LIKE, "après")]
        for case, other in (*before, *inside):
            opening = (other.head if case.startswith("à l'") else other).left_edge
            fronted = opening.i <= verb.sent.start + 1 or opening.nbor(-1).text == ","
            if fronted and (refs := without_places(self.scene.actors(other))):
                return [r for r in refs if r.entity.type is not ActorType.PERSON]
        return []

    def _out_of_it(self, verb: Token, types: Collection[ActorType]) -> list[Ref]:
        """«Le Mali en est sorti», «X s'en est séparé»: the last that was named of the right kind."""
        pronoun = next((c for c in verb.children if lower(c) == "en" and c.pos_ == "PRON"), None)
        if pronoun is None:
            return []
        doers = {r.entity.id for r in self.clauses.actors(self.clauses.surface_subjects(verb))}
        for ref in self.scene.mentioned_before(pronoun, EN_REACH):
            if ref.token and lower(self.scene.doc[ref.token - 1]) in POSSESSIVES:
                continue  # «l'organisation et sa force conjointe»
            if ref.entity.type in types and ref.entity.id not in doers:
                return [Ref(ref.entity, pronoun.i, "anaphor")]
        return []

    def _served(self, ref: Ref, phrases: Iterable[Token]) -> Ref:
        """The State of an ambassador: «l'ambassadeur de France X» counts as la France."""
        if ref.entity.type is not ActorType.PERSON:
            return ref
        for phrase in phrases:
            beside = [c for case, c in obliques(phrase) if case == "de"]
            for state in (*by_adjective(self.scene, phrase), *self.clauses.actors(beside)):
                if state.entity.type in (ActorType.STATE, ActorType.ORGANISATION):
                    return state
        served = self.scene.office_state(ref.entity)
        return ref if served is None else Ref(served, ref.token, "context")

    def _owners(self, phrases: Iterable[Token], types: Collection[ActorType], known: list[Ref]) -> list[Ref]:
        """The owners of what is attacked, where the phrases name nobody themselves."""
        if of_types(known, types):
            return []
        return [r for t in phrases for r in self.scene.owners(t)]

    def behind(
        self, verb: Token, preposition: str, through: Collection[str], of_act: bool = False
    ) -> Iterator[Token]:
        """What stands behind a preposition, on the verb or its objects; with `through` (see Frame) on one
        of these nouns where the verb has one; `of_act`, on the verb alone."""
        carriers = [verb]
        if not of_act:  # «saluer la chute de X» is not about X
            carriers += objects(verb)
            carriers += self.clauses.surface_subjects(verb) if is_passive(verb) else []
        if preposition == "à":  # «reprendre le contrôle de la ville à X»
            controls = [t for t in objects(verb) if lower(t) == "contrôle"]
            carriers += [c for noun in controls for case, c in obliques(noun) if case == "de"]
        if through:
            become = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ not in VERBAL)
            beside = [*objects(verb), *_complements(verb)]
            torn = (c for t in beside for c in t.children if c.dep_ in ("nmod", "appos"))
            nouns = [*beside, *torn, *become]  # «se dit victime de X», «voit dans cet acte la main de X»
            carriers = [*(n for n in nouns if self.scene.is_noun(n, through)), verb]
        dative = preposition == "à"
        if dative:  # «apporter son soutien « plein et entier » à X»
            carriers += [t for noun in objects(verb) for t in noun.children if _closes_quotation(t)]
        for carrier in carriers:
            for case, child in obliques(carrier):
                if case == preposition or (dative and child.dep_ == "iobj" and not case):
                    yield child

    def places(self, verb: Token) -> list[Ref]:
        """Where it happens: «à Alger», on the verb, its objects or complements; «la ville où …»."""
        struck = objects(verb)
        inner = [c for noun in struck for c in noun.children if c.dep_ in ("acl", "amod")]
        for carrier in (verb, *struck, *inner, *_complements(verb)):
            for case, child in obliques(carrier):
                if case in PLACE_CASES and child.lemma_ not in EDGES and (refs := self.scene.places(child)):
                    return refs
        if verb.dep_ == "acl:relcl" and any(lower(c) == "où" for c in verb.children):
            return self.scene.places(verb.head)
        return []

    def headed(self, verb: Token) -> list[Ref]:
        """«Mozambique : X envoie des soldats»: the State that a colon sets before the sentence."""
        first = verb.sent[0]
        if first.i + 1 >= verb.sent.end or first.nbor().text != ":":
            return []
        states = [m.entity for m in self.scene.mentions_at(first) if m.entity.type is ActorType.STATE]
        return [Ref(state, first.i, "place") for state in states[:1]]

    def posted_to(self, verb: Token) -> list[Ref]:
        """«rappeler les ambassadeurs accrédités auprès de l'union X»."""
        for noun in objects(verb):
            for clause in noun.children:
                if clause.dep_ in ("acl", "amod"):
                    for case, child in obliques(clause):
                        if case in (*PLACE_CASES, "auprès de") and (refs := self.scene.actors(child)):
                            return without_places(refs)
        return []

    def _asked_first(self, verb: Token) -> list[Ref]:
        """«exige de X le retrait de ses troupes»: who is named before what is asked for."""
        things = [t.i for t in objects(verb) if t.i > verb.i]
        if not things:
            return []
        before = (t for t in verb.doc[verb.i + 1 : min(things)] if linear_case(t) == "de")
        return self.clauses.first_actors(t for t in before if self.scene.mentions_at(t))

    def _asks_for_help(self, verb: Token) -> bool:
        """«exiger de X», «demander l'aide de X»; not «exiger le retour de X»."""
        return all(self.scene.is_noun(noun, HELP) for noun in objects(verb))


def _complements(verb: Token) -> Iterator[Token]:
    return (c for _, c in obliques(verb))


def _closes_quotation(word: Token) -> bool:
    """Does a closing quotation mark stand right behind a word that qualifies a noun?"""
    qualifies = word.dep_ in ("amod", "conj") and word.i > word.head.i and word.i + 1 < word.sent.end
    return qualifies and word.nbor().text in CLOSING
