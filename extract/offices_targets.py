"""Where a post is: in the State, organisation or group that its complement, adjective or owner names, else
where its holder is known to serve, else in the State that the text is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sahelgraph.extract.careers import Careers
from sahelgraph.extract.grammar import is_finite, linear_case, lower
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.posts import ARTICLES, OF, Post, person_at
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

TARGETS = GROUPS | {ActorType.STATE, ActorType.BODY}
PLACING = frozenset(("à", "au", "aux", "en", "auprès", "pour", "dans", "sur", "chez", "vers"))
UNDER = frozenset(("sous",))
SPEAKERS = frozenset(("porte-parole",))
COUNTERPARTS = ("homologue", "hote")
DEFINITE = frozenset(("du", "l'", "la", "ce", "cette", "cet", "ces"))
BACK = 40
KIN = word_set("offices_targets", "kin")
KIN_REACH = 4
QUARRELS = word_set("offices_targets", "quarrels")
"""«facilitateur dans le conflit malien» is no post in Mali."""
LISTED = frozenset(("du", "des", "de la", "de l'"))


class Targets:
    """Finds where the posts of one article are. `homes` tells in which State the article says that a
    person serves, where it does so in full."""

    def __init__(self, offices: Offices, careers: Careers, scene: Scene, posts: Iterable[Post]) -> None:
        self._offices = offices
        self._careers = careers
        self._scene = scene
        self._posts = tuple(posts)
        self._starts = {p.start for p in self._posts}
        self._homes: dict[str, Counter[Entity]] = defaultdict(Counter)
        self._named_groups = {m.entity.id: m.entity for m in scene.mentions if m.entity.type in GROUPS}

    def settle(self, person: Entity, where: Entity) -> None:
        """Remembers that the article says in full where a person serves."""
        if where.type is ActorType.STATE:
            self._homes[person.id][where] += 1

    def explicit(self, post: Post) -> tuple[Entity, str] | None:
        """What the words of the post say of its place."""
        doc = self._scene.doc
        for mention in self._scene.mentions_at(doc[post.start]):
            if mention.kind is Kind.BODY:
                return mention.entity, "complement"
        if group := self._apposed(post):
            return group, "apposition"
        if (rebel := self._rebel_word(post)) is not None:
            group = self._scene.called(rebel)
            return None if group is None else (group, "anaphor")
        placing: Entity | None = None
        diplomat = fold(doc[post.start].text).rstrip("s") in self._offices.diplomats
        for index in range(post.named, post.end):
            entity = self._actor_at(doc[index])
            if entity is None or self._is_origin(post, doc[index]):
                continue
            case = self._preposition(index, post.named)
            if case in UNDER or any(lower(t) in UNDER for t in doc[post.named : index]):
                continue  # «un chef de guerre sous sanctions américaines», «sous sanctions de X»
            if case not in PLACING:
                return self._served(post, index) or entity, "complement"
            if placing is None and not diplomat and not self._scene.is_noun(doc[index - 1], QUARRELS):
                placing = entity
        for index in range(post.named, post.end):
            token = doc[index]
            if index in self._starts or lower(token) in UNDER:
                break
            if token.pos_ in ("NOUN", "PROPN") and self._preposition(index, post.named) in OF:
                refs = [r for r in self._scene.actors(token) if r.entity.type in TARGETS]
                if refs and not self._is_institution(token):
                    return refs[0].entity, "complement"
                if group := self._group_before(index, post.end):
                    return group, "anaphor"
        if placing is not None:
            return placing, "complement"
        return None

    def owner(self, post: Post, person: Entity) -> tuple[Entity, str] | None:
        """«son Premier ministre», «leur commandant», «la katiba du prédicateur X», «le MPC (chef X)»."""
        doc = self._scene.doc
        first = doc[post.opening]
        if lower(first) in POSSESSIVES:
            return None if post.words in self._offices.relays else self._possessor(post, person)
        if post.of_any and post.opening and lower(doc[post.opening - 1]) == "dont":
            group = self._last_group(first, post.opening - first.sent.start)
            return (group, "possessor") if group is not None else None
        if post.of_any and post.opening > 1 and doc[post.opening - 1].text == "(":
            for mention in self._scene.mentions_at(doc[post.opening - 2]):
                if mention.entity.type in GROUPS:
                    return mention.entity, "complement"
        head = fold(doc[post.start].text)
        if (
            post.of_any
            and head in self._offices.chiefs
            and post.determiner in ("du", "l'", "le", "la", "des")
        ):
            before = post.opening - 1
            while before > 0 and doc[before].text in ('"', "»", "”", ")"):
                before -= 1
            if lower(doc[before]) in OF:
                before -= 1
            if before >= 0 and (post.determiner == "du" or lower(doc[before + 1]) in OF):
                for mention in self._scene.mentions_at(doc[before]):
                    if mention.entity.type in GROUPS:
                        return mention.entity, "complement"
        return None

    def fallback(self, post: Post, person: Entity) -> tuple[Entity, str] | None:
        """Where nothing beside the post says it: what the article or the actor files know of the person (of
        a predecessor or an envoy: of whom they preceded or serve), else, for a post of a State, the State
        that the text is about."""
        if post.words in self._offices.relays:
            return self._relayed(post)
        if self._rebel_word(post) is not None:
            return None
        nested = self._nested(post)
        if self.is_of_general(post) and (united := self._scene.named("ONU")) is not None:
            return united, "superior"
        if nested and (superior := person_at(self._scene, self._scene.doc[post.through - 1])):
            above = self.home(superior.entity, "président")
            return (above, "actor file") if above is not None else None
        if post.words.startswith(COUNTERPARTS) or (post.of_any and not nested and self._elsewhere(post)):
            return None
        if post.of_state or nested or self._in_institution(post):
            if home := self.home(person, post.words):
                return home, "actor file"
            if listed := self._listed_with(post):
                return listed, "list"
            return (self._scene.topic, "topic") if self._scene.topic else None
        known = self._careers.places(person) & self._named_groups.keys()
        if len(known) == 1 and fold(self._scene.doc[post.start].text) in self._offices.chiefs:
            return self._named_groups[next(iter(known))], "actor file"
        return None

    def _listed_with(self, post: Post) -> Entity | None:
        """«accompagné du ministre malien X et du gouverneur Y»: the State of the post before in the list."""
        doc = self._scene.doc
        if post.determiner not in LISTED or lower(doc[post.opening - 1]) not in (",", "et", ";"):
            return None
        people = False
        for token in reversed(doc[doc[post.opening].sent.start : post.opening - 1]):
            if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
                return None
            for mention in self._scene.mentions_at(token):
                people = people or mention.entity.type is ActorType.PERSON
                if people and mention.entity.type is ActorType.STATE:
                    return mention.entity if mention.kind is Kind.DEMONYM else None
        return None

    def home(self, person: Entity, words: str) -> Entity | None:
        """The State that a person serves, as the article says elsewhere or the actor files know."""
        known = self._careers.state_for(self._scene, person, words)
        counts = self._homes.get(person.id)
        if counts and (known is None or known in counts or not self._names(known)):
            return counts.most_common(1)[0][0]
        return known

    def _names(self, state: Entity) -> bool:
        """Does the article name a State?"""
        return any(m.entity == state for m in self._scene.mentions)

    def led(self, start: int, end: int, person: Entity) -> tuple[Entity, str] | None:
        """What stands in doc[start:end] as the thing that is led: an actor, or a noun for one."""
        doc = self._scene.doc
        unit = next((t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN") or self._actor_at(t)), None)
        if unit is None or not (self._actor_at(unit) or self._is_unit(unit)):
            return None
        for index in range(start, end):
            entity = self._actor_at(doc[index])
            if entity is not None and (index == unit.i or self._preposition(index, start) not in PLACING):
                return entity, "complement"
        refs = [r for r in self._scene.actors(unit) if r.entity.type in TARGETS]
        if refs and not self._is_institution(unit):
            return refs[0].entity, refs[0].how
        if group := self._group_before(unit.i, end):
            return group, "anaphor"
        if self._is_institution(unit):
            if home := self.home(person, "président"):
                return home, "actor file"
            return (self._scene.topic, "topic") if self._scene.topic else None
        return None

    def _group_before(self, index: int, end: int) -> Entity | None:
        """«le chef du mouvement»: the group named last, where nothing tells this one from it."""
        doc = self._scene.doc
        determined = index and lower(doc[index - 1]) in DEFINITE
        bare = all(t.pos_ == "ADJ" and not self._scene.mentions_at(t) for t in doc[index + 1 : end])
        if not (determined and bare) or not self._is_unit(doc[index]) or self._is_institution(doc[index]):
            return None
        return self._last_group(doc[index])

    def _last_group(self, before: Token, reach: int = BACK) -> Entity | None:
        """The group named last before a token, so many tokens back at most."""
        named = self._scene.mentioned_before(before, reach)
        groups = (r for r in named if r.entity.type in GROUPS and r.how != Kind.DEMONYM.value)
        return next((r.entity for r in groups if not self._is_kin(r.token)), None)

    def _is_kin(self, index: int) -> bool:
        """«X, groupe lié à Y»: Y only says what X is."""
        before = self._scene.doc[max(0, index - KIN_REACH) : index]
        word = next((t for t in reversed(before) if t.pos_ not in ("DET", "ADP", "PUNCT")), None)
        return word is not None and self._scene.is_noun(word, KIN)

    def _apposed(self, post: Post) -> Entity | None:
        """«le chef d'un autre mouvement tchadien, le FACT»: the group whose kind the complement gives."""
        doc = self._scene.doc
        kind = next((t for t in doc[post.named : post.end] if t.pos_ == "NOUN"), None)
        if kind is None or not self._scene.is_noun(kind, self._scene.nouns.armed) or post.end + 2 >= len(doc):
            return None
        if doc[post.end].text != "," or lower(doc[post.end + 1]) not in ARTICLES:
            return None
        named = self._scene.mentions_at(doc[post.end + 2])
        return next((m.entity for m in named if m.entity.type in GROUPS), None)

    def _rebel_word(self, post: Post) -> Token | None:
        """«le porte-parole indépendantiste»: a post that is in no State."""
        for token in self._scene.doc[post.start + 1 : min(post.end + 1, len(self._scene.doc))]:
            if token.pos_ not in ("ADJ", "NOUN") or self._preposition(token.i, post.start) in OF:
                return None
            if self._scene.is_noun(token, self._scene.nouns.fighters):
                return token
        return None

    def _served(self, post: Post, index: int) -> Entity | None:
        """«un commandant libyen de l'État islamique»: the group, where an adjective names another first."""
        doc = self._scene.doc
        if not post.of_any or not any(m.kind is Kind.DEMONYM for m in self._scene.mentions_at(doc[index])):
            return None
        for after in range(index + 1, post.end):
            if self._preposition(after, index) in OF:
                named = (m.entity for m in self._scene.mentions_at(doc[after]))
                if (group := next((e for e in named if e.type in GROUPS), None)) is not None:
                    return group
        return None

    def _is_origin(self, post: Post, token: Token) -> bool:
        """«le chef rebelle tchadien», «le chef d'un mouvement rebelle tchadien»: no post in Chad."""
        if not any(m.kind is Kind.DEMONYM for m in self._scene.mentions_at(token)):
            return False
        index = token.i - 1
        while index >= post.named and self._scene.doc[index].pos_ == "ADJ":
            index -= 1
        if index < post.named:
            return post.words in self._offices.outlaws
        return self._scene.is_noun(self._scene.doc[index], self._scene.nouns.armed)

    # --- words

    def _actor_at(self, token: Token) -> Entity | None:
        for mention in self._scene.mentions_at(token):
            if mention.kind is Kind.COMBINING:
                continue
            if mention.entity.type in TARGETS:
                return mention.entity
            if mention.entity.type is ActorType.PLACE:
                return self._scene.state_of(mention.entity)
        return None

    def _preposition(self, index: int, start: int) -> str:
        """The preposition before a word inside a complement; «d'» and the like are OF."""
        doc = self._scene.doc
        adjective = any(m.kind is Kind.DEMONYM for m in self._scene.mentions_at(doc[index]))
        for before in range(index - 1, start - 1, -1):
            word = lower(doc[before])
            if word in PLACING | OF | UNDER:
                return word
            if doc[before].pos_ in ("NOUN", "PROPN") and not (adjective and before == index - 1):
                break
        return ""

    def _is_institution(self, token: Token) -> bool:
        return fold(token.text) in self._offices.institutions or self._scene.is_noun(
            token, self._offices.institutions
        )

    def _is_unit(self, token: Token) -> bool:
        return fold(token.text) in self._offices.units or self._scene.is_noun(token, self._offices.units)

    def _in_institution(self, post: Post) -> bool:
        """«commandant du 3e régiment», «directeur de la police»"""
        return any(self._is_institution(t) for t in self._scene.doc[post.named : post.end])

    def _elsewhere(self, post: Post) -> bool:
        """«président du parti», «porte-parole des rebelles»: of something that is no part of a State."""
        for token in self._scene.doc[post.named : post.end]:
            if token.pos_ in ("NOUN", "PROPN") and self._preposition(token.i, post.named) in OF:
                return not self._in_institution(post)
        return False

    def _nested(self, post: Post) -> bool:
        """«conseiller du président»: a post under a post of a State."""
        return any(post.named <= p.start < post.end and p.of_state for p in self._posts)

    def is_of_general(self, post: Post) -> bool:
        """«représentant spécial du Secrétaire général», «porte-parole du Secrétaire général» where the text
        names the UN: of which organisation needs no telling."""
        head = fold(self._scene.doc[post.start].text)
        if head not in self._offices.diplomats and head not in SPEAKERS:
            return False
        under = (p.words for p in self._posts if post.named <= p.start < post.end)
        if not any(words.startswith("secretaire general") for words in under):
            return False
        return head in self._offices.diplomats or any(m.entity.label == "ONU" for m in self._scene.mentions)

    def _possessor(self, post: Post, person: Entity) -> tuple[Entity, str] | None:
        if post.words.startswith(COUNTERPARTS):
            return None  # «a reçu son homologue X» does not say of where
        doc = self._scene.doc
        known = self._careers.places(person) & self._named_groups.keys()
        if post.of_any and not post.of_state:
            if len(known) == 1:
                return self._named_groups[next(iter(known))], "possessor"
            if group := self._last_group(doc[post.opening]):
                return group, "possessor"
        for ref in self._told_next(post) or self._scene.before(doc[post.start], 1, of_clause=True):
            if ref.entity.type is ActorType.STATE or (ref.entity.type in TARGETS and post.of_any):
                return ref.entity, "possessor"
            if ref.entity.type is ActorType.PERSON and (state := self.home(ref.entity, "président")):
                return state, "possessor"
            served = self._careers.places(ref.entity) & self._named_groups.keys()
            if post.of_any and len(served) == 1:  # «Ban Ki-moon … sa porte-parole»
                return self._named_groups[next(iter(served))], "possessor"
        return self.fallback(post, person) if post.of_state else None

    def _relayed(self, post: Post) -> tuple[Entity, str] | None:
        """«le président colombien X … Son prédécesseur Y»: where the person named before serves."""
        if post.determiner not in POSSESSIVES:
            return None
        named = self._scene.mentioned_before(self._scene.doc[post.opening], BACK)
        person = next((r.entity for r in named if r.entity.type is ActorType.PERSON), None)
        home = self.home(person, "président") if person is not None else None
        return (home, "possessor") if home is not None else None

    def _told_next(self, post: Post) -> list[Ref]:
        """«Dans un message de sa porte-parole X, le gouvernement belge a …»: the one named
        next without preposition, where nobody is named before."""
        first = self._scene.doc[post.opening]
        if self._scene.mention_tokens(first.sent.start, first.i):
            return []
        for token in first.doc[post.end : first.sent.end]:
            if is_finite(token):
                return []
            if token.pos_ in ("NOUN", "PROPN") and not linear_case(token):
                refs = [r for r in self._scene.actors(token) if r.entity.type in TARGETS]
                if refs:
                    return refs
        return []
