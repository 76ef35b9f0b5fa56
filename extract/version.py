"""Which extractor read an article: changes with everything that decides what is found in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sahelgraph import __version__
from sahelgraph.extract import MODEL

ROOT = Path(__file__).parent.parent
DECISIVE = ("extract/**/*.py", "extract/**/*.toml", "ontology/*.toml", "seeds/actors/**/*.yaml")


def fingerprint() -> str:
    """A hash of the code, the lexicon and the actor files: after a change, articles are read again."""
    digest = hashlib.sha256()
    for file in sorted(file for pattern in DECISIVE for file in ROOT.glob(pattern)):
        digest.update(f"{file.relative_to(ROOT).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]


EXTRACTOR_VERSION = f"{__version__}+{fingerprint()}"


def extractor_version(model: str) -> str:
    """The version with the language model in it, where that is not the usual one."""
    return EXTRACTOR_VERSION if model == MODEL else f"{EXTRACTOR_VERSION}+{model}"
