"""Who says what others are accused of, and how far the text stands by it."""

import pytest

from tests.extract.conftest import Claims

TOLD = [
    (
        "Le Rwanda a réfuté les accusations de Kinshasa selon lesquelles il prêterait main-forte au M23.",
        "supported", "rwanda", "alleged", "RDC",
    ),
    (
        "Les Emirats arabes unis ont nié à plusieurs reprises soutenir les Forces de soutien rapide.",
        "supported", "emirats-arabes-unis", "denied", "Émirats arabes unis",
    ),
    (
        "Téhéran nie depuis des années, contre toute évidence, armer les Houthis du Yémen.",
        "supported", "iran", "denied", "Iran",
    ),
    (
        "Le Rwanda, dont Kinshasa dénonce le soutien au M23, a rejeté mardi ces accusations.",
        "supported", "rwanda", "alleged", "RDC",
    ),
    (
        "Tripoli a accusé, mercredi, la Turquie de mentir et de fournir des drones à Khalifa Haftar.",
        "supported", "turquie", "alleged", "Libye",
    ),
    (
        "Des soldats sud-africains étaient recrutés dans le but de renverser le président Teodoro Obiang.",
        "overthrew", "afrique-du-sud", "planned", None,
    ),
    (
        "Les shebab ont lancé à Mogadiscio une offensive sans précédent pour renverser le président Sharif.",
        "overthrew", "al-shabaab", "planned", None,
    ),
    (
        "La présidence tchadienne a démenti que ses troupes aient franchi la frontière, après que l'armée "
        "soudanaise eut affirmé avoir repoussé une attaque tchadienne en territoire soudanais.",
        "attacked", "tchad", "asserted", "Soudan",
    ),
    (
        "La Turquie a exigé que ses alliés, Etats-Unis en tête, cessent tout soutien aux YPG.",
        "allied-with", "turquie", "asserted", "Turquie",
    ),
    (
        "Kinshasa et Kigali ont repoussé la signature, chaque camp accusant l'autre d'avoir violé la trêve.",
        "accused", "rwanda", "asserted", None,
    ),
    (
        "L'armée turque a bombardé Afrine, selon les Forces démocratiques syriennes, alors que Paris "
        "appelait Ankara à la retenue.",
        "demanded", "france", "asserted", None,
    ),
    (
        "Kigali a accusé Bujumbura d'abriter des rebelles. L'ONU enverra une mission sur ces accusations.",
        "accused", "rwanda", "asserted", None,
    ),
    (
        "La Russie a accusé jeudi les Etats-Unis d'être derrière l'attaque, ce que dément Kiev.",
        "accused", "russie", "asserted", None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "doer", "status", "source"), TOLD)
def test_told_by(
    claims: Claims, text: str, relation: str, doer: str, status: str, source: str | None
) -> None:
    told = [c for c in claims(text) if c.relation == relation and c.subject.id == doer]
    assert {c.status.value for c in told} == {status}
    assert {c.by[0] if c.by else None for c in told} == {source}


def test_a_clause_beside_a_denial_is_not_told_by_who_denies(claims: Claims) -> None:
    found = claims("Le Rwanda dément soutenir le M23, qui a pris Goma en janvier.")
    assert {c.by for c in found if c.relation == "attacked"} == {()}
