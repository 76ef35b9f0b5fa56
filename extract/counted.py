"""Events that a date counts from: «au lendemain de l'attaque», «deux jours après le putsch».

Such words date what the clause tells, and by it the event: what was said on Tuesday, the day after an attack,
puts the attack on Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sahelgraph.extract.dates import DateMention, read_date
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.ontology.when import When

REACH = 4
"""Words from «après» to the event, at most: «après la nouvelle attaque»."""
DAYS = {"lendemain": -1, "surlendemain": -2, "veille": 1, "avant-veille": 2}
SPANS = {"après": "il y a", "avant": "dans"}
"""How what lies so long before or after is said of the base itself."""
BETWEEN = frozenset(("DET", "ADP", "ADJ", "NUM"))


def count_before(trigger: Token, doc: Doc, dates: Sequence[DateMention]) -> DateMention | None:
    """The words before a noun that count from it, where they name no time of their own."""
    if trigger.pos_ != "NOUN":
        return None
    for mention in dates:
        if mention.when is not None or not _last_word(mention) & (DAYS.keys() | SPANS.keys()):
            continue
        span = doc.char_span(mention.start, mention.end)
        if span is None or not 0 <= trigger.i - span.end < REACH:
            continue
        if all(t.pos_ in BETWEEN for t in doc[span.end : trigger.i]):
            return mention
    return None


def counted_back(mention: DateMention, base: date) -> When | None:
    """The time of the event, where `base` is the day that was so long after or before it; None where the
    words give no number."""
    for word in _last_word(mention):
        if word in DAYS:
            return When.parse((base + timedelta(DAYS[word])).isoformat())
        if word in SPANS:
            length = mention.text[: -len(word)].strip()
            return read_date(f"{SPANS[word]} {length}", base)
    return None


def _last_word(mention: DateMention) -> set[str]:
    return set(mention.text.lower().split()[-1:])
