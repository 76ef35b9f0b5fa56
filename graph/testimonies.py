"""Claims and curated facts that bear on a question about a relation, and how sure each makes it for the
time that is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sahelgraph.graph.claim_rows import ClaimRow, fact_row, read_claims
from sahelgraph.graph.iris import article_iri
from sahelgraph.graph.names import label_of
from sahelgraph.graph.phases import during
from sahelgraph.graph.reading import claims_of
from sahelgraph.graph.statements import FACTS_AS_OF, held_at
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Status, claim_to_json
from sahelgraph.ontology.questions import Question
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import Certainty, When

NEWS = timedelta(days=31)
"""So long after an event an article may still report it without a date."""
Ids = frozenset[str] | None
RANKS = (Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO)
DENIALS = (Status.DENIED, Status.NEGATED)


@dataclass(frozen=True, slots=True)
class Testimony:
    """One claim or fact; `certainty` for the time that is asked about. `claim` is None for a fact."""

    row: ClaimRow
    certainty: Certainty
    subject: Entity
    object: Entity | None
    claim: Claim | None = None

    def to_json(self) -> dict[str, Any]:
        """As `claims` prints it, with its certainty and where it is from. A fact's evidence is the
        source that the actor file names."""
        row = self.row
        if self.claim:
            said = claim_to_json(self.claim)
        else:
            said = {
                "document": row.document,
                "relation": row.relation,
                "subject": _entity(self.subject),
                "object": _entity(self.object) if self.object else None,
                "when": row.when.edtf if row.when else None,
                "bounds": row.when.bounds_to_json() if row.when else None,
                "status": row.status.value,
                "by": None,
                "role": row.role,
                "confidence": row.confidence,
                "evidence": {"text": row.sentence, "start": None, "end": None},
            }
        return said | {
            "certainty": self.certainty.value,
            "curated": row.curated,
            "date": row.date.isoformat() if row.date else None,
            "publisher": row.publisher,
        }


def testimonies(store: Store, book: ActorBook, question: Question) -> list[Testimony]:
    """What is said of the relation between the actors that the question names, surest first; denials and
    what is of another time have the certainty `no`."""
    actor, alliance = _standing_for(question.actor, book), _standing_for(question.alliance, book)
    rows = [row for row in _rows(store, book, question) if _about(row, question, book, actor, alliance)]
    rated = [(row, _certainty(row, question)) for row in rows]
    if question.relation == "holds-office" and question.bounded:
        rated = list(_offices(rated, question))
    claims = _claims(store, {row.document for row, _ in rated if not row.curated})
    found = [_testimony(store, book, row, certainty, claims) for row, certainty in rated]
    return sorted(found, key=_order)


def _order(testimony: Testimony) -> tuple[int, bool, date, str]:
    row = testimony.row
    start = row.when.earliest_start or row.when.latest_start if row.when else row.date
    return RANKS.index(testimony.certainty), not row.curated, start or date.min, row.id


# --- which


def _rows(store: Store, book: ActorBook, question: Question) -> list[ClaimRow]:
    """An alliance whose creation nobody tells was created when somebody founded it."""
    found = _of_relation(store, book, question.relation)
    if question.relation == "created" and question.actor:
        actor = question.actor.id
        if not any(row.subject == actor and row.status is Status.ASSERTED for row in found):
            return [r for r in _of_relation(store, book, "founded") if r.object == actor]
    return found


def _of_relation(store: Store, book: ActorBook, relation: str) -> list[ClaimRow]:
    facts = [fact_row(fact) for fact in book.facts if fact.relation == relation]
    return [*facts, *read_claims(store, relation=relation)]


def _about(row: ClaimRow, question: Question, book: ActorBook, actor: Ids, alliance: Ids) -> bool:
    if row.relation != question.relation:
        return True
    straight = _one_of(row.subject, actor) and _one_of(row.object, alliance)
    turned = _one_of(row.object, actor) and _one_of(row.subject, alliance)
    if not straight and not (relations()[row.relation].symmetric and turned):
        return False
    if question.post is None:
        return True
    state = book.actors.get(row.object or "")
    return question.post.covers(row.role, of_state=state is not None and state.type is ActorType.STATE)


def _one_of(actor_id: str | None, ids: Ids) -> bool:
    return ids is None or actor_id in ids


def _standing_for(entity: Entity | None, book: ActorBook) -> Ids:
    """A State's bodies and places are the State; None stands for anybody."""
    if entity is None:
        return None
    return frozenset({entity.id, *(a.id for a in book if a.state == entity.id)})


# --- how sure


def _certainty(row: ClaimRow, question: Question) -> Certainty:
    if row.status in DENIALS:
        return Certainty.NO
    certainty = _in_time(row, question)
    if certainty is Certainty.CERTAIN and row.status is not Status.ASSERTED:
        return Certainty.POSSIBLE
    return certainty


def _in_time(row: ClaimRow, question: Question) -> Certainty:
    first, last = question.window
    if relations()[row.relation].kind == "state":
        return during(_held(row), question)
    if not question.bounded:
        return Certainty.CERTAIN
    if row.when is None:
        recent = row.date is not None and first <= row.date and row.date - NEWS <= last
        return Certainty.POSSIBLE if recent else Certainty.NO
    lasted = held_at(row.when, _known_on(row), row.curated) if "/" in row.when.edtf else row.when
    return lasted.covers_any(first, last)


def _offices(
    rated: Sequence[tuple[ClaimRow, Certainty]], question: Question
) -> Iterator[tuple[ClaimRow, Certainty]]:
    """Of a person whose terms the actor files give, articles are heard on nothing but these; of others,
    what they may still have been long after an article counts only where nobody is sure to have been."""
    facts = {(row.subject, row.object): False for row, _ in rated if row.curated}
    for row, certainty in rated:
        if row.curated and certainty is not Certainty.NO:
            facts[row.subject, row.object] = True
    known = any(facts.values())
    lasting = _lasting(rated, question)
    for row, certainty in rated:
        key = (row.subject, row.object)
        heard = facts.get(key, certainty is Certainty.CERTAIN or not known)
        if question.throughout and row.subject not in lasting:
            heard = False
        yield row, certainty if heard else Certainty.NO


def _lasting(rated: Iterable[tuple[ClaimRow, Certainty]], question: Question) -> frozenset[str]:
    """Who holds a post on the day of the question."""
    return frozenset(
        row.subject
        for row, _ in rated
        if row.status is Status.ASSERTED and _held(row).covers(question.asked_on) is not Certainty.NO
    )


def _held(row: ClaimRow) -> When:
    return held_at(row.when, _known_on(row), row.curated)


def _known_on(row: ClaimRow) -> date | None:
    return FACTS_AS_OF if row.curated else row.date


# --- with all that they say


def _claims(store: Store, documents: Iterable[str]) -> Mapping[str, Claim]:
    return {c.id: c for d in sorted(documents) for c in claims_of(store.quads(article_iri(d)))}


def _testimony(
    store: Store, book: ActorBook, row: ClaimRow, certainty: Certainty, claims: Mapping[str, Claim]
) -> Testimony:
    claim = claims.get(row.id)
    if claim:
        return Testimony(row, certainty, claim.subject, claim.object, claim)
    object_ = _known(store, book, row.object) if row.object else None
    return Testimony(row, certainty, _known(store, book, row.subject), object_)


def _known(store: Store, book: ActorBook, actor_id: str) -> Entity:
    actor = book.actors.get(actor_id)
    if actor is None:
        return Entity(actor_id, label_of(store, book, actor_id), ActorType.ORGANISATION)
    state = book[actor.state].label.fr if actor.state else None
    return Entity(actor_id, actor.label.fr, actor.type, actor.names, state)


def _entity(entity: Entity) -> dict[str, Any]:
    aliases = [name for name in entity.aliases if name != entity.label]
    return {
        "id": entity.id,
        "label": entity.label,
        "aliases": aliases,
        "type": entity.type.value,
        "state": entity.state,
    }
