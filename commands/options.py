"""What the commands share: their arguments and options, and the graph that they open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sahelgraph.graph.printing import Format

if TYPE_CHECKING:
    from sahelgraph.graph.store import Store
    from sahelgraph.ontology.actors import ActorBook


Paths = Annotated[
    list[str],
    typer.Argument(help="Article files (.txt, .md), folders, glob patterns, or - for standard input."),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Date of articles that give none: 2024-11-07.")
]
PublisherOption = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of articles that give none.")
]
ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAME",
        envvar="SAHELGRAPH_MODEL",
        help="The spaCy pipeline for French that parses, installed: fr_core_news_lg, or a folder with one.",
    ),
]
LeastOption = Annotated[
    float,
    typer.Option("--least", min=0.0, max=1.0, help="Leave out claims whose confidence is lower."),
]
StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="DIR|URL",
        envvar="SAHELGRAPH_STORE",
        help="Folder of the graph, or URL of a SPARQL server.",
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="A table for people, JSON or CSV for machines.")
]
ActorArgument = Annotated[str, typer.Argument(help="Name or id of an actor.")]
AllianceArgument = Annotated[str, typer.Argument(help="Name or id of an alliance, organisation or group.")]
NoCurated = Annotated[
    bool, typer.Option("--no-curated", help="Leave out what only the actor files say, and no article.")
]
AccordingTo = Annotated[
    str | None,
    typer.Option("--according-to", metavar="NAME", help="Only what this publisher or speaker says."),
]
KnownOn = Annotated[
    str | None,
    typer.Option("--as-known-on", metavar="DATE", help="Only articles published by then, and older facts."),
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="On this day, month or year.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="At any time since then.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="At any time until then.")]
Certain = Annotated[
    bool,
    typer.Option("--certain/--possible", help="Only what is certain, or also what is possible or contested."),
]
STORE = "sahelgraph-store"


@contextmanager
def open_graph(store: str) -> Iterator[tuple[Store, ActorBook]]:
    """The store of a question, open for reading, and the known actors."""
    from sahelgraph.graph.store import open_store
    from sahelgraph.ontology.actors import actor_book

    with open_store(store) as opened:
        yield opened, actor_book()
