"""Who has the lead of what by a noun that says so: «à la tête de Y», «à sa tête», «prend la tête de Y», «sous
la direction de X», «la présidence a été confiée à X», «au pouvoir»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.grammar import VERBAL, clause_of, is_finite, is_passive, is_pronominal, lower
from sahelgraph.extract.leaders import BEFORE_HEAD, CLOSING, Leaders, Led
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.offices_targets import TARGETS, Targets
from sahelgraph.extract.posts import OF, PostReader, person_at
from sahelgraph.extract.scene import POSSESSIVES, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

UNDER = word_set("reins", "under")
SUCCEEDING = frozenset(("succéder", "remplacer"))
TAKING = frozenset(("prendre", "assurer", "reprendre"))
APPOINT_REACH = 24
EXPLAINED_REACH = 14
NOMINATION_REACH = 10
PLACES = frozenset(("succession", "relève", "relais", "suite", "place"))


class Reins:
    """Reads such nouns in one article."""

    def __init__(
        self, offices: Offices, reader: PostReader, scene: Scene, targets: Targets, leaders: Leaders
    ) -> None:
        self._offices = offices
        self._reader = reader
        self._scene = scene
        self._doc = scene.doc
        self._targets = targets
        self._leaders = leaders

    def of_noun(self, noun: Token) -> Iterator[Led]:
        """«à la tête de Y», «à sa tête», «a pris la direction de Y», «sous le commandement de X»."""
        doc = self._doc
        if noun.i < 2:
            return
        determiner, before = lower(doc[noun.i - 1]), lower(doc[noun.i - 2])
        if determiner in ("sa", "leur") and before == "à":
            yield from self._at_its_head(noun)
        elif before == "sous" and lower(noun) in UNDER:
            yield from self._under(noun)
        elif noun.i + 1 < len(doc) and lower(doc[noun.i + 1]) in OF:
            follows = False  # of two, the last is who led before: nobody plans that
            if before in ("à", "a") and determiner == "la" and self._nomination(noun) is not None:
                predicate = noun
                people = self._named(noun)
            elif before in ("à", "a") and determiner == "la":
                predicate = self._appointed(noun) or clause_of(noun)
                people = self._successors(predicate) + [
                    p for p in (self._head_of(noun, predicate),) if p is not None
                ]
                follows = len(dict.fromkeys(people)) > 1
            else:
                predicate = noun.head
                if fold(predicate.lemma_) not in self._offices.hold or predicate.pos_ not in VERBAL:
                    return
                people = self._leaders.subjects(predicate)[:1]
            for person in dict.fromkeys(people):
                if found := self._leaders.led_from(noun.i + 1, noun.sent.end, person):
                    target, how, end = found
                    told = noun if follows and person is people[-1] else predicate
                    yield self._leaders.led(person, target, how, noun, told, noun.i - 2, end)

    def _successors(self, verb: Token) -> list[Token]:
        """«X a succédé à Y à la tête de Z»: X leads as well as Y, who stands beside."""
        takes_over = any(c.lemma_ in PLACES and c.dep_.startswith("obj") for c in verb.children)
        follows = verb.lemma_ in SUCCEEDING or (verb.lemma_ in TAKING and takes_over)
        follows = follows and not is_passive(verb)
        return self._leaders.subjects(verb)[:1] if follows else []

    def _nomination(self, noun: Token) -> Token | None:
        """«la nomination (de X) à la tête de Y»: the first noun, where no verb stands between."""
        first = max(noun.sent.start, noun.i - NOMINATION_REACH)
        for token in reversed(self._doc[first : noun.i - 2]):
            if token.pos_ in VERBAL:
                return None
            if fold(token.text) in self._offices.appointments:
                owned = token.i > 0 and lower(token.nbor(-1)) in POSSESSIVES
                return None if owned else token  # «depuis son accession à la tête de Y, X a …»
        return None

    def _named(self, noun: Token) -> list[Token]:
        """Whose nomination it is: the name before «à la tête de Y», else the one behind."""
        before = next((t for t in reversed(self._doc[: noun.i - 2]) if person_at(self._scene, t)), None)
        nomination = self._nomination(noun)
        if before is not None and nomination is not None and before.i > nomination.i:
            return [before]
        end = self._reader.extent(self._scene, noun.i + 1, noun.sent.end)
        if end < noun.sent.end and lower(self._doc[end]) in OF:
            named = self._leaders.person_from(end + 1)
            return [named] if named is not None else []
        return []

    def _appointed(self, noun: Token) -> Token | None:
        """«son intention de nommer X, jusque-là chef de Y, à la tête de Z»: the verb, past what is said of
        X."""
        first = max(noun.sent.start, noun.i - APPOINT_REACH)
        for token in reversed(self._doc[first : noun.i - 2]):
            if token.pos_ in VERBAL and fold(token.lemma_) in self._offices.appoint:
                return token
            if is_finite(token):
                return None
        return None

    def _head_of(self, noun: Token, verb: Token) -> Token | None:
        """Who stands at the head: the name right before «à la tête de», whom the verb appoints, else the
        subject of the clause."""
        doc = self._doc
        index = noun.i - 3
        while index > noun.sent.start and (doc[index].text in CLOSING or doc[index].pos_ == "ADV"):
            index -= 1
        if index >= 0 and person_at(self._scene, doc[index]):
            return doc[index]
        if fold(verb.lemma_) in self._offices.appoint and not is_pronominal(verb):
            named = self._leaders.person_from(verb.i + 1)
            if named is not None and (verb.i > noun.i or named.i < noun.i):
                return named
            if not is_passive(verb):
                return None
            before = verb.i - 1
            while before > verb.sent.start and doc[before].text in CLOSING:
                before -= 1
            if person_at(self._scene, doc[before]):
                return doc[before]
        return next(iter(self._leaders.subjects(clause_of(noun))), None)

    def _at_its_head(self, noun: Token) -> Iterator[Led]:
        person = self._leaders.person_from(noun.i + 1) or self._explained(noun)
        mention = person_at(self._scene, person) if person is not None else None
        if person is None or mention is None:
            return
        for index in range(noun.i - 3, max(noun.sent.start - 1, noun.i - 2 * BEFORE_HEAD), -1):
            token = self._doc[index]
            actors = [m.entity for m in self._scene.mentions_at(token) if m.entity.type in TARGETS]
            if actors:
                yield self._leaders.led(person, actors[0], "near", noun, noun, noun.i - 2, noun.i + 1)
                return
            if token.pos_ == "NOUN" and (found := self._targets.led(index, noun.i - 2, mention.entity)):
                yield self._leaders.led(person, *found, noun, noun, noun.i - 2, noun.i + 1)
                return

    def _explained(self, noun: Token) -> Token | None:
        """«à leur tête un juriste peu connu, le mollah X»: the name behind the comma."""
        doc = self._doc
        if noun.i + 1 >= noun.sent.end or lower(doc[noun.i + 1]) not in ("un", "une"):
            return None
        for token in doc[noun.i + 1 : min(noun.i + EXPLAINED_REACH, noun.sent.end)]:
            if token.text == ",":
                name = self._reader.name_from(self._scene, token.i + 1)
                return doc[name] if name is not None else None
        return None

    def _under(self, noun: Token) -> Iterator[Led]:
        doc = self._doc
        index = noun.i + 1
        if index >= len(doc) or lower(doc[index]) not in OF:
            return
        person = self._leaders.person_from(index)
        before = noun.i - 3
        while before > noun.sent.start and doc[before].text in CLOSING:
            before -= 1
        if person is None:
            return
        for m in self._scene.mentions_at(doc[before]):
            if m.entity.type in TARGETS and m.entity.type is not ActorType.STATE:
                yield self._leaders.led(person, m.entity, "near", noun, noun, noun.i - 2, index)

    def in_power(self, noun: Token) -> Iterator[Led]:
        """«X, au pouvoir depuis 2016»: where X is known to serve a State."""
        if noun.i < 3 or lower(noun.nbor(-1)) != "au" or noun.nbor(-2).text != ",":
            return
        person = noun.nbor(-3)
        mention = person_at(self._scene, person)
        if mention and (home := self._targets.home(mention.entity, "président")):
            yield self._leaders.led(person, home, "actor file", noun, noun, noun.i - 1, noun.i + 1)

    def entrusted(self, verb: Token) -> Iterator[Led]:
        """«la présidence de la transition a été confiée à X»."""
        reins = [
            c
            for c in verb.children
            if fold(c.text) in self._offices.reins
            and (c.dep_.startswith("nsubj") or c.dep_.startswith("obj"))
        ]
        to = next((t for t in self._doc[verb.i + 1 : verb.i + 8] if lower(t) in ("à", "au")), None)
        person = self._leaders.person_from(to.i + 1) if to is not None and to.sent == verb.sent else None
        if person is not None and not reins:
            yield from self._portfolio(verb, person)
        if not reins or person is None:
            return
        if found := self._leaders.led_from(reins[0].i + 1, reins[0].sent.end, person):
            target, how, end = found
            yield self._leaders.led(person, target, how, reins[0], verb, reins[0].i, end)

    def _portfolio(self, verb: Token, person: Token) -> Iterator[Led]:
        """«le portefeuille de la Défense a été confié à X»: in the State that the text is about."""
        mention = person_at(self._scene, person)
        for noun in verb.children:
            if mention and self._scene.is_noun(noun, self._offices.portfolios):
                home = self._targets.home(mention.entity, "ministre") or self._scene.topic
                if home is not None:
                    end = self._reader.extent(self._scene, noun.i + 1, noun.sent.end)
                    yield self._leaders.led(person, home, "topic", noun, verb, noun.i, min(end, verb.i))
