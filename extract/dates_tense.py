"""Which way a date points that says neither year nor week: to the past or to the future."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sahelgraph.extract.dates_tokens import Atoms
from sahelgraph.extract.lexicon.dates import date_words

FAR = 40  # atoms looked at on either side
OPENING = 3  # atoms before a date that opens its sentence, at most
WITH_AUXILIARY = 3  # atoms between an auxiliary and its participle, at most


class Direction(StrEnum):
    PAST = "past"
    FUTURE = "future"


def direction(atoms: Atoms, first: int, last: int) -> Direction | None:
    """The tense of the verb or participle that the atoms `first` to `last` go with: the nearest before
    them in the sentence, else the nearest after, which a comma cuts off from a date that does not open
    the sentence; None where there is no cue."""
    before = range(first - 1, max(first - FAR, 0) - 1, -1)
    after = range(last + 1, min(last + FAR, len(atoms.atoms)))
    opening = any(index < 0 or ends_sentence(atoms, index) for index in range(first - OPENING, first))
    return _nearest(atoms, before) or _nearest(atoms, after, over_commas=opening)


def ends_sentence(atoms: Atoms, index: int) -> bool:
    """Is the atom the end of a sentence or paragraph? The stop of an initial («M.») is none."""
    if atoms.has(index, "gap"):
        return True
    if not atoms.has(index, "end"):
        return False
    return index == 0 or not (len(atoms.atoms[index - 1].text) < 3 and atoms.atoms[index - 1].text.isupper())


def _nearest(atoms: Atoms, indices: Iterable[int], *, over_commas: bool = True) -> Direction | None:
    for index in indices:
        if ends_sentence(atoms, index) or (not over_commas and atoms.has(index, "comma")):
            return None
        if found := _tense(atoms, index):
            return found
    return None


def _tense(atoms: Atoms, index: int) -> Direction | None:
    cues, word = date_words().tense, atoms.atoms[index].text.lower()
    if word in cues.future:
        return Direction.FUTURE
    if word in cues.past:
        return Direction.PAST
    if word in cues.auxiliary:
        return Direction.PAST if _participle_follows(atoms, index) else None
    if not atoms.has(index, "plain") or len(word) < 4:
        return None
    if word.endswith(cues.future_endings) and word not in cues.not_future:
        return Direction.FUTURE
    if word.endswith(cues.past_endings) and word not in cues.not_past:
        return Direction.PAST
    return None


def _participle_follows(atoms: Atoms, index: int) -> bool:
    endings = date_words().tense.participle_endings
    following = atoms.atoms[index + 1 : index + 1 + WITH_AUXILIARY]
    return any(atom.text.lower().endswith(endings) and len(atom.text) > 1 for atom in following)
