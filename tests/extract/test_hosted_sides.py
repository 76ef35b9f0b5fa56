"""Where two meet is no third side."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        (
            "C'est au Caire que le Fatah et le Hamas ont signé leur accord.",
            "signed-with",
            {("hamas", "fatah")},
        ),
        (
            "Paul Kagame est rentré de Luanda, où il avait rencontré Félix Tshisekedi.",
            "met-with",
            {("paul-kagame", "felix-tshisekedi")},
        ),
        ("Kigali a signé un accord avec Kinshasa.", "signed-with", {("rwanda", "rdc")}),
    ],
)
def test_a_place_is_no_side(claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]) -> None:
    assert {frozenset(p) for p in stated(claims(text), relation)} == {frozenset(p) for p in pairs}
