"""Whether a state held, began or ended in the time of a question."""

from __future__ import annotations

from sahelgraph.ontology.questions import Aspect, Question
from sahelgraph.ontology.when import Certainty, When


def phase(when: When, aspect: Aspect) -> When | None:
    """The beginning or the end of a state, as an event; None where nothing says that it has one."""
    low, high = when.bounds[:2] if aspect is Aspect.BEGINS else when.bounds[2:]
    known = low if aspect is Aspect.BEGINS else high
    return When.of_bounds(low, high, low, high) if known else None


def during(when: When, question: Question) -> Certainty:
    """How sure is it that the state held, began or ended in the time that is asked about?"""
    first, last = question.window
    if question.throughout and question.start and question.start.latest_end:
        begun = question.start.latest_end
        return when.covers_any(begun, begun)
    if question.aspect is Aspect.HOLDS:
        return when.covers_any(first, last) if question.bounded else Certainty.CERTAIN
    turn = phase(when, question.aspect)
    if turn is None:
        return Certainty.NO
    return turn.covers_any(first, last) if question.bounded else Certainty.CERTAIN
