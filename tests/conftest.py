"""What all tests share: where the measuring articles are, and how hypothesis searches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from sahelgraph.extract.pipeline import Extractor

ROOT = Path(__file__).parent.parent

settings.register_profile("sahelgraph", deadline=None, derandomize=True)
settings.load_profile("sahelgraph")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and gold that lies beside a checkout of the project, and is no part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here: its articles cannot be measured")
    return folder


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The one extractor of all tests that need one: loading the language model takes seconds."""
    from sahelgraph.extract.pipeline import Extractor

    return Extractor()
