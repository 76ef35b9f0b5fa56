"""The posts that a text names, with their complements: «l'ancien ministre malien de la Défense».

Read word by word from left to right, because long titles break the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sahelgraph.extract.grammar import QUOTES, THESE, has_avoir, lower
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.lexicon.offices import Offices, post_key
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.scene import POSSESSIVES, Scene
from sahelgraph.extract.trees import Doc, Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

REACH = 20
LONGEST_TITLE = 8
DATE_REACH = 8
COURTESIES = frozenset(("m", "mm", "mme", "mmes", "mlle", "me", "dr", "pr"))
ARTICLES = frozenset(("le", "la", "l'", "les", "un", "une"))
CONTRACTED = frozenset(("du", "des", "au", "aux"))
OF = frozenset(("de", "du", "des", "d'"))
JOINED_HEAD = re.compile("(?:ex|chef|vice|co)-.*|chef|vice|co")
APART = 5
PRO_POSTS = frozenset(("celui", "celle", "ceux", "celles"))
DATE_WORDS = frozenset(
    (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
)
YEAR = re.compile(r"(?:1[89]|20)\d\d")
INTERIM = ("intérim", "interim")
"""The end of a post: «le président malien par intérim X»."""


@dataclass(frozen=True)
class Post:
    """`doc[start:named]` names the post, `doc[start:end]` has its complement too, and `opening` is where
    its determiner and adjectives begin. `words` is the post alone in one spelling. `through` is `end`
    but for a complement that ends in a name («conseiller du président X»), which it takes in."""

    opening: int
    start: int
    named: int
    end: int
    through: int
    words: str
    determiner: str
    of_state: bool
    of_any: bool
    former: bool
    future: bool

    @property
    def plural(self) -> bool:
        return self.determiner in ("les", "des", "aux", "ses", "leurs", "nos", "vos", "ces", "deux", "trois")

    @property
    def definite(self) -> bool:
        return bool(self.determiner)


class PostReader:
    """Finds posts and the beginnings of persons' names; made once from the lexicon."""

    def __init__(self, offices: Offices, names: NameWords) -> None:
        self._offices = offices
        self._titles = frozenset(fold(t).rstrip(".") for t in names.titles)

    def posts(self, scene: Scene) -> list[Post]:
        """The posts of an article in order; one inside the complement of another is a post of its own."""
        found: list[Post] = []
        heads = scene.tokens_with(self._offices.heads, PRO_POSTS, like=JOINED_HEAD)
        for token in in_order((*scene.mentioning_tokens, *heads)):
            if found and token.i < found[-1].named:
                continue
            if post := self._post_at(scene, token.i) or self._pro_post(scene, token.i, found):
                found.append(post)
        return [self._through(scene, post, found) for post in found]

    def _post_at(self, scene: Scene, index: int) -> Post | None:
        doc = scene.doc
        offices = self._offices
        if self._known_as_name(scene, doc[index]):
            words = post_key(doc[index].text)
            post = Post(index, index, index + 1, index + 1, index + 1, words, "", True, False, False, False)
            return self._with_surroundings(scene, post, doc[index].sent.end)
        if not self._is_head(doc[index]) or person_at(scene, doc[index]):
            return None
        if doc[index].lemma_ == "charger" and has_avoir(doc[index]):
            return None  # «a chargé X d'une médiation»
        limit = doc[index].sent.end
        for length in range(min(offices.longest, limit - index), 0, -1):
            words = post_key(" ".join(t.text for t in doc[index : index + length])).removeprefix("ex - ")
            for form in (words, _singular(words)):
                if form in offices.state or form in offices.any:
                    post = Post(
                        *(index, index, index + length, index + length, index + length),
                        words=form,
                        determiner="",
                        of_state=form in offices.state,
                        of_any=form in offices.any,
                        former=doc[index].text.lower().startswith("ex-"),
                        future=False,
                    )
                    return self._with_surroundings(scene, post, limit)
        return None

    def _known_as_name(self, scene: Scene, token: Token) -> bool:
        """«le chef de la diplomatie européenne»: a post that the actor files know as a name."""
        return any(
            m.kind is Kind.BODY and " " in m.text and fold(m.text).split()[0] in self._offices.heads
            for m in scene.mentions_at(token)
        )

    def _is_head(self, token: Token) -> bool:
        word = fold(token.text).removeprefix("ex-")
        heads = self._offices.heads
        return word in heads or word.rstrip("s") in heads or word.split("-")[0] in ("chef", "vice", "co")

    def _pro_post(self, scene: Scene, index: int, before: list[Post]) -> Post | None:
        """«le ministre du Budget et celui du Plan»: the second is a post like the first."""
        doc = scene.doc
        if lower(doc[index]) not in PRO_POSTS or index + 1 >= len(doc) or not before:
            return None
        last = before[-1]
        if lower(doc[index + 1]) not in OF or not last.end <= index <= last.end + APART:
            return None
        between = doc[last.end : index]  # «le ministre du Budget, X, et celui du Plan»
        if len(between) > 2 and not all(
            t.text == "," or lower(t) == "et" or person_at(scene, t) for t in between
        ):
            return None
        end = self.extent(scene, index + 1, doc[index].sent.end)
        determiner = "les" if lower(doc[index]).startswith("ce") and lower(doc[index])[-1] in "xs" else "le"
        return replace(
            last, opening=index, start=index, named=index + 1, end=end, through=end, determiner=determiner
        )

    def _with_surroundings(self, scene: Scene, post: Post, limit: int) -> Post:
        doc = scene.doc
        offices = self._offices
        opening = post.start
        while opening > doc[post.start].sent.start and self._adjectival(doc[opening - 1]):
            opening -= 1
        left = {fold(t.text) for t in doc[opening : post.start]}
        if opening and doc[opening].dep_ != "amod" and doc[opening - 1].pos_ == "AUX":
            left -= offices.future  # «a été désigné président» is no «président désigné»
        determiner = ""
        if opening > doc[post.start].sent.start:
            word = lower(doc[opening - 1])
            if word in ARTICLES | CONTRACTED | POSSESSIVES | THESE | {"notre", "nos"}:
                opening -= 1
                determiner = word
                if word in ("deux", "trois") or (opening and lower(doc[opening - 1]) in ("les", "des")):
                    determiner = lower(doc[opening - 1]) if opening else word
        end = self.extent(scene, post.named, limit, ministry=post.words.startswith("ministre"))
        inside = [fold(t.text) for t in doc[post.named : end]]
        return replace(
            post,
            opening=opening,
            end=end,
            through=end,
            determiner=determiner,
            former=post.former or any(w in offices.former for w in (post.words, *left, *inside)),
            future=bool(left & offices.future) or any(w in offices.future for w in inside),
        )

    def _adjectival(self, token: Token) -> bool:
        word = fold(token.text)
        offices = self._offices
        if word in offices.former | offices.future | offices.qualities or word in ("-", "deux", "trois"):
            return token.text != "-" or (token.i > 0 and fold(token.nbor(-1).text) == "ex")
        return token.pos_ == "ADJ"

    def extent(self, scene: Scene, index: int, limit: int, ministry: bool = False) -> int:
        """Where the run of nouns, adjectives, names and little words ends that begins at `index`."""
        doc = scene.doc
        start = last = index
        while index < limit and index - start < REACH:
            token = doc[index]
            word = lower(token)
            if person_at(scene, token) or _is_date(token):
                break
            if token.text == "(":
                close = next((t.i for t in doc[index : min(index + 7, limit)] if t.text == ")"), None)
                if close is None or any(
                    person_at(scene, t) or t.like_num or self._is_head(t) for t in doc[index:close]
                ):
                    break
                index = last = close + 1
                continue
            if word in ("un", "une") and last > start:
                break  # another phrase: «le choix comme maire d'un médecin»
            if word == "par" and self.name_from(scene, index + 1) is not None:
                break  # «nommé chef de Y par le colonel X»
            if word in INTERIM:
                index = last = index + 1
            elif (
                token.text in QUOTES
                or word in self._offices.inner
                or word == "/"
                or (word == "," and self._lists_nations(scene, index, limit))
            ):
                index += 1
            elif word == "et" or (word == "," and ministry):
                following = lower(doc[index + 1]) if index + 1 < limit else ""
                if (word == "," and following not in OF) or self._begins_anew(scene, index + 1, limit):
                    break
                index += 1
            elif self._nominal(scene, token):
                index = last = index + 1
            else:
                break
        return last

    def _lists_nations(self, scene: Scene, comma: int, limit: int) -> bool:
        """«les présidents togolais, béninois et ghanéen»: does the comma stand between two nationalities?"""
        beside = (scene.doc[comma - 1], scene.doc[comma + 1]) if comma + 1 < limit else ()
        return bool(beside) and all(
            t.text.islower() and any(m.kind is Kind.DEMONYM for m in scene.mentions_at(t)) for t in beside
        )

    def _begins_anew(self, scene: Scene, index: int, limit: int) -> bool:
        """Does another post or person begin here rather than more of the same complement?"""
        if self._second_calling(scene, index, limit):
            return False
        for token in scene.doc[index : min(index + 4, limit)]:
            word = lower(token)
            if person_at(scene, token) or self._is_head(token) or word in PRO_POSTS:
                return True
            if (word in OF and token.i == index) or (token.i > index and token.text in (",", ".", ")")):
                return False
            if not (
                word in ARTICLES | POSSESSIVES | CONTRACTED | {"d'", "de"}
                or self._adjectival(token)
                or self.is_title(scene.doc, token.i)
            ):
                return not self._nominal(scene, token)
        return False

    def _second_calling(self, scene: Scene, index: int, limit: int) -> bool:
        """«l'ex-Premier ministre et principal opposant X»: one person, as there is no second article."""
        callings = 0
        for token in scene.doc[index : min(index + LONGEST_TITLE, limit)]:
            if person_at(scene, token):
                return callings > 0
            if (
                lower(token) in ARTICLES
                or fold(token.text).rstrip(".") in COURTESIES
                or not (token.pos_ == "ADJ" or self._adjectival(token) or self.is_title(scene.doc, token.i))
            ):
                return False
            callings += self.is_title(scene.doc, token.i)
        return False

    def _nominal(self, scene: Scene, token: Token) -> bool:
        if scene.mentions_at(token) or token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM", "X"):
            return True
        offices = self._offices
        word = fold(token.text)
        return word in offices.heads | offices.former | offices.future | offices.qualities

    def _through(self, scene: Scene, post: Post, posts: list[Post]) -> Post:
        """«conseiller du président X»: the complement takes in the name that its inner post stands by."""
        doc = scene.doc
        inner = [p for p in posts if post.named <= p.start < post.end]
        if not inner or post.end >= len(doc):
            return post
        index = self.name_from(scene, post.end)
        return post if index is None else replace(post, through=index + 1)

    # --- persons' names

    def is_title(self, doc: Doc, index: int) -> bool:
        return any(self._title_ending(doc, end) is not None for end in range(index + 1, index + 3))

    def _title_ending(self, doc: Doc, end: int) -> int | None:
        """Where the longest title that ends before `end` begins: «général de brigade»."""
        for start in range(max(0, end - LONGEST_TITLE), end):
            if end <= len(doc) and fold(doc[start:end].text).rstrip(".") in self._titles:
                return start
        return None

    def name_start(self, scene: Scene, person: Token) -> int:
        """Where a person's name begins with its ranks, courtesies, nationality and article."""
        doc = scene.doc
        index = person.i
        limit = person.sent.start
        while index > limit:
            title = self._title_ending(doc, index)
            if title is not None and title >= limit:
                index = title
            elif doc[index - 1].text in QUOTES or self._is_nationality(scene, index - 1, limit):
                index -= 1
            else:
                break
        titled = index < person.i or person.text[0].islower()  # «mollah X», known with the title
        if limit < index and titled and lower(doc[index - 1]) in ARTICLES:
            index -= 1
        return index

    def _is_nationality(self, scene: Scene, index: int, limit: int) -> bool:
        """«l'Algérien X»"""
        named = any(m.kind is Kind.DEMONYM for m in scene.mentions_at(scene.doc[index]))
        return named and index > limit and lower(scene.doc[index - 1]) in ("l'", "le", "la")

    def name_from(self, scene: Scene, index: int) -> int | None:
        """The person whose name with its titles begins at `index`: the token's index."""
        doc = scene.doc
        for token in doc[index : min(index + LONGEST_TITLE, len(doc))]:
            if person_at(scene, token):
                return token.i if self.name_start(scene, token) <= index else None
        return None


def person_at(scene: Scene, token: Token) -> Mention | None:
    """The person named by this token."""
    return next((m for m in scene.mentions_at(token) if m.entity.type is ActorType.PERSON), None)


def persons(scene: Scene) -> Iterator[tuple[Token, Mention]]:
    """Every mention of a person, in order."""
    for index in scene.mention_indices:
        token = scene.doc[index]
        if mention := person_at(scene, token):
            yield token, mention


def _singular(words: str) -> str:
    return " ".join(re.sub(r"(?<=[a-z]{2})s$", "", w) for w in words.split())


def _is_date(token: Token) -> bool:
    following = lower(token.nbor()) if token.i + 1 < len(token.doc) else ""
    numbered = (token.like_num or token.text == "1er") and following in DATE_WORDS
    return numbered or lower(token) in DATE_WORDS or bool(YEAR.fullmatch(token.text))


def skip_date(doc: Doc, index: int) -> int:
    """Past «depuis 2010», «de 2009 à 2023», «en mai 2014» that stand at `index`; `index` where none does."""
    end = index
    while end < len(doc) and end - index < DATE_REACH and _in_date(doc[end]):
        end += 1
    return end if any(_is_date(t) for t in doc[index:end]) else index


def _in_date(token: Token) -> bool:
    words = OF | {"depuis", "en", "entre", "et", "à", "le", "début", "fin", "mi", "-", "jusqu'", "au"}
    return _is_date(token) or lower(token) in words
