"""Fights of several sides: who is struck by what lies in others' hands, who only helps, and whom «rebel
positions» or «these fighters» mean."""

import pytest

from tests.extract.conftest import Claims, stated

STRUCK = [
    ("L'armée birmane a bombardé deux hameaux tenus par l'Armée d'Arakan.", "birmanie", "armee-de-l-arakan"),
    ("L'aviation turque a frappé Manbij, la ville contrôlée par les FDS syriennes.", "turquie", "fds-syrie"),
    ("Un raid russe sur un dépôt tenu par le Front al-Nosra a échoué.", "russie", "front-al-nosra"),
    ("L'armée ukrainienne a repris quatre villages aux forces russes.", "ukraine", "russie"),
    ("Les talibans disent avoir pris deux avant-postes à l'armée afghane.", "talibans", "afghanistan"),
    (
        "Trois soldats philippins sont morts dans un heurt avec des hommes d'Abou Sayyaf.",
        "abou-sayyaf",
        "philippines",
    ),
    (
        "Dix hommes sont morts dans les combats les plus durs livrés depuis mai entre l'armée philippine"
        " et le groupe Abou Sayyaf.",
        "philippines",
        "abou-sayyaf",
    ),
    (
        "Tard lundi, l'Armée d'Arakan (AA), la MNDAA et la TNLA ont attaqué l'armée birmane.",
        "mndaa",
        "birmanie",
    ),
    (
        "Les Houthis reculent. La coalition arabe a pilonné plusieurs bases houthies.",
        "coalition-arabe-yemen",
        "houthis",
    ),
    (
        "Les rebelles houthis reculent. L'armée saoudienne a frappé deux positions rebelles.",
        "arabie-saoudite",
        "houthis",
    ),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), STRUCK)
def test_who_holds_or_loses_a_place_is_attacked(
    claims: Claims, text: str, attacker: str, victim: str
) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


def test_who_helps_to_take_a_town_is_no_victim(claims: Claims) -> None:
    found = claims("Les forces syriennes ont repris le bourg avec le soutien du Hezbollah.")
    assert not stated(found, "attacked")
    assert stated(found, "supported") == {("hezbollah", "syrie")}


def test_supporter_between_two_sides_stands_alone(claims: Claims) -> None:
    found = claims("La guerre entre le Hezbollah, armé par l'Iran, et Israël a repris.")
    assert ("israel", "hezbollah") not in stated(found, "supported")


def test_fighters_called_so_are_the_group(claims: Claims) -> None:
    found = claims(
        "Le groupe islamiste Abou Sayyaf recule. Ces combattants islamistes, liés à Al-Qaïda, fuient."
    )
    assert stated(found, "affiliated-with") == {("abou-sayyaf", "al-qaida")}


def test_these_fighters_are_not_another_group(claims: Claims) -> None:
    found = claims(
        "Des paramilitaires tiennent le port. Les Houthis avancent. Ces paramilitaires ont tué un Saoudien."
    )
    assert not stated(found, "attacked")


def test_sides_of_a_truce_are_no_allies(claims: Claims) -> None:
    found = claims(
        "Une trêve lie l'alliance des talibans et du réseau Haqqani. Pékin annonce un accord entre"
        " l'alliance des talibans et l'armée pakistanaise."
    )
    assert ("pakistan", "talibans") not in stated(found, "allied-with")
    assert ("talibans", "pakistan") not in stated(found, "allied-with")


def test_driving_a_group_from_power_overthrows_it(claims: Claims) -> None:
    found = claims("Les États-Unis ont chassé les talibans du pouvoir en 2001.")
    assert stated(found, "overthrew") == {("etats-unis", "talibans")}
    assert not stated(found, "attacked")


def test_launch_of_an_attack_creates_nobody(claims: Claims) -> None:
    assert not stated(claims("La TNLA annonce un siège après le lancement d'une attaque."), "created")


def test_army_at_a_border_is_at_home(claims: Claims) -> None:
    found = claims("L'armée afghane garde un col à la frontière avec le Pakistan.")
    assert ("afghanistan", "pakistan") not in stated(found, "deployed-in")


@pytest.mark.parametrize(
    "text",
    [
        "Des policiers ont tué deux combattants des FARC en Colombie.",
        "En Colombie, deux combattants des FARC ont été abattus par des militaires.",
    ],
)
def test_unnamed_soldiers_who_kill_rebels_are_the_states(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("colombie", "farc")}


@pytest.mark.parametrize(
    "text",
    [
        "Le conflit qui oppose le Pérou à l'Équateur sur la pêche inquiète leurs voisins.",
        "Le conflit frontalier entre le Pérou et l'Équateur sera débattu à Lima.",
    ],
)
def test_conflict_of_states_without_arms_is_no_attack(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "attacked")


def test_conflict_of_states_with_dead_is_fought(claims: Claims) -> None:
    found = claims("Le conflit qui oppose l'Arménie à l'Azerbaïdjan a fait six morts lundi.")
    assert stated(found, "attacked") == {("armenie", "azerbaidjan"), ("azerbaidjan", "armenie")}


def test_free_forces_are_not_the_state(claims: Claims) -> None:
    found = claims("Des forces syriennes libres, armées par la Turquie, ont attaqué les YPG.")
    assert all("syrie" not in pair for pair in stated(found, "attacked"))


def test_state_does_not_strike_its_own_town(claims: Claims) -> None:
    found = claims("L'armée syrienne et le Hezbollah ont pilonné Alep. Alep est en Syrie.")
    assert ("hezbollah", "syrie") not in stated(found, "attacked")


@pytest.mark.parametrize(
    ("text", "attacker", "victim"),
    [
        ("Les forces afghanes ont repris le contrôle de Kunduz aux talibans.", "afghanistan", "talibans"),
        ("L'armée sri-lankaise annonce la prise de Jaffna, fief des Tigres tamouls.", "sri-lanka", "ltte"),
        ("La marine sri-lankaise a coulé une vedette des Tigres tamouls.", "sri-lanka", "ltte"),
        ("Washington a frappé une dizaine de positions houthies.", "etats-unis", "houthis"),
    ],
)
def test_places_and_ships_are_taken_from_their_holders(
    claims: Claims, text: str, attacker: str, victim: str
) -> None:
    assert stated(claims(text), "attacked") == {(attacker, victim)}


def test_state_across_the_border_is_not_the_one_of_the_text(claims: Claims) -> None:
    found = claims(
        "Des hommes des FARC ont tué quatre soldats à la frontière avec le Venezuela. L'attaque a eu lieu non"
        " loin de la frontière avec le Venezuela, dit l'armée colombienne."
    )
    assert stated(found, "attacked") == {("farc", "colombie")}


def test_fighters_from_a_country_are_not_its_army(claims: Claims) -> None:
    found = claims(
        "Des combats opposent, entre l'armée libanaise et des jihadistes venus de Syrie, deux mondes."
    )
    assert not stated(found, "attacked")


def test_attacks_are_launched_and_not_who_attacks(claims: Claims) -> None:
    found = claims("L'armée syrienne a repoussé des assauts de l'Etat islamique lancés au petit matin.")
    assert not [c for c in found if c.relation == "created"]
