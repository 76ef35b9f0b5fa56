"""Where the actors of a picture stand: the best connected laid out well, all others near whom they know.

The core is laid out by stress majorisation (Gansner, Koren and North 2004); its size is capped. Every
other actor takes the nearest free cell of a grid beside its best-connected neighbour, so that the time
grows no faster than n log n. The same network always gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from sahelgraph.graph.network import RelationEdge

LARGEST_CORE = 160
CELL = 90.0
"""The side of a grid cell, in the units of the canvas: room for one actor and its name."""
WIDE = 1.5
FILLED = 0.55
"""How wide the core is at first, before its crowded parts are spread: less fills it more evenly."""
STRENGTHS = {"membership": 3.0, "offices": 3.0, "cooperation": 2.0, "presence": 1.0, "conflict": 1.0}
SECTORS = 360
NEARBY = 80
GOLDEN = math.pi * (3 - math.sqrt(5))

Point = tuple[float, float]
Cell = tuple[int, int]
Points = NDArray[np.float64]


def ties(actors: Iterable[str], edges: Iterable[RelationEdge]) -> nx.Graph[str]:
    """Who is linked to whom, however often and in which direction. A tie has the `count` of its edges, the
    `strength` of its strongest kind, a `weight` that grows with both, and is `reported` where an article
    has it and not only an actor file."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actors)
    for edge in edges:
        if edge.subject == edge.object:
            continue
        if not graph.has_edge(edge.subject, edge.object):
            graph.add_edge(edge.subject, edge.object, count=0, strength=0.0, reported=False)
        tie = graph.edges[edge.subject, edge.object]
        tie["count"] += 1
        tie["reported"] |= not edge.curated
        tie["strength"] = max(tie["strength"], STRENGTHS.get(edge.group, 1.0))
        tie["weight"] = tie["strength"] * (1 + math.log(tie["count"]))
    return graph


def links(graph: nx.Graph[str]) -> dict[str, int]:
    """To how many others each actor is linked by an article; by anything, where no article links any two."""
    reported = dict(graph.degree(weight="reported"))
    return reported if any(reported.values()) else dict(graph.degree())


def ranked(graph: nx.Graph[str]) -> list[str]:
    """The actors by their `links`, then by all ties, then by the weight of these, then by id."""
    linked, degree, weight = links(graph), dict(graph.degree()), dict(graph.degree(weight="weight"))
    return sorted(graph.nodes, key=lambda n: (-linked[n], -degree[n], -weight[n], n))


def positions(graph: nx.Graph[str], core: int = 60) -> dict[str, Point]:
    """A place for every actor of these `ties`, in canvas units around (0, 0), y growing downwards; with
    care for the `core` best connected (at most LARGEST_CORE)."""
    order = ranked(graph)
    placed = _core(graph, [n for n in order[: min(core, LARGEST_CORE)] if graph.degree(n)])
    taken: dict[Cell, str] = {}
    for node, point in placed.items():
        taken.setdefault(_cell(point), node)
    _place_others(graph, order, placed, taken)
    return placed


def _core(graph: nx.Graph[str], nodes: Sequence[str]) -> dict[str, Point]:
    core: nx.Graph[str] = nx.Graph()
    core.add_nodes_from(nodes)
    core.add_edges_from((u, v, d) for u, v, d in graph.edges(nodes, data=True) if u in core and v in core)
    parts = sorted(nx.connected_components(core), key=lambda part: (-len(part), min(part)))
    placed: dict[str, Point] = {}
    top, bottom, left, right, down = 0.0, 0.0, 0.0, 0.0, 0.0
    for part in parts:
        members = [n for n in nodes if n in part]  # in an order that never changes: a part is a set
        points = _untangled(core, members)
        low, high = points.min(axis=0), points.max(axis=0)
        if not placed:
            top, bottom, right, down = low[1], high[1], high[0], high[1]
        else:
            # the others fill columns beside the largest part
            if down + 2 * CELL + high[1] - low[1] > bottom:
                left, down = right + 2 * CELL, top - 2 * CELL
            points += np.array([left - low[0], down + 2 * CELL - low[1]])
            right, down = max(right, points[:, 0].max()), points[:, 1].max()
        placed |= {n: (float(x), float(y)) for n, (x, y) in zip(members, points, strict=True)}
    return placed


def _untangled(graph: nx.Graph[str], members: Sequence[str]) -> Points:
    points = _by_stress(_distances(graph, members))
    points -= points.mean(axis=0)
    spread = float(np.sqrt((points**2).sum(axis=1).mean())) or 1.0
    points *= CELL * math.sqrt(len(members)) * FILLED / spread
    points[:, 0] *= WIDE
    degrees = np.array([graph.degree(n) for n in members], dtype=float)
    return _apart(points, 0.9 + 0.8 * np.sqrt(degrees / max(degrees.max(), 1.0)))


def _distances(graph: nx.Graph[str], members: Sequence[str]) -> Points:
    """How far apart each two should stand: the shortest way along their ties, which are the longer the more
    ties both ends have, so that hubs keep their distance, and the shorter the stronger they are."""
    place = {node: position for position, node in enumerate(members)}
    distance = np.full((len(members), len(members)), np.inf)
    np.fill_diagonal(distance, 0.0)
    for u, v, tie in graph.edges(members, data=True):
        length = (graph.degree(u) * graph.degree(v)) ** 0.25 / math.sqrt(tie["strength"])
        distance[place[u], place[v]] = distance[place[v], place[u]] = length
    for via in range(len(members)):
        np.minimum(distance, distance[:, via, None] + distance[None, via, :], out=distance)
    return distance


def _by_stress(distance: Points, rounds: int = 200) -> Points:
    """Places whose distances come near those wanted: classical scaling, then stress majorisation."""
    count = len(distance)
    if count == 1:
        return np.zeros((1, 2))
    centring = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-centring @ distance**2 @ centring / 2)
    points: Points = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    points *= np.where(points[0] < 0, -1.0, 1.0)
    weights = 1 / np.where(distance > 0, distance, np.inf) ** 2
    solve = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    for _ in range(rounds):
        actual = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
        pull = weights * distance / np.where(actual > 1e-9, actual, np.inf)
        points = solve @ ((np.diag(pull.sum(axis=1)) - pull) @ points)
    return points


def _apart(points: Points, room: Points, rounds: int = 300) -> Points:
    """Push actors that stand closer than the cells that they need (`room`: how large) apart, all at once,
    until none does or the rounds are over; a cell is wider than high, as names are."""
    shape = np.array([WIDE, 1.0])
    points = points / shape
    wanted = CELL * (room[:, None] + room[None]) / 2
    for _ in range(rounds):
        delta = points[:, None] - points[None]
        distance = np.sqrt((delta**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        overlap = np.clip(wanted - distance, 0.0, None)
        if overlap.max() < 1.0:
            break
        points = points + (delta / np.maximum(distance, 1e-6)[..., None] * overlap[..., None]).sum(axis=1) / 4
    return np.asarray(points * shape)


def _cell(point: Point) -> Cell:
    return round(point[0] / (WIDE * CELL)), round(point[1] / CELL)


def _middle(cell: Cell) -> Point:
    return cell[0] * WIDE * CELL, cell[1] * CELL


def _place_others(
    graph: nx.Graph[str], order: Sequence[str], placed: dict[str, Point], taken: dict[Cell, str]
) -> None:
    rank = {node: position for position, node in enumerate(order)}
    tried: dict[str, int] = {}
    frontier = [0] * SECTORS
    for node in order:
        if node in placed:
            continue
        anchor = min((n for n in graph[node] if n in placed), key=rank.__getitem__, default=None)
        cell = _beside(placed[anchor], anchor, taken, tried) if anchor else None
        if cell is None:
            x, y = placed[anchor] if anchor else _turned(rank[node], 1.0)
            cell = _outside(math.atan2(y, x), taken, frontier)
        taken[cell] = node
        placed[node] = _middle(cell)


def _beside(point: Point, anchor: str, taken: dict[Cell, str], tried: dict[str, int]) -> Cell | None:
    """The first free cell on a spiral around the anchor; None where all that is near is taken."""
    for step in range(tried.get(anchor, 1), NEARBY):
        tried[anchor] = step
        x, y = _turned(step, CELL * math.sqrt(step))
        cell = _cell((point[0] + WIDE * x, point[1] + y))
        if cell not in taken:
            return cell
    return None


def _outside(angle: float, taken: dict[Cell, str], frontier: list[int]) -> Cell:
    """The first free cell on the way out from the centre in this direction."""
    sector = int((angle % math.tau) / math.tau * SECTORS) % SECTORS
    while True:
        reach = frontier[sector] * CELL
        cell = _cell((reach * math.cos(angle), reach * math.sin(angle)))
        if cell not in taken:
            return cell
        frontier[sector] += 1


def _turned(step: int, reach: float) -> Point:
    """The point at this step of a sunflower's spiral (Vogel 1979)."""
    return reach * math.cos(step * GOLDEN), reach * math.sin(step * GOLDEN)
