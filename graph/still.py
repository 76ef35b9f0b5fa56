"""The network as a still picture (SVG), for papers: the best connected actors, or those around one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

import networkx as nx

from sahelgraph.graph import svg
from sahelgraph.graph.bundles import STANDINGS, Bundle, Line, bundles_of, lines_of
from sahelgraph.graph.labels import Label, place_labels
from sahelgraph.graph.layout import Point, links, positions, ranked, ties
from sahelgraph.graph.network import ActorNode, RelationEdge, actor_nodes, relation_edges
from sahelgraph.graph.picture_data import View, check_view, clean, size_of
from sahelgraph.graph.wording import GROUPS, ON, SHOWN, TITLE, TYPES
from sahelgraph.graph.wording import STANDINGS as STANDING_WORDS

WIDTH = 1200.0
MARGIN = 90.0
LEGEND = 66.0
LINES_PER_ACTOR = 2
AREAS = 5
LARGEST_AREA = 16


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
    among = [b for b in bundles if b.subject in shown and b.object in shown]
    lines = _best(lines_of(among), view, len(shown))
    actors = [actor for actor in actor_nodes(network) if actor.id in shown]
    drawn = [bundle for line in lines for bundle in line.bundles]
    graph = ties((actor.id for actor in actors), _edges(drawn))
    places, height = _fitted(positions(graph, len(actors)))
    linked = links(ties(network.nodes, edges))
    sizes = {actor.id: size_of(linked[actor.id]) * 0.8 for actor in actors}

    picture = svg.picture(WIDTH, height, title or TITLE[language])
    about = SHOWN[language].format(actors=len(actors), all=len(network), lines=len(drawn))
    if view.on:
        about += ", " + ON[language].format(day=view.on.isoformat())
    svg.write(picture, about, 20, 52, fill="quiet")
    _draw_areas(picture, drawn, places)
    _draw_lines(picture, lines, places, sizes)
    names = {actor.id: _label(actor, language) for actor in actors}
    for actor in actors:
        shape = _draw_actor(picture, actor, places[actor.id], sizes[actor.id])
        svg.draw(shape, "title").text = clean(names[actor.id])
    _write_names(picture, place_labels(names, places, sizes, WIDTH), sizes)
    _draw_legend(picture, actors, lines, height, language)
    return svg.to_text(picture)


def _draw_actor(picture: ET.Element, actor: ActorNode, place: Point, size: float) -> ET.Element:
    x, y = place
    return svg.draw(
        picture,
        "path",
        d=svg.TYPE_PATHS.get(actor.type, svg.TYPE_PATHS["Person"]),
        transform=f"translate({x:.1f} {y:.1f}) scale({size:.1f})",
        fill=svg.colours()[actor.type.lower()],
    )


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


def _best(lines: Sequence[Line], view: View, actors: int) -> list[Line]:
    """The best supported lines, with each actor's own best."""

    def support(line: Line) -> tuple[bool, bool, int, int, str, str, str]:
        away = view.focus is not None and view.focus not in (line.subject, line.object)
        rank = STANDINGS.index(line.standing)
        return away, not line.reported, -line.sources, rank, line.subject, line.object, line.group

    kept: list[Line] = []
    linked: set[str] = set()
    for line in sorted(lines, key=support):
        if len(kept) < actors * LINES_PER_ACTOR or not {line.subject, line.object} <= linked:
            linked |= {line.subject, line.object}
            kept.append(line)
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


def _draw_areas(picture: ET.Element, drawn: Iterable[Bundle], places: Mapping[str, Point]) -> None:
    """One soft stroke from an alliance to each of its members, for the alliances with the most sources."""
    members: dict[str, list[Bundle]] = {}
    for bundle in drawn:
        if bundle.relation == "member-of" and bundle.standing != "denied":
            members.setdefault(bundle.object, []).append(bundle)
    readable = {a: found for a, found in members.items() if 3 <= len(found) <= LARGEST_AREA}

    def support(alliance: str) -> tuple[int, int, str]:
        found = readable[alliance]
        return -sum(b.sources for b in found if b.reported), -len(found), alliance

    for position, alliance in enumerate(sorted(readable, key=support)[:AREAS], start=1):
        x, y = places[alliance]
        spokes = (places[bundle.subject] for bundle in readable[alliance])
        svg.draw(
            picture,
            "path",
            d="".join(f"M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}" for u, v in spokes),
            fill="none",
            stroke=svg.colours()[f"area{position}"],
            stroke_width=34,
            stroke_opacity=0.17,
            stroke_linecap="round",
        )


def _draw_lines(
    picture: ET.Element, lines: Sequence[Line], places: Mapping[str, Point], sizes: Mapping[str, float]
) -> None:
    defs = svg.draw(picture, "defs")
    for name in (*GROUPS["fr"], "contested", "denied"):
        marker = svg.draw(
            defs,
            "marker",
            id=f"to-{name}",
            viewBox="0 0 8 8",
            refX=7,
            refY=4,
            markerWidth=5,
            orient="auto-start-reverse",
        )
        svg.draw(marker, "path", d="M0 1l8 3-8 3z", fill=svg.colours()[name])
    pairs: dict[frozenset[str], int] = {}
    for line in lines:
        pair = frozenset((line.subject, line.object))
        position = pairs[pair] = pairs.get(pair, -1) + 1
        bend = (position + 1) // 2 * (0.12 if position % 2 else -0.12)
        arrow = f"url(#to-{_colour(line)})"
        svg.draw(
            picture,
            "path",
            d=_path(line, places, sizes, bend if line.subject < line.object else -bend),
            fill="none",
            stroke=svg.colours()[_colour(line)],
            stroke_width=min(1 + math.log2(line.sources or 1), 5),
            stroke_opacity=0.75,
            stroke_dasharray=svg.DASHES.get(line.standing),
            marker_start=arrow if line.back else None,
            marker_end=arrow if line.forth else None,
        )


def _colour(line: Line) -> str:
    return line.standing if line.standing in ("contested", "denied") else line.group


def _path(line: Line, places: Mapping[str, Point], sizes: Mapping[str, float], bend: float) -> str:
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


def _write_names(picture: ET.Element, labels: Mapping[str, Label], sizes: Mapping[str, float]) -> None:
    for actor, label in labels.items():
        for number, text in enumerate(label.lines):
            svg.write(
                picture,
                text,
                label.middle,
                label.baseline(number),
                size=label.size,
                anchor="middle",
                halo=True,
                weight="600" if sizes[actor] > 14 else None,
            )


def _draw_legend(
    picture: ET.Element, actors: Sequence[ActorNode], lines: Sequence[Line], height: float, language: str
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
