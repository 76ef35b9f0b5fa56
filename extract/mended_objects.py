"""Objects that the parser takes for complements: behind a place («ont frappé au Yémen des cibles»), or with
the «de» that plurals have before an adjective («ont opposé d'anciens rebelles à X»)."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, VERBAL, case_of, is_finite, is_passive, lower
from sahelgraph.extract.lexicon.numerals import NUMBERS
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

INDEFINITE = ("de", "d'")
ADJUNCTS = frozenset(("obl:mod", "obl:arg", "obl"))
INSERTED = frozenset(("appos", "conj", "nmod", "dep"))
FORMER = "ex-"
TIMES = word_set("mended_objects", "times")
TRANSITIVE = word_set("mended_objects", "transitive")
AT_LIBERTY = ("en", "liberté")
PLACING = ("à", "en", "au")
BLANK = " "
"""A name of several words is one token: that of a person, where it follows places."""


def join_complements(doc: Doc) -> None:
    """«le retrait de X, de Y et de Z»: Y is coordinated with X, where the parser joined it to what they
    are the complements of. Changes `doc`."""
    for token in doc:
        noun = token.head
        if token.dep_ != "conj" or noun.pos_ != "NOUN" or token.pos_ not in NAMING or noun.i > token.i:
            continue
        case = case_of(token)
        if not case or case_of(noun) == case:
            continue
        before = [c for c in noun.children if c.dep_ == "nmod" and c.i < token.i and case_of(c) == case]
        if before and token.left_edge.i - before[-1].right_edge.i <= 2 and before[-1].pos_ == token.pos_:
            token.head = before[-1]


def mend_inverted(doc: Doc) -> None:
    """«face aux rebelles touaregs»: with the article, the first is the noun and the second its adjective,
    where the parser has it the other way round. Changes `doc`."""
    for adjective in doc:
        if adjective.pos_ != "ADJ" or adjective.dep_ != "amod" or adjective.head.i != adjective.i + 1:
            continue
        leaning = [c for c in adjective.children if c.dep_ in ("det", "case")]
        noun = adjective.head
        if not leaning or any(c.dep_ in ("det", "case") for c in noun.children) or adjective.text.istitle():
            continue
        adjective.pos_, adjective.head, adjective.dep_ = "NOUN", noun.head, noun.dep_
        for child in list(noun.children):
            child.head = adjective
        noun.head, noun.dep_ = adjective, "amod"


def mend_counted(doc: Doc) -> None:
    """«Neuf soldats de X ont été tués»: the soldiers were, where the parser takes the number that opens a
    sentence for a name or a noun of its own. Changes `doc`."""
    for sentence in doc.sents:
        number = next((t for t in sentence if not t.is_space), sentence[0])
        noun = number.nbor() if number.i + 1 < sentence.end else number
        if (
            lower(number) not in NUMBERS
            or number.pos_ == "NUM"
            or noun.pos_ != "NOUN"
            or noun.head is not number
        ):
            continue
        for child in list(number.children):
            if child is not noun:
                child.head = noun
        over = number.head
        noun.head, noun.dep_ = (noun, "ROOT") if over is number else (over, number.dep_)
        number.head, number.dep_, number.pos_ = noun, "nummod", "NUM"


def mend_objects(doc: Doc) -> None:
    """Gives verbs the objects of these kinds, and takes the days from them. Changes `doc`."""
    for noun in doc:
        if noun.dep_ == "obj" and noun.lower in TIMES and not any(c.dep_ == "det" for c in noun.children):
            noun.dep_ = "obl:mod"
        elif noun.dep_ == "mark" and noun.pos_ == "ADP" and noun.head.pos_ == "PROPN":
            noun.dep_ = "case"  # «a reçu vendredi à Ankara son homologue»
        if noun.pos_ != "NOUN" or "Number=Plur" not in str(noun.morph):
            continue
        verb = _verb_past_place(noun) or _verb_before_plural(noun) or _verb_of_plural(noun)
        if verb is not None and _lacks_object(verb):
            noun.head, noun.dep_ = verb, "obj"


def mend_far_objects(doc: Doc, acts: frozenset[str]) -> None:
    """«X a libéré mardi, sur ordre du président Y, l'opposant Z»: behind the inserts that open right after
    the verb, the first phrase without preposition is its object. Changes `doc`."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in acts:
            continue
        phrase = _behind_insert(verb)
        if phrase is None or not any(c.dep_ == "nsubj" for c in verb.children):
            continue
        if phrase.head is not verb and phrase.dep_ in INSERTED and _lacks_object(verb):
            phrase.head, phrase.dep_ = verb, "obj"


def _behind_insert(verb: Token) -> Token | None:
    """The head of the phrase behind the inserts that follow a verb, each a prepositional phrase or a time."""
    doc, end = verb.doc, verb.sent.end
    index = verb.i + 1
    while index < end and (
        lower(doc[index]) in TIMES or lower(doc[index]) in AT_LIBERTY or _says_when_or_where(doc[index])
    ):
        index += 1
    if index >= end or doc[index].text != ",":
        return None
    inserted = False
    while index + 2 < end and (doc[index + 1].pos_ == "ADP" or lower(doc[index + 1]) in TIMES):
        inserted = inserted or doc[index + 1].pos_ == "ADP"
        stop = next(
            (t for t in doc[index + 1 : end - 1] if t.text in (",", ";", ":", "(") or is_finite(t)), None
        )
        if stop is None or stop.text != ",":
            return None
        index = stop.i
    if not inserted:
        return None
    first = doc[index + 1]
    if first.pos_ == "PROPN" and BLANK in first.text:
        return first
    head = first.head
    behind = first.pos_ == "DET" and head.left_edge.i >= index and head.i > index
    return head if behind and head.pos_ in NAMING else None


def _says_when_or_where(word: Token) -> bool:
    """«à Alger», «12»: a name of a place with its preposition, a number."""
    if word.pos_ == "ADP":
        return lower(word) in PLACING and word.i + 1 < word.sent.end and word.nbor().pos_ == "PROPN"
    placed = word.pos_ == "PROPN" and lower(word.nbor(-1)) in PLACING
    return placed or word.pos_ == "NUM"


def _verb_past_place(noun: Token) -> Token | None:
    """The verb of «a frappé au Yémen des cibles»: nothing but a name stands between."""
    place = noun.head
    if noun.dep_ != "nmod" or place.pos_ != "PROPN" or place.dep_ not in ADJUNCTS or noun.i < place.i:
        return None
    first = noun.left_edge
    opens = lower(first) == "des" and first.i == place.i + 1 and first.dep_ in ("case", "det")
    return place.head if opens and case_of(place) and place.head.i < place.left_edge.i else None


def _verb_before_plural(noun: Token) -> Token | None:
    """The verb of «opposer d'anciens rebelles à X», «a libéré mardi d'autres otages»."""
    verb = noun.head
    if noun.dep_ not in ADJUNCTS or noun.i < verb.i or case_of(noun) != "de":
        return None
    mark = noun.left_edge
    if lower(mark) not in INDEFINITE:
        return None
    behind = mark.nbor()
    before = mark.nbor(-1)
    joined = before is verb or (before.head is verb and lower(before) in TIMES)
    is_plural_article = lower(behind).startswith(FORMER) or (behind.pos_ == "ADJ" and behind.head is noun)
    return verb if joined and is_plural_article else None


def _verb_of_plural(noun: Token) -> Token | None:
    """The verb of «avait mené en 2010 des opérations contre X»: one that nothing is done with «de»."""
    verb = noun.head
    if noun.dep_ not in ADJUNCTS or noun.i < verb.i or verb.lemma_ not in TRANSITIVE:
        return None
    return verb if lower(noun.left_edge) == "des" and case_of(noun) == "de" else None


def _lacks_object(verb: Token) -> bool:
    if verb.pos_ not in VERBAL or is_passive(verb):
        return False
    found = [c for c in verb.children if c.dep_ in ("obj", "xcomp", "ccomp", "expl:comp", "expl:pv")]
    for day in found:
        if day.pos_ in NAMING and lower(day) in TIMES:
            day.dep_ = "obl:mod"
        else:
            return False
    return True
