"""The same networks drawn by plain pyvis and by ours: time to build, size, time until a browser answers;
then how long a move of the view, a search and a step in time take in ours, also with everything shown."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from math import log2
from pathlib import Path
from time import perf_counter
from typing import Any

import networkx as nx
import pytest

from sahelgraph.graph.network import ActorNode, RelationEdge, Source, network_of
from sahelgraph.graph.picture import render
from sahelgraph.ontology.relations import relations

SIZES = ((300, 900), (1_000, 3_000), (10_000, 30_000))
PATIENCE = 40.0
"""Seconds after which a page that does not answer is given up."""
CALM = """async () => {
    if (document.readyState !== "complete" || !document.querySelector(".vis-network canvas")) return false;
    for (let frame = 0; frame < 3; frame += 1) {
        const start = performance.now();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        if (performance.now() - start > 200) return false;
    }
    return true;
}"""


MOVES = {
    "pan": "pan([40, 0])",
    "search": "at('search-box').value = 'acteur 77'; at('search-box').dispatchEvent(new Event('input'))",
    "select": "select('a5', { go: true })",
    "another day": "setDay(toDay('2012-03-01') + Math.round(1000 * Math.random()))",
}
UNTIL_SEEN = """async () => {
    const start = performance.now();
    %s;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""


def network(actors: int, edges: int) -> nx.MultiDiGraph[str]:
    """A network with a few hubs, as those of the press have."""
    draw = random.Random(1)
    kinds = [relation for relation in relations().values() if relation.has_object]
    types = ("State", "Organisation", "ArmedGroup", "Person", "Person", "Person")
    made = []
    for number in range(edges):
        hub, other = min(int(draw.paretovariate(0.6)) - 1, actors - 1), draw.randrange(actors)
        if hub == other:
            continue
        kind, day = draw.choice(kinds), date(2005, 1, 1) + timedelta(days=draw.randrange(7000))
        source = Source(f"{number}.txt", f"Une phrase de longueur ordinaire, la {number}e.", "asserted", day)
        time = (day, day, day, day) if kind.kind == "event" else (day, day, day + timedelta(days=400), None)
        made.append(
            RelationEdge(
                f"e{number}",
                f"a{hub}",
                f"a{other}",
                "claim",
                kind.id,
                kind.label.fr,
                kind.label.en,
                kind.group,
                kind.kind,
                kind.symmetric,
                "asserted",
                day.isoformat(),
                *time,
                sources=(source,),
            )
        )
    named = [ActorNode(f"a{n}", f"Acteur {n}", f"Actor {n}", types[n % len(types)]) for n in range(actors)]
    return network_of(named, made)


def ours(drawn: nx.MultiDiGraph[str], path: Path) -> None:
    path.write_text(render(drawn), "utf-8")


def plain(drawn: nx.MultiDiGraph[str], path: Path) -> None:
    from pyvis.network import Network

    page = Network(directed=True, cdn_resources="in_line")
    for actor, about in drawn.nodes(data=True):
        page.add_node(actor, label=about["label"], title=about["type"])
    for subject, object_, about in drawn.edges(data=True):
        page.add_edge(subject, object_, title=about["label"])
    path.write_text(page.generate_html(), "utf-8")


def until_it_answers(page: Any, path: Path, ready: str, error: type[Exception]) -> float | None:
    """Seconds until `ready` (a selector) is there and three frames in a row take less than a fifth of a
    second each; None: out of patience."""
    start = perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=1000 * PATIENCE)
        page.wait_for_selector(ready, state="attached", timeout=1000 * PATIENCE)
        page.wait_for_function(CALM, timeout=1000 * PATIENCE)
    except error:
        return None
    return perf_counter() - start


def moved(page: Any) -> str:
    """How long each of MOVES takes until it is seen."""
    return ", ".join(f"{name} {page.evaluate(UNTIL_SEEN % move):.0f} ms" for name, move in MOVES.items())


@pytest.mark.parametrize(("actors", "edges"), SIZES)
def test_bench_picture(actors: int, edges: int, tmp_path: Path) -> None:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    drawn = network(actors, edges)
    ways: dict[str, Callable[[nx.MultiDiGraph[str], Path], None]] = {"ours": ours, "plain pyvis": plain}
    print(f"\n{actors} actors, {edges} edges")
    for name, write in ways.items():
        path = tmp_path / f"{name}.html"
        start = perf_counter()
        write(drawn, path)
        built = perf_counter() - start
        print(f"  {name:12} built in {built:5.1f} s, {path.stat().st_size / 1e6:5.1f} MB", end="")
        if not chromium:
            print(", no browser")
            continue
        with driver.sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True).new_page()
            ready = "html[data-ready]" if name == "ours" else "canvas"
            seconds = until_it_answers(page, path, ready, driver.TimeoutError)
            print(f", answers after {seconds:.1f} s" if seconds else f", no answer in {PATIENCE:.0f} s")
            if name == "ours" and seconds:
                print(f"    first view: {moved(page)}")
                page.evaluate("change({ limit: MOST_ACTORS, selected: null, day: null }, { refit: true })")
                page.wait_for_timeout(1500)
                print(f"    {page.evaluate('scene.actors.size')} actors shown: {moved(page)}")
            browser.close()


def test_bench_growth() -> None:
    """Time to build by size; a time that grows as n log n stays level in the last column."""
    for actors in (2_500, 5_000, 10_000, 20_000):
        drawn = network(actors, 3 * actors)
        start = perf_counter()
        render(drawn)
        seconds = perf_counter() - start
        print(
            f"\n{actors:6} actors: {seconds:5.1f} s, {1e6 * seconds / (actors * log2(actors)):5.1f} µs",
            end="",
        )
