"""The forms of a French adjective of nationality, from its masculine singular."""

from __future__ import annotations

# Ending of the masculine, then of the feminine; the first that fits counts.
FEMININES = (
    ("éen", "éenne"),
    ("ien", "ienne"),
    ("yen", "yenne"),
    ("ain", "aine"),
    ("ais", "aise"),
    ("ois", "oise"),
    ("and", "ande"),
    ("ol", "ole"),
    ("an", "ane"),
    ("in", "ine"),
    ("ard", "arde"),
    ("al", "ale"),
    ("i", "ie"),
    ("é", "ée"),
    ("e", "e"),
)


def forms(masculine: str, feminine: str | None = None) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural: malien → malien, malienne, maliens, maliennes.

    Raises ValueError where the feminine must be given because no rule covers the ending."""
    if feminine is None:
        for ending, other in FEMININES:
            if masculine.endswith(ending):
                feminine = masculine[: -len(ending)] + other
                break
        else:
            raise ValueError(f"give the feminine of «{masculine}» too")
    plural = masculine if masculine.endswith(("s", "x")) else masculine + "s"
    return tuple(dict.fromkeys((masculine, feminine, plural, feminine + "s")))
