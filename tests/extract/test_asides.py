"""Set phrases between commas behind the subject do not part it from its verb."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Le Maroc, lui, a dénoncé une provocation de l'Algérie.", {("maroc", "algerie")}),
        ("Djibouti, de son côté, reproche à Asmara d'occuper un cap.", {("djibouti", "erythree")}),
        ("L'Erythrée, elle aussi, accuse l'Ethiopie d'avoir violé sa frontière.", {("erythree", "ethiopie")}),
        ("Le calme est revenu ; la Russie, elle, pointe du doigt l'armée ukrainienne.",
         {("russie", "ukraine")}),
        ("Les Etats-Unis, en revanche, accusent Moscou et Damas d'avoir bombardé le convoi.",
         {("etats-unis", "russie"), ("etats-unis", "syrie")}),
    ],
)  # fmt: skip
def test_the_subject_stands_before_the_aside(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "accused") == pairs


def test_a_source_before_an_aside_is_no_subject(claims: Claims) -> None:
    text = "Selon l'ONU, elle aussi, le Rwanda soutient le M23."
    assert stated(claims(text), "supported") == {("rwanda", "m23")}


def test_each_of_several_shelters(claims: Claims) -> None:
    text = "Bogota reproche à Caracas et à Quito d'abriter des chefs des Farc."
    assert stated(claims(text), "hosted") == {("venezuela", "farc"), ("equateur", "farc")}


def test_an_agent_between_commas_belongs_to_the_attack(claims: Claims) -> None:
    text = (
        "Dix gendarmes nigériens sont morts dans l'attaque, menée par des hommes de Boko Haram, d'un poste."
    )
    assert ("boko-haram", "niger") in stated(claims(text), "attacked")


def test_what_is_denied_behind_an_aside_hangs_on_the_verb(claims: Claims) -> None:
    text = "L'Iran, pour sa part, dément fournir des missiles aux Houthis."
    assert [(c.subject.id, c.status.value) for c in claims(text) if c.relation == "supported"] == [
        ("iran", "denied")
    ]
