"""Questions to the graph: who, when, why, ask, sparql."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sahelgraph.commands.options import (
    STORE,
    AccordingTo,
    ActorArgument,
    AllianceArgument,
    Certain,
    FormatOption,
    From,
    KnownOn,
    NoCurated,
    On,
    StoreOption,
    To,
    open_graph,
)
from sahelgraph.graph import printing
from sahelgraph.graph.printing import Format
from sahelgraph.ontology.errors import QueryError

if TYPE_CHECKING:
    from sahelgraph.graph.answers import MembershipAnswer
    from sahelgraph.graph.hearing import Hearing
    from sahelgraph.graph.store import Store
    from sahelgraph.ontology.actors import ActorBook


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
    with open_graph(store) as (opened, book):
        alliance_id = answers.resolve(book, opened, alliance)
        hearing = _hearing(opened, book, no_curated, according_to, known_on)
        found = answers.who(opened, book, alliance_id, **times, hearing=hearing)
    _write_memberships(answers.only_certain(found) if certain else found, form)


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
    with open_graph(store) as (opened, book):
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

    with open_graph(store) as (opened, book):
        actor_id, alliance_id = (answers.resolve(book, opened, name) for name in (actor, alliance))
        hearing = _hearing(opened, book, no_curated, according_to, known_on)
        reasons = answers.why(opened, book, actor_id, alliance_id, hearing=hearing)
    if form is Format.JSON:
        printing.write_json(reasons.to_json())
    elif form is Format.CSV:
        printing.write_rows(reason_rows(reasons), (), form)
    else:
        printing.write_quotations(reason_rows(reasons))


def ask(
    question: Annotated[str, typer.Argument(help="A question in French or English.")],
    store: StoreOption = STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Answer a question: who belonged, when, whether, since when, until when, who attacked or led whom."""
    from datetime import date

    from sahelgraph.extract.questions import read_question
    from sahelgraph.graph import asking, rows

    with open_graph(store) as (opened, book):
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
