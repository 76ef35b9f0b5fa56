"""Events that a date counts from: «au lendemain de l'attaque», «deux jours après avoir quitté X».

Such words date what the clause tells, and by it the event: what was said on Tuesday, the day after an attack,
puts the attack on Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sahelgraph.extract.dates import DateMention, read_date
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.ontology.when import When

REACH = 4
"""Words from «après» to the event, at most: «après la nouvelle attaque»."""
BEGINNINGS = word_set("counted", "beginnings")
OPENING = 3
"""As many words more stand before the event then: «le début de»."""
DAYS = {"lendemain": -1, "surlendemain": -2, "veille": 1, "avant-veille": 2}
SPANS = {"après": "il y a", "avant": "dans"}
"""How what lies so long before or after is said of the base itself."""
BETWEEN = frozenset(("DET", "ADP", "ADJ", "NUM"))
BEFORE_INFINITIVE = frozenset(("AUX", "PRON", "ADV"))


def count_before(trigger: Token, doc: Doc, dates: Sequence[DateMention]) -> DateMention | None:
    """The words before a noun or a past infinitive that count from it and name no time themselves."""
    if trigger.pos_ != "NOUN" and not is_past_infinitive(trigger):
        return None
    between = BETWEEN if trigger.pos_ == "NOUN" else BEFORE_INFINITIVE
    for mention in dates:
        if mention.when is not None or not _last_word(mention) & (DAYS.keys() | SPANS.keys()):
            continue
        span = doc.char_span(mention.start, mention.end)
        if span is None or not 0 <= trigger.i - span.end < REACH + OPENING:
            continue
        words = [t for t in doc[span.end : trigger.i] if t.lemma_ not in BEGINNINGS]
        added = OPENING if len(words) < trigger.i - span.end else 0
        if trigger.i - span.end < REACH + added and all(t.pos_ in between for t in words):
            return mention
    return None


def is_past_infinitive(verb: Token) -> bool:
    """«avoir pris», «s'être emparé»."""
    return any("VerbForm=Inf" in str(c.morph) for c in verb.children if c.dep_.startswith("aux"))


def counted_back(mention: DateMention, base: date) -> When | None:
    """The time of the event, where `base` is the day that was so long after or before it; None where the
    words give no number."""
    for word in _last_word(mention):
        if word in DAYS:
            return When.parse((base + timedelta(DAYS[word])).isoformat())
        if word in SPANS:
            length = mention.text[: -len(word)].strip()
            return _on_its_day(read_date(f"{SPANS[word]} {length}", base), base)
    return None


def _on_its_day(when: When | None, base: date) -> When | None:
    """Of a week, the day of `base`: «une semaine après» counts seven days."""
    if when is None or when.earliest_start is None or when.latest_end is None:
        return when
    if when.latest_end - when.earliest_start != timedelta(6):
        return when
    return When.parse((when.earliest_start + timedelta(base.weekday())).isoformat())


def _last_word(mention: DateMention) -> set[str]:
    return set(mention.text.lower().split()[-1:])
