"""Who is struck in answer to an act of violence, or falls in it, as the sentences behind the act tell."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.halves import BACK, Half, is_of_act, is_undergone
from sahelgraph.extract.refs import MEMBERS, Ref
from sahelgraph.ontology.claims import ActorType

FEW = 3
FORCES_OF = frozenset((ActorType.STATE, ActorType.ORGANISATION))


def struck_back(fallen: Half, told: list[Half]) -> Iterator[Event]:
    """«Une base de X a été attaquée par Y. Dix assaillants ont été tués»: by X, in Y's last attack."""
    for half in reversed(told):
        if fallen.sentence - half.sentence > BACK or fallen.relation != "attacked":
            return
        attackers = {r.entity.id for r in half.authors}
        struck = [r for r in fallen.victims.refs if r.how == "anaphor" and r.entity.id in attackers]
        if half.relation != "attacked" or not half.victims.refs or not struck:
            continue
        for subject in half.victims.refs:
            other = subject.entity.id != struck[0].entity.id
            if other and subject.entity.type in MEMBERS and subject.entity.type is not ActorType.PERSON:
                yield fallen.stated(f"struck back by {half.telling.frame.id}", subject, struck[0])
        return


def answered(answer: Half, told: list[Half]) -> Iterator[Event]:
    """«Y a bombardé X. X a répliqué»: against Y, who struck X last."""
    for half in reversed(told):
        if answer.sentence - half.sentence > 1:
            return
        struck = {r.entity.id for r in half.victims.refs}
        doers = [r for r in answer.authors if r.entity.id in struck]
        authors = half.authors or _only_group(answer, told)
        if half.relation == "attacked" and authors and doers:
            for target in authors:
                yield answer.stated(f"answer to {half.telling.frame.id}", doers[0], target)
            return


def _only_group(answer: Half, told: list[Half]) -> list[Ref]:
    """«Y a revendiqué l'attaque. Des hommes ont tiré sur X, qui a répliqué»: the one armed group that is
    said to attack in the sentences before."""
    near = (h for h in told if answer.sentence - h.sentence <= FEW and h.relation == "attacked")
    authors = [r for h in near for r in h.authors if r.entity.type is ActorType.ARMED_GROUP]
    return authors[:1] if len({r.entity.id for r in authors}) == 1 else []


def fallen_after(fallen: Half, told: list[Half]) -> Iterator[Event]:
    """«Y a attaqué une base de la mission. Deux soldats de X ont été tués»: by Y, an armed group, where
    the sentence does not say by whom."""
    frame, trigger, _, _ = fallen.telling
    if fallen.relation != "attacked" or "default-victim" in fallen.victims.doubts:
        return
    last = next((h for h in reversed(told) if h.relation == "attacked" and h.authors), None)
    if (
        last is None
        or fallen.sentence - last.sentence > 1
        or not (is_undergone(trigger, frame) or is_of_act(trigger))
    ):
        return
    if not last.victims.refs or any(r.entity.type is not ActorType.ARMED_GROUP for r in last.authors):
        return
    for target in fallen.victims.refs:
        if target.entity.type in FORCES_OF:
            for subject in last.authors:
                yield fallen.stated(f"fallen in {last.telling.frame.id}", subject, target)
