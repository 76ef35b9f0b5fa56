"""Complements that the parser hangs on the wrong word: behind dates, locutions and «entre», on agents and
participles («X accuse en retour Y», «a suspendu le pays de ses instances»)."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.concord import agrees, in_concord
from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.grammar import (
    NAMING,
    SUBJECTS,
    TALKS,
    VERBAL,
    case_of,
    is_finite,
    is_passive,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Span, Token

SUSPENDING = word_set("mended_complements", "suspending")
RANKS = word_set("mended_complements", "ranks")
KEPT = frozenset(("punct", "case", "det", "cc", "fixed", "mark", "advmod"))
OF_NOUNS = ("de", "du", "des", "d'", "contre")
TO = ("à", "au", "aux")
MADE_CAPTIVE = word_set("mended_complements", "made_captive")
LOCUTIONS = frozenset(
    (
        *("retour", "contraire", "tour", "outre", "revanche", "vain", "effet", "conséquence"),
        *("passage", "nouveau", "part", "fois"),
        *("garde", "cause", "demeure", "doigt", "examen", "pilori", "grief", "rigueur", "justice"),
    )
)
"""«en retour», «au contraire», «mettre en garde», «pointer du doigt»: nothing hangs on these."""
ADJUNCTS = frozenset(("obl:mod", "obl:arg", "obl", "xcomp", "dep"))
AFTER = frozenset(("après", "depuis", "lors de", "dès", "à la suite de", "suite à", "malgré"))
WHERE = frozenset(("à", "en", "dans", "sur", "chez", "depuis"))

HUNG = frozenset(("nmod", "obl:mod", "obl:arg", "obl"))
AIMING = frozenset(("contre", "sur", "vers", "en direction de", "à l'encontre de", "visant"))
BORDERS = word_set("borders", "borders")
WITHOUT_NATION = word_set("mended_complements", "without_nation")
CUSTODY = word_set("mended_complements", "custody")
RIGGED = word_set("mended_complements", "rigged")
WEAPONS = word_set("mended_complements", "weapons")


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
        _object_behind(span, head)
        _complement_behind(span)


def _object_behind(date: Span, verb: Token) -> None:
    """«a libéré jeudi l'opposant X»: a phrase without preposition right behind the date is the object."""
    relations = {c.dep_ for c in verb.children}
    if verb.pos_ not in VERBAL or "obj" in relations or not relations & SUBJECTS or is_passive(verb):
        return
    for child in verb.children:
        behind = child.pos_ in NAMING and child.i >= date.end and child.left_edge.i == date.end
        if behind and child.dep_ in ("obl:mod", "obl:arg", "obl", "dep", "nmod") and not case_of(child):
            child.dep_ = "obj"


def _complement_behind(date: Span) -> None:
    """«l'attaque, le 5 mars, d'un poste»: what stands behind a date between commas is of the noun before."""
    doc, start, end = date.doc, date.start, date.end
    if start < 2 or end + 1 >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return
    noun, case = doc[start - 2], doc[end + 1]
    part = case.head
    if noun.pos_ != "NOUN" or case.dep_ != "case" or lower(case) not in OF_NOUNS:
        return
    if part.left_edge.i == case.i and part.head is noun.head and part.head.pos_ in VERBAL:
        part.head, part.dep_ = noun, "nmod"


def _hangs_wrong(child: Token) -> bool:
    if child.dep_ == "acl:relcl":
        return child.pos_ in NAMING
    return child.dep_ in (
        "nmod",
        "obl",
        "obl:mod",
        "obl:arg",
        "obl:agent",
        "appos",
        "acl",
        "conj",
        "obj",
        "dep",
        "amod",
        "xcomp",
    )


def _relation(child: Token, head: Token) -> str:
    if child.dep_ == "obl:agent":
        return child.dep_
    if head.pos_ not in VERBAL:
        return "nmod" if case_of(child) else child.dep_
    first = next((lower(c) for c in child.children if c.dep_ == "case"), "")
    if first == "des" or (not first and child.pos_ in ("NOUN", "PROPN")):
        return "obj"
    return "obl:mod" if first else child.dep_


def rehang_after_locutions(doc: Doc) -> None:
    """In «X accuse en retour Y de …» Y is accused, in «X frappe à nouveau Y» struck: gives the name that the
    parser hung on such a locution to the verb. Changes `doc`."""
    for noun in doc:
        if lower(noun) not in LOCUTIONS:
            continue
        fixed = noun.dep_ == "fixed"
        verb = noun.head.head if fixed else noun.head
        opens = lower(noun.head) if fixed else case_of(noun)
        if verb.pos_ not in VERBAL or opens not in ("en", "à", "de"):
            continue
        if any(c.dep_ == "obj" and c is not noun for c in verb.children) or is_passive(verb):
            continue
        for child in [*noun.children, *(noun.head.children if fixed else ())]:
            bare = child.pos_ in NAMING and child.left_edge.i == noun.i + 1 and not case_of(child)
            if bare and child.dep_ in ("nmod", "appos", "flat:name", "dep", "obj"):
                child.head, child.dep_ = verb, "obj"


def rehang_bare_names(doc: Doc) -> None:
    """«X avait occupé Goma fin 2012», «X a reçu à Goma Y»: a name without preposition right behind the verb
    or where that was is its object, also where the parser takes it for an adjunct. Changes `doc`."""
    for name in doc:
        if name.pos_ != "PROPN" or case_of(name):
            continue
        behind = name.dep_ == "flat:name" and " " in name.text and case_of(name.head) in WHERE
        place = name.head if behind else None  # not of «s'est entretenu avec le président Y»
        if place is None and name.dep_ not in ADJUNCTS:
            continue
        verb = name.head if place is None else place.head
        if verb.pos_ != "VERB" or name.left_edge.i != (verb if place is None else place).i + 1:
            continue
        relations = {c.dep_ for c in verb.children}
        if relations & SUBJECTS and "obj" not in relations and not is_passive(verb):
            name.head, name.dep_ = verb, "obj"


def rehang_captives(doc: Doc) -> None:
    """In «X a fait prisonniers dix soldats» the soldiers are the object: the parser hangs them on what
    they become. Changes `doc`."""
    for become in doc:
        if become.lemma_ not in MADE_CAPTIVE:
            continue
        _free_made_captive(become)
        verb = become.head
        if verb.lemma_ != "faire" or become.dep_ != "obj":
            continue
        if any(c.dep_ == "det" for c in become.children):
            continue
        for child in list(become.children):
            if child.pos_ in NAMING and child.i > become.i and not case_of(child):
                child.head, child.dep_ = verb, "obj"
                become.dep_ = "xcomp"


def _free_made_captive(become: Token) -> None:
    """«faits prisonniers lors de l'assaut de X»: the verb leads, and what stands behind is its own."""
    made = become.nbor(-1) if become.i > become.sent.start else become
    if made.lemma_ != "faire" or not is_passive(made):
        return
    if made.head is become:
        made.head, made.dep_ = (become.head, become.dep_) if become.head is not become else (made, "ROOT")
    if become.head is not made:
        become.head, become.dep_ = made, "xcomp"
    for child in list(become.children):
        if child.dep_ in ("advmod", "nmod", "punct") and child.i > become.i:
            child.head = made


def rehang_opposed(doc: Doc) -> None:
    """In «des combats ont opposé, à Z, X à Y» X is the object, and Y hangs on the verb. Changes `doc`."""
    for verb in doc:
        if verb.lemma_ != "opposer" or verb.pos_ not in VERBAL or is_passive(verb):
            continue
        sides = [c for c in verb.children if c.i > verb.i and c.pos_ in NAMING]
        if not any(c.dep_ == "obj" for c in sides):
            bare = [c for c in sides if c.dep_ in ("obl:mod", "nmod", "dep") and not case_of(c)]
            for side in bare[-1:]:
                side.dep_ = "obj"
        for side in [c for c in sides if c.dep_ == "obj"]:
            for other in [c for c in side.children if c.dep_ == "nmod" and case_of(c) in TO]:
                if other.i > side.i:
                    other.head, other.dep_ = verb, "obl:arg"
            if not any(c.dep_ == "conj" or (c.head is verb and case_of(c) in TO) for c in _beside(side)):
                _opposed_behind_comma(side)


def _beside(side: Token) -> list[Token]:
    return [c for c in (*side.children, *side.head.children) if c.i > side.i]


def _opposed_behind_comma(side: Token) -> None:
    """«une guerre opposant X, alliés à Z, à Y»: the last that opens with «à» behind a comma, before the next
    full verb, is the other side."""
    other = None
    for token in side.doc[side.i + 1 :]:
        if is_finite(token) or token.text in (".", ";"):
            break
        if token.pos_ in NAMING and case_of(token) in TO and token.left_edge.nbor(-1).text == ",":
            other = token
    if other is not None and side not in other.subtree:
        other.head, other.dep_ = side.head, "obl:arg"


def rehang_behind_adjectives(doc: Doc) -> None:
    """«l'appui de soldats togolais et de policiers de la mission M»: the policemen are coordinated with the
    soldiers and not with their adjective, and what stands behind them is theirs. Changes `doc`."""
    for second in doc:
        adjective = second.head
        noun = adjective.head
        if second.dep_ != "conj" or second.pos_ not in NAMING or adjective.dep_ != "amod":
            continue
        if not noun.i < adjective.i < second.i or not case_of(second):
            continue
        if adjective.pos_ != "ADJ" and not (adjective.pos_ in NAMING and case_of(second) == case_of(noun)):
            continue
        second.head = noun
        for child in list(noun.children):
            if child.dep_ == "nmod" and child.i > second.i and case_of(child) == "de":
                child.head = second


def rehang_nations(doc: Doc) -> None:
    """«le ministre des Affaires étrangères turc», «le président par intérim malien»: an adjective that does
    not agree with the noun before it, or that no such noun has, is of the one above. Changes `doc`."""
    for adjective in doc:
        inner = adjective.head
        before = adjective.nbor(-1) if adjective.i else inner
        if before.lemma_ in BORDERS:  # «un camp, à la frontière togolaise»
            continue
        if (
            adjective.pos_ != "ADJ"
            or adjective.dep_ != "amod"
            or inner.i > adjective.i
            or inner.pos_ != "NOUN"
        ):
            continue
        above = inner.head
        while inner.dep_ == "conj" and above.pos_ == "NOUN" and above.i < inner.i:
            inner, above = above, above.head
        if inner.dep_ != "nmod" or above.pos_ != "NOUN" or above.i > inner.i:
            continue
        noun = adjective.head
        is_bare = not any(c.dep_ == "det" for c in noun.children)  # «les chefs d'État africains»
        is_other = not agrees(adjective, noun, strictly=True) or (is_bare and not in_concord(adjective, noun))
        if (is_other or lower(noun) in WITHOUT_NATION) and in_concord(adjective, above):
            adjective.head = above


def rehang_aims(doc: Doc) -> None:
    """«l'offensive éclair de X», «tirer une salve de roquettes sur X», «l'attentat à la voiture piégée contre
    X»: what the parser hangs on how something is done is of what is done. Changes `doc`."""
    for phrase in doc:
        case = case_of(phrase) if phrase.dep_ in HUNG and phrase.pos_ in NAMING else ""
        if not case:
            continue
        over = phrase.head
        while over.head.pos_ == "NOUN" and over.i < phrase.i and _says_how(over, case):
            over = over.head
        if over is not phrase.head:
            phrase.head, phrase.dep_ = over, "nmod"


def _says_how(word: Token, case: str) -> bool:
    """Is it a second noun without preposition («éclair»), or a weapon, and the phrase says at whom?"""
    if word.pos_ == "NOUN" and word.dep_ in ("amod", "nmod") and not case_of(word):
        return word.i == word.head.i + 1 and not any(c.dep_ == "det" for c in word.children)
    if case not in AIMING:
        return False
    return lower(word) in RIGGED or (word.dep_ == "nmod" and lower(word) in WEAPONS)


def rehang_ranks(doc: Doc) -> None:
    """«a suspendu le pays de ses instances»: from where, not whose country. Changes `doc`."""
    for noun in doc:
        over = noun.head
        if noun.dep_ != "nmod" or over.dep_ != "obj" or over.head.lemma_ not in SUSPENDING:
            continue
        if case_of(noun) == "de" and noun.lemma_ in RANKS:
            noun.head, noun.dep_ = over.head, "obl:arg"


def rehang_between(doc: Doc) -> None:
    """«l'accord annoncé après des entretiens téléphoniques entre A et B»: what is between two is the talks
    right before, also where the parser gives the phrase to the verb. Changes `doc`."""
    for phrase in doc:
        if phrase.head.pos_ not in VERBAL or case_of(phrase) != "entre" or phrase.left_edge.i < 1:
            continue
        noun = phrase.left_edge.nbor(-1)
        if noun.pos_ == "ADJ" and noun.dep_ == "amod" and noun.head.i == noun.i - 1:
            noun = noun.head
        if noun.lemma_ in TALKS and phrase.head in noun.ancestors:
            phrase.head, phrase.dep_ = noun, "nmod"


def close_between(doc: Doc) -> None:
    """«des combats entre X, appuyé par Z, et Y»: the second of the two, behind what is put in, is coordinated
    with the first and not with what is put in; «entre les deux camps» has no second. Changes `doc`."""
    for first in doc:
        if not first.children or case_of(first) != "entre":
            continue
        if any(c.dep_ in ("conj", "nummod") for c in first.children):
            continue
        for second in doc[first.i + 1 :]:
            if second.text in (".", ";"):
                break
            joint = next((c for c in second.children if c.dep_ == "cc" and lower(c) == "et"), None)
            if second.dep_ != "conj" or second.pos_ not in NAMING or joint is None:
                continue
            put_in = joint.nbor(-1).is_punct or _is_second_of(second)
            if joint.i - 1 > first.i and put_in and first not in second.subtree:
                second.head = first
                break


def _is_second_of(side: Token) -> bool:
    """«entre l'alliance de X et l'armée»: with an article and no «de» of its own the army is a side."""
    return case_of(side.head) == "de" and not case_of(side) and any(c.dep_ == "det" for c in side.children)


def rehang_agents(doc: Doc) -> None:
    """«suspendu après le renversement de X par Y»: Y did what the noun says, not the participle before it;
    «placé en résidence surveillée par Y», «reçu en grande pompe par Y»: Y did what the verb says. Changes
    `doc`."""
    for agent in doc:
        verb = agent.head
        if (
            agent.dep_ == "nmod"
            and case_of(agent) == "par"
            and (verb.pos_ == "PROPN" or case_of(verb) == "en")
            and is_passive(verb.head)
        ):
            _free_agent(agent, verb)
            continue
        if agent.dep_ != "obl:agent" or verb.i > agent.i:
            continue
        if lower(verb.head) in CUSTODY and is_passive(verb.head.head):
            agent.head = verb.head.head
            continue
        for noun in (c for c in verb.children if verb.i < c.i < agent.i and case_of(c) in AFTER):
            if noun.pos_ == "NOUN" and noun.right_edge.i == agent.left_edge.i - 1 and _is_of_something(noun):
                agent.head, agent.dep_ = noun, "nmod"


def _free_agent(agent: Token, place: Token) -> None:
    """«tués dans le Sinaï par X, qui …»: X killed them, and what follows is said of X."""
    for child in list(place.children):
        if child.i > agent.i and child.dep_ == "acl:relcl":
            child.head = agent
    agent.head, agent.dep_ = place.head, "obl:agent"


def join_agents(doc: Doc) -> None:
    """In «accusé par X et par Y», «accusé par X et Y» coordinates Y with X, where the parser coordinated it
    with the verb, and so in «armé par X et surtout par Y», where it took Y for X's. Changes `doc`."""
    for token in doc:
        if token.dep_ == "nmod" and case_of(token) == case_of(token.head) == "par":
            joined = any(t.pos_ == "CCONJ" for t in doc[token.head.i + 1 : token.i])
            if joined and token.head.head.pos_ in VERBAL:
                token.dep_ = "conj"
            continue
        if token.dep_ != "conj" or token.pos_ not in NAMING:
            continue
        if case_of(token) != "par" and not any(c.dep_ == "cc" for c in token.children):
            continue
        for agent in token.head.children:
            if agent.dep_ == "obl:agent" and agent.right_edge.i == token.left_edge.i - 1:
                token.head = agent
                break


def _is_of_something(noun: Token) -> bool:
    return any(c.dep_ == "nmod" and case_of(c) == "de" for c in noun.children)


def free_recipients(doc: Doc) -> None:
    """In «a remis à X un otage» the hostage is the object: nothing is apposed to X without a comma; in
    «reproche au président X» X is the president. Changes `doc`."""
    for thing in doc:
        name = thing.head
        if thing.dep_ == "obj" and thing.pos_ == "PROPN" and thing.i > thing.sent.start:
            _give_name_to_title(thing)
        if thing.dep_ not in ("appos", "nmod") or thing.pos_ != "NOUN" or name.pos_ != "PROPN":
            continue
        verb = name.head
        if verb.pos_ not in VERBAL or is_passive(verb) or any(c.dep_ == "obj" for c in verb.children):
            continue
        opened = thing.left_edge.i == name.i + 1 and thing.left_edge.pos_ in ("DET", "NUM")
        if opened and not case_of(thing) and name.i > verb.i and case_of(name) in TO:
            thing.head, thing.dep_ = verb, "obj"


def _give_name_to_title(name: Token) -> None:
    title, verb = name.nbor(-1), name.head
    addressed = title.pos_ == "NOUN" and title.head is verb and case_of(title) in TO
    if addressed and title.i > verb.i and " " in name.text:
        name.head, name.dep_ = title, "flat:name"
        thing = next((c for c in title.children if c.i > name.i and lower(c.left_edge) == "des"), None)
        if thing is not None:
            thing.head, thing.dep_ = verb, "obj"
