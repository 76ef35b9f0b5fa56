"""Sessions on the terminal, as files that show them: `tests/golden/*/session.md` and README.md itself.

In a block marked `console`, each line `$ …` is run by the shell, in a copy of the session's folder, and
what follows is what it must print (standard output and error). A line of … stands for any lines.
`UPDATE_GOLDEN=1 make test` writes what is printed now into blocks without such a line: read the
difference before committing it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SESSIONS = [ROOT / "README.md", *sorted((ROOT / "tests" / "golden").glob("*/session.md"))]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
ANYTHING = "…\n"


def play(command: str, folder: Path) -> str:
    """What a command prints, with the program of this environment first on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAHELGRAPH")} | {"PATH": path}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines() if line.strip())


def replay(block: str, folder: Path) -> str:
    """The block with what its commands print now, as far as the block wants it told."""
    played = ""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if part.startswith("$ "):
            first, _, expected = part.partition("\n")
            printed = play(first[2:], folder)
            pattern = re.escape(expected).replace(re.escape(ANYTHING), "(?:.*\n)*")
            same = re.fullmatch(pattern, printed)
            played += f"{first}\n{expected if same else printed}"
        else:
            played += part
    return played


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.parent.name + "/" + path.name)
def test_a_session_prints_what_it_shows(session: Path, tmp_path: Path) -> None:
    if session.parent == ROOT:
        (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    else:
        shutil.copytree(session.parent, tmp_path, dirs_exist_ok=True)
    shown = session.read_text("utf-8")
    played = BLOCK.sub(lambda match: replay(match[0], tmp_path), shown)
    if played != shown and os.environ.get("UPDATE_GOLDEN"):
        session.write_text(played, "utf-8")
    assert played == shown
