"""Bytes to text: UTF-8, or another encoding only where it is certain which one."""

from __future__ import annotations

import codecs
import io
import re

from sahelgraph.ontology.errors import ArticleError

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OLD_ENCODINGS = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What French text holds beyond ASCII, with the letters of its neighbours' names.
FRENCH = re.compile(r"[\x00-\x7fàâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸáíóúñãõäöøåß«»’‘“”–—…€°º·\xa0\xad]*")
MISPLACED = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-ÞŒŸ]")


def decode(raw: bytes) -> str:
    """The text of a file, with "\\n" at every line end and without byte order mark.

    Raises ArticleError where the bytes are no text, or in an encoding that can only be guessed."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = _old_encoding(raw)
    if CONTROLS.search(text):
        raise ArticleError("this is a binary file, no text", hint="give articles as plain text")
    return io.StringIO(text, newline=None).read()


def _old_encoding(raw: bytes) -> str:
    """Trusts the guess of charset-normalizer only where what comes out is spelled like French."""
    from charset_normalizer import from_bytes

    if b"\x00" in raw:
        raise ArticleError("this is a binary file, no text", hint="give articles as plain text")
    guess = from_bytes(raw, cp_isolation=OLD_ENCODINGS).best()
    text = str(guess) if guess else ""
    if not text or not FRENCH.fullmatch(text) or MISPLACED.search(text):
        raise ArticleError("the encoding of this text is not certain", hint="save it as UTF-8")
    return text
