"""Who «son voisin» is without a name: the other State of the two that the text tells of."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.grammar import lower
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

NEIGHBOURS = frozenset(("voisin", "voisine"))
ITS = frozenset(("son", "sa"))
REACH = 60


def is_neighbour(noun: Token) -> bool:
    """«son voisin», «sa voisine de l'est»."""
    return lower(noun) in NEIGHBOURS and any(lower(c) in ITS for c in noun.children if c.dep_ == "det")


def other_of_two(text: MentionedText, noun: Token, owners: Iterable[Entity]) -> list[Ref]:
    """«X accuse Y. Y a accusé son voisin»: the only State beside the `owners`, whose neighbour it is, that
    stands shortly before; empty where there are none or more."""
    own = {owner.id for owner in owners}
    if not own:
        return []
    before = [r.entity for r in text.mentioned_before(noun, REACH) if r.entity.type is ActorType.STATE]
    others = {state.id: state for state in before if state.id not in own}
    return [Ref(state, noun.i, "anaphor") for state in others.values()] if len(others) == 1 else []
