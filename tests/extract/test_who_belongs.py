"""Membership that is told in passing: who joins behind what is joined, who presides, where somebody comes
from."""

import pytest

from tests.extract.conftest import Claims, stated

TOLD = [
    (
        "L'adhésion à l'AES du Togo et du Ghana est à l'étude.",
        {("togo", "aes"), ("ghana", "aes")},
    ),
    (
        "La Russie préside avec les États-Unis et la France le groupe de Minsk.",
        {("russie", "groupe-de-minsk"), ("france", "groupe-de-minsk"), ("etats-unis", "groupe-de-minsk")},
    ),
    (
        "L'AES ne compte plus que deux membres. Il s'agit du Mali et du Niger.",
        {("mali", "aes"), ("niger", "aes")},
    ),
    ("Dans deux des États membres, le Togo et le Bénin, la Cédéao recrute.", {("togo", "cedeao")}),
    ("Deux Etats membres de la Cédéao, le Togo et le Bénin, ont protesté.", {("benin", "cedeao")}),
    ("La Ligue arabe a réintégré la Syrie.", {("syrie", "ligue-arabe")}),
    ("Mohamed Morsi, issu des Frères musulmans, a été élu.", {("mohamed-morsi", "freres-musulmans")}),
]


@pytest.mark.parametrize(("text", "pairs"), TOLD)
def test_who_belongs_where_it_is_told_in_passing(
    claims: Claims, text: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs <= stated(claims(text), "member-of")


def test_a_party_named_behind_its_noun_has_its_figures(claims: Claims) -> None:
    found = claims("Awa Zerbane, une figure majeure du parti Horizon, a été arrêtée à Niamey.")
    assert [c.object.label for c in found if c.relation == "member-of" and c.object] == ["Horizon"]


def test_states_of_an_unknown_organisation_are_not_those_told_before(claims: Claims) -> None:
    text = "Le Mali, le Niger et le Tchad ont protesté. Les trois États du QRZ sont membres de la Cédéao."
    assert stated(claims(text), "member-of") == set()


def test_a_number_of_others_tells_of_no_members(claims: Claims) -> None:
    text = "La Cédéao s'inquiète pour deux pays voisins. Il s'agit du Tchad et du Maroc."
    assert stated(claims(text), "member-of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Le retrait du Niger, du Mali et du Burkina Faso de la Cédéao a surpris.",
        "Après le Mali et le Burkina Faso, le Niger a quitté la Cédéao.",
        "Le Mali, imité par le Burkina Faso et le Niger, a quitté la Cédéao.",
        "Depuis leur sortie de la Cédéao, le Mali, le Burkina Faso et le Niger se rapprochent.",
    ],
)
def test_all_leave_who_are_told_to_leave(claims: Claims, text: str) -> None:
    assert stated(claims(text), "left") == {
        ("mali", "cedeao"),
        ("burkina-faso", "cedeao"),
        ("niger", "cedeao"),
    }


def test_a_state_comes_out_of_an_organisation_and_a_man_of_its_house(claims: Claims) -> None:
    text = "Le Togo est sorti de la Cédéao. Le ministre est sorti de l'ONU."
    assert stated(claims(text), "left") == {("togo", "cedeao")}
