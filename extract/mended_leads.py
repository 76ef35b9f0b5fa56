"""The main verb of a sentence that the parser took for a noun or hung into what stands before it: «X, qui
accuse Y, menace Z», «X, chef de Y, menace Z», «X finance et arme Y»."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, SUBJECTS, VERBAL, case_of, is_finite, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.made_verbs import FINITE
from sahelgraph.extract.trees import Doc, Morph, Token
from sahelgraph.extract.verb_forms import Guess

DATIVE = frozenset(("à", "au", "aux"))
RELATIVE = frozenset(("qui", "que", "qu'", "dont", "où", "auquel", "à"))
PRONOUNS = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))
LINKS = frozenset((",", "et", "ou"))
OPENING = 3
COLON = 4
APPOSED = 24
OPENING_OBJECT = frozenset(("le", "la", "l'", "les", "un", "une", "des"))
TIMES = word_set("mended_objects", "times")


def mend_leads(doc: Doc, guess: Guess) -> None:
    """Gives sentences whose root is their subject the verb behind the relative clause as root, and the first
    of several verbs right behind a name. Changes `doc`."""
    for sentence in doc.sents:
        root = sentence.root
        if root.pos_ in NAMING and (verb := _behind_relative(root, guess)) is not None:
            _lead(verb, root, guess(lower(verb)))
        elif root.pos_ in NAMING and (verb := _behind_apposition(root, guess)) is not None:
            _lead(verb, root, "" if verb.pos_ in VERBAL else guess(lower(verb)))
        elif verbs := _listed(sentence.root, guess):
            _lead_list(verbs, guess)


def mend_headlines(doc: Doc) -> None:
    """«Sahara occidental: X dément …»: X does, and not what the colon sets before it. Changes `doc`."""
    for sentence in doc.sents:
        colon = next((t for t in sentence[: COLON + 1] if t.text == ":"), None)
        verb = sentence.root
        if colon is None or verb.pos_ not in VERBAL or verb.i < colon.i:
            continue
        headed = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < colon.i), None)
        behind = headed.children if headed is not None else ()
        name = next(
            (c for c in behind if colon.i < c.i < verb.i and c.pos_ in NAMING and not case_of(c)), None
        )
        if headed is not None and name is not None:
            name.head, name.dep_ = verb, headed.dep_
            headed.dep_ = "dep"


def mend_opening_verbs(doc: Doc, guess: Guess) -> None:
    """Makes the verb of what the parser took for part of the name that opens a sentence: «Berlin finance la
    force». Changes `doc`."""
    for sentence in doc.sents:
        if len(sentence) > OPENING and (verb := _behind_opening_name(sentence[1], guess)):
            _take_object(sentence[1])
            sentence[1].pos_, sentence[1].lemma_, sentence[1].morph = "VERB", verb, Morph(FINITE)


def _behind_relative(subject: Token, guess: Guess) -> Token | None:
    """The word that must be the verb of «X, qui …, menace Y»."""
    doc, end = subject.doc, subject.sent.end
    comma = subject.i + 1
    if comma < end and doc[comma].text == "(":
        comma = next((i for i in range(comma, end) if doc[i].text == ")"), comma) + 1
    if comma + 2 >= end or doc[comma].text != ",":
        return None
    opening = comma + 2 if doc[comma + 1].pos_ == "ADP" else comma + 1  # «X, pour qui …»
    if lower(doc[comma + 1]) not in RELATIVE and lower(doc[opening]) not in PRONOUNS:
        return None
    for word in doc[comma + 3 : end - 1]:
        if word.nbor(-1).text == "," and _may_lead(word, guess):
            clauses = [t for t in doc[comma + 1 : word.i] if t.pos_ in VERBAL]
            return word if clauses and not _is_finite_behind(word) else None
    return None


def _behind_apposition(subject: Token, guess: Guess) -> Token | None:
    """The word that must be the verb of «X, chef de Y, menace Z», where X opens the sentence."""
    doc, start, end = subject.doc, subject.sent.start, subject.sent.end
    comma = subject.i + 1
    if subject.i > start + OPENING or comma + 3 >= end or doc[comma].text != ",":
        return None
    for word in doc[comma + 1 : min(comma + APPOSED, end - 1)]:
        if lower(word) in RELATIVE and lower(word) not in DATIVE:
            return None
        is_finite_verb = word.pos_ == "VERB" and is_finite(word)
        if word.i < comma + 3 or word.nbor(-1).text != ",":
            if is_finite_verb or word.pos_ == "AUX":
                return None
        elif is_finite_verb or _may_lead(word, guess):
            return word if word.head.i < word.i and not _is_finite_behind(word) else None
    return None


def _may_lead(word: Token, guess: Guess) -> bool:
    """A form in the present without article, before an object or an infinitive."""
    if not word.text.islower() or not guess(lower(word)):
        return False
    if any(c.dep_ in ("det", "case", *SUBJECTS) and c.i < word.i for c in word.children):
        return False
    following = word.nbor()
    if lower(following) in TIMES and following.i + 1 < word.sent.end:
        following = following.nbor()  # «rencontre mardi X»
    if lower(following) in DATIVE:
        return True  # «reproche à X de …»
    return following.pos_ in ("DET", "PROPN") or (following.pos_ == "NUM" and following.text.islower())


def _is_finite_behind(word: Token) -> bool:
    """Has the sentence a finite verb behind a word, other than in clauses under it?"""
    behind = [t for t in word.doc[word.i + 1 : word.sent.end] if t.pos_ in VERBAL and is_finite(t)]
    return any(word not in t.ancestors and t.dep_ not in ("acl:relcl", "ccomp", "advcl") for t in behind)


def _lead(verb: Token, subject: Token, lemma: str) -> None:
    """Makes a word the root, what was the root its subject, and gives it what stands behind; a `lemma` makes
    a verb of it."""
    behind = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.head.i < verb.i and t.dep_ != "acl:relcl"]
    for clause in subject.children:
        if clause.i < verb.i and clause.pos_ in VERBAL and clause.dep_ in ("nmod", "dep", "acl"):
            clause.dep_ = "acl:relcl"
    for apposed in [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]:
        apposed.head, apposed.dep_ = subject, "appos"
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    for word in behind:
        word.head = verb
    if lemma:
        verb.pos_, verb.lemma_, verb.morph = "VERB", lemma, Morph(FINITE)
        _give_object(verb)


def _give_object(verb: Token) -> None:
    """A phrase right behind a verb without preposition is its object."""
    for word in verb.children:
        if word.i > verb.i and word.pos_ in NAMING and not case_of(word):
            word.dep_ = "obj"
            return


def _listed(root: Token, guess: Guess) -> list[Token]:
    """The words of «X arme, entraîne et finance Y» that are verbs, where X opens the sentence."""
    start, end = root.sent.start, root.sent.end
    doc = root.doc
    name = next((t for t in doc[start : min(start + 3, end)] if t.pos_ in ("PROPN", "NOUN")), None)
    if name is None or not name.text[0].isupper():
        return []
    verbs: list[Token] = []
    for word in doc[name.i + 1 : end - 1]:
        if word.text.islower() and guess(lower(word)) and word.nbor(-1).pos_ != "DET":
            verbs.append(word)
        elif lower(word) in LINKS and verbs:
            continue
        else:
            break
    joined = len(verbs) > 1 and lower(verbs[-1].nbor(-1)) in ("et", "ou")
    before_object = joined and verbs[-1].nbor().pos_ in ("DET", "PROPN")
    is_torn = any(v.pos_ not in VERBAL or v.dep_ in ("acl", "amod", "flat:name") for v in verbs)
    return [name, *verbs] if before_object and is_torn else []


def _tell_behind(verb: Token, said: Token) -> None:
    """«X arme et finance Y, affirme Z»: Z does."""
    verb.head, verb.dep_ = said, "parataxis"
    named = next((c for c in verb.children if c.i > verb.i and c.pos_ in NAMING and not case_of(c)), None)
    if named is not None:
        named.dep_ = "nsubj"


def _lead_list(words: list[Token], guess: Guess) -> None:
    """Makes the first of several verbs the root, or what the root says, and joins the others to it."""
    name, first, *others = words
    root, last = name.sent.root, others[-1] if others else first
    told = root.i > last.i and root.pos_ in VERBAL
    torn = {name, *words}
    behind = [t for t in name.doc[last.i + 1 : name.sent.end] if t.head in torn and t not in torn]
    first.head, first.dep_ = first, "ROOT"
    if told:
        _tell_behind(root, first)
    name.head, name.dep_ = first, "nsubj"
    for verb in (first, *others):
        verb.pos_, verb.lemma_, verb.morph = "VERB", guess(lower(verb)), Morph(FINITE)
    for verb in others:
        verb.head, verb.dep_ = first, "conj"
    for word in behind:
        word.head = last
    _give_object(last)


def _behind_opening_name(token: Token, guess: Guess) -> str:
    """«Berlin finance la force»: right behind the bare name that opens a sentence, which has no verb, and
    before an article."""
    start = token.sent.start
    if token.pos_ not in NAMING or not token.text.islower() or lower(token.nbor()) not in OPENING_OBJECT:
        return ""
    if token.doc[start].pos_ != "PROPN" or any(t.pos_ in VERBAL and is_finite(t) for t in token.sent):
        return ""
    return guess(lower(token))


def _take_object(verb: Token) -> None:
    """Makes a word the head of its sentence, the name before it its subject, and the noun behind, with the
    article that follows, its object."""
    subject, article = verb.nbor(-1), verb.nbor()
    root, thing = verb.sent.root, article.head if article.head.i > verb.i else verb.nbor().nbor()
    for child in list(verb.children):
        if child.i > verb.i and child is not thing:
            child.head = thing if child is article else verb
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "obj"
    if root not in (verb, subject, thing):
        root.head, root.dep_ = verb, "dep"
