"""What an article says in one place and dates in another: one event, one date.

A relation between the same two actors that is dated once in an article has that date wherever the article
repeats it undated, and so has an overthrow the date of the coup. Offices are dated by tenure.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.lexicon.offices import offices
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.tenure import date_offices
from sahelgraph.ontology.claims import Claim
from sahelgraph.ontology.when import When

COUP = re.compile(
    r"(?:coup d['’][ÉE]tat|putsch|renversement|renversée?s?|chute|destitu\w+|évinc\w+|chass\w+|déposée?)"
    r"[^.;]{0,40}?$",
    re.IGNORECASE,
)
BACK = 60
ENDS = ("overthrew",)


def consolidate(claims: Iterable[Claim], scene: Scene, dates: Sequence[DateMention]) -> list[Claim]:
    """The claims with the dates that other sentences of the article give them."""
    dated = _shared_dates(list(claims))
    coups = _coup_dates(scene, dates)
    if len(coups) == 1:
        dated = [replace(c, when=coups[0]) if c.relation in ENDS and c.when is None else c for c in dated]
    return date_offices(dated, scene, dates, offices())


def _shared_dates(claims: list[Claim]) -> list[Claim]:
    known: dict[tuple[str, str, str | None], set[When]] = {}
    for claim in claims:
        if claim.when is not None:
            known.setdefault(_key(claim), set()).add(claim.when)
    filled = []
    for claim in claims:
        options = known.get(_key(claim), set())
        if claim.when is None and len(options) == 1 and claim.relation != "holds-office":
            claim = replace(claim, when=next(iter(options)))
        filled.append(claim)
    return filled


def _key(claim: Claim) -> tuple[str, str, str | None]:
    return claim.subject.id, claim.relation, claim.object.id if claim.object else None


def _coup_dates(scene: Scene, dates: Sequence[DateMention]) -> list[When]:
    text = scene.article.text
    found = {
        m.when
        for m in dates
        if m.when and "/" not in m.when.edtf and COUP.search(text[max(0, m.start - BACK) : m.start])
    }
    precise = {w for w in found if len(w.edtf) == 10}
    return sorted(precise or found, key=lambda w: w.edtf)
