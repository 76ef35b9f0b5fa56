"""The future and the conditional of verbs to which the tagger gave another tense."""

from __future__ import annotations

from sahelgraph.extract.grammar import VERBAL, lower
from sahelgraph.extract.made_verbs import FINITE
from sahelgraph.extract.trees import Doc, Morph

FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
ONLY_FUTURE = ("ra", "ront")
OF_FUTURE = tuple("r" + ending for ending in FUTURE)
CONDITIONAL = ("ais", "ait", "ions", "iez", "aient")
OF_CONDITIONAL = tuple("r" + ending for ending in CONDITIONAL)
WITH_R = ("rer", "rir", "rre", "raire", "raître")
"""Ends of the verbs of which an imperfect or a present looks like a conditional: «tirait», «ouvrait»."""


def mend_tenses(doc: Doc) -> None:
    """Gives the verbs that are spelled as their infinitive and an ending of the future or the conditional
    («quitteront», «partirait») these tenses, where the tagger saw others, and takes the future from those
    that are not («fournit»). Changes `doc`."""
    for token in doc:
        if "Tense=Fut" in str(token.morph) and not lower(token).endswith(OF_FUTURE):
            token.morph = Morph(FINITE)
        if token.pos_ not in VERBAL or not token.lemma_.endswith(("r", "re")):
            continue
        stem, word = token.lemma_.removesuffix("e"), lower(token)
        is_past = "Tense=Past" in token.morph or "Tense=Pres" in token.morph
        if is_past and word.endswith(ONLY_FUTURE) and "Mood=Ind" in token.morph and not stem.endswith("rer"):
            token.morph = Morph("Mood=Ind|Tense=Fut|VerbForm=Fin")  # «recevra»; not «rencontra»
            continue
        if not word.startswith(stem):
            is_open = token.pos_ == "VERB" and "Mood=Cnd" not in str(token.morph)
            if is_open and word.endswith(OF_CONDITIONAL) and not token.lemma_.endswith(WITH_R):
                token.morph = Morph("Mood=Cnd|Tense=Pres|VerbForm=Fin")  # «soutiendrait»
            continue
        if word[len(stem) :] in FUTURE and "Tense=Fut" not in str(token.morph):
            token.morph = Morph("Mood=Ind|Tense=Fut|VerbForm=Fin")
        elif word[len(stem) :] in CONDITIONAL and "Mood=Cnd" not in str(token.morph):
            token.morph = Morph("Mood=Cnd|Tense=Pres|VerbForm=Fin")
