"""When an event was that its own sentence does not date.

A dispatch gives a date once, and tells of the event in its headline, its lead and again below. So an
undated event has the date with which the sentences around tell of such an event; one that happened
«également» has that of the one before; and what the lead tells, or what somebody says or does in public,
was on the day that the lead names. What is told as background has no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from sahelgraph.extract.continuing import WELL, Continuing
from sahelgraph.extract.date_fit import MAY_LAST, MEETINGS
from sahelgraph.extract.dates import DateMention, Kind, Precision
from sahelgraph.extract.events import BY_FORCE, SPOKEN, Event
from sahelgraph.extract.grammar import clause_of, direct_subjects, governors, is_demonstrative, lower
from sahelgraph.extract.lexicon.telling import TellingWords
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import ACTING
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.speech import Speaker
from sahelgraph.extract.stays import begins_and_ends, gives_length, whole_stay
from sahelgraph.extract.timing import POINTS, PRESENCE, WHOLE, Timing, day_of, lies_in
from sahelgraph.extract.told import Told, actors_of, clause_text, clause_words, is_present
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

AROUND = (1, -1, 2, -2)
"""In which sentences an event is told again: the next, the one before …"""
NEXT_TO = (1, -1)
BELOW_HEADLINE = (1, 2, 3, 4)
BACK = (-1, -2, -3, -4)
HAPPENED = (Status.ASSERTED, Status.ALLEGED)
FINE = (Precision.DAY, Precision.MONTH)
FINER_BEHIND = 10
JOINING = "frame join"
HABITUAL = word_set("retelling", "habitual")
HAPPENING = word_set("retelling", "happening")
MEETING = "hosted"
BRIEF = BY_FORCE | {"released", "signed-with", "met-with", MEETING}


class Retelling:
    """The dates that one article carries from one sentence to another."""

    def __init__(
        self,
        scene: Scene,
        timing: Timing,
        events: Sequence[Event],
        tellings: Sequence[tuple[Token, str]],
        words: TellingWords,
    ) -> None:
        self._scene = scene
        self._timing = timing
        self._words = words
        self._told = Told(scene, timing, events, tellings, words)
        self._continuing = Continuing(scene, timing, self._told)
        self._attacks: dict[int, list[Event]] = defaultdict(list)
        for event in events:
            if event.relation == "attacked":
                self._attacks[event.trigger.sent.start].append(event)
        self._stays = self._stays_of_guests()
        self._sessions = self._meetings_of_days()

    def of(self, event: Event, status: Status) -> tuple[When | None, str]:
        """The date of an event and where it is from: of its own sentence, else of others; (None, "") where
        the article gives none."""
        if not event.dated:
            return None, ""
        when, words = self._day_or_time(event, status)
        if when is None or event.relation != MEETING or event.object is None:
            return when, words
        if when in self._sessions:
            return self._sessions[when], words
        here = whole_stay(when, event.trigger.sent.text)
        elsewhere = self._stays.get((event.object.entity.id, when), when)
        return (elsewhere if here == when else here), words

    def _day_or_time(self, event: Event, status: Status) -> tuple[When | None, str]:
        when, words = self._timing.of(event, status)
        if when is not None:
            return self._finer(event, when, words)
        if self._timing.is_counted_from(event):
            return self._timing.counted(event, self._today(event))
        if event.rule.startswith(PRESENCE) and status in HAPPENED:
            return self._presence(event, status)
        if status is Status.PLANNED and event.relation in MEETINGS:
            return self._planned(event)
        begins = relations()[event.relation].kind == "event" or event.rule.startswith(JOINING)
        if not begins or event.relation == "overthrew" or status not in HAPPENED:
            return None, ""
        if event.relation in BY_FORCE and HABITUAL & {lower(t) for t in clause_words(event.trigger)}:
            return None, ""
        number = self._told.number.get(event.trigger.sent.start, -1)
        found = None if event.rule.startswith(JOINING) else self._told_again(event, number)
        if found is not None and found.said is not None:
            return found.said, f"{found.text}, told elsewhere"
        before = self._continuing.told_with(event, number)
        if before is not None:
            return before.said, f"{before.text}, told before"
        if self._told.lead.day is not None and self._is_of_the_day(event, number):
            return self._told.lead.day, "the day of the lead"
        told = self._continuing.told_before(event, number) or self._continuing.at_that_time(event, number)
        if told is not None:
            return told.said, f"{told.text}, told before"
        recalled = self._continuing.recalled(event, number)
        if recalled is not None:
            return recalled.said, f"{recalled.text}, of what it recalls"
        only = self._continuing.only_day(event)
        if only is not None:
            return only.said, f"{only.text}, the only day of such an event"
        occasion = self._continuing.on_occasion(event, number)
        if occasion is not None:
            return occasion.said, f"{occasion.text}, of its occasion"
        last = self._continuing.last_told(event, number)
        return (last.said, f"{last.text}, of what was told last") if last is not None else (None, "")

    def _planned(self, event: Event) -> tuple[When | None, str]:
        """A meeting that is to come, which the sentences around put on a day that has not passed."""
        if self._timing.in_sentence(event.trigger):
            return None, ""
        number = self._told.number.get(event.trigger.sent.start, -1)
        found = self._told_again(event, number) or self._continuing.on_occasion(event, number)
        last = found.said.latest_end if found is not None and found.said is not None else None
        published = self._scene.article.date
        if found is None or last is None or published is None or last < published:
            return None, ""
        return found.said, f"{found.text}, told elsewhere"

    def _presence(self, event: Event, status: Status) -> tuple[When | None, str]:
        """When a force was in a place: as it was attacked there, or on the day of the lead that tells so."""
        when, words = self._with_the_attack(event, status)
        if when is not None or self._told.lead.day is None:
            return when, words
        number = self._told.number.get(event.trigger.sent.start, -1)
        if self._told.lead.holds(number) and self._timing.is_struck(event):
            return self._told.lead.day, "the day of the lead"
        return None, words

    def _today(self, event: Event) -> When | None:
        """The day of which a sentence without a date speaks: of the lead where it stands there, of the
        article where it is told in the present («six mois après le putsch, la junte tarde à …»)."""
        number = self._told.number.get(event.trigger.sent.start, -1)
        if self._told.lead.holds(number) and self._told.lead.day is not None:
            return self._told.lead.day
        for other in self._over(event, number):
            when, _ = self.of(other, Status.ASSERTED)
            if when is not None:
                return when
        published = self._scene.article.date
        verb = clause_of(event.trigger)
        if is_present(verb) or is_present(verb.sent.root) or self._told.lead.holds(number):
            return When.parse(published.isoformat()) if published is not None else None
        of_this = verb.lemma_ in HAPPENING and any(map(is_demonstrative, direct_subjects(verb)))
        return self._told.lead.day if of_this else None

    def _over(self, event: Event, number: int) -> Iterator[Event]:
        """The events whose words stand over that of an event, and that count from nothing themselves."""
        above = list(governors(event.trigger))
        for token, relation in self._told.tellings.get(number, ()):
            if token in above:
                for other in self._told.events.get((token.i, relation), ())[:1]:
                    if not self._timing.is_counted_from(other):
                        yield other

    def _with_the_attack(self, event: Event, status: Status) -> tuple[When | None, str]:
        """A force that is attacked in a place was there on that day."""
        for attack in self._attacks.get(event.trigger.sent.start, ()):
            if attack.object is not None and attack.object.entity.id == event.subject.entity.id:
                when, words = self.of(attack, status)
                if day_of(when) is not None:
                    return when, words
        return None, ""

    def _stays_of_guests(self) -> dict[tuple[str, When], When]:
        """By guest and first day, how long the article says that a visit was."""
        stays: dict[tuple[str, When], When] = {}
        for sentence in self._told.sentences:
            if gives_length(sentence.text):
                named = {m.entity.id for t in sentence for m in self._scene.mentions_at(t)}
                for date in self._timing.in_sentence(sentence.root):
                    if date.said is not None:
                        stay = whole_stay(date.said, sentence.text)
                        stays |= {(one, date.said): stay for one in named if stay != date.said}
        return stays

    def _meetings_of_days(self) -> dict[When, When]:
        """By its first day, from when to when a meeting was: «s'est ouvert mardi et sera clos jeudi»."""
        text = self._scene.article.text
        sessions = {}
        for sentence in self._told.sentences:
            days = [m for m in self._timing.in_sentence(sentence.root) if day_of(m.said) is not None]
            for first, last in pairwise(days):
                before, between = text[sentence.start_char : first.start], text[first.end : last.start]
                if first.said and last.said and begins_and_ends(before, between):
                    start, end = first.said.edtf, last.said.edtf
                    if start < end:
                        sessions[first.said] = When.during(f"{start}/{end}")
        return sessions

    def _finer(self, event: Event, when: When, words: str) -> tuple[When, str]:
        """«le sommet prévu en mai», elsewhere «le sommet prévu le 13 mai»: the day."""
        if relations()[event.relation].kind != "event" or day_of(when) is not None:
            return when, words
        number = self._told.number.get(event.trigger.sent.start, -1)
        again = self._told_again(event, number)
        if again is not None and again.said and not _is_night(when) and lies_in(again.said, when):
            return again.said, f"{again.text}, told elsewhere"
        days: dict[When, str] = {}
        for told in self._told.tellings.values():
            for token, _ in told:
                if token.lemma_ == event.trigger.lemma_ and token != event.trigger:
                    for found in self._timing.behind(token, FINER_BEHIND):
                        if found.said and found.kind in POINTS and lies_in(found.said, when):
                            days[found.said] = found.text
        return next(iter(days.items())) if len(days) == 1 else (when, words)

    def speaker(self, event: Event, status: Status, speakers: Speakers) -> Speaker | None:
        """Who says so, where only another sentence tells it: who announces the plan in the next, or the
        same event in the one before or after."""
        if event.relation in SPOKEN:
            return None
        number = self._told.number.get(event.trigger.sent.start, -1)
        if status is Status.PLANNED and number + 1 < len(self._told.sentences):
            for speaker in speakers.announcing(self._told.sentences[number + 1]):
                if {event.subject.entity.label, *self._of_state(event)} & set(speaker.names):
                    return speaker
        steps = BELOW_HEADLINE if self._told.lead.is_headline(number) else NEXT_TO
        for token, _ in self._twins(event, number, steps, together=False):
            if is_demonstrative(token):
                continue  # «Y juge ces sanctions excessives»
            found = speakers.over(token) if token.pos_ == "NOUN" else None
            if found is not None:
                return found
        return None

    def _of_state(self, event: Event) -> list[str]:
        """The persons of the article who hold a post in the State that acts."""
        state = event.subject.entity
        return [
            e.subject.entity.label
            for events in self._told.events.values()
            for e in events
            if e.relation == "holds-office" and e.object and e.object.entity.id == state.id
        ]

    # --- told again

    def _told_again(self, event: Event, number: int) -> DateMention | None:
        clause = clause_text(event.trigger)
        together = any(w in clause for w in self._words.together)
        steps = AROUND + (BACK if together else ())
        if self._told.lead.holds(number):
            steps = BELOW_HEADLINE if self._told.lead.is_headline(number) else AROUND + BELOW_HEADLINE
        for token, relation in self._twins(event, number, steps, together=together):
            found = self._timing.best(token, token, relation, WELL)
            fine = FINE if self._told.lead.is_headline(number) else FINE[:1]
            if found is None or found.precision not in fine:
                continue
            lasts = relation in MAY_LAST and not _is_over(event)
            if found.kind in WHOLE or (found.kind is Kind.SINCE and lasts):
                return found
        return None

    def _twins(
        self, event: Event, number: int, steps: Sequence[int], *, together: bool
    ) -> Iterator[tuple[Token, str]]:
        """The words in the sentences around that may tell of the same event."""
        alike = {event.relation, *self._words.same.get(event.relation, ())}
        for step in steps:
            for token, relation in self._told.tellings.get(number + step, ()):
                near = abs(step) == 1 or token.pos_ == "NOUN"
                if relation in alike and self._is_the_same(event, token, relation, near, together):
                    yield token, relation

    def _is_the_same(self, event: Event, token: Token, relation: str, near: bool, together: bool) -> bool:
        """May the word tell of the same event? Of the same doer, or `near` by of nobody at all; of those
        who meet, either may be named first."""
        told = self._told.events.get((token.i, relation), ())
        if not told:
            return near and not together and self._may_be_of(event, token)
        if relation != event.relation or relations()[relation].symmetric:
            return any(actors_of(event) & actors_of(other) for other in told)
        return any(event.subject.entity.id == other.subject.entity.id for other in told)

    def _may_be_of(self, event: Event, token: Token) -> bool:
        """Does the clause of a word that tells of nobody name one of those who act, or nobody else?"""
        named = {
            m.entity.id
            for t in clause_words(token)
            for m in self._scene.mentions_at(t)
            if m.entity.type in ACTING
        }
        return not named or bool(named & actors_of(event))

    # --- of the day

    def _is_of_the_day(self, event: Event, number: int) -> bool:
        spoken = event.relation in self._words.spoken
        dated = not spoken and not self._is_of_its_telling(event) and self._timing.in_sentence(event.trigger)
        if dated or self._told.is_background(event):
            return False
        if self._is_what_is_said(event):
            return False
        if self._told.lead.holds(number):
            return True
        return spoken and not self._timing.follows_a_day(event) and self._is_still_of_the_day(event, number)

    def _is_of_its_telling(self, event: Event) -> bool:
        """«a affirmé hier avoir tué X»: a short act that was about when it was told."""
        return event.relation in BRIEF and self._timing.is_dated_by_speech(event)

    def _is_what_is_said(self, event: Event) -> bool:
        """«accuse X de soutenir Y», «condamne le soutien de X à Y»: that was before it was spoken of."""
        for token in governors(event.trigger):
            if any((token.i, relation) in self._told.events for relation in SPOKEN):
                return event.relation not in SPOKEN
        return False

    def _is_still_of_the_day(self, event: Event, number: int) -> bool:
        """Has no other day been named in the sentence before, nor another time of which the event goes on
        in the past?"""
        main = self._told.sentences[number - 1].root
        days = [day_of(m.said) for m in self._timing.in_sentence(main) if m.kind is Kind.POINT]
        if any(d is not None and d != day_of(self._told.lead.day) for d in days):
            return False
        told = self._timing.best(main, main, event.relation, WELL)
        if told is None or told.kind is not Kind.POINT or told.said is None or self._told.lead.day is None:
            return True
        return is_present(event.predicate) or lies_in(self._told.lead.day, told.said)


def _is_over(event: Event) -> bool:
    """«ont péri», «a attaqué»: once, and not since."""
    return any("Tense=Pres" in str(c.morph) for c in event.predicate.children if c.dep_ == "aux:tense")


def _is_night(when: When) -> bool:
    """From one day to the next."""
    first, last = when.earliest_start, when.latest_end
    return first is not None and last is not None and last - first <= timedelta(1)
