"""Tours, returns, lists behind a colon or without preposition, and former officials as guests."""

import pytest

from tests.extract.conftest import Claims, stated

HOSTED = [
    (
        "Le ministre turc Hakan Fidan entame lundi "
        "une tournée qui le conduira au Kenya, au Rwanda et à Kampala.",
        {("kenya", "hakan-fidan"), ("rwanda", "hakan-fidan"), ("ouganda", "hakan-fidan")},
    ),
    (
        "À peine rentré de Rabat, le président malien Assimi Goïta a limogé son ministre.",
        {("maroc", "assimi-goita")},
    ),
    (
        "Trois dirigeants sont attendus à Lomé : le Malien Assimi Goïta, le Rwandais Paul Kagame "
        "et le Béninois Patrice Talon.",
        {("togo", "assimi-goita"), ("togo", "paul-kagame"), ("togo", "patrice-talon")},
    ),
    (
        "La rencontre, à Lomé, des chefs de la police du Mali, du Ghana et du Kenya a duré deux jours.",
        {("togo", "mali"), ("togo", "ghana"), ("togo", "kenya")},
    ),
    (
        "Une réunion tripartite Mali, Ghana et Kenya à Lomé a porté sur le trafic d'armes.",
        {("togo", "mali"), ("togo", "ghana"), ("togo", "kenya")},
    ),
    ("Le Hamas et le Fatah étaient représentés à Rabat.", {("maroc", "hamas"), ("maroc", "fatah")}),
    (
        "Outre le président béninois Patrice Talon, étaient présents à Lomé ses homologues "
        "malien Assimi Goïta et rwandais Paul Kagame.",
        {("togo", "patrice-talon"), ("togo", "assimi-goita"), ("togo", "paul-kagame")},
    ),
]


@pytest.mark.parametrize(("text", "pairs"), HOSTED)
def test_guests_told_another_way(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= set(stated(claims(text), "hosted"))


def test_a_former_official_is_not_the_state(claims: Claims) -> None:
    text = "Laurent Gbagbo a quitté Abidjan. L'ancien président ivoirien accuse la France d'ingérence."
    assert set(stated(claims(text), "accused")) == {("laurent-gbagbo", "france")}


def test_what_is_laid_on_the_soil_is_no_visit(claims: Claims) -> None:
    text = "Le ministre dénonce les problèmes posés par la Légion étrangère française sur le sol malien."
    assert stated(claims(text), "hosted") == stated(claims(""), "hosted")


def test_names_of_a_clause_behind_a_colon_are_no_guests(claims: Claims) -> None:
    text = "Les ministres se sont réunis lundi à Lomé : le Mali et le Niger accusent le Bénin."
    assert not set(stated(claims(text), "hosted"))


def test_a_former_official_of_whom_nobody_is_told_is_no_state(claims: Claims) -> None:
    text = "Renversé par la rue, l'ancien chef de l'État malgache s'est réfugié à Pretoria."
    assert not set(stated(claims(text), "hosted"))


def test_the_days_of_a_summit_are_not_its_guests(claims: Claims) -> None:
    text = "Lomé abritera les 3 et 4 mai un sommet des chefs d'État de la Cédéao consacré au terrorisme."
    assert set(stated(claims(text), "hosted")) == {("togo", "cedeao")}
