"""Blows told beside others: what they answer, what they come after, and who does not strike."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    "text",
    [
        "L'aviation turque a bombardé dans la nuit de mardi à mercredi des positions du PKK dans le "
        "nord de l'Irak, "
        "en riposte à une attaque qui a coûté la vie à seize soldats turcs la veille près de la frontière.",
        "L'armée turque a mené jeudi deux raids contre le PKK en représailles à un attentat qui avait "
        "fait vingt "
        "morts dimanche à Diyarbakir.",
    ],
)
def test_who_is_struck_back_had_struck(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("turquie", "pkk"), ("pkk", "turquie")}


def test_each_act_has_its_own_victim(claims: Claims) -> None:
    text = (
        "Neuf miliciens shebab ont été tués par des raids aériens américains à la suite d'une "
        "attaque shebab "
        "contre une caserne somalienne, précise le commandement."
    )
    assert stated(claims(text), "attacked") == {("etats-unis", "al-shabaab"), ("al-shabaab", "somalie")}


def test_who_takes_soldiers_in_an_attack_carries_it_out(claims: Claims) -> None:
    text = (
        "Les shebab ont affirmé avoir capturé une dizaine de soldats burundais lors de l'attaque "
        "vendredi d'une base "
        "de l'Amisom située dans la région du Bas-Shabelle."
    )
    assert ("al-shabaab", "amisom") in stated(claims(text), "attacked")


def test_an_abduction_shares_the_doer_of_the_attack_before(claims: Claims) -> None:
    text = (
        "Israël a lancé une offensive au Liban après des tirs de roquettes du Hezbollah contre le nord "
        "du pays et "
        "l'enlèvement de deux soldats israéliens qui patrouillaient le long de la frontière."
    )
    assert stated(claims(text), "abducted") == {("hezbollah", "israel")}


def test_where_the_planes_are_based_does_not_strike(claims: Claims) -> None:
    text = (
        "Des avions basés en Jordanie et aux Emirats arabes unis ont bombardé mercredi un centre de "
        "commandement du "
        "groupe Etat islamique près de Raqqa."
    )
    assert not stated(claims(text), "attacked")


def test_an_army_that_pursues_rebels_accuses_nobody(claims: Claims) -> None:
    text = (
        "L'armée congolaise poursuit depuis mercredi les rebelles des Forces démocratiques alliées "
        "(ADF), auteurs de "
        "plusieurs massacres de civils le week-end dernier dans le territoire de Beni."
    )
    assert not stated(claims(text), "accused")
    assert ("adf", "rdc") in stated(claims(text), "attacked")


def test_a_state_of_a_kind_is_no_group(claims: Claims) -> None:
    text = (
        "Boko Haram ambitionne de créer un Etat islamique dans le nord du Nigeria et d'y instaurer la charia."
    )
    assert not [c for c in claims(text) if c.relation == "created"]


def test_a_truce_of_one_side_is_no_agreement(claims: Claims) -> None:
    text = (
        "Les Farc ont décrété mercredi depuis La Havane une trêve unilatérale de deux mois à "
        "l'occasion des fêtes."
    )
    assert not stated(claims(text), "signed-with")


def test_the_fallen_of_both_sides_fought_each_other(claims: Claims) -> None:
    text = (
        "Vingt-trois rebelles du Parti des travailleurs du Kurdistan ont péri et sept soldats turcs ont "
        "trouvé la mort ces trois derniers jours dans la province de Hakkari, selon l'état-major."
    )
    assert stated(claims(text), "attacked") == {("turquie", "pkk"), ("pkk", "turquie")}


def test_an_offensive_against_rebels_of_a_group_is_not_theirs(claims: Claims) -> None:
    text = (
        "L'armée birmane a lancé une nouvelle offensive contre les rebelles karens du KNU le long de la "
        "frontière thaïlandaise, où cinq obus sont tombés."
    )
    assert stated(claims(text), "attacked") == {("birmanie", "knu")}


def test_who_kills_in_strikes_carries_them_out(claims: Claims) -> None:
    text = (
        "Les Etats-Unis ont tué onze miliciens lors de frappes conduites jeudi contre les shebab, a "
        "annoncé dimanche leur état-major."
    )
    assert stated(claims(text), "attacked") == {("etats-unis", "al-shabaab")}
