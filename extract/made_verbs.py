"""Words that the parser took for no verb, made verbs: each takes its place in the tree."""

from __future__ import annotations

from sahelgraph.extract.grammar import CLITICS, NAMING, case_of, lower
from sahelgraph.extract.trees import Morph, Token

FINITE = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PAST_PARTICIPLE = "VerbForm=Part|Tense=Past"
PASSIVE_PARTICIPLE = f"{PAST_PARTICIPLE}|Voice=Pass"
PRESENT_PARTICIPLE = "VerbForm=Part|Tense=Pres"


def make_verb(token: Token, lemma: str, morphology: str) -> None:
    token.pos_, token.lemma_ = "VERB", lemma
    token.morph = Morph(morphology)
    for child in token.children:
        if child.i > token.i and child.dep_ == "nmod":
            case = next((lower(c) for c in child.children if c.dep_ == "case"), "")
            child.dep_ = "obj" if case in ("", "des") else "obl:mod"


def rise(verb: Token) -> None:
    """Makes a verb the root, what was the root its subject, and gives it what stands behind."""
    subject = verb.head
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(subject.children):
        if child.i > verb.i:
            child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"


def take_over(participle: Token, auxiliary: Token) -> None:
    """Puts the participle in the place of its auxiliary."""
    head, relation = auxiliary.head, auxiliary.dep_
    participle.head, participle.dep_ = (participle, relation) if head == auxiliary else (head, relation)
    for child in list(auxiliary.children):
        if child != participle:
            child.head = participle
    auxiliary.head, auxiliary.dep_, auxiliary.pos_ = participle, "aux:tense", "AUX"


def take_agent(participle: Token) -> None:
    """Makes a participle said of the noun before it, done by who stands behind «par»."""
    noun = participle.head
    participle.dep_ = "acl"
    for agent in [*participle.children, *noun.children]:
        if agent.left_edge.i == participle.i + 1 and agent.pos_ in NAMING:
            agent.head, agent.dep_ = participle, "obl:agent"


def take_lead(verb: Token) -> None:
    """Makes a word the head of its sentence, with the name before it as subject and the one behind as
    object."""
    found = asked_behind(verb)
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


def asked_behind(token: Token) -> tuple[Token, Token] | None:
    """The name right behind a word, and the infinitive behind that: «Bissau de partir»."""
    rest = token.doc[token.i + 1 : token.i + 5]
    rest = rest[1:] if len(rest) and rest[0].pos_ == "DET" else rest
    if len(rest) < 3 or not rest[0].text[0].isupper() or lower(rest[1]) not in ("de", "d'", "à"):
        return None
    asked = rest[2].nbor() if lower(rest[2]) in CLITICS and rest[2].i + 1 < len(token.doc) else rest[2]
    return (rest[0], asked) if "VerbForm=Inf" in str(asked.morph) else None


def lead_clause(verb: Token) -> None:
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
