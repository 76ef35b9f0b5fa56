"""Who is named one by one behind a plural that tells of them all."""

import pytest

from tests.extract.conftest import Claims, stated

LEADERS = {
    ("macky-sall", "senegal"),
    ("idriss-deby-itno", "tchad"),
    ("mahamadou-issoufou", "niger"),
}
ROLLS = [
    "Trois chefs d'Etat, le Sénégalais Macky Sall, le Tchadien Idriss Déby et le Nigérien Mahamadou "
    "Issoufou, ont fait le déplacement de Bamako.",
    "Plusieurs présidents ont fait le voyage de Bamako: le Sénégalais Macky Sall, le Tchadien Idriss Déby et "
    "le Nigérien Mahamadou Issoufou.",
    "Les présidents Macky Sall du Sénégal, Idriss Déby du Tchad et Mahamadou Issoufou du Niger sont arrivés "
    "mardi à Bamako.",
    "Trois présidents sont arrivés à Bamako : le Sénégalais Macky Sall, le Tchadien Idriss Déby et le "
    "Nigérien Mahamadou Issoufou.",
]


@pytest.mark.parametrize("text", ROLLS)
def test_each_of_a_roll_holds_the_post_and_is_there(claims: Claims, text: str) -> None:
    found = claims(text, date="2014-08-12")
    assert stated(found, "holds-office") == LEADERS
    assert stated(found, "hosted") == {("mali", person) for person, _ in LEADERS}


def test_groups_behind_a_colon_are_those_that_were_counted(claims: Claims) -> None:
    text = "Trois groupes ont attaqué l'armée malienne : le MNLA, Ansar Dine et le Mujao."
    expected = {(group, "mali") for group in ("mnla", "ansar-dine", "mujao")}
    assert expected <= stated(claims(text), "attacked")


def test_where_one_went_last_is_where_one_met_somebody(claims: Claims) -> None:
    text = "Ismaïl Haniyeh s'est rendu mardi à Téhéran puis à Beyrouth, où il a rencontré Hassan Nasrallah."
    assert ("iran", "hassan-nasrallah") not in stated(claims(text), "hosted")


def test_two_of_one_list_are_two(claims: Claims) -> None:
    text = "Réunis à Luanda, les présidents de la RDC, du Congo et du Gabon ont appelé au calme."
    assert stated(claims(text), "hosted") == {("angola", guest) for guest in ("rdc", "congo", "gabon")}
