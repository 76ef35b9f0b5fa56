"""Short dispatches: where a meeting is, whose the forces are, who has lost men."""

import pytest

from tests.extract.conftest import Claims, stated


def test_a_closed_bracket_is_no_venue(claims: Claims) -> None:
    text = (
        "Lomé a accueilli une réunion entre le Ghana et les ministres de l'Alliance des États du Sahel (AES) "
        "composée du Mali, du Niger et du Burkina Faso."
    )
    found = claims(text)
    assert {host for host, _ in stated(found, "hosted")} == {"togo"}
    assert stated(found, "member-of") == {("mali", "aes"), ("niger", "aes"), ("burkina-faso", "aes")}


def test_forces_with_an_acronym_are_those_of_their_state(claims: Claims) -> None:
    text = "Les Forces de défense et de sécurité (FDS) nigériennes ont attaqué Boko Haram."
    assert stated(claims(text), "attacked") == {("niger", "boko-haram")}


def test_who_keeps_a_town_safe_is_there(claims: Claims) -> None:
    text = "Des soldats tchadiens assurent la sécurité de Kidal."
    assert stated(claims(text), "deployed-in") == {("tchad", "kidal")}


def test_a_minister_who_says_we_is_no_victim(claims: Claims) -> None:
    text = (
        "Le ministre malien de la Défense, Sadio Camara, a déclaré : «Nous avons perdu dix hommes.» "
        "L'attaque a été revendiquée par le JNIM."
    )
    assert stated(claims(text), "attacked") == {("jnim", "mali")}


@pytest.mark.parametrize(
    ("text", "member"),
    [
        (
            "La coalition militaire menée par Riyad a quitté Aden lundi.",
            ("arabie-saoudite", "coalition-arabe-yemen"),
        ),
        ("La Minusma, dirigée par le Sénégal, a quitté Kidal lundi.", ("senegal", "minusma")),
    ],
)
def test_a_state_belongs_to_what_it_leads(claims: Claims, text: str, member: tuple[str, str]) -> None:
    found = claims(text)
    assert member in stated(found, "member-of")
    assert all(c.when is None for c in found if c.relation == "member-of")


def test_negotiators_met_this_weekend_are_in_the_country_named(claims: Claims) -> None:
    text = "Les négociateurs du Mali et du Tchad, réunis ce week-end à Lomé, ont discuté d'une trêve."
    assert stated(claims(text), "hosted") == {("togo", "mali"), ("togo", "tchad")}


def test_a_dignitary_holds_an_office(claims: Claims) -> None:
    text = "Un haut dignitaire du Hezbollah, Karim Nabil, a pris la parole."
    assert {served for _, served in stated(claims(text), "holds-office")} == {"hezbollah"}
