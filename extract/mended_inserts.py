"""Clauses between commas that the parser does not close, «X, que Y arme, ont frappé Z», «X, estime Y, a
frappé Z»: the finite verb behind the second comma is said of X, and all between them belongs together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sahelgraph.extract.grammar import (
    CLITICS,
    NAMING,
    SUBJECTS,
    THAT,
    VERBAL,
    case_of,
    has_auxiliary,
    is_finite,
    is_participle,
    lower,
)
from sahelgraph.extract.made_verbs import FINITE
from sahelgraph.extract.mended_lemmas import unaccented
from sahelgraph.extract.mended_relatives import INVERTING, before_brackets
from sahelgraph.extract.trees import Doc, Morph, Span, Token
from sahelgraph.extract.verb_forms import Guess

AS = "comme"
LONGEST_NAME = 8
RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où"))
WITH_CASE = frozenset(("lequel", "laquelle", "lesquels", "lesquelles"))
CONTRACTED = frozenset(("auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles"))
BETWEEN = "entre"
INNER = frozenset(("nmod", "amod", "flat:name", "flat:foreign", "appos", "fixed", "nummod"))


def mend_inserts(doc: Doc, present_of: Guess, speech: frozenset[str]) -> None:
    """Closes such clauses; `present_of` gives the verb of which a word is a form in the present, `speech` are
    the verbs of asides. Changes `doc`."""
    for sentence in doc.sents:
        for comma, opening in _openings(sentence, speech):
            said_of = _head_before(comma)
            if said_of is None or _goes_on_listing(said_of, opening):
                continue
            closing = _closing(opening)
            verb = _verb_behind(closing) if closing is not None else None
            if closing is None and (joined := _joined(opening)) is not None:
                closing, name, verb = joined
                name.head, name.dep_ = _first_of(said_of), "conj"
            if closing is not None and verb is not None:
                _close(said_of, opening, closing, verb, present_of)


def _openings(sentence: Span, speech: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Each comma of a sentence with the relative pronoun, the participle or the first word of an aside behind
    it."""
    doc = sentence.root.doc
    for comma in sentence:
        if comma.text != "," or not sentence.start < comma.i < sentence.end - 2:
            continue
        first, second = doc[comma.i + 1], doc[comma.i + 2]
        told = first if lower(first) == AS else comma
        if _is_relative(first) or _is_bare(first) or _is_participle(first) or _is_said(told, speech):
            yield comma, first
        elif (lower(second) in WITH_CASE and first.pos_ == "ADP") or _is_apposed(first, second):
            yield comma, second


def _is_said(before: Token, speech: frozenset[str]) -> bool:
    """Does a verb of speech stand behind a comma or «comme»?"""
    verb = _verb_behind(before)
    return verb is not None and verb.lemma_ in speech


def _is_participle(opening: Token) -> bool:
    return opening.pos_ == "VERB" and is_participle(opening, "Past") and not has_auxiliary(opening)


def _is_bare(opening: Token) -> bool:
    """«, alliés de X,»: a noun without an article, which says what the one before is."""
    leaning = ("det", "case", "nummod", "cc", "cop", "mark")
    if opening.pos_ != "NOUN" or not opening.text.islower():
        return False
    return not any(c.dep_ in leaning and c.i < opening.i for c in opening.children)


def _is_apposed(article: Token, noun: Token) -> bool:
    """«, des rebelles alliés à X,»: a noun with the indefinite article, which says who the one before is."""
    return lower(article) in ("un", "une", "des") and noun.pos_ == "NOUN" and article.head is noun


def _goes_on_listing(said_of: Token, opening: Token) -> bool:
    """«des policiers, des agents de X et …, ont»: no word for the policemen, who have no name."""
    return opening.pos_ == "NOUN" and said_of.pos_ != "PROPN" and opening.left_edge is not opening


def _is_aside(opening: Token) -> bool:
    return lower(opening) == AS or (opening.pos_ in VERBAL and not _is_participle(opening))


def _head_before(comma: Token) -> Token | None:
    """The head of the phrase before a comma, where it can be the subject of the sentence."""
    noun = before_brackets(comma)
    while noun.dep_ in INNER and noun.head.i < noun.i and noun.head.pos_ in NAMING:
        noun = noun.head
    first = _first_of(noun)
    if first is not noun and case_of(first) == BETWEEN and first.head.pos_ in NAMING:
        noun = first = first.head  # «les pourparlers entre X et Y, interrompus en mai, ont repris»
    if noun.pos_ not in NAMING or case_of(first):
        return None
    return noun if first.head is first or first.head.i > comma.i else None


def _first_of(noun: Token) -> Token:
    """The first of the list in which a noun stands: «A et B, qui …, ont …»."""
    while noun.dep_ == "conj" and noun.head.i < noun.i and noun.head.pos_ in NAMING:
        noun = noun.head
    return noun


def _closing(opening: Token) -> Token | None:
    """The comma that a finite verb without a subject of its own follows, past a verb of the clause."""
    seen = False
    for token in opening.doc[opening.i + 1 : opening.sent.end - 1]:
        if token.text in ";:":
            return None
        if token.text == "," and seen and _verb_behind(token) is not None:
            return token
        if token.text == "," and token.nbor().pos_ == "CCONJ" and not _is_relative(token.nbor(2)):
            return None
        seen = seen or token.text != ","
    return None


def _joined(opening: Token) -> tuple[Token, Token, Token] | None:
    """«X, qui arme Y, et Z ont frappé», «X, qui …, et Z, qui …, ont frappé»: the second comma, the name
    behind «et» and the verb in the plural."""
    doc, end = opening.doc, opening.sent.end
    for comma in doc[opening.i + 1 : end - 3]:
        if comma.text != "," or lower(comma.nbor()) != "et":
            continue
        name: Token | None = None
        for word in doc[comma.i + 2 : min(comma.i + LONGEST_NAME, end)]:
            if is_finite(word) and name is not None and "Number=Plur" in str(word.morph):
                return comma, name, _verb_at(word)
            if word.text == "," and name is not None and word.i + 2 < end:
                closing = _closing(word.nbor())
                verb = _verb_behind(closing) if closing is not None else None
                are_two = closing is not None and "Number=Plur" in str(_finite_behind(closing).morph)
                return (comma, name, verb) if verb is not None and are_two else None
            if word.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and lower(word) not in CLITICS:
                return None
            name = word if name is None and word.pos_ in NAMING else name
    return None


def _verb_behind(comma: Token) -> Token | None:
    """The verb of the finite word right behind a comma or «comme»."""
    for word in comma.doc[comma.i + 1 : comma.sent.end]:
        if lower(word) in CLITICS and word.pos_ != "AUX":
            continue
        return _verb_at(word) if is_finite(word) else None
    return None


def _finite_behind(comma: Token) -> Token:
    """The first word behind a comma that is no clitic."""
    behind = comma.doc[comma.i + 1 : comma.sent.end]
    return next((t for t in behind if lower(t) not in CLITICS or t.pos_ == "AUX"), comma)


def _verb_at(finite: Token) -> Token:
    """The verb of a finite word, or the predicate of which it is the copula."""
    leans = finite.dep_.startswith("aux") or finite.dep_ == "cop"
    return finite.head if leans and finite.head.i > finite.i else finite


def _close(said_of: Token, opening: Token, closing: Token, verb: Token, present_of: Guess) -> None:
    """Gives the verb behind the clause the phrase before it for its subject, and the clause its own words."""
    clause = [t for t in opening.doc[opening.i : closing.i] if not t.is_space]
    is_first = _is_participle(opening) or opening.pos_ == "NOUN"
    inside = opening if is_first else _verb_of(clause, present_of)
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if inside is None or (any(s.i > closing.i for s in subjects) and not _is_object_behind(verb, closing)):
        return
    for behind in (s for s in subjects if s.i > closing.i):
        behind.dep_ = "obj"
    subjects = [s for s in subjects if s.i < closing.i]
    subject = _first_of(said_of)
    if subject not in subjects:
        if not _is_free(subject, said_of, opening, closing, verb, inside):
            return
        if subject.head is inside:  # «X, qui contrôle Z, a …», all under «contrôle»
            own_root = inside.head is inside
            subject.head, subject.dep_ = (subject, "ROOT") if own_root else (inside.head, inside.dep_)
        _lead(verb, subject)
    _free(subject, clause, verb)
    first, *others = _coordinated(clause)
    _gather(first, inside)
    for other in others:
        if (second := _verb_of(other, present_of)) is not None:
            _gather(other, second)
            second.head, second.dep_ = said_of, "acl:relcl"
            _take_up(other[0], second)
    if _is_aside(opening):
        inside.head, inside.dep_ = verb, "parataxis"
        _give_speaker(inside)
    elif inside is opening:
        inside.head, inside.dep_ = said_of, "appos" if opening.pos_ == "NOUN" else "acl"
    else:
        inside.head, inside.dep_ = said_of, "acl:relcl"
        _take_up(opening, inside)


def _is_free(
    subject: Token, said_of: Token, opening: Token, closing: Token, verb: Token, inside: Token
) -> bool:
    """May a phrase before a clause become the subject of the verb behind it?"""
    inner = range(opening.i, closing.i)
    is_root = verb.head is verb or verb.head is said_of
    over = subject.head
    return (over in (subject, verb, inside) or over.i in inner) and (is_root or verb.head.i in inner)


def _is_object_behind(verb: Token, closing: Token) -> bool:
    """«X, dont les chefs ont fui, combattent Y»: the name behind the verb, taken for its subject, is none."""
    around = [c for c in verb.children if c.dep_ in SUBJECTS | {"obj", "ccomp", "xcomp", "cop", "aux:pass"}]
    return len(around) == 1 and around[0].i > verb.i > closing.i and not case_of(around[0])


def _is_relative(word: Token) -> bool:
    return lower(word) in RELATIVES or lower(word) in CONTRACTED


def _coordinated(clause: list[Token]) -> list[list[Token]]:
    """The parts of a clause that open with a relative pronoun of their own, «que X arme, mais que Y combat»,
    «armé par X et que Y combat»: each up to the conjunction before the next."""
    parts: list[list[Token]] = [[]]
    is_said = _is_participle(clause[0])
    for before, word in pairwise([clause[0], *clause]):
        if before.pos_ == "CCONJ" and _is_relative(word) and (is_said or _is_relative(clause[0])):
            parts.append([])
        parts[-1].append(word)
    return parts


def _verb_of(clause: list[Token], present_of: Guess) -> Token | None:
    """The verb of a relative clause, also where the parser sees a noun or an adverb."""
    for word in clause if _is_aside(clause[0]) else clause[1:]:
        if is_finite(word):
            verb = _verb_at(word)
            return verb if verb in clause else word
    for word in clause[1 if lower(clause[0]) == "qui" else 2 :]:
        articles = (c for c in word.children if c.dep_ in ("det", "case") and c.pos_ != "PROPN")
        bare = word.pos_ not in VERBAL and not any(articles) and word.text.islower()
        if bare and (known := present_of(lower(word)) or _behind_qui(word, present_of)):
            word.pos_, word.lemma_ = "VERB", known
            word.morph = Morph(FINITE)
            return word
    return None


def _behind_qui(word: Token, present_of: Guess) -> str:
    """The verb of a word right behind «qui», where no noun can stand: «qui contrôle Goma», «qui siège à
    Lomé»; else empty."""
    if lower(word.nbor(-1)) != "qui" or not lower(word).endswith("e"):
        return ""
    return next(filter(None, map(present_of, unaccented(lower(word)))), f"{lower(word)}r")


def _lead(verb: Token, noun: Token) -> None:
    """Puts a verb where the noun stood, and the noun under it as its subject."""
    if verb.head is not verb:
        head, relation = (verb, "ROOT") if noun.head is noun else (noun.head, noun.dep_)
        is_free = head is verb or head.i > noun.i
        verb.head, verb.dep_ = (verb, "ROOT") if not is_free or relation in SUBJECTS else (head, relation)
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubj:pass" if passive else "nsubj"


def _free(subject: Token, clause: list[Token], verb: Token) -> None:
    """«Le 22 août, X, né au Mali, et Y ont fusionné»: what stands before the subject is not of the clause."""
    inner = set(clause)
    for word in subject.doc[subject.sent.start : subject.left_edge.i]:
        if word.head in inner:
            word.head = verb


def _gather(clause: list[Token], verb: Token) -> None:
    """Hangs the words of a clause on its verb."""
    first, inner = clause[0], set(clause)
    for word in clause:
        if word is verb or word.head in inner:
            continue
        listed = [t for t in clause if t.i < word.i and t.pos_ in NAMING and t is not first]
        if word.dep_ == "conj" and listed and not case_of(word):
            word.head = listed[-1]
        elif word.dep_ in SUBJECTS and word.i > verb.i:
            acts = [verb, *(t for t in clause if t.i < word.i and t.pos_ in VERBAL)]
            word.head, word.dep_ = acts[-1], "obj"  # «accusé d'armer les rebelles»
        else:
            word.head = verb


def _give_speaker(verb: Token) -> None:
    """«estime Y»: Y says so, whom the parser took for an object."""
    if not any(c.dep_ in SUBJECTS for c in verb.children):
        heard = (c for c in verb.children if c.i > verb.i and c.pos_ in NAMING and not case_of(c))
        if (speaker := next(heard, None)) is not None:
            speaker.dep_ = "nsubj"


def _take_up(relative: Token, verb: Token) -> None:
    """Gives a relative clause its object, «que», and, unless «qui» is it, its subject: the bare name before
    the verb, or the one behind, which «à laquelle appartient X» has for its object."""
    if lower(relative) in THAT:
        relative.head, relative.dep_, relative.pos_ = verb, "obj", "PRON"
    if lower(relative) == "qui" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    names = [c for c in verb.children if c.pos_ in NAMING and not case_of(c) and c is not relative]
    before = [c for c in names if relative.i < c.i < verb.i]
    behind = [c for c in names if c.i > verb.i and c.dep_ == "obj" and lower(relative) not in INVERTING]
    if named := before or behind:
        named[0].dep_ = "nsubj"
