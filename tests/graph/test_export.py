"""Every format holds the graph, in an order that is always the same, and hostile text as text."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from sahelgraph.graph.build import add_articles
from sahelgraph.graph.export import SUFFIXES, export, restore
from sahelgraph.graph.network import actor_nodes, relation_edges
from sahelgraph.graph.projection import build_network
from sahelgraph.graph.store import open_store
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence
from sahelgraph.ontology.errors import StoreError

HOSTILE = '=1+1 \x00 <script>alert("x")</script> ]]> \u2028'


@pytest.fixture
def told(desk: Any) -> Any:
    desk.publish("a.txt", "2024-06-01", "mali member-of aes", "mali accused niger 2023-12", by="Bamako")
    desk.publish("b.txt", None, "aes created 2023-09-16", "new:front-x attacked mali")
    desk.refresh()
    return desk


@pytest.fixture
def hostile(told: Any) -> Any:
    article = Article(HOSTILE, HOSTILE, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)")
    group = Entity("new:" + HOSTILE, HOSTILE, ActorType.ARMED_GROUP, (HOSTILE,))
    mali = Entity("mali", "Mali", ActorType.STATE)
    evidence = Evidence(HOSTILE, 0, len(HOSTILE))
    add_articles(
        told.store,
        [(article, [Claim(HOSTILE, "attacked", group, mali, evidence, by=(HOSTILE,))])],
        told.book,
        "1",
    )
    told.refresh()
    return told


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_graph_gives_the_same_file(told: Any, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    export(told.store, told.book, first)
    told.store.replace({})
    told.refresh()
    export(told.store, told.book, second)
    assert first.read_bytes() == second.read_bytes() != b""
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [first.name, second.name]


@pytest.mark.parametrize(
    ("suffix", "form"),
    [(".nq", RdfFormat.N_QUADS), (".trig", RdfFormat.TRIG), (".jsonld", RdfFormat.JSON_LD)],
)
def test_rdf_with_graphs_holds_everything(hostile: Any, tmp_path: Path, suffix: str, form: RdfFormat) -> None:
    file = tmp_path / f"graph{suffix}"
    export(hostile.store, hostile.book, file)
    assert set(parse(path=str(file), format=form)) == set(hostile.store.quads())


def test_turtle_holds_every_triple(hostile: Any, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    export(hostile.store, hostile.book, file)
    found = {quad.triple for quad in parse(path=str(file), format=RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in hostile.store.quads()}


def test_quads_are_sorted(told: Any, tmp_path: Path) -> None:
    export(told.store, told.book, tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_bytes().splitlines()
    assert lines == sorted(lines)


def test_a_store_can_be_restored_from_quads(hostile: Any, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    export(hostile.store, hostile.book, file)
    with open_store(tmp_path / "other", write=True) as other:
        assert restore(other, file) == len(list(hostile.store.quads()))
        assert set(other.quads()) == set(hostile.store.quads())
        assert restore(other, file)
        assert set(other.quads()) == set(hostile.store.quads())


@pytest.mark.parametrize("content", ["not quads", "<a:s> <a:p> <a:o> .\n"])
def test_a_file_that_is_no_export_changes_nothing(told: Any, tmp_path: Path, content: str) -> None:
    before = set(told.store.quads())
    (tmp_path / "x.nq").write_text(content)
    with pytest.raises(StoreError):
        restore(told.store, tmp_path / "x.nq")
    with pytest.raises(StoreError):
        restore(told.store, tmp_path / "missing.nq")
    assert set(told.store.quads()) == before


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_network_formats_hold_actors_and_relations(
    hostile: Any, tmp_path: Path, suffix: str, read: Any
) -> None:
    file = tmp_path / f"graph{suffix}"
    export(hostile.store, hostile.book, file)
    network = read(file)
    assert {"mali", "niger", "aes", "new:front-x"} <= set(network)
    assert network.nodes["mali"]["type"] == "State"
    edges = [data for _, _, data in network.edges(data=True)]
    (accusation,) = (e for e in edges if e["relation"] == "accused")
    assert (accusation["when"], accusation["source_speakers"], accusation["source_document"]) == (
        "2023-12",
        "Bamako",
        "a.txt",
    )


def test_a_table_has_a_line_a_source_and_no_formulas(hostile: Any, tmp_path: Path) -> None:
    export(hostile.store, hostile.book, tmp_path / "graph.csv")
    with (tmp_path / "graph.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    accusation = next(row for row in rows if row["relation"] == "accused")
    assert (accusation["subject_label"], accusation["source_sentence"]) == (
        "Mali",
        "mali accused niger 2023-12 (asserted).",
    )
    cells = [cell for row in rows for cell in row.values()]
    assert any("<script>" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


@pytest.mark.parametrize("name", ["graph.docx", "graph", "folder/graph.nq"])
def test_a_file_that_cannot_be_written_is_a_clear_error(told: Any, tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        export(told.store, told.book, tmp_path / name)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == []


def test_the_network_names_actors_and_shows_sentences(told: Any) -> None:
    network = build_network(told.store, told.book)
    actors = {actor.id: actor for actor in actor_nodes(network)}
    assert set(actors) == {"mali", "niger", "aes", "new:front-x"}
    assert (actors["aes"].label, actors["aes"].label_en) == (
        "Alliance des États du Sahel",
        "Alliance of Sahel States",
    )
    assert (actors["new:front-x"].type, actors["new:front-x"].known) == ("ArmedGroup", False)
    edges = {(e.layer, e.subject, e.relation, e.object): e for e in relation_edges(network)}
    assert set(edges) == {
        ("claim", "mali", "accused", "niger"),
        ("claim", "mali", "member-of", "aes"),
        ("claim", "new:front-x", "attacked", "mali"),
        ("membership", "mali", "member-of", "aes"),
        ("membership", "niger", "member-of", "aes"),
    }
    membership = edges["membership", "mali", "member-of", "aes"]
    assert (membership.status, membership.curated) == ("certain", False)
    assert {s.curated for s in membership.sources} == {True, False}
    (source,) = edges["claim", "mali", "accused", "niger"].sources
    assert (source.title, source.publisher, source.speakers) == ("Titre de a.txt", "Le Journal", ("Bamako",))


def test_json_ld_is_json(told: Any, tmp_path: Path) -> None:
    export(told.store, told.book, tmp_path / "graph.jsonld")
    assert isinstance(json.loads((tmp_path / "graph.jsonld").read_text("utf-8")), list)
