"""Peoples without a State stand for the group that fights or speaks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.lexicon.peoples import load_peoples, people_words
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.errors import DataError

FINDER = MentionFinder(actor_book(), name_words())


def meant(text: str, word: str) -> list[str]:
    return [m.entity.label for m in FINDER.find(text) if m.text.lower() == word]


def test_fighters_of_a_people_are_the_group_that_the_article_names() -> None:
    text = "Des combattants kurdes ont pris le village. Les YPG tiennent aussi la route."
    assert meant(text, "kurdes") == ["YPG"]


def test_the_group_right_behind_is_meant_whatever_else_is_named_before() -> None:
    assert meant("Les YPG se taisent. Ankara bombarde les Kurdes du PKK.", "kurdes") == ["PKK"]


def test_a_people_whose_groups_are_not_named_is_called_what_it_is_called() -> None:
    assert meant("L'armée a repris la colline aux forces de sécurité kurdes.", "kurdes") == ["forces kurdes"]


def test_a_people_of_a_country_is_not_its_state() -> None:
    found = FINDER.find("Ankara s'entend bien avec les Kurdes irakiens.")
    assert [m.entity.label for m in found] == ["Turquie", "forces kurdes"]


@pytest.mark.parametrize(
    "text",
    [
        "Une ville kurde est privée d'eau. Les YPG n'ont rien dit.",
        "Un photographe kurde expose à Lyon. Le PKK est cité.",
        "Des milliers de Kurdes ont défilé à Berlin pour le PKK.",
    ],
)
def test_towns_reporters_and_marchers_are_nobody_s_army(text: str) -> None:
    assert not [m for m in FINDER.find(text) if m.text.lower().startswith("kurde")]


def test_every_actor_of_a_people_is_known() -> None:
    book = actor_book()
    assert all(actor in book.actors for people in people_words().peoples for actor in people.actors)


def test_a_people_without_label_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "peoples.toml"
    path.write_text('[[peoples]]\nwords = ["kurde"]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"peoples\.toml"):
        load_peoples(path)
