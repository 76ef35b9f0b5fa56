"""Which person holds a post that the text names: by what stands beside it.

«le ministre de la Défense X», «le ministre de la Défense, le général X», «X, ministre de la Défense», «X a
été élu président», «les ministres de la Défense et de la Sécurité, X et Y».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelgraph.extract.bracketed import opens_list, past_bracket, state_in_brackets
from sahelgraph.extract.grammar import (
    QUOTES,
    SUBJECTS,
    VERBAL,
    direct_subjects,
    is_finite,
    is_passive,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.posts import (
    ARTICLES,
    DATE_WORDS,
    OF,
    Post,
    PostReader,
    person_at,
    persons,
    skip_date,
)
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

COPULAS = frozenset(("être", "devenir", "rester", "demeurer"))
LINKS = frozenset(
    (
        *("comme", "en", "tant", "que", "qu'", "au", "à", "aux", "poste", "postes", "fonction", "fonctions"),
        *("de", "du", "d'", "la", "le", "l'", "les", "un", "une", "titre", "rang", "qui", "officiellement"),
        *(
            "également",
            "aussi",
            "toujours",
            "désormais",
            "alors",
            "ensuite",
            "depuis",
            "été",
            "ainsi",
            "donc",
        ),
        *("par", "ailleurs", "actuellement", "longtemps", "déjà", "encore", "même", "lui-même", "elle-même"),
    )
)
AFTER_NAME = frozenset(
    (
        *("également", "aussi", "alors", "lui-même", "elle-même", "par", "ailleurs", "qui", "est", "était"),
        *("désormais", "toujours", "l'", "un", "une", "des", "ce", "en", "tant", "que"),
    )
)
RESPECTIVELY = "respectivement"
IS = frozenset(("est", "était", "fut", "devient"))
DENIALS = frozenset(("pas", "jamais", "ni"))
LINK_REACH = 14
LIST_REACH = 10
CLITICS = frozenset(("a", "ont", "avait", "avaient", "n'", "ne", "s'", "se", "en", "y"))


@dataclass(frozen=True)
class Holding:
    """A person (the token of the name) and the post that the text gives to them. `predicate` is the verb
    that says so, where one does; `own` is the actor that stands with the person's own name in a list,
    which then is where the post is."""

    post: Post
    person: Token
    entity: Entity
    how: str
    predicate: Token | None = None
    own: Entity | None = None


class HolderFinder:
    """Joins the posts of an article to its persons."""

    def __init__(self, offices: Offices, reader: PostReader) -> None:
        self._offices = offices
        self._reader = reader

    def holdings(self, scene: Scene, posts: Sequence[Post]) -> list[Holding]:
        """Every post with its holder, each pair once."""
        search = _Search(self._offices, self._reader, scene, posts)
        return search.run()


class _Search:
    def __init__(self, offices: Offices, reader: PostReader, scene: Scene, posts: Sequence[Post]) -> None:
        self._offices = offices
        self._reader = reader
        self._scene = scene
        self._doc = scene.doc
        self._posts = posts
        self._people = [t for t, _ in persons(scene)]
        self._name_start = {t.i: reader.name_start(scene, t) for t in self._people}
        self._found: dict[tuple[int, int], Holding] = {}
        self._taken: set[int] = set()
        self._titled: set[int] = set()

    def run(self) -> list[Holding]:
        for person in self._people:
            self._before_name(person)
        for person in self._people:
            self._after_name(person)
        for person in self._people:
            self._linked(person)
        for token in self._doc:
            self._subject_linked(token)
        for post in self._posts:
            self._before_comma(post)
        for post in self._posts:
            self._copula(post)
        for post in self._posts:
            self._of_states(post)
        return [self._found[key] for key in sorted(self._found)]

    def _add(
        self,
        post: Post,
        person: Token,
        how: str,
        predicate: Token | None = None,
        own: Entity | None = None,
    ) -> None:
        mention = person_at(self._scene, person)
        if mention is not None:
            key = (post.start, person.i)
            self._found.setdefault(key, Holding(post, person, mention.entity, how, predicate, own))
            self._taken.add(post.start)
            self._titled.add(person.i)

    # --- «le président malien X», «les présidents X et Y»

    def _before_name(self, person: Token) -> None:
        start = self._name_start[person.i]
        beside = [p for p in self._posts if start <= p.end <= person.i and p.start < person.i]
        if not beside:
            return
        post = beside[-1]
        for one in self._with_siblings_before(post):
            self._add(one, person, "before")
        if post.plural:
            for other, own in self._list_after(person.i + 1):
                self._add(post, other, "before", own=own)

    def _with_siblings_before(self, post: Post) -> list[Post]:
        """«le président de la Cédéao et président du Niger X»: both, as the second has no article."""
        chain = [post]
        while not chain[0].definite:
            before = next((p for p in self._posts if self._joined(p, chain[0])), None)
            if before is None:
                break
            chain.insert(0, before)
        return chain

    def _joined(self, one: Post, other: Post) -> bool:
        end = skip_date(self._doc, one.through)
        if not 0 < other.opening - end <= 2:
            return False
        return [lower(t) for t in self._doc[end : other.opening]] in (["et"], [","], [",", "et"])

    def _list_after(self, index: int) -> Iterator[tuple[Token, Entity | None]]:
        """The further persons of a list, each with the actor that stands with the name: «et nigérien Y»."""
        doc = self._doc
        while index < len(doc):
            own: Entity | None = None
            index = past_bracket(doc, index)
            joint = index
            while index < len(doc) and lower(doc[index]) in (",", "et", "ainsi", "que"):
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
                elif lower(word) not in ARTICLES | OF and not self._reader.is_title(doc, index):
                    return
                index += 1
                if index - joint > LIST_REACH:
                    return
            if index < len(doc):
                yield doc[index], own
            index += 1

    # --- «X a été élu président», «la désignation de X comme président», «nomme X Premier ministre»

    def _linked(self, person: Token) -> None:
        if self._closes_apposition(person):
            return
        index = self._after_brackets(person.i + 1)
        verb = self._appointed_before(person)
        starts = [index]
        for post in self._posts:
            if (post.start, person.i) in self._found and post.start > person.i:
                starts.append(post.through)
        for start in starts:
            if found := self._post_linked(start, verb):
                post, predicate = found
                for one in self._with_siblings_after(post):
                    self._add(one, person, "linked", predicate=predicate)
                return

    def _closes_apposition(self, person: Token) -> bool:
        """«X, frère de Y, a été élu»: of X, not of Y."""
        doc = self._doc
        if person.i + 2 >= person.sent.end or doc[person.i + 1].text != "," or not linear_case(person):
            return False
        if doc[person.i + 2].pos_ not in VERBAL:
            return False
        return any(p.sent == person.sent and p.i < person.i for p in self._people)

    def _subject_linked(self, verb: Token) -> None:
        """«Il a été nommé ministre»: the post goes to whom the subject means."""
        if fold(verb.lemma_) not in self._offices.appoint or not is_passive(verb):
            return
        found = self._post_linked(verb.i + 1, verb)
        if found is None or found[0].start in self._taken:
            return
        refs = [r for subject in direct_subjects(verb) for r in self._scene.actors(subject)]
        if any(r.entity.type is ActorType.PERSON for r in refs):
            for ref in refs:
                self._add_ref(found[0], ref, verb)
        elif (person := self._interrupted(verb)) is not None:
            self._add(found[0], person, "linked", predicate=verb)

    def _interrupted(self, verb: Token) -> Token | None:
        """«X, du Parti bleu (PB), a été nommé»: the one person before the comma that closes what is said
        of them."""
        chain = [t.i for t in verb.children if t.dep_.startswith("aux")] or [verb.i]
        comma = min(chain) - 1
        if comma <= verb.sent.start or self._doc[comma].text != ",":
            return None
        before = [p for p in self._people if verb.sent.start <= p.i < comma]
        while len(before) > 1 and linear_case(before[-1]):
            before.pop()
        if not before or any(is_finite(t) for t in self._doc[before[-1].i + 1 : comma]):
            return None
        return before[-1]

    def _post_linked(self, index: int, verb: Token | None) -> tuple[Post, Token] | None:
        """The post that a chain of auxiliaries, verbs of being and appointing and little words leads to
        from here, with the verb; None where a negation or another word breaks the chain."""
        doc = self._doc
        if index >= len(doc):
            return None
        end = min(doc[index - 1].sent.end, index + LINK_REACH)
        if index < end and doc[index].text == ",":
            index += 1
        first = index
        while index < end:
            post = self._opening_at(index)
            if post is not None and verb is not None and (index > first or doc[index - 1].text != ","):
                return None if self._names_someone(post) else (post, verb)
            token = doc[index]
            word = lower(token)
            if token.lemma_ in COPULAS or word in IS or fold(token.lemma_) in self._offices.appoint:
                verb = token
            elif word in DENIALS:
                return None
            elif (past := skip_date(doc, index)) > index:
                index = past
                continue
            elif not (word in LINKS or token.pos_ in ("AUX", "ADV") or token.dep_.startswith("aux")):
                return None
            index += 1
        return None

    def _appointed_before(self, person: Token) -> Token | None:
        """The verb or noun of appointing whose object this person seems to be."""
        name = self._name_start[person.i]
        posts = (p.opening for p in self._posts if p.end == name and (p.start, person.i) in self._found)
        name = min(posts, default=name)  # «a nommé l'ancien président X médiateur»
        for token in reversed(self._doc[max(person.sent.start, name - 4) : name]):
            word = lower(token)
            if word in DATE_WORDS:
                continue
            if fold(token.lemma_) in self._offices.appoint or fold(word) in self._offices.appointments:
                return token
            if word not in OF | ARTICLES and token.pos_ != "ADV":
                return None
        return None

    def _opening_at(self, index: int) -> Post | None:
        return next((p for p in self._posts if p.opening <= index <= p.start and p.start - index < 4), None)

    # --- «X, ministre de la Défense», «X (ministre de la Défense)», «X, 60 ans, ancien ministre et chef de Y»

    def _after_name(self, person: Token) -> None:
        doc = self._doc
        index = person.i + 1
        if index < len(doc) and doc[index].text == "(":
            inside = self._in_brackets(index)
            if inside is not None and not self._names_someone(inside):
                self._add(inside, person, "after")
                return
        index = self._after_brackets(index)
        if index >= person.sent.end or doc[index].text not in (",", "–", "—", "-"):
            return
        index = self._after_age(index + 1)
        post = None
        for start in range(index, min(index + 4, person.sent.end)):
            post = next((p for p in self._posts if p.opening == start or p.start == start), None)
            if post or not (lower(doc[start]) in AFTER_NAME or doc[start].pos_ == "ADV"):
                break
        if post is None or (post.plural and lower(doc[post.opening - 1]) not in ("un", "une")):
            return
        if post.determiner in ("du", "au", "aux"):
            return
        if self._names_someone(post) or self._belongs_to_next(post, person) or self._acts(post, person):
            return
        chain = self._with_siblings_after(post)
        paired = any(lower(t) == RESPECTIVELY for t in doc[index : post.start])
        shared = "Number=Plur" in str(doc[post.start].morph)
        holders = self._list_before(person) if paired or shared else []
        if paired and len(holders) == len(chain) > 1:
            for one, holder in zip(chain, holders, strict=True):
                self._add(one, holder, "after")
            return
        if len(chain) == 1 and len(holders) > 1 and (states := self._states_of(post, len(holders))):
            for state, holder in zip(
                states, holders, strict=True
            ):  # «X et Y, présidents du Mali et du Niger»
                self._add(post, holder, "after", own=state)
            return
        for holder in holders if shared else [person]:  # «X et Y, cadres du parti Z»
            for one in chain:
                self._add(one, holder, "after")

    def _acts(self, post: Post, person: Token) -> bool:
        """«Selon X, le ministre de Y a refusé»: another than X, as nothing closes what would be said of X."""
        if post.determiner not in ("le", "la", "l'") or post.through >= person.sent.end:
            return False
        following = self._doc[post.through]
        verbal = following.pos_ in VERBAL or lower(following) in CLITICS
        return verbal and bool(linear_case(self._doc[self._name_start[person.i]]))

    def _in_brackets(self, opening: int) -> Post | None:
        """«X (ministre de la Défense)», «X (un Touareg, chef de Y)»: unless somebody else is named first."""
        starts = [opening + 1]
        for token in self._doc[opening + 1 : min(opening + 12, len(self._doc))]:
            if token.text in (")", "(") or person_at(self._scene, token):
                break
            if token.text == ",":
                starts.append(token.i + 1)
        return next((post for start in starts if (post := self._opening_at(start)) is not None), None)

    def _list_before(self, person: Token) -> list[Token]:
        """«X, Y et Z, respectivement …»: the persons of the list that ends with this one."""
        found = [person]
        for other in reversed([p for p in self._people if p.i < person.i]):
            between = self._doc[other.i + 1 : self._name_start[found[0].i]]
            if [lower(t) for t in between] not in (["et"], [","]):
                break
            found.insert(0, other)
        return found

    def _after_brackets(self, index: int) -> int:
        doc = self._doc
        if index < len(doc) and doc[index].text == "(":
            close = next((t.i for t in doc[index : index + 12] if t.text == ")"), None)
            index = close + 1 if close else index
        while index < len(doc) and doc[index].text in QUOTES:
            index += 1
        return index

    def _after_age(self, index: int) -> int:
        """«X, 70 ans, …», «X, âgé de 70 ans, …»"""
        doc = self._doc
        for token in doc[index : index + 4]:
            if lower(token) == "ans" and token.i + 1 < len(doc):
                return token.i + (2 if doc[token.i + 1].text == "," else 1)
        return index

    def _names_someone(self, post: Post) -> bool:
        """Does a name stand right behind the post, and not behind one inside its complement?"""
        if post.through != post.end:
            return False
        return any(self._name_start[p.i] <= post.end <= p.i and post.start < p.i for p in self._people)

    def _belongs_to_next(self, post: Post, person: Token) -> bool:
        """«X, le ministre de la Défense, le général Y»: whose is the post between two names?"""
        follower = self._apposed_name(post)
        if follower is None:
            return False
        return post.definite and (person.i in self._titled or self._has_rank(follower))

    def _has_rank(self, person: Token) -> bool:
        return self._name_start[person.i] < person.i

    def _with_siblings_after(self, post: Post) -> list[Post]:
        chain = [post]
        while True:
            last = chain[-1]
            following = next((p for p in self._posts if self._joined(last, p)), None)
            if following is None or self._names_someone(following):
                return chain
            conjunction = lower(self._doc[following.opening - 1]) == "et"
            if following.definite and (not conjunction or self._apposed_name(following) is not None):
                return chain
            chain.append(following)

    # --- «le ministre de la Défense, le général X», «…, les généraux X et Y»

    def _apposed_name(self, post: Post) -> Token | None:
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
        if index is None or following is None or post.plural or not post.definite:
            return None
        after = self._after_brackets(index + 1)
        ends = after >= len(self._doc) or self._doc[after].text in (",", ".", ")", ";", ":")
        before = lower(self._doc[post.opening - 1]) if post.opening else ""
        return self._doc[index] if ends and before not in (",", "et") else None

    def _before_comma(self, post: Post) -> None:
        person = self._apposed_name(post)
        if person is None or post.start in self._taken or person.sent != self._doc[post.start].sent:
            return
        if any(p.start < post.start < p.through == post.through for p in self._posts):
            return  # the post that this one stands inside has the name
        if self._new_clause(post, person):
            return
        group = self._coordinated_before(post)
        named = [(person, None), *self._list_after(person.i + 1)]
        if len(group) > 1 and len(group) == len(named):
            for one, (holder, own) in zip(group, named, strict=True):
                self._add(one, holder, "apposed", own=own)
            return
        if post.plural and (states := self._states_of(post, len(named))):
            for state, (holder, _) in zip(states, named, strict=True):
                self._add(post, holder, "apposed", own=state)
            return
        for one in self._with_siblings_before(post):
            self._add(one, person, "apposed")
        if post.plural:
            for holder, own in named[1:]:
                self._add(post, holder, "apposed", own=own)

    def _states_of(self, post: Post, number: int) -> list[Entity]:
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

    def _coordinated_before(self, post: Post) -> list[Post]:
        group = [post]
        while before := next((p for p in self._posts if self._joined(p, group[0])), None):
            if before.start in self._taken:
                break
            group.insert(0, before)
        return group

    def _new_clause(self, post: Post, person: Token) -> bool:
        """«Lors de sa rencontre avec le ministre, X a dit»: the comma opens the main clause."""
        doc = self._doc
        after = self._after_brackets(person.i + 1)
        if after >= len(doc) or not (doc[after].pos_ in VERBAL or lower(doc[after]) in CLITICS):
            return False
        before = doc[post.opening - 1] if post.opening > person.sent.start else None
        contracted = post.determiner in ("du", "des", "au", "aux")
        return contracted or (before is not None and before.pos_ == "ADP")

    # --- «des chefs d'État, dont X (Sénégal) et Y (Ghana)»

    def _of_states(self, post: Post) -> None:
        if post.start in self._taken:
            return
        first = next((p for p in self._people if p.i >= post.through), None)
        if first is None or not opens_list(post, first, self._name_start[first.i], self._posts):
            return
        named = [first, *(holder for holder, _ in self._list_after(first.i + 1))]
        of_states = [p for p in named if state_in_brackets(self._scene, p)]
        for holder in of_states if len(of_states) > 1 else []:
            self._add(post, holder, "listed")

    # --- «le général X en est le chef», «il est le chef de Y»

    def _copula(self, post: Post) -> None:
        head = self._doc[post.start]
        if post.start in self._taken:
            return
        if head.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in head.head.children):
            if person_at(self._scene, head.head):
                self._add(post, head.head, "copula", predicate=head.head)
            return
        if not any(c.dep_ == "cop" for c in head.children):
            return
        for child in head.children:
            if child.dep_ in SUBJECTS:
                for ref in self._scene.actors(child):
                    self._add_ref(post, ref, head)

    def _add_ref(self, post: Post, ref: Ref, predicate: Token) -> None:
        if ref.entity.type is ActorType.PERSON and not any(
            m.kind is Kind.DEMONYM for m in self._scene.mentions_at(self._doc[ref.token])
        ):
            key = (post.start, ref.token)
            person = self._doc[ref.token]
            self._found.setdefault(key, Holding(post, person, ref.entity, "copula", predicate))
            self._taken.add(post.start)
