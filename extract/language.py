"""Is a text in French?"""

from __future__ import annotations

# Natural logarithm of how many times likelier than French another language must be. Pieces of 120
# characters of French news stay at 0; a short sentence of English is beyond 40.
SURE = 20.0


def other_language(text: str) -> str | None:
    """The ISO 639 code of the language of a text that is surely not French, else None.

    Method: the naive Bayes classifier of langid (Lui and Baldwin 2012)."""
    import py3langid

    scores: dict[str, float] = dict(py3langid.rank(text))
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] - scores["fr"] > SURE else None
