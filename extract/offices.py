"""Who holds which post where: «le ministre malien de la Défense, X», «X, chef d'état-major».

posts.py finds the posts, holders.py who has them, offices_targets.py where they are, leading.py what verbs
of leading say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sahelgraph.extract.bracketed import state_in_brackets
from sahelgraph.extract.careers import Careers
from sahelgraph.extract.events import Event
from sahelgraph.extract.functions import Functions
from sahelgraph.extract.grammar import agents, direct_subjects, is_negated, is_participle, is_passive, lower
from sahelgraph.extract.handed_on import HandedOn, Successions
from sahelgraph.extract.holders import HolderFinder, Holding
from sahelgraph.extract.leaders import Leaders, Led
from sahelgraph.extract.leading import LeadingFinder
from sahelgraph.extract.lexicon.names import NameWords
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.offices_targets import Targets
from sahelgraph.extract.posts import Post, PostReader, persons
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity, Status
from sahelgraph.ontology.names import fold

DEFINITE = frozenset(("le", "la", "l'", "du", "au"))
NEW = frozenset(("nouveau", "nouvel", "nouvelle", "prochain"))
APPOINTING = GROUPS | {ActorType.STATE}
Named = tuple[Entity, Entity, int]
"""A person, where they serve, and the token of a mention of them."""


class OfficeReader:
    """Finds holds-office events."""

    def __init__(self, offices: Offices, words: NameWords, book: ActorBook | None = None) -> None:
        self._offices = offices
        self._reader = PostReader(offices, words)
        self._holders = HolderFinder(offices, self._reader)
        self._careers = Careers(book, offices)

    def events(self, scene: Scene) -> Iterator[Event]:
        """The posts that the article gives to the persons it names."""
        posts = self._reader.posts(scene)
        holdings = self._holders.holdings(scene, posts)
        targets = Targets(self._offices, self._careers, scene, posts)
        leaders = Leaders(self._reader, scene, targets)
        holdings += Functions(scene, self._offices, posts, leaders).run({h.post.start for h in holdings})
        placed = [(h, self._said_place(scene, targets, h)) for h in holdings]
        for holding, place in placed:
            if place is not None:
                targets.settle(holding.entity, place[0])
        known: list[tuple[Holding, Entity]] = []
        for holding, place in placed:
            where = place or targets.fallback(holding.post, holding.entity)
            if where is not None and where[0].id != holding.entity.id:
                known.append((holding, where[0]))
                event = self._event(scene, holding, *where)
                yield event
                if holding.post.words in self._offices.founders and where[0].type in GROUPS:
                    yield _founding(event)
        for led in LeadingFinder(self._offices, self._reader, scene, targets).run():
            if led.target.id != led.person.id:
                known.append((_as_holding(scene, led), led.target))
                yield _led_event(scene, led)
        for handed in Successions(scene, self._offices, leaders, sorted(known, key=_start)).run():
            yield self._handed_on(scene, handed)
        held = {h.post.start for h in holdings}
        for post in posts:
            if post.start not in held:
                yield from self._alone(scene, targets, post)

    def _said_place(self, scene: Scene, targets: Targets, holding: Holding) -> tuple[Entity, str] | None:
        """The place of a post as the text beside it says it."""
        if holding.own is not None:
            return holding.own, "list"
        said = targets.explicit(holding.post)
        if said is not None and said[0].type in GROUPS and holding.how == "linked":
            return said  # «X (Niger) a été nommée représentante de l'ONU»
        if said is None and holding.how == "linked" and targets.is_of_general(holding.post):
            return None  # «X (Niger) a été nommée représentante du Secrétaire général»
        if holding.how != "after" and (state := state_in_brackets(scene, holding.person)):
            return state, "parenthesis"
        said = said or targets.owner(holding.post, holding.entity)
        return said or self._appointer(scene, holding)

    def _appointer(self, scene: Scene, holding: Holding) -> tuple[Entity, str] | None:
        """«L'ONU a nommé X émissaire pour Y», «X, nommé émissaire par l'ONU»: who gave the post."""
        verb = holding.predicate
        if verb is None or fold(verb.lemma_) not in self._offices.appoint | self._offices.appointments:
            return None
        acting = [] if is_passive(verb) or verb.pos_ == "NOUN" else direct_subjects(verb)
        for phrase in acting or agents(verb):
            for ref in scene.actors(phrase):
                if ref.entity.type in APPOINTING and ref.entity.id != holding.entity.id:
                    return ref.entity, "appointer"
        return None

    def _event(self, scene: Scene, holding: Holding, target: Entity, how: str) -> Event:
        post = holding.post
        trigger = scene.doc[post.start]
        future = post.future and not post.former
        status = Status.PLANNED if future else Status.ASSERTED
        doubts = {"former"} if _is_over(holding) else set()
        if how == "topic":
            doubts.add("topic")
        return Event(
            f"office: {holding.how}, {how}",
            "holds-office",
            trigger,
            holding.predicate if holding.predicate is not None else holding.person,
            Ref(holding.entity, holding.person.i, holding.how),
            Ref(target, post.start, how),
            doubts=frozenset(doubts),
            role=_role(scene, post, holding.person.i),
            status=None if _is_open(holding.predicate) and not future else status,
        )

    def _handed_on(self, scene: Scene, handed: HandedOn) -> Event:
        event = self._event(scene, handed.holding, handed.where, "succession")
        return replace(event, trigger=handed.verb)

    # --- a post without a name

    def _alone(self, scene: Scene, targets: Targets, post: Post) -> Iterator[Event]:
        """«le président de la République», where it is clear who of the article's persons is known to hold
        just this post on the article's day."""
        doc = scene.doc
        if post.determiner not in DEFINITE or post.plural or post.former or post.future:
            return
        if any(fold(t.text) in NEW for t in doc[post.opening : post.start]):
            return
        if lower(doc[post.start]) in ("celui", "celle") or doc[post.start].text.isupper():
            return
        said = targets.explicit(post)
        phrase = _without_mentions(scene, post)
        found: dict[tuple[str, str], list[Named]] = {}
        for token, mention in persons(scene):
            for fact in self._careers.current(scene, mention.entity):
                where = scene.entity(fact.object or "")
                if where is None or (said is not None and said[0].id != where.id):
                    continue
                if said is None and where.type is not ActorType.STATE:
                    continue
                if self._careers.same_post(phrase, fact.role or "", where):
                    places = found.setdefault((mention.entity.id, where.id), [])
                    places.append((mention.entity, where, token.i))
        if meant := _meant(list(found.values()), post.start):
            person, where, at = meant
            yield Event.at(
                "office: post alone",
                "holds-office",
                doc[post.start],
                Ref(person, at, "context"),
                Ref(where, post.start, said[1] if said else "actor file"),
                role=_role(scene, post, len(doc)),
                status=Status.ASSERTED,
            )


def _start(placed: tuple[Holding, Entity]) -> int:
    return placed[0].post.start


def _founding(post: Event) -> Event:
    """«le fondateur de Y, X»: X founded Y, nobody says when."""
    return replace(
        post, rule="office: founder", relation="founded", role=None, doubts=frozenset(), dated=False
    )


def _meant(candidates: list[list[Named]], post: int) -> Named | None:
    """The one candidate, or the one who is named last before the post and most often of all."""
    if len(candidates) < 2:
        return candidates[0][0] if candidates else None
    ranked = sorted(candidates, key=len, reverse=True)
    before = [(max(t[2] for t in c if t[2] < post), c) for c in candidates if c[0][2] < post]
    if not before or len(ranked[0]) == len(ranked[1]):
        return None
    return ranked[0][0] if max(before, key=lambda b: b[0])[1] is ranked[0] else None


def _is_open(predicate: Token | None) -> bool:
    """Does a verb leave it to its mood, tense and surroundings whether the post is held? «a été élu» does
    not, «sera élu» and «n'a pas été élu» do."""
    if predicate is None:
        return False
    words = [predicate, *(c for c in predicate.children if c.dep_.startswith("aux"))]
    vague = any(mood in str(w.morph) for w in words for mood in ("Mood=Cnd", "Tense=Fut", "VerbForm=Inf"))
    return vague or is_negated(predicate) or not is_participle(predicate, "Past")


def _is_over(holding: Holding) -> bool:
    """Is the post over: by its own words, or «n'est plus»?"""
    predicate = holding.predicate
    no_more = predicate is not None and any(
        lower(c) == "plus" for c in (*predicate.children, *predicate.head.children)
    )
    return holding.post.former or no_more


def _led_event(scene: Scene, led: Led) -> Event:
    words = re.sub(r"\s+", " ", scene.doc[led.start : led.end].text).strip(' ,;:«»"“”(')
    return Event(
        "office: leading",
        "holds-office",
        led.trigger,
        led.predicate,
        Ref(led.person, led.at, "name"),
        Ref(led.target, led.trigger.i, led.how),
        doubts=frozenset(("near",)) if led.how == "near" else frozenset(),
        role=words,
    )


def _as_holding(scene: Scene, led: Led) -> Holding:
    post = Post(
        *(led.start, led.start, led.end, led.end, led.end),
        words="",
        determiner="",
        of_state=False,
        of_any=True,
        former=False,
        future=False,
    )
    return Holding(post, scene.doc[led.at], led.person, "leading", led.predicate)


def _role(scene: Scene, post: Post, person: int) -> str:
    """The post in the words of the text, without what belongs to the name."""
    end = min(post.end, person) if post.start < person else post.end
    return re.sub(r"\s+", " ", scene.doc[post.start : max(end, post.named)].text).strip(' ,;:«»"“”(')


def _without_mentions(scene: Scene, post: Post) -> str:
    """The post and its domain, without the names in it."""
    words = [post.words]
    words += [fold(t.text) for t in scene.doc[post.named : post.end] if not scene.mentions_at(t)]
    return " ".join(w for w in words if w not in ('"', "«", "»", "(", ")"))
