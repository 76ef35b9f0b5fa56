"""Who was at a meeting that a relative clause tells of, and truces that hold where nobody met."""

import pytest

from tests.extract.conftest import Claims, stated


def test_who_a_relative_clause_says_to_take_part(claims: Claims) -> None:
    text = "La Cédéao salue les pourparlers qui se tenaient avec le MNLA à Lomé."
    assert ("togo", "mnla") in stated(claims(text), "hosted")


@pytest.mark.parametrize(
    "text",
    ["Le Hezbollah signe un cessez-le-feu au sud du Liban.", "Le MNLA a conclu une trêve au Mali."],
)
def test_a_truce_is_not_signed_where_it_holds(claims: Claims, text: str) -> None:
    assert stated(claims(text), "hosted") == set()


def test_a_truce_is_signed_in_a_city(claims: Claims) -> None:
    text = "Le MNLA et le Mali ont signé lundi une trêve à Niamey."
    assert stated(claims(text), "hosted") == {("niger", "mnla"), ("niger", "mali")}
