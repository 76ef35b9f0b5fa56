"""The file's name says which picture it is to be, and the options what is to be seen on it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sahelgraph.graph.export import export
from sahelgraph.graph.pictures import Wanted, kind_of
from sahelgraph.ontology.errors import DateError, NameNotFoundError, PictureError, SahelgraphError

Draw = Callable[..., bytes]


@pytest.fixture
def draw(desk: Any, tmp_path: Path) -> Draw:
    """The picture that a small graph gives under a file name."""
    desk.publish("a.txt", "2024-06-01", "mali member-of aes", "mali accused niger 2023-12", by="Bamako")
    desk.publish("b.txt", None, "new:front-x attacked mali", "tchad member-of g5-sahel 2015/2020")
    desk.refresh()

    def drawn(name: str, **wanted: Any) -> bytes:
        export(desk.store, desk.book, tmp_path / name, Wanted(**wanted))
        return (tmp_path / name).read_bytes()

    return drawn


def texts(svg: bytes) -> set[str]:
    return {"".join(e.itertext()) for e in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}


def view(page: bytes) -> Any:
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page.decode())
    return json.loads(data)["view"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("graph.svg", "graph"),
        ("mali.html", "graph"),
        ("timeline.svg", "timeline"),
        ("AES-Timeline-2024.HTML", "timeline"),
    ],
)
def test_a_name_says_which_picture_it_is(name: str, kind: str) -> None:
    assert kind_of(Path("timeline.folder") / name) == kind


def test_a_name_that_says_both_is_refused(draw: Draw, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"graph-timeline\.svg.*graph\.svg.*timeline\.svg"):
        draw("graph-timeline.svg")
    assert not (tmp_path / "graph-timeline.svg").exists()


def test_the_graph_can_be_a_page_a_drawing_or_pixels(draw: Draw) -> None:
    assert draw("graph.html").startswith(b"<!DOCTYPE html>")
    assert {"Mali", "Niger", "Front X"} <= texts(draw("graph.svg"))
    assert draw("graph.png").startswith(b"\x89PNG\r\n\x1a\n")


def test_the_timeline_can_be_a_page_a_drawing_or_pixels(draw: Draw) -> None:
    assert b"<svg" in draw("timeline.html")
    assert b"<script" not in draw("timeline.html")
    assert {"Alliance des États du Sahel", "Mali"} <= texts(draw("timeline.svg"))
    assert draw("timeline.png").startswith(b"\x89PNG\r\n\x1a\n")


def test_pixels_show_the_names(draw: Draw) -> None:
    """The same shapes with other names make other pixels: the names were drawn."""
    assert draw("graph.png", language="fr") != draw("graph.png", language="en")
    assert draw("graph.png") == draw("graph.png")


def test_options_become_the_first_view(draw: Draw) -> None:
    page = draw(
        "graph.html",
        focus="Alliance of Sahel States",
        depth=2,
        on="2024-01-01",
        relations=("left", "membership"),
        max_nodes=7,
        language="en",
    )
    shown = view(page)
    assert (shown["focus"], shown["depth"], shown["on"], shown["limit"], shown["language"]) == (
        "aes",
        2,
        "2024-01-01",
        7,
        "en",
    )
    assert {"member-of", "left", "founded"} <= set(shown["relations"])
    assert "attacked" not in shown["relations"]


def test_options_narrow_a_drawing(draw: Draw) -> None:
    assert "Niger" not in texts(draw("graph.svg", focus="Front X"))
    assert "Front X" not in texts(draw("graph.svg", relations=("membership",)))
    assert "G5 Sahel" not in texts(draw("timeline.svg", focus="AES"))


@pytest.mark.parametrize(
    ("wanted", "error", "told"),
    [
        ({"focus": "Malli"}, NameNotFoundError, "did you mean Mali"),
        ({"focus": "Assimi Goïta"}, NameNotFoundError, "no article of this store names «Assimi Goïta»"),
        ({"relations": ("atacked",)}, NameNotFoundError, "atacked.*did you mean attacked"),
        ({"relations": ("zzzz",)}, NameNotFoundError, "zzzz.*one of.*member-of.*conflict"),
        ({"on": "2024"}, DateError, "no day"),
        ({"on": "demain"}, DateError, "demain"),
        ({"depth": 2}, PictureError, "--focus"),
    ],
)
def test_what_does_not_exist_is_told_and_nothing_written(
    draw: Draw, tmp_path: Path, wanted: dict[str, Any], error: type[SahelgraphError], told: str
) -> None:
    with pytest.raises(error, match=told):
        draw("graph.html", **wanted)
    assert not (tmp_path / "graph.html").exists()


@pytest.mark.parametrize(
    ("name", "wanted", "told"),
    [
        ("graph.ttl", {"focus": "Mali"}, "--focus"),
        ("graph.csv", {"language": "fr"}, "--language"),
        ("timeline.svg", {"max_nodes": 5}, "--max-nodes"),
        ("timeline.html", {"relations": ("left",)}, "--relations"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(
    draw: Draw, name: str, wanted: dict[str, Any], told: str
) -> None:
    with pytest.raises(PictureError, match=told):
        draw(name, **wanted)
