"""What somebody is accused of, by whom, and who of a list accuses."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

LISTS = [
    "Riyad, Bahreïn et l'Egypte, qui accusent Doha de financer des groupes armés, se retirent.",
    "L'Arabie saoudite, Bahreïn et l'Egypte, qui ont accusé le Qatar d'ingérence, l'ont isolé.",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_relative_clause_in_the_plural_is_said_of_the_whole_list(claims: Claims, text: str) -> None:
    expected = {(state, "qatar") for state in ("arabie-saoudite", "bahrein", "egypte")}
    assert stated(claims(text), "accused") == expected


def test_a_relative_clause_in_the_singular_is_said_of_the_last(claims: Claims) -> None:
    text = "Le Niger, le Togo et le Bénin, qui accuse le Burkina Faso de laxisme, se concertent."
    assert stated(claims(text), "accused") == {("benin", "burkina-faso")}


@pytest.mark.parametrize(
    ("text", "support", "accuser"),
    [
        ("L'ONU a épinglé l'Ouganda pour son appui au M23.", ("ouganda", "m23"), "ONU"),
        ("Khartoum, montré du doigt par N'Djamena pour son soutien à l'UFDD, se tait.",
         ("soudan", "ufdd"), "Tchad"),
        ("Mise en cause par Kiev pour avoir livré des missiles à la Russie, la Corée du Nord se tait.",
         ("coree-du-nord", "russie"), "Ukraine"),
        ("Le gouvernement érythréen, soupçonné par Washington d'armer les Shebab, se tait.",
         ("erythree", "al-shabaab"), "États-Unis"),
    ],
)  # fmt: skip
def test_what_one_is_accused_of_rests_on_who_accuses(
    claims: Claims, text: str, support: tuple[str, str], accuser: str
) -> None:
    found = [c for c in claims(text) if c.relation == "supported"]
    assert [(c.subject.id, c.object and c.object.id, c.status) for c in found] == [(*support, Status.ALLEGED)]
    assert accuser in found[0].by


@pytest.mark.parametrize(
    ("text", "relation", "pair"),
    [
        ("Le Togo a condamné l'agression de l'Ukraine par la Russie.", "attacked", ("russie", "ukraine")),
        ("Sanctionné par l'Union européenne pour son aide militaire à la Russie, l'Iran a protesté.",
         "supported", ("iran", "russie")),
        ("Critiqué par Washington pour ses livraisons d'armes à la Russie, Pyongyang a menacé de riposter.",
         "supported", ("coree-du-nord", "russie")),
    ],
)  # fmt: skip
def test_what_is_punished_or_condemned_is_no_mere_charge(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    found = [
        c for c in claims(text) if c.relation == relation and (c.subject.id, c.object and c.object.id) == pair
    ]
    assert [c.status for c in found] == [Status.ASSERTED]


def test_militias_of_a_country_are_not_its_state(claims: Claims) -> None:
    text = "Washington accuse l'Iran de fournir des drones aux milices chiites irakiennes."
    assert stated(claims(text), "supported") == set()


def test_il_before_a_personal_verb_is_somebody(claims: Claims) -> None:
    text = "Le Rwanda a fait savoir qu'il ne participerait pas au sommet de Luanda."
    (found,) = [c for c in claims(text) if c.relation == "hosted"]
    assert (found.subject.id, found.object and found.object.id) == ("angola", "rwanda")
    assert found.status is Status.NEGATED
