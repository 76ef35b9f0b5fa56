"""Envoys whom a pronoun takes up, summits told over two sentences, and meetings that are still to come."""

import pytest

from sahelgraph.ontology.claims import Claim, Status
from tests.extract.conftest import Claims, stated


def _statuses(found: list[Claim], relation: str) -> set[Status]:
    return {c.status for c in found if c.relation == relation}


def test_a_meeting_is_where_the_sentence_before_told(claims: Claims) -> None:
    text = (
        "Un mini-sommet sur la situation au Tchad s'est tenu mardi à Niamey. La rencontre a réuni les "
        "présidents nigérien, béninois et togolais, a précisé une source diplomatique."
    )
    assert stated(claims(text), "hosted") == {("niger", "benin"), ("niger", "togo")}


@pytest.mark.parametrize(
    "text",
    [
        "Le président Patrice Talon a reçu, mardi, en fin de matinée, au palais de la Marina, Ramtane "
        "Lamamra, porteur d'un message écrit.",
        "Le président Patrice Talon a reçu lundi soir, en tête-à-tête, dans son bureau, Ramtane Lamamra, le "
        "représentant des Nations unies.",
    ],
)
def test_the_guest_behind_several_inserts(claims: Claims, text: str) -> None:
    assert ("benin", "ramtane-lamamra") in stated(claims(text), "hosted")
    assert ("patrice-talon", "ramtane-lamamra") in stated(claims(text), "met-with")


def test_the_president_met_after_a_place(claims: Claims) -> None:
    text = (
        "Le président béninois Patrice Talon s'est entretenu à Lomé avec le président Faure Gnassingbé, "
        "avant de rencontrer plusieurs responsables de l'opposition."
    )
    assert ("patrice-talon", "faure-gnassingbe") in stated(claims(text), "met-with")


@pytest.mark.parametrize(
    "text",
    [
        "Félix Tshisekedi et Paul Kagame se sont vus à Luanda. Les deux hommes ont parlé de l'est du Congo.",
        "Félix Tshisekedi et Paul Kagame sont à Luanda. Les deux dirigeants ont évoqué la Libye et le Tchad.",
        "Les présidents congolais, Félix Tshisekedi, et rwandais, Paul Kagame, ont échangé en tête-à-tête.",
    ],
)
def test_two_who_talk_together(claims: Claims, text: str) -> None:
    pairs = {frozenset(pair) for pair in stated(claims(text), "met-with")}
    assert pairs == {frozenset(("felix-tshisekedi", "paul-kagame"))}


@pytest.mark.parametrize(
    "text",
    [
        "Kigali et Kinshasa ont échangé des accusations pendant des heures.",
        "Mahamat Idriss Déby aimerait voir Paul Kagame et Félix Tshisekedi se rapprocher.",
    ],
)
def test_no_talks(claims: Claims, text: str) -> None:
    assert stated(claims(text), "met-with") == set()


def test_a_truce_after_a_talk_is_not_signed_with_who_was_talked_with(claims: Claims) -> None:
    text = (
        "Moscou a annoncé un cessez-le-feu après un entretien téléphonique de Vladimir Poutine avec le "
        "président turc Recep Tayyip Erdogan."
    )
    assert stated(claims(text), "signed-with") == set()


@pytest.mark.parametrize(
    "text",
    [
        "L'Union africaine a chargé Olusegun Obasanjo d'une médiation. Il est attendu jeudi à Niamey.",
        "La Cédéao a dépêché Olusegun Obasanjo auprès de la junte. Il a été reçu mardi à Niamey.",
    ],
)
def test_he_is_whom_an_organisation_sent(claims: Claims, text: str) -> None:
    assert ("niger", "olusegun-obasanjo") in stated(claims(text), "hosted")
    assert ("niger", "union-africaine") not in stated(claims(text), "hosted")


def test_she_is_the_state_that_acts(claims: Claims) -> None:
    text = "L'Algérie a rappelé son ambassadeur. Elle accuse la France d'ingérence."
    assert stated(claims(text), "accused") == {("algerie", "france")}


@pytest.mark.parametrize(
    "text",
    [
        "Le ministère a précisé que Paul Kagame rencontrerait Félix Tshisekedi samedi à Luanda.",
        "Sommet à Luanda entre Paul Kagame et Félix Tshisekedi le 22 novembre",
    ],
)
def test_what_is_to_come_is_planned(claims: Claims, text: str) -> None:
    assert _statuses(claims(text), "hosted") == {Status.PLANNED}


def test_what_others_say_to_have_been_is_alleged(claims: Claims) -> None:
    text = "La presse a affirmé que Paul Kagame aurait rencontré Félix Tshisekedi à Luanda."
    assert _statuses(claims(text), "met-with") == {Status.ALLEGED}


def test_what_it_took_was_done(claims: Claims) -> None:
    text = "Il a fallu deux rencontres entre Paul Kagame et Félix Tshisekedi pour renouer le dialogue."
    assert _statuses(claims(text), "met-with") == {Status.ASSERTED}


def test_who_speaks_to_the_press_abroad(claims: Claims) -> None:
    text = (
        "Lors d'une conférence de presse à Tunis, le ministre italien de l'Intérieur Matteo Piantedosi a "
        "promis des vedettes à la garde nationale."
    )
    assert ("tunisie", "italie") in stated(claims(text), "hosted")


def test_two_capitals_that_name_a_dialogue_are_its_sides(claims: Claims) -> None:
    text = "Une réunion du dialogue Belgrade-Pristina se tiendra à Bruxelles."
    assert {("belgique", "serbie"), ("belgique", "kosovo")} <= stated(claims(text), "hosted")
    assert ("serbie", "kosovo") not in stated(claims(text), "hosted")


def test_who_was_there_when_it_was_signed(claims: Claims) -> None:
    text = "Le Mali et la CMA ont signé un accord à Alger en présence du président tchadien Idriss Déby."
    assert ("algerie", "idriss-deby-itno") in stated(claims(text), "hosted")


def test_he_is_not_the_president_whose_election_he_hails(claims: Claims) -> None:
    text = (
        "Le président ivoirien Alassane Ouattara a salué le scrutin. Après l'élection du nouveau président "
        "burkinabè, M. Ouattara, soucieux de renouer, a écrit à Ouagadougou."
    )
    assert stated(claims(text), "holds-office") == {("alassane-ouattara", "cote-d-ivoire")}


def test_all_the_legs_of_a_journey(claims: Claims) -> None:
    text = "Wang Yi s'est rendu au Tchad, puis au Gabon, au Togo et, enfin, en Angola, avant de rentrer."
    hosts = {host for host, _ in stated(claims(text), "hosted")}
    assert {"tchad", "gabon", "togo", "angola"} <= hosts


def test_the_visit_that_somebody_makes(claims: Claims) -> None:
    text = "C'est la première visite officielle que Paul Kagame effectue au Mali depuis le putsch."
    assert ("mali", "paul-kagame") in stated(claims(text), "hosted")


def test_who_lands_with_a_plane(claims: Claims) -> None:
    found = claims("L'avion du président togolais a atterri mardi à Bamako, escorté par un hélicoptère.")
    assert stated(found, "hosted") == {("mali", "togo")}
    assert stated(found, "deployed-in") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali et la CMA ont finalisé jeudi à Alger l'accord de paix.",
        "L'accord de paix conclu samedi par le Mali et la CMA sera signé mardi à Alger.",
    ],
)
def test_who_makes_peace_where(claims: Claims, text: str) -> None:
    found = claims(text)
    assert {frozenset(pair) for pair in stated(found, "signed-with")} == {frozenset(("mali", "cma"))}
    assert stated(found, "hosted") == {("algerie", "mali"), ("algerie", "cma")}


def test_nobody_is_where_peace_should_be_made(claims: Claims) -> None:
    text = "Le Kremlin juge qu'il n'est plus possible de négocier la paix en Ukraine."
    assert stated(claims(text), "hosted") == set()


def test_envoys_of_a_president_are_not_he(claims: Claims) -> None:
    text = "Paul Kagame a discuté avec les émissaires du président togolais Faure Gnassingbé."
    assert stated(claims(text), "met-with") == {("paul-kagame", "togo")}


def test_the_general_is_who_was_named_so(claims: Claims) -> None:
    text = (
        "Le général soudanais Abdel Fattah al-Burhane est au Caire. Le général a été reçu par le président "
        "égyptien Abdel Fattah al-Sissi."
    )
    assert stated(claims(text), "met-with") == {("abdel-fattah-al-sissi", "abdel-fattah-al-burhane")}


def test_a_surname_is_that_of_who_is_named_in_full(claims: Claims) -> None:
    text = (
        "L'ancien Premier ministre Rafic Hariri est mort. M. Hariri avait rencontré Bachar al-Assad à Damas."
    )
    assert all("saad" not in one for pair in stated(claims(text), "met-with") for one in pair)


def test_a_list_of_officials_is_of_one_state(claims: Claims) -> None:
    text = (
        "Emmanuel Macron est accompagné du ministre malien Sadio Camara, du chef d'état-major Oumar Diarra "
        "et du gouverneur Abdoulaye Traoré."
    )
    assert "mali" in {post for who, post in stated(claims(text), "holds-office") if "traore" in who}


def test_an_agency_is_no_guest(claims: Claims) -> None:
    text = "L'AFP note que la délégation de la Cédéao, arrivée au Niger jeudi, n'a pas vu la junte."
    assert {guest for _, guest in stated(claims(text), "hosted")} <= {"cedeao"}


def test_a_step_is_no_negation(claims: Claims) -> None:
    text = (
        "Un pas important a été franchi avec la signature jeudi à Alger d'un accord entre le Mali et la CMA."
    )
    assert _statuses(claims(text), "signed-with") == {Status.ASSERTED}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Macky Sall a rencontré mardi son homologue du Mali.", {"mali"}),
        ("Macky Sall a rencontré ses homologues du Mali et du Niger.", {"mali", "niger"}),
        ("Macky Sall a rendu visite à son homologue du Mali, Assimi Goïta.", {"mali", "assimi-goita"}),
    ],
)
def test_counterparts_of_states(claims: Claims, text: str, met: set[str]) -> None:
    assert {other for _, other in stated(claims(text), "met-with")} == met


def test_who_pays_a_visit_is_abroad(claims: Claims) -> None:
    text = "Le président togolais Faure Gnassingbé a rendu visite à son homologue malien, Assimi Goïta."
    assert ("mali", "faure-gnassingbe") in stated(claims(text), "hosted")


def test_the_number_two_is_one_man(claims: Claims) -> None:
    text = (
        "Le numéro deux de la diplomatie indienne, Subrahmanyam Jaishankar, est arrivé mardi à Lomé. Il "
        "devrait rencontrer le président Faure Gnassingbé."
    )
    assert "faure-gnassingbe" in {other for _, other in stated(claims(text), "met-with")}


def test_he_was_in_the_towns_that_he_visited(claims: Claims) -> None:
    text = "Le président ukrainien a participé au sommet. Avant cela, il avait visité Berlin et Paris."
    assert stated(claims(text), "hosted") == {("allemagne", "ukraine"), ("france", "ukraine")}


def test_a_talk_that_was_is_not_to_come(claims: Claims) -> None:
    text = "Le Mali et le Niger sont convenus de coopérer lors d'une rencontre à Lomé en mai 2023."
    assert Status.PLANNED not in _statuses(claims(text), "hosted")


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali et le Tchad se sont engagés lundi à appliquer les accords signés à Alger en 2000.",
        "Le Mali et la CMA ont promis de mettre en œuvre l'accord signé en 2015.",
    ],
)
def test_an_accord_to_be_kept_was_made(claims: Claims, text: str) -> None:
    assert _statuses(claims(text), "signed-with") == {Status.ASSERTED}


def test_who_ends_peace_talks_signs_nothing(claims: Claims) -> None:
    text = "Le Mali et la CMA ont conclu jeudi à Alger un tour de discussions de paix."
    assert stated(claims(text), "signed-with") == set()


def test_who_speaks_after_a_fight_took_no_part(claims: Claims) -> None:
    text = "Après des affrontements opposant le Mali et la CMA, l'Union africaine a dit vouloir intervenir."
    assert all("union-africaine" not in pair for pair in stated(claims(text), "attacked"))


def test_the_day_of_the_announcement_is_not_that_of_the_meeting(claims: Claims) -> None:
    text = (
        "La rencontre entre Paul Kagame et Félix Tshisekedi, annoncée en février par Luanda, a eu lieu mardi "
        "à Doha."
    )
    assert {str(c.when) for c in claims(text) if c.relation == "met-with"} == {"2024-11-05"}


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        (
            "Le président Faure Gnassingbé est au Mali. Le chef de l'État a accusé le Niger.",
            "faure-gnassingbe",
        ),
        ("Le roi Mohammed VI est au Gabon. Le souverain a accusé l'Algérie.", "mohammed-vi"),
        (
            "Le Premier ministre Abiy Ahmed est à Juba. Le chef du gouvernement a accusé l'Égypte.",
            "abiy-ahmed",
        ),
    ],
)
def test_a_title_alone_is_who_bore_it_last(claims: Claims, text: str, accuser: str) -> None:
    assert {who for who, _ in stated(claims(text), "accused")} == {accuser}


def test_a_title_that_two_bear_is_nobody(claims: Claims) -> None:
    text = "Le président Faure Gnassingbé a vu le président Paul Kagame. Le président a accusé le Niger."
    assert {who for who, _ in stated(claims(text), "accused")} <= {"togo", "rwanda", "niger"}


def test_an_envoy_is_no_she(claims: Claims) -> None:
    text = (
        "L'envoyé de l'Union africaine, Olusegun Obasanjo, a quitté Mekele. Il doit rencontrer le Premier "
        "ministre Abiy Ahmed."
    )
    assert ("olusegun-obasanjo", "abiy-ahmed") in stated(claims(text), "met-with")


def test_who_confirmed_to_come_is_awaited(claims: Claims) -> None:
    text = (
        "Paul Kagame et Félix Tshisekedi se verront le 21 novembre à Doha. Les deux présidents ont confirmé "
        "leur participation."
    )
    assert _statuses(claims(text), "hosted") == {Status.PLANNED}
