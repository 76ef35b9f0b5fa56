"""The States behind nouns that do not name them: «la junte», «le gouvernement», «le pays», «l'armée»."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from sahelgraph.extract.background import Background
from sahelgraph.extract.complements import Complements
from sahelgraph.extract.grammar import SUBJECTS, linear_case, objects
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import DEPTH, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

PLACE_CASES = frozenset(("en", "à", "dans", "sur", "depuis"))
JUNTA = ("junte", "putschiste", "mutin")
COUNTRY = ("pays", "état")
STATE_REACH = 79
SEAT_REACH = 8
IN_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP"))


class BareStates:
    """Resolves the nouns of one article for a State or its body that stand without complement."""

    def __init__(self, text: MentionedText, background: Background, complements: Complements) -> None:
        self._text = text
        self._background = background
        self._complements = complements

    def compatriots(self, noun: Token, owners: list[Ref]) -> list[Ref]:
        """«ses compatriotes»: the State itself, or that which a person's text is about."""
        states = [r for r in owners if r.entity.type is ActorType.STATE]
        topic = self._text.topic
        return states or ([] if topic is None else [Ref(topic, noun.i, "context")])

    def of(self, noun: Token) -> Entity | None:
        """The State behind «la junte», «le gouvernement», «le pays» without complement: the last one named
        (of a country), the one that the text gives the noun elsewhere, or the topic; not the one to which
        the noun does something."""
        state = self._bare(noun)
        if state is None or noun.dep_ not in SUBJECTS:
            return state
        struck = {m.entity for t in objects(noun.head) for m in self._text.mentions_at(t)}
        return self._other_than(state, noun) if state in struck else state

    def _other_than(self, struck: Entity, noun: Token) -> Entity | None:
        """The State named last that is another: «Le régime a accusé X»."""
        for ref in self._text.mentioned_before(noun, STATE_REACH):
            state = self._background.state_of(ref.entity)
            if state is not None and state.type is ActorType.STATE and state != struck:
                return state
        return None

    def _bare(self, noun: Token) -> Entity | None:
        if self._text.is_noun(noun, COUNTRY):
            for ref in self._text.mentioned_before(noun, STATE_REACH):
                if ref.entity.type is ActorType.STATE:
                    return ref.entity
        if (seat := self._seat_behind(noun)) is not None:
            return seat
        if (here := self._where(noun.sent.start, noun)) is not None:
            return here
        for form in self._text.noun_forms(noun):
            if known := self._said_in_full.get(form):
                earlier = [e for i, e in known if i < noun.i] or [e for _, e in known]
                return Counter(earlier).most_common(1)[0][0]
        behind = self._where(noun.i, noun.doc[noun.sent.end - 1])
        is_force = "forces" in self._text.noun_classes(noun)
        return behind or (self._ruled if is_force else None) or self._text.topic

    def _seat_behind(self, noun: Token) -> Entity | None:
        """«le ministère des Affaires étrangères à Minsk»: of the State whose capital that is."""
        for token in noun.doc[noun.i + 1 : min(noun.i + SEAT_REACH, noun.sent.end)]:
            if (named := self._text.mentions_at(token)) and linear_case(token) == "à":
                return self._background.state_of(named[0].entity) if named[0].kind is Kind.CAPITAL else None
            if token.pos_ not in IN_PHRASE:
                return None
        return None

    @cached_property
    def _ruled(self) -> Entity | None:
        """The only State whose junta the text tells of: «l'armée» is its too."""
        states = {entity for form in JUNTA for _, entity in self._said_in_full.get(form, ())}
        return states.pop() if len(states) == 1 else None

    def _where(self, start: int, end: Token) -> Entity | None:
        """The State in which doc[start:end] places what its army or police do: «à Lagos, la police …»."""
        states = {
            state
            for token, mention in self._text.mention_tokens(start, end.i)
            if linear_case(token) in PLACE_CASES and mention.kind is not Kind.DEMONYM
            if (state := self._background.state_of(mention.entity)) is not None
        }
        return states.pop() if len(states) == 1 else None

    @cached_property
    def _said_in_full(self) -> dict[str, list[tuple[int, Entity]]]:
        """Which State each of the bare nouns has, and at which token, where the text names it with them."""
        found: dict[str, list[tuple[int, Entity]]] = {}
        for token in self._text.doc:
            if token.pos_ != "NOUN" or not self._text.is_noun(token, self._text.nouns.bare):
                continue
            if self._text.is_noun(token, COUNTRY):
                continue
            refs = self._complements.of(token, DEPTH)
            states = {r.entity for r in refs if r.entity.type is ActorType.STATE}
            if len(states) == 1:
                for form in self._text.noun_forms(token)[:2]:
                    found.setdefault(form, []).append((token.i, next(iter(states))))
        return found
