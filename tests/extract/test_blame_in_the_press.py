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
