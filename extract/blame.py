"""What somebody is accused of rests on the word of those who accuse: «X épingle Y pour son soutien à Z», «Y,
soupçonné par X d'armer Z»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sahelgraph.extract.events import BY_FORCE, Event
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Claim, Status

BLAMED_FOR = BY_FORCE | {"supported", "hosted", "allied-with"}
CERTAIN = word_set("blame", "certain")
ASIDE = frozenset(("acl:relcl", "appos"))


@dataclass(frozen=True)
class Blame:
    """The accusations of one article, by the sentence and who is accused."""

    accusations: dict[tuple[int, str], list[Event]]

    @classmethod
    def of(cls, events: Iterable[Event]) -> Blame:
        found: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in events:
            if event.relation != "accused" or event.object is None:
                continue
            if event.predicate.lemma_ not in CERTAIN:
                found[event.trigger.sent.start, event.object.entity.id].append(event)
        return cls(dict(found))

    def told(self, event: Event, claim: Claim) -> Claim:
        """The claim of an event as others say it, where its subject is accused of it."""
        accusing = self.accusations.get((event.trigger.sent.start, event.subject.entity.id))
        if not accusing or claim.relation not in BLAMED_FOR:
            return claim
        if claim.by:
            return replace(claim, status=Status.ALLEGED) if claim.status is Status.ASSERTED else claim
        accusing = [a for a in accusing if _is_ground(event.trigger, a.predicate)]
        if not accusing or claim.status not in (Status.ASSERTED, Status.ALLEGED):
            return claim
        accusers = (a.subject.entity.label for a in accusing if "default-subject" not in a.doubts)
        return replace(claim, status=Status.ALLEGED, by=tuple(dict.fromkeys(accusers)))


def _is_ground(act: Token, accusing: Token) -> bool:
    """Does a word hang on one of accusing, and not only on who is named there: «accuse X, qui arme Z»?"""
    word = act
    while word.head is not word and word is not accusing:
        if word.dep_ in ASIDE:
            return False
        word = word.head
    return word is accusing
