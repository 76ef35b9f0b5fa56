"""One person under two names."""

import pytest

from tests.extract.conftest import Claims, stated

CALLED = [
    "Karim Bello, alias Abou Zeynab, a été tué mardi par l'armée malienne.",
    "Karim Bello (alias Abou Zeynab), un chef du JNIM, a été tué mardi par l'armée malienne.",
    "Karim Bello, de son nom de guerre Abou Zeynab, a été tué mardi par l'armée malienne.",
]


@pytest.mark.parametrize("text", CALLED)
def test_who_is_called_otherwise_is_one_person(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("mali", "new:karim-bello")}


def test_the_name_that_is_known_says_who_it_is(claims: Claims) -> None:
    text = "Abou Zeynab, alias Mokhtar Belmokhtar, a été tué mardi par l'armée malienne."
    assert stated(claims(text), "attacked") == {("mali", "mokhtar-belmokhtar")}


def test_two_persons_stay_two(claims: Claims) -> None:
    text = "Karim Bello, dont Abou Zeynab était proche, et Omar Traoré ont été tués par l'armée malienne."
    assert ("mali", "new:omar-traore") in stated(claims(text), "attacked")
