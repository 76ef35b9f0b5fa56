"""The word sets of the modules: what each reads is in the file, and what is in the file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahelgraph.extract.lexicon.words import WordSets, word_sets
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.ontology.errors import DataError


def test_every_list_is_read(extractor: Extractor) -> None:
    word_sets().check_all_read()


def test_a_list_that_lacks_is_named_with_its_file(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[holding]\nhands = ["mains"]\n', "utf-8")
    sets = WordSets(file)
    assert sets.words("holding", "hands") == {"mains"}
    with pytest.raises(DataError, match=r"\[holding\] needs a list «bastions»"):
        sets.words("holding", "bastions")


def test_a_list_that_nobody_reads_is_named(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[holding]\nhands = ["mains"]\nheads = ["têtes"]\n', "utf-8")
    sets = WordSets(file)
    sets.words("holding", "hands")
    with pytest.raises(DataError, match="heads"):
        sets.check_all_read()
