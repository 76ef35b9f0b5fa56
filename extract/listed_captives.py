"""Who those are that were taken or let go, named apart: «Parmi les personnes arrêtées figurent le général X
et le colonel Y», «dix officiers ont été arrêtés …; parmi eux figurent X et Y»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.events import CUSTODY, Event
from sahelgraph.extract.grammar import VERBAL, agents, is_finite, is_passive, linear_case, lower
from sahelgraph.extract.incidents import is_counted_among
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

THEM = frozenset(("eux", "elles", "lesquels", "lesquelles", "ceux-ci", "celles-ci"))
COUNTING = word_set("named_victims", "counting")
PEOPLE = word_set("listed_captives", "people")
NEAR = 4


def listed_captives(scene: Scene, found: Iterable[Event], told: Iterable[Telling]) -> Iterator[Event]:
    """The persons that a list says to be among those that were taken or let go, by who did it."""
    custody = [t for t in told if t.frame.relation in CUSTODY]
    if not custody:
        return
    events = [e for e in found if e.relation in CUSTODY and e.object is not None]
    for word in scene.tokens_with(THEM, PEOPLE):
        if linear_case(word) != "parmi" and not is_counted_among(word):
            continue
        telling = _of_these(word, custody) or (_before(word, custody) if lower(word) in THEM else None)
        names = list(_names(scene, word)) if telling is not None else []
        if telling is None or not names:
            continue
        doer = _doer(scene, telling, events)
        known = {e.object.entity.id for e in events if e.object and e.relation == telling.frame.relation}
        for name in names:
            if doer is not None and name.entity.id not in known and name.entity.id != doer.entity.id:
                rule = f"captives: listed, {telling.frame.id}"
                doubts = frozenset(("incident",))
                relation = telling.frame.relation
                yield Event(rule, relation, telling.trigger, telling.predicate, doer, name, doubts)


def _of_these(people: Token, custody: list[Telling]) -> Telling | None:
    """«parmi les personnes arrêtées mardi»."""
    near = range(people.i + 1, people.i + NEAR + 1)
    return next((t for t in custody if t.trigger.head is people and t.trigger.i in near), None)


def _before(pronoun: Token, custody: list[Telling]) -> Telling | None:
    """What was told of «eux»: the last in the sentence, or in the one before."""
    earliest = pronoun.doc[max(0, pronoun.sent.start - 1)].sent.start
    near = [t for t in custody if earliest <= t.trigger.i < pronoun.i]
    which = lower(pronoun).startswith("lesquel")
    undergone = [t for t in near if which or is_passive(t.trigger) or t.trigger.pos_ not in VERBAL]
    return next((t for t in undergone if t.trigger.i == undergone[-1].trigger.i), None)


def _doer(scene: Scene, telling: Telling, events: list[Event]) -> Ref | None:
    """Who did it: as the words say, else as the article says of others, else the State that it is about."""
    subjects = [r for r in telling.found.subjects if r.entity.type in MEMBERS]
    if subjects:
        return subjects[0]
    same = [e.subject for e in events if e.relation == telling.frame.relation]
    if same:
        return same[-1]
    topic = scene.topic
    by_whom = agents(telling.trigger)
    nobody = all(scene.is_noun(t, telling.frame.agents_of_default) for t in by_whom)
    lawful = telling.frame.default_subject == "state" and nobody
    return Ref(topic, telling.trigger.i, "default") if lawful and topic is not None else None


def _names(scene: Scene, word: Token) -> Iterator[Ref]:
    """The persons behind the verb that counts, or right behind «parmi lesquels»."""
    end = word.sent.end
    start = word.i + 1
    if not lower(word).startswith("lesquel"):
        verb = next((t for t in word.doc[word.i : end] if is_finite(t)), None)
        if verb is None or verb.lemma_ not in COUNTING:
            return
        start = verb.i + 1
    stop = next((t.i for t in word.doc[start:end] if t.text == ";" or is_finite(t)), end)
    for token, mention in scene.mention_tokens(start, stop):
        if mention.entity.type is ActorType.PERSON and linear_case(token) not in ("de", "par", "selon"):
            yield Ref(mention.entity, token.i, mention.kind.value)
