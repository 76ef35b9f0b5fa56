"""What the parser hangs on a word that only stands between a verb and what it governs: «ont échangé des tirs
pendant deux heures avec X», «a condamné « avec force » l'attaque de X»; and the subject between two verbs:
«X a tiré et Y a répliqué», or behind one: «où ont péri dix hommes»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    VERBAL,
    case_of,
    is_finite,
    is_passive,
    lower,
    objects,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Span, Token

DURATIONS = word_set("mended_between", "durations")
BARE = word_set("mended_between", "bare")
DYING = word_set("mended_between", "dying")
LASTING = frozenset(("pendant", "durant", "en"))
AGAINST = frozenset(("avec", "contre"))
OPENING = {"»": "«", "”": "“", '"': '"'}
REACH = 12
INSERT = 9
OF_WHOM = frozenset(("de", "d'", "du", "des"))
WHEN_AND_WHERE = frozenset(("NOUN", "PROPN", "ADP", "DET", "NUM", "ADJ", "ADV"))
TIMES = word_set("mended_between", "times")
LEAVING = word_set("mended_between", "leaving")


def mend_between(doc: Doc) -> None:
    """Hangs such words on the verb. Changes `doc`."""
    for token in doc:
        if token.text == ",":
            _free_complement(token)
        elif token.text in OPENING:
            _free_object(token)
        elif token.pos_ in VERBAL and token.lemma_ in BARE:
            _take_infinitive(token)
        elif token.pos_ in VERBAL and token.lemma_ in DYING:
            _give_the_dead(token)
        elif token.dep_ == "conj" and token.pos_ in NAMING and token.head.pos_ in VERBAL:
            _give_subject(token)
        elif token.pos_ in NAMING and token.text[0].isupper() and token.head.pos_ == "NOUN":
            _free_from_place(token)
        elif token.pos_ == "NOUN" and lower(token) in DURATIONS:
            _free_from_duration(token)


def _free_complement(comma: Token) -> None:
    """«l'interpellation, fin août, de six soldats par X», «la libération, mardi à Lomé, de Y»: whose they
    are, where only a time or a place stands between two commas."""
    doc, start = comma.doc, comma.sent.start
    if comma.i + 2 >= comma.sent.end or lower(doc[comma.i + 1]) not in OF_WHOM:
        return
    first = next((t for t in reversed(doc[max(start, comma.i - INSERT) : comma.i]) if t.text == ","), None)
    if first is None or first.i - 1 < start or first.i + 1 == comma.i:
        return
    noun, case = doc[first.i - 1], doc[comma.i + 1]
    while noun.pos_ == "ADJ" and noun.head.pos_ == "NOUN" and noun.head.i == noun.i - 1:
        noun = noun.head
    whom = case.head
    inserted = doc[first.i + 1 : comma.i]
    is_known = whom.head is noun and whom.dep_ == "nmod"
    if noun.pos_ != "NOUN" or case.dep_ != "case" or whom.i < case.i or is_known:
        return
    if not _says_when_or_where(inserted) or any(case_of(c) == "de" and c.i < first.i for c in noun.children):
        return
    whom.head, whom.dep_ = noun, "nmod"
    for child in list(whom.children):
        if case_of(child) == "par" and child.dep_ == "nmod":
            child.head = noun


def _says_when_or_where(words: Span) -> bool:
    """Times, numbers, places with their prepositions, and nothing that is done."""
    first = words[0]
    opens = first.pos_ in ("ADP", "NUM", "DET") or lower(first) in TIMES or first.pos_ == "ADV"
    return opens and all(t.pos_ in WHEN_AND_WHERE for t in words) and lower(first) not in OF_WHOM


def _give_the_dead(verb: Token) -> None:
    """«l'attaque dans laquelle ont péri dix soldats»: nobody dies another."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    dead = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and not case_of(c)), None)
    if dead is not None:
        dead.dep_ = "nsubj"


def _give_subject(noun: Token) -> None:
    """«X a ouvert le feu et les forces de Y ont répliqué»: these have, whom the parser coordinated with the
    verb before."""
    doc, first = noun.doc, noun.right_edge.i + 1
    if first >= noun.sent.end or not any(c.dep_ == "cc" for c in noun.children):
        return
    begins = doc[first]
    verb = begins.head if begins.dep_.startswith("aux") else begins
    joined = verb.head is noun.head and verb.dep_ in ("conj", "parataxis") and is_finite(begins)
    if verb.pos_ not in VERBAL or not joined or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    noun.head, noun.dep_, verb.dep_ = verb, "nsubj", "conj"


def _free_from_place(place: Token) -> None:
    """«la reprise lundi à Doha de pourparlers entre X et Y», «le retrait du Mali des troupes de X»: these
    are what the noun before is of, and no place."""
    noun, case = place.head, case_of(place)
    leaves = case == "de" and noun.lemma_ in LEAVING
    if noun.i > place.i or not (leaves or case in ("à", "en")):
        return
    if not leaves and any(case_of(c) == "de" for c in noun.children):
        return
    for child in list(place.children):
        if child.i > place.i and child.dep_ == "nmod" and case_of(child) == "de":
            child.head = noun


def _free_from_duration(time: Token) -> None:
    """«s'est battu pendant deux heures avec X»: nobody has hours with X."""
    if time.head.pos_ not in VERBAL or case_of(time) not in LASTING:
        return
    for child in list(time.children):
        if child.i > time.i and child.dep_ == "nmod" and case_of(child) in AGAINST:
            child.head, child.dep_ = time.head, "obl:arg"


def _free_object(closing: Token) -> None:
    """«a condamné « avec la plus grande fermeté » l'attaque»: the noun right behind the quotation is the
    object of the verb right before it."""
    doc, start = closing.doc, closing.sent.start
    before = doc[max(start, closing.i - REACH) : closing.i]
    opening = next((t for t in reversed(before) if t.text == OPENING[closing.text]), None)
    if opening is None or opening.i - 1 < start or closing.i + 2 >= closing.sent.end:
        return
    verb, article = doc[opening.i - 1], doc[closing.i + 1]
    noun = article.head
    if verb.pos_ not in VERBAL or article.dep_ != "det" or noun.i < article.i or is_passive(verb):
        return
    within = opening.i < noun.head.i < closing.i
    is_manner = opening.i + 1 < closing.i and doc[opening.i + 1].pos_ in ("ADP", "ADV")
    if within and is_manner and not case_of(noun) and not objects(verb):
        noun.head, noun.dep_ = verb, "obj"


def _take_infinitive(verb: Token) -> None:
    """«X a nié à plusieurs reprises soutenir Y»: what X denies, whatever stands between."""
    if any(c.dep_ in ("xcomp", "ccomp", "obj") for c in verb.children):
        return
    for word in verb.doc[verb.i + 2 : min(verb.i + REACH, verb.sent.end)]:
        if is_finite(word):
            return
        if word.pos_ == "VERB" and "VerbForm=Inf" in str(word.morph):
            marked = any(c.dep_ in ("mark", "case") and c.i < word.i for c in word.children)
            if not marked and word.nbor(-1).pos_ != "ADP" and verb.i <= word.head.i < word.i:
                word.head, word.dep_ = verb, "xcomp"
            return
