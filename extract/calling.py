"""Does a word call a frame up? Pronominal use, words that must or must not stand close by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sahelgraph.extract.clauses import clause_tokens
from sahelgraph.extract.grammar import (
    IMPOSING,
    QUOTES,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    has_auxiliary,
    has_definite_article,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_pronominal,
    lower,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.lexicon.frames import Frame, Frames
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.nearness import REACH
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Span, Token
from sahelgraph.ontology.claims import ActorType

WISHES = word_set("calling", "wishes")
OPENING = 5
PEACE = "paix"
TALKS = word_set("noun_objects", "talks")
YEAR = re.compile("(19|20)[0-9][0-9]")
NEAR_VERB = 14
NEAR_NOUN = 8
VERB_WORDS = 6
SEEN = 14
NOUN_WORDS = 4
FOR_FIGHTING = word_set("calling", "for_fighting")
DECREEING = frozenset(("décréter", "proclamer", "déclarer", "ordonner"))
SHARED = frozenset(("avec", "entre"))
STATES = frozenset(("occuper",))
REWARDS = frozenset(("récompense", "prime", "dollar", "euro"))
AIMING = word_set("calling", "aiming")
CLITICS = 5
SENDING = ("envoyer", "dépêcher")
ENVOYS = word_set("calling", "envoys")


class Call(NamedTuple):
    """A word that calls a frame up; `spelling` is the verb as the frame has it, empty for a noun."""

    token: Token
    frame: Frame
    spelling: str


@dataclass(frozen=True, slots=True)
class Caller:
    """Finds the frames that the words of an article call up."""

    frames: Frames
    verbs: Verbs

    def calls(self, scene: Scene) -> Iterator[Call]:
        """All calls of an article, in the order of its words."""
        for token in scene.tokens_with(self.frames.by_verb.keys(), self.frames.by_noun.keys()):
            for frame, spelling in self.of_verb(scene, token):
                yield Call(token, frame, spelling)
            for frame in self.of_noun(scene, token):
                yield Call(token, frame, "")

    def of_verb(self, scene: Scene, token: Token) -> Iterator[tuple[Frame, str]]:
        """The frames of a verb or participle, each with the verb as the frame spells it."""
        if not _is_verb(token):
            return
        called = [
            (frame, spelling)
            for frame, spelling in self.frames.by_verb.get(token.lemma_.lower(), ())
            if _is_spelt(token, spelling, frame) and _verb_fits(scene, token, frame, spelling)
        ]
        punishes = any(frame.relation == "sanctioned" for frame, _ in called) or self._aims(scene, token)
        for frame, spelling in called:  # «frapper X d'un embargo» is no attack
            if frame.relation != "attacked" or not punishes:
                yield frame, spelling

    def _aims(self, scene: Scene, participle: Token) -> bool:
        """«un embargo sur les armes visant X», «les sanctions frappant X»: what a participle is said of is a
        sanction."""
        if participle.lemma_ not in AIMING or participle.dep_ != "acl":
            return False
        noun = participle.head
        nouns = [noun, noun.head] if noun.dep_ == "nmod" else [noun]
        return any(
            frame.relation == "sanctioned"
            for n in nouns
            for form in scene.noun_forms(n)
            for frame in self.frames.by_noun.get(form, ())
        )

    def of_noun(self, scene: Scene, token: Token) -> Iterator[Frame]:
        """The frames of a noun that is no name."""
        if _is_verb(token) or token.pos_ not in ("NOUN", "ADJ", "PROPN") or scene.mentions_at(token):
            return
        form = next((f for f in scene.noun_forms(token) if f in self.frames.by_noun), "")
        for frame in self.frames.by_noun.get(form, ()):
            if self._noun_fits(scene, token, frame, form):
                yield frame

    def _noun_fits(self, scene: Scene, token: Token, frame: Frame, form: str) -> bool:
        if "subject" in frame.noun_object and frame.relation == "abducted" and _is_of_town(scene, token):
            return False
        if frame.relation in ("allied-with", "signed-with") and scene.has_name(token):
            return False
        if frame.relation == "signed-with" and _is_decreed(token):
            return False
        if not phrase_stands(token, frame, form) or (form == "échange" and case_of(token) == "en"):
            return False  # «en échange de deux prisonniers» says for what
        if frame.nouns_with and not any(
            {lower(t), f"{lower(t).split('-')[0]}-"} & frame.nouns_with  # «contre X», «anti-X»
            for t in token.subtree
            if 0 < t.i - token.i <= NEAR_NOUN
        ):
            return False
        if frame.nouns_without and any(lower(t) in frame.nouns_without for t in _words_around(token)):
            return False
        if frame.relation == "attacked" and _says_what_for(scene, token):
            return False
        if frame.relation == "detained" and case_of(token) == "pour" and _is_rewarded(scene, token):
            return False
        over = verb_over(token)
        if frame.nouns_under:
            if frame.of_attackers and explained_by(token) is not None:
                return True
            lemma = over[0].lemma_ if over is not None else "être" if _has_copula(token) else ""
            return lemma in frame.nouns_under
        if over is None:
            return not frame.nouns_need_verb
        verb, role = over
        undone = verb.lemma_ in self.verbs.undo and role != "oblique" and "is" not in frame.noun_subject
        return not undone or _is_imposed(token)


def _is_decreed(truce: Token) -> bool:
    """«X a décrété un cessez-le-feu»: by one side alone."""
    verb = truce.head
    if (
        truce.dep_ != "obj"
        or verb.lemma_ not in DECREEING
        or any(case in SHARED for case, _ in obliques(truce))
    ):
        return False
    doers = direct_subjects(verb)
    return len(doers) == 1 and not any(c.dep_ == "conj" for c in doers[0].children)


def _is_rewarded(scene: Scene, noun: Token) -> bool:
    """«a promis dix millions de dollars pour la capture de X»: nobody has caught X."""
    return any(scene.is_noun(t, REWARDS) for t in noun.doc[noun.sent.start : noun.i])


def _says_what_for(scene: Scene, noun: Token) -> bool:
    """«un avion de combat», «des navires de guerre»: what the means are for, and no act."""
    bare = noun.dep_ == "nmod" and not any(c.dep_ in ("det", "nummod") for c in noun.children)
    if not bare or case_of(noun) != "de" or noun.head.i + 2 != noun.i:
        return False
    return "forces" in scene.noun_classes(noun.head) or scene.is_noun(noun.head, FOR_FIGHTING)


def _is_verb(token: Token) -> bool:
    """A verb, or a past participle that the parser takes for an adjective."""
    return token.pos_ in VERBAL or (token.pos_ == "ADJ" and is_participle(token, "Past"))


def explained_by(noun: Token) -> Token | None:
    """«Les assaillants, des combattants de X, …»: the noun, at the head of its sentence, that such a one
    explains behind a comma."""
    counted = noun.dep_ == "nmod" and case_of(noun) == "de"  # «une trentaine d'hommes de X»
    left = (noun.head if counted else noun).left_edge
    comma = left.i if left.text == "," else left.i - 1
    first = noun.sent.start
    if comma <= first or comma > first + OPENING or noun.doc[comma].text != ",":
        return None
    explained = noun.doc[comma - 1]
    return explained if explained.pos_ == "NOUN" and has_definite_article(explained) else None


def _has_copula(noun: Token) -> bool:
    return any(c.dep_ == "cop" for c in noun.children)


def _is_imposed(noun: Token) -> bool:
    """«lève l'embargo qu'elle imposait à X», «l'embargo imposé à X par Y a été levé»: it was imposed."""
    return any(
        c.lemma_ in IMPOSING and (c.dep_ == "acl:relcl" or (c.dep_ == "acl" and agents(c)))
        for c in noun.children
    )


def _is_spelt(token: Token, spelling: str, frame: Frame) -> bool:
    """Is the verb pronominal as its spelling says, and do the other words follow: «prendre d'assaut»?"""
    wanted, clitic, rest = _spelt_out(spelling)
    before = token.doc[max(token.sent.start, token.i - CLITICS) : token.i]
    if clitic and not any(lower(t) == clitic for t in before):
        return False
    pronominal = is_pronominal(token)
    bare = is_participle(token, "Past") and not any(c.dep_.startswith("aux") for c in token.children)
    if wanted and bare and frame.relation != "accused" and not agents(token):
        pronominal = True
    passive_se = pronominal and any(c.dep_ == "expl:pass" for c in token.children)
    if wanted != pronominal and not passive_se:
        return False
    return not rest or rest in _words_after(token, VERB_WORDS).replace("' ", "'")


@cache
def _spelt_out(spelling: str) -> tuple[bool, str, str]:
    """Is the verb pronominal, which of «en» and «y» stands before it, and which words follow it?"""
    words = spelling.replace("s'", "se ").split()
    clitic = next((w for w in words[: 1 + (words[0] == "se")] if w in ("en", "y")), "")
    return words[0] == "se", clitic, " ".join([w for w in words if w not in ("se", "en", "y")][1:])


def _is_of_town(scene: Scene, noun: Token) -> bool:
    """«la ville tombe aux mains de X»: nobody is held."""
    over = verb_over(noun)
    if over is None:
        return False
    verb = over[0]
    subjects = direct_subjects(verb) or (direct_subjects(verb.head) if verb.dep_ == "xcomp" else [])
    return any("land" in scene.noun_classes(t) or scene.is_noun(t, scene.nouns.property) for t in subjects)


def _verb_fits(scene: Scene, token: Token, frame: Frame, spelling: str) -> bool:
    """Do the words that the frame wants stand close by, and none that it does not want?"""
    if _has_other_sense(token, frame, spelling):
        return False
    if frame.without and any(lower(t) in frame.without for t in token.subtree if abs(t.i - token.i) <= REACH):
        return False
    if frame.takes and not _takes_place(scene, token, frame):
        return False
    if frame.dated and not any(YEAR.fullmatch(t.text) for t in _words_behind(token)):
        return False
    if not frame.needs_word(spelling) or (frame.relation == "left" and _takes_up_whole(token)):
        return True
    if frame.relation == "deployed-in" and spelling in SENDING and _sends_envoys(scene, token):
        return False
    near = _words_beside(token, frame)
    if any(lower(t) in frame.with_ or t.lemma_.lower() in frame.with_ for t in near):
        return True
    taking_part = frame.id == "join" and spelling != "s'engager"  # «participer à la Coalition du Nord»
    by_name = frame.relation == "founded" or taking_part
    named = [t for t in near if by_name or (frame.relation == "supported" and t.text.islower())]
    if any(lower(t).split(" ")[0] in frame.with_ for t in named):  # «former des rebelles tchadiens»
        return True
    return frame.relation in ("deployed-in", "withdrew-from") and any(
        m.entity.type is ActorType.ORGANISATION for c in direct_subjects(token) for m in scene.mentions_at(c)
    )


def _has_other_sense(verb: Token, frame: Frame, spelling: str) -> bool:
    """Does the form of a verb or its clause show that it does not say what the frame means?"""
    if frame.counted and not any(_is_counted(s) for s in direct_subjects(verb)):
        return True
    if spelling == "voir" and _sees_done(verb):
        return True
    if frame.asks and spelling in frame.strict_verbs:
        clauses = {c.dep_ for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")}
        if not clauses or (spelling in WISHES and clauses == {"xcomp"}):
            return True
    if frame.relation == "supported" and any(c.dep_ == "ccomp" for c in verb.children):
        return True  # «il soutient que …»
    if spelling in STATES and _only_describes(verb):
        return True  # «les territoires occupés»: how things stand, and no act
    return spelling == "opposer" and _only_describes(verb) and not _opponents(verb)  # «des camps opposés»


def _words_beside(verb: Token, frame: Frame) -> list[Token]:
    """The words close by among which a frame looks for those that it wants."""
    words = verb.subtree if frame.relation == "threatened" else clause_tokens(verb)  # «qu'il paiera»
    near = [t for t in (*words, *_described(verb)) if t.head is verb or abs(t.i - verb.i) <= NEAR_VERB]
    is_release = frame.relation == "released" and verb.sent.start > 0
    if is_release and any(lower(c) in ("les", "l'") for c in verb.children):
        near += verb.doc[verb.sent.start - 1].sent  # «Dix otages ont été libérés. X les a remis à Y.»
    if frame.relation == "signed-with":
        near = [t for t in near if lower(t) != PEACE or lower(t.head) not in TALKS]
    return near


def _is_counted(noun: Token) -> bool:
    """«les deux hommes»"""
    return any(c.pos_ == "NUM" or c.dep_ == "nummod" for c in noun.children)


def _sees_done(verb: Token) -> bool:
    """«aimerait voir X se retirer»: an infinitive says what X is seen to do."""
    for word in _words_behind(verb, SEEN):
        if word.text == "," or is_finite(word):
            return False
        if is_infinitive(word):
            before = word.nbor(-2) if lower(word.nbor(-1)) in ("se", "s'") else word.nbor(-1)
            return before.pos_ != "ADP"
    return False


def _only_describes(participle: Token) -> bool:
    """«les territoires occupés»: a participle on a noun, without auxiliary."""
    return participle.dep_ in ("acl", "amod") and not has_auxiliary(participle)


def _opponents(verb: Token) -> list[Token]:
    """«le camp opposé à X», «les combats opposant X à Y»: who else stands by the verb."""
    return [*objects(verb), *agents(verb), *(c for case, c in obliques(verb) if case in ("à", "contre"))]


def _words_behind(verb: Token, reach: int = VERB_WORDS) -> Span:
    return verb.doc[verb.i + 1 : min(verb.i + 1 + reach, verb.sent.end)]


def _takes_up_whole(verb: Token) -> bool:
    """«X en est sorti»: out of what was told of before."""
    return any(lower(c) == "en" and c.pos_ == "PRON" for c in verb.children)


def _sends_envoys(scene: Scene, verb: Token) -> bool:
    """«dépêcher le président du Ghana», «envoyer un émissaire»: those deploy nobody."""
    things = direct_subjects(verb) if is_passive(verb) else objects(verb)
    return any(
        scene.is_noun(thing, ENVOYS)
        or any(m.entity.type is ActorType.PERSON for m in scene.mentions_at(thing))
        for thing in things
    )


def _takes_place(scene: Scene, verb: Token, frame: Frame) -> bool:
    """Is the object of a verb one of the nouns that the frame takes, or the name of a place?"""
    things = direct_subjects(verb) if is_passive(verb) else objects(verb)
    if is_participle(verb, "Past") and verb.dep_ in ("acl", "amod"):
        things = [verb.head]
    if not things:  # «prendre à X ses positions»: the parser hangs them on X
        things = [
            c for _, t in obliques(verb) for c in t.children if c.dep_ in ("nmod", "conj") and not case_of(c)
        ]
    return any(
        scene.is_noun(thing, frame.takes)
        or any(m.entity.type is ActorType.PLACE or m.kind is Kind.CAPITAL for m in scene.mentions_at(thing))
        for thing in things
    )


def phrase_stands(token: Token, frame: Frame, form: str) -> bool:
    """Where the frame has the noun only with words behind it, «coup d'État»: are they there?"""
    phrases = [n for n in frame.nouns if n.split()[0].split("'")[0] == form]
    if not phrases or phrases[0] == form:
        return True
    following = f"{lower(token)} {_words_after(token, NOUN_WORDS)}".replace("' ", "'")
    return any(" ".join(p.split()[1:]) in following for p in phrases)


def _words_around(noun: Token) -> Iterator[Token]:
    """The words behind a noun that belong to it, and the noun that it completes: «crimes de guerre»."""
    yield from (t for t in noun.subtree if 0 < t.i - noun.i <= NOUN_WORDS)
    if noun.dep_ in ("nmod", "obj"):
        yield noun.head


def _described(participle: Token) -> Iterator[Token]:
    """«le gouvernement, soutenu par X et défendu par Y»: the noun that a participle is of."""
    token = participle
    while token.dep_ == "conj" and is_participle(token.head, "Past"):
        token = token.head
    if is_participle(participle, "Past") and token.dep_ in ("acl", "amod") and token.head.pos_ == "NOUN":
        yield token.head


def _words_after(token: Token, count: int) -> str:
    words = (lower(t) for t in token.doc[token.i + 1 : token.i + 1 + count])
    return " ".join(word for word in words if word not in QUOTES)
