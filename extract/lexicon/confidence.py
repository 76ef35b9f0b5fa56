"""How much each feature of a claim speaks for it: confidence.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_table

WEIGHTS_FILE = Path(__file__).with_name("confidence.toml")


@cache
def weights() -> Mapping[str, float]:
    """The weights of the features (see extract/confidence.py), read once. Raises DataError where the file is
    not right."""
    table = read_table(WEIGHTS_FILE).table("weights")
    return {feature: table.number(feature, 0.0) for feature in table.keys()}  # noqa: SIM118 (a Table)
