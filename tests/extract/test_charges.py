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
    ("Pour Alger, le Maroc porte la responsabilité de la rupture.", "algerie", "maroc"),
    ("«Ce sont les soldats nigériens qui ont violé la trêve», assure le Mali.", "mali", "niger"),
    # speech that blames whatever it reports
    ("«La Turquie a bombardé nos villages», a dénoncé Damas.", "syrie", "turquie"),
    ("«Le Kenya a violé notre frontière», s'est indigné le gouvernement somalien.", "somalie", "kenya"),
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


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        # called terrorists: in an apposition, and where the sentence opens with it
        ("Le ministre a cité le PKK, organisation considérée comme terroriste par Ankara.", "turquie", "pkk"),
        ("Classé terroriste par Israël et l'Égypte, le Hamas a réagi.", "israel", "hamas"),
        # who accuses stands behind «selon», or has written the report
        (
            "Le groupe Wagner est accusé de crimes de guerre dans un rapport de Human Rights Watch.",
            "human-rights-watch",
            "wagner",
        ),
        ("Selon Washington, le Rwanda est soupçonné d'armer le M23.", "etats-unis", "rwanda"),
        # in a relative clause, of an act in quotation marks, and of the coup told before
        (
            "Le Soudan a rompu avec le Tchad, qu'il accuse d'avoir armé des rebelles.",
            "soudan",
            "tchad",
        ),
        ("Kiev a dénoncé «l'agression» menée par la Russie.", "ukraine", "russie"),
        (
            "Le président Alpha Condé a été renversé dimanche. L'Union africaine a condamné le coup d'État.",
            "union-africaine",
            "guinee",
        ),
    ],
)
def test_who_accuses_whom(claims: Claims, text: str, accuser: str, accused: str) -> None:
    found = {(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == "accused"}
    assert (accuser, accused) in found
    assert accuser not in {o for _, o in found}


@pytest.mark.parametrize(
    "text",
    [
        "Les Maliens contestent l'accord d'Alger.",
        "Le Kenya a protesté après le but inscrit par l'Ouganda.",
        "Le Mali a attribué un contrat à une société russe.",
        "Guillaume Soro a été condamné à vingt ans de prison par la justice ivoirienne.",
    ],
)
def test_who_is_not_accused(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "accused"]


def test_what_one_is_blamed_for_is_ones_own_doing(claims: Claims) -> None:
    found = claims("L'Ouganda accuse le Rwanda de trahison pour avoir soutenu le M23.")
    assert [(c.subject.id, c.object and c.object.id) for c in found if c.relation == "supported"] == [
        ("rwanda", "m23")
    ]


def test_a_source_in_a_relative_clause_speaks_for_that_clause_only(claims: Claims) -> None:
    found = claims("Le Rwanda accuse Kinshasa d'un massacre qui, selon l'ONU, a été commis par le M23.")
    assert [c.by for c in found if c.relation == "accused" and c.subject.id == "rwanda"] == [()]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Boko Haram a tué deux Camerounais, a appris l'agence du général Jean Mbida.", "Jean Mbida"),
        (
            "L'embuscade contre l'armée malienne a été revendiquée dans un texte par le JNIM.",
            "JNIM",
        ),
    ],
)
def test_who_told_or_claimed_it_is_the_source(claims: Claims, text: str, source: str) -> None:
    assert {c.by[0] for c in claims(text) if c.relation == "attacked"} == {source}
