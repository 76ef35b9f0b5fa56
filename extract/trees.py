"""A parsed article as plain Python objects, which the rules ask millions of questions.

They answer as spaCy's own do and under the same names, as far as the rules need it. spaCy makes a new
object of each token at each step and looks its strings up each time: reading an article took twice as long.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, wraps
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, overload

from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.lang.fr.lex_attrs import like_num
from spacy.strings import StringStore
from spacy.tokens import Doc as SpacyDoc

PLACE = attrgetter("i")
NO_FEATURES = "_"


class Morph(str):
    """Features of a form as one text: «Gender=Fem|Number=Sing»."""

    __slots__ = ()

    def get(self, feature: str) -> list[str]:
        """The values of a feature, of which there is mostly one; empty where it is not known."""
        return _features(self).get(feature, [])


_morph = cache(Morph)


@cache
def _features(morph: str) -> dict[str, list[str]]:
    pairs = (feature.partition("=") for feature in morph.split("|") if feature)
    return {name: values.split(",") for name, _, values in pairs}


class Token:
    """A word (or a name of several) at `i` in its text, `idx` characters from the start. A root is its own
    head. `lower` is the text in small letters with plain apostrophes."""

    __slots__ = (
        "_head",
        "children",
        "dep_",
        "doc",
        "i",
        "idx",
        "lemma_",
        "lower",
        "morph",
        "pos_",
        "sent",
        "text",
        "whitespace_",
    )

    doc: Doc
    sent: Span
    _head: Token

    def __init__(self, i: int, idx: int, text: str, lemma: str, pos: str, dep: str, morph: str) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower = text.lower().replace("’", "'")
        self.lemma_ = lemma
        self.pos_ = pos
        self.dep_ = dep
        self.morph = _morph(morph)
        self.children: Sequence[Token] = ()
        self._head = self

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def head(self) -> Token:
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        if head is not self and any(above is self for above in head.ancestors):
            self._lift(head)
        if self._head is not self:
            # a new list: whoever walks over the children goes on undisturbed
            self._head.children = [child for child in self._head.children if child is not self]
        self._head = head
        if head is not self:
            head.children = sorted((*head.children, self), key=PLACE)

    def _lift(self, below: Token) -> None:
        """Puts a word that hangs on this one in its place, so that this one can hang on it: no tree runs in
        a circle."""
        below.head, below.dep_ = (below, "ROOT") if self._head is self else (self._head, self.dep_)

    def nbor(self, steps: int = 1) -> Token:
        """The token so many steps further on. Raises IndexError before the first and behind the last."""
        if self.i + steps < 0:
            raise IndexError(self.i + steps)
        return self.doc.tokens[self.i + steps]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it up to the root, nearest first."""
        token = self
        while token._head is not token:
            token = token._head
            yield token

    @property
    def subtree(self) -> list[Token]:
        """The token and all that hangs on it, those left of each word before it."""
        if not self.children:
            return [self]
        found: list[Token] = []
        place = 0
        for child in self.children:
            if child.i < self.i:
                found += child.subtree
                place = len(found)
            else:
                found += child.subtree
        found.insert(place, self)
        return found

    @property
    def left_edge(self) -> Token:
        return min(self.subtree, key=PLACE)

    @property
    def right_edge(self) -> Token:
        return max(self.subtree, key=PLACE)

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        return all(unicodedata.category(character).startswith("P") for character in self.text)

    @property
    def like_num(self) -> bool:
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]


Answer = TypeVar("Answer")


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question about a word that is answered once in a settled text, as rules ask it again and again; the
    answer must be one that nobody changes."""

    @wraps(question)
    def ask(token: Token) -> Answer:
        asked = token.doc.answers
        if asked is None:
            return question(token)
        answers = asked[question]
        if token.i in answers:
            known: Answer = answers[token.i]
            return known
        answers[token.i] = found = question(token)
        return found

    return ask


class Span:
    """The tokens of `doc` from `start` up to, not with, `end`."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, int):
            return self.doc.tokens[self.start : self.end][index]
        start, end, _ = index.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.doc, self.start, self.end) == (
            other.doc,
            other.start,
            other.end,
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """As it stands in the article, without the space behind it."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of several; marks and gaps only where there
        is nothing else."""
        return next((token for token in self if token.head is token), None) or min(self, key=_depth)


def _depth(token: Token) -> int:
    depth = sum(1 for _ in token.ancestors)
    alone = depth and not token.children and (token.is_space or token.is_punct)
    return len(token.doc) if alone else depth


class Doc:
    """A text: its tokens in order, and the sentences that they make. `answers` are those to the questions
    that are `asked_once`, by the place of the word, None as long as the text is not settled."""

    __slots__ = ("_starts", "answers", "sents", "text", "tokens")

    def __init__(
        self, text: str, tokens: Sequence[Token], heads: Sequence[int], starts: Sequence[int]
    ) -> None:
        """`heads` are the places of the tokens' heads, `starts` those at which sentences begin."""
        self.text = text
        self.answers: dict[Callable[[Token], Any], dict[int, Any]] | None = None
        self.tokens = list(tokens)
        self._starts = [token.idx for token in tokens]
        ends = [*starts, len(tokens)][1:]
        self.sents = [Span(self, start, end) for start, end in zip(starts, ends, strict=True)]
        children: dict[int, list[Token]] = {}
        for token, head in zip(self.tokens, heads, strict=True):
            token.doc = self
            if head != token.i:
                token._head = self.tokens[head]
                children.setdefault(head, []).append(token)
        for head, below in children.items():
            self.tokens[head].children = below
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, int):
            return self.tokens[index]
        start, end, _ = index.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def settle(self) -> None:
        """From here on nobody changes the trees: what was answered once stays true."""
        self.answers = defaultdict(dict)

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that hold the characters from `start` up to `end`, the space between two tokens left
        to neither; None outside of the text."""
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self._starts, start) - 1
        if start >= self.tokens[first].idx + len(self.tokens[first]):
            first += 1
        last = bisect_right(self._starts, end - 1) - 1
        return Span(self, first, last + 1)


class Written(NamedTuple):
    """The tokens of a text as it is written, with or without a space behind each, and the places of those
    (quotation marks) that the parser has not seen."""

    words: Sequence[str]
    spaces: Sequence[bool]
    hidden: frozenset[int] = frozenset()


def tree_of(doc: SpacyDoc, written: Written) -> Doc:
    """What spaCy made of a text, with the tokens as they are written; what it has not seen is punctuation of
    the word inside. One that it has not parsed has sentences, but no heads."""
    strings = _Strings(doc.vocab.strings)
    shown, lemmas, kinds, relations, morphs = (
        [strings[key] for key in doc.to_array(attribute).tolist()]
        for attribute in (ORTH, LEMMA, POS, DEP, MORPH)
    )
    words, spaces, hidden = written
    places = [index for index in range(len(words)) if index not in hidden]
    tokens: list[Token] = []
    heads: list[int] = []
    offset = seen = 0
    steps = doc.to_array(HEAD).astype("int64").tolist()
    for index, word in enumerate(words):
        if index in hidden:
            inside = index + 1 if index + 1 < len(words) and index + 1 not in hidden else index - 1
            tokens.append(Token(index, offset, word, word, "PUNCT", "punct" if kinds[0] else "", ""))
            heads.append(inside)
        else:
            lemma = lemmas[seen] if shown[seen] == word else word
            morph = morphs[seen].removeprefix(NO_FEATURES)
            tokens.append(Token(index, offset, word, lemma, kinds[seen], relations[seen], morph))
            heads.append(places[seen + steps[seen]])
            seen += 1
        offset += len(word) + spaces[index]
    text = "".join(word + " " * space for word, space in zip(words, spaces, strict=True))
    marked = doc.to_array(SENT_START).astype("int64").tolist()
    starts = [places[i] for i, start in enumerate(marked) if start == 1]
    return Doc(text, tokens, heads, starts)


class _Strings(dict[int, str]):
    """The strings that spaCy has by number, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = found = self._strings[key]
        return found
