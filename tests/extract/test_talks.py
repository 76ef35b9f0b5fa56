"""Talks told over several sentences: where they are in one, who holds them in another."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

GUESTS = {("qatar", "soudan"), ("qatar", "jem")}


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement soudanais et le JEM ont repris langue. Les deux camps se sont réunis à Doha.",
        "Un cessez-le-feu est en vue entre Khartoum et le JEM. Les pourparlers se tiennent à Doha.",
        "Le Soudan est en négociations avec le JEM à Doha.",
    ],
)
def test_talks_have_the_sides_told_before(claims: Claims, text: str) -> None:
    assert stated(claims(text), "hosted") == GUESTS


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement soudanais et le JEM ont repris langue. Les deux parties ont entamé des pourparlers.",
        "Le Soudan et le JEM sont en pourparlers.",
        "Une trêve est en vue entre Khartoum et le JEM. Les belligérants se sont rencontrés jeudi.",
    ],
)
def test_the_two_sides_meet(claims: Claims, text: str) -> None:
    assert {frozenset(pair) for pair in stated(claims(text), "met-with")} == {frozenset(("soudan", "jem"))}


def test_mediators_are_no_sides(claims: Claims) -> None:
    text = "Khartoum négocie avec le JEM sous l'égide du Qatar et du Tchad. Les deux parties se sont vues."
    assert ("qatar", "tchad") not in stated(claims(text), "met-with")


@pytest.mark.parametrize(
    "text",
    [
        "Une réunion s'est tenue à Lomé. À l'issue de cette réunion, le MNLA et le HCUA ont signé un texte.",
        "Un sommet s'est ouvert lundi à Lomé. Lors de ce sommet, le MNLA et le HCUA ont plaidé pour la paix.",
    ],
)
def test_who_acts_at_a_meeting_is_there(claims: Claims, text: str) -> None:
    assert stated(claims(text), "hosted") == {("togo", "mnla"), ("togo", "hcua")}


def test_a_bare_army_is_that_of_the_junta_that_the_text_tells_of(claims: Claims) -> None:
    text = (
        "La junte au pouvoir en Birmanie négocie. La Chine, le Japon, la Chine encore et la Chine toujours "
        "s'en mêlent. L'armée a été attaquée par la TNLA."
    )
    assert ("tnla", "birmanie") in stated(claims(text), "attacked")


def test_captives_are_those_of_their_gender(claims: Claims) -> None:
    text = "Neuf Tchadiens ont été relâchés. Les prisonnières étaient détenues par la junte malienne."
    assert ("mali", "tchad") not in stated(claims(text), "detained")


@pytest.mark.parametrize(
    "text",
    [
        "Après un entretien avec Emmanuel Macron, Alassane Ouattara a promis des réformes.",
        "À l'issue d'une rencontre avec Emmanuel Macron, le président Alassane Ouattara a cédé.",
        "Lors de discussions avec Emmanuel Macron, Alassane Ouattara a cédé.",
    ],
)
def test_who_acts_after_talks_has_held_them(claims: Claims, text: str) -> None:
    assert stated(claims(text), "met-with") == {("alassane-ouattara", "emmanuel-macron")}


def test_the_parties_are_the_sides(claims: Claims) -> None:
    text = (
        "Un échange a débuté entre Khartoum et le JEM, dans six villes du Tchad et de Libye. Lors de "
        "négociations qui se sont tenues en Suisse, les parties ont promis de libérer des captifs."
    )
    assert stated(claims(text), "hosted") == {("suisse", "soudan"), ("suisse", "jem")}


def test_delegates_are_guests_and_states_that_settle_are_not(claims: Claims) -> None:
    met = claims(
        "Les délégués du Hamas et du Fatah, réunis au Caire sous l'égide de Doha, ont signé un pacte."
    )
    assert stated(met, "hosted") == {("egypte", "hamas"), ("egypte", "fatah")}
    assert not stated(claims("Le Maroc s'est installé au Sahara occidental."), "hosted")


def test_days_of_talks_are_talks(claims: Claims) -> None:
    found = claims("Des représentants du Soudan et du JEM ont entamé à Genève deux jours d'entretiens.")
    assert {frozenset(pair) for pair in stated(found, "met-with")} == {frozenset(("soudan", "jem"))}


def test_who_leads_a_mediation_elsewhere_is_no_guest(claims: Claims) -> None:
    text = "Une réunion du MNLA et du HCUA s'est tenue à Lomé, en parallèle de la médiation menée par Accra."
    assert ("togo", "ghana") not in stated(claims(text), "hosted")


@pytest.mark.parametrize(
    "text",
    [
        "Le Soudan et le Tchad se sont mis d'accord sur un retrait.",
        "Le Soudan s'est mis d'accord avec le Tchad sur un échange de prisonniers.",
        "Khartoum et N'Djamena sont tombés d'accord mardi.",
    ],
)
def test_who_comes_to_terms_signs(claims: Claims, text: str) -> None:
    assert stated(claims(text), "signed-with") == {("soudan", "tchad")}


def test_a_future_that_looks_like_a_past_is_planned(claims: Claims) -> None:
    found = claims("Le président Poutine recevra jeudi le chef de la junte burkinabè.")
    assert {c.status for c in found if c.relation == "hosted"} == {Status.PLANNED}


def test_where_a_deal_was_made_is_no_venue_of_those_who_speak_of_it(claims: Claims) -> None:
    text = "Paul Kagame a reçu à Kigali les ministres du Tchad, venus parler du pacte conclu en mai à Lomé."
    assert stated(claims(text), "hosted") == {("rwanda", "tchad")}


def test_who_attends_a_ceremony_supports_nobody(claims: Claims) -> None:
    text = "Paul Kagame avait assisté la veille à l'investiture du président kényan William Ruto."
    assert not stated(claims(text), "supported")


def test_talks_that_are_sheltered_have_the_sides_told_before(claims: Claims) -> None:
    text = "Le Tchad et le Soudan ont repris leurs discussions. Le Togo abrite les négociations depuis mai."
    assert stated(claims(text), "hosted") == {("togo", "tchad"), ("togo", "soudan")}


def test_a_leader_does_not_meet_his_own_group(claims: Claims) -> None:
    found = claims("Le chef du Front uni, Jean Karim, et le Rwandais Paul Kagame se sont rencontrés en mai.")
    assert ("new:front-uni", "new:jean-karim") not in stated(found, "met-with")


def test_who_was_met_before_does_not_travel_on(claims: Claims) -> None:
    text = "Une délégation kényane a vu Paul Kagame à Kigali avant de gagner Lomé."
    assert ("togo", "paul-kagame") not in stated(claims(text), "hosted")


def test_a_guerrilla_of_a_state_is_no_war_of_it(claims: Claims) -> None:
    assert not stated(claims("Les FARC, guérilla colombienne, ont un nouveau chef."), "attacked")
