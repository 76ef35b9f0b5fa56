"""An article as it was read: its text, untouched, and what is known about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from sahelgraph.ontology.errors import ArticleError

SURROGATE = re.compile("[\ud800-\udfff]")


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

    def __post_init__(self) -> None:
        """Raises ArticleError where a text holds half a character: it could be neither hashed nor stored."""
        for part in (self.document, self.text, self.title, self.publisher, self.url):
            if part and SURROGATE.search(part):
                name = self.document.encode(errors="replace").decode()
                raise ArticleError(
                    "its name, text or metadata are no Unicode",
                    where=name,
                    hint="a surrogate stands alone, in a front matter perhaps as \\ud800",
                )

    @property
    def fingerprint(self) -> str:
        """Changes when the text or the metadata change; tells whether an article must be read again."""
        parts = (self.text, self.title, str(self.date), self.publisher, self.url, self.language)
        return hashlib.sha256("\x00".join(p or "" for p in parts).encode()).hexdigest()
