"""Accusations whose parts other words tear from one another."""

import pytest

from tests.extract.conftest import Claims

ACCUSED = [
    # turns and names for what is done
    (
        "Le président béninois a accusé tour à tour le Togo, le Ghana et le Niger de mollesse.",
        "benin",
        "togo ghana niger",
    ),
    ("Lomé a dénoncé mardi ce qu'il a appelé l'ingérence du Ghana dans ses élections.", "togo", "ghana"),
    # behind a relative clause
    (
        "La Gambie, avec laquelle la trêve a été rompue, reproche à Dakar de masser des troupes.",
        "gambie",
        "senegal",
    ),
    ("L'armée togolaise impute au M23 le raid qui a fait deux morts lundi près de Kara.", "togo", "m23"),
    # in the eyes of who acts
    ("Le Togo a rompu avec le Ghana, coupable à ses yeux d'avoir hébergé des mutins.", "togo", "ghana"),
    # whose accusations they are
    ("Les accusations répétées de Lomé contre Accra pèsent sur le sommet.", "togo", "ghana"),
    ("Le M23 est accusé par les autorités kényanes d'avoir tué trois Togolais.", "kenya", "m23"),
]


@pytest.mark.parametrize(("text", "accuser", "accused"), ACCUSED, ids=[t for t, _, _ in ACCUSED])
def test_words_between_do_not_hide_a_charge(claims: Claims, text: str, accuser: str, accused: str) -> None:
    found = {(c.subject.id, c.object.id) for c in claims(text) if c.relation == "accused" and c.object}
    assert found == {(accuser, one) for one in accused.split()}


def test_who_is_accused_by_others_did_it_and_not_they(claims: Claims) -> None:
    found = claims("Boko Haram est soupçonné par les autorités togolaises d'avoir enlevé deux Belges.")
    assert [c.subject.id for c in found if c.relation == "abducted"] == ["boko-haram"]


def test_two_sides_are_those_named_behind_them(claims: Claims) -> None:
    found = claims("L'ONU a appelé les deux parties, le gouvernement togolais et le M23, à cesser le feu.")
    asked = {c.object.id for c in found if c.relation == "demanded" and c.object}
    assert asked == {"togo", "m23"}


def test_each_accuses_the_other(claims: Claims) -> None:
    found = claims("Le Togo et le Ghana se sont quittés fâchés, chaque camp accusant l'autre de mentir.")
    assert len([c for c in found if c.relation == "accused"]) == 2


def test_an_agent_without_a_name_is_not_who_acts_around_it(claims: Claims) -> None:
    found = claims("Le Togo a rencontré le Ghana, accusé par plusieurs organisations de tortures.")
    assert not [c for c in found if c.relation == "accused" and c.subject.id == "togo"]


def test_a_missile_that_is_delivered_strikes_nobody(claims: Claims) -> None:
    found = claims("Lomé et Accra ont accusé Téhéran d'avoir livré des missiles au Bénin.")
    assert not [c for c in found if c.relation == "attacked"]


@pytest.mark.parametrize(
    "text",
    [
        "Après avoir rompu avec Accra et accusé le Ghana de complot, le Togo a affirmé s'armer.",
        "Un rapport de l'ONU est paru lundi. Le document accuse le Ghana d'avoir formé des pillards.",
        "Le pays de Paul Kagame accuse le Ghana de mauvaise foi.",
        "Le Togo estime que le Ghana est la source de l'instabilité dans la région.",
    ],
)
def test_who_accuses_may_stand_elsewhere(claims: Claims, text: str) -> None:
    found = [c for c in claims(text) if c.relation == "accused"]
    assert [c.object and c.object.id for c in found] == ["ghana"]
    assert found[0].subject.id in ("togo", "onu", "rwanda")


def test_who_is_described_as_accused_is_not_accused_by_who_acts(claims: Claims) -> None:
    found = claims("Le Togo accuse le Ghana d'abriter des miliciens du M23 accusés de crimes en 2012.")
    assert {c.object.id for c in found if c.relation == "accused" and c.object} == {"ghana"}


def test_help_to_two_is_help_to_both(claims: Claims) -> None:
    found = claims("Le Togo accuse le Ghana d'apporter un soutien aux rebelles du M23 et au Hamas.")
    assert {c.object.id for c in found if c.relation == "supported" and c.object} == {"m23", "hamas"}
