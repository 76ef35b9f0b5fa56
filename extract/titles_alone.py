"""Who is meant by a rank, a title or a delegation of which nothing says whose it is: «le général», «le chef
de l'État», «la délégation conduite par X»."""

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
HEADS = word_set("titles_alone", "heads")
PREMIERS = word_set("titles_alone", "premiers")
KINGS = word_set("titles_alone", "kings")
ENVOYS = word_set("titles_alone", "envoys")
CHIEF = "chef"
LED = {"etat": HEADS, "état": HEADS, "gouvernement": PREMIERS, "exécutif": PREMIERS}
BACK = 79
TITLE = 6
ARTICLES = frozenset(("le", "la", "l'", "du", "au"))
ALONE = frozenset(("VERB", "AUX", "PUNCT", "PRON", "ADV"))
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


def titled(text: MentionedText, noun: Token) -> list[Ref]:
    """«Le chef de l'État a accusé», «Le souverain a reçu»: who was last named with such a title before the
    name, where his sentence names no other who bears one."""
    titles = _titles(noun)
    if titles is None or not has_definite_article(noun) or "Number=Plur" in noun.morph:
        return []
    found: list[Ref] = []
    for ref in text.mentioned_before(noun, BACK):
        name = text.doc[ref.token]
        if found and name.sent is not text.doc[found[0].token].sent:
            break
        near = name.doc[max(name.sent.start, name.i - TITLE) : name.i]
        if ref.entity.type is ActorType.PERSON and any(lower(t) in titles for t in near):
            found.append(ref)
    others = any(r.entity != found[0].entity for r in found)
    return [Ref(found[0].entity, noun.i, "anaphor")] if found and not others else []


def _titles(noun: Token) -> frozenset[str] | None:
    """The titles that go with one that stands alone; None where it does not."""
    last, word = noun, lower(noun)
    titles = next((g for g in (HEADS, KINGS, ENVOYS) if word in g), None)
    if word == CHIEF:
        behind = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
        last = next((t for t in behind if lower(t) in LED), noun)
        titles = LED.get(lower(last))
    elif word == "ministre" and noun.i > 0 and lower(noun.nbor(-1)) == "premier":
        titles = PREMIERS
    first = noun.nbor(-1) if titles is PREMIERS and word != CHIEF and noun.i > 1 else noun
    if first.i == 0 or lower(first.nbor(-1)) not in ARTICLES:
        return None  # «le nouveau président»
    if titles is None or last.i + 1 >= noun.sent.end or last.nbor().pos_ not in ALONE:
        return None
    return titles
