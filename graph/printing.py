"""Answers on the terminal: tables and quotations for people, JSON and CSV for machines.

Standard output holds answers only; notices and the progress bar go to standard error."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, TextIO

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
    "error": "bold red",
    "warning": "yellow",
    "skipped": "yellow",
}
"""The colours of the words that say how sure something is, or how bad."""
SAID = ("subject", "relation", "object", "when", "status", "speakers")
"""What is told of a quoted sentence."""
SHOWN = 3
"""So many items of a list stand in a table; the others are counted."""
UNWRAPPED = 1_000_000
PAGE = 100
"""Columns of a page of text."""
BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Format(StrEnum):
    """How rows are written: `table` for people, the others for machines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


# --- answers


def write_rows(rows: Sequence[Row], columns: Sequence[str], form: Format) -> None:
    """Rows to standard output. `columns` are the keys that a table shows, in order; JSON and CSV hold
    every key of the rows."""
    if form is Format.JSON:
        write_json(rows)
    elif form is Format.CSV:
        _write_csv(rows, columns)
    elif rows:
        _write_table(rows, columns)
    else:
        tell("nothing", "is known that answers this")


def write_json(value: object) -> None:
    """One JSON value to standard output, indented."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def write_lines(lines: Callable[[int], Iterable[str]]) -> None:
    """Lines to standard output that are made for the width of the terminal, or for pages of text."""
    width = _console(sys.stdout).width if sys.stdout.isatty() else PAGE
    for line in lines(width):
        print(harmless(line))


def write_quotations(rows: Iterable[Row]) -> None:
    """The sentences of claims (`ClaimRow.to_json`) under their `side`, «for» or «against», each once, with
    where it is from and what it is taken to say."""
    from rich.padding import Padding
    from rich.text import Text

    screen = _console(sys.stdout)

    def show(text: Text, indent: int) -> None:
        screen.print(Padding(text, (0, 0, 0, indent), expand=False))

    for side, group in groupby(rows, key=lambda row: row["side"]):
        show(Text(str(side).capitalize(), style="bold"), 0)
        for (sentence, *origin), claims in groupby(group, key=_origin):
            show(Text(one_line(sentence)), 2)
            show(Text(one_line(", ".join(filter(None, origin))), style="dim"), 4)
            for claim in claims:
                values = [one_line(_text(claim[key])) for key in SAID]
                show(Text(" ").join(Text(v, style=STYLES.get(v, "")) for v in values if v), 4)


def write_claims(records: Iterable[Mapping[str, Any]]) -> None:
    """Claims (as in JSON) under the sentence that says them, each with the rules that made it where the
    record has `rules`."""
    from rich.text import Text

    screen = _console(sys.stdout)
    for (document, start, sentence), group in groupby(records, key=_place):
        screen.print(Text(f"{one_line(document)}:{start} «{one_line(sentence)}»", style="bold"))
        for record in group:
            ends = [record["subject"]["label"], record["relation"], (record["object"] or {}).get("label")]
            values = [*ends, record["role"], record["when"], record["status"], f"{record['confidence']:.2f}"]
            texts = [one_line(str(value)) for value in values if value]
            screen.print("  ", Text(" ").join(Text(t, style=STYLES.get(t, "")) for t in texts))
            for rule in record.get("rules", ()):
                name, _, told = one_line(rule).partition(": ")
                screen.print(Text(f"      {name:<8} {told}", style="dim"))


def _place(record: Mapping[str, Any]) -> tuple[str, int, str]:
    return record["document"], record["evidence"]["start"], record["evidence"]["text"]


def write_conflicts(rows: Iterable[Row]) -> None:
    """Disagreements (`Conflict.to_json`), the two sentences of each below one another."""
    from rich.padding import Padding
    from rich.text import Text

    screen = _console(sys.stdout)
    for row in rows:
        screen.print(Text(one_line(f"{row['kind']}: {row['about']}"), style="bold"))
        for side in ("first", "second"):
            told = [_text(row[f"{side}_{key}"]) for key in ("says", "when", "source")]
            quoted = f"actor files: {row[side]}" if row[f"{side}_curated"] else f"«{row[side]}»"
            screen.print(Padding(Text(one_line(quoted)), (0, 0, 0, 2), expand=False))
            line = Text(one_line(", ".join(filter(None, told))), style="dim")
            screen.print(Padding(line, (0, 0, 0, 4), expand=False))


def _origin(row: Row) -> list[str]:
    quoted = f"actor files: {row['sentence']}" if row["curated"] else f"«{row['sentence']}»"
    again = f"reprint of {row['reprint_of']}" if row["reprint_of"] else ""
    return [quoted, *(_text(row[key]) for key in ("document", "publisher", "date", "title")), again]


def in_words(edtf: object) -> str:
    """One end of a time, an EDTF date or a window of days, as a person would write it."""
    low, slash, high = str(edtf or "").partition("/")
    if not slash:
        return low
    if low == "..":
        return f"by {high}"
    return f"not before {low}" if high == ".." else f"{low} to {high}"


def span_in_words(edtf: str | None) -> str:
    """A time from a start to an end, either of them open, as a person would write it."""
    first, slash, last = (edtf or "").partition("/")
    if not slash or first == last:
        return first
    if first == "..":
        return "always" if last == ".." else f"until {last}"
    return f"from {first}" if last == ".." else f"{first} to {last}"


def one_line(text: str) -> str:
    """Text of articles and files made harmless for a terminal: no control characters, no line ends."""
    return harmless(" ".join(text.split()))


def harmless(line: str) -> str:
    """A line without control characters and without those that turn the direction of writing."""
    return "".join("�" if unicodedata.category(c) == "Cc" or c in BIDIRECTIONAL else c for c in line)


def _write_csv(rows: Sequence[Row], columns: Sequence[str]) -> None:
    keys = list(rows[0]) if rows else list(columns)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_text(row.get(key)) for key in keys] for row in rows)


def _write_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        texts = [one_line(_text(row.get(key), shown=SHOWN)) for key in columns]
        table.add_row(*(Text(text, style=STYLES.get(text, "")) for text in texts))
    _console(sys.stdout).print(table)


def _text(value: object, shown: int | None = None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (str, int, float)):
        return str(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_text(v)}" for key, v in value.items())
    if isinstance(value, Iterable):
        texts = [_text(v) for v in value]
        more = f" and {len(texts) - shown} more" if shown and len(texts) > shown else ""
        return ("; ".join(texts[:shown])) + more
    return str(value)


# --- notices


def tell(word: str, message: str) -> None:
    """One line to standard error: «error: …», «warning: …»."""
    from rich.text import Text

    line = Text.assemble((word, STYLES.get(word, "")), ": ", one_line(message))
    _console(sys.stderr).print(line, soft_wrap=True)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, none where that is no terminal; call what it gives for each step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)


def _console(stream: TextIO) -> Console:
    """Colours and wraps for people only, and reads no markup in what it prints."""
    from rich.console import Console

    width = None if stream.isatty() else UNWRAPPED
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)
