"""Whose office a word is about that begins or ends one: the person named before it, behind it or as its
owner.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sahelgraph.extract.grammar import VERBAL, direct_subjects, governors, is_finite, linear_case, lower
from sahelgraph.extract.lexicon.offices import post_key
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import POSSESSIVES, Scene
from sahelgraph.extract.tenure_cues import RESIGNATION, STOPS, Cue
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import fold

OPENING = 2
TO_PERSON = 14
NOMINAL = ("tion", "ture", "sion", "prise")
HAVE = frozenset(
    ("a", "ont", "avait", "avaient", "ait", "aient", "avoir", "ayant", "eut", "aurait", "auraient")
)


class CuePersons:
    """The persons of the cues of one article; `by_role` are those that it gives each post."""

    def __init__(self, scene: Scene, by_role: Mapping[str, Collection[str]]) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._by_role = by_role

    def of(self, cue: Cue, after: int) -> list[str]:
        """Whose office a cue is about: ids of persons; who is named behind it is so from doc[after] on."""
        token = self._doc[cue.start]
        if cue.kind == "loss" and self._is_owned(cue):
            return self._owner(cue)  # «a remis sa démission au président Y»
        if cue.kind == "loss":
            return self._owner(cue) or self.behind(max(cue.end, after), nominal=True)
        active = cue.kind == "suffer" and self._is_active(cue)
        if cue.kind == "begin" and fold(token.text).endswith(NOMINAL):
            return self._owner(cue) or self.behind(max(cue.end, after), nominal=True)
        if cue.kind == "begin" and self._names(cue):
            return self.behind(cue.end)
        if active:
            return self.behind(cue.end) or self.before(cue)
        return self.before(cue) or self.behind(after, passive=True)

    def _is_active(self, cue: Cue) -> bool:
        first = max(self._doc[cue.start].sent.start, cue.start - 3)
        before = [lower(t) for t in self._doc[first : cue.start]]
        return any(w in HAVE for w in before) and "été" not in before

    def _names(self, cue: Cue) -> bool:
        """«a nommé X»: the verb that appoints, in the active."""
        return self._doc[cue.start].pos_ == "VERB" and cue.end - cue.start == 1 and self._is_active(cue)

    def _owner(self, cue: Cue) -> list[str]:
        noun = self._doc[cue.start]
        behind = [] if self._is_owned(cue) else self.behind(cue.end, nominal=True)
        if behind or not noun.i:
            return behind
        if fold(noun.text) == RESIGNATION:
            return self.before(cue)
        if not self._is_owned(cue):
            return []
        refs = self._scene.before(noun, 1, of_clause=True)
        return [r.entity.id for r in refs if r.entity.type is ActorType.PERSON][:1] or self.before(cue)

    def _is_owned(self, cue: Cue) -> bool:
        """«sa démission», «leur chute»."""
        return cue.start > 0 and lower(self._doc[cue.start - 1]) in POSSESSIVES

    def before(self, cue: Cue) -> list[str]:
        """The person named last before a cue in its sentence, or the subject that a pronoun means."""
        sentence = self._doc[cue.start].sent.start
        if person := self._subject(self._doc[cue.end - 1]):
            return person
        for index in range(cue.start - 1, max(sentence, cue.start - TO_PERSON) - 1, -1):
            token = self._doc[index]
            if mention := person_at(self._scene, token):
                return [mention.entity.id]
            if token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph):
                return []
        return self._post_before(cue, sentence) or self._subject_over(cue, sentence)

    def _subject_over(self, cue: Cue, sentence: int) -> list[str]:
        """«Arrivé au pouvoir en 2010, il …»: the subject of the clause that a participle opens."""
        if cue.start - sentence > OPENING:
            return []
        verb = next((t for t in governors(self._doc[cue.start]) if is_finite(t) or direct_subjects(t)), None)
        return self._subject(verb) if verb is not None else []

    def _subject(self, verb: Token) -> list[str]:
        """The first person that a subject of a verb means."""
        for subject in direct_subjects(verb):
            refs = [r.entity.id for r in self._scene.actors(subject) if r.entity.type is ActorType.PERSON]
            if refs:
                return refs[:1]
        return []

    def _post_before(self, cue: Cue, sentence: int) -> list[str]:
        """«Le Premier ministre, en poste depuis …»: who has this post in the article, if it is one person."""
        words = post_key(self._doc[sentence : cue.start].text).rstrip(" ,")
        for post in sorted(self._by_role, key=len, reverse=True):
            if words.endswith(post):
                return list(self._by_role[post]) if len(self._by_role[post]) == 1 else []
        return []

    def behind(self, index: int, nominal: bool = False, passive: bool = False) -> list[str]:
        """The person named next, before a verb; in a noun's complement also before a comma; not who did it
        («nommé par X»)."""
        doc = self._doc
        limit = min(len(doc), index + TO_PERSON, doc[min(index, len(doc) - 1)].sent.end)
        for token in doc[index:limit]:
            mention = person_at(self._scene, token)
            if mention and not (passive and linear_case(token) == "par"):
                return [mention.entity.id]
            if token.pos_ in VERBAL and "VerbForm=Part" not in str(token.morph):
                return []
            if nominal and token.text == ",":
                return self._apposed(token.i)
            if token.text in STOPS:
                return []
        return []

    def _apposed(self, comma: int) -> list[str]:
        """«la mort du chef du groupe, X, en mai»"""
        doc = self._doc
        mention = person_at(self._scene, doc[comma + 1]) if comma + 2 < len(doc) else None
        return [mention.entity.id] if mention and doc[comma + 2].text == "," else []
