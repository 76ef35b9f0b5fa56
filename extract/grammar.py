"""Questions to a dependency parse (Universal Dependencies, French) that the rules ask again and again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token, asked_once

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer"))
OBLIQUES = frozenset(("obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "advmod", "dep", "obj:agent"))
CONTRACTED = {
    "du": "de",
    "des": "de",
    "d'": "de",
    "d’": "de",
    "de": "de",
    "au": "à",
    "aux": "à",
    "jusqu'": "jusque",
    "jusqu’": "jusque",
}
THESE = frozenset(("ce", "cet", "cette", "ces"))
DEFINITE = THESE | {"le", "la", "les", "l'"}
QUOTES = frozenset('«»"“”')
VERBAL = frozenset(("VERB", "AUX"))
THAT = frozenset(("que", "qu'"))
NAMING = ("NOUN", "PROPN")
TALKS = word_set("grammar", "talks")
NE = frozenset(("ne", "n'"))
CLITICS = NE | {"se", "s'", "l'", "le", "la", "les", "lui", "leur", "en", "y"}
NOR = "ni"
STEPS = frozenset(("un", "le", "ce", "premier", "grand", "nouveau"))
NEGATIONS = frozenset(
    ("pas", "jamais", "plus", "aucun", "aucune", "ni", "nullement", "guère", "rien", "point")
)


def lower(token: Token) -> str:
    return token.lower


@asked_once
def case_of(token: Token) -> str:
    """The preposition before a noun phrase, contractions undone, several words joined: «au sein de»;
    empty where there is none."""
    if not token.children:
        return ""
    words: list[str] = []
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            if any(lower(f) in LOCUTIONS for f in (child, *child.children)):
                return next(LOCUTIONS[lower(f)] for f in (child, *child.children) if lower(f) in LOCUTIONS)
            words.append(_plain(child))
            words.extend(_plain(f) for f in child.children if f.dep_ in ("fixed", "case") and f.i < token.i)
    if not words and token.i and token.nbor(-1).text.lower() in CONTRACTED and token.nbor(-1).head == token:
        words.append(_plain(token.nbor(-1)))
    if words == ["de", "de"]:  # «la libération de trois de ces otages»
        return "de"
    if words == ["face"]:  # «aux» as an article
        return "face à"
    if words == ["de"] and _is_behind_near(token):
        return "près de"
    return " ".join(words)


def _is_behind_near(noun: Token) -> bool:
    """«près d'un convoi», where the parser takes «près» for an adverb."""
    first = next((c for c in noun.children if c.dep_ == "case"), noun)
    return first.i > 0 and lower(first.nbor(-1)) == "près"


def _plain(token: Token) -> str:
    word = lower(token)
    return CONTRACTED.get(word, word)


def with_conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in the order of the text; no place behind what has no
    preposition: «aider des amis, en Syrie, en Irak»."""
    return list(_joined_with(token))


@asked_once
def _joined_with(token: Token) -> tuple[Token, ...]:
    found = [token]
    is_bare = case_of(token) == ""
    for item in found:
        joined = (c for c in item.children if c.dep_ == "conj" and c not in found)
        found.extend(c for c in joined if not (is_bare and case_of(c) in ("en", "dans")))
    return tuple(sorted(found, key=lambda t: t.i))


def first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


PAST_ENDINGS = tuple(
    f"{stem}{end}" for stem in ("é", "i", "u", "û", "t", "s") for end in ("", "e", "s", "es")
)


PAST_OF_ER = ("é", "ée", "és", "ées")


def is_participle(verb: Token, tense: str) -> bool:
    """As the tagger says; but «déplore» is no past participle, and «pointé» is one, whatever it says."""
    return _reads_as_participle(verb.lower, verb.morph, tense)


@lru_cache(maxsize=1 << 16)
def _reads_as_participle(word: str, morph: str, tense: str) -> bool:
    if tense == "Past" and "VerbForm=Inf" in morph and word.endswith(PAST_OF_ER):
        return True
    if "VerbForm=Part" not in morph or f"Tense={tense}" not in morph:
        return False
    return tense != "Past" or word.endswith(PAST_ENDINGS)


def is_infinitive(verb: Token) -> bool:
    """«préparer», «avoir préparé»."""
    words = (verb, *(c for c in verb.children if c.dep_ == "aux:tense"))
    return any("VerbForm=Inf" in t.morph for t in words)


def has_auxiliary(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") or c.dep_ == "cop" for c in verb.children)


WITH_ETRE = frozenset(
    (
        *(
            "aller",
            "arriver",
            "entrer",
            "intervenir",
            "naître",
            "mourir",
            "partir",
            "parvenir",
            "rester",
            "revenir",
        ),
        *(
            "tomber",
            "venir",
            "devenir",
            "redevenir",
            "repartir",
            "sortir",
            "ressortir",
            "survenir",
            "décéder",
        ),
    )
)
"""Verbs whose perfect is formed with «être»: «sont intervenus» is no passive."""


@asked_once
def is_passive(verb: Token) -> bool:
    """«a été attaqué», «attaqué par», «(une alliance) soutenue par»; not «s'est retiré»."""
    if verb.lemma_ in WITH_ETRE:
        return False
    kinds = {c.dep_ for c in verb.children}
    if "aux:pass" in kinds or "expl:pass" in kinds:
        return True
    if any(c.dep_.startswith("aux") and c.lemma_ == "avoir" for c in verb.children):
        return False
    if (
        "expl:comp" in kinds
        or "expl:pv" in kinds
        or (any(c.dep_ == "obj" and c.i > verb.i for c in verb.children) and not _has_agent(verb))
    ):
        return False
    if "nsubj:pass" in kinds:
        return True
    is_joined = verb.dep_ == "conj" and has_avoir(verb.head) and not is_passive(verb.head)
    if is_joined and not _has_agent(verb):
        return False  # «a vaincu l'armée et capturé treize de ses chars»
    return is_participle(verb, "Past") and not has_auxiliary(verb)


AGENT_BEHIND = 5


def _has_agent(verb: Token) -> bool:
    """«pointé du doigt par X»: an object that the parser sees there is part of the verb."""
    if not is_participle(verb, "Past") or has_auxiliary(verb):
        return False
    behind = verb.doc[verb.i + 1 : min(verb.i + AGENT_BEHIND, verb.sent.end)]
    return any(lower(t) == "par" for t in behind) and not any(t.text == "," for t in behind)


def direct_subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def objects(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in ("obj", "obj:lvc")]
    return found or [
        c
        for c in verb.children
        if c.i > verb.i
        and c.dep_ in OBLIQUES
        and (
            _partitive(c)
            or (c.dep_ in ("obl:arg", "obl:mod") and c.pos_ in ("NOUN", "PROPN") and not case_of(c))
            or (c.pos_ == "NUM" and not case_of(c) and _counts_some(c))
        )
    ]


def _counts_some(number: Token) -> bool:
    """«douze de leurs soldats»."""
    return any(c.dep_ == "nmod" and case_of(c) == "de" for c in number.children)


def _partitive(token: Token) -> bool:
    """«ont attaqué des casernes», «ont reçu de hauts cadres»: for the parser often prepositions."""
    cases = [c for c in token.children if c.dep_ == "case"] or [c for c in token.children if c.dep_ == "det"]
    return any(lower(c) == "des" or (lower(c) == "de" and _is_plural_adjective(c.nbor())) for c in cases)


def _is_plural_adjective(word: Token) -> bool:
    return word.pos_ == "ADJ" and lower(word).endswith(("s", "x"))


def agents(verb: Token) -> list[Token]:
    """Who acts in a passive: «par X», and «de X» where the parser says so."""
    return [
        c
        for c in verb.children
        if (
            (c.dep_ == "obl:agent" and case_of(c) not in PLACING)
            or (c.dep_ in OBLIQUES and case_of(c) in ("par", "de la part de"))
        )
        and not _is_adverbial(c)
    ]


PLACING = frozenset(("à", "en", "dans", "sur", "chez"))
BY_WAY = frozenset(
    ("suite", "ailleurs", "exemple", "conséquent", "contre", "endroit", "biais", "avance", "force")
)


def _is_adverbial(word: Token) -> bool:
    """«par la force», «par exemple»: how, and not by whom."""
    return lower(word) in BY_WAY and all(c.dep_ in ("case", "det") for c in word.children)


# Nouns that with the words around them make a preposition: «aux côtés de», «au sein de».
LOCUTIONS = {
    "côté": "aux côtés de",
    "côtés": "aux côtés de",
    "sein": "au sein de",
    "profit": "au profit de",
    "faveur": "en faveur de",
    "encontre": "à l'encontre de",
    "égard": "à l'égard de",
    "cours": "au cours de",
    "part": "de la part de",
    "provenance": "en provenance de",
    "main": "aux mains de",
    "mains": "aux mains de",
    "adresse": "à l'adresse de",
    "bénéfice": "au profit de",
    "rangs": "dans les rangs de",
    "secours": "au secours de",
    "endroit": "à l'égard de",
    "instar": "à l'instar de",
    "image": "à l'image de",
    "direction": "en direction de",
    "passage": "au passage de",
    "entrée": "à l'entrée de",
    "proximité": "à proximité de",
    "milieu": "au milieu de",
}


ADVERBS_OF_PLACE = {"auprès": "auprès de", "lors": "lors de"}
"""«protester auprès de X», «tués lors d'un assaut»."""


@asked_once
def obliques(head: Token) -> tuple[tuple[str, Token], ...]:
    """Every prepositional complement of a word, with its preposition; «aux côtés de X» counts as one."""
    return tuple(_obliques(head)) if head.children else ()


def _obliques(head: Token) -> Iterator[tuple[str, Token]]:
    for child in head.children:
        if child.lower in ADVERBS_OF_PLACE:  # where it is an adverb to the parser
            case = ADVERBS_OF_PLACE[child.lower]
            yield from ((case, inner) for inner in child.children if case_of(inner) == "de")
        if child.dep_ in OBLIQUES or child.dep_.startswith("obl"):
            inside = [c for c in child.children if c.dep_ in OBLIQUES and case_of(c) == "de"]
            if lower(child) not in LOCUTIONS or not inside or case_of(child) != "à":
                given = "à" if child.dep_ == "iobj" and child.pos_ in NAMING else ""
                yield OF_WHICH.get(child.lower) or case_of(child) or given, child
            if lower(child) in LOCUTIONS:
                for inner in inside:
                    yield LOCUTIONS[lower(child)], inner


OF_WHICH = {"dont": "de", "auquel": "à", "auxquels": "à", "auxquelles": "à", "duquel": "de", "desquels": "de"}


@asked_once
def clause_of(token: Token) -> Token:
    """The verb (or predicate) of the clause that a token stands in."""
    seen = 0
    while (head := token.head) != token and seen < 60:
        if token.pos_ in VERBAL or any(c.dep_ == "cop" for c in token.children):
            return token
        token = head
        seen += 1
    return token


def governors(token: Token) -> Iterator[Token]:
    """The words above a token up to the root, nearest first."""
    seen = 0
    while token.head != token and seen < 60:
        token = token.head
        seen += 1
        yield token


def is_negated(predicate: Token) -> bool:
    """«n'a pas», «n'a jamais», «aucun … n'a», «ni X ni Y n'ont», «sans avoir»; not «a accusé X, pas Y»."""
    has_ne = any(lower(c) in NE for c in predicate.children)
    for child in predicate.children:
        if lower(child) in NEGATIONS and child.dep_ in ("advmod", "advmod:neg", "cc"):
            if child.i > 0 and lower(child.nbor(-1)) in STEPS:
                continue  # «un pas a été franchi»
            if not has_ne and (lower(child) == "plus" or _excludes(child, predicate)):
                continue
            return True
        if has_ne and (lower(child) == NOR or any(lower(c) == NOR for c in child.children)):
            return True
        if child.dep_ in SUBJECTS and any(lower(g) in ("aucun", "aucune") for g in child.children):
            return True
        if child.dep_ == "mark" and lower(child) == "sans":
            return True
    return False


def is_among_others(between: Token) -> bool:
    """«entre autres»: for example."""
    return between.i + 1 < len(between.doc) and lower(between.nbor()) == "autres"


def _excludes(negation: Token, predicate: Token) -> bool:
    """«X a accusé Y, pas Z»: behind a verb and a comma, it denies what comes behind it."""
    return negation.i > predicate.i + 1 and negation.nbor(-1).text in (",", "et", "mais")


JUDGING = word_set("grammar", "judging")
IMPOSING = word_set("grammar", "imposing")
AGAINST = frozenset(("contre", "à l'encontre de", "à l'égard de", "envers"))


def nominal_complements(noun: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional complements of a noun, also those that the parser hung on a complement of it
    («l'attaque du JNIM contre l'armée») or on the verb over it («mener une attaque contre l'armée»)."""
    for case, child in obliques(noun):
        yield case, child
        for inner_case, inner in obliques(child):
            if inner_case and inner_case != "de" and inner.i > noun.i:
                yield inner_case, inner
            for deep_case, deep in obliques(inner):
                if deep_case and deep_case != "de" and deep.i > noun.i:
                    yield deep_case, deep
    if noun.dep_ == "nmod" and lower(noun.head) in SERIES:  # «une série de frappes sur des positions»
        yield from ((case, child) for case, child in obliques(noun.head) if child.i > noun.i)
    below = (c for case, child in obliques(noun) if case in ("de", "sur") for c in child.children)
    for clause in (*noun.children, *below):  # «des sanctions visant X», «un gel des avoirs visant X»
        if clause.dep_ not in ("acl", "acl:relcl") or clause.i < noun.i:
            continue
        if is_participle(clause, "Pres"):
            yield from ((lower(clause), child) for child in clause.children if child.dep_ == "obj")
        elif (
            is_participle(clause, "Past") or clause.dep_ == "acl:relcl"
        ):  # «les accusations portées contre X»
            yield from ((case, child) for case, child in obliques(clause) if case in AGAINST)
            if clause.lemma_ in IMPOSING:
                yield from ((case, child) for case, child in obliques(clause) if case == "à")


def inner_complements(noun: Token) -> Iterator[Token]:
    """What stands with «de» on a complement of a noun, or on what is coordinated with it: «le retrait du Mali
    du G5 Sahel», «le retrait du Mali et du Niger du G5 Sahel»."""
    for _, child in obliques(noun):
        for joined in with_conjuncts(child):
            for case, inner in obliques(joined):
                if case == "de" and inner.i > noun.i:
                    yield inner
                    yield from (c for t in with_conjuncts(inner)[1:] for k, c in obliques(t) if k == "de")


# Nouns that say how many acts there are: «une série d'attaques».
SERIES = word_set("grammar", "series")


@asked_once
def verb_over(noun: Token) -> tuple[Token, str] | None:
    """The verb of which a noun is the subject or object, and which of the two; through conjuncts."""
    top = first_conjunct(noun)
    while top.dep_ == "nmod" and lower(top.head) in SERIES and case_of(top) == "de":
        top = first_conjunct(top.head)
    head = top.head
    if head.pos_ in VERBAL:
        if top.i < head.i and any(t.text == ":" for t in top.doc[top.i : head.i]):
            return None  # «Sommet de X à Lomé : Y a …»
        if top.dep_ in SUBJECTS:
            return head, "subject"
        if top.dep_ in ("obj", "obj:lvc", "obl:arg", "xcomp", "obl:mod", "obl", "obl:agent"):
            return head, "object" if top.dep_.startswith("obj") else "oblique"
    return None


@asked_once
def linear_case(token: Token) -> str:
    """The preposition that stands before a noun phrase in the order of the words, whatever the parse."""
    words = token.doc.tokens
    for index in range(token.i - 1, max(-1, token.i - 7), -1):
        word = words[index]
        kind, spelt = word.pos_, word.lower
        if spelt == "des" and kind == "DET" and index and word.nbor(-1).pos_ == "ADP":
            continue  # «sur des positions»
        if spelt == "des" and kind == "DET" and index < token.i - 1 and words[index + 1].pos_ == "NOUN":
            return ""  # «des combattants talibans»
        if word.text == "A" and kind != "AUX":
            return "à"  # capitals often lose their accents
        if kind == "ADP" or spelt in CONTRACTED:
            return CONTRACTED.get(spelt, spelt)
        if kind not in ("DET", "ADJ", "NUM", "ADV", "PUNCT") and not (
            kind == "NOUN" and index == token.i - 1
        ):
            return ""
        if kind == "PUNCT" and word.text not in ("«", '"', "“", "("):
            return ""
    return ""


def opening_of(closing: Token) -> int:
    """Where the parenthesis opens that a token closes; the start of the sentence where none does."""
    for index in range(closing.i - 1, closing.sent.start - 1, -1):
        if closing.doc[index].text == "(":
            return index
    return closing.sent.start


def past_brackets(token: Token) -> Token:
    """The word before the brackets that a token closes, the token itself where it closes none: «le X (Y)»."""
    return token.doc[max(opening_of(token) - 1, token.sent.start)] if token.text == ")" else token


def is_pronominal(verb: Token) -> bool:
    """«se tenir»: has the verb «se» for its own?"""
    return any(lower(c) in ("se", "s'") for c in verb.children)


def has_definite_article(noun: Token) -> bool:
    """«le groupe», «cette attaque», «du groupe», «aux rebelles»: what the text has told of."""
    return any(
        lower(c) in DEFINITE if c.dep_ == "det" else _holds_article(c, noun)
        for c in noun.children
        if c.i < noun.i
    )


def _holds_article(word: Token, noun: Token) -> bool:
    """«du», «au», «aux»; «des» only under a noun: «l'offensive des rebelles», not «tuer des rebelles»."""
    under_noun = noun.dep_ == "nmod" and noun.head.pos_ in ("NOUN", "PROPN")
    return lower(word) in ("du", "au", "aux") or (under_noun and lower(word) == "des")


NEAR_BEFORE = 3
NEAR_BEHIND = 5


def is_denied_nearby(token: Token) -> bool:
    """Does a word of denial stand close to this one, whatever the parse? «plus» alone is none."""
    sentence = token.sent
    near = token.doc[max(sentence.start, token.i - NEAR_BEFORE) : min(token.i + NEAR_BEHIND, sentence.end)]
    return any(lower(t) in ("ne", "n'") or (lower(t) in NEGATIONS and lower(t) != "plus") for t in near)


def has_avoir(verb: Token) -> bool:
    """«a pris»; of a modal, that what could be done was done: «a pu rencontrer»."""
    return any(c.dep_.startswith("aux") and c.lemma_ == "avoir" for c in verb.children)


def is_demonstrative(noun: Token) -> bool:
    """«ce groupe», «cette guérilla»."""
    return any(c.dep_ == "det" and lower(c) in THESE for c in noun.children)


def is_finite(token: Token) -> bool:
    """As the tagger says; also what it takes for a past participle that has no such ending."""
    return token.pos_ in VERBAL and _reads_as_finite(token.lower, token.morph)


@lru_cache(maxsize=1 << 16)
def _reads_as_finite(word: str, morph: str) -> bool:
    misread = "Tense=Past" in morph and "VerbForm=Part" in morph
    misread = misread and not _reads_as_participle(word, morph, "Past")
    return misread or "VerbForm=Fin" in morph
