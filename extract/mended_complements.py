"""Complements that the parser hangs on the wrong word: behind locutions and adjectives, on names and
participles («X accuse en retour Y», «a suspendu le pays de ses instances»)."""

from __future__ import annotations

from sahelgraph.extract.concord import agrees, in_concord
from sahelgraph.extract.grammar import NAMING, SUBJECTS, VERBAL, case_of, is_passive, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

SUSPENDING = word_set("mended_complements", "suspending")
RANKS = word_set("mended_complements", "ranks")
MADE_CAPTIVE = word_set("mended_complements", "made_captive")
LOCUTIONS = frozenset(
    (
        *("retour", "contraire", "tour", "outre", "revanche", "vain", "effet", "conséquence"),
        *("passage", "nouveau", "part", "fois"),
        *("garde", "cause", "demeure", "doigt", "examen", "pilori", "grief", "rigueur", "justice"),
    )
)
"""«en retour», «au contraire», «mettre en garde», «pointer du doigt»: nothing hangs on these."""
ADJUNCTS = frozenset(("obl:mod", "obl:arg", "obl", "xcomp", "dep"))
WHERE = frozenset(("à", "en", "dans", "sur", "chez", "depuis"))
HUNG = frozenset(("nmod", "obl:mod", "obl:arg", "obl"))
AIMING = frozenset(("contre", "sur", "vers", "en direction de", "à l'encontre de", "visant"))
BORDERS = word_set("borders", "borders")
WITHOUT_NATION = word_set("mended_complements", "without_nation")
RIGGED = word_set("mended_complements", "rigged")
WEAPONS = word_set("mended_complements", "weapons")


def rehang_after_locutions(doc: Doc) -> None:
    """In «X accuse en retour Y de …» Y is accused, in «X frappe à nouveau Y» struck: gives the name that the
    parser hung on such a locution to the verb. Changes `doc`."""
    for noun in doc:
        if lower(noun) not in LOCUTIONS:
            continue
        fixed = noun.dep_ == "fixed"
        verb = noun.head.head if fixed else noun.head
        opens = lower(noun.head) if fixed else case_of(noun)
        if verb.pos_ not in VERBAL or opens not in ("en", "à", "de"):
            continue
        if any(c.dep_ == "obj" and c is not noun for c in verb.children) or is_passive(verb):
            continue
        for child in [*noun.children, *(noun.head.children if fixed else ())]:
            bare = child.pos_ in NAMING and child.left_edge.i == noun.i + 1 and not case_of(child)
            if bare and child.dep_ in ("nmod", "appos", "flat:name", "dep", "obj"):
                child.head, child.dep_ = verb, "obj"


def rehang_bare_names(doc: Doc) -> None:
    """«X avait occupé Goma fin 2012», «X a reçu à Goma Y»: a name without preposition right behind the verb
    or where that was is its object, also where the parser takes it for an adjunct. Changes `doc`."""
    for name in doc:
        if name.pos_ != "PROPN" or case_of(name):
            continue
        behind = name.dep_ == "flat:name" and " " in name.text and case_of(name.head) in WHERE
        place = name.head if behind else None  # not of «s'est entretenu avec le président Y»
        if place is None and name.dep_ not in ADJUNCTS:
            continue
        verb = name.head if place is None else place.head
        if verb.pos_ != "VERB" or name.left_edge.i != (verb if place is None else place).i + 1:
            continue
        relations = {c.dep_ for c in verb.children}
        if relations & SUBJECTS and "obj" not in relations and not is_passive(verb):
            name.head, name.dep_ = verb, "obj"


def rehang_captives(doc: Doc) -> None:
    """In «X a fait prisonniers dix soldats» the soldiers are the object: the parser hangs them on what
    they become. Changes `doc`."""
    for become in doc:
        if become.lemma_ not in MADE_CAPTIVE:
            continue
        _free_made_captive(become)
        verb = become.head
        if verb.lemma_ != "faire" or become.dep_ != "obj":
            continue
        if any(c.dep_ == "det" for c in become.children):
            continue
        for child in list(become.children):
            if child.pos_ in NAMING and child.i > become.i and not case_of(child):
                child.head, child.dep_ = verb, "obj"
                become.dep_ = "xcomp"


def _free_made_captive(become: Token) -> None:
    """«faits prisonniers lors de l'assaut de X»: the verb leads, and what stands behind is its own."""
    made = become.nbor(-1) if become.i > become.sent.start else become
    if made.lemma_ != "faire" or not is_passive(made):
        return
    if made.head is become:
        made.head, made.dep_ = (become.head, become.dep_) if become.head is not become else (made, "ROOT")
    if become.head is not made:
        become.head, become.dep_ = made, "xcomp"
    for child in list(become.children):
        if child.dep_ in ("advmod", "nmod", "punct") and child.i > become.i:
            child.head = made


def rehang_behind_adjectives(doc: Doc) -> None:
    """«l'appui de soldats togolais et de policiers de la mission M»: the policemen are coordinated with the
    soldiers and not with their adjective, and what stands behind them is theirs. Changes `doc`."""
    for second in doc:
        adjective = second.head
        noun = adjective.head
        if second.dep_ != "conj" or second.pos_ not in NAMING or adjective.dep_ != "amod":
            continue
        if not noun.i < adjective.i < second.i or not case_of(second):
            continue
        if adjective.pos_ != "ADJ" and not (adjective.pos_ in NAMING and case_of(second) == case_of(noun)):
            continue
        second.head = noun
        for child in list(noun.children):
            if child.dep_ == "nmod" and child.i > second.i and case_of(child) == "de":
                child.head = second


def rehang_nations(doc: Doc) -> None:
    """«le ministre des Affaires étrangères turc», «le président par intérim malien»: an adjective that does
    not agree with the noun before it, or that no such noun has, is of the one above. Changes `doc`."""
    for adjective in doc:
        inner = adjective.head
        before = adjective.nbor(-1) if adjective.i else inner
        if before.lemma_ in BORDERS:  # «un camp, à la frontière togolaise»
            continue
        if (
            adjective.pos_ != "ADJ"
            or adjective.dep_ != "amod"
            or inner.i > adjective.i
            or inner.pos_ != "NOUN"
        ):
            continue
        above = inner.head
        while inner.dep_ == "conj" and above.pos_ == "NOUN" and above.i < inner.i:
            inner, above = above, above.head
        if inner.dep_ != "nmod" or above.pos_ != "NOUN" or above.i > inner.i:
            continue
        noun = adjective.head
        is_bare = not any(c.dep_ == "det" for c in noun.children)  # «les chefs d'État africains»
        is_other = not agrees(adjective, noun, strictly=True) or (is_bare and not in_concord(adjective, noun))
        if (is_other or lower(noun) in WITHOUT_NATION) and in_concord(adjective, above):
            adjective.head = above


def rehang_aims(doc: Doc) -> None:
    """«l'offensive éclair de X», «tirer une salve de roquettes sur X», «l'attentat à la voiture piégée contre
    X»: what the parser hangs on how something is done is of what is done. Changes `doc`."""
    for phrase in doc:
        case = case_of(phrase) if phrase.dep_ in HUNG and phrase.pos_ in NAMING else ""
        if not case:
            continue
        over = phrase.head
        while over.head.pos_ == "NOUN" and over.i < phrase.i and _says_how(over, case):
            over = over.head
        if over is not phrase.head:
            phrase.head, phrase.dep_ = over, "nmod"


def _says_how(word: Token, case: str) -> bool:
    """Is it a second noun without preposition («éclair»), or a weapon, and the phrase says at whom?"""
    if word.pos_ == "NOUN" and word.dep_ in ("amod", "nmod") and not case_of(word):
        return word.i == word.head.i + 1 and not any(c.dep_ == "det" for c in word.children)
    if case not in AIMING:
        return False
    return lower(word) in RIGGED or (word.dep_ == "nmod" and lower(word) in WEAPONS)


def rehang_ranks(doc: Doc) -> None:
    """«a suspendu le pays de ses instances»: from where, not whose country. Changes `doc`."""
    for noun in doc:
        over = noun.head
        if noun.dep_ != "nmod" or over.dep_ != "obj" or over.head.lemma_ not in SUSPENDING:
            continue
        if case_of(noun) == "de" and noun.lemma_ in RANKS:
            noun.head, noun.dep_ = over.head, "obl:arg"
