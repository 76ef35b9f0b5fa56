"""Verbs that the parser takes for nouns («Dakar presse Bissau de …», «avoir pilonné»), and verbs whose lemma
it does not know («fondent», «compte»)."""

from __future__ import annotations

from functools import lru_cache

from sahelgraph.extract.grammar import (
    CLITICS,
    NAMING,
    PAST_OF_ER,
    SUBJECTS,
    VERBAL,
    case_of,
    has_avoir,
    is_finite,
    lower,
)
from sahelgraph.extract.mended_leads import Guess
from sahelgraph.extract.trees import Doc, Morph, Token

INFINITIVE = ("er", "ir", "re", "oir")
ENDINGS = (
    "eraient",
    "erait",
    "aient",
    "èrent",
    "eront",
    "ons",
    "ait",
    "ent",
    "era",
    "ant",
    "ées",
    "ée",
    "és",
    "ez",
    "es",
    "é",
    "e",
    "a",
)
HELD = {
    held + ending: verb
    for held, verb in (("détenu", "détenir"), ("retenu", "retenir"))
    for ending in ("", "e", "s", "es")
}
HOMOGRAPH = "fondre"
FOUNDS = "fonde"
SWOOPING = ("sur", "dans", "à", "vers", "en")
PRESENT = ("e", "ent")
GERUND = ("ant",)
IMPERFECT = ("ait", "aient")
PAST = (*IMPERFECT, "a", "èrent")
DENIES = "dément"
"""No adverb, though it ends like one."""
POINTING = ("du", "doigt")
FIGHTS = ("combat", "combattre")
"""«Le Ghana combat au Togo»: a form that most often is a noun."""
SOMEWHERE = ("à", "en", "au", "aux", "dans", "contre", "depuis", "avec")
DEAD = ("mort", "morts", "morte", "mortes")
BETWEEN = ("ADV", "PUNCT")
NOMINAL = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM")


def mend_verbs(doc: Doc, known: frozenset[str]) -> None:
    """Makes verbs of the nouns that the parser saw where a known verb of the first group stands: between a
    subject and its object, or behind «avoir». Changes `doc`."""
    for token in doc:
        if token.pos_ not in VERBAL and not _may_be_verb(lower(token), known):
            continue
        if _is_cut_off(token):
            _take_over(token, token.head)
        if lower(token) == DENIES and token.pos_ == "ADV":
            _lead_clause(token)
            make_verb(token, "démentir", "Mood=Ind|Tense=Pres|VerbForm=Fin")
            continue
        if verb := _between_sides(token, known):
            _take_lead(token)
            make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
            continue
        if token.pos_ == "VERB" and _has_article(token):
            token.pos_, token.lemma_ = "NOUN", lower(token)  # «l'opposant», «un assaillant»
        if token.pos_ not in VERBAL and has_avoir(token) and (verb := participle_of(token, known)):
            make_verb(token, verb, "VerbForm=Part|Tense=Past")
        if token.pos_ == "VERB" and token.dep_ == "ROOT":
            _mend_object(token)
        if _is_only_finite(token, known):
            rise(token)
            make_verb(token, _guess(lower(token), PRESENT, known), "Mood=Ind|Tense=Pres|VerbForm=Fin")
        has_subject = token.pos_ == "ADP" and any(c.dep_ in SUBJECTS for c in token.children)
        if has_subject and (verb := _guess(lower(token), PRESENT, known)):  # «X multiplie les critiques»
            make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
        if token.pos_ in VERBAL:
            continue
        if verb := _only_verb(token, known, PAST):
            rise(token)
            make_verb(token, verb, f"Mood=Ind|Tense={_tense_of(token)}|VerbForm=Fin")
        if token.pos_ not in ("NOUN", "ADJ"):
            continue
        if verb := _gerund_of(token, known):
            token.dep_ = "advcl"
            make_verb(token, verb, "VerbForm=Part|Tense=Pres")
        elif verb := _behind_auxiliary(token, known):
            _take_over(token, token.head)
            make_verb(token, verb, "VerbForm=Part|Tense=Past")
        elif verb := _before_agent(token, known):
            make_verb(token, verb, "VerbForm=Part|Tense=Past|Voice=Pass")
            _take_agent(token)
        elif verb := _behind_relative(token, known):
            make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
            token.dep_ = "acl:relcl"
        elif verb := _joined_participle(token, known):
            make_verb(token, verb, "VerbForm=Part|Tense=Past|Voice=Pass")
        elif lower(token) in DEAD and any(c.lemma_ == "être" and c.pos_ == "AUX" for c in token.children):
            make_verb(token, "mourir", "VerbForm=Part|Tense=Past")
        elif verb := _between_names(token, known):
            make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
        elif verb := _only_verb(token, known, PRESENT):
            rise(token)
            make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")


def mend_lemmas(doc: Doc, known: frozenset[str]) -> None:
    """Gives verbs whose lemma is no infinitive («compte») or no verb of the lexicon («fondent» as of
    «fondre») the regular one, where that is known."""
    for token in doc:
        doubtful = not token.lemma_.endswith(INFINITIVE) or token.lemma_ not in known
        doubtful = doubtful or (token.lemma_ == HOMOGRAPH and not _swoops(token))
        if token.pos_ == "ADV" and token.dep_ == "nmod" and lower(token).endswith("s") and case_of(token):
            token.pos_, token.lemma_ = "NOUN", lower(token)[:-1]  # «de raids israéliens»
        if token.pos_ in VERBAL and doubtful:
            word = token.text.lower()
            for ending in ENDINGS:
                if word.endswith(ending) and (guess := word[: -len(ending)] + "er") in known:
                    token.lemma_ = guess
                    break


def _swoops(verb: Token) -> bool:
    """«fondent sur la ville», «se fondent dans la foule»: no form of «fonder»."""
    following = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    reflexive = verb.i > verb.sent.start and lower(verb.nbor(-1)) in ("se", "s'")
    return reflexive or (lower(following) in SWOOPING and lower(verb) != FOUNDS)


def present_of(known: frozenset[str]) -> Guess:
    """The known verb of the first group of which a word is a form in the present."""
    return lambda word: _guess(word, PRESENT, known)


def _guess(word: str, endings: tuple[str, ...], known: frozenset[str]) -> str:
    """The known verb of the first group of which the word is such a form; empty where there is none."""
    if endings is PRESENT and word == FIGHTS[0]:
        return FIGHTS[1]
    verbs = (word[: -len(e)] + "er" for e in endings if word.endswith(e))
    return next((v for v in verbs if v in known), "")


@lru_cache(maxsize=1 << 16)
def _may_be_verb(word: str, known: frozenset[str]) -> bool:
    """Is a word a form of a known verb, whatever the parser took it for?"""
    if word == DENIES or word in HELD or word in DEAD or (word.endswith("i") and word + "r" in known):
        return True
    return any(_guess(word, endings, known) for endings in (PRESENT, PAST, PAST_OF_ER, GERUND))


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
    return _guess(lower(token), PAST_OF_ER, known)


def _gerund_of(token: Token, known: frozenset[str]) -> str:
    """«en mitraillant la ville», where the parser saw a noun."""
    before = token.nbor(-1) if token.i else token
    return _guess(lower(token), GERUND, known) if lower(before) == "en" and before.head is token else ""


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
    return _guess(lower(token), PRESENT, known) if relative and token.dep_ != "ROOT" else ""


def _before_agent(token: Token, known: frozenset[str]) -> str:
    """«Goma assiégée par X», where the parser saw a second noun of the name."""
    noun = token.head
    following = token.nbor() if token.i + 1 < token.sent.end else token
    behind = token.dep_ in ("flat:name", "nmod", "amod", "appos") and noun.i == token.i - 1
    bare = not any(c.dep_ == "det" for c in token.children)
    return participle_of(token, known) if behind and bare and lower(following) == "par" else ""


def _take_agent(participle: Token) -> None:
    """Makes a participle said of the noun before it, done by who stands behind «par»."""
    noun = participle.head
    participle.dep_ = "acl"
    for agent in [*participle.children, *noun.children]:
        if agent.left_edge.i == participle.i + 1 and agent.pos_ in NAMING:
            agent.head, agent.dep_ = participle, "obl:agent"


def _between_names(token: Token, known: frozenset[str]) -> str:
    """«Dakar presse Bissau de …»: a root without article that has a subject before it."""
    before = [c for c in token.children if c.i < token.i]
    if token.dep_ != "ROOT" or any(c.dep_ in ("det", "cop", "amod", "case") for c in before):
        return ""
    if not any(c.dep_ in SUBJECTS for c in before):
        return ""
    return _guess(lower(token), PRESENT, known)


def participle_of(token: Token, known: frozenset[str]) -> str:
    """The known verb in -er or -ir of which the word is the past participle; empty where there is none."""
    word = lower(token)
    second = word + "r" if word.endswith("i") else ""
    return _guess(word, PAST_OF_ER, known) or (second if second in known else "")


def _between_sides(token: Token, known: frozenset[str]) -> str:
    """«Dakar somme Bissau de partir», whatever the parse: a word like a verb between two names, before an
    infinitive."""
    if token.pos_ in VERBAL or not token.text.islower() or token.i in (0, len(token.doc) - 1):
        return ""
    if not token.nbor(-1).text[0].isupper() or token.nbor(-1).pos_ == "DET":
        return ""
    return _guess(lower(token), PRESENT, known) if _asked_behind(token) is not None else ""


def _asked_behind(token: Token) -> tuple[Token, Token] | None:
    """The name right behind a word, and the infinitive behind that: «Bissau de partir»."""
    rest = token.doc[token.i + 1 : token.i + 5]
    rest = rest[1:] if len(rest) and rest[0].pos_ == "DET" else rest
    if len(rest) < 3 or not rest[0].text[0].isupper() or lower(rest[1]) not in ("de", "d'", "à"):
        return None
    asked = rest[2].nbor() if lower(rest[2]) in CLITICS and rest[2].i + 1 < len(token.doc) else rest[2]
    return (rest[0], asked) if "VerbForm=Inf" in str(asked.morph) else None


def _take_lead(verb: Token) -> None:
    """Makes a word the head of its sentence, with the name before it as subject and the one behind as
    object."""
    found = _asked_behind(verb)
    if found is None:
        return
    root, subject = verb.sent.root, verb.nbor(-1)
    verb.head, verb.dep_ = verb, "ROOT"
    sides = {subject: "nsubj", found[0]: "obj", found[1]: "xcomp"}
    for token, relation in sides.items():
        token.head, token.dep_ = verb, relation
    found[0].pos_ = "PROPN"
    if root not in sides and root != verb:
        root.head, root.dep_ = verb, "dep"


def _lead_clause(verb: Token) -> None:
    """«Kigali dément tout appui», «le Rwanda, qui dément tout appui»: makes what the parser took for an
    adverb the head of its clause, with the subject before it and what it denies behind."""
    thing, root = verb.head, verb.sent.root
    relative = next((c for c in thing.children if lower(c) == "qui" and c.i < verb.i < thing.i), None)
    if relative is not None:
        verb.head, verb.dep_ = thing.head, "acl:relcl"
        relative.head, relative.dep_ = verb, "nsubj"
        thing.head, thing.dep_ = verb, "obj"
    elif "VerbForm=Inf" in str(root.morph) and root.i > verb.i:  # «dément soutenir X»
        verb.head, verb.dep_ = verb, "ROOT"
        for child in list(root.children):
            if child.i < verb.i:
                child.head = verb
        root.head, root.dep_ = verb, "xcomp"
    elif root.pos_ in NAMING and root.i < verb.i:
        verb.head = root
        rise(verb)
        for child in verb.children:
            if child.i > verb.i and child.pos_ in NAMING and child.dep_ == "amod" and not case_of(child):
                child.dep_ = "obj"
            elif child.dep_ == "acl" and "VerbForm=Inf" in str(child.morph):
                child.dep_ = "xcomp"


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
    return _guess(lower(token), endings, known)


def _tense_of(verb: Token) -> str:
    """The tense that the ending of a verb of the first group in the past shows."""
    return "Imp" if lower(verb).endswith(IMPERFECT) else "Past"


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
        or not _guess(lower(verb), PRESENT, known)
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


def rise(verb: Token) -> None:
    """Makes a verb the root, what was the root its subject, and gives it what stands behind."""
    subject = verb.head
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(subject.children):
        if child.i > verb.i:
            child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"


def _take_over(participle: Token, auxiliary: Token) -> None:
    """Puts the participle in the place of its auxiliary."""
    head, relation = auxiliary.head, auxiliary.dep_
    participle.head, participle.dep_ = (participle, relation) if head == auxiliary else (head, relation)
    for child in list(auxiliary.children):
        if child != participle:
            child.head = participle
    auxiliary.head, auxiliary.dep_, auxiliary.pos_ = participle, "aux:tense", "AUX"


def make_verb(token: Token, lemma: str, morphology: str) -> None:
    token.pos_, token.lemma_ = "VERB", lemma
    token.morph = Morph(morphology)
    for child in token.children:
        if child.i > token.i and child.dep_ == "nmod":
            case = next((lower(c) for c in child.children if c.dep_ == "case"), "")
            child.dep_ = "obj" if case in ("", "des") else "obl:mod"
