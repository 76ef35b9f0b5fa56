"""Arguments by the order of words, for where the parse has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from sahelgraph.extract.grammar import (
    LOCUTIONS,
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
from sahelgraph.extract.scene import RELATIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

WINDOW = 12
REACH = 9
STOPS = frozenset((";", ":", "»", "«", "“", "”", '"'))
MEANWHILE = frozenset(("tandis", "alors", "pendant", "bien"))
CLOSING = frozenset(("»", "”", '"'))
IN_PHRASE = frozenset(("NOUN", "ADJ", "DET", "PROPN", "ADP"))
HELPING = word_set("nearness", "helping")
APART = word_set("nearness", "apart")
WEAK = frozenset(("context", "anaphor", "default", "possessor"))
"""Ways of meaning an actor (`Ref.how`) that do not count where word order alone makes it an argument."""


def neighbours(word: Token, leftwards: bool) -> Iterator[Token]:
    """The words on one side of a verb or noun, nearest first: at most WINDOW of them, up to the next
    finite verb or hard stop, within the sentence."""
    step = -1 if leftwards else 1
    sentence, words = word.sent, word.doc.tokens
    start, end = sentence.start, sentence.end
    index = word.i + step
    while start <= index < end and abs(index - word.i) <= WINDOW:
        token = words[index]
        if token.text in STOPS or (is_finite(token) and not token.dep_.startswith("aux")):
            return
        if not leftwards and is_finite(token) and token.nbor(-1).text == ",":
            return  # «…, a indiqué X»
        if not leftwards and is_participle(token, "Pres") and lower(token.nbor(-1)) != "en":
            return  # «combat au sein d'une coalition comprenant X»
        if not leftwards and lower(token) == "ce" and lower(words[min(index + 1, end - 1)]) in RELATIVES:
            return  # «…, ce que X dément»
        if not leftwards and token.lower in MEANWHILE and lower(words[min(index + 1, end - 1)]) in THAT:
            return  # «…, tandis que X négocie»
        yield token
        index += step


def nearest_actors(
    scene: Scene, verb: Token, slots: Iterable[str], types: Collection[ActorType]
) -> list[Ref]:
    """The actors of the given types named by the nearest noun phrase that stands where one of the slots
    (see `Frame.subject`) stands in plain word order; empty where there is none."""
    passive = is_passive(verb)
    for slot in slots:
        if slot == "place":
            continue
        preposition, leftwards = _position(slot, passive)
        for token in neighbours(verb, leftwards):
            if linear_case(token) != preposition or (preposition == "à" and lower(token) in LOCUTIONS):
                continue
            if preposition == "par" and _is_done_to_other(verb, token):
                continue
            if preposition == "de" and (_is_of_locution(token) or token.head.lemma_ in HELPING):
                continue
            if preposition == "de" and token.dep_ == "nmod" and linear_case(token.head) == "contre":
                continue  # «coalisés contre le régime de X»
            refs = [r for r in scene.actors(token) if r.entity.type in types and r.how not in WEAK]
            if preposition == "par" and not refs and passive and scene.mentions_at(token):
                break  # «retenus par un groupe et libérés par l'armée»
            if refs and not _is_set_apart(token):
                own = [r for r in refs if r.token == token.i]
                return (own or refs) if leftwards and _is_of_one(verb) else refs
            if leftwards and token.dep_ in ("nsubj", "nsubj:pass"):
                break
    return []


def _is_done_to_other(verb: Token, doer: Token) -> bool:
    """«libérés dans un échange parrainé par X»: X has sponsored, and not freed."""
    index = doer.i - 1
    while index > verb.i and lower(doer.doc[index]) != "par":
        index -= 1
    before = doer.doc[index - 1] if index > verb.i + 1 else verb
    return before is not verb and is_participle(before, "Past") and not has_auxiliary(before)


def _is_set_apart(name: Token) -> bool:
    """«X arme Y, contrairement à Z»: Z does not."""
    chain = takewhile(lambda above: above.pos_ not in VERBAL, (name, *name.ancestors))
    return any(lower(c) in APART for above in chain for c in (above, *above.children))


def _is_of_locution(name: Token) -> bool:
    """«combattre aux côtés de X et de Y»: those stand behind the locution and not behind «de»."""
    for above in name.ancestors:
        if above.pos_ in VERBAL:
            return False
        if lower(above) in LOCUTIONS:
            return True
    return False


def _position(slot: str, passive: bool) -> tuple[str, bool]:
    """The preposition before a slot, empty for none, and whether it stands left of the verb."""
    if slot == "subject":
        return ("par", False) if passive else ("", True)
    if slot == "object":
        return ("", passive)
    return slot, False


def _is_of_one(verb: Token) -> bool:
    """«A, B et C, né en 2011»: a participle in the singular is said of the last alone."""
    return (
        is_participle(verb, "Past")
        and not has_auxiliary(verb)
        and not lower(verb).endswith("s")
        and verb.i > verb.sent.start
        and verb.nbor(-1).text in (",", "(")
    )


def _is_said_of(participle: Token, noun: Token) -> bool:
    """«cette attaque menée», «des raids coordonnés et simultanés»."""
    head = participle.head if participle.dep_ == "conj" else participle
    return is_participle(participle, "Past") and head.head == noun


def actors_done_by(scene: Scene, noun: Token) -> list[Ref]:
    """«l'invasion du Koweït par l'Irak» → l'Irak, wherever the parser hangs «par l'Irak»; also behind a
    closing quotation mark."""
    behind = noun.doc[noun.i + 1 : min(noun.i + REACH, noun.sent.end)]
    closing = next((t for t in behind if t.pos_ not in IN_PHRASE), noun)
    last = [closing] if closing.text in CLOSING else []
    for token in (t for start in (noun, *last) for t in neighbours(start, leftwards=False)):
        if token.i - noun.i > REACH + len(last) * 2 or (
            token.pos_ in VERBAL and not _is_said_of(token, noun)
        ):
            return []
        if linear_case(token) == "par" and (refs := scene.actors(token)):
            return refs
    return []
