"""An article full of attacks, through the whole chain: read, understood, stored, exported, opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sahelgraph.cli import app
from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ACTORS_FOLDER

ACTORS = """actors:
  - {id: cedeao, type: Organisation, label: {fr: CEDEAO, en: ECOWAS}}
  - {id: boko-haram, type: ArmedGroup, label: Boko Haram}
"""
ARTICLE = """---
title: "</script><script>window.attacked = 1</script> href=javascript:alert(1)"
date: 2024-02-01
publisher: "<img src=x onerror='window.attacked = 2'>"
url: "javascript:window.attacked = 3"
---
Le Mali a accusé la France «<script>window.attacked = 4</script>» d'avoir armé ses ennemis, selon Bamako.

Le 28 janvier 2024, le Mali et le Niger ont quitté la Cédéao <img src=x onerror="window.attacked = 5">.

Le Niger a accusé l'Algérie \u2028 </script> ${window.attacked = 6} \u202eegassem\u202c hier.

Le Tchad a attaqué Boko Haram <a href="javascript:window.attacked = 7">ici</a>.
"""


def test_a_hostile_article_stays_text_from_file_to_browser(
    contexts: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "actors.yaml").write_text(ACTORS, "utf-8")
    few = load_actors(ACTORS_FOLDER / "states", tmp_path / "actors.yaml")
    monkeypatch.setattr("sahelgraph.ontology.actors.actor_book", lambda: few)
    (tmp_path / "attaque.txt").write_text(ARTICLE, "utf-8")
    page_file, store = tmp_path / "graph.html", str(tmp_path / "store")
    run = CliRunner().invoke
    built = run(app, ["build", str(tmp_path / "attaque.txt"), "--store", store])
    assert built.exit_code == 0, built.output
    exported = run(app, ["export", str(page_file), "--store", store])
    assert exported.exit_code == 0, exported.output

    complaints: list[str] = []
    requests: list[str] = []
    page = contexts["light"].new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("edges.filter((edge) => edge.layer === 'claim').length") > 2
    for selected in page.evaluate("[...actors.keys(), ...scene.bundles.map((bundle) => bundle.id)]"):
        page.evaluate("(id) => select(id)", selected)
        page.evaluate("document.querySelectorAll('#panel details').forEach((box) => { box.open = true; })")
        page.wait_for_timeout(20)
    page.evaluate("select('mali\\nfrance\\naccused')")
    assert "<script>window.attacked = 4</script>" in page.locator("#panel blockquote").first.inner_text()
    assert page.locator("#panel a, #panel img, #panel script").count() == 0
    assert page.evaluate("window.attacked === undefined")
    assert complaints == []
    assert requests == [page_file.as_uri()]
    page.close()
