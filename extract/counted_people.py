"""Who people are whom a sentence only counts: «X détient neuf étrangers. Il s'agit de deux Belges, …», «X
détient neuf étrangers, parmi lesquels deux Belges»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from sahelgraph.extract.events import CUSTODY, Event
from sahelgraph.extract.grammar import is_finite, linear_case, lower
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.stating import Telling
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType

OPENINGS = (("il", "s'", "agit"), ("il", "s'", "agirait"), ("ce", "sont"))
BEFORE = 3
WHICH = frozenset(("dont", "lesquels", "lesquelles", "compris"))
BEFORE_WHICH = frozenset(("parmi", "y"))
SOME = frozenset(("un", "une", "autre", "autres"))
MOSTLY = frozenset(("principalement", "essentiellement", "majoritairement", "surtout"))
OPENINGS_OF_LIST = frozenset(("(", "–", "—", "-"))
NAMES = 12
ONE = frozenset(("un", "une"))
SEVERAL = 2


def counted_people(scene: Scene, told: Iterable[Telling]) -> Iterator[Event]:
    """The nations of people held or let go that the telling lists, or the sentence behind it."""
    sentences = {s.start: s for s in scene.doc.sents}
    for frame, trigger, predicate, found in told:
        if frame.relation not in CUSTODY:
            continue
        doers = [r for r in found.subjects if r.entity.type in MEMBERS]
        answer = sentences.get(trigger.sent.end) if doers else None
        people = list(_nations(scene, answer)) if answer is not None and _answers(answer) else []
        for person in (*people, *_among(scene, trigger)) if doers else ():
            for doer in doers:
                if doer.entity.id != person.entity.id:
                    rule = f"counted people: {frame.id}"
                    yield Event(rule, frame.relation, trigger, predicate, doer, person, found.doubts)


def _among(scene: Scene, trigger: Token) -> Iterator[Ref]:
    """«détient vingt otages, parmi lesquels trois marins belges et un Danois»: those of the list."""
    doc, end = trigger.doc, trigger.sent.end
    which = next((t for t in doc[trigger.i + 1 : end] if _opens_list(t)), None)
    if which is None:
        return
    some = SOME if which.text in OPENINGS_OF_LIST or lower(which) in WHICH else SOME | {"des"}
    stop = next((t.i for t in doc[which.i + 1 : end] if is_finite(t) or t.text in ";:()–—"), end)
    listed = list(counted_nations(scene, doc[which.i + 1 : stop], some))
    if which.text == "," and len(listed) < SEVERAL:
        return
    for ref in listed:
        token = doc[ref.token]
        if token.text[0].isupper() or scene.noun_classes(token.nbor(-1)):
            yield ref
    if lower(which) == "dont":
        yield from _named(scene, doc[which.i + 1 : min(which.i + NAMES, stop)])


def _opens_list(word: Token) -> bool:
    """«dont trois Belges», «parmi lesquels …», «(deux Belges et un Turc)», «– six Belges, un Turc», «,
    principalement des Belges»."""
    if lower(word) in WHICH:
        return lower(word) == "dont" or lower(word.nbor(-1)) in BEFORE_WHICH
    if lower(word) in MOSTLY:
        return word.nbor(-1).text == ","
    if word.text == ",":  # «trois otages, un Belge, un Danois et un Turc»
        if word.i + 2 >= word.sent.end or not word.nbor(2).text[0].isupper():
            return False
        return word.nbor().pos_ == "NUM" or lower(word.nbor()) in ONE
    if word.text not in OPENINGS_OF_LIST or word.i + 1 >= word.sent.end:
        return False
    return word.nbor().pos_ == "NUM" or lower(word.nbor()) in SOME


def _named(scene: Scene, words: Span) -> Iterator[Ref]:
    """«dont X», «dont X et Y»: persons right behind, and nothing that they do."""
    for token, mention in scene.mention_tokens(words.start, words.end):
        if mention.entity.type is not ActorType.PERSON or linear_case(token):
            return
        yield Ref(mention.entity, token.i, mention.kind.value)


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
        one = mention.kind is Kind.NAME and token.i > words.start and lower(token.nbor(-1)) in ONE
        is_nation = (mention.kind is Kind.DEMONYM or one) and mention.entity.type is ActorType.STATE
        if is_nation and any(t.pos_ == "NUM" or lower(t) in some for t in before):
            yield Ref(mention.entity, token.i, mention.kind.value)
