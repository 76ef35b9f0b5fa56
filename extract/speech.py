"""The words of a sentence that tell of speech, and who speaks by them: verbs of speech, «selon X», «de
source …», «a-t-on appris auprès de X», «peut-on lire dans …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    has_definite_article,
    is_finite,
    is_participle,
    is_passive,
    is_pronominal,
    linear_case,
    lower,
    objects,
    obliques,
)
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.nearness import actors_done_by
from sahelgraph.extract.quotations import MARKS, Quotation
from sahelgraph.extract.scene import RELATIVES, Scene
from sahelgraph.extract.speech_paths import asked, in_relative
from sahelgraph.extract.trees import Token
from sahelgraph.extract.voices import Voices
from sahelgraph.ontology.claims import ActorType

ACCORDING = frozenset(("selon", "d'après", "suivant"))
PRONOUNS = frozenset(
    ("il", "elle", "ils", "elles", "-il", "-elle", "-t-il", "-t-elle", "-ils", "-elles", "t-il", "t-elle")
)
STRESSED = frozenset(("lui", "elle", "eux", "elles"))
ONE = frozenset(("on", "-on", "t-on", "-t-on", "l'on"))
SAME = frozenset(("même", "mêmes", "cette", "ce", "cet", "celui-ci", "celle-ci", "dernier", "dernière"))
SAME_AGAIN = word_set("speech", "same_again")
CLAIMED_OR_SOURCE = frozenset(("revendiquer", "après", "source"))
READ = frozenset(("lire", "lit"))
WORDS_OF = word_set("speech", "words_of")
BELIEVED = word_set("speech", "believed")
MAKING_KNOWN = word_set("speech", "making_known")
RANKS = word_set("speech", "ranks")
LONGEST = 16
NEAR = 2
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Speaker:
    """Names for one speaker, the surest first; `verb` is the token of the verb of speech, -1 for «selon»;
    `head` the token of the speaker, `who` that of the phrase that names it, for a pronoun the one before;
    `cue` are the words that tell of speech."""

    names: tuple[str, ...]
    verb: int
    head: int
    who: int
    cue: str


class Speech:
    """Reads who speaks in the sentences of one article. `blaming` are the verbs by which somebody blames
    or holds something for true, and that are none of speech."""

    def __init__(self, scene: Scene, verbs: Verbs, voices: Voices, quotations: Sequence[Quotation]) -> None:
        self._scene = scene
        self._verbs = verbs
        self._voices = voices
        self._quotations = quotations
        self._clauses = Clauses(scene, verbs)
        self._telling = verbs.say | verbs.deny
        self.blaming = (verbs.allege | verbs.regard) - self._telling

    def words(self) -> list[Token]:
        """The words of the article that may tell of speech."""
        return self._scene.tokens_with(
            self._telling, self.blaming, ACCORDING, READ, CLAIMED_OR_SOURCE, WORDS_OF, BELIEVED, MAKING_KNOWN
        )

    def of_words(self, words: Iterable[Token], last: Speaker | None, is_near: bool) -> Iterator[Speaker]:
        """Who says something by the words of a sentence that may tell of speech."""
        near = last if is_near else None
        for token in words:
            if token.i and lower(token) in BELIEVED and lower(token.nbor(-1)) in ("en", "à"):
                for noun in objects(token):
                    yield from self._speaker(noun, NOBODY, token, last, last)
            elif token.pos_ in VERBAL and token.lemma_.lower() in self._telling:
                yield from self._of_verb(token, near, last)
            elif token.pos_ in VERBAL and token.lemma_ in self.blaming:
                for head in self._subjects(token):
                    yield from self._speaker(head, token.i, token, near, last)
            elif lower(token) in MAKING_KNOWN and token.head.lemma_ == "faire":
                for head in self._subjects(token.head):
                    yield from self._speaker(head, token.head.i, token, near, last)
            elif token.lemma_ == "revendiquer":
                done_by = [token.doc[r.token] for r in actors_done_by(self._scene, token)]
                for head in agents(token) or done_by or self._subjects(token):
                    if names := tuple(r.entity.label for r in self._scene.actors(head)):
                        yield Speaker(names, token.i, head.i, NOBODY, token.text)
            elif lower(token) in ACCORDING or (
                lower(token) == "après" and token.i and lower(token.nbor(-1)) == "d'"
            ):
                head = token
                while head.dep_ in ("case", "fixed", "mark"):
                    head = head.head
                head = head if head != token else next(iter(token.children), token)
                yield from self._speaker(head, NOBODY, token, last, last)
            elif lower(token) == "source" and case_of(token) in ("de", "auprès de"):
                names = (self._voices.phrase(token),)
                yield Speaker(names, NOBODY, token.i, token.i, token.text)
            elif lower(token) in READ | WORDS_OF:
                source = "dans" if lower(token) in READ else "de"
                for case, noun in obliques(token):
                    if case == source:
                        yield from self._speaker(noun, NOBODY, token, last, last)

    def _of_verb(self, verb: Token, near: Speaker | None, last: Speaker | None) -> Iterator[Speaker]:
        if verb.lemma_ == "apprendre" and (teller := self._teller(verb)) is not None:
            yield from self._speaker(teller, NOBODY, verb, near, last)
            return
        head = self._behind(verb) if self.is_incise(verb) else None
        if head is not None and (found := list(self._speaker(head, verb.i, verb, near, last))):
            yield from found
            return
        subjects = self._subjects(verb)
        if any(lower(s) in ONE for s in subjects):
            for noun in asked(verb):
                yield from self._speaker(noun, NOBODY, verb, near, last)
            return
        if verb.lemma_.lower() in self._verbs.double and not self._reports(verb):
            return
        found = [s for subject in subjects for s in self._speaker(subject, verb.i, verb, near, last)]
        if found:
            names = tuple(dict.fromkeys(n for s in found for n in s.names))
            yield replace(found[0], names=names)
        elif last and not subjects and any(p in lower(verb) for p in ("-il", "-elle", "-ils", "-elles")):
            yield Speaker(last.names, verb.i, NOBODY, last.who, verb.text)

    def _teller(self, verb: Token) -> Token | None:
        """«…, a appris l'agence du colonel X», «auprès du colonel X»: from whom."""
        for token in verb.doc[verb.i + 1 : min(verb.i + LONGEST, verb.sent.end)]:
            if token.pos_ in VERBAL or token.text in (",", ";"):
                return None
            if linear_case(token) in ("de", "auprès de") and self._voices.can_speak(token):
                return token
        return None

    def _speaker(
        self, head: Token, verb: int, cue: Token, near: Speaker | None, last: Speaker | None
    ) -> Iterator[Speaker]:
        """Who a phrase that speaks is; nobody where it cannot, or is the article's own voice. A pronoun
        takes up who spoke before, if that is `near`."""
        before = self._before(head, near, last)
        if before is not None:
            who = head.i if self._voices.speaks_for(head) else before.who
            yield Speaker(before.names, verb, head.i, who, cue.text)
        elif names := self._names(head):
            if last is not None and self._takes_up(head, last):
                names = tuple(dict.fromkeys((*last.names, *names)))
            yield Speaker(names, verb, head.i, head.i, cue.text)

    def _takes_up(self, head: Token, last: Speaker) -> bool:
        """«le lieutenant X, porte-parole, … . […], a ajouté l'officier»: a post or rank without a name, right
        after somebody who has one."""
        alone = all(c.dep_ in ("det", "case", "punct") for c in head.children)
        if not alone or last.who < 0 or not has_definite_article(head) or self._scene.actors(head):
            return False
        ranked = self._scene.is_noun(head, RANKS) or self._voices.post_of(head)
        known = self._scene.doc[last.who]
        return bool(ranked) and (bool(self._voices.post_of(known)) or self._is_person(known))

    def _is_person(self, head: Token) -> bool:
        return any(
            m.entity.type is ActorType.PERSON for t in head.subtree for m in self._scene.mentions_at(t)
        )

    def _before(self, head: Token, near: Speaker | None, last: Speaker | None) -> Speaker | None:
        """The speaker before whom a pronoun or «la même source» takes up."""
        if lower(head) in STRESSED and linear_case(head) in ACCORDING:
            return last
        again = lower(head) in SAME_AGAIN and any(lower(c) in SAME for c in head.children)
        if not (again or lower(head) in PRONOUNS or lower(head) in SAME):
            return None
        if head.i > head.head.i or lower(head) not in PRONOUNS:
            return last
        return near if lower(head) in ("il", "elle") else None

    def _subjects(self, verb: Token) -> list[Token]:
        """Who says it: not the subject of a passive, and for «qui» whom it stands for."""
        if is_passive(verb) and not is_pronominal(verb):
            return agents(verb)
        present = is_participle(verb, "Pres")
        if present and verb.dep_ == "advcl" and verb.i > verb.head.i and self.is_incise(verb.head):
            behind = self._behind(verb.head)  # «…, a protesté X, accusant Y»
            return [behind] if behind is not None else []
        found = direct_subjects(verb) or self._clauses.surface_subjects(verb)
        if present and (source := self._source_before(verb)) is not None:
            return [source]
        if verb.dep_ == "acl:relcl":
            found = [verb.head if lower(s) in RELATIVES else s for s in found]
        return found

    def _source_before(self, verb: Token) -> Token | None:
        """«un rapport de l'ONU affirmant que …»: what somebody wrote or said, right before the participle."""
        noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
        while noun.head.i < noun.i and noun.dep_ in ("nmod", "amod", "flat:name", "appos"):
            noun = noun.head
        return noun if self._scene.is_noun(noun, self._verbs.speakers) else None

    def is_incise(self, verb: Token) -> bool:
        """Does the verb of speech stand behind what is said, its subject after it?"""
        if not is_finite(verb) and not any(is_finite(c) for c in verb.children if c.dep_.startswith("aux")):
            return False
        if verb.lemma_.lower() in self._verbs.address and not self._behind_quote(verb):
            return False
        index = verb.i - 1
        while index > verb.sent.start and (
            verb.doc[index].dep_.startswith(("aux", "expl", "iobj"))
            or verb.doc[index].pos_ in ("AUX", "PRON", "ADV")
        ):
            index -= 1
        if index < verb.sent.start or verb.doc[index].text not in (",", "–", "—", *MARKS):
            return False
        if any(index < s.i < verb.i for s in direct_subjects(verb)):
            return False
        before = verb.doc[verb.sent.start : index]
        if any(t.text in MARKS for t in before) or verb.doc[index].text in MARKS:
            return True
        return any(is_finite(t) and not any(in_relative(t, verb)) for t in before)

    def _reports(self, verb: Token) -> bool:
        """Does the verb report something, in a clause or in quotation marks right behind it?"""
        if any(c.dep_ == "ccomp" for c in verb.children):
            return True
        if is_passive(verb) and verb.dep_ in ("acl", "amod"):
            return False  # «l'attaque "injuste" lancée par X»
        if self._behind_quote(verb):
            return True
        return any(0 < q.start - verb.i <= NEAR for q in self._quotations)

    def _behind_quote(self, verb: Token) -> bool:
        return any(0 < verb.i - q.end <= 4 for q in self._quotations)

    def _behind(self, verb: Token) -> Token | None:
        """«…, a déclaré à la presse l'imam X»: the first phrase without a preposition behind the verb."""
        for index in range(verb.i + 1, min(verb.i + LONGEST, verb.sent.end)):
            token = verb.doc[index]
            if token.pos_ == "SCONJ" or token.text in MARKS or token.text == ":":
                return None
            if lower(token) in PRONOUNS or lower(token) in ONE:
                return None if lower(token) in ONE else token
            if token.pos_ not in ("NOUN", "PROPN", "X"):
                continue
            if linear_case(token) and lower(token.nbor(-1)) != "des":  # «ont rapporté lundi des témoins»
                continue
            if self._voices.can_speak(token):
                return token
            if is_finite(token):
                return None
        return None

    def _names(self, head: Token) -> tuple[str, ...]:
        if lower(head) in PRONOUNS:
            return tuple(r.entity.label for r in self._scene.actors(head))
        return self._voices.names(head)
