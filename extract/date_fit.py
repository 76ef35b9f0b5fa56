"""How well a date of a sentence fits an event, by where both stand in the parse: hung on its word, in its
clause, in the clause above."""

from __future__ import annotations

from sahelgraph.extract.date_paths import (
    AT,
    CLAUSES,
    SINCE,
    SOURCES,
    child_towards,
    is_done_before,
    is_done_under,
    is_epithet,
    is_of_another,
    is_told,
    opens_clause,
    opens_sentence,
    subject_beside,
)
from sahelgraph.extract.events import BY_FORCE
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    clause_of,
    governors,
    has_auxiliary,
    has_definite_article,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.hosting import hosting_words
from sahelgraph.extract.lexicon.telling import telling_words
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.relations import relations

HUNG_ON_IT = 4.0
UNDER_IT = 3.5
SAME_CLAUSE = 3.0
ABOVE = 2.0
OCCASION = 1.5
ELSEWHERE = 1.0
NOT_ITS_OWN = -1.0
PER_TOKEN = 0.06
FARTHEST = 0.45
MAY_LAST = frozenset(("abducted", "detained", "attacked", "supported", "sanctioned", "accused", "threatened"))
"""Events that a text may tell as going on: «détenu depuis mardi»."""
AFTER = frozenset(("après", "avant", "contrairement à", "comme"))
AIMS = frozenset(("advcl", "acl"))
"""How «pour fêter la chute de X» hangs on what is to be done on that day."""
BESIDE = frozenset(("conj", "advcl", "parataxis"))
"""How the parse hangs «a annoncé X» behind what is announced."""
BEFOREHAND = word_set("date_fit", "beforehand")
DEAL = "signed-with"
MEETINGS = frozenset(("hosted", "met-with"))
DECLARED = frozenset(
    (
        *("left", "suspended", "split-from", "sanctioned", "dissolved", "created", "founded", "succeeded"),
        *("withdrew-from", "released"),
    )
)
"""Events that are there once they are announced: «annonce mardi la rupture»."""


class DateFit:
    """Weighs dates against the events of one article."""

    def __init__(self, scene: Scene, verbs: Verbs) -> None:
        self._scene = scene
        self._verbs = verbs
        self._words = telling_words()
        self._sealing = hosting_words().seal

    def score(self, trigger: Token, predicate: Token, path: list[Token], relation: str) -> float:
        """How well a date fits that stands at the lower end of a path in the parse."""
        date = path[0]
        distance = min(abs(date.i - trigger.i) * PER_TOKEN, FARTHEST)
        own = [trigger, *([predicate] if predicate != trigger else []), *governors(trigger)]
        junction = next((t for t in path if t in own), None)
        if junction == date and date.head == date and opens_sentence(date):
            return ABOVE - distance  # «Fin mai encore, ils …», where the parse takes the date for the verb
        if junction is None or (junction == date and trigger.pos_ == "NOUN"):
            return NOT_ITS_OWN
        if junction.pos_ in VERBAL and self._is_only_spoken_of(trigger, junction, relation):
            return NOT_ITS_OWN
        below = path[: path.index(junction)]
        if relation not in MEETINGS and is_of_another(date, below):
            return NOT_ITS_OWN
        if any(case_of(t) in (AFTER if may_last(relation) else AFTER | SINCE) for t in below[1:]):
            return NOT_ITS_OWN
        if any(case_of(t) in SOURCES for t in below[1:]):
            return NOT_ITS_OWN
        crossed = [t for t in below if opens_clause(t)]
        if junction in (trigger, predicate):
            return self._in_clause(trigger, junction, below, crossed, relation, distance)
        if is_done_before(predicate) and not crossed:
            return ABOVE - distance
        return self._above(trigger, junction, crossed, relation) - distance

    def _in_clause(
        self,
        trigger: Token,
        junction: Token,
        below: list[Token],
        crossed: list[Token],
        relation: str,
        distance: float,
    ) -> float:
        """How well a date fits that hangs, by the words `below`, on the trigger or its predicate; `crossed`
        are those that open clauses."""
        spoken = next((t for t in crossed if t.dep_ in BESIDE and self.is_speech(t)), None)
        if spoken is not None:  # «X a été attaqué, a annoncé mardi Y»
            return OCCASION - distance if self._declares(spoken, relation) else NOT_ITS_OWN
        if any(t.dep_ in CLAUSES for t in crossed):
            if any(lower(c) in SINCE for c in crossed[-1].children):
                return NOT_ITS_OWN  # «depuis que X a fini il y a un mois»
            loose = crossed[-1].dep_ == "advcl" or relation in MEETINGS
            return (ELSEWHERE / 2 if loose else NOT_ITS_OWN) - distance
        if any(is_done_under(t) for t in below):
            return NOT_ITS_OWN
        told_of = subject_beside(trigger, below)
        if told_of is not None and relation not in MEETINGS and self._scene.actors(told_of):
            return NOT_ITS_OWN
        if crossed and crossed[0].head == trigger and crossed[0].dep_ != "conj":
            if relation in MEETINGS and crossed[0].lemma_ in BEFOREHAND:
                return NOT_ITS_OWN  # «la rencontre, annoncée en mai, a eu lieu mardi»
            return UNDER_IT - distance
        if crossed:
            of_actor = crossed[0].dep_ == "acl" and self._scene.actors(crossed[0].head)
            return NOT_ITS_OWN if of_actor and relation not in MEETINGS else OCCASION - distance
        hung = junction == trigger and len(below) == 1
        return (HUNG_ON_IT if hung else SAME_CLAUSE) - distance

    def _above(self, trigger: Token, junction: Token, crossed: list[Token], relation: str) -> float:
        """How well a date fits that belongs to a word above the event's."""
        described = (
            trigger.dep_ == "appos" and trigger.pos_ == "NOUN" and bool(self._scene.actors(trigger.head))
        )
        if (described or is_epithet(trigger)) and relation not in MEETINGS:
            return NOT_ITS_OWN  # «X, principal soutien de Y, a accusé Z mardi»
        if any(t.dep_ in CLAUSES for t in crossed):
            return NOT_ITS_OWN if crossed[-1].dep_ != "advcl" else ELSEWHERE / 2
        if any(t.dep_ in BESIDE and self.is_speech(t) for t in crossed):
            return NOT_ITS_OWN
        if crossed:
            named = crossed[-1].dep_ == "acl" and crossed[-1].head != junction
            return NOT_ITS_OWN if named and is_participle(crossed[-1], "Past") else ELSEWHERE
        clause = clause_of(junction)
        hanging = child_towards(trigger, clause)
        spoken = junction == clause and self.is_speech(clause)
        if hanging is not None and spoken and hanging.dep_ != "conj":
            declared = self._declares(clause, relation)
            speaker = relation in MEETINGS and hanging.dep_ == "nsubj"  # «X, en visite à Y, a dit mardi»
            return OCCASION if case_of(hanging) in AT or declared or speaker else NOT_ITS_OWN
        return ABOVE

    def _is_only_spoken_of(self, trigger: Token, verb: Token, relation: str) -> bool:
        """Does the clause of a date tell of something else, that the event is only the background of?
        «X, qui avait suspendu Y, s'est réuni mardi», «le procès de l'attaque s'ouvre mardi»."""
        if relations()[relation].kind != "event" or trigger == verb:
            return False
        side = [trigger]
        for governor in governors(trigger):
            if governor == verb:
                break
            side.append(governor)
        else:
            return False
        if any(t.dep_ == "acl:relcl" and self._scene.actors(t.head) for t in side):
            return True
        if any(t.dep_ == "ccomp" and t.head != verb and self.is_speech(t.head) for t in side):
            return True  # «un rapport affirmant que X a attaqué Y a été publié mardi»
        if relation == DEAL and trigger.pos_ == "NOUN" and len(side) > 1:
            return has_definite_article(trigger) and not any(t.lemma_ in self._sealing for t in (*side, verb))
        if relation not in BY_FORCE:
            return False
        opens = trigger.dep_ == "advcl" or trigger.i == trigger.sent.start
        described = trigger.dep_ == "acl" or (opens and not is_told(trigger))
        if described and agents(trigger) and verb.lemma_ not in self._words.dying:
            return True
        if any(lower(t) in self._words.aftermath for t in side[1:]):
            return True
        if trigger.pos_ == "NOUN" and any(t.pos_ in VERBAL and t.dep_ in AIMS for t in side[1:]):
            return True
        if any(case_of(t) in AFTER for t in side):
            return True
        object_ = side[-1].dep_ in ("obj", "nsubj:pass") and trigger.pos_ == "NOUN"
        return object_ and verb.lemma_ in self._words.comment

    def _declares(self, verb: Token, relation: str) -> bool:
        return verb.lemma_ in self._verbs.announce and relation in DECLARED

    def is_speech(self, verb: Token) -> bool:
        """Does a word tell what somebody says?"""
        if verb.pos_ not in VERBAL or verb.lemma_ not in self._verbs.say | self._verbs.deny:
            return False
        if verb.lemma_ not in self._verbs.double:
            return True
        return any(c.dep_ == "ccomp" or (c.dep_ == "advcl" and _is_quoted(c)) for c in verb.children)


def _is_quoted(verb: Token) -> bool:
    """«X avait été battu, a rappelé mardi Y», where the parse hangs what is said on the word for saying."""
    told = verb.i < verb.head.i and has_auxiliary(verb) and is_told(verb)
    return told and not any(c.dep_ == "mark" for c in verb.children)


def may_last(relation: str) -> bool:
    """May what a relation tells go on for some time?"""
    return relations()[relation].kind == "state" or relation in MAY_LAST
