"""What a negation denies: that something was done, not what it led to."""

from __future__ import annotations

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("L'accord entre le Mali et le Tchad n'a pas tenu.", Status.ASSERTED),
        ("L'accord entre le Mali et le Tchad n'a jamais été appliqué.", Status.ASSERTED),
        ("L'attaque du M23 contre l'armée congolaise n'a pas fait de victimes.", Status.ASSERTED),
        ("Les frappes israéliennes contre l'Iran n'ont pas suffi.", Status.ASSERTED),
        ("L'accord entre le Mali et le Tchad n'a jamais été signé.", Status.NEGATED),
        ("Le Mali n'a pas attaqué le Tchad.", Status.NEGATED),
    ],
)
def test_a_negation_denies_what_it_stands_by(claims: Claims, text: str, status: Status) -> None:
    assert [c.status for c in claims(text)] == [status]
