"""Who acts and who suffers where adverbs, dates and opening places tear the sentence apart."""

import pytest

from tests.extract.conftest import Claims, stated

TOLD = [
    ("Le M23 a pris lundi d'assaut la base de la police congolaise.", "attacked", {("m23", "rdc")}),
    ("Le Mali frappe à nouveau le JNIM.", "attacked", {("mali", "jnim")}),
    ("Le M23 avait brièvement occupé Bukavu fin 2013.", "attacked", {("m23", "rdc")}),
    (
        "En riposte à un raid à Gao, le JNIM et le MNLA ont tiré des obus sur l'armée malienne.",
        "attacked",
        {("jnim", "mali"), ("mnla", "mali")},
    ),
    (
        "Le JNIM a tendu une embuscade aux forces du Mali (FAMa) et à la Minusma.",
        "attacked",
        {("jnim", "mali"), ("jnim", "minusma")},
    ),
    (
        "L'organisation déplore le tir du M23 contre les forces armées de la RDC (FARDC) et la Monusco.",
        "attacked",
        {("m23", "rdc"), ("m23", "monusco")},
    ),
    ("Le JNIM a revendiqué une salve de roquettes contre le Niger.", "attacked", {("jnim", "niger")}),
    (
        "Le Kényan William Ruto a rencontré mardi à Goma Félix Tshisekedi.",
        "met-with",
        {("william-ruto", "felix-tshisekedi")},
    ),
    (
        "Le chef de l'État kényan, William Ruto, a rencontré à Goma Félix Tshisekedi.",
        "met-with",
        {("william-ruto", "felix-tshisekedi")},
    ),
    (
        "Moussa Faki Mahamat, patron de la Commission africaine, rencontre mardi Félix Tshisekedi.",
        "met-with",
        {("moussa-faki-mahamat", "felix-tshisekedi")},
    ),
    (
        "William Ruto, ancien bras droit de Uhuru Kenyatta, accuse Paul Kagame de duplicité.",
        "accused",
        {("william-ruto", "paul-kagame")},
    ),
    (
        "De violents combats ont opposé mercredi à Kidal, grande ville du nord, les hommes du JNIM à ceux "
        "du MNLA.",
        "attacked",
        {("jnim", "mnla"), ("mnla", "jnim")},
    ),
    (
        "Le Mali reproche au président Emmanuel Macron des mots blessants.",
        "accused",
        {("mali", "emmanuel-macron")},
    ),
    (
        "Dix hommes du Hezbollah sont morts dans une frappe. Le Hezbollah accuse Israël.",
        "attacked",
        {("israel", "hezbollah")},
    ),
    (
        "La CMA réunit le MNLA, le HCUA et une aile dissidente du MAA.",
        "member-of",
        {("mnla", "cma"), ("hcua", "cma")},
    ),
    (
        "Neuf soldats français ont été tués dans un raid de l'armée ivoirienne.",
        "attacked",
        {("cote-d-ivoire", "france")},
    ),
    ("Le M23 a pris deux villes. Kinshasa accuse Kigali de le soutenir.", "supported", {("rwanda", "m23")}),
    (
        "Le Mali a accusé plusieurs groupes armés, dont le MNLA et le HCUA, de pillage.",
        "accused",
        {("mali", "mnla"), ("mali", "hcua")},
    ),
    (
        "Paul Kagame a reçu William Ruto, auquel il a demandé de retirer ses troupes.",
        "demanded",
        {("paul-kagame", "william-ruto")},
    ),
]

NOT_TOLD = [
    ("Le Kenya a lancé des raids sur le M23 après le tir d'un obus contre la RDC.", ("kenya", "rdc")),
    (
        "L'armée malienne et l'ONU ont lancé l'opération «Aurore». Le même jour, deux soldats nigériens ont "
        "été tués près de Tillabéri.",
        ("mali", "niger"),
    ),
]


@pytest.mark.parametrize(("text", "relation", "pairs"), TOLD)
def test_torn_sentences_are_put_together(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs <= stated(claims(text), relation)


@pytest.mark.parametrize(("text", "pair"), NOT_TOLD)
def test_another_act_is_not_laid_to_who_is_named_beside_it(
    claims: Claims, text: str, pair: tuple[str, str]
) -> None:
    assert pair not in stated(claims(text), "attacked")


def test_soldiers_counted_in_letters_die_in_an_attack(claims: Claims) -> None:
    text = "Quarante paramilitaires indiens ont trouvé la mort dans une attaque du Jaish-e-Mohammed."
    assert ("jaish-e-mohammed", "inde") in stated(claims(text), "attacked")


@pytest.mark.parametrize(
    "charge", ["accusé par Kinshasa d'armer les rebelles", "soupçonné d'armer les rebelles"]
)
def test_what_somebody_is_accused_of_between_commas(claims: Claims, charge: str) -> None:
    found = claims(f"Le M23 avance. Le Rwanda, {charge}, a démenti toute implication.")
    assert ("rwanda", "m23") in stated(found, "supported")


def test_whom_somebody_fights_is_not_whom_others_back(claims: Claims) -> None:
    text = "Appuyée par des avions français, la milice a affronté les combattants du JNIM à Ménaka."
    assert ("france", "jnim") not in stated(claims(text), "supported")
