"""Masculine and feminine: of articles, of pronouns, and of names of which «l'» tells nothing."""

from __future__ import annotations

from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.ontology.claims import ActorType

GENDERS = {
    "il": "m",
    "elle": "f",
    "elles": "f",
    "celui-ci": "m",
    "celle-ci": "f",
    "dernier": "m",
    "dernière": "f",
}
OTHER = {"m": "f", "f": "m"}
ARTICLES = {"le": "m", "un": "m", "la": "f", "une": "f", "ce": "m", "cet": "m", "cette": "f"}
FEMININE = word_set("pronouns", "feminine")
VOWELS = frozenset("aeéèiou")


def gender_by_name(ref: Ref) -> str | None:
    """Of whom an article without a vowel tells nothing: «l'Union africaine», «l'ONU», «l'Algérie»."""
    first = ref.entity.label.split()[0].lower()
    if ref.entity.type is ActorType.ORGANISATION:
        return "f" if first in FEMININE else None
    if ref.entity.type is ActorType.STATE and first[0] in VOWELS:
        return "f" if first.endswith("e") else None
    return None
