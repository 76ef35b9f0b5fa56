"""Clauses without a finite verb that the parser hangs on the wrong word: participles, infinitives, and verbs
joined to another («X a appelé Y à partir et réclamé …»)."""

from __future__ import annotations

from sahelgraph.extract.concord import in_concord
from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    case_of,
    first_conjunct,
    has_auxiliary,
    is_finite,
    is_infinitive,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

SAID_OF_ACTS = word_set("mended_clauses", "said_of_acts")
FEMININE = ("ée", "ées", "ue", "ues", "ie", "ies", "ite", "ites")
LAUNCHED = word_set("mended_clauses", "launched")


def rehang_participles(doc: Doc) -> None:
    """Gives participles that do not agree with the noun they hang on to the nearest noun behind it that
    does, else to the one over it: in «membres d'une coalition soutenue par X» the coalition is supported, in
    «l'embargo sur les armes imposé par X» the embargo is imposed. Changes `doc`."""
    for token in doc:
        if token.dep_ == "advcl" and (noun := _put_in_behind(token)) is not None:
            token.head, token.dep_ = noun, "acl"
        if token.dep_ != "acl" or "VerbForm=Part" not in str(token.morph) or token.head.i >= token.i:
            continue
        if token.head.pos_ == "PROPN" and token.lemma_ == "lancer":
            token.head = next((a for a in token.head.ancestors if a.lemma_ in LAUNCHED), token.head)
        if token.head.pos_ == "PROPN" and token.lemma_ in SAID_OF_ACTS:
            act = next((a for a in token.head.ancestors if a.pos_ == "NOUN" and in_concord(token, a)), None)
            token.head = act or token.head  # «une attaque à Ankara revendiquée par X»
        if token.head.pos_ != "NOUN" or in_concord(token, token.head):
            continue
        name = token.nbor(-2) if token.i > token.sent.start + 1 and token.nbor(-1).text == "," else token
        if name.pos_ == "PROPN" and token.head in name.ancestors and any(map(_is_agent, token.children)):
            token.head = name  # «un assaut contre Goma, tenue par X»
            continue
        for noun in reversed(doc[token.head.i + 1 : token.i]):
            if token in noun.ancestors:
                continue
            if _takes(noun, token):
                token.head = noun
                break
        else:
            above = next((n for n in token.head.ancestors if n.pos_ != "ADJ"), None)
            if (
                token.head.dep_ == "nmod"
                and _is_right_behind(token, token.head)
                and above is not None
                and _takes(above, token)
            ):
                token.head = above


def _put_in_behind(participle: Token) -> Token | None:
    """«sont morts dans l'attaque, menée par X, d'un poste»: the noun before the comma, which alone agrees."""
    if not any(map(_is_agent, participle.children)) or participle.i < participle.sent.start + 2:
        return None
    noun = participle.nbor(-2)
    subjects = [c for c in participle.head.children if c.dep_ in SUBJECTS]
    is_behind = participle.nbor(-1).text == "," and noun.i > participle.head.i
    if not is_behind or not _takes(noun, participle) or any(in_concord(participle, s) for s in subjects):
        return None
    return noun


def _is_right_behind(participle: Token, noun: Token) -> bool:
    """«l'attaque d'un camp militaire menée par X»: nothing but adjectives between, where the participle is
    feminine in any case."""
    between = noun.doc[noun.i + 1 : participle.i]
    is_clear = not between or lower(participle).endswith(FEMININE)
    return is_clear and all(t.pos_ == "ADJ" for t in between)


def _is_agent(word: Token) -> bool:
    return word.dep_ == "obl:agent"


def _takes(noun: Token, participle: Token) -> bool:
    return noun.pos_ == "NOUN" and bool(noun.morph.get("Gender")) and in_concord(participle, noun)


def rehang_infinitives(doc: Doc, control: frozenset[str]) -> None:
    """In «X est accusé par Y et Z de préparer …» X prepares, in «X demande à Y et Z de préparer …» both do:
    gives the infinitive that the parser hung on Y or Z, or on nothing, to the verb, one of those that say
    what others do or are to do. Changes `doc`."""
    for token in doc:
        if token.dep_ == "ROOT" and (over := _told_before(token)) is not None and over.lemma_ in control:
            token.head, token.dep_ = over, "xcomp"
            continue
        if not is_infinitive(token):
            continue
        if token.dep_ == "xcomp" and (over := _asking_in_relative(token, control)) is not None:
            token.head = over
            continue
        agent = first_conjunct(token.head)
        is_told = agent.dep_ == "obl:arg" and case_of(agent) in ("à", "au", "aux")
        if agent.i > token.i or (agent.dep_ != "obl:agent" and not is_told):
            continue
        if agent.head.lemma_ in control and any(lower(c) in ("de", "d'") for c in token.children):
            token.head, token.dep_ = agent.head, "xcomp"


def _asking_in_relative(infinitive: Token, control: frozenset[str]) -> Token | None:
    """«a répliqué X, qui reproche à Y d'armer Z»: the verb of the relative clause, where the parser took the
    infinitive for one of the main verb."""
    mark = next((c for c in infinitive.children if lower(c) in ("de", "d'") and c.i < infinitive.i), None)
    if mark is None or mark.i == mark.sent.start:
        return None
    told = mark.nbor(-1)
    above = (a for a in (told, *told.ancestors) if a.dep_ in ("obl:arg", "obj") and a.right_edge.i == told.i)
    told = next((a for a in above if a.head.dep_ == "acl:relcl" and a.head.lemma_ in control), told)
    over = told.head
    is_within = over.dep_ == "acl:relcl" and infinitive.head in over.ancestors
    return over if is_within and over.lemma_ in control else None


def _told_before(infinitive: Token) -> Token | None:
    """The participle whose agent stands right before «de» and an infinitive: «soupçonné par X d'armer»."""
    mark = next((c for c in infinitive.children if lower(c) in ("de", "d'") and c.i < infinitive.i), None)
    if mark is None or "VerbForm=Inf" not in str(infinitive.morph) or mark.i == mark.sent.start:
        return None
    agent = next((t for t in (mark.nbor(-1), mark.nbor(-1).head) if t.dep_ == "obl:agent"), None)
    is_close = agent is not None and agent.right_edge.i == mark.i - 1
    return agent.head if agent is not None and is_close and agent.head.sent == infinitive.sent else None


def mend_conjuncts(doc: Doc) -> None:
    """In «X a appelé Y à partir et réclamé …» coordinates the participle with the verb that shares its
    auxiliary, where the parser coordinated it with an infinitive; in «en disant que … et en appelant» the two
    participles; in «X jure que Y partait et accuse Z» X accuses. Changes `doc`."""
    for verb in doc:
        if verb.dep_ != "conj":
            continue
        if is_participle(verb, "Pres") and verb.head.dep_ == "ccomp" and _is_gerund(verb.head.head):
            verb.head = verb.head.head
            continue
        if (above := _finite_over(verb)) is not None:
            verb.head = above
            continue
        if verb.head.dep_ == "ccomp" and _goes_on(verb, verb.head.head):
            verb.head = verb.head.head
            continue
        if not is_participle(verb, "Past") or has_auxiliary(verb):
            continue
        if "VerbForm=Inf" not in str(verb.head.morph) or has_auxiliary(verb.head):
            continue
        for above in verb.head.ancestors:
            if above.pos_ in VERBAL and is_participle(above, "Past") and has_auxiliary(above):
                verb.head = above
                break


def _finite_over(verb: Token) -> Token | None:
    """«X lui demande de partir et l'accuse», «X dit en être l'auteur et demande …»: the finite verb over
    an infinitive, or over what it is the copula of, to which the parser joined a finite one without a
    subject."""
    infinitive = next((c for c in verb.head.children if c.dep_ == "cop"), verb.head)
    if not is_finite(verb) or "VerbForm=Inf" not in str(infinitive.morph) or has_auxiliary(infinitive):
        return None
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    return next((t for t in infinitive.ancestors if t.pos_ in VERBAL and is_finite(t)), None)


def _is_gerund(verb: Token) -> bool:
    return is_participle(verb, "Pres") and not is_finite(verb)


def _goes_on(verb: Token, above: Token) -> bool:
    """Is a verb without a subject in the present, as the main verb is, but not the clause before it?"""
    present = [is_finite(t) and "Pres" in t.morph.get("Tense") for t in (verb, above)]
    lone = not any(c.dep_ in SUBJECTS or c.dep_.startswith("aux") for c in verb.children)
    past = any("Imp" in t.morph.get("Tense") for t in (verb.head, *verb.head.children))
    return lone and all(present) and past
