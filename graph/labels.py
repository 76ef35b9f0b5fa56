"""Where the names of a still picture stand: beside their actors, and not over each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sahelgraph.graph.layout import Point
from sahelgraph.graph.svg import shorten

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

MOST_LETTERS = 40
LONG_NAME = 16
LETTER = 0.54
"""The width of a letter, as a share of its height."""
LINE = 1.18
"""The height of a line, as a share of its letters'."""
TOUCHED = 0.06
"""The share of a name's box that may lie over something else without being noticed."""
LARGE = 12.0
"""The radius from which on an actor is named even where its name must hide something."""


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a name, the middle and top of its box, and the height of its letters."""

    lines: tuple[str, ...]
    middle: float
    top: float
    size: float

    def baseline(self, line: int) -> float:
        return self.top + self.size * (LINE * line + 0.95)


def place_labels(
    names: Mapping[str, str], places: Mapping[str, Point], sizes: Mapping[str, float], width: float
) -> dict[str, Label]:
    """A label for every actor that has room for one within the width, the largest first."""
    taken = [
        (x - sizes[actor], y - sizes[actor], x + sizes[actor], y + sizes[actor])
        for actor, (x, y) in places.items()
    ]
    placed: dict[str, Label] = {}
    for actor in sorted(names, key=lambda a: (-sizes[a], a)):
        lines, size = in_lines(names[actor]), 10.5 + sizes[actor] / 6
        wide = LETTER * size * max(map(len, lines))
        high = size * LINE * len(lines)
        box = _free(places[actor], sizes[actor], wide, high, taken, width)
        if box:
            taken.append(box)
            placed[actor] = Label(lines, (box[0] + box[2]) / 2, box[1], size)
    return placed


def in_lines(name: str) -> tuple[str, ...]:
    """A name in one line, or in two where it is long; the longest are cut."""
    name = shorten(name, MOST_LETTERS)
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= LONG_NAME or not spaces:
        return (name,)
    middle = min(spaces, key=lambda place: max(place, len(name) - place))
    return name[:middle], name[middle + 1 :]


def _free(
    place: Point, radius: float, wide: float, high: float, taken: Iterable[Box], width: float
) -> Box | None:
    (x, y), near, far = place, radius + 3, radius * 0.6
    corners = (
        (x - wide / 2, y + near - 2),
        (x - wide / 2, y - near - high + 2),
        (x + near, y - high / 2),
        (x - near - wide, y - high / 2),
        (x + far, y + far),
        (x - far - wide, y + far),
        (x + far, y - far - high),
        (x - far - wide, y - far - high),
    )
    boxes = [(left, top, left + wide, top + high) for left, top in corners]
    inside = [box for box in boxes if box[0] > 0 and box[2] < width] or boxes[:1]
    costs = [sum(_shared(box, other) for other in taken) / (wide * high) for box in inside]
    free = next((box for box, cost in zip(inside, costs, strict=True) if cost < TOUCHED), None)
    return free or (inside[costs.index(min(costs))] if radius >= LARGE else None)


def _shared(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
