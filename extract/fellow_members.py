"""Members that a text sets beside those it lists: «Outre A, X compte B», «A et ses partenaires de X, B et
C», «A a rejoint B et C au sein de X»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import objects
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import Ref, Scene

BESIDE = frozenset(("outre",))
JOINING = frozenset(("rejoindre", "retrouver"))
LISTS = ("belonging: ", "composition: ", "frame group-together", "frame made-of")
REACH = 4
AND_THEIRS = re.compile(
    r"[»\"”]?\s*,?\s+et\s+(?:ses|leurs)\s+(?:\w+\s+)?(?:partenaires|voisins|pairs|homologues)\s",
    re.IGNORECASE,
)


def fellow_members(scene: Scene, events: Sequence[Event]) -> Iterator[Event]:
    """The memberships of those who stand in a sentence beside the members that `events` tell of there."""
    told = [e for e in events if e.relation == "member-of" and e.object is not None]
    lists = {e.trigger.sent.start: e for e in told if e.rule.startswith(LISTS)}
    for event in lists.values():
        for ref in _besides(scene, event) or _with_theirs(scene, event):
            if ref.entity.type in MEMBERS and event.object and ref.entity.id != event.object.entity.id:
                yield replace(event, rule="belonging: beside a list", subject=ref)
    for event in told:
        if event.trigger.lemma_ in JOINING:
            known = {event.subject.entity.id, event.object.entity.id if event.object else ""}
            for ref in (r for t in objects(event.trigger) for r in scene.actors(t)):
                if ref.entity.type is event.subject.entity.type and ref.entity.id not in known:
                    yield replace(event, rule="belonging: joined there", subject=ref)


def _besides(scene: Scene, event: Event) -> list[Ref]:
    """«Outre A et B, X compte C»: A and B."""
    sentence = event.trigger.sent
    for word in scene.tokens_with(BESIDE):
        if sentence.start <= word.i < sentence.end:
            for token in word.doc[word.i + 1 : min(word.i + REACH, sentence.end)]:
                if scene.mentions_at(token):
                    return scene.list_around(token) or scene.names_at(token)
    return []


def _with_theirs(scene: Scene, event: Event) -> list[Ref]:
    """«A et ses partenaires de X, B et C»: A."""
    sentence, text = event.trigger.sent, scene.article.text
    for token, mention in scene.mention_tokens(sentence.start, event.trigger.i):
        if AND_THEIRS.match(text, mention.end):
            return [Ref(mention.entity, token.i, "name")]
    return []
