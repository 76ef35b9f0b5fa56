"""One spelling for every way of writing a name, so that lookups need no fuzziness."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLE = re.compile(r"^(?:les|le|la|l|the) (?=\S)")
INITIALS = re.compile(r"\b(?:\w\.){2,}")
TRANSLITERATIONS = str.maketrans({"ʼ": "'", "’": "'", "‘": "'", "ʻ": "'", "`": "'"})


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents, cedillas or ligatures: «Cémoc» and «CEMOC» become one."""
    text = text.translate(TRANSLITERATIONS).replace("œ", "oe").replace("Œ", "OE")
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What two spellings of one name have in common: case, accents, hyphens, apostrophes, initials
    with full stops (A.Q.M.I.), a leading article and white space do not count."""
    folded = fold(INITIALS.sub(lambda m: m[0].replace(".", ""), name))
    words = re.sub(r"[\W_]+", " ", folded).strip()
    return ARTICLE.sub("", words)


def slug(name: str) -> str:
    """A name as an identifier: `[a-z0-9-]+`, or "unnamed" where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"
