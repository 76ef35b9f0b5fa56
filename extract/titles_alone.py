"""Who is meant by a rank or a delegation of which nothing says whose it is: «le général», «la délégation
conduite par X»."""

from __future__ import annotations

from sahelgraph.extract.grammar import agents, has_definite_article, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

DELEGATIONS = frozenset(("délégation", "mission"))
LEADING = word_set("stated_subjects", "leading")
RANKS = word_set("phrases", "ranks")
BACK = 79
BESIDE = 3


def headed(text: MentionedText, noun: Token) -> list[Ref]:
    """«Cette délégation, dirigée par X, est arrivée»: X."""
    if not text.is_noun(noun, DELEGATIONS):
        return []
    led = (a for c in noun.children if c.lemma_ in LEADING for a in agents(c))
    named = (m for t in led for w in (t, *t.children) for m in text.mentions_at(w))
    return [Ref(m.entity, noun.i, "part") for m in named if m.entity.type is ActorType.PERSON][:1]


def ranked(text: MentionedText, noun: Token) -> list[Ref]:
    """«Le général a été reçu»: who was last named with that rank before the name."""
    if not text.is_noun(noun, RANKS) or not has_definite_article(noun):
        return []
    if noun.i + 1 < noun.sent.end and noun.nbor().pos_ in ("ADJ", "ADP", "PROPN", "NOUN"):
        return []
    for ref in text.mentioned_before(noun, BACK):
        name = text.doc[ref.token]
        near = name.doc[max(name.sent.start, name.i - BESIDE) : name.i]
        if ref.entity.type is ActorType.PERSON and any(lower(t) == lower(noun) for t in near):
            return [Ref(ref.entity, noun.i, "anaphor")]
    return []
