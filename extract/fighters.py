"""Nouns for fighters that stand for an armed group named elsewhere: «les rebelles», «cette guérilla»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from sahelgraph.extract.background import Background
from sahelgraph.extract.grammar import SUBJECTS, case_of, has_definite_article, is_demonstrative, lower
from sahelgraph.extract.lexicon.nouns import singular
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import LANDS, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

THEIRS = frozenset(("son", "sa", "ses", "leur", "leurs"))
AROUND = 5
SECOND = frozenset(("autre", "autres", "second", "seconde", "deuxième", "troisième", "première", "premier"))
LAND_NOUNS = word_set("anaphora", "land")
AHEAD = 40
"""How far behind the sentence of «les rebelles» the only group that is named may stand at first."""
STRUCK = frozenset(("obj", "nsubj:pass"))
RISEN = word_set("anaphora", "risen")
ATTACKER = "assaillant"
"""The kind of fighters that a group is by what it does and not by what it is called."""
CLOSING = frozenset(("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ"))


class Fighters:
    """Resolves the nouns for fighters of one article."""

    def __init__(self, text: MentionedText, background: Background) -> None:
        self._text = text
        self._background = background

    def of(self, noun: Token) -> list[Ref]:
        """«les rebelles», «cette guérilla»: the armed group that the text calls so, before or, where it is
        the only one, later; else the only one that it names, branches counting more than what they are
        branches of; empty where that is not clear."""
        kind = self.kind_of(noun)
        if kind is None or self._says_whose(noun):
            return []
        if named := self._named_behind(noun):
            return named
        if described := self.described(noun):
            return described
        if risen := self._risen_here(noun, kind):
            return risen
        if not has_definite_article(noun):
            return self._agents(noun, kind)
        before = [e for i, kinds, e in self._groups if i < noun.i and kind in kinds]
        ahead = noun.sent.end + AHEAD
        called = before or [e for i, kinds, e in self._groups if kind in kinds]
        if is_demonstrative(noun):
            of_others = any(self.kind_of(t) == kind for t in noun.doc[: noun.i])
            last = before or [e for i, _, e in self._groups if i < noun.i and not of_others]
            return [Ref(last[-1], noun.i, "anaphor")] if last else []
        group = self._main_of(called or [e for _, _, e in self._groups])
        group = self._branch_beside(noun, group)
        is_near = called or any(i < ahead for i, _, e in self._groups if e is group)
        if group is None or not is_near or self._is_done_to(group, noun):
            return []
        return [Ref(group, noun.i, "anaphor")]

    def _branch_beside(self, noun: Token, group: Entity | None) -> Entity | None:
        """A branch of the group that is named earlier in the sentence; else the group."""
        before = [e for i, _, e in self._groups if noun.sent.start <= i < noun.i]
        if group is None or group in before:
            return group
        return next((e for e in reversed(before) if self._background.belongs(e, group)), group)

    def _is_done_to(self, group: Entity, noun: Token) -> bool:
        """«la milice a affronté les hommes de X»: not X, whom the text names first as whom it is done to."""
        first = next((i for i, _, e in self._groups if e is group), noun.i)
        if noun.dep_ not in SUBJECTS or not noun.head.i < first < noun.sent.end:
            return False
        name = noun.doc[first]
        return any(t.dep_ == "obj" and t.head is noun.head for t in (name, *name.ancestors))

    def _named_behind(self, noun: Token) -> list[Ref]:
        """«la principale guérilla du pays, les FARC (…), …»: the group behind the comma."""
        doc, end = noun.doc, noun.sent.end
        comma = next((i for i in range(noun.i + 1, min(noun.i + AROUND, end)) if doc[i].pos_ in CLOSING), end)
        is_known = has_definite_article(noun) or any(lower(c) in THEIRS for c in noun.children)
        if not is_known or comma + 2 >= end or doc[comma].text != ",":
            return []
        name = doc[comma + 2] if doc[comma + 1].pos_ == "DET" else doc[comma + 1]
        after = name.i + 1
        if after >= end or doc[after].text not in (",", "(", ".", ";"):
            return []
        groups = [m.entity for m in self._text.mentions_at(name) if m.entity.type is ActorType.ARMED_GROUP]
        return [Ref(g, name.i, "apposition") for g in groups[:1]]

    def _risen_here(self, noun: Token, kind: str) -> list[Ref]:
        """«les séparatistes»: those of the only region that a text names with such, and no group."""
        if kind not in RISEN or self._groups or (group := self._of_region) is None:
            return []
        of_others = any(m.kind is Kind.DEMONYM for c in noun.children for m in self._text.mentions_at(c))
        return [] if of_others else [Ref(group, noun.i, "anaphor")]

    @cached_property
    def _of_region(self) -> Entity | None:
        """Who fights in the only region of the text that has risen against its State."""
        risings = self._text.nouns.risings
        ids = {risings[m.entity.id] for m in self._text.mentions if m.entity.id in risings}
        return self._text.entity(ids.pop()) if len(ids) == 1 else None

    def described(self, noun: Token) -> list[Ref]:
        """«des positions rebelles», «les combattants islamistes»: those of the only group that the text calls
        so."""
        kinds = {self.kind_of(c) for c in noun.children if c.pos_ == "ADJ" and c.i == noun.i + 1} - {None}
        group = self._main_of([e for _, called, e in self._groups if kinds & called])
        return [Ref(group, noun.i, "anaphor")] if group else []

    def called(self, adjective: Token) -> Entity | None:
        """«le chef séparatiste X»: the only group that the text calls so, or that of the region."""
        kind = self.kind_of(adjective)
        group = self._main_of([e for _, called, e in self._groups if kind in called])
        return group or (None if self._groups or kind not in RISEN else self._of_region)

    def _says_whose(self, noun: Token) -> bool:
        """«les rebelles du M23», «les combattants armés par X», «la seconde guérilla»; not «les rebelles du
        Nord», «les insurgés, acculés, …»."""
        for child in noun.children:
            if lower(child) in SECOND:
                return True
            if child.dep_ == "acl" and not any(t.text == "," for t in noun.doc[noun.i : child.i]):
                return True
            if child.dep_ == "nmod" and not any(
                m.entity.type in LANDS for m in self._text.mentions_at(child)
            ):
                return not self._text.is_noun(child, LAND_NOUNS)
        return False

    def _agents(self, noun: Token, kind: str) -> list[Ref]:
        """«tués par des rebelles», «l'armée a tué dix rebelles», «dix rebelles ont été tués»: those of the
        only group that the text calls so; «dix assaillants ont été tués»: of the only one that it names."""
        counted = noun.dep_ == "nmod" and self._text.is_noun(noun.head, self._text.nouns.quantities)
        is_struck = (noun.head if counted else noun).dep_ in STRUCK
        if "Number=Plur" not in str(noun.morph) or not (case_of(noun) == "par" or is_struck):
            return []
        called = [e for _, kinds, e in self._groups if kind in kinds]
        if not called and is_struck and kind == ATTACKER and not self.is_another(noun):
            called = [e for i, _, e in self._groups if i < noun.i]
        group = self._main_of(called)
        return [Ref(group, noun.i, "anaphor")] if group else []

    def _main_of(self, groups: list[Entity]) -> Entity | None:
        """The only one of the groups, or the one that the others are members of."""
        distinct = list(dict.fromkeys(groups))
        if len(distinct) > 1:
            roofs = [g for g in distinct if all(o is g or self._background.belongs(o, g) for o in distinct)]
            return roofs[0] if len(roofs) == 1 else None
        return distinct[0] if distinct else None

    @cached_property
    def _groups(self) -> list[tuple[int, frozenset[str], Entity]]:
        """The mentions of armed groups: their token, what kinds of fighters they are called there, who."""
        found = []
        for token, mention in self._text.mention_tokens(0, len(self._text.doc)):
            if mention.entity.type is ActorType.ARMED_GROUP and not self._text.is_background(token.i):
                near = {self.kind_of(word) for word in phrase_around(token)}
                own = {self._kind(singular(form)) for form in re.findall(r"\w+", mention.text.lower())}
                found.append((token.i, frozenset(k for k in near | own if k), mention.entity))
        return found

    def kind_of(self, word: Token) -> str | None:
        """The kind of fighters that a word names: «rebelle»."""
        return self._kind(self._text.noun_forms(word))

    def _kind(self, forms: Iterable[str]) -> str | None:
        kinds = self._text.nouns.fighters
        return next((kinds[form] for form in forms if form in kinds), None)

    def is_another(self, noun: Token) -> bool:
        """«la coalition occidentale» is another than the one named before; «le groupe jihadiste» is not."""
        plain = self._text.nouns.plain_adjectives
        return any(
            c.dep_ == "amod"
            and lower(c) not in plain
            and not any(form in self._text.nouns.traits for form in self._text.noun_forms(c))
            for c in noun.children
        )


def phrase_around(name: Token) -> Iterator[Token]:
    """The words that may say what a name is: before it up to its determiner or a comma («les rebelles du
    M23»), and in an apposition behind it («le M23, un groupe rebelle»)."""
    doc = name.doc
    comma = name.i - (2 if doc[name.i - 1].pos_ == "DET" else 1)
    for index in range(name.i - 1, max(name.sent.start, name.i - AROUND) - 1, -1):
        if doc[index].pos_ in CLOSING and not (index == comma and doc[index].text == ","):
            break
        yield doc[index]
    apposed = name.i + 2 < name.sent.end and doc[name.i + 1].text == "," and doc[name.i + 2].pos_ == "DET"
    start = name.i + 2 if apposed else name.i + 1
    for index in range(start, min(name.sent.end, start + AROUND)):
        if doc[index].pos_ in CLOSING:
            break
        yield doc[index]
