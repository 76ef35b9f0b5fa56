"""Texts of hostile articles in the picture: they are shown as text, and nothing of them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from sahelgraph.graph.still import render_svg
from sahelgraph.graph.swimlanes import render_timeline


def test_nothing_of_a_hostile_network_runs(visit: Any, hostile: nx.MultiDiGraph[str]) -> None:
    opened = visit(hostile, title="</title><script>window.attacked = 9</script> href")
    for actor in hostile.nodes:
        opened.run(f"select({actor!r})" if "\u2028" not in actor else "select([...actors.keys()][4])")
        opened.run("document.querySelectorAll('#panel details').forEach((box) => { box.open = true; })")
        opened.settle()
    for bundle in range(len(hostile.edges)):
        opened.run(f"select(scene.bundles[{bundle}]?.id ?? null)")
        opened.settle()
    opened.page.locator("#search-box").fill("script")
    opened.settle()
    assert opened.run("window.attacked === undefined")
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_markup_is_shown_as_text(visit: Any, hostile: nx.MultiDiGraph[str]) -> None:
    opened = visit(hostile)
    opened.run("select([...actors.keys()].find((id) => id.includes('onerror')))")
    assert opened.panel.locator("h2").inner_text() == "<img src=x onerror='window.attacked = 2'>"
    opened.run("document.querySelectorAll('#panel details').forEach((box) => { box.open = true; })")
    opened.settle()
    assert opened.page.locator("#panel img, #panel script, #panel b, #panel i").count() == 0
    assert opened.page.locator("script").count() == 3


def test_only_web_addresses_become_links(visit: Any, hostile: nx.MultiDiGraph[str]) -> None:
    opened = visit(hostile)
    opened.run("select(scene.bundles[0].id)")
    opened.run("document.querySelectorAll('#panel details').forEach((box) => { box.open = true; })")
    opened.settle()
    links = [link.get_attribute("href") for link in opened.panel.locator("a").all()]
    assert links
    assert set(links) == {"https://example.org/ok?a=%3Cb%3E"}
    assert (
        opened.run("[safeUrl('javascript:alert(1)'), safeUrl(' JaVaScRiPt:x'), safeUrl('data:text/html,x')]")
        == [None] * 3
    )


def test_the_policy_stops_what_the_page_did_not_bring(visit: Any, hostile: nx.MultiDiGraph[str]) -> None:
    opened = visit(hostile)
    opened.run(
        """() => {
        const script = document.createElement("script");
        script.textContent = "window.attacked = 1";
        const image = new Image();
        image.src = "https://example.org/x.png";
        document.body.append(script, image);
    }"""
    )
    for _ in range(100):
        if len(opened.complaints) >= 2:
            break
        opened.page.wait_for_timeout(50)
    assert opened.run("window.attacked === undefined")
    refused = [complaint for complaint in opened.complaints if "Content Security Policy" in complaint]
    assert len(refused) == 2  # the script and the image
    assert opened.run("fetch('https://example.org').then(() => 'asked', () => 'refused')") == "refused"


@pytest.mark.parametrize("name", ["graph.svg", "timeline.svg", "timeline.html"])
def test_nothing_of_a_hostile_network_runs_in_a_still_picture(
    contexts: dict[str, Any], hostile: nx.MultiDiGraph[str], tmp_path: Path, name: str
) -> None:
    title = "</title></svg><script>window.attacked = 9</script>"
    if name == "graph.svg":
        text = render_svg(hostile, title=title)
    else:
        text = render_timeline(hostile, title=title, page=name.endswith("html"))
    (tmp_path / name).write_text(text, "utf-8")
    page, complaints, requests = contexts["light"].new_page(), [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto((tmp_path / name).as_uri())
    assert page.evaluate("document.querySelectorAll('text').length") > 3
    assert page.evaluate("document.querySelectorAll('script, img, a, foreignObject').length") == 0
    assert page.evaluate("window.attacked === undefined")
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_a_hostile_address_is_no_script(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(
        sahel, "#open=<img src=x onerror=alert(1)>&lang=__proto__&no-types=<b>&focus=javascript:alert(1)"
    )
    assert opened.complaints == []
    assert opened.shown() == set(sahel.nodes)
