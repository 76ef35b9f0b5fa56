"""How the press puts it that somebody blames others, and what becomes of what they are blamed for."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims

BLAMED = [
    # words between the auxiliary and the participle
    ("La Zambie a une fois de plus accusé le Malawi de duplicité.", "zambie", "malawi"),
    ("Lomé a sans ambages condamné le raid ghanéen.", "togo", "ghana"),
    ("Riga avait, en termes très vifs, dénoncé une provocation russe.", "lettonie", "russie"),
    # quotation marks behind an elided word
    ("Tunis a qualifié d'« insulte » les propos de Rome.", "tunisie", "italie"),
    ("Niamey a fustigé l'« escalade » béninoise.", "niger", "benin"),
    # reports
    (
        "Selon Amnesty International, l'armée gabonaise a abattu neuf civils.",
        "amnesty-international",
        "gabon",
    ),
    (
        "D'après Human Rights Watch, les shebab ont exécuté des villageois.",
        "human-rights-watch",
        "al-shabaab",
    ),
    ("Selon Juba, l'aviation soudanaise a bombardé une maternité.", "soudan-du-sud", "soudan"),
    ("L'ONU a établi que l'armée tchadienne avait torturé des détenus.", "onu", "tchad"),
    # marks, hands and fingers
    ("L'attentat porte la signature des shebab, a affirmé Nairobi.", "kenya", "al-shabaab"),
    ("Sofia voit dans cet incendie la main de Minsk.", "bulgarie", "bielorussie"),
    ("L'Angola a pointé un doigt accusateur vers la Zambie.", "angola", "zambie"),
    ("La faute en incombe à Kampala, estime Kigali.", "rwanda", "ouganda"),
    ("« C'est un mensonge du Bénin », a tonné Niamey.", "niger", "benin"),
    ("« Le Soudan cherche à semer le chaos », a dit le ministre tchadien.", "tchad", "soudan"),
    ("Pour Athènes, c'est la Turquie qui a rompu la trêve.", "grece", "turquie"),
    # courts
    ("La Gambie a introduit une requête contre la Birmanie.", "gambie", "birmanie"),
    ("Le Bénin fait grief au Niger d'avoir fermé sa frontière.", "benin", "niger"),
    # whose deed it is
    ("Berne condamne l'occupation marocaine du Sahara occidental.", "suisse", "maroc"),
    ("Kiev dénonce un crime de guerre russe.", "ukraine", "russie"),
    ("Pretoria rejette une décision de Washington, qu'elle juge illégale.", "afrique-du-sud", "etats-unis"),
    # each the other, and what somebody speaks of
    ("Asmara et Djibouti ont rompu, chacune accusant l'autre de duplicité.", "djibouti", "erythree"),
    ("Le ministre libanais a parlé d'une violation de la trêve par Israël.", "liban", "israel"),
    ("Le Bénin fait porter au Togo la responsabilité de l'échec.", "benin", "togo"),
    ("Le M23 a rompu la trêve et a repris la route, indique Kinshasa.", "rdc", "m23"),
    ("Lomé a vivement protesté auprès d'Accra.", "togo", "ghana"),
    # what the subject says besides
    ("Le Gabon a fermé l'ambassade du Togo, l'accusant de comploter.", "gabon", "togo"),
    ("Le Laos a rappelé son envoyé, un mois après Hanoï, reprochant à Pékin ses raids.", "laos", "chine"),
    ("Lusaka a rompu son accord avec Harare, lui reprochant sa duplicité.", "zambie", "zimbabwe"),
    # who reports, told the sentence before
    (
        "Un rapport de l'ONU a été publié. Le document affirme que le Kenya a livré des missiles aux shebab.",
        "onu",
        "kenya",
    ),
    (
        "Amnesty International y était. Selon l'ONG, le Tchad a abattu des civils.",
        "amnesty-international",
        "tchad",
    ),
    ("Selon Kampala, le Kenya apporte un soutien logistique au M23.", "ouganda", "kenya"),
    ("Pour Rabat, le Polisario est un groupe terroriste.", "maroc", "front-polisario"),
    ("Le Laos dénonce ce texte comme une provocation de la Chine.", "laos", "chine"),
]

NOT_BLAMED = [
    "Selon Amnesty International, le Gabon a arrêté les soldats qui avaient tué des civils.",
    "L'armée kényane affirme que des bandits ont tué dix villageois.",
    "L'armée togolaise dit avoir tué des civils par erreur.",
    "Oslo voit dans cet accord un pas vers la paix au Soudan.",
    "L'Angola a ajouté la Zambie à la liste de ses partenaires.",
]


@pytest.mark.parametrize(("text", "subject", "object_"), BLAMED, ids=[t for t, *_ in BLAMED])
def test_blame(claims: Claims, text: str, subject: str, object_: str) -> None:
    found = {(c.subject.id, c.object.id if c.object else "") for c in claims(text) if c.relation == "accused"}
    assert (subject, object_) in found


@pytest.mark.parametrize("text", NOT_BLAMED)
def test_no_blame(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "accused"]


def test_what_one_is_accused_of_rests_on_the_word_of_others(claims: Claims) -> None:
    (told,) = [
        c for c in claims("L'ONU affirme que l'Ouganda a soutenu le M23.") if c.relation == "supported"
    ]
    assert told.status is Status.ALLEGED


THREATS = [
    ("« La Bolivie paiera cher cette provocation », a lancé le ministre chilien.", "chili", "bolivie"),
    ("Lima a affirmé qu'il riposterait à toute incursion de l'Équateur.", "perou", "equateur"),
    ("La Grèce s'est réservé le droit de répondre aux provocations turques.", "grece", "turquie"),
    ("Athènes et Ankara ne cessent de se menacer.", "grece", "turquie"),
]


@pytest.mark.parametrize(("text", "subject", "object_"), THREATS, ids=[t for t, *_ in THREATS])
def test_threats(claims: Claims, text: str, subject: str, object_: str) -> None:
    found = {
        (c.subject.id, c.object.id if c.object else "") for c in claims(text) if c.relation == "threatened"
    }
    assert (subject, object_) in found


@pytest.mark.parametrize(
    "text", ["Le Ghana paiera sa dette, a dit le Togo.", "Lima répondra aux questions du Chili, dit-il."]
)
def test_no_threats(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "threatened"]


def test_a_wish_for_the_departure_of_others_is_a_demand(claims: Claims) -> None:
    found = claims("Le Togo veut le départ des soldats ghanéens.")
    assert {c.object.id for c in found if c.relation == "demanded" and c.object} == {"ghana"}
