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
    ("Des combattants du Hezbollah sont entrés en Syrie.", "deployed-in", ("hezbollah", "syrie")),
    ("Le Hezbollah combat en Syrie depuis 2013.", "deployed-in", ("hezbollah", "syrie")),
    ("L'intervention du Hezbollah en Syrie divise.", "deployed-in", ("hezbollah", "syrie")),
    ("Le Kenya fournit des soldats à la Minusma.", "member-of", ("kenya", "minusma")),
    ("Le Kenya, grand contributeur de troupes de la Minusma, proteste.", "member-of", ("kenya", "minusma")),
    ("Les pays contributeurs de la Minusma sont le Togo et le Kenya.", "member-of", ("togo", "minusma")),
    ("Le M23 (chef Sultani Makenga) a signé.", "holds-office", ("sultani-makenga", "m23")),
    ("Des alliés de Washington, dont le Kenya, protestent.", "allied-with", ("kenya", "etats-unis")),
    ("Le MNLA et le HCUA ont créé un commandement unifié.", "allied-with", ("mnla", "hcua")),
    ("Le Kenya intervient en Somalie contre les shebab.", "attacked", ("kenya", "al-shabaab")),
    (
        "Le front réunit le MNLA, le FPRC et le M23 (Mouvement du 23 mars), qui lutte contre Kinshasa.",
        "attacked",
        ("m23", "rdc"),
    ),
    (
        "Le Kenya, qui a déployé 900 soldats aux côtés des Belges dans l'est du Mali, proteste.",
        "deployed-in",
        ("kenya", "mali"),
    ),
    (
        "Le Pentagone a annoncé le déploiement de 300 Marines au Kenya.",
        "deployed-in",
        ("etats-unis", "kenya"),
    ),
    ("La Belgique et ses alliés de l'Otan se préparent.", "member-of", ("belgique", "otan")),
    (
        "Des soldats belges y sont dans le cadre de la Force internationale d'assistance à la sécurité.",
        "member-of",
        ("belgique", "fias"),
    ),
    ("Le Kenya est devenu membre à part entière des Brics.", "member-of", ("kenya", "brics")),
    ("Les Brics grandissent. Le Kenya a obtenu le statut de membre.", "member-of", ("kenya", "brics")),
    ("Créée en 1998 par la Libye, le Tchad et le Niger, la Cen-Sad dort.", "founded", ("niger", "cen-sad")),
    (
        "On a faim en Somalie. On a soif en Somalie. Le Togo et le Kenya ont envoyé 300 soldats.",
        "deployed-in",
        ("togo", "somalie"),
    ),
    (
        "Le Mouvement pour le renouveau du Gourma a signé un accord avec le Togo.",
        "signed-with",
        ("new:mouvement-pour-le-renouveau-du-gourma", "togo"),
    ),
]
NOT_TOLD = [
    ("Ils ont parlé de la zone (Togo, Ghana, Kenya) où se concentrent leurs opérations.", "deployed-in"),
    ("La Belgique et ses alliés de l'Otan se préparent.", "allied-with"),
    ("Le Kenya compte 300.000 soldats. On a faim en Somalie. On a soif en Somalie.", "deployed-in"),
    ("Des combattants du Hezbollah sont déployés au Liban.", "deployed-in"),
    ("Trois pays du Golfe ont accusé le Qatar.", "accused"),
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


def test_what_is_provided_now_is_no_plan(claims: Claims) -> None:
    found = claims("Le Burundi fournit le plus gros contingent de l'Amisom.")
    assert {c.status for c in found if c.relation == "member-of"} == {Status.ASSERTED}
