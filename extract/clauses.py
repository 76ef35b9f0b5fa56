"""Who does a verb and to what, as the clause says it: voice, control, coordination, relative clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sahelgraph.extract.concord import disagree, in_concord
from sahelgraph.extract.grammar import (
    SUBJECTS,
    THAT,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    first_conjunct,
    has_auxiliary,
    is_infinitive,
    is_participle,
    is_passive,
    lower,
    objects,
    obliques,
    verb_over,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.nouns import PEOPLE
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mended_relatives import before_brackets
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.predicate_nouns import said_of
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

FREEING = word_set("clauses", "freeing")
EVENT_CASES = frozenset(("dans", "lors de", "à cours de", "à le cours de", "au cours de", "pendant"))
OTHERS = frozenset(("autre", "autres"))
SOME = frozenset(("un", "une", "plusieurs", "quelques", "certains"))
ASCRIBING = word_set("clauses", "ascribing")
"""«l'attaque attribuée à X»: «à» marks who acts."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"))
UNDER_NOUN = frozenset(("acl", "amod", "appos", "nmod"))
UNDER_VERB = frozenset(("xcomp", "ccomp", "advcl", "obl", "obl:mod", "obl:arg", "csubj", "parataxis", "dep"))
OWN_CLAUSES = frozenset(("ccomp", "advcl", "acl:relcl", "conj", "parataxis", "csubj"))
DEPTH = 5
ENVOYS = word_set("clauses", "envoys")
OPENING = 16
INDEFINITE = frozenset(("un", "une", "des"))
OPENING_MARKS = frozenset('«“"')
SAYING = word_set("clauses", "saying")
STRUCK = word_set("clauses", "struck")


RESULTS = word_set("clauses", "results")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The subjects and objects of the verbs of one article."""

    scene: Scene
    verbs: Verbs

    def logical_subjects(self, verb: Token) -> list[Token]:
        """Who does what the verb says, whatever its voice: heads of noun phrases."""
        if not is_passive(verb):
            return self.surface_subjects(verb)
        return (
            agents(verb)
            or _shared_agents(verb)
            or [
                c
                for case, c in obliques(verb)
                if (case == "à" and verb.lemma_ in ASCRIBING)
                or (case in EVENT_CASES and not self.scene.actors(c))
            ]
        )

    def logical_objects(self, verb: Token) -> list[Token]:
        """To whom or what it is done, whatever the verb's voice: heads of noun phrases."""
        if is_passive(verb):
            return self.surface_subjects(verb)
        if _counts_others(verb):
            return self.logical_objects(verb.head)
        found = objects(verb)
        if len(found) > 1:
            found = [t for t in found if t is found[0] or not _sums_up(t)]
        clitics = [c for c in verb.children if c.dep_ in ("iobj", "obj") and _is_clitic(c)]
        if not found and verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not direct_subjects(verb):
            return [t for t in objects(verb.head) if t.i > verb.i] + clitics
        relative = [
            c
            for c in verb.children
            if lower(c) in THAT
            and (c.dep_ == "obj" or (c.dep_ == "dep" and c.pos_ == "PRON" and verb.dep_ == "acl:relcl"))
        ]
        return found + [c for c in (*clitics, *relative) if c not in found]

    def surface_subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """The grammatical subjects, own or shared with another clause: «accusé d'avoir abattu»,
        «une alliance soutenue», «qui a quitté». `depth` counts the clauses that were climbed."""
        found = direct_subjects(verb)
        if found or depth > DEPTH:
            return found
        if (envoys := self._envoys(verb)) is not None:
            return [envoys]
        head = verb.head
        past = is_participle(verb, "Past")
        if past and (announced := _announced(verb)) is not None:
            return [announced]
        if verb.dep_ == "conj":
            if head.pos_ in VERBAL or any(c.dep_ == "cop" for c in head.children):
                return self.surface_subjects(head, depth + 1)
            if past and head.pos_ in ("ADJ", "NOUN"):
                return [head.head if head.dep_ in ("amod", "acl") else head]
        if past and (before := self._before_comma(verb)) is not None:
            return [before]
        if (over := _verb_of_result(verb)) is not None:
            return self.surface_subjects(over, depth + 1)
        if verb.dep_ == "acl" and head.pos_ == "ADJ" and head.dep_ == "amod" and _is_of_adjective(verb):
            return [self._said_of(head.head)]
        if verb.dep_ in UNDER_NOUN and head.pos_ in NOMINAL:
            infinitive = "VerbForm=Inf" in str(verb.morph)
            if infinitive:
                return self._subjects_of_infinitive(verb, head, depth)
            return [self._said_of(_last_of_list(head, verb)) if past else self._said_of(head)]
        if verb.dep_ == "acl:relcl":
            return [self._said_of(head)]
        if verb.dep_ in ("acl", "amod", "appos") and head.pos_ in VERBAL:
            return self.surface_subjects(head, depth + 1)
        if verb.dep_ in UNDER_VERB and head.pos_ == "ADJ" and is_infinitive(verb):
            of_adjective = direct_subjects(head)  # «X (s'est dit) prêt à envoyer des troupes»
            is_of_verb = head.dep_ in UNDER_VERB and head.head.pos_ in VERBAL
            return of_adjective or (self.surface_subjects(head.head, depth + 1) if is_of_verb else [])
        if verb.dep_ in UNDER_VERB and head.pos_ in VERBAL:
            found = self._controllers(verb, head) or self.surface_subjects(head, depth + 1)
            return _agreeing(verb, head, found) if past else found
        return []

    def _said_of(self, noun: Token) -> Token:
        """«X, des rebelles armés par Y»: the name right before the comma, where the noun names nobody; «le
        seul pays suspendu par Y est X», «X est un pays que …»: the name that it is said to be."""
        if noun.dep_ in SUBJECTS and self._is_named_by(noun, noun.head):
            return noun.head
        if (subject := said_of(noun)) is not None and not self.scene.actors(noun):
            return subject
        doc, index = noun.doc, noun.i - 1
        if index > noun.sent.start and doc[index].pos_ == "ADJ":
            index -= 1
        if index < noun.sent.start + 2 or lower(doc[index]) not in INDEFINITE or doc[index - 1].text != ",":
            return noun
        name = before_brackets(doc[index - 1])
        is_name = name.pos_ == "PROPN" and bool(self.scene.mentions_at(name))
        if is_name and self._is_person(name) and self._is_of_nation(noun):
            return name  # «X, un Français enlevé par Y»
        are_some = bool(self.scene.noun_classes(noun)) or self.scene.is_noun(noun, self.scene.nouns.anaphors)
        return name if is_name and are_some and not self.scene.actors(noun) else noun

    def _is_named_by(self, noun: Token, name: Token) -> bool:
        named = name.pos_ == "PROPN" and name.i > noun.i and any(c.dep_ == "cop" for c in name.children)
        return named and bool(self.scene.mentions_at(name)) and not self.scene.mentions_at(noun)

    def _envoys(self, verb: Token) -> Token | None:
        """«l'arrivée à Bamako d'une délégation de X pour demander …»: those who are sent for it."""
        mark = next((c for c in verb.children if c.dep_ == "mark" and lower(c) == "pour"), None)
        if verb.dep_ not in ("advcl", "acl") or mark is None or mark.i + 1 < verb.i - 1:
            return None
        for token in reversed(verb.doc[max(verb.sent.start, mark.i - OPENING) : mark.i]):
            if token.pos_ in VERBAL or token.is_punct:
                return None
            if token.pos_ == "NOUN" and self.scene.is_noun(token, ENVOYS) and token.dep_ == "nmod":
                return token
        return None

    def _before_comma(self, participle: Token) -> Token | None:
        """«…, contre les Houthis, soutenus par l'Iran»: the name right before the comma or dash."""
        doc = participle.doc
        index = participle.i - 1
        while index > participle.sent.start and (
            doc[index].pos_ == "ADV" or doc[index].text in OPENING_MARKS
        ):
            index -= 1
        if index <= 0 or doc[index].text not in (",", "(", "-", "–", "—"):
            return None
        before = doc[index - 2 if doc[index - 1].text == ")" else index - 1]
        done = participle.lemma_ in self.verbs.capture | STRUCK
        if done and self._are_people(before) and participle.head.i < before.i:
            return before  # «a relâché ses otages, capturés en mai»
        holder = doc[max(participle.sent.start, before.left_edge.i - 1)]
        if before.dep_ == "nmod" and case_of(before) == "de" and self._is_person(holder):
            several = "Number=Plur" in participle.morph  # «les présidents X du Togo et Y du Ghana, arrivés»
            return first_conjunct(holder) if several else holder
        return before if self.scene.mentions_at(before) and not disagree(before, participle) else None

    def _is_person(self, name: Token) -> bool:
        return any(m.entity.type is ActorType.PERSON for m in self.scene.mentions_at(name))

    def _is_of_nation(self, noun: Token) -> bool:
        named = self.scene.mentions_at(noun) if noun.text[0].isupper() else ()
        return any(m.kind is Kind.DEMONYM for m in named)

    def _are_people(self, noun: Token) -> bool:
        """«des soldats», and not «le président»: who a participle in the plural may be of."""
        is_plural = noun.pos_ == "NOUN" and "Number=Plur" in str(noun.morph)
        return is_plural and bool(self.scene.noun_classes(noun) & PEOPLE)

    def _subjects_of_infinitive(self, verb: Token, noun: Token, depth: int) -> list[Token]:
        """«accuse l'armée d'avoir abattu» → l'armée; «la décision du Mali de quitter» → le Mali."""
        over = verb_over(noun)
        if over and any(lower(t) == "pour" for t in verb.doc[max(0, verb.i - 2) : verb.i]):
            return self.surface_subjects(over[0], depth + 1)  # «convoquer X pour lui demander …»
        if over and over[0].lemma_ in self.verbs.object_control:
            return [noun]
        owners = [c for case, c in obliques(noun) if case == "de" and c.i < verb.i]
        if owners and self.scene.actors(owners[0]):
            return owners[:1]
        return self.surface_subjects(over[0], depth + 1) if over else [noun]

    def _controllers(self, verb: Token, head: Token) -> list[Token]:
        """«demander à X de partir»: it is X that leaves; empty where the subject of `head` is meant."""
        said = is_participle(verb, "Past") and head.lemma_ in SAYING  # «X, que Y dit soutenu par Z»
        if not (said or head.lemma_ in self.verbs.object_control) or is_passive(head):
            return []
        if verb.dep_ == "advcl" and not _is_reason(verb):
            return []
        addressed = [c for case, c in obliques(head) if case == "à" or c.dep_ == "iobj"]
        pronouns = (c for c in head.children if c.dep_ == "obj" and c.pos_ == "PRON")
        taken_up = [c for c in pronouns if lower(c) in THAT or _is_clitic(c)]
        return [*objects(head), *taken_up, *addressed][:1]

    # --- the actors that they denote

    def doers(self, verb: Token) -> list[Ref]:
        """The actors that do what the verb says."""
        return self.actors(self.logical_subjects(verb))

    def actors(self, phrases: Iterable[Token]) -> list[Ref]:
        """The actors of several noun phrases, in their order."""
        return [r for t in phrases for r in self.scene.actors(t)]

    def first_actors(self, phrases: Iterable[Token]) -> list[Ref]:
        """The actors of the first noun phrase that denotes any; empty where none does."""
        return next((refs for t in phrases if (refs := self.scene.actors(t))), [])

    def named_objects(self, verb: Token) -> frozenset[str]:
        """The ids of the objects of a verb, but for what its subject has: «ses soldats»."""
        others = (t for t in objects(verb) if not any(lower(c) in POSSESSIVES for c in t.children))
        return frozenset(r.entity.id for r in self.actors(others))


def _counts_others(verb: Token) -> bool:
    """«a tué deux soldats de X et capturé trois autres», «… et en a capturé trois autres»."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or verb.i + 2 >= verb.sent.end:
        return False
    return lower(verb.nbor(2)) in OTHERS and (verb.nbor().pos_ == "NUM" or lower(verb.nbor()) in SOME)


def _is_of_adjective(verb: Token) -> bool:
    """«X, coupable d'avoir armé Y», «X, prêt à partir»: an infinitive, also in the perfect."""
    words = (verb, *(c for c in verb.children if c.dep_ == "aux:tense"))
    return any("VerbForm=Inf" in str(t.morph) for t in words)


def _verb_of_result(gerund: Token) -> Token | None:
    """«X a attaqué la ville, au nord de Y, tuant dix soldats»: what X did besides, and not the town."""
    if gerund.lemma_ not in RESULTS or not is_participle(gerund, "Pres") or gerund.dep_ != "acl":
        return None
    behind_comma = gerund.i > gerund.sent.start and gerund.nbor(-1).text == ","
    over = next((a for a in gerund.ancestors if a.pos_ in VERBAL), None) if behind_comma else None
    return None if over is None or is_passive(over) or gerund.head in direct_subjects(over) else over


def _is_clitic(pronoun: Token) -> bool:
    """«lui a dit», not «a lui aussi dit»: clitics stand before the auxiliary."""
    auxiliaries = [c.i for c in pronoun.head.children if c.dep_.startswith("aux")]
    if lower(pronoun) in ("en", "y"):
        return False  # «en ont accusé l'Iran»: of what, not whom
    return pronoun.pos_ == "PRON" and not any(i < pronoun.i < pronoun.head.i for i in auxiliaries)


def _is_reason(infinitive: Token) -> bool:
    """«blâmer Y pour avoir fui»: what Y has done."""
    children = list(infinitive.children)
    has_done = any(c.dep_ == "aux:tense" and "VerbForm=Inf" in str(c.morph) for c in children)
    return has_done and any(lower(c) == "pour" for c in children)


def _shared_agents(passive: Token) -> list[Token]:
    """«ont été hébergés et armés par X»: who does the one does the other."""
    for other in passive.children:
        if other.dep_ == "conj" and is_participle(other, "Past") and other.lemma_ not in FREEING:
            between = passive.doc[passive.i + 1 : other.i]
            is_joined = all(lower(t) in ("et", ",") or t.pos_ in ("ADV", "VERB") for t in between)
            if is_joined and (found := agents(other) or _shared_agents(other)):
                return found
    return []


def _announced(participle: Token) -> Token | None:
    """«Fondée en 1975, la Cédéao …»: the noun phrase right behind the comma, where the participle opens the
    sentence."""
    sentence = participle.sent
    if participle.i - sentence.start > 1 or any(c.dep_.startswith("aux") for c in participle.children):
        return None
    doc = participle.doc
    main = direct_subjects(participle.head) if participle.dep_ == "advcl" else []
    if behind := [t for t in main if t.i > participle.i and doc[t.left_edge.i - 1].text == ","]:
        return behind[0]
    end = min(sentence.end, participle.i + OPENING)
    comma = next((i for i in range(participle.i + 1, end) if doc[i].text == ","), None)
    if comma is None:
        return None
    for token in doc[comma + 1 : min(comma + 5, sentence.end)]:
        if token.pos_ in ("NOUN", "PROPN", "X"):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _agreeing(participle: Token, verb: Token, subjects: list[Token]) -> list[Token]:
    """«La guérilla a libéré deux otages, retenus depuis un mois»: the object, where that alone agrees."""
    if has_auxiliary(participle) or any(t.pos_ != "NOUN" or in_concord(participle, t) for t in subjects):
        return subjects
    return [t for t in objects(verb) if t.i < participle.i and in_concord(participle, t)] or subjects


def _last_of_list(head: Token, participle: Token) -> Token:
    """«A et B, créé par X»: in the singular, it is B that was created."""
    if "Number=Sing" not in str(participle.morph):
        return head
    listed = [t for t in with_conjuncts(head) if head.i <= t.i < participle.i and t.pos_ in NOMINAL]
    return max(listed, key=lambda t: t.i, default=head)


def clause_tokens(verb: Token) -> Iterator[Token]:
    """The words of a verb's clause, not of the clauses under it; with the noun that it is said of."""
    queue = [verb]
    while queue:
        token = queue.pop()
        yield token
        queue.extend(c for c in token.children if c.pos_ not in VERBAL or c.dep_ not in OWN_CLAUSES)
    if verb.dep_ in ("acl", "amod", "acl:relcl"):
        yield verb.head
    elif is_participle(verb, "Pres") and verb.head.pos_ in VERBAL:
        yield from (c for c in verb.head.children if c.i < verb.i)


def predicate_of(noun: Token) -> Token:
    """The word whose mood and negation count for an event noun: its support verb, else itself."""
    over = verb_over(noun)
    return over[0] if over else noun


def _sums_up(noun: Token) -> bool:
    """«X a libéré Y, une décision saluée par Z»: what the clause before comes to, and no object."""
    opening = noun.left_edge
    if opening.i < 1 or lower(opening) not in ("un", "une") or opening.nbor(-1).text != ",":
        return False
    return any(c.dep_ in ("acl", "acl:relcl") for c in noun.children)
