"""Arguments of verbs that state a relation, where the frame says that they stand."""

from __future__ import annotations

from dataclasses import replace

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import (
    Arguments,
    of_those_before,
    of_types,
    states_of_places,
    town_elsewhere,
    without_places,
)
from sahelgraph.extract.asking import Asking
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import SPOKEN
from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    direct_subjects,
    is_participle,
    is_passive,
    is_pronominal,
    lower,
    opening_of,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.linear_arguments import LinearArguments
from sahelgraph.extract.nearness import WEAK
from sahelgraph.extract.posted_envoys import hosts_of
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.struck import Struck
from sahelgraph.extract.threatened import Threatened
from sahelgraph.extract.trees import Token
from sahelgraph.extract.verb_slots import VerbSlots

TORN = 20
OPENING = {
    "le": "",
    "la": "",
    "l'": "",
    "les": "",
    "des": "",
    "un": "",
    "une": "",
    "au": "à",
    "aux": "à",
    "à": "à",
}
"""The words that open a noun phrase, with the preposition in them; for others `_opened_by` says itself."""
ONE = frozenset(("chacun", "chacune", "chaque"))
EACH = 5
ABOUT_ENVOYS = frozenset(("summon-envoy", "expel-diplomats", "declare-unwelcome"))
FOILING = word_set("verb_arguments", "foiling")
PLOTS = word_set("verb_arguments", "plots")


class VerbArguments:
    """The arguments of the verbs of one article."""

    def __init__(self, scene: Scene, clauses: Clauses, acts: Acts, asking: Asking) -> None:
        self.scene, self.clauses, self.acts, self.asking = scene, clauses, acts, asking
        self.slots = VerbSlots(scene, clauses, acts)
        self.linear = LinearArguments(scene, clauses, acts)
        self.struck = Struck(scene, clauses, self.slots)

    def of(self, verb: Token, frame: Frame, spelling: str) -> Arguments:
        """Who does it and to whom. `spelling` is the verb as the frame has it: «se retirer»."""
        if (sides := self._of_sides(verb, frame, spelling)) is not None:
            return sides
        found = Arguments(self._doers(verb, frame, spelling), self._targets(verb, frame))
        if verb.pos_ in VERBAL and not verb.is_space:
            found = self.linear.completed(verb, frame, found)
        found = self._with_places(verb, frame, found)
        if not found.objects and frame.id == "deploy":
            found = replace(found, objects=self.slots.headed(verb))
        if frame.relation == "allied-with":
            struck = self.clauses.named_objects(verb)
            beside = [r for r in found.subjects if r.entity.id not in struck]
            found = replace(found, subjects=beside)  # «les milices combattent X aux côtés de Y»
        return self.struck.of(verb, frame, spelling, found) if frame.relation == "attacked" else found

    def _of_sides(self, verb: Token, frame: Frame, spelling: str) -> Arguments | None:
        """Where the verb says the same of both sides, or of nobody; else None."""
        if spelling == "opposer" and (sides := self._opposed(verb)):  # mutual frames say all of both
            return Arguments(sides, [] if frame.mutual else sides, frozenset(("linear-object",)))
        if frame.relation in SPOKEN and (sides := self._each_the_other(verb)):
            return Arguments(sides, sides, frozenset(("mutual",)))
        if frame.relation == "attacked" and self._is_plot(verb):
            return Arguments([], [])
        if frame.relation == "attacked" and (sides := self._blamed_on_each_other(verb)):
            return Arguments(sides, sides, frozenset(("mutual",)))
        return None

    def _doers(self, verb: Token, frame: Frame, spelling: str) -> list[Ref]:
        doers = self.slots.first(verb, frame, frame.subject, frame.subject_types)
        if doers or not is_passive(verb):
            return doers
        subjects = self.clauses.surface_subjects(verb)
        if spelling.startswith(("se ", "s'")):
            doers = of_those_before(verb, self.clauses.actors(subjects))
        if not doers and frame.relation == "signed-with":
            doers = [r for t in subjects for r in self.acts.acting(t)]
        return doers

    def _targets(self, verb: Token, frame: Frame) -> list[Ref]:
        targets = self.slots.first(verb, frame, frame.object, frame.object_types)
        if frame.asks and not targets:
            targets = self.asking.by_verb(verb)
        if frame.threatens and not targets:
            targets = Threatened(self.scene, self.clauses, self.acts, self.slots).of(verb)
        if frame.act_is_object and not targets:
            targets = self.acts.doers_of_object(verb, "object" in frame.object)
        if frame.relation == "accused" and "object" in frame.object and not targets:
            targets = of_types(self._taken_up(verb), frame.object_types)
        return targets

    def _with_places(self, verb: Token, frame: Frame, found: Arguments) -> Arguments:
        """The arguments with the States of the places that the frame lets stand for them."""
        strikes = self.struck.strikes_a_place
        if not found.objects and frame.place_is_object and strikes(verb, frame.unarmed, found.subjects):
            states = states_of_places(self.scene, self.slots.places(verb))
            states = states or town_elsewhere(self.scene, verb, found.subjects)
            found = Arguments(found.subjects, states, found.doubts | {"place-object"})
        if frame.mutual and frame.relation == "released" and len(found.subjects) > 1:
            found = replace(found, objects=[])  # «X et Y ont échangé des captifs avec l'aide de Z»
        if not found.objects and frame.object_place:
            states = states_of_places(self.scene, self.slots.places(verb)) or self.slots.posted_to(verb)
            found = replace(found, objects=states)
        if not found.subjects and frame.id in ABOUT_ENVOYS and is_passive(verb):
            found = replace(found, subjects=hosts_of(self.scene, self.clauses.surface_subjects(verb)))
        return found

    def _each_the_other(self, verb: Token) -> list[Ref]:
        """«X et Y se sont séparés, chacun accusant l'autre de …»: both."""
        subjects = direct_subjects(verb)
        if not subjects and is_participle(verb, "Pres"):  # «…, chaque pays accusant l'autre»
            subjects = [t for t in verb.doc[max(verb.sent.start, verb.i - EACH) : verb.i] if lower(t) in ONE]
        each = any(lower(c) in ONE for t in subjects for c in (t, *t.children))
        return (
            self.scene.sides_before(verb) if each and any(lower(c) == "autre" for c in verb.subtree) else []
        )

    def _blamed_on_each_other(self, verb: Token) -> list[Ref]:
        """«X et Y s'accusent d'avoir bombardé leurs territoires»: each is said to have struck the other."""
        accusing = verb.head
        blames = accusing.lemma_ in ("accuser", "reprocher") and is_pronominal(accusing)
        if verb.dep_ != "xcomp" or not blames:
            return []
        sides = self.clauses.actors(direct_subjects(accusing))
        struck = self.clauses.named_objects(verb) - {r.entity.id for r in sides}
        return sides if len({r.entity.id for r in sides}) == 2 and not struck else []

    def _opposed(self, verb: Token) -> list[Ref]:
        """«les combats ont opposé lundi à Aden X à Y»: both, where a time or place stands behind the verb and
        tears the parse."""
        behind = verb.nbor() if verb.i + 1 < verb.sent.end else verb
        if behind.pos_ in ("DET", "PROPN", "PRON") or OPENING.get(lower(behind)) == "":
            return []
        sides: list[Ref] = []
        for token, _ in self.scene.mention_tokens(verb.i + 1, min(verb.i + TORN, verb.sent.end)):
            case = _opened_by(token)
            if (case == "" and not sides) or (case in ("à", "et") and sides):
                named = [r for r in without_places(self.scene.actors(token)) if r.how not in WEAK]
                sides += named[:1]
        return sides if len({r.entity.id for r in sides}) == 2 else []

    def _is_plot(self, deed: Token) -> bool:
        """«X dénonce une tentative d'assassiner Y»: nobody says whose it was."""
        plot = deed.head
        if deed.dep_ != "acl" or plot.dep_ != "obj" or not self.scene.is_noun(plot, PLOTS):
            return False
        return plot.head.lemma_ in self.clauses.verbs.allege or plot.head.lemma_ in FOILING

    def _taken_up(self, verb: Token) -> list[Ref]:
        """«…, son voisin soudanais, qu'il accuse»: the name right before a relative clause, where the parser
        took «que» for a conjunction."""
        doc = verb.doc
        pronoun = next((c for c in verb.children if c.i < verb.i and lower(c) in THAT), None)
        if (
            pronoun is None
            or verb.dep_ not in ("acl:relcl", "advcl", "acl", "ccomp")
            or pronoun.i - 2 < verb.sent.start
        ):
            return []
        before = doc[pronoun.i - 1]
        if before.text != ",":
            return []
        before = doc[before.i - 1]
        if before.text == ")":
            before = doc[max(opening_of(before) - 1, verb.sent.start)]
        return [r for r in self.scene.actors(before) if r.how not in WEAK] if before.pos_ != "VERB" else []


def _opened_by(name: Token) -> str:
    """What opens the phrase of one of two sides: "" for nothing, "à", "et", or another preposition."""
    for index in range(name.i - 1, max(name.sent.start, name.i - 5), -1):
        word, before = lower(name.doc[index]), name.doc[index - 1]
        if OPENING.get(word) == "" and lower(before) in ("à", "et", "contre"):
            return "et" if lower(before) == "et" else "à"
        if word in OPENING:
            return OPENING[word] or ("" if before.pos_ != "ADP" else lower(before))
        owned = word in ("du", "de", "d'") and before.pos_ == "NOUN"  # «des miliciens du X»
        if not owned and name.doc[index].pos_ not in ("NOUN", "ADJ", "NUM"):
            return word
    return ""
