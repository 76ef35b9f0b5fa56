"""One act of violence told in several sentences: «Sept soldats maliens ont été tués lundi. L'attaque a été
revendiquée par le JNIM.» The victims stand in one sentence, who did it in another.

A telling is one word with its arguments. What names the victims alone waits for the nearest telling that
names an author alone, of an act that the text takes up: «l'attaque», «cette embuscade», «elle a été
revendiquée».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.captives import CAPTIVES
from sahelgraph.extract.captors import HELD
from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import VIOLENT, Event
from sahelgraph.extract.grammar import (
    QUOTES,
    VERBAL,
    agents,
    case_of,
    has_definite_article,
    is_demonstrative,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.halves import BACK, DEEDS, UNDERTAKINGS, Half, is_undergone
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.noun_subjects import is_told_by_forces
from sahelgraph.extract.refs import MEMBERS, Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.stating import Statements, Telling
from sahelgraph.extract.struck_back import answered, fallen_after, struck_back
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.relations import relations

CAPTORS = word_set("incidents", "captors")
ADMITTING = word_set("incidents", "admitting")
RELEASED = "released"
THEM = frozenset(("eux", "elles", "ceux-ci", "celles-ci"))
COUNTING = word_set("incidents", "counting")
RETALIATE = "retaliate"
NEWLY = frozenset(("nouveau", "nouvelle", "nouvelles", "nouveaux", "autre", "autres"))
AHEAD = 2
"""How many sentences ahead of its author the victims of an act are looked for."""


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
                yield from struck_back(half, self._halves[:index])
                yield from fallen_after(half, self._halves[:index])
            if not half.authors or half.victims.refs:
                continue
            if half.telling.frame.id == RETALIATE:
                yield from answered(half, self._halves[:index])
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
        frame, trigger, _, found = half.telling
        doers = [t for t in agents(trigger) if not self._is_some_captor(t)]
        if half.authors or found.subjects or doers or not is_undergone(trigger, frame):
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
                    yield half.stated(f"{frame.id} after capture", capture.subject, target)
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
