"""What somebody calls an act or holds against others, where words between tear it from its verb: «dénonce ce
qu'il appelle l'agression de X», «accuse tour à tour X et Y», «coupable à ses yeux d'avoir …»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    THAT,
    VERBAL,
    case_of,
    is_finite,
    is_participle,
    is_passive,
    lower,
    objects,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

NAMES = word_set("mended_charges", "names")
ASCRIBING = word_set("mended_charges", "ascribing")
GUILTY = word_set("mended_charges", "guilty")
ADDRESSING = word_set("mended_charges", "addressing")
SPEAKING = word_set("mended_charges", "speaking")
REPEATED = word_set("mended_charges", "repeated")
TURNS = frozenset(("tour", "à"))
DATIVE = frozenset(("à", "au", "aux"))
TO = frozenset(("de", "d'", "à"))
RELATIVE = frozenset(("qui", "que", "qu'", "dont", "où"))
DENYING = {"dément": "démentir", "nie": "nier", "conteste": "contester", "réfute": "réfuter"}
TAKEN_UP = frozenset(("il", "elle", "ils", "elles"))
INSERT = 16
EARLY = 5
CLAUSES = frozenset(("acl", "xcomp", "advcl", "ccomp", "dep"))
VIEW = frozenset(("yeux", "lui", "elle", "eux", "elles"))


def mend_charges(doc: Doc) -> None:
    """Hangs what stands behind such words where it belongs. Changes `doc`."""
    for token in doc:
        word = lower(token)
        if word == "ce":
            _call_by_name(token)
        elif word == "quant":
            _lead_with(token)
        elif word == "tour":
            _accuse_in_turn(token)
        elif word in DATIVE:
            _ascribe_behind_relative(token)
        elif word in DENYING and token.dep_ in ("fixed", "dep"):
            _deny_behind(token)
        elif word in VIEW:
            _hold_guilty(token)
        elif token.pos_ == "VERB" and token.lemma_ in REPEATED:
            _free_owner(token)
        elif token.pos_ == "VERB" and token.lemma_ in SPEAKING and is_participle(token, "Pres"):
            _give_back_to_speaker(token)
        elif token.pos_ == "VERB" and token.lemma_ in ADDRESSING:
            _address_behind_insert(token)


def _call_by_name(what: Token) -> None:
    """«X dénonce ce qu'il appelle l'agression de Y»: it is the aggression that X denounces."""
    naming = next((c for c in what.children if c.dep_ == "acl:relcl" and c.lemma_ in NAMES), None)
    if (
        naming is None
        or what.head.pos_ not in VERBAL
        or what.i + 1 >= naming.i
        or lower(what.nbor()) not in THAT
    ):
        return
    named = [c for c in naming.children if c.i > naming.i and c.pos_ == "NOUN"]
    thing = next((t for t in named if case_of(t) in ("", "de", "comme")), None)
    if thing is None:
        return
    for child in list(thing.children):
        if child.dep_ in ("case", "mark") and child.i < thing.i:
            child.head = naming
    thing.head, thing.dep_ = what.head, "obj"
    naming.head, naming.dep_, naming.lemma_ = thing, "parataxis", "nommer"
    what.head, what.dep_ = naming, "dep"


def _accuse_in_turn(turn: Token) -> None:
    """«accuse tour à tour A, B et C»: they are the objects, and no turn is."""
    doc, verb = turn.doc, turn.head
    if turn.i + 3 >= turn.sent.end or lower(doc[turn.i + 1]) != "à" or lower(doc[turn.i + 2]) != "tour":
        return
    second = doc[turn.i + 2]
    if verb is second:
        verb = second.head
    turn.head, turn.dep_ = verb, "advmod"
    second.head, second.dep_ = turn, "fixed"
    doc[turn.i + 1].head = turn
    for child in [*second.children, *turn.children]:
        if child.i > second.i and child.pos_ in NAMING and not case_of(child) and verb.pos_ in VERBAL:
            child.head, child.dep_ = verb, "obj"


def _ascribe_behind_relative(case: Token) -> None:
    """«a attribué l'attaque, qui a fait six morts, à X»: behind the clause between commas, «à X» is again of
    the verb before it."""
    name = case.head
    if name.i < case.i or case.i < case.sent.start + 4 or case.nbor(-1).text != ",":
        return
    within = name.head
    while within.pos_ not in VERBAL and within.head is not within:
        within = within.head
    torn = within.dep_ == "ccomp" and any(lower(c) in RELATIVE for c in within.children)
    if within.dep_ != "acl:relcl" and not torn:
        return
    over = next((t for t in (within.head, *within.head.ancestors) if t.pos_ in VERBAL), None)
    ascribes = over is not None and over.lemma_ in ASCRIBING and over.i < within.i and not is_passive(over)
    if over is None or not ascribes or not objects(over):
        return
    name.head, name.dep_ = over, "obl:arg"


def _hold_guilty(view: Token) -> None:
    """«X, coupable à ses yeux d'avoir …», «…, coupable selon lui de …»: of what X is guilty."""
    doc = view.doc
    start = max(view.sent.start, view.i - 3)
    adjective = next((t for t in doc[start : view.i] if t.lemma_ in GUILTY), None)
    if adjective is None or view.i + 2 >= view.sent.end:
        return
    for child in list(view.children):
        if child.i > view.i and child.pos_ in (*VERBAL, *NAMING):
            child.head = adjective
    before = doc[adjective.i - 1]
    if before.text == "," and adjective.i - 2 >= view.sent.start and doc[adjective.i - 2].pos_ == "PROPN":
        adjective.head, adjective.dep_ = doc[adjective.i - 2], "amod"


def _free_owner(participle: Token) -> None:
    """«les accusations répétées de X contre Y»: whose accusations they are."""
    noun = participle.head
    if participle.dep_ not in ("acl", "amod") or noun.pos_ != "NOUN" or noun.i != participle.i - 1:
        return
    for child in list(participle.children):
        if child.i > participle.i and child.pos_ in NAMING and case_of(child) == "de":
            child.head, child.dep_ = noun, "nmod"


def _address_behind_insert(verb: Token) -> None:
    """«X a accusé mardi, lors d'une session à Z, Y d'armer W»: Y is accused, and of that, whatever stands
    between the commas."""
    doc, end = verb.doc, verb.sent.end
    first = next((t.i for t in doc[verb.i + 1 : min(verb.i + EARLY, end)] if t.text == ","), end)
    if first + 2 >= end or is_passive(verb) or any(_is_object(c) for c in doc[verb.i : first]):
        return
    behind = doc[first + 1 : min(first + INSERT, end - 2)]
    comma = next((t for t in behind if t.text == "," or is_finite(t)), None)
    if comma is None or comma.text != "," or doc[comma.i + 1].pos_ not in ("DET", "PROPN"):
        return
    name = doc[comma.i + 1]
    while comma.i < name.head.i and name.head is not name and name.head.pos_ in NAMING and name.head.i < end:
        name = name.head
    act = name.head if name.dep_ in SUBJECTS and name.head.i > name.i else None
    of_act = act is not None and any(lower(c) in TO and name.i < c.i < act.i for c in act.children)
    if name.pos_ not in NAMING or case_of(name) or not (of_act or verb.i <= name.head.i < comma.i):
        return
    if act is not None:
        for child in [c for c in act.children if c.i <= comma.i]:
            child.head = verb
        act.head, act.dep_ = verb, "xcomp"
    inside = [t for t in doc[verb.i : comma.i] if t.pos_ != "PUNCT"]
    for clause in [c for t in (*inside, name) for c in t.children if c.i > name.i and c.dep_ in CLAUSES]:
        if any(lower(c) in TO and c.i < clause.i for c in clause.children):
            clause.head, clause.dep_ = verb, "xcomp"
    name.head, name.dep_ = verb, "obj"


def _is_object(word: Token) -> bool:
    return word.dep_ in ("obj", "iobj") and word.pos_ in NAMING


def _deny_behind(denial: Token) -> None:
    """«…, ce que dément X»: X denies it."""
    doc, end = denial.doc, denial.sent.end
    if denial.i < denial.sent.start + 2 or lower(doc[denial.i - 2]) != "ce":
        return
    name = next((t for t in doc[denial.i + 1 : min(denial.i + 4, end)] if t.pos_ in NAMING), None)
    if name is None or case_of(name):
        return
    denial.head, denial.dep_, denial.pos_ = doc[denial.i - 2], "acl:relcl", "VERB"
    denial.lemma_ = DENYING[lower(denial)]
    name.head, name.dep_ = denial, "nsubj"
    doc[denial.i - 1].head, doc[denial.i - 1].dep_ = denial, "obj"


def _lead_with(quant: Token) -> None:
    """«Quant à X, il accuse Y»: X does."""
    name = quant.head
    verb = name.head
    if quant.i != quant.sent.start or quant.dep_ != "case" or verb.pos_ not in VERBAL:
        return
    taken_up = next((c for c in verb.children if c.dep_ == "nsubj" and lower(c) in TAKEN_UP), None)
    if taken_up is None or not name.i < taken_up.i:
        return
    taken_up.dep_, quant.dep_, name.dep_ = "expl", "dep", "nsubj"


def _give_back_to_speaker(participle: Token) -> None:
    """«X a demandé à Y de sanctionner Z, dénonçant …»: X denounces, and not Y."""
    deed = participle.head
    if participle.dep_ != "advcl" or participle.i == 0 or participle.nbor(-1).text != ",":
        return
    while deed.dep_ == "xcomp" and "VerbForm=Inf" in str(deed.morph) and deed.head.pos_ in VERBAL:
        deed = deed.head
    participle.head = deed
