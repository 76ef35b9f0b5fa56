"""Which date of an article belongs to which event."""

import pytest

from sahelgraph.tests.extract.conftest import Claims

DAY = "2023-05-10"
"""A Wednesday."""


def dates(claims: Claims, text: str, relation: str) -> set[str | None]:
    return {c.when.edtf if c.when else None for c in claims(text, date=DAY) if c.relation == relation}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "L'otage Ali Sow est détenu par la junte nigérienne depuis le putsch du 4 mai 2022.",
            "detained",
            "2022-05-04/..",
        ),
        (
            "Depuis mars 2022, le Tchad vit un conflit opposant l'armée tchadienne au Fact.",
            "attacked",
            "2022-03/..",
        ),
        ("Un conflit opposant l'armée tchadienne au Fact a éclaté mardi.", "attacked", "2023-05-09"),
    ],
)
def test_what_goes_on_goes_on_since_its_beginning(
    claims: Claims, text: str, relation: str, when: str
) -> None:
    assert dates(claims, text, relation) == {when}


def test_a_day_that_stands_with_the_attack_is_not_that_of_its_condemnation(claims: Claims) -> None:
    text = "Le Bénin a condamné lundi l'assaut mené la veille par Boko Haram contre l'armée tchadienne."
    assert dates(claims, text, "attacked") == {"2023-05-07"}


def test_a_vague_date_is_as_exact_as_the_one_in_apposition(claims: Claims) -> None:
    text = "Boko Haram a attaqué l'armée tchadienne il y a un peu plus d'un an, le 3 mars 2022."
    assert dates(claims, text, "attacked") == {"2022-03-03"}


def test_the_summit_in_a_month_is_the_one_on_a_day_of_it(claims: Claims) -> None:
    text = (
        "Le sommet prévu en juin à Accra avec les présidents du Togo et du Bénin sera court. Le ministre "
        "prépare depuis lundi à Lomé le sommet sur la dette, prévu le 14 juin."
    )
    assert dates(claims, text, "hosted") == {"2023-06-14"}


def test_an_overthrow_was_when_the_office_ended(claims: Claims) -> None:
    text = "Kofi Mensah a dirigé le Ghana de 1982 à 1990. Renversé par Issa Bah, il a fui à Lomé."
    assert dates(claims, text, "overthrew") == {"1990"}


def test_the_night_of_a_coup_begins_on_its_day(claims: Claims) -> None:
    text = (
        "Des officiers ont renversé dans la nuit de lundi à mardi le président togolais Kofi Mensah. Le "
        "coup d'État du 8 mai 2023 a été condamné."
    )
    assert dates(claims, text, "overthrew") == {"2023-05-08"}


def test_a_successor_came_when_it_was_created(claims: Claims) -> None:
    text = "La force Barkhane a été créée en août 2014. Barkhane a remplacé Serval."
    assert dates(claims, text, "succeeded") == {"2014-08"}
