"""The places: which State they lie in, which lie in none, and that their names are theirs alone."""

from pathlib import Path

import pytest

from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ACTORS_FOLDER, Actor, ActorBook
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import name_key

ACROSS_BORDERS = "regions-et-mers.yaml"


@pytest.fixture(scope="module")
def book() -> ActorBook:
    return load_actors(ACTORS_FOLDER)


@pytest.fixture(scope="module")
def places(book: ActorBook) -> list[Actor]:
    return [a for a in book if file_of(a).parent.name == "places"]


def file_of(actor: Actor) -> Path:
    return Path(str(actor.place.file))


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Tin Zaouatine", "mali"),
        ("Aguel'hoc", "mali"),
        ("N'Guigmi", "niger"),
        ("Tillabéry", "niger"),
        ("Djibo", "burkina-faso"),
        ("Pau", "france"),
        ("La Haye", "pays-bas"),
        ("bande de Gaza", "palestine"),
        ("Lougansk", "ukraine"),
        ("région des trois frontières", None),
        ("bande sahélo-saharienne", None),
        ("Corne de l'Afrique", None),
        ("passe de Salvador", None),
    ],
)
def test_a_place_lies_in_its_state_or_in_none(book: ActorBook, name: str, state: str | None) -> None:
    assert [a.state for a in book.find(name) if a.type is ActorType.PLACE] == [state]


def test_only_regions_across_borders_and_seas_have_no_state(places: list[Actor]) -> None:
    assert {a.id for a in places if a.type is not ActorType.PLACE} == set()
    assert {file_of(a).name for a in places if not a.state} == {ACROSS_BORDERS}
    assert [a.id for a in places if a.state and file_of(a).name == ACROSS_BORDERS] == []


def test_a_sure_name_of_a_place_names_nothing_else(book: ActorBook, places: list[Actor]) -> None:
    owners: dict[str, set[str]] = {}
    for actor in book:
        for name in (*actor.names, *actor.capitals, *actor.bodies):
            owners.setdefault(name_key(name), set()).add(actor.id)
    shared = {n: owners[name_key(n)] for a in places for n in a.names if len(owners[name_key(n)]) > 1}
    assert shared == {}


def test_an_ambiguous_name_says_what_confirms_it(places: list[Actor]) -> None:
    assert [a.id for a in places if bool(a.ambiguous) != bool(a.hints)] == []


def test_no_name_of_a_place_is_both_sure_and_ambiguous(places: list[Actor]) -> None:
    assert [a.id for a in places if set(map(name_key, a.names)) & set(map(name_key, a.ambiguous))] == []


def test_a_town_that_its_state_makes_sure_is_called_like_nothing_that_is_sure(book: ActorBook) -> None:
    sure = {name_key(n) for a in book for n in (*a.names, *a.capitals, *a.bodies, *a.demonyms)}
    towns = [a for a in book if file_of(a).name == "villes.yaml"]
    assert towns
    assert [a.id for a in towns if sure & set(map(name_key, a.ambiguous))] == []
