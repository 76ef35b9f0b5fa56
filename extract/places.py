"""Where something happens: «au Mali», «à Bamako», «sur le sol malien», «dans la région»."""

from __future__ import annotations

from sahelgraph.extract.collectives import Collectives
from sahelgraph.extract.complements import Complements
from sahelgraph.extract.grammar import linear_case, lower, with_conjuncts
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import LANDS, Ref, once_each
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

INSIDE = 6
INNER = frozenset(("ADP", "DET", "NOUN", "ADJ"))
REACH = 80
TRANSIT = ("port", "aéroport", "aérodrome", "gare", "pont")
"""What is landed there may be bound for elsewhere: «débarqué au port de …»."""
OF_STATES = ("pays", "capitale", "territoire", "sol")


class Places:
    """Resolves the phrases of one article that say where."""

    def __init__(self, text: MentionedText, complements: Complements, collectives: Collectives) -> None:
        self._text = text
        self._complements = complements
        self._collectives = collectives

    def of(self, token: Token) -> list[Ref]:
        """The States and places that the phrase headed by `token`, and all that is coordinated with it,
        denotes: a name, the State whose land it is, the one that was named before, or the States of an
        organisation."""
        found: list[Ref] = []
        for item in with_conjuncts(token):
            if any(m.kind is not Kind.DEMONYM for m in self._text.mentions_at(item)):
                found.extend(self._named(item))
            elif "land" in self._text.noun_classes(item):
                found.extend(self._land(item))
            elif self._text.is_noun(item, self._text.nouns.property) and not self._text.is_noun(
                item, TRANSIT
            ):
                found.extend(self._inside(item))
            else:
                found.extend(self._collectives.of(item, 0))
        return once_each(found)

    def _named(self, token: Token) -> list[Ref]:
        mentions = [m for m in self._text.mentions_at(token) if m.kind is not Kind.DEMONYM]
        listed = (r.entity for r in self._text.list_around(token))
        return [
            *(Ref(m.entity, token.i, m.kind.value) for m in mentions if m.entity.type in LANDS),
            *(Ref(entity, token.i, "list") for entity in listed if entity.type in LANDS),
        ]

    def _land(self, noun: Token) -> list[Ref]:
        """«le nord du Mali», «le sol malien», «la ville de Gao», «la région»."""
        states = [r for r in self._complements.of(noun, 0) if r.entity.type is ActorType.STATE]
        if states and len(listed := self._nationalities(noun)) > len(states):
            return listed
        found = states or self._qualified(noun) or self._inside(noun) or self._apposed(noun)
        if not found and any(c.dep_ == "det" for c in noun.children):
            return self._last_before(noun)
        return found

    def _qualified(self, noun: Token) -> list[Ref]:
        """«la capitale gabonaise», where the parser hangs the adjective elsewhere."""
        if noun.i + 1 >= noun.sent.end or not noun.nbor().text.islower():
            return []
        adjectives = [m for m in self._text.mentions_at(noun.nbor()) if m.kind is Kind.DEMONYM]
        return [
            Ref(m.entity, noun.i + 1, "adjective") for m in adjectives if m.entity.type is ActorType.STATE
        ]

    def _nationalities(self, noun: Token) -> list[Ref]:
        """«en territoire malien, nigérien et tchadien»: each of the States."""
        found: list[Ref] = []
        for word in noun.doc[noun.i + 1 : noun.sent.end]:
            demonyms = [m for m in self._text.mentions_at(word) if m.kind is Kind.DEMONYM]
            if not demonyms and word.text not in (",", "et"):
                break
            found += [Ref(m.entity, word.i, "adjective") for m in demonyms]
        return found

    def _inside(self, noun: Token) -> list[Ref]:
        """The names anywhere in the phrase of a noun of land."""
        return [
            Ref(m.entity, child.i, "part")
            for child in noun.subtree
            for m in self._text.mentions_at(child)
            if m.entity.type in LANDS
            and child.i - noun.i <= INSIDE
            and m.kind is not Kind.DEMONYM
            and not _is_across(noun, child)
        ]

    def _apposed(self, noun: Token) -> list[Ref]:
        """«dans un faubourg de la capitale, Damas,»: the name between commas, wherever it hangs."""
        doc, end = noun.doc, noun.sent.end
        index = noun.i + 1
        while index < end and index <= noun.i + INSIDE and doc[index].pos_ in INNER:
            index += 1
        if index + 2 >= end or doc[index].text != "," or doc[index + 2].text != ",":
            return []
        return [Ref(r.entity, noun.i, "part") for r in self._named(doc[index + 1])]

    def _last_before(self, noun: Token) -> list[Ref]:
        wanted = ActorType.STATE if self._text.is_noun(noun, OF_STATES) else ActorType.PLACE
        for ref in self._text.mentioned_before(noun, REACH):
            if ref.entity.type is wanted and ref.how != Kind.DEMONYM:
                return [Ref(ref.entity, noun.i, "anaphor")]
        return []


def _is_across(land: Token, name: Token) -> bool:
    """«la région frontalière avec le Venezuela»: that is on the other side."""
    between = land.doc[land.i + 1 : name.i]
    return linear_case(name) == "avec" and any(
        lower(t).startswith(("frontali", "limitroph")) for t in between
    )
