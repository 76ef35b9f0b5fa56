"""What stands beside a post that the text names: brackets, lists, siblings, and the names around it.

«X (ministre de la Défense)», «le président de A et chef de B X», «X et Y, respectivement …»: only questions
to the words in their order; holders.py says who holds the post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sahelgraph.extract.bracketed import past_bracket
from sahelgraph.extract.grammar import QUOTES, VERBAL, is_finite, linear_case, lower
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.posts import ARTICLES, OF, Post, PostReader, person_at, persons, skip_date
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

CIVIL = frozenset(("m.", "mme", "monsieur", "madame"))
RESPECTIVELY = "respectivement"
LIST_REACH = 10
SERVED = (ActorType.STATE, ActorType.ORGANISATION)
CLITICS = frozenset(("a", "ont", "avait", "avaient", "n'", "ne", "s'", "se", "en", "y"))


class Beside:
    """The posts and persons of one article in the order of its words."""

    def __init__(self, scene: Scene, posts: Sequence[Post], reader: PostReader) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._posts = posts
        self._reader = reader
        self.people = [t for t, _ in persons(scene)]
        self.name_start = {t.i: reader.name_start(scene, t) for t in self.people}

    def opening_at(self, index: int) -> Post | None:
        """The post whose phrase a word is part of before its head: «la nouvelle ministre»."""
        return next((p for p in self._posts if p.opening <= index <= p.start and p.start - index < 4), None)

    def names_someone(self, post: Post) -> bool:
        """Does a name stand right behind the post, and not behind one inside its complement?"""
        if post.through != post.end:
            return False
        return any(self.name_start[p.i] <= post.end <= p.i and post.start < p.i for p in self.people)

    def has_rank(self, person: Token) -> bool:
        """Does a rank or title stand before the name?"""
        return self.name_start[person.i] < person.i

    def acts_itself(self, post: Post, person: Token) -> bool:
        """«Selon X, le ministre de Y a refusé»: another than X, as nothing closes what would be said of X."""
        if post.determiner not in ("le", "la", "l'") or post.through >= person.sent.end:
            return False
        following = self._doc[post.through]
        verbal = following.pos_ in VERBAL or lower(following) in CLITICS
        return verbal and bool(linear_case(self._doc[self.name_start[person.i]]))

    def closes_apposition(self, person: Token) -> bool:
        """«X, frère de Y, a été élu»: of X, not of Y."""
        doc = self._doc
        if person.i + 2 >= person.sent.end or doc[person.i + 1].text != "," or not linear_case(person):
            return False
        if doc[person.i + 2].pos_ not in VERBAL:
            return False
        return any(p.sent == person.sent and p.i < person.i for p in self.people)

    def closes_opening(self, person: Token, follower: Token) -> bool:
        """«Nommé en mars pour remplacer X, le ministre de la Défense, Y, a dit»: what is said before the
        comma behind X is said of Y."""
        opening = self._doc[person.sent.start : person.i]
        if not opening or any(is_finite(t) for t in opening):
            return False
        if opening[0].pos_ != "VERB" and not lower(opening[0]).endswith(("é", "ée")):
            return False
        return follower.i + 1 < person.sent.end and follower.nbor().text == ","

    def before_comma_of(self, verb: Token) -> Token | None:
        """«X, du Parti bleu (PB), a été nommé»: the one person before the comma that closes what is said
        of them."""
        chain = [t.i for t in verb.children if t.dep_.startswith("aux")] or [verb.i]
        comma = min(chain) - 1
        if comma <= verb.sent.start or self._doc[comma].text != ",":
            return None
        before = [p for p in self.people if verb.sent.start <= p.i < comma]
        while len(before) > 1 and linear_case(before[-1]):
            before.pop()
        if not before or any(is_finite(t) for t in self._doc[before[-1].i + 1 : comma]):
            return None
        return before[-1]

    def opens_new_clause(self, post: Post, person: Token) -> bool:
        """«Lors de sa rencontre avec le ministre, X a dit»: the comma opens the main clause."""
        doc = self._doc
        after = self.past_bracket_and_quotes(person.i + 1)
        if after < len(doc) and doc[after].text == "," and self._is_named_again(person):
            return self._is_in_phrase(post, person)  # «Après l'élection du président, M. X, inquiet, a …»
        if after >= len(doc) or not (doc[after].pos_ in VERBAL or lower(doc[after]) in CLITICS):
            return False
        return self._is_in_phrase(post, person)

    def _is_in_phrase(self, post: Post, person: Token) -> bool:
        """Does a preposition stand before a post?"""
        before = self._doc[post.opening - 1] if post.opening > person.sent.start else None
        contracted = post.determiner in ("du", "des", "au", "aux")
        return contracted or (before is not None and before.pos_ == "ADP")

    def _is_named_again(self, person: Token) -> bool:
        """«M. X», of whom a sentence before told the whole name."""
        if lower(self._doc[self.name_start[person.i]]) not in CIVIL or person.sent.start == 0:
            return False
        named = [m.entity for m in self._scene.mentions_at(person)]
        before = (t for t in self.people if t.i < person.sent.start)
        return any(m.entity in named for t in before for m in self._scene.mentions_at(t))

    def past_bracket_and_quotes(self, index: int) -> int:
        """Where the text goes on behind brackets and quotation marks that open here."""
        doc = self._doc
        if index < len(doc) and doc[index].text == "(":
            close = next((t.i for t in doc[index : index + 12] if t.text == ")"), None)
            index = close + 1 if close else index
        while index < len(doc) and doc[index].text in QUOTES:
            index += 1
        return index

    def after_age(self, index: int) -> int:
        """«X, 70 ans, …», «X, âgé de 70 ans, …»"""
        doc = self._doc
        for token in doc[index : index + 4]:
            if lower(token) == "ans" and token.i + 1 < len(doc):
                return token.i + (2 if doc[token.i + 1].text == "," else 1)
        return index

    def in_brackets(self, opening: int) -> Post | None:
        """«X (ministre de la Défense)», «X (un Touareg, chef de Y)»: unless somebody else is named first."""
        starts = [opening + 1]
        for token in self._doc[opening + 1 : min(opening + 12, len(self._doc))]:
            if token.text in (")", "(") or person_at(self._scene, token):
                break
            if token.text == ",":
                starts.append(token.i + 1)
        return next((post for start in starts if (post := self.opening_at(start)) is not None), None)

    def list_up_to(self, person: Token) -> list[Token]:
        """«X, Y et Z, respectivement …»: the persons of the list that ends with this one."""
        found = [person]
        for other in reversed([p for p in self.people if p.i < person.i]):
            between = self._doc[other.i + 1 : self.name_start[found[0].i]]
            if [lower(t) for t in between] not in (["et"], [","]):
                break
            found.insert(0, other)
        return found

    def list_behind(self, index: int) -> Iterator[tuple[Token, Entity | None]]:
        """The further persons of a list, each with the actor that stands with the name: «et nigérien Y»,
        «X du Mali et Y du Niger»."""
        doc = self._doc
        while index < len(doc):
            own: Entity | None = None
            index = past_bracket(doc, index)
            if (state := self.state_behind(index)) is not None:
                index = state.i + 1
            joint = index
            while index < len(doc) and lower(doc[index]) in (",", ":", "et", "ainsi", "que"):
                index += 1
            if index == joint:
                return
            while index < len(doc) and not person_at(self._scene, doc[index]):
                word = doc[index]
                states = [m.entity for m in self._scene.mentions_at(word)]
                if states:
                    own = states[0]
                elif word.text == "," and own is not None and self._scene.mentions_at(doc[index - 1]):
                    pass  # «et du Niger, Y»
                elif word.text[0].isupper() and person_at(self._scene, word.nbor()):
                    pass  # «le Congolais X»: of which Congo is not told
                elif lower(word) not in ARTICLES | OF and not self._reader.is_title(doc, index):
                    return
                index += 1
                if index - joint > LIST_REACH:
                    return
            if index < len(doc):
                yield doc[index], own or self.own_state(doc[index])
            index += 1

    def state_behind(self, index: int) -> Token | None:
        """The name of the State or body that «de» begins to say from here on: «du Mali», «de l'ONU»."""
        words = self._doc[index : min(index + 3, len(self._doc))]
        if len(words) < 2 or lower(words[0]) not in OF:
            return None
        name = words[2] if lower(words[1]) in ARTICLES and len(words) > 2 else words[1]
        return name if self._state_at(name) is not None else None

    def own_state(self, person: Token) -> Entity | None:
        """«les présidents X du Mali et …»: the State behind a name."""
        behind = self.state_behind(person.i + 1)
        return self._state_at(behind) if behind is not None else None

    def _state_at(self, name: Token) -> Entity | None:
        named = (m.entity for m in self._scene.mentions_at(name) if m.kind is not Kind.DEMONYM)
        return next((e for e in named if e.type in SERVED), None)

    def are_joined(self, one: Post, other: Post) -> bool:
        """Does only «et» or a comma stand between two posts?"""
        end = skip_date(self._doc, one.through)
        if not 0 < other.opening - end <= 2:
            return False
        return [lower(t) for t in self._doc[end : other.opening]] in (["et"], [","], [",", "et"])

    def with_siblings_before(self, post: Post) -> list[Post]:
        """«le président de la Cédéao et président du Niger X»: both, as the second has no article."""
        chain = [post]
        while not chain[0].definite:
            before = next((p for p in self._posts if self.are_joined(p, chain[0])), None)
            if before is None:
                break
            chain.insert(0, before)
        return chain

    def with_siblings_after(self, post: Post) -> list[Post]:
        """«X, ministre de A et chef de B»: the post with those joined behind it."""
        chain = [post]
        while True:
            last = chain[-1]
            following = next((p for p in self._posts if self.are_joined(last, p)), None)
            if following is None or self.names_someone(following):
                return chain
            conjunction = lower(self._doc[following.opening - 1]) == "et"
            if following.definite and (not conjunction or self.apposed_name(following) is not None):
                return chain
            chain.append(following)

    def apposed_name(self, post: Post) -> Token | None:
        """«le ministre de la Défense, le général X»: the name behind the comma."""
        doc = self._doc
        comma = skip_date(doc, post.through)
        if comma >= len(doc) or doc[comma].text not in (",", "–", "—", ":"):
            return None
        opening = comma + 1
        if opening < len(doc) and lower(doc[opening]) == RESPECTIVELY:
            opening += 1
        index = self._reader.name_from(self._scene, opening)
        return self._titled_name(post, opening) if index is None else doc[index]

    def _titled_name(self, post: Post, opening: int) -> Token | None:
        """«le médiateur de la Cédéao, l'ancien président nigérian X,»: the name behind the next post, where
        this is no list of several persons."""
        following = next((p for p in self._posts if p.opening == opening and p.start > opening), None)
        index = self._reader.name_from(self._scene, following.end) if following else None
        if index is None or following is None or post.plural:
            return None
        if post.opening == self._doc[post.start].sent.start and not post.determiner:
            return self._doc[index]  # «Médiateur de la Cédéao, le président X a …»
        if not post.definite:
            return None
        after = self.past_bracket_and_quotes(index + 1)
        ends = after >= len(self._doc) or self._doc[after].text in (",", ".", ")", ";", ":")
        before = lower(self._doc[post.opening - 1]) if post.opening else ""
        return self._doc[index] if ends and before not in (",", "et") else None

    def states_of(self, post: Post, number: int) -> list[Entity]:
        """«les présidents togolais et béninois, X et Y», «leurs ministres, X et Y»: as many States as there
        are holders, in their order."""
        if number < 2:
            return []
        if lower(self._doc[post.opening]) == "leurs":
            refs = self._scene.before(self._doc[post.start], 1, of_clause=True)
            found = [r.entity for r in refs]
        else:
            tokens = self._doc[post.start : post.end]
            found = [m.entity for t in tokens for m in self._scene.mentions_at(t)]
        found = list(dict.fromkeys(e for e in found if e.type is ActorType.STATE))
        return found if len(found) == number else []
