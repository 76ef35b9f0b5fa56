"""Clauses that leave out their verb: «Le Togo a quitté l'union en mai, le Ghana en juin», «Le Togo s'est
retiré, suivi par le Ghana», «des soldats belges ont quitté le Togo en mai, puis le Bénin en juin».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import is_finite, linear_case, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token

NAMED = frozenset(("name", "capital", "introduced", "ambiguous", "list"))
JOINTS = frozenset((",", ";", "et", "puis", "comme"))
ENDS = frozenset((",", ";", ".", "et", "puis", ")", "»"))
FOLLOWED = word_set("gapping", "followed")
BY = frozenset(("par", "de", "d'", "du", "des"))
PLACING = frozenset(("à", "en", "dans"))
OTHERS = frozenset(
    ("hosted", "met-with", "signed-with", "allied-with", "holds-office", "created", "dissolved")
)
"""What nobody does after another in one clause."""
AHEAD = 4


def gapped(scene: Scene, events: Iterable[Event], dates: Sequence[DateMention]) -> Iterator[Event]:
    """The events again with those who, the same sentence says, do likewise, or to whom it is done as well."""
    for event in events:
        verb, doer, target = event.predicate, event.subject, event.object
        if event.relation in OTHERS or target is None or doer.how not in NAMED:
            continue
        if not doer.token < verb.i or not _is_told(verb):
            continue
        found = [replace(event, subject=ref) for ref in _following(scene, event)]
        for ref, case, date in _at_other_times(scene, event, dates):
            likewise = replace(event, when=date.when)
            if not case and ref.entity.type is not target.entity.type:
                found.append(replace(likewise, subject=ref))
            elif case and _alike(case) == _alike(linear_case(verb.doc[target.token])):
                found.append(replace(likewise, object=ref))
        for one in found:
            same_kinds = one.subject.entity.type is doer.entity.type and _is_like(one.object, target)
            if same_kinds and one.object is not None and one.subject.entity.id != one.object.entity.id:
                yield replace(one, rule=event.rule + " + likewise")


def _alike(case: str) -> str:
    """«au Togo en mai, en Irak en juin»: one preposition of place is as good as another."""
    return "à" if case in PLACING else case


def _is_like(ref: Ref | None, other: Ref) -> bool:
    return ref is not None and ref.entity.type is other.entity.type


def _is_told(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith("aux"))


def _at_other_times(
    scene: Scene, event: Event, dates: Sequence[DateMention]
) -> Iterator[tuple[Ref, str, DateMention]]:
    """«… en mai, le Ghana en juin et le Bénin en juillet»: a name with its preposition, a date and no
    verb, behind a first date."""
    verb = event.predicate
    end = verb.sent.end_char
    behind = [d for d in dates if verb.idx < d.start < end]
    if len(behind) < 2:
        return
    for token, mention in scene.mention_tokens(verb.i + 1, verb.sent.end):
        date = next((d for d in behind if 0 < d.start - mention.end <= AHEAD), None)
        if date is None or date is behind[0] or mention.kind not in (Kind.NAME, Kind.CAPITAL):
            continue
        if not _is_joined(token) or not _is_closed(token, date):
            continue
        if not any(is_finite(t) for t in verb.doc[verb.i + 1 : token.i]):
            yield Ref(mention.entity, token.i, "name"), linear_case(token), date


def _is_joined(name: Token) -> bool:
    before = name.nbor(-1)
    while before.pos_ in ("DET", "ADP") and before.i > name.sent.start:
        before = before.nbor(-1)
    return lower(before) in JOINTS


def _is_closed(name: Token, date: DateMention) -> bool:
    following = next((t for t in name.doc[name.i + 1 : name.sent.end] if t.idx >= date.end), None)
    return following is None or lower(following) in ENDS


def _following(scene: Scene, event: Event) -> Iterator[Ref]:
    """«…, suivi par le Ghana et le Bénin»."""
    verb = event.predicate
    for token in verb.doc[verb.i + 1 : verb.sent.end - 2]:
        if lower(token) in FOLLOWED and token.nbor(-1).text == "," and lower(token.nbor()) in BY:
            if any(is_finite(t) for t in verb.doc[verb.i + 1 : token.i]):
                return
            for name in token.doc[token.i + 2 : min(token.i + 2 + AHEAD, token.sent.end)]:
                if scene.mentions_at(name):
                    for ref in scene.list_around(name) or scene.names_at(name):
                        yield Ref(ref.entity, ref.token, "name")
                    return
