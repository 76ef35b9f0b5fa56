"""The command line: parses, calls, prints. Heavy libraries are imported by the commands that need them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from sahelgraph import __version__
from sahelgraph.extract import MODEL
from sahelgraph.graph import printing
from sahelgraph.graph.printing import Format
from sahelgraph.ontology.errors import QueryError, SahelgraphError

if TYPE_CHECKING:
    from sahelgraph.extract.intake import Intake
    from sahelgraph.graph.answers import MembershipAnswer
    from sahelgraph.graph.build import Read
    from sahelgraph.graph.hearing import Hearing
    from sahelgraph.graph.store import Store
    from sahelgraph.ontology.actors import ActorBook


class ClaimsFormat(StrEnum):
    """How claims are printed: as one JSON object a line, as text to read, or like other rows."""

    JSONL = "jsonl"
    TEXT = "text"
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Language(StrEnum):
    """What a picture is written in."""

    FR = "fr"
    EN = "en"


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


# --- articles to claims to the store


@app.command(epilog="Example: sahelgraph build articles/ --store mali-2012")
def build(
    paths: Paths,
    date: DateOption = None,
    publisher: PublisherOption = None,
    model: ModelOption = MODEL,
    least: LeastOption = 0.0,
    store: StoreOption = STORE,
) -> None:
    """Read articles and put their claims into the graph; articles that have not changed are skipped."""
    from sahelgraph.extract.version import extractor_version
    from sahelgraph.graph.build import is_known, write_articles
    from sahelgraph.graph.store import open_store
    from sahelgraph.ontology.actors import actor_book

    with _intake(paths, date, publisher) as intake:
        result = f"{store} is as it was"
        if articles := intake.articles():
            book, version = actor_book(), extractor_version(model, least)
            with open_store(store, write=True) as opened:
                read: Iterator[Read] = iter(())
                if new := intake.unless(lambda a: is_known(opened, a, version), articles):
                    from sahelgraph.extract.pipeline import Extractor

                    read = iter(Extractor(book, model, least).extract(new))
                written = write_articles(opened, read, book, version, intake.reject)
            result = f"{written.claims} claims added, {written.memberships} memberships in {store}"
        typer.echo(f"articles: {intake}; {result}")


@app.command(epilog="Example: sahelgraph claims article.txt --explain")
def claims(
    paths: Paths,
    form: Annotated[
        ClaimsFormat | None,
        typer.Option("--format", help="How to print: jsonl by default, text with --explain."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add what made each claim: words, rules, lines of data.")
    ] = False,
    date: DateOption = None,
    publisher: PublisherOption = None,
    model: ModelOption = MODEL,
    least: LeastOption = 0.0,
) -> None:
    """Print what articles claim, with the sentence that says it. Touches no store."""
    from sahelgraph.extract.pipeline import Extractor
    from sahelgraph.graph import rows
    from sahelgraph.ontology.claims import claim_to_json

    with _intake(paths, date, publisher) as intake:
        articles = intake.articles()
        extracted = Extractor(model=model, least=least).extract(articles) if articles else ()
        found = (claim for _, claims in extracted for claim in claims)
        records = (claim_to_json(c) | ({"rules": list(c.rules)} if explain else {}) for c in found)
        form = form or (ClaimsFormat.TEXT if explain else ClaimsFormat.JSONL)
        if form is ClaimsFormat.JSONL:
            for record in records:
                print(json.dumps(record, ensure_ascii=False))
        elif form is ClaimsFormat.TEXT:
            printing.write_claims(records)
        elif form is ClaimsFormat.JSON:
            printing.write_json(list(records))
        else:
            columns = (*rows.CLAIM, "rules") if explain else rows.CLAIM
            printing.write_rows(rows.short_claims(records, columns), columns, Format(form.value))


@contextmanager
def _intake(paths: list[str], date: str | None, publisher: str | None) -> Iterator[Intake]:
    """The articles of some paths; what is wrong with some is told, and makes the exit code 1 in the end."""
    from sahelgraph.extract.intake import Intake
    from sahelgraph.extract.metadata import Metadata, read_day

    defaults = Metadata(date=read_day(date, "--date") if date else None, publisher=publisher)
    intake = Intake(paths, defaults, printing.tell)
    with printing.progress(len(intake.sources)) as intake.done:
        yield intake
    if intake.failed:
        raise typer.Exit(1)


# --- questions


@contextmanager
def _graph(store: str) -> Iterator[tuple[Store, ActorBook]]:
    """The store of a question, open for reading, and the known actors."""
    from sahelgraph.graph.store import open_store
    from sahelgraph.ontology.actors import actor_book

    with open_store(store) as opened:
        yield opened, actor_book()


def _hearing(
    store: Store, book: ActorBook, no_curated: bool, according_to: str | None, known_on: str | None
) -> Hearing:
    """What is to count, by the options."""
    from sahelgraph.graph.hearing import Hearing, voice_named
    from sahelgraph.ontology.when import When

    voice = voice_named(store, book, according_to) if according_to else None
    return Hearing(not no_curated, voice, When.parse(known_on).latest_end if known_on else None)


def _times(on: str | None, start: str | None, end: str | None) -> dict[str, Any]:
    """The time of `who` and `when`, by the options."""
    from sahelgraph.ontology.when import When

    if on and (start or end):
        raise typer.BadParameter("--on goes without --from and --to")
    first = When.parse(start).earliest_start if start else None
    last = When.parse(end).latest_end if end else None
    if first and last and first > last:
        raise typer.BadParameter("--from is after --to")
    return {"on": When.parse(on) if on else None, "start": first, "end": last}


@app.command(epilog="Example: sahelgraph who AES --on 2024-06-01")
def who(
    alliance: AllianceArgument,
    on: On = None,
    start: From = None,
    end: To = None,
    certain: Certain = False,
    according_to: AccordingTo = None,
    known_on: KnownOn = None,
    no_curated: NoCurated = False,
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Who belonged to an alliance: since when, until when, how sure it is, and which articles say so."""
    from sahelgraph.graph import answers

    times = _times(on, start, end)
    with _graph(store) as (opened, book):
        alliance_id = answers.resolve(book, opened, alliance)
        hearing = _hearing(opened, book, no_curated, according_to, known_on)
        found = answers.who(opened, book, alliance_id, **times, hearing=hearing)
    _write_memberships(answers.only_certain(found) if certain else found, form)


@app.command(epilog='Example: sahelgraph when Mali "G5 Sahel"')
def when(
    actor: ActorArgument,
    alliance: Annotated[str | None, typer.Argument(help="Only in this alliance.")] = None,
    on: On = None,
    start: From = None,
    end: To = None,
    certain: Certain = False,
    according_to: AccordingTo = None,
    known_on: KnownOn = None,
    no_curated: NoCurated = False,
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """When an actor belonged to an alliance, or to which alliances it belonged when."""
    from sahelgraph.graph import answers

    times = _times(on, start, end)
    with _graph(store) as (opened, book):
        actor_id = answers.resolve(book, opened, actor)
        alliance_id = answers.resolve(book, opened, alliance) if alliance else None
        hearing = _hearing(opened, book, no_curated, according_to, known_on)
        found = answers.when(opened, book, actor_id, alliance_id, **times, hearing=hearing)
    shown = answers.only_certain(found) if certain else found
    _write_memberships(shown, form)
    if form is Format.TABLE and alliance is None:
        from sahelgraph.graph.timeline import timeline

        printing.write_lines(lambda width: timeline(shown, width))


def _write_memberships(found: Sequence[MembershipAnswer], form: Format, remarks: bool = True) -> None:
    from sahelgraph.graph.rows import membership_rows

    if form is Format.JSON:
        printing.write_json([answer.to_json() for answer in found])
    else:
        printing.write_rows(*membership_rows(found, remarks=remarks), form)


@app.command(epilog="Example: sahelgraph why Mali CEMOC")
def why(
    actor: ActorArgument,
    alliance: AllianceArgument,
    according_to: AccordingTo = None,
    known_on: KnownOn = None,
    no_curated: NoCurated = False,
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """The sentences behind an answer, and those against it."""
    from sahelgraph.graph import answers
    from sahelgraph.graph.rows import reason_rows

    with _graph(store) as (opened, book):
        actor_id, alliance_id = (answers.resolve(book, opened, name) for name in (actor, alliance))
        hearing = _hearing(opened, book, no_curated, according_to, known_on)
        reasons = answers.why(opened, book, actor_id, alliance_id, hearing=hearing)
    if form is Format.JSON:
        printing.write_json(reasons.to_json())
    elif form is Format.CSV:
        printing.write_rows(reason_rows(reasons), (), form)
    else:
        printing.write_quotations(reason_rows(reasons))


@app.command(epilog='Example: sahelgraph ask "Qui était membre du G5 Sahel en 2021 ?"')
def ask(
    question: Annotated[str, typer.Argument(help="A question in French or English.")],
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Answer a question: who belonged, when, whether, since when, until when, who attacked or led whom."""
    from datetime import date

    from sahelgraph.extract.questions import read_question
    from sahelgraph.graph import asking, rows

    with _graph(store) as (opened, book):
        read = read_question(question, book, date.today(), asking.unlisted_entities(opened))
        reply = asking.answer(opened, book, read)
    if form is Format.JSON:
        printing.write_json(reply.to_json())
        return
    if form is Format.TABLE:
        for line in reply.lines:
            typer.echo(printing.one_line(line))
    if read.about_membership:
        _write_memberships(reply.memberships, form, remarks=form is not Format.TABLE)
    else:
        found = rows.short_claims((row.to_json() for row in reply.testimonies), rows.TESTIMONY)
        printing.write_rows(found, rows.TESTIMONY, form)


def _list_queries(wanted: bool) -> None:
    if wanted:
        from sahelgraph.graph.rows import query_rows

        printing.write_rows(*query_rows(), Format.TABLE)
        raise typer.Exit


@app.command(epilog="Example: sahelgraph sparql 'SELECT (COUNT(*) AS ?claims) { ?claim a sg:Claim }'")
def sparql(
    query: Annotated[
        str,
        typer.Argument(
            help="A query, a file that holds one, the name of a ready one, or - for standard input."
        ),
    ],
    values: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="Bind a variable of the query.")
    ] = None,
    list_: Annotated[  # noqa: ARG001
        bool, typer.Option("--list", callback=_list_queries, is_eager=True, help="List the ready queries.")
    ] = False,
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Run a SPARQL query. The prefixes of the vocabulary are declared; the graph cannot be changed."""
    from sahelgraph.graph.rows import result_rows
    from sahelgraph.graph.sparql import run
    from sahelgraph.graph.store import open_store

    with open_store(store) as opened:
        results = run(opened, _query_text(query), dict(v.partition("=")[::2] for v in values or ()))
    printing.write_rows(*result_rows(results), form)


def _query_text(query: str) -> str:
    try:
        if query == "-":
            return sys.stdin.read()
        if query.endswith((".rq", ".sparql")) or ("{" not in query and Path(query).is_file()):
            return Path(query).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be read: {error}", where=query) from error
    return query


# --- the graph as a whole


@app.command(epilog="Example: sahelgraph export graph.html --focus AES --on 2024-06-01")
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
    with _graph(store) as (opened, book):
        write(opened, book, file, Wanted(focus, depth, on, names, max_nodes, language))
    typer.echo(f"written: {file}")


@app.command(epilog="Example: sahelgraph stats")
def stats(store: StoreOption = STORE, form: FormatOption = Format.TABLE) -> None:
    """Count articles, claims, actors and memberships, and flag facts that no article supports any more."""
    from sahelgraph.graph.stats import stats as count

    with _graph(store) as (opened, book):
        counted = count(opened, book)
    if form is Format.JSON:
        printing.write_json(counted.to_json())
        return
    rows = [{"what": key, "count": value} for key, value in counted.counts.items()]
    printing.write_rows(rows, ("what", "count"), form)
    if form is Format.TABLE and counted.flagged:
        typer.echo("\nLeft open by the actor files, and supported by no article in two years:")
        printing.write_rows(counted.flagged, tuple(counted.flagged[0]), form)


@app.command(epilog="Example: sahelgraph validate")
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


@app.command(epilog="Example: sahelgraph conflicts")
def conflicts(store: StoreOption = STORE, form: FormatOption = Format.TABLE) -> None:
    """Where sources disagree."""
    from sahelgraph.graph.conflicts import conflicts as disagreements

    with _graph(store) as (opened, book):
        rows = [conflict.to_json() for conflict in disagreements(opened, book)]
    if rows and form is Format.TABLE:
        printing.write_conflicts(rows)
    else:
        printing.write_rows(rows, (), form)


@app.command(epilog="Example: sahelgraph actors CEMOC")
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


if __name__ == "__main__":
    main()
