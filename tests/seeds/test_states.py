"""The States by the names that the press gives them."""

import re
from collections import Counter

import pytest
from babel import Locale

from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ACTORS_FOLDER, ActorBook
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import name_key

AFRICA = re.findall(
    r"\w\w",
    "DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU "
    "MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW EH",
)


@pytest.fixture(scope="module")
def states() -> ActorBook:
    return load_actors(ACTORS_FOLDER / "states")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("RDC", "rdc"),
        ("République démocratique du Congo", "rdc"),
        ("Congo-Kinshasa", "rdc"),
        ("la Côte d’Ivoire", "cote-d-ivoire"),
        ("Ivory Coast", "cote-d-ivoire"),
        ("Etats Unis", "etats-unis"),
        ("U.S.A.", "etats-unis"),
        ("Nigéria", "nigeria"),
        ("Centrafrique", "republique-centrafricaine"),
        ("Ouaga", "burkina-faso"),
        ("Alger", "algerie"),
        ("Pékin", "chine"),
        ("Quai d'Orsay", "france"),
        ("FAMa", "mali"),
    ],
)
def test_the_names_of_the_press_find_the_state(states: ActorBook, name: str, state: str) -> None:
    assert [a.id for a in states.find(name)] == [state]


@pytest.mark.parametrize(
    ("adjective", "holders"),
    [
        ("nigérienne", {"niger"}),
        ("nigériane", {"nigeria"}),
        ("burkinabés", {"burkina-faso"}),
        ("burkinabè", {"burkina-faso"}),
        ("turques", {"turquie"}),
        ("bissau-guinéen", {"guinee-bissau"}),
        ("congolaises", {"congo", "rdc"}),
    ],
)
def test_an_adjective_belongs_to_its_states(states: ActorBook, adjective: str, holders: set[str]) -> None:
    assert {a.id for a in states if adjective in a.demonyms} == holders


def test_no_two_states_share_an_unambiguous_name(states: ActorBook) -> None:
    owners = Counter(key for a in states for key in {name_key(n) for n in (*a.names, *a.capitals, *a.bodies)})
    assert [name for name, count in owners.items() if count > 1] == []


def test_every_state_of_africa_is_there(states: ActorBook) -> None:
    french = Locale("fr").territories
    assert [code for code in AFRICA if not states.find(french[code])] == []


def test_all_but_the_namesakes_are_states(states: ActorBook) -> None:
    assert {a.place.file.name for a in states if a.type is not ActorType.STATE} == {"namesakes.yaml"}  # type: ignore[union-attr]
