"""Frames over a parsed article: which actor did what to which.

Follows the verb's voice (active, passive, participle), control («accusé d'avoir abattu»), coordination,
relative clauses, nominalisations («l'attaque de X contre Y») and support verbs («mener une attaque»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from spacy.tokens import Token

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    agents,
    agrees,
    case_of,
    direct_subjects,
    first_conjunct,
    inner_complements,
    is_finite,
    is_participle,
    linear_case,
    is_passive,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
    with_conjuncts,
)
from sahelgraph.extract.lexicon.frames import Frame, Frames
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.scene import POSSESSIVES, RELATIVES, Ref, Scene
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.relations import relations

PLACE_CASES = frozenset(
    (
        "en",
        "à",
        "dans",
        "sur",
        "vers",
        "depuis",
        "à l'intérieur de",
        "au sein de",
        "près de",
        "autour de",
        "à travers",
    )
)
VERBAL = ("VERB", "AUX")
REACH = 9
DOCUMENTS = frozenset(("charte", "traité", "accord", "pacte", "texte", "convention", "déclaration", "acte"))
STEPPING_DOWN = frozenset(("démission", "départ", "retrait", "éviction", "abdication"))
WINDOW = 12
WEAK = frozenset(("context", "anaphor", "default", "possessor"))
EVENT_CASES = frozenset(("dans", "lors de", "à cours de", "à le cours de", "au cours de", "pendant"))


@dataclass
class _Arguments:
    subjects: list[Ref]
    objects: list[Ref]
    doubts: set[str]


class Matcher:
    """Applies frames to the scenes of articles."""

    def __init__(self, frames: Frames, verbs: Verbs) -> None:
        self._frames = frames
        self._verbs = verbs

    def events(self, scene: Scene) -> Iterator[Event]:
        """The events of an article in the order of their triggers."""
        for token in scene.doc:
            if token.pos_ in VERBAL or (token.pos_ == "ADJ" and is_participle(token, "Past")):
                for frame, verb in self._frames.by_verb.get(token.lemma_.lower(), ()):
                    if self._verb_fits(token, verb) and self._words_near(scene, token, frame, verb):
                        yield from self._emit(
                            scene, frame, token, token, self._verb_arguments(scene, token, frame, verb)
                        )
            elif token.pos_ in ("NOUN", "ADJ", "PROPN") and not scene.mentions_at(token):
                for form in scene.noun_forms(token):
                    found = self._frames.by_noun.get(form, ())
                    for frame in found:
                        if self._noun_fits(scene, token, frame, form):
                            yield from self._emit(
                                scene,
                                frame,
                                token,
                                predicate_of(token),
                                self._noun_arguments(scene, token, frame),
                            )
                    if found:
                        break

    # --- does a word call the frame up?

    def _verb_fits(self, token: Token, verb: str) -> bool:
        words = verb.replace("s'", "se ").split()
        pronominal = words[0] == "se"
        has_se = any(lower(c) in ("se", "s'") for c in token.children)
        adjectival = is_participle(token, "Past") and not any(
            c.dep_.startswith("aux") for c in token.children
        )
        if pronominal and adjectival:
            has_se = True
        if pronominal != has_se and not (has_se and any(c.dep_ == "expl:pass" for c in token.children)):
            return False
        rest = [w for w in words if w not in ("se", "en", "y")][1:]
        if not rest:
            return True
        following = [lower(t) for t in token.doc[token.i + 1 : token.i + 7]]
        return " ".join(rest) in " ".join(following).replace("d' ", "d'")

    def _words_near(self, scene: Scene, token: Token, frame: Frame, verb: str) -> bool:
        if (
            frame.asks
            and verb in frame.strict_verbs
            and not any(c.dep_ in ("xcomp", "ccomp") for c in token.children)
        ):
            return False
        if frame.without and any(
            lower(t) in frame.without for t in token.subtree if abs(t.i - token.i) <= REACH
        ):
            return False
        if not frame.needs_word(verb):
            return True
        near = [t for t in _clause_tokens(token) if abs(t.i - token.i) <= 14]
        return any(lower(t) in frame.with_ or t.lemma_.lower() in frame.with_ for t in near) or any(
            m.entity.type is ActorType.ORGANISATION and frame.relation in ("deployed-in", "withdrew-from")
            for c in direct_subjects(token)
            for m in scene.mentions_at(c)
        )

    def _noun_fits(self, scene: Scene, token: Token, frame: Frame, form: str) -> bool:
        if frame.relation in ("allied-with", "signed-with") and scene.has_name(token):
            return False
        phrase = next((n for n in frame.nouns if n.split()[0].split("'")[0] == form), form)
        if phrase != form:
            following = " ".join(lower(t) for t in token.doc[token.i : token.i + 5]).replace("' ", "'")
            options = [n for n in frame.nouns if n.split()[0].split("'")[0] == form]
            if not any(" ".join(n.split()[1:]) in following for n in options):
                return False
        if frame.nouns_with and not any(
            lower(t) in frame.nouns_with for t in token.subtree if 0 < t.i - token.i <= 8
        ):
            return False
        over = verb_over(token)
        if over is not None and over[0].lemma_ in self._verbs.undo and not frame.nouns_under:
            return False
        if frame.nouns_under:
            return over is not None and over[0].lemma_ in frame.nouns_under
        return not frame.nouns_need_verb or over is not None

    # --- arguments of verbs

    def _verb_arguments(self, scene: Scene, verb: Token, frame: Frame, name: str) -> _Arguments:
        doubts: set[str] = set()
        found_subjects = self._first(scene, verb, frame.subject, frame, doubts)
        if not found_subjects and name.startswith(("se ", "s'")) and is_passive(verb):
            found_subjects = [r for t in self._surface_subjects(scene, verb) for r in scene.actors(t)]
        found_objects = self._first(scene, verb, frame.object, frame, doubts, objects_of=True)
        if frame.asks and not found_objects:
            found_objects = self._asked(scene, verb)
        if frame.act_is_object and not found_objects:
            found_objects = self._doers_of_act(scene, verb)
        if verb.pos_ in VERBAL and not verb.is_space:
            passive = is_passive(verb)
            if not found_subjects and not passive and not self._surface_subjects(scene, verb):
                found_subjects = self._linear(scene, verb, frame, frame.subject, passive, False)
                doubts.add("linear-subject")
            if not found_objects and found_subjects:
                slots = frame.object
                if self._logical_objects(scene, verb):
                    slots = tuple(s for s in slots if s not in ("object", "subject"))
                found_objects = self._linear(scene, verb, frame, slots, passive, True)
                doubts.add("linear-object")
            if not found_subjects and passive and frame.relation == "attacked":
                found_subjects = self._doer_of_event_near(scene, verb)
            if not found_subjects and passive:
                found_subjects = self._linear(scene, verb, frame, frame.subject, passive, False)
                doubts.add("linear-subject")
        if not found_objects and frame.place_is_object and _armed(found_subjects):
            found_objects = self._states_of_places(scene, self._places(scene, verb))
            doubts.add("place-object")
        if not found_objects and frame.object_place:
            found_objects = self._states_of_places(scene, self._places(scene, verb))
        return _Arguments(found_subjects, found_objects, doubts)

    def _first(
        self,
        scene: Scene,
        verb: Token,
        slots: Iterable[str],
        frame: Frame,
        doubts: set[str],
        objects_of: bool = False,
    ) -> list[Ref]:
        relation = relations()[frame.relation]
        allowed = (frame.objects or relation.range) if objects_of else (frame.subjects or relation.domain)
        for slot in slots:
            if slot == "subject":
                refs = [r for t in self.logical_subjects(scene, verb) for r in self._acting(scene, t)]
            elif slot == "object":
                refs = [r for t in self._logical_objects(scene, verb) for r in scene.actors(t)]
                if ActorType.PLACE in allowed and not refs:
                    refs = [r for t in self._logical_objects(scene, verb) for r in scene.places(t)]
            elif slot == "place":
                refs = self._places(scene, verb)
            elif slot == "attribute":
                refs = [
                    r for c in verb.children if c.dep_ in ("xcomp", "attr", "obj") for r in scene.actors(c)
                ]
            else:
                refs = self._prepositional(scene, verb, slot, frame)
            refs = [r for r in refs if r.entity.type in allowed]
            if refs:
                return refs
        return []

    def _doers_of_act(self, scene: Scene, verb: Token) -> list[Ref]:
        """«condamner l'invasion de l'Ukraine par la Russie» is about la Russie."""
        for noun in objects(verb):
            for form in scene.noun_forms(noun):
                for frame in self._frames.by_noun.get(form, ()):
                    if relations()[frame.relation].group == "conflict":
                        refs = self._noun_subjects(scene, noun, frame, set())
                        refs = refs or [r for t in agents(verb) for r in scene.actors(t)]
                        if refs:
                            return refs
                    if "de" in frame.noun_object:
                        return []
            for case, child in obliques(noun):
                if case == "de" and (
                    refs := [r for r in scene.actors(child) if r.entity.type is not ActorType.PLACE]
                ):
                    return refs
        return []

    def _doer_of_event_near(self, scene: Scene, verb: Token) -> list[Ref]:
        """«massacrés dans une attaque attribuée à X»: who did the event that the clause names."""
        for token in neighbours(verb, leftwards=False):
            for form in scene.noun_forms(token) if token.pos_ == "NOUN" else ():
                for frame in self._frames.by_noun.get(form, ()):
                    if frame.relation == "attacked" and (
                        refs := self._noun_subjects(scene, token, frame, set())
                    ):
                        return refs
        return []

    def _linear(
        self, scene: Scene, verb: Token, frame: Frame, slots: Iterable[str], passive: bool, objects_of: bool
    ) -> list[Ref]:
        """Where the parse gives nothing: the nearest noun phrase that names an actor and stands where
        the slot stands in plain word order, within the clause."""
        relation = relations()[frame.relation]
        allowed = (frame.objects or relation.range) if objects_of else (frame.subjects or relation.domain)
        for slot in slots:
            if slot == "place":
                continue
            wanted, leftwards = slot, False
            if slot == "subject":
                wanted, leftwards = ("par", False) if passive else ("", True)
            elif slot == "object":
                wanted, leftwards = ("", True) if passive else ("", False)
            for token in neighbours(verb, leftwards):
                if linear_case(token) != wanted:
                    continue
                refs = [r for r in scene.actors(token) if r.entity.type in allowed and r.how not in WEAK]
                if refs:
                    return refs
                if leftwards and token.dep_ in ("nsubj", "nsubj:pass"):
                    break
        return []

    def _acting(self, scene: Scene, token: Token) -> list[Ref]:
        """The actors of a subject; an event noun acts through who does it: «l'attaque du JNIM a tué»."""
        refs = scene.actors(token)
        if refs:
            return refs
        if scene.is_noun(token, DOCUMENTS) and (over := verb_over(token)):
            return [
                r for t in self.logical_subjects(scene, over[0]) if t is not token for r in scene.actors(t)
            ]
        noun = token
        if lower(token) in RELATIVES:
            clause = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
            noun = clause.head if clause is not None else token
        for form in scene.noun_forms(noun):
            for frame in self._frames.by_noun.get(form, ()):
                if frame.relation == "attacked" and "de" in frame.noun_subject:
                    return self._noun_subjects(scene, noun, frame, set())
        return []

    def logical_subjects(self, scene: Scene, verb: Token) -> list[Token]:
        """Who does what the verb says, whatever its voice."""
        if is_passive(verb):
            return agents(verb) or [
                c
                for case, c in obliques(verb)
                if (case == "à" and verb.lemma_ in ("attribuer", "imputer")) or case in EVENT_CASES
            ]
        return self._surface_subjects(scene, verb)

    def _logical_objects(self, scene: Scene, verb: Token) -> list[Token]:
        if is_passive(verb):
            return self._surface_subjects(scene, verb)
        found = objects(verb)
        clitics = [c for c in verb.children if c.dep_ in ("iobj", "obj") and c.pos_ == "PRON"]
        if not found and verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not direct_subjects(verb):
            return [t for t in objects(verb.head) if t.i > verb.i] + clitics
        relative = [c for c in verb.children if lower(c) in ("que", "qu'") and c.dep_ == "obj"]
        return found + [c for c in (*clitics, *relative) if c not in found]

    def _surface_subjects(self, scene: Scene, verb: Token, depth: int = 0) -> list[Token]:
        found = direct_subjects(verb)
        if found or depth > 5:
            return found
        head = verb.head
        if verb.dep_ == "conj":
            if head.pos_ in VERBAL or any(c.dep_ == "cop" for c in head.children):
                return self._surface_subjects(scene, head, depth + 1)
            if is_participle(verb, "Past") and head.pos_ in ("ADJ", "NOUN"):
                return [head.head if head.dep_ in ("amod", "acl") else head]
        if is_participle(verb, "Past") and (before := _before_comma(scene, verb)) is not None:
            return [before]
        if verb.dep_ in ("acl", "amod", "appos", "nmod") and head.pos_ in (
            "NOUN",
            "PROPN",
            "PRON",
            "NUM",
            "X",
            "ADJ",
        ):
            if "VerbForm=Inf" not in str(verb.morph):
                return [head]
            return self._subject_of_infinitive(scene, verb, head, depth)
        if verb.dep_ == "acl:relcl":
            return [head]
        if verb.dep_ in ("acl", "amod", "appos") and head.pos_ in VERBAL:
            return self._surface_subjects(scene, head, depth + 1)
        if (
            verb.dep_ in ("xcomp", "ccomp", "advcl", "obl", "obl:mod", "obl:arg", "csubj", "parataxis", "dep")
            and head.pos_ in VERBAL
        ):
            if head.lemma_ in self._verbs.object_control and verb.dep_ != "advcl":
                if is_passive(head):
                    return self._surface_subjects(scene, head, depth + 1)
                controllers = objects(head) + [
                    c for case, c in obliques(head) if case == "à" or c.dep_ == "iobj"
                ]
                if controllers:
                    return controllers[:1]
            return self._surface_subjects(scene, head, depth + 1)
        return []

    def _subject_of_infinitive(self, scene: Scene, verb: Token, noun: Token, depth: int) -> list[Token]:
        """«accuse l'armée d'avoir abattu» → l'armée; «la décision du Mali de quitter» → le Mali."""
        over = verb_over(noun)
        if over and over[0].lemma_ in self._verbs.object_control:
            return [noun]
        owners = [c for case, c in obliques(noun) if case == "de" and c.i < verb.i]
        if owners and scene.actors(owners[0]):
            return owners[:1]
        if over:
            return self._surface_subjects(scene, over[0], depth + 1)
        return [noun]

    def _prepositional(self, scene: Scene, head: Token, slot: str, frame: Frame) -> list[Ref]:
        carriers = (
            [head, *objects(head), *(c for _, c in obliques(head))]
            if frame.through
            else [head, *objects(head)]
        )
        for carrier in carriers:
            if frame.through and carrier is not head and not scene.is_noun(carrier, frame.through):
                continue
            if (
                frame.through
                and carrier is head
                and any(
                    scene.is_noun(c, frame.through) for c in (*objects(head), *(c for _, c in obliques(head)))
                )
            ):
                continue
            for case, child in obliques(carrier):
                if case == slot or (slot == "à" and child.dep_ == "iobj" and not case):
                    refs = scene.actors(child)
                    if refs:
                        return refs
        return []

    def _places(self, scene: Scene, head: Token) -> list[Ref]:
        for carrier in (head, *objects(head), *(c for _, c in obliques(head))):
            for case, child in obliques(carrier):
                if case in PLACE_CASES:
                    refs = scene.places(child)
                    if refs:
                        return refs
        for child in head.children:
            if lower(child) == "où" and head.dep_ == "acl:relcl":
                return scene.places(head.head)
        return []

    def _states_of_places(self, scene: Scene, places: list[Ref]) -> list[Ref]:
        states = [(scene.state_of(p.entity), p) for p in places]
        return [Ref(state, place.token, "place") for state, place in states if state is not None]

    def _asked(self, scene: Scene, verb: Token) -> list[Ref]:
        """«exiger que les autorités rétablissent …»: who is asked is the subject of the clause."""
        for child in verb.children:
            if child.dep_ in ("ccomp", "xcomp") and child.pos_ in VERBAL:
                refs = [r for t in direct_subjects(child) for r in scene.actors(t)]
                if refs:
                    return refs
        for noun in objects(verb):
            for case, child in obliques(noun):
                if case == "par" or (case == "de" and scene.is_noun(noun, STEPPING_DOWN)):
                    refs = [r for r in scene.actors(child) if r.entity.type is not ActorType.PLACE]
                    if refs:
                        return refs
        return []

    # --- arguments of nouns

    def _noun_arguments(self, scene: Scene, noun: Token, frame: Frame) -> _Arguments:
        doubts: set[str] = set()
        if frame.noun_mutual or "entre" in frame.noun_object:
            compound = self._adjective(scene, noun)
            if len(compound) > 1 and len({r.token for r in compound}) == 1:
                return _Arguments(compound, compound, {"mutual"})
            for case, child in nominal_complements(noun):
                if case == "entre" and len(refs := scene.actors(child)) > 1:
                    return _Arguments(refs, refs, {"mutual"})
        found_objects = self._noun_objects(scene, noun, frame, doubts)
        if direct_subjects(noun) and not any(c.dep_ in ("det", "cop") for c in noun.children):
            acting = [r for t in direct_subjects(noun) for r in scene.actors(t)]
            found = [r for c in noun.children if c.i > noun.i and not case_of(c) for r in scene.actors(c)]
            return _Arguments(acting, found, {"linear-object"})
        found_subjects = self._noun_subjects(scene, noun, frame, doubts)
        if not found_objects and frame.place_is_object and _armed(found_subjects):
            found_objects = self._states_of_places(scene, self._noun_places(scene, noun))
            doubts.add("place-object")
        return _Arguments(found_subjects, found_objects, doubts)

    def _noun_subjects(self, scene: Scene, noun: Token, frame: Frame, doubts: set[str]) -> list[Ref]:
        if "self" in frame.noun_subject:
            return [r for r in scene.actors(noun) if r.how in ("adjective", "part", "named", "possessor")]
        if "is" in frame.noun_subject:
            refs = self._said_of(scene, noun)
            if refs:
                return refs
        if "possessor" in frame.noun_subject and (owners := self._possessor(scene, noun)):
            return owners
        if frame.adjective == "subject":
            refs = self._adjective(scene, noun) or self._possessor(scene, noun)
            if refs:
                return refs
        complements = sorted(nominal_complements(noun), key=lambda pair: pair[0] == "de")
        for case, child in complements:
            if case in frame.noun_subject and child.i > noun.i:
                if case == "de" and self._done_by(scene, noun):
                    break
                refs = scene.actors(child)
                if refs:
                    return refs
        for child in noun.children:
            if child.dep_ == "acl" and child.pos_ in (*VERBAL, "ADJ"):
                owners = agents(child)
                if child.lemma_ in ("attribuer", "imputer"):
                    owners = [c for case, c in obliques(child) if case == "à"] or owners
                refs = [r for t in owners for r in scene.actors(t)]
                if refs:
                    return refs
        over = verb_over(noun)
        if over is not None:
            verb, role = over
            if verb.lemma_ in self._verbs.support and case_of(noun) != "pour":
                refs = [
                    r for t in self.logical_subjects(scene, verb) if t is not noun for r in scene.actors(t)
                ]
                if role == "subject" and not is_passive(verb):
                    return []
                return refs
            if verb.lemma_ in ("attribuer", "imputer") and role in ("subject", "object"):
                return [r for case, c in obliques(verb) if case == "à" for r in scene.actors(c)]
        if "par" in frame.noun_subject and (refs := self._done_by(scene, noun)):
            doubts.add("linear-subject")
            return refs
        return []

    def _done_by(self, scene: Scene, noun: Token) -> list[Ref]:
        """«l'invasion de l'Ukraine par la Russie», wherever the parser hangs «par la Russie»."""
        for token in neighbours(noun, leftwards=False):
            if token.pos_ in VERBAL or token.i - noun.i > REACH:
                return []
            if linear_case(token) == "par" and (refs := scene.actors(token)):
                return refs
        return []

    def _noun_objects(self, scene: Scene, noun: Token, frame: Frame, doubts: set[str]) -> list[Ref]:
        if "self" in frame.noun_object:
            own = ("adjective", "named") if "de" in frame.noun_subject else ("adjective", "part", "named")
            return [r for r in scene.actors(noun) if r.how in own] or self._said_of(scene, noun)
        if "subject" in frame.noun_object:
            over = verb_over(noun)
            return (
                [r for t in self._surface_subjects(scene, over[0]) for r in scene.actors(t)] if over else []
            )
        relation = relations()[frame.relation]
        allowed = frame.objects or relation.range
        both_de = "de" in frame.noun_subject
        for case, child in nominal_complements(noun):
            if case in frame.noun_object and child.i > noun.i:
                refs = [r for r in scene.actors(child) if r.entity.type in allowed]
                if both_de and case == "de" and ActorType.STATE in allowed and child.head is noun:
                    continue
                if refs:
                    return refs
        if both_de and "de" in frame.noun_object:
            for child in inner_complements(noun):
                if refs := [r for r in scene.actors(child) if r.entity.type in allowed]:
                    return refs
        if "place" in frame.noun_object:
            refs = self._noun_places(scene, noun)
            if refs:
                return refs
        if frame.adjective == "object":
            refs = self._adjective(scene, noun) or self._possessor(scene, noun)
            if refs:
                return refs
        over = verb_over(noun)
        if over is not None:
            verb, role = over
            if verb.lemma_ in self._verbs.undergo | self._verbs.deny and self._undergoes(
                frame, verb, noun, role
            ):
                return [r for t in self.logical_subjects(scene, verb) for r in scene.actors(t)]
            if role == "object" and verb.lemma_ in self._verbs.support:
                for case, child in obliques(verb):
                    if case in frame.noun_object and child.i > verb.i:
                        refs = scene.actors(child)
                        if refs:
                            return refs
        if frame.noun_object and "place" not in frame.noun_object:
            for token in neighbours(noun, False):
                if linear_case(token) in frame.noun_object and linear_case(token) != "de":
                    refs = [r for r in scene.actors(token) if r.how not in WEAK]
                    if refs:
                        doubts.add("linear-object")
                        return refs
        return []

    def _undergoes(self, frame: Frame, verb: Token, noun: Token, role: str) -> bool:
        """«subir une attaque», «faire face aux attaques», «être la cible de frappes»."""
        if verb.lemma_ in self._verbs.deny:
            return frame.relation == "accused" and role == "object"
        if verb.lemma_ in ("faire", "être"):
            near = {lower(t) for t in verb.doc[verb.i + 1 : noun.i]}
            return bool(near & {"face", "objet", "victime", "victimes", "cible", "cibles", "proie"})
        if verb.lemma_ in ("prendre", "tomber"):
            return role == "oblique" and case_of(noun) == "dans"
        return role in ("object", "oblique")

    def _noun_places(self, scene: Scene, noun: Token) -> list[Ref]:
        over = verb_over(noun)
        carriers = [
            noun,
            *(c for _, c in obliques(noun)),
            *(c for c in noun.children if c.dep_ in ("acl", "amod")),
        ]
        for carrier in carriers:
            for case, child in obliques(carrier):
                named = case == "de" and any(
                    m.entity.type is ActorType.PLACE for m in scene.mentions_at(child)
                )
                if (named or case in PLACE_CASES) and child.i > noun.i and child.i - noun.i <= REACH:
                    refs = scene.places(child)
                    if refs:
                        return refs
        if over is not None and over[0].lemma_ in self._verbs.support:
            for case, child in obliques(over[0]):
                if case in PLACE_CASES:
                    refs = scene.places(child)
                    if refs:
                        return refs
        return []

    def _adjective(self, scene: Scene, noun: Token) -> list[Ref]:
        found = [
            Ref(m.entity, token.i, "adjective")
            for child in noun.children
            for token in with_conjuncts(child)
            for m in scene.mentions_at(token)
            if m.kind in (Kind.DEMONYM, Kind.COMBINING)
            and abs(token.i - noun.i) <= REACH
            and agrees(token, noun)
        ]
        return found

    def _possessor(self, scene: Scene, noun: Token) -> list[Ref]:
        for child in noun.children:
            if child.dep_ == "det" and lower(child) in POSSESSIVES:
                return [Ref(r.entity, r.token, "possessor") for r in scene.before(noun, 1, of_clause=True)]
        return []

    def _said_of(self, scene: Scene, noun: Token) -> list[Ref]:
        """Of whom a noun is predicated: copula, apposition either way, «en tant que», «devenir»."""
        if any(c.dep_ == "cop" for c in noun.children):
            return [r for t in direct_subjects(noun) for r in scene.actors(t)]
        top = first_conjunct(noun)
        if (
            top.dep_ in ("appos", "acl", "nmod")
            and top.head.i < top.i
            and (
                top.dep_ == "appos" or lower(top.doc[top.left_edge.i - 1] if top.left_edge.i else top) == ","
            )
        ):
            refs = scene.actors(top.head)
            if refs:
                return refs
        for child in noun.children:
            if child.dep_ in ("appos", "flat:name") and not case_of(child):
                refs = scene.actors(child)
                if refs:
                    return refs
        if (
            top.dep_ in ("xcomp", "obl:arg", "obl:mod", "obl")
            and top.head.pos_ in VERBAL
            and (
                top.head.lemma_ in ("devenir", "être", "rester", "demeurer", "considérer", "redevenir")
                or case_of(top) in ("comme", "en tant que")
            )
        ):
            return [r for t in self._surface_subjects(scene, top.head) for r in scene.actors(t)]
        left = min(noun.i, noun.left_edge.i)
        while left > noun.sent.start and noun.doc[left - 1].pos_ in ("DET", "ADJ", "ADV"):
            left -= 1
        if left >= 2 and noun.doc[left - 1].text in (",", "–", "("):
            for index in range(left - 2, max(noun.sent.start - 1, left - 4), -1):
                if found := scene.mentions_at(noun.doc[index]):
                    return [Ref(m.entity, index, "apposition") for m in found]
        return []

    # --- from arguments to events

    def _emit(
        self, scene: Scene, frame: Frame, trigger: Token, predicate: Token, found: _Arguments
    ) -> Iterator[Event]:
        relation = relations()[frame.relation]
        subjects, doubts = found.subjects, set(found.doubts)
        if frame.subjects:
            subjects = [r for r in subjects if r.entity.type in frame.subjects]
        if not subjects and frame.default_subject == "clause" and found.objects and is_passive(trigger):
            subjects = self._subjects_over(scene, trigger)
            doubts.add("default-subject")
        if not subjects and frame.default_subject == "state" and found.objects and not agents(trigger):
            state = self._default_state(scene, found.objects)
            if state is not None:
                subjects = [Ref(state, trigger.i, "default")]
                doubts.add("default-subject")
        if not subjects or not frame.at_least <= len(subjects) <= frame.most:
            return
        if not relation.has_object:
            for subject in subjects:
                if relation.allows(subject.entity.type, None):
                    yield Event(
                        f"frame {frame.id} ({frame.source})",
                        relation.id,
                        trigger,
                        predicate,
                        subject,
                        None,
                        frozenset(doubts),
                    )
            return
        targets = [r for r in found.objects if not frame.objects or r.entity.type in frame.objects]
        if relation.id == "allied-with":
            targets = [member for ref in targets for member in scene.listed_members(ref)]
        if not targets and frame.mutual and len(subjects) > 1:
            targets = subjects
        asked_openly = not frame.default_verbs or trigger.lemma_ in frame.default_verbs
        if not targets and frame.victims_are_topic and _armed(subjects) and scene.topic:
            if any(
                "people" in scene.noun_classes(t) or "forces" in scene.noun_classes(t)
                for t in self._victims(scene, trigger)
            ):
                targets = [Ref(scene.topic, trigger.i, "default")]
                doubts.add("default-victim")
        if not targets and frame.default_object and scene.topic and trigger.pos_ == "VERB" and asked_openly:
            targets = [Ref(scene.topic, trigger.i, "default")]
            doubts.add("default-object")
        pairs = (
            list(permutations(subjects, 2))
            if [s.entity.id for s in subjects] == [t.entity.id for t in targets]
            else [(s, t) for s in subjects for t in targets]
        )
        for subject, target in pairs:
            if subject.entity.id == target.entity.id:
                continue
            if relation.symmetric and (target, subject) in pairs[: pairs.index((subject, target))]:
                continue
            if not relation.allows(subject.entity.type, target.entity.type):
                continue
            if frame.not_own and (state := scene.state_of(target.entity)) and state.id == subject.entity.id:
                continue
            if frame.same_type and subject.entity.type is not target.entity.type:
                continue
            yield Event(
                f"frame {frame.id} ({frame.source})",
                relation.id,
                trigger,
                predicate,
                subject,
                target,
                frozenset(doubts),
            )
            for other in frame.also:
                if relations()[other].allows(target.entity.type, None):
                    yield Event(
                        f"frame {frame.id} ({frame.source})",
                        other,
                        trigger,
                        predicate,
                        target,
                        None,
                        frozenset(doubts),
                    )

    def _subjects_over(self, scene: Scene, participle: Token) -> list[Ref]:
        """«X a rompu avec Y, accusé de …»: it is X that accuses."""
        for verb in participle.ancestors:
            if verb.pos_ in VERBAL:
                return [r for t in self.logical_subjects(scene, verb) for r in scene.actors(t)]
        return []

    def _victims(self, scene: Scene, trigger: Token) -> list[Token]:
        return self._logical_objects(scene, trigger) if trigger.pos_ in VERBAL else []

    def _default_state(self, scene: Scene, targets: list[Ref]) -> Entity | None:
        """The State that overthrows or arrests where nobody is named: the one that the article is about."""
        states = [scene.office_state(t.entity) for t in targets]
        return next((s for s in states if s and s.type is ActorType.STATE), None) or scene.topic


def _before_comma(scene: Scene, participle: Token) -> Token | None:
    """«…, contre les Houthis, soutenus par l'Iran»: the name right before the comma, whatever the parse."""
    index = participle.i - 1
    while index > participle.sent.start and participle.doc[index].pos_ == "ADV":
        index -= 1
    if index > 0 and participle.doc[index].text == ",":
        before = participle.doc[index - 2 if participle.doc[index - 1].text == ")" else index - 1]
        return before if scene.mentions_at(before) else None
    return None


def _armed(refs: list[Ref]) -> bool:
    """An armed group strikes the State where it strikes; an army abroad seldom does."""
    return any(r.entity.type is ActorType.ARMED_GROUP for r in refs)


def neighbours(verb: Token, leftwards: bool) -> Iterator[Token]:
    """The words on one side of a verb, nearest first, up to the next finite verb or hard stop."""
    step = -1 if leftwards else 1
    index = verb.i + step
    while verb.sent.start <= index < verb.sent.end and abs(index - verb.i) <= WINDOW:
        token = verb.doc[index]
        if token.text in (";", ":", "»", "«", "“", "”", '"') or (
            is_finite(token) and token.head is not verb and token.dep_[:3] != "aux"
        ):
            return
        yield token
        index += step


def _clause_tokens(verb: Token) -> Iterator[Token]:
    """The words of a verb's clause, not of the clauses under it."""
    queue = [verb]
    while queue:
        token = queue.pop()
        yield token
        for child in token.children:
            if (
                child.pos_ in VERBAL
                and child.dep_ not in ("aux", "aux:tense", "aux:pass", "cop")
                and child.dep_ in ("ccomp", "advcl", "acl:relcl", "conj", "parataxis", "csubj")
            ):
                continue
            queue.append(child)
    if verb.dep_ in ("acl", "amod", "acl:relcl"):
        yield verb.head


def predicate_of(noun: Token) -> Token:
    """The word whose mood and negation count for an event noun: its support verb, else itself."""
    over = verb_over(noun)
    return over[0] if over else noun
