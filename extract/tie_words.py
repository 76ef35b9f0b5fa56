"""The words of a tie where they stand in a sentence with little between: «soutenu, selon l'ONU, par»."""

from __future__ import annotations

from sahelgraph.extract.grammar import LOCUTIONS, QUOTES, VERBAL, linear_case, lower
from sahelgraph.extract.lexicon.nouns import word_and_lemma
from sahelgraph.extract.lexicon.ties import PLAIN, Tie
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import LANDS
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

BETWEEN = 4
BETWEEN_OF_VERB = 7
INSERTED = frozenset(("ADJ", "ADP", "ADV", "DET", "NOUN", "NUM", "PUNCT"))
"""What may stand between a participle and «par»: «aidé, dans cette guerre, par X»."""
WHERE = frozenset(("en", "à", "dans"))
MONTHS = frozenset(
    (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre"),
        *("novembre", "décembre", "début", "fin"),
    )
)


def matched(scene: Scene, first: Token, words: tuple[str, ...], tie: Tie) -> list[Token] | None:
    """The tokens of the words from `first` on; None where they do not stand there."""
    found = [first]
    end = first.sent.end
    most = BETWEEN_OF_VERB if tie.before == "verb" else BETWEEN
    between = 0
    index = first.i + 1
    for word in words[1:]:
        while True:
            if index >= end:
                return None
            token = first.doc[index]
            index += 1
            if word in forms(token):
                found.append(token)
                break
            between += 1
            named = bool(scene.mentions_at(token)) and not _is_source(token)
            inserted = words[-1] == "par" and token.pos_ in INSERTED and not named
            if between > (BETWEEN_OF_VERB if inserted else most) or not (
                inserted or _may_stand_between(scene, first, token, tie)
            ):
                return None
    if tie.with_ and not any(form in tie.with_ for t in first.sent for form in (lower(t), t.lemma_.lower())):
        return None
    following = lower(first.doc[index]) if index < end else ""
    is_source = following == "après" and lower(found[-1]) == "d'"  # «appuyé d'après X par Y»
    return None if following in LOCUTIONS or is_source else found


def has_acted(word: Token, tie: Tie) -> bool:
    """Is a participle that the tie takes as passive one of a perfect with «avoir»?"""
    if tie.before != "phrase" or word.pos_ not in VERBAL:
        return False
    for earlier in reversed(word.doc[max(word.sent.start, word.i - BETWEEN) : word.i]):
        if earlier.pos_ == "AUX":
            return earlier.lemma_ == "avoir"
        if earlier.pos_ not in ("ADV", "ADP", "PRON"):
            return False
    return False


def _is_source(token: Token) -> bool:
    """«soutenu selon l'ONU par …»"""
    before = [lower(t) for t in token.doc[max(token.sent.start, token.i - 3) : token.i]]
    return "selon" in before or "d'après" in before or ("d'" in before and "après" in before)


def _may_stand_between(scene: Scene, first: Token, token: Token, tie: Tie) -> bool:
    if any(m.kind is not Kind.DEMONYM for m in scene.mentions_at(token)):
        if tie.relation == "allied-with" and _says_where(scene, token):
            return True
        return tie.before == "verb" and all(
            m.entity.type is ActorType.PLACE for m in scene.mentions_at(token)
        )
    if tie.before == "verb" and first.lemma_ != "être":
        return token.pos_ not in ("VERB", "PUNCT", "CCONJ", "SCONJ", "PRON") or token.text in QUOTES
    return (
        token.pos_ in ("ADJ", "ADV", "AUX")
        or token.text in QUOTES
        or is_date(token)
        or (tie.relation == "allied-with" and _says_where(scene, token))
    )


def _says_where(scene: Scene, token: Token) -> bool:
    """«présents en Libye aux côtés de»: the place, or the words that bring it in."""
    if linear_case(token) in WHERE and (mentions := scene.mentions_at(token)):
        return all(m.entity.type in LANDS for m in mentions)
    following = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    opens = token.pos_ in ("ADP", "DET") and not scene.mentions_at(token)
    return opens and any(linear_case(t) in WHERE and scene.mentions_at(t) for t in following)


def forms(token: Token) -> tuple[str, ...]:
    """The spellings under which a tie may hold a word."""
    return word_and_lemma(plain(token), token.lemma_)


def plain(token: Token) -> str:
    """A word in the one spelling that ties have: «d'» is «de»."""
    word = lower(token)
    return PLAIN.get(word, word)


def is_date(token: Token) -> bool:
    """Is it of a date: «en mars», «depuis 2019»?"""
    if lower(token) in ("en", "depuis", "dès", "de") and token.i + 1 < len(token.doc):
        return is_date(token.nbor())
    return token.pos_ == "NUM" or lower(token) in MONTHS
