"""What the readers of meetings have in common: who takes part, and where it was told that one was."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    DEFINITE,
    NAMING,
    THESE,
    case_of,
    is_finite,
    is_negated,
    linear_case,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.hosting_parts import HostingPart
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

CONTRACTED = frozenset(("du", "des", "au", "aux"))
DURING_WHICH = frozenset(("duquel", "desquels", "desquelles", "laquelle", "lesquelles", "lesquels"))
DURING = frozenset(("lors", "cours", "pendant", "durant"))
AT_WHICH = frozenset(("auquel", "laquelle", "auxquels", "auxquelles"))
TAKING_PART = word_set("meetings", "taking_part")


class MeetingPart(HostingPart):
    """Reads one article, together with the other parts."""

    def sides(self, noun: Token) -> list[Ref]:
        guests = [r for _, r in self.complements(noun)]
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lemma_ in self.words.gather:
                guests += [r for t in objects(child) for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and child.lemma_ in self.words.held:  # «qui se tenaient avec X»
                withs = (c for case, c in obliques(child) if case in ("avec", "entre"))
                guests += [r for t in withs for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and any(lower(c) in AT_WHICH for c in child.children):
                guests += self._attendants(child)
            guests += self.guests.qualifying(child)
        joined = self.scene.joined_behind(noun) or self.guests.listed_bare(noun)
        return [*guests, *self._acting_there(noun), *self.guests.of_nationality(noun), *joined]

    def _acting_there(self, noun: Token) -> list[Ref]:
        """«les pourparlers de R, au cours desquels X et Y n'ont pas conclu»: the subjects before the verb,
        whatever the parser makes of them."""
        doc, end = noun.doc, noun.sent.end
        which = next((t.i for t in doc[noun.i + 1 : end] if lower(t) in DURING_WHICH or is_finite(t)), end)
        if which >= end - 1 or lower(doc[which]) not in DURING_WHICH:
            return []
        if not {lower(t) for t in doc[which - 3 : which]} & DURING:
            return []
        found: list[Ref] = []
        for token in doc[which + 1 : end]:
            if is_finite(token):
                return found if len({r.entity for r in found}) > 1 else []
            is_office = token.pos_ == "NOUN" and bool(self.scene.noun_classes(token))
            if is_office or (self.scene.mentions_at(token) and not linear_case(token)):
                found += self.guests.who(token)
        return []

    def _attendants(self, verb: Token) -> list[Ref]:
        """«la réunion, à laquelle assistaient X et Y», «à laquelle ont pris part X et Y»: who stands behind
        the verb, whatever the parser makes of them."""
        takes_part = verb.lemma_ in self.words.attend or any(lower(c) in TAKING_PART for c in verb.children)
        if not takes_part or is_negated(verb):
            return []
        behind = (c for c in verb.children if c.i > verb.i and c.pos_ in NAMING and not case_of(c))
        return [r for t in behind if lower(t) not in TAKING_PART for r in self.guests.who(t)]

    def sides_told(self, noun: Token) -> list[Ref]:
        """«Les pourparlers se tiennent à Lomé»: the sides of which the text told before."""
        of_two = self.scene.is_noun(noun, self.words.talks)
        is_taken_up = any(c.dep_ == "det" and lower(c) in DEFINITE for c in noun.children)
        if not is_taken_up and not (of_two and any(lower(c) in CONTRACTED for c in noun.children)):
            return []
        known = self.told.sides.get(noun.lemma_) or (self.scene.sides_before(noun) if of_two else [])
        return known if is_taken_up else [r for r in known if r.entity.type is not ActorType.PERSON]

    def place_told(self, noun: Token) -> Ref | None:
        """Where «cette rencontre» or «le sommet» was, of which the text told before."""
        before = lower(noun.nbor(-1)) if noun.i > noun.sent.start else ""
        if before in ("au", "du", "aux", "des"):
            return self.told.met.get(noun.lemma_) if linear_case(noun) in ("à", "de") else None
        determiner = next((lower(c) for c in noun.children if c.dep_ == "det"), "")
        if determiner in THESE:
            known = (self.told.met.get(noun.lemma_), self.told.last)
            return max((r for r in known if r is not None), key=lambda r: r.token, default=None)
        return self.told.met.get(noun.lemma_) if determiner in ("le", "la", "les", "l'") else None

    def place_taken_up(self, noun: Token) -> Ref | None:
        """Where the meeting was that was told of just before and is taken up by another noun: «participe aux
        travaux», «à la rencontre»; not «au sommet de X»."""
        behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
        is_whose = any(lower(t) in ("de", "d'", "du", "des") for t in behind)
        if linear_case(noun) != "à" or is_whose:
            return None
        only = self.told.last if len({r.entity for r in self.told.met.values()}) == 1 else None
        return next(iter(self.lately(noun)), only)

    def talks(self, trigger: Token, sides: list[Token], others: list[Token]) -> Iterator[Event]:
        """Envoys from abroad who talk with the government of a State are there."""
        sides = sides + others
        for visitor in sides:
            if not self.guests.is_envoy(visitor):
                continue
            guests = [r for r in self.guests.who(visitor) if r.entity.type is not ActorType.STATE]
            hosts = [
                r
                for t in sides
                if t is not visitor and "government" in self.scene.noun_classes(t)
                for r in self.scene.actors(t)
                if r.entity.type is ActorType.STATE
            ]
            yield from self.hosted("hosting: talks", trigger, trigger, hosts[:1], guests)
            return
