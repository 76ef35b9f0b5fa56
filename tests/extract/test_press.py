"""What the press tells: press.txt has each family of sentences with one or two of
its kind, and all that they state of one relation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.conftest import Claims, stated

SENTENCES = Path(__file__).with_name("press.txt")


def rows() -> list[tuple[str, str, set[tuple[str, str]]]]:
    """Relation, text, and the pairs of subject and object that it states."""
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        relation, pairs, text = (part.strip() for part in line.split("|", 2))
        sides = [pair.split(" > ") for pair in pairs.split("; ") if pair]
        found.append((relation, text, {(subject, obj) for subject, obj in sides}))
    return found


@pytest.mark.parametrize(("relation", "text", "pairs"), rows())
def test_states(claims: Claims, relation: str, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), relation) == pairs
