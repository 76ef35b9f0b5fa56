"""Extraction does not get worse: no figure of an annotated set falls under its floor."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.tests.quality import measuring
from sahelgraph.tests.quality.measuring import SETS, AnnotatedSet, measure, raised, read_floors, write_floors

FIGURES = st.dictionaries(
    st.sampled_from(["f1", "precision", "when", "f1 left"]), st.integers(0, 1000).map(lambda n: n / 1000)
)


@pytest.mark.parametrize("annotated", SETS, ids=lambda annotated: annotated.name)
def test_no_figure_is_under_its_floor(annotated: AnnotatedSet, shared: Path, extractor: Extractor) -> None:
    if not annotated.articles.is_dir():
        pytest.skip(f"the {annotated.name} articles are not here")
    measured = measure(annotated, extractor)
    low = {
        name: f"{measured.get(name, 0)} < {floor}"
        for name, floor in read_floors()[annotated.name].items()
        if measured.get(name, 0) < floor
    }
    assert not low


@given(FIGURES, FIGURES)
def test_floors_are_only_raised(floors: measuring.Figures, measured: measuring.Figures) -> None:
    new = raised(floors, measured)
    assert set(new) == set(floors) | set(measured)
    assert all(new[name] >= floor for name, floor in floors.items())
    assert all(new[name] <= max(value, floors.get(name, 0)) for name, value in measured.items())


@given(FIGURES)
def test_floors_are_read_as_written(figures: measuring.Figures) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(measuring, "FLOORS_FILE", Path(folder) / "floors.toml")
        write_floors({"a": figures, "b": {}})
        assert read_floors() == {"a": figures, "b": {}}


def test_every_set_has_floors() -> None:
    assert set(read_floors()) == {annotated.name for annotated in SETS}
