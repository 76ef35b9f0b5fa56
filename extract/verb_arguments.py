"""Arguments of verbs that state a relation, where the frame says that they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import (
    Arguments,
    has_armed_group,
    of_those_before,
    of_types,
    states_of_places,
    town_elsewhere,
    without_places,
)
from sahelgraph.extract.asking import Asking
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import CUSTODY, SPOKEN
from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    is_participle,
    is_passive,
    is_pronominal,
    lower,
    nominal_complements,
    objects,
    obliques,
    opening_of,
)
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import WEAK, nearest_actors
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.verb_slots import VerbSlots
from sahelgraph.ontology.claims import ActorType

ENDS = word_set("verb_arguments", "ends")
BLOCKS = word_set("verb_arguments", "blocks")
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
JOINED = frozenset(("conj", "parataxis"))
ONE = frozenset(("chacun", "chacune", "chaque"))
EACH = 5
FOES = word_set("verb_arguments", "foes")
POSTED = frozenset(("à", "en"))
ABOUT_ENVOYS = frozenset(("summon-envoy", "expel-diplomats", "declare-unwelcome"))
FOILING = word_set("verb_arguments", "foiling")
PLOTS = word_set("verb_arguments", "plots")


@dataclass(frozen=True, slots=True)
class VerbArguments:
    """The arguments of the verbs of one article."""

    scene: Scene
    clauses: Clauses
    acts: Acts
    asking: Asking

    @property
    def slots(self) -> VerbSlots:
        """Who stands where beside a verb."""
        return VerbSlots(self.scene, self.clauses, self.acts)

    def of(self, verb: Token, frame: Frame, spelling: str) -> Arguments:
        """Who does it and to whom. `spelling` is the verb as the frame has it: «se retirer»."""
        if spelling == "opposer" and (sides := self._opposed(verb)):  # mutual frames say all of both
            return Arguments(sides, [] if frame.mutual else sides, frozenset(("linear-object",)))
        if frame.relation in SPOKEN and (sides := self._each_the_other(verb)):
            return Arguments(sides, sides, frozenset(("mutual",)))
        if frame.relation == "attacked" and self._is_plot(verb):
            return Arguments([], [])
        if frame.relation == "attacked" and (sides := self._blamed_on_each_other(verb)):
            return Arguments(sides, sides, frozenset(("mutual",)))
        doers = self.slots.first(verb, frame, frame.subject, frame.subject_types)
        if not doers and spelling.startswith(("se ", "s'")) and is_passive(verb):
            doers = of_those_before(verb, self.clauses.actors(self.clauses.surface_subjects(verb)))
        if not doers and frame.relation == "signed-with" and is_passive(verb):
            doers = [r for t in self.clauses.surface_subjects(verb) for r in self.acts.acting(t)]
        targets = self.slots.first(verb, frame, frame.object, frame.object_types)
        if frame.asks and not targets:
            targets = self.asking.by_verb(verb)
        if frame.threatens and not targets:
            targets = self._threatened(verb)
        if frame.act_is_object and not targets:
            targets = self.acts.doers_of_object(verb, "object" in frame.object)
        if frame.relation == "accused" and "object" in frame.object and not targets:
            targets = of_types(self._taken_up(verb), frame.object_types)
        found = Arguments(doers, targets)
        if verb.pos_ in VERBAL and not verb.is_space:
            found = self._completed(verb, frame, found)
        if (
            not found.objects
            and frame.place_is_object
            and self._strikes_a_place(verb, frame.unarmed, found.subjects)
        ):
            states = states_of_places(self.scene, self.slots.places(verb))
            states = states or town_elsewhere(self.scene, verb, found.subjects)
            found = Arguments(found.subjects, states, found.doubts | {"place-object"})
        if frame.mutual and frame.relation == "released" and len(found.subjects) > 1:
            found = replace(found, objects=[])  # «X et Y ont échangé des captifs avec l'aide de Z»
        if not found.objects and frame.object_place:
            states = states_of_places(self.scene, self.slots.places(verb)) or self.slots.posted_to(verb)
            found = replace(found, objects=states)
        if not found.subjects and frame.id in ABOUT_ENVOYS and is_passive(verb):
            posts = [pair for e in self.clauses.surface_subjects(verb) for pair in obliques(e)]
            named = [r for case, t in posts if case in POSTED for r in self.scene.places(t)]
            found = replace(found, subjects=states_of_places(self.scene, named))
        if not found.objects and frame.id == "deploy":
            found = replace(found, objects=self.slots.headed(verb))
        if frame.relation == "allied-with":
            struck = self.clauses.named_objects(verb)
            beside = [r for r in found.subjects if r.entity.id not in struck]
            found = replace(found, subjects=beside)  # «les milices combattent X aux côtés de Y»
        if frame.relation == "attacked":
            if found.subjects and all(r.entity.type is ActorType.PERSON for r in found.subjects):
                found = replace(found, objects=[r for r in found.objects if r.how != "place"])
            found = self._from_holders(verb, frame, spelling, found)
            found = self._outside(verb, found)
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

    def _from_holders(self, verb: Token, frame: Frame, spelling: str, found: Arguments) -> Arguments:
        """«reprendre la ville que X contrôlait», «bombarder un village tenu par X»: from X, X is hit, and not
        the State that it lies in."""
        if not (frame.retakes or frame.owner_is_object):
            return found
        named = {r.entity.id for r in found.subjects}
        struck = self.clauses.logical_objects(verb)
        if frame.retakes:
            struck += [c for case, c in obliques(verb) if case in ("de", "")]
        else:
            struck += [t for case, t in obliques(verb) if case in frame.object]
            struck = [t for t in struck if self._is_held(t)]
        held = [r for t in struck for r in holders(self.scene, t) if r.entity.id not in named]
        if frame.retakes and not held:
            by_others = (t for agent in agents(verb) for case, t in obliques(agent) if case == "à")
            losers = (
                t for t in (*self.slots.behind(verb, "à", ()), *by_others) if not self.slots.is_place(t)
            )
            held = [r for r in self.clauses.first_actors(losers) if r.entity.id not in named]
        if held:
            return replace(found, objects=held)
        if not frame.retakes:
            return found
        told = (case for carrier in (verb, *objects(verb)) for case, _ in obliques(carrier))
        if spelling in frame.retakes and "à" not in told:
            return replace(found, objects=of_types(found.objects, (ActorType.ARMED_GROUP,)))
        return found

    def _outside(self, verb: Token, found: Arguments) -> Arguments:
        """«X affirme que Y a tué douze de ses soldats»: X's, since nobody attacks his own."""
        doers = {r.entity.id for r in found.subjects}
        if not doers or any(r.entity.id not in doers for r in found.objects):
            return found
        own = any(
            lower(word) in POSSESSIVES for t in self.clauses.logical_objects(verb) for word in t.subtree
        )
        if verb.dep_ == "advcl" and is_participle(verb, "Pres"):
            verb = verb.head  # «que Y a rompu la trêve en tuant deux de ses soldats»
        over = verb.head
        if not own or verb.dep_ not in ("ccomp", "xcomp") or over.pos_ not in VERBAL:
            return found
        tellers = [r for r in without_places(self.clauses.doers(over)) if r.entity.id not in doers]
        return replace(found, objects=tellers, doubts=found.doubts | {"teller-object"})

    def _strikes_a_place(self, verb: Token, unarmed: Collection[str], doers: list[Ref]) -> bool:
        """Does who acts strike the State where it happens? Armed groups do, unless they only fight there:
        «combattre au Yémen»; others where they strike people or buildings there."""
        struck = self.clauses.logical_objects(verb)
        if not struck and verb.lemma_ in unarmed:
            return False
        nouns = self.scene.nouns
        lost_by = [t for case, t in obliques(verb) if case == "à"]  # «reprendre X aux jihadistes»
        foes = (t for t in (*struck, *lost_by) if not self.scene.is_noun(t, nouns.property))
        if any(self.scene.is_noun(t, nouns.generic) or self.scene.is_noun(t, FOES) for t in foes):
            return False  # «combattre les groupes affiliés à X au Mali»
        if has_armed_group(doers):
            return True
        if doers and all(r.entity.type is ActorType.PERSON for r in doers):
            return False
        return any(
            "people" in self.scene.noun_classes(t) or self.scene.is_noun(t, self.scene.nouns.property)
            for t in struck
        )

    def _completed(self, verb: Token, frame: Frame, found: Arguments) -> Arguments:
        """The arguments with what the order of words adds where the parse has none."""
        doers, targets, doubts = found.subjects, found.objects, set(found.doubts)
        passive = is_passive(verb)
        if (
            not doers
            and not passive
            and not [t for t in self.clauses.surface_subjects(verb) if t.pos_ != "DET"]
        ):
            doers = nearest_actors(self.scene, verb, frame.subject, frame.subject_types)
            doubts.add("linear-subject")
        asks_for = frame.asks and self._asks_for_something(verb)
        each_other = frame.mutual and frame.relation == "attacked" and len(doers) > 1
        if not doers and is_participle(verb, "Pres"):
            act = self.acts.act_before(verb) if frame.relation == "attacked" else None
            doers = self.acts.acting(act) if act else self._around(verb, frame.subject_types)
            doubts.add("clause-subject")
        if (
            not targets
            and not asks_for
            and not each_other
            and (doers or (frame.default_subject == "state" and not passive))
        ):
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
                targets = [r for r in targets if not self._qualifies_land(r)]
            if frame.threatens:  # «prévient que toute intervention au Niger …»: where, not whom
                targets = [r for r in targets if verb.doc[r.token].dep_ != "nmod"]
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

    def _is_plot(self, deed: Token) -> bool:
        """«X dénonce une tentative d'assassiner Y»: nobody says whose it was."""
        plot = deed.head
        if deed.dep_ != "acl" or plot.dep_ != "obj" or not self.scene.is_noun(plot, PLOTS):
            return False
        return plot.head.lemma_ in self.clauses.verbs.allege or plot.head.lemma_ in FOILING

    def _qualifies_land(self, ref: Ref) -> bool:
        return "land" in self.scene.noun_classes(self.scene.doc[ref.token].head)

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

    def _is_held(self, phrase: Token) -> bool:
        """Is it a town, a building or a region, which somebody may hold?"""
        nouns = self.scene.nouns
        held = self.slots.is_place(phrase, True) or self.scene.is_noun(phrase, nouns.property)
        return held or "land" in self.scene.noun_classes(phrase)

    def _threatened(self, verb: Token) -> list[Ref]:
        """«menacer de frapper X», «d'imposer des sanctions à X», «de poursuivre ses raids en X», «jurer la
        perte de X»."""
        for end in objects(verb):
            if self.scene.is_noun(end, ENDS):
                return self.clauses.first_actors([c for case, c in obliques(end) if case == "de"])
        for deed in (*verb.children, *(c for noun in objects(verb) for c in noun.children)):
            if deed.pos_ not in VERBAL or deed.i < verb.i or deed.dep_ not in ("xcomp", "acl", "ccomp"):
                continue
            if deed.dep_ == "ccomp":
                return self._warned(deed)
            acts = [pair for noun in objects(deed) for pair in nominal_complements(noun)]
            cases = ("de",) if deed.lemma_ == "venger" else ("à", "contre", "sur", "avec")
            behind = [c for case, c in (*obliques(deed), *acts) if case in cases]
            refs = self.clauses.actors(objects(deed)) or self.clauses.first_actors(behind)
            return without_places(refs) or states_of_places(self.scene, self.slots.places(deed))
        return []

    def _warned(self, clause: Token) -> list[Ref]:
        """«prévenir que toute attaque de X aura des conséquences», «que X le paiera»."""
        for subject in direct_subjects(clause):
            if refs := self.scene.actors(subject) or self.acts.whose(subject):
                return without_places(refs)
        return []

    def _asks_for_something(self, verb: Token) -> bool:
        """«exiger la libération de X», «appeler à l'union», «pousse à négocier»: what stands behind is not
        who is asked."""
        if any(
            c.dep_ == "xcomp" and c.i <= verb.i + 3 and "VerbForm=Inf" in str(c.morph) for c in verb.children
        ):
            return True
        return bool(objects(verb)) or any(case == "à" for case, _ in obliques(verb))


def _is_of_locution(word: Token, frame: Frame) -> bool:
    """Is a word part of the verb itself: «pointer du doigt», «porter plainte»?"""
    bare = bool(case_of(word)) or not any(c.dep_ == "det" for c in word.children)
    return bare and lower(word) in frame.with_


def _is_of_other_act(agent: Token, verb: Token) -> bool:
    """Is it the agent of another passive under the verb?"""
    over = next((a for a in agent.ancestors if a.pos_ in VERBAL), verb)
    return over is not verb and verb in over.ancestors and is_passive(over)


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
