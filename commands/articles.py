"""Articles to claims, printed or put into the graph: build, claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sahelgraph.commands.options import (
    STORE,
    DateOption,
    LeastOption,
    ModelOption,
    Paths,
    PublisherOption,
    StoreOption,
)
from sahelgraph.extract import MODEL
from sahelgraph.graph import printing
from sahelgraph.graph.printing import Format

if TYPE_CHECKING:
    from sahelgraph.extract.intake import Intake
    from sahelgraph.graph.build import Read


class ClaimsFormat(StrEnum):
    """How claims are printed: as one JSON object a line, as text to read, or like other rows."""

    JSONL = "jsonl"
    TEXT = "text"
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


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
