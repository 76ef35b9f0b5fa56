"""Rows of answers as a table for people, or as JSON or CSV for machines."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, object]

STYLES = {
    "certain": "green",
    "asserted": "green",
    "yes": "green",
    "possible": "yellow",
    "alleged": "yellow",
    "planned": "cyan",
    "contested": "red",
    "denied": "red",
    "negated": "red",
    "no": "red",
}
"""The colours of the words that say how sure something is."""
UNWRAPPED = 1_000_000
BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Format(StrEnum):
    """How rows are written: `table` for people, the others for machines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write_rows(rows: Sequence[Row], headings: Mapping[str, str], form: Format) -> None:
    """Rows to standard output. `headings` gives the columns of a table and their order: key → heading;
    JSON and CSV hold every key of the rows."""
    if form is Format.JSON:
        write_json(rows)
    elif form is Format.CSV:
        _write_csv(rows, headings)
    else:
        _write_table(rows, headings)


def write_json(value: object) -> None:
    """One JSON value to standard output, indented."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def one_line(text: str) -> str:
    """Text of articles and files made harmless for a terminal: no control characters, no line ends."""
    spaced = " ".join(text.split())
    return "".join("�" if unicodedata.category(c) == "Cc" or c in BIDIRECTIONAL else c for c in spaced)


def _write_csv(rows: Sequence[Row], headings: Mapping[str, str]) -> None:
    keys = list(rows[0]) if rows else list(headings)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_text(row.get(key)) for key in keys] for row in rows)


def _write_table(rows: Iterable[Row], headings: Mapping[str, str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings.values(), box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for row in rows:
        texts = [one_line(_text(row.get(key))) for key in headings]
        table.add_row(*(Text(text, style=STYLES.get(text, "")) for text in texts))
    console(sys.stdout).print(table)


def console(stream: TextIO) -> Console:
    """A rich console that colours and wraps for people only, and reads no markup in what it prints."""
    from rich.console import Console

    width = None if stream.isatty() else UNWRAPPED
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return str(value.get("label", json.dumps(value, ensure_ascii=False)))
    if isinstance(value, Iterable):
        return "; ".join(_text(v) for v in value)
    return str(value)
