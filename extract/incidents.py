"""One act of violence told in several sentences: «Sept soldats maliens ont été tués lundi. L'attaque a été
revendiquée par le JNIM.» The victims stand in one sentence, who did it in another.

A telling is one word with its arguments. What names the victims alone waits for the nearest telling that
names an author alone, of an act that the text takes up: «l'attaque», «cette embuscade», «elle a été
revendiquée».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sahelgraph.extract.arguments import Found, of_types
from sahelgraph.extract.captives import CAPTIVES
from sahelgraph.extract.captors import HELD
from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import VIOLENT, Event
from sahelgraph.extract.grammar import (
    QUOTES,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    has_definite_article,
    is_demonstrative,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.noun_subjects import is_told_by_forces
from sahelgraph.extract.refs import MEMBERS, Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stating import Statements, Telling
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.relations import relations

CAPTORS = word_set("incidents", "captors")
UNDERTAKINGS = word_set("incidents", "undertakings")
ADMITTING = word_set("incidents", "admitting")
DEEDS = word_set("incidents", "deeds")
RELEASE = "release"
RELEASED = "released"
AIMED = frozenset(("pour", "en vue de", "contre", "sans", "à"))
"""«une rançon pour la libération de X»: no word of whether it came to it."""
WISHED = word_set("incidents", "wished")
THEM = frozenset(("eux", "elles", "ceux-ci", "celles-ci"))
COUNTING = word_set("incidents", "counting")
RETALIATE = "retaliate"
FORCES_OF = frozenset((ActorType.STATE, ActorType.ORGANISATION))
NEWLY = frozenset(("nouveau", "nouvelle", "nouvelles", "nouveaux", "autre", "autres"))
FEW = 3
BACK = 8
AHEAD = 2
"""How many sentences back and ahead of its author the victims of an act are looked for."""


@dataclass(frozen=True, slots=True)
class Half:
    """A telling that names only the victims of an act, only its authors, or (complete) both."""

    telling: Telling
    sentence: int
    victims: Found
    authors: list[Ref]

    @property
    def relation(self) -> str:
        return self.telling.frame.relation


class Incidents:
    """The acts of one article, collected in the order of the text."""

    def __init__(self, scene: Scene, statements: Statements) -> None:
        self._scene = scene
        self._statements = statements
        self._halves: list[Half] = []
        self._captures: list[Event] = []
        self._freers: set[str] = set()
        self._sentence_of = {s.start: number for s, number in _numbered(scene.doc.sents)}

    @property
    def halves(self) -> Sequence[Half]:
        """The tellings that name one side of an act or both, in the order of the text."""
        return self._halves

    def add(self, telling: Telling, events: list[Event]) -> None:
        """Takes up a telling with the events that it states by itself."""
        frame = telling.frame
        self._captures += [e for e in events if e.relation in HELD and e.object is not None]
        if frame.relation not in VIOLENT:
            return
        if frame.relation == RELEASED and not is_passive(telling.trigger):
            self._freers |= {r.entity.id for r in telling.found.subjects}
        victims = self._statements.victims(telling)
        authors = of_types(telling.found.subjects, MEMBERS)
        is_taken_up = frame.responsibility or frame.id == RETALIATE or _takes_up(telling)
        if not events and authors and not is_taken_up:
            return
        if victims.refs or authors:
            number = self._sentence_of[telling.trigger.sent.start]
            self._halves.append(Half(telling, number, victims, authors))

    def events(self) -> Iterator[Event]:
        """What the tellings state together."""
        yield from self._captives()
        admitted: tuple[int, Half] | None = None
        for index, half in enumerate(self._halves):
            if half.relation == RELEASED:
                yield from self._let_go(half)
                continue
            if half.victims.refs and not half.authors:
                yield from self._struck_back(half, self._halves[:index])
                yield from self._fallen(half, self._halves[:index])
            if not half.authors or half.victims.refs:
                continue
            if half.telling.frame.id == RETALIATE:
                yield from self._answered(half, self._halves[:index])
                continue
            if self._is_told_here(half):
                continue
            other = self._beside(index)
            if other is None and not _tells_of_new_act(half.telling):
                other = self._before(index) or self._after(index)
            if _admits(half.telling):
                if admitted is not None and half.sentence - admitted[0] <= BACK:
                    other = admitted[1]  # «X a reconnu sa responsabilité. Y a aussi reconnu la sienne.»
                admitted = (half.sentence, other) if other is not None else None
            if other is not None and (not other.authors or _admits(half.telling)):
                for one in self._of_same_act(other):
                    yield from self._joined(half, one)

    def _captives(self) -> Iterator[Event]:
        """«Parmi les otages figurent deux Belges et un Turc»: held by who was last said to hold some."""
        for held in self._scene.tokens_with(THEM, CAPTIVES):
            if lower(held) not in THEM and not self._scene.is_noun(held, CAPTIVES):
                continue
            if linear_case(held) != "parmi" and not is_counted_among(held):
                continue
            capture = self._capture_before(held)
            verb = next((t for t in held.doc[held.i : held.sent.end] if t.lemma_ in COUNTING), None)
            if capture is None or verb is None:
                continue
            for token, mention in self._scene.mention_tokens(verb.i + 1, held.sent.end):
                if mention.entity.type is ActorType.STATE and mention.entity.id != capture.subject.entity.id:
                    target = Ref(mention.entity, token.i, mention.kind.value)
                    doubts = frozenset(("incident",))
                    yield Event.at("incident: captives", "abducted", verb, capture.subject, target, doubts)

    def _struck_back(self, fallen: Half, told: list[Half]) -> Iterator[Event]:
        """«Une base de X a été attaquée par Y. Dix assaillants ont été tués»: by X, in Y's last attack."""
        frame, trigger, predicate, found = fallen.telling
        for half in reversed(told):
            if fallen.sentence - half.sentence > BACK or fallen.relation != "attacked":
                return
            attackers = {r.entity.id for r in half.authors}
            struck = [r for r in fallen.victims.refs if r.how == "anaphor" and r.entity.id in attackers]
            if half.relation != "attacked" or not half.victims.refs or not struck:
                continue
            for subject in half.victims.refs:
                other = subject.entity.id != struck[0].entity.id
                if other and subject.entity.type in MEMBERS and subject.entity.type is not ActorType.PERSON:
                    doubts = found.doubts | {"incident"}
                    rule = f"incident: struck back by {half.telling.frame.id}"
                    yield Event(rule, frame.relation, trigger, predicate, subject, struck[0], doubts)
            return

    def _answered(self, answer: Half, told: list[Half]) -> Iterator[Event]:
        """«Y a bombardé X. X a répliqué»: against Y, who struck X last."""
        frame, trigger, predicate, found = answer.telling
        for half in reversed(told):
            if answer.sentence - half.sentence > 1:
                return
            struck = {r.entity.id for r in half.victims.refs}
            doers = [r for r in answer.authors if r.entity.id in struck]
            authors = half.authors or self._only_group(answer, told)
            if half.relation == "attacked" and authors and doers:
                for target in authors:
                    rule = f"incident: answer to {half.telling.frame.id}"
                    doubts = found.doubts | {"incident"}
                    yield Event(rule, frame.relation, trigger, predicate, doers[0], target, doubts)
                return

    def _only_group(self, answer: Half, told: list[Half]) -> list[Ref]:
        """«Y a revendiqué l'attaque. Des hommes ont tiré sur X, qui a répliqué»: the one armed group that is
        said to attack in the sentences before."""
        near = (h for h in told if answer.sentence - h.sentence <= FEW and h.relation == "attacked")
        authors = [r for h in near for r in h.authors if r.entity.type is ActorType.ARMED_GROUP]
        return authors[:1] if len({r.entity.id for r in authors}) == 1 else []

    def _fallen(self, fallen: Half, told: list[Half]) -> Iterator[Event]:
        """«Y a attaqué une base de la mission. Deux soldats de X ont été tués»: by Y, an armed group, where
        the sentence does not say by whom."""
        frame, trigger, predicate, found = fallen.telling
        if fallen.relation != "attacked" or "default-victim" in fallen.victims.doubts:
            return
        last = next((h for h in reversed(told) if h.relation == "attacked" and h.authors), None)
        if (
            last is None
            or fallen.sentence - last.sentence > 1
            or not (_is_undergone(trigger, frame) or _is_of_act(trigger))
        ):
            return
        if not last.victims.refs or any(r.entity.type is not ActorType.ARMED_GROUP for r in last.authors):
            return
        for target in fallen.victims.refs:
            if target.entity.type in FORCES_OF:
                for subject in last.authors:
                    doubts = found.doubts | {"incident"}
                    rule = f"incident: fallen in {last.telling.frame.id}"
                    yield Event(rule, frame.relation, trigger, predicate, subject, target, doubts)

    def _capture_before(self, word: Token) -> Event | None:
        """The last act before a word by which somebody holds others, no more than a few sentences back."""
        here = self._sentence_of[word.sent.start]
        for event in sorted(self._captures, key=lambda e: e.trigger.i, reverse=True):
            if event.trigger.i < word.i:
                near = here - self._sentence_of[event.trigger.sent.start] <= BACK
                return event if near and event.relation == "abducted" else None
        return None

    def _is_told_here(self, author: Half) -> bool:
        """Does the sentence of an author name those to whom the same author did it?"""
        ids = {r.entity.id for r in author.authors}
        return any(
            h.sentence == author.sentence
            and h.victims.refs
            and h.relation == author.relation
            and ids & {r.entity.id for r in h.authors}
            for h in self._halves
        )

    def _beside(self, index: int) -> Half | None:
        """The victims in the sentence of the author: «l'attaque dans laquelle deux soldats ont péri»."""
        author = self._halves[index]
        is_new = _tells_of_new_act(author.telling)
        for half in self._halves:
            if half.sentence != author.sentence or half.relation != author.relation:
                continue
            if half.victims.refs and not (is_new and half.telling.frame.mutual):
                return half
        return None

    def _of_same_act(self, victim: Half) -> Iterator[Half]:
        """The victims that a sentence counts together, this one or one before that tells of some of them too:
        «deux soldats de X ont été tués et un camp de Y détruit». Of a person that died it does not say on
        which side."""
        struck = {r.entity.id for r in victim.victims.refs}
        near = range(victim.sentence - BACK, victim.sentence + 1)
        alike = (h for h in self._halves if h.sentence in near and h.relation == victim.relation)
        told = (h for h in alike if not h.authors and "default-victim" not in h.victims.doubts)
        sentences = {h.sentence for h in told if struck & {r.entity.id for r in h.victims.refs}}
        for half in self._halves:
            same = half.sentence in (victim.sentence, *sentences) and half.relation == victim.relation
            named = half.victims.refs and "default-victim" not in half.victims.doubts
            named = named and all(r.entity.type is not ActorType.PERSON for r in half.victims.refs)
            if half is victim or (same and named and not half.authors):
                yield half

    def _before(self, index: int) -> Half | None:
        """The last act before that has known victims, whoever did it."""
        author = self._halves[index]
        for half in reversed(self._halves[:index]):
            if author.sentence - half.sentence > BACK:
                return None
            if half.telling.frame.lasting and author.sentence - half.sentence > AHEAD:
                continue
            if half.victims.refs and half.relation == author.relation:
                return half
        return None

    def _after(self, index: int) -> Half | None:
        author = self._halves[index]
        for half in self._halves[index + 1 :]:
            if half.sentence - author.sentence > AHEAD:
                return None
            if half.victims.refs and half.relation == author.relation:
                return half
        return None

    def _let_go(self, half: Half) -> Iterator[Event]:
        """«Il a été libéré lundi»: by who had taken him, where nobody else is said to have done it."""
        frame, trigger, predicate, found = half.telling
        doers = [t for t in agents(trigger) if not self._is_some_captor(t)]
        if half.authors or found.subjects or doers or not _is_undergone(trigger, frame):
            return
        if trigger.pos_ not in VERBAL and is_told_by_forces(self._scene, trigger):
            return
        for target in half.victims.refs:
            for capture in self._captures:
                if self._freers and capture.subject.entity.id not in self._freers:
                    continue  # others have freed them
                if "default-subject" in capture.doubts:
                    continue  # who held them is a guess, and who let them go a second one
                if capture.object is not None and capture.object.entity.id == target.entity.id:
                    yield Event(
                        f"incident: {frame.id} after capture",
                        frame.relation,
                        trigger,
                        predicate,
                        capture.subject,
                        target,
                        found.doubts | {"incident"},
                    )
                    break

    def _is_some_captor(self, agent: Token) -> bool:
        """«par leurs ravisseurs», «par un groupe islamiste»: who they are is told elsewhere."""
        named = self._scene.actors(agent) or self._scene.mentions_at(agent)
        return self._scene.is_noun(agent, CAPTORS) and not named

    def _joined(self, author: Half, victim: Half) -> Iterator[Event]:
        frame, trigger, predicate, _ = author.telling
        if not _may_be_one(author.telling, victim.telling):
            return
        relation = relations()[frame.relation]
        status = frame.opens or (Status.ALLEGED if predicate.lemma_ in ASCRIBING else None)
        for subject in author.authors:
            for target in victim.victims.refs:
                if subject.entity.id != target.entity.id and relation.allows(
                    subject.entity.type, target.entity.type
                ):
                    yield Event(
                        f"incident: {frame.id} and {victim.telling.frame.id}",
                        relation.id,
                        trigger,
                        predicate,
                        subject,
                        target,
                        author.telling.found.doubts | victim.victims.doubts | {"incident"},
                        status=status,
                    )


def _numbered(sentences: Iterable[Span]) -> Iterator[tuple[Span, int]]:
    """Sentences with their numbers; the blank lines between paragraphs do not count."""
    number = -1
    for sentence in sentences:
        number += not all(t.is_space for t in sentence)
        yield sentence, number


def is_counted_among(noun: Token) -> bool:
    """«au nombre des otages»."""
    over = noun.head
    return linear_case(noun) == "de" and over.lemma_ == "nombre" and linear_case(over) == "à"


def _is_undergone(trigger: Token, frame: Frame) -> bool:
    """«ont été libérés», «ont recouvré la liberté», «leur libération»."""
    if trigger.pos_ == "NOUN":
        is_wish = any(lower(c) in WISHED for c in trigger.children)
        return frame.id == RELEASE and case_of(trigger) not in AIMED and not is_wish
    return trigger.pos_ in VERBAL and (is_passive(trigger) or "surface" in frame.object)


def _is_of_act(verb: Token) -> bool:
    """«cette attaque a coûté la vie à dix soldats de X», «l'embuscade a fait dix morts»: the one told."""
    acts = (t for t in direct_subjects(verb) if t.lemma_ in DEEDS or t.lemma_ in UNDERTAKINGS)
    return verb.pos_ in VERBAL and any(has_definite_article(t) for t in acts)


def _admits(telling: Telling) -> bool:
    """«reconnaissent leur responsabilité dans ces frappes»: with others, it may be."""
    return telling.frame.responsibility and telling.trigger.lemma_ in ADMITTING


def _takes_up(telling: Telling) -> bool:
    """«l'attaque», «cette opération»: an act that was told; «les opérations»: what somebody does."""
    trigger = telling.trigger
    if telling.frame.lasting or trigger.pos_ in VERBAL or not has_definite_article(trigger):
        return False
    if trigger.lemma_ not in UNDERTAKINGS or is_demonstrative(trigger):
        return True
    is_described = trigger.lemma_ == "opération" and any(_describes(c) for c in trigger.children)
    return "Number=Plur" not in str(trigger.morph) and not is_described


def _tells_of_new_act(author: Telling) -> bool:
    """«un nouveau massacre attribué à X»: none that was told before."""
    verb = author.trigger
    if not author.frame.responsibility or verb.pos_ not in VERBAL or verb.dep_ not in ("acl", "appos"):
        return False
    act = verb.head
    is_new = any(lower(c) in NEWLY for c in act.children if c.dep_ == "amod" and c.i < act.i)
    return act.pos_ == "NOUN" and is_new and not has_definite_article(act)


def _describes(word: Token) -> bool:
    """«l'opération militaire», «l'opération "Aube"»: one of its own."""
    name = word.pos_ in ("NOUN", "PROPN", "X") and word.i > word.head.i and not case_of(word)
    return word.dep_ == "amod" or name or word.text in QUOTES


def _may_be_one(author: Telling, victim: Telling) -> bool:
    """«l'assassinat de Y» is not taken up by «l'opération», and one death not by another."""
    if victim.frame.id != "attack-of-victim" or author.frame.responsibility:
        return True
    return author.trigger.lemma_ == victim.trigger.lemma_ or author.trigger.lemma_ in DEEDS
