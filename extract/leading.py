"""Who leads what, where a verb or a locution says so rather than a post.

«X dirige le groupe», «une coalition conduite par X», «X à la tête de Y», «avec à sa tête X», «X prend la
direction de Y», «sous le commandement de X», «la présidence a été confiée à X».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    direct_subjects,
    first_conjunct,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.leaders import AFTER_BY, BEFORE_HEAD, CLOSING, Leaders, Led
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.offices_targets import TARGETS, Targets
from sahelgraph.extract.posts import OF, PostReader, person_at
from sahelgraph.extract.reins import Reins
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

INVERTED = frozenset(("conduit", "conduisait", "mene", "dirigeait"))
BY = frozenset(("par",))
DELEGATIONS = frozenset(("délégation",))
POWER = frozenset(("pouvoir",))


class LeadingFinder:
    """Finds who leads what in one article."""

    def __init__(self, offices: Offices, reader: PostReader, scene: Scene, targets: Targets) -> None:
        self._offices = offices
        self._reader = reader
        self._scene = scene
        self._doc = scene.doc
        self._targets = targets
        self._leaders = Leaders(reader, scene, targets)
        self._reins = Reins(offices, reader, scene, targets, self._leaders)
        verbs = offices.lead
        self._participles = {v.removesuffix("er") for v in verbs if v.endswith("er")}
        self._participles |= {re.sub("re$", "t", v) for v in verbs if v.endswith("ire")}
        stems = {v.removesuffix("er") for v in verbs if v.endswith("er")}
        self._led_by = {fold(s + end) for s in stems for end in ("e", "ait", "a")} | INVERTED

    def run(self) -> Iterator[Led]:
        """All of it, in the order of the text."""
        for token in self._tokens():
            if self._leads(token):
                yield from self._verb(token)
            elif fold(token.lemma_) in self._offices.entrust and token.pos_ in VERBAL:
                yield from self._reins.entrusted(token)
            elif lower(token) in POWER:
                yield from self._reins.in_power(token)
            elif fold(token.text) in self._offices.reins:
                yield from self._reins.of_noun(token)
            elif lower(token) in THAT:
                yield from self._inverted(token)
            else:
                yield from self._owned(token)

    def _tokens(self) -> list[Token]:
        """The words that may say it."""
        scene, offices = self._scene, self._offices
        said = scene.tokens_with(
            offices.lead, offices.entrust, POWER, offices.reins, THAT, offices.governments
        )
        done = (by.nbor(-1) for by in scene.tokens_with(BY) if by.i)
        return in_order((*said, *done, *scene.mentioning_tokens))

    def _leads(self, token: Token) -> bool:
        if token.pos_ in ("VERB", "ADJ") and fold(token.lemma_) in self._offices.lead:
            return True
        following = lower(token.nbor()) if token.i + 1 < len(self._doc) else ""
        return following == "par" and re.sub("e{0,2}s?$", "", fold(token.text)) in self._participles

    # --- «X dirige Y», «Y dirigé par X»

    def _verb(self, verb: Token) -> Iterator[Led]:
        by = next((t for t in self._doc[verb.i + 1 : verb.i + 4] if lower(t) == "par"), None)
        if by is not None and by.sent == verb.sent:
            person = self._leaders.person_from(by.i + 1)
            if person is None:
                return
            for target, how in self._before_participle(verb, person):
                yield self._leaders.led(person, target, how, verb, verb, verb.i, by.i + 1)
        elif not is_passive(verb):
            chosen = self._chosen_for(verb)
            people, predicate = ([chosen[0]], chosen[1]) if chosen else (self._leaders.subjects(verb), verb)
            for person in people:
                if found := self._leaders.led_from(verb.i + 1, verb.sent.end, person):
                    target, how, end = found
                    yield self._leaders.led(person, target, how, verb, predicate, verb.i, end)

    def _chosen_for(self, verb: Token) -> tuple[Token, Token] | None:
        """«Y a désigné X pour diriger Z», «X a été choisi pour diriger Z»: who leads, and the verb that says
        so."""
        doc, sentence = self._doc, verb.sent
        if verb.i == sentence.start or lower(verb.nbor(-1)) not in ("pour", "à"):
            return None
        named: Token | None = None
        for token in reversed(doc[max(sentence.start, verb.i - AFTER_BY) : verb.i - 1]):
            if fold(token.lemma_) in self._offices.appoint and token.pos_ in VERBAL:
                if is_passive(token):
                    subjects = self._leaders.subjects(token)
                    return (subjects[0], token) if subjects else None
                return (named, token) if named is not None else None
            if token.pos_ in VERBAL or token.text in (";", ":"):
                return None
            named = named or (token if person_at(self._scene, token) else None)
        return None

    def _inverted(self, relative: Token) -> Iterator[Led]:
        """«Y, que préside X», «l'organisation que dirige le colonel X»."""
        verb = relative.nbor() if relative.i + 2 < relative.sent.end else relative
        person = self._leaders.person_from(verb.i + 1) if fold(verb.text) in self._led_by else None
        mention = person_at(self._scene, person) if person is not None else None
        index = relative.i - 1
        while index > relative.sent.start and self._doc[index].text in CLOSING:
            index -= 1
        if person is None or mention is None or index < relative.sent.start:
            return
        if actors := self._free_before(index, relative.sent.start):
            yield self._leaders.led(person, actors[0], "near", verb, verb, verb.i, verb.i + 1)
        elif found := self._targets.led(index, relative.i, mention.entity):
            yield self._leaders.led(person, *found, verb, verb, verb.i, verb.i + 1)

    def _free_before(self, index: int, start: int) -> list[Entity]:
        """The actor named here; where it hangs on a preposition («Y, allié de Z, que …»), the one before."""
        here = [m.entity for m in self._scene.mentions_at(self._doc[index]) if m.entity.type in TARGETS]
        if not here or not linear_case(self._doc[index]):
            return here
        for token in reversed(self._doc[max(start, index - 2 * BEFORE_HEAD) : index]):
            groups = [m.entity for m in self._scene.mentions_at(token) if m.entity.type in GROUPS]
            if groups and not linear_case(token):
                return groups
        return here

    def _before_participle(self, verb: Token, person: Token) -> list[tuple[Entity, str]]:
        """What is led by, before «dirigé par» or «est dirigé par»."""
        mention = person_at(self._scene, person)
        if mention is None:
            return []
        first = first_conjunct(verb)
        heads = [s for v in (verb, first) for s in direct_subjects(v)]
        if not heads and first.dep_ in ("acl", "amod", "acl:relcl"):
            heads = [first.head]
        if not heads and first.dep_ in ("advcl", "xcomp"):
            heads = direct_subjects(first.head)
        if heads and heads[0].dep_ == "nmod" and heads[0].head.i < heads[0].i:
            heads.append(heads[0].head)
        near = self._doc[max(verb.sent.start, verb.i - BEFORE_HEAD) : verb.i]
        if any(self._scene.is_noun(t, DELEGATIONS) for t in heads[:1] or near):
            return []  # who leads a delegation holds a post elsewhere
        for head in heads:
            refs = [r for r in self._scene.actors(head) if r.entity.type in TARGETS]
            if refs:
                return [(refs[0].entity, refs[0].how)]
            end = self._reader.extent(self._scene, head.i, min(verb.i, head.i + BEFORE_HEAD))
            if found := self._targets.led(head.i, end, mention.entity):
                return [found]
            if owner := self._apposed_to(head):
                return [(owner, "near")]
        for index in range(verb.i - 1, max(verb.sent.start - 1, verb.i - BEFORE_HEAD), -1):
            token = self._doc[index]
            if token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph):
                break
            for m in self._scene.mentions_at(token):
                if m.entity.type in TARGETS and m.entity.type is not ActorType.STATE:
                    return [(m.entity, "near")]
        return []

    def _apposed_to(self, noun: Token) -> Entity | None:
        """«Y (sigle), un mouvement dirigé par X»: the name that the noun explains."""
        index = noun.i - 1
        while index > noun.sent.start and (
            self._doc[index].pos_ == "ADJ" or lower(self._doc[index]) in ("un", "une")
        ):
            index -= 1
        if self._doc[index].text != ",":
            return None
        for token in reversed(self._doc[max(noun.sent.start, index - 4) : index]):
            actors = [m.entity for m in self._scene.mentions_at(token) if m.entity.type in TARGETS]
            if actors:
                return actors[0]
            if token.text not in CLOSING and token.text != "(":
                return None
        return None

    # --- «le régime de X», «les Forces unies (FU) du général X»

    def _owned(self, owned: Token) -> Iterator[Led]:
        group = next((m.entity for m in self._scene.mentions_at(owned) if m.entity.type in GROUPS), None)
        is_government = group is None and self._scene.is_noun(owned, self._offices.governments)
        if group is None and not is_government:
            return
        index = owned.i + 1
        while index < owned.sent.end and (
            self._doc[index].pos_ == "ADJ" or self._doc[index].text in ("(", ")")
        ):
            index += 2 if self._doc[index].text == "(" else 1
        if index < owned.sent.end and self._doc[index].text == "," and group is not None:
            index += 1
        if index >= owned.sent.end or lower(self._doc[index]) not in OF:
            return
        named = self._reader.name_from(self._scene, index + 1)
        mention = person_at(self._scene, self._doc[named]) if named is not None else None
        if named is None or mention is None:
            return
        if group and named == index + 1 and not self._is_his(group, owned):
            return
        target = group or self._targets.home(mention.entity, "président")
        if target is not None:
            how = "complement" if group else "actor file"
            start, end = (index + 1, named) if group else (owned.i, index)
            yield self._leaders.led(self._doc[named], target, how, owned, owned, start, end)

    def _is_his(self, group: Entity, owned: Token) -> bool:
        """Is a group that of the man named right behind it: «le Front uni de Foday Sankoh»? Not in «la
        capture par le Front uni de Foday Sankoh»."""
        return group.type is ActorType.ARMED_GROUP and linear_case(owned) != "par"
