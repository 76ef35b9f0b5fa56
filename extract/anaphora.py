"""Nouns that stand for an actor named elsewhere: «l'organisation», «le groupe», «le Conseil»."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from sahelgraph.extract.background import Background
from sahelgraph.extract.bare_states import COUNTRY, BareStates
from sahelgraph.extract.complements import Complements
from sahelgraph.extract.fighters import Fighters, phrase_around
from sahelgraph.extract.grammar import VERBAL, case_of, has_definite_article, is_finite, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import GROUPS, ActorType, Entity
from sahelgraph.ontology.names import fold

MANY = frozenset(("les", "ces"))
POWER = ("puissance", "ex-puissance")
COUNCIL = ("conseil",)
GROUP_REACH = 119
NEW = "nouveau"
NO_STATE = word_set("anaphora", "no_state")


class Anaphora:
    """Resolves the nouns of one article that name nobody themselves; news agencies (`silent`, by label)
    are nobody's antecedent."""

    def __init__(
        self, text: MentionedText, background: Background, complements: Complements, silent: frozenset[str]
    ) -> None:
        self._text = text
        self._silent = silent
        self.fighters = Fighters(text, background)
        self.states = BareStates(text, background, complements)

    def of(self, noun: Token) -> list[Ref]:
        """The actor that a definite noun takes up which has no complement, or one that only says which body
        of the State it is («le ministère de la Défense»); empty where there is none."""
        nouns, is_noun = self._text.nouns, self._text.is_noun
        complements = [c for c in noun.children if _completes(c, noun)]
        is_department = bool(complements) and all(is_noun(c, nouns.departments) for c in complements)
        if not has_definite_article(noun) or (complements and not is_department):
            return []
        if is_noun(noun, COUNTRY) and _is_counted(noun):
            return []
        if not complements and (found := self._council(noun) or self._coloniser(noun)):
            return found
        is_bare = is_noun(noun, nouns.bare)
        if is_bare and not self._stands_out(noun):
            return []
        # «la secte islamiste», «l'organisation jihadiste», not «l'Armée islamique»
        is_group = is_noun(noun, nouns.armed) or is_noun(noun, nouns.anaphors)
        if _is_other_word(noun) or (not is_group and any(lower(c) in NO_STATE for c in noun.children)):
            return []
        if is_bare or (is_noun(noun, nouns.services) and (is_department or self._is_official(noun))):
            state = self.states.of(noun)
            return [Ref(state, noun.i, "context")] if state else []
        is_plural = "Number=Plur" in str(noun.morph)
        is_clear = not complements and not is_plural and is_noun(noun, nouns.anaphors)
        return self._group_before(noun) if is_clear and not self.fighters.is_another(noun) else []

    def _group_before(self, noun: Token) -> list[Ref]:
        """The group or organisation named last that a noun may be said of."""
        is_noun, nouns = self._text.is_noun, self._text.nouns
        is_rebel = any(self.fighters.kind_of(c) for c in noun.children)
        is_alliance = is_noun(noun, nouns.alliances) and not is_rebel
        earlier = self._named_before(noun, frozenset((ActorType.ORGANISATION,)) if is_alliance else GROUPS)
        armed = [e for e in earlier if e.type is ActorType.ARMED_GROUP]
        if is_rebel:
            earlier = armed
        elif is_noun(noun, nouns.armed):
            earlier = armed or earlier
        if is_noun(noun, ("opération",)):  # «cette opération» may be any act
            earlier = [e for e in earlier if _begins_with(e, noun)]
        earlier = self._of_trait(noun, earlier)
        alike = [e for e in earlier if noun.text[0].isupper() and _begins_with(e, noun)]
        if any(c.lemma_ == NEW for c in noun.children):
            alike = [e for e in earlier if e in self._called_new]
        return [Ref(entity, noun.i, "anaphor") for entity in (alike or earlier)[:1]]

    def _named_before(self, noun: Token, types: Collection[ActorType]) -> list[Entity]:
        """The actors of these types before a noun that may be called so, the last one first."""
        return [
            ref.entity
            for ref in self._text.mentioned_before(noun, GROUP_REACH)
            if ref.entity.type in types
            and ref.entity.label not in self._silent
            and not self._text.is_background(ref.token)
            and self._may_be_called(ref.entity, noun)
        ]

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
        return frozenset(m.entity for t, m in mentions if any(w.lemma_ == NEW for w in phrase_around(t)))

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

    def _is_official(self, noun: Token) -> bool:
        """«les forces armées», «l'armée régulière»; not «les forces armées locales»."""
        qualities = []
        for word in noun.doc[noun.i + 1 : noun.sent.end]:
            if word.pos_ not in ("ADJ", "VERB") or is_finite(word):
                break
            qualities.append(lower(word))
        return bool(qualities) and all(word in self._text.nouns.official for word in qualities)

    def _of_trait(self, noun: Token, groups: list[Entity]) -> list[Entity]:
        """«le mouvement chiite»: the groups of which that is known, else those of which nothing is."""
        traits = self._text.nouns.traits
        adjectives = (form for c in noun.children if c.pos_ == "ADJ" for form in self._text.noun_forms(c))
        wanted = next((traits[form] for form in adjectives if form in traits), None)
        if wanted is None:
            return groups
        known = {group for ids in traits.values() for group in ids}
        return [e for e in groups if e.id in wanted] or [e for e in groups if e.id not in known]


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
