"""Who does what a frame states: the subjects that the words name, and who stands for nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from sahelgraph.extract.arguments import PLACE_CASES, Arguments, Found, has_armed_group, of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    is_finite,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    obliques,
)
from sahelgraph.extract.holding import is_struck_base
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

FORCEFUL = frozenset(("attacked", "abducted", "detained", "released", "deployed-in", "withdrew-from"))
"""What troops do, whoever speaks of them."""
COMING = frozenset(("created", "dissolved"))
"""Relations of what comes and goes: «constituer sa force» tells of no coming of its owner, nor «la cellule
de X a été démantelée» of X's end."""
PARTS = frozenset(("possessor", "part"))
LEADING = word_set("stated_subjects", "leading")
KNOWN_AS = word_set("stated_subjects", "known_as")
SUSPECTED = word_set("stated_subjects", "suspected")
CLAUSES = frozenset(("acl", "acl:relcl", "amod"))
AS = frozenset(("comme", "à", "de"))
KEEPING = word_set("stated_subjects", "keeping")
CAPTURING = frozenset(("capturer", "capture"))
CAPTURED = frozenset((ActorType.PERSON, ActorType.ARMED_GROUP))
SEIZING = frozenset(("enlever", "kidnapper"))
OF_HOSTAGES = word_set("stated_subjects", "of_hostages")
AIMS = word_set("stated_subjects", "aims")
AIMING = AIMS | word_set("stated_subjects", "aiming")
NAMED = frozenset(("NOUN", "PROPN"))
SOLDIERS = word_set("stated_subjects", "soldiers")
PLAIN = frozenset(("det", "nummod", "case", "punct", "advmod"))


@dataclass(frozen=True, slots=True)
class StatedSubjects:
    """The subjects of what the words of one article state by frames."""

    scene: Scene
    clauses: Clauses

    def of(self, frame: Frame, trigger: Token, found: Arguments) -> Found:
        """The subjects among the arguments that the frame admits; where it finds none, who stands for
        nobody named, with the doubt that it is a default."""
        refs = of_types(found.subjects, frame.subjects) if frame.subjects else found.subjects
        if frame.relation == "detained":
            refs = [r for r in refs if r.how != "pronoun" or r.entity.type is not ActorType.PERSON]
        if frame.relation in FORCEFUL:
            refs = [served(self.scene, r) for r in refs]
        if frame.relation == "based-in" and is_struck_base(trigger):
            refs = of_types(refs, (ActorType.ARMED_GROUP,))
        if frame.relation in COMING:
            refs = [r for r in refs if r.how not in PARTS]
        if refs or not found.objects:
            return Found(refs)
        return self._in_their_place(frame, trigger, found.objects)

    def _in_their_place(self, frame: Frame, trigger: Token, targets: list[Ref]) -> Found:
        """Who does it to those targets where nobody is named."""
        if frame.relation == "detained" and trigger.pos_ in VERBAL and self.clauses.doers(trigger):
            return Found([])  # whom an armed group holds, no State has arrested
        if frame.relation == "detained" and has_armed_group(self._holders_over(trigger)):
            return Found([])  # «X détient dix soldats, capturés en mai»
        if _is_epithet(trigger) and "land" in self.scene.noun_classes(trigger.head):
            return Found([])  # «la zone contestée de X»
        if frame.default_subject == "clause" and is_passive(trigger):
            told = agents(trigger) or [t for case, t in obliques(trigger) if case == "par"]
            beside = trigger.i > trigger.sent.start and trigger.nbor(-1).text != ","
            known = beside and all(t.entity.type is not ActorType.STATE for t in targets)
            if told or known or _describes(trigger):
                return Found([])  # «X combat Y, un groupe accusé de massacres», «… accusé par l'opposition»
            return Found(self._subjects_over(trigger), frozenset(("default-subject",)))
        if leaders := self._leaders(trigger):
            return Found(of_types(leaders, frame.subject_types), frozenset(("default-subject",)))
        if frame.relation == "attacked" and _only_groups(targets) and self._are_soldiers(trigger):
            army = self._state_of_place(trigger) or self.scene.topic
            return Found([Ref(army, trigger.i, "context")] if army is not None else [])
        if frame.default_subject != "state" or not self._agents_are_nobody(frame, trigger):
            return Found([])
        if trigger.lemma_ in CAPTURING and any(t.entity.type not in CAPTURED for t in targets):
            return Found([])  # «dix soldats de X capturés»: by who fights them
        here = self._state_of_place(trigger) if frame.relation in ("detained", "released") else None
        state = here or self._default_state(targets)
        if state is None:
            return Found([])
        if frame.relation == "released" and not _only_persons(targets):
            return Found([])
        return Found([Ref(state, trigger.i, "default")], frozenset(("default-subject",)))

    def _are_soldiers(self, trigger: Token) -> bool:
        """«Des soldats ont tué deux combattants de X», «tués par des policiers»: men of the State, of whom
        nothing more is said."""
        if trigger.pos_ not in VERBAL:
            return False
        doers = agents(trigger) if is_passive(trigger) else direct_subjects(trigger)
        return any(
            self.scene.is_noun(t, SOLDIERS) and all(c.dep_ in PLAIN for c in t.children) for t in doers
        )

    def _leaders(self, trigger: Token) -> list[Ref]:
        """«renversé par des militaires conduits par X», «enlevé par des hommes présentés comme des membres de
        X», «soupçonnés d'appartenir à X»: who leads those that do it, or of whom they are."""
        doers = agents(trigger) if is_passive(trigger) else direct_subjects(trigger)
        said = [c for t in doers for c in t.children if c.dep_ in CLAUSES]
        led = [a for c in said if c.lemma_ in LEADING for a in agents(c)]
        said += [i for c in said if c.lemma_ in SUSPECTED for i in c.children if i.dep_ == "xcomp"]
        known = [a for c in said if c.lemma_ in KNOWN_AS for a in c.children if case_of(a) in AS]
        return self.clauses.actors([*led, *known])

    def _agents_are_nobody(self, frame: Frame, trigger: Token) -> bool:
        """Has a passive no agent, or one that names nobody: «renversé par un putsch»?"""
        if frame.relation == "overthrew" and (_is_infinitive(trigger) or _is_aim(trigger)):
            return False  # «le meilleur moyen de renverser X»
        if frame.relation == "overthrew" and _is_epithet(trigger):
            return False
        if trigger.pos_ in VERBAL and not is_passive(trigger):
            doers = [t for t in direct_subjects(trigger) if t.pos_ == "NOUN"]
        else:
            doers = agents(trigger)
            if not doers:  # «remis en liberté par la justice»
                behind = takewhile(lambda t: not is_finite(t), neighbours(trigger, leftwards=False))
                doers = [t for t in behind if t.pos_ in NAMED and linear_case(t) == "par"][:1]
        if frame.relation == "released" and not doers:
            return is_passive(trigger) and not self._tells_of_hostages()
        if trigger.lemma_ in KEEPING and not doers and self._tells_of_hostages():
            return False
        return all(self.scene.is_noun(t, frame.agents_of_default) and not _is_some_group(t) for t in doers)

    def _tells_of_hostages(self) -> bool:
        """Who holds or frees a hostage is no State, and told elsewhere."""
        for token in self.scene.tokens_with(OF_HOSTAGES, SEIZING):
            is_word = token.pos_ == "NOUN" and self.scene.is_noun(token, OF_HOSTAGES)
            if is_word or (token.pos_ in VERBAL and token.lemma_ in SEIZING):
                return True
        return False

    def _subjects_over(self, participle: Token) -> list[Ref]:
        """«X a rompu avec Y, accusé de …»: it is X that accuses."""
        verb = next((v for v in participle.ancestors if v.pos_ in VERBAL), None)
        return [] if verb is None else self.clauses.doers(verb)

    def _holders_over(self, participle: Token) -> list[Ref]:
        over = participle.head
        is_held = over.lemma_ in KEEPING and participle.dep_ in ("acl", "advcl") and over.pos_ in VERBAL
        return self.clauses.doers(over) if is_held else []

    def _state_of_place(self, verb: Token) -> Entity | None:
        """«arrêté à Abidjan»: by the State where it happened."""
        placed = [*obliques(verb)]
        if verb.pos_ not in VERBAL:  # «l'arrestation de X à Y», also where the place hangs on X
            placed += [
                *nominal_complements(verb),
                *(p for c in verb.children for p in nominal_complements(c)),
            ]
        for case, child in placed:
            if case in PLACE_CASES:
                for place in self.scene.places(child):
                    if state := self.scene.state_of(place.entity):
                        return state
        return None

    def _default_state(self, targets: list[Ref]) -> Entity | None:
        """The State that overthrows or arrests where nobody is named: the one of the offices of those that
        it is done to, else the one that the article is about."""
        states = [self.scene.office_state(t.entity) for t in targets]
        return next((s for s in states if s and s.type is ActorType.STATE), None) or self.scene.topic


def _is_some_group(doer: Token) -> bool:
    """«par un autre groupe», but not «par un groupe de soldats»."""
    return doer.lemma_ == "groupe" and all(case != "de" for case, _ in obliques(doer))


def served(scene: Scene, ref: Ref) -> Ref:
    """«Nous avons capturé dix rebelles, a dit le porte-parole de l'armée»: the army has, not he."""
    if ref.how != "speaker" or ref.entity.type is not ActorType.PERSON:
        return ref
    side = scene.office_state(ref.entity)
    return ref if side is None else Ref(side, ref.token, ref.how)


def _describes(participle: Token) -> bool:
    """Is it said of «un groupe», as what is known of it?"""
    described = participle.head.children if participle.dep_ in ("acl", "amod") else ()
    return any(c.dep_ == "det" and lower(c) in ("un", "une") for c in described)


def _is_epithet(trigger: Token) -> bool:
    """«le président déchu»: says who he is, and not who did it."""
    leaning = all(c.dep_ in ("punct", "advmod") or case_of(c) == "de" for c in trigger.children)
    return (
        leaning
        and trigger.dep_ in ("acl", "amod")
        and trigger.head.pos_ == "NOUN"
        and trigger.i == trigger.head.i + 1
    )


def _is_infinitive(trigger: Token) -> bool:
    return "VerbForm=Inf" in str(trigger.morph)


def _is_aim(trigger: Token) -> bool:
    """«cherchent à renverser X», «veulent le renversement de X»: what is wanted, and not yet done."""
    if trigger.pos_ == "NOUN" and any(
        t.lemma_ in AIMS for t in trigger.doc[trigger.sent.start : trigger.i] if t.pos_ == "NOUN"
    ):
        return True  # «sans autre objectif, mis à part le renversement de X»
    return (_is_infinitive(trigger) or trigger.pos_ == "NOUN") and (
        trigger.head.lemma_ in AIMING and case_of(trigger) in ("", "à", "de", "que", "pour")
    )


def _only_groups(refs: list[Ref]) -> bool:
    return bool(refs) and all(r.entity.type is ActorType.ARMED_GROUP for r in refs)


def _only_persons(refs: list[Ref]) -> bool:
    return all(r.entity.type is ActorType.PERSON for r in refs)
