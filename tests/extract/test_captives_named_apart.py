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
            "Sanaa, a fait savoir la Croix-Rouge.",
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
            "jeudi prochain contre les corps de deux soldats.",
            "israel",
            "liban",
        ),
        (
            "L'armée ougandaise a annoncé lundi la libération de six otages congolais aux mains de la "
            "LRA, au bout d'une longue poursuite en Centrafrique.",
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


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        (
            "Les rebelles du RUF ont relâché jeudi en Sierra Leone les dix derniers otages occidentaux "
            "capturés depuis novembre – six Britanniques, deux Suisses et un Allemand – après des "
            "pourparlers.",
            "released",
            {("ruf", "royaume-uni"), ("ruf", "suisse"), ("ruf", "allemagne")},
        ),
        (
            "Abou Sayyaf détient encore douze otages étrangers (six Indonésiens et un Néerlandais) dans la "
            "jungle de l'île de Jolo.",
            "abducted",
            {("abou-sayyaf", "indonesie"), ("abou-sayyaf", "pays-bas")},
        ),
        (
            "Le JEM a capturé dimanche au Darfour une cinquantaine de membres de la force de paix, "
            "principalement des Sénégalais, a annoncé son porte-parole.",
            "abducted",
            {("jem", "senegal")},
        ),
        (
            "La guérilla maoïste, qui cherche à renverser la monarchie au Népal, a revendiqué l'enlèvement "
            "de 71 policiers dans l'extrême ouest du pays.",
            "abducted",
            {("maoistes-nepalais", "nepal")},
        ),
        (
            "Manille a tué quatre hommes d'Abou Sayyaf, qui garde trois otages étrangers, "
            "un Canadien, un Belge et un Turc, dans une île du sud.",
            "abducted",
            {("abou-sayyaf", "canada"), ("abou-sayyaf", "belgique"), ("abou-sayyaf", "turquie")},
        ),
    ],
)
def test_people_counted_behind_a_dash_or_bracket(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs <= stated(claims(text), relation)


def test_persons_named_behind_of_whom_are_let_go(claims: Claims) -> None:
    text = (
        "La junte birmane a libéré trente opposants dont Win Tin et Min Ko Naing, deux figures du "
        "soulèvement de 1988, à la veille d'une visite de l'émissaire de l'ONU."
    )
    released = {c.object.label for c in claims(text) if c.relation == "released" and c.object}
    assert {"Win Tin", "Min Ko Naing"} <= released


@pytest.mark.parametrize(
    "text",
    [
        "Des rebelles annoncent la capture au Darfour de 49 soldats de l'ONU, dont des Sénégalais",
        "Darfour: des casques bleus brièvement capturés par des inconnus au Soudan",
    ],
)
def test_no_state_is_guessed_to_capture_soldiers(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "detained")


def test_expatriates_are_not_of_the_state_told_about(claims: Claims) -> None:
    text = (
        "Le gouvernement nigérian a annoncé lundi la libération des quatre expatriés de Shell retenus en "
        "otage par le Mend depuis dix-neuf jours dans le delta."
    )
    assert not stated(claims(text), "abducted")


def test_a_truce_decreed_by_one_is_signed_with_nobody(claims: Claims) -> None:
    text = (
        "En octobre dernier, le Mend avait décrété au Nigeria un cessez-le-feu illimité pour encourager le "
        "dialogue avec le gouvernement du président Umaru Yar'Adua."
    )
    assert not stated(claims(text), "signed-with")


def test_prisoners_handed_over_for_others(claims: Claims) -> None:
    text = (
        "Un responsable géorgien a déclaré que Tbilissi avait remis mardi cinq militaires russes, dont deux "
        "pilotes, en échange de quinze Géorgiens."
    )
    assert stated(claims(text), "released") == {("georgie", "russie"), ("russie", "georgie")}


def test_those_held_in_a_state_are_handed_over_by_it(claims: Claims) -> None:
    text = (
        "Vingt marins indiens détenus en Iran depuis le mois de juin ont été remis mercredi aux autorités "
        "consulaires à Bandar Abbas."
    )
    assert stated(claims(text), "released") == {("iran", "inde")}


def test_a_group_that_nobody_names_is_no_state(claims: Claims) -> None:
    text = "Deux ingénieurs égyptiens ont disparu à Bagdad, en Irak. Ils étaient détenus par un autre groupe."
    assert not stated(claims(text), "detained")


def test_who_was_kidnapped_is_let_go_by_no_state(claims: Claims) -> None:
    text = (
        "Le Premier ministre libyen Ali Zeidan a été relâché jeudi, quelques heures après avoir été enlevé "
        "dans un hôtel de Tripoli par d'anciens rebelles."
    )
    assert ("libye", "ali-zeidan") not in stated(claims(text), "released")


def test_who_is_told_of_behind_a_comma_is_not_taken(claims: Claims) -> None:
    text = "La police malienne a arrêté dix hommes, un Français a été blessé et un Belge est porté disparu."
    assert not stated(claims(text), "detained")
