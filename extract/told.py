"""What one article tells, sentence by sentence: its events, the words that tell of such, and its lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sahelgraph.extract.date_fit import AFTER
from sahelgraph.extract.date_paths import SINCE
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, case_of, clause_of, governors, is_finite, lower
from sahelgraph.extract.lead import Lead
from sahelgraph.extract.lexicon.telling import TellingWords
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.timing import Timing
from sahelgraph.extract.trees import Token

CLAUSE_WORDS = 14


class Told:
    """The sentences, events and tellings of one article, to be asked by the number of a sentence."""

    def __init__(
        self,
        scene: Scene,
        timing: Timing,
        events: Sequence[Event],
        tellings: Sequence[tuple[Token, str]],
        words: TellingWords,
    ) -> None:
        self.words = words
        self.sentences = [s for s in scene.doc.sents if s.text.strip()]
        self.number = {s.start: n for n, s in enumerate(self.sentences)}
        self.lead = Lead(scene, timing, self.sentences, words)
        self.events: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in events:
            self.events[event.trigger.i, event.relation].append(event)
        self.tellings: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        for token, relation in (*tellings, *((e.trigger, e.relation) for e in events)):
            self.tellings[self.number.get(token.sent.start, -1)].append((token, relation))

    def is_background(self, event: Event) -> bool:
        """Is it told in the pluperfect, in a relative clause, or as what has often been?"""
        if self.words.background & {lower(t) for t in clause_words(event.trigger)}:
            return True
        chain = [event.trigger, *governors(event.trigger)]
        if any(case_of(t) in AFTER | SINCE for t in chain if t.pos_ not in VERBAL):
            return True
        number = self.number.get(event.trigger.sent.start, -1)
        told = not self.lead.holds(number) or any(is_finite(t) for t in event.trigger.sent)
        if any(
            t.dep_ == "acl:relcl" or (told and t.dep_ in ("amod", "acl") and t.pos_ != "NOUN") for t in chain
        ):
            return True  # but «Deux soldats tués par X» is all that a headline tells
        verb = next((t for t in (event.predicate, *chain) if t.pos_ in VERBAL and _has_tense(t)), None)
        return verb is not None and not _is_told_now(verb)


def actors_of(event: Event) -> set[str]:
    """The ids of the sides of an event."""
    return {event.subject.entity.id, *([event.object.entity.id] if event.object else [])}


def clause_words(token: Token) -> list[Token]:
    """The words of the clause that a token stands in, near by it."""
    clause, sentence = clause_of(token), token.sent
    start = max(sentence.start, token.i - CLAUSE_WORDS + 1)
    near = token.doc[start : min(sentence.end, token.i + CLAUSE_WORDS)]
    words = [t for t in near if t == clause or clause_of(t) == clause]
    if clause.i < start:
        return [clause, *words]
    return words if clause in words else [*words, clause]


def clause_text(token: Token) -> str:
    """The same as one text in lower case, with a blank at each end."""
    return f" {' '.join(lower(t) for t in clause_words(token))} "


def is_present(verb: Token) -> bool:
    """Is a verb in the present?"""
    return "Tense=Pres" in str(verb.morph)


def _has_tense(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith("aux"))


def _is_told_now(verb: Token) -> bool:
    """Present, perfect or simple past; also the imperfect without an auxiliary («recevait mardi»)."""
    auxiliaries = [c for c in verb.children if c.dep_.startswith("aux") and is_finite(c)]
    if auxiliaries:
        return any("Tense=Pres" in str(a.morph) for a in auxiliaries)
    return "Tense=Fut" not in str(verb.morph) and "Mood=Cnd" not in str(verb.morph)
