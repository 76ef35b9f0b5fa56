"""A Chromium to look at pages with, and a network of known facts, in sentences of our own, to show there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from sahelgraph.graph.network import ActorNode, RelationEdge, Source, network_of
from sahelgraph.graph.picture import render
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
STATES = {
    "mali": ("Mali", "Mali", "Bamako"),
    "niger": ("Niger", "Niger", "Niamey"),
    "burkina-faso": ("Burkina Faso", "Burkina Faso", "Ouagadougou"),
    "tchad": ("Tchad", "Chad", "N'Djamena"),
    "mauritanie": ("Mauritanie", "Mauritania", "Nouakchott"),
    "france": ("France", "France", "Paris"),
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("no browser found: install Debian's chromium to test the picture in it")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """An open page, with what it asked of the network and what it complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def panel(self) -> Any:
        return self.page.locator("#panel")

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def until(self, script: str) -> None:
        """Wait until this holds. The page's policy forbids the evaluation that playwright would wait by."""
        for _ in range(200):
            if self.run(script):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"this never came true: {script}")

    def until_address(self, part: str) -> None:
        """Wait until the address tells of this: it is written ten times a second at most."""
        self.until(f"location.hash.includes({part!r})")

    def unfold(self, box: Any) -> None:
        """Open a disclosure and wait for what it holds: browsers tell the page of it a task later."""
        box.locator("summary").first.click()
        box.locator(":scope > :not(summary)").first.wait_for()

    def settle(self) -> None:
        self.run("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def shown(self) -> set[str]:
        return set(self.run("[...scene.actors]"))

    def click_actor(self, actor: str) -> None:
        self.click_stage(f"network.getPosition('{actor}')")

    def click_bundle(self, subject: str, relation: str, object_: str) -> None:
        """Click a third along the line, where no name or count stands."""
        bundle = f"{subject}\\n{object_}\\n{relation}"
        self.click_stage(f"network.body.edges['{bundle}'].edgeType.getPoint(0.35)")

    def click_stage(self, point: str) -> None:
        place = self.run(f"network.canvasToDOM({point})")
        box = self.page.locator("#graph").bounding_box()
        self.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
        self.settle()


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def contexts(browser: Any) -> dict[str, Any]:
    """A light and a dark window."""
    size = {"width": 1280, "height": 800}
    return {scheme: browser.new_context(color_scheme=scheme, viewport=size) for scheme in ("light", "dark")}


@pytest.fixture
def visit(contexts: dict[str, Any], tmp_path: Path) -> Iterator[Open]:
    """Write a network as a page and open it from disk: `visit(network, "#date=2024-01-01")`."""
    pages = []

    def open_page(
        network: nx.MultiDiGraph[str], fragment: str = "", scheme: str = "light", **options: Any
    ) -> Visit:
        path = tmp_path / "graph.html"
        path.write_text(render(network, **options), "utf-8")
        visit = Visit(contexts[scheme].new_page())
        pages.append(visit.page)
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("dialog", lambda dialog: (visit.complaints.append("dialog"), dialog.dismiss()))
        visit.page.set_default_timeout(15_000)
        visit.page.goto(path.as_uri() + fragment)
        visit.page.wait_for_selector("html[data-ready]")
        visit.settle()
        return visit

    yield open_page
    for page in pages:
        page.close()


def edge(
    subject: str,
    relation: str,
    object_: str,
    when: str | None = None,
    *,
    status: str = "asserted",
    layer: str = "claim",
    sources: tuple[Source, ...] = (),
    role: str | None = None,
) -> RelationEdge:
    about = relations()[relation]
    time = When.parse(when) if when else None
    return RelationEdge(
        key=f"{layer}-{subject}-{relation}-{object_}-{when}-{status}",
        subject=subject,
        object=object_,
        layer="membership" if layer == "membership" else "claim",
        relation=relation,
        label=about.label.fr,
        label_en=about.label.en,
        group=about.group,
        kind=about.kind,
        symmetric=about.symmetric,
        status=status,
        when=when,
        earliest_start=time.earliest_start if time else None,
        latest_start=time.latest_start if time else None,
        earliest_end=time.earliest_end if time else None,
        latest_end=time.latest_end if time else None,
        role=role,
        confidence=0.9,
        sources=sources,
    )


def source(sentence: str, document: str = "depeche.txt", **about: Any) -> Source:
    return Source(
        document=document,
        sentence=sentence,
        status=about.pop("status", "asserted"),
        date=about.pop("date", date(2024, 2, 1)),
        title=about.pop("title", "Trois pays s'en vont"),
        publisher=about.pop("publisher", "Le Quotidien"),
        url=about.pop("url", "https://example.org/depeche"),
        **about,
    )


@pytest.fixture(scope="session")
def sahel() -> nx.MultiDiGraph[str]:
    """The alliances of six States, with a mission that leaves, an accusation and its denial."""
    actors = [ActorNode(i, fr, en, "State", (fr, en, capital)) for i, (fr, en, capital) in STATES.items()]
    actors += [
        ActorNode(
            "aes", "AES", "AES", "Organisation", ("Alliance des États du Sahel", "Alliance of Sahel States")
        ),
        ActorNode("g5-sahel", "G5 Sahel", "G5 Sahel", "Organisation"),
        ActorNode("cedeao", "CEDEAO", "ECOWAS", "Organisation"),
        ActorNode("jnim", "JNIM", "JNIM", "ArmedGroup", ("GSIM",)),
        ActorNode("assimi-goita", "Assimi Goïta", "Assimi Goïta", "Person"),
    ]
    said = "Le Mali, le Niger et le Burkina Faso ont quitté la CEDEAO."
    reprinted = tuple(
        source(said, f"{name}.txt", publisher=name) for name in ("Agence", "Gazette", "Courrier")
    )
    edges = [
        edge(
            state,
            "member-of",
            "aes",
            "2023-09-16/2025-12-31",
            layer="membership",
            status="certain",
            sources=(source(f"{STATES[state][0]} fait partie de l'AES depuis sa création."),),
        )
        for state in ("mali", "niger", "burkina-faso")
    ]
    edges += [
        edge(
            state,
            "member-of",
            "g5-sahel",
            "2014-02-16/2022-05-15",
            layer="membership",
            status="certain",
            sources=(source("Les cinq pays ont créé le G5 Sahel à Nouakchott.", "chronologie.txt"),),
        )
        for state in ("mali", "niger", "burkina-faso", "tchad", "mauritanie")
    ]
    edges += [
        edge(
            "tchad",
            "member-of",
            "aes",
            "2024",
            layer="membership",
            status="contested",
            sources=(source("Le Tchad rejoindrait l'AES.", status="alleged", speakers=("un diplomate",)),),
        ),
        edge("mali", "left", "cedeao", "2024-01-28", sources=reprinted),
        edge(
            "mali",
            "left",
            "cedeao",
            "2024-01",
            sources=(
                source(
                    "Mali, Niger et Burkina Faso quittent la CEDEAO.",
                    "Echo.txt",
                    publisher="Echo",
                    reprint_of="Agence.txt",
                ),
            ),
        ),
        edge(
            "mali",
            "left",
            "cedeao",
            "2025-01-29",
            sources=(source("Le retrait du Mali a pris effet.", "bilan.txt"),),
        ),
        edge(
            "tchad",
            "member-of",
            "g5-sahel",
            "2014-02-16/..",
            sources=(source("Depuis 2014, le Tchad siège au G5 Sahel.", "ancien.txt"),),
        ),
        edge("niger", "left", "cedeao", "2024-01-28", sources=reprinted),
        edge(
            "mali",
            "accused",
            "france",
            "2022-08-15",
            sources=(source("Bamako accuse Paris d'armer ses ennemis.", speakers=("Bamako",)),),
        ),
        edge(
            "france",
            "supported",
            "jnim",
            "2022",
            status="alleged",
            sources=(
                source("Bamako accuse Paris d'armer ses ennemis.", speakers=("Bamako",), status="alleged"),
            ),
        ),
        edge(
            "france",
            "supported",
            "jnim",
            "2022",
            status="denied",
            sources=(source("Paris rejette cette accusation.", speakers=("Paris",), status="denied"),),
        ),
        edge(
            "france",
            "deployed-in",
            "mali",
            "2013-01-11/2022-08-15",
            sources=(source("Les soldats français ont servi au Mali pendant neuf ans."),),
        ),
        edge(
            "jnim",
            "attacked",
            "mali",
            "2024-09-17",
            sources=(source("Le JNIM a attaqué une école à Bamako."),),
        ),
        edge(
            "assimi-goita",
            "holds-office",
            "mali",
            "2021-06-07/..",
            sources=(source("Assimi Goïta préside la transition."),),
        ),
        edge("niger", "allied-with", "mali", None, sources=(source("Niamey et Bamako sont alliés."),)),
    ]
    return network_of(actors, edges)


@pytest.fixture(scope="session")
def quarrel() -> nx.MultiDiGraph[str]:
    """Two who do several things of one kind to each other, and one of another."""
    actors = [ActorNode("mali", "Mali", "Mali", "State"), ActorNode("jnim", "JNIM", "JNIM", "ArmedGroup")]
    said = {
        ("jnim", "attacked", "mali"): "Le JNIM a frappé un poste malien.",
        ("jnim", "threatened", "mali"): "Le JNIM promet d'autres attaques au Mali.",
        ("mali", "attacked", "jnim"): "Le Mali a bombardé une base du JNIM.",
        ("jnim", "met-with", "mali"): "Des envoyés du JNIM et du Mali se sont parlé.",
    }
    return network_of(
        actors, [edge(*ends, "2024-05-01", sources=(source(text),)) for ends, text in said.items()]
    )


@pytest.fixture(scope="session")
def crowd() -> nx.MultiDiGraph[str]:
    """A thousand groups that say something of their neighbour, and of one hub."""
    actors = [ActorNode(f"g{n}", f"Groupe {n}", f"Group {n}", "ArmedGroup") for n in range(1000)]
    edges = [edge(f"g{n}", "attacked", f"g{n + 1}", f"{2012 + n % 10}-03-01") for n in range(999)]
    edges += [edge(f"g{n}", "affiliated-with", "g0", "2013/2020") for n in range(2, 1000, 3)]
    return network_of(actors, edges)


ATTACKS = (
    "</script><script>window.attacked = 1</script>",
    "<img src=x onerror='window.attacked = 2'>",
    "<!-- <script>",
    'href="javascript:window.attacked = 3" onclick="window.attacked = 4"',
    "line\u2028window.attacked = 5;\u2029end",
    "\u202egnihton\u202c is \u2067turned\u2069",
    "${window.attacked = 6} {{7*7}} {% raw %} $title",
    "*gras* _mince_ <b>fort</b> &lt;i&gt; &amp;",
)


@pytest.fixture(scope="session")
def hostile() -> nx.MultiDiGraph[str]:
    """A network in which every text is an attack."""
    ids = [f"new:{attack}" for attack in ATTACKS]
    actors = [
        ActorNode(i, a, a, "Organisation", ATTACKS, known=False) for i, a in zip(ids, ATTACKS, strict=True)
    ]
    edges = [
        edge(
            ids[position - 1],
            "accused",
            ids[position],
            "2024-01-01",
            role=attack,
            sources=(
                Source(attack, attack, "asserted", date(2024, 1, 1), attack, attack, url, (attack, attack)),
                Source(
                    attack,
                    f"{attack} {attack}",
                    "alleged",
                    None,
                    "titre",
                    attack,
                    "https://example.org/ok?a=<b>",
                ),
            ),
        )
        for position, (attack, url) in enumerate(
            zip(
                ATTACKS,
                ["javascript:window.attacked=8", "data:text/html,<script>", "//evil.example/x"] * 3,
                strict=False,
            )
        )
    ]
    edges += [
        edge(ids[0], "member-of", ids[position], "2020/2024", layer="membership", status="certain")
        for position in (1, 2)
    ]
    return network_of(actors, edges)
