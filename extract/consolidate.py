"""What an article says in one place and dates in another: one event, one date.

A relation between the same two actors that is dated once in an article has that date wherever the article
repeats it undated, and so has an overthrow the date of the coup. Offices are dated by office_dates.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sahelgraph.extract.belonging import from_then_on
from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.lexicon.offices import offices
from sahelgraph.extract.office_dates import date_offices
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.timing import day_of, lies_in
from sahelgraph.ontology.claims import ActorType, Claim, Evidence, Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

COUP = re.compile(
    r"(?:coup d['’][ÉE]tat|putsch|renversement|renversée?s?|chute|destitu\w+|évinc\w+|chass\w+|déposée?|"
    r"mutinerie|soulèvement|prise d[eu] pouvoir|[ée]v[éè]nements)"
    r"[^.;,:]{0,30}?$",
    re.IGNORECASE,
)
BACK = 60
ENDS = ("overthrew",)
NIGHT = timedelta(1)
MEETING = "hosted"
TALKS = "met-with"
PRESENCE = "deployed-in"
CUSTODY = "detained"
HELD = (Status.ASSERTED, Status.ALLEGED)
DASHES = 4
"""A host has one summit «en mai», which is that «le 13 mai», whoever else comes."""


def consolidate(claims: Iterable[Claim], scene: Scene, dates: Sequence[DateMention]) -> list[Claim]:
    """The claims with the dates that other sentences of the article give them."""
    dated = _while_it_lasts(list(claims), scene)
    dated = _shared_dates(dated, scene.article.date)
    dated = _since_creation(dated, scene)
    dated = date_offices(dated, scene, dates, offices())
    coups = _coup_dates(scene, dates)
    if len(coups) != 1:
        return _held_since_their_fall(dated)
    fallen = {(c.object.id, c.evidence) for c in dated if c.relation in ENDS and c.object and c.when is None}
    fallen_heads = {c.object.id for c in dated if c.relation in ENDS and c.object}
    ended = [_at_the_coup(c, coups[0], fallen_heads) for c in dated]
    return _held_since_their_fall([_ended_by(c, coups[0], fallen, scene.article.date) for c in ended])


def _held_since_their_fall(claims: list[Claim]) -> list[Claim]:
    """Those who overthrew somebody hold him since, and whom the same sentence says they hold with him."""
    falls = {
        c.object.id: c.when
        for c in claims
        if c.relation in ENDS and c.object and c.when and c.when.earliest_start and c.status in HELD
    }
    held = [c for c in claims if c.relation == CUSTODY and c.when is None and c.status in HELD]
    since = {
        c.evidence: When.parse(f"{first.isoformat()}/..")
        for c in held
        if c.object and (fall := falls.get(c.object.id)) and (first := fall.earliest_start)
    }
    return [replace(c, when=since[c.evidence]) if c in held and c.evidence in since else c for c in claims]


def _ended_by(claim: Claim, coup: When, fallen: set[tuple[str, Evidence]], published: date | None) -> Claim:
    """«le président déchu X»: in office until the coup that put him out."""
    known = claim.when is not None and claim.when.edtf != f"../{published}"
    if claim.relation != "holds-office" or known or (claim.subject.id, claim.evidence) not in fallen:
        return claim
    return replace(claim, when=When.parse(f"../{coup.edtf}"))


def _at_the_coup(claim: Claim, coup: When, fallen: set[str]) -> Claim:
    """An overthrow on the day of the one coup: an undated one, and one of the night that begins then. So is
    an arrest of the overthrown that was before the next day."""
    if claim.relation == "detained" and claim.object and claim.object.id in fallen and claim.when is not None:
        last = claim.when.latest_end
        before = claim.when.edtf.startswith("../") and last and coup.earliest_start
        if before and coup.earliest_start and last and last - coup.earliest_start <= NIGHT:
            return replace(claim, when=coup)
    if claim.relation in ENDS and (claim.when is None or lies_in(coup, claim.when)):
        return replace(claim, when=coup)
    return claim


def _since_creation(claims: list[Claim], scene: Scene) -> list[Claim]:
    """Undated members of an alliance whose creation the article dates: a founder since then, another some
    time between then and the article."""
    known: dict[tuple[str | None, str], set[When]] = {}
    for claim in claims:
        if claim.relation in ("created", "founded") and claim.status is Status.ASSERTED and claim.when:
            founder = claim.subject.id if claim.relation == "founded" else None
            alliance = claim.object or claim.subject
            known.setdefault((founder, alliance.id), set()).add(claim.when)
    filled = []
    for claim in claims:
        if claim.relation == "created" and claim.when is None and claim.status is Status.ASSERTED:
            founding = {
                t for (_, alliance), times in known.items() if alliance == claim.subject.id for t in times
            }
            claim = replace(claim, when=_earliest(founding))
        undated = claim.when is None and claim.status is Status.ASSERTED
        if claim.relation == "succeeded" and undated:
            claim = replace(claim, when=_earliest(known.get((None, claim.subject.id), set())))
        if claim.relation == "member-of" and undated and claim.object is not None:
            founded = known.get((claim.subject.id, claim.object.id))
            created = known.get((None, claim.object.id))
            if founded and (first := _earliest(founded)):
                claim = replace(claim, when=from_then_on(first, claim.status))
            elif created and claim.subject.type is not ActorType.PERSON and (first := _earliest(created)):
                claim = replace(claim, when=_by(first, scene.article.date))
        filled.append(claim)
    return filled


def _while_it_lasts(claims: list[Claim], scene: Scene) -> list[Claim]:
    """A state of which the article says once since when it lasts has that time wherever it is mentioned,
    also on a later day; and a force is where its founder is, for as long."""
    lasting: dict[tuple[str, str | None], dict[str, When]] = {}
    forces: dict[str | None, list[Claim]] = {}
    for claim in claims:
        if claim.object is None or not _is_lasting(claim.relation) or claim.status not in HELD:
            continue
        if claim.relation == PRESENCE:
            forces.setdefault(claim.object.id, []).append(claim)
        if claim.when is not None and claim.when.edtf.endswith("/..") and claim.when.earliest_start:
            key = f"{claim.relation} {claim.subject.id}", claim.object.id
            lasting.setdefault(key, {})[claim.when.edtf] = claim.when
    known = []
    for claim in claims:
        object_id = claim.object.id if claim.object else None
        times = lasting.get((f"{claim.relation} {claim.subject.id}", object_id), {})
        if claim.relation == PRESENCE and not times:
            times = {
                edtf: time
                for other in forces.get(object_id, ())
                if scene.founded(other.subject, claim.subject) or scene.founded(claim.subject, other.subject)
                for edtf, time in lasting.get((f"{PRESENCE} {other.subject.id}", object_id), {}).items()
            }
        if (
            len(times) == 1
            and claim.status in HELD
            and _begins_later(claim.when, since := next(iter(times.values())))
        ):
            claim = replace(claim, when=since)
        known.append(claim)
    return known


def _is_lasting(relation: str) -> bool:
    return relation != "holds-office" and relations()[relation].kind == "state"


def _begins_later(when: When | None, since: When) -> bool:
    if when is None:
        return True
    first = when.earliest_start
    return "/" not in when.edtf and bool(first and since.earliest_start and since.earliest_start <= first)


def _earliest(times: set[When]) -> When | None:
    return min((t for t in times if t.earliest_start), key=lambda t: (t.earliest_start, t.edtf), default=None)


def _by(first: When, day: date | None) -> When | None:
    """Begun between two dates, and lasting."""
    if day is not None and first.earliest_start is not None and first.earliest_start > day:
        return None
    return When.of_bounds(first.earliest_start, day, None, None)


def _may_be_then(claim: Claim, when: When, published: date | None) -> bool:
    """What is planned comes after the article, and what has happened does not."""
    if published is None or claim.status is Status.NEGATED:
        return True
    if claim.status is Status.PLANNED:
        return when.latest_end is None or when.latest_end >= published
    return when.earliest_start is None or when.earliest_start <= published


def _shared_dates(claims: list[Claim], published: date | None) -> list[Claim]:
    known: dict[tuple[str, str, str | None], set[When]] = {}
    meetings: dict[str, set[When]] = {}
    for claim in claims:
        if claim.when is not None:
            known.setdefault(_key(claim), set()).add(claim.when)
            if claim.relation == MEETING:
                meetings.setdefault(claim.subject.id, set()).add(claim.when)
    coming = _days_to_come(claims, published)
    filled = []
    for claim in claims:
        if claim.when is None and claim.status is Status.PLANNED and len(days := coming(claim)) == 1:
            filled.append(replace(claim, when=next(iter(days))))
            continue
        options = {o for o in known.get(_key(claim), set()) if _may_be_then(claim, o, published)}
        if claim.when is None and len(options) == 1 and claim.relation != "holds-office":
            claim = replace(claim, when=next(iter(options)))
        elif claim.relation == MEETING and claim.when is not None and claim.when.edtf.count("-") == DASHES:
            pass  # a visit from day to day
        elif claim.when is not None and relations()[claim.relation].kind == "event":
            if claim.relation == MEETING:
                options = options | meetings[claim.subject.id]
            claim = replace(claim, when=_finest(claim.when, options))
        filled.append(claim)
    return filled


def _days_to_come(claims: list[Claim], published: date | None) -> Callable[[Claim], set[When]]:
    """The days on which who receives somebody, or those who meet, are yet to do so by other claims: those of
    one host, and those told in one sentence, are of one meeting."""
    hosts: dict[object, set[When]] = {}
    for claim in claims:
        if claim.relation == MEETING and claim.when is not None and _is_to_come(claim, published):
            hosts.setdefault(claim.subject.id, set()).add(claim.when)
    for claim in claims:
        if claim.relation == MEETING and claim.subject.id in hosts:
            hosts.setdefault(claim.evidence, set()).update(hosts[claim.subject.id])

    def of(claim: Claim) -> set[When]:
        if claim.relation == MEETING:
            return hosts.get(claim.subject.id, set())
        return hosts.get(claim.evidence, set()) if claim.relation == TALKS else set()

    return of


def _is_to_come(claim: Claim, published: date | None) -> bool:
    first, last = (claim.when.earliest_start, claim.when.latest_end) if claim.when else (None, None)
    if published is None or first is None or last is None:
        return False
    return first > published or (claim.status is Status.PLANNED and last >= published)


def _finest(when: When, options: set[When]) -> When:
    """«en janvier», told elsewhere as «le 13 janvier»: the one day within."""
    days = [o for o in options if o != when and lies_in(o, when)]
    return days[0] if len(days) == 1 and day_of(when) is None else when


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
