"""The network as one HTML file that opens offline: an explorer drawn by vis-network, as pyvis packs it.

pyvis holds the actors, edges and options; the page around them is ours (`template/`), because pyvis's own
links a CDN, reads titles as HTML and sets no encoding. Every text of the network is hostile: it goes in
as JSON that no HTML parser can read as markup, and the page shows it as text only. A Content-Security-
Policy names the page's own scripts and style by hash; nothing else may run or load.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from sahelgraph import __version__
from sahelgraph.graph.picture_data import View, check_view, clean, page_data
from sahelgraph.graph.wording import TITLE

TEMPLATE = Path(__file__).with_name("template")
SCRIPTS = (
    "words.js",
    "time.js",
    "model.js",
    "drawing.js",
    "crowd.js",
    "names.js",
    "marks.js",
    "timeline.js",
    "panel.js",
    "legend.js",
    "search.js",
    "slider.js",
    "address.js",
    "hand.js",
    "controls.js",
)
"""In the order in which they stand in the page, as one script."""
LIBRARY = "lib/vis-9.1.2/vis-network.min.js"


def render(
    network: nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    language: str = "fr",
    view: View | None = None,
) -> str:
    """The page of a network (graph/network.py says what it carries) in French ("fr") or English ("en").

    The same network gives the same page. Raises NameNotFoundError where `view` names an actor or a
    relation that does not exist, ValueError for another language.
    """
    if language not in TITLE:
        raise ValueError(f"the page speaks {' and '.join(TITLE)}, not {language}")
    view = view or View()
    titles = dict.fromkeys(TITLE, title) if title else TITLE
    check_view(view, network)
    library = _library()
    script = "\n".join((TEMPLATE / name).read_text("utf-8") for name in SCRIPTS)
    style = (TEMPLATE / "picture.css").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return Template((TEMPLATE / "page.html").read_text("utf-8")).substitute(
        title=html.escape(clean(titles[language])),
        language=language,
        version=__version__,
        policy=policy,
        style=style,
        data=as_script_data(page_data(network, language, view, titles)),
        library=library,
        script=script,
    )


def as_script_data(data: Any) -> str:
    """JSON that may stand inside a `<script>` element: no character of it can end the element or a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _library() -> str:
    # The map is a file that the page does not have: browsers' tools would ask for it.
    text = resources.files("pyvis").joinpath(LIBRARY).read_text("utf-8")
    code, _, _ = text.rpartition("//# sourceMappingURL=")
    code = code or text
    if "</script" in code.lower() or "<!--" in code:
        raise ValueError(f"{LIBRARY} of pyvis cannot stand inside a page")
    return code


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
