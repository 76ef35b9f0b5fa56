"""Fits the weights of extract/lexicon/confidence.toml on the development set, and prints how far the
confidence of claims can be trusted, there (each fifth of the articles by the weights of the others) and
on the validation set (in sums alone).

Run it from anywhere with the project's Python: `.venv/bin/python tests/quality/fit_confidence.py`;
with `--table` it fits nothing and prints only."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from typing import Any

import numpy as np

from sahelgraph.extract.confidence import features
from sahelgraph.extract.lexicon.confidence import WEIGHTS_FILE
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.claims import claim_to_json
from sahelgraph.tests.quality.measuring import SCORER, SETS, AnnotatedSet

FOLDS = 5
LEAST_SEEN = 6
STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0)
"""How strongly weights are held near zero (the L2 penalty); the best over the folds is taken."""
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
HEAD = """\
# How much each feature of a claim (see confidence.py) speaks for or against it: the weights of a logistic
# model, fitted on annotated articles by `python tests/quality/fit_confidence.py`. Others count nothing.

[weights]
"""

Weights = dict[str, float]


@dataclass(frozen=True)
class Judged:
    """A claim that the gold settles: `right`, and how many gold claims it is one of by its `key`."""

    document: str
    features: frozenset[str]
    right: bool
    rows: frozenset[tuple[str, int]]
    confidence: float


def judge(annotated: AnnotatedSet, extractor: Extractor) -> tuple[list[Judged], int]:
    """The claims of a set that are right or wrong (optional readings are neither), and how many gold claims
    there are to find."""
    loader = SourceFileLoader("score", str(SCORER))
    spec = spec_from_loader("score", loader)
    assert spec is not None
    scorer: Any = module_from_spec(spec)
    loader.exec_module(scorer)
    gold = scorer.load_gold(annotated.gold, annotated.names)
    read = [article for article, _ in read_articles(find_sources([str(annotated.articles)])) if article]
    judged = []
    for article, claims in extractor.extract(read):
        names, rows = gold[article.document]
        for claim in claims:
            record = claim_to_json(claim)
            hits = [i for i, row in enumerate(rows) if scorer.match(row, record, names)]
            required = frozenset((article.document, i) for i in hits if not rows[i]["optional"])
            if required or not hits:
                judged.append(
                    Judged(article.document, features(claim), bool(required), required, claim.confidence)
                )
    return judged, sum(not row["optional"] for _, rows in gold.values() for row in rows)


def fit(judged: Sequence[Judged], strength: float) -> Weights:
    """Newton's method for the logistic model; rare features have no weight."""
    seen = Counter(feature for one in judged for feature in one.features)
    names = sorted(f for f, count in seen.items() if count >= LEAST_SEEN)
    matrix = np.array([[float(n in one.features) for n in names] for one in judged])
    right = np.array([float(one.right) for one in judged])
    penalty = np.array([0.01 if n == "always" else strength for n in names])
    values = np.zeros(len(names))
    for _ in range(30):
        share = 1 / (1 + np.exp(-matrix @ values))
        slope = matrix.T @ (share - right) + penalty * values
        curve = (matrix.T * (share * (1 - share))) @ matrix + np.diag(penalty)
        values -= np.linalg.solve(curve, slope)
    return {n: round(float(v), 2) for n, v in zip(names, values, strict=True) if abs(v) >= 0.005}


def chances(judged: Sequence[Judged], weights: Weights) -> list[float]:
    scores = [sum(weights.get(f, 0.0) for f in one.features) for one in judged]
    return [float(1 / (1 + np.exp(-score))) for score in scores]


def across(judged: Sequence[Judged], strength: float) -> list[float]:
    """For each claim its chance by weights fitted without its fold of articles."""
    folds = {d: i % FOLDS for i, d in enumerate(sorted({one.document for one in judged}))}
    found = [0.0] * len(judged)
    for fold in range(FOLDS):
        weights = fit([one for one in judged if folds[one.document] != fold], strength)
        for i, chance in enumerate(chances(judged, weights)):
            if folds[judged[i].document] == fold:
                found[i] = chance
    return found


def loss(judged: Sequence[Judged], found: Sequence[float]) -> float:
    sides = [max(c if one.right else 1 - c, 1e-6) for one, c in zip(judged, found, strict=True)]
    return float(-np.mean(np.log(sides)))


def show(title: str, judged: Sequence[Judged], found: Sequence[float], wanted: int) -> None:
    print(f"\n{title}\n{'confidence':<14}{'claims':>8}{'expected':>10}{'right':>8}")
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one, chance in zip(judged, found, strict=True):
        bands[max(i for i, low in enumerate(BANDS) if chance >= low)].append((chance, one.right))
    for band, inside in sorted(bands.items()):
        span = f"{BANDS[band]:.2f} to {min(BANDS[band + 1], 1):.2f}"
        expected, right = np.mean([c for c, _ in inside]), np.mean([r for _, r in inside])
        print(f"{span:<14}{len(inside):>8}{expected:>10.2f}{right:>8.2f}")
    brier = np.mean([(c - one.right) ** 2 for one, c in zip(judged, found, strict=True)])
    print(f"Brier score {brier:.3f}")
    print(f"{'least':<8}{'precision':>10}{'recall':>8}{'f1':>8}")
    for threshold in THRESHOLDS:
        kept = [one for one, c in zip(judged, found, strict=True) if c >= threshold]
        hit = len({row for one in kept for row in one.rows})
        precision = hit / max(1, hit + sum(not one.right for one in kept))
        recall = hit / wanted
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{threshold:<8.2f}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}")


def main() -> None:
    development, validation = SETS[:2]
    if not development.gold.is_dir():
        raise SystemExit("../shared is not here: nothing can be judged")
    extractor = Extractor()
    judged, wanted = judge(development, extractor)
    strength = min(STRENGTHS, key=lambda s: loss(judged, across(judged, s)))
    weights = fit(judged, strength)
    if "--table" not in sys.argv:
        lines = [f'"{name}" = {value:.2f}' for name, value in sorted(weights.items())]
        WEIGHTS_FILE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
        print(f"{len(weights)} weights, penalty {strength:g}, written to {WEIGHTS_FILE.name}")
    show("development, each fifth by the weights of the others", judged, across(judged, strength), wanted)
    if validation.gold.is_dir():
        unseen, to_find = judge(validation, extractor)
        show("validation", unseen, chances(unseen, weights), to_find)


if __name__ == "__main__":
    main()
