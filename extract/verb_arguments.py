"""Arguments of verbs that state a relation, where the frame says that they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.arguments import (
    PLACE_CASES,
    Arguments,
    has_armed_group,
    of_types,
    states_of_places,
    town_elsewhere,
    without_places,
)
from sahelgraph.extract.asking import HELP, Asking
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import CUSTODY
from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    case_of,
    direct_subjects,
    is_participle,
    is_passive,
    lower,
    nominal_complements,
    objects,
    obliques,
    opening_of,
)
from sahelgraph.extract.holding import holders
from sahelgraph.extract.lexicon.frames import Frame
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.nearness import WEAK, nearest_actors
from sahelgraph.extract.said_of import by_adjective
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

DECLARED = frozenset(("demanded", "accused", "sanctioned", "threatened", "supported"))
LIKE = ("à l'instar de", "à l'image de", "comme")
ENDS = frozenset(("perte", "destruction", "mort", "fin", "chute", "anéantissement", "châtiment"))
ENDEAVOURS = frozenset(
    (
        *(
            "effort",
            "initiative",
            "démarche",
            "médiation",
            "décision",
            "position",
            "action",
            "lutte",
            "combat",
        ),
        *("candidature", "cause", "revendication", "aspiration", "résistance", "plan", "politique"),
    )
)
CALLED_FOR = frozenset(
    ("union", "rassemblement", "alliance", "coalition", "formation", "mission", "opération")
)
"""«appeler à l'union» asks nothing of a union."""
PARTING = frozenset(("left", "split-from"))
EN_REACH = 90
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
EDGES = frozenset(("frontière", "limite", "lisière", "confins", "large"))
"""What happens there may be on either side."""
FOES = frozenset(("groupe", "formation", "faction", "cellule", "réseau", "ennemi", "adversaire"))


@dataclass(frozen=True, slots=True)
class VerbArguments:
    """The arguments of the verbs of one article."""

    scene: Scene
    clauses: Clauses
    acts: Acts
    asking: Asking

    def of(self, verb: Token, frame: Frame, spelling: str) -> Arguments:
        """Who does it and to whom. `spelling` is the verb as the frame has it: «se retirer»."""
        if spelling == "opposer" and (sides := self._opposed(verb)):  # mutual frames say all of both
            return Arguments(sides, [] if frame.mutual else sides, frozenset(("linear-object",)))
        doers = self._first(verb, frame, frame.subject, frame.subject_types)
        if not doers and spelling.startswith(("se ", "s'")) and is_passive(verb):
            doers = self.clauses.actors(self.clauses.surface_subjects(verb))
        if not doers and frame.relation == "signed-with" and is_passive(verb):
            doers = [r for t in self.clauses.surface_subjects(verb) for r in self.acts.acting(t)]
        targets = self._first(verb, frame, frame.object, frame.object_types)
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
            states = states_of_places(self.scene, self._places(verb))
            states = states or town_elsewhere(self.scene, verb, found.subjects)
            found = Arguments(found.subjects, states, found.doubts | {"place-object"})
        if frame.mutual and frame.relation == "released" and len(found.subjects) > 1:
            found = replace(found, objects=[])  # «X et Y ont échangé des captifs avec l'aide de Z»
        if not found.objects and frame.object_place:
            states = states_of_places(self.scene, self._places(verb)) or self._posted_to(verb)
            found = replace(found, objects=states)
        if frame.relation == "attacked":
            if found.subjects and all(r.entity.type is ActorType.PERSON for r in found.subjects):
                found = replace(found, objects=[r for r in found.objects if r.how != "place"])
            found = self._from_holders(verb, frame, spelling, found)
            found = self._outside(verb, found)
        return found

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
            struck = [t for t in struck if self._is_held(t)]
        held = [r for t in struck for r in holders(self.scene, t) if r.entity.id not in named]
        if frame.retakes and not held:
            losers = (t for t in self._behind(verb, "à", ()) if not self._is_place(t))
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
        foes = (t for t in struck if not self.scene.is_noun(t, nouns.property))
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
        for above in participle.ancestors:
            refs = of_types(self.clauses.actors(direct_subjects(above)), types)
            if refs := [r for r in refs if r.how not in WEAK]:
                return refs
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

    # --- the slots of a frame

    def _first(
        self, verb: Token, frame: Frame, slots: Iterable[str], types: Collection[ActorType]
    ) -> list[Ref]:
        """The actors of the first slot that holds any of the right types."""
        for slot in slots:
            if refs := of_types(self._in_slot(verb, frame, slot, types), types):
                return refs
        return []

    def _in_slot(self, verb: Token, frame: Frame, slot: str, types: Collection[ActorType]) -> list[Ref]:
        match slot:
            case "subject":
                subjects = self.clauses.logical_subjects(verb)
                refs = [r for t in subjects for r in self.acts.acting(t)]
                together = refs and frame.relation in DECLARED and not is_passive(verb)
                return refs + (self._likewise(verb, subjects) if together else [])
            case "object":
                phrases = self.clauses.logical_objects(verb)
                if frame.relation in CUSTODY:
                    phrases = [t for t in phrases if not self.scene.is_materiel(t)]
                refs = self.clauses.actors(phrases)
                if frame.object_serves:
                    refs = [self._served(r, phrases) for r in refs]
                if not refs and frame.relation == "supported":
                    refs = [r for t in phrases for r in self.acts.acting(t) or self._endeavours(t)]
                if not refs and ActorType.PLACE in types:
                    refs = [r for t in phrases for r in self.scene.places(t)]
                return refs + (self._owners(phrases, types, refs) if frame.owner_is_object else [])
            case "surface":
                return self.clauses.actors(self.clauses.surface_subjects(verb))
            case "attack":
                return self.acts.attackers_near(verb)
            case "captor":
                return []  # incidents.py knows it
            case "place":
                return self._places(verb)
            case "attribute":
                return self.clauses.actors([c for c in verb.children if c.dep_ in ("xcomp", "attr", "obj")])
            case _:
                if frame.asks and slot == "de" and not self._asks_for_help(verb):
                    return []
                phrases = list(self._behind(verb, slot, frame.through, frame.act_is_object and slot == "de"))
                if frame.takes or frame.relation in CUSTODY:  # «prendre la ville, à la frontière de X»
                    phrases = [t for t in phrases if "land" not in self.scene.noun_classes(t)]
                if frame.relation == "attacked" and slot == "à":  # «des combats ont opposé, à Z, X à Y»
                    phrases = [t for t in phrases if not self._is_place(t, frame.mutual)]
                if frame.asks and slot == "à":  # not «Au Ghana, X demande …»
                    phrases = [t for t in phrases if t.i > verb.i or t.pos_ == "PRON"]
                    phrases = [t for t in phrases if not self.scene.is_noun(t, CALLED_FOR)]
                refs = self.clauses.first_actors(phrases)
                if slot == "de" and not refs and frame.relation in PARTING:
                    refs = self._out_of_it(verb, types)
                if frame.act_is_object and not refs:
                    refs = next((found for t in phrases if (found := self.acts.whose(t))), [])
                return refs + (self._owners(phrases, types, refs) if frame.owner_is_object else [])

    def _is_place(self, phrase: Token, of_capitals: bool = False) -> bool:
        """Where it happens («à la frontière de X»); with `of_capitals` also «s'affronter à Juba»."""
        named = self.scene.mentions_at(phrase)
        is_capital = of_capitals and bool(named) and named[0].kind is Kind.CAPITAL
        is_border = phrase.lemma_ in EDGES
        return (
            is_border or is_capital or (bool(named) and all(m.entity.type is ActorType.PLACE for m in named))
        )

    def _is_held(self, phrase: Token) -> bool:
        """Is it a town, a building or a region, which somebody may hold?"""
        nouns = self.scene.nouns
        held = self._is_place(phrase, True) or self.scene.is_noun(phrase, nouns.property)
        return held or "land" in self.scene.noun_classes(phrase)

    def _endeavours(self, noun: Token) -> list[Ref]:
        """«soutenir les efforts de X»."""
        return self.acts.whose(noun) if self.scene.is_noun(noun, ENDEAVOURS) else []

    def _likewise(self, verb: Token, subjects: list[Token]) -> list[Ref]:
        """«À l'instar de X, Y exige …», «Y, après X, suspend …»: X does so as well."""
        first = min((t.i for t in subjects), default=verb.i)
        before = [
            (case, c)
            for case, c in obliques(verb)
            if c.i < verb.i and (case in LIKE or (case == "après" and c.i > first))
        ]
        inside = [(case, c) for t in subjects for case, c in obliques(t) if case in (*LIKE, "après")]
        for case, other in (*before, *inside):
            opening = (other.head if case.startswith("à l'") else other).left_edge
            fronted = opening.i <= verb.sent.start + 1 or opening.nbor(-1).text == ","
            if fronted and (refs := without_places(self.scene.actors(other))):
                return [r for r in refs if r.entity.type is not ActorType.PERSON]
        return []

    def _out_of_it(self, verb: Token, types: Collection[ActorType]) -> list[Ref]:
        """«Le Mali en est sorti», «X s'en est séparé»: the last that was named of the right kind."""
        pronoun = next((c for c in verb.children if lower(c) == "en" and c.pos_ == "PRON"), None)
        if pronoun is None:
            return []
        doers = {r.entity.id for r in self.clauses.actors(self.clauses.surface_subjects(verb))}
        for ref in self.scene.mentioned_before(pronoun, EN_REACH):
            if ref.token and lower(self.scene.doc[ref.token - 1]) in POSSESSIVES:
                continue  # «l'organisation et sa force conjointe»
            if ref.entity.type in types and ref.entity.id not in doers:
                return [Ref(ref.entity, pronoun.i, "anaphor")]
        return []

    def _served(self, ref: Ref, phrases: Iterable[Token]) -> Ref:
        """The State of an ambassador: «l'ambassadeur de France X» counts as la France."""
        if ref.entity.type is not ActorType.PERSON:
            return ref
        for phrase in phrases:
            beside = [c for case, c in obliques(phrase) if case == "de"]
            for state in (*by_adjective(self.scene, phrase), *self.clauses.actors(beside)):
                if state.entity.type in (ActorType.STATE, ActorType.ORGANISATION):
                    return state
        served = self.scene.office_state(ref.entity)
        return ref if served is None else Ref(served, ref.token, "context")

    def _owners(self, phrases: Iterable[Token], types: Collection[ActorType], known: list[Ref]) -> list[Ref]:
        """The owners of what is attacked, where the phrases name nobody themselves."""
        if of_types(known, types):
            return []
        return [r for t in phrases for r in self.scene.owners(t)]

    def _behind(
        self, verb: Token, preposition: str, through: Collection[str], of_act: bool = False
    ) -> Iterator[Token]:
        """What stands behind a preposition, on the verb or its objects; with `through` (see Frame) on one
        of these nouns where the verb has one; `of_act`, on the verb alone."""
        carriers = [verb]
        if not of_act:  # «saluer la chute de X» is not about X
            carriers += objects(verb)
            carriers += self.clauses.surface_subjects(verb) if is_passive(verb) else []
        if preposition == "à":  # «reprendre le contrôle de la ville à X»
            controls = [t for t in objects(verb) if lower(t) == "contrôle"]
            carriers += [c for noun in controls for case, c in obliques(noun) if case == "de"]
        if through:
            become = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ not in VERBAL)
            nouns = [*objects(verb), *_complements(verb), *become]  # «se dit victime de X»
            carriers = [*(n for n in nouns if self.scene.is_noun(n, through)), verb]
        dative = preposition == "à"
        for carrier in carriers:
            for case, child in obliques(carrier):
                if case == preposition or (dative and child.dep_ == "iobj" and not case):
                    yield child

    def _places(self, verb: Token) -> list[Ref]:
        """Where it happens: «à Alger», on the verb, its objects or complements; «la ville où …»."""
        struck = objects(verb)
        inner = [c for noun in struck for c in noun.children if c.dep_ in ("acl", "amod")]
        for carrier in (verb, *struck, *inner, *_complements(verb)):
            for case, child in obliques(carrier):
                if case in PLACE_CASES and child.lemma_ not in EDGES and (refs := self.scene.places(child)):
                    return refs
        if verb.dep_ == "acl:relcl" and any(lower(c) == "où" for c in verb.children):
            return self.scene.places(verb.head)
        return []

    def _posted_to(self, verb: Token) -> list[Ref]:
        """«rappeler les ambassadeurs accrédités auprès de l'union X»."""
        for noun in objects(verb):
            for clause in noun.children:
                if clause.dep_ in ("acl", "amod"):
                    for case, child in obliques(clause):
                        if case in (*PLACE_CASES, "auprès de") and (refs := self.scene.actors(child)):
                            return without_places(refs)
        return []

    def _threatened(self, verb: Token) -> list[Ref]:
        """«menacer de frapper X», «d'imposer des sanctions à X», «de poursuivre ses raids en X», «jurer la
        perte de X»."""
        for end in objects(verb):
            if self.scene.is_noun(end, ENDS):
                return self.clauses.first_actors([c for case, c in obliques(end) if case == "de"])
        for deed in verb.children:
            if deed.pos_ not in VERBAL or deed.i < verb.i or deed.dep_ not in ("xcomp", "acl", "ccomp"):
                continue
            if deed.dep_ == "ccomp":
                return self._warned(deed)
            acts = [pair for noun in objects(deed) for pair in nominal_complements(noun)]
            cases = ("de",) if deed.lemma_ == "venger" else ("à", "contre", "sur", "avec")
            behind = [c for case, c in (*obliques(deed), *acts) if case in cases]
            refs = self.clauses.actors(objects(deed)) or self.clauses.first_actors(behind)
            return without_places(refs) or states_of_places(self.scene, self._places(deed))
        return []

    def _warned(self, clause: Token) -> list[Ref]:
        """«prévenir que toute attaque de X aura des conséquences», «que X le paiera»."""
        for subject in direct_subjects(clause):
            if refs := self.scene.actors(subject) or self.acts.whose(subject):
                return without_places(refs)
        return []

    def _asks_for_help(self, verb: Token) -> bool:
        """«exiger de X», «demander l'aide de X»; not «exiger le retour de X»."""
        return all(self.scene.is_noun(noun, HELP) for noun in objects(verb))

    def _asks_for_something(self, verb: Token) -> bool:
        """«exiger la libération de X», «appeler à l'union»: what stands behind is not who is asked."""
        return bool(objects(verb)) or any(case == "à" for case, _ in obliques(verb))


def _is_of_locution(word: Token, frame: Frame) -> bool:
    """Is a word part of the verb itself: «pointer du doigt», «porter plainte»?"""
    bare = bool(case_of(word)) or not any(c.dep_ == "det" for c in word.children)
    return bare and lower(word) in frame.with_


def _is_of_other_act(agent: Token, verb: Token) -> bool:
    """Is it the agent of another passive under the verb?"""
    over = next((a for a in agent.ancestors if a.pos_ in VERBAL), verb)
    return over is not verb and verb in over.ancestors and is_passive(over)


def _complements(verb: Token) -> Iterator[Token]:
    return (c for _, c in obliques(verb))


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
