"""Which picture a file's name asks for, what is to be seen on it, and the picture itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Literal

import networkx as nx

from sahelgraph.graph.names import Called, label_of, resolve, suggestion
from sahelgraph.graph.picture_data import View
from sahelgraph.graph.store import Store
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.errors import DateError, NameNotFoundError, PictureError
from sahelgraph.ontology.relations import GROUPS, relations
from sahelgraph.ontology.when import When

Kind = Literal["graph", "timeline"]
SUFFIXES = (".html", ".svg", ".png")
EACH_UNDERSTANDS = {
    "graph": ("focus", "depth", "on", "relations", "max_nodes", "language"),
    "timeline": ("focus", "on", "language"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture is to show, as a user says it; what is None or empty is left to the picture."""

    focus: str | None = None
    """The name or id of an actor."""
    depth: int | None = None
    on: str | None = None
    """A day."""
    relations: tuple[str, ...] = ()
    """Relations, or groups of them."""
    max_nodes: int | None = None
    language: str | None = None

    def refuse_others(self, understood: tuple[str, ...], what: str) -> None:
        """Raise PictureError where something is wanted that is not among `understood`."""
        for field in fields(self):
            if field.name not in understood and getattr(self, field.name) not in (None, ()):
                raise PictureError(
                    f"--{field.name.replace('_', '-')} says nothing about {what}",
                    hint="leave it out",
                )


def kind_of(path: Path) -> Kind:
    """The network, or the memberships over time where the file's name says «timeline». Raises PictureError
    where it says both."""
    name = path.stem.lower()
    if "timeline" in name and "graph" in name:
        raise PictureError(
            f"«{path.name}» names two pictures",
            hint=f"graph{path.suffix} is the network, timeline{path.suffix} the memberships over time",
        )
    return "timeline" if "timeline" in name else "graph"


def picture(
    network: nx.MultiDiGraph[str], store: Store, book: ActorBook, path: Path, wanted: Wanted
) -> bytes:
    """The picture of a network that a file of this name is to hold.

    Raises NameNotFoundError for an actor or a relation that does not exist, DateError where `wanted.on` is
    no day, PictureError where the name or what is wanted makes no sense.
    """
    kind, suffix, language = kind_of(path), path.suffix.lower(), wanted.language or "fr"
    wanted.refuse_others(EACH_UNDERSTANDS[kind], f"a {kind}")
    view = view_of(network, store, book, wanted)
    if kind == "graph" and suffix == ".html":
        from sahelgraph.graph.picture import render

        return render(network, language=language, view=view).encode()
    if kind == "graph":
        from sahelgraph.graph.still import render_svg

        text = render_svg(network, language=language, view=view)
    else:
        from sahelgraph.graph.swimlanes import render_timeline

        text = render_timeline(network, language=language, view=view, page=suffix == ".html")
    if suffix != ".png":
        return text.encode()
    from sahelgraph.graph.png import to_png

    return to_png(text)


def view_of(network: nx.MultiDiGraph[str], store: Store, book: ActorBook, wanted: Wanted) -> View:
    """What a picture is to show, with every name looked up; raises what `picture` raises."""
    if wanted.depth is not None and wanted.focus is None:
        raise PictureError("--depth goes with --focus", hint="say whose surroundings are meant")
    usual = View()
    return View(
        on=_day(wanted.on) if wanted.on else None,
        focus=_actor(network, store, book, wanted.focus) if wanted.focus else None,
        depth=wanted.depth or usual.depth,
        relations=tuple(one for name in wanted.relations for one in _relations(name)),
        max_nodes=wanted.max_nodes or usual.max_nodes,
    )


def _actor(network: nx.MultiDiGraph[str], store: Store, book: ActorBook, name: str) -> str:
    actor = resolve(book, store, name)
    if actor not in network:
        raise NameNotFoundError(
            f"no article of this store names «{label_of(store, book, actor)}»",
            hint="`sahelgraph export graph.html` without --focus shows who is in it",
        )
    return actor


def _relations(name: str) -> list[str]:
    found = [one for one, about in relations().items() if name in (one, about.group)]
    if not found:
        known = [*relations(), *GROUPS]
        raise NameNotFoundError(
            f"there is no relation «{name}»",
            hint=suggestion(name, (Called(k, k) for k in known), f"one of {', '.join(known)}"),
        )
    return found


def _day(text: str) -> date:
    when = When.parse(text)
    if when.earliest_start is None or when.earliest_start != when.latest_end:
        raise DateError(f"«{text}» is no day", hint="give one, like 2024-06-01")
    return when.earliest_start
