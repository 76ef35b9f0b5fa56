"""Whom somebody blames for what was just told: «X a expulsé l'ambassadeur de Y. Y a dénoncé une décision
injustifiée», «X a procédé à un essai nucléaire. Z a condamné cet essai»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    is_demonstrative,
    is_negated,
    is_passive,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.relations import relations

RELATION = "accused"
BLAMING = word_set("reactions", "blaming")
MEASURES = word_set("reactions", "measures")
TESTS = word_set("reactions", "tests")
TESTING = word_set("reactions", "testing")
DONE = ("sanctioned", "suspended")
BACK = 90


def reactions(scene: Scene, events: Iterable[Event], clauses: Clauses, acts: Acts) -> Iterator[Event]:
    """The accusations of one article whose object only says «cette mesure», «ces tirs», in the order of the
    text: of who took the measure, told before, or did the test that stands before under the same name."""
    verbs = [v for v in scene.tokens_with(BLAMING) if v.pos_ in VERBAL and not is_negated(v)]
    reacting = [(v, noun) for v in verbs for noun in _blamed(clauses, v)]
    if not reacting:
        return
    events = list(events)
    told = {e.trigger.i for e in events if e.relation == RELATION}
    done = [e for e in events if e.relation in DONE and e.object is not None]
    for verb, noun in reacting:
        if verb.i in told:
            continue
        doers = clauses.actors(agents(verb)) if is_passive(verb) else clauses.doers(verb)
        for doer in doers:
            own = _own(scene, doer.entity)
            if scene.is_noun(noun, MEASURES):
                guilty = _taking(
                    scene, [e for e in done if verb.i - BACK <= e.predicate.i < verb.i], noun, own
                )
            else:
                guilty = _testing(clauses, acts, noun)
            for ref in guilty:
                if ref.entity.id not in own and relations()[RELATION].allows(
                    doer.entity.type, ref.entity.type
                ):
                    yield Event.at("reaction: to what is told before", RELATION, verb, doer, ref)


def _blamed(clauses: Clauses, verb: Token) -> list[Token]:
    """The objects of a verb that take up an act without saying whose it is."""
    nouns = clauses.surface_subjects(verb) if is_passive(verb) else clauses.logical_objects(verb)
    return [n for n in nouns if _takes_up(clauses.scene, n)]


def _takes_up(scene: Scene, noun: Token) -> bool:
    if noun.pos_ != "NOUN" or any(scene.mentions_at(t) for case, t in obliques(noun)):
        return False
    if scene.is_noun(noun, MEASURES):
        return any(c.dep_ == "det" and not _is_possessive(c) for c in noun.children)
    return is_demonstrative(noun) and scene.is_noun(noun, TESTS)


def _is_possessive(det: Token) -> bool:
    return "Poss=Yes" in str(det.morph)


def _taking(scene: Scene, done: list[Event], noun: Token, own: set[str]) -> list[Ref]:
    """Who took the last measure against the one that speaks; of others «cette mesure» alone takes it up."""
    against = [e for e in done if e.object is not None and own & _own(scene, e.object.entity)]
    against = against or (done if is_demonstrative(noun) else [])
    if not against:
        return []
    last = max(e.predicate.i for e in against)
    takers = {e.subject.entity.id: e.subject for e in against if e.predicate.i == last}.values()
    bodies = [r for r in takers if r.entity.type is not ActorType.PERSON]
    return bodies or list(takers)


def _testing(clauses: Clauses, acts: Acts, noun: Token) -> list[Ref]:
    """Who did the test that stands last before under the same name: «a procédé à un essai», «l'essai de X»,
    «a tiré deux missiles»."""
    for word in reversed(noun.doc[max(0, noun.i - BACK) : noun.i]):
        if word.lemma_ != noun.lemma_ and not (word.lemma_ in TESTING and word.pos_ in VERBAL):
            continue
        if word.pos_ in VERBAL:
            doers = clauses.doers(word)
        else:
            over = verb_over(word)
            doers = acts.whose(word) or (clauses.doers(over[0]) if over is not None else [])
        if doers := [r for r in doers if r.entity.type in (ActorType.STATE, ActorType.ARMED_GROUP)]:
            return doers
    return []


def _own(scene: Scene, entity: Entity) -> set[str]:
    """An actor, and the State for which it speaks."""
    is_person = entity.type is ActorType.PERSON
    state = scene.office_state(entity) if is_person else scene.state_of(entity)
    return {entity.id, *([state.id] if state is not None else [])}
