"""Vocabulary, lexicon, shapes and README speak of the same relations and the same actors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from sahelgraph.extract.lexicon.frames import FRAMES_FOLDER, frames
from sahelgraph.extract.lexicon.nouns import NOUNS_FILE, nouns
from sahelgraph.extract.lexicon.presence import PRESENCE_FILE, presence_words
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.namespaces import relation_class
from sahelgraph.ontology.relations import relations

ROOT = Path(__file__).parent.parent
EXTRACT = FRAMES_FOLDER.parents[1]
READERS = {"holds-office": "offices.py", "hosted": "hosting.py"}
"""Relations that a module of its own finds, rather than frames."""


@pytest.mark.parametrize("relation", relations())
def test_every_relation_can_be_found(relation: str) -> None:
    if relation in READERS:
        assert f'"{relation}"' in (EXTRACT / READERS[relation]).read_text("utf-8")
    else:
        assert relation in {r for frame in frames().all for r in (frame.relation, *frame.also)}


def test_code_names_no_relation_that_does_not_exist() -> None:
    hyphenated = {r for r in relations() if "-" in r}
    stems = {r.split("-")[0] for r in hyphenated}
    for file in EXTRACT.glob("*.py"):
        for name in re.findall(r'"([a-z]+-(?:of|from|with|in|office))"', file.read_text("utf-8")):
            assert name in hyphenated or name.split("-")[0] not in stems, f"{file.name}: {name}"


@pytest.mark.parametrize("frame", frames().all, ids=lambda frame: frame.id)
def test_a_frame_asks_for_actors_that_its_relation_may_have(frame: object) -> None:
    relation = relations()[frame.relation]  # type: ignore[attr-defined]
    assert not frame.subjects or frame.subjects & relation.domain  # type: ignore[attr-defined]
    assert not frame.objects or frame.objects & relation.range  # type: ignore[attr-defined]
    for other in frame.also:  # type: ignore[attr-defined]
        assert not relations()[other].has_object


def test_every_actor_that_the_nouns_name_exists() -> None:
    for word, (actor, _) in nouns().adjectives.items():
        assert actor in actor_book(), f"{NOUNS_FILE.name}: {word} → {actor}"


@pytest.mark.xfail(reason="the region bande-sahelo-saharienne has no actor", raises=AssertionError)
def test_every_region_and_state_of_the_presence_words_exists() -> None:
    book = actor_book()
    for region, states in presence_words().regions.items():
        assert region in book, f"{PRESENCE_FILE.name}: {region}"
        assert book[region].type is ActorType.PLACE
        for state in states:
            assert state in book, f"{PRESENCE_FILE.name}: {state}"
            assert book[state].type is ActorType.STATE


def test_every_file_of_the_lexicon_has_a_loader() -> None:
    lexicon = FRAMES_FOLDER.parent
    for file in lexicon.glob("*.toml"):
        assert (lexicon / f"{file.stem}.py").is_file()
        assert tomllib.loads(file.read_text("utf-8"))


def test_the_shapes_know_every_relation() -> None:
    shapes = (ROOT / "ontology" / "shapes.ttl").read_text("utf-8")
    classes = {relation_class(r).rsplit("#")[-1].rsplit("/")[-1] for r in relations()}
    targets = set(re.findall(r"sh:targetClass\s+sg:(\w+)", shapes))
    assert classes <= targets


def test_the_readme_counts_the_relations_and_names_only_those() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for count in re.findall(r"(\d+) relations\b", readme):
        assert int(count) == len(relations())
    known = set(relations())
    stems = {r.split("-")[0] for r in known if "-" in r}
    for name in re.findall(r"`([a-z]+-[a-z]+)`", readme):
        assert name in known or name.split("-")[0] not in stems, name
