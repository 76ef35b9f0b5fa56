"""Nationalities that a plural shares out among several, and those that only say whose side others take."""

import pytest

from tests.extract.conftest import Claims, stated

HOSTED = [
    (
        "Les présidents sénégalais Macky Sall et ghanéen Nana Akufo-Addo sont arrivés à Niamey.",
        {("niger", "macky-sall"), ("niger", "nana-akufo-addo")},
    ),
    (
        "Les ministres des Affaires étrangères malien et togolais se sont rencontrés à Accra.",
        {("ghana", "mali"), ("ghana", "togo")},
    ),
    (
        "Les chefs d'état-major kényan, ougandais et tanzanien étaient réunis lundi à Luanda.",
        {("angola", "kenya"), ("angola", "ouganda"), ("angola", "tanzanie")},
    ),
]


@pytest.mark.parametrize(("text", "pairs"), HOSTED)
def test_each_of_those_counted_together_has_a_state(
    claims: Claims, text: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs <= stated(claims(text), "hosted")


def test_land_of_several_states_makes_no_forces_of_theirs(claims: Claims) -> None:
    text = (
        "Le JNIM a attaqué à trois reprises des casernes et des bases en territoire malien, "
        "nigérien et burkinabè."
    )
    assert stated(claims(text), "deployed-in") == set()


def test_who_sides_with_a_state_is_not_that_state(claims: Claims) -> None:
    text = "Quatre miliciens pro-iraniens ont été tués par l'État islamique."
    assert stated(claims(text), "attacked") == set()


def test_forces_loyal_to_a_president_fight_for_his_state(claims: Claims) -> None:
    text = "Des combats opposent les Houthis aux troupes fidèles au président Abd Rabbo Mansour Hadi."
    assert stated(claims(text), "attacked") == {("houthis", "yemen"), ("yemen", "houthis")}
