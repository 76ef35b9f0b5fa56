"""Who is known: the actors of the files, and those that only articles name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields

from sahelgraph.graph.names import Called, suggestion, unlisted_actors
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook, Fact
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.names import name_key


@dataclass(frozen=True, slots=True)
class ActorCard:
    """What is known of an actor beside its memberships. `known`: is it in the actor files?"""

    id: str
    label: str
    label_en: str
    type: str
    names: tuple[str, ...]
    state: str | None = None
    wikidata: str | None = None
    known: bool = True
    facts: tuple[Fact, ...] = ()

    def to_json(self) -> dict[str, object]:
        card = {f.name: getattr(self, f.name) for f in fields(self)}
        return card | {"names": list(self.names), "facts": [fact_to_json(fact) for fact in self.facts]}


def look_up(book: ActorBook, store: Store | None, text: str | None = None) -> list[ActorCard]:
    """The actors that are called `text` or, where none is, that have it in a name; all without a text.
    Raises NameNotFoundError with the names most like it where there is none."""
    cards = [*_listed(book), *(_unlisted(store) if store else ())]
    if text is None:
        return cards
    wanted = name_key(text)
    ids = {text, *(actor.id for actor in book.find(text))}
    exact = [c for c in cards if c.id in ids or wanted in map(name_key, c.names)]
    found = exact or [c for c in cards if wanted and any(wanted in name_key(name) for name in c.names)]
    if not found:
        raise NameNotFoundError(
            f"no actor is called «{text}»",
            hint=suggestion(text, (Called(n, card.id, card.type) for card in cards for n in card.names)),
        )
    return found


def _listed(book: ActorBook) -> Iterator[ActorCard]:
    facts: defaultdict[str | None, list[Fact]] = defaultdict(list)
    for fact in book.facts:
        for actor_id in {fact.subject, fact.object}:
            facts[actor_id].append(fact)
    for actor in book:
        yield ActorCard(
            actor.id,
            actor.label.fr,
            actor.label.en,
            actor.type.value,
            actor.all_names,
            actor.state,
            actor.wikidata,
            facts=tuple(facts[actor.id]),
        )


def fact_to_json(fact: Fact) -> dict[str, object]:
    """What an actor file says, as a row."""
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "when": fact.when.edtf if fact.when else None,
        "role": fact.role,
        "source": fact.source,
    }


def _unlisted(store: Store) -> Iterator[ActorCard]:
    for actor in unlisted_actors(store):
        yield ActorCard(actor.id, actor.label, actor.label, actor.type, actor.names, known=False)
