"""Who takes part in a meeting or travels: the actors of a phrase that can be a guest."""

from __future__ import annotations

from spacy.tokens import Token

from sahelgraph.extract.grammar import linear_case, lower
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.ontology.claims import ActorType, Entity

GUESTS = frozenset((ActorType.STATE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.PERSON))
ROSTER = 3
BEFORE_NAME = 40
REGION = 10


class Guests:
    """Reads the participants of one article."""

    def __init__(self, scene: Scene, words: HostingWords) -> None:
        self._scene = scene
        self._words = words

    def who(self, token: Token) -> list[Ref]:
        """The actors that a phrase denotes; «les dirigeants de la région» are those that the text lists."""
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"):
            return []
        if regional := self._regional(token):
            return regional
        return [r for r in self._scene.actors(token) if r.entity.type in GUESTS]

    def travels(self, token: Token, ref: Ref) -> bool:
        """Can what a phrase denotes be a visitor? Not soldiers, refugees or «les Français»."""
        if ref.entity.type is ActorType.PERSON:
            return True
        if ref.entity.type is ActorType.ARMED_GROUP:
            return self.is_envoy(token)
        mentions = self._scene.mentions_at(token)
        if any(m.kind is Kind.DEMONYM for m in mentions):
            return False
        classes = self._scene.noun_classes(token)
        return not classes or bool(classes & {"government", "members"}) or self.is_envoy(token)

    def is_envoy(self, token: Token) -> bool:
        return self._scene.is_noun(token, self._words.envoys)

    def qualifying(self, child: Token) -> list[Ref]:
        """«sommet Cédéao», «une réunion onusienne»: an organisation beside the noun, as name or adjective."""
        return [
            Ref(m.entity, child.i, "adjective")
            for m in self._scene.mentions_at(child)
            if m.entity.type is ActorType.ORGANISATION and not linear_case(child)
        ]

    def attached(self, noun: Token, token: Token) -> bool:
        """Do only adjectives, times and places stand between a noun and its complement?"""
        for between in noun.doc[noun.i + 1 : token.i]:
            if between.pos_ in ("VERB", "PRON", "SCONJ") or between.text in (",", "(", "»"):
                return False
            if (
                between.pos_ in ("NOUN", "PROPN")
                and not self._scene.is_noun(between, self._words.time)
                and not self._scene.places(between)
                and not (between.i == token.i - 1 and between.pos_ == "NOUN" and between.head is token)
            ):
                return False
        return True

    def beside(self, noun: Token) -> list[Ref]:
        """The envoys or the only organisation of a sentence whose meeting has nobody named."""
        for token in noun.sent:
            if self.is_envoy(token) and (refs := self._scene.actors(token)):
                return [r for r in refs if r.entity.type in GUESTS]
        found = {
            m.entity: token.i
            for token, m in self._scene.mention_tokens(noun.sent.start, noun.sent.end)
            if m.entity.type is ActorType.ORGANISATION
        }
        return [Ref(entity, index, "anaphor") for entity, index in found.items()] if len(found) == 1 else []

    def _regional(self, token: Token) -> list[Ref]:
        """«les pays de la région», «les dirigeants sahéliens»: the longest list of States of the text."""
        plural = lower(token).endswith(("s", "x"))
        if not plural or not self._scene.is_noun(token, self._words.regional):
            return []
        near = [w for t in token.subtree if 0 < t.i - token.i <= REGION for w in lower(t).split()]
        if not any(w in self._words.regions for w in near) or any(
            m.entity.type in (ActorType.STATE, ActorType.ORGANISATION)
            for t in token.subtree
            for m in self._scene.mentions_at(t)
        ):
            return []
        rosters = [
            list(dict.fromkeys(m.entity for m in enumeration.mentions))
            for enumeration in self._scene.enumerations
            if all(m.entity.type is ActorType.STATE for m in enumeration.mentions)
        ]
        longest = max(rosters, key=len, default=[])
        return [Ref(e, token.i, "collective") for e in longest] if len(longest) >= ROSTER else []


def home_of(scene: Scene, entity: Entity) -> Entity | None:
    """The State that somebody acts for: of a person by office, or by the nationality before the name."""
    if entity.type is ActorType.STATE:
        return entity
    if entity.type is ActorType.ORGANISATION:
        state = scene.state_of(entity)
        return state if state is not None and state.type is ActorType.STATE else None
    if entity.type is not ActorType.PERSON:
        return None
    office = scene.office_state(entity)
    if office is not None and office.type is ActorType.STATE:
        return office
    for before, mention in zip(scene.mentions, scene.mentions[1:], strict=False):
        if (
            mention.entity.id == entity.id
            and before.entity.type is ActorType.STATE
            and before.kind is Kind.DEMONYM
            and mention.start - before.end < BEFORE_NAME
            and not set(scene.article.text[before.end : mention.start]) & set(",;.:()")
        ):
            return before.entity
    return None
