"""Who takes part by the order of words, for where the parse has nobody: «a reçu vendredi à Ankara son
homologue», «en présence de X et de Y», «, dont le Malien X».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from sahelgraph.extract.grammar import CONTRACTED, is_finite, linear_case, lower
from sahelgraph.extract.guests import Guests
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import ACTING, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

REACH = 40
NEAR_NAME = 6
BRACKET = 9
BREAKS = frozenset((";", ":", "(", "»", "."))
ENDS = frozenset(
    ("qui", "que", "qu'", "où", "pour", "afin", "sur", "contre", "lors", "après", "avant", "mais")
)
RELATIVE = frozenset(("qui", "que", "qu'", "dont", "où"))
EFFORTS = word_set("company", "efforts")
PLACING = frozenset(("à", "en", "dans", "chez", "sous", "depuis"))


class Company:
    """Finds the participants that stand near a meeting or a verb of meeting in one article."""

    def __init__(self, scene: Scene, words: HostingWords, guests: Guests) -> None:
        self._scene = scene
        self._words = words
        self._guests = guests

    @cached_property
    def _introducers(self) -> Mapping[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for locution in self._words.company:
            words = tuple(_plain(w) for w in locution.split())
            found[words[0]].append(words)
        return found

    def behind(self, verb: Token) -> list[Ref]:
        """The first to stand behind a verb without preposition."""
        for token in neighbours(verb, leftwards=False):
            if linear_case(token) or self._scene.is_noun(token, self._words.time):
                continue
            refs = [r for r in self._guests.who(token) if self._guests.travels(token, r)]
            if refs:
                return refs
        return []

    def named_with(self, trigger: Token) -> list[Ref]:
        """All who are named behind «en présence de» and the like, after a word in its sentence."""
        found: list[Ref] = []
        end = min(trigger.sent.end, trigger.i + REACH)
        for index in range(trigger.i + 1, end):
            if (
                (length := self._introduces(trigger.doc[index], end))
                and not any(r.token > index for r in found)
                and self._is_of(trigger, index, length)
            ):
                found += self.listed(trigger.doc[index + length - 1], end)
        return found

    def _is_of(self, trigger: Token, start: int, length: int) -> bool:
        """«une délégation conduite par X» came with X; not «la médiation menée par X», told beside."""
        doc = trigger.doc
        if lower(doc[start + length - 1]) != "par":
            return True
        for word in reversed(doc[trigger.i + 1 : start]):
            if self._scene.is_noun(word, EFFORTS):
                return False
            if word.pos_ == "NOUN" and not self._scene.is_noun(word, self._words.time):
                return self._guests.is_envoy(word) or bool(self._scene.noun_classes(word))
        return True

    def _introduces(self, token: Token, end: int) -> int:
        """How many words the locution has that begins here; 0 for none."""
        for words in self._introducers.get(_plain(lower(token)), ()):
            near = token.doc[token.i : min(token.i + len(words), end)]
            if tuple(_plain(lower(t)) for t in near) == words:
                return len(words)
        return 0

    def roll(self, before: Token) -> list[Ref]:
        """All who are named behind a word up to the end of the sentence or the next clause: also behind a
        colon and between semicolons, without what stands in brackets."""
        doc, end = before.doc, before.sent.end
        found = self.listed(before, end)
        for token in doc[before.i + 1 : end]:
            if token.text == ":" or (token.text in (";", ")") and found):
                stop = next((t.i for t in doc[token.i + 1 : end] if t.text in BREAKS), end)
                if any(is_finite(t) for t in doc[token.i + 1 : stop]):
                    return found
                found += self.listed(token, stop)
            elif is_finite(token):
                return found
        return found

    def spelled_out(self, trigger: Token) -> list[Ref]:
        """«Quatre présidents sont attendus à Lomé : A, B, C et D»: who is named behind the colon; nobody
        where only one is, or where they are the subject of a clause of their own."""
        doc, end = trigger.doc, trigger.sent.end
        colon = next((t for t in doc[trigger.i + 1 : end] if t.text == ":"), None)
        if colon is None:
            return []
        verb = next((t for t in doc[colon.i + 1 : end] if is_finite(t)), None)
        if verb is not None and not any(lower(t) in RELATIVE for t in doc[colon.i + 1 : verb.i]):
            return []
        found = self.listed(colon, end)
        return found if len({r.entity for r in found}) > 1 else []

    def listed(self, before: Token, end: int) -> list[Ref]:
        """All who are named behind a word in a list of participants."""
        return [
            ref
            for token in self._phrase(before, end)
            for ref in self._scene.actors(token)
            if self._scene.mentions_at(token) and ref.entity.type in ACTING and not self._says_of_whom(token)
        ]

    def _phrase(self, before: Token, end: int) -> Iterator[Token]:
        """The words of a list of participants; where they are may stand before the first, and in brackets
        whom each stands for."""
        has_begun, resumed = False, 0
        for token in before.doc[before.i + 1 : end]:
            if token.i < resumed:
                continue
            if token.text == "(" and (resumed := _behind_bracket(token, end)):
                continue
            if token.text in BREAKS or lower(token) in ENDS or is_finite(token):
                return
            is_named = bool(self._scene.mentions_at(token))
            if is_named and linear_case(token) in PLACING:
                if has_begun:
                    return
                continue
            has_begun = has_begun or is_named
            yield token

    def _says_of_whom(self, token: Token) -> bool:
        """«le président congolais X»: the nationality or organisation is that of the person behind."""
        if any(m.entity.type is ActorType.PERSON for m in self._scene.mentions_at(token)):
            return False
        if any(m.kind is Kind.DEMONYM for m in self._scene.mentions_at(token)):
            near = token.doc[token.i + 1 : min(token.i + NEAR_NAME, token.sent.end)]
        else:
            near = token.doc[token.i + 1 : min(token.i + NEAR_NAME // 2, token.sent.end)]
        for later in near:
            if lower(later) in ("et", "ainsi"):
                return False
            for mention in self._scene.mentions_at(later):
                return mention.entity.type is ActorType.PERSON
        return False


def _behind_bracket(opening: Token, end: int) -> int:
    """Where the text goes on behind a short bracket; 0 where that is not known."""
    inside = opening.doc[opening.i + 1 : min(opening.i + BRACKET, end)]
    return next((t.i + 1 for t in inside if t.text == ")"), 0)


def _plain(word: str) -> str:
    return CONTRACTED.get(word, word)
