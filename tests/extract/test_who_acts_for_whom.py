"""Offices, bodies and adjectives that stand for a State or an organisation."""

import pytest

from tests.extract.conftest import Claims, stated

ACCUSERS = [
    ("Le secrétaire général de l'Otan", "otan"),
    ("Le patron de l'ONU", "onu"),
    ("Le numéro deux du Hezbollah", "hezbollah"),
    ("Le ministre des Affaires étrangères turc", "turquie"),
    ("Le président par intérim malien", "mali"),
    ("Le chef d'état-major burundais", "burundi"),
    ("L'état-major des armées tchadiennes", "tchad"),
    ("Le roi saoudien", "arabie-saoudite"),
]


@pytest.mark.parametrize(("accuser", "actor"), ACCUSERS)
def test_who_speaks_for_whom(claims: Claims, accuser: str, actor: str) -> None:
    assert stated(claims(f"{accuser} a accusé le Rwanda."), "accused") == {(actor, "rwanda")}


def test_planes_and_depots_are_of_those_they_belong_to(claims: Claims) -> None:
    text = "Des avions de chasse de la coalition arabe ont visé des dépôts d'armes appartenant au Hezbollah."
    assert ("coalition-arabe-yemen", "hezbollah") in stated(claims(text), "attacked")


def test_those_who_are_asked_to_do_something_are_asked(claims: Claims) -> None:
    text = "L'ONU a demandé aux autorités maliennes de traduire en justice les coupables."
    assert stated(claims(text), "demanded") == {("onu", "mali")}


def test_a_group_is_no_month(claims: Claims) -> None:
    (attack,) = [c for c in claims("Les Maï-Maï ont attaqué le M23.") if c.relation == "attacked"]
    assert attack.when is None


def test_what_one_asks_of_the_state_that_one_serves_is_no_demand(claims: Claims) -> None:
    text = "Le Premier ministre éthiopien Abiy Ahmed a demandé à l'armée éthiopienne de partir."
    assert not stated(claims(text), "demanded")
    former = "L'ancien président malien Dioncounda Traoré a demandé au Mali de partir."
    assert stated(claims(former), "demanded")


def test_custody_is_no_warning(claims: Claims) -> None:
    found = claims("L'opposant Ousmane Sonko a été mis en garde à vue par la gendarmerie sénégalaise.")
    assert {c.relation for c in found if c.subject.label == "Sénégal"} == {"detained"}


def test_who_set_the_trap_attacked_those_who_died_in_it(claims: Claims) -> None:
    text = "Cinq soldats tchadiens sont morts dans l'explosion d'un engin artisanal posé par le JNIM."
    assert stated(claims(text), "attacked") == {("jnim", "tchad")}
