"""The actor files are read once, kept, and read again when anything changed or went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sahelgraph.ontology.actor_cache import cached_book
from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ACTORS_FOLDER, ActorBook
from sahelgraph.ontology.errors import DataError

ACTORS = """
actors:
  - {id: mali, type: State, iso: ML, capital: [Bamako], demonyms: [malien]}
  - id: aes
    type: Organisation
    label: {fr: Alliance des États du Sahel, en: Alliance of Sahel States}
    names: [AES]
    facts:
      - {relation: member-of, subject: mali, when: 2023-09-16/.., source: Charte}
      - {relation: left, subject: mali, when: 2030-01, announced: 2029-01-31, source: Communiqué}
"""
Load = Callable[[Path], ActorBook]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    actors = tmp_path / "actors" / "west"
    actors.mkdir(parents=True)
    (actors / "some.yaml").write_text(ACTORS, "utf-8")
    return actors.parent


@pytest.fixture
def load(folder: Path) -> tuple[Load, list[Path]]:
    """The loader, and the list of its calls."""
    calls: list[Path] = []

    def counted(path: Path) -> ActorBook:
        calls.append(path)
        return load_actors(path)

    return counted, calls


def test_the_files_are_read_once(folder: Path, load: tuple[Load, list[Path]]) -> None:
    loader, calls = load
    first, second = cached_book(folder, loader), cached_book(folder, loader)
    assert first == second == load_actors(folder)
    assert calls == [folder]


def test_a_change_is_seen(folder: Path, load: tuple[Load, list[Path]]) -> None:
    cached_book(folder, load[0])
    (folder / "more.yaml").write_text("actors:\n  - {id: niger, type: State, iso: NE}\n", "utf-8")
    assert "niger" in cached_book(folder, load[0])
    assert len(load[1]) == 2


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"key": 1}', "cut"])
def test_a_damaged_cache_is_made_anew(
    folder: Path, tmp_path: Path, load: tuple[Load, list[Path]], damaged: str
) -> None:
    book = cached_book(folder, load[0])
    (file,) = (tmp_path / "cache").rglob("*.json")
    whole = file.read_text("utf-8")
    file.write_text(whole.replace('"mali"', '"?"', 1)[:-40] if damaged == "cut" else damaged, "utf-8")
    assert cached_book(folder, load[0]) == book
    assert file.read_text("utf-8") == whole
    assert len(load[1]) == 2


def test_a_cache_that_is_whole_but_holds_other_things_is_made_anew(
    folder: Path, tmp_path: Path, load: tuple[Load, list[Path]]
) -> None:
    book = cached_book(folder, load[0])
    (file,) = (tmp_path / "cache").rglob("*.json")
    file.write_text(file.read_text("utf-8").replace('"2023-09-16/.."', '"soon"'), "utf-8")
    assert cached_book(folder, load[0]) == book


def test_nothing_is_kept_where_nothing_can_be_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: tuple[Load, list[Path]]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cached_book(folder, load[0]) == cached_book(folder, load[0])
    assert len(load[1]) == 2


def test_mistakes_are_told_and_not_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "west" / "some.yaml").write_text("actors: mali\n", "utf-8")
    with pytest.raises(DataError, match="holds one list"):
        cached_book(folder, load_actors)
    assert not [*tmp_path.rglob("*.json")]


def test_all_actors_come_back_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    book = cached_book(ACTORS_FOLDER, load_actors)
    assert cached_book(ACTORS_FOLDER, load_actors) == book
