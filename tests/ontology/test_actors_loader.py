"""A mistake in an actor file is refused with the file and the line it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.errors import DataError

GOOD = """\
actors:
  - {id: mali, type: State, iso: ML}
  - {id: aes, type: Organisation, label: AES}
  - id: assimi-goita
    type: Person
    gender: m
    label: Assimi Goïta
    aka: [Goïta]
    facts:
      - {relation: holds-office, object: mali, when: 2021-05-24/.., role: chef de l'État, source: JO}
"""


def write(folder: Path, text: str, name: str = "actors.yaml") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def broken(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_right_file_is_read(tmp_path: Path) -> None:
    book = load_actors(write(tmp_path, GOOD))
    assert [a.id for a in book] == ["mali", "aes", "assimi-goita"]
    assert book["mali"].label.en == "Mali"
    assert [a.id for a in book.find("goita")] == ["assimi-goita"]
    (fact,) = book.facts
    assert (fact.subject, fact.object, fact.role) == ("assimi-goita", "mali", "chef de l'État")
    assert fact.when is not None
    assert fact.when.edtf == "2021-05-24/.."
    assert fact.place.line == 10


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (broken("gender: m", "sex: m"), 4, "unknown keys: sex"),
        (broken("type: Person", "type: Human"), 4, "unknown type"),
        (broken("gender: m", "gender: x"), 4, "gender is m or f"),
        (broken("id: assimi-goita", "id: Assimi Goïta"), 4, "is no id"),
        (broken("    label: Assimi Goïta\n", ""), 4, "no French label"),
        (broken("aka: [Goïta]", "aka: Goïta"), 4, "aka is a list"),
        (broken("aka: [Goïta]", "aka: [[Goïta]]"), 4, "aka is a list of texts"),
        (broken("iso: ML", "iso: M1"), 2, "is no ISO 3166"),
        (broken("label: AES", "label: AES, wikidata: 42"), 3, "is no Wikidata id"),
        (broken("label: AES", "label: {fr: AES, de: AES}"), 3, "unknown languages"),
        (broken("label: AES", "label: AES, names: [1, [2]]"), 3, "names is not right"),
        (broken("label: AES", "label: AES, state: malii"), 3, "there is no State «malii»"),
        (broken("label: AES", "label: AES, state: assimi-goita"), 3, "there is no State «assimi-goita»"),
        (broken("id: aes", "id: mali"), 3, "used twice"),
        (broken("holds-office", "rules"), 10, "«rules» is no relation"),
        (broken("object: mali", "object: malii"), 10, "there is no actor «malii»"),
        (broken("object: mali", "whom: mali"), 10, "unknown keys in a fact: whom"),
        (broken("2021-05-24/..", "May 2021"), 10, "«May 2021» is no date"),
        (broken("2021-05-24/..", "2021-05-24/2020"), 10, "ends before it begins"),
        (broken(", source: JO", ""), 10, "names its source"),
        (broken(", source: JO", ", source: JO, announced: 2021-05"), 10, "«2021-05» is no day"),
        (broken(", source: JO", ", source: JO, announced: 2021-05-20"), 10, "an exit is announced before"),
        (broken("holds-office", "member-of"), 10, "not allowed between their types"),
        (broken("gender: m", "gender: m\n    gender: m"), 7, "stands twice"),
        (broken("aka: [Goïta]", "aka: [Goïta"), 9, "no YAML"),
        ("mali: State\n", 1, "holds one list"),
        ("actors: mali\n", 1, "holds one list"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(DataError) as caught:
        load_actors(file)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{file}:{line}: ")


def test_an_actor_that_is_only_a_text_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, "actors:\n  - mali\n")
    with pytest.raises(DataError, match="«mali» is no actor") as caught:
        load_actors(file)
    assert str(file) in str(caught.value)


def test_an_id_may_not_return_in_another_file(tmp_path: Path) -> None:
    first = write(tmp_path, "actors:\n  - {id: mali, type: State, iso: ML}\n", "a.yaml")
    second = write(tmp_path, "actors:\n\n  - {id: mali, type: State, iso: ML}\n", "b.yaml")
    with pytest.raises(DataError) as caught:
        load_actors(tmp_path)
    assert str(caught.value).startswith(f"{second}:3: ")
    assert f"first at {first}:2" in str(caught.value)


def test_a_fact_may_name_an_actor_of_another_file(tmp_path: Path) -> None:
    write(tmp_path, "actors:\n  - {id: mali, type: State, iso: ML}\n", "z.yaml")
    fact = "{relation: member-of, subject: mali, when: 2023-09-16/.., source: Charte}"
    write(tmp_path, f"actors:\n  - {{id: aes, type: Organisation, label: AES, facts: [{fact}]}}\n", "a.yaml")
    (loaded,) = load_actors(tmp_path).facts
    assert (loaded.subject, loaded.object) == ("mali", "aes")


def test_dates_and_country_codes_stay_text(tmp_path: Path) -> None:
    text = "actors:\n  - {id: norvege, type: State, iso: NO}\n  - {id: aes, type: Organisation, label: AES, "
    file = write(
        tmp_path, text + "facts: [{relation: created, subject: aes, when: 2023-09-16, source: Charte}]}\n"
    )
    book = load_actors(file)
    assert book["norvege"].label.fr == "Norvège"
    assert book.facts[0].when is not None
    assert book.facts[0].when.edtf == "2023-09-16"


def test_towns_of_a_state_are_places_that_count_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, "towns:\n  - {state: mali, names: [Kolokani, [Yorosso, Yoroso]]}\n", "towns.yaml")
    book = load_actors(tmp_path)
    (town,) = book.find("Yoroso")
    assert (town.type.value, town.state, town.label.fr) == ("Place", "mali", "Yorosso (Mali)")
    assert town.ambiguous == ("Yorosso", "Yoroso")
    assert town.place.line == 2


@pytest.mark.parametrize(
    "row", ["{state: peru, names: [Ica]}", "{state: mali}", "{state: mali, names: [{}]}"]
)
def test_towns_without_state_or_name_are_refused(tmp_path: Path, row: str) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, f"towns:\n  - {row}\n", "towns.yaml")
    with pytest.raises(DataError) as refused:
        load_actors(tmp_path)
    assert str(refused.value.where).endswith("towns.yaml:2")
