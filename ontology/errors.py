"""The one base class of every error that a user can cause, and its parts: what, where, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """Where in a file something is wrong; `line` counts from 1."""

    file: str | Path
    line: int | None = None

    def __str__(self) -> str:
        return str(self.file) if self.line is None else f"{self.file}:{self.line}"


class SahelgraphError(Exception):
    """Something that the user can put right: `what` is wrong, `where` it is, `hint` what to do."""

    def __init__(self, what: str, *, where: Place | str | None = None, hint: str | None = None) -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.what}{hint}"


class DataError(SahelgraphError):
    """A vocabulary, actor or pattern file says something that it may not say."""


class ArticleError(SahelgraphError):
    """An article cannot be read: missing, empty, binary, of unknown encoding, with broken metadata."""


class DateError(SahelgraphError):
    """A date or EDTF text cannot be understood."""


class NameNotFoundError(SahelgraphError):
    """No actor has this name."""


class StoreError(SahelgraphError):
    """A store cannot be opened, read or written."""


class PictureError(SahelgraphError):
    """A picture cannot be drawn as it was asked for."""


class RuleError(StoreError):
    """What is to be written breaks a rule of the vocabulary."""


class QueryError(SahelgraphError):
    """A SPARQL query is broken, or is not allowed."""
