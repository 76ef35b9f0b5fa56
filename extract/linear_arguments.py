"""What the order of words adds to the arguments of a verb where the parse has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import Arguments, of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import CUSTODY
from sahelgraph.extract.grammar import (
    VERBAL,
    case_of,
    direct_subjects,
    is_participle,
    is_passive,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import WEAK, nearest_actors
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

BLOCKS = word_set("verb_arguments", "blocks")
JOINED = frozenset(("conj", "parataxis"))


@dataclass(frozen=True, slots=True)
class LinearArguments:
    """The arguments near the verbs of one article."""

    scene: Scene
    clauses: Clauses
    acts: Acts

    def completed(self, verb: Token, frame: Frame, found: Arguments) -> Arguments:
        """The arguments of a verb with those that stand near it for the ones that are missing."""
        doers, targets, doubts = found.subjects, found.objects, set(found.doubts)
        passive = is_passive(verb)
        has_subject = bool(doers) or any(t.pos_ != "DET" for t in self.clauses.surface_subjects(verb))
        if not passive and not has_subject:
            doers = nearest_actors(self.scene, verb, frame.subject, frame.subject_types)
            doubts.add("linear-subject")
        if not doers and is_participle(verb, "Pres"):
            act = self.acts.act_before(verb) if frame.relation == "attacked" else None
            doers = self.acts.acting(act) if act else self._around(verb, frame.subject_types)
            doubts.add("clause-subject")
        if not targets and (doers or (frame.default_subject == "state" and not passive)):
            each_other = frame.mutual and frame.relation == "attacked" and len(doers) > 1
            if not each_other and not (frame.asks and _asks_for_something(verb)):
                targets = self._targets(verb, frame, doers)
                doubts.add("linear-object")
        if not doers and passive and frame.relation == "attacked":
            doers = self.acts.attackers_near(verb)
        is_said = frame.subject == ("object",) and bool(self.clauses.logical_objects(verb))
        if not doers and passive and not is_said:
            doers = nearest_actors(self.scene, verb, frame.subject, frame.subject_types)
            if frame.relation == "accused":  # «accusé d'être soutenu par X»: X does not accuse
                doers = [r for r in doers if not _is_of_other_act(verb.doc[r.token], verb)]
            doubts.add("linear-subject")
        return Arguments(doers, targets, frozenset(doubts))

    def _targets(self, verb: Token, frame: Frame, doers: list[Ref]) -> list[Ref]:
        slots: Iterable[str] = frame.object
        if any(not _is_of_locution(t, frame) for t in self.clauses.logical_objects(verb)):
            slots = [s for s in slots if s not in ("object", "subject")]
        if frame.relation == "accused" or frame.act_is_object:
            slots = [s for s in slots if s != "de"]  # of whatever the next noun is
        slots = [s for s in slots if not self._is_filled(verb, s)]
        acting = {r.token for r in doers if r.token < verb.i}
        near = nearest_actors(self.scene, verb, slots, frame.object_types)
        targets = [r for r in near if r.token not in acting]
        if frame.relation in CUSTODY:  # «échanger des captifs à la frontière nigérienne»
            over = ((r, verb.doc[r.token].head) for r in targets)
            targets = [r for r, head in over if "land" not in self.scene.noun_classes(head)]
        if frame.threatens:  # «prévient que toute intervention au Niger …»: where, not whom
            targets = [r for r in targets if verb.doc[r.token].dep_ != "nmod"]
        return targets

    def _is_filled(self, verb: Token, slot: str) -> bool:
        """Does somebody stand there who is not known by name («contre des hommes armés»)? Then it is nobody
        named further on."""
        filling = [c for case, c in obliques(verb) if case == slot and c.i > verb.i]
        return any(
            not self.scene.mentions_at(t)
            and (
                bool(self.scene.noun_classes(t) & {"forces", "members", "people"})
                or self.scene.is_noun(t, self.scene.nouns.generic)
            )
            for t in filling
        )

    def _around(self, participle: Token, types: Collection[ActorType]) -> list[Ref]:
        """«X, ancienne rébellion qui …, reprochant à Y»: who acts in the clauses around a participle."""
        over = participle.head
        joined = [c for c in over.children if c.dep_ in JOINED and over.i < c.i < participle.i]
        last = [c for c in joined if c.pos_ in VERBAL and direct_subjects(c)][
            -1:
        ]  # «X tire et Y réplique, …»
        for above in (*last, *participle.ancestors):
            if any(self.scene.is_noun(t, BLOCKS) for t in (above, *objects(above))):
                return []  # «met son veto à une résolution condamnant Y»
            subjects = direct_subjects(above)
            refs = of_types(self.clauses.actors(subjects), types)
            if refs := [r for r in refs if r.how not in WEAK]:
                return refs
            if any(t.pos_ == "NOUN" and "forces" in self.scene.noun_classes(t) for t in subjects):
                return []  # «des soldats ont répliqué, tuant deux hommes»: not who acts further up
        return []


def _is_of_locution(word: Token, frame: Frame) -> bool:
    """Is a word part of the verb itself: «pointer du doigt», «porter plainte»?"""
    bare = bool(case_of(word)) or not any(c.dep_ == "det" for c in word.children)
    return bare and lower(word) in frame.with_


def _is_of_other_act(agent: Token, verb: Token) -> bool:
    """Is it the agent of another passive under the verb?"""
    over = next((a for a in agent.ancestors if a.pos_ in VERBAL), verb)
    return over is not verb and verb in over.ancestors and is_passive(over)


def _asks_for_something(verb: Token) -> bool:
    """«exiger la libération de X», «appeler à l'union», «pousse à négocier»: what stands behind is not
    who is asked."""
    if any(c.dep_ == "xcomp" and c.i <= verb.i + 3 and "VerbForm=Inf" in str(c.morph) for c in verb.children):
        return True
    return bool(objects(verb)) or any(case == "à" for case, _ in obliques(verb))
