"""The edges of one relation between two actors as one line of a picture, and how sure that line is.

`template/model.js` draws by the same rules, for the day that its reader chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sahelgraph.graph.network import RelationEdge
from sahelgraph.ontology.when import Certainty, When

STANDINGS = ("certain", "possible", "contested", "planned", "alleged", "denied")
EVENTS_STAY = timedelta(days=90)
"""How long after it an event still shows."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """`standing` is one of STANDINGS; `sources` counts articles: those that print one text count once."""

    subject: str
    object: str
    relation: str
    group: str
    symmetric: bool
    standing: str
    sources: int
    reported: bool
    """Does an article say it, and not only an actor file?"""
    edges: tuple[RelationEdge, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn between two actors. `standing` and `sources` are as of a bundle."""

    subject: str
    object: str
    group: str
    standing: str
    sources: int
    reported: bool
    forth: bool
    """Does it point from the subject to the object?"""
    back: bool
    bundles: tuple[Bundle, ...]


def bundles_of(edges: Iterable[RelationEdge], on: date | None = None) -> list[Bundle]:
    """The bundles of a network, on a day or over the whole time. On a day, what has no date is left out."""
    together: dict[tuple[str, str, str], list[tuple[RelationEdge, str]]] = {}
    fused: set[tuple[str, str, str]] = set()
    for edge in edges:
        ends = sorted((edge.subject, edge.object)) if edge.symmetric else [edge.subject, edge.object]
        key = (ends[0], ends[1], edge.relation)
        if edge.layer == "membership":
            fused.add(key)
        standing = standing_on(edge, on)
        if standing and edge.subject != edge.object:
            together.setdefault(key, []).append((edge, standing))
    return [
        _bundle(key[0], key[1], parts)
        for key, parts in sorted(together.items())
        if on is None or _borne_out(parts, key in fused)
    ]


def _borne_out(parts: Sequence[tuple[RelationEdge, str]], fused: bool) -> bool:
    """Is there a fused membership for what claims say of a day, or are they of another standing? An
    article that knows of no end does not prolong a membership whose end another tells."""
    return not fused or any(
        edge.layer == "membership" or standing not in ("certain", "possible") for edge, standing in parts
    )


def lines_of(bundles: Iterable[Bundle]) -> list[Line]:
    """Bundles of one kind (membership, conflict …) between the same two actors as one line."""
    together: dict[tuple[str, str, str], list[Bundle]] = {}
    for bundle in bundles:
        ends = sorted((bundle.subject, bundle.object))
        together.setdefault((ends[0], ends[1], bundle.group), []).append(bundle)
    return [_line(parts) for _, parts in sorted(together.items())]


def standing_on(edge: RelationEdge, on: date | None) -> str | None:
    """How sure an edge is on a day (None: at any time): one of STANDINGS; None where it does not hold."""
    stated = {"asserted": "certain", "negated": "denied"}.get(edge.status, edge.status)
    if on is None:
        return stated
    bounds = (edge.earliest_start, edge.latest_start, edge.earliest_end, edge.latest_end)
    if not any(bounds):
        return None
    held = _covered(edge, When(*bounds, edge.when or ""), on)
    if held is Certainty.NO:
        return None
    return "possible" if stated == "certain" and held is Certainty.POSSIBLE else stated


def _covered(edge: RelationEdge, when: When, on: date) -> Certainty:
    if edge.kind == "state":
        return when.covers(on)
    known = [b for b in when.bounds if b]
    low, high = when.earliest_start or max(known), when.latest_end or min(known)
    low, high = min(low, high), max(low, high)
    if not low <= on <= high + EVENTS_STAY:
        return Certainty.NO
    return Certainty.CERTAIN if low == high or on > high else Certainty.POSSIBLE


def _bundle(subject: str, object_: str, parts: Sequence[tuple[RelationEdge, str]]) -> Bundle:
    edges = tuple(edge for edge, _ in parts)
    return Bundle(
        subject=subject,
        object=object_,
        relation=edges[0].relation,
        group=edges[0].group,
        symmetric=edges[0].symmetric,
        standing=_standing(parts),
        sources=_sources(edges),
        reported=any(not edge.curated for edge in edges),
        edges=edges,
    )


def _sources(edges: Sequence[RelationEdge]) -> int:
    """Articles that print one text, or have one sentence, are one source; so is an edge without any."""
    first: dict[str, str] = {}
    texts = {
        first.setdefault(source.sentence, source.reprint_of or source.document)
        for edge in edges
        for source in edge.sources
    }
    return len(texts) + sum(not edge.sources for edge in edges)


def _line(bundles: Sequence[Bundle]) -> Line:
    first, standings = bundles[0], {bundle.standing for bundle in bundles}
    pointing = {bundle.subject for bundle in bundles if not bundle.symmetric}
    return Line(
        subject=first.subject,
        object=first.object,
        group=first.group,
        standing="contested" if "contested" in standings else next(s for s in STANDINGS if s in standings),
        sources=_sources([edge for bundle in bundles for edge in bundle.edges]),
        reported=any(bundle.reported for bundle in bundles),
        forth=first.subject in pointing,
        back=first.object in pointing,
        bundles=tuple(bundles),
    )


def _standing(parts: Sequence[tuple[RelationEdge, str]]) -> str:
    """A membership speaks for its bundle; without one, the strongest claim does, contested by a denial
    for the same time."""
    speaking = [p for p in parts if p[0].layer == "membership"] or parts
    standings = {standing for _, standing in speaking}
    denials = [edge for edge, standing in speaking if standing == "denied"]
    said = [edge for edge, standing in speaking if standing in ("certain", "possible")]
    if "contested" in standings or any(_may_meet(a, b) for a in denials for b in said):
        return "contested"
    return next(s for s in STANDINGS if s in standings)


def _may_meet(one: RelationEdge, other: RelationEdge) -> bool:
    def before(a: RelationEdge, b: RelationEdge) -> bool:
        return bool(a.latest_end and b.earliest_start and a.latest_end < b.earliest_start)

    return not before(one, other) and not before(other, one)
