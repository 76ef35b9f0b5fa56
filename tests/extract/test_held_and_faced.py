"""Who is at a meeting that gathers them, who holds what is struck, and whom the fallen faced."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    "text",
    [
        "Une conférence sur l'eau rassemble à Lusaka les présidents kényan et rwandais.",
        "La réunion, à laquelle participaient le Kenya et le Rwanda, s'est tenue à Lusaka.",
        "Le sommet auquel ont assisté les présidents kényan et rwandais s'est achevé mardi à Lusaka.",
        "La rencontre a eu lieu à Lusaka entre le Kenya et le Rwanda.",
        "Le sommet, qui réunissait le Kenya et le Rwanda, a pris fin à Lusaka.",
        "La rencontre, à laquelle ont pris part le Kenya et le Rwanda, s'est tenue mardi à Lusaka.",
    ],
)
def test_a_gathering_has_those_whom_it_brings_together(claims: Claims, text: str) -> None:
    assert stated(claims(text), "hosted") == {("zambie", "kenya"), ("zambie", "rwanda")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Le M23 a lancé un assaut contre Bunagana, tenue par les FARDC.", ("m23", "rdc")),
        ("Trois soldats français sont tombés au combat face à des éléments d'AQMI.", ("aqmi", "france")),
        ("Deux soldats maliens sont tombés face aux combattants d'AQMI.", ("aqmi", "mali")),
        (
            "Un kamikaze des talibans a fait exploser sa moto près d'un camp de l'armée afghane.",
            ("talibans", "afghanistan"),
        ),
        (
            "Les troupes éthiopiennes ont gagné le nord après avoir vaincu le TPLF.",
            ("ethiopie", "flpt"),
        ),
        (
            "Les shebab ont attaqué un camp de la mission de l'Union africaine.",
            ("al-shabaab", "union-africaine"),
        ),
        ("L'ELN a fait sauter un pont et tué deux militaires colombiens.", ("eln", "colombie")),
        ("Des miliciens maï-maï ont attaqué l'armée congolaise à Uvira.", ("mai-mai", "rdc")),
    ],
)
def test_who_struck_whom(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    assert stated(claims(text), "attacked") == {pair}


def test_captors_are_where_they_take_somebody_and_captives_are_not(claims: Claims) -> None:
    text = "Mardi, les forces britanniques ont capturé au Sahel un cadre de l'État islamique."
    assert stated(claims(text), "deployed-in") == {("royaume-uni", "sahel")}
    assert stated(claims("Dix soldats ivoiriens détenus au Mali ont été libérés."), "deployed-in") == set()


def test_a_town_at_the_border_is_on_its_own_side(claims: Claims) -> None:
    text = "Le M23 s'est emparé mardi de la ville de Bunagana, à la frontière ougandaise."
    assert stated(claims(text), "attacked") == {("m23", "rdc")}


def test_who_is_handed_over_is_let_go_and_not_who_receives_him(claims: Claims) -> None:
    found = claims("Les FARC ont remis à la Croix-Rouge un général colombien.")
    assert stated(found, "released") == {("farc", "colombie")}
