"""The actors of the phrases right before and behind the words of a tie: «X, un groupe armé soutenu par Y»."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.arguments import of_types
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.concord import disagree
from sahelgraph.extract.grammar import (
    QUOTES,
    SUBJECTS,
    VERBAL,
    first_conjunct,
    is_finite,
    linear_case,
    lower,
    opening_of,
    past_brackets,
)
from sahelgraph.extract.lexicon.nouns import singular
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.member_lists import EXAMPLES
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import GROUPS, POSSESSIVES, RELATIVES, Ref, Scene
from sahelgraph.extract.tie_words import BETWEEN, is_date, plain
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

BACK = 14
AHEAD = 8
NEAR = 4
LIGHT = frozenset(("DET", "AUX", "ADV", "ADJ", "NUM"))
LINKING = word_set("tie_phrases", "linking")
DOUBTING = word_set("tie_phrases", "doubting")
PARTICIPLE = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
KINDS_OF_GROUP = word_set("tie_phrases", "kinds_of_group")
REBELLIOUS = word_set("tie_phrases", "rebellious")
NAMED = frozenset(("name", "capital", "introduced", "adjective", "ambiguous", "new"))
UNSURE = frozenset(("default", "context"))
PERSONAL = frozenset(("il", "elle", "ils", "elles"))


@dataclass(frozen=True)
class TiePhrases:
    """The phrases of one article."""

    scene: Scene
    clauses: Clauses

    def right_before_comma(self, word: Token) -> list[Ref]:
        """«le X, avec le soutien de Y, a …»: the name right before, where the parse has no subject."""
        if word.i - 2 < word.sent.start or word.nbor(-1).text != ",":
            return []
        name = past_brackets(word.nbor(-2))
        if linear_case(name):
            return []
        return [
            Ref(m.entity, name.i, "name") for m in self.scene.mentions_at(name) if m.kind is not Kind.DEMONYM
        ]

    def announced(self, words: list[Token]) -> list[Ref]:
        """«Alliée de longue date de Moscou, l'Algérie …»: the subject behind, where the words open the
        sentence."""
        sentence = words[0].sent
        opening = sentence.doc[sentence.start : words[0].i]
        if not all(
            t.pos_ in ("DET", "ADJ", "ADV")
            or t.text in QUOTES
            or t.is_space
            or (t.i == sentence.start and not self.scene.mentions_at(t) and len(opening) == 1)
            for t in opening
        ):
            return []
        doc, found = sentence.doc, list[Ref]()
        for comma in (t for t in doc[words[-1].i : sentence.end] if t.text in (",", "(")):
            if comma.text == "(":
                return found
            for token in doc[comma.i + 1 : min(comma.i + AHEAD, sentence.end)]:
                if token.pos_ in ("ADP", "VERB", "SCONJ", "PUNCT", "CCONJ") or lower(token) in RELATIVES:
                    break
                if lower(token) in PERSONAL:
                    return self.scene.actors(token)
                if refs := [r for r in self.scene.actors(token) if r.token <= token.i + NEAR]:
                    if token.dep_ in SUBJECTS:
                        return refs
                    found = found or refs  # «classé par A, B et C, X …»: no subject yet
                    break
        return found

    def some_of(self, noun: Token) -> list[Ref]:
        """«plusieurs alliés de X, dont Y et Z, ont …»: those that are named."""
        return self._examples_of(noun) if noun.pos_ == "NOUN" else []

    def for_example(self, words: list[Token]) -> list[Ref]:
        """«des groupes liés à X, dont Y et Z»: the groups of the list behind, where the noun has no name."""
        doc, word = words[0].doc, words[0]
        noun = next((t for t in reversed(doc[word.sent.start : word.i]) if t.pos_ not in LIGHT), None)
        whole = self.behind(words[-1])
        if noun is None or not lower(noun).endswith("s") or len(whole) != 1:
            return []
        if self.scene.mentions_at(noun) or not self.scene.is_noun(noun, KINDS_OF_GROUP):
            return []
        start = next((m.end for m in self.scene.mentions_at(doc[whole[0].token])), None)
        following = self.scene.mention_tokens(whole[0].token + 1, word.sent.end)
        first, mention = next(
            ((t, m) for t, m in following if m.entity.id != whole[0].entity.id), (None, None)
        )
        if start is None or first is None or mention is None or mention.kind is Kind.DEMONYM:
            return []
        if not EXAMPLES.match(self.scene.article.text[start : mention.start]):
            return []
        listed = self.scene.list_around(first) or [Ref(mention.entity, first.i, "name")]
        return of_types(listed, GROUPS)

    def all_before(self, word: Token) -> list[Ref]:
        """«des hommes de X et des combattants de Y ont uni …»: all that the words before name."""
        found: list[Ref] = []
        for index in range(word.i - 1, max(word.sent.start, word.i - BACK) - 1, -1):
            token = word.doc[index]
            if (
                token.pos_ == "VERB"
                or token.text in (";", ":")
                or linear_case(token) in ("contre", "à", "en")
            ):
                break
            found += [
                r for r in self.scene.actors(token) if r.how in NAMED and r.token in (token.i, index + 1)
            ]
        return found

    def phrase_before(self, words: list[Token]) -> tuple[list[Ref], bool]:
        """The actors of the noun phrase that ends right before a word, and whether the text keeps its
        distance on the way: «X, présenté comme une branche de Y»."""
        word = words[0]
        if word.dep_ == "xcomp" and word.head.lemma_ in self.clauses.verbs.say:  # «X, que Y dit lié à Z»
            return self.clauses.actors(self.clauses.logical_objects(word.head)), True
        doc, start = word.doc, word.sent.start
        index, commas, doubtful = word.i - 1, 0, False
        while index >= max(start, word.i - BACK):
            token = doc[index]
            if token.text == ")":
                index = opening_of(token) - 1
                continue
            is_named = bool(self.scene.mentions_at(token))
            if token.text == "," and _is_listed_participle(token.nbor(-1), word):
                index -= 1  # «entraîné, armé et financé par»
            elif token.text in (",", "(", "–", "—", "-"):
                commas += 1
                if commas > 1:
                    return [], False
            elif _is_doubting(token):
                doubtful = True
            elif lower(token) in ("et", "ou") and lower(token.nbor(-1)).endswith(PARTICIPLE):
                index -= 1  # «armé et financé par»
            elif is_named and self._is_whereabouts(token):
                pass  # «les jihadistes du Sahel, liés à …»
            elif is_named and _is_judge(token):
                index -= 1  # «X, considéré par Y comme …»
            elif is_named and lower(token.nbor()) in ("un", "une"):
                return [], False  # «a déclaré à X un représentant de Y»
            elif is_named or token.pos_ in ("NOUN", "PROPN", "X"):
                if self._is_apposed(token) and not commas and (named := self._before_apposition(token)):
                    return named, doubtful
                return self._phrase(token, words), doubtful
            elif not (_is_light(token) or (doubtful and plain(token) in ("de", "être"))):
                return [], False
            index -= 1
        return [], False

    def _is_whereabouts(self, name: Token) -> bool:
        places = all(m.entity.type is ActorType.PLACE for m in self.scene.mentions_at(name))
        return places and linear_case(name) in ("de", "à", "dans", "en")

    def _is_apposed(self, noun: Token) -> bool:
        """«X, un groupe armé lié à Y»: the noun says again who X is."""
        return not self.scene.mentions_at(noun) and noun.pos_ == "NOUN"

    def _before_apposition(self, noun: Token) -> list[Ref]:
        index = noun.i - 1
        while index > noun.sent.start and (
            noun.doc[index].pos_ in ("DET", "ADJ", "NOUN", "ADV")
            or lower(noun.doc[index]) in ("entre", "de", "d'")
        ):
            index -= 1
        if index <= noun.sent.start or noun.doc[index].text not in (",", "(", "–"):
            return []
        name = past_brackets(noun.doc[index - 1])
        if name.text in QUOTES and name.i > noun.sent.start:
            name = name.nbor(-1)
        if lower(noun).endswith("s"):
            return self.scene.list_around(name)
        return [
            Ref(m.entity, name.i, "name") for m in self.scene.mentions_at(name) if m.kind is not Kind.DEMONYM
        ]

    def _phrase(self, token: Token, words: list[Token]) -> list[Ref]:
        """The actors of the phrase that ends in a token, where they agree with a participle behind it."""
        word = words[0]
        mentions = self.scene.mentions_at(token)
        if any(m.kind in (Kind.DEMONYM, Kind.COMBINING) for m in mentions):
            noun = next(
                (n for n in reversed(token.doc[max(0, token.i - 3) : token.i]) if n.pos_ == "NOUN"), token
            )
            return [r for r in self.scene.actors(noun) if r.how not in UNSURE] if noun is not token else []
        if mentions:
            if lower(words[-1]) == "par" and disagree(token, word):
                return []
            if lower(word).endswith("s") and (listed := self.scene.list_around(token)):
                return listed
            return [Ref(m.entity, token.i, m.kind.value) for m in mentions]
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in token.children):
            return []
        found = [r for r in self.scene.actors(token) if r.how not in UNSURE or lower(word.nbor(-1)) == ","]
        if not found and token.dep_ == "conj" and lower(word).endswith("s"):
            found = [r for r in self.scene.actors(first_conjunct(token)) if r.how in NAMED]
        return found

    def behind(self, word: Token) -> list[Ref]:
        """The actors of the first noun phrase behind a word."""
        for token in word.doc[word.i + 1 : min(word.i + AHEAD, word.sent.end)]:
            if (
                is_finite(token)
                or token.text in (",", ";", ":", ".", ")", "(")
                or token.pos_ in ("SCONJ", "CCONJ")
            ):
                return []
            if token.pos_ in ("DET", "ADV", "ADP", "NUM") and not self.scene.mentions_at(token):
                continue
            if token.pos_ == "NOUN" and (listed := self._examples_of(token)):
                return listed
            refs = [r for r in self.scene.actors(token) if r.how not in UNSURE]
            if refs and not self._is_of_rebels(token, refs):
                return self._within_apposition(word, refs)
            if token.pos_ == "NOUN" and not self._may_introduce(token):
                return self._named_after(token)
        return []

    def _is_of_rebels(self, token: Token, refs: list[Ref]) -> bool:
        """«aucun groupe armé burundais»: a nationality beside, or behind, such a noun."""
        noun = token if token.pos_ == "NOUN" else token.head
        demonym = any(m.kind is Kind.DEMONYM for m in self.scene.mentions_at(token))
        return (demonym or refs[0].how == "adjective") and self.scene.is_noun(noun, REBELLIOUS)

    def _examples_of(self, noun: Token) -> list[Ref]:
        """«soutenu par plusieurs pays de la région, dont A et B»."""
        if not lower(noun).endswith(("s", "x")) or self.scene.mentions_at(noun):
            return []
        text, end = self.scene.article.text, noun.idx + len(noun.text)
        for first, mention in self.scene.mention_tokens(noun.i + 1, min(noun.i + BACK, noun.sent.end)):
            of_list = EXAMPLES.match("," + text[end : mention.start].rpartition(",")[2])
            if of_list and mention.kind is not Kind.DEMONYM:
                return self.scene.list_around(first) or [Ref(mention.entity, first.i, "name")]
        return []

    def _named_after(self, noun: Token) -> list[Ref]:
        """«une extension de son ennemi juré, X»: the name in apposition to a noun with a possessive."""
        if not any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in noun.children):
            return []
        doc, index = noun.doc, noun.i + 1
        while index < noun.sent.end and doc[index].pos_ in ("ADJ", "ADP", "ADV"):
            index += 1
        if index + 2 >= noun.sent.end or doc[index].text != ",":
            return []
        name = next((t for t in doc[index + 1 : index + 3] if self.scene.mentions_at(t)), None)
        return [] if name is None else self.scene.names_at(name)

    def _within_apposition(self, word: Token, refs: list[Ref]) -> list[Ref]:
        """«A, allié de B, et C …»: C is none of B's, whatever the parse."""
        before = word.doc[max(word.sent.start, word.i - BETWEEN) : word.i]
        if not any(t.text == "," for t in before):
            return refs
        doc, end = word.doc, word.sent.end
        closing = next((i for i in range(word.i + 1, end - 1) if doc[i].text == ","), end)
        is_closed = closing < end - 1 and lower(doc[closing + 1]) in ("et", "ou")
        return [r for r in refs if r.token < closing] or refs if is_closed else refs

    def _may_introduce(self, noun: Token) -> bool:
        """«par des unités de l'armée X», but not «aux sanctions de X»."""
        nouns = self.scene.nouns
        return bool(self.scene.noun_classes(noun)) or any(
            self.scene.is_noun(noun, words) for words in (nouns.anaphors, nouns.quantities, nouns.collectives)
        )


def _is_light(token: Token) -> bool:
    """Words between a name and what is said of it: «qui est aujourd'hui un»."""
    is_leaning = lower(token).startswith(("pro-", "anti-"))
    return (
        token.text in QUOTES or token.pos_ in LIGHT or lower(token) in LINKING or is_date(token) or is_leaning
    )


def _is_doubting(token: Token) -> bool:
    return any(form in DOUBTING for form in singular(lower(token)))


def _is_listed_participle(before: Token, participle: Token) -> bool:
    """Is the word before a comma a participle like the one behind, of the same list?"""
    alike = all(lower(t).endswith(PARTICIPLE) and t.pos_ in (*VERBAL, "ADJ") for t in (before, participle))
    return alike and before.i > before.sent.start and before.nbor(-1).text != ","


def _is_judge(name: Token) -> bool:
    """«considéré par Y comme»"""
    before = name.doc[max(name.sent.start, name.i - BETWEEN) : name.i]
    return linear_case(name) == "par" and any(_is_doubting(t) for t in before)
