"""The picture as a file: one page that loads nothing, holds its data as data, and lets no text out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.graph.layout import positions, ties
from sahelgraph.graph.network import ActorNode, RelationEdge, Source, network_of, relation_edges
from sahelgraph.graph.picture import SCRIPTS, TEMPLATE, View, as_script_data, render
from sahelgraph.ontology.errors import NameNotFoundError

HOSTILE = "</script><script>alert(1)</script> href='x' \" & <!-- \u2028 \u202e javascript:"


class Page(HTMLParser):
    """The elements of a page, with their attributes and the text right inside."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        self.inside = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.elements[-1][2].append(data)

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(about, "".join(texts)) for name, about, texts in self.elements if name == tag]

    @property
    def data(self) -> Any:
        return next(json.loads(text) for about, text in self.all("script") if about.get("id") == "data")


def network(text: str = "Mali", url: str | None = "https://example.org/a") -> nx.MultiDiGraph[str]:
    source = Source(
        "a.txt", f"{text} a quitté la CEDEAO.", "asserted", date(2024, 1, 29), text, text, url, (text,)
    )
    edge = RelationEdge(
        key="c1",
        subject="mali",
        object="cedeao",
        layer="claim",
        relation="left",
        label="a quitté",
        label_en="left",
        group="membership",
        kind="event",
        symmetric=False,
        status="asserted",
        when="2024-01-28",
        earliest_start=date(2024, 1, 28),
        latest_start=date(2024, 1, 28),
        earliest_end=date(2024, 1, 28),
        latest_end=date(2024, 1, 28),
        role=text,
        confidence=0.87,
        sources=(source,),
    )
    actors = [
        ActorNode("mali", text, text, "State", (text, "Bamako")),
        ActorNode("cedeao", "CEDEAO", "ECOWAS", "Organisation"),
    ]
    return network_of(actors, [edge])


def test_nothing_in_the_page_points_outside() -> None:
    page = Page(render(network()))
    for tag, about, _ in page.elements:
        assert tag not in ("iframe", "object", "embed", "base", "form", "img", "audio", "video")
        for name in ("src", "href", "srcset", "action", "poster", "data"):
            assert about.get(name) in (None, "data:,")
    (style,) = page.all("style")
    assert not re.search(r"@import|url\(", style[1])


def test_our_scripts_ask_for_nothing_and_insert_no_markup() -> None:
    for name in SCRIPTS:
        code = (TEMPLATE / name).read_text("utf-8")
        assert not re.search(
            r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|import\(", code
        )
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", code
        )


def test_the_script_of_the_page_passes_a_linter(tmp_path: Path) -> None:
    linter = Path(sys.executable).with_name("oxlint")
    if not linter.exists():
        pytest.skip("oxlint, which comes with the packages for development, is not installed")
    script = tmp_path / "page.js"
    script.write_text("\n".join((TEMPLATE / name).read_text("utf-8") for name in SCRIPTS), "utf-8")
    command = [linter, "--config", TEMPLATE / ".oxlintrc.json", "-D", "correctness", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_only_licence_comments_and_name_spaces_name_web_addresses() -> None:
    addresses = set(re.findall(r"https?://[\w./-]+", render(network(url=None))))
    assert {a.split("/")[2] for a in addresses} <= {
        "visjs.github.io",  # licences of the libraries
        "almende.com",
        "github.com",
        "www.apache.org",
        "opensource.org",
        "www.w3.org",  # the name space of SVG
        "www.wikidata.org",  # links of known actors, made only when a panel opens
    }


def test_no_source_map_is_asked_for() -> None:
    assert "sourceMappingURL" not in render(network())


def test_the_policy_names_every_script_and_style_by_its_hash_and_nothing_else() -> None:
    page = Page(render(network()))
    policy = next(
        a["content"] for a, _ in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in (policy or "").split(";"))
    hashed = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for about, text in [*page.all("script"), *page.all("style")]
        if about.get("type") != "application/json"
    ]
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == hashed[:2]
    assert rules["style-src"].split() == hashed[2:]
    assert rules["img-src"] == "data:"
    assert "unsafe" not in (policy or "")


def test_the_data_comes_back_as_it_went_in() -> None:
    data = Page(render(network("Côte d'Ivoire & «Mali» <1>"))).data
    (edge,) = data["edges"]
    assert (edge["from"], edge["to"], edge["relation"], edge["when"]) == (
        "mali",
        "cedeao",
        "left",
        "2024-01-28",
    )
    assert edge["bounds"] == ["2024-01-28"] * 4
    assert edge["confidence"] == 0.87
    source = data["sources"][edge["sources"][0]]
    assert data["sentences"][source["sentence"]] == "Côte d'Ivoire & «Mali» <1> a quitté la CEDEAO."
    assert data["documents"][source["document"]] == {
        "name": "a.txt",
        "title": "Côte d'Ivoire & «Mali» <1>",
        "publisher": "Côte d'Ivoire & «Mali» <1>",
        "date": "2024-01-29",
        "url": "https://example.org/a",
        "curated": False,
        "text": "a.txt",
    }
    nodes = {node["id"]: node for node in data["nodes"]}
    assert nodes["cedeao"]["label_en"] == "ECOWAS"
    assert nodes["mali"]["shape"] != nodes["cedeao"]["shape"]
    assert data["relations"]["left"]["inverse_en"] == "was left by"


def test_hostile_texts_never_stand_in_the_page_unescaped() -> None:
    text = render(network(HOSTILE), title=HOSTILE)
    assert "<script>alert" not in text
    assert "\u202e" not in text
    page = Page(text)
    assert not any(set(code) & set("<\u2028") for a, code in page.all("script") if a.get("id") == "data")
    assert len(page.all("script")) == 3
    assert page.all("title")[0][1].startswith("</script><script>alert(1)</script> href='x'")
    visible = HOSTILE.replace("\u202e", "")
    assert {node["label_fr"] for node in page.data["nodes"]} == {visible, "CEDEAO"}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https:",
        "http://[",
        "",
    ],
)
def test_only_web_addresses_reach_the_page(url: str) -> None:
    (document,) = Page(render(network(url=url))).data["documents"]
    assert document["url"] is None


def test_a_label_with_href_changes_nothing_in_the_page() -> None:
    plain, with_href = Page(render(network("Mali"))), Page(render(network("href")))
    assert [(tag, about) for tag, about, _ in plain.elements] == [(t, a) for t, a, _ in with_href.elements]
    assert all("title" not in node for node in with_href.data["nodes"])  # vis-network would read it as HTML


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_script_data_is_json_without_a_character_that_html_or_javascript_reads(data: Any) -> None:
    try:
        text = as_script_data(data)
        text.encode()
    except UnicodeEncodeError:
        return
    assert json.loads(text) == data
    assert not set(text) & set("<>&\u2028\u2029")


def test_unknown_actors_relations_and_languages_are_refused() -> None:
    with pytest.raises(NameNotFoundError, match="nobody"):
        render(network(), view=View(focus="nobody"))
    with pytest.raises(NameNotFoundError, match="befriended"):
        render(network(), view=View(relations=("befriended",)))
    with pytest.raises(ValueError, match="speaks"):
        render(network(), language="de")


def test_the_code_of_the_page_stays_small() -> None:
    assert len(render(nx.MultiDiGraph()).encode()) < 1_500_000


def test_the_same_network_gives_the_same_page() -> None:
    assert render(network()) == render(network())


# --- the layout


def random_network(count: int) -> nx.MultiDiGraph[str]:
    pairs = sorted(nx.barabasi_albert_graph(count, 3, seed=1).edges)
    edges = [
        RelationEdge(
            f"e{n}",
            f"a{s}",
            f"a{o}",
            "claim",
            "attacked",
            "a attaqué",
            "attacked",
            "conflict",
            "event",
            False,
            "asserted",
        )
        for n, (s, o) in enumerate(pairs)
    ]
    return network_of(
        [ActorNode(f"a{n}", f"Acteur {n}", f"Actor {n}", "ArmedGroup") for n in range(count)], edges
    )


@pytest.mark.parametrize("count", [4, 60, 400])
def test_no_two_actors_stand_in_one_place(count: int) -> None:
    drawn = random_network(count)
    places = sorted(positions(ties(drawn, relation_edges(drawn))).values())
    assert len(places) == count
    nearest = min(((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in pairwise(places))
    assert nearest > 20


def test_actors_without_any_edge_have_a_place_too() -> None:
    alone = network_of([ActorNode(name, name, name, "State") for name in "abcd"], [])
    assert len(set(positions(ties(alone, [])).values())) == 4
    assert len(Page(render(alone)).data["nodes"]) == 4


def test_an_actor_that_acts_on_itself_breaks_nothing() -> None:
    drawn = network()
    drawn.add_edge("mali", "mali", key="self", **drawn.edges["mali", "cedeao", "c1"])
    assert len(Page(render(drawn)).data["edges"]) == 2


def test_separate_groups_are_laid_out_side_by_side() -> None:
    links = [("a", "b"), ("b", "c"), ("x", "y")]
    edges = [
        RelationEdge(f"{s}{o}", s, o, "claim", "attacked", "", "", "conflict", "event", False, "asserted")
        for s, o in links
    ]
    places = positions(ties("abcxy", edges))
    assert max(places[n][0] for n in "abc") < min(places[n][0] for n in "xy")
