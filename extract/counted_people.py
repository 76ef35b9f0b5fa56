"""Who people are whom a sentence only counts: «X détient neuf étrangers. Il s'agit de deux Belges, …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from sahelgraph.extract.events import CUSTODY, Event
from sahelgraph.extract.grammar import lower
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Span
from sahelgraph.ontology.claims import ActorType

OPENINGS = (("il", "s'", "agit"), ("il", "s'", "agirait"), ("ce", "sont"))
BEFORE = 3
SOME = frozenset(("un", "une", "autre", "autres"))


def counted_people(scene: Scene, told: Iterable[Telling]) -> Iterator[Event]:
    """The nations of people held or let go that the sentence behind the telling names."""
    sentences = {s.start: s for s in scene.doc.sents}
    for frame, trigger, predicate, found in told:
        answer = sentences.get(trigger.sent.end)
        if frame.relation not in CUSTODY or answer is None or not _answers(answer):
            continue
        doers = [r for r in found.subjects if r.entity.type in MEMBERS]
        for person in _nations(scene, answer) if doers else ():
            for doer in doers:
                if doer.entity.id != person.entity.id:
                    rule = f"counted people: {frame.id}"
                    yield Event(rule, frame.relation, trigger, predicate, doer, person, found.doubts)


def _answers(sentence: Span) -> bool:
    words = tuple(lower(t) for t in sentence[:BEFORE])
    return any(words[: len(opening)] == opening for opening in OPENINGS)


def _nations(scene: Scene, sentence: Span) -> Iterator[Ref]:
    """«deux Belges», «quatre autres Danois», «un Turc»: counted, and named by their nation alone."""
    counted = counted_nations(scene, sentence, SOME)
    return (ref for ref in counted if sentence.doc[ref.token].text[0].isupper())


def counted_nations(scene: Scene, words: Span, some: Set[str]) -> Iterator[Ref]:
    """The States of whose people a few words count a number or `some`: «deux Belges», «un Togolais»."""
    for token, mention in scene.mention_tokens(words.start, words.end):
        before = token.doc[max(words.start, token.i - 2) : token.i]
        is_nation = mention.kind is Kind.DEMONYM and mention.entity.type is ActorType.STATE
        if is_nation and any(t.pos_ == "NUM" or lower(t) in some for t in before):
            yield Ref(mention.entity, token.i, mention.kind.value)
