"""Mends the lemmas that the parser gives to verbs: «fondent» is of «fonder», not of «fondre»."""

from __future__ import annotations

from sahelgraph.extract.grammar import VERBAL, case_of, lower
from sahelgraph.extract.trees import Doc, Token

INFINITIVE = ("er", "ir", "re", "oir")
ENDINGS = (
    *("eraient", "erait", "aient", "èrent", "eront", "ons", "ait", "ent", "era", "ant"),
    *("ées", "ée", "és", "ez", "es", "é", "e", "a"),
)
HOMOGRAPH = "fondre"
FOUNDS = "fonde"
SWOOPING = ("sur", "dans", "à", "vers", "en")


def mend_lemmas(doc: Doc, known: frozenset[str]) -> None:
    """Gives verbs whose lemma is no infinitive («compte») or no verb of the lexicon («fondent» as of
    «fondre») the regular one, where that is known."""
    for token in doc:
        doubtful = not token.lemma_.endswith(INFINITIVE) or token.lemma_ not in known
        doubtful = doubtful or (token.lemma_ == HOMOGRAPH and not _swoops(token))
        if token.pos_ == "ADV" and token.dep_ == "nmod" and lower(token).endswith("s") and case_of(token):
            token.pos_, token.lemma_ = "NOUN", lower(token)[:-1]  # «de raids israéliens»
        if token.pos_ in VERBAL and doubtful:
            word = token.text.lower()
            stems = (word[: -len(e)] for e in ENDINGS if word.endswith(e))
            guesses = (f"{written}er" for stem in stems for written in unaccented(stem))
            token.lemma_ = next((g for g in guesses if g in known), token.lemma_)


def unaccented(stem: str) -> tuple[str, ...]:
    """The stem of a form, and what it may be in the infinitive: «sièg-e» of «siéger», «mèn-e» of «mener»."""
    before, grave, behind = stem.rpartition("è")
    return (stem, f"{before}é{behind}", f"{before}e{behind}") if grave else (stem,)


def _swoops(verb: Token) -> bool:
    """«fondent sur la ville», «se fondent dans la foule»: no form of «fonder»."""
    following = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    reflexive = verb.i > verb.sent.start and lower(verb.nbor(-1)) in ("se", "s'")
    return reflexive or (lower(following) in SWOOPING and lower(verb) != FOUNDS)
