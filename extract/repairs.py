"""Mends what the parser often gets wrong: the words behind a date, which belong to the verb before it («ont
repris lundi des discussions à Bamako»); verbs that it takes for nouns («Dakar presse Bissau de …», «avoir
pilonné»); subjects of two names of which it sees only the last («A et B ont attaqué»)."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    case_of,
    has_auxiliary,
    is_finite,
    is_participle,
    lower,
)
from sahelgraph.extract.trees import Doc, Morph, Token

CLOSING = ("»", "”", '"')
KEPT = frozenset(("punct", "case", "det", "cc", "fixed", "mark", "advmod"))


def rehang_after_dates(doc: Doc, dates: Iterable[DateMention]) -> None:
    """Gives the complements that hang on date words to the word that the date hangs on. Changes `doc`."""
    for mention in dates:
        span = doc.char_span(mention.start, mention.end)
        if span is None:
            continue
        head = span.root.head
        if head is span.root or span.start <= head.i < span.end:
            continue
        root = span.root
        for token in list(span):
            for child in list(token.children):
                if child.i >= span.end and child.dep_ not in KEPT and _hangs_wrong(child):
                    child.head = head
                    child.dep_ = _relation(child, head)
                    if child.dep_ == "obj" and root.dep_ == "obj":
                        root.dep_ = "obl:mod"
        for token in list(span):
            if token != root and not span.start <= token.head.i < span.end:
                token.head = root  # «a renversé le 18 août le président»


def _hangs_wrong(child: Token) -> bool:
    if child.dep_ == "acl:relcl":
        return child.pos_ in NAMING
    return child.dep_ in (
        "nmod",
        "obl",
        "obl:mod",
        "obl:arg",
        "appos",
        "acl",
        "conj",
        "obj",
        "dep",
        "amod",
        "xcomp",
    )


def _relation(child: Token, head: Token) -> str:
    if head.pos_ not in VERBAL:
        return "nmod" if case_of(child) else child.dep_
    first = next((lower(c) for c in child.children if c.dep_ == "case"), "")
    if first == "des" or (not first and child.pos_ in ("NOUN", "PROPN")):
        return "obj"
    return "obl:mod" if first else child.dep_


SAID_OF_ACTS = frozenset(("revendiquer", "attribuer", "imputer", "perpétrer", "commettre"))


def rehang_participles(doc: Doc) -> None:
    """Gives participles that do not agree with the noun they hang on to the nearest noun behind it that
    does, else to the one over it: in «membres d'une coalition soutenue par X» the coalition is supported, in
    «l'embargo sur les armes imposé par X» the embargo is imposed. Changes `doc`."""
    for token in doc:
        if token.dep_ != "acl" or "VerbForm=Part" not in str(token.morph) or token.head.i >= token.i:
            continue
        if token.head.pos_ == "PROPN" and token.lemma_ in SAID_OF_ACTS:
            act = next((a for a in token.head.ancestors if a.pos_ == "NOUN" and _agree(token, a)), None)
            token.head = act or token.head  # «une attaque à Ankara revendiquée par X»
        if token.head.pos_ != "NOUN" or _agree(token, token.head):
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
                and token.head.i == token.i - 1
                and above is not None
                and _takes(above, token)
            ):
                token.head = above


def _is_gerund(verb: Token) -> bool:
    return is_participle(verb, "Pres") and not is_finite(verb)


def _takes(noun: Token, participle: Token) -> bool:
    return noun.pos_ == "NOUN" and bool(noun.morph.get("Gender")) and _agree(participle, noun)


def mend_conjuncts(doc: Doc) -> None:
    """In «X a appelé Y à partir et réclamé …» coordinates the participle with the verb that shares its
    auxiliary, where the parser coordinated it with an infinitive; in «en disant que … et en appelant» the two
    participles. Changes `doc`."""
    for verb in doc:
        if verb.dep_ != "conj":
            continue
        if is_participle(verb, "Pres") and verb.head.dep_ == "ccomp" and _is_gerund(verb.head.head):
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


def mend_incises(doc: Doc, speech: frozenset[str]) -> None:
    """In «"…", réclame le ministre» makes the ministre the subject, where the parser took him for the object.
    Changes `doc`."""
    for verb in doc:
        if verb.pos_ not in VERBAL or verb.lemma_ not in speech or verb.i < 2 or not is_finite(verb):
            continue
        before = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
        said = before.text in CLOSING and not any(c.dep_ in SUBJECTS for c in verb.children)
        heard = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and not case_of(c)]
        if said and heard:
            heard[0].dep_ = "nsubj"


def mend_sources(doc: Doc) -> None:
    """In «Selon A, B et C, D est …» makes sources of B and C, where the parser took them for subjects.
    Changes `doc`."""
    for sentence in doc.sents:
        source = next((t for t in sentence if t.text in ("Selon", "D'après", "Pour")), None)
        if source is None or source.i > sentence.start + 2 or source.dep_ != "case":
            continue
        verb = source.head.head
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS and source.head.i < c.i < verb.i]
        for subject in subjects[:-1]:
            subject.head, subject.dep_ = source.head, "conj"


def mend_openings(doc: Doc) -> None:
    """In «Accusé par X de …, Y nie» makes the sentence of its main verb, with the participle said of Y, where
    the parser took the participle for the main verb. Changes `doc`."""
    for sentence in list(doc.sents):
        opening = sentence.root
        if opening.i > sentence.start + 1 or not is_participle(opening, "Past") or has_auxiliary(opening):
            continue
        for verb in sentence:
            if verb.dep_.startswith("aux") or opening not in verb.ancestors:
                continue
            subject = _subject_behind_comma(verb)
            if subject is not None and subject.i > opening.i:
                verb.head, verb.dep_ = verb, "ROOT"
                subject.head, subject.dep_ = verb, "nsubj"
                opening.head, opening.dep_ = subject, "acl"
                break


def _subject_behind_comma(verb: Token) -> Token | None:
    """The noun of «, Y nie», «, le pays Y a nié»: between a comma and a finite verb."""
    if not any(is_finite(t) for t in (verb, *(c for c in verb.children if c.dep_.startswith("aux")))):
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in ("AUX", "ADV", "PRON"):
        index -= 1
    end = index
    while index > verb.sent.start and verb.doc[index].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        index -= 1
    if index == end or verb.doc[index].text != ",":
        return None
    return next((t for t in verb.doc[index + 1 : end + 1] if t.pos_ in NAMING), None)


def _agree(word: Token, other: Token) -> bool:
    """Do gender and number of two words fit, as far as they are known?"""
    return all(
        not (mine := word.morph.get(feature)) or not (its := other.morph.get(feature)) or mine == its
        for feature in ("Gender", "Number")
    )


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


def mend_lemmas(doc: Doc, known: frozenset[str]) -> None:
    """Gives verbs whose lemma is no infinitive («compte») or no verb of the lexicon («fondent» as of
    «fondre») the regular one, where that is known."""
    for token in doc:
        doubtful = not token.lemma_.endswith(INFINITIVE) or token.lemma_ not in known
        doubtful = doubtful or (token.lemma_ == HOMOGRAPH and not _swoops(token))
        if token.pos_ in VERBAL and doubtful:
            word = token.text.lower()
            for ending in ENDINGS:
                if word.endswith(ending) and (guess := word[: -len(ending)] + "er") in known:
                    token.lemma_ = guess
                    break


HOMOGRAPH = "fondre"
SWOOPING = ("sur", "dans", "à", "vers", "en")


def _swoops(verb: Token) -> bool:
    """«fondent sur la ville», «se fondent dans la foule»: no form of «fonder»."""
    following = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    reflexive = verb.i > verb.sent.start and lower(verb.nbor(-1)) in ("se", "s'")
    return reflexive or lower(following) in SWOOPING


SOURCES = ("selon", "d'après", "d' après")
NAMING = ("NOUN", "PROPN")
PARTICIPLES = ("é", "ée", "és", "ées")
PRESENT = ("e", "ent")
DEAD = ("mort", "morts", "morte", "mortes")
BETWEEN = ("ADV", "PUNCT")


def mend_verbs(doc: Doc, known: frozenset[str]) -> None:
    """Makes verbs of the nouns that the parser saw where a known verb of the first group stands: between a
    subject and its object, or behind «avoir». Changes `doc`."""
    for token in doc:
        if verb := _between_sides(token, known):
            _take_lead(token)
            _make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
            continue
        if token.pos_ == "VERB" and _has_article(token):
            token.pos_, token.lemma_ = "NOUN", lower(token)  # «l'opposant», «un assaillant»
        if token.pos_ not in VERBAL and _has_avoir(token) and (verb := _participle_of(token, known)):
            _make_verb(token, verb, "VerbForm=Part|Tense=Past")
        if token.pos_ not in ("NOUN", "ADJ"):
            continue
        if verb := _behind_auxiliary(token, known):
            _take_over(token, token.head)
            _make_verb(token, verb, "VerbForm=Part|Tense=Past")
        elif lower(token) in DEAD and any(c.lemma_ == "être" and c.pos_ == "AUX" for c in token.children):
            _make_verb(token, "mourir", "VerbForm=Part|Tense=Past")
        elif verb := _between_names(token, known):
            _make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")
        elif verb := _only_verb(token, known):
            _rise(token)
            _make_verb(token, verb, "Mood=Ind|Tense=Pres|VerbForm=Fin")


def mend_subjects(doc: Doc) -> None:
    """In «A et B ont attaqué» makes A the subject and B its conjunct, where the parser coordinated A with
    the verb; makes a subject of the name before a verb without one, and hangs «, qui …» on the name before
    the comma. Changes `doc`."""
    for token in doc:
        if token.pos_ in VERBAL:
            _mend_sources(token)
            _mend_fronted_object(token)
            _mend_antecedent(token)
            _mend_joined_name(token)
    for verb in doc:
        first = verb.head
        if verb.pos_ not in VERBAL or verb.dep_ != "conj" or first.pos_ not in NAMING or first.i > verb.i:
            continue
        last = next((c for c in verb.children if c.dep_ in SUBJECTS and first.i < c.i < verb.i), None)
        joined = [c for c in (*first.children, *verb.children) if c.dep_ == "cc"]
        if last is None or not any(first.i < c.i < last.i for c in joined):
            continue
        relation = last.dep_
        verb.head, verb.dep_ = (verb, "ROOT") if first.head == first else (first.head, first.dep_)
        first.head, first.dep_ = verb, relation
        last.head, last.dep_ = first, "conj"
        for child in list(first.children):
            if child.i > verb.i:
                child.head = verb


def _mend_sources(verb: Token) -> None:
    """«Selon A, B et C, X est parti»: B and C say so as well, and X alone has left."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    source = next((c for c in verb.children if case_of(c) in SOURCES and c.i < verb.i), None)
    if source is None or len(subjects) < 2 or source.i > subjects[0].i:
        return
    if any(t.text == "," for t in verb.doc[subjects[-2].right_edge.i + 1 : subjects[-1].i]):
        for other in subjects[:-1]:
            other.head, other.dep_ = source, "conj"


def _mend_fronted_object(verb: Token) -> None:
    """«Samedi, X, qui accuse Y, a décidé …», «Le 3 mai, X et Y ont signé …»: nothing but a pronoun stands as
    object before its verb."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ != "DET"]
    if any(s.pos_ != "NUM" for s in subjects) or "VerbForm=Fin" not in _morphology(verb):
        return
    before = [
        c
        for c in verb.children
        if c.dep_ in ("obj", "iobj")
        and c.i < verb.i
        and _may_name(c)
        and not case_of(c)
        and lower(c) not in ("que", "qu'")
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
    return all(t in names or t.pos_ in ("DET", "PUNCT", "CCONJ") for t in between)


def _may_name(token: Token) -> bool:
    """A noun or name, also where the parser takes a name of several words for a pronoun."""
    return token.pos_ in NAMING or " " in token.text


def _morphology(verb: Token) -> str:
    """The morphology of a verb and of its auxiliaries."""
    return " ".join(str(t.morph) for t in (verb, *(c for c in verb.children if c.dep_.startswith("aux"))))


def _mend_antecedent(verb: Token) -> None:
    relative = next((c for c in verb.children if lower(c) == "qui" and c.dep_ in SUBJECTS), None)
    if verb.dep_ != "acl:relcl" or relative is None or relative.i < 3:
        return
    before = verb.doc[relative.i - 1 if verb.doc[relative.i - 1].text != "," else relative.i - 2]
    if before.pos_ == "PROPN" and verb.head.i < before.i and verb.head not in before.ancestors:
        verb.head = before


def _mend_joined_name(verb: Token) -> None:
    """«a condamné le tir contre A mais B en a accusé C»: B accuses, though the parser joined it to A."""
    if not has_auxiliary(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    before = reversed(verb.doc[verb.sent.start : verb.i])
    name = next(
        (t for t in before if t.pos_ not in ("AUX", "ADV") and lower(t) not in ("en", "y", "s'", "l'")), verb
    )
    joint = next((c for c in name.children if c.dep_ == "cc" and lower(c) in ("mais", "et")), None)
    if name.pos_ == "PROPN" and name.dep_ == "conj" and joint is not None and name not in verb.ancestors:
        name.head, name.dep_ = verb, "nsubj"


def _guess(word: str, endings: tuple[str, ...], known: frozenset[str]) -> str:
    """The known verb of the first group of which the word is such a form; empty where there is none."""
    verbs = (word[: -len(e)] + "er" for e in endings if word.endswith(e))
    return next((v for v in verbs if v in known), "")


def _has_article(verb: Token) -> bool:
    """Does an article stand right before a present participle?"""
    before = verb.doc[verb.i - 1] if verb.i else verb
    present = "VerbForm=Part" in str(verb.morph) and lower(verb).endswith(("ant", "ants", "ante", "antes"))
    return present and before.pos_ == "DET" and before.head == verb


def _behind_auxiliary(token: Token, known: frozenset[str]) -> str:
    """«avoir pilonné», where the parser saw a noun."""
    auxiliary = token.head
    if auxiliary.lemma_ != "avoir" or not auxiliary.i < token.i or token.dep_ not in ("obj", "xcomp"):
        return ""
    if any(t.pos_ not in BETWEEN for t in token.doc[auxiliary.i + 1 : token.i]):
        return ""
    return _guess(lower(token), PARTICIPLES, known)


def _between_names(token: Token, known: frozenset[str]) -> str:
    """«Dakar presse Bissau de …»: a root without article that has a subject before it."""
    before = [c for c in token.children if c.i < token.i]
    if token.dep_ != "ROOT" or any(c.dep_ in ("det", "cop", "amod", "case") for c in before):
        return ""
    if not any(c.dep_ in SUBJECTS for c in before):
        return ""
    return _guess(lower(token), PRESENT, known)


def _participle_of(token: Token, known: frozenset[str]) -> str:
    """The known verb in -er or -ir of which the word is the past participle; empty where there is none."""
    word = lower(token)
    second = word + "r" if word.endswith("i") else ""
    return _guess(word, PARTICIPLES, known) or (second if second in known else "")


def _has_avoir(token: Token) -> bool:
    return any(c.dep_.startswith("aux") and c.lemma_ == "avoir" for c in token.children)


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
    return (rest[0], rest[2]) if "VerbForm=Inf" in str(rest[2].morph) else None


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


def _only_verb(token: Token, known: frozenset[str]) -> str:
    """«L'Iran finance le Hezbollah»: between a root and an object, in a sentence without another verb."""
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
    if following.pos_ not in ("DET", "PROPN") or any(t.pos_ in VERBAL for t in token.sent):
        return ""
    return _guess(lower(token), PRESENT, known)


def _rise(verb: Token) -> None:
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


def _make_verb(token: Token, lemma: str, morphology: str) -> None:
    token.pos_, token.lemma_ = "VERB", lemma
    token.morph = Morph(morphology)
    for child in token.children:
        if child.i > token.i and child.dep_ == "nmod":
            case = next((lower(c) for c in child.children if c.dep_ == "case"), "")
            child.dep_ = "obj" if case in ("", "des") else "obl:mod"
