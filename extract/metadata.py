"""What is known of an article beside its text: front matter, sidecar file, options."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

import yaml

from sahelgraph.ontology.errors import ArticleError, Place

MOST_CHARACTERS = 20_000
NOTHING = {"", "~", "null"}
WEB_ADDRESS = re.compile(r'https?://[^\s<>"{}|\\^`]+')
FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(.*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a front matter or sidecar may say; None where it does not."""

    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """This, completed by the other where it is silent."""
        found = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        return replace(other, **found)


KEYS = tuple(f.name for f in fields(Metadata))


def read_day(text: str, where: Place | str | None = None) -> date:
    """The day of an ISO 8601 date, or date and time. Raises ArticleError for anything else."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError as error:
        raise ArticleError(
            f"«{text}» is no date that can be read",
            where=where,
            hint="write year-month-day: 2024-11-07",
        ) from error


def split_front_matter(text: str, file: str) -> tuple[str, int]:
    """The YAML at the head of a text, "" where there is none, and the offset at which the body starts.

    Raises ArticleError where a front matter is opened and never closed."""
    if not re.match(r"---[ \t]*\n", text):
        return "", 0
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ArticleError(
            "the front matter is opened by --- and never closed",
            where=Place(file, 1),
            hint="end it by a line of ---",
        )
    return "---\n" + (match[1] or ""), match.end()


def read_metadata(text: str, file: str, warn: Callable[[ArticleError], None]) -> Metadata:
    """The metadata of a YAML text that is `file` or the head of it; unknown keys go to `warn`.

    Raises ArticleError with file and line where it is no list of `key: value`, or a date is none."""
    node = _composed(text, file)
    if node is None:
        return Metadata()
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError("the metadata are no lines of `key: value`", where=Place(file, _line(node)))
    texts: dict[str, str] = {}
    day = None
    for key, value in node.value:
        where = Place(file, _line(key))
        if not isinstance(key, yaml.ScalarNode) or key.value not in KEYS:
            name = key.value if isinstance(key, yaml.ScalarNode) else "…"
            warn(ArticleError(f"unknown key «{name}»", where=where, hint=f"known: {', '.join(KEYS)}"))
        elif not isinstance(value, yaml.ScalarNode):
            raise ArticleError(f"«{key.value}» must be one text", where=where)
        elif value.value.strip() in NOTHING:
            continue
        elif key.value == "date":
            day = read_day(value.value, where)
        elif key.value == "url" and not WEB_ADDRESS.fullmatch(value.value.strip()):
            warn(ArticleError(f"«{value.value}» is no web address and is left out", where=where))
        else:
            texts[key.value] = value.value.strip()
    return Metadata(texts.get("title"), day, texts.get("publisher"), texts.get("url"), texts.get("language"))


def _composed(text: str, file: str) -> yaml.Node | None:
    """The top of a YAML text; None where it says nothing."""
    if len(text) > MOST_CHARACTERS:
        raise ArticleError(
            f"the metadata are longer than {MOST_CHARACTERS:,} characters", where=Place(file, 1)
        )
    try:
        # Not the C loader: it overflows the stack on deep nesting.
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        raise ArticleError(
            f"the metadata are no YAML: {problem}",
            where=Place(file, mark.line + 1 if mark else None),
            hint="write lines of `key: value`; quote a value that holds a colon",
        ) from error


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
