"""Upon whom a frame states something: the objects that the words name, and who is meant without a name."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.arguments import Arguments, Found, has_armed_group, of_types, states_of_places
from sahelgraph.extract.asking import OF_STATES
from sahelgraph.extract.clauses import Clauses, predicate_of
from sahelgraph.extract.events import BY_FORCE, CUSTODY
from sahelgraph.extract.grammar import (
    VERBAL,
    case_of,
    direct_subjects,
    has_auxiliary,
    has_definite_article,
    is_participle,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    verb_over,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.peacekeepers import PEACEKEEPERS, is_mission
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stated_pairs import belongs
from sahelgraph.extract.stated_subjects import PARTS, served
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

ACCUSING = word_set("stated_objects", "accusing")
ANSWERABLE = word_set("stated_objects", "answerable")
HOSTAGES = word_set("stated_objects", "hostages")
FOREIGN = word_set("stated_objects", "foreign")
CIVILIANS = word_set("stated_objects", "civilians")
ENTOURAGE = word_set("stated_objects", "entourage")
NEAR_HELD = 4
NEAR_CIRCLE = 6
OF = frozenset(("de", "du", "d'", "d’"))
POSITIONS = word_set("stated_objects", "positions")
MEANT = frozenset(("pronoun", "possessor"))
ONE = frozenset(("il", "elle", "le", "la", "l'", "lui", "son", "sa"))
"""«il a été arrêté»: one person, and no State."""
CLAIMING = word_set("stated_objects", "claiming")
RULERS = word_set("stated_objects", "rulers")
TARGETS = frozenset(("people", "forces"))


@dataclass(frozen=True, slots=True)
class StatedObjects:
    """The objects of what the words of one article state by frames."""

    scene: Scene
    clauses: Clauses

    def of(self, frame: Frame, trigger: Token, doers: list[Ref], found: Arguments) -> Found:
        """The objects among the arguments that the frame admits; where it finds none, who is meant without
        being named, with the doubt that it is a default."""
        refs = self._fitting(frame, trigger, found)
        if not refs and frame.mutual and len(doers) > 1:
            refs = doers
        own = {d.entity.id for d in doers}
        if "place-object" in found.doubts and all(r.entity.id in own for r in refs):
            refs = []  # «l'armée de X a bombardé des positions en X»
        if not refs and frame.relation == "attacked" and (accusers := self._accusers(trigger)):
            return Found(accusers, frozenset(("default-victim",)))
        topic = self.scene.topic
        return Found(refs) if refs or topic is None else self._meant(frame, trigger, doers, topic)

    def _fitting(self, frame: Frame, trigger: Token, found: Arguments) -> list[Ref]:
        """The objects that the words name, without those that only belong to what is told."""
        refs = of_types(found.objects, frame.objects) if frame.objects else found.objects
        if frame.relation == "attacked":
            refs = [r for r in (served(self.scene, r) for r in refs) if not _is_speaking_man(r)]
        if frame.relation in BY_FORCE:
            refs = [*refs, *(s for r in refs for s in self._nations_of_peacekeepers(r, refs))]
            refs = [*refs, *(m for r in refs for m in self._mission_of(r, refs))]
            refs = [r for r in refs if not self._is_of_their_circle(trigger, r)]
        if frame.relation == "founded":
            refs = [r for r in refs if r.how not in PARTS]
        if frame.relation in CUSTODY:
            refs = [r for r in refs if not self._is_captor(trigger, r)]
            refs = [r for r in refs if not self._explains_one_of(refs, r)]
        if frame.relation in CUSTODY and any(lower(c) in ONE for c in trigger.children):
            refs = [r for r in refs if r.how not in MEANT or r.entity.type is ActorType.PERSON]
        if frame.relation == "allied-with":
            refs = [member for ref in refs for member in self.scene.listed_members(ref)]
        return refs

    def _nations_of_peacekeepers(self, ref: Ref, known: list[Ref]) -> list[Ref]:
        """«un casque bleu togolais a été tué»: a soldier of the mission, and of le Togo."""
        word = self.scene.doc[ref.token]
        if lower(word) not in PEACEKEEPERS:
            return []
        ids = {r.entity.id for r in known}
        nations = by_adjective(self.scene, word)
        return [r for r in nations if r.entity.type is ActorType.STATE and r.entity.id not in ids]

    def _mission_of(self, ref: Ref, known: list[Ref]) -> list[Ref]:
        """«une base togolaise de la mission»: of the mission, and of le Togo."""
        if ref.how != "adjective" or ref.entity.type is not ActorType.STATE:
            return []
        adjective, ids = self.scene.doc[ref.token], {r.entity.id for r in known}
        noun = adjective.head
        behind = (*obliques(noun), *obliques(adjective))
        inside = (c for case, c in behind if case == "de" and c.i > adjective.i)
        named = (m.entity for c in inside for m in self.scene.mentions_at(c))
        missions = (e for e in named if e.type is ActorType.ORGANISATION and is_mission(e))
        return [Ref(e, noun.i, "part") for e in missions if e.id not in ids]

    def _meant(self, frame: Frame, trigger: Token, doers: list[Ref], topic: Entity) -> Found:
        """To whom it is done where nobody is named: where that is said to be, else the State that the
        article is about."""
        if frame.relation == "abducted" and all(d.how == "anaphor" for d in doers):
            return Found([])  # «les ravisseurs gardent des otages»: neither side is named
        default = self._struck_here(frame, trigger) or [Ref(topic, trigger.i, "default")]
        if frame.victims_are_topic and has_armed_group(doers) and self._has_victims(frame, trigger):
            return Found(default, frozenset(("default-victim",)))
        if frame.asks and trigger.pos_ in VERBAL and self._asks_rulers(trigger):
            return Found(default, frozenset(("default-object",)))
        if not frame.default_object or not self._leaves_object_open(frame, trigger):
            return Found([])
        if frame.asks and self._are_own(default, doers):
            return Found([])
        there = self._there(trigger) if "place" in frame.object else []
        return Found(there or default, frozenset(("default-object",)))

    def _leaves_object_open(self, frame: Frame, trigger: Token) -> bool:
        """Is the word one behind which the frame's object may be left out?"""
        if trigger.pos_ != "VERB" or (frame.default_verbs and trigger.lemma_ not in frame.default_verbs):
            return False
        return not frame.asks or self._is_open(trigger)

    def _are_own(self, targets: list[Ref], doers: list[Ref]) -> bool:
        """«La trêve, demandée par le président ghanéen»: of others than his own State."""
        return any(belongs(self.scene, t.entity, d.entity) for t in targets for d in doers)

    def _struck_here(self, frame: Frame, trigger: Token) -> list[Ref]:
        """«a tué six villageois à la frontière du Tchad»: the State in which the sentence places an act of
        violence, or the several that one phrase names."""
        if frame.relation != "attacked":
            return []
        phrases = [
            placed
            for token in trigger.sent
            if linear_case(token) in ("en", "à", "dans", "sur") and token.pos_ in ("NOUN", "PROPN")
            if (placed := states_of_places(self.scene, self.scene.places(token)))
        ]
        states = {r.entity.id: r.entity for phrase in phrases for r in phrase}
        is_clear = len(states) == 1 or len(phrases) == 1
        return [Ref(state, trigger.i, "default") for state in states.values()] if is_clear else []

    def _explains_one_of(self, refs: list[Ref], group: Ref) -> bool:
        """«a arrêté X, chef du groupe Y»: the group of the one who is arrested."""
        if group.entity.type is ActorType.PERSON:
            return False
        if group.how == "part" and any(self._is_named_behind(group, r) for r in refs):
            return True
        persons = [r.token for r in refs if r.entity.type is ActorType.PERSON and r.token < group.token]
        if not persons:
            return False
        between = self.scene.doc[max(persons) + 1 : group.token]
        return any(t.text == "," for t in between) and not any(lower(t) in ("et", "ainsi") for t in between)

    def _is_named_behind(self, group: Ref, person: Ref) -> bool:
        """«le chef du groupe Y, X, a été arrêté»: nothing but a comma between."""
        between = self.scene.doc[group.token + 1 : person.token]
        is_next = 0 < person.token - group.token <= NEAR_HELD
        return (
            is_next and person.entity.type is ActorType.PERSON and all(t.text in (",", "(") for t in between)
        )

    def _is_of_their_circle(self, trigger: Token, ref: Ref) -> bool:
        """«a arrêté plusieurs proches de l'ancien président X»: none of them is X."""
        if ref.entity.type is not ActorType.PERSON or ref.how == "pronoun":
            return False
        if 0 < trigger.i - ref.token <= 2 and is_participle(trigger, "Past") and not has_auxiliary(trigger):
            return False  # «le frère de X, tué par Y»
        words = self.scene.doc
        for index in range(ref.token - 1, max(ref.token - NEAR_CIRCLE, words[ref.token].sent.start), -1):
            if words[index].is_punct:
                return False
            if lower(words[index]) in OF:
                return self.scene.is_noun(words[index - 1], ENTOURAGE)
        return False

    def _is_captor(self, trigger: Token, held: Ref) -> bool:
        """«libérer les otages du JNIM»: they are not of the group that held them."""
        if held.how != "part" or held.entity.type is not ActorType.ARMED_GROUP:
            return False
        return any(
            self.scene.is_noun(t, HOSTAGES)
            for t in trigger.doc[max(trigger.sent.start, held.token - NEAR_HELD) : held.token]
        )

    def _there(self, verb: Token) -> list[Ref]:
        """«a repris le pouvoir en Afghanistan»: the State named as the place behind the verb."""
        for token in neighbours(verb, leftwards=False):
            if linear_case(token) in ("en", "à") and (refs := self.scene.places(token)):
                return [r for r in refs if r.entity.type is ActorType.STATE]
        return []

    def _is_open(self, verb: Token) -> bool:
        """Does a verb leave open of whom it asks what a State does on its soil: not «réclame justice»,
        «demande de réfléchir», nor the verb behind a quotation: «…», réclame X?"""
        if any(t.i > verb.i for t in direct_subjects(verb)):
            return False
        things = self.clauses.logical_objects(verb)
        return any(self.scene.is_noun(t, OF_STATES) for t in things)

    def _asks_rulers(self, verb: Token) -> bool:
        """«a appelé les putschistes à …»: of those who rule where the article is about."""
        addressed = [*self.clauses.logical_objects(verb), *(c for case, c in obliques(verb) if case == "à")]
        return any(self.scene.is_noun(t, RULERS) for t in addressed)

    def _accusers(self, trigger: Token) -> list[Ref]:
        """«X accuse Y d'avoir bombardé un hôpital», «tient Y pour responsable du bombardement»: in X, where
        nothing says whose it is; of an armed group only its positions."""
        verb = trigger if trigger.pos_ in VERBAL else predicate_of(trigger)
        over = verb.head
        if over.lemma_ in ANSWERABLE and case_of(over) == "pour":
            return of_types(self.clauses.doers(over.head), (ActorType.STATE,))
        if verb.dep_ == "acl" and over.dep_ == "obj" and "VerbForm=Inf" in str(_first_of(verb).morph):
            over = over.head
        elif verb.dep_ not in ("xcomp", "ccomp"):
            return []
        if over.lemma_ not in ACCUSING:
            return []
        struck = self.clauses.logical_objects(trigger) if trigger.pos_ in VERBAL else []
        are_sites = any(self.scene.is_noun(t, POSITIONS) for t in struck)
        may_suffer = (ActorType.STATE, ActorType.ARMED_GROUP) if are_sites else (ActorType.STATE,)
        return of_types(self.clauses.doers(over), may_suffer)

    def victims(self, frame: Frame, trigger: Token, found: Arguments) -> Found:
        """Those to whom it was done, where the text does not say here who did it: the ones it names, else
        the State that the article is about where its people or forces are meant."""
        topic = self.scene.topic
        if named := of_types(found.objects, frame.object_types):
            return Found(_without_spokesmen(named))
        if topic is not None and frame.victims_are_topic and self._has_victims(frame, trigger):
            return Found([Ref(topic, trigger.i, "default")], frozenset(("default-victim",)))
        return Found([])

    def _has_victims(self, frame: Frame, trigger: Token) -> bool:
        """«a tué onze soldats», «a brûlé un village»: people, forces or places whose State is not said;
        «a lancé une offensive»: nobody at all."""
        if trigger.pos_ not in VERBAL:
            return self._strikes_nobody(frame, trigger) or self._strikes_people(frame, trigger)
        surface = "surface" in frame.object
        victims = (self.clauses.surface_subjects if surface else self.clauses.logical_objects)(trigger)
        if frame.relation == "released":  # «a libéré deux policiers», not «une ville», nor «ses otages»
            named = [t for v in victims for t in (*with_conjuncts(v), *v.children)]
            return any("forces" in self.scene.noun_classes(t) for t in named)
        if frame.relation in CUSTODY:
            victims = [t for t in victims if not self.scene.is_materiel(t) and not self._are_foreign(t)]
        return any(
            self.scene.noun_classes(t) & TARGETS or self.scene.is_noun(t, self.scene.nouns.property)
            for t in victims
        )

    def _strikes_people(self, frame: Frame, noun: Token) -> bool:
        """«le massacre de vingt villageois», «des attaques contre des civils»."""
        cases = {*frame.noun_object, *(("de",) if noun.lemma_ in frame.strikes_places else ())}
        if frame.relation in CUSTODY:
            cases |= {*frame.noun_object}
        struck = [c for case, c in nominal_complements(noun) if case in cases]
        if any(self._are_foreign(t) for t in struck):
            return False
        held = frame.relation in CUSTODY and any(self.scene.noun_classes(t) & TARGETS for t in struck)
        return held or any(self.scene.is_noun(t, CIVILIANS) for t in struck)

    def _are_foreign(self, people: Token) -> bool:
        """«quatre expatriés», «des touristes occidentaux»: not of the State that the article is about."""
        words = (people, *people.children)
        return any(self.scene.is_noun(t, FOREIGN) or t.lemma_ in FOREIGN for t in words)

    def _strikes_nobody(self, frame: Frame, noun: Token) -> bool:
        """«a multiplié les attaques»: an act that is carried out, without a word of against whom."""
        verbs = self.clauses.verbs
        over = verb_over(noun)
        is_told = frame.relation != "attacked" or frame.lasting or has_definite_article(noun)
        if over is None or over[1] != "object" or is_told:
            return False
        carried_out = over[0].lemma_ in verbs.support - verbs.tell - CLAIMING
        cases = {case for case, _ in (*nominal_complements(noun), *obliques(over[0]))}
        return carried_out and not cases & set(frame.noun_object)


def _first_of(verb: Token) -> Token:
    """The auxiliary of a verb, if it has one."""
    return next((c for c in verb.children if c.dep_.startswith("aux")), verb)


def _without_spokesmen(victims: list[Ref]) -> list[Ref]:
    """«nous avons perdu dix hommes», says a minister: his State has, and not he."""
    sides = [r for r in victims if r.how != "speaker" or r.entity.type is not ActorType.PERSON]
    return sides or victims


def _is_speaking_man(ref: Ref) -> bool:
    """«Ils nous ont attaqués, a dit M. X»: his people, and not he."""
    return ref.how == "speaker" and ref.entity.type is ActorType.PERSON
