"""From the arguments of a frame to events: what stands for nobody named, and which pairs are stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from typing import NamedTuple

from sahelgraph.extract.arguments import (
    PLACE_CASES,
    Arguments,
    Found,
    has_armed_group,
    of_types,
    states_of_places,
)
from sahelgraph.extract.asking import OF_STATES
from sahelgraph.extract.clauses import Clauses, predicate_of
from sahelgraph.extract.events import CUSTODY, Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    has_definite_article,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    verb_over,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.presence import presence_words
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import neighbours
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.relations import relations

ACCUSING = word_set("stating", "accusing")
ANSWERABLE = word_set("stating", "answerable")
FORCEFUL = frozenset(("attacked", "abducted", "detained", "released", "deployed-in", "withdrew-from"))
"""What troops do, whoever speaks of them."""
COMING = frozenset(("created", "dissolved"))
PARTS = frozenset(("possessor", "part"))
"""Relations of what comes and goes: «constituer sa force» tells of no coming of its owner, nor «la cellule
de X a été démantelée» of X's end."""
LEADING = word_set("stating", "leading")
KEEPING = word_set("stating", "keeping")
OF_HOSTAGES = word_set("stating", "of_hostages")
HOSTAGES = word_set("stating", "hostages")
NEAR_HELD = 4
MEANT = frozenset(("pronoun", "possessor"))
ONE = frozenset(("il", "elle", "le", "la", "l'", "lui", "son", "sa"))
"""«il a été arrêté»: one person, and no State."""
CLAIMING = word_set("stating", "claiming")
AIMS = word_set("stating", "aims")
AIMING = AIMS | word_set("stating", "aiming")
RULERS = word_set("stating", "rulers")
SOLDIERS = word_set("stating", "soldiers")
PLAIN = frozenset(("det", "nummod", "case", "punct", "advmod"))
TARGETS = frozenset(("people", "forces"))
ARMS = word_set("stating", "arms")


class Telling(NamedTuple):
    """A word that calls up a frame, the word whose mood and negation count, and the arguments found."""

    frame: Frame
    trigger: Token
    predicate: Token
    found: Arguments


def without_guesses(events: list[Event]) -> Iterator[Event]:
    """The events without those whose subject is only a default, where the sentence, or of an
    overthrow the article, names another."""

    def key_of(event: Event) -> tuple[str, str, int]:
        whole = event.relation == "overthrew"  # nobody is overthrown by two
        target = event.object.entity.id if event.object else ""
        return event.relation, target, 0 if whole else event.trigger.sent.start

    named = {key_of(e) for e in events if e.object is not None and "default-subject" not in e.doubts}
    for event in events:
        key = key_of(event)
        if "default-subject" not in event.doubts or key not in named:
            yield event


def with_known_victims(events: list[Event]) -> Iterator[Event]:
    """The events, with a State that only the topic gave as the victim of an armed group left for the one
    that the text says this group attacks, where it names one and never the topic."""
    said: dict[str, dict[str, Ref]] = {}
    for event in events:
        victim = event.object
        if event.relation != "attacked" or victim is None or victim.how == "default":
            continue
        if victim.entity.type is ActorType.STATE:
            said.setdefault(event.subject.entity.id, {})[victim.entity.id] = victim
    for event in events:
        known = said.get(event.subject.entity.id, {})
        is_guess = event.object is not None and event.object.how == "default"
        if is_guess and "default-victim" in event.doubts and len(known) == 1:
            (known_victim,) = known.values()
            yield replace(event, object=Ref(known_victim.entity, event.trigger.i, "default"))
        else:
            yield event


@dataclass(frozen=True, slots=True)
class Statements:
    """What the words of one article state by frames."""

    scene: Scene
    clauses: Clauses

    def events(self, frame: Frame, trigger: Token, predicate: Token, found: Arguments) -> Iterator[Event]:
        """The events that a word states of its arguments; none where the frame or its relation does not
        admit these. `predicate` is the word whose mood and negation count."""
        relation = relations()[frame.relation]
        doers = self._subjects(frame, trigger, found)
        if not doers.refs or not frame.at_least <= len(doers.refs) <= frame.most:
            return
        has_object = relation.has_object
        targets = self._objects(frame, trigger, doers.refs, found) if has_object else Found([])
        doubts = found.doubts | doers.doubts | targets.doubts

        def event(relation_id: str, subject: Ref, target: Ref | None) -> Event:
            rule = f"frame {frame.id} ({frame.source})"
            return Event(rule, relation_id, trigger, predicate, subject, target, doubts)

        if not has_object:
            for subject in doers.refs:
                if relation.allows(subject.entity.type, None):
                    yield event(relation.id, subject, None)
            return
        mutual = frame.mutual or relation.symmetric or "mutual" in doubts
        if self._is_of_words(frame, trigger, [*doers.refs, *targets.refs]):
            return
        if not mutual and len(_common(doers.refs, targets.refs)) > 1:
            return  # one phrase was taken for both sides
        for subject, target in self._pairs(frame, doers.refs, targets.refs):
            yield event(relation.id, subject, target)
            for other in frame.also:
                if relations()[other].allows(target.entity.type, None):
                    yield event(other, target, None)

    def _is_of_words(self, frame: Frame, trigger: Token, sides: list[Ref]) -> bool:
        """«la lutte contre la Chine», «les deux pays s'affrontent»: where nobody is armed, no violence."""
        named = trigger.lemma_ in frame.unarmed or self.scene.is_noun(trigger, frame.unarmed)
        if not named or has_armed_group(sides):
            return False
        return not any(self.scene.is_noun(t, ARMS) for t in trigger.sent)

    # --- who does it

    def _subjects(self, frame: Frame, trigger: Token, found: Arguments) -> Found:
        refs = of_types(found.subjects, frame.subjects) if frame.subjects else found.subjects
        if frame.relation == "detained":
            refs = [r for r in refs if r.how != "pronoun" or r.entity.type is not ActorType.PERSON]
        if frame.relation in FORCEFUL:
            refs = [self._served(r) for r in refs]
        if frame.relation in COMING:
            refs = [r for r in refs if r.how not in PARTS]
        if refs or not found.objects:
            return Found(refs)
        if frame.relation == "detained" and trigger.pos_ in VERBAL and self.clauses.doers(trigger):
            return Found([])  # whom an armed group holds, no State has arrested
        if frame.default_subject == "clause" and is_passive(trigger):
            return Found(self._subjects_over(trigger), frozenset(("default-subject",)))
        if leaders := self._leaders(trigger):
            return Found(of_types(leaders, frame.subject_types), frozenset(("default-subject",)))
        if frame.relation == "attacked" and _only_groups(found.objects) and self._are_soldiers(trigger):
            army = self._state_of_place(trigger) or self.scene.topic
            return Found([Ref(army, trigger.i, "context")] if army is not None else [])
        if frame.default_subject != "state" or not self._agents_are_nobody(frame, trigger):
            return Found([])
        here = self._state_of_place(trigger) if frame.relation in ("detained", "released") else None
        state = here or self._default_state(found.objects)
        if state is None:
            return Found([])
        if frame.relation == "released" and not _only_persons(found.objects):
            return Found([])
        return Found([Ref(state, trigger.i, "default")], frozenset(("default-subject",)))

    def _served(self, ref: Ref) -> Ref:
        """«Nous avons capturé dix rebelles, a dit le porte-parole de l'armée»: the army has, not he."""
        if ref.how != "speaker" or ref.entity.type is not ActorType.PERSON:
            return ref
        served = self.scene.office_state(ref.entity)
        return ref if served is None else Ref(served, ref.token, ref.how)

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
        """«renversé par des militaires conduits par X»: who leads those that do it."""
        doers = agents(trigger) if is_passive(trigger) else direct_subjects(trigger)
        led = [c for t in doers for c in t.children if c.dep_ == "acl" and c.lemma_ in LEADING]
        return self.clauses.actors(a for c in led for a in agents(c))

    def _agents_are_nobody(self, frame: Frame, trigger: Token) -> bool:
        """Has a passive no agent, or one that names nobody: «renversé par un putsch»?"""
        if frame.relation == "overthrew" and (_is_infinitive(trigger) or _is_aim(trigger)):
            return False  # «le meilleur moyen de renverser X»
        if trigger.pos_ in VERBAL and not is_passive(trigger):
            doers = [t for t in direct_subjects(trigger) if t.pos_ == "NOUN"]
        else:
            doers = agents(trigger)
            if not doers:  # «remis en liberté par la justice»
                behind = neighbours(trigger, leftwards=False)
                doers = [t for t in behind if t.pos_ == "NOUN" and linear_case(t) == "par"][:1]
        if frame.relation == "released" and not doers:
            return is_passive(trigger) and not self._tells_of_hostages()
        if trigger.lemma_ in KEEPING and not doers and self._tells_of_hostages():
            return False
        return all(self.scene.is_noun(t, frame.agents_of_default) for t in doers)

    def _tells_of_hostages(self) -> bool:
        """Who holds or frees a hostage is no State, and told elsewhere."""
        return any(
            self.scene.is_noun(t, OF_HOSTAGES)
            for t in self.scene.tokens_with(OF_HOSTAGES)
            if t.pos_ == "NOUN"
        )

    def _subjects_over(self, participle: Token) -> list[Ref]:
        """«X a rompu avec Y, accusé de …»: it is X that accuses."""
        verb = next((v for v in participle.ancestors if v.pos_ in VERBAL), None)
        return [] if verb is None else self.clauses.doers(verb)

    def _state_of_place(self, verb: Token) -> Entity | None:
        """«arrêté à Abidjan»: by the State where it happened."""
        for case, child in obliques(verb) if verb.pos_ in VERBAL else ():
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

    # --- to whom

    def _objects(self, frame: Frame, trigger: Token, doers: list[Ref], found: Arguments) -> Found:
        refs = of_types(found.objects, frame.objects) if frame.objects else found.objects
        if frame.relation == "attacked":
            refs = [r for r in map(self._served, refs) if not _is_speaking_man(r)]
        if frame.relation == "founded":
            refs = [r for r in refs if r.how not in PARTS]
        if frame.relation in CUSTODY:
            refs = [r for r in refs if not self._is_captor(trigger, r)]
            refs = [r for r in refs if not self._explains_one_of(refs, r)]
        if frame.relation in CUSTODY and any(lower(c) in ONE for c in trigger.children):
            refs = [r for r in refs if r.how not in MEANT or r.entity.type is ActorType.PERSON]
        if frame.relation == "allied-with":
            refs = [member for ref in refs for member in self.scene.listed_members(ref)]
        if not refs and frame.mutual and len(doers) > 1:
            refs = doers
        topic = self.scene.topic
        if refs or topic is None:
            return Found(refs)
        if frame.relation == "abducted" and all(d.how == "anaphor" for d in doers):
            return Found([])  # «les ravisseurs gardent des otages»: neither side is named
        default = self._struck_here(frame, trigger) or [Ref(topic, trigger.i, "default")]
        if frame.relation == "attacked" and (accusers := self._accusing_states(trigger)):
            return Found(accusers, frozenset(("default-victim",)))
        if frame.victims_are_topic and has_armed_group(doers) and self._has_victims(frame, trigger):
            return Found(default, frozenset(("default-victim",)))
        if frame.asks and trigger.pos_ in VERBAL and self._asks_rulers(trigger):
            return Found(default, frozenset(("default-object",)))
        asked_openly = not frame.default_verbs or trigger.lemma_ in frame.default_verbs
        if (
            frame.default_object
            and trigger.pos_ == "VERB"
            and asked_openly
            and (not frame.asks or self._is_open(trigger))
        ):
            there = self._there(trigger) if "place" in frame.object else []
            if frame.asks and self._are_own(default, doers):
                return Found([])
            return Found(there or default, frozenset(("default-object",)))
        return Found([])

    def _are_own(self, targets: list[Ref], doers: list[Ref]) -> bool:
        """«La trêve, demandée par le président ghanéen»: of others than his own State."""
        return any(self._belongs(t.entity, d.entity) for t in targets for d in doers)

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
        persons = [r.token for r in refs if r.entity.type is ActorType.PERSON and r.token < group.token]
        if not persons or group.entity.type is ActorType.PERSON:
            return False
        between = self.scene.doc[max(persons) + 1 : group.token]
        return any(t.text == "," for t in between) and not any(lower(t) in ("et", "ainsi") for t in between)

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

    def _accusing_states(self, trigger: Token) -> list[Ref]:
        """«X accuse Y d'avoir bombardé un hôpital», «tient Y pour responsable du bombardement»: in X, where
        nothing says whose it is."""
        verb = trigger if trigger.pos_ in VERBAL else predicate_of(trigger)
        over = verb.head
        if over.lemma_ in ANSWERABLE and case_of(over) == "pour":
            return [r for r in self.clauses.doers(over.head) if r.entity.type is ActorType.STATE]
        if verb.dep_ == "acl" and over.dep_ == "obj" and "VerbForm=Inf" in str(_first_of(verb).morph):
            over = over.head
        elif verb.dep_ not in ("xcomp", "ccomp"):
            return []
        if over.lemma_ not in ACCUSING:
            return []
        return [r for r in self.clauses.doers(over) if r.entity.type is ActorType.STATE]

    def victims(self, telling: Telling) -> Found:
        """Those to whom it was done, where the text does not say here who did it: the ones it names, else
        the State that the article is about where its people or forces are meant."""
        frame, trigger = telling.frame, telling.trigger
        topic = self.scene.topic
        if named := of_types(telling.found.objects, frame.object_types):
            return Found(_without_spokesmen(named))
        if topic is not None and frame.victims_are_topic and self._has_victims(frame, trigger):
            return Found([Ref(topic, trigger.i, "default")], frozenset(("default-victim",)))
        return Found([])

    def _has_victims(self, frame: Frame, trigger: Token) -> bool:
        """«a tué onze soldats», «a brûlé un village»: people, forces or places whose State is not said;
        «a lancé une offensive»: nobody at all."""
        if trigger.pos_ not in VERBAL:
            return self._strikes_nobody(frame, trigger)
        surface = "surface" in frame.object
        victims = (self.clauses.surface_subjects if surface else self.clauses.logical_objects)(trigger)
        if frame.relation == "released":  # «a libéré deux policiers», not «une ville», nor «ses otages»
            named = [t for v in victims for t in (*with_conjuncts(v), *v.children)]
            return any("forces" in self.scene.noun_classes(t) for t in named)
        if frame.relation in CUSTODY:
            victims = [t for t in victims if not self.scene.is_materiel(t)]
        return any(
            self.scene.noun_classes(t) & TARGETS or self.scene.is_noun(t, self.scene.nouns.property)
            for t in victims
        )

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

    # --- the pairs

    def _pairs(self, frame: Frame, subjects: list[Ref], targets: list[Ref]) -> Iterator[tuple[Ref, Ref]]:
        """Each with each, or with each other where both sides are the same; one way where the relation is
        symmetric."""
        relation = relations()[frame.relation]
        same = [s.entity.id for s in subjects] == [t.entity.id for t in targets]
        pairs = list(permutations(subjects, 2)) if same else [(s, t) for s in subjects for t in targets]
        if frame.both_ways and not same:
            pairs += [(t, s) for s, t in pairs]
        for subject, target in pairs:
            one, other = subject.entity, target.entity
            if one.id == other.id or not relation.allows(one.type, other.type):
                continue
            if target.how == "place" and other.id in {s.entity.id for s in subjects}:
                continue  # «X et son allié Y ont bombardé une ville de X»
            if same and _stand_together(subject, target, subjects):
                continue
            if relation.symmetric and (target, subject) in pairs[: pairs.index((subject, target))]:
                continue
            if relation.symmetric and self._is_own(one, other):
                continue
            if relation.id == "supported" and self._is_own(one, other):
                continue
            if frame.not_own and self._belongs(other, one):
                continue
            if frame.abroad and not self._is_abroad(one, other):
                continue
            if not frame.same_type or one.type is other.type:
                yield subject, target

    def _is_abroad(self, group: Entity, place: Entity) -> bool:
        """Does an armed group have its home elsewhere?"""
        homes, state = presence_words().homes.get(group.id), self.scene.state_of(place)
        return homes is not None and state is not None and state.id not in homes

    def _belongs(self, other: Entity, one: Entity) -> bool:
        """Is `one` the State of `other`, or in its office?"""
        state = self.scene.state_of(other)
        holder = self.scene.office_state(one) if one.type is ActorType.PERSON else None
        return state is not None and (state.id == one.id or other == holder)

    def _is_own(self, one: Entity, other: Entity) -> bool:
        """An official and the State of the office: no two sides that meet or sign."""
        return any(
            person.type is ActorType.PERSON and self.scene.office_state(person) == side
            for person, side in ((one, other), (other, one))
        )


def _first_of(verb: Token) -> Token:
    """The auxiliary of a verb, if it has one."""
    return next((c for c in verb.children if c.dep_.startswith("aux")), verb)


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


def _without_spokesmen(victims: list[Ref]) -> list[Ref]:
    """«nous avons perdu dix hommes», says a minister: his State has, and not he."""
    sides = [r for r in victims if r.how != "speaker" or r.entity.type is not ActorType.PERSON]
    return sides or victims


def _is_speaking_man(ref: Ref) -> bool:
    """«Ils nous ont attaqués, a dit M. X»: his people, and not he."""
    return ref.how == "speaker" and ref.entity.type is ActorType.PERSON


def _only_groups(refs: list[Ref]) -> bool:
    return bool(refs) and all(r.entity.type is ActorType.ARMED_GROUP for r in refs)


def _only_persons(refs: list[Ref]) -> bool:
    return all(r.entity.type is ActorType.PERSON for r in refs)


def _stand_together(one: Ref, other: Ref, sides: list[Ref]) -> bool:
    """«Le gouvernement et les trois groupes ont signé»: those of one phrase are one side, where others are
    named."""
    return one.token == other.token and any(side.token != one.token for side in sides)


def _common(refs: list[Ref], others: list[Ref]) -> set[str]:
    return {r.entity.id for r in refs} & {r.entity.id for r in others}
