"""Brings the floors of floors.toml up to what extraction reaches now; never lowers one.

Run it from anywhere with the project's Python: `.venv/bin/python tests/quality/raise_floors.py`."""

from __future__ import annotations

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.tests.quality.measuring import (
    FLOORS_FILE,
    SETS,
    SHARED,
    measure,
    raised,
    read_floors,
    write_floors,
)


def main() -> None:
    if not SHARED.is_dir():
        raise SystemExit("../shared is not here: nothing can be scored")
    floors = read_floors() if FLOORS_FILE.is_file() else {}
    extractor = Extractor()
    for annotated in SETS:
        measured = measure(annotated, extractor)
        old = floors.get(annotated.name, {})
        floors[annotated.name] = new = raised(old, measured)
        print(f"\n{annotated.name:<24}{'measured':>10}{'floor':>8}")
        for name, value in measured.items():
            below = "  below its floor" if value < old.get(name, 0.0) else ""
            print(f"{name:<24}{value:>10.3f}{new[name]:>8.3f}{below}")
    write_floors(floors)


if __name__ == "__main__":
    main()
