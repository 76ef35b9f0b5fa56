"""Relative clauses that the parser takes for others: «que» for a conjunction, the noun behind the verb for
its object («les otages que détient X»), a name in an aside for who is meant by «qui»."""

from __future__ import annotations

from sahelgraph.extract.concord import is_of_several
from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    THAT,
    VERBAL,
    case_of,
    is_participle,
    is_passive,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.predicate_nouns import is_predicate
from sahelgraph.extract.trees import Doc, Token

TIMES = word_set("mended_relatives", "times")
TORN = frozenset(("ccomp", "advcl", "parataxis"))
INVERTING = frozenset(("que", "qu'", "dont", "où"))


CHARGING = frozenset(("accuser", "soupçonner", "suspecter"))


def mend_joined_relative(verb: Token) -> None:
    """«X, allié à Y et qui combat Z»: a second thing said of X, and nothing of Y."""
    who = next((c for c in verb.children if lower(c) == "qui" and c.dep_ in SUBJECTS), None)
    if who is None or who.i < verb.sent.start + 2 or lower(who.nbor(-1)) != "et":
        return
    said = verb.head
    first = said if said.dep_ in ("acl", "amod", "appos") else said.head
    if first.dep_ in ("acl", "amod", "appos") and first.head.pos_ in NAMING and first.i < who.i:
        verb.head, verb.dep_ = first.head, "acl:relcl"


def mend_second_relative(verb: Token) -> None:
    """«X, qui combat Y et que soutient Z»: the second clause, with a pronoun of its own, is of X."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "acl:relcl" or first.head.i > first.i:
        return
    own = next((c for c in verb.children if first.i < c.i < verb.i and lower(c) in INVERTING), None)
    if own is not None and own.nbor(-1).pos_ == "CCONJ":
        verb.head, verb.dep_ = first.head, "acl:relcl"
        if lower(own) in THAT:
            own.dep_, own.pos_ = "obj", "PRON"


def mend_relative_beside(verb: Token) -> None:
    """«X, classé terroriste par Y mais qui est soutenu par Z»: both are said of X."""
    who = next((c for c in verb.children if lower(c) == "qui" and c.i < verb.i), None)
    if who is None or who.i < verb.sent.start + 4 or lower(who.nbor(-1)) not in ("mais", "et"):
        return
    before = who.nbor(-1).nbor(-1)
    over = (a for a in (before, *before.ancestors) if a.dep_ in ("acl", "amod") and is_participle(a, "Past"))
    said = next(over, None)
    if said is not None and said.head.i < said.i < before.i and verb not in said.ancestors:
        verb.head, verb.dep_ = said.head, "acl:relcl"


def mend_relative(verb: Token, contents: frozenset[str]) -> None:
    """«l'offensive que X a lancée», «a levé l'embargo qu'elle imposait»: the clause behind a noun lacks an
    object or a subject, so «que» is no conjunction."""
    marks = (c for c in verb.children if c.dep_ in ("mark", "obj") and lower(c) in THAT)
    that = next((c for c in marks if c.sent.start < c.i < verb.i), None)
    if that is None or not (verb.dep_ == "acl" or (verb.dep_ == "ccomp" and that.dep_ == "obj")):
        return
    noun = verb.head if verb.dep_ == "acl" else that.nbor(-1)
    if noun.text == "," and is_predicate(verb.head) and verb.head.i < that.i:
        noun = verb.head  # «X est un groupe né en 2012, que Y combat»
        verb.head, verb.dep_, that.dep_, that.pos_ = noun, "acl:relcl", "obj", "PRON"
        return
    if noun.text == "," and that.pos_ == "PRON" and (name := before_brackets(noun)).pos_ in NAMING:
        if name is not verb and verb not in name.ancestors:
            verb.head, verb.dep_ = name, "acl:relcl"  # «exige le départ de X, qu'il accuse de …»
        return
    if noun.pos_ != "NOUN" or noun.i > that.i or noun.lemma_ in contents or noun.head is verb:
        return
    if is_passive(verb) or any(c.dep_ == "cop" for c in noun.children):  # «c'est dans ce pays que …»
        return
    relations = {c.dep_ for c in verb.children if c.i > that.i}
    if "obj" not in relations or not relations & SUBJECTS:
        verb.head, verb.dep_, that.dep_, that.pos_ = noun, "acl:relcl", "obj", "PRON"


def mend_relative_of_name(verb: Token) -> None:
    """«X, que Y accuse d'armer Z, a nié», «a rompu ses liens avec X, qu'elle accuse de …»: behind a name and
    a comma, «que» is no conjunction of a clause that lacks an object."""
    if verb.dep_ == "acl:relcl":
        _mend_charged(verb)
    that = next((c for c in verb.children if c.dep_ == "mark" and lower(c) in THAT), None)
    has_content = verb.dep_ == "ccomp" and any(c.dep_ == "obj" and c.i < verb.i for c in verb.head.children)
    if (
        not (verb.dep_ in ("advcl", "acl") or has_content)
        or that is None
        or that.i < verb.sent.start + 2
        or that.nbor(-1).text != ","
    ):
        return
    name = before_brackets(that.nbor(-1))
    relations = {c.dep_ for c in verb.children if c.i > that.i}
    is_within = name == verb or verb in name.ancestors
    is_name = name.pos_ == "PROPN" or name.text[:1].isupper()
    if is_name and not is_within and relations & SUBJECTS and "obj" not in relations:
        verb.head, verb.dep_, that.dep_, that.pos_ = name, "acl:relcl", "obj", "PRON"


def _mend_charged(verb: Token) -> None:
    """«la rupture de ses liens avec X, qu'il accuse d'armer Y (Z)»: the name before the comma is accused, and
    not the noun above it nor the name in brackets."""
    that = next((c for c in verb.children if c.i < verb.i and lower(c) in THAT), None)
    if that is None or that.i < verb.sent.start + 2:
        return
    is_charge = any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children)
    before = that.nbor(-1)
    if before.text != ",":  # «les actions des soldats turcs qu'il accuse d'avoir tiré»
        name = before.head if before.dep_ == "amod" else before
        if is_charge and name.dep_ == "nmod" and name.head is verb.head and verb.lemma_ in CHARGING:
            verb.head, that.dep_, that.pos_ = name, "obj", "PRON"
        return
    name = before_brackets(before)
    is_behind = verb.head in name.ancestors and verb not in name.ancestors
    if (name.pos_ == "PROPN" or name.text[:1].isupper()) and is_behind and is_charge:
        verb.head, that.dep_, that.pos_ = name, "obj", "PRON"


def mend_bracketed_names(doc: Doc) -> None:
    """«les rebelles du Front Y (FY)»: what stands alone in brackets behind a name is another name of it, and
    no object of a verb. Changes `doc`."""
    for sign in doc:
        if sign.text != "(" or not sign.sent.start < sign.i < sign.sent.end - 2:
            continue
        before, name = sign.nbor(-1), sign.nbor()
        is_alone = name.nbor().text == ")" and name.pos_ in NAMING and not name.children
        if is_alone and before.pos_ in NAMING and before.text[:1].isupper() and name.head.pos_ in VERBAL:
            name.head, name.dep_ = before, "appos"


def mend_participle_of_name(verb: Token) -> None:
    """«tombée aux mains du Front Y (FY) aidé par Z», «a reçu X, groupe signataire allié de Y»: the participle
    right behind a name, or behind the noun that the parser saw no clause of, is said of that."""
    is_torn = verb.dep_ == "acl" and verb.head.pos_ in VERBAL
    if not (verb.dep_ == "advcl" or is_torn) or verb.head.i > verb.i or verb.i < verb.sent.start + 2:
        return
    name = before_brackets(verb) if verb.nbor(-1).text == ")" else verb.nbor(-1)
    if is_torn and name.pos_ == "ADJ" and name.head.i == name.i - 1:
        name = name.head
    is_apposed = is_torn and name.pos_ == "NOUN" and name.i > 0 and name.nbor(-1).text == ","
    is_bare = is_participle(verb, "Past") and not any(c.dep_.startswith("aux") for c in verb.children)
    if is_bare and (name.pos_ == "PROPN" or is_apposed) and verb not in name.ancestors:
        verb.head, verb.dep_ = name, "acl"


def lower_relatives(doc: Doc, control: frozenset[str]) -> None:
    """«X, que Y accuse Z d'armer», «X, que Y tente de déloger»: «que» is the object of the infinitive, which
    has none. `control` are the verbs whose object does what the infinitive says. Changes `doc`."""
    for that in doc:
        verb = that.head
        if that.pos_ != "PRON" or that.dep_ != "obj" or lower(that) not in THAT:
            continue
        if verb.pos_ not in VERBAL or that.i > verb.i:
            continue
        behind = [c for c in verb.children if c.i > verb.i]
        infinitive = next((c for c in behind if c.dep_ == "xcomp" and "VerbForm=Inf" in str(c.morph)), None)
        if infinitive is None or any(c.dep_ in ("obj", "ccomp") for c in infinitive.children):
            continue
        if infinitive.lemma_ not in control and any(c.dep_ == "xcomp" for c in infinitive.children):
            continue
        has_other = any(c.dep_ == "obj" and c.pos_ in NAMING and not case_of(c) for c in behind)
        if has_other or verb.lemma_ not in control:
            that.head = infinitive


def mend_cleft(verb: Token) -> None:
    """«C'est X que Y accuse»: it is X whom Y accuses, where the clause lacks an object."""
    named = verb.head
    that = next((c for c in verb.children if c.dep_ == "mark" and lower(c) in THAT), None)
    if that is None or named.i > that.i or case_of(named) or is_passive(verb):
        return
    is_cleft = any(c.dep_ == "expl:subj" and lower(c) in ("c'", "ce") for c in named.children)
    if is_cleft and not any(c.dep_ == "obj" and c.i > that.i for c in verb.children):
        verb.dep_, that.dep_, that.pos_ = "acl:relcl", "obj", "PRON"


def mend_to_whom(pronoun: Token) -> None:
    """«X, auquel Y attribue l'attaque»: Y is the subject, and to X it is done."""
    verb = pronoun.head
    if pronoun.dep_ not in SUBJECTS or verb.pos_ not in VERBAL or pronoun.i > verb.i:
        return
    pronoun.dep_ = "obl:arg"
    name = next((c for c in pronoun.children if c.pos_ in NAMING and pronoun.i < c.i < verb.i), None)
    if name is not None and not any(c.dep_ in SUBJECTS for c in verb.children):
        name.head, name.dep_ = verb, "nsubj"


def mend_whose(pronoun: Token) -> None:
    """«X, dont Y dénonce le soutien à Z»: X's support, where the parser hung «dont» on a name."""
    name = pronoun.head
    verb = name.head if name.dep_ in SUBJECTS else name
    if verb.dep_ != "acl:relcl" or verb.i < pronoun.i or (name is not verb and name.pos_ != "PROPN"):
        return
    things = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ == "NOUN"]
    if things and not any(case_of(c) == "de" for c in things[0].children):
        pronoun.head, pronoun.dep_ = things[0], "nmod"


def mend_antecedent_number(verb: Token) -> None:
    """«le tir de roquettes qui a visé X»: the shelling has."""
    noun, above = verb.head, verb.head.head
    relative = any(lower(c) == "qui" and c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ != "acl:relcl" or not relative or noun.dep_ != "nmod" or above.pos_ != "NOUN":
        return
    is_torn = "Number=Plur" in str(noun.morph) and "Number=Sing" in str(above.morph)
    if noun.pos_ == "NOUN" and is_torn and not is_of_several(verb):
        verb.head = above


def mend_antecedent_of_time(verb: Token) -> None:
    """«un groupe apparu à la fin de 2013, qui combat X»: the group does, and not the end of the year."""
    who = next((c for c in verb.children if lower(c) == "qui" and c.dep_ in SUBJECTS), None)
    if verb.dep_ != "acl:relcl" or who is None or who.i < 2 or who.nbor(-1).text != ",":
        return
    time = verb.head
    if time.pos_ != "NUM" and lower(time) not in TIMES:
        return
    over = (a for a in time.ancestors if a.pos_ in NAMING and a.i < time.i and lower(a) not in TIMES)
    if (noun := next(over, None)) is not None:
        verb.head = noun


def mend_inverted(verb: Token) -> None:
    """«les otages que détient X», «le soutien dont bénéficie X»: in a relative clause without a subject
    before its verb, the name right behind is the subject."""
    if _is_comparison(verb):
        _give_subject(verb)
        for clitic in (c for c in verb.children if c.i < verb.i and c.dep_ == "obj"):
            clitic.pos_ = "PRON"
    relative = next(
        (c for c in verb.children if lower(c) in INVERTING and c.i < verb.i and c.pos_ == "PRON"), None
    )
    if relative is None or verb.dep_ != "acl:relcl":
        return
    if any(c.dep_ in SUBJECTS and c != relative for c in verb.children):
        return
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ == "obj" and may_name(c) and not case_of(c)]
    if not behind:
        return
    subject = behind[0]
    subject.dep_ = "nsubj"
    if relative.dep_ in SUBJECTS:
        relative.dep_ = "iobj" if lower(relative) == "dont" else "obj"
    for child in list(subject.children):
        if lower(child) == "part" and child.i > subject.i:  # «qu'a reçu X de la part de Y»
            child.head, child.dep_ = verb, "obl:arg"


def _is_comparison(verb: Token) -> bool:
    """«comme l'en accuse X»: a clause whose object is a clitic, without a subject before its verb."""
    before = {lower(c): c.dep_ for c in verb.children if c.i < verb.i}
    is_open = "comme" in before and not any(c.dep_ in SUBJECTS for c in verb.children)
    return is_open and any(before.get(clitic) == "obj" for clitic in ("l'", "le", "la", "les"))


def _give_subject(verb: Token) -> None:
    """Makes a subject of the name right behind a verb."""
    behind = (c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and may_name(c))
    named = next((c for c in behind if not case_of(c)), None)
    if named is not None:
        named.dep_ = "nsubj"


def mend_antecedent(verb: Token) -> None:
    """«A a armé B, qui …»: the name right before a relative clause, also where the parser hung that on
    the verb."""
    relative = next((c for c in verb.children if lower(c) == "qui" and c.dep_ in SUBJECTS), None)
    if relative is None or relative.i < 3:
        return
    comma = relative.nbor(-1)
    before = before_brackets(comma) if comma.text == "," else comma
    if before.pos_ != "PROPN":
        return
    torn = verb.dep_ in TORN and comma.text == "," and verb.head.i < relative.i
    if torn and verb not in before.ancestors:
        verb.head, verb.dep_ = before, "acl:relcl"
    if verb.dep_ == "acl:relcl" and verb.head.i < before.i:
        last_of_list = before.dep_ == "conj" and verb.head in before.ancestors and not is_of_several(verb)
        if verb.head not in before.ancestors or last_of_list:  # «A, B et C (c), qui dirige …»
            verb.head = before


def may_name(token: Token) -> bool:
    """A noun or name, also where the parser takes a name of several words for a pronoun."""
    return token.pos_ in NAMING or " " in token.text


def before_brackets(comma: Token) -> Token:
    """The word before a comma, or before the brackets before it: «le Front X (FX),»."""
    before = comma.nbor(-1)
    if before.text != ")":
        return before
    opening = next((t for t in reversed(comma.doc[comma.sent.start : before.i]) if t.text == "("), before)
    return opening.nbor(-1) if opening.i > comma.sent.start else before
