"""Who takes part in a meeting or travels: the actors of a phrase that can be a guest."""

from __future__ import annotations

from collections.abc import Sequence

from sahelgraph.extract.grammar import is_finite, linear_case, lower, obliques
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import WEAK
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.past_offices import is_past_office
from sahelgraph.extract.refs import ACTING
from sahelgraph.extract.said_of import by_adjective, nationalities_behind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity

ROSTER = 3
PAIR = 2
OF_STATE = ("d'", "état", "etat", "de", "la", "l'", "gouvernement", "des", "du", "et")
ROLL = 20
COUNTERPARTS = ("homologue",)
ASIDE = word_set("guests", "aside")
LINKING = ("et", "du", "de", "des", "d'", "la", "le", "l'", "les", "ainsi", "que")
BEFORE_NAME = 40
REGION = 12
NEAR = 6
SPEAKER = 10


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
        if self._scene.is_noun(token, COUNTERPARTS) and (named := self._counterparts(token)):
            return named
        refs = [r for r in self._scene.actors(token) if r.entity.type in ACTING] or self._at_war(token)
        if (whole := self._organisation_of(token, refs)) is not None:
            return [whole]
        if token.pos_ == "NOUN" and len(several := nationalities(self._scene, token)) > max(len(refs), 1):
            return several
        is_office = token.pos_ == "NOUN" and self._scene.is_noun(token, self._words.regional)
        if not refs and is_office and not is_past_office(self._scene, token):
            refs = nationalities(self._scene, token) or self._inner(token)
        return refs

    def _organisation_of(self, noun: Token, members: Sequence[Ref]) -> Ref | None:
        """«les ministres du G5 Sahel» that meet: it is the organisation that does, whoever its members are;
        «les trois pays du G5», «les ministres du G5 (A, B …)» are those."""
        leaders = self._scene.nouns.leaders
        counted = any(c.dep_ == "nummod" for c in noun.children)
        several = ("collective", "part") if lower(noun).endswith(("s", "x")) else ("collective",)
        if counted or not members or any(r.how not in several for r in members):
            return None
        for case, part in (*obliques(noun), *self._inner_names(noun)):
            bracketed = part.i + 1 < len(part.doc) and part.nbor().text == "("
            for mention in self._scene.mentions_at(part) if case == "de" and not bracketed else ():
                if mention.entity.type is ActorType.ORGANISATION and self._scene.is_noun(noun, leaders):
                    return Ref(mention.entity, part.i, "name")
        return None

    def _inner_names(self, noun: Token) -> list[tuple[str, Token]]:
        """«les chefs d'État de la Cédéao», where the parser hangs the name on the «État»."""
        for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, noun.sent.end)]:
            if self._scene.mentions_at(token):
                return [(linear_case(token), token)]
            if lower(token) not in OF_STATE:
                break
        return []

    def _at_war(self, noun: Token) -> list[Ref]:
        """«les belligérants au Yémen», «les parties en conflit au Soudan»: those of the State."""
        if not self._scene.is_noun(noun, self._words.warring):
            return []
        for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, noun.sent.end)]:
            if is_finite(token) or token.text == ",":
                return []
            states = [m.entity for m in self._scene.mentions_at(token) if m.entity.type is ActorType.STATE]
            if states:
                return [Ref(states[0], noun.i, "adjective")]
        return []

    def _counterparts(self, noun: Token) -> list[Ref]:
        """«ses homologues du Mali, du Niger et du Tchad», «ses homologues malien X et nigérien Y»."""
        people: list[Ref] = []
        for token in noun.doc[noun.i + 1 : min(noun.i + ROLL, noun.sent.end)]:
            mentions = self._scene.mentions_at(token)
            if not mentions:
                if token.text != "," and lower(token) not in LINKING:
                    break
            elif mentions[0].entity.type is ActorType.PERSON:
                people.append(Ref(mentions[0].entity, token.i, "list"))
            elif mentions[0].entity.type is not ActorType.STATE:
                break
            elif mentions[0].kind is not Kind.DEMONYM and not people and linear_case(token) == "de":
                listed = self._scene.list_around(token) or [Ref(mentions[0].entity, token.i, "name")]
                return [r for r in listed if r.entity.type is ActorType.STATE]
        return people

    def _inner(self, head: Token) -> list[Ref]:
        """«les ministres du Commerce des États riverains»: the first actors down the chain."""
        for token in head.doc[head.i + 1 : min(head.i + REGION, head.sent.end)]:
            if is_finite(token) or token.pos_ == "PRON" or token.text in (",", ";", ":", "("):
                return []
            if linear_case(token) == "de":
                refs = self._regional(token) or self._scene.actors(token)
                if refs := [r for r in refs if r.entity.type in ACTING and r.how not in WEAK]:
                    return refs
        return []

    def between(self, preposition: Token) -> list[Ref]:
        """All who are named behind «entre» up to the end of the clause."""
        found = []
        for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
            if is_finite(token) or token.text in (";", ":", "(") or linear_case(token) in ("à", "en", "dans"):
                break
            if lower(token) in ASIDE and token.nbor(-1).text != "et":
                break  # «la rencontre entre X et Y, la première depuis»
            named = [m for m in self._scene.mentions_at(token) if m.entity.type in ACTING]
            found += [Ref(m.entity, token.i, m.kind.value) for m in named if not self._qualifies_name(token)]
        return found

    def _qualifies_name(self, token: Token) -> bool:
        """«le mouvement yéménite X», «le Malien X»: the name behind says who takes part."""
        if token.i + 1 >= token.sent.end:
            return False
        is_demonym = all(m.kind is Kind.DEMONYM for m in self._scene.mentions_at(token))
        following = self._scene.mentions_at(token.nbor())
        return is_demonym and any(m.kind is not Kind.DEMONYM for m in following)

    def travels(self, token: Token, ref: Ref) -> bool:
        """Can what a phrase denotes be a visitor? Not soldiers, refugees or «les Français»."""
        if ref.entity.type is ActorType.PERSON:
            return True
        if ref.entity.type is ActorType.ARMED_GROUP:
            leads = self._scene.is_noun(token, self._words.regional)  # «les chefs du Front X»
            return ref.how == "collective" or leads or self.is_envoy(token)  # «les deux camps»
        mentions = self._scene.mentions_at(token)
        if any(m.kind is Kind.DEMONYM for m in mentions):
            return False
        classes = self._scene.noun_classes(token)
        is_side = self.is_envoy(token) or self._scene.is_noun(token, self._words.regional)
        return not classes or bool(classes & {"government", "members"}) or is_side

    def only_speaks(self, ref: Ref, noun: Token) -> bool:
        """«La porte-parole du ministère, X, a jugé les discussions de Lomé utiles»: X was not there."""
        before = noun.doc[max(noun.sent.start, ref.token - SPEAKER) : max(noun.sent.start, ref.token)]
        return ref.entity.type is ActorType.PERSON and any(lower(t) == "porte-parole" for t in before)

    def is_envoy(self, token: Token) -> bool:
        return self._scene.is_noun(token, self._words.envoys)

    def qualifying(self, child: Token) -> list[Ref]:
        """«sommet Cédéao», «une réunion onusienne»: an organisation beside the noun, as name or adjective."""
        return [
            Ref(m.entity, child.i, "adjective")
            for m in self._scene.mentions_at(child)
            if m.entity.type is ActorType.ORGANISATION and not linear_case(child)
        ]

    def of_nationality(self, noun: Token) -> list[Ref]:
        """«les pourparlers yéménites», «une rencontre américano-nigérienne», «la conférence intersyrienne»:
        the States of a meeting's adjectives, where these say who meets."""
        found = by_adjective(self._scene, noun)
        is_inner = any(lower(self._scene.doc[r.token]).startswith(("inter", "intra")) for r in found)
        return found if len(found) > 1 or is_inner or self._scene.is_noun(noun, self._words.talks) else []

    def listed_bare(self, noun: Token) -> list[Ref]:
        """«une réunion tripartite X, Y et Z»: a list without preposition right behind a noun."""
        for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, noun.sent.end)]:
            if named := self._scene.mentions_at(token):
                listed = self._scene.list_around(token)
                is_first = bool(listed) and listed[0].token == token.i and named[0].kind is not Kind.DEMONYM
                return listed if is_first else []
            if token.pos_ not in ("ADJ", "NOUN"):
                break
        return []

    def attached(self, noun: Token, token: Token) -> bool:
        """Do only adjectives, times and places stand between a noun and its complement?"""
        between_them = noun.doc[noun.i + 1 : token.i]
        commas = [t.i for t in between_them if t.text == ","]
        is_insert = len(commas) == PAIR and commas[0] == noun.i + 1  # «la rencontre, à Lomé, des ministres»
        for between in between_them:
            if between.text == "," and is_insert:
                continue
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
                return [r for r in refs if r.entity.type in ACTING]
        found = {
            m.entity: token.i
            for token, m in self._scene.mention_tokens(noun.sent.start, noun.sent.end)
            if m.entity.type is ActorType.ORGANISATION and m.entity.label not in self._scene.silent
            if not (m.kind is Kind.BODY and linear_case(token) == "à")  # «à Bruxelles»
        }
        return [Ref(entity, index, "anaphor") for entity, index in found.items()] if len(found) == 1 else []

    def _regional(self, token: Token) -> list[Ref]:
        """«les États riverains», «les dirigeants sahéliens»: the longest list of States of the text."""
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


def nationalities(scene: Scene, noun: Token) -> list[Ref]:
    """«ses homologues malien, nigérien et tchadien»: the States of the adjectives right behind a noun."""
    found, _ = nationalities_behind(scene, noun)
    return [Ref(r.entity, noun.i, "list") for r in found]


def is_at_home(scene: Scene, person: Entity, state: Entity) -> bool:
    """Is a person of whom nothing tells for whom he acts in the State that the article is about? There he
    is no guest."""
    return home_of(scene, person) is None and scene.office_state(person) is None and scene.topic == state


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
