"""Which person holds a post that the text names: by what stands beside it.

«le ministre de la Défense X», «le ministre de la Défense, le général X», «X, ministre de la Défense», «X a
été élu président», «les ministres de la Défense et de la Sécurité, X et Y».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sahelgraph.extract.beside_posts import RESPECTIVELY, Beside
from sahelgraph.extract.bracketed import opens_list, state_in_brackets
from sahelgraph.extract.grammar import SUBJECTS, direct_subjects, is_passive, lower
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.posts import ARTICLES, DATE_WORDS, OF, Post, PostReader, person_at, skip_date
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
IS = frozenset(("est", "était", "fut", "devient"))
BECOMING = frozenset(("devenir", "redevenir", "rester", "demeurer"))
DENIALS = frozenset(("pas", "jamais", "ni"))
LINK_REACH = 14
NAME_PARTS = frozenset(("flat:name", "nmod", "appos"))
"""«son chef est le général X»: what a name is to the title before it."""


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
        self._beside = Beside(scene, posts, reader)
        self._found: dict[tuple[int, int], Holding] = {}
        self._taken: set[int] = set()
        self._titled: set[int] = set()

    def run(self) -> list[Holding]:
        for person in self._beside.people:
            self._before_name(person)
        for person in self._beside.people:
            self._after_name(person)
        for person in self._beside.people:
            self._linked(person)
        for token in self._doc:
            self._subject_linked(token)
        for post in self._posts:
            self._gapped(post)
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
        start = self._beside.name_start[person.i]
        beside = [p for p in self._posts if start <= p.end <= person.i and p.start < person.i]
        if not beside:
            return
        post = beside[-1]
        others = list(self._beside.list_behind(person.i + 1)) if post.plural else []
        behind = self._beside.own_state(person) if others else None
        for one in self._beside.with_siblings_before(post):
            self._add(one, person, "before", own=behind)
        for other, own in others:
            self._add(post, other, "before", own=own)

    # --- «X a été élu président», «la désignation de X comme président», «nomme X Premier ministre»

    def _linked(self, person: Token) -> None:
        if self._beside.closes_apposition(person):
            return
        index = self._beside.past_bracket_and_quotes(person.i + 1)
        verb = self._appointed_before(person)
        starts = [index]
        for post in self._posts:
            if (post.start, person.i) in self._found and post.start > person.i:
                starts.append(post.through)
        for start in starts:
            if found := self._post_linked(start, verb):
                post, predicate = found
                shared = "Number=Plur" in str(self._doc[post.start].morph)
                for holder in self._beside.list_up_to(person) if shared else [person]:
                    for one in self._beside.with_siblings_after(post):
                        self._add(one, holder, "linked", predicate=predicate)
                return

    def _subject_linked(self, verb: Token) -> None:
        """«Il a été nommé ministre»: the post goes to whom the subject means."""
        given = fold(verb.lemma_) in self._offices.appoint and is_passive(verb)
        if not given and verb.lemma_ not in BECOMING:
            return
        found = self._post_linked(verb.i + 1, verb)
        if found is None or found[0].start in self._taken:
            return
        refs = [r for subject in direct_subjects(verb) for r in self._scene.actors(subject)]
        if any(r.entity.type is ActorType.PERSON for r in refs):
            for ref in refs:
                self._add_ref(found[0], ref, verb)
        elif (person := self._beside.before_comma_of(verb)) is not None:
            self._add(found[0], person, "linked", predicate=verb)

    def _gapped(self, post: Post) -> None:
        """«X devient ministre de A, Y ministre de B et Z chef de C»: the verb is said once."""
        if post.start in self._taken or post.determiner or not post.opening:
            return
        person = self._doc[post.opening - 1]
        if person_at(self._scene, person) is None or person.i in self._titled:
            return
        linked = [h for h in self._found.values() if h.how == "linked" and h.post.start < person.i]
        if linked and self._doc[linked[-1].post.start].sent == person.sent:
            self._add(post, person, "linked", predicate=linked[-1].predicate)

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
            post = self._beside.opening_at(index)
            if post is not None and verb is not None and (index > first or doc[index - 1].text != ","):
                return None if self._beside.names_someone(post) else (post, verb)
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
        name = self._beside.name_start[person.i]
        behind = person.nbor() if person.i + 1 < person.sent.end else person
        if lower(behind) == "comme" and name > person.sent.start and lower(self._doc[name - 1]) == "avec":
            return person.sent.root  # «avec X comme ministre»
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

    # --- «X, ministre de la Défense», «X (ministre de la Défense)», «X, 60 ans, ancien ministre et chef de Y»

    def _after_name(self, person: Token) -> None:
        doc = self._doc
        index = person.i + 1
        if index < len(doc) and doc[index].text == "(":
            inside = self._beside.in_brackets(index)
            if inside is not None and not self._beside.names_someone(inside):
                self._add(inside, person, "after")
                return
        index = self._beside.past_bracket_and_quotes(index)
        if index >= person.sent.end or doc[index].text not in (",", "–", "—", "-"):
            return
        index = self._beside.after_age(index + 1)
        post = self._post_from(index, person.sent.end)
        if post is not None and not self._is_of_another(post, person):
            self._share(post, person, index)

    def _post_from(self, index: int, limit: int) -> Post | None:
        """The post that the words behind the comma come to: «également ministre de …»."""
        doc = self._doc
        for start in range(index, min(index + 4, limit)):
            post = next((p for p in self._posts if p.opening == start or p.start == start), None)
            if post or not (lower(doc[start]) in AFTER_NAME or doc[start].pos_ == "ADV"):
                return post
        return None

    def _is_of_another(self, post: Post, person: Token) -> bool:
        """Is a post behind a name that of somebody else, or of several?"""
        several = post.plural and lower(self._doc[post.opening - 1]) not in ("un", "une")
        return (
            several
            or post.determiner in ("du", "au", "aux")
            or self._beside.names_someone(post)
            or self._belongs_to_next(post, person)
            or self._beside.acts_itself(post, person)
        )

    def _share(self, post: Post, person: Token, index: int) -> None:
        """Gives the posts from here on to the person before them, or to a list: «X et Y, cadres de Z»."""
        doc = self._doc
        chain = self._beside.with_siblings_after(post)
        paired = any(lower(t) == RESPECTIVELY for t in doc[index : post.start])
        shared = "Number=Plur" in str(doc[post.start].morph)
        holders = self._beside.list_up_to(person) if paired or shared else []
        if paired and len(holders) == len(chain) > 1:
            for one, holder in zip(chain, holders, strict=True):
                self._add(one, holder, "after")
            return
        if len(chain) == 1 and len(holders) > 1 and (states := self._beside.states_of(post, len(holders))):
            for state, holder in zip(states, holders, strict=True):
                self._add(post, holder, "after", own=state)  # «X et Y, présidents du Mali et du Niger»
            return
        for holder in holders if shared else [person]:  # «X et Y, cadres du parti Z»
            for one in chain:
                self._add(one, holder, "after")

    def _belongs_to_next(self, post: Post, person: Token) -> bool:
        """«X, le ministre de la Défense, le général Y»: whose is the post between two names?"""
        follower = self._beside.apposed_name(post)
        if follower is None:
            return False
        titled = person.i in self._titled or self._beside.has_rank(follower)
        return post.definite and (titled or self._beside.closes_opening(person, follower))

    # --- «le ministre de la Défense, le général X», «…, les généraux X et Y»

    def _before_comma(self, post: Post) -> None:
        if post.start in self._taken or self._spelled_out(post):
            return
        person = self._beside.apposed_name(post)
        if person is None or person.sent != self._doc[post.start].sent:
            return
        if any(p.start < post.start < p.through == post.through for p in self._posts):
            return  # the post that this one stands inside has the name
        if self._beside.opens_new_clause(post, person):
            return
        group = self._coordinated_before(post)
        named = [(person, None), *self._beside.list_behind(person.i + 1)]
        if len(group) > 1 and len(group) == len(named):
            for one, (holder, own) in zip(group, named, strict=True):
                self._add(one, holder, "apposed", own=own)
            return
        if post.plural and (states := self._beside.states_of(post, len(named))):
            for state, (holder, _) in zip(states, named, strict=True):
                self._add(post, holder, "apposed", own=state)
            return
        for one in self._beside.with_siblings_before(post):
            self._add(one, person, "apposed")
        if post.plural:
            for holder, own in named[1:]:
                self._add(post, holder, "apposed", own=own)

    def _spelled_out(self, post: Post) -> bool:
        """«Trois dirigeants africains, le Malien X, le Togolais Y et le Béninois Z, …»: gives each the post
        that they have in common."""
        several = post.plural or lower(self._doc[post.start]).endswith("s")
        if not several or post.through >= len(self._doc):
            return False
        index, end = post.through, self._doc[post.start].sent.end
        while self._doc[index].pos_ == "ADJ" and index + 1 < end:
            index += 1
        if self._doc[index].text != ",":  # «Trois présidents ont fait le voyage : le Malien X et …»
            index = next((t.i for t in self._doc[index:end] if t.text == ":"), end)
            others = (p for p in self._posts if post.start < p.start < index)
            index = end if any(others) else index
        named = list(self._beside.list_behind(index)) if index < end else []
        if len([own for _, own in named if own is not None]) < 2:
            return False
        for holder, own in named:
            self._add(post, holder, "apposed", own=own)
        return True

    def _coordinated_before(self, post: Post) -> list[Post]:
        group = [post]
        while before := next((p for p in self._posts if self._beside.are_joined(p, group[0])), None):
            if before.start in self._taken:
                break
            group.insert(0, before)
        return group

    # --- «des chefs d'État, dont X (Sénégal) et Y (Ghana)»

    def _of_states(self, post: Post) -> None:
        if post.start in self._taken:
            return
        first = next((p for p in self._beside.people if p.i >= post.through), None)
        if first is None or not opens_list(post, first, self._beside.name_start[first.i], self._posts):
            return
        named = [first, *(holder for holder, _ in self._beside.list_behind(first.i + 1))]
        of_states = [p for p in named if state_in_brackets(self._scene, p)]
        for holder in of_states if len(of_states) > 1 else []:
            self._add(post, holder, "listed")

    # --- «le général X en est le chef», «il est le chef de Y»

    def _copula(self, post: Post) -> None:
        head = self._doc[post.start]
        if post.start in self._taken:
            return
        if head.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in head.head.children):
            title = head.head
            people = (title, *(c for c in title.children if c.dep_ in NAME_PARTS and c.i > title.i))
            person = next((t for t in people if person_at(self._scene, t)), None)
            if person is not None:
                self._add(post, person, "copula", predicate=head.head)
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
