"""Raids and what follows them: who struck back, who is accused of them, whose peacekeepers fell."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    "text",
    [
        "Les Shebab ont attaqué lundi une base kényane. Une vingtaine d'assaillants ont été abattus.",
        "Les Shebab ont attaqué une caserne kényane. L'armée a tué trente assaillants dans la soirée.",
        "Une patrouille kényane a été attaquée par les Shebab. Les assaillants ont été repoussés à l'aube.",
    ],
)
def test_those_who_were_attacked_strike_the_assailants(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("al-shabaab", "kenya"), ("kenya", "al-shabaab")}


def test_assailants_of_an_unknown_group_are_nobody(claims: Claims) -> None:
    text = "Un poste kényan a été attaqué dimanche. Dix assaillants ont été tués, a indiqué la police."
    assert not stated(claims(text), "attacked")


@pytest.mark.parametrize("agents", ["Kinshasa et par l'ONU", "Kinshasa et l'ONU"])
def test_two_accusers_of_one_who_supports(claims: Claims, agents: str) -> None:
    found = claims(f"Kigali est accusé par {agents} d'armer les rebelles du M23.")
    assert stated(found, "accused") == {("rdc", "rwanda"), ("onu", "rwanda")}
    assert stated(found, "supported") == {("rwanda", "m23")}


def test_fire_is_exchanged_in_both_directions(claims: Claims) -> None:
    found = claims("Mardi, des soldats ougandais ont échangé des tirs avec des combattants de la LRA.")
    assert stated(found, "attacked") == {("ouganda", "lra"), ("lra", "ouganda")}
    assert not stated(found, "met-with")


def test_a_new_massacre_is_not_the_fight_told_beside_it(claims: Claims) -> None:
    found = claims("Combats entre le M23 et des miliciens, nouveau massacre attribué aux rebelles des ADF")
    assert ("adf", "m23") not in stated(found, "attacked")


def test_peacekeepers_are_of_the_only_mission_that_is_named(claims: Claims) -> None:
    text = "La Minusca a condamné l'embuscade. Deux casques bleus ont été tués par des combattants de la LRA."
    assert stated(claims(text), "attacked") == {("lra", "minusca")}


def test_forces_that_are_beaten_still_rule(claims: Claims) -> None:
    found = claims("Le maréchal Haftar dit avoir défait les forces gouvernementales libyennes à Gharyan.")
    assert not stated(found, "overthrew")


def test_soldiers_that_fall_in_the_attack_told_before(claims: Claims) -> None:
    found = claims("Les Shebab ont attaqué une base de l'Amisom. Trois soldats burundais ont été tués.")
    assert stated(found, "attacked") == {("al-shabaab", "amisom"), ("al-shabaab", "burundi")}


def test_civilians_are_killed_in_the_country_that_accuses(claims: Claims) -> None:
    found = claims("Le gouvernement congolais a accusé le M23 d'avoir tué vingt civils à Tongo.")
    assert stated(found, "attacked") == {("m23", "rdc")}


@pytest.mark.parametrize("taken", ["treize véhicules", "treize de leurs véhicules"])
def test_vehicles_are_no_prisoners(claims: Claims, taken: str) -> None:
    found = claims(f"Les rebelles du JEM disent avoir défait l'armée soudanaise et capturé {taken}.")
    assert not stated(found, "abducted") | stated(found, "detained")


def test_a_town_that_houses_headquarters(claims: Claims) -> None:
    found = claims("L'armée marche sur Kismayo, qui abrite le quartier général des Shebab.")
    assert ("al-shabaab", "kismayo") in stated(found, "based-in")


def test_what_else_the_attackers_did(claims: Claims) -> None:
    found = claims("Le RUF a attaqué la ville de Kabala, au nord du pays, tuant dix soldats de l'Ecomog.")
    assert ("ruf", "ecomog") in stated(found, "attacked")


@pytest.mark.parametrize("answer", ["ont répliqué par des tirs d'artillerie", "ont aussitôt riposté"])
def test_those_who_answer_strike_who_struck_them(claims: Claims, answer: str) -> None:
    found = claims(f"L'armée éthiopienne a pilonné les troupes érythréennes. Les Érythréens {answer}.")
    assert stated(found, "attacked") == {("ethiopie", "erythree"), ("erythree", "ethiopie")}


def test_followers_of_two_men_fight_in_a_capital(claims: Claims) -> None:
    found = claims("Les soldats de Salva Kiir et les partisans de Riek Machar s'affrontent à Juba.")
    assert stated(found, "attacked") == {("salva-kiir", "riek-machar"), ("riek-machar", "salva-kiir")}


def test_a_passive_goes_on_behind_a_passive(claims: Claims) -> None:
    found = claims("Deux soldats nigériens ont été enlevés par Boko Haram en mai, puis exécutés.")
    assert ("boko-haram", "niger") in stated(found, "abducted")


@pytest.mark.parametrize("rebels", ["rebelles du groupe Al-Shabaab", "rebelles somaliens d'Al-Shabaab"])
def test_rebels_of_a_country_who_are_named(claims: Claims, rebels: str) -> None:
    found = claims(f"Le Kenya et Djibouti ont lancé lundi une offensive conjointe contre les {rebels}.")
    assert stated(found, "attacked") == {("kenya", "al-shabaab"), ("djibouti", "al-shabaab")}


def test_nobody_strikes_back_at_himself(claims: Claims) -> None:
    text = (
        "Au nord, les combats entre l'armée tchadienne et Boko Haram redoublent. Dix rebelles et six soldats "
        "auraient été tués depuis janvier."
    )
    attacks = [c for c in claims(text) if c.relation == "attacked"]
    assert not [c for c in attacks if c.object and c.object.id == c.subject.id]
