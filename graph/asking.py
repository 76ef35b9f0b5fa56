"""Answers to questions: memberships from what all sources together support, everything else from single
claims and curated facts. «No» is only said where something says so; silence is «unknown»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sahelgraph.graph.answers import MembershipAnswer, when, who, why
from sahelgraph.graph.memberships import CONTESTED
from sahelgraph.graph.names import unlisted_actors
from sahelgraph.graph.phases import during, phase
from sahelgraph.graph.remarks import announced, remarks
from sahelgraph.graph.store import Store
from sahelgraph.graph.testimonies import Testimony, testimonies
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.questions import Aspect, Kind, Question
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import Certainty

YES, NO, POSSIBLE, UNKNOWN = "yes", "no", "possible", "unknown"
ASKED = {
    Kind.WHO: "who",
    Kind.WHEN: "when",
    Kind.WHETHER: "whether",
    Kind.SINCE: "since when",
    Kind.UNTIL: "until when",
    Kind.RELATION: "who",
}
SOMEBODY = "?"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known that answers a question. `answer` is yes, no, possible, contested or unknown; None
    where the rows are the answer. `notes` say what the rows cannot."""

    question: Question
    answer: str | None
    memberships: tuple[MembershipAnswer, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """How the question was understood, the answer in a word where one will do, and the notes."""
        word = f"answer: {self.answer}" if self.answer else None
        return (*filter(None, (f"understood: {self.understood}", word)), *(f"note: {n}" for n in self.notes))

    @property
    def understood(self) -> str:
        """The question in the words of the graph: «whether: Mali is a member of CEDEAO, on 2024»."""
        question = self.question
        actor = question.actor.label if question.actor else SOMEBODY
        alliance = question.alliance.label if question.alliance else SOMEBODY
        relation = relations()[question.relation]
        said = f"{actor} {relation.label.en}" + (f" {alliance}" if relation.has_object else "")
        post = f" ({question.post.label})" if question.post else ""
        begins = " (begins)" if question.aspect is Aspect.BEGINS else ""
        ends = " (ends)" if question.aspect is Aspect.ENDS and question.relation != "left" else ""
        bounds = (("on", question.on), ("from", question.start), ("to", question.end))
        times = "".join(f", {word} {time.edtf}" for word, time in bounds if time)
        unread = f"; not read: {', '.join(question.unread)}" if question.unread else ""
        return f"{ASKED[question.kind]}: {said}{post}{begins}{ends}{times}{unread}"

    def to_json(self) -> dict[str, Any]:
        return {
            "question": self.question.text,
            "understood": self.question.to_json(),
            "answer": self.answer,
            "rows": [m.to_json() for m in self.memberships] or [t.to_json() for t in self.testimonies],
        }


def answer(store: Store, book: ActorBook, question: Question) -> Answer:
    """The answer to a question, from the store and the actor files."""
    if question.about_membership:
        return _of_memberships(store, book, question)
    return _of_testimonies(store, book, question)


def unlisted_entities(store: Store) -> list[Entity]:
    """The actors that articles name and the actor files lack, so that questions may name them too."""
    return [Entity(a.id, a.label, ActorType(a.type), a.aliases) for a in unlisted_actors(store)]


# --- relations


def _of_testimonies(store: Store, book: ActorBook, question: Question) -> Answer:
    every = testimonies(store, book, question)
    holding = [t for t in every if t.certainty is not Certainty.NO]
    denials = [t for t in every if t.row.status in (Status.DENIED, Status.NEGATED)]
    if question.kind is not Kind.WHETHER:
        return Answer(question, None if holding else UNKNOWN, testimonies=tuple(holding))
    word, heard = _hearing(question, every, holding, denials)
    return Answer(question, word, testimonies=tuple(heard))


def _hearing(
    question: Question, every: Sequence[Testimony], holding: Sequence[Testimony], denials: Sequence[Testimony]
) -> tuple[str, Sequence[Testimony]]:
    """Yes or no, by what is asserted and what is denied, and the testimonies that say so. A state that is
    known to have held at other times did not hold at this one; of an event nobody can say so."""
    if holding and denials:
        return CONTESTED, (*holding, *denials)
    if holding:
        sure = any(t.certainty is Certainty.CERTAIN for t in holding)
        return YES if sure else POSSIBLE, holding
    if denials:
        return NO if all(t.row.status is Status.NEGATED for t in denials) else CONTESTED, denials
    elsewhen = [t for t in every if t.row.status is Status.ASSERTED and t.row.when]
    if relations()[question.relation].kind == "state" and elsewhen:
        return NO, elsewhen
    return UNKNOWN, ()


# --- memberships


def _of_memberships(store: Store, book: ActorBook, question: Question) -> Answer:
    spells = _spells(store, book, question)
    rated = list(_rated(spells, question))
    if question.kind is Kind.WHETHER:
        word = _verdict(store, book, question, spells, rated)
        rows = rated or spells
        return Answer(question, word, tuple(rows), notes=tuple(_notes(rows, question)))
    told = None if _tells(rated, question) else UNKNOWN
    return Answer(question, told, tuple(rated), notes=tuple(_notes(rated, question)))


def _spells(store: Store, book: ActorBook, question: Question) -> list[MembershipAnswer]:
    if question.actor is None:
        return who(store, book, question.alliance.id) if question.alliance else []
    return when(store, book, question.actor.id, question.alliance.id if question.alliance else None)


def _rated(spells: Iterable[MembershipAnswer], question: Question) -> Iterator[MembershipAnswer]:
    """The spells that answer, each with its certainty for the time that is asked about."""
    for spell in spells:
        membership = spell.membership
        covered = during(membership.when, question)
        if question.throughout and membership.when.covers(question.asked_on) is Certainty.NO:
            continue
        if covered is not Certainty.NO:
            certain = membership.certainty == Certainty.CERTAIN
            yield replace(spell, certainty=covered.value if certain else membership.certainty)


def _tells(rows: Sequence[MembershipAnswer], question: Question) -> bool:
    """Is what is asked for in the rows?"""
    if question.kind is Kind.SINCE:
        return any(row.since for row in rows)
    if question.kind is Kind.UNTIL:
        return any(row.until for row in rows)
    return bool(rows)


def _verdict(
    store: Store,
    book: ActorBook,
    question: Question,
    spells: Sequence[MembershipAnswer],
    rated: Sequence[MembershipAnswer],
) -> str:
    found = {row.certainty for row in rated}
    for certainty, word in ((Certainty.CERTAIN, YES), (CONTESTED, CONTESTED), (Certainty.POSSIBLE, POSSIBLE)):
        if certainty in found:
            return word
    if question.aspect is Aspect.ENDS and any(_announced(spell, question) for spell in spells):
        return POSSIBLE
    if any(_excludes(spell, question) for spell in spells):
        return NO
    if spells:
        return UNKNOWN
    if question.alliance and question.aspect is Aspect.HOLDS and not _existed(book, question):
        return NO
    return _denied(store, book, question)


def _excludes(spell: MembershipAnswer, question: Question) -> bool:
    """Does a spell that is more than alleged say no: it held at another time, it began or ended at
    another, or it still held on the last day that is asked about?"""
    membership = spell.membership
    if membership.certainty == POSSIBLE:
        return False
    if question.aspect is Aspect.HOLDS or phase(membership.when, question.aspect) is not None:
        return True
    last = min(question.window[1], question.asked_on)
    return question.aspect is Aspect.ENDS and membership.when.covers(last) is Certainty.CERTAIN


def _announced(spell: MembershipAnswer, question: Question) -> bool:
    planned = announced(spell.membership, *question.window)
    return any(e.when is None or e.when.covers_any(*question.window) is not Certainty.NO for e in planned)


def _existed(book: ActorBook, question: Question) -> bool:
    """May the alliance have had members in the time that is asked about, by the actor files?"""
    if question.alliance is None or not question.bounded:
        return True
    first, last = question.window
    about = [f for f in book.facts if f.subject == question.alliance.id and f.when]
    created = [f.when for f in about if f.relation == "created"]
    dissolved = [f.when for f in about if f.relation == "dissolved"]
    later = bool(created) and all((w.earliest_start or date.min) > last for w in created if w)
    over = bool(dissolved) and all((w.latest_end or date.max) < first for w in dissolved if w)
    return not (later or over)


def _denied(store: Store, book: ActorBook, question: Question) -> str:
    """What denials say where nothing else is known."""
    if question.actor is None or question.alliance is None or question.aspect is not Aspect.HOLDS:
        return UNKNOWN
    against = why(store, book, question.actor.id, question.alliance.id).against
    statuses = {row.status for row in against}
    if Status.DENIED in statuses:
        return CONTESTED
    return NO if Status.NEGATED in statuses else UNKNOWN


# --- what the rows cannot say


def _notes(rows: Sequence[MembershipAnswer], question: Question) -> Iterator[str]:
    """Of one pair or one time: exits that were announced for later, suspensions, and how long ago
    open-ended memberships were last known to hold."""
    first, last = question.window
    if question.on is None and (question.actor is None or question.alliance is None):
        return
    open_ended: defaultdict[date, list[str]] = defaultdict(list)
    for row in rows:
        membership = row.membership
        for remark in remarks(membership, first, last):
            yield f"{row.label}: {remark}"
        lasted = membership.when.earliest_end
        if question.on and membership.when.latest_end is None and lasted and lasted < first:
            open_ended[lasted].append(row.label)
    for lasted, labels in sorted(open_ended.items()):
        yield f"last known to hold on {lasted}, and nothing says that it ended: {', '.join(labels)}"
