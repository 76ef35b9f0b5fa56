"""Who met where by what stands with the meeting, who was given shelter, and who let whom go."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Le sommet Kenya-Rwanda s'est tenu à Lusaka.", {("zambie", "kenya"), ("zambie", "rwanda")}),
        ("Le sommet Chine-Afrique s'est tenu à Dakar.", {("senegal", "chine")}),
        ("L'accord Serbie-Kosovo a été signé à Vienne.", {("autriche", "serbie"), ("autriche", "kosovo")}),
        ("Le dialogue interlibyen s'est ouvert à Genève.", {("suisse", "libye")}),
        ("Les pourparlers intra-afghans de Doha piétinent.", {("qatar", "afghanistan")}),
        ("Les pourparlers de paix yéménites ont repris à Stockholm.", {("suede", "yemen")}),
        (
            "Genève accueille des discussions entre Oslo et le MNLA.",
            {("suisse", "norvege"), ("suisse", "mnla")},
        ),
        ("Le Kenya et le Rwanda se sont vus lundi à Lusaka.", {("zambie", "kenya"), ("zambie", "rwanda")}),
        ("Le Ghana a accordé l'asile à Laurent Gbagbo.", {("ghana", "laurent-gbagbo")}),
        ("Le Tchad sert de terre d'asile aux chefs du MNLA.", {("tchad", "mnla")}),
    ],
)
def test_whose_meeting_or_shelter_it_is(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "hosted") == pairs


def test_the_members_that_a_text_lists_are_those_who_met(claims: Claims) -> None:
    text = "Les monarchies du Golfe (Qatar, Koweït et Oman) ont tenu leur sommet à Mascate."
    assert stated(claims(text), "hosted") == {("oman", "qatar"), ("oman", "koweit")}


def test_a_dash_joins_those_who_fight_each_other_or_together(claims: Claims) -> None:
    assert stated(claims("La guerre Iran-Irak a duré huit ans."), "attacked") == {
        ("iran", "irak"),
        ("irak", "iran"),
    }
    text = "L'alliance JNIM-MNLA a attaqué l'armée malienne."
    assert stated(claims(text), "attacked") == {("jnim", "mali"), ("mnla", "mali")}


def test_captors_of_a_group_let_their_hostage_go_for_it(claims: Claims) -> None:
    found = claims("Sophie Pétronin a été relâchée mardi par ses ravisseurs du JNIM.")
    assert stated(found, "released") == {("jnim", "sophie-petronin")}


def test_captives_are_not_handed_to_the_border(claims: Claims) -> None:
    found = claims("Le Mali et le Niger ont échangé trente prisonniers à la frontière algérienne.")
    assert stated(found, "released") == {("mali", "niger"), ("niger", "mali")}


def test_a_counterpart_is_not_of_the_state_of_who_receives_him(claims: Claims) -> None:
    found = claims("Le président vénézuélien Nicolas Maduro a reçu son homologue Vladimir Poutine.")
    assert ("vladimir-poutine", "venezuela") not in stated(found, "holds-office")


def test_who_is_made_to_free_somebody_frees_him(claims: Claims) -> None:
    found = claims("Paris a obtenu de Téhéran la libération de deux ressortissants belges.")
    assert stated(found, "released") == {("iran", "belgique")}


def test_ministers_are_of_the_states_behind_their_affairs(claims: Claims) -> None:
    found = claims(
        "Le ministre des Affaires étrangères du Kenya "
        "et le ministre de la Défense du Rwanda se sont vus à Lusaka."
    )
    assert stated(found, "hosted") == {("zambie", "kenya"), ("zambie", "rwanda")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Le Ghana a longtemps hébergé des cadres du MNLA.", {("ghana", "mnla")}),
        ("Le Ghana héberge des combattants du MNLA.", set()),
        ("Idriss Déby a parlé avant son voyage pour Moscou.", {("russie", "idriss-deby-itno")}),
    ],
)
def test_shelter_is_for_leaders_and_journeys_have_an_end(
    claims: Claims, text: str, pairs: set[tuple[str, str]]
) -> None:
    assert stated(claims(text), "hosted") == pairs


def test_no_state_holds_those_who_are_told_to_be_hostages(claims: Claims) -> None:
    text = "Deux Belges ont été pris en otage par AQMI au Niger. Quatre Français sont toujours détenus."
    assert ("niger", "france") not in stated(claims(text), "detained")


def test_a_coalition_takes_up_no_organisation_of_many_nations(claims: Claims) -> None:
    text = "L'ONU a parlé. Des soldats soudanais combattent au sein de la coalition."
    assert stated(claims(text), "member-of") == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Le MNLA a libéré six soldats maliens contre deux militaires nigériens.",
            {("mnla", "mali"), ("mali", "niger")},
        ),
        (
            "Le Tchad a relâché trois combattants du MNLA en échange d'un otage belge.",
            {("tchad", "mnla"), ("mnla", "belgique")},
        ),
        ("AQMI a libéré deux otages belges en échange de dix combattants du MNLA.", {("aqmi", "belgique")}),
        ("Le MNLA a libéré six soldats maliens contre l'avis du Niger.", {("mnla", "mali")}),
    ],
)
def test_those_who_are_let_go_in_exchange_come_from_the_others(
    claims: Claims, text: str, pairs: set[tuple[str, str]]
) -> None:
    assert stated(claims(text), "released") == pairs


def test_groups_that_negotiate_are_there(claims: Claims) -> None:
    found = claims("Le gouvernement malien et le MNLA négocient à Lomé.")
    assert stated(found, "hosted") == {("togo", "mali"), ("togo", "mnla")}


def test_nationals_of_all_callings_are_of_their_state(claims: Claims) -> None:
    found = claims("AQMI a enlevé un géologue polonais.")
    assert stated(found, "abducted") == {("aqmi", "pologne")}
