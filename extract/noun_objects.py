"""To whom a noun says that something is done: «l'attaque contre Y», «X a été la cible d'une attaque»."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.arguments import Found, of_types, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    JUDGING,
    VERBAL,
    case_of,
    clause_of,
    direct_subjects,
    is_passive,
    linear_case,
    lower,
    obliques,
    verb_over,
)
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.nouns import PEOPLE
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import WEAK, neighbours
from sahelgraph.extract.noun_complements import NounComplements, is_met
from sahelgraph.extract.noun_places import CLAIMING, left_place, places_of
from sahelgraph.extract.said_of import by_determiner, said_of
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

VICTIM_WORDS = word_set("noun_objects", "victim_words")
ADJECTIVES = 3
"""How many words behind a noun may be adjectives of it."""
SUBJECTED = word_set("noun_objects", "subjected")
SUFFERED = frozenset(("sanctioned", "accused"))
SAID_BY = frozenset(("selon", "d'après", "par"))
FACING = frozenset(("face à", "sous", "devant"))
ACTS = word_set("incidents", "deeds")
OWN = frozenset(("adjective", "part", "named", "possessor"))
"""Ways in which a noun itself denotes an actor: «soldats français», «le groupe Wagner»."""


@dataclass(frozen=True, slots=True)
class NounObjects:
    """The objects of the nouns of one article."""

    scene: Scene
    clauses: Clauses
    complements: NounComplements

    def of(self, noun: Token, frame: Frame) -> Found:
        """To whom the noun says that it is done."""
        for told in (self._by_frame, self._beside, self._by_verb):
            if (refs := told(noun, frame)) is not None:
                return Found(refs)
        return self._nearest_object(noun, frame)

    def _by_frame(self, noun: Token, frame: Frame) -> list[Ref] | None:
        """Where the frame or the relation says of whom the noun is said; else None."""
        if "is" in frame.noun_object and (refs := self._said_to_be(noun, frame)):
            return refs
        if "self" in frame.noun_object:
            own = OWN - {"possessor"} - ({"part"} if "de" in frame.noun_subject else set())
            refs = [r for r in self.scene.actors(noun) if r.how in own]
            return refs or said_of(self.clauses, noun)
        if "victims" in frame.noun_object:
            return self._counted_behind(noun)
        if targeted := self._targeted(noun, frame) or self._opposed(noun, frame):
            return targeted
        if frame.relation in SUFFERED and (struck := _under(noun)):
            return self.clauses.actors(struck)
        if frame.relation == "accused" and (charged := self._charged(noun) or self._judging(noun)):
            return charged
        over = verb_over(noun)
        if "subject" in frame.noun_object:
            subjects = self.clauses.surface_subjects(over[0]) if over else direct_subjects(noun)
            if not subjects and over is None:
                subjects = direct_subjects(clause_of(noun))
            return self.clauses.actors(t for t in subjects if not self.complements.is_place(t))
        if "place-subject" in frame.noun_object:
            places = self.clauses.surface_subjects(over[0]) if over else []
            return [r for t in places for r in self.scene.owners(t)]
        return None

    def _beside(self, noun: Token, frame: Frame) -> list[Ref] | None:
        """Who is named by the complements and the determiner of the noun, or where it stands; else None."""
        if frame.relation == "withdrew-from" and (left := left_place(self.scene, noun)) is not None:
            return of_types(self.scene.actors(left) or self.scene.places(left), frame.object_types)
        if refs := self.complements.objects(noun, frame):
            return refs
        if "place" in frame.noun_object and (refs := places_of(self.scene, self.clauses, noun)):
            return refs
        if frame.relation == "attacked" and case_of(noun) in FACING and (refs := self._facing(noun)):
            return refs
        if frame.adjective == "object" and (refs := by_determiner(self.scene, noun)):
            over = verb_over(noun)
            claims_it = over is not None and over[0].lemma_ in CLAIMING and over[1] == "object"
            makers = {r.entity.id for r in self.clauses.doers(over[0])} if over and claims_it else set()
            return [r for r in refs if r.entity.id not in makers]  # «X a revendiqué leur enlèvement»
        return None

    def _by_verb(self, noun: Token, frame: Frame) -> list[Ref] | None:
        """Who undergoes it by the verb over the noun, or is given it; else None."""
        over = verb_over(noun)
        if over is None:
            return None
        verb, role = over
        passive = is_passive(verb)
        if self._undergoes(frame, verb, noun, role):
            phrases = (self.clauses.surface_subjects if passive else self.clauses.logical_subjects)(verb)
            owners = [r for t in phrases for r in self.scene.owners(t)] if frame.owner_is_object else []
            return self.clauses.actors(phrases) or owners
        is_given = role != "subject" and any(c.dep_ == "iobj" and c.i < verb.i for c in verb.children)
        is_object = is_given or role == ("subject" if passive else "object")
        if not is_object or verb.lemma_ not in self.clauses.verbs.support:
            return None
        given = (c for case, c in obliques(verb) if case in frame.noun_object)
        behind = [c for c in given if c.i > verb.i or c.dep_ == "iobj"]
        behind += [c for c in verb.children if c.dep_ == "iobj" and c.pos_ == "PRON"]
        if frame.relation == "signed-with":
            behind = [c for c in behind if not is_met(noun, c)]
        return next((refs for t in behind if (refs := self.complements.hit(t, frame))), None)

    def _charged(self, noun: Token) -> list[Ref]:
        """«les accusations de X selon lesquelles Y arme Z», «…, selon qui Y arme Z»: of whom it is said."""
        for carrier in (noun, *(c for _, c in obliques(noun))):
            for clause in carrier.children:
                if clause.pos_ not in VERBAL or clause.i < noun.i:
                    continue
                quoted = any(c in SAID_BY and t.pos_ == "PRON" for c, t in obliques(clause))
                if quoted or (carrier is noun and clause.dep_ == "ccomp"):
                    return without_places(self.clauses.doers(clause))
        return []

    def _judging(self, noun: Token) -> list[Ref]:
        """«X a qualifié d'infondées les accusations de Y», where the parser hung these on the adjective."""
        adjective = noun.head
        judged = adjective.dep_ == "xcomp" and adjective.head.lemma_ in JUDGING
        return self.clauses.doers(adjective.head) if judged else []

    def _opposed(self, noun: Token, frame: Frame) -> list[Ref]:
        """«une offensive anti-Shebab», «les frappes aériennes anti-Shebab»: whom an act strikes."""
        if frame.relation != "attacked":
            return []
        for word in noun.doc[noun.i + 1 : min(noun.i + 1 + ADJECTIVES, noun.sent.end)]:
            if lower(word).startswith("anti") and (names := self.scene.mentions_at(word)):
                return [Ref(m.entity, word.i, "named") for m in names]
            if word.pos_ != "ADJ":
                break
        return []

    def _counted_behind(self, noun: Token) -> list[Ref]:
        """«la mort dans une embuscade de douze soldats de X»: X's, wherever the parser hangs them."""
        for token in neighbours(noun, leftwards=False):
            counted = "Number=Plur" in str(token.morph) and linear_case(token) == "de"
            if counted and self.scene.noun_classes(token) & PEOPLE:
                return without_places(self.scene.actors(token))
        return []

    def _facing(self, noun: Token) -> list[Ref]:
        """«face à l'offensive de X, Y recule», «sous les bombardements de X, Y fuit»."""
        clause = verb_over(noun)
        doers = self.clauses.actors(direct_subjects(clause[0])) if clause else []
        return without_places([r for r in doers if r.how not in WEAK])

    def _targeted(self, noun: Token, frame: Frame) -> list[Ref]:
        """«X a été la cible d'une attaque», «X, victime d'une attaque», «faire l'objet d'une attaque»."""
        target = noun.head
        if frame.relation != "attacked" or lower(target) not in VICTIM_WORDS:
            return []
        if case_of(noun) != ("à" if lower(target) in ("proie", "face", "butte") else "de"):
            return []
        return self._said_to_be(target, frame)

    def _said_to_be(self, noun: Token, frame: Frame) -> list[Ref]:
        """Of whom, or of whose people, buildings and places, a noun is said: «X, cible de», «X est un des
        bastions de»."""
        over = verb_over(noun)
        partitive = noun.head if case_of(noun) == "de" and lower(noun.head) in ("un", "une") else noun
        if over is not None and over[0].lemma_ == "faire":
            phrases = self.clauses.surface_subjects(over[0])
        elif any(c.dep_ == "cop" for c in partitive.children):
            phrases = direct_subjects(partitive)
        elif refs := said_of(self.clauses, partitive):
            return of_types(refs, frame.object_types)
        elif noun.dep_ == "conj":  # «dix soldats, dont un officier, victimes d'une embuscade»
            phrases = [noun.head]
        else:
            return []
        held = [r for t in phrases for r in holders(self.scene, t)] if frame.relation == "attacked" else []
        named = of_types(held or self.clauses.actors(phrases), frame.object_types)
        return named or [r for t in phrases for r in self.scene.owners(t)]

    def _undergoes(self, frame: Frame, verb: Token, noun: Token, role: str) -> bool:
        """«subir une attaque», «faire face aux attaques», «être la cible de frappes»; «nier l'accusation»."""
        verbs = self.clauses.verbs
        if frame.relation == "accused" and verb.lemma_ in verbs.deny | verbs.answer | JUDGING:
            return role == "object" or (role == "oblique" and case_of(noun) == "à")
        if verb.lemma_ in SUBJECTED and is_passive(verb):
            return role == "oblique" and frame.relation in SUFFERED
        if verb.lemma_ not in verbs.undergo:
            return False
        if verb.lemma_ in ("faire", "être"):
            return any(lower(t) in VICTIM_WORDS for t in verb.doc[verb.i + 1 : noun.i])
        if verb.lemma_ in ("prendre", "tomber"):
            return role == "oblique" and case_of(noun) == "dans"
        return role in ("object", "oblique")

    def _nearest_object(self, noun: Token, frame: Frame) -> Found:
        """By the order of words: the next phrase behind a preposition of the object other than «de»."""
        if frame.relation == "overthrew" and "de" in frame.noun_object:
            for token in neighbours(noun, leftwards=False):  # «le renversement le 3 mai du président X»
                if linear_case(token) == "de":
                    named = of_types(self.scene.actors(token), (ActorType.PERSON,))
                    if named := [r for r in named if r.how not in WEAK]:
                        return Found(named, frozenset(("linear-object",)))
        cases = set(frame.noun_object) - {"de"}
        if frame.noun_object and "place" not in frame.noun_object:
            for token in neighbours(noun, leftwards=False):
                if frame.relation == "signed-with" and is_met(noun, token):
                    break
                if frame.relation == "attacked" and self.scene.is_noun(token, ACTS):
                    break  # «des frappes de X à la suite d'une attaque contre Y»
                if linear_case(token) in cases and lower(token.left_edge) not in ("et", "ou"):
                    refs = [r for r in self.scene.actors(token) if r.how not in WEAK]
                    if refs:
                        return Found(refs, frozenset(("linear-object",)))
        return Found([])


def _under(sanction: Token) -> list[Token]:
    """«X est sous embargo», «X est sous le coup de sanctions»: X."""
    word = sanction.head if lower(sanction.head) == "coup" and case_of(sanction) == "de" else sanction
    return direct_subjects(word) if case_of(word) == "sous" else []
