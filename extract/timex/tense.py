"""Which way a date points that says neither year nor week: to the past or to the future."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from sahelgraph.extract.lexicon.dates import TenseWords, date_words
from sahelgraph.extract.timex.tokens import Atoms

# Distances in atoms, at most.
FAR = 40
NEAR = 8  # «prévue à Pau le …»
NEXT_TO = 4  # «avant l'arrivée samedi de …»
BESIDE = 2  # «se réunissent lundi»
WITH_AUXILIARY = 5  # «a-t-on appris»
OPENING = 3  # before a date that opens its sentence


class Direction(StrEnum):
    PAST = "past"
    FUTURE = "future"


def direction(atoms: Atoms, first: int, last: int, *, weekday: bool) -> Direction | None:
    """Which way the verbs around the atoms `first` to `last` point: the nearest cue before them in the
    sentence, else the nearest after, which a comma cuts off from a date that does not open the sentence.
    A date that goes with a noun («l'attaque de vendredi») takes only what is near before it. A verb in
    the present beside a weekday points ahead. None where there is no cue."""
    of_noun = atoms.has(first - 1, "of") and atoms.lead(first - 2) is None  # but «à partir de vendredi»
    before = range(first - 1, max(first - (NEAR if of_noun else FAR), 0) - 1, -1)
    for index in before:
        if ends_sentence(atoms, index):
            break
        if found := _cue(atoms, index, first - index, weekday):
            return found
    after = range(last + 1, min(last + FAR, len(atoms.atoms)))
    opening = any(index < 0 or ends_sentence(atoms, index) for index in range(first - OPENING, first))
    return None if of_noun else _first_after(atoms, after, over_commas=opening)


def ends_sentence(atoms: Atoms, index: int) -> bool:
    """Is the atom the end of a sentence or paragraph? The stop of an initial («M.») is none."""
    if atoms.has(index, "gap"):
        return True
    if not atoms.has(index, "end"):
        return False
    return index == 0 or not (len(atoms.atoms[index - 1].text) < 3 and atoms.atoms[index - 1].text.isupper())


def _first_after(atoms: Atoms, indices: Iterable[int], *, over_commas: bool) -> Direction | None:
    for index in indices:
        if ends_sentence(atoms, index) or (not over_commas and atoms.has(index, "comma")):
            return None
        if found := _cue(atoms, index, FAR, weekday=False):
            return found
    return None


def _cue(atoms: Atoms, index: int, distance: int, weekday: bool) -> Direction | None:
    """What one atom says, that far from the date."""
    word, words = atoms.word(index), date_words().tense
    meaning = _meanings().get(word)
    if meaning is None and atoms.has(index, "plain", "function"):
        if (
            weekday
            and distance <= BESIDE
            and index
            and atoms.atoms[index - 1].text.lower() in words.reflexive
        ):
            return Direction.PAST if word.endswith(words.past_endings) else Direction.FUTURE
        return _by_ending(word, words)
    match meaning:
        case "future":
            return Direction.FUTURE
        case "past":
            return Direction.PAST
        case "expected" if distance <= NEAR:
            return Direction.FUTURE
        case "ahead" if distance <= NEXT_TO and weekday and not _goes_on_to_act(atoms, index):
            return Direction.FUTURE
        case "behind" if distance <= NEXT_TO:
            return Direction.PAST
        case "calls" if atoms.has(index + 1, "to"):
            return Direction.FUTURE
        case "auxiliary" if word in words.conditional and _is_done_to(atoms, index + 1, words):
            return Direction.FUTURE
        case "auxiliary" if _participle_follows(atoms, index, words):
            return Direction.PAST
        case "done" if atoms.word(index - 1) in words.conditional and _is_done_to(atoms, index, words):
            return Direction.FUTURE
        case "done" if (distance <= NEXT_TO or _opens_sentence(atoms, index)) and not _is_noun_or_to_come(
            atoms, index
        ):
            return Direction.PAST
        case "coming" if distance <= BESIDE and weekday:
            return Direction.FUTURE
    return None


def _goes_on_to_act(atoms: Atoms, index: int) -> bool:
    """«s'est rendu à X avant de gagner lundi Y»: as the verb before it."""
    return atoms.word(index) == "avant" and atoms.has(index + 1, "of")


@cache
def _meanings() -> dict[str, str]:
    words = date_words().tense
    lists = ("coming", "auxiliary", "past", "behind", "ahead", "calls", "expected", "future")
    participles = {f"{word}{ending}": "done" for word in words.done for ending in ("", "e", "s", "es")}
    return participles | {word: name for name in lists for word in getattr(words, name)}


def _opens_sentence(atoms: Atoms, index: int) -> bool:
    """«Nommé ministre de la Défense en juin, …»"""
    return index == 0 or ends_sentence(atoms, index - 1)


def _is_noun_or_to_come(atoms: Atoms, participle: int) -> bool:
    """«l'arrivée», «sera signé», «doit être signé»"""
    before = [atoms.word(index) for index in range(participle - 3, participle)]
    if before[-1] in date_words().tense.articles or "être" in before:
        return True
    return any(_by_ending(word, date_words().tense) is Direction.FUTURE for word in before)


def _is_done_to(atoms: Atoms, participle: int, words: TenseWords) -> bool:
    """«(a annoncé que dix prisonniers) seraient libérés»: still to be done; «serait mort»: it is said."""
    word = atoms.word(participle)
    return _meanings().get(word) == "done" and not word.startswith(words.gone)


def _by_ending(word: str, words: TenseWords) -> Direction | None:
    if len(word) < 4:
        return None
    if word.endswith(words.future_endings) and word not in words.not_future:
        return Direction.FUTURE
    if word.endswith(words.past_endings) and word not in words.not_past:
        return Direction.PAST
    return None


def _participle_follows(atoms: Atoms, index: int, words: TenseWords) -> bool:
    following = atoms.atoms[index + 1 : index + 1 + WITH_AUXILIARY]
    return any(len(a.text) > 1 and a.text.lower().endswith(words.participle_endings) for a in following)
