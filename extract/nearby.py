"""Do a force and a place that stand near each other belong together?"""

from __future__ import annotations

from sahelgraph.extract.grammar import (
    THAT,
    VERBAL,
    has_auxiliary,
    is_finite,
    is_participle,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Span, Token

AROUND = frozenset(("autour", "abords", "environs", "portes"))
HELD = word_set("presence", "held")


def are_joined(one: Token, other: Token) -> bool:
    """«des soldats kényans et des policiers ghanéens»: nothing but the list stands between."""
    first, last = sorted((one, other), key=lambda t: t.i)
    between = first.doc[first.i + 1 : last.i]
    is_list = any(lower(t) in ("et", ",") for t in between)
    return is_list and all(t.pos_ not in (*VERBAL, "SCONJ", "PRON") for t in between)


def is_around(place: Token) -> bool:
    """«autour de Kinshasa», «aux abords de la ville»."""
    return linear_case(place) == "de" and place.i > 2 and lower(place.doc[place.i - 2]) in AROUND


def is_cleft(place: Token) -> bool:
    """«c'est au Togo que …»"""
    before = [lower(t) for t in place.doc[max(place.sent.start, place.i - 4) : place.i]]
    behind = place.doc[place.i + 1] if place.i + 1 < place.sent.end else place
    return "c'" in before and lower(behind) in THAT


def turns(between: Span) -> bool:
    """«repoussés par l'armée belge, les rebelles ont fui vers …»: of others than who acted before."""
    commas = [t.i for t in between if t.text == ","]
    return bool(commas) and any(is_finite(t) for t in between if t.i > commas[0])


def is_held(force: Token, place: Token) -> bool:
    """«dix soldats de X détenus à Y»: captives are nowhere deployed, as captors are."""
    behind = (t for t in force.doc[force.i + 1 : place.i] if t.lemma_ in HELD)
    return any(
        t.pos_ not in VERBAL or is_passive(t) or (is_participle(t, "Past") and not has_auxiliary(t))
        for t in behind
    )
