"""Subjects that the parser gives to the wrong verb, takes for objects or leaves out: «Le 3 mai, X et Y ont
signé …», «X, accusé par Y d'armer Z, a démenti», «Sanaa, aux mains de X, a été la cible de frappes»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    OF_WHICH,
    SUBJECTS,
    THAT,
    VERBAL,
    case_of,
    is_finite,
    is_participle,
    is_passive,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mended_appositions import (
    mend_apposed_behind,
    mend_apposed_conjunct,
    mend_apposed_holder,
    mend_apposed_object,
    mend_apposition,
    mend_headed_name,
)
from sahelgraph.extract.mended_lists import (
    mend_first_of_pair,
    mend_joined_name,
    mend_joined_object,
    mend_joined_to_adjective,
    mend_joined_to_complement,
    mend_listed_objects,
    mend_torn_pair,
)
from sahelgraph.extract.mended_openers import mend_torn_relative, mend_torn_subject
from sahelgraph.extract.mended_relatives import (
    may_name,
    mend_antecedent,
    mend_antecedent_number,
    mend_antecedent_of_time,
    mend_bracketed_names,
    mend_cleft,
    mend_inverted,
    mend_joined_relative,
    mend_participle_of_name,
    mend_relative,
    mend_relative_beside,
    mend_relative_of_name,
    mend_second_relative,
    mend_to_whom,
    mend_whose,
)
from sahelgraph.extract.mended_speech import mend_sources, mend_told_by
from sahelgraph.extract.trees import Doc, Token

WHEN = frozenset(("après", "avant", "depuis", "malgré", "pendant", "durant", "lors de", "suite à"))
MODAL = frozenset(("devoir", "pouvoir", "aller"))
IMPERSONAL = word_set("mended_subjects", "impersonal")
GETTING = word_set("mended_subjects", "getting")
ALONE = (*VERBAL, "NOUN", "PROPN", "ADJ")
"""The kinds of words that a repair may be about though nothing hangs on them."""
TIMES = ("reprises", "fois", "endroits")
AIMING = word_set("mended_subjects", "aiming")


def mend_subjects(doc: Doc, contents: frozenset[str]) -> None:
    """In «A et B ont attaqué» makes A the subject and B its conjunct, where the parser coordinated A with
    the verb; makes a subject of the name before a verb without one, and hangs «, qui …» on the name before
    the comma. `contents` are the nouns whose clause says what they are about. Changes `doc`."""
    mend_bracketed_names(doc)
    for token in doc:
        if token.lower in OF_WHICH:
            mend_whose(token) if token.lower == "dont" else mend_to_whom(token)
        if token.children or token.pos_ in ALONE:
            _mend_phrase(token)
            if token.pos_ in VERBAL:
                _mend_clause(token)
                _mend_names(token, contents)
    for verb in doc:
        if verb.pos_ in VERBAL and verb.dep_ == "conj":
            mend_first_of_pair(verb)


def _mend_phrase(head: Token) -> None:
    """What the parser may have hung on any word."""
    _mend_adjective(head)
    mend_headed_name(head)
    mend_torn_relative(head)
    mend_apposed_holder(head)
    mend_joined_to_adjective(head)
    mend_joined_to_complement(head)
    _mend_repeated(head)
    mend_apposed_conjunct(head)
    _mend_bare_subject(head)
    _mend_torn_copula(head)


def _mend_clause(verb: Token) -> None:
    """Whose verb it is, and of which clause."""
    _mend_heading(verb)
    mend_torn_subject(verb)
    mend_joined_relative(verb)
    mend_second_relative(verb)
    mend_relative_beside(verb)
    mend_told_by(verb)
    mend_sources(verb)
    _mend_absolute(verb)
    _mend_expletive(verb)
    _mend_number_two(verb)
    _mend_behind_when(verb)
    _mend_fronted_object(verb)
    _mend_second_subject(verb)
    _mend_joined_inside(verb)
    _mend_enclosed_object(verb)
    _mend_subject_of_infinitive(verb)


def _mend_names(verb: Token, contents: frozenset[str]) -> None:
    """On which name a relative clause hangs, and which names go with the subject or object of a verb."""
    mend_apposed_object(verb)
    mend_relative(verb, contents)
    mend_relative_of_name(verb)
    mend_participle_of_name(verb)
    mend_cleft(verb)
    mend_apposed_behind(verb)
    mend_antecedent(verb)
    mend_antecedent_number(verb)
    mend_antecedent_of_time(verb)
    mend_joined_name(verb)
    mend_joined_object(verb)
    mend_listed_objects(verb)
    _mend_given(verb)
    mend_torn_pair(verb)
    mend_apposition(verb)
    mend_inverted(verb)


def _mend_repeated(token: Token) -> None:
    """«ont attaqué à plusieurs reprises des casernes», «ont pris pour cible la caserne»: the barracks are
    attacked."""
    if lower(token) not in TIMES and lower(token) not in AIMING:
        return
    if lower(token) in AIMING and any(c.dep_ == "det" for c in token.children):
        return
    if token.head.pos_ not in VERBAL or not case_of(token):
        return
    for child in list(token.children):
        if child.i < token.i or child.dep_ != "nmod":
            continue
        bare = child.left_edge.i == token.i + 1 and not case_of(child)
        if bare or any(lower(c) == "des" for c in child.children):
            child.head, child.dep_ = token.head, "obj"


def _mend_adjective(token: Token) -> None:
    """«les combats à la frontière malienne ont …»: an adjective right behind a noun is no subject."""
    if token.pos_ != "ADJ" or token.dep_ not in SUBJECTS or token.i == token.sent.start:
        return
    before = token.nbor(-1)
    if before.pos_ == "NOUN" and before.dep_ not in SUBJECTS and token.text[0].islower():
        token.head, token.dep_ = before, "amod"


def _mend_bare_subject(predicate: Token) -> None:
    """«Sanaa, aux mains de X, a été la cible de frappes»: the name that opens the sentence is the subject of
    what it is said to be, where there is no other."""
    copula = next((c for c in predicate.children if c.dep_ == "cop"), None)
    others = (c for c in predicate.children if lower(c) not in ("se", "s'"))
    if copula is None or any(c.dep_ in SUBJECTS or c.dep_.startswith("expl") for c in others):
        return
    opening = next((c for c in predicate.children if c.pos_ == "PROPN" and c.i < copula.i), None)
    if opening is not None and opening.left_edge.i == predicate.sent.start and not case_of(opening):
        opening.dep_ = "nsubj"


def _mend_torn_copula(copula: Token) -> None:
    """«X a été, hier, la cible de Y», «X est, depuis 2012, membre de Y»: what X is stands behind the commas
    that tear the parse."""
    told = {c.dep_ for c in copula.children}
    if copula.lemma_ != "être" or not told & SUBJECTS or told & {"xcomp", "attr", "obj", "obl:agent"}:
        return
    following = copula.doc[copula.i + 1 : copula.sent.end]
    commas = [t.i for t in following if t.text == ","][:2]
    if len(commas) < 2 or commas[0] != copula.i + 1:
        return
    predicate = next((t for t in copula.doc[commas[1] + 1 : copula.sent.end] if t.pos_ == "NOUN"), None)
    if predicate is None or predicate.left_edge.i != commas[1] + 1 or case_of(predicate):
        return
    if predicate.i - commas[1] > 2 or copula not in predicate.ancestors:
        return
    head, relation = copula.head, copula.dep_
    predicate.head, predicate.dep_ = (predicate, relation) if head is copula else (head, relation)
    for child in list(copula.children):
        child.head = predicate
    copula.head, copula.dep_, copula.pos_ = predicate, "cop", "AUX"


def _mend_heading(verb: Token) -> None:
    """«Syrie : à Alep, X a frappé un hôpital», «X aux portes de Goma, Y accuse Z»: what a colon or a comma
    closes is the subject of nothing behind it, where a verb in the singular has another."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    for heading in subjects[:-1]:
        between = [t.text for t in verb.doc[heading.i + 1 : subjects[-1].i]]
        if ":" in between or ("," in between and _is_sole(subjects[-1], verb)):
            heading.dep_ = "dislocated"


def _is_sole(subject: Token, verb: Token) -> bool:
    """Does a name stand right before a verb in the singular?"""
    leads = verb.doc[subject.right_edge.i + 1 : verb.i]
    is_close = all(t.pos_ in ("AUX", "PRON", "ADV") for t in leads)
    finite = next((t for t in (*leads, verb) if is_finite(t)), verb)
    return is_close and subject.pos_ in NAMING and "Number=Sing" in str(finite.morph)


def _mend_second_subject(verb: Token) -> None:
    """«Mardi, les militaires ont arrêté le président X»: of two subjects, the one behind the verb is its
    object."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and not case_of(c)]
    if len(subjects) != 2 or not subjects[0].i < verb.i < subjects[1].i or is_passive(verb):
        return
    nouns = all(t.pos_ in NAMING for t in subjects)
    if nouns and not any(c.dep_ == "obj" or c.dep_.startswith("expl") for c in verb.children):
        subjects[1].dep_ = "obj"


def _mend_joined_inside(verb: Token) -> None:
    """«L'accord conclu par X et Y sera signé»: Y is joined to X, as the verb is of one."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if len(subjects) != 2 or "Number=Sing" not in _morphology(verb) or "Number=Plur" in _morphology(verb):
        return
    first, second = subjects
    joint = second.left_edge.nbor(-1) if second.left_edge.i > first.i + 1 else first
    if lower(joint) != "et" or joint.i < first.i + 2:
        return
    before = joint.nbor(-1)
    inner = before if before.pos_ in NAMING else before.head
    if inner is first or inner not in first.subtree or inner.pos_ not in NAMING:
        return
    second.head, second.dep_ = inner, "conj"
    joint.head, joint.dep_ = second, "cc"


def _mend_enclosed_object(verb: Token) -> None:
    """«X, accusé par Y d'armer les rebelles, a démenti»: the noun between an infinitive and a comma is its
    object and no subject of the verb behind; X is, and the infinitive says what X is accused of."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if not subjects or len(subjects) > 2 or subjects[-1].pos_ not in NAMING:
        return
    enclosed = subjects[-1]
    before, behind = enclosed.left_edge.i - 1, enclosed.right_edge.i + 1
    if before <= verb.sent.start or behind >= verb.i or verb.doc[behind].text != ",":
        return
    infinitive = verb.doc[before]
    if "VerbForm=Inf" not in infinitive.morph or any(c.dep_ == "obj" for c in infinitive.children):
        return
    if len(subjects) == 2:
        name = subjects[0]
    elif verb.dep_ in ("ccomp", "xcomp") and verb.head is infinitive and infinitive.head.dep_ == "acl":
        name = infinitive.head.head
        verb.head, verb.dep_ = name.head if name.head is not name else verb, name.dep_
        name.head, name.dep_ = verb, "nsubj"
    else:
        return
    enclosed.head, enclosed.dep_ = infinitive, "obj"
    said = [c for c in name.children if c.dep_ == "acl" and is_participle(c, "Past") and c.i < before]
    if said and infinitive.head is verb:
        infinitive.head, infinitive.dep_ = said[-1], "xcomp"


def _mend_subject_of_infinitive(verb: Token) -> None:
    """«après avoir vaincu le X»: what stands behind an infinitive is its object."""
    forms = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    if is_passive(verb) or not any("VerbForm=Inf" in t.morph for t in forms):
        return
    objects = [c for c in verb.children if c.dep_ in ("obj", "ccomp", "xcomp")]
    behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i and c.pos_ in NAMING]
    if len(behind) == 1 and not objects and not case_of(behind[0]):
        behind[0].dep_ = "obj"


def _mend_given(verb: Token) -> None:
    """«a reçu de la Chine des blindés»: from whom, and what, which the parser took for one phrase."""
    if verb.lemma_ not in GETTING:
        return
    for giver in list(verb.children):
        if giver.dep_ != "obj" or giver.pos_ != "PROPN" or not case_of(giver) or giver.i < verb.i:
            continue
        gifts = [c for c in giver.children if c.dep_ == "nmod" and c.i > giver.i and case_of(c) == "de"]
        if gifts and any(lower(c) == "des" for c in gifts[0].children):
            giver.dep_ = "obl:arg"
            gifts[0].head, gifts[0].dep_ = verb, "obj"


def _mend_absolute(participle: Token) -> None:
    """«Un convoi a été visé, X pointant du doigt Y»: X does, which the parser hung on the main verb."""
    if not is_participle(participle, "Pres") or participle.i < participle.sent.start + 3:
        return
    name, over = participle.nbor(-1), participle.head
    first = name.left_edge
    if (over == name or over in name.ancestors) and name.dep_ == "conj" and lower(first) in ("et", "tandis"):
        _mend_second_absolute(participle, name)
        return
    if name.pos_ not in NAMING or case_of(name) or first.nbor(-1).text != "," or name.head != over:
        return
    if over.pos_ in VERBAL and name.dep_ not in SUBJECTS and any(c.dep_ in SUBJECTS for c in over.children):
        name.head, name.dep_ = participle, "nsubj"


def _mend_second_absolute(participle: Token, name: Token) -> None:
    """«…, X armant Y et Z armant W»: Z does, and is not armed by X."""
    before = next((a for a in name.ancestors if is_participle(a, "Pres") and a.i < name.i), None)
    if before is not None and any(c.dep_ in SUBJECTS for c in before.children):
        participle.head, participle.dep_ = before, "conj"
        name.head, name.dep_ = participle, "nsubj"


def _mend_expletive(verb: Token) -> None:
    """«a exigé de X qu'il cesse de tirer», «Il doit rencontrer Y»: somebody is to, which is no impersonal
    verb."""
    if verb.pos_ != "VERB":
        return
    does = next((c for c in verb.children if c.dep_ == "xcomp"), None) if verb.lemma_ in MODAL else verb
    if does is None or does.lemma_ in IMPERSONAL or is_passive(does):
        return
    for pronoun in verb.children:
        if lower(pronoun) == "il" and pronoun.dep_ == "expl:subj" and not is_passive(verb):
            pronoun.dep_ = "nsubj"


def _mend_behind_when(verb: Token) -> None:
    """«Après des combats entre X et Y, Z a appelé au calme»: Z did, where the parser joined it to what only
    says when."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if len(subjects) != 1 or case_of(subjects[0]) not in WHEN or subjects[0].pos_ != "NOUN":
        return
    moment = subjects[0]
    for name in moment.children:
        joined = name.dep_ == "conj" and name.i < verb.i and name.pos_ in NAMING and not case_of(name)
        if joined and "," in (name.left_edge.text, name.left_edge.nbor(-1).text):
            name.head, name.dep_, moment.dep_ = verb, moment.dep_, "obl:mod"
            return


def _mend_number_two(verb: Token) -> None:
    """«Le numéro deux de la diplomatie est arrivé»: he did, and it does not say when."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    first = next((c for c in verb.children if lower(c) == "numéro" and c.dep_ == "obl:mod"), None)
    if first is not None and first.i < verb.i and not case_of(first):
        first.dep_ = "nsubj"


def _mend_fronted_object(verb: Token) -> None:
    """«Samedi, X, qui accuse Y, a décidé …», «Le 3 mai, X et Y ont signé …»: nothing but a pronoun stands as
    object before its verb; nor does «A, B et C ont signé» have A as one."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ != "DET"]
    for name in [c for c in verb.children if c.dep_ == "obj" and c.pos_ == "PROPN"]:
        if any(name.i < s.i < verb.i and _are_listed([name, s]) for s in subjects):
            name.dep_ = subjects[0].dep_
    if any(s.pos_ != "NUM" for s in subjects) or "VerbForm=Fin" not in _morphology(verb):
        return
    before = [
        c
        for c in verb.children
        if (
            c.dep_ == "obj"
            or (c.dep_ == "iobj" and not is_passive(verb))
            or (c.dep_ in ("obl:mod", "dep") and c.pos_ == "PROPN")
        )
        and c.i < verb.i
        and may_name(c)
        and not case_of(c)
        and lower(c) not in THAT
    ]
    if not before or (len(before) > 1 and not _are_listed(before)):
        return
    for day in subjects:
        day.dep_ = "obl:mod"
    first = before[0]
    first.dep_ = "nsubj"
    for other in before[1:]:
        other.head, other.dep_ = first, "conj"


def _are_listed(names: list[Token]) -> bool:
    """«A, B et C»: do only commas, articles and «et» stand between the names?"""
    between = names[0].doc[names[0].i + 1 : names[-1].i]
    plain = ("DET", "PUNCT", "CCONJ")
    return all(t in names or t.pos_ in plain or (t.head in names and t.dep_ == "appos") for t in between)


def _morphology(verb: Token) -> str:
    """The morphology of a verb and of its auxiliaries."""
    return " ".join(str(t.morph) for t in (verb, *(c for c in verb.children if c.dep_.startswith("aux"))))
