"""The gold claims of the demo articles keep to the articles and to the vocabulary."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = sorted(f for f in (SEEDS / "gold").glob("*.yaml") if f.name != "actors.yaml")
KEYS = {"s", "r", "o", "when", "status", "by", "role", "quote", "optional"}


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_every_demo_article_has_gold_claims_and_metadata() -> None:
    articles = {f.stem for f in (SEEDS / "articles").glob("*.txt")}
    assert articles == {f.stem for f in GOLD}
    assert articles == {f.name.removesuffix(".meta.yaml") for f in (SEEDS / "articles").glob("*.meta.yaml")}


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_gold_claims_fit_their_article(path: Path) -> None:
    gold = yaml.safe_load(path.read_text("utf-8"))
    text = (SEEDS / "articles" / gold["article"]).read_text("utf-8")
    meta = yaml.safe_load((SEEDS / "articles" / f"{path.stem}.meta.yaml").read_text("utf-8"))
    assert gold["date"] == meta["date"]
    for claim in gold["claims"]:
        assert set(claim) <= KEYS
        assert claim.get("optional") or claim["quote"] in text
        assert claim.get("quote", "") in text
        for relation in as_list(claim["r"]):
            assert relations()[relation].has_object == ("o" in claim)
        for status in as_list(claim.get("status", "asserted")):
            Status(status)
        for when in as_list(claim.get("when", [])):
            When.parse(str(when))
