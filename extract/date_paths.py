"""The way in the parse from a date up to the words that it may date, and what stands along it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sahelgraph.extract.counted import is_past_infinitive
from sahelgraph.extract.dates import DateMention, Kind
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    governors,
    has_auxiliary,
    is_finite,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.when import When

CLAUSES = frozenset(("acl:relcl", "advcl", "ccomp", "parataxis", "csubj"))
AT = frozenset(
    ("à l'issue de", "lors de", "en marge de", "à cours de", "au cours de", "pendant", "durant", "à", "pour")
)
"""Before an occasion, these give it the date of the clause: «a dit mardi lors d'un sommet»."""
COUNTING = ("après", "avant", "plus tard")
SINCE = frozenset(("depuis", "dès"))
SOURCES = frozenset(("selon", "d'après", "suivant"))
"""Before who says so: «selon un rapport publié mardi»."""
OF = frozenset(("de", "du"))
THAT_OF = frozenset(("celui", "celle", "ceux", "celles"))
DESCRIBED = 3
"""At least so many words lead from a date by what describes the subject to the subject."""
OPENING = 2
COMPARED = 5
"""As many words stand at most between «celle» and the date that is its own."""
GATHERED = word_set("date_paths", "gathered")
OPENERS = word_set("date_paths", "openers")
LEADING = 12
"""Letters before a date in which «dès le» may stand."""
DASHES = {"-", "–", "—", ":"}
START = 3


def subject_beside(trigger: Token, below: Sequence[Token]) -> Token | None:
    """«X, chef du front jusqu'en mai, a accusé Y»: whom words between commas describe that a date is of."""
    subject = below[-1] if below else trigger
    if len(below) < DESCRIBED or not subject.dep_.startswith("nsubj") or not below[0].i < trigger.i:
        return None
    return subject if any(t.text == "," for t in trigger.doc[subject.i : below[0].i]) else None


def is_of_another(date: Token, below: Sequence[Token]) -> bool:
    """«a dénoncé l'accord de 2015»: the date of what a noun names that says neither who acts nor when."""
    if _is_compared(date):
        return True
    named = date.head
    if case_of(date) not in OF or named not in below or named.pos_ != "NOUN":
        return False
    occasion = any(case_of(t) in SINCE or lower(t) == "lors" for t in below[1:])
    on_occasion = occasion or case_of(below[-1]) in AT
    return not named.dep_.startswith("nsubj") and not on_occasion


def _is_compared(date: Token) -> bool:
    """«la plus meurtrière depuis celle d'Inates en mai»"""
    for token in reversed(list(date.doc[max(date.sent.start, date.i - COMPARED) : date.i])):
        if lower(token) in THAT_OF:
            return True
        if token.pos_ in VERBAL or token.is_punct:
            return False
    return False


def opens_sentence(date: Token) -> bool:
    behind = {t.text for t in date.doc[date.i : date.i + START]}
    return date.i - date.sent.start <= OPENING and not behind & DASHES


def opens_clause(token: Token) -> bool:
    if token.dep_ in CLAUSES:
        return True
    if token.dep_ == "conj":
        return token.pos_ in VERBAL and token.head.pos_ in VERBAL
    return token.dep_ == "acl" and token.pos_ in VERBAL


def above_date(mention: DateMention, date: Token) -> list[Token]:
    """The words above a date; of «deux jours après la chute» not the event that it counts from, and of
    «le groupe ayant attaqué, mardi, un poste» first the word that it is put in behind."""
    put_in = put_in_behind(mention, date)
    above = list(governors(date)) if put_in is None else [put_in, *governors(put_in)]
    if mention.text.lower().endswith(COUNTING) and above and above[0].pos_ == "NOUN":
        return above[1:] if above[0].i > date.i else above
    return above


def counted_noun(mention: DateMention, date: Token) -> int | None:
    """The place of the noun from which a date counts: «six mois après le putsch de mai»."""
    counts = mention.text.lower().endswith(COUNTING) and date.head.pos_ == "NOUN"
    return date.head.i if counts and date.head.i > date.i else None


def put_in_behind(mention: DateMention, date: Token) -> Token | None:
    """The verb before a date between commas, or the noun whose complement goes on behind it; also the
    participle before a date that the parse hangs on what the participle describes."""
    span = date.doc.char_span(mention.start, mention.end)
    if span is None or span.start < 2 or span.end + 1 >= len(date.doc):
        return None
    for word in date.head.children:
        described = word.dep_ == "acl" and word.pos_ == "VERB" and word.i < span.start
        if described and not any(t.is_punct for t in date.doc[word.i : span.start]):
            return word
    if date.doc[span.start - 1].text != "," or date.doc[span.end].text != ",":
        return None
    before = date.doc[span.start - 2]
    if before.pos_ == "NOUN":
        behind = date.doc[span.end + 1]
        return before if before in (behind.head, behind.head.head) else None
    return before if before.pos_ == "VERB" else None


def is_of_participle(path: Sequence[Token], own: Sequence[Token]) -> bool:
    """«Déployé depuis 2018, X a attaqué Y»: does a participle that tells what was before stand between a date
    and the word? Not «réunis en mai», which is when they act."""
    for token in path:
        if token in own:
            return False
        if token.dep_ == "advcl" and is_participle(token, "Past") and not has_auxiliary(token):
            return token.lemma_ not in GATHERED
        if token.i == token.sent.start and lower(token) in OPENERS:
            return True
    return False


def on_that_day(mention: DateMention, text: str) -> DateMention:
    """«dès le 4 mai»: on that day, and not only from then on."""
    if mention.kind is not Kind.SINCE or mention.when is None:
        return mention
    before = text[max(0, mention.start - LEADING) : mention.start].lower().split()
    return replace(mention, kind=Kind.POINT, said=mention.when) if "dès" in before[-2:] else mention


def as_a_point(mention: DateMention) -> DateMention:
    """The same date as the time of what happened then, and not since then."""
    return replace(mention, kind=Kind.POINT, said=mention.when)


def is_to_do(verb: Token) -> bool:
    """«a sommé X de partir avant lundi»: what is asked for, and by when."""
    return verb.dep_ == "xcomp" and "VerbForm=Inf" in str(verb.morph)


def is_done_under(verb: Token) -> bool:
    """«accusé d'avoir tué»: what comes under the event and was before it."""
    return verb.dep_ == "xcomp" and is_past_infinitive(verb)


def is_done_before(predicate: Token) -> bool:
    """«après avoir accusé X»: before what the clause above dates."""
    return predicate.dep_ == "advcl" and any(
        lower(c) == "après" for c in predicate.children if c.dep_ == "mark"
    )


def is_told(verb: Token) -> bool:
    """Is it more than a participle that describes somebody?"""
    return "VerbForm=Part" not in str(verb.morph) or has_auxiliary(verb)


def goes_on(verb: Token) -> bool:
    """«qui opère en Y»"""
    return verb.dep_ == "acl:relcl" and is_finite(verb) and "Tense=Pres" in str(verb.morph)


def child_towards(token: Token, above: Token) -> Token | None:
    """The word right under `above` on the way from a token to it."""
    below = token
    for governor in governors(token):
        if governor == above:
            return below
        below = governor
    return None


def is_put_in(noun: Token) -> bool:
    """«X, principal soutien de Y, a accusé Z mardi»"""
    before = noun.i - 1
    while before > noun.sent.start and noun.doc[before].pos_ in ("ADJ", "DET", "ADV"):
        before -= 1
    return noun.pos_ == "NOUN" and noun.doc[before].text == ","


def is_epithet(trigger: Token) -> bool:
    """«le président déchu»: says of somebody what the sentence does not date. Not «un conflit opposant X
    à Y», which goes on as long as the clause says."""
    if trigger.dep_ not in ("amod", "acl") or trigger.pos_ in ("NOUN", "PROPN"):
        return False
    return not has_auxiliary(trigger) and not agents(trigger) and not lower(trigger).endswith("ant")


def until(when: When) -> When:
    last = when.latest_end
    return when if last is None else When.parse(f"../{last.isoformat()}")


def since_event(mention: DateMention, path: Sequence[Token], own: Sequence[Token]) -> DateMention:
    """«détenu depuis le putsch du 4 mai»: since that day, and not on it."""
    junction = next((n for n, t in enumerate(path) if t in own), 0)
    after = any(case_of(t) == "depuis" for t in path[1:junction])
    if not after or mention.kind is not Kind.POINT or mention.when is None or "/" in mention.when.edtf:
        return mention
    return replace(mention, kind=Kind.SINCE, said=When.parse(f"{mention.when.edtf}/.."))
