"""An article as it was read: its text, untouched, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """`document` is the file name, by which claims refer to it; `text` is never altered after reading.

    A front matter is part of `text`, so that offsets hold in the file; what is to be read for claims
    begins at `body_start`.
    """

    document: str
    text: str
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "fr"
    body_start: int = 0

    @property
    def fingerprint(self) -> str:
        """Changes when the text or the metadata change; tells whether an article must be read again."""
        parts = (self.text, self.title, str(self.date), self.publisher, self.url, self.language)
        return hashlib.sha256("\x00".join(p or "" for p in parts).encode()).hexdigest()
