"""Parts of an SVG picture: elements, names cut to length, the colours of the explorer, pages."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache
from pathlib import Path
from string import Template
from xml.etree import ElementTree as ET

from sahelgraph.graph.picture_data import clean

STYLESHEET = Path(__file__).with_name("template") / "picture.css"
FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
DASHES = {"possible": "8 5", "contested": "12 4 3 4", "planned": "14 8", "alleged": "2 5", "denied": "3 7"}
STYLE = "body { margin: 0 } svg { display: block; max-width: 100%; height: auto; margin: auto }"
PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'sha256-$digest'; img-src data:; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>$title</title>
<style>$style</style>
</head>
<body>
$picture</body>
</html>
""")
TYPE_PATHS = {
    "State": "M-1-1h2v2h-2z",
    "Organisation": "M-.55-.95h1.1L1.1 0 .55.95h-1.1L-1.1 0z",
    "ArmedGroup": "M0-1.1 1.1.9h-2.2z",
    "Person": "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
    "Body": "M0-1.2 1.2 0 0 1.2-1.2 0z",
    "Place": "M0 1.1 1.1-.9h-2.2z",
}
"""The shape of each type of actor, around (0, 0), with a radius of about 1."""


@cache
def colours() -> dict[str, str]:
    """The colours of the explorer by day, by name: paper, ink, state, membership, contested …"""
    light, _, _ = STYLESHEET.read_text("utf-8").partition("@media")
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", light))


def picture(width: float, height: float, title: str) -> ET.Element:
    """An empty picture on paper, named for those who cannot see it."""
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width:g} {height:g}",
            "width": f"{width:g}",
            "height": f"{height:g}",
            "role": "img",
            "font-family": FONT,
        },
    )
    ET.SubElement(svg, "title").text = clean(title)
    draw(svg, "rect", width=width, height=height, fill=colours()["paper"])
    write(svg, title, 20, 32, size=18, weight="600")
    return svg


def draw(parent: ET.Element, tag: str, **attributes: str | float | None) -> ET.Element:
    """A new element; `stroke_width` becomes stroke-width, numbers are rounded, None is left out."""
    named = {
        name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value is not None
    }
    return ET.SubElement(parent, tag, {n: v if isinstance(v, str) else f"{v:.5g}" for n, v in named.items()})


def write(
    parent: ET.Element,
    text: str,
    x: float,
    y: float,
    *,
    size: float = 12,
    weight: str | None = None,
    anchor: str | None = None,
    fill: str = "ink",
    halo: bool = False,
) -> None:
    """A line of text that starts, or by `anchor` centres (middle) or ends (end), at x."""
    paper = colours()["paper"] if halo else None
    element = draw(
        parent,
        "text",
        x=x,
        y=y,
        font_size=size,
        font_weight=weight,
        text_anchor=anchor,
        fill=colours()[fill],
        stroke=paper,
        stroke_width=3 if halo else None,
        paint_order="stroke" if halo else None,
        stroke_linejoin="round" if halo else None,
    )
    element.text = clean(text)


def shorten(text: str, most: int) -> str:
    """The text, or as much of it as `most` characters hold with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def to_text(svg: ET.Element) -> str:
    return ET.tostring(svg, encoding="unicode") + "\n"


def to_page(picture: ET.Element, title: str, language: str) -> str:
    """An HTML page that holds the picture and nothing else, and may load nothing."""
    return PAGE.substitute(
        language=language,
        digest=base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode(),
        title=html.escape(clean(title)),
        style=STYLE,
        picture=to_text(picture),
    )
