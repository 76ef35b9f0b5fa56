"""The relations as data, and mistakes in them named with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.relations import load_relations, relations

GOOD = """# a comment
[accused]
label = { fr = "a accusé", en = "accused" }
inverse = { fr = "a été accusé par", en = "was accused by" }
domain = ["State"]
range = ["State", "Person"]
kind = "event"
group = "conflict"
"""
STATE, PERSON, GROUP = ActorType.STATE, ActorType.PERSON, ActorType.ARMED_GROUP


RELATIONS = """
    member-of holds-office founded created dissolved left suspended split-from succeeded
    affiliated-with based-in attacked overthrew abducted detained released accused threatened
    sanctioned demanded hosted met-with signed-with allied-with supported deployed-in withdrew-from
"""


def test_the_set_of_relations_is_closed() -> None:
    assert set(relations()) == set(RELATIONS.split())


def test_only_what_comes_and_goes_has_no_object() -> None:
    assert {r.id for r in relations().values() if not r.has_object} == {"created", "dissolved"}


def test_symmetric_relations_read_alike_both_ways() -> None:
    symmetric = {r.id for r in relations().values() if r.symmetric}
    assert symmetric == {"met-with", "signed-with", "allied-with"}
    for relation in symmetric:
        assert relations()[relation].label == relations()[relation].inverse
        assert relations()[relation].domain == relations()[relation].range


def test_places_are_only_where_something_is() -> None:
    places = {r.id for r in relations().values() if ActorType.PLACE in r.range}
    assert {"based-in", "deployed-in", "withdrew-from"} <= places
    assert all(ActorType.PLACE not in r.domain for r in relations().values())


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "allowed"),
    [
        ("attacked", GROUP, STATE, True),
        ("holds-office", PERSON, STATE, True),
        ("holds-office", PERSON, PERSON, False),
        ("created", GROUP, None, True),
        ("created", GROUP, STATE, False),
        ("attacked", GROUP, None, False),
        ("hosted", PERSON, STATE, False),
    ],
)
def test_types_of_subject_and_object(
    relation: str, subject: ActorType, object_: ActorType | None, allowed: bool
) -> None:
    assert relations()[relation].allows(subject, object_) is allowed


def test_labels_in_both_languages() -> None:
    label = relations()["accused"].label
    assert (label.in_language("fr"), label.in_language("en")) == ("a accusé", "accused")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", None),
        ('kind = "event"', 'kind = "thing"', "kind"),
        ('group = "conflict"', 'group = "war"', "group"),
        ('domain = ["State"]', 'domain = ["Country"]', "Country"),
        ('kind = "event"', 'kind = "event"\ncolour = "red"', "colour"),
        ('label = { fr = "a accusé", en = "accused" }', "", "label"),
        ('label = { fr = "a accusé", en = "accused" }', 'label = { fr = "a accusé" }', "not right"),
    ],
)
def test_mistakes_are_named_with_file_and_line(tmp_path: Path, old: str, new: str, said: str | None) -> None:
    file = tmp_path / "relations.toml"
    file.write_text(GOOD.replace(old, new), "utf-8")
    if said is None:
        assert load_relations(file)["accused"].kind == "event"
        return
    with pytest.raises(DataError, match=said) as error:
        load_relations(file)
    assert str(error.value).startswith(f"{file}:2: ")


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text("[accused")
    with pytest.raises(DataError, match=r"r\.toml.*no TOML"):
        load_relations(tmp_path / "r.toml")
