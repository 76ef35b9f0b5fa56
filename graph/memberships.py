"""Memberships: what all claims and curated facts together support, computed from them and from
nothing else. Claims that are denied, negated, planned or alleged never make a membership certain.

- A founder is a member from the founding, but for institutions and their own creations, and for
  States and armed groups.
- Nobody is a member before the creation or after the dissolution.
- A successor that an actor file names takes the members over on the day that it succeeds.
- An exit that is announced ends nothing; a suspension is no exit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sahelgraph.graph.existence import Existence, existences, is_succession, predecessors_first
from sahelgraph.graph.reports import EXITS, carried_over, ending, holding, is_exit, is_to_come, report
from sahelgraph.graph.spells import Report, Spell, Window, in_time, spells_of
from sahelgraph.graph.statements import Statement, held, window
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.when import Certainty, When

CONTESTED = "contested"
DENIALS = (Status.DENIED, Status.NEGATED)
HOLDINGS = ("member-of", "founded")


@dataclass(frozen=True, slots=True)
class Episode:
    """An exit or a suspension, by the statement that reports it and the day on which an article did."""

    statement: str
    status: Status
    when: When | None
    reported: date | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell of an actor in an alliance.

    `certainty` is certain, possible (only alleged) or contested; on a given day `when` says more.
    `sources` are the articles; `curated` means that there are none. `last_seen` is the last day for
    which an article says that it held. `exits` hold announced and denied exits too, by their status.
    """

    id: str
    actor: str
    alliance: str
    when: When
    certainty: str
    for_: tuple[str, ...]
    against: tuple[str, ...]
    sources: tuple[str, ...]
    curated: bool
    last_seen: date | None
    exits: tuple[Episode, ...] = ()
    suspensions: tuple[Episode, ...] = ()

    def during(self, first: date, last: date) -> str:
        """Did it hold on some day of first..last: certain, possible, contested or no?"""
        covered = self.when.covers_any(first, last)
        if covered is Certainty.NO:
            return "no"
        if self.certainty == Certainty.CERTAIN:
            return covered.value
        return self.certainty


@dataclass(slots=True)
class _Pair:
    """What is said of one actor in one alliance."""

    actor: str
    alliance: str
    statements: list[Statement] = field(default_factory=list)
    inherited: list[Report] = field(default_factory=list)


def fuse(statements: Iterable[Statement]) -> list[Membership]:
    """The memberships that statements support, by actor, alliance and time; the order of the
    statements makes no difference. Raises DataError where actor files name successors in a circle."""
    unique = sorted({s.id: s for s in statements}.values(), key=lambda s: s.id)
    exist = existences(unique)
    successions = [s for s in unique if is_succession(s)]
    alliances: defaultdict[str, dict[str, _Pair]] = defaultdict(dict)
    for statement in unique:
        if (key := _pair_of(statement)) is not None:
            actor, alliance = key
            alliances[alliance].setdefault(actor, _Pair(actor, alliance)).statements.append(statement)
    found: list[Membership] = []
    for alliance in predecessors_first(alliances, successions):
        members = [
            m for p in alliances[alliance].values() for m in _memberships(p, exist.get(alliance, Existence()))
        ]
        found += members
        for succession in (s for s in successions if s.object == alliance):
            heirs = alliances[succession.subject]
            for member in members:
                if member.certainty == Certainty.CERTAIN:
                    heir = heirs.setdefault(member.actor, _Pair(member.actor, succession.subject))
                    heir.inherited += carried_over(member.for_, member.sources, member.when, succession)
    return sorted(found, key=lambda m: (m.actor, m.alliance, m.id))


def _pair_of(statement: Statement) -> tuple[str, str] | None:
    if statement.object is None or statement.relation == "succeeded":
        return None
    if statement.relation == "suspended":
        return statement.object, statement.subject
    return statement.subject, statement.object


def _memberships(pair: _Pair, exists: Existence) -> Iterator[Membership]:
    asserted = [s for s in pair.statements if s.status is Status.ASSERTED]
    holds = [r for s in asserted if (r := holding(s, exists)) is not None] + pair.inherited
    ends = [ending(s) for s in asserted if is_exit(s) and (holds or s.relation == "left")]
    spells = spells_of([*holds, *ends], exists.limits, exists.ids)
    possible = _alleged(pair.statements, spells, exists)
    denials = [s for s in pair.statements if s.relation in HOLDINGS and s.status in DENIALS]
    _negate([s for s in denials if s.status is Status.NEGATED], spells)
    for denial in denials:
        _contest(denial, [*spells, *possible])
    ordered = in_time([*spells, *possible])
    for number, spell in enumerate(ordered, start=1):
        certainty = "possible" if spell in possible else "certain"
        yield _membership(pair, number, spell, CONTESTED if spell.against else certainty, ordered)


# --- what is not asserted


def _alleged(statements: Iterable[Statement], spells: Sequence[Spell], exists: Existence) -> list[Spell]:
    """Alleged memberships join a spell that admits them, without moving its bounds; the others make
    spells that are possible at most."""
    left_over = []
    for statement in statements:
        alleged = holding(statement, exists) if statement.status is Status.ALLEGED else None
        if alleged is None:
            continue
        spell = next((s for s in spells if s.admits(*alleged.extent)), None)
        if spell:
            spell.alleged.append(alleged)
        else:
            left_over.append(alleged)
    return [s for s in spells_of(left_over, exists.limits, exists.ids) if not s.against]


def _negate(negations: Iterable[Statement], spells: Iterable[Spell]) -> None:
    """Who is said not to be a member on a day on which nobody says otherwise had left by then, or had
    not yet joined."""
    for spell in spells:
        when = spell.when()
        for negation in negations:
            low, high = report(negation, when=held(negation)).extent
            if when.earliest_end and low and when.earliest_end < low:
                spell.outside.append(report(negation, end=_ended(negation, low)))
            elif when.latest_start and high and high < when.latest_start:
                spell.outside.append(report(negation, when=When.of_bounds(high, None, None, None)))


def _ended(negation: Statement, low: date) -> Window:
    """The end that «is no longer» tells: on its first day, where it says one, or by then."""
    when = negation.when
    if when and when.earliest_start and when.latest_start and when.latest_end is None:
        return when.earliest_start, when.latest_start
    return None, low


def _contest(denial: Statement, spells: Iterable[Spell]) -> None:
    denied = report(denial, when=held(denial)).extent
    for spell in spells:
        if spell.admits(*denied) and not any(denial.id in r.ids for r in spell.outside):
            spell.against.add(denial.id)


# --- from spells to memberships


def _membership(
    pair: _Pair, number: int, spell: Spell, certainty: str, spells: Sequence[Spell]
) -> Membership:
    when = spell.when()
    shown = [*spell.support, *spell.alleged]
    sources = {d for r in (*shown, *spell.exits, *spell.outside) for d in r.documents}
    seen = [r.when.earliest_end for r in spell.support if r.documents and r.when and r.when.earliest_end]
    last_seen = max(seen, default=None)
    episodes = [s for s in pair.statements if _spell_of(s, spells) is spell]
    return Membership(
        id=f"{pair.actor}--{pair.alliance}--{number}",
        actor=pair.actor,
        alliance=pair.alliance,
        when=when,
        certainty=certainty,
        for_=tuple(sorted({i for r in shown for i in r.ids})),
        against=tuple(sorted(spell.against)),
        sources=tuple(sorted(sources)),
        curated=not sources,
        last_seen=min(last_seen, when.latest_end) if last_seen and when.latest_end else last_seen,
        exits=tuple(e for s in episodes if s.relation in EXITS for e in _exits(s)),
        suspensions=tuple(_episode(s) for s in episodes if s.relation == "suspended"),
    )


def _spell_of(statement: Statement, spells: Sequence[Spell]) -> Spell:
    """The spell that an exit or a suspension belongs to: the one it is a report of, else the first
    that may have held when it was reported, else the last."""
    day = statement.published if statement.status is Status.PLANNED else None
    low, high = (day, day) if day else window(statement)
    reported = (s for s in spells if any(statement.id in r.ids for r in (*s.exits, *s.sightings)))
    admitting = (s for s in spells if s.admits(low, high))
    return next(reported, None) or next(admitting, None) or spells[-1]


def _exits(statement: Statement) -> Iterator[Episode]:
    """An exit, and before it its announcement, where an actor file tells of both."""
    yield _episode(statement)
    if statement.announced and statement.status is Status.ASSERTED:
        yield Episode(statement.id, Status.PLANNED, statement.when, statement.announced)


def _episode(statement: Statement) -> Episode:
    status = Status.PLANNED if is_to_come(statement) else statement.status
    reported = statement.published
    if statement.curated:
        reported = statement.announced if status is Status.PLANNED else None
    return Episode(statement.id, status, statement.when, reported)
