"""Stores to test on: a folder, and a real server where the `oxigraph` package is installed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from sahelgraph.graph.build import add_articles, refresh_memberships
from sahelgraph.graph.store import Store, open_store
from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence, Status
from sahelgraph.ontology.when import When

ACTORS = """
actors:
  - {id: mali, type: State, iso: ML, capital: [Bamako], demonyms: [malien]}
  - {id: niger, type: State, iso: NE}
  - {id: tchad, type: State, iso: TD}
  - id: aes
    type: Organisation
    label: {fr: Alliance des États du Sahel, en: Alliance of Sahel States}
    names: [AES]
    facts:
      - {relation: founded, subject: [mali, niger], when: 2023-09-16, source: "Charte du Liptako-Gourma"}
      - {relation: member-of, subject: [mali, niger], when: 2023-09-16/.., source: "Charte du Liptako-Gourma"}
  - id: g5-sahel
    type: Organisation
    label: G5 Sahel
    facts:
      - {relation: created, when: 2014-02-16, source: "Communiqué de Nouakchott"}
      - {relation: member-of, subject: tchad, when: 2014-02-16/2023-12-06, source: "Convention du G5 Sahel"}
  - {id: assimi-goita, type: Person, label: Assimi Goïta, gender: m}
  - {id: ancien-front, type: Organisation, label: Ancien Front}
  - id: nouveau-front
    type: Organisation
    label: Nouveau Front
    facts:
      - {relation: succeeded, object: ancien-front, when: 2020-05, source: "Communiqué du Nouveau Front"}
"""
TYPES = {
    **dict.fromkeys(("mali", "niger", "tchad"), ActorType.STATE),
    **dict.fromkeys(("aes", "g5-sahel"), ActorType.ORGANISATION),
    "assimi-goita": ActorType.PERSON,
    "new:front-x": ActorType.ARMED_GROUP,
    "new:autre": ActorType.PERSON,
}
LABELS = {"mali": "Mali", "niger": "Niger", "aes": "AES", "g5-sahel": "G5 Sahel", "new:front-x": "Front X"}
SERVER = Path(sys.executable).with_name("oxigraph")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of an Oxigraph server with an empty store in memory."""
    if not SERVER.exists():
        pytest.skip("the oxigraph package (a SPARQL server for tests) is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen([SERVER, "serve", "--bind", url], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urlopen(f"http://{url}", timeout=5).close()
                break
            except URLError:
                time.sleep(0.05)
        yield f"http://{url}"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(params=["folder", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store that may be written."""
    location = tmp_path / "store" if request.param == "folder" else request.getfixturevalue("server")
    with open_store(location, write=True) as opened:
        opened.replace({q.graph_name: [] for q in opened.quads()})
        yield opened


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> ActorBook:
    """A few actors and facts."""
    file = tmp_path_factory.mktemp("actors") / "some.yaml"
    file.write_text(ACTORS, "utf-8")
    return load_actors(file)


class Newsroom:
    """Writes articles into a store, one sentence a claim."""

    def __init__(self, store: Store, book: ActorBook) -> None:
        self.store, self.book = store, book
        self.desk: list[tuple[Article, list[Claim]]] = []

    def entity(self, actor_id: str) -> Entity:
        return Entity(actor_id, LABELS.get(actor_id, actor_id), TYPES[actor_id])

    def claim(
        self,
        document: str,
        said: str,
        *,
        status: str = "asserted",
        by: str | None = None,
        role: str | None = None,
    ) -> tuple[str, Claim]:
        """A claim from `subject relation [object [EDTF]]`, and its sentence."""
        subject, relation, *rest = said.split()
        sentence = f"{said} ({status})."
        return sentence, Claim(
            document,
            relation,
            self.entity(subject),
            self.entity(rest[0]) if rest and rest[0] in TYPES else None,
            Evidence(sentence, 0, len(sentence)),
            Status(status),
            When.parse(rest[-1]) if rest and rest[-1] not in TYPES else None,
            (by,) if by else (),
            role,
        )

    def publish(
        self, document: str, day: str | None, *said: str, publisher: str | None = "Le Journal", **more: str
    ) -> list[Claim]:
        """An article that says this (see `claim`), written with the next `refresh`."""
        text, claims = "", []
        for one in said:
            sentence, claim = self.claim(document, one, **more)
            start = len(text)
            claims.append(replace(claim, evidence=Evidence(sentence, start, start + len(sentence))))
            text += sentence + "\n"
        article = Article(
            document, text, f"Titre de {document}", date.fromisoformat(day) if day else None, publisher
        )
        self.desk.append((article, claims))
        return claims

    def refresh(self) -> None:
        """Writes all that was published, and computes what follows from it."""
        add_articles(self.store, self.desk, self.book, "1")
        self.desk = []
        refresh_memberships(self.store, self.book)


@pytest.fixture
def newsroom(store: Store, book: ActorBook) -> Newsroom:
    return Newsroom(store, book)


@pytest.fixture
def desk(tmp_path: Path, book: ActorBook) -> Iterator[Newsroom]:
    """A newsroom with a folder for a store, where it makes no difference which store it is."""
    with open_store(tmp_path / "store", write=True) as opened:
        yield Newsroom(opened, book)
