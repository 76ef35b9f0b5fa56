"""Set phrases between a subject and its verb, after which the parser loses it: «X, elle aussi, accuse Y»,
«X, de son côté, reproche à Y»."""

from __future__ import annotations

from sahelgraph.extract.grammar import CLITICS, NAMING, SUBJECTS, VERBAL, case_of, is_finite, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.made_verbs import FINITE, make_verb
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.verb_forms import Guess

ASIDES = {tuple(phrase.split()) for phrase in word_set("mended_asides", "phrases")}
OPENING = frozenset(words[0] for words in ASIDES)
LONGEST = max(map(len, ASIDES))
PART_OF_NAME = frozenset(("amod", "nmod", "flat:name", "appos", "acl"))


def mend_asides(doc: Doc, guess: Guess) -> None:
    """Gives the verb behind such a phrase the noun before it for its subject. `guess` knows the verbs of
    acts, which the parser may take for nouns. Changes `doc`."""
    for first in doc:
        if lower(first) not in OPENING or first.i < first.sent.start + 2 or first.nbor(-1).text != ",":
            continue
        end = _end_of_aside(first)
        verb = _verb_behind(end, guess) if end is not None else None
        if end is None or verb is None:
            continue
        subject = _head_before(first.nbor(-1))
        if subject.pos_ not in NAMING or case_of(subject) or subject.i < first.sent.start:
            continue
        own = [c for c in verb.children if c.dep_ in SUBJECTS and not first.i <= c.i < end.i]
        if own not in ([], [subject]):
            continue
        if not own:
            _join(subject, verb)
        for word in doc[first.i : end.i]:
            if word.head is verb and word.dep_ in SUBJECTS:
                word.head, word.dep_ = subject, "dep"
            for told in [c for c in word.children if c.i > verb.i]:
                told.head, told.dep_ = verb, "xcomp" if "VerbForm=Inf" in told.morph else told.dep_


def _end_of_aside(first: Token) -> Token | None:
    """The comma that closes a set phrase; None where none opens here."""
    words = tuple(lower(t) for t in first.doc[first.i : first.i + LONGEST + 1])
    lengths = (n for n in range(LONGEST, 0, -1) if words[:n] in ASIDES and words[n : n + 1] == (",",))
    length = next(lengths, None)
    return first.nbor(length) if length is not None else None


def _verb_behind(comma: Token, guess: Guess) -> Token | None:
    """The verb right behind a comma, also where the parser takes it for a noun."""
    end = comma.sent.end
    word = next((t for t in comma.doc[comma.i + 1 : end] if lower(t) not in CLITICS), comma)
    if word.pos_ in VERBAL and is_finite(word):
        return word.head if word.dep_.startswith("aux") else word
    following = word.nbor() if word.i + 1 < end else word
    lemma = guess(lower(word)) if word.pos_ == "NOUN" else ""
    if not lemma or following.pos_ not in ("DET", "PROPN", "ADP"):
        return None
    make_verb(word, lemma, FINITE)
    return word


def _head_before(comma: Token) -> Token:
    """The noun of the phrase that ends at a comma."""
    word = comma.nbor(-1)
    while word.head.i < word.i and word.dep_ in PART_OF_NAME and word.head.pos_ in NAMING:
        word = word.head
    return word


def _join(subject: Token, verb: Token) -> None:
    """Makes a noun the subject of a verb, which takes its place where it hung on it."""
    if verb.head is subject or subject in verb.ancestors:
        over = subject.head
        verb.head, verb.dep_ = (verb, "ROOT") if over is subject else (over, "conj")
    subject.head, subject.dep_ = verb, "nsubj"
