"""To whom a noun says that something is done: «l'attaque contre Y», «X a été la cible d'une attaque»."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sahelgraph.extract.arguments import (
    PLACE_CASES,
    Found,
    of_types,
    states_of_places,
    without_places,
)
from sahelgraph.extract.clauses import ASCRIBING, Clauses
from sahelgraph.extract.events import CUSTODY
from sahelgraph.extract.grammar import (
    JUDGING,
    VERBAL,
    case_of,
    clause_of,
    direct_subjects,
    inner_complements,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    obliques,
    verb_over,
    with_conjuncts,
)
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.nouns import PEOPLE
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.nearness import REACH, WEAK, actors_done_by, neighbours
from sahelgraph.extract.said_of import by_adjective, by_possessive, said_of
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

TAKING = "taking"
"""Who announces «la prise de Y» has taken it."""
VICTIM_WORDS = word_set("noun_objects", "victim_words")
ADJECTIVES = 3
"""How many words behind a noun may be adjectives of it."""
BLAMING = word_set("noun_objects", "blaming")
SUBJECTED = word_set("noun_objects", "subjected")
SUFFERED = frozenset(("sanctioned", "accused"))
SAID_BY = frozenset(("selon", "d'après", "par"))
ASSETS = word_set("noun_objects", "assets")
CLAIMING = ASCRIBING | frozenset(("revendiquer", "endosser"))
COMMITTING = frozenset(("perpétrer", "commettre", "mener", "lancer", "conduire"))
LAYING = frozenset(("tendre", "infliger"))
GUNMEN = word_set("noun_objects", "gunmen")
FACING = frozenset(("face à", "sous", "devant"))
SCENE = "théâtre"
TALKS = word_set("noun_objects", "talks")
ACTS = word_set("incidents", "deeds")
OWN = frozenset(("adjective", "part", "named", "possessor"))
"""Ways in which a noun itself denotes an actor: «soldats français», «le groupe Wagner»."""


@dataclass(frozen=True, slots=True)
class NounObjects:
    """The objects of the nouns of one article."""

    scene: Scene
    clauses: Clauses

    def of(self, noun: Token, frame: Frame) -> Found:
        """To whom the noun says that it is done."""
        if "is" in frame.noun_object and (refs := self._said_to_be(noun, frame)):
            return Found(refs)
        if "self" in frame.noun_object:
            own = OWN - {"possessor"} - ({"part"} if "de" in frame.noun_subject else set())
            refs = [r for r in self.scene.actors(noun) if r.how in own]
            return Found(refs or said_of(self.clauses, noun))
        if "victims" in frame.noun_object:
            return Found(self._counted_behind(noun))
        if targeted := self._targeted(noun, frame) or self._opposed(noun, frame):
            return Found(targeted)
        if frame.relation in SUFFERED and (struck := _under(noun)):
            return Found(self.clauses.actors(struck))
        if frame.relation == "accused" and (charged := self._charged(noun) or self._judging(noun)):
            return Found(charged)
        over = verb_over(noun)
        if "subject" in frame.noun_object:
            subjects = self.clauses.surface_subjects(over[0]) if over else direct_subjects(noun)
            if not subjects and over is None:
                subjects = direct_subjects(clause_of(noun))
            return Found(self.clauses.actors(t for t in subjects if not self._is_place(t)))
        if "place-subject" in frame.noun_object:
            places = self.clauses.surface_subjects(over[0]) if over else []
            return Found([r for t in places for r in self.scene.owners(t)])
        if frame.relation == "withdrew-from" and (left := left_place(self.scene, noun)) is not None:
            return Found(of_types(self.scene.actors(left) or self.scene.places(left), frame.object_types))
        if refs := self._object_complements(noun, frame):
            return Found(refs)
        if "place" in frame.noun_object and (refs := self.places(noun)):
            return Found(refs)
        if frame.relation == "attacked" and case_of(noun) in FACING and (refs := self._facing(noun)):
            return Found(refs)
        if frame.adjective == "object" and (refs := by_determiner(self.scene, noun)):
            claims_it = over is not None and over[0].lemma_ in CLAIMING and over[1] == "object"
            makers = {r.entity.id for r in self.clauses.doers(over[0])} if over and claims_it else set()
            return Found([r for r in refs if r.entity.id not in makers])  # «X a revendiqué leur enlèvement»
        if over is not None:
            verb, role = over
            if self._undergoes(frame, verb, noun, role):
                passive = is_passive(verb)
                phrases = (self.clauses.surface_subjects if passive else self.clauses.logical_subjects)(verb)
                owners = [r for t in phrases for r in self.scene.owners(t)] if frame.owner_is_object else []
                return Found(self.clauses.actors(phrases) or owners)
            is_given = role != "subject" and any(c.dep_ == "iobj" and c.i < verb.i for c in verb.children)
            is_object = is_given or role == ("subject" if is_passive(verb) else "object")
            if is_object and verb.lemma_ in self.clauses.verbs.support:
                given = (c for case, c in obliques(verb) if case in frame.noun_object)
                behind = [c for c in given if c.i > verb.i or c.dep_ == "iobj"]
                behind += [c for c in verb.children if c.dep_ == "iobj" and c.pos_ == "PRON"]
                if frame.relation == "signed-with":
                    behind = [c for c in behind if not _is_met(noun, c)]
                if refs := next((refs for t in behind if (refs := self._hit(t, frame))), []):
                    return Found(refs)
        return self._nearest_object(noun, frame)

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

    def _object_complements(self, noun: Token, frame: Frame) -> list[Ref]:
        """«l'attaque contre X»; where «de» may mark either, it marks the subject: «le retrait du Mali du
        G5 Sahel» has its object one step further down."""
        types = frame.object_types
        both_de = "de" in frame.noun_subject
        for case, child in nominal_complements(noun):
            if frame.relation == "signed-with" and _is_met(noun, child):
                continue
            may_be = case in frame.noun_object or is_struck(self.scene, frame, noun, case, child)
            if child.i > noun.i and may_be:
                both_may = both_de and case == "de" and "de" in frame.noun_object
                if both_may and ActorType.STATE in types and child.head == noun:
                    continue
                if refs := self._hit(child, frame):
                    return refs
        for laid in (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in LAYING):
            beside = [*obliques(laid), *(obliques(noun.head) if noun.head.pos_ in VERBAL else ())]
            for child in (c for case, c in beside if case == "à" and c.i > laid.i):
                if frame.relation == "attacked" and (refs := self._hit(child, frame)):
                    return refs  # «l'embuscade tendue dimanche à X»
        for done in (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in COMMITTING):
            for child in (c for case, c in obliques(done) if case in frame.noun_object and c.i > done.i):
                if frame.relation == "attacked" and (refs := self._hit(child, frame)):
                    return refs  # «l'attentat perpétré par X sur un marché de Y»
        if "de" in frame.noun_object and (refs := self._behind_agent(noun, types)):
            return refs
        if frame.relation in CUSTODY:  # «l'assignation à résidence de X», «la remise en liberté de X»
            for child in inner_complements(noun):
                if refs := of_types(self.scene.actors(child), types):
                    return refs
        if frame.relation == "sanctioned":  # «des sanctions à l'encontre de six personnes en X»
            frozen = (c for case, c in obliques(noun) if case == "de" and self.scene.is_noun(c, ASSETS))
            if refs := self.clauses.first_actors(o for c in frozen for k, o in obliques(c) if k == "de"):
                return of_types(refs, types)
            struck = [
                c for case, c in nominal_complements(noun) if case in frame.noun_object and c.i > noun.i
            ]
            for person in (t for phrase in struck for t in with_conjuncts(phrase)):
                if places := [
                    p for case, c in obliques(person) if case == "en" for p in self.scene.places(c)
                ]:
                    return states_of_places(self.scene, places)
        if both_de and "de" in frame.noun_object:
            for child in inner_complements(noun):
                if refs := of_types(self.scene.actors(child), types):
                    return refs
        return []

    def _hit(self, phrase: Token, frame: Frame) -> list[Ref]:
        """Whom an act is done to: who holds it («un village tenu par X»), who it is or whose."""
        types, owned = frame.object_types, frame.owner_is_object
        unknown = frame.id == TAKING and phrase.pos_ == "PROPN"
        is_place = self._is_place(phrase) or "land" in self.scene.noun_classes(phrase)
        held = holders(self.scene, phrase) if unknown or (owned and is_place) else []
        refs = of_types(held, types) or of_types(self.scene.actors(phrase), types)
        return refs or (of_types(self.scene.owners(phrase), types) if owned else [])

    def _behind_agent(self, noun: Token, types: Collection[ActorType]) -> list[Ref]:
        """«la libération par Israël de 110 détenus palestiniens»: what the parser hangs on the name."""
        for case, agent in nominal_complements(noun):
            site = of_types(self._site_within(agent), types) if case == "par" else []
            if site and self._is_nobody(agent):
                return site
            whole = self.scene.mentions_at(agent) or by_adjective(self.scene, agent)
            if case == "par" and whole:
                for inner_case, inner in obliques(agent):
                    if inner_case == "de" and (refs := of_types(self.scene.actors(inner), types)):
                        return refs
        return []

    def _is_nobody(self, agent: Token) -> bool:
        return self.scene.is_noun(agent, self.scene.nouns.generic) or self.scene.is_noun(agent, GUNMEN)

    def _site_within(self, agent: Token) -> list[Ref]:
        """«l'attaque par un commando armé d'un camp de X»: X's, whatever the parse."""
        for word in agent.subtree:
            is_site = word.i > agent.i and self.scene.is_noun(word, self.scene.nouns.property)
            if is_site and linear_case(word) == "de":
                return self.scene.actors(word) or self.scene.owners(word)
        return []

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
                if frame.relation == "signed-with" and _is_met(noun, token):
                    break
                if frame.relation == "attacked" and self.scene.is_noun(token, ACTS):
                    break  # «des frappes de X à la suite d'une attaque contre Y»
                if linear_case(token) in cases and lower(token.left_edge) not in ("et", "ou"):
                    refs = [r for r in self.scene.actors(token) if r.how not in WEAK]
                    if refs:
                        return Found(refs, frozenset(("linear-object",)))
        return Found([])

    def places(self, noun: Token) -> list[Ref]:
        """The place of an event: on the noun, its complements or participles, or its support verb."""
        if noun.head.lemma_ == SCENE and case_of(noun) == "de":  # «Diffa est le théâtre d'attaques de X»
            said = [*direct_subjects(noun.head), *(noun.head.head for _ in "x" if noun.head.dep_ == "appos")]
            if refs := next((r for t in said if (r := self.scene.places(t))), []):
                return refs
        inner = [c for _, c in obliques(noun)]
        inner += [c for c in noun.children if c.dep_ in ("acl", "amod")]
        for carrier in (noun, *inner):
            for case, child in obliques(carrier):
                if (
                    (case in PLACE_CASES or (case == "de" and _names_place(self.scene, child)))
                    and noun.i < child.i <= max(noun.i, carrier.i) + REACH
                    and (refs := self.scene.places(child))
                ):
                    return refs
        over = verb_over(noun)
        if over is not None and over[1] == "subject":  # «ses attaques se multiplient au Tchad»
            for token in neighbours(over[0], leftwards=False):
                if linear_case(token) in ("en", "à", "dans") and (refs := self.scene.places(token)):
                    return refs
        if over is not None and over[0].lemma_ in self.clauses.verbs.support | BLAMING:
            for case, child in obliques(over[0]):
                if case in PLACE_CASES and (refs := self.scene.places(child)):
                    return refs
        return []

    def _is_place(self, phrase: Token) -> bool:
        """«la ville est tombée aux mains de X»: nobody who could be held."""
        return self.scene.is_noun(phrase, self.scene.nouns.property) or _names_site(self.scene, phrase)


def _is_met(deal: Token, phrase: Token) -> bool:
    """«un cessez-le-feu après un entretien avec X»: X was only talked with."""
    return any(lower(t) in TALKS for t in deal.doc[deal.i + 1 : phrase.left_edge.i])


def is_struck(scene: Scene, frame: Frame, noun: Token, case: str, phrase: Token) -> bool:
    """«l'attaque du convoi», «l'attaque de l'armée par X»: what is attacked, and not who attacks."""
    if not frame.owner_is_object or case != "de":
        return False
    if _names_site(scene, phrase) and (scene.is_noun(noun, frame.strikes_places) or _is_claimed(noun)):
        return True
    return scene.is_noun(phrase, scene.nouns.property) or bool(actors_done_by(scene, noun))


def by_determiner(scene: Scene, noun: Token) -> list[Ref]:
    """«l'offensive malienne», «son offensive»."""
    return by_adjective(scene, noun) or by_possessive(scene, noun)


def _names_place(scene: Scene, token: Token) -> bool:
    return any(m.entity.type is ActorType.PLACE for m in scene.mentions_at(token))


def _names_site(scene: Scene, token: Token) -> bool:
    sites = (m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in scene.mentions_at(token))
    return any(sites)


def _is_claimed(noun: Token) -> bool:
    """«Y a revendiqué l'attaque de Tillia», «l'attaque de Tillia, attribuée à Y»: Tillia is no attacker."""
    over = verb_over(noun)
    verbs = [over[0]] if over is not None else []
    verbs += [c for c in noun.children if c.dep_ == "acl"]
    return any(verb.lemma_ in CLAIMING for verb in verbs)


def _under(sanction: Token) -> list[Token]:
    """«X est sous embargo», «X est sous le coup de sanctions»: X."""
    word = sanction.head if lower(sanction.head) == "coup" and case_of(sanction) == "de" else sanction
    return direct_subjects(word) if case_of(word) == "sous" else []


def left_place(scene: Scene, noun: Token) -> Token | None:
    """«le retrait du Mali des troupes de X»: of two complements, the name that stands first is a place."""
    behind = [c for case, c in nominal_complements(noun) if case == "de" and c.i > noun.i]
    behind.sort(key=lambda c: c.i)
    is_place = len(behind) > 1 and scene.mentions_at(behind[0]) and not scene.mentions_at(behind[1])
    return behind[0] if is_place else None
