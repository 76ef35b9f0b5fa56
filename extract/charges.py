"""What somebody holds against others without a word for accusing: «X affirme que Y arme les rebelles», «selon
X, Y est derrière l'attentat», «"Y viole la trêve", fustige X», «X déplore que Y ait refusé».

speakers.py knows who says what a word is part of; lexicon/charges.toml has the words that make it a charge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    governors,
    has_auxiliary,
    has_definite_article,
    is_negated,
    is_participle,
    is_passive,
    is_pronominal,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.lexicon.charges import ChargeWords
from sahelgraph.extract.lexicon.frames import frames
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import actors_done_by
from sahelgraph.extract.noun_arguments import NounArguments
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.speech import Speaker
from sahelgraph.extract.status import status_of
from sahelgraph.extract.trees import Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.relations import relations

RELATION = "accused"
OPEN = frozenset(("conj", "ccomp", "xcomp", "parataxis", "ROOT", "root", "dep"))
"""What joins a predicate to the clause that somebody says."""
HELD_AGAINST = ("attacked", "supported", "allied-with")
NOBODY = -1
OUTLAWED = word_set("charges", "outlawed")
PRESENTING = frozenset(("agir",))
IT = frozenset(("ce", "c'", "cela", "ceci"))
VIEWS = ("pour ", "aux yeux de", "à yeux de", "de l' avis", "de l'avis")
VIEW = 10
FACTS = frozenset(("fait",))


@dataclass(frozen=True)
class Charges:
    """Reads the charges of one article."""

    scene: Scene
    speakers: Speakers
    verbs: Verbs
    words: ChargeWords
    clauses: Clauses
    acts: Acts

    @classmethod
    def of(cls, scene: Scene, speakers: Speakers, verbs: Verbs, words: ChargeWords) -> Charges:
        clauses = Clauses(scene, verbs)
        return cls(
            scene,
            speakers,
            verbs,
            words,
            clauses,
            Acts(scene, clauses, NounArguments(scene, clauses), frames()),
        )

    def events(self) -> Iterator[Event]:
        """The charges in the order of the text."""
        predicates = [token.head for token in self.scene.doc if token.dep_ == "cop"]
        presented = self.scene.tokens_with(PRESENTING)
        predicates += [c for verb in presented for case, c in obliques(verb) if case == "de"]
        for token in in_order((*self.scene.tokens_with(self.words.telling), *predicates)):
            if token.pos_ in VERBAL and self._spelt(token) & self.words.blaming:
                yield from self._of_blame(token)
            if self._is_wrong(token):
                yield from self._of_wrong(token)
            if token.lemma_ in self.words.charge and is_passive(token) and has_auxiliary(token):
                yield from self._of_report(token)

    def of_attacks(self, told: Iterable[Event]) -> Iterator[Event]:
        """«X affirme que Y a bombardé ses positions», «"Y nous a attaqués", dit X»: one State of another.
        «Selon X, Y apporte son soutien aux rebelles du Z»: anybody but these."""
        told = list(told)
        charged = {
            (e.trigger.sent.start, e.object.entity.id) for e in told if e.object and e.relation == RELATION
        }
        for event in told:
            struck = event.object.entity if event.object is not None else None
            doer, verb = event.subject.entity, event.trigger
            if event.relation not in HELD_AGAINST or struck is None or verb.pos_ not in VERBAL:
                continue
            if (verb.sent.start, doer.id) in charged:
                continue
            is_backed = event.relation != "attacked" and struck.type is ActorType.ARMED_GROUP
            is_struck = event.relation == "attacked" and struck.type in (
                ActorType.STATE,
                ActorType.ARMED_GROUP,
            )
            holds = doer.type is ActorType.PERSON and self.scene.office_state(doer) is not None
            if (
                not (doer.type is ActorType.STATE or (holds and is_backed))
                or not (is_backed or is_struck)
                or is_negated(verb)
            ):
                continue
            speaker = self.speakers.saying(verb)
            if speaker is None or not self._is_open(verb, speaker.verb):
                continue
            telling = verb.doc[speaker.verb].lemma_ if speaker.verb >= 0 else ""
            if is_backed and telling in self.words.charge | self.verbs.ask:
                continue  # «X accuse Y d'être financé par Z», «X demande à Y de ne plus armer Z»
            for accuser in self._voice(speaker):
                is_own = struck.id in self._own(accuser.entity)
                if is_own != is_backed:
                    yield from self._charged(verb, accuser, [event.subject], Status.ASSERTED)

    # --- under a verb of blame

    def _of_blame(self, verb: Token) -> Iterator[Event]:
        """«X dénonce que Y …», «X fustige le fait que Y …»; «"Y …", fustige X»."""
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
        clauses += [c for n in objects(verb) if lower(n) in FACTS for c in n.children if c.pos_ in VERBAL]
        for clause in clauses:
            for accuser in self.clauses.doers(verb):
                yield from self._charged(verb, accuser, self._blamed(clause))
        speaker = self.speakers.telling(verb)
        if clauses or speaker is None or not self._spelt(verb) & self.words.blame:
            return
        for said in self._said_before(verb):
            for accuser in self._voice(speaker):
                yield from self._charged(verb, accuser, self._blamed(said))

    def _said_before(self, verb: Token) -> Iterator[Token]:
        """The predicates of the quotation that ends before a verb of speech."""
        for word in verb.doc[verb.sent.start : verb.i]:
            is_clause = word.pos_ in VERBAL or any(c.dep_ == "cop" for c in word.children)
            if is_clause and self.speakers.is_quoted(word) and self._is_open(word, verb.i):
                yield word

    def _blamed(self, clause: Token) -> list[Ref]:
        """Of whom a clause tells: who acts in it, or whose act its subject is."""
        if self.scene.mentions_at(clause) and not direct_subjects(clause):
            return self.scene.actors(clause)  # a name that the parser took for the predicate
        phrases = self.clauses.logical_subjects(clause) if clause.pos_ in VERBAL else direct_subjects(clause)
        return next((refs for p in phrases if (refs := self.acts.acting(p) or self.acts.whose(p))), [])

    # --- what is wrong by itself

    def _of_wrong(self, word: Token) -> Iterator[Event]:
        speaker = self.speakers.saying(word)
        if speaker is None and self._is_open(word, NOBODY):
            for accuser in self._viewing(word):
                yield from self._charged(word, accuser, self._guilty(word), Status.ASSERTED)
        if speaker is None or not self._is_open(word, speaker.verb):
            return
        verb = self.scene.doc[speaker.verb] if speaker.verb >= 0 else None
        if verb is not None and (is_negated(verb) or verb.lemma_ in self.verbs.deny | self.verbs.ask):
            return
        if verb is not None and word.dep_ == "xcomp" and word.head == verb:
            return  # «accuse Y d'avoir …», and what X says of itself: «affirme avoir …»
        trigger, status = (
            (verb, None) if verb is not None and verb.sent == word.sent else (word, Status.ASSERTED)
        )
        for accuser in self._voice(speaker):
            guesses = self._has_mark(word) and self._is_private(accuser.entity)
            yield from self._charged(trigger, accuser, [] if guesses else self._guilty(word), status)

    def _of_report(self, verb: Token) -> Iterator[Event]:
        """«Y est accusé de crimes dans un rapport de X», «…, selon X»."""
        if agents(verb):
            return
        accusers = [r for case, t in obliques(verb) if case == "dans" for r in self._authors(t)]
        speaker = self.speakers.saying(verb)
        if not accusers and speaker is not None and speaker.verb < 0:
            accusers = self._voice(speaker)
        for accuser in accusers:
            yield from self._charged(
                verb, accuser, self.clauses.actors(self.clauses.surface_subjects(verb)), Status.ASSERTED
            )

    def _authors(self, text: Token) -> list[Ref]:
        """Whose a report or letter is."""
        if not self.scene.is_noun(text, self.verbs.speakers):
            return []
        return self.acts.authors(text)

    def _is_wrong(self, word: Token) -> bool:
        """Does a predicate say of its subject what is held against it?"""
        if word.pos_ not in VERBAL:
            return self._is_standing(word)
        spelt = self._spelt(word)
        if spelt & self.words.violence and _is_cleft(word) and not is_negated(word):
            return True
        if is_participle(word, "Past") and not has_auxiliary(word):
            return False  # «un groupe soutenu par Y» describes
        is_standing = is_passive(word) and self.scene.is_noun(word, self.words.standing)
        if not (is_standing or spelt & self.words.held_against):
            return False
        status, _ = status_of(word, word, self.verbs)
        if is_negated(word):
            return bool(spelt & self.words.fail) and bool(objects(word) or obliques(word))
        if status in (Status.PLANNED, Status.DENIED) and not self._is_meant(word):
            return False
        struck = self.clauses.logical_objects(word)
        things = [*struck, *(c for carrier in (word, *struck) for _, c in obliques(carrier))]
        if spelt & self.words.bear and any(self.scene.is_noun(t, self.words.burden) for t in objects(word)):
            return True
        if self._falls(word) or self._has_mark(word):
            return True
        if spelt & self.words.breach and any(self.scene.is_noun(t, self.words.pledge) for t in struck):
            return True
        if spelt & self.words.commit and any(self.scene.is_noun(t, self.words.deed) for t in things):
            return True
        if spelt & self.words.stir and any(self.scene.is_noun(t, self.words.trouble) for t in struck):
            return True
        if spelt & self.words.aid and any(map(self._is_outlaw, things)):
            return True
        return is_standing or bool(spelt & self.words.wrong)

    def _is_meant(self, word: Token) -> bool:
        """«Y cherche à semer le chaos»: blamed for what he is about."""
        over = word.head
        return word.dep_ == "xcomp" and bool(self._spelt(over) & self.words.mean) and not is_negated(over)

    def _falls(self, verb: Token) -> bool:
        """«la responsabilité en incombe à Y»."""
        of_blame = any(self.scene.is_noun(t, self.words.burden) for t in direct_subjects(verb))
        return of_blame and verb.lemma_ in self.words.fall

    def _has_mark(self, verb: Token) -> bool:
        """«l'attentat porte la marque de Y»."""
        marks = verb.lemma_ in self.words.bear
        return marks and any(self.scene.is_noun(t, self.words.mark) for t in objects(verb))

    def _is_standing(self, word: Token) -> bool:
        """«Y est responsable», «Y est derrière l'attentat»."""
        if self._is_outrage(word):
            return bool(self._guilty(word))  # «il s'agit d'un acte barbare commis par Y»
        if not any(c.dep_ == "cop" for c in word.children) or is_negated(word):
            return False
        if self.scene.is_noun(word, self.words.work) and has_definite_article(word):
            return bool(self._makers(word))
        if self.scene.is_noun(word, self.words.deed) and any(lower(t) in IT for t in direct_subjects(word)):
            return True  # «c'est un mensonge de Y»
        described = (c for c in word.children if c.dep_ == "amod")
        if any(c.lemma_ in OUTLAWED for c in described) and not has_definite_article(word):
            return True  # «Y est un mouvement terroriste»
        if self.scene.is_noun(word, self.words.deed) and actors_done_by(self.scene, word):
            return True  # «ces tueries sont des crimes commis par Y»
        if self.scene.is_noun(word, self.words.root):
            things = (c for case, c in obliques(word) if case == "de")
            return any(self.scene.is_noun(t, self.words.trouble | self.words.deed) for t in things)
        return self.scene.is_noun(word, self.words.standing) or _joined_case(word) in self.words.behind

    def _is_outrage(self, noun: Token) -> bool:
        """«(c'est, il s'agit d') un acte barbare», «un crime»: said of what has no name."""
        presented = is_pronominal(noun.head) and noun.head.lemma_ in PRESENTING and not is_negated(noun.head)
        if not presented and not any(lower(t) in IT for t in direct_subjects(noun)):
            return False
        described = [c.lemma_.lower() for c in noun.children if c.pos_ in ("ADJ", "NOUN")]
        is_act = self.scene.is_noun(noun, self.words.act) and bool({*described} & self.words.outrageous)
        return not is_negated(noun) and (is_act or self.scene.is_noun(noun, self.words.deed))

    def _makers(self, work: Token) -> list[Ref]:
        """«l'attentat est l'œuvre de Y»: Y."""
        return self.clauses.first_actors(c for case, c in obliques(work) if case in ("de", "de la part de"))

    def _is_outlaw(self, thing: Token) -> bool:
        described = (c for c in thing.children if c.dep_ in ("amod", "nmod", "appos"))
        if any(self.scene.is_noun(t, self.words.outlaws) for t in (thing, *described)):
            return True
        return any(r.entity.type is ActorType.ARMED_GROUP for r in self.scene.actors(thing))

    def _guilty(self, word: Token) -> list[Ref]:
        if word.pos_ not in VERBAL:
            if self.scene.is_noun(word, self.words.work):
                return self._makers(word)
            if done_by := actors_done_by(self.scene, word):
                return done_by
            is_named = self._is_outrage(word) or any(lower(t) in IT for t in direct_subjects(word))
            return self.acts.whose(word) if is_named else self.clauses.actors(direct_subjects(word))
        if self._falls(word):
            return self.clauses.first_actors(t for case, t in obliques(word) if case in ("à", "sur"))
        if self._has_mark(word):
            marks = (t for t in objects(word) if self.scene.is_noun(t, self.words.mark))
            return [r for t in marks for r in self._makers(t) or self.acts.whose(t)]
        if is_passive(word) and self.scene.is_noun(word, self.words.standing):
            return self.clauses.actors(self.clauses.surface_subjects(word))
        return self.clauses.doers(word)

    def _is_open(self, word: Token, verb: int) -> bool:
        """Is a predicate what somebody says, and not in a clause that only describes, nor in what is again
        said by others? `verb` is the verb of speech, -1 for «selon»."""
        if word.pos_ not in VERBAL and word.head.lemma_ in PRESENTING:
            word = word.head  # «il s'agit d'un crime»
        if word.head is word and verb > NOBODY and self.scene.doc[verb].head is word:
            return True
        for below, above in zip((word, *governors(word)), governors(word), strict=False):
            if _is_cleft(below):
                whole = below.head.head if lower(below.head.head) == "ce" else below.head
                if verb < 0 or whole.head.i == verb or self.speakers.is_quoted(below):
                    return True
            if below.dep_ not in OPEN:
                return False
            if above.i == verb:
                return True
            if (
                self.speakers.telling(above) is not None
                or above.lemma_ in self.verbs.deny | self.verbs.allege
            ):
                return False
        return True

    # --- both sides

    def _voice(self, speaker: Speaker) -> list[Ref]:
        return [Ref(e, speaker.who, "speaker") for e in self.speakers.voice(speaker)]

    def _viewing(self, word: Token) -> list[Ref]:
        """«Pour X, …», «Aux yeux de X, …»: whose view a sentence opens with."""
        doc, start = word.doc, word.sent.start
        opening = " ".join(lower(t) for t in doc[start : start + 3])
        if not opening.startswith(VIEWS):
            return []
        comma = next((i for i in range(start, min(start + VIEW, word.i)) if doc[i].text == ","), start)
        named = self.scene.mention_tokens(start, comma)
        return [r for t, _ in named for r in self.scene.actors(t)][:1]

    def _charged(
        self, trigger: Token, accuser: Ref, accused: list[Ref], status: Status | None = None
    ) -> Iterator[Event]:
        relation = relations()[RELATION]
        own = self._own(accuser.entity)
        for ref in accused:
            if ref.entity.id not in own and relation.allows(accuser.entity.type, ref.entity.type):
                yield Event.at("charge: said of others", RELATION, trigger, accuser, ref, status=status)

    def _is_private(self, accuser: Entity) -> bool:
        """One who speaks for nobody, as experts do."""
        return accuser.type is ActorType.PERSON and self.scene.office_state(accuser) is None

    def _own(self, accuser: Entity) -> set[str]:
        """An accuser, and the State or body that it holds an office in."""
        state = self.scene.office_state(accuser) if accuser.type is ActorType.PERSON else None
        return {accuser.id, state.id} if state is not None else {accuser.id}

    def _spelt(self, verb: Token) -> set[str]:
        """A verb as the lexicon spells it: «s'ingérer» where it is pronominal."""
        lemma = verb.lemma_.lower()
        if not is_pronominal(verb):
            return {lemma}
        return {f"s'{lemma}" if lemma[0] in "aeiouyéèêh" else f"se {lemma}"}


def _joined_case(word: Token) -> str:
    """«derrière l'attentat» → derrière; «à l'origine de l'attentat» → à l'origine de."""
    case = case_of(word)
    article = next((f"{lower(c)} " for c in word.children if c.dep_ == "det"), "").replace("l' ", "l'")
    behind = next((c for c, _ in obliques(word) if c in ("de", "avec")), "de")
    return case if case == "derrière" else f"{case} {article}{lower(word)} {behind}"


def _is_cleft(verb: Token) -> bool:
    """«c'est Y qui a …», «ce sont Y et Z qui ont …»."""
    named = verb.head
    if verb.dep_ != "acl:relcl":
        return False
    return lower(named.head) == "ce" or any(lower(c) in ("c'", "ce") for c in named.children)
