"""Who fights beside whom, who sends soldiers where, who belongs to what and who wants to: the short sentences
in which dispatches tell it."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

TOLD = [
    ("La Finlande a rejoint l'Otan en avril et la Suède en mai.", "member-of", ("suede", "otan")),
    ("Le Mali a quitté la Cédéao, suivi par le Niger.", "left", ("niger", "cedeao")),
    (
        "Le Kenya a envoyé des soldats au Mali en 2013 et en Irak en 2015.",
        "deployed-in",
        ("kenya", "irak"),
    ),
    (
        "Le Kenya a retiré ses soldats du Mali en mars, puis du Togo en mai.",
        "withdrew-from",
        ("kenya", "togo"),
    ),
    (
        "L'UNITA de Jonas Savimbi recrute dans les campagnes.",
        "holds-office",
        ("jonas-savimbi", "unita"),
    ),
    ("Deux Casques bleus kényans sont morts, selon la Minusca.", "member-of", ("kenya", "minusca")),
    ("Trois soldats de la paix kényans de la Finul sont rentrés.", "member-of", ("kenya", "finul")),
    ("Des Casques bleus kényans patrouillent au Liban.", "deployed-in", ("kenya", "liban")),
    ("Le Kenya a 300 soldats en Syrie.", "deployed-in", ("kenya", "syrie")),
    (
        "Le Kenya participe à la coalition dirigée par Riyad au Yémen.",
        "member-of",
        ("kenya", "coalition-arabe-yemen"),
    ),
    (
        "Le groupe privé russe Wagner, qui combat aux côtés de forces spéciales rwandaises, recrute.",
        "allied-with",
        ("wagner", "rwanda"),
    ),
]
NOT_TOLD = [
    ("Des miliciens du Hezbollah combattent en Syrie aux côtés de l'armée.", "attacked"),
    ("Le Kenya a accusé l'Ouganda mardi et le Rwanda mercredi.", "attacked"),
    ("L'enlèvement par le Hamas de Jean Martin inquiète Paris.", "holds-office"),
    (
        "Wagner participe, aux côtés de soldats kényans et de Casques bleus de l'ONU, aux combats.",
        "member-of",
    ),
]


@pytest.mark.parametrize(("text", "relation", "pair"), TOLD)
def test_ties_are_understood(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


@pytest.mark.parametrize(("text", "relation"), NOT_TOLD)
def test_what_looks_like_a_tie_is_none(claims: Claims, text: str, relation: str) -> None:
    assert stated(claims(text), relation) == set()


def test_a_candidate_is_no_member_yet(claims: Claims) -> None:
    for text in ("La Suède a déposé sa candidature à l'Otan.", "La Suède est candidate à l'Otan."):
        found = [c for c in claims(text) if c.relation == "member-of"]
        assert [(c.subject.id, c.status) for c in found] == [("suede", Status.PLANNED)]


def test_each_who_does_likewise_has_a_date_of_its_own(claims: Claims) -> None:
    found = claims("Le Mali a quitté la Cédéao en janvier et le Niger en mars.", date="2024-11-07")
    dates = {c.subject.id: c.when.edtf for c in found if c.relation == "left" and c.when}
    assert dates == {"mali": "2024-01", "niger": "2024-03"}


def test_behind_one_verb_a_second_accused_accuses_nobody(claims: Claims) -> None:
    found = stated(claims("Le Kenya a accusé l'Ouganda mardi et le Rwanda mercredi."), "accused")
    assert {subject for subject, _ in found} == {"kenya"}
