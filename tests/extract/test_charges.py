"""What somebody holds against others without a word for accusing."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims

HELD_AGAINST = [
    # under a verb of speech
    ("Le ministère soudanais affirme que le Tchad soutient les rebelles du Darfour.", "soudan", "tchad"),
    ("Bogota a assuré que Caracas avait violé sa frontière.", "colombie", "venezuela"),
    (
        "Le président Félix Tshisekedi a dit que Kigali était derrière l'offensive.",
        "felix-tshisekedi",
        "rwanda",
    ),
    ("Athènes a rappelé qu'Ankara n'a pas respecté l'accord.", "grece", "turquie"),
    ("Bakou soutient que l'attentat a été orchestré par l'Arménie.", "azerbaidjan", "armenie"),
    ("Riyad estime que l'Iran porte la responsabilité de la guerre.", "arabie-saoudite", "iran"),
    # in quotation marks, and with «selon»
    ("«Le Pakistan héberge des terroristes», a déclaré New Delhi.", "inde", "pakistan"),
    ("Selon Kinshasa, le Rwanda fournit des armes aux rebelles.", "rdc", "rwanda"),
    ("D'après l'ONU, le M23 a commis des massacres.", "onu", "m23"),
    # speech that blames whatever it reports
    ("«La Turquie a bombardé nos villages», a dénoncé Damas.", "syrie", "turquie"),
    ("Le Maroc déplore que l'Algérie ait fermé sa frontière.", "maroc", "algerie"),
]


@pytest.mark.parametrize(("text", "accuser", "accused"), HELD_AGAINST, ids=[t for t, _, _ in HELD_AGAINST])
def test_a_charge_is_an_accusation(claims: Claims, text: str, accuser: str, accused: str) -> None:
    found = [c for c in claims(text) if c.relation == "accused"]
    assert [(c.subject.id, c.object and c.object.id) for c in found] == [(accuser, accused)]
    assert found[0].status is Status.ASSERTED
    assert found[0].by == ()


NO_CHARGE = [
    "Le Kenya affirme que l'Ouganda soutient la paix.",
    "Le Tchad a violé la frontière du Soudan.",
    "Berlin assure que Moscou n'a pas violé la trêve.",
    "Le Caire nie que l'Éthiopie ait violé l'accord.",
    "Le Mali affirme avoir violé la trêve malgré la France.",
    "Selon Accra, le Togo pourrait violer la trêve.",
    "La Somalie a annoncé une offensive contre les shebab, que l'Éthiopie a trahis.",
]


@pytest.mark.parametrize("text", NO_CHARGE)
def test_what_is_no_charge(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "accused"]


def test_who_quotes_itself_is_nobodys_source(claims: Claims) -> None:
    found = claims("«L'Algérie condamne cette intervention de la France», a déclaré Alger.")
    assert [c.by for c in found if c.relation == "accused"] == [()]
