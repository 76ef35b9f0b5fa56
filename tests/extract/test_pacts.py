"""Pacts, banners and retreats: who stands with whom, and who calls whose soldiers back."""

import pytest

from tests.extract.conftest import Claims, stated

TOLD = [
    (
        "Le M23, appuyé par Kigali, et son allié le Front Polisario ont pris la ville.",
        "allied-with",
        ("m23", "front-polisario"),
    ),
    ("Tripoli arme le RUF, son allié togolais.", "allied-with", ("libye", "ruf")),
    ("L'Iran et ses proxys, le Hezbollah et les Houthis, arment.", "allied-with", ("iran", "houthis")),
    ("Le FPR, dont vient Paul Kagame, était allié à l'Ouganda.", "allied-with", ("fpr", "ouganda")),
    (
        "Des combattants de Wagner, présents en Libye aux côtés du Hezbollah, recrutent.",
        "allied-with",
        ("wagner", "hezbollah"),
    ),
    (
        "Le Hamas et le Hezbollah ont ouvert une salle d'opérations commune.",
        "allied-with",
        ("hamas", "hezbollah"),
    ),
    ("Le Kenya et le Togo sont liés par un traité de défense.", "allied-with", ("kenya", "togo")),
    (
        "Sous la bannière du Hachd al-Chaabi, le Hezbollah et les Houthis ont mené une attaque.",
        "member-of",
        ("hezbollah", "hachd-al-chaabi"),
    ),
    (
        "Les Kataëb Hezbollah, milice pro-iranienne intégrée au Hachd al-Chaabi, démentent.",
        "member-of",
        ("kataeb-hezbollah", "hachd-al-chaabi"),
    ),
    ("Le Togo est entré dans l'Otan le 4 mai 2020.", "member-of", ("togo", "otan")),
    (
        "Le président kényan a annoncé le retrait de 300 soldats de Somalie.",
        "withdrew-from",
        ("kenya", "somalie"),
    ),
    ("Le Kenya a achevé son retrait de Somalie.", "withdrew-from", ("kenya", "somalie")),
    ("Le désengagement kényan de Somalie inquiète.", "withdrew-from", ("kenya", "somalie")),
    ("La Samim a achevé son retrait du Mozambique.", "withdrew-from", ("samim", "mozambique")),
]
NOT_TOLD = [
    (
        "Le M23, appuyé par Kigali, et son allié le Front Polisario ont pris la ville.",
        "allied-with",
        ("rwanda", "front-polisario"),
    ),
    ("Tripoli arme le RUF, son allié togolais.", "allied-with", ("libye", "togo")),
    ("Le FPR, dont vient Paul Kagame, était allié à l'Ouganda.", "allied-with", ("paul-kagame", "ouganda")),
    ("Ansaru, faction dissidente de Boko Haram, recrute.", "member-of", ("ansaru", "boko-haram")),
    (
        "Sous la bannière du Hachd al-Chaabi, le Hezbollah et les Houthis ont mené une attaque commune.",
        "allied-with",
        ("hachd-al-chaabi", "houthis"),
    ),
    (
        "Le président kényan a exigé le retrait des soldats togolais de Somalie.",
        "withdrew-from",
        ("kenya", "somalie"),
    ),
]


@pytest.mark.parametrize(("text", "relation", "pair"), TOLD)
def test_it_is_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


@pytest.mark.parametrize(("text", "relation", "pair"), NOT_TOLD)
def test_it_is_not_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    found = stated(claims(text), relation)
    assert pair not in found
    assert (pair[1], pair[0]) not in found


def test_a_title_gives_no_name_to_what_the_text_begins_with(claims: Claims) -> None:
    found = claims(
        "Mali : naissance d'une alliance\n\nLes rebelles ont attaqué Kidal. L'alliance regroupe le M23."
    )
    assert not any("Les" in (c.subject.label, c.object and c.object.label) for c in found)


def test_who_stands_in_a_coalition_with_others_fights_none_of_them(claims: Claims) -> None:
    found = claims("Les FDLR combattent au sein d'une coalition comprenant l'armée kényane.")
    assert stated(found, "attacked") == set()


def test_who_takes_over_from_soldiers_is_not_in_their_country(claims: Claims) -> None:
    found = claims("La Minusma doit assurer la relève des troupes kényanes.")
    assert stated(found, "deployed-in") == set()


def test_rebels_of_a_country_are_not_that_country(claims: Claims) -> None:
    assert stated(claims("Le Rwanda n'est associé à aucun groupe armé burundais."), "allied-with") == set()


LATER_TOLD = [
    ("Le Togo et son allié de longue date, le Kenya, ont signé un accord.", "allied-with", ("togo", "kenya")),
    ("Les FDS ont annoncé le retrait de leurs combattants d'Alep.", "withdrew-from", ("fds-syrie", "alep")),
    ("Les shebab ont prêté allégeance à Ayman al-Zawahiri.", "affiliated-with", ("al-shabaab", "al-qaida")),
    (
        "La coalition dirigée par l'Arabie saoudite et l'Égypte bombarde Sanaa.",
        "member-of",
        ("egypte", "coalition-arabe-yemen"),
    ),
    (
        "Des soldats kényans, déployés auprès de l'UNITA, sont rentrés.",
        "allied-with",
        ("kenya", "unita"),
    ),
]


@pytest.mark.parametrize(("text", "relation", "pair"), LATER_TOLD)
def test_allies_and_oaths_are_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


def test_who_quarrels_with_a_coalition_does_not_lead_it(claims: Claims) -> None:
    found = claims("La coalition dirigée par l'Arabie saoudite et l'Iran se disputent Aden.")
    assert ("iran", "coalition-arabe-yemen") not in stated(found, "member-of")


STILL_TOLD = [
    ("Le Togo souffle. Des soldats kényans ont quitté le pays vendredi.", "withdrew-from", ("kenya", "togo")),
    (
        "Le Togo souffle. Des soldats kényans vont quitter le pays d'ici mai.",
        "withdrew-from",
        ("kenya", "togo"),
    ),
    (
        "La Jemaah Islamiyah entretient des liens étroits avec Al-Qaïda.",
        "affiliated-with",
        ("jemaah-islamiyah", "al-qaida"),
    ),
    ("L'Unita et Boko Haram coopèrent, dit Lomé.", "allied-with", ("unita", "boko-haram")),
]


@pytest.mark.parametrize(("text", "relation", "pair"), STILL_TOLD)
def test_leaving_and_links_are_told(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


def test_soldiers_leave_another_country_than_their_own(claims: Claims) -> None:
    assert (
        stated(claims("Le Kenya souffle. Des soldats kényans ont quitté le pays."), "withdrew-from") == set()
    )


def test_a_state_founds_no_armed_group(claims: Claims) -> None:
    found = claims("Des vétérans de la guerre d'Afghanistan ont fondé Abou Sayyaf avec d'autres.")
    assert stated(found, "member-of") == set()


def test_the_remaining_members_are_of_whom_they_are_known_to_belong_to(claims: Claims) -> None:
    text = (
        "Le G5 Sahel se vide. Le Niger et le Burkina Faso le quittent pour l'AES. "
        "La Mauritanie et le Tchad, les deux membres restants, en ont pris acte."
    )
    found = stated(claims(text, date="2023-12-07"), "member-of")
    assert {("mauritanie", "g5-sahel"), ("tchad", "g5-sahel")} <= found
    assert not {("mauritanie", "aes"), ("tchad", "aes")} & found
