"""The words beside a date that begin or end an office: «élu en 2013», «renversé le 18 août»."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sahelgraph.extract.grammar import VERBAL, lower
from sahelgraph.extract.lexicon.tenure import TenureWords
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.ontology.names import fold

RESIGNATION = "demission"
BEFORE_DATE = 14
BEFORE_ASIDE = 22
ASIDE = 5
OF = ("de", "du", "d'")
OWN = ("sa", "son", "leur")
SENTENCE = 60
AFTER_CUE = 9
DURING = frozenset(("lors", "par", "durant", "pendant"))
STOPS = frozenset((";", ":", "«", "»", '"', "“", "”"))


@dataclass(frozen=True)
class Cue:
    """A word that begins or ends an office: doc[start:end]."""

    start: int
    end: int
    kind: str


class Cues:
    """The cues of one article; `spelled` are its words in the one spelling that cues have."""

    def __init__(self, doc: Doc, words: TenureWords) -> None:
        self._doc = doc
        self._cues = _cues_by_last_word(words)
        self.spelled = [spelling(token) for token in doc]

    def before(self, index: int) -> Cue | None:
        """The nearest cue before a date, with no other verb between, and no comma but around «tué lors
        d'un raid, dans le nord, en mai 2020»."""
        sentence = self._doc[index].sent.start if index < len(self._doc) else 0
        comma = index
        for end in range(index, max(sentence, index - BEFORE_ASIDE), -1):
            token = self._doc[end - 1]
            if cue := self.ending(end, sentence):
                near = comma == index and index - end < BEFORE_DATE
                return cue if near or cue.kind in ("suffer", "loss") else None
            if token.text in STOPS or (token.text == "," and comma - end > ASIDE):
                return None
            if token.text == ",":
                comma = end - 1
            if token.pos_ in VERBAL and not token.dep_.startswith("aux"):
                return None
        return None

    def after(self, index: int, start: int) -> Cue | None:
        """«le 3 mai lors d'un putsch»; «Le 26 juillet 2023, X a été renversé»: a date that opens its
        sentence."""
        doc = self._doc
        limit = min(len(doc), doc[start].sent.end)
        opening = start - doc[start].sent.start <= 2
        for end in range(index + 1, min(limit, index + (SENTENCE if opening else 5)) + 1):
            cue = self.ending(end, index)
            near = end - index < 3 * AFTER_CUE
            if cue and cue.kind == "coup" and end - index <= AFTER_CUE:
                between = {lower(t) for t in doc[index : cue.start]}
                return cue if between & DURING else None
            if (
                cue
                and cue.kind == "loss"
                and end - index <= ASIDE
                and fold(doc[cue.start].text) == RESIGNATION
            ):
                return cue  # «a annoncé lundi sa démission»
            if (
                cue
                and opening
                and (cue.kind == "suffer" or (near and cue.kind in ("leave", "begin", "lasting")))
            ):
                return cue
            entry = opening and end == index + 1  # «12 avril: X est investi»
            if (doc[end - 1].text in STOPS and not entry) or (doc[end - 1].text == "," and not opening):
                return None
        return None

    def ending(self, end: int, start: int) -> Cue | None:
        """The cue from `start` on whose last word is doc[end - 1]; «la mort de X», «sa mort» are no
        «X est mort»."""
        found = []
        for kind, words in self._cues.get(self.spelled[end - 1], ()):
            first = end - len(words)
            if first >= start and self.spelled[first:end] == words:
                found.append(Cue(first, end, kind))
        following = lower(self._doc[min(end, len(self._doc) - 1)])
        owned = bool(found) and found[0].start > 0 and lower(self._doc[found[0].start - 1]) in OWN
        if len(found) > 1 and (following in OF or owned):
            return next((cue for cue in found if cue.kind == "loss"), found[0])
        return found[0] if found else None


@cache
def _cues_by_last_word(tenure: TenureWords) -> dict[str, list[tuple[str, list[str]]]]:
    """The kinds and words of the cues by their last word; the longer cues of a kind first."""
    cues: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for kind in ("begin", "become", "lasting", "suffer", "leave", "loss", "coup", "succeed"):
        for words in sorted(getattr(tenure, kind), key=len, reverse=True):
            cues[words[-1]].append((kind, list(words)))
    return dict(cues)


def spelling(token: Token) -> str:
    """A word as cues have it: «élu» is «elu»."""
    return fold(token.text).replace("’", "'")
