"""Who founds, joins or leaves something in whose company."""

import pytest

from tests.extract.conftest import Claims, stated

TOGETHER = [
    ("Avec le Burkina Faso, le Niger a quitté le G5 Sahel en décembre 2023.",
     "left", ("burkina-faso", "g5-sahel")),
    ("Le Mali a quitté la CEDEAO avec le Niger et le Burkina Faso.", "left", ("burkina-faso", "cedeao")),
    ("La Suède a adhéré à l'Otan aux côtés de la Finlande.", "member-of", ("finlande", "otan")),
    ("Avec le Niger et le Mali, le Burkina Faso a créé l'Alliance des États du Sahel.",
     "founded", ("niger", "aes")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), TOGETHER)
def test_companions_do_it_as_well(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


ALONE = [
    ("Le Mali a quitté la CEDEAO en froid avec la France.", "left", ("france", "cedeao")),
    ("Le Mali a quitté la CEDEAO après une dispute avec le Nigeria.", "left", ("nigeria", "cedeao")),
    ("Le MNLA a été créé par Bilal Ag Acherif avec le soutien de la France.", "founded", ("france", "mnla")),
]


@pytest.mark.parametrize(("text", "relation", "pair"), ALONE)
def test_whom_somebody_quarrels_with_does_not(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    assert pair not in stated(claims(text), relation)
