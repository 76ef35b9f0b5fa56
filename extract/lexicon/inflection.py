"""The forms of verbs, French and English, as far as questions need them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

VOWELS = "aeiou"


class Form(StrEnum):
    """What a form of a verb may be. BARE is the infinitive, and in English the present too."""

    BARE = "bare"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"


Forms = Mapping[str, frozenset[Form]]
"""Spelling, in small letters with accents → what it may be."""

FIRST_GROUP = {
    Form.PRESENT: ("e", "ent"),
    Form.PAST: ("ait", "aient", "a", "èrent"),
    Form.PARTICIPLE: ("é", "ée", "és", "ées"),
}
SECOND_GROUP = {
    Form.PRESENT: ("it", "issent"),
    Form.PAST: ("issait", "issaient", "irent"),
    Form.PARTICIPLE: ("i", "ie", "is", "ies"),
}
THIRD_GROUP = {
    Form.PRESENT: ("", "ent"),
    Form.PAST: ("ait", "aient", "it", "irent"),
    Form.PARTICIPLE: ("u", "ue", "us", "ues"),
}
ENDINGS = {"er": FIRST_GROUP, "ir": SECOND_GROUP, "re": THIRD_GROUP}


def french(infinitive: str) -> Forms:
    """Third persons and participles of a regular verb. Raises ValueError for a verb in -oir."""
    group = ENDINGS.get(infinitive[-2:])
    if group is None or infinitive.endswith("oir"):
        raise ValueError(f"give the forms of «{infinitive}»")
    stem = infinitive[:-2]
    pairs = [(infinitive, Form.BARE)]
    for form, endings in group.items():
        pairs += [(_joined(stem, ending), form) for ending in endings]
        if form is Form.PRESENT and group is FIRST_GROUP:
            pairs += [(_grave(stem) + ending, form) for ending in endings]
    return _collected(pairs)


def english(base: str) -> Forms:
    """The forms of a regular verb: attack, attacks, attacked, attacking."""
    return _collected(_english(base))


def _english(base: str) -> Iterator[tuple[str, Form]]:
    yield base, Form.BARE
    if re.search(rf"[^{VOWELS}]y$", base):
        yield base[:-1] + "ies", Form.PRESENT
        stems = [(base[:-1] + "i", base)]
    elif base.endswith("e"):
        yield base + "s", Form.PRESENT
        stems = [(base[:-1], base[:-1])]
    else:
        yield base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s"), Form.PRESENT
        stems = [(base, base)]
        if re.search(rf"[^{VOWELS}][{VOWELS}][^{VOWELS}wxy]$", base):
            stems.append((base + base[-1], base + base[-1]))
    for stem, whole in stems:
        yield stem + "ed", Form.PAST
        yield stem + "ed", Form.PARTICIPLE
        yield whole + "ing", Form.PRESENT


def _joined(stem: str, ending: str) -> str:
    """menac + ait → menaçait, dirig + a → dirigea."""
    if ending[:1] == "a" and stem.endswith("c"):
        stem = stem[:-1] + "ç"
    return stem + "e" + ending if ending[:1] == "a" and stem.endswith("g") else stem + ending


def _grave(stem: str) -> str:
    """The stem before a mute e: enlev → enlèv, libér → libèr."""
    return re.sub(r"[eé]([bcdfgjklmnpqrstvz])$", r"è\1", stem)


def _collected(pairs: Iterator[tuple[str, Form]] | list[tuple[str, Form]]) -> Forms:
    found: dict[str, set[Form]] = {}
    for spelling, form in pairs:
        found.setdefault(spelling, set()).add(form)
    return {spelling: frozenset(forms) for spelling, forms in found.items()}
