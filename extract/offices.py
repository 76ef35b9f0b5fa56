"""Who holds which post where: «le ministre malien de la Défense, X», «X, chef d'état-major», «l'ex-président X».

Reads the words beside each person's name rather than the parse, which long titles break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import direct_subjects, lower, objects, obliques
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.mentions import Kind, Mention
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.names import fold

REACH = 18
COUNTERPARTS = frozenset(("homologue", "hote"))
TARGETS = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.BODY))


@dataclass(frozen=True)
class _Post:
    """A post in the text: its words are doc[start:end]; the words after them may hold its complement."""

    start: int
    end: int
    of_state: bool
    of_any: bool


class OfficeReader:
    """Finds holds-office events."""

    def __init__(self, offices: Offices, words: NameWords) -> None:
        self._offices = offices
        self._titles = frozenset(fold(w.split()[0].rstrip(".")) for w in words.titles)

    def events(self, scene: Scene) -> Iterator[Event]:
        """The posts that the article gives to the persons it names."""
        for token in scene.doc:
            for mention in scene.mentions_at(token):
                if mention.entity.type is ActorType.PERSON:
                    yield from self._left(scene, token, mention)
                    yield from self._right(scene, token, mention)
                    yield from self._country_in_parenthesis(scene, token, mention)
            yield from self._leading(scene, token)

    # --- «le président malien X», «le ministre de la Défense, le général X»

    def _left(self, scene: Scene, person: Token, mention: Mention) -> Iterator[Event]:
        """The post right before the name, and one that stands apposed before a comma."""
        end = self._skip_titles_left(scene, person.i)
        body = self._post_as_name(scene, end)
        if body is not None:
            yield self._body_event(scene, mention, person, body)
            return
        if end > 0 and scene.doc[end - 1].text != ",":
            start = self._phrase_start(scene, end, person)
            posts = self._posts(scene, start, end)
            if not posts:
                return
            yield from self._event(scene, mention, person, posts[-1], end)
            end = start
        if end > 1 and scene.doc[end - 1].text == ",":
            start = self._phrase_start(scene, end - 1, person)
            posts = self._posts(scene, start, end - 1)
            if posts and not self._apposed_before(scene, start):
                yield from self._event(scene, mention, person, posts[0], end - 1)

    def _post_as_name(self, scene: Scene, end: int) -> tuple[Token, Entity] | None:
        """«le chef de la diplomatie européenne, X»: a post that the actor files know as a name."""
        for index in (end - 1, end - 2):
            if 0 <= index and (index == end - 1 or scene.doc[end - 1].text == ","):
                for m in scene.mentions_at(scene.doc[index]):
                    if m.kind is Kind.BODY and fold(m.text).split()[0] in self._offices.heads:
                        return scene.doc[index], m.entity
        return None

    def _body_event(self, scene: Scene, mention: Mention, person: Token, body: tuple[Token, Entity]) -> Event:
        token, target = body
        return Event(
            "office: post as name",
            "holds-office",
            token,
            person,
            Ref(mention.entity, person.i, mention.kind.value),
            Ref(target, token.i, "complement"),
            role=token.text,
            status=Status.ASSERTED,
        )

    def _apposed_before(self, scene: Scene, start: int) -> bool:
        """«X, ministre de Y, Z»: the post before the comma is X's, not Z's."""
        before = scene.doc[max(0, start - 2) : start]
        return any(m.entity.type is ActorType.PERSON for t in before for m in scene.mentions_at(t))

    def _skip_titles_left(self, scene: Scene, index: int) -> int:
        while index > 0:
            token = scene.doc[index - 1]
            word = fold(token.text).rstrip(".")
            if (
                word in self._titles
                or word
                in (
                    "le",
                    "la",
                    "l'",
                    "l’",
                    "un",
                    "une",
                    "(",
                    "«",
                    '"',
                    "“",
                    "brigade",
                    "division",
                    "armee",
                    "corps",
                    "de",
                    "d'",
                    "d’",
                )
                and index != 0
                and self._title_near(scene, index - 1)
            ):
                index -= 1
            elif (
                any(m.kind is Kind.DEMONYM for m in scene.mentions_at(token))
                and index > 1
                and lower(scene.doc[index - 2]) in ("l'", "le", "la")
            ):
                index -= 2
            else:
                break
        return index

    def _title_near(self, scene: Scene, index: int) -> bool:
        """Is this little word part of «, le général de brigade»?"""
        token = scene.doc[index]
        following = fold(scene.doc[index + 1].text).rstrip(".") if index + 1 < len(scene.doc) else ""
        before = fold(scene.doc[index - 1].text) if index else ""
        if lower(token) in ("le", "la", "l'", "un", "une", "(", "«", '"', "“"):
            return following in self._titles or before == ","
        return (
            before in self._titles or fold(scene.doc[index - 2].text) in self._titles if index > 1 else False
        )

    def _phrase_start(self, scene: Scene, end: int, person: Token) -> int:
        """The start of the run of nouns, adjectives and little words that ends at `end`."""
        index = end
        depth = 0
        while index > person.sent.start and end - index < REACH:
            token = scene.doc[index - 1]
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth -= 1
                if depth < 0:
                    break
            elif depth == 0 and not self._nominal(scene, token):
                break
            index -= 1
        return index

    def _nominal(self, scene: Scene, token: Token) -> bool:
        if token.text in ("«", "»", '"', "“", "”", "-"):
            return True
        if lower(token) in self._offices.inner or scene.mentions_at(token):
            mentions = scene.mentions_at(token)
            return not any(m.entity.type is ActorType.PERSON for m in mentions)
        if lower(token) in (
            "un",
            "une",
            "son",
            "sa",
            "leur",
            "ses",
            "leurs",
            "notre",
            "ex",
            "ce",
            "cet",
            "cette",
        ):
            return True
        word = fold(token.text)
        return (
            token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM", "X")
            or word in self._offices.heads
            or word in self._offices.former
            or word in self._offices.future
        )

    # --- «X, ministre de la Défense», «X (60 ans), ancien chef d'état-major»

    def _right(self, scene: Scene, person: Token, mention: Mention) -> Iterator[Event]:
        doc = scene.doc
        index = person.i + 1
        if index < len(doc) and doc[index].text == "(":
            close = next((t.i for t in doc[index : index + 12] if t.text == ")"), None)
            index = close + 1 if close else index
        if index < len(doc) and doc[index].text in ('"', "»", "”"):
            index += 1
        copula = index < len(doc) and doc[index].lemma_ in ("être", "devenir")
        named = index + 1 < len(doc) and any(
            w in doc[index : index + 4].text for w in ("comme", "en tant qu")
        )
        if index >= len(doc) or not (doc[index].text in (",", "–", "(") or copula or named):
            return
        index += 1
        while index < len(doc) and (
            lower(doc[index])
            in (
                "le",
                "la",
                "l'",
                "un",
                "une",
                "est",
                "comme",
                "en",
                "tant",
                "que",
                "qu'",
                "actuel",
                "actuelle",
                "nouveau",
                "également",
                "aussi",
                "lui-même",
            )
            or fold(doc[index].text) in self._offices.former
            or doc[index].text == "-"
        ):
            index += 1
        posts = self._posts(scene, index, min(index + 3, person.sent.end))
        if not posts or posts[0].start > index + (0 if copula or named else 1):
            return
        end = self._phrase_end(scene, posts[0].end, person)
        yield from self._event(scene, mention, person, posts[0], end)

    def _phrase_end(self, scene: Scene, index: int, person: Token) -> int:
        start = index
        while index < person.sent.end and index - start < REACH:
            token = scene.doc[index]
            if token.text in (",", ".", ";", ":", "\n") or not (
                self._nominal(scene, token) or token.text in ("(", ")")
            ):
                break
            if any(m.entity.type is ActorType.PERSON for m in scene.mentions_at(token)):
                break
            index += 1
        return index

    # --- «ses homologues X (Tchad), Y (Niger)»

    def _country_in_parenthesis(self, scene: Scene, person: Token, mention: Mention) -> Iterator[Event]:
        doc = scene.doc
        if person.i + 3 >= len(doc) or doc[person.i + 1].text != "(" or doc[person.i + 3].text != ")":
            return
        states = [m.entity for m in scene.mentions_at(doc[person.i + 2]) if m.entity.type is ActorType.STATE]
        heads = [t for t in doc[person.sent.start : person.i] if fold(t.text) in self._offices.heads]
        if states and heads:
            role = "président" if fold(heads[-1].text).startswith("homologue") else heads[-1].text
            yield Event(
                "office: country in parenthesis",
                "holds-office",
                person,
                heads[-1],
                Ref(mention.entity, person.i, "name"),
                Ref(states[0], person.i + 2, "name"),
                role=role,
            )

    # --- «X dirige Y», «un mouvement dirigé par X»

    def _leading(self, scene: Scene, token: Token) -> Iterator[Event]:
        if token.lemma_ not in self._offices.lead or token.pos_ not in ("VERB", "ADJ"):
            return
        agents_ = [c for case, c in obliques(token) if case == "par"]
        if agents_:
            persons = [r for t in agents_ for r in scene.actors(t)]
            head = token.head if token.dep_ in ("acl", "amod") else next(iter(direct_subjects(token)), None)
            led = scene.actors(head) if head is not None else []
        else:
            persons = [r for t in direct_subjects(token) for r in scene.actors(t)]
            led = [r for t in objects(token) for r in scene.actors(t)]
        for person in persons:
            for actor in led:
                if person.entity.type is ActorType.PERSON and actor.entity.type in TARGETS:
                    yield Event(
                        "office: verb of leading",
                        "holds-office",
                        token,
                        token,
                        person,
                        actor,
                        role=token.text,
                    )

    # --- posts

    def _posts(self, scene: Scene, start: int, end: int) -> list[_Post]:
        found: list[_Post] = []
        index = start
        while index < end:
            post = self._post_at(scene, index, end)
            if post:
                found.append(post)
                index = post.end
            else:
                index += 1
        return found

    def _post_at(self, scene: Scene, index: int, end: int) -> _Post | None:
        head = fold(scene.doc[index].text)
        if head.startswith("ex-"):
            head = head[3:]
        if (
            head not in self._offices.heads
            and head.rstrip("s") not in self._offices.heads
            and not any(head.startswith(h + "-") for h in ("chef", "vice", "co"))
        ):
            return None
        for length in range(self._offices.longest, 0, -1):
            if index + length > end and length > 1:
                continue
            words = " ".join(fold(t.text) for t in scene.doc[index : index + length])
            key = " ".join(
                re.sub(r"^ex-", "", words).replace("'", "' ").replace("’", "' ").replace("-", " - ").split()
            )
            singular = re.sub(r"^(\w+)s\b", r"\1", key)
            for form in (key, singular):
                if form in self._offices.state or form in self._offices.any:
                    return _Post(
                        index, index + length, form in self._offices.state, form in self._offices.any
                    )
        return None

    def _event(self, scene: Scene, mention: Mention, person: Token, post: _Post, end: int) -> Iterator[Event]:
        doc = scene.doc
        last = min(end, person.i) if post.start < person.i else end
        target, how = self._target(scene, post, last, mention)
        if target is None or target.id == mention.entity.id:
            return
        role = re.sub(r"\s+", " ", doc[post.start : max(last, post.end)].text).strip(' ,;:«»"“”(')
        former = self._marked(scene, post, last, self._offices.former)
        future = self._marked(scene, post, last, self._offices.future)
        yield Event(
            f"office: {how}",
            "holds-office",
            doc[post.start],
            person,
            Ref(mention.entity, person.i, mention.kind.value),
            Ref(target, post.start, how),
            doubts=frozenset(("former",) if former else ())
            | (frozenset(("topic",)) if how == "topic" else frozenset()),
            role=role,
            status=Status.PLANNED if future and not former else Status.ASSERTED,
        )

    def _marked(self, scene: Scene, post: _Post, end: int, words: frozenset[str]) -> bool:
        before = [fold(t.text) for t in scene.doc[max(0, post.start - 3) : post.start]]
        inside = [fold(t.text) for t in scene.doc[post.start : min(len(scene.doc), max(end, post.end) + 1)]]
        return (
            any(w in words for w in before[-2:])
            or any(w in words or w.startswith("ex-") for w in inside[:1])
            or any(w in words for w in inside[1:])
        )

    def _target(self, scene: Scene, post: _Post, end: int, mention: Mention) -> tuple[Entity | None, str]:
        """Where the post is: its complement, its adjective, its owner; for a post of a State, what the
        actor files know of the person, else the State that the text is about."""
        doc = scene.doc
        post_words = fold(doc[post.start : post.end].text)
        for index in range(post.end, end):
            for m in scene.mentions_at(doc[index]):
                if m.entity.type in TARGETS and m.kind is not Kind.COMBINING:
                    return m.entity, "complement"
        for index in range(post.end, end):
            token = doc[index]
            if token.pos_ in ("NOUN", "PROPN", "ADJ") and index > post.end:
                refs = [r for r in scene.actors(token) if r.entity.type in TARGETS]
                if refs:
                    return refs[0].entity, "complement"
        if post.start and lower(doc[post.start - 1]) in POSSESSIVES:
            for ref in scene.before(doc[post.start], 1, of_clause=True):
                if ref.entity.type in TARGETS:
                    return ref.entity, "possessor"
                if state := scene.office_state(ref.entity):
                    return state, "possessor"
        if post.of_state and not (fold(doc[post.start].text).rstrip("s") in COUNTERPARTS):
            known = scene.office_state(mention.entity, post_words)
            if known is not None:
                return known, "actor file"
            return scene.topic, "topic"
        return None, "none"
