"""Sessions on the terminal, as files that show them: `tests/golden/*/session.md` and README.md itself.

In a block marked `console`, each line `$ …` is run in a copy of the session's folder, and what follows
is what it must print (standard output and error, then an exit code that is not 0). A line of … stands
for any lines. The sessions make do with the actor files of tests/data, for speed; the README's has all
of them, and as its answers follow every change of the extraction, only their first lines must hold.

`UPDATE_GOLDEN=1 make test` writes what is printed now: read the difference before committing it."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sahelgraph.cli import app
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.ontology.actor_files import load_actors

ROOT = Path(__file__).parent.parent
SESSIONS = [ROOT / "README.md", *sorted((ROOT / "tests" / "golden").glob("*/session.md"))]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"sahelgraph [^|;&<>$`]*")
ANYTHING = "…\n"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def play(command: str, folder: Path) -> str:
    """What a command prints: run in this process where it is one of ours and no more, for speed, else by
    the shell, with the program of this environment first on its path."""
    if PLAIN.fullmatch(command):
        with contextlib.chdir(folder):
            result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
        printed, code = result.output, result.exit_code
    else:
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=os.environ | {"PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed, code = done.stdout, done.returncode
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    return "".join(f"{line}\n" for line in [*lines, *([f"exit code {code}"] if code else [])])


def replay(block: str, folder: Path, same: Callable[[str, str], bool]) -> str:
    """The block with what its commands print now, where that is not the same."""
    played = ""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        command, _, expected = part.partition("\n")
        if command.startswith("$ "):
            printed = play(command[2:], folder)
            played += f"{command}\n{expected if same(expected, printed) else printed}"
        else:
            played += part
    return played


def fits(expected: str, printed: str) -> bool:
    return bool(re.fullmatch(re.escape(expected).replace(re.escape(ANYTHING), "(?:.*\n)*"), printed))


def begins_alike(expected: str, printed: str) -> bool:
    first, other = (text.partition("\n")[0].split() for text in (expected, printed))
    return "exit code" not in printed and (first == other or first == [ANYTHING.strip()])


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_session_prints_what_it_shows(
    session: Path, extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sahelgraph.extract.pipeline.Extractor", lambda *_, **__: extractor)
    monkeypatch.delenv("SAHELGRAPH_STORE", raising=False)
    if session.parent == ROOT:
        (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    else:
        shutil.copytree(session.parent, tmp_path, dirs_exist_ok=True)
        book = load_actors(ROOT / "tests" / "data" / "actors.yaml")
        monkeypatch.setattr("sahelgraph.ontology.actors.actor_book", lambda: book)
    shown = session.read_text("utf-8")
    same = begins_alike if session.parent == ROOT and not UPDATE else fits
    played = BLOCK.sub(lambda match: replay(match[0], tmp_path, same), shown)
    if played != shown and UPDATE:
        session.write_text(played, "utf-8")
    assert played == shown
