"""Which words of a text a rule visits that asks about a set of words."""

import re
from collections.abc import Set

import pytest

from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.word_index import WordIndex, by_sentence, forms_of, in_order

WORDS = (
    ("Les", "le"),
    ("généraux", "général"),
    ("dirigent", "diriger"),
    ("l’", "le"),
    ("École", "école"),
    (".", "."),
    ("Elles", "il"),
    ("ferment", "fermer"),
    ("les", "le"),
    ("écoles", "école"),
    (".", "."),
)


@pytest.fixture
def doc() -> Doc:
    tokens, offset = [], 0
    for place, (text, lemma) in enumerate(WORDS):
        tokens.append(Token(place, offset, text, lemma, "X", "dep", ""))
        offset += len(text) + 1
    return Doc(" ".join(text for text, _ in WORDS), tokens, range(len(tokens)), (0, 6))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"généraux"}, ["généraux"]),
        ({"général"}, ["généraux"]),
        ({"general"}, ["généraux"]),
        ({"diriger"}, ["dirigent"]),
        ({"école", "diriger"}, ["dirigent", "École", "écoles"]),
        ({"l'"}, ["l’"]),
        ({"armée"}, []),
        (set(), []),
    ],
)
def test_words_are_found_in_the_order_of_the_text(doc: Doc, words: Set[str], found: list[str]) -> None:
    assert [token.text for token in WordIndex(doc).tokens(words)] == found


def test_several_sets_and_a_pattern_find_each_word_once(doc: Doc) -> None:
    found = WordIndex(doc).tokens({"école"}, {"école", "fermer"}, like=re.compile(r"f\w+|.*nt"))
    assert [token.text for token in found] == ["dirigent", "École", "ferment", "écoles"]


def test_a_pattern_must_match_the_whole_word(doc: Doc) -> None:
    assert [t.text for t in WordIndex(doc).tokens(like=re.compile("elle"))] == []
    assert [t.text for t in WordIndex(doc).tokens(like=re.compile("elles?"))] == ["Elles"]


def test_tokens_come_in_order_and_once(doc: Doc) -> None:
    assert [t.i for t in in_order([doc[4], doc[2], doc[4], doc[0]])] == [0, 2, 4]


def test_tokens_by_the_start_of_their_sentence(doc: Doc) -> None:
    found = by_sentence([doc[1], doc[7], doc[9]])
    assert {start: [t.text for t in tokens] for start, tokens in found.items()} == {
        0: ["généraux"],
        6: ["ferment", "écoles"],
    }


def test_forms_hold_the_spellings_of_lexicons() -> None:
    assert {"réfugiées", "réfugié", "refugie", "réfugiée"} <= forms_of("réfugiées", "réfugié")
