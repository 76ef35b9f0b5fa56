"""Nouns that stand for an actor named elsewhere: «l'organisation», «le groupe», «le pays», «la junte»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from sahelgraph.extract.background import Background
from sahelgraph.extract.complements import Complements
from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    case_of,
    has_definite_article,
    is_demonstrative,
    is_finite,
    linear_case,
    lower,
    objects,
)
from sahelgraph.extract.lexicon.nouns import singular
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.refs import DEPTH, LANDS, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

PLACE_CASES = frozenset(("en", "à", "dans", "sur", "depuis"))
THEIRS = frozenset(("son", "sa", "ses", "leur", "leurs"))
MANY = frozenset(("les", "ces"))
JUNTA = ("junte", "putschiste", "mutin")
POWER = ("puissance", "ex-puissance")
COUNCIL = ("conseil",)
COUNTRY = ("pays", "état")
GROUP_REACH = 119
STATE_REACH = 79
AROUND = 5
SECOND = frozenset(("autre", "autres", "second", "seconde", "deuxième", "troisième", "première", "premier"))
LAND_NOUNS = word_set("anaphora", "land")
NEW = "nouveau"
AHEAD = 40
"""How far behind the sentence of «les rebelles» the only group that is named may stand at first."""
STRUCK = frozenset(("obj", "nsubj:pass"))
NO_STATE = word_set("anaphora", "no_state")
RISEN = word_set("anaphora", "risen")
ATTACKER = "assaillant"
"""The kind of fighters that a group is by what it does and not by what it is called."""
CLOSING = frozenset(("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ"))


class Anaphora:
    """Resolves the nouns of one article that name nobody themselves; news agencies (`silent`, by label)
    are nobody's antecedent."""

    def __init__(
        self, text: MentionedText, background: Background, complements: Complements, silent: frozenset[str]
    ) -> None:
        self._text = text
        self._background = background
        self._complements = complements
        self._silent = silent

    def of(self, noun: Token) -> list[Ref]:
        """The actor that a definite noun takes up which has no complement, or one that only says which body
        of the State it is («le ministère de la Défense»); empty where there is none."""
        nouns = self._text.nouns
        complements = [c for c in noun.children if _completes(c, noun)]
        is_department = bool(complements) and all(
            self._text.is_noun(c, nouns.departments) for c in complements
        )
        if not has_definite_article(noun) or (complements and not is_department):
            return []
        if self._text.is_noun(noun, COUNTRY) and _is_counted(noun):
            return []
        if not complements and (found := self._council(noun) or self._coloniser(noun)):
            return found
        is_service = is_department or self._is_official(noun)
        if self._text.is_noun(noun, nouns.bare) and not self._stands_out(noun):
            return []
        # «la secte islamiste», «l'organisation jihadiste», not «l'Armée islamique»
        is_group = self._text.is_noun(noun, nouns.armed) or self._text.is_noun(noun, nouns.anaphors)
        if _is_other_word(noun) or (not is_group and any(lower(c) in NO_STATE for c in noun.children)):
            return []
        if self._text.is_noun(noun, nouns.bare) or (is_service and self._text.is_noun(noun, nouns.services)):
            state = self.state_of_bare(noun)
            return [Ref(state, noun.i, "context")] if state else []
        is_plural = "Number=Plur" in str(noun.morph)
        if complements or is_plural or not self._text.is_noun(noun, nouns.anaphors) or self._is_another(noun):
            return []
        is_rebel = any(self._kind_of(c) for c in noun.children)
        is_alliance = self._text.is_noun(noun, nouns.alliances) and not is_rebel
        allowed = frozenset((ActorType.ORGANISATION,)) if is_alliance else GROUPS
        earlier = [
            ref.entity
            for ref in self._text.mentioned_before(noun, GROUP_REACH)
            if ref.entity.type in allowed
            and ref.entity.label not in self._silent
            and not self._text.is_background(ref.token)
            and self._may_be_called(ref.entity, noun)
        ]
        armed = [e for e in earlier if e.type is ActorType.ARMED_GROUP]
        if is_rebel:
            earlier = armed
        elif self._text.is_noun(noun, nouns.armed):
            earlier = armed or earlier
        if self._text.is_noun(noun, ("opération",)):  # «cette opération» may be any act
            earlier = [e for e in earlier if _begins_with(e, noun)]
        earlier = self._of_trait(noun, earlier)
        alike = [e for e in earlier if noun.text[0].isupper() and _begins_with(e, noun)]
        if any(c.lemma_ == NEW for c in noun.children):
            alike = [e for e in earlier if e in self._called_new]
        return [Ref(entity, noun.i, "anaphor") for entity in (alike or earlier)[:1]]

    def _council(self, noun: Token) -> list[Ref]:
        """«le Conseil», with a capital: the council named before."""
        if not (noun.text[0].isupper() and self._text.is_noun(noun, COUNCIL)):
            return []
        before = (r.entity for r in self._text.mentioned_before(noun, GROUP_REACH))
        named = [e for e in before if e.id in self._text.nouns.councils]
        return [Ref(e, noun.i, "anaphor") for e in named[:1]]

    def _coloniser(self, noun: Token) -> list[Ref]:
        """«l'ancienne puissance coloniale»: that of the State the text is about, or of one that it names."""
        if not self._text.is_noun(noun, POWER) or not any(lower(c) == "coloniale" for c in noun.children):
            return []
        before = (r.entity for r in self._text.mentioned_before(noun, GROUP_REACH))
        colonies = self._text.nouns.colonies
        states = [e for e in (self._text.topic, *before) if e is not None and e.id in colonies]
        power = self._text.entity(colonies[states[0].id]) if states else None
        return [Ref(power, noun.i, "context")] if power is not None else []

    @cached_property
    def _called_new(self) -> frozenset[Entity]:
        """Whom the text calls new: «une nouvelle alliance, X», «le nouveau parti X»."""
        mentions = self._text.mention_tokens(0, len(self._text.doc))
        return frozenset(m.entity for t, m in mentions if any(w.lemma_ == NEW for w in _phrase_around(t)))

    def _may_be_called(self, entity: Entity, noun: Token) -> bool:
        """«la mission» is not the ONU, and «l'opération» only one that is called so."""
        nouns = self._text.nouns
        asked = {nouns.callings.get(fold(form)) for form in self._text.noun_forms(noun)} - {None}
        if not asked:
            return True
        words = {word for name in (entity.label, *entity.aliases) for word in fold(name).split()}
        own = {nouns.callings[word] for word in words if word in nouns.callings}
        return bool(own & asked) or not (own or self._text.is_noun(noun, nouns.named_only))

    def _stands_out(self, noun: Token) -> bool:
        """«le gouvernement», «l'offensive du gouvernement»; not «des membres du gouvernement», «au pouvoir»,
        which only say where others belong."""
        if lower(noun) == "pouvoir" and _has_infinitive(noun):
            return False
        if any(c.dep_ == "det" for c in noun.children):
            return True
        return noun.dep_ == "nmod" and not self._text.noun_classes(noun.head)

    def fighters(self, noun: Token) -> list[Ref]:
        """«les rebelles», «cette guérilla»: the armed group that the text calls so, before or, where it is
        the only one, later; else the only one that it names, branches counting more than what they are
        branches of; empty where that is not clear."""
        kind = self._kind_of(noun)
        if kind is None or self._says_whose(noun):
            return []
        if named := self._named_behind(noun):
            return named
        if described := self.described(noun):
            return described
        if risen := self._risen_here(noun, kind):
            return risen
        if not has_definite_article(noun):
            return self._agents(noun, kind)
        before = [e for i, kinds, e in self._groups if i < noun.i and kind in kinds]
        ahead = noun.sent.end + AHEAD
        called = before or [e for i, kinds, e in self._groups if kind in kinds]
        if is_demonstrative(noun):
            of_others = any(self._kind_of(t) == kind for t in noun.doc[: noun.i])
            last = before or [e for i, _, e in self._groups if i < noun.i and not of_others]
            return [Ref(last[-1], noun.i, "anaphor")] if last else []
        group = self._main_of(called or [e for _, _, e in self._groups])
        group = self._branch_beside(noun, group)
        is_near = called or any(i < ahead for i, _, e in self._groups if e is group)
        if group is None or not is_near or self._is_done_to(group, noun):
            return []
        return [Ref(group, noun.i, "anaphor")]

    def _branch_beside(self, noun: Token, group: Entity | None) -> Entity | None:
        """A branch of the group that is named earlier in the sentence; else the group."""
        before = [e for i, _, e in self._groups if noun.sent.start <= i < noun.i]
        if group is None or group in before:
            return group
        return next((e for e in reversed(before) if self._background.belongs(e, group)), group)

    def _is_done_to(self, group: Entity, noun: Token) -> bool:
        """«la milice a affronté les hommes de X»: not X, whom the text names first as whom it is done to."""
        first = next((i for i, _, e in self._groups if e is group), noun.i)
        if noun.dep_ not in SUBJECTS or not noun.head.i < first < noun.sent.end:
            return False
        name = noun.doc[first]
        return any(t.dep_ == "obj" and t.head is noun.head for t in (name, *name.ancestors))

    def _named_behind(self, noun: Token) -> list[Ref]:
        """«la principale guérilla du pays, les FARC (…), …»: the group behind the comma."""
        doc, end = noun.doc, noun.sent.end
        comma = next((i for i in range(noun.i + 1, min(noun.i + AROUND, end)) if doc[i].pos_ in CLOSING), end)
        is_known = has_definite_article(noun) or any(lower(c) in THEIRS for c in noun.children)
        if not is_known or comma + 2 >= end or doc[comma].text != ",":
            return []
        name = doc[comma + 2] if doc[comma + 1].pos_ == "DET" else doc[comma + 1]
        after = name.i + 1
        if after >= end or doc[after].text not in (",", "(", ".", ";"):
            return []
        groups = [m.entity for m in self._text.mentions_at(name) if m.entity.type is ActorType.ARMED_GROUP]
        return [Ref(g, name.i, "apposition") for g in groups[:1]]

    def _risen_here(self, noun: Token, kind: str) -> list[Ref]:
        """«les séparatistes»: those of the only region that a text names with such, and no group."""
        if kind not in RISEN or self._groups or (group := self._of_region) is None:
            return []
        of_others = any(m.kind is Kind.DEMONYM for c in noun.children for m in self._text.mentions_at(c))
        return [] if of_others else [Ref(group, noun.i, "anaphor")]

    @cached_property
    def _of_region(self) -> Entity | None:
        """Who fights in the only region of the text that has risen against its State."""
        risings = self._text.nouns.risings
        ids = {risings[m.entity.id] for m in self._text.mentions if m.entity.id in risings}
        return self._text.entity(ids.pop()) if len(ids) == 1 else None

    def described(self, noun: Token) -> list[Ref]:
        """«des positions rebelles», «les combattants islamistes»: those of the only group that the text calls
        so."""
        kinds = {self._kind_of(c) for c in noun.children if c.pos_ == "ADJ" and c.i == noun.i + 1} - {None}
        group = self._main_of([e for _, called, e in self._groups if kinds & called])
        return [Ref(group, noun.i, "anaphor")] if group else []

    def called(self, adjective: Token) -> Entity | None:
        """«le chef séparatiste X»: the only group that the text calls so, or that of the region."""
        kind = self._kind_of(adjective)
        group = self._main_of([e for _, called, e in self._groups if kind in called])
        return group or (None if self._groups or kind not in RISEN else self._of_region)

    def _says_whose(self, noun: Token) -> bool:
        """«les rebelles du M23», «les combattants armés par X», «la seconde guérilla»; not «les rebelles du
        Nord», «les insurgés, acculés, …»."""
        for child in noun.children:
            if lower(child) in SECOND:
                return True
            if child.dep_ == "acl" and not any(t.text == "," for t in noun.doc[noun.i : child.i]):
                return True
            if child.dep_ == "nmod" and not any(
                m.entity.type in LANDS for m in self._text.mentions_at(child)
            ):
                return not self._text.is_noun(child, LAND_NOUNS)
        return False

    def _agents(self, noun: Token, kind: str) -> list[Ref]:
        """«tués par des rebelles», «l'armée a tué dix rebelles», «dix rebelles ont été tués»: those of the
        only group that the text calls so; «dix assaillants ont été tués»: of the only one that it names."""
        counted = noun.dep_ == "nmod" and self._text.is_noun(noun.head, self._text.nouns.quantities)
        is_struck = (noun.head if counted else noun).dep_ in STRUCK
        if "Number=Plur" not in str(noun.morph) or not (case_of(noun) == "par" or is_struck):
            return []
        called = [e for _, kinds, e in self._groups if kind in kinds]
        if not called and is_struck and kind == ATTACKER and not self._is_another(noun):
            called = [e for i, _, e in self._groups if i < noun.i]
        group = self._main_of(called)
        return [Ref(group, noun.i, "anaphor")] if group else []

    def _main_of(self, groups: list[Entity]) -> Entity | None:
        """The only one of the groups, or the one that the others are members of."""
        distinct = list(dict.fromkeys(groups))
        if len(distinct) > 1:
            roofs = [g for g in distinct if all(o is g or self._background.belongs(o, g) for o in distinct)]
            return roofs[0] if len(roofs) == 1 else None
        return distinct[0] if distinct else None

    @cached_property
    def _groups(self) -> list[tuple[int, frozenset[str], Entity]]:
        """The mentions of armed groups: their token, what kinds of fighters they are called there, who."""
        found = []
        for token, mention in self._text.mention_tokens(0, len(self._text.doc)):
            if mention.entity.type is ActorType.ARMED_GROUP and not self._text.is_background(token.i):
                near = {self._kind_of(word) for word in _phrase_around(token)}
                own = {self._kind(singular(form)) for form in re.findall(r"\w+", mention.text.lower())}
                found.append((token.i, frozenset(k for k in near | own if k), mention.entity))
        return found

    def _kind_of(self, word: Token) -> str | None:
        return self._kind(self._text.noun_forms(word))

    def _kind(self, forms: Iterable[str]) -> str | None:
        kinds = self._text.nouns.fighters
        return next((kinds[form] for form in forms if form in kinds), None)

    def compatriots(self, noun: Token, owners: list[Ref]) -> list[Ref]:
        """«ses compatriotes»: the State itself, or that which a person's text is about."""
        states = [r for r in owners if r.entity.type is ActorType.STATE]
        topic = self._text.topic
        return states or ([] if topic is None else [Ref(topic, noun.i, "context")])

    def state_of_bare(self, noun: Token) -> Entity | None:
        """The State behind «la junte», «le gouvernement», «le pays» without complement: the last one named
        (of a country), the one that the text gives the noun elsewhere, or the topic; not the one to which
        the noun does something."""
        state = self._bare(noun)
        if state is None or noun.dep_ not in SUBJECTS:
            return state
        struck = {m.entity for t in objects(noun.head) for m in self._text.mentions_at(t)}
        return self._other_than(state, noun) if state in struck else state

    def _other_than(self, struck: Entity, noun: Token) -> Entity | None:
        """The State named last that is another: «Le régime a accusé X»."""
        for ref in self._text.mentioned_before(noun, STATE_REACH):
            state = self._background.state_of(ref.entity)
            if state is not None and state.type is ActorType.STATE and state != struck:
                return state
        return None

    def _bare(self, noun: Token) -> Entity | None:
        if self._text.is_noun(noun, COUNTRY):
            for ref in self._text.mentioned_before(noun, STATE_REACH):
                if ref.entity.type is ActorType.STATE:
                    return ref.entity
        if (here := self._where(noun.sent.start, noun)) is not None:
            return here
        for form in self._text.noun_forms(noun):
            if known := self._said_in_full.get(form):
                earlier = [e for i, e in known if i < noun.i] or [e for _, e in known]
                return Counter(earlier).most_common(1)[0][0]
        behind = self._where(noun.i, noun.doc[noun.sent.end - 1])
        is_force = "forces" in self._text.noun_classes(noun)
        return behind or (self._ruled if is_force else None) or self._text.topic

    @cached_property
    def _ruled(self) -> Entity | None:
        """The only State whose junta the text tells of: «l'armée» is its too."""
        states = {entity for form in JUNTA for _, entity in self._said_in_full.get(form, ())}
        return states.pop() if len(states) == 1 else None

    def _where(self, start: int, end: Token) -> Entity | None:
        """The State in which doc[start:end] places what its army or police do: «à Lagos, la police …»."""
        states = {
            state
            for token, mention in self._text.mention_tokens(start, end.i)
            if linear_case(token) in PLACE_CASES and mention.kind is not Kind.DEMONYM
            if (state := self._background.state_of(mention.entity)) is not None
        }
        return states.pop() if len(states) == 1 else None

    def _is_official(self, noun: Token) -> bool:
        """«les forces armées», «l'armée régulière»; not «les forces armées locales»."""
        qualities = []
        for word in noun.doc[noun.i + 1 : noun.sent.end]:
            if word.pos_ not in ("ADJ", "VERB") or is_finite(word):
                break
            qualities.append(lower(word))
        return bool(qualities) and all(word in self._text.nouns.official for word in qualities)

    def _is_another(self, noun: Token) -> bool:
        """«la coalition occidentale» is another than the one named before; «le groupe jihadiste» is not."""
        plain = self._text.nouns.plain_adjectives
        return any(
            c.dep_ == "amod"
            and lower(c) not in plain
            and not any(form in self._text.nouns.traits for form in self._text.noun_forms(c))
            for c in noun.children
        )

    def _of_trait(self, noun: Token, groups: list[Entity]) -> list[Entity]:
        """«le mouvement chiite»: the groups of which that is known, else those of which nothing is."""
        traits = self._text.nouns.traits
        adjectives = (form for c in noun.children if c.pos_ == "ADJ" for form in self._text.noun_forms(c))
        wanted = next((traits[form] for form in adjectives if form in traits), None)
        if wanted is None:
            return groups
        known = {group for ids in traits.values() for group in ids}
        return [e for e in groups if e.id in wanted] or [e for e in groups if e.id not in known]

    @cached_property
    def _said_in_full(self) -> dict[str, list[tuple[int, Entity]]]:
        """Which State each of the bare nouns has, and at which token, where the text names it with them."""
        found: dict[str, list[tuple[int, Entity]]] = {}
        for token in self._text.doc:
            if token.pos_ != "NOUN" or not self._text.is_noun(token, self._text.nouns.bare):
                continue
            if self._text.is_noun(token, COUNTRY):
                continue
            refs = self._complements.of(token, DEPTH)
            states = {r.entity for r in refs if r.entity.type is ActorType.STATE}
            if len(states) == 1:
                for form in self._text.noun_forms(token)[:2]:
                    found.setdefault(form, []).append((token.i, next(iter(states))))
        return found


def _phrase_around(name: Token) -> Iterator[Token]:
    """The words that may say what a name is: before it up to its determiner or a comma («les rebelles du
    M23»), and in an apposition behind it («le M23, un groupe rebelle»)."""
    doc = name.doc
    comma = name.i - (2 if doc[name.i - 1].pos_ == "DET" else 1)
    for index in range(name.i - 1, max(name.sent.start, name.i - AROUND) - 1, -1):
        if doc[index].pos_ in CLOSING and not (index == comma and doc[index].text == ","):
            break
        yield doc[index]
    apposed = name.i + 2 < name.sent.end and doc[name.i + 1].text == "," and doc[name.i + 2].pos_ == "DET"
    start = name.i + 2 if apposed else name.i + 1
    for index in range(start, min(name.sent.end, start + AROUND)):
        if doc[index].pos_ in CLOSING:
            break
        yield doc[index]


def _completes(word: Token, noun: Token) -> bool:
    """«la junte du Niger»; not «soupçonnés par la junte d'être des espions»."""
    behind = word.dep_ == "nmod" and case_of(word) == "de" and word.i > noun.i
    return behind and not any(c.dep_ == "cop" for c in word.children)


def _is_other_word(noun: Token) -> bool:
    """«l'état sécuritaire», «le pouvoir de nuire», «au service de la paix» are no bodies of a State."""
    word = lower(noun)
    if word in ("état", "etat"):
        return noun.text[0].islower()
    if word == "pouvoir":
        return any(c.dep_ in ("acl", "xcomp") and c.pos_ in VERBAL for c in noun.children)
    return word == "service" and case_of(noun) in ("à", "en", "hors")


def _begins_with(entity: Entity, noun: Token) -> bool:
    """«le Front» is the Front al-Nosra, and no other group named since."""
    return any(fold(name).split(" ")[0] == fold(noun.text) for name in (entity.label, *entity.aliases))


def _is_counted(noun: Token) -> bool:
    """«les trois pays», «ces pays» are more than one."""
    determiners = [c for c in noun.children if c.dep_ in ("det", "nummod")]
    return any(lower(c) in MANY or c.dep_ == "nummod" for c in determiners)


def _has_infinitive(noun: Token) -> bool:
    """«le pouvoir de guérir» is nobody."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    return len(behind) == 2 and lower(behind[0]) in ("de", "d'") and "VerbForm=Inf" in str(behind[1].morph)
