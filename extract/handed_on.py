"""Posts that one person has from another: «le ministre X a été remplacé par Y», «X a été nommé ministre. Il
succède à Y»: what is said of the one holds for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sahelgraph.extract.grammar import is_passive, lower
from sahelgraph.extract.holders import Holding
from sahelgraph.extract.leaders import CLOSING, Leaders
from sahelgraph.extract.lexicon.offices import Offices
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.posts import OF, person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Entity
from sahelgraph.ontology.names import fold

HANDING = word_set("handed_on", "verbs")
FORMS = word_set("handed_on", "forms")
REPLACEMENT = frozenset(("remplacement",))
PLACE = frozenset(("place",))
BECOMING = frozenset(("devenir",))
NEW = frozenset(("nouveau", "nouvel", "nouvelle"))
HE = frozenset(("il", "elle"))
HIM = frozenset(("l'", "le", "la"))
BY_REACH = 10
SENTENCES = 2
Placed = tuple[Holding, Entity]
"""A person with a post, and where that is."""


@dataclass(frozen=True)
class HandedOn:
    """`holding`, like one that the text says in full, in `where`; `verb` tells of the change."""

    holding: Holding
    where: Entity
    verb: Token


class Successions:
    """Finds the changes of one article."""

    def __init__(self, scene: Scene, offices: Offices, leaders: Leaders, placed: Sequence[Placed]) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._offices = offices
        self._leaders = leaders
        self._placed = placed

    def run(self) -> Iterator[HandedOn]:
        """Who has or had the post of whom they follow or are followed by."""
        for verb in self._scene.tokens_with(FORMS):
            if fold(verb.lemma_) in HANDING:
                yield from self._change(verb)
        for noun in self._scene.tokens_with(REPLACEMENT):
            yield from self._instead(noun)
        for noun in self._scene.tokens_with(PLACE):
            yield from self._in_place(noun)

    def _change(self, verb: Token) -> Iterator[HandedOn]:
        new, old = self._sides(verb)
        if new is None or old is None:
            return
        heir, before = self._leaders.leader(new), self._leaders.leader(old)
        if heir is None or before is None or heir.id == before.id:
            return
        if (known := self._post_of(before, verb)) is not None:
            holding, where = known
            post = replace(holding.post, former=False)
            yield HandedOn(Holding(post, new, heir, "handed on", verb), where, verb)
            return
        for given in self._appointments(heir, verb):
            yield self._former(given, old, before, verb)

    def _former(self, given: Placed, old: Token, before: Entity, verb: Token) -> HandedOn:
        """The one before: until now, or still, where the change is to come."""
        words = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
        to_come = any(m in str(w.morph) for w in words for m in ("Tense=Fut", "Mood=Cnd"))
        post = replace(given[0].post, former=not to_come, future=False)
        return HandedOn(Holding(post, old, before, "handed on"), given[1], verb)

    def _instead(self, noun: Token) -> Iterator[HandedOn]:
        """«X a été nommé ministre, en remplacement de Y»."""
        doc = self._doc
        if noun.i + 1 >= len(doc) or lower(doc[noun.i + 1]) not in OF or lower(doc[noun.i - 1]) != "en":
            return
        old = self._leaders.person_from(noun.i + 1)
        before = self._leaders.leader(old) if old is not None else None
        if old is None or before is None:
            return
        near = [p for p in self._placed if noun.sent.start <= p[0].post.start < noun.i]
        given = [p for p in near if p[0].entity.id != before.id and self._is_given(p[0])]
        if given:
            yield self._former(given[-1], old, before, noun)

    def _in_place(self, noun: Token) -> Iterator[HandedOn]:
        """«a limogé le ministre X et nommé à sa place Y»."""
        verb = next((t for t in reversed(self._doc[max(0, noun.i - 5) : noun.i]) if self._gives(t)), None)
        if verb is None or lower(self._doc[noun.i - 1]) != "sa":
            return
        new = self._leaders.person_from(noun.i + 1)
        heir = self._leaders.leader(new) if new is not None else None
        near = [p for p in self._recent(verb) if heir is not None and p[0].entity.id != heir.id]
        if new is not None and heir is not None and near:
            post = replace(near[-1][0].post, former=False)
            yield HandedOn(Holding(post, new, heir, "handed on", verb), near[-1][1], verb)

    # --- who follows whom

    def _sides(self, verb: Token) -> tuple[Token | None, Token | None]:
        """The tokens of the new one and of the one before."""
        by = self._by(verb) if fold(verb.lemma_) == "remplacer" else None
        old = self._leaders.person_from(verb.i + 1)
        if by is not None:
            between = old is not None and old.i < by.i  # «a remplacé X par Y»
            return self._leaders.person_from(by.i + 1), old if between else self._replaced(verb)
        if is_passive(verb) or old is None:
            return None, None
        return self._heir(verb), old

    def _by(self, verb: Token) -> Token | None:
        """«remplacé mardi par»"""
        for token in self._doc[verb.i + 1 : min(verb.i + BY_REACH, verb.sent.end)]:
            if lower(token) == "par":
                return token
            if token.text in (",", ";") or token.pos_ == "VERB":
                return None
        return None

    def _replaced(self, verb: Token) -> Token | None:
        """Who is replaced: «a limogé X et l'a remplacé», «X, remplacé par», «X a été remplacé»."""
        chain = [t for t in self._doc[max(verb.sent.start, verb.i - 3) : verb.i] if lower(t) in HIM]
        if chain and not is_passive(verb):
            return self._named_last(chain[0])
        if (subject := self._leaders.subject(verb)) is not None:
            return self._last_appointed(verb) if self._is_he(verb) else subject
        before = verb.i - 1
        while before > verb.sent.start and self._doc[before].text in CLOSING:
            before -= 1
        return self._doc[before] if person_at(self._scene, self._doc[before]) else self._last_holder(verb)

    def _heir(self, verb: Token) -> Token | None:
        if self._is_he(verb) and (appointed := self._last_appointed(verb)) is not None:
            return appointed
        return self._leaders.subject(verb)

    def _is_he(self, verb: Token) -> bool:
        first = self._doc[verb.sent.start : verb.i]
        return any(lower(t) in HE for t in first) and not any(person_at(self._scene, t) for t in first)

    def _named_last(self, before: Token) -> Token | None:
        sentence = self._doc[before.sent.start : before.i]
        return next((t for t in reversed(sentence) if person_at(self._scene, t)), None)

    def _last_holder(self, verb: Token) -> Token | None:
        """The one person with a post before the verb, in its sentence."""
        holders = [h.person for h, _ in self._placed if verb.sent.start <= h.post.start < verb.i]
        holders = [p for p in holders if p.i < verb.i]
        return holders[0] if len({p.i for p in holders}) == 1 else None

    def _last_appointed(self, verb: Token) -> Token | None:
        """«X a été nommé …, a dit Y. Il remplace»: X."""
        given = [h.person for h, _ in self._recent(verb) if self._is_given(h)]
        return given[-1] if given else None

    # --- which post

    def _post_of(self, person: Entity, verb: Token) -> Placed | None:
        """The post that the one before has or had, as said last before the verb."""
        near = [p for p in self._recent(verb) if p[0].entity.id == person.id]
        return near[-1] if near else None

    def _appointments(self, person: Entity, verb: Token) -> list[Placed]:
        """The posts that the new one is said to be given, all of one sentence."""
        own = [p for p in self._placed if p[0].entity.id == person.id]
        said = [p for p in own if p[0].how == "function" and verb.i < p[0].post.start < verb.sent.end]
        near = said or [p for p in self._recent(verb) if p in own and self._is_given(p[0])]
        return [p for p in near if self._sentence(p) == self._sentence(near[-1])]

    def _sentence(self, placed: Placed) -> int:
        return self._doc[placed[0].post.start].sent.start

    def _is_given(self, holding: Holding) -> bool:
        """Is it a new post: «nommé ministre», «le nouveau ministre X»?"""
        post, given = holding.post, holding.predicate
        if post.former:
            return False
        if given is not None and self._gives(given):
            return True
        return any(fold(t.text) in NEW for t in self._doc[post.opening : post.start])

    def _gives(self, word: Token) -> bool:
        return fold(word.lemma_) in self._offices.appoint | self._offices.appointments | BECOMING

    def _recent(self, verb: Token) -> list[Placed]:
        """The posts said before the verb, in its sentence or the ones before."""
        start = verb.sent.start
        for _ in range(SENTENCES):
            start = self._doc[start - 1].sent.start if start else 0
        return [p for p in self._placed if start <= p[0].post.start < verb.i]
