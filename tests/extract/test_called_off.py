"""Meetings and visits that are not held, or later."""

import pytest

from tests.extract.conftest import Claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La visite de Paul Kagame à Londres a été annulée.", "negated"),
        ("Le président tchadien Mahamat Déby a reporté son déplacement à Ankara.", "planned"),
        ("Le Ghana a annoncé l'annulation de la visite du ministre belge à Accra.", "negated"),
        ("La visite de Paul Kagame à Londres n'a pas été annulée.", "asserted"),
        ("La visite de Paul Kagame à Londres a été critiquée.", "asserted"),
        ("William Ruto se dit prêt à participer au sommet de Luanda.", "planned"),
    ],
)
def test_whether_it_is_held(claims: Claims, text: str, status: str) -> None:
    assert [c.status.value for c in claims(text) if c.relation == "hosted"] == [status]
