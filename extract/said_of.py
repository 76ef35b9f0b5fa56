"""Of whom a noun tells by what stands beside it: adjectives of nationality, possessives, predication."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.concord import agrees
from sahelgraph.extract.grammar import (
    QUOTES,
    SUBJECTS,
    VERBAL,
    case_of,
    direct_subjects,
    first_conjunct,
    is_passive,
    lower,
    objects,
    obliques,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearness import REACH
from sahelgraph.extract.owners_beside import owner_beside
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

ADJECTIVES = 18
BEHIND = 3
LINKS = frozenset((",", "et", "ou"))
HELPING = word_set("said_of", "helping")
TOOLS = word_set("said_of", "tools")
PLACING = frozenset(
    ("à", "dans", "sur", "pour", "après", "avant", "pendant", "durant", "lors de", "par", "avec")
)
COPULAS = frozenset(("devenir", "être", "rester", "demeurer", "considérer", "redevenir"))
PUNISHING = word_set("said_of", "punishing")
CONTROLLING = word_set("said_of", "controlling")
HOLDING = word_set("said_of", "holding")


def by_adjective(scene: Scene, noun: Token) -> list[Ref]:
    """«l'attaque française», «les relations franco-maliennes»: the States of the adjectives."""
    return [
        Ref(m.entity, token.i, "adjective")
        for child in (*noun.children, *_strays(noun))
        for token in with_conjuncts(child)
        for m in scene.mentions_at(token)
        if m.kind in (Kind.DEMONYM, Kind.COMBINING) and abs(token.i - noun.i) <= REACH and agrees(token, noun)
    ]


def nationalities_behind(scene: Scene, noun: Token) -> tuple[list[Ref], int]:
    """«soldats ghanéens, togolais et béninois»: the States, and where the chain of adjectives ends."""
    found: list[Ref] = []
    end = noun.i + 1
    for token in noun.doc[noun.i + 1 : min(noun.i + ADJECTIVES, noun.sent.end)]:
        demonyms = [m for m in scene.mentions_at(token) if m.kind is Kind.DEMONYM]
        if demonyms:
            found += [
                Ref(m.entity, token.i, "adjective") for m in demonyms if m.entity.type is ActorType.STATE
            ]
            end = token.i + 1
        elif token.pos_ != "ADJ" and lower(token) not in LINKS:
            break
    return found, end


def _strays(noun: Token) -> Iterator[Token]:
    """«une frappe de drone américaine», «des livraisons d'armes américaines»: adjectives that the parser hung
    on a complement of other gender or number, or that say whose the means are."""
    following = noun.doc[noun.i + 1 : min(noun.i + BEHIND, noun.sent.end)]
    behind = next((t for t in following if t.text not in QUOTES), noun)
    if behind.pos_ == "ADJ" and behind.dep_ == "xcomp" and behind.head is noun.head:
        yield behind  # «a fustigé l'escalade rwandaise»
    for child in noun.children:
        if child.dep_ == "nmod":
            tools = lower(child) in TOOLS and not any(c.dep_ == "det" for c in child.children)
            yield from (
                a
                for a in child.children
                if a.dep_ == "amod"
                and (tools or not agrees(a, child, strictly=True) or _is_of(a, noun, child))
            )


def _is_of(adjective: Token, noun: Token, complement: Token) -> bool:
    """«les pourparlers de paix yéménites»: a plural between which and the noun stands a singular."""
    is_plural, of_many = lower(adjective).endswith("s"), "Number=Plur" in str(noun.morph)
    return is_plural and of_many and "Number=Sing" in str(complement.morph)


def by_possessive(scene: Scene, noun: Token) -> list[Ref]:
    """«leur retrait»: whom the possessive stands for."""
    if not any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in noun.children):
        return []
    helper = noun.head
    if case_of(noun) == "dans" and helper.lemma_ in HELPING and (helped := objects(helper)):
        return [Ref(r.entity, r.token, "possessor") for t in helped for r in scene.actors(t)]
    if meant := _told_to(scene, noun) or _blamed_for(scene, noun):
        return [Ref(r.entity, r.token, "possessor") for r in meant]
    if (owner := owner_beside(scene, noun)) is not None:
        return [Ref(r.entity, r.token, "possessor") for r in scene.actors(owner)]
    if told_next := scene.told_next(noun):  # «Depuis leur retrait, A et B …»
        return [Ref(r.entity, r.token, "possessor") for r in told_next]
    owners = scene.before(noun, 1, of_clause=True)
    return [Ref(r.entity, r.token, "possessor") for r in owners if r.token < noun.i]


def _told_to(scene: Scene, noun: Token) -> list[Ref]:
    """«X demande à Y de cesser son soutien à Z», «accuse Y de poursuivre ses raids»: Y's."""
    deed = noun.head
    if "VerbForm=Inf" not in str(deed.morph) and not any(
        c.dep_.startswith("aux") and "VerbForm=Inf" in str(c.morph) for c in deed.children
    ):
        return []
    over = deed.head.head if deed.dep_ == "acl" else deed.head
    if over.lemma_ not in CONTROLLING or is_passive(over):
        return []
    told = [c for case, c in obliques(over) if case in ("à", "de") and over.i < c.i < deed.i]
    for phrase in (*(t for t in objects(over) if over.i < t.i < deed.i), *told):
        if refs := [r for r in scene.actors(phrase) if r.entity.type is not ActorType.PLACE]:
            return refs
    return []


def _blamed_for(scene: Scene, noun: Token) -> list[Ref]:
    """«X a suspendu son aide à Y en raison de son soutien à Z», «a sanctionné Y pour son rôle»: Y's, since
    who punishes or blames does so for what others do."""
    reason = noun.head if noun.head.lemma_ in ("raison", "fait", "cause", "motif") else noun
    verb = reason.head
    is_reason = reason is not noun or case_of(noun) in ("pour", "à cause de", "en raison de", "du fait de")
    if not is_reason or verb.lemma_ not in PUNISHING:
        return []
    things = [] if is_passive(verb) else objects(verb)
    cases = ("à", "contre") if is_passive(verb) else ("à", "avec", "contre", "de")
    struck = [c for t in (*things, verb) for case, c in obliques(t) if case in cases]
    for phrase in (*things, *(c for c in struck if verb.i < c.i < noun.i)):
        if refs := [r for r in scene.actors(phrase) if r.entity.type is not ActorType.PLACE]:
            return refs
    return []


def said_of(clauses: Clauses, noun: Token) -> list[Ref]:
    """Of whom a noun is predicated: copula, apposition either way, «en tant que», «devenir»."""
    top = first_conjunct(noun)
    if any(c.dep_ == "cop" for c in noun.children):
        return clauses.actors(direct_subjects(noun) or [t for t in (top,) if t != noun])
    if _is_apposition(top) and (refs := clauses.scene.actors(top.head)):
        return refs
    appositions = [c for c in noun.children if c.dep_ in ("appos", "flat:name") and not case_of(c)]
    if refs := clauses.first_actors(appositions):
        return refs
    if (
        top.dep_ in ("xcomp", "obl:arg", "obl:mod", "obl")
        and top.head.pos_ in VERBAL
        and (top.head.lemma_ in COPULAS or case_of(top) in ("comme", "en tant que"))
    ):
        return clauses.actors(clauses.surface_subjects(top.head))
    if top.head.lemma_ in HOLDING and top.dep_ in ("xcomp", "obl:arg", "obl:mod", "obl"):
        return clauses.actors(clauses.logical_objects(top.head))
    return _named_before_comma(clauses.scene, noun) or _pointed_at(clauses.scene, noun)


def _pointed_at(scene: Scene, noun: Token) -> list[Ref]:
    """«Cet ancien allié de X a fui»: the person that the text spoke of last."""
    if noun.dep_ not in SUBJECTS or not any(lower(c) in ("ce", "cet", "cette") for c in noun.children):
        return []
    before = scene.before(noun, 1)
    return [Ref(r.entity, r.token, "pronoun") for r in before[:1] if r.entity.type is ActorType.PERSON]


def _is_apposition(noun: Token) -> bool:
    """«X, membre de Y», also where the parser takes it for a complement after a comma."""
    if noun.head.i >= noun.i:
        return False
    if noun.dep_ == "appos":
        return True
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    return noun.dep_ in ("acl", "nmod") and lower(before) == ","


def _named_before_comma(scene: Scene, noun: Token) -> list[Ref]:
    """«X, membre de Y» by the order of words: the name that ends before the comma."""
    if case_of(noun) in PLACING:
        return []  # «… de X, dans des combats contre Y»
    doc, start = noun.doc, noun.sent.start
    left = min(noun.i, noun.left_edge.i)
    if noun.doc[left].is_punct:  # the parser hangs the comma on the noun
        left += 1
    while left > start and doc[left - 1].pos_ in ("DET", "ADJ", "ADV"):
        left -= 1
    if left < 2 or doc[left - 1].text not in (",", "–", "("):
        return []
    for index in range(left - 2, max(start - 1, left - 4), -1):
        if found := scene.mentions_at(doc[index]):
            return [Ref(m.entity, index, "apposition") for m in found]
    return []


def by_determiner(scene: Scene, noun: Token) -> list[Ref]:
    """«l'offensive malienne», «son offensive»."""
    return by_adjective(scene, noun) or by_possessive(scene, noun)
