"""Still pictures: the network and its memberships as SVG, with nothing in them but what was drawn."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from sahelgraph.graph.bundles import bundles_of, lines_of
from sahelgraph.graph.labels import place_labels
from sahelgraph.graph.network import ActorNode, RelationEdge, Source, network_of
from sahelgraph.graph.picture_data import View
from sahelgraph.graph.still import render_svg
from sahelgraph.graph.swimlanes import render_timeline
from sahelgraph.ontology.errors import NameNotFoundError
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

HOSTILE = '</text><script>alert(1)</script> " & \u202e \x00 ]]> href'


def edge(
    subject: str,
    relation: str,
    object_: str,
    when: str | None = None,
    status: str = "asserted",
    sentence: str = "Une phrase.",
    document: str = "a.txt",
    reprint_of: str | None = None,
) -> RelationEdge:
    about, time = relations()[relation], When.parse(when).bounds if when else (None,) * 4
    return RelationEdge(
        f"{subject}-{relation}-{object_}-{when}-{status}-{sentence}-{document}",
        subject,
        object_,
        "membership" if status in ("certain", "possible", "contested") else "claim",
        relation,
        about.label.fr,
        about.label.en,
        about.group,
        about.kind,
        about.symmetric,
        status,
        when,
        *time,
        sources=(Source(document, sentence, "asserted", reprint_of=reprint_of),),
    )


@pytest.fixture
def sahel() -> nx.MultiDiGraph[str]:
    actors = [
        ActorNode(name, name.title(), f"{name.title()} (en)", "State") for name in ("mali", "niger", "france")
    ]
    actors += [ActorNode("aes", "AES", "AES", "Organisation"), ActorNode("far", "Loin", "Far", "Person")]
    edges = [
        edge("mali", "member-of", "aes", "2023-09-16/2025-12-31", "certain"),
        edge("niger", "member-of", "aes", "2023/2025", "possible"),
        edge("mali", "accused", "france", "2022-08-15"),
        edge("france", "deployed-in", "mali", "2013/2022"),
        edge("far", "met-with", "france", "2020-01-01"),
    ]
    return network_of(actors, edges)


def texts(svg: str) -> set[str]:
    return {"".join(e.itertext()) for e in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}


def test_edges_of_one_relation_become_one_bundle_that_counts_its_sources() -> None:
    (bundle,) = bundles_of(
        [
            edge("a", "attacked", "b", "2020", sentence="Un."),
            edge("a", "attacked", "b", "2020", sentence="Un et demi."),
            edge("a", "attacked", "b", "2020", sentence="Deux.", document="b.txt"),
            edge("a", "attacked", "b", "2021", sentence="Un.", document="same-sentence.txt"),
            edge("a", "attacked", "b", "2021", sentence="Un !", document="print.txt", reprint_of="a.txt"),
        ]
    )
    assert (bundle.sources, bundle.standing, len(bundle.edges)) == (2, "certain", 5)


def test_both_directions_of_a_symmetric_relation_are_one_bundle() -> None:
    assert len(bundles_of([edge("a", "met-with", "b"), edge("b", "met-with", "a")])) == 1
    assert len(bundles_of([edge("a", "attacked", "b"), edge("b", "attacked", "a")])) == 2


def test_what_two_do_to_each_other_is_one_line_a_kind() -> None:
    lines = lines_of(
        bundles_of(
            [
                edge("a", "attacked", "b", sentence="Un."),
                edge("b", "attacked", "a", sentence="Deux.", document="b.txt"),
                edge("a", "accused", "b", sentence="Un."),
                edge("a", "met-with", "b", sentence="Trois."),
            ]
        )
    )
    assert [(x.group, x.sources, x.forth, x.back) for x in lines] == [
        ("conflict", 2, True, True),
        ("cooperation", 1, False, False),
    ]


@pytest.mark.parametrize(
    ("when", "denied", "standing"),
    [
        (None, None, "contested"),
        ("2020", "2020", "contested"),
        ("2020", "2022", "certain"),
        ("2020", None, "contested"),
    ],
)
def test_a_denial_contests_what_is_said_of_the_same_time(
    when: str | None, denied: str | None, standing: str
) -> None:
    (bundle,) = bundles_of([edge("a", "attacked", "b", when), edge("a", "attacked", "b", denied, "denied")])
    assert bundle.standing == standing


def test_a_fused_membership_speaks_for_its_claims() -> None:
    (bundle,) = bundles_of(
        [edge("a", "member-of", "b", "2020/2021", "possible"), edge("a", "member-of", "b", "2020/2021")]
    )
    assert bundle.standing == "possible"


@pytest.mark.parametrize(
    ("on", "standing"),
    [("2019-12-31", None), ("2020-06-01", "possible"), ("2021-06-01", "certain"), ("2023-01-01", None)],
)
def test_a_state_holds_on_the_days_of_its_bounds(on: str, standing: str | None) -> None:
    found = bundles_of([edge("a", "deployed-in", "b", "2020/2022")], date.fromisoformat(on))
    assert [b.standing for b in found] == ([standing] if standing else [])


def test_a_claim_without_an_end_does_not_prolong_a_fused_membership() -> None:
    told = [edge("a", "member-of", "b", "2014/2022", "certain"), edge("a", "member-of", "b", "2014/..")]
    assert [b.standing for b in bundles_of(told, date(2020, 1, 1))] == ["certain"]
    assert bundles_of(told, date(2024, 1, 1)) == []
    denied = [*told, edge("a", "member-of", "b", "2024", "denied")]
    assert len(bundles_of(denied, date(2024, 1, 1))) == 1


@pytest.mark.parametrize(
    ("on", "shown"),
    [("2020-01-31", False), ("2020-02-01", True), ("2020-04-01", True), ("2020-06-15", False)],
)
def test_an_event_shows_on_its_day_and_for_three_months(on: str, shown: bool) -> None:
    assert bool(bundles_of([edge("a", "attacked", "b", "2020-02-01")], date.fromisoformat(on))) is shown


def test_the_picture_names_its_actors_and_says_how_much_it_shows(sahel: nx.MultiDiGraph[str]) -> None:
    found = texts(render_svg(sahel))
    assert {"Mali", "Niger", "France", "AES", "Loin", "Acteurs et alliances au Sahel"} <= found
    assert "5 acteurs sur 5, 5 relations" in found
    assert {"États", "Appartenance", "Conflit", "possible"} <= found


def test_a_view_narrows_the_picture(sahel: nx.MultiDiGraph[str]) -> None:
    found = texts(render_svg(sahel, language="en", title="T", view=View(on=date(2024, 1, 1), focus="aes")))
    assert {"T", "AES", "Mali (en)", "Niger (en)", "3 of 5 actors, 2 relations, on 2024-01-01"} <= found
    assert "France (en)" not in found
    assert "Mali" in texts(render_svg(sahel, view=View(max_nodes=3)))
    with pytest.raises(NameNotFoundError):
        render_svg(sahel, view=View(focus="nobody"))


def test_names_stand_beside_each_other_and_never_over_each_other() -> None:
    names = {actor: f"Nom assez long de {actor}" for actor in "abcdef"}
    places = {actor: (300 + 130 * number, 200.0) for number, actor in enumerate(names)}
    labels = place_labels(names, places, dict.fromkeys(names, 10.0), 1200)
    assert set(labels) == set(names)
    assert all(len(label.lines) == 2 for label in labels.values())
    boxes = [(x.middle, x.top, max(map(len, x.lines)) * x.size * 0.54) for x in labels.values()]
    for position, (middle, top, wide) in enumerate(boxes):
        for other, other_top, other_wide in boxes[:position]:
            apart = abs(middle - other) >= (wide + other_wide) / 2 - 2 or abs(top - other_top) > 20
            assert apart


def test_an_empty_network_gives_an_empty_picture() -> None:
    assert "0 acteurs sur 0, 0 relations" in texts(render_svg(nx.MultiDiGraph()))
    assert "Appartenances dans le temps" in texts(render_timeline(nx.MultiDiGraph()))


def test_the_same_network_gives_the_same_still_pictures(sahel: nx.MultiDiGraph[str]) -> None:
    assert render_svg(sahel) == render_svg(sahel)
    assert render_timeline(sahel) == render_timeline(sahel)


def test_memberships_become_bars_within_their_years(sahel: nx.MultiDiGraph[str]) -> None:
    chart = render_timeline(sahel)
    assert {"AES", "Mali", "Niger", "2024", "certain", "contesté"} <= texts(chart)
    bars = [e for e in ET.fromstring(chart).iter("{http://www.w3.org/2000/svg}rect") if len(e)]
    titles = ["".join(bar.itertext()) for bar in bars]
    assert titles.count("2023-09-16/2025-12-31 (certain)") == 2  # what is possible, and what is certain
    assert titles.count("2023/2025 (possible)") == 1
    assert all(250 <= float(bar.attrib["x"]) <= 1100 for bar in bars)


def test_a_focus_shows_an_actors_alliances(sahel: nx.MultiDiGraph[str]) -> None:
    found = texts(render_timeline(sahel, view=View(focus="mali", on=date(2024, 5, 1))))
    assert {"Mali : ses alliances", "AES", "2024-05-01"} <= found
    assert "Niger" not in found


def test_hostile_names_are_only_text() -> None:
    actors = [ActorNode(i, HOSTILE, HOSTILE, "State") for i in "ab"]
    hostile = network_of(actors, [edge("a", "member-of", "b", "2020/2021", "certain")])
    for picture in (render_svg(hostile, title=HOSTILE), render_timeline(hostile, title=HOSTILE)):
        root = ET.fromstring(picture)
        tags = {e.tag.rpartition("}")[2] for e in root.iter()}
        assert tags <= {"svg", "title", "rect", "text", "defs", "marker", "path", "line"}
        assert not any(
            name.startswith("on") or name.endswith("href") for e in root.iter() for name in e.attrib
        )
    page = render_timeline(hostile, title=HOSTILE, page=True)
    assert "<script" not in page
    assert "default-src 'none'" in page
