"""The claims of offices and overthrows of one article, dated by all that it tells of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.tenure import Tenure
from sahelgraph.ontology.claims import Claim, Status
from sahelgraph.ontology.when import When


def date_offices(
    claims: Iterable[Claim], scene: Scene, dates: Sequence[DateMention], offices: Offices
) -> list[Claim]:
    """The claims with every office dated by what the article says of its beginning and end, and by
    nothing else."""
    claims = list(claims)
    tenure = Tenure(scene, dates, claims, offices)
    overthrown = set()
    for claim in claims:
        if claim.relation == "overthrew" and claim.object and claim.status is Status.ASSERTED:
            overthrown.add(claim.object.id)
            dated = claim.when is not None and "/" not in claim.when.edtf
            if claim.when is not None and dated and not tenure.ends.get(claim.object.id):
                tenure.ends[claim.object.id][claim.when.edtf] += 1
    heads = _heads(claims, scene, tenure, overthrown)
    dated_offices = [
        replace(c, when=tenure.of(c, heads)) if c.relation == "holds-office" else c for c in claims
    ]
    return [_fallen(c, dated_offices, scene.article.date) for c in dated_offices]


def _fallen(claim: Claim, claims: Sequence[Claim], published: datetime.date | None) -> Claim:
    """An undated overthrow: at the end of the office that it ended."""
    if claim.relation != "overthrew" or claim.when is not None or claim.object is None:
        return claim
    ends = {
        c.when.edtf.rpartition("/")[2]
        for c in claims
        if c.relation == "holds-office" and c.subject.id == claim.object.id and c.when is not None
    }
    ends -= {"..", published.isoformat() if published else ""}
    return replace(claim, when=When.parse(ends.pop())) if len(ends) == 1 else claim


def _heads(claims: Sequence[Claim], scene: Scene, tenure: Tenure, overthrown: set[str]) -> frozenset[str]:
    """The head of State whom the one coup that the article dates put out: the one it says was overthrown,
    or who is no more in office, or who was when it was written some weeks after. Empty where that is not
    one person."""
    candidates: dict[str, int] = {}
    for claim in claims:
        if claim.relation != "holds-office" or tenure.end_of(claim.subject.id):
            continue
        alone = overthrown == {claim.subject.id}
        if (claim.object == scene.topic or alone) and tenure.is_first(claim):
            former = claim.when is not None and claim.when.edtf.startswith("../")
            sure = 2 if claim.subject.id in overthrown else 1 if former else 0
            candidates[claim.subject.id] = max(sure, candidates.get(claim.subject.id, 0))
    surest = max(candidates.values(), default=0)
    if surest == 0 and not tenure.coup_is_recent():
        return frozenset()
    found = frozenset(person for person, sure in candidates.items() if sure == surest)
    return found if len(found) == 1 else frozenset()
