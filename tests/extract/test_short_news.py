"""Short dispatches: where a meeting is, whose the forces are, who has lost men."""

from tests.extract.conftest import Claims, stated


def test_a_closed_bracket_is_no_venue(claims: Claims) -> None:
    text = (
        "Lomé a accueilli une réunion entre le Ghana et les ministres de l'Alliance des États du Sahel (AES) "
        "composée du Mali, du Niger et du Burkina Faso."
    )
    found = claims(text)
    assert {host for host, _ in stated(found, "hosted")} == {"togo"}
    assert stated(found, "member-of") == {("mali", "aes"), ("niger", "aes"), ("burkina-faso", "aes")}


def test_forces_with_an_acronym_are_those_of_their_state(claims: Claims) -> None:
    text = "Les Forces de défense et de sécurité (FDS) nigériennes ont attaqué Boko Haram."
    assert stated(claims(text), "attacked") == {("niger", "boko-haram")}


def test_who_keeps_a_town_safe_is_there(claims: Claims) -> None:
    text = "Des soldats tchadiens assurent la sécurité de Kidal."
    assert stated(claims(text), "deployed-in") == {("tchad", "kidal")}


def test_a_minister_who_says_we_is_no_victim(claims: Claims) -> None:
    text = (
        "Le ministre malien de la Défense, Sadio Camara, a déclaré : «Nous avons perdu dix hommes.» "
        "L'attaque a été revendiquée par le JNIM."
    )
    assert stated(claims(text), "attacked") == {("jnim", "mali")}
