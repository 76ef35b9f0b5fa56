"""What all tests share: where the measuring articles are, and how hypothesis searches."""

from pathlib import Path

import pytest
from hypothesis import settings

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
