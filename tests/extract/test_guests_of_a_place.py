"""Who is a guest where: both sides of what is held there, a roll call told later, who speaks from there."""

import pytest

from sahelgraph.tests.extract.conftest import Claims


def hosted(claims: Claims, text: str) -> set[tuple[str, str]]:
    found = claims(text, date="2024-06-12")
    return {(c.subject.label, c.object.label) for c in found if c.relation == "hosted" and c.object}


@pytest.mark.parametrize(
    ("text", "host", "guests"),
    [
        (
            "En mars, Ansar Dine et le MNLA avaient déjà signé à Lomé un cessez-le-feu.",
            "Togo",
            {"Ansar Dine", "MNLA"},
        ),
        (
            "Le président sud-soudanais Salva Kiir et son rival Riek Machar se sont vus à Kampala.",
            "Ouganda",
            {"Salva Kiir", "Riek Machar"},
        ),
        (
            "Les ministres grec et turc de la Défense se sont serré la main à Lisbonne.",
            "Portugal",
            {"Grèce", "Turquie"},
        ),
        (
            "Une villa de la capitale ghanéenne abritait les discussions entre le Togo et le Bénin.",
            "Ghana",
            {"Togo", "Bénin"},
        ),
        ("Nairobi a réuni jeudi les chefs d'état-major de la Cédéao.", "Kenya", {"CEDEAO"}),
        ("Le ministre malien de la Défense a pris part à Lomé à un forum.", "Togo", {"Mali"}),
    ],
)
def test_all_sides_of_a_meeting_are_guests(claims: Claims, text: str, host: str, guests: set[str]) -> None:
    assert {guest for by, guest in hosted(claims, text) if by == host} == guests


@pytest.mark.parametrize(
    "behind",
    [
        "Étaient également présents le Tchadien Idriss Déby et le Camerounais Paul Biya.",
        "Le Tchadien Idriss Déby et le Camerounais Paul Biya étaient présents.",
        "Le Tchadien Idriss Déby et le Camerounais Paul Biya ont pris part au sommet.",
    ],
)
def test_a_roll_call_is_of_the_meeting_told_last(claims: Claims, behind: str) -> None:
    found = hosted(claims, f"Un sommet s'est ouvert lundi à Libreville. {behind}")
    assert found == {("Gabon", "Idriss Déby Itno"), ("Gabon", "Paul Biya")}


def test_those_present_in_a_land_are_no_guests_of_the_meeting_told_last(claims: Claims) -> None:
    text = "Un sommet s'est ouvert lundi à Libreville. L'AQMI est toujours présente dans le nord du Mali."
    assert not hosted(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "Depuis Ankara, le président nigérien Mohamed Bazoum a appelé à la retenue.",
        "Le président nigérien Mohamed Bazoum a lancé depuis Ankara un appel à ses alliés.",
        "A Ankara, le président nigérien Mohamed Bazoum a salué ses partenaires.",
    ],
)
def test_who_speaks_from_a_city_abroad_is_there(claims: Claims, text: str) -> None:
    assert hosted(claims, text) == {("Turquie", "Mohamed Bazoum")}


@pytest.mark.parametrize(
    "text",
    [
        "A Niamey, le président nigérien Mohamed Bazoum a salué ses partenaires.",
        "«A Ankara, tout est en ordre», a assuré le président nigérien Mohamed Bazoum.",
        "Les présidents russe et turc préparent un sommet consacré à la Syrie.",
        "La Russie a transféré des blindés en Biélorussie.",
    ],
)
def test_no_guest(claims: Claims, text: str) -> None:
    assert not hosted(claims, text)


def test_a_person_brought_abroad_is_there(claims: Claims) -> None:
    text = "Le président nigérien Mohamed Bazoum est hospitalisé à Rabat."
    assert hosted(claims, text) == {("Maroc", "Mohamed Bazoum")}


def test_a_state_visit_is_where_it_goes(claims: Claims) -> None:
    text = "Le président nigérien Mohamed Bazoum a achevé vendredi une visite d'État en Serbie."
    assert hosted(claims, text) == {("Serbie", "Mohamed Bazoum")}


def test_a_participle_may_be_the_first_word(claims: Claims) -> None:
    assert not hosted(claims, "Exilé au Ghana, un ancien ministre a été arrêté.")


def test_a_journey_goes_on(claims: Claims) -> None:
    text = "Le président nigérien Mohamed Bazoum s'est rendu lundi à Rabat, puis mardi à Ankara."
    assert hosted(claims, text) == {("Maroc", "Mohamed Bazoum"), ("Turquie", "Mohamed Bazoum")}


def test_a_ceremony_is_where_the_agreement_was_signed(claims: Claims) -> None:
    text = (
        "Le MNLA et le HCUA ont signé un accord à Lomé. La cérémonie s'est déroulée en présence du président "
        "nigérien Mohamed Bazoum."
    )
    assert ("Togo", "Mohamed Bazoum") in hosted(claims, text)


@pytest.mark.parametrize(
    ("turn", "status"),
    [
        ("n'a pas pu se rendre à Rabat", "negated"),
        ("n'a finalement pas pu effectuer sa visite à Rabat", "negated"),
        ("a pu se rendre à Rabat", "asserted"),
    ],
)
def test_who_could_not_come_was_not_there(claims: Claims, turn: str, status: str) -> None:
    found = claims(f"Le président nigérien Mohamed Bazoum {turn}.", date="2024-06-12")
    assert {c.status.value for c in found if c.relation == "hosted"} == {status}
