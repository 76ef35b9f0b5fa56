"""A parsed article with its mentions by token, its lists, and its nouns by what they stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from functools import cached_property

from sahelgraph.extract.enumerations import Enumeration, find_enumerations
from sahelgraph.extract.grammar import lower
from sahelgraph.extract.lexicon.nouns import Nouns, lemma_and_singulars
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.refs import ACTING, Ref
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.word_index import WordIndex
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Entity

FIRST_LINES = 3
BORDERING = re.compile(r"\b(?:fronti|limitroph|voisin)\w*\s+(?:avec|de|du|à|au)\s?(?:l['’]|le |la |les )?$")
HANGING_REACH = 4
DASHES = frozenset(("-", "‑", "–", "—", "/"))


class MentionedText:
    """What stands where in one article, before anybody asks who is meant."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        article: Article,
        entities: Mapping[str, Entity],
        nouns: Nouns,
    ) -> None:
        self.doc = doc
        self.article = article
        self.mentions = tuple(mentions)
        self.nouns = nouns
        self.enumerations = find_enumerations(
            article.text, [m for m in mentions if m.kind is not Kind.COMBINING]
        )
        self.voices: dict[int, tuple[Entity, ...]] = {}
        self._entities = entities
        self._forms = [lemma_and_singulars(token.lemma_, lower(token)) for token in doc]
        self._words = WordIndex(doc)
        self._token_of = _tokens_of(doc, mentions)
        self._at: dict[int, list[Mention]] = {}
        for mention, index in self._token_of.items():
            self._at.setdefault(index, []).append(mention)
        self._lists: dict[int, Enumeration] = {}
        for enumeration in self.enumerations:
            for mention in enumeration.mentions:
                if mention in self._token_of:
                    self._lists[self._token_of[mention]] = enumeration

    def entity(self, actor_id: str | None) -> Entity | None:
        """A known actor as claims name it."""
        return None if actor_id is None else self._entities.get(actor_id)

    def speaking(self, token: Token) -> tuple[Entity, ...]:
        """Who says «je» or «nous» here; known once `voices` has the speakers of each sentence, by the
        index of its first token."""
        return self.voices.get(token.sent.start, ())

    # --- mentions

    def mentions_at(self, token: Token) -> list[Mention]:
        """The mentions that begin in a token."""
        return self._at.get(token.i, [])

    def names_at(self, token: Token) -> list[Ref]:
        """The actors named in a token, nationalities among them."""
        return [Ref(m.entity, token.i, "name") for m in self._at.get(token.i, [])]

    def token_of(self, mention: Mention) -> Token | None:
        """The token that a mention begins in; None where the parsed text lacks it."""
        index = self._token_of.get(mention)
        return None if index is None else self.doc.tokens[index]

    def mention_tokens(self, start: int, end: int) -> list[tuple[Token, Mention]]:
        """The mentions whose token lies in start..end (token indices), in order."""
        return [(self.doc[i], m) for i in range(start, end) for m in self._at.get(i, [])]

    def mentioned_before(self, token: Token, reach: int | None = None) -> Iterator[Ref]:
        """The mentions before a token, the nearest first, up to `reach` tokens back."""
        for index in reversed(self.mention_indices):
            if reach is not None and token.i - index > reach:
                return
            if index < token.i:
                yield from (Ref(m.entity, index, m.kind.value) for m in reversed(self._at[index]))

    @cached_property
    def mention_indices(self) -> tuple[int, ...]:
        """The indices of the tokens that mentions begin in, in order."""
        return tuple(sorted(self._at))

    @cached_property
    def mentioning_tokens(self) -> tuple[Token, ...]:
        """The tokens that mentions begin in, in order."""
        return tuple(self.doc[index] for index in self.mention_indices)

    def list_around(self, token: Token) -> list[Ref]:
        """All that the text lists side by side with the mention in this token, itself included; empty
        where it stands alone."""
        enumeration = self._lists.get(token.i)
        if enumeration is None:
            return []
        return [Ref(m.entity, self._token_of.get(m, token.i), "list") for m in enumeration.mentions]

    def joined_behind(self, noun: Token) -> list[Ref]:
        """«la guerre X-Y», «une réunion tripartite X-Y-Z»: the names that dashes join right behind a noun
        and its adjectives; empty where no dash joins any; without the places among them."""
        index = noun.i + 1
        while index < noun.sent.end and self.doc[index].pos_ in ("ADJ", "NOUN") and not self._at.get(index):
            index += 1
        found: list[Ref] = []
        while index < noun.sent.end and (named := self._at.get(index)):
            if named[0].kind in (Kind.DEMONYM, Kind.COMBINING):
                return []
            found.append(Ref(named[0].entity, index, "name"))
            if index + 1 == noun.sent.end or self.doc[index + 1].text not in DASHES:
                break
            index += 2
        return [r for r in found if r.entity.type in ACTING] if len(found) > 1 else []

    @cached_property
    def topic(self) -> Entity | None:
        """The State that the article is about: named most, the first lines counting more; not for what lies
        on its border («près de la frontière avec X»)."""
        counts: Counter[Entity] = Counter()
        states = (m for m in self.mentions if m.entity.type is ActorType.STATE)
        inner = (m for m in states if not BORDERING.search(self.article.text[: m.start][-30:]))
        for position, mention in enumerate(inner):
            counts[mention.entity] += 3 if position < FIRST_LINES and mention.kind is not Kind.CAPITAL else 1
        if not counts:
            counts.update(self._states_of_names())
        return counts.most_common(1)[0][0] if counts else None

    def _states_of_names(self) -> Iterator[Entity]:
        """The States in which the places, bodies and persons of the article are, once for each mention."""
        by_label = {e.label: e for e in self._entities.values() if e.type is ActorType.STATE}
        labels = (m.entity.state for m in self.mentions if m.entity.state)
        return (by_label[label] for label in labels if label in by_label)

    def is_background(self, index: int) -> bool:
        """Is the actor at this token only named to say what another belongs to: «lié à X», «branche de X»?"""
        start = max(self.doc[index].sent.start, index - HANGING_REACH)
        return any(lower(word) in self.nouns.hanging for word in self.doc[start:index])

    # --- words

    def tokens_with(self, *words: Set[str], like: re.Pattern[str] | None = None) -> list[Token]:
        """The tokens, in the order of the text, that a rule has to visit that asks about these words: all
        that have a form among them, or are `like` a pattern (see WordIndex)."""
        return self._words.tokens(*words, like=like)

    # --- nouns

    def noun_forms(self, token: Token) -> tuple[str, ...]:
        """The forms under which the lexicon may hold a noun: its lemma, then candidate singulars."""
        return self._forms[token.i]

    def is_noun(self, token: Token, words: Container[str]) -> bool:
        """Is the token a form of one of these nouns?"""
        for form in self._forms[token.i]:  # noqa: SIM110 (asked of every word by a dozen rules)
            if form in words:
                return True
        return False

    def noun_classes(self, token: Token) -> frozenset[str]:
        """What a noun stands for («armée»: forces), see nouns.toml; empty where it is for nobody."""
        for form in self.noun_forms(token):
            if classes := self.nouns.stands_for(form):
                return classes
        return frozenset()


def _tokens_of(doc: Doc, mentions: Sequence[Mention]) -> dict[Mention, int]:
    """For each mention the index of the token that it begins in."""
    starts = {token.idx: token.i for token in doc}
    found: dict[Mention, int] = {}
    for mention in mentions:
        index = starts.get(mention.start)
        if index is None:
            index = next((t.i for t in doc if t.idx <= mention.start < t.idx + len(t.text)), None)
        if index is not None:
            found[mention] = index
    return found
