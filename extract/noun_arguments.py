"""Arguments of nouns that state a relation: «l'attaque de X contre Y», «mener une attaque»."""

from __future__ import annotations

from sahelgraph.extract.arguments import Arguments, Found, has_armed_group, states_of_places, town_elsewhere
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    TALKS,
    VERBAL,
    case_of,
    direct_subjects,
    is_among_others,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.nouns import PEOPLE
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import STOPS, WEAK, neighbours
from sahelgraph.extract.noun_complements import NounComplements
from sahelgraph.extract.noun_objects import NounObjects
from sahelgraph.extract.noun_places import places_of
from sahelgraph.extract.noun_subjects import NounSubjects
from sahelgraph.extract.said_of import by_adjective, nationalities_behind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

AGAINST = frozenset(("contre", "avec", "face à"))
BETWEEN = 30
GUESSED = WEAK - {"context"}
"""«entre l'armée et X»: who «l'armée» is stands fast."""
BORDERS = word_set("noun_arguments", "borders")
KEPT_BETWEEN = word_set("noun_arguments", "kept_between")
NAMED = frozenset(("NOUN", "PROPN", "X"))


class NounArguments:
    """The arguments of the nouns of one article."""

    def __init__(self, scene: Scene, clauses: Clauses) -> None:
        self.scene, self.clauses = scene, clauses
        self.subjects = NounSubjects(scene, clauses)
        self.objects = NounObjects(scene, clauses, NounComplements(scene, clauses))

    def of(self, noun: Token, frame: Frame) -> Arguments:
        """Who does what the noun states, and to whom, where the frame says that they stand."""
        if mutual := self._mutual(noun, frame):
            return Arguments(mutual, mutual, frozenset(("mutual",)))
        if frame.noun_mutual and not (frame.noun_subject or frame.noun_object):
            return Arguments([], [])
        if direct_subjects(noun) and not any(c.dep_ in ("det", "cop") for c in noun.children):
            return self._as_verb(noun)
        targets = self.objects.of(noun, frame)
        doers = self.subjects.of(noun, frame)
        if frame.mutual and len(doers.refs) > 1 and not targets.refs and self._is_against(noun):
            return Arguments([], [])
        doubts = doers.doubts | targets.doubts
        if not targets.refs and frame.place_is_object and has_armed_group(doers.refs):
            targets = Found(states_of_places(self.scene, places_of(self.scene, self.clauses, noun)))
            doubts |= {"place-object"}
        if not targets.refs and frame.place_is_object and self._strikes_somebody(noun, frame):
            targets = Found(town_elsewhere(self.scene, noun, doers.refs))
            doubts |= {"place-object"}
        if frame.mutual and frame.relation == "released" and doers.refs and targets.refs:
            several = len(doers.refs) > 1  # «X et Y procèdent à un échange», «X procède à un échange avec Y»
            both = doers.refs if several else [*doers.refs, *targets.refs]
            return Arguments(both, both, doubts | {"mutual"})
        return Arguments(doers.refs, targets.refs, doubts)

    def _is_against(self, noun: Token) -> bool:
        """«les combats menés par X et Y contre Z»: X and Y are on one side."""
        return any(linear_case(t) == "contre" for t in neighbours(noun, leftwards=False))

    def _strikes_somebody(self, noun: Token, frame: Frame) -> bool:
        """«une frappe sur un immeuble», «l'attaque contre des villageois»: people or buildings, of wherever
        it is."""
        struck = [c for case, c in nominal_complements(noun) if case in frame.noun_object]
        cases = [case for case in frame.noun_object if case != "de"]
        struck += [t for t in neighbours(noun, leftwards=False) if linear_case(t) in cases]
        return any(
            self.scene.noun_classes(t) & PEOPLE or self.scene.is_noun(t, self.scene.nouns.property)
            for t in struck
        )

    def _mutual(self, noun: Token, frame: Frame) -> list[Ref]:
        """«les tensions franco-maliennes», «la guerre entre X et Y», «la guerre X-Y»."""
        cases = {*frame.noun_mutual, *(c for c in frame.noun_object if c == "entre")}
        if not cases:
            return []
        compound = by_adjective(self.scene, noun)
        if len(compound) > 1 and ("adjectives" in cases or len({r.token for r in compound}) == 1):
            return compound
        if len(joined := self.scene.joined_behind(noun)) > 1:
            return joined
        complements = list(nominal_complements(noun))
        complements += [pair for c in noun.children if c.dep_ == "amod" for pair in obliques(c)]
        if (over := verb_over(noun)) is not None and over[1] == "subject":
            complements += [(c, t) for c, t in obliques(over[0]) if t.i > over[0].i]
        for case, child in complements:
            if case in cases and len(refs := self.scene.actors(child)) > 1:
                return refs
            if "adjectives" in cases and len(refs := nationalities_behind(self.scene, child)[0]) > 1:
                return refs
        return self._on_both_sides(noun) if "entre" in cases else []

    def _on_both_sides(self, noun: Token) -> list[Ref]:
        """By the order of words: «des combats ont éclaté lundi entre X, qui …, et Y»."""
        doc, end = noun.doc, min(noun.sent.end, noun.i + BETWEEN)
        between = (i for i in range(noun.i + 1, end) if lower(doc[i]) == "entre")
        index = next((i for i in between if not is_among_others(doc[i])), None)
        if index is None or any(not linear_case(t) for t, _ in self.scene.mention_tokens(noun.i + 1, index)):
            return []
        over = doc[index].head.head
        at_border = self.scene.is_noun(over, BORDERS) and not self._is_of_neighbours(noun)
        is_of_other = noun.i < over.i < index and over.pos_ == "NOUN" and over.lemma_ in KEPT_BETWEEN
        if over != noun and (over.lemma_ in TALKS or at_border or is_of_other):
            return []  # «l'accord annoncé après des entretiens entre X et Y», «à la frontière entre X et Y»
        sides: list[list[Ref]] = [[]]
        for token in doc[index + 1 : end]:
            if token.text in STOPS or lower(token) in ("dans", "à", "près", "depuis", "au", "aux", "sur"):
                break
            if token.pos_ in VERBAL and not sides[-1]:
                break  # «entre X et des jihadistes venus de Y»
            if lower(token) == "et" and sides[0]:
                sides.append([])
            elif not sides[-1] and (token.pos_ in NAMED or self.scene.mentions_at(token)):
                sides[-1] = [r for r in self.scene.actors(token) if r.how not in GUESSED][:1]
        return [r for side in sides[:2] for r in side] if len(sides) > 1 and all(sides[:2]) else []

    def _is_of_neighbours(self, noun: Token) -> bool:
        """«Les échanges de tirs ont repris à la frontière entre X et Y»: so do they where no group does."""
        if noun.lemma_ != "échange":
            return False
        named = self.scene.mention_tokens(noun.sent.start, noun.sent.end)
        return all(m.entity.type is not ActorType.ARMED_GROUP for _, m in named)

    def _as_verb(self, noun: Token) -> Arguments:
        """A verb that the parser takes for a noun, as headlines have it: «X attaque Y»."""
        behind = [c for c in noun.children if c.i > noun.i and not case_of(c)]
        return Arguments(
            self.clauses.actors(direct_subjects(noun)),
            self.clauses.actors(behind),
            frozenset(("linear-object",)),
        )

    def opponents(self, noun: Token) -> list[Ref]:
        """Against whom a fight is: «les combats contre X», «un accrochage avec X»."""
        against = (c for case, c in nominal_complements(noun) if case in AGAINST)
        if refs := next((refs for c in against if (refs := self.scene.actors(c))), []):
            return refs
        behind = (t for t in neighbours(noun, leftwards=False) if t.pos_ in NAMED)
        first = next(behind, None)  # where the parser gives the phrase to the verb
        if first is None or linear_case(first) not in AGAINST:
            return []
        return [r for r in self.scene.actors(first) if r.how not in WEAK]
