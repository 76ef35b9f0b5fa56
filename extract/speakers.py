"""Who says so: the speaker of each sentence that the article attributes to somebody.

Covers «X a déclaré que», «…, a indiqué X», «selon X», «d'après X», «de source …», and quotations that go
on over the following sentences («poursuit-il», «ajoute la même source»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from sahelgraph.extract.grammar import (
    SUBJECTS,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    governors,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.names import fold

ACCORDING = frozenset(
    (
        "selon",
        "d'après",
        "suivant",
        "aux dires de",
        "au dire de",
        "de l'avis de",
        "de l'aveu de",
        "à en croire",
    )
)
SAME = re.compile(
    r"\b(?:même|mêmes|cette|celui|celle|il|elle|ils|elles|on)\b|-t?-?(?:il|elle|on)\b", re.IGNORECASE
)
QUOTES = re.compile(r"[«»\"“”]")
PRONOUNS = frozenset(
    ("il", "elle", "ils", "elles", "-il", "-elle", "-t-il", "-t-elle", "-ils", "t-il", "t-elle")
)
LONGEST = 12


@dataclass(frozen=True, slots=True)
class Speaker:
    """Names for one speaker, the surest first; `verb` is the token of the verb of speech, -1 for «selon»;
    `cue` are the words that tell of speech."""

    names: tuple[str, ...]
    verb: int
    cue: str


class Speakers:
    """The speakers of one article, by sentence."""

    def __init__(self, scene: Scene, verbs: Verbs) -> None:
        self._scene = scene
        self._verbs = verbs
        self._agencies = {fold(a) for a in verbs.agencies}
        publisher = scene.article.publisher
        if publisher:
            self._agencies.add(fold(publisher))
        self._found: dict[int, list[Speaker]] = {}
        self._entities: dict[str, Entity] = {}
        last: Speaker | None = None
        inside = False
        for sentence in scene.doc.sents:
            speakers = self._of_sentence(sentence, last)
            opened = inside
            inside = self._quote_open(sentence, inside)
            if not speakers and last and (opened or sentence.text.lstrip()[:1] in '«"“'):
                speakers = [Speaker(last.names, -1, "quotation goes on")]
            if "\n\n" in sentence.text:
                inside = False
            self._found[sentence.start] = speakers
            scene.voices[sentence.start] = tuple(
                self._entities[n] for s in speakers for n in s.names if n in self._entities
            )
            if speakers:
                last = speakers[-1]

    def of(self, trigger: Token) -> Speaker | None:
        """Who the text says stands behind an event; None where it is the article itself."""
        chain = {trigger.i, *(g.i for g in governors(trigger))}
        found = self._found.get(trigger.sent.start, [])
        over = [s for s in found if s.verb in chain and s.verb != trigger.i and _is_said(trigger, s.verb)]
        around = [s for s in found if s.verb == -1 or s.verb not in chain]
        return next(iter((*over, *around)), None)

    def _of_sentence(self, sentence: Span, last: Speaker | None) -> list[Speaker]:
        found: list[Speaker] = []
        for token in sentence:
            if token.pos_ in VERBAL and token.lemma_.lower() in self._verbs.say | self._verbs.deny:
                subjects = direct_subjects(token)
                names: tuple[str, ...] = ()
                for subject in subjects:
                    names += self._names(subject, last)
                if not names and not subjects:
                    names = self._inverted(token)
                if not names and not subjects and last and SAME.search(token.text):
                    names = last.names
                if names:
                    found.append(Speaker(tuple(dict.fromkeys(names)), token.i, token.text))
            elif token.lemma_ == "revendiquer" and (owners := agents(token) or direct_subjects(token)):
                names = tuple(r.entity.label for t in owners for r in self._scene.actors(t))
                if names:
                    found.append(Speaker(names, token.i, token.text))
            elif lower(token) in ("selon", "d'après", "suivant") or (
                lower(token) == "après" and token.i and lower(token.nbor(-1)) == "d'"
            ):
                head = (
                    token.head
                    if token.dep_ in ("case", "fixed", "mark")
                    else next(iter(token.children), token)
                )
                if names := self._names(head, last):
                    found.append(Speaker(names, -1, token.text))
            elif lower(token) == "source" and case_of(token) in ("de", "auprès de"):
                found.append(Speaker((self._phrase(token),), -1, token.text))
        return found

    def _names(self, subject: Token, last: Speaker | None) -> tuple[str, ...]:
        if lower(subject) in PRONOUNS or (
            lower(subject) in ("source", "responsable", "texte")
            and any(lower(c) in ("même", "cette") for c in subject.children)
        ):
            inverted = subject.i > subject.head.i
            if last is not None and (inverted or lower(subject) not in ("il", "elle", "ils", "elles")):
                return last.names
            refs = self._scene.actors(subject)
            return tuple(r.entity.label for r in refs) or (last.names if last else ())
        refs = [
            r
            for r in (*self._apposed(subject), *self._scene.actors(subject))
            if r.entity.type is not ActorType.PLACE
        ]
        self._entities |= {r.entity.label: r.entity for r in refs}
        names = [r.entity.label for r in refs if fold(r.entity.label) not in self._agencies]
        if refs and not names:
            return ()
        phrase = self._phrase(subject)
        return tuple(dict.fromkeys([*names, phrase])) if phrase and len(phrase) > 2 else tuple(names)

    def _inverted(self, verb: Token) -> tuple[str, ...]:
        """«…, a déclaré, tout de blanc vêtu, l'imam X»: the first person or actor behind the verb."""
        before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i].text
        if not QUOTES.search(before) and "," not in before:
            return ()
        for index in range(verb.i + 1, min(verb.i + LONGEST + 4, verb.sent.end)):
            token = verb.doc[index]
            if token.pos_ == "SCONJ" or QUOTES.search(token.text):
                return ()
            refs = [] if linear_case(token) else self._scene.actors(token)
            if refs and refs[0].entity.type is not ActorType.PLACE:
                self._entities |= {r.entity.label: r.entity for r in refs}
                return tuple(r.entity.label for r in refs if fold(r.entity.label) not in self._agencies)
        return ()

    def _apposed(self, subject: Token) -> list[Ref]:
        """«le porte-parole de la junte, le colonel X»: the person named right behind the post."""
        for index in range(subject.i + 1, min(subject.i + LONGEST + 4, subject.sent.end)):
            token = subject.doc[index]
            if token.pos_ in VERBAL or token.text in (".", ":", ";", "«", '"'):
                break
            for mention in self._scene.mentions_at(token):
                if mention.entity.type is ActorType.PERSON:
                    return [Ref(mention.entity, index, "apposed")]
        return []

    def _phrase(self, head: Token) -> str:
        """The words of a noun phrase without its relative clauses and appositions."""
        words = [
            t
            for t in head.subtree
            if t.i == head.i
            or (
                abs(t.i - head.i) < LONGEST
                and not any(
                    a.dep_ in ("acl:relcl", "advcl", "ccomp", "parataxis") and a.i != head.i
                    for a in (t, *_until(t, head))
                )
            )
        ]
        while len(words) > 1 and (words[0].dep_ in ("case", "mark") or words[0].pos_ in ("ADP", "PUNCT")):
            words = words[1:]
        text = head.doc[words[0].i : words[-1].i + 1].text if words else head.text
        return re.sub(r"\s+", " ", text.split(",")[0].split("\n")[0]).strip(' «»"“”.:;-–')

    def _quote_open(self, sentence: Span, inside: bool) -> bool:
        for sign in QUOTES.findall(sentence.text):
            inside = sign in "«“" or (sign == '"' and not inside)
        return inside


def _is_said(trigger: Token, verb: int) -> bool:
    """Is the trigger in what the verb reports, and not in its subject: «X, allié de Y, a déclaré»?"""
    below = trigger
    for above in governors(trigger):
        if above.i == verb:
            return below.dep_ not in SUBJECTS
        below = above
    return False


def _until(token: Token, head: Token) -> list[Token]:
    above = []
    for ancestor in governors(token):
        if ancestor.i == head.i:
            break
        above.append(ancestor)
    return above
