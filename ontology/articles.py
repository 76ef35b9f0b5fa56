"""An article as it was read: its text, untouched, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """`document` is the file name, by which claims refer to it; `text` is never altered after reading."""

    document: str
    text: str
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "fr"

    @property
    def fingerprint(self) -> str:
        """Changes when the text or the metadata change; tells whether an article must be read again."""
        parts = (self.text, self.title, str(self.date), self.publisher, self.url, self.language)
        return hashlib.sha256("\x00".join(p or "" for p in parts).encode()).hexdigest()
