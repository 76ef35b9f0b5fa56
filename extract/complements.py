"""Whose forces, people or land a noun names: «l'armée malienne», «les combattants du JNIM»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.background import Background
from sahelgraph.extract.concord import agrees
from sahelgraph.extract.grammar import case_of, lower, obliques, with_conjuncts
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS, Ref, Resolve
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity

LOCATED = frozenset(("forces", "people", "land"))
OWNING = ("de", "pro", "au sein de", "parmi")
BESIDE = ("à", "auprès de")
QUALIFYING = ("ADJ", "NOUN", "PROPN", "VERB", "X", "ADV")
OTHERS = word_set("complements", "others")
COMPANY = word_set("complements", "company")
DISSIDENTS = word_set("complements", "dissidents")
RULERS = word_set("complements", "rulers")
REGIMES = word_set("complements", "regimes")
FORMER = ("ex", "ancien", "ancienne", "ex-")
BETWEEN = ("NOUN", "ADJ")
OF = ("de", "d'", "du", "des", "la", "le", "les", "l'")
NEAR = 7
COMPASS = ("nord", "sud", "est", "ouest")
FREE = frozenset(("libre", "libres"))
"""«les forces syriennes libres» fight the State."""
LOYAL = word_set("complements", "loyal")
RANKS = word_set("complements", "ranks")
"""«un chef de haut rang du JNIM»."""
BORDER = "frontière"
POWER = 6
"""Within how many tokens of a noun «au pouvoir à X» stands."""
OWNERS = GROUPS | {ActorType.STATE, ActorType.PERSON}


class Complements:
    """Reads the complements of the nouns of one article; `actors` resolves the phrases in them."""

    def __init__(self, text: MentionedText, background: Background, actors: Resolve) -> None:
        self._text = text
        self._background = background
        self._actors = actors

    def of(self, noun: Token, depth: int, generic: bool = False) -> list[Ref]:
        """The actors of the adjective or complement of a noun; of a `generic` noun («membres») only the
        groups that its complement names. Empty where it has none that is known."""
        if belonging := self._belonging(noun, depth):
            return belonging
        if self._is_dissident(noun):
            return []
        if not generic and (ruled := self._ruled(noun)):
            return ruled
        adjectives = self._adjectives(noun, generic)
        qualifiers = [noun, *(c for c in noun.children if c.dep_ == "amod" and c.i > noun.i)]
        if any(self._text.is_noun(word, OTHERS) for word in qualifiers):
            return adjectives
        if adjectives and (groups := self._armed_owners(noun, depth)):
            return groups  # «les combattants tchadiens du FACT»
        return adjectives or self._owners(noun, depth, generic) or self._misplaced(noun, depth, generic)

    def _ruled(self, noun: Token) -> list[Ref]:
        """«la junte au pouvoir à Niamey», «les islamistes au pouvoir en X» are that State; «les régimes au
        pouvoir en X et en Y» are both."""
        behind = noun.doc[noun.i + 1 : min(noun.i + POWER, noun.sent.end)]
        if behind and behind[0].pos_ == "ADJ":
            behind = behind[1:]  # «les régimes militaires au pouvoir en X»
        words = [lower(t) for t in behind]
        if words[:2] != ["au", "pouvoir"] or words[2:3] not in (["à"], ["en"], ["au"], ["aux"]):
            return []
        land = next((t for t in behind[3:] if self._text.mentions_at(t)), None)
        if land is None:
            return []
        several = self._text.list_around(land) if lower(noun).endswith(("s", "x")) else []
        named = [r.entity for r in several] or [m.entity for m in self._text.mentions_at(land)][:1]
        states = map(self._background.state_of, named)
        return [Ref(s, noun.i, "part") for s in states if s is not None and s.type is ActorType.STATE]

    def _is_dissident(self, noun: Token) -> bool:
        """«des dissidents du FACT», «une faction dissidente du FACT» are no longer of the FACT."""
        said = (noun, *(c for c in noun.children if c.dep_ in ("amod", "acl") and c.i > noun.i))
        return any(self._text.is_noun(word, DISSIDENTS) or lower(word) in DISSIDENTS for word in said)

    def _belonging(self, noun: Token, depth: int) -> list[Ref]:
        """«un drone iranien appartenant à X», «un dépôt d'armes appartenant à X»: X's, whoever made it."""
        for child in (*noun.children, *(c for purpose in self._purposes(noun) for c in purpose.children)):
            if child.lemma_ == "appartenir" and child.i > noun.i and child.dep_ in ("acl", "acl:relcl"):
                for case, owner in obliques(child):
                    if case == "à":
                        return self._parts(owner, depth, OWNERS)
        return []

    def _armed_owners(self, noun: Token, depth: int) -> list[Ref]:
        if not any(self._text.mentions_at(child) for _, child in self._complements(noun)):
            return []  # «l'élimination par les forces françaises du chef du FACT»
        owners = self._owners(noun, depth, generic=True)
        return [r for r in owners if r.entity.type is ActorType.ARMED_GROUP]

    def _adjectives(self, noun: Token, generic: bool) -> list[Ref]:
        """«l'armée malienne», «les forces franco-maliennes»; of rebels («les mouvements rebelles maliens» are
        not le Mali) only a people that has no State: «les rebelles kurdes»."""
        rebel = generic or any(c.dep_ == "amod" and self._is_rebel(c) for c in noun.children)
        if not rebel and (each := self._of_each(noun)):
            return each
        return [
            Ref(m.entity, child.i, "adjective")
            for child in (*noun.children, *self._behind_purpose(noun))
            for adjective in _listed_with(child)
            if adjective is child or not case_of(child)  # «les chefs de la diplomatie turque et russe»
            for m in self._text.mentions_at(adjective)
            if m.kind in (Kind.DEMONYM, Kind.COMBINING)
            and not (
                rebel and m.entity.type is ActorType.STATE and m.entity.id not in self._text.nouns.risings
            )
            and agrees(adjective, noun)
            and adjective.pos_ in QUALIFYING
            and not self._names_person(adjective)
        ]

    def _fights_rebels(self, entity: Entity) -> bool:
        """Not a State that has itself risen against another: «les miliciens abkhazes» are its own."""
        return entity.type is ActorType.STATE and entity.id not in self._text.nouns.risings

    def _names_person(self, demonym: Token) -> bool:
        """«trois dirigeants, le Malien X, …»: X is meant, and no State."""
        if not demonym.text[0].isupper() or demonym.i + 1 >= demonym.sent.end:
            return False
        return any(m.entity.type is ActorType.PERSON for m in self._text.mentions_at(demonym.nbor()))

    def _of_each(self, noun: Token) -> list[Ref]:
        """«les ministres des Affaires étrangères togolais et ghanéen»: of a plural, each in the singular has
        one, whatever the parser hung them on."""
        if "Number=Plur" not in str(noun.morph):
            return []
        for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, noun.sent.end)]:
            if named := self._text.mentions_at(token):
                listed = self._text.list_around(token) if named[0].kind is Kind.DEMONYM else []
                words = [lower(self._text.doc[r.token]) for r in listed]
                singular = any(not word.endswith(("s", "x")) for word in words)
                return [Ref(r.entity, r.token, "adjective") for r in listed] if singular else []
            if lower(token) not in OF and token.pos_ not in BETWEEN and token.text != "-":
                return []
        return []

    def _behind_purpose(self, noun: Token) -> Iterator[Token]:
        """«un avion de combat français», «des troupes d'élite kényanes»: the adjective is of the forces."""
        if "forces" not in self._text.noun_classes(noun):
            return
        for purpose in self._purposes(noun):
            yield from (c for c in purpose.children if c.dep_ == "amod" and c.i == purpose.i + 1)

    def _purposes(self, noun: Token) -> Iterator[Token]:
        """«un camp d'entraînement», «un dépôt d'armes»: a bare complement that names nobody."""
        for child in noun.children:
            is_bare = child.dep_ == "nmod" and child.i == noun.i + 2 and lower(child.nbor(-1)) in ("de", "d'")
            if is_bare and not self._text.mentions_at(child):
                yield child

    def _is_rebel(self, adjective: Token) -> bool:
        apart = lower(adjective) in FREE or lower(adjective).startswith(
            ("antigouv", "anti-gouv", "anti-régime")
        )
        return apart or self._text.is_noun(adjective, self._text.nouns.fighters)

    def _owners(self, noun: Token, depth: int, generic: bool) -> list[Ref]:
        """«les combattants du JNIM», «les combattants présumés du JNIM», «les touristes de Bamako»."""
        owners = GROUPS if generic else OWNERS
        is_located = not generic and (
            bool(self._text.noun_classes(noun) & LOCATED)
            or self._text.is_noun(noun, self._text.nouns.property)
        )
        for case, child in self._complements(noun):
            sites = self._text.nouns.property
            if (
                self._text.is_noun(child, sites)
                and _is_indefinite(child)
                and not self._text.is_noun(noun, sites)
            ):
                continue  # «l'attaque par des hommes d'un camp de X»
            if self._text.is_noun(child, COMPASS) and self._rules(noun):
                continue
            is_led = case == "à"  # «des miliciens fidèles à X»: X may be a man
            refs = self._parts(child, depth, OWNERS if is_led else owners)
            if not refs and is_located and case == "de":
                states = [self._background.state_of(m.entity) for m in self._text.mentions_at(child)]
                refs = [Ref(state, child.i, "part") for state in states if state is not None]
            if refs:
                return self._of_ruler(noun, child) or refs
        return []

    def _of_ruler(self, forces: Token, ruler: Token) -> list[Ref]:
        """«les forces loyales au président X», «le pays de X»: those of the State that X rules; not of
        «l'ex-président X»."""
        is_former = any(lower(c) in FORMER for c in ruler.children)
        is_ruled = self._text.is_noun(ruler, RULERS) and "forces" in self._text.noun_classes(forces)
        if is_former or not (is_ruled or self._text.is_noun(forces, REGIMES)):
            return []
        named = [r for r in self._actors(ruler, 1) if r.entity.type is ActorType.PERSON]
        states = [self._background.office_state(r.entity) for r in named[:1]]
        return [Ref(s, ruler.i, "part") for s in states if s is not None and s.type is ActorType.STATE]

    def _rules(self, noun: Token) -> bool:
        """«les autorités de l'est libyen», «l'homme fort du nord» are not the State itself."""
        strong = any(lower(c) == "fort" for c in noun.children)
        text = self._text
        is_power = "forces" in text.noun_classes(noun) or text.is_noun(noun, text.nouns.bare)
        return is_power or (strong and text.is_noun(noun, ("homme",)))

    def _complements(self, noun: Token) -> Iterator[tuple[str, Token]]:
        """The phrases behind a noun, an adjective of it or the affairs that it is charged with, that may name
        its owner: «le ministre des Affaires étrangères de X»."""
        qualifiers = [
            c for c in noun.children if c.dep_ in ("amod", "acl") and c.i > noun.i and c.lemma_ not in COMPANY
        ]
        ranks = [c for c in noun.children if c.i > noun.i and self._text.is_noun(c, RANKS)]
        is_side = self._text.is_noun(noun, ("côté",))
        is_site = self._text.is_noun(noun, self._text.nouns.property)
        is_force = "forces" in self._text.noun_classes(noun)
        purposes = self._purposes(noun) if is_site or is_force else ()  # «un camp d'entraînement de X»
        for head in (noun, *qualifiers, *ranks, *purposes):
            for case, child in obliques(head):
                if head is not noun and child.lemma_ == BORDER:
                    continue  # «un poste proche de la frontière togolaise»
                is_loyal = case == "à" and (
                    head.lemma_ in LOYAL or any(c.lemma_ in LOYAL for c in qualifiers)
                )
                if child.i >= noun.i and (case in OWNING or is_loyal or (case in BESIDE and is_side)):
                    yield case, child
                    if self._text.is_noun(child, self._text.nouns.departments):
                        yield from ((c, t) for c, t in obliques(child) if c == "de" and t.i > child.i)

    def _misplaced(self, noun: Token, depth: int, generic: bool) -> list[Ref]:
        """The names that the parser hung elsewhere, or without a preposition on a noun of land."""
        name = self._right_after_de(noun)
        if name is not None:
            refs = self._parts(name, depth, GROUPS if generic else MEMBERS)
            if refs:
                return refs
        if generic or "land" not in self._text.noun_classes(noun):
            return []
        beside = (c for c in noun.children if c.dep_ not in ("appos", "acl:relcl"))
        lands = (Ref(m.entity, c.i, "part") for c in beside for m in self._text.mentions_at(c))
        return [r for r in lands if r.entity.type is ActorType.STATE][:1]

    def _right_after_de(self, noun: Token) -> Token | None:
        """The name in «terroristes de Boko Haram», whatever the parse."""
        doc, end = noun.doc, noun.sent.end
        index = noun.i + 1
        while index < end and doc[index].pos_ == "ADJ" and not self._text.mentions_at(doc[index]):
            if self._text.is_noun(doc[index], OTHERS):
                return None
            index += 1
        if index + 1 >= end or lower(doc[index]) not in ("de", "du", "des", "d'"):
            return None
        name = doc[index + 1]
        if name.pos_ == "DET" and index + 2 < end:
            name = doc[index + 2]
        return name if self._text.mentions_at(name) else None

    def _parts(self, phrase: Token, depth: int, types: frozenset[ActorType]) -> list[Ref]:
        refs = self._actors(phrase, depth + 1)
        return [Ref(r.entity, r.token, "part") for r in refs if r.entity.type in types]


def _listed_with(adjective: Token) -> list[Token]:
    """An adjective with those coordinated with it, also where the parser hangs one on another: «des employés
    turcs, grecs, belges et suisses»."""
    found = with_conjuncts(adjective)
    for other in found:
        found += [t for c in other.children if c.dep_ == "amod" for t in with_conjuncts(c) if t not in found]
    return found


def _is_indefinite(noun: Token) -> bool:
    return any(c.dep_ == "det" and lower(c) in ("un", "une") for c in noun.children)
