"""Small articles in our own words, a folder for each thing that a careful reader does:
`golden/CASE/article.txt`, its metadata, and in `claims.yaml` what must be found and what must not.

An entry of `contains` names a claim by the fields it gives: `subject`, `relation` and `object` (ids or
labels), `when`, `status` (asserted where it gives none), `by`, `role`; null says that the claim has none,
a list that any of its values will do. No claim may have all the fields of an entry of `lacks`. Where an
entry says `xfail`, extraction does not get that far yet, and the text says why."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim, Entity
from sahelgraph.ontology.relations import relations

GOLDEN = Path(__file__).parent / "golden"
FIELDS = {"subject", "relation", "object", "when", "status", "by", "role"}
Pattern = dict[str, Any]


def cases() -> list[Any]:
    found = []
    for file in sorted(GOLDEN.glob("*/claims.yaml")):
        expected = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (all values as text)
        assert set(expected) == {"contains", "lacks"}, file
        for kind, patterns in expected.items():
            for pattern in patterns:
                reason = pattern.pop("xfail", None)
                assert set(pattern) <= FIELDS, file
                marks = (
                    [pytest.mark.xfail(reason=reason, strict=False, raises=AssertionError)] if reason else []
                )
                name = f"{file.parent.name}-{kind}-{' '.join(map(str, pattern.values()))}"
                found.append(pytest.param(file.parent.name, kind, pattern, id=name, marks=marks))
    return found


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Any:
    @cache
    def claims_of(case: str) -> tuple[Claim, ...]:
        ((_, claims),) = extractor.extract([article_of(case)])
        return claims

    return claims_of


def article_of(case: str) -> Article:
    ((article, notices),) = read_articles(find_sources([str(GOLDEN / case / "article.txt")]))
    assert article, notices
    return article


def names(entity: Entity | None) -> set[str]:
    return {entity.id, entity.label} if entity else {"null"}


def fits(pattern: Pattern, claim: Claim) -> bool:
    have = {
        "subject": names(claim.subject),
        "relation": {claim.relation},
        "object": names(claim.object),
        "when": {claim.when.edtf if claim.when else "null"},
        "status": {claim.status.value},
        "by": set(claim.by) or {"null"},
        "role": {claim.role},
    }
    return all(
        have[field] & set(wanted if isinstance(wanted, list) else [wanted])
        for field, wanted in pattern.items()
    )


def either_way(claim: Claim) -> list[Claim]:
    if relations()[claim.relation].symmetric and claim.object:
        return [claim, replace(claim, subject=claim.object, object=claim.subject)]
    return [claim]


@pytest.mark.parametrize(("case", "kind", "pattern"), cases())
def test_a_careful_reader_agrees(read: Any, case: str, kind: str, pattern: Pattern) -> None:
    found = read(case)
    if kind == "contains":
        wanted = {"status": "asserted", **pattern}
        assert any(fits(wanted, way) for claim in found for way in either_way(claim)), shown(found)
    else:
        wrong = [claim for claim in found if any(fits(pattern, way) for way in either_way(claim))]
        assert not wrong, shown(wrong)


def shown(claims: Any) -> str:
    return "\n" + "\n".join(
        f"{c.subject.id} {c.relation} {c.object.id if c.object else '-'} | {c.status} |"
        f" {c.when.edtf if c.when else '-'} | {', '.join(c.by)} | {c.rules[0]}"
        for c in claims
    )


@pytest.mark.parametrize("case", sorted({p.values[0] for p in cases()}))
def test_the_evidence_is_the_sentence_in_its_place(read: Any, case: str) -> None:
    text = article_of(case).text
    for claim in read(case):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert claim.evidence.text.strip() == claim.evidence.text != ""
