"""What the actor files, and the lists of the article itself, tell of an actor: members, State, offices."""

from __future__ import annotations

from functools import cached_property

from sahelgraph.extract.enumerations import LISTING
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.ontology.actors import ActorBook, Fact
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold, name_key
from sahelgraph.ontology.when import Certainty

DASH = "–"
AMONG_OTHERS = "notamment"


class Background:
    """The actor files as of the date of one article."""

    def __init__(self, text: MentionedText, book: ActorBook) -> None:
        self._text = text
        self._book = book

    def named(self, name: str) -> Entity | None:
        """The actor that alone bears a name."""
        found = self._book.find(name)
        return self._text.entity(found[0].id) if len(found) == 1 else None

    def members(self, organisation: Entity, number: int | None = None) -> list[Entity]:
        """The States that belong to an organisation on the article's date: as the text lists them, or
        as the actor files know. Empty where their number is not the one that is asked for."""
        listed = self.listed_members(organisation)
        if listed and number in (None, len(listed)):
            return listed
        known = (
            self._text.entity(fact.subject)
            for fact in self._book.facts
            if fact.relation == "member-of" and fact.object == organisation.id and not self._is_past(fact)
        )
        states = list(dict.fromkeys(e for e in known if e is not None and e.type is ActorType.STATE))
        return states if number in (None, len(states)) else []

    def listed_members(self, organisation: Entity) -> list[Entity]:
        """The members that the text lists right behind an organisation's name: «le G5 Sahel (Mali, …)»."""
        return self._members_in_text.get(organisation.id, [])

    def belongs(self, member: Entity, whole: Entity) -> bool:
        """Do the actor files hold, as of the article's date, that one is a member or branch of the other?"""
        return any(
            fact.object == whole.id
            and fact.relation in ("member-of", "affiliated-with")
            and not self._is_past(fact)
            for fact in self._book.facts_of.get(member.id, ())
        )

    def founded(self, founder: Entity, force: Entity) -> bool:
        """Do the actor files hold that one set up the other, be it a force or a mission?"""
        facts = self._book.facts_of.get(founder.id, ())
        return any(fact.relation == "founded" and fact.object == force.id for fact in facts)

    def state_of(self, entity: Entity) -> Entity | None:
        """The State that a place or body lies in; the State itself for a State."""
        if entity.type is ActorType.STATE:
            return entity
        actor = self._book.actors.get(entity.id)
        return self._text.entity(actor.state) if actor else None

    def seat_of(self, entity: Entity) -> Entity | None:
        """The State that the actor files give an organisation's seat in."""
        seats = (f for f in self._book.facts_of.get(entity.id, ()) if f.relation == "based-in")
        objects = (self._text.entity(f.object) for f in seats if f.subject == entity.id)
        return next((e for e in objects if e is not None and e.type is ActorType.STATE), None)

    def office_state(self, person: Entity, role: str | None = None) -> Entity | None:
        """The State (or organisation) in which a known person holds or held an office like `role`:
        preferably on the article's date, and then preferably a State; never one still to come."""
        offices = [
            fact
            for fact in self._book.facts_of.get(person.id, ())
            if fact.relation == "holds-office"
            and fact.object is not None
            and (not role or _roles_alike(role, fact.role or ""))
            and not self._is_to_come(fact)
        ]
        best = max(offices, key=self._weight_of_office, default=None)
        return self._text.entity(best.object) if best else None

    def gender(self, person: Entity) -> str | None:
        """«m» or «f», where the actor files know it of the person or of all who have that first name."""
        actor = self._book.actors.get(person.id)
        if actor is not None:
            return actor.gender
        return self._book.given_names.get(fold(person.label.split()[0]))

    def _is_past(self, fact: Fact) -> bool:
        """Is the fact surely not true on the article's date?"""
        day = self._text.article.date
        return bool(day and fact.when and fact.when.covers(day) is Certainty.NO)

    def _is_to_come(self, fact: Fact) -> bool:
        day = self._text.article.date
        start = fact.when.earliest_start if fact.when else None
        return bool(day and start and start > day)

    def _weight_of_office(self, office: Fact) -> tuple[bool, bool]:
        target = self._text.entity(office.object)
        is_current = not self._is_past(office)
        return is_current, is_current and target is not None and target.type is ActorType.STATE

    @cached_property
    def _members_in_text(self) -> dict[str, list[Entity]]:
        """The States of each whole list right behind an organisation's name: «X (A, B)», «X, qui regroupe A
        et B»."""
        found: dict[str, list[Entity]] = {}
        text = self._text.article.text
        organisations = [m for m in self._text.mentions if m.entity.type is ActorType.ORGANISATION]
        for enumeration in self._text.enumerations:
            first = enumeration.mentions[0]
            if first.entity.type is not ActorType.STATE:
                continue
            owner = next((m for m in reversed(organisations) if m.end <= first.start), None)
            between = text[owner.end : first.start] if owner else ""
            lists_all = LISTING.match(between) or between.strip(' «»"') == DASH
            if owner and lists_all and AMONG_OTHERS not in between:
                found[owner.entity.id] = list(dict.fromkeys(m.entity for m in enumeration.mentions))
        return found


def _roles_alike(one: str, other: str) -> bool:
    """By their first words; «chef de l'État» is a president."""
    first, second = _first_word(one), _first_word(other)
    return first == second or (first == "chef" and second == "president")


def _first_word(role: str) -> str:
    return next(iter(name_key(role).split()), "")
