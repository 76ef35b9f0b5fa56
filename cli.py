"""The command line: which commands there are, and what becomes of their errors."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sahelgraph import __version__
from sahelgraph.commands import articles, overview, questions
from sahelgraph.graph import printing
from sahelgraph.ontology.errors import SahelgraphError

COMMANDS = (
    (articles.build, "sahelgraph build articles/ --store mali-2012"),
    (articles.claims, "sahelgraph claims article.txt --explain"),
    (questions.who, "sahelgraph who AES --on 2024-06-01"),
    (questions.when, 'sahelgraph when Mali "G5 Sahel"'),
    (questions.why, "sahelgraph why Mali CEMOC"),
    (questions.ask, 'sahelgraph ask "Qui était membre du G5 Sahel en 2021 ?"'),
    (questions.sparql, "sahelgraph sparql 'SELECT (COUNT(*) AS ?claims) { ?claim a sg:Claim }'"),
    (overview.export, "sahelgraph export graph.html --focus AES --on 2024-06-01"),
    (overview.stats, "sahelgraph stats"),
    (overview.validate, "sahelgraph validate"),
    (overview.conflicts, "sahelgraph conflicts"),
    (overview.actors, "sahelgraph actors CEMOC"),
)
"""Each with an example of its use, in the order in which the help lists them."""


class Commands(TyperGroup):
    """The commands. What a user can put right becomes one line on stderr and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except SahelgraphError as error:
            printing.tell("error", str(error))
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="From French press articles to a knowledge graph of actors and alliances in the Sahel.",
    epilog="Example: sahelgraph build articles/",
)
for command, example in COMMANDS:
    app.command(epilog=f"Example: {example}")(command)


def main() -> None:
    """Run the command line; ends the process with exit code 0, 1 (error) or 2 (usage)."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sahelgraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


if __name__ == "__main__":
    main()
