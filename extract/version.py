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


def extractor_version(model: str, least: float = 0.0) -> str:
    """The version with the language model and the least confidence in it, where these are not the usual."""
    settings = [model if model != MODEL else "", f"least-{least:g}" if least else ""]
    return "+".join([EXTRACTOR_VERSION, *filter(None, settings)])
