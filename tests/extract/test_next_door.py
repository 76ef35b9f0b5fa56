"""«son voisin» without a name."""

import pytest

from tests.extract.conftest import Claims


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Le Togo s'est brouillé avec le Ghana. Lomé accuse son voisin de mensonge.",
            ("togo", "ghana"),
        ),
        (
            "Le Burundi a tancé le Rwanda. Kigali a, en retour, accusé son voisin.",
            ("rwanda", "burundi"),
        ),
        ("Le Maroc a écrit à l'Algérie. Rabat accuse son voisin de l'est de mensonge.", ("maroc", "algerie")),
    ],
)
def test_the_neighbour_is_the_other_of_two(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    found = {(c.subject.id, c.object.id) for c in claims(text) if c.relation == "accused" and c.object}
    assert pair in found


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali et le Togo se sont vus. Le Niger accuse son voisin de mensonge.",
        "Le Niger accuse son voisin de mensonge.",
    ],
)
def test_a_neighbour_among_several_is_nobody(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "accused"]
