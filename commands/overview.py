"""The graph as a whole: export, stats, validate, conflicts, actors."""

from __future__ import annotations

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sahelgraph.commands.options import STORE, FormatOption, StoreOption, open_graph
from sahelgraph.graph import printing
from sahelgraph.graph.printing import Format

if TYPE_CHECKING:
    pass


class Language(StrEnum):
    """What a picture is written in."""

    FR = "fr"
    EN = "en"


def export(
    file: Annotated[
        Path,
        typer.Argument(
            help="By its ending: a picture (.html to explore, .svg or .png to print), RDF (.ttl .trig .nq "
            ".jsonld) or a network (.graphml .gexf .csv). A picture shows the network, or memberships over "
            "time where its name says so: timeline.svg, mali-timeline.html."
        ),
    ],
    focus: Annotated[
        str | None, typer.Option("--focus", metavar="ACTOR", help="Picture: only what surrounds this actor.")
    ] = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=1, max=3, help="Picture: so many steps around the focus.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Picture: as things were on this day.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--relations",
            metavar="NAME,…",
            help="Picture: only these relations (left, attacked …) or groups of them (membership, offices, "
            "conflict, cooperation, presence).",
        ),
    ] = None,
    max_nodes: Annotated[
        int | None,
        typer.Option("--max-nodes", min=2, help="Picture: so many actors, 60 if not said."),
    ] = None,
    language: Annotated[
        Language | None, typer.Option("--language", help="Picture: French if not said.")
    ] = None,
    store: StoreOption = STORE,
) -> None:
    """Write the graph to a file: a picture, RDF, or a network for other tools.

    «export timeline.svg --focus Mali» draws Mali's alliances over time, «export graph.png --relations
    conflict,left --max-nodes 30» prints a network, «export graph.ttl» writes RDF.
    """
    from sahelgraph.graph.export import export as write
    from sahelgraph.graph.pictures import Wanted

    names = tuple(name.strip() for listed in only or () for name in listed.split(",") if name.strip())
    with open_graph(store) as (opened, book):
        write(opened, book, file, Wanted(focus, depth, on, names, max_nodes, language))
    typer.echo(f"written: {file}")


def stats(store: StoreOption = STORE, form: FormatOption = Format.TABLE) -> None:
    """Count articles, claims, actors and memberships, and flag facts that no article supports any more."""
    from sahelgraph.graph.stats import stats as count

    with open_graph(store) as (opened, book):
        counted = count(opened, book)
    if form is Format.JSON:
        printing.write_json(counted.to_json())
        return
    rows = [{"what": key, "count": value} for key, value in counted.counts.items()]
    printing.write_rows(rows, ("what", "count"), form)
    if form is Format.TABLE and counted.flagged:
        typer.echo("\nLeft open by the actor files, and supported by no article in two years:")
        printing.write_rows(counted.flagged, tuple(counted.flagged[0]), form)


def validate(store: StoreOption = STORE, form: FormatOption = Format.TABLE) -> None:
    """Check the graph against its SHACL shapes; exit code 1 where something breaks a rule."""
    from sahelgraph.graph.store import open_store
    from sahelgraph.graph.validation import validate as violations

    with open_store(store) as opened:
        found = violations(opened)
    if found or form is not Format.TABLE:
        rows = [violation.to_json() for violation in found]
        printing.write_rows(rows, ("graph", "node", "rule", "value"), form)
    else:
        typer.echo("The graph keeps every rule.")
    if found:
        raise typer.Exit(1)


def conflicts(store: StoreOption = STORE, form: FormatOption = Format.TABLE) -> None:
    """Where sources disagree."""
    from sahelgraph.graph.conflicts import conflicts as disagreements

    with open_graph(store) as (opened, book):
        rows = [conflict.to_json() for conflict in disagreements(opened, book)]
    if rows and form is Format.TABLE:
        printing.write_conflicts(rows)
    else:
        printing.write_rows(rows, (), form)


def actors(
    name: Annotated[
        str | None, typer.Argument(help="A name or a part of one; all actors without it.")
    ] = None,
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Look actors up: ids, names, types, and what the actor files say of them."""
    from sahelgraph.graph.directory import fact_to_json, look_up
    from sahelgraph.graph.store import open_store
    from sahelgraph.ontology.actors import actor_book

    stored = open_store(store) if "://" in store or Path(store).exists() else nullcontext()
    with stored as opened:
        cards = look_up(actor_book(), opened, name)
    printing.write_rows([card.to_json() for card in cards], ("id", "label", "type", "names"), form)
    if form is Format.TABLE and len(cards) == 1 and cards[0].facts:
        facts = [fact_to_json(fact) for fact in cards[0].facts]
        printing.write_rows(facts, ("subject", "relation", "object", "when", "role", "source"), form)
