"""Object pronouns of verbs that share their subject, and appositions that say who somebody is."""

import pytest

from tests.extract.conftest import Claims, stated

ASKED = [
    ("Le président colombien a reçu l'ambassadeur de Cuba et lui a demandé de partir.", ("colombie", "cuba")),
    ("La France soutient le Rwanda et lui demande de quitter Goma.", ("france", "rwanda")),
    ("Le Mali a rompu avec la France, et lui a demandé de partir.", ("mali", "france")),
    ("Bamako a écrit à Paris pour lui demander de retirer ses soldats.", ("mali", "france")),
    ("Les rebelles du M23 tiennent Goma. Kinshasa leur demande de partir.", ("rdc", "m23")),
]


@pytest.mark.parametrize(("text", "pair"), ASKED)
def test_who_is_asked_was_named_before(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    assert stated(claims(text), "demanded") == {pair}


def test_whom_one_asks_one_also_accuses(claims: Claims) -> None:
    found = claims("Kigali nie tout. Kinshasa lui demande de partir et l'accuse d'armer le M23.")
    assert stated(found, "accused") == {("rdc", "rwanda")}
    assert stated(found, "supported") == {("rwanda", "m23")}


APPOSED = [
    ("Les Houthis, des rebelles soutenus par l'Iran, ont frappé Israël.", "attacked", ("houthis", "israel")),
    ("Les Houthis, des rebelles soutenus par l'Iran, ont frappé Riyad.", "supported", ("iran", "houthis")),
    ("Riyad combat les Houthis, des rebelles soutenus par l'Iran.", "supported", ("iran", "houthis")),
    ("La guerre oppose Aden aux Houthis, des rebelles armés par l'Iran.", "supported", ("iran", "houthis")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), APPOSED)
def test_what_is_said_of_the_apposed_is_said_of_the_name(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    assert pair in stated(claims(text), relation)


def test_a_list_of_people_says_nothing_of_the_first(claims: Claims) -> None:
    text = "Des observateurs de l'ONU, des policiers et des membres des FARC ont été pris dans une embuscade."
    assert not stated(claims(text), "member-of")


def test_who_accuses_one_says_nothing_of_the_other(claims: Claims) -> None:
    found = claims("Le Rwanda soutient le M23, un mouvement rebelle accusé par l'ONU de massacres.")
    assert stated(found, "accused") == {("onu", "m23")}
    assert {c.status.value for c in found if c.relation == "supported"} == {"asserted"}


def test_who_asks_is_who_accuses(claims: Claims) -> None:
    found = claims("La France accuse le Mali d'être responsable de la crise et demande son exclusion.")
    assert stated(found, "demanded") == {("france", "mali")}


def test_what_a_comma_sets_before_a_verb_in_the_singular_does_not_act(claims: Claims) -> None:
    assert stated(claims("Le M23 aux portes de Goma, l'ONU accuse le Rwanda"), "accused") == {
        ("onu", "rwanda")
    }


def test_troops_go_to_the_state_of_the_heading(claims: Claims) -> None:
    found = claims("Mozambique : le Rwanda envoie 1.000 soldats combattre les jihadistes")
    assert stated(found, "deployed-in") == {("rwanda", "mozambique")}
