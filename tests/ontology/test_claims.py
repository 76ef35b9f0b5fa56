"""Claims as JSON lines, and ids that do not change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.ontology.claims import (
    ActorType,
    Claim,
    Entity,
    Evidence,
    Status,
    claim_from_json,
    claim_to_json,
    read_jsonl,
    write_jsonl,
)
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.when import When

MALI = Entity("mali", "Mali", ActorType.STATE, ("Bamako",))
AES = Entity("aes", "AES", ActorType.ORGANISATION)
ARMY = Entity("new:armee", "l'armée malienne", ActorType.BODY, state="Mali")
CLAIM = Claim("a.txt", "member-of", MALI, AES, Evidence("Le Mali, membre de l'AES", 3, 27))

texts = st.text(min_size=1, max_size=20)
entities = st.builds(
    Entity,
    id=texts,
    label=texts,
    type=st.sampled_from(ActorType),
    aliases=st.lists(texts, max_size=2).map(tuple),
    state=st.none() | texts,
)
times = st.sampled_from(
    [None, When.parse("2010-04"), When.parse("2017/.."), When.on(date(2024, 1, 1)), When.during("2012/2013")]
)
claims = st.builds(
    Claim,
    document=texts,
    relation=st.sampled_from(["member-of", "accused"]),
    subject=entities,
    object=st.none() | entities,
    evidence=st.builds(Evidence, texts, st.integers(0), st.integers(1)),
    status=st.sampled_from(Status),
    when=times,
    by=st.lists(texts, max_size=2).map(tuple),
    role=st.none() | texts,
    confidence=st.integers(0, 1000).map(lambda n: n / 1000),
)


@given(st.lists(claims, max_size=3))
def test_claims_come_back_from_json_lines(some: list[Claim]) -> None:
    lines = list(write_jsonl(some))
    assert all("\n" not in line for line in lines)
    assert list(read_jsonl(lines, "claims.jsonl")) == some


@given(claims)
def test_the_id_of_a_claim_survives_json(claim: Claim) -> None:
    assert claim_from_json(claim_to_json(claim)).id == claim.id


def test_a_line_holds_what_is_contracted() -> None:
    line = claim_to_json(replace(CLAIM, subject=ARMY, when=When.parse("2023-09-16/.."), by=("Bamako",)))
    line.pop("bounds")
    assert line == {
        "document": "a.txt",
        "relation": "member-of",
        "subject": {
            "id": "new:armee",
            "label": "l'armée malienne",
            "aliases": [],
            "type": "Body",
            "state": "Mali",
        },
        "object": {"id": "aes", "label": "AES", "aliases": [], "type": "Organisation", "state": None},
        "when": "2023-09-16/..",
        "status": "asserted",
        "by": ["Bamako"],
        "role": None,
        "confidence": 1.0,
        "evidence": {"text": "Le Mali, membre de l'AES", "start": 3, "end": 27},
    }


@pytest.mark.parametrize(
    "change",
    [
        {"relation": "founded"},
        {"object": None},
        {"status": Status.DENIED},
        {"when": When.parse("2010")},
        {"by": ("Bamako",)},
        {"role": "porte-parole"},
        {"evidence": Evidence("Le Mali", 0, 7)},
        {"document": "b.txt"},
    ],
)
def test_another_content_is_another_claim(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).id != CLAIM.id  # type: ignore[arg-type]


def test_how_a_claim_was_found_is_no_part_of_it() -> None:
    assert replace(CLAIM, confidence=0.5, rules=("member.list",)).id == CLAIM.id


def test_claims_by_other_tools_may_leave_out_what_is_usual() -> None:
    line = {
        "document": "a.txt",
        "relation": "created",
        "subject": {"id": "aes", "label": "AES", "type": "Organisation"},
        "when": "2023-09",
        "by": "Bamako",
        "evidence": {"text": "x", "start": 0, "end": 1},
    }
    claim = claim_from_json(line)
    assert (claim.object, claim.status, claim.by) == (None, Status.ASSERTED, ("Bamako",))
    assert claim.when == When.parse("2023-09")


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"document": "a.txt"}', json.dumps({"when": "soon"})])
def test_a_line_that_is_no_claim_is_named(line: str) -> None:
    good = next(write_jsonl([CLAIM]))
    with pytest.raises(DataError, match=r"claims\.jsonl:3"):
        list(read_jsonl([good, "", line], "claims.jsonl"))
