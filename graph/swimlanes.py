"""Memberships over time as a chart: one band an alliance, one lane a member, SVG alone or in a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from xml.etree import ElementTree as ET

import networkx as nx

from sahelgraph.graph import svg
from sahelgraph.graph.network import RelationEdge, actor_nodes, relation_edges
from sahelgraph.graph.picture_data import View, check_view
from sahelgraph.graph.wording import HEADS, STANDINGS, TIMELINE_TITLE

WIDTH = 1100.0
LABELS = 250.0
LANE = 18.0
HEAD = 26.0
TOP = 76.0
MOST_ALLIANCES = 30
MOST_LANES = 60
MOST_LETTERS = 30
SHORTEST_SPAN = 365 * 3
PALE = 0.28


@dataclass(frozen=True, slots=True)
class Band:
    """An alliance and the lanes of its members, or a member and the lanes of its alliances (`of`); a lane
    holds spells."""

    actor: str
    of: Literal["members", "alliances"]
    lanes: tuple[tuple[str, tuple[RelationEdge, ...]], ...]
    reported: int
    """How many of the lanes an article supports."""


def render_timeline(
    network: nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    language: str = "fr",
    view: View | None = None,
    page: bool = False,
) -> str:
    """The memberships of a network as bars: pale where possible, full where certain.

    It holds the alliances that articles support, all where there are none; `view.focus` holds it to one
    actor's alliances or one alliance's members, `view.on` marks a day. Raises NameNotFoundError where the
    view names an actor that does not exist.
    """
    view = view or View()
    check_view(view, network)
    bands = _bands(relation_edges(network), view.focus)
    first, last = _span([edge for band in bands for _, lane in band.lanes for edge in lane], view.on)
    names = {a.id: a.label if language == "fr" else a.label_en or a.label for a in actor_nodes(network)}
    height = TOP + sum(HEAD + LANE * len(band.lanes) for band in bands) + 20
    chart = svg.picture(WIDTH, height, title or TIMELINE_TITLE[language])
    _draw_years(chart, first, last, height)
    y = TOP
    for band in bands:
        y = _draw_head(chart, HEADS[language][band.of].format(name=svg.shorten(names[band.actor], 60)), y)
        for member, lane in band.lanes:
            name = svg.shorten(names[member], MOST_LETTERS)
            svg.write(chart, name, LABELS - 10, y + 13, anchor="end")
            _draw_lane(chart, lane, y, first, last)
            y += LANE
    if view.on:
        x = _x(view.on, first, last)
        svg.draw(chart, "line", x1=x, x2=x, y1=TOP - 22, y2=y, stroke=svg.colours()["conflict"])
        svg.write(
            chart, view.on.isoformat(), x, TOP - 26, size=11, anchor="middle", fill="conflict", halo=True
        )
    _draw_legend(chart, language)
    heading = title or TIMELINE_TITLE[language]
    return svg.to_page(chart, heading, language) if page else svg.to_text(chart)


def _draw_head(chart: ET.Element, text: str, y: float) -> float:
    """What stands above a band, under a rule; returns where its lanes begin."""
    svg.write(chart, text, 20, y + 17, size=13, weight="600")
    svg.draw(chart, "line", x1=20, x2=WIDTH - 20, y1=y, y2=y, stroke=svg.colours()["rule"])
    return y + HEAD


def _bands(edges: Iterable[RelationEdge], focus: str | None) -> list[Band]:
    spells = [edge for edge in edges if edge.layer == "membership"]
    if focus is not None:
        own, members = _lanes(spells, "subject", "object"), _lanes(spells, "object", "subject")
        both = (_band(focus, "alliances", own[focus]), _band(focus, "members", members[focus]))
        return [band for band in both if band.lanes]
    bands = [_band(a, "members", lanes) for a, lanes in _lanes(spells, "object", "subject").items()]
    if any(band.reported for band in bands):
        bands = [band for band in bands if band.reported]
    bands.sort(key=lambda band: (-band.reported, -len(band.lanes), band.actor))
    return sorted(bands[:MOST_ALLIANCES], key=lambda band: (_begin(band.lanes[0][1]), band.actor))


def _lanes(spells: Iterable[RelationEdge], by: str, lane: str) -> dict[str, dict[str, list[RelationEdge]]]:
    found: dict[str, dict[str, list[RelationEdge]]] = defaultdict(lambda: defaultdict(list))
    for spell in spells:
        found[getattr(spell, by)][getattr(spell, lane)].append(spell)
    return found


def _band(
    actor: str, of: Literal["members", "alliances"], lanes: Mapping[str, Sequence[RelationEdge]]
) -> Band:
    first = sorted(lanes.items(), key=lambda lane: (_begin(lane[1]), lane[0]))[:MOST_LANES]
    return Band(
        actor,
        of,
        tuple((other, tuple(spells)) for other, spells in first),
        sum(any(not edge.curated for edge in spells) for _, spells in first),
    )


def _begin(spells: Sequence[RelationEdge]) -> date:
    return min((d for s in spells for d in (s.earliest_start, s.latest_start) if d), default=date.max)


def _span(edges: Sequence[RelationEdge], on: date | None) -> tuple[date, date]:
    bounds = [
        bound
        for edge in edges
        for bound in (edge.earliest_start, edge.latest_start, edge.earliest_end, edge.latest_end)
        if bound
    ] + ([on] if on else [])
    if not bounds:
        return date(2000, 1, 1), date(2003, 1, 1)
    first, last = min(bounds), max(bounds)
    if (last - first).days < SHORTEST_SPAN:
        first = date.fromordinal(max(last.toordinal() - SHORTEST_SPAN, 1))
    return first, last


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / (last - first).days
    return LABELS + min(max(share, 0.0), 1.0) * (WIDTH - LABELS - 30)


def _draw_years(chart: ET.Element, first: date, last: date, height: float) -> None:
    years = last.year - first.year
    step = next((s for s in (1, 2, 5, 10, 20, 50) if years / s <= 18), 100)
    for year in range(-(-(first.year + 1) // step) * step, last.year + 1, step):
        x = _x(date(year, 1, 1), first, last)
        svg.draw(chart, "line", x1=x, x2=x, y1=TOP - 6, y2=height - 14, stroke=svg.colours()["rule"])
        svg.write(chart, str(year), x, TOP - 12, size=11, anchor="middle", fill="quiet")


def _draw_lane(chart: ET.Element, spells: Iterable[RelationEdge], y: float, first: date, last: date) -> None:
    """Bars between the bounds that are known; a thin line runs on where nothing is known of a side."""
    for spell in spells:
        t1, t2, t3, t4 = spell.earliest_start, spell.latest_start, spell.earliest_end, spell.latest_end
        begin = t1 or t2 or t3 or t4 or first
        end = t4 or (last if t1 else t3 or t2 or last)
        bars = [(begin, end, PALE, LANE - 8)]
        if not t1:
            bars.append((first, begin, PALE, 2.0))
        if not t4:
            bars.append((end, last, PALE, 2.0))
        if t2 and t3 and spell.status != "possible":
            bars.append((t2, t3, 1.0, LANE - 8))
        for start, stop, opacity, tall in bars:
            left, right = _x(start, first, last), _x(stop, first, last)
            if right < left or (right == left and tall < LANE - 8):
                continue
            bar = svg.draw(
                chart,
                "rect",
                x=left,
                y=y + LANE / 2 - tall / 2,
                width=max(right - left, 2.0),
                height=tall,
                rx=2 if tall > 2 else None,
                fill=svg.colours()["contested" if spell.status == "contested" else "membership"],
                opacity=opacity,
            )
            svg.draw(bar, "title").text = f"{spell.when or ''} ({spell.status})"


def _draw_legend(chart: ET.Element, language: str) -> None:
    x = WIDTH - 330
    for standing, colour, opacity in (
        ("certain", "membership", 1.0),
        ("possible", "membership", PALE),
        ("contested", "contested", 1.0),
    ):
        svg.draw(
            chart, "rect", x=x, y=23, width=26, height=10, rx=2, fill=svg.colours()[colour], opacity=opacity
        )
        svg.write(chart, STANDINGS[language][standing], x + 32, 32)
        x += 108
