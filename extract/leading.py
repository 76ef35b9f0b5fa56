"""Who leads what, where a verb or a locution says so rather than a post.

«X dirige le groupe», «une coalition conduite par X», «X à la tête de Y», «avec à sa tête X», «X prend la
direction de Y», «sous le commandement de X», «la présidence a été confiée à X».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    clause_of,
    direct_subjects,
    first_conjunct,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.offices_targets import TARGETS, Targets
from sahelgraph.extract.posts import ARTICLES, OF, PostReader, person_at
from sahelgraph.extract.pronouns import is_taken_up
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

AFTER_BY = 12
BEFORE_HEAD = 8
CLOSING = frozenset((",", ")", "»", '"', "”"))
INVERTED = frozenset(("conduit", "conduisait", "mene", "dirigeait"))
UNDER = word_set("leading", "under")
BY = frozenset(("par",))
POWER = frozenset(("pouvoir",))
SUCCEEDING = frozenset(("succéder", "remplacer"))


@dataclass(frozen=True)
class Led:
    """`person` (an entity, at token `at`) leads `target`; `start` and `end` are the words that say so."""

    person: Entity
    at: int
    target: Entity
    how: str
    trigger: Token
    predicate: Token
    start: int
    end: int


class LeadingFinder:
    """Finds who leads what in one article."""

    def __init__(self, offices: Offices, reader: PostReader, scene: Scene, targets: Targets) -> None:
        self._offices = offices
        self._reader = reader
        self._scene = scene
        self._doc = scene.doc
        self._targets = targets
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
                yield from self._entrusted(token)
            elif lower(token) in POWER:
                yield from self._in_power(token)
            elif fold(token.text) in self._offices.reins:
                yield from self._reins(token)
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
            person = self._person_after(by.i + 1)
            if person is None:
                return
            for target, how in self._before_participle(verb, person):
                yield self._led(person, target, how, verb, verb, verb.i, by.i + 1)
        elif not is_passive(verb):
            chosen = self._chosen_for(verb)
            people, predicate = ([chosen[0]], chosen[1]) if chosen else (self._subjects(verb), verb)
            for person in people:
                if found := self._object(verb.i + 1, verb.sent.end, person):
                    target, how, end = found
                    yield self._led(person, target, how, verb, predicate, verb.i, end)

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
                    subjects = self._subjects(token)
                    return (subjects[0], token) if subjects else None
                return (named, token) if named is not None else None
            if token.pos_ in VERBAL or token.text in (";", ":"):
                return None
            named = named or (token if person_at(self._scene, token) else None)
        return None

    def _inverted(self, relative: Token) -> Iterator[Led]:
        """«Y, que préside X», «l'organisation que dirige le colonel X»."""
        verb = relative.nbor() if relative.i + 2 < relative.sent.end else relative
        person = self._person_after(verb.i + 1) if fold(verb.text) in self._led_by else None
        mention = person_at(self._scene, person) if person is not None else None
        index = relative.i - 1
        while index > relative.sent.start and self._doc[index].text in CLOSING:
            index -= 1
        if person is None or mention is None or index < relative.sent.start:
            return
        if actors := self._free_before(index, relative.sent.start):
            yield self._led(person, actors[0], "near", verb, verb, verb.i, verb.i + 1)
        elif found := self._targets.led(index, relative.i, mention.entity):
            yield self._led(person, *found, verb, verb, verb.i, verb.i + 1)

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

    def _subjects(self, verb: Token) -> list[Token]:
        """The persons who are the subject of a verb; before «qui», the one named there."""
        found: list[Token] = []
        if verb.pos_ == "ADJ" and verb.i and person_at(self._scene, verb.nbor(-1)):
            found.append(verb.nbor(-1))
        for subject in direct_subjects(verb):
            if lower(subject) == "qui":
                index = subject.i - 1
                while index > 0 and self._doc[index].text in CLOSING:
                    index -= 1
                if person_at(self._scene, self._doc[index]):
                    found.append(self._doc[index])
                    continue
            for ref in self._scene.actors(subject):
                token = self._doc[ref.token]
                if ref.entity.type is ActorType.PERSON and (
                    person_at(self._scene, token) or is_taken_up(token)
                ):
                    found.append(token)
            if not found and is_taken_up(subject) and (named := self._named_before(subject)) is not None:
                found.append(named)
            if not found and lower(subject) == "qui" and (named := self._behind_apposition(subject)):
                found.append(named)
        return found

    def _behind_apposition(self, relative: Token) -> Token | None:
        """«X, le président togolais, qui dirige Y»: X."""
        first = max(relative.sent.start, relative.i - BEFORE_HEAD)
        if self._doc[relative.i - 1].text != ",":
            return None
        for token in reversed(self._doc[first : relative.i - 1]):
            if person_at(self._scene, token):
                return token if token.nbor().text == "," else None
            if token.pos_ in VERBAL:
                return None
        return None

    def _named_before(self, pronoun: Token) -> Token | None:
        """The person named last: «X, émir de Y, … Ce dernier dirige Z», as only a person leads."""
        for ref in self._scene.mentioned_before(pronoun):
            if ref.entity.type is ActorType.PERSON:
                return self._doc[ref.token]
        return None

    def _object(self, index: int, limit: int, person: Token) -> tuple[Entity, str, int] | None:
        """What is led, in the noun phrase that begins here: the actor, how it is named, and its end."""
        doc = self._doc
        while index < limit and (doc[index].pos_ == "ADV" or lower(doc[index]) in ARTICLES | OF):
            index += 1
        end = self._reader.extent(self._scene, index, limit)
        leader = self._leader(person)
        if leader is None or (found := self._targets.led(index, end, leader)) is None:
            return None
        return (*found, end)

    def _leader(self, token: Token) -> Entity | None:
        """The person whom a token names or, as «ce dernier», takes up."""
        if mention := person_at(self._scene, token):
            return mention.entity
        taken_up = self._scene.actors(token) if is_taken_up(token) else []
        return next((r.entity for r in taken_up if r.entity.type is ActorType.PERSON), None)

    def _person_after(self, index: int) -> Token | None:
        """The person of a phrase that begins here: «le cinéaste et ancien ministre X», «un colonel de 37
        ans, X», «un influent dirigeant, l'imam X»."""
        doc = self._doc
        limit = min(doc[index].sent.end if index < len(doc) else index, index + AFTER_BY)
        commas = 0
        for token in doc[index:limit]:
            if person_at(self._scene, token):
                return token
            if token.text == ",":
                commas += 1
                if commas > 1 or self._reader.name_from(self._scene, token.i + 1) is None:
                    return None
            elif token.pos_ in VERBAL:
                return None
        return None

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

    # --- «à la tête de Y», «à sa tête», «prend la tête de Y», «sous la direction de X»

    def _reins(self, noun: Token) -> Iterator[Led]:
        doc = self._doc
        if noun.i < 2:
            return
        determiner, before = lower(doc[noun.i - 1]), lower(doc[noun.i - 2])
        if determiner in ("sa", "leur") and before == "à":
            yield from self._at_its_head(noun)
        elif before == "sous" and lower(noun) in UNDER:
            yield from self._under(noun)
        elif noun.i + 1 < len(doc) and lower(doc[noun.i + 1]) in OF:
            if before == "à" and determiner == "la":
                predicate = clause_of(noun)
                people = self._successors(predicate) + [p for p in (self._head_of(noun),) if p is not None]
            else:
                predicate = noun.head
                if fold(predicate.lemma_) not in self._offices.hold or predicate.pos_ not in VERBAL:
                    return
                people = self._subjects(predicate)[:1]
            for person in dict.fromkeys(people):
                if found := self._object(noun.i + 1, noun.sent.end, person):
                    target, how, end = found
                    yield self._led(person, target, how, noun, predicate, noun.i - 2, end)

    def _successors(self, verb: Token) -> list[Token]:
        """«X a succédé à Y à la tête de Z»: X leads as well as Y, who stands beside."""
        follows = verb.lemma_ in SUCCEEDING and not is_passive(verb)
        return self._subjects(verb)[:1] if follows else []

    def _head_of(self, noun: Token) -> Token | None:
        """Who stands at the head: the name right before «à la tête de», else the subject of the clause."""
        doc = self._doc
        index = noun.i - 3
        while index > noun.sent.start and (doc[index].text in CLOSING or doc[index].pos_ == "ADV"):
            index -= 1
        if index >= 0 and person_at(self._scene, doc[index]):
            return doc[index]
        return next(iter(self._subjects(clause_of(noun))), None)

    def _at_its_head(self, noun: Token) -> Iterator[Led]:
        person = self._person_after(noun.i + 1)
        mention = person_at(self._scene, person) if person is not None else None
        if person is None or mention is None:
            return
        for index in range(noun.i - 3, max(noun.sent.start - 1, noun.i - 2 * BEFORE_HEAD), -1):
            token = self._doc[index]
            actors = [m.entity for m in self._scene.mentions_at(token) if m.entity.type in TARGETS]
            if actors:
                yield self._led(person, actors[0], "near", noun, noun, noun.i - 2, noun.i + 1)
                return
            if token.pos_ == "NOUN" and (found := self._targets.led(index, noun.i - 2, mention.entity)):
                yield self._led(person, *found, noun, noun, noun.i - 2, noun.i + 1)
                return

    def _under(self, noun: Token) -> Iterator[Led]:
        doc = self._doc
        index = noun.i + 1
        if index >= len(doc) or lower(doc[index]) not in OF:
            return
        person = self._person_after(index)
        before = noun.i - 3
        while before > noun.sent.start and doc[before].text in CLOSING:
            before -= 1
        if person is None:
            return
        for m in self._scene.mentions_at(doc[before]):
            if m.entity.type in TARGETS and m.entity.type is not ActorType.STATE:
                yield self._led(person, m.entity, "near", noun, noun, noun.i - 2, index)

    def _in_power(self, noun: Token) -> Iterator[Led]:
        """«X, au pouvoir depuis 2016»: where X is known to serve a State."""
        if noun.i < 3 or lower(noun.nbor(-1)) != "au" or noun.nbor(-2).text != ",":
            return
        person = noun.nbor(-3)
        mention = person_at(self._scene, person)
        if mention and (home := self._targets.home(mention.entity, "président")):
            yield self._led(person, home, "actor file", noun, noun, noun.i - 1, noun.i + 1)

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
            yield self._led(self._doc[named], target, how, owned, owned, start, end)

    def _is_his(self, group: Entity, owned: Token) -> bool:
        """Is a group that of the man named right behind it: «le Front uni de Foday Sankoh»? Not in «la
        capture par le Front uni de Foday Sankoh»."""
        return group.type is ActorType.ARMED_GROUP and linear_case(owned) != "par"

    # --- «la présidence de la transition a été confiée à X»

    def _entrusted(self, verb: Token) -> Iterator[Led]:
        reins = [
            c
            for c in verb.children
            if fold(c.text) in self._offices.reins
            and (c.dep_.startswith("nsubj") or c.dep_.startswith("obj"))
        ]
        to = next((t for t in self._doc[verb.i + 1 : verb.i + 8] if lower(t) in ("à", "au")), None)
        person = self._person_after(to.i + 1) if to is not None and to.sent == verb.sent else None
        if person is not None and not reins:
            yield from self._portfolio(verb, person)
        if not reins or person is None:
            return
        if found := self._object(reins[0].i + 1, reins[0].sent.end, person):
            target, how, end = found
            yield self._led(person, target, how, reins[0], verb, reins[0].i, end)

    def _portfolio(self, verb: Token, person: Token) -> Iterator[Led]:
        """«le portefeuille de la Défense a été confié à X»: in the State that the text is about."""
        mention = person_at(self._scene, person)
        for noun in verb.children:
            if mention and self._scene.is_noun(noun, self._offices.portfolios):
                home = self._targets.home(mention.entity, "ministre") or self._scene.topic
                if home is not None:
                    end = self._reader.extent(self._scene, noun.i + 1, noun.sent.end)
                    yield self._led(person, home, "topic", noun, verb, noun.i, min(end, verb.i))

    def _led(
        self, person: Token, target: Entity, how: str, trigger: Token, predicate: Token, start: int, end: int
    ) -> Led:
        leader = self._leader(person)
        if leader is None:
            raise ValueError(f"no person is named at token {person.i}")
        return Led(leader, person.i, target, how, trigger, predicate, start, end)
