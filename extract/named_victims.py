"""Whose the victims of an attack are, told apart from it: «Les victimes sont toutes issues du contingent
ougandais», «Les soldats tués sont béninois», «Parmi les morts figurent deux Français», «vingt morts, dont
quatre Belges»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.counted_people import counted_nations
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, has_definite_article, is_finite, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType

VICTIMS = word_set("named_victims", "victims")
SOLDIERS = word_set("named_victims", "soldiers")
FALLEN = word_set("named_victims", "fallen")
BEING = word_set("named_victims", "being")
COUNTING = word_set("named_victims", "counting")
MISHAPS = word_set("named_victims", "mishaps")
SOME = frozenset(("un", "une", "autre", "autres", "plusieurs"))
STRIKERS = frozenset((ActorType.ARMED_GROUP, ActorType.STATE))
OF_WHICH = "dont"
NEAR = 6
FAR = 16
BACK = 2
"""How many sentences back, and ahead, the attack is looked for."""
AROUND = 4
"""The same where it is only one group that strikes in all these sentences."""


class Attacks:
    """The known attacks of an article by where they are told; empty, and so false, where there are none."""

    def __init__(self, scene: Scene, found: Iterable[Event]) -> None:
        attacks = [e for e in found if e.relation == "attacked" and e.subject.entity.type in STRIKERS]
        self._by_sentence: dict[int, list[Event]] = {}
        if not attacks:
            return
        told = (s for s in scene.doc.sents if not all(t.is_space for t in s))
        self._number_of = {s.start: number for number, s in enumerate(told)}
        for event in attacks:
            self._by_sentence.setdefault(self._number_of[event.trigger.sent.start], []).append(event)

    def __bool__(self) -> bool:
        return bool(self._by_sentence)

    def around(self, word: Token) -> Event | None:
        """The attack of the sentence of a word, or of the nearest around it; None where it is not clear who
        struck."""
        number = self._number_of[word.sent.start]
        for step in (0, *range(-1, -BACK - 1, -1), *range(1, BACK + 1)):
            if attacks := self._by_sentence.get(number + step):
                return attacks[-1] if len({e.subject.entity.id for e in attacks}) == 1 else None
        return None

    def by_group_around(self, word: Token) -> Event | None:
        """The last attack by an armed group around a word, where it is only one group that struck there; the
        attack around it where none did."""
        number = self._number_of[word.sent.start]
        near = (e for step in range(-AROUND, AROUND + 1) for e in self._by_sentence.get(number + step, ()))
        by_groups = [e for e in near if e.subject.entity.type is ActorType.ARMED_GROUP]
        if not by_groups:
            return self.around(word)
        return by_groups[-1] if len({e.subject.entity.id for e in by_groups}) == 1 else None


def named_victims(scene: Scene, found: Iterable[Event]) -> Iterator[Event]:
    """The attacks upon the States whose people the sentences around one of the known attacks name so."""
    attacks = Attacks(scene, found)
    if not attacks:
        return
    for victims in scene.tokens_with(VICTIMS, SOLDIERS):
        if victims.pos_ in VERBAL or not (scene.is_noun(victims, VICTIMS) or _has_fallen(scene, victims)):
            continue
        by_mishap = any(t.lemma_ in MISHAPS for t in victims.sent)
        nations = [] if by_mishap else list(_nations(scene, victims))
        attack = attacks.around(victims) if nations else None
        for nation in nations if attack is not None else ():
            if attack is not None and nation.entity.id != attack.subject.entity.id:
                striker = Ref(attack.subject.entity, victims.i, "anaphor")
                doubts = frozenset(("incident",))
                rule = "victims: named apart"
                yield Event.at(rule, "attacked", victims, striker, nation, doubts, status=attack.status)


def _has_fallen(scene: Scene, noun: Token) -> bool:
    """«les soldats visés», «les militaires tués»."""
    struck = any(c.lemma_ in FALLEN and c.i == noun.i + 1 for c in noun.children)
    return struck and scene.is_noun(noun, SOLDIERS) and has_definite_article(noun)


def _nations(scene: Scene, victims: Token) -> Iterator[Ref]:
    """The States whose people the words behind say that they are."""
    doc, end = victims.doc, min(victims.sent.end, victims.i + FAR)
    behind = doc[victims.i + 1 : end]
    verb = next((t for t in behind if is_finite(t)), None)
    if linear_case(victims) == "parmi" and verb is not None and verb.lemma_ in COUNTING:
        yield from _counted(scene, doc[verb.i + 1 : victims.sent.end])
        return
    which = next((t for t in behind[:NEAR] if lower(t) == OF_WHICH), None)
    if which is not None and (verb is None or verb.i > which.i):
        stop = next((t.i for t in doc[which.i + 1 : end] if is_finite(t) or t.text in ";:("), end)
        yield from _counted(scene, doc[which.i + 1 : stop])
    elif verb is not None and verb.lemma_ in BEING and verb.i <= victims.i + NEAR:
        yield from _described(scene, doc[verb.i + 1 : end])


def _counted(scene: Scene, words: Span) -> Iterator[Ref]:
    """«deux Français et un Britannique», «trois soldats togolais»."""
    for ref in counted_nations(scene, words, SOME):
        token = scene.doc[ref.token]
        if token.text[0].isupper() or scene.noun_classes(token.nbor(-1)):
            yield ref


def _described(scene: Scene, words: Span) -> Iterator[Ref]:
    """«toutes issues du contingent ougandais», «des soldats béninois», «nigériennes»."""
    for token, mention in scene.mention_tokens(words.start, words.end):
        if mention.kind is Kind.DEMONYM and mention.entity.type is ActorType.STATE:
            between = token.doc[words.start : token.i]
            if not any(t.text in ",;:(" or is_finite(t) for t in between):
                yield Ref(mention.entity, token.i, mention.kind.value)
