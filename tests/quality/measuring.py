"""How good extraction is on the sets of annotated articles: figures, and the floors they may not fall under.

`../shared` is read by the scorer alone and through it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.claims import write_jsonl

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CHECK = SHARED / "check"
SCORER = SHARED / "bin" / "score"
FLOORS_FILE = Path(__file__).with_name("floors.toml")
ENOUGH = 10
"""A relation with fewer gold claims in a set has no floor of its own there."""
WHOLE = {"f1": 0.005, "precision": 0.005, "f1 core": 0.005}
PART = 0.03
"""How far under what is measured a floor is set: one claim moves a single relation far, and the shares of
right dates, statuses and sources fall when harder claims are found."""
HEAD = """\
# What extraction must reach on each set of annotated articles: precision and F1 over all claims (core: over
# member-of, attacked, accused and hosted; then over single relations), and the share of the claims found
# whose date, status and source are right. `python tests/quality/raise_floors.py` raises them and never
# lowers one.
"""

Figures = dict[str, float]


@dataclass(frozen=True)
class AnnotatedSet:
    """Articles, their gold claims, and the file of equivalent names (None: the one beside the gold)."""

    name: str
    articles: Path
    gold: Path
    names: Path | None = None


SETS = (
    AnnotatedSet("development", SHARED / "articles", SHARED / "gold"),
    AnnotatedSet("validation", CHECK / "articles", CHECK / "gold", SHARED / "gold" / "actors.yaml"),
    AnnotatedSet("demo", ROOT / "seeds" / "articles", ROOT / "seeds" / "gold"),
)


def measure(annotated: AnnotatedSet, extractor: Extractor) -> Figures:
    """The figures of a set, each in 0..1, by name. Raises CalledProcessError where the scorer fails."""
    read = [article for article, _ in read_articles(find_sources([str(annotated.articles)])) if article]
    scored = score(annotated, (line for _, claims in extractor.extract(read) for line in write_jsonl(claims)))
    every, core = scored["all"], scored["core"]
    figures = {"f1": every["f1"], "precision": every["precision"], "f1 core": core["f1"]}
    figures |= {part: scored[part] for part in ("when", "status", "by") if scored[part] is not None}
    for relation, tally in scored["relations"].items():
        if tally["gold"] >= ENOUGH:
            figures[f"f1 {relation}"] = tally["f1"]
    return figures


def score(annotated: AnnotatedSet, lines: Iterable[str]) -> dict[str, Any]:
    """What the scorer says of claims as JSON lines. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "claims.jsonl"
        predicted.write_text("\n".join(lines), "utf-8")
        command = [sys.executable, str(SCORER), str(annotated.gold), str(predicted), "--json"]
        if annotated.names:
            command += ["--actors", str(annotated.names)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def read_floors() -> dict[str, Figures]:
    """The floors by set and figure."""
    return tomllib.loads(FLOORS_FILE.read_text("utf-8"))


def write_floors(floors: Mapping[str, Figures]) -> None:
    """The inverse of read_floors."""
    tables = [
        "\n".join([f"[{name}]", *(f'"{figure}" = {floor:.3f}' for figure, floor in figures.items())])
        for name, figures in floors.items()
    ]
    FLOORS_FILE.write_text(HEAD + "".join(f"\n{table}\n" for table in tables), "utf-8")


def raised(floors: Figures, measured: Figures) -> Figures:
    """The floors, brought up to a little under what is measured where that is higher."""
    new = dict(floors)
    for name, value in measured.items():
        new[name] = max(new.get(name, 0.0), round(value - WHOLE.get(name, PART), 3))
    return new
