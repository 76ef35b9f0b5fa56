"""What an article says in one place and dates in another: one event, one date.

A relation between the same two actors that is dated once in an article has that date wherever the article
repeats it undated. A coup that the article dates ends the office of the one it overthrew, and «élu en
2013» begins the office of the one it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.scene import Scene
from sahelgraph.ontology.claims import ActorType, Claim, Status
from sahelgraph.ontology.when import When

SINCE_OFFICE = re.compile(
    r"(?:\bau pouvoir|à la tête|(?:r?é|e|r[ée])lue?s?|élection|nommée?|désignée?|investie?|intronisée?|arrivée? au pouvoir|dirige|préside|entrée? en fonctions?)"
    r"[^.;]{0,40}?$",
    re.IGNORECASE,
)
COUP = re.compile(
    r"(?:coup d['’][ÉE]tat|putsch|renversement|renversée?s?|chute|destitu\w+|évinc\w+|chass\w+|déposée?)[^.;]{0,40}?$",
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
    starts = _office_starts(scene, dates)
    ends = {
        c.object.id: c.when
        for c in dated
        if c.relation in ENDS and c.object and c.when and c.status is Status.ASSERTED
    }
    return [_office(c, starts, ends) for c in dated]


def _shared_dates(claims: list[Claim]) -> list[Claim]:
    known: dict[tuple[str, str, str | None], set[When]] = {}
    for claim in claims:
        if claim.when is not None:
            known.setdefault(_key(claim), set()).add(claim.when)
    filled = []
    for claim in claims:
        options = known.get(_key(claim), set())
        if claim.when is None and len(options) == 1 and claim.relation != "holds-office":
            claim = replace(claim, when=next(iter(options)))  # noqa: PLW2901
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


def _office_starts(scene: Scene, dates: Sequence[DateMention]) -> dict[str, When]:
    """For each person, the date of «élu en», «au pouvoir depuis» in the sentence that names them."""
    text = scene.article.text
    found: dict[str, When] = {}
    for mention in dates:
        before = text[max(0, mention.start - BACK) : mention.end]
        if mention.when is None or not SINCE_OFFICE.search(
            before[: mention.start - max(0, mention.start - BACK)]
        ):
            continue
        span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        people = [
            (abs(token.i - span.start), m.entity.id)
            for token, m in scene.mention_tokens(span.root.sent.start, span.root.sent.end)
            if m.entity.type is ActorType.PERSON
        ]
        if people:
            found.setdefault(min(people)[1], mention.when)
    return found


def _office(claim: Claim, starts: dict[str, When], ends: dict[str, When]) -> Claim:
    """An office's interval from its start and end; the date of another event is none of it."""
    if claim.relation != "holds-office":
        return claim
    start, end = starts.get(claim.subject.id), ends.get(claim.subject.id)
    former = claim.when if claim.when is not None and claim.when.edtf.startswith("..") else None
    if start is None and end is None:
        return replace(claim, when=former)
    first = start.start_edtf if start else None
    last = end.end_edtf if end else (former.end_edtf if former else None)
    if first is None and last is None:
        return replace(claim, when=former)
    return replace(claim, when=_interval(first, last) or former)


def _interval(first: str | None, last: str | None) -> When | None:
    if any(e is not None and "/" in e for e in (first, last)):
        return None
    if first and last and first[:4] > last[:4]:
        first = None
    return When.parse(f"{first or '..'}/{last or '..'}")
