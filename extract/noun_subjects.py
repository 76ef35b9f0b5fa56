"""Who does what a noun says: «l'attaque de X», «X mène une attaque», «l'attaque menée par X»."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.arguments import Found, has_armed_group, of_types, without_places
from sahelgraph.extract.clauses import ASCRIBING, Clauses
from sahelgraph.extract.events import BY_FORCE
from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    first_conjunct,
    has_definite_article,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import actors_done_by
from sahelgraph.extract.noun_complements import TAKING
from sahelgraph.extract.noun_objects import OWN
from sahelgraph.extract.noun_places import BLAMING, is_struck, left_place
from sahelgraph.extract.posted_envoys import hosts_of
from sahelgraph.extract.said_of import by_determiner, by_possessive, said_of
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

PARDONS = word_set("noun_subjects", "pardons")
AUTHORS = word_set("noun_subjects", "authors")
OUTSIDE = word_set("noun_subjects", "outside")
AGAINST = frozenset(("avec", "contre", "face à"))
AT_MEETINGS = frozenset(("après", "avant", "pendant", "durant", "lors de"))
KILLING = frozenset(("tuer", "abattre", "éliminer", "neutraliser"))
FROM_ABOVE = frozenset(("frappe", "raid", "bombardement"))
DURING = frozenset(("lors de", "pendant", "durant", "lors", "cours"))
MOMENTS = frozenset(("lors", "issue", "terme", "cours", "sortie", "marge", "lendemain", "veille", "occasion"))
"""«après un entretien avec X, Y a promis», «à l'issue d'une rencontre avec X»: Y was there."""
CHARGING = BLAMING | word_set("noun_subjects", "charging")
KEEPING = word_set("noun_subjects", "keeping")
SEEING = word_set("noun_subjects", "seeing")
PARTAKING = word_set("noun_subjects", "partaking")
WEAPONS = word_set("noun_subjects", "weapons")
OBTAINING = word_set("noun_subjects", "obtaining")
IN_HANDS = "aux mains de"
IMPLICATED = "impliquer"
FROM_THERE = "en provenance de"
HANDS = 8
FROM = ("de", "auprès de")
"""«X a obtenu de Y la libération de Z»: it is Y that frees."""
APART = frozenset(("pour", "après", "avant", "depuis", "malgré", "suite à", "lors de"))
"""«X a lancé des raids après le tir d'un missile»: not X's."""


@dataclass(frozen=True, slots=True)
class NounSubjects:
    """The subjects of the nouns of one article."""

    scene: Scene
    clauses: Clauses

    def of(self, noun: Token, frame: Frame) -> Found:
        """Who does what the noun states."""
        if "self" in frame.noun_subject:
            return Found([r for r in self.scene.actors(noun) if r.how in OWN])
        if "subject" in frame.noun_subject:
            over = verb_over(noun)
            return Found(self.clauses.doers(over[0]) if over and not is_passive(over[0]) else [])
        if beside := self._beside(noun, frame) or self._of_complements(noun, frame):
            return Found(beside + (self._partakers(noun) if frame.relation == "attacked" else []))
        over = verb_over(noun)
        doers = self._by_verb(noun, frame, *over) if over is not None else None
        if doers is None:
            doers = self._by_context(noun, frame)
        if doers is not None:
            return Found(doers)
        if "par" in frame.noun_subject and (refs := actors_done_by(self.scene, noun)):
            if frame.relation == "overthrew":  # «le renversement de X par sa garde»
                refs = [r for r in refs if r.how != "possessor"]
            return Found(refs, frozenset(("linear-subject",)))
        if frame.object_serves:  # «l'expulsion de l'ambassadeur de X en Y»
            return Found(hosts_of(self.scene, (c for case, c in nominal_complements(noun) if case == "de")))
        return Found([])

    def _by_verb(self, noun: Token, frame: Frame, verb: Token, role: str) -> list[Ref] | None:
        """Who it is by the verb of which the noun is subject, object or oblique; None where that tells
        nothing."""
        clauses, verbs = self.clauses, self.clauses.verbs
        if verb.lemma_ in verbs.deny - verbs.undergo and role == "object" and frame.relation != "accused":
            undergone = clauses.surface_subjects if is_passive(verb) else clauses.logical_subjects
            return clauses.actors(undergone(verb))
        if verb.lemma_ in OBTAINING and frame.relation == "released" and role == "object":
            return clauses.actors([c for case, c in obliques(verb) if case in FROM])
        of_others = frame.relation in BY_FORCE and not frame.mutual and frame.id != TAKING
        if verb.lemma_ in verbs.tell and of_others:
            if frame.relation != "released" or is_passive(verb):
                return []
            held = clauses.actors(clauses.logical_subjects(verb))
            lawful = self.scene.is_noun(noun, PARDONS) or is_told_by_forces(self.scene, noun)
            return held if lawful or has_armed_group(held) else []  # what these announce, they do
        if verb.lemma_ in verbs.support and case_of(first_conjunct(noun)) not in APART:
            if role == "subject" and not is_passive(verb):
                return []
            return clauses.actors([t for t in clauses.logical_subjects(verb) if t is not noun])
        if verb.lemma_ in CHARGING and case_of(noun) == "de":
            return clauses.actors(clauses.logical_objects(verb))
        if verb.lemma_ in ASCRIBING and role in ("subject", "object"):
            return clauses.actors([c for case, c in obliques(verb) if case == "à"])
        if verb.lemma_ in BLAMING and frame.relation in BY_FORCE and case_of(noun) in ("de", "pour"):
            return clauses.actors(clauses.logical_objects(verb))
        return None

    def _by_context(self, noun: Token, frame: Frame) -> list[Ref] | None:
        """Who it is by the words around that are no verb of the noun; None where these tell nothing."""
        case = case_of(noun)
        by_force = frame.relation in BY_FORCE
        if by_force and case == "de" and (authors := self._authors_of(noun)) is not None:
            return said_of(self.clauses, authors)
        if by_force and not frame.mutual and case == "dans" and noun.head.lemma_ == IMPLICATED:
            # «deux hommes de X impliqués dans l'attentat»
            return self.clauses.actors(self.clauses.surface_subjects(noun.head))
        if frame.relation == "met-with" and (verb := _framed(noun)) is not None:
            return self.clauses.doers(verb)
        if frame.id == "attack" and (case in DURING or lower(noun.head) in DURING):
            return self._takers(noun)
        is_fight = frame.lasting and frame.relation == "attacked" and not frame.mutual
        faces = is_fight and any(case in AGAINST for case, _ in nominal_complements(noun))
        if faces and (verb := _framed(noun)) is not None:
            verbs = self.clauses.verbs
            if not is_passive(verb) and verb.lemma_ not in verbs.say | verbs.tell:
                return self.clauses.doers(verb)  # «après des combats avec X, Y a pris Z»
        if by_force and case == "derrière":
            return self.clauses.actors(direct_subjects(noun) or self._behind_it(noun))
        return None

    def _takers(self, act: Token) -> list[Ref] | None:
        """«a capturé dix soldats lors de l'attaque d'une base»: who takes them there carries it out."""
        verb = _framed(act)
        if verb is None or is_passive(verb):
            return None
        if verb.lemma_ in KILLING and self.scene.is_noun(act, FROM_ABOVE):
            return self.clauses.doers(verb) or None  # «X a tué dix hommes lors de frappes contre Y»
        if verb.lemma_ not in self.clauses.verbs.capture:
            return None
        doers = self.clauses.doers(verb) if has_definite_article(act) else []
        return of_types(doers, (ActorType.ARMED_GROUP,)) or None

    def _authors_of(self, act: Token) -> Token | None:
        """«les auteurs de la plupart des attaques»"""
        above = act.head
        while above.dep_ == "nmod" and case_of(above) == "de" and self._counts(above):
            above = above.head
        return above if self.scene.is_noun(above, AUTHORS) else None

    def _behind_it(self, act: Token) -> list[Token]:
        """«X est derrière l'attentat», «accuse X d'être derrière», «voit X derrière l'attentat»."""
        over = verb_over(act)
        verb = over[0] if over is not None else act.head
        if verb.pos_ not in VERBAL:
            return []
        seen = self.clauses.logical_objects(verb) if verb.lemma_ in CHARGING | SEEING else []
        return seen or self.clauses.surface_subjects(verb)

    def _partakers(self, act: Token) -> list[Ref]:
        """«X a participé à l'attaque menée par Y»: X as well."""
        over = verb_over(act)
        takes_part = over is not None and over[0].lemma_ in PARTAKING and case_of(act) == "à"
        return self.clauses.doers(over[0]) if over is not None and takes_part else []

    def _counts(self, word: Token) -> bool:
        """«la plupart», «90 %»."""
        return word.pos_ == "NUM" or "%" in word.text or self.scene.is_noun(word, self.scene.nouns.quantities)

    def _beside(self, noun: Token, frame: Frame) -> list[Ref]:
        """Predication, possessive or adjective, where the frame lets these be the subject."""
        owned = "possessor" in frame.noun_subject
        explained = any(c.dep_ == "appos" and c.i > noun.i for c in noun.children)
        if owned and explained and (refs := by_possessive(self.scene, noun)):
            return refs  # «ses alliés du bloc (A, B)»: A and B are not whose allies they are
        refs = said_of(self.clauses, noun) if "is" in frame.noun_subject else []
        if not refs and owned:
            refs = by_possessive(self.scene, noun)
        if not refs and frame.adjective == "subject":
            refs = by_determiner(self.scene, noun)
        if not refs and frame.relation == "supported":  # «X, dont Y dénonce le soutien à Z»
            refs = self.clauses.actors(c for c in noun.children if lower(c) == "dont")
        return refs

    def _of_complements(self, noun: Token, frame: Frame) -> list[Ref]:
        """«l'attaque du JNIM», «l'attaque menée par le JNIM»; «de» counts last, and not beside a «par»."""
        for case, child in sorted(nominal_complements(noun), key=lambda pair: pair[0] == "de"):
            if any(t.text == ":" for t in noun.doc[noun.i : child.i]):
                continue  # «Lutte contre X: des soldats à Y»
            if frame.relation == "withdrew-from" and child == left_place(self.scene, noun):
                continue
            if case in frame.noun_subject and child.i > noun.i:
                if is_struck(self.scene, frame, noun, case, child) or (
                    case == "de" and actors_done_by(self.scene, noun)
                ):
                    break
                if case == "de" and self._is_of_struck(noun, frame, child):
                    continue
                refs = without_places(self.scene.actors(child))
                if case == FROM_THERE:  # «les tirs en provenance du Liban» need not be the State's
                    refs = of_types(refs, (ActorType.ARMED_GROUP,))
                if refs:
                    return refs
                if self.scene.is_noun(child, WEAPONS):  # «les tirs de mortier du JNIM»
                    with_them = (c for inner, c in obliques(child) if inner == "de")
                    if refs := without_places(self.clauses.first_actors(with_them)):
                        return refs
            if case == "sur" and frame.relation == "sanctioned":  # «l'embargo sur les armes de X»
                behind = (c for inner, c in obliques(child) if inner == "de")
                if not self.scene.actors(child) and (refs := self.clauses.first_actors(behind)):
                    return of_types(refs, frame.subject_types)
        if frame.relation == "attacked" and (refs := self._next_to(noun)):
            return refs
        if frame.relation == "member-of" and (refs := self._behind_object(noun, frame)):
            return refs
        if IN_HANDS in frame.noun_subject and (refs := self._in_hands(noun)):
            return refs
        return self._of_participles(noun, frame)

    def _of_participles(self, noun: Token, frame: Frame) -> list[Ref]:
        """«l'attaque menée par X», «l'aide que X apporte»"""
        weapons = [c for c in noun.children if c.dep_ == "nmod" and self.scene.is_noun(c, WEAPONS)]
        for child in (*noun.children, *(c for weapon in weapons for c in weapon.children)):
            is_support = _is_what(child) and child.lemma_ in self.clauses.verbs.support
            if is_support and (refs := self.clauses.actors(direct_subjects(child))):
                return refs
            if child.dep_ == "acl" and child.pos_ in (*VERBAL, "ADJ") and child.lemma_ not in OUTSIDE:
                if frame.relation == "based-in" and child.lemma_ not in KEEPING:
                    continue  # «la base de Z, attaquée par X»
                owners = agents(child)
                if child.lemma_ in ASCRIBING:
                    owners = [c for case, c in obliques(child) if case == "à"] or owners
                if refs := self.clauses.actors(owners):
                    return refs
        return []

    def _is_of_struck(self, act: Token, frame: Frame, behind: Token) -> bool:
        """«l'offensive contre les rebelles du X», where the parser hangs X on the act."""
        struck = (c for case, c in nominal_complements(act) if case in frame.noun_object and c.i < behind.i)
        return frame.relation == "attacked" and any(
            not self.scene.mentions_at(c) and c.right_edge.i + 2 >= behind.left_edge.i for c in struck
        )

    def _next_to(self, act: Token) -> list[Ref]:
        """«une attaque shebab contre X»: the group whose name stands right behind the act."""
        if act.i + 1 >= act.sent.end or act.nbor().head is not act or lower(act.nbor()).startswith("anti"):
            return []
        return of_types(self.scene.actors(act.nbor()), (ActorType.ARMED_GROUP,))

    def _in_hands(self, noun: Token) -> list[Ref]:
        """«après dix mois de captivité aux mains de X», «dix jours passés entre les mains de X», wherever the
        parser hangs them."""
        for token in noun.doc[noun.i + 1 : min(noun.i + HANDS, noun.sent.end)]:
            if token.text in (",", ";"):
                return []
            if lower(token) in ("mains", "griffes") and linear_case(token) in ("à", "entre", "dans"):
                return self.clauses.first_actors(c for case, c in obliques(token) if case == "de")
        return []

    def _behind_object(self, noun: Token, frame: Frame) -> list[Ref]:
        """«l'adhésion à l'AES du Togo et du Tchad»: who joins, hung on what is joined."""
        for case, joined in nominal_complements(noun):
            if case in frame.noun_object and self.scene.mentions_at(joined):
                behind = [c for inner, c in obliques(joined) if inner == "de" and self.scene.mentions_at(c)]
                return of_types(self.clauses.first_actors(behind), (ActorType.STATE, ActorType.ARMED_GROUP))
        return []


def is_told_by_forces(scene: Scene, release: Token) -> bool:
    """«L'armée annonce la libération de dix otages»: it has freed them."""
    over = verb_over(release)
    tellers = direct_subjects(over[0]) if over is not None and over[1] == "object" else ()
    return any("forces" in scene.noun_classes(t) for t in tellers)


def _is_what(clause: Token) -> bool:
    """«l'embargo que X a décrété»: a clause whose object the noun is."""
    relative = clause.dep_ in ("acl", "acl:relcl") and clause.pos_ in VERBAL
    return relative and any(lower(c) in THAT and c.dep_ == "obj" for c in clause.children)


def _framed(meeting: Token) -> Token | None:
    """The verb of what somebody does at a meeting or right after it."""
    if case_of(meeting) in AT_MEETINGS:
        over = verb_over(meeting)
        return over[0] if over is not None and over[1] == "oblique" else None
    moment = meeting.head
    if case_of(meeting) != "de" or lower(moment) not in MOMENTS:
        return None
    return moment.head if moment.head.pos_ in VERBAL and moment.head is not moment else None
