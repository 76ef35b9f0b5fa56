"""Who says so: the speaker of each sentence that the article attributes to somebody.

Covers «X a déclaré que», «…, a indiqué X», «selon X», «selon lui», «d'après X», «de source …», «a-t-on
appris auprès de X», «peut-on lire dans …», and quotations that go on over several sentences («poursuit-il»,
«ajoute la même source»). quotations.py finds what stands in quotation marks, voices.py who can speak and for
whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.clauses import ASCRIBING
from sahelgraph.extract.events import SPOKEN, Event
from sahelgraph.extract.grammar import governors, has_auxiliary, is_participle, lower, obliques
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.quotations import Quotation, quotations
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speech import NEAR, NOBODY, Speaker, Speech
from sahelgraph.extract.speech_paths import in_relative, is_said
from sahelgraph.extract.status import PASSING_ON, WHICH, is_answered
from sahelgraph.extract.trees import Span, Token
from sahelgraph.extract.voices import Voices
from sahelgraph.extract.word_index import by_sentence
from sahelgraph.ontology.claims import ActorType, Entity

DESIGNATIONS = ("office: before", "office: after", "office: apposed")
"""What is done in words: who does it says it."""
MEANWHILE = frozenset(("alors", "tandis"))
BEHIND_QUOTE = 14
BEFORE_QUOTE = 24


class Speakers:
    """The speakers of one article, by sentence."""

    def __init__(self, scene: Scene, verbs: Verbs) -> None:
        self._scene = scene
        self._verbs = verbs
        self._voices = Voices(scene, verbs)
        self._quotations = quotations(scene.doc)
        self._speech = Speech(scene, verbs, self._voices, self._quotations)
        self._blaming = self._speech.blaming
        self._found: dict[int, list[Speaker]] = {}
        self._quoted: list[tuple[Quotation, Speaker]] = []
        self._holders: dict[tuple[str, str], str] = {}
        last: Speaker | None = None
        told = 0
        telling = by_sentence(self._speech.words())
        for number, sentence in enumerate(scene.doc.sents):
            speakers = list(
                self._speech.of_words(telling.get(sentence.start, ()), last, number - told <= NEAR)
            )
            self._found[sentence.start] = speakers
            if speakers:
                last, told = speakers[-1], number
            elif last and self._goes_on(sentence):
                self._found[sentence.start] = [
                    Speaker(last.names, NOBODY, NOBODY, last.who, "quotation goes on")
                ]
                told = number
        for quotation in self._quotations:
            if speaker := self._of_quotation(quotation):
                self._quoted.append((quotation, speaker))
        for sentence in scene.doc.sents:
            scene.hear(sentence, self._voices.entities(self._in(sentence)))

    # --- asked event by event

    def learn(self, events: Iterable[Event]) -> None:
        """Who holds which post, so that «le ministre malien» gets his name."""
        for event in events:
            if event.relation == "holds-office" and event.role and event.object:
                post = self._voices.post_in(event.role)
                self._holders.setdefault((post, event.object.entity.id), event.subject.entity.label)

    def of(self, event: Event) -> Speaker | None:
        """Who the text says stands behind an event; None where it is the article itself, as in what it
        names somebody by: «le président X»."""
        trigger = event.trigger
        if event.relation == "holds-office":
            return None if event.rule.startswith(DESIGNATIONS) else self.over(trigger)
        if event.relation == "accused" and is_answered(trigger, self._verbs):
            return None  # «X rejette les accusations de Y»: not X says that Y made them
        if passed_on := self._passed_on(trigger):
            return self._named(passed_on)
        found = self._found.get(trigger.sent.start, [])
        claiming = [s for s in found if self._is_claimed_by(s, event)]
        speaker = next(iter((*self._over(trigger), *claiming, *self._beside(trigger))), None)
        if speaker is None or (event.relation in SPOKEN and self._is_voice_of(speaker, event.subject.entity)):
            return None
        return self._named(speaker)

    def _passed_on(self, word: Token) -> Speaker | None:
        """«X a rejeté les accusations de Y selon lesquelles …»: Y says so."""
        clause = next((t for t in (word, *governors(word)) if t.dep_ == "acl:relcl"), None)
        if clause is None or clause.head.lemma_ not in self._verbs.charges:
            return None
        if not any(case in PASSING_ON and lower(t).endswith(WHICH) for case, t in obliques(clause)):
            return None
        for case, teller in obliques(clause.head):
            if case == "de" and teller.i < clause.i and (names := self._voices.names(teller)):
                return Speaker(names, NOBODY, teller.i, teller.i, clause.head.text)
        return None

    def _is_voice_of(self, speaker: Speaker, actor: Entity) -> bool:
        """«l'Algérie, a-t-il dit, condamne …»: an actor who speaks for itself is nobody's source."""
        known = {e.id for e in self.voice(speaker)}
        state = self._scene.office_state(actor) if actor.type is ActorType.PERSON else None
        return actor.label in speaker.names or actor.id in known or (state is not None and state.id in known)

    def saying(self, word: Token) -> Speaker | None:
        """Who says what a word is part of: under a verb of speech, in quotation marks, with «selon X»."""
        return next(iter((*self._over(word), *self._beside(word))), None)

    def telling(self, verb: Token) -> Speaker | None:
        """Who speaks by a verb of speech."""
        return next((s for s in self._found.get(verb.sent.start, ()) if s.verb == verb.i), None)

    def is_quoted(self, token: Token) -> bool:
        """Does a word stand in quotation marks?"""
        return any(q.holds(token.i) for q in self._quotations)

    def voice(self, speaker: Speaker) -> list[Entity]:
        """The actors that a speaker is, else those that it speaks for; empty for the article's own voice and
        for those who speak for nobody known."""
        if speaker.who < 0:
            return []
        entities = self._voices.behind(self._scene.doc[speaker.who])
        own = {r.entity.id for r in self._scene.actors(self._scene.doc[speaker.who])}
        persons = [e for e in entities if e.type is ActorType.PERSON]
        return persons or [e for e in entities if e.id in own] or entities[:1]

    def _over(self, word: Token) -> list[Speaker]:
        found = self._found.get(word.sent.start, [])
        above = {t.i: n for n, t in enumerate((word, *governors(word)))}
        over = [s for s in found if s.verb in above and s.verb != word.i and is_said(word, s.verb)]
        over = [s for s in over if not self._is_told_beside(word, s.verb)]
        return sorted(over, key=lambda s: above[s.verb])

    def _is_told_beside(self, word: Token, verb: int) -> bool:
        """«X nie soutenir Y, qui a pris Z»: X says nothing of the taking."""
        denied = word.doc[verb]
        return denied.lemma_ in self._verbs.deny and any(in_relative(word, denied))

    def _beside(self, word: Token) -> list[Speaker]:
        found = self._found.get(word.sent.start, [])
        above = {t.i for t in (word, *governors(word))}
        beside = [s for s in found if s.verb not in above and s.head not in above and self._reaches(s, word)]
        quoted = [s for q, s in self._quoted if q.holds(word.i)]
        return [*quoted, *(s for s in beside if self._is_around(s, word))]

    def _is_claimed_by(self, speaker: Speaker, event: Event) -> bool:
        """«après un attentat contre Y revendiqué par X», «attribué par Z à X»: who says that X did it."""
        if speaker.verb < 0 or event.relation != "attacked":
            return False
        verb = event.trigger.doc[speaker.verb]
        if verb.lemma_ in ASCRIBING:
            return any(t.i == event.subject.token for t in verb.subtree)
        return verb.lemma_ == "revendiquer" and event.subject.entity.label in speaker.names

    def announcing(self, sentence: Span) -> Iterator[Speaker]:
        """Who announces something in a sentence."""
        for speaker in self._found.get(sentence.start, ()):
            if speaker.verb >= 0 and sentence.doc[speaker.verb].lemma_ in self._verbs.announce:
                yield self._named(speaker)

    def over(self, token: Token) -> Speaker | None:
        """Who affirms what a word is part of."""
        above = {t.i for t in governors(token)}
        for speaker in self._found.get(token.sent.start, ()):
            loose = speaker.verb >= 0 and token.doc[speaker.verb].lemma_ in self._verbs.deny | self._blaming
            if speaker.verb in above and not loose and is_said(token, speaker.verb):
                return self._named(speaker)
        return None

    def _named(self, speaker: Speaker) -> Speaker:
        """The speaker with the name of who holds the post that stands for it, and whom it speaks for."""
        if speaker.who < 0:
            return speaker
        head = self._scene.doc[speaker.who]
        post = self._voices.post_of(head)
        names = list(speaker.names)
        for entity in self._voices.behind(head) or self._voices.of_the_army(head):
            holder = self._holders.get((post, entity.id)) if post else None
            names = [*([holder] if holder else []), *names, entity.label]
        return replace(speaker, names=tuple(dict.fromkeys(names)))

    def _is_around(self, speaker: Speaker, trigger: Token) -> bool:
        """Does a speaker who is not above an event say it: «selon X», «…, a dit X»?"""
        if speaker.verb < 0:
            return True
        verb = trigger.doc[speaker.verb]
        if verb.lemma_ in self._blaming or (verb.lemma_ in self._verbs.deny and lower(verb.head) == "ce"):
            return False  # «X accuse Y, ce que dément Z»
        said_of = is_participle(verb, "Past") and not has_auxiliary(verb)
        is_behind = speaker.head > speaker.verb and not said_of  # «X arme Y, accusé de crimes par Z»
        return is_behind or self._speech.is_incise(verb) or self.is_quoted(trigger)

    def _reaches(self, speaker: Speaker, word: Token) -> bool:
        """Not from a relative clause to what it is said of: «X accuse Y d'un crime que, selon Z, …»; nor to
        what the article sets against it: «X a tiré, selon Y, alors que Z appelait …»."""
        if speaker.head < 0:
            return True
        said = word.doc[speaker.head]
        if any(_is_aside(t, said) for t in (word, *governors(word))):
            return False
        told = word.doc[speaker.verb] if speaker.verb >= 0 else said
        if speaker.verb >= 0 and self._speech.is_incise(told):
            return True
        inside = next((a for a in (told, *governors(told)) if a.dep_ == "acl:relcl"), None)
        return inside is None or inside == word or inside in governors(word)

    # --- the speakers of a sentence

    def _in(self, sentence: Span) -> tuple[str, ...]:
        own = [n for s in self._found.get(sentence.start, ()) for n in s.names]
        overlapping = [s for q, s in self._quoted if q.start < sentence.end and q.end > sentence.start]
        return tuple(own) or tuple(n for s in overlapping for n in s.names)

    # --- quotations

    def _goes_on(self, sentence: Span) -> bool:
        return any(
            q.start < sentence.end and q.end > sentence.start and q.start <= sentence.start + 1
            for q in self._quotations
        )

    def _of_quotation(self, quotation: Quotation) -> Speaker | None:
        """Who says what stands in quotation marks: who is named right behind them, else before them."""
        doc = self._scene.doc
        last = doc[min(quotation.end, len(doc) - 1)]
        behind = [
            s
            for s in self._found.get(last.sent.start, ())
            if 0 <= s.verb - quotation.end <= BEHIND_QUOTE or 0 <= s.head - quotation.end <= BEHIND_QUOTE
        ]
        first = doc[quotation.start]
        before = [
            s
            for s in self._found.get(first.sent.start, ())
            if 0 < quotation.start - s.verb <= BEFORE_QUOTE and s.verb >= 0
        ]
        return next(iter((*behind, *reversed(before))), None)


def _is_aside(clause: Token, said: Token) -> bool:
    """Is it a clause with «alors que» behind who speaks?"""
    if clause.dep_ != "advcl" or clause.i < said.i:
        return False
    return any(c.dep_ == "mark" and c.i > said.i and lower(c) in MEANWHILE for c in clause.children)
