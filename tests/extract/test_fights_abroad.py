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
        "Le groupe islamiste Abou Sayyaf recule. Les combattants islamistes, liés à Al-Qaïda, ont fui."
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
