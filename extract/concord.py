"""Do the forms of two words say that they belong together: gender and number."""

from __future__ import annotations

from sahelgraph.extract.grammar import lower
from sahelgraph.extract.trees import Token

OF_EITHER_GENDER = tuple(
    f"{e}{s}"
    for e in ("russe", "belge", "erbe", "arabe", "aque", "croate", "suisse", "nabè", "nabé")
    for s in ("", "s")
)
"""Ends of nationalities whose gender the tagger has to guess."""


def agrees(adjective: Token, noun: Token, strictly: bool = False) -> bool:
    """May the adjective belong to the noun? Not where their genders are known to differ, which the one
    right behind its noun is not asked unless `strictly`."""
    if adjective.i == noun.i + 1 and not strictly:
        return True
    if lower(adjective).endswith(OF_EITHER_GENDER):
        return True
    one, other = adjective.morph.get("Gender"), noun.morph.get("Gender")
    return not (one and other and one != other)


def in_concord(word: Token, other: Token) -> bool:
    """Do gender and number of two words fit, as far as they are known?"""
    return all(
        not (mine := word.morph.get(feature)) or not (its := other.morph.get(feature)) or mine == its
        for feature in ("Gender", "Number")
    )


def disagree(name: Token, participle: Token) -> bool:
    """«au Mali, soutenue par …»: the article before a name tells that the participle is not of it."""
    article = lower(name.nbor(-1)) if name.i else ""
    feminine = lower(participle).endswith(("ée", "ées", "ue", "ues", "ie", "ies"))
    masculine = lower(participle).endswith(("é", "és", "u", "us", "i", "is"))
    return (article in ("le", "du", "au") and feminine) or (article == "la" and masculine)


SINGULAR = ("tient", "vient", "dément", "ment", "sent", "consent", "ressent", "pressent")
"""Ends of verbs in the singular that look like plurals."""


def is_of_several(verb: Token) -> bool:
    """Do several do it, by the spelling of its finite word: «accusent», «ont accusé»? The tagger often takes
    one for the other."""
    word = lower(next((c for c in verb.children if c.dep_.startswith("aux")), verb))
    return word.endswith("nt") and not word.endswith(SINGULAR[:2]) and word not in SINGULAR
