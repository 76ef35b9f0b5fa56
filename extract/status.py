"""How the text commits itself to an event: asserted, alleged, denied, planned or negated.

Reads, from the event's word upwards: negation, mood and tense, the verbs that govern it (accusation,
denial, intention), and the adjectives on it («présumé», «prévu»). After FactBank's certainty cues.
"""

from __future__ import annotations

from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    JUDGING,
    SUBJECTS,
    THAT,
    VERBAL,
    agents,
    case_of,
    governors,
    has_auxiliary,
    has_avoir,
    has_definite_article,
    is_negated,
    is_participle,
    is_passive,
    is_pronominal,
    lower,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.status_nouns import is_about_to, is_known_apart, is_prepared, is_told_of
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status

PASSING_ON = frozenset(("selon", "d'après"))
CLAUSES = frozenset(("xcomp", "ccomp", "acl", "obl", "obl:arg", "obl:mod", "obj", "csubj", "advcl"))
NEEDED = "falloir"
ENCOUNTERS = word_set("status", "encounters")
WHICH = ("qui", "lequel", "laquelle", "lesquels", "lesquelles")
BEFORE = 4
AIMS = frozenset(("pour", "afin"))
READY = word_set("status", "ready")
EXCLUDING = frozenset(("pas", "non"))
CONTRASTING = frozenset((",", "et", "mais"))
ONLY = "seulement"
INSTEAD = word_set("status", "instead")
SENDING = word_set("status", "sending")
TO_BE_HELD = word_set("status", "to_be_held")
PHASES = word_set("status", "phases")
ANNOUNCE = "annoncer"
ORDERING = word_set("status", "ordering")
COUPS = word_set("status", "coups")
ATTEMPT = "tentative"
VAINLY = frozenset(("vainement", "vain", "succès"))
OVER = frozenset(("après", "depuis", "malgré"))
HINDERED = frozenset(("member-of", "left", "deployed-in", "withdrew-from", "signed-with", "released"))
SUPPOSED = (Status.ALLEGED, "conditional")


def status_of(trigger: Token, predicate: Token, verbs: Verbs) -> tuple[Status, str]:
    """The status of an event and the cue that gave it."""
    if is_negated(predicate) and not _stands_all_the_same(trigger, predicate, verbs):
        return Status.NEGATED, "negation"
    if (word := _instead(predicate)) is not None:
        return Status.NEGATED, f"«{word.text} de»"
    if is_answered(trigger, verbs):
        return Status.ASSERTED, "answered"
    own = _own_words(trigger, verbs)
    if own:
        return own
    if (
        predicate.dep_ == "acl:relcl"
        and predicate.head.dep_ == "obj"
        and predicate.head.head.lemma_ in ASCRIBING
    ):
        return Status.ALLEGED, f"«{predicate.head.head.text}»"
    if _is_passed_on(predicate):
        return Status.ALLEGED, "passed on"
    if is_wished(trigger, verbs):
        return Status.PLANNED, "asked"
    if is_about_to(predicate):
        return Status.PLANNED, "about to"
    mood = _mood(predicate, verbs) or _verb_before(predicate, verbs)
    if mood and not (mood == SUPPOSED and is_passive(predicate) and is_known_apart(trigger)):
        return mood
    if not _is_taken_as_given(trigger, predicate, verbs):
        for governor, below in zip(governors(predicate), (predicate, *governors(predicate)), strict=False):
            found = _governed(governor, below, predicate, verbs)
            if found:
                return found
            if governor.dep_ in ("ROOT", "acl:relcl") or _is_apart(governor, predicate) or _is_aside(below):
                break
    if _is_to_be_sent(predicate, verbs) or _is_announced(trigger):
        return Status.PLANNED, "announced"
    if _conditional_clause(predicate):
        return Status.PLANNED, "condition"
    if predicate.sent.text.rstrip().endswith("?"):
        return Status.ALLEGED, "question"
    return Status.ASSERTED, "plain"


def _is_aside(clause: Token) -> bool:
    """«X a démenti avoir tiré, après que Y a affirmé …»: what Y affirms is not denied."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and lower(c) in OVER for c in clause.children)


def _is_apart(doer: Token, participle: Token) -> bool:
    """«X a refusé de signer, Y accusant Z»: does a participle stand behind a comma with who does it?"""
    if participle.head is not doer or doer.i != participle.i - 1 or not is_participle(participle, "Pres"):
        return False
    opening = doer.left_edge.i
    return opening > doer.sent.start and doer.doc[opening - 1].text == ","


def is_hindered(event: Event, verbs: Verbs) -> bool:
    """Is a state, told by a noun, only what somebody keeps from being: «X bloque l'adhésion de Y à Z»?"""
    over = verb_over(event.trigger) if event.trigger.pos_ == "NOUN" else None
    if event.relation not in HINDERED or over is None or over[1] == "subject" or is_passive(over[0]):
        return False
    return over[0].lemma_ in verbs.hinder and not is_negated(over[0])


def status_aimed(event: Event) -> tuple[Status, str] | None:
    """«X a pris les armes pour renverser Y»: an overthrow that somebody is only after."""
    deed = event.trigger
    if event.relation != "overthrew" or "VerbForm=Inf" not in str(deed.morph):
        return None
    over = deed.head if deed.dep_ == "xcomp" and "VerbForm=Inf" in str(deed.head.morph) else deed
    aimed = any(lower(c) in AIMS and c.i < over.i for c in over.children)
    return (Status.PLANNED, "aim") if aimed and not has_auxiliary(deed) else None


def status_in_contrast(event: Event) -> tuple[Status, str] | None:
    """«n'a pas accusé X mais Y», «a accusé X, pas Y»: what is so of Y alone; None where there
    is no contrast."""
    if event.object is None:
        return None
    other = event.predicate.doc[event.object.token]
    opened_by = {lower(c) for c in other.children if c.i < other.i and lower(c.nbor()) != ONLY}
    if "mais" in opened_by and not opened_by & EXCLUDING:
        return (Status.ASSERTED, "contrast") if is_negated(event.predicate) else None
    if opened_by & EXCLUDING:
        return Status.NEGATED, "contrast"
    first = other.left_edge.i
    if first < event.predicate.i + 3 or lower(other.doc[first - 1]) not in EXCLUDING:
        return None
    return (Status.NEGATED, "contrast") if other.doc[first - 2].text in CONTRASTING else None


def _instead(predicate: Token) -> Token | None:
    """The word that says that something else was done: «au lieu d'attaquer», «plutôt que d'attaquer»."""
    mark = next((c for c in predicate.children if c.dep_ == "mark" and lower(c) in ("de", "d'")), None)
    if mark is None or mark.i < mark.sent.start + 1:
        return None
    before = mark.nbor(-1)
    rather = before.nbor(-1) if lower(before) in THAT and before.i > mark.sent.start else before
    return rather if lower(rather) in INSTEAD else None


def _stands_all_the_same(trigger: Token, predicate: Token, verbs: Verbs) -> bool:
    """«l'accord n'a pas tenu», «l'attaque n'a pas fait de victimes»: there was one. Not so in «l'accord n'a
    pas été signé», «la rencontre n'a pas eu lieu», «aucune attaque n'a visé»."""
    if trigger.dep_ not in SUBJECTS or trigger.head is not predicate or not has_definite_article(trigger):
        return False
    took_place = any(lower(child) == "lieu" for child in predicate.children) or predicate.pos_ not in VERBAL
    held = predicate.lemma_ == "tenir" and is_pronominal(predicate)
    return not (took_place or held or predicate.lemma_ in verbs.come_about)


def is_answered(trigger: Token, verbs: Verbs) -> bool:
    """«X rejette les accusations de Y», «réagit aux critiques de Y»: these were made, true or not."""
    if trigger.pos_ != "NOUN" or trigger.lemma_ not in verbs.charges:
        return False
    over = verb_over(trigger)
    verb = over[0] if over is not None else trigger.head.head
    return verb.lemma_ in verbs.deny | verbs.answer | JUDGING


def _is_passed_on(predicate: Token) -> bool:
    """«les accusations selon lesquelles X arme Y», «X, selon qui Y arme Z»: as others say."""
    clause = next((t for t in (predicate, *governors(predicate)) if t.dep_ == "acl:relcl"), None)
    if clause is None:
        return False
    return any(case in PASSING_ON and lower(t).endswith(WHICH) for case, t in obliques(clause))


def _is_taken_as_given(trigger: Token, predicate: Token, verbs: Verbs) -> bool:
    """«libérer les otages que X détient», «détenus par X», «les otages de X»: whatever is said of them."""
    if trigger.pos_ == "NOUN" and case_of(trigger) in OVER and any(map(is_told_of, trigger.children)):
        return True
    if predicate.dep_ == "acl:relcl" or lower(trigger) in verbs.captives:
        return True
    if not is_participle(predicate, "Past"):
        return False
    if predicate.dep_ == "advcl" and not has_auxiliary(predicate):
        return bool(agents(predicate))  # «veut renverser le régime, soutenu par X»
    if predicate.dep_ not in ("acl", "amod"):
        return False
    apposed = predicate.i > predicate.sent.start and predicate.nbor(-1).text == ","
    return apposed or predicate.lemma_ in verbs.capture or bool(agents(predicate))


def is_wished(noun: Token, verbs: Verbs) -> bool:
    """«réclame des sanctions», «l'appel à la libération de X»: asked for, and not told."""
    if noun.pos_ != "NOUN":
        return False
    if lower(noun.head) in verbs.requests and noun.dep_ == "nmod":
        return case_of(noun) in ("à", "pour", "de")
    over = verb_over(noun)
    if over is None or over[0].lemma_ not in verbs.ask | verbs.wish:
        return False
    if over[0].lemma_ == NEEDED and has_avoir(over[0]):
        return False  # «il a fallu deux rencontres»
    partitive = any(c.dep_ == "case" and lower(c) == "des" for c in noun.children)
    return over[1] == "object" or partitive or case_of(noun) in ("à", "pour")


def _own_words(trigger: Token, verbs: Verbs) -> tuple[Status, str] | None:
    if trigger.lemma_.lower() in verbs.apply or lower(trigger) in verbs.apply:
        return Status.PLANNED, f"«{trigger.text}»"
    for child in trigger.children:
        if lower(child) in verbs.alleged_words and trigger.pos_ == "NOUN" and child.dep_ in ("amod", "acl"):
            return Status.ALLEGED, f"«{child.text}»"
        if lower(child) in verbs.planned_words and child.dep_ in ("amod", "acl", "nmod"):
            return Status.PLANNED, f"«{child.text}»"
        if (
            trigger.pos_ in VERBAL
            and child.pos_ == "NOUN"
            and any(c.lemma_ in ASCRIBING for c in child.children)
        ):
            return Status.ALLEGED, f"«{child.text}»"
    if is_prepared(trigger):
        return Status.PLANNED, f"«{trigger.head.text}»"
    if trigger.pos_ == "NOUN":
        head = trigger.head
        if head.pos_ in VERBAL and head.lemma_ in ASCRIBING:
            return Status.ALLEGED, f"«{head.text}»"
        attempted = head.lemma_ == ATTEMPT and lower(trigger) in COUPS
        if head.pos_ == "NOUN" and trigger.dep_ == "nmod" and (attempted or _is_supposed(head, verbs)):
            return Status.PLANNED, f"«{head.text}»"
        denies = head.lemma_ in verbs.deny - verbs.undergo  # «repousser l'attaque» denies nothing
        if head.pos_ in VERBAL and denies and trigger.dep_ in ("obj", "obl:arg"):
            return Status.DENIED, f"«{head.text}»"
    return None


def _is_to_be_sent(predicate: Token, verbs: Verbs) -> bool:
    """«annonce l'envoi de troupes», «a ordonné le déploiement de mille soldats»."""
    for token in (predicate, *governors(predicate)):
        if token.pos_ in VERBAL:
            return False
        if lower(token) in SENDING and token.dep_ == "obj":
            return token.head.lemma_ in verbs.announce | ORDERING
    return False


def _is_announced(predicate: Token) -> bool:
    """«a annoncé la tenue de pourparlers», «un sommet a été annoncé»: they are still to be held."""
    noun = predicate
    while noun.pos_ == "NOUN" and noun.dep_ == "nmod" and noun.head.lemma_ in PHASES:
        noun = noun.head
    if predicate.lemma_ not in TO_BE_HELD or noun.head.pos_ not in VERBAL:
        return False
    role = "nsubj:pass" if is_passive(noun.head) else "obj"
    return noun.dep_ == role and noun.head.lemma_ == ANNOUNCE


def _is_supposed(noun: Token, verbs: Verbs) -> bool:
    """«un projet d'attaque», «en cas d'attaque»."""
    return noun.lemma_ in verbs.planned_words or (
        noun.lemma_ in verbs.cases and case_of(noun) in ("en", "dans")
    )


def _has_etre(verb: Token) -> bool:
    return has_auxiliary(verb) and not has_avoir(verb)


def _mood(predicate: Token, verbs: Verbs) -> tuple[Status, str] | None:
    if any(c.dep_.startswith("aux") and c.lemma_ == "aller" for c in predicate.children):
        return Status.PLANNED, "aller"
    if predicate.lemma_ in verbs.expect and (is_passive(predicate) or _has_etre(predicate)):
        return Status.PLANNED, f"«{predicate.text}»"
    for word in (predicate, *(c for c in predicate.children if c.dep_.startswith("aux") or c.dep_ == "cop")):
        morph = str(word.morph)
        if "Mood=Cnd" in morph:
            if word.lemma_ in verbs.modals or _reported(predicate, verbs.announce | verbs.plan):
                return Status.PLANNED, "conditional"
            if word.dep_ != "aux:tense" and _was_to_come(predicate, verbs):
                return Status.PLANNED, "future of the past"
            return SUPPOSED
        if "Tense=Fut" in morph:
            return Status.PLANNED, "future"
    return None


def _reported(predicate: Token, governing: frozenset[str]) -> bool:
    return predicate.dep_ == "ccomp" and predicate.head.lemma_ in governing


def _was_to_come(predicate: Token, verbs: Verbs) -> bool:
    """«a précisé que X rencontrerait Y à Lomé», «ajoutant que l'entretien aurait lieu lundi»: said in the
    past of a meeting, it was to come."""
    if predicate.lemma_ not in ENCOUNTERS:
        return False
    clause = predicate.head if predicate.dep_ == "conj" else predicate
    over = clause.head
    said = clause.dep_ == "ccomp" and over.lemma_ in verbs.say and over.lemma_ not in verbs.allege
    return said and (has_avoir(over) or is_participle(over, "Pres"))


def _governed(governor: Token, below: Token, predicate: Token, verbs: Verbs) -> tuple[Status, str] | None:
    if below.dep_ == "conj" and governor.lemma_.lower() in verbs.allege and _is_second_infinitive(below):
        return Status.ALLEGED, f"under «{governor.text}»"
    if governor.pos_ in VERBAL and below.dep_ in CLAUSES:
        return _under_verb(governor, below, predicate, verbs)
    return _under_word(governor, below, verbs)


def _under_verb(governor: Token, below: Token, predicate: Token, verbs: Verbs) -> tuple[Status, str] | None:
    lemma = governor.lemma_.lower()
    if below.dep_ in ("advcl", "obl:mod", "obl"):
        return _mood(governor, verbs) if "VerbForm=Inf" in str(below.morph) else None
    if lemma in ("pouvoir", "devoir") and has_avoir(governor):
        failed = lemma == "pouvoir" and is_negated(governor)  # «n'a pas pu se rendre à Lomé»
        return (Status.NEGATED, "negation") if failed else None
    if lemma == "décider" and below.lemma_ in verbs.decree and has_avoir(governor):
        return None
    if lemma == "pouvoir" and below.lemma_ in verbs.have:
        return _mood(governor, verbs)
    if lemma in verbs.avoid and (lemma == "exclure" or not is_negated(governor)):
        left_open = is_negated(governor)  # «n'exclut pas d'intervenir»
        return Status.PLANNED if left_open else Status.NEGATED, f"under «{governor.text}»"
    if lemma in verbs.deny:
        return Status.DENIED, f"under «{governor.text}»"
    if lemma == NEEDED and has_avoir(governor):
        return None  # «il a fallu deux rencontres»
    plans = lemma in verbs.plan or (lemma in ("engager", "apprêter") and is_pronominal(governor))
    if plans and (_not_done(below, predicate) or _is_wanted(below, lemma, verbs)):
        in_vain = is_negated(governor) or any(lower(c) in VAINLY for c in governor.children)
        return Status.NEGATED if in_vain else Status.PLANNED, f"under «{governor.text}»"
    told = lemma not in verbs.double or below.dep_ == "ccomp"  # «soutenir que», not «soutenir X»
    if (lemma in verbs.allege and told) or lemma in verbs.regard:
        return Status.ALLEGED, f"under «{governor.text}»"
    if is_negated(governor) and below.dep_ == "xcomp" and lemma not in verbs.pause:
        return Status.NEGATED, "negation"
    found = _mood(governor, verbs) if below.dep_ == "xcomp" else None
    return found or _under_word(governor, below, verbs)


def _under_word(governor: Token, below: Token, verbs: Verbs) -> tuple[Status, str] | None:
    """«prêt à envoyer», «le projet d'attaquer», «accusé d'avoir attaqué»"""
    word, is_infinitive = lower(governor), "VerbForm=Inf" in str(below.morph)
    if word in READY and is_infinitive and not has_avoir(below):
        return Status.PLANNED, f"«{governor.text}»"  # «se dit prêt à envoyer»
    if governor.pos_ == "NOUN" and below.dep_ == "acl" and is_infinitive:
        if governor.lemma_ in verbs.planned_words or word in verbs.planned_words:
            return Status.PLANNED, f"«{governor.text}»"
        over = governor.head
        if over.pos_ in VERBAL and over.lemma_ in verbs.allege:
            return Status.ALLEGED, f"under «{over.text}»"
    is_said = governor.pos_ in ("ADJ", "NOUN") and below.dep_ in ("xcomp", "acl")
    return (Status.ALLEGED, f"«{governor.text}»") if is_said and word in verbs.alleged_words else None


def _is_second_infinitive(verb: Token) -> bool:
    """«accusé d'avoir tué X et d'avoir attaqué Y», where the parse joins it to «accusé»."""
    infinitive = any("VerbForm=Inf" in str(t.morph) for t in (verb, *verb.children) if t.pos_ in VERBAL)
    return infinitive and any(c.dep_ == "mark" and lower(c) in ("de", "d'") for c in verb.children)


def _not_done(below: Token, predicate: Token) -> bool:
    """«prévoit de quitter» but not «accuse d'avoir quitté»: a compound infinitive has happened."""
    if below is not predicate and below.pos_ not in VERBAL:
        return below.dep_ in ("obj", "xcomp")
    perfect = any(c.dep_ in ("aux:tense",) and "VerbForm=Inf" in str(c.morph) for c in below.children)
    infinitive = "VerbForm=Inf" in str(below.morph) or any(
        "VerbForm=Inf" in str(c.morph) for c in below.children if c.dep_.startswith("aux")
    )
    subjunctive = any("Mood=Sub" in str(t.morph) for t in (below, *below.children))
    return not perfect and (infinitive or subjunctive or (is_passive(below) and below.dep_ == "xcomp"))


def _is_wanted(clause: Token, lemma: str, verbs: Verbs) -> bool:
    """«exiger que X se retire»: a clause in no past tense."""
    past = any(c.dep_ == "aux:tense" for c in clause.children)
    return clause.dep_ == "ccomp" and lemma in verbs.ask | verbs.wish and not past


def _verb_before(predicate: Token, verbs: Verbs) -> tuple[Status, str] | None:
    """«menace depuis des mois de riposter»: the verb before an infinitive with de or à, where the
    parser hung the infinitive on something between."""
    if "VerbForm=Inf" not in str(predicate.morph) or predicate.head.pos_ in VERBAL:
        return None
    if not any(c.dep_ == "mark" and lower(c) in ("de", "d'", "à") for c in predicate.children):
        return None
    for index in range(predicate.i - 1, max(predicate.sent.start - 1, predicate.i - 8), -1):
        token = predicate.doc[index]
        if token.pos_ == "VERB":
            if token.lemma_ in verbs.plan:
                return Status.PLANNED, f"under «{token.text}»"
            return None
    return None


def _conditional_clause(predicate: Token) -> bool:
    return any(
        c.dep_ == "mark" and lower(c) in ("si", "s'") and c.i < predicate.i for c in predicate.children
    )
