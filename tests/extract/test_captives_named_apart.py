"""Captives named apart from their capture, let go by who held them, or harmed by who holds them."""

import pytest

from tests.extract.conftest import Claims, stated


def persons(claims: Claims, text: str) -> set[str]:
    return {c.object.label for c in claims(text) if c.relation == "detained" and c.object}


def test_those_listed_among_the_arrested_are_arrested(claims: Claims) -> None:
    text = (
        "Plusieurs officiers ont été arrêtés jeudi au Burkina Faso après des tirs dans la capitale ; "
        "parmi eux "
        "figurent le colonel Moussa Traoré et le commandant Adama Ouédraogo, selon des sources militaires."
    )
    assert persons(claims, text) == {"Moussa Traoré", "Adama Ouédraogo"}


def test_those_listed_among_the_arrested_people(claims: Claims) -> None:
    text = (
        "Parmi les personnes arrêtées mardi par la junte guinéenne figurent trois généraux mis à la "
        "retraite, dont "
        "le général Bailo Diallo et l'ancien chef d'état-major de la marine, Oumar Sano."
    )
    assert {"Bailo Diallo", "Oumar Sano"} <= persons(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "La police ougandaise a arrêté vendredi une dizaine de partisans de l'opposant Kizza Besigye.",
        "Seize militaires, dont plusieurs proches de l'ancien président Blaise Compaoré, ont été "
        "arrêtés lundi "
        "par les nouvelles autorités du Burkina Faso.",
    ],
)
def test_whose_people_are_arrested_is_not(claims: Claims, text: str) -> None:
    assert not persons(claims, text)


@pytest.mark.parametrize(
    ("text", "holder", "held"),
    [
        (
            "Quatre-vingts Yéménites détenus en Arabie saoudite seront libérés lundi et transportés par "
            "avion à "
            "Sanaa, a annoncé le Comité international de la Croix-Rouge.",
            "arabie-saoudite",
            "yemen",
        ),
        (
            "Douze pêcheurs pakistanais emprisonnés en Inde depuis deux ans ont été libérés mercredi et "
            "remis "
            "aux gardes-frontières au poste de Wagah.",
            "inde",
            "pakistan",
        ),
        ("Libération de trois ingénieurs chinois retenus par Boko Haram", "boko-haram", "chine"),
        (
            "Le gouvernement tchadien s'est réjoui mardi de la libération de deux soldats retenus par "
            "Boko Haram "
            "depuis dix-huit mois.",
            "boko-haram",
            "tchad",
        ),
        (
            "Israël a annoncé dimanche que cinq prisonniers libanais, dont le doyen des détenus, "
            "seraient libérés "
            "mercredi prochain en échange des corps de deux soldats.",
            "israel",
            "liban",
        ),
        (
            "L'armée ougandaise a annoncé mardi la libération de dix otages congolais détenus par la "
            "LRA, au terme "
            "d'une opération menée en Centrafrique.",
            "ouganda",
            "rdc",
        ),
    ],
)
def test_who_held_them_lets_them_go(claims: Claims, text: str, holder: str, held: str) -> None:
    assert stated(claims(text), "released") == {(holder, held)}


def test_a_release_is_no_capture_by_who_frees(claims: Claims) -> None:
    text = "Trois Turcs retenus par Boko Haram depuis un an ont été libérés samedi par l'armée nigériane."
    assert not stated(claims(text), "detained")
    assert stated(claims(text), "released") == {("nigeria", "turquie")}


def test_a_release_announced_in_the_past_was_to_come(claims: Claims) -> None:
    text = "Le ministre a déclaré que 104 Yéménites détenus en Arabie saoudite seraient libérés lundi."
    (released,) = [c for c in claims(text) if c.relation == "released"]
    assert released.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Abou Sayyaf a décapité un otage allemand après l'expiration du délai fixé pour le versement de "
        "la rançon.",
        "Abou Sayyaf a menacé d'exécuter deux otages allemands si une rançon n'était pas versée avant "
        "vendredi.",
    ],
)
def test_a_group_harms_hostages_that_it_holds(claims: Claims, text: str) -> None:
    assert ("abou-sayyaf", "allemagne") in stated(claims(text), "abducted")


def test_what_sums_up_a_release_is_not_released(claims: Claims) -> None:
    text = (
        "La junte birmane a libéré samedi l'opposante Aung San Suu Kyi après sept ans d'assignation à "
        "résidence, une décision saluée par Washington, Londres et Tokyo."
    )
    assert stated(claims(text), "released") == {("birmanie", "aung-san-suu-kyi")}


def test_a_man_of_a_nation_is_who_is_named_before(claims: Claims) -> None:
    text = (
        "Pierre Camatte, un Français de 61 ans enlevé à Ménaka fin novembre par Aqmi, a remercié ses proches."
    )
    (taken,) = [c for c in claims(text) if c.relation == "abducted"]
    assert taken.object is not None
    assert taken.object.label == "Pierre Camatte"


def test_the_one_listed_with_which_is_arrested(claims: Claims) -> None:
    text = (
        "La police indienne a interpellé dimanche à Srinagar une centaine de militants du Front de "
        "libération du Jammu-et-Cachemire, parmi lesquels son président Yasin Malik."
    )
    assert "Yasin Malik" in persons(claims, text)
