"""Who fought whom, as those who fell tell it, and which rebels a region means."""

import pytest

from tests.extract.conftest import Claims, stated

BOTH_WAYS = [
    ("Deux policiers et un combattant du PKK ont été tués lors d'affrontements près de Sirnak, en Turquie.",
     ("pkk", "turquie")),
    ("Dix soldats pakistanais et vingt insurgés talibans sont morts au cours d'accrochages à Swat.",
     ("talibans", "pakistan")),
    ("L'armée a annoncé la mort de dix soldats et de quarante combattants du LTTE dans des combats "
     "dans le nord du Sri Lanka.", ("ltte", "sri-lanka")),
    ("Neuf soldats colombiens ont été tués en deux jours, six lors de combats avec des rebelles des FARC.",
     ("farc", "colombie")),
    ("Six soldats de la Monusco et dix combattants du M23 ont péri dans de violents combats.",
     ("monusco", "m23")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), BOTH_WAYS)
def test_the_fallen_of_both_sides_tell_who_fought_whom(
    claims: Claims, text: str, sides: tuple[str, str]
) -> None:
    assert {sides, sides[::-1]} <= stated(claims(text), "attacked")


ONE_SIDE = [
    "Deux soldats français et un soldat tchadien ont été tués dans des combats dans le nord du Mali.",
    "Un policier turc et un militant du PKK ont été blessés dans un attentat à Diyarbakir.",
    "Trois soldats maliens et deux mercenaires de Wagner ont péri dans des combats près de Tessalit.",
]


@pytest.mark.parametrize("text", ONE_SIDE)
def test_those_who_fall_side_by_side_are_no_foes(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "attacked")


RISEN = [
    ("L'armée ukrainienne a encore visé hier les positions des séparatistes, près de Donetsk.",
     "attacked", ("ukraine", "separatistes-du-donbass")),
    ("Une embuscade des indépendantistes contre des parachutistes russes a fait onze morts en Tchétchénie.",
     "attacked", ("rebelles-tchetchenes", "russie")),
    ("Trois soldats sénégalais ont péri dans une attaque des rebelles en Casamance.",
     "attacked", ("mfdc", "senegal")),
    ("L'armée yougoslave a quitté le Kosovo dimanche.", "withdrew-from", ("yougoslavie", "kosovo")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), RISEN)
def test_the_separatists_are_those_of_the_region(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    assert pair in stated(claims(text), relation)


def test_where_a_group_is_named_the_region_means_nobody(claims: Claims) -> None:
    text = "L'armée ukrainienne affirme que Wagner a attaqué Bakhmout. Des rebelles ont tiré sur Donetsk."
    assert not any("donbass" in one for pair in stated(claims(text), "attacked") for one in pair)


def test_a_separatist_leader_has_no_post_in_the_state(claims: Claims) -> None:
    text = "Selon le porte-parole indépendantiste Movsar Ilaïev, dix soldats russes sont morts à Grozny."
    (post,) = [c for c in claims(text) if c.relation == "holds-office"]
    assert post.object is not None
    assert post.object.id == "rebelles-tchetchenes"
    text = "Le ministre séparatiste de la Défense, Jan Leszko, a été reçu à Londres, au Royaume-Uni."
    assert not stated(claims(text), "holds-office")
