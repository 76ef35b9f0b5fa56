"""The actor files as one file of JSON in the user's cache folder: reading that takes a fifth of the time.

It is used where it was made of the same files by the same code, and left aside where it cannot be read
or written: then the actor files are read themselves, and nothing is lost but time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from sahelgraph.ontology.actors import Actor, ActorBook, Fact
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import DateError, Place
from sahelgraph.ontology.relations import Labels
from sahelgraph.ontology.when import When

CODE = Path(__file__).parent
LISTS = ("names", "ambiguous", "hints", "aka", "capitals", "demonyms", "combining", "bodies")
"""The fields of an actor that are lists of texts."""


def cached_book(folder: Path, load: Callable[[Path], ActorBook]) -> ActorBook:
    """The actors of a folder, from the cache where that holds them, else by `load`. Raises what `load`
    raises."""
    key = _key(folder)
    file = _cache_folder() / f"actors-{hashlib.sha256(str(folder).encode()).hexdigest()[:12]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError, DateError):
        kept = json.loads(file.read_bytes())
        if kept["key"] == key:
            return _book(kept, folder)
    book = load(folder)
    with suppress(OSError):
        _write(file, {"key": key} | _data(book, folder))
    return book


def _key(folder: Path) -> str:
    """Changes with the actor files, with the code that reads them, and with the names of countries."""
    digest = hashlib.sha256(version("babel").encode())
    for file in (*sorted(folder.rglob("*.yaml")), *sorted(CODE.glob("*.py")), *sorted(CODE.glob("*.toml"))):
        digest.update(f"\0{file}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _cache_folder() -> Path:
    """As the XDG base directories have it; on Windows, in the local application data."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base or Path("~/.cache").expanduser()) / "sahelgraph"


def _write(file: Path, data: dict[str, Any]) -> None:
    """Writes beside the file and then takes its place, so that nobody reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as beside:
        json.dump(data, beside, ensure_ascii=False, separators=(",", ":"))
    os.replace(beside.name, file)


# --- to JSON and back


def _data(book: ActorBook, folder: Path) -> dict[str, Any]:
    files = sorted({Path(item.place.file) for item in (*book, *book.facts)})
    numbers = {file: number for number, file in enumerate(files)}
    return {
        "files": [file.relative_to(folder).as_posix() for file in files],
        "actors": [[*_actor_row(actor), *_place_row(actor.place, numbers)] for actor in book],
        "facts": [[*_fact_row(fact), *_place_row(fact.place, numbers)] for fact in book.facts],
        "names": dict(book.by_name),
    }


def _book(data: dict[str, Any], folder: Path) -> ActorBook:
    files = [folder / name for name in data["files"]]
    actors = [_actor(row, Place(files[file], line)) for *row, file, line in data["actors"]]
    facts = tuple(_fact(row, Place(files[file], line)) for *row, file, line in data["facts"])
    names = {name: tuple(ids) for name, ids in data["names"].items()}
    return ActorBook({actor.id: actor for actor in actors}, facts, names)


def _place_row(place: Place, numbers: Mapping[Path, int]) -> tuple[int, int | None]:
    return numbers[Path(place.file)], place.line


def _actor_row(actor: Actor) -> tuple[Any, ...]:
    return (
        actor.id,
        actor.type.value,
        [actor.label.fr, actor.label.en],
        actor.labels_by_language,
        [actor.state, actor.gender, actor.wikidata],
        [getattr(actor, key) for key in LISTS],
    )


def _actor(row: Sequence[Any], place: Place) -> Actor:
    actor_id, type_, label, by_language, (state, gender, wikidata), lists = row
    return Actor(
        id=actor_id,
        type=ActorType(type_),
        label=Labels(*label),
        state=state,
        gender=gender,
        wikidata=wikidata,
        labels_by_language=tuple((language, text) for language, text in by_language),
        place=place,
        **{key: tuple(texts) for key, texts in zip(LISTS, lists, strict=True)},
    )


def _fact_row(fact: Fact) -> tuple[Any, ...]:
    when = fact.when.edtf if fact.when else None
    announced = fact.announced.isoformat() if fact.announced else None
    return fact.subject, fact.relation, fact.object, when, fact.role, fact.source, announced


def _fact(row: Sequence[Any], place: Place) -> Fact:
    subject, relation, object_, when, role, source, announced = row
    return Fact(
        subject,
        relation,
        object_,
        When.parse(when) if when else None,
        role,
        source,
        place,
        date.fromisoformat(announced) if announced else None,
    )
