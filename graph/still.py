"""The network as a still picture (SVG), for papers: the best connected actors, or those around one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

import networkx as nx

from sahelgraph.graph import svg
from sahelgraph.graph.bundles import STANDINGS, Bundle, bundles_of
from sahelgraph.graph.layout import Point, links, positions, ranked, ties
from sahelgraph.graph.network import ActorNode, RelationEdge, actor_nodes, relation_edges
from sahelgraph.graph.picture_data import View, check_view, clean, size_of
from sahelgraph.graph.wording import GROUPS, ON, SHOWN, TITLE, TYPES
from sahelgraph.graph.wording import STANDINGS as STANDING_WORDS

WIDTH = 1200.0
MARGIN = 90.0
LEGEND = 66.0
LINES_PER_ACTOR = 3
MOST_LETTERS = 34
LETTER = 0.56
"""The width of a letter, as a share of the height of its line."""

Box = tuple[float, float, float, float]


def render_svg(
    network: nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    language: str = "fr",
    view: View | None = None,
) -> str:
    """The first view of the explorer as SVG, with a legend and a line that says how much of the network it
    shows. The same network gives the same picture. Raises NameNotFoundError where `view` names an actor
    or a relation that does not exist."""
    view = view or View()
    check_view(view, network)
    edges = [e for e in relation_edges(network) if not view.relations or e.relation in view.relations]
    bundles = bundles_of(edges, view.on)
    shown = _shown(bundles, view)
    lines = _best([b for b in bundles if b.subject in shown and b.object in shown], view, len(shown))
    actors = [actor for actor in actor_nodes(network) if actor.id in shown]
    graph = ties((actor.id for actor in actors), _edges(lines))
    places, height = _fitted(positions(graph, len(actors)))
    linked = links(ties(network.nodes, edges))
    sizes = {actor.id: size_of(linked[actor.id]) * 0.8 for actor in actors}

    picture = svg.picture(WIDTH, height, title or TITLE[language])
    about = SHOWN[language].format(actors=len(actors), all=len(network), lines=len(lines))
    if view.on:
        about += ", " + ON[language].format(day=view.on.isoformat())
    svg.write(picture, about, 20, 52, fill="quiet")
    _draw_lines(picture, lines, places, sizes)
    for actor in actors:
        x, y = places[actor.id]
        shape = svg.draw(
            picture,
            "path",
            d=svg.TYPE_PATHS.get(actor.type, svg.TYPE_PATHS["Person"]),
            transform=f"translate({x:.1f} {y:.1f}) scale({sizes[actor.id]:.1f})",
            fill=svg.colours()[actor.type.lower()],
        )
        svg.draw(shape, "title").text = clean(_label(actor, language))
    _write_names(picture, actors, places, sizes, language)
    _draw_legend(picture, actors, lines, height, language)
    return svg.to_text(picture)


def _edges(bundles: Iterable[Bundle]) -> Iterable[RelationEdge]:
    return (edge for bundle in bundles for edge in bundle.edges)


def _shown(bundles: Sequence[Bundle], view: View) -> set[str]:
    graph = ties((), _edges(bundles))
    order = ranked(graph)
    if view.focus is not None:
        near: dict[str, int] = {view.focus: 0}
        if view.focus in graph:
            near = nx.single_source_shortest_path_length(graph, view.focus, cutoff=view.depth)
        order = sorted((n for n in order if n in near), key=near.__getitem__) or [view.focus]
    chosen = set(order[: view.max_nodes])
    linked = {end for b in bundles if {b.subject, b.object} <= chosen for end in (b.subject, b.object)}
    return linked | ({view.focus} if view.focus else set())


def _best(bundles: Sequence[Bundle], view: View, actors: int) -> list[Bundle]:
    """The best supported bundles, with each actor's own best."""

    def support(bundle: Bundle) -> tuple[bool, bool, int, int, str, str, str]:
        away = view.focus is not None and view.focus not in (bundle.subject, bundle.object)
        rank = STANDINGS.index(bundle.standing)
        return (
            away,
            not bundle.reported,
            -bundle.sentences,
            rank,
            bundle.subject,
            bundle.object,
            bundle.relation,
        )

    kept: list[Bundle] = []
    linked: set[str] = set()
    for bundle in sorted(bundles, key=support):
        if len(kept) < actors * LINES_PER_ACTOR or not {bundle.subject, bundle.object} <= linked:
            linked |= {bundle.subject, bundle.object}
            kept.append(bundle)
    return kept


def _fitted(places: Mapping[str, Point]) -> tuple[dict[str, Point], float]:
    """The places moved and scaled to the width of the picture, and the height that this takes."""
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    scale = min((WIDTH - 2 * MARGIN) / ((max(xs) - min(xs)) or 1), 1.3)
    left = (WIDTH - scale * (max(xs) - min(xs))) / 2
    moved = {
        n: (left + scale * (x - min(xs)), MARGIN + scale * (y - min(ys))) for n, (x, y) in places.items()
    }
    return moved, scale * (max(ys) - min(ys)) + 2 * MARGIN + LEGEND - 30


def _draw_lines(
    picture: ET.Element, lines: Sequence[Bundle], places: Mapping[str, Point], sizes: Mapping[str, float]
) -> None:
    defs = svg.draw(picture, "defs")
    for name in (*GROUPS["fr"], "contested", "denied"):
        marker = svg.draw(
            defs, "marker", id=f"to-{name}", viewBox="0 0 8 8", refX=7, refY=4, markerWidth=5, orient="auto"
        )
        svg.draw(marker, "path", d="M0 1l8 3-8 3z", fill=svg.colours()[name])
    pairs: dict[frozenset[str], int] = {}
    for line in lines:
        pair = frozenset((line.subject, line.object))
        position = pairs[pair] = pairs.get(pair, -1) + 1
        bend = (position + 1) // 2 * (0.12 if position % 2 else -0.12)
        svg.draw(
            picture,
            "path",
            d=_path(line, places, sizes, bend if line.subject < line.object else -bend),
            fill="none",
            stroke=svg.colours()[_colour(line)],
            stroke_width=min(1 + math.log2(line.sentences or 1), 5),
            stroke_opacity=0.75,
            stroke_dasharray=svg.DASHES.get(line.standing),
            marker_end=None if line.symmetric else f"url(#to-{_colour(line)})",
        )


def _colour(line: Bundle) -> str:
    return line.standing if line.standing in ("contested", "denied") else line.group


def _path(line: Bundle, places: Mapping[str, Point], sizes: Mapping[str, float], bend: float) -> str:
    (x1, y1), (x2, y2) = places[line.subject], places[line.object]
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    start, end = sizes[line.subject], length - sizes[line.object] - 3
    middle = ((x1 + x2) / 2 - bend * length * uy, (y1 + y2) / 2 + bend * length * ux)
    return (
        f"M{x1 + ux * start:.1f} {y1 + uy * start:.1f}"
        f"Q{middle[0]:.1f} {middle[1]:.1f} {x1 + ux * end:.1f} {y1 + uy * end:.1f}"
    )


def _label(actor: ActorNode, language: str) -> str:
    return actor.label if language == "fr" else actor.label_en or actor.label


def _write_names(
    picture: ET.Element,
    actors: Iterable[ActorNode],
    places: Mapping[str, Point],
    sizes: Mapping[str, float],
    language: str,
) -> None:
    """Each name beside its actor where there is room, the largest actors first."""
    taken: list[Box] = []
    for name, (x, y) in places.items():
        taken.append((x - sizes[name], y - sizes[name], x + sizes[name], y + sizes[name]))
    for actor in sorted(actors, key=lambda a: (-sizes[a.id], a.id)):
        name, size = svg.shorten(_label(actor, language), MOST_LETTERS), 10.5 + sizes[actor.id] / 6
        (x, y), r = places[actor.id], sizes[actor.id]
        half, high = LETTER * size * len(name) / 2, size * 1.2
        for middle, top in (
            (x, y + r),
            (x, y - r - high),
            (x + r + half + 4, y - high / 2),
            (x - r - half - 4, y - high / 2),
        ):
            box = (middle - half, top, middle + half, top + high)
            if box[0] > 0 and box[2] < WIDTH and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                svg.write(
                    picture,
                    name,
                    middle,
                    top + size,
                    size=size,
                    anchor="middle",
                    halo=True,
                    weight="600" if r > 14 else None,
                )
                break


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _draw_legend(
    picture: ET.Element, actors: Sequence[ActorNode], lines: Sequence[Bundle], height: float, language: str
) -> None:
    colours = svg.colours()
    x, y = 24.0, height - LEGEND + 22
    for type_, words in TYPES[language].items():
        if any(actor.type == type_ for actor in actors):
            svg.draw(
                picture,
                "path",
                d=svg.TYPE_PATHS[type_],
                transform=f"translate({x:.1f} {y - 4:.1f}) scale(6)",
                fill=colours[type_.lower()],
            )
            svg.write(picture, words, x + 12, y)
            x += 34 + 7 * len(words)
    x, y = 18.0, y + 26
    for group, words in GROUPS[language].items():
        if any(line.group == group for line in lines):
            x = _sample(picture, x, y, words, colours[group], None)
    for standing, words in STANDING_WORDS[language].items():
        if standing != "certain" and any(line.standing == standing for line in lines):
            colour = colours.get(standing, colours["ink"])
            x = _sample(picture, x, y, words, colour, svg.DASHES[standing])


def _sample(picture: ET.Element, x: float, y: float, words: str, colour: str, dashes: str | None) -> float:
    svg.draw(
        picture,
        "line",
        x1=x,
        y1=y - 4,
        x2=x + 30,
        y2=y - 4,
        stroke=colour,
        stroke_width=2.4,
        stroke_dasharray=dashes,
    )
    svg.write(picture, words, x + 36, y)
    return x + 56 + 7 * len(words)
