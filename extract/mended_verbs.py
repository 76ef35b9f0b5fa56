"""Mends verbs that the parser takes for nouns: «Dakar presse Bissau de …», «avoir pilonné»."""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    NAMING,
    PAST_OF_ER,
    SUBJECTS,
    VERBAL,
    case_of,
    has_avoir,
    is_finite,
    lower,
)
from sahelgraph.extract.made_verbs import (
    FINITE,
    PASSIVE_PARTICIPLE,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    asked_behind,
    lead_clause,
    make_verb,
    rise,
    take_agent,
    take_lead,
    take_over,
)
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.verb_forms import (
    DEAD,
    DENIES,
    FIGHTS,
    GERUND,
    HELD,
    PAST,
    PRESENT,
    guess,
    may_be_verb,
    participle_of,
    tense_of,
)

POINTING = ("du", "doigt")
SOMEWHERE = ("à", "en", "au", "aux", "dans", "contre", "depuis", "avec")
BETWEEN = ("ADV", "PUNCT")
NOMINAL = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM")


def mend_verbs(doc: Doc, known: frozenset[str]) -> None:
    """Makes verbs of the nouns that the parser saw where a known verb of the first group stands: between a
    subject and its object, or behind «avoir». Changes `doc`."""
    for token in doc:
        if token.pos_ not in VERBAL and not may_be_verb(lower(token), known):
            continue
        if _is_cut_off(token):
            take_over(token, token.head)
        if _has_led(token, known):
            continue
        _mend_told(token, known)
        if token.pos_ in VERBAL:
            continue
        if verb := _only_verb(token, known, PAST):
            rise(token)
            make_verb(token, verb, f"Mood=Ind|Tense={tense_of(token)}|VerbForm=Fin")
        elif token.pos_ in ("NOUN", "ADJ"):
            _mend_noun(token, known)


def _has_led(token: Token, known: frozenset[str]) -> bool:
    """Makes a word the verb of its clause that leads it for certain; says whether it is one."""
    if lower(token) == DENIES and token.pos_ == "ADV":
        lead_clause(token)
        make_verb(token, "démentir", FINITE)
        return True
    if verb := _between_sides(token, known):
        take_lead(token)
        make_verb(token, verb, FINITE)
        return True
    return False


def _mend_told(token: Token, known: frozenset[str]) -> None:
    """Mends a word whose own part of speech, auxiliary or subject tells what it is."""
    if token.pos_ == "VERB" and _has_article(token):
        token.pos_, token.lemma_ = "NOUN", lower(token)  # «l'opposant», «un assaillant»
    if token.pos_ not in VERBAL and has_avoir(token) and (verb := participle_of(token, known)):
        make_verb(token, verb, PAST_PARTICIPLE)
    if token.pos_ == "VERB" and token.dep_ == "ROOT":
        _mend_object(token)
    if _is_only_finite(token, known):
        rise(token)
        make_verb(token, guess(lower(token), PRESENT, known), FINITE)
    has_subject = token.pos_ == "ADP" and any(c.dep_ in SUBJECTS for c in token.children)
    if has_subject and (verb := guess(lower(token), PRESENT, known)):  # «X multiplie les critiques»
        make_verb(token, verb, FINITE)


def _mend_noun(token: Token, known: frozenset[str]) -> None:
    """Makes a verb of what the parser took for a noun or an adjective."""
    if verb := _gerund_of(token, known):
        token.dep_ = "advcl"
        make_verb(token, verb, PRESENT_PARTICIPLE)
    elif verb := _behind_auxiliary(token, known):
        take_over(token, token.head)
        make_verb(token, verb, PAST_PARTICIPLE)
    elif verb := _before_agent(token, known):
        make_verb(token, verb, PASSIVE_PARTICIPLE)
        take_agent(token)
    elif verb := _behind_relative(token, known):
        make_verb(token, verb, FINITE)
        token.dep_ = "acl:relcl"
    elif verb := _joined_participle(token, known):
        make_verb(token, verb, PASSIVE_PARTICIPLE)
    elif lower(token) in DEAD and any(c.lemma_ == "être" and c.pos_ == "AUX" for c in token.children):
        make_verb(token, "mourir", PAST_PARTICIPLE)
    elif verb := _between_names(token, known):
        make_verb(token, verb, FINITE)
    elif verb := _only_verb(token, known, PRESENT):
        rise(token)
        make_verb(token, verb, FINITE)


def _has_article(verb: Token) -> bool:
    """Does an article stand right before a present participle?"""
    before = verb.doc[verb.i - 1] if verb.i else verb
    present = "VerbForm=Part" in str(verb.morph) and lower(verb).endswith(("ant", "ants", "ante", "antes"))
    return present and before.pos_ == "DET" and before.head == verb


def _is_cut_off(participle: Token) -> bool:
    """«auraient d'ailleurs appuyé des unités»: a participle that the parser hung under its auxiliary."""
    auxiliary = participle.head
    return (
        participle.pos_ == "VERB"
        and participle.dep_ == "xcomp"
        and "VerbForm=Part" in str(participle.morph)
        and auxiliary.lemma_ == "avoir"
        and auxiliary.i < participle.i
        and not any(c.dep_ == "obj" for c in auxiliary.children)
        and not any(c.dep_ in ("mark", "case") for c in participle.children)
    )


def _behind_auxiliary(token: Token, known: frozenset[str]) -> str:
    """«avoir pilonné», where the parser saw a noun."""
    auxiliary = token.head
    if auxiliary.lemma_ != "avoir" or not auxiliary.i < token.i or token.dep_ not in ("obj", "xcomp"):
        return ""
    if any(t.pos_ not in BETWEEN for t in token.doc[auxiliary.i + 1 : token.i]):
        return ""
    return guess(lower(token), PAST_OF_ER, known)


def _gerund_of(token: Token, known: frozenset[str]) -> str:
    """«en mitraillant la ville», where the parser saw a noun."""
    before = token.nbor(-1) if token.i else token
    return guess(lower(token), GERUND, known) if lower(before) == "en" and before.head is token else ""


def _joined_participle(token: Token, known: frozenset[str]) -> str:
    """«ont été enlevés et détenus par X», where the parser saw a noun."""
    first = token.head
    joined = token.dep_ == "conj" and lower(token.nbor(-1)) in ("et", "puis", "ou") if token.i else False
    if not joined or first.pos_ not in VERBAL or not any(c.dep_ == "aux:pass" for c in first.children):
        return ""
    return HELD.get(lower(token), "") or participle_of(token, known)


def _behind_relative(token: Token, known: frozenset[str]) -> str:
    """«X, qui combat Y», where the parser saw a noun."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    relative = lower(before) == "qui" and before.head is token and not case_of(before)
    return guess(lower(token), PRESENT, known) if relative and token.dep_ != "ROOT" else ""


def _before_agent(token: Token, known: frozenset[str]) -> str:
    """«Goma assiégée par X», where the parser saw a second noun of the name."""
    noun = token.head
    following = token.nbor() if token.i + 1 < token.sent.end else token
    behind = token.dep_ in ("flat:name", "nmod", "amod", "appos") and noun.i == token.i - 1
    bare = not any(c.dep_ == "det" for c in token.children)
    return participle_of(token, known) if behind and bare and lower(following) == "par" else ""


def _between_names(token: Token, known: frozenset[str]) -> str:
    """«Dakar presse Bissau de …»: a root without article that has a subject before it."""
    before = [c for c in token.children if c.i < token.i]
    if token.dep_ != "ROOT" or any(c.dep_ in ("det", "cop", "amod", "case") for c in before):
        return ""
    if not any(c.dep_ in SUBJECTS for c in before):
        return ""
    return guess(lower(token), PRESENT, known)


def _between_sides(token: Token, known: frozenset[str]) -> str:
    """«Dakar somme Bissau de partir», whatever the parse: a word like a verb between two names, before an
    infinitive."""
    if token.pos_ in VERBAL or not token.text.islower() or token.i in (0, len(token.doc) - 1):
        return ""
    if not token.nbor(-1).text[0].isupper() or token.nbor(-1).pos_ == "DET":
        return ""
    return guess(lower(token), PRESENT, known) if asked_behind(token) is not None else ""


def _only_verb(token: Token, known: frozenset[str], endings: tuple[str, ...]) -> str:
    """«L'Iran finance le Hezbollah», «le Soudan bombarda la ville»: between a root and an object, in a
    sentence without another verb."""
    subject = token.head
    if (
        token.dep_ not in ("amod", "nmod", "appos", "flat:name", "conj")
        or subject.dep_ != "ROOT"
        or subject.pos_ not in NAMING
        or not subject.i < token.i < token.sent.end - 1
        or any(c.dep_ in ("det", "case", "cc") for c in token.children)
    ):
        return ""
    following = token.doc[token.i + 1]
    fights = lower(token) == FIGHTS[0] and lower(following) in SOMEWHERE
    points = tuple(lower(t) for t in token.doc[token.i + 1 : token.i + 3]) == POINTING
    if not (following.pos_ in ("DET", "PROPN") or points or fights):
        return ""
    if any(t.pos_ in VERBAL for t in token.sent):
        return ""
    return guess(lower(token), endings, known)


def _mend_object(verb: Token) -> None:
    """«X expulse l'ambassadeur de Y»: a bare noun behind a verb is its object, and completes no noun."""
    bare = [c for c in verb.children if c.dep_ == "nmod" and c.i > verb.i and c.pos_ in NAMING]
    subjects = any(c.dep_ in SUBJECTS for c in verb.children)
    if subjects and bare and not any(c.dep_ == "obj" for c in verb.children) and not case_of(bare[0]):
        bare[0].dep_ = "obj"


def _is_only_finite(verb: Token, known: frozenset[str]) -> bool:
    """«Le Kenya expulse un diplomate»: a verb that the parser hung on its subject, in a sentence without
    another one in the indicative."""
    subject = verb.head
    if (
        verb.pos_ != "VERB"
        or not guess(lower(verb), PRESENT, known)
        or verb.dep_ not in ("amod", "acl", "nmod", "appos", "conj")
        or subject.dep_ != "ROOT"
        or subject.pos_ not in NAMING
        or not subject.i < verb.i
        or any(t.pos_ not in NOMINAL for t in verb.doc[subject.i + 1 : verb.i])
        or verb.i + 1 >= verb.sent.end
    ):
        return False
    following = verb.nbor()
    is_given = lower(following) in ("à", "au", "aux")  # «impute aux rebelles l'attaque»
    if following.pos_ not in ("DET", "PROPN") and not is_given and not _is_infinitive_phrase(following):
        return False
    others = (t for t in verb.sent if t is not verb and t.pos_ in VERBAL and is_finite(t))
    return all(verb in t.ancestors for t in others)


def _is_infinitive_phrase(word: Token) -> bool:
    """«de partir», «à se rendre»"""
    behind = word.doc[word.i + 1 : word.i + 3]
    return lower(word) in ("de", "d'", "à") and any("VerbForm=Inf" in str(t.morph) for t in behind)
