"""Files, folders, globs and standard input to articles; what cannot be read becomes a notice."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sahelgraph.extract.decoding import decode
from sahelgraph.extract.language import other_language
from sahelgraph.extract.metadata import Metadata, read_metadata, split_front_matter
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.errors import ArticleError

STDIN = "-"
SUFFIXES = (".txt", ".md")
SIDECAR = ".meta.yaml"
MOST_BYTES = 4_000_000
MOST_CHARACTERS = 1_000_000
"""The length up to which spaCy reads a text."""


class Severity(StrEnum):
    """What became of the article: not read for a mistake, left out on purpose, read all the same."""

    ERROR = "error"
    SKIPPED = "skipped"
    WARNING = "warning"


class OtherLanguageError(ArticleError):
    """An article is not in French."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell about an article."""

    severity: Severity
    error: ArticleError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input where `path` is "-"."""

    path: str


def find_sources(paths: Iterable[str]) -> list[Source | Notice]:
    """The article files that paths name, each once: files, folders (`*.txt` and `*.md` at any depth),
    glob patterns, "-" for standard input. A path that leads nowhere becomes a notice."""
    found: list[Source | Notice] = []
    seen: set[str] = set()
    for path in paths:
        problems: list[ArticleError] = []
        for file in _expand(path, problems):
            real = file if file == STDIN else os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                found.append(Source(file))
        found += _notices(Severity.ERROR, problems)
    return found


def read_articles(
    sources: Iterable[Source | Notice], defaults: Metadata | None = None
) -> Iterator[tuple[Article | None, tuple[Notice, ...]]]:
    """For each source the article, None where it cannot or need not be read, and what is to be told.

    `defaults` counts where neither front matter nor sidecar say otherwise."""
    taken: dict[str, str] = {}
    for source in sources:
        if isinstance(source, Notice):
            yield None, (source,)
            continue
        warnings: list[ArticleError] = []
        article = None
        try:
            article = _read(source.path, defaults or Metadata(), taken, warnings)
            taken[article.document] = visible(source.path)
            failure: tuple[Notice, ...] = ()
        except OtherLanguageError as error:
            failure = (Notice(Severity.SKIPPED, error),)
        except ArticleError as error:
            failure = (Notice(Severity.ERROR, error),)
        yield article, (*_notices(Severity.WARNING, warnings), *failure)


def visible(path: str) -> str:
    """A path as text that can be printed and stored: a file name may hold any bytes."""
    if path == STDIN:
        return "standard input"
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "�" for c in text)


def _notices(severity: Severity, errors: Iterable[ArticleError]) -> tuple[Notice, ...]:
    return tuple(Notice(severity, error) for error in errors)


# --- finding


def _expand(path: str, problems: list[ArticleError]) -> list[str]:
    if path == STDIN:
        return [path]
    if os.path.lexists(path):
        matches = [path]
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
    files = [f for match in matches for f in _articles_at(match, problems)]
    if not matches:
        problems.append(
            ArticleError("there is no such file or folder", where=visible(path), hint="check the path")
        )
    elif not files and not problems and not path.endswith(SIDECAR):
        hint = f"articles are files that end in {' or '.join(SUFFIXES)}"
        problems.append(ArticleError("no article is found here", where=visible(path), hint=hint))
    return files


def _articles_at(path: str, problems: list[ArticleError]) -> list[str]:
    if not os.path.isdir(path):
        return [] if path.endswith(SIDECAR) else [path]
    files = []
    for parent, folders, names in os.walk(path, onerror=lambda error: problems.append(_unreadable(error))):
        folders[:] = [f for f in folders if not f.startswith(".")]
        files += [os.path.join(parent, n) for n in names if n.endswith(SUFFIXES) and not n.startswith(".")]
    return sorted(files)


# --- reading


def _read(path: str, defaults: Metadata, taken: dict[str, str], warnings: list[ArticleError]) -> Article:
    where = visible(path)
    raw = _bytes(path)
    try:
        text = decode(raw)
        if len(text) > MOST_CHARACTERS:
            raise _too_long(where)
    except ArticleError as error:
        raise ArticleError(error.what, where=where, hint=error.hint) from error
    front_matter, body_start = split_front_matter(text, where)
    if not text[body_start:].strip():
        raise ArticleError("the article is empty", where=where, hint="take it out, or give its text")
    metadata = read_metadata(front_matter, where, warnings.append)
    metadata = metadata.or_else(_sidecar(path, warnings)).or_else(defaults)
    _demand_french(text[body_start:], metadata.language, where)
    document = f"stdin-{hashlib.sha256(raw).hexdigest()[:8]}" if path == STDIN else visible(Path(path).name)
    if document in taken:
        what = f"{taken[document]} has the same file name, by which claims name their article"
        raise ArticleError(what, where=where, hint="rename one of them")
    return Article(
        document=document,
        text=text,
        title=metadata.title,
        date=metadata.date,
        publisher=metadata.publisher,
        url=metadata.url,
        body_start=body_start,
    )


def _bytes(path: str) -> bytes:
    if path == STDIN:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        try:
            with open(path, "rb", opener=_ordinary) as file:
                raw = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise _unreadable(error) from error
    if len(raw) > MOST_BYTES:
        raise _too_long(visible(path))
    return raw


def _ordinary(path: str, flags: int) -> int:
    """Opens a file for `open`, and no pipe or device, which may never end."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise ArticleError("this is no ordinary file", where=visible(path))
    return os.open(path, flags)


def _unreadable(error: OSError) -> ArticleError:
    return ArticleError(
        f"this cannot be read: {error.strerror}",
        where=visible(str(error.filename)),
        hint="check its permissions",
    )


def _too_long(where: str) -> ArticleError:
    return ArticleError(
        f"this is longer than {MOST_CHARACTERS:,} characters: no single article",
        where=where,
        hint="split it into articles",
    )


def _sidecar(path: str, warnings: list[ArticleError]) -> Metadata:
    sidecar = os.path.splitext(path)[0] + SIDECAR
    if path == STDIN or not os.path.isfile(sidecar):
        return Metadata()
    try:
        text = decode(_bytes(sidecar))
    except ArticleError as error:
        raise ArticleError(error.what, where=visible(sidecar), hint=error.hint) from error
    return read_metadata(text, visible(sidecar), warnings.append)


def _demand_french(text: str, declared: str | None, where: str) -> None:
    if declared:
        language = None if re.fullmatch("fr([-_].*)?", declared.lower()) else declared
    else:
        language = other_language(text)
    if language:
        raise OtherLanguageError(
            f"its language is «{language}», not French",
            where=where,
            hint="if it is French, say `language: fr` in its metadata",
        )
