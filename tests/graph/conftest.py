"""Stores to test on: a folder, and a real server where the `oxigraph` package is installed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from sahelgraph.graph.store import Store, open_store

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
        opened.replace({q.graph_name: [] for q in opened.quads()})  # type: ignore[misc]
        yield opened
