"""Bastions said of places, ties that two States cut, whom warplanes aim at, and what only looks alike."""

import pytest

from tests.extract.conftest import Claims, stated

TOLD = [
    ("Le Nord-Kivu est un des bastions du M23.", "based-in", {("m23", "nord-kivu")}),
    ("Ménaka, fief du MNLA, est calme.", "based-in", {("mnla", "menaka")}),
    (
        "Le Togo et le Bénin ont rompu leurs relations en mai.",
        "sanctioned",
        {("togo", "benin"), ("benin", "togo")},
    ),
    (
        "Le Togo et le Bénin ont rompu leurs relations avec le Ghana.",
        "sanctioned",
        {("togo", "ghana"), ("benin", "ghana")},
    ),
    ("Un camp du M23 a été la cible de drones congolais.", "attacked", {("rdc", "m23")}),
    (
        "Des heurts ont opposé lundi à Goma des miliciens du M23 à des soldats kényans.",
        "attacked",
        {("m23", "kenya"), ("kenya", "m23")},
    ),
    ("La guerre qui oppose au Mali le JNIM au MNLA dure.", "attacked", {("jnim", "mnla"), ("mnla", "jnim")}),
    (
        "Le Hamas et le Fatah ont tenu une réunion dans le sultanat d'Oman.",
        "hosted",
        {("oman", "hamas"), ("oman", "fatah")},
    ),
]
NOT_TOLD = [
    ("Le Togo et le Bénin soutiennent des camps opposés au Tchad, au Niger et au Mali.", "attacked"),
    ("Le Togo et le Bénin aident des partis amis, notamment en Syrie, en Irak et au Liban.", "supported"),
    ("Le M23 a libéré deux soldats rwandais en échange de prisonniers kényans et tanzaniens.", "signed-with"),
    ("« Nous restons », a dit à l'AFP un représentant du Hamas.", "affiliated-with"),
]


@pytest.mark.parametrize(("text", "relation", "pairs"), TOLD)
def test_dispatches_are_understood(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert stated(claims(text), relation) == pairs


@pytest.mark.parametrize(("text", "relation"), NOT_TOLD)
def test_nothing_is_made_up(claims: Claims, text: str, relation: str) -> None:
    assert stated(claims(text), relation) == set()


def test_who_is_arrested_remains_a_figure_of_his_movement(claims: Claims) -> None:
    text = "Ahmed Salem, figure historique du Hamas, a été arrêté lundi."
    assert "hamas" in {o for _, o in stated(claims(text), "member-of")}
