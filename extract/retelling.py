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

from sahelgraph.extract.date_paths import AT, SINCE
from sahelgraph.extract.dates import DateMention, Kind, Precision
from sahelgraph.extract.events import BY_FORCE, SPOKEN, Event
from sahelgraph.extract.grammar import (
    VERBAL,
    case_of,
    clause_of,
    direct_subjects,
    first_conjunct,
    governors,
    is_finite,
    lower,
)
from sahelgraph.extract.lead import Lead
from sahelgraph.extract.lexicon.telling import TellingWords
from sahelgraph.extract.quotations import MARKS
from sahelgraph.extract.refs import ACTING
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speaker, Speakers
from sahelgraph.extract.stays import gives_length, whole_stay
from sahelgraph.extract.timing import AFTER, MAY_LAST, POINTS, PRESENCE, Timing, day_of, lies_in
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

AROUND = (1, -1, 2, -2)
"""In which sentences an event is told again: the next, the one before …"""
NEXT_TO = (1, -1)
BELOW_HEADLINE = (1, 2, 3, 4)
BACK = (-1, -2, -3, -4)
WELL = 1.2
"""How well a date must fit the word that tells of the event elsewhere."""
HAPPENED = (Status.ASSERTED, Status.ALLEGED)
FINE = (Precision.DAY, Precision.MONTH)
CLAUSE_WORDS = 14
FINER_BEHIND = 10
JOINING = "frame join"
INCIDENT = "incident: "
THERE = "y"
DESCRIBING = frozenset(("nmod", "amod", "acl", "acl:relcl", "appos"))
PARTS = frozenset(("lors", "issue", "terme", "cours", "marge", "occasion", "lendemain"))
ON_OCCASION = (AT | {"dans"}) - {"pour"}
THIS = frozenset(("ce", "cet", "cette", "ces"))
LATER = AFTER | SINCE | {"à la suite de", "suite à", "en réponse à", "en riposte à", "en représailles à"}
KNOWN = frozenset(("le", "la", "l'", "l’", "ce", "cet", "cette", "son", "sa"))
MEETING = "hosted"
THEN_THAT = " alors que "


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
        self._sentences = [s for s in scene.doc.sents if s.text.strip()]
        self._number = {s.start: n for n, s in enumerate(self._sentences)}
        self._lead = Lead(scene, timing, self._sentences, words)
        self._events: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in events:
            self._events[event.trigger.i, event.relation].append(event)
        self._attacks: dict[int, list[Event]] = defaultdict(list)
        for event in events:
            if event.relation == "attacked":
                self._attacks[event.trigger.sent.start].append(event)
        self._tellings: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        for token, relation in (*tellings, *((e.trigger, e.relation) for e in events)):
            self._tellings[self._number.get(token.sent.start, -1)].append((token, relation))
        self._stays = self._stays_of_guests()

    def of(self, event: Event, status: Status) -> tuple[When | None, str]:
        """The date of an event and where it is from: of its own sentence, else of others; (None, "") where
        the article gives none."""
        if not event.dated:
            return None, ""
        when, words = self._day_or_time(event, status)
        if when is None or event.relation != MEETING or event.object is None:
            return when, words
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
        begins = relations()[event.relation].kind == "event" or event.rule.startswith(JOINING)
        if not begins or event.relation == "overthrew" or status not in HAPPENED:
            return None, ""
        number = self._number.get(event.trigger.sent.start, -1)
        found = None if event.rule.startswith(JOINING) else self._told_again(event, number)
        if found is not None and found.said is not None:
            return found.said, f"{found.text}, told elsewhere"
        if self._lead.day is not None and self._is_of_the_day(event, number):
            return self._lead.day, "the day of the lead"
        told = self._told_before(event, number) or self._at_that_time(event, number)
        if told is not None:
            return told.said, f"{told.text}, told before"
        recalled = self._recalled(event, number)
        if recalled is not None:
            return recalled.said, f"{recalled.text}, of what it recalls"
        only = self._only_day(event)
        if only is not None:
            return only.said, f"{only.text}, the only day of such an event"
        occasion = self._on_occasion(event, number)
        if occasion is not None:
            return occasion.said, f"{occasion.text}, of its occasion"
        last = self._last_told(event, number)
        return (last.said, f"{last.text}, of what was told last") if last is not None else (None, "")

    def _presence(self, event: Event, status: Status) -> tuple[When | None, str]:
        """When a force was in a place: as it was attacked there, or on the day of the lead that tells so."""
        when, words = self._with_the_attack(event, status)
        if when is not None or self._lead.day is None:
            return when, words
        number = self._number.get(event.trigger.sent.start, -1)
        if self._lead.holds(number) and self._timing.is_struck(event):
            return self._lead.day, "the day of the lead"
        return None, words

    def _today(self, event: Event) -> When | None:
        """The day of which a sentence without a date speaks: of the lead where it stands there, of the
        article where it is told in the present («six mois après le putsch, la junte tarde à …»)."""
        number = self._number.get(event.trigger.sent.start, -1)
        if self._lead.holds(number) and self._lead.day is not None:
            return self._lead.day
        published = self._scene.article.date
        present = self._lead.holds(number) or _is_present(event.trigger.sent.root)
        return When.parse(published.isoformat()) if present and published is not None else None

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
        for sentence in self._sentences:
            if gives_length(sentence.text):
                named = {m.entity.id for t in sentence for m in self._scene.mentions_at(t)}
                for date in self._timing.in_sentence(sentence.root):
                    if date.said is not None:
                        stay = whole_stay(date.said, sentence.text)
                        stays |= {(one, date.said): stay for one in named if stay != date.said}
        return stays

    def _finer(self, event: Event, when: When, words: str) -> tuple[When, str]:
        """«le sommet prévu en mai», elsewhere «le sommet prévu le 13 mai»: the day."""
        if relations()[event.relation].kind != "event" or day_of(when) is not None:
            return when, words
        number = self._number.get(event.trigger.sent.start, -1)
        again = self._told_again(event, number)
        if again is not None and again.said and not _is_night(when) and lies_in(again.said, when):
            return again.said, f"{again.text}, told elsewhere"
        days: dict[When, str] = {}
        for told in self._tellings.values():
            for token, _ in told:
                if token.lemma_ == event.trigger.lemma_ and token != event.trigger:
                    for found in self._timing.behind(token, FINER_BEHIND):
                        if found.said and found.kind in POINTS and lies_in(found.said, when):
                            days[found.said] = found.text
        return next(iter(days.items())) if len(days) == 1 else (when, words)

    def speaker(self, event: Event, status: Status, speakers: Speakers) -> Speaker | None:
        """Who says so, where only another sentence tells it: who announces the plan in the next, or the
        same event in the one before or after."""
        number = self._number.get(event.trigger.sent.start, -1)
        if status is Status.PLANNED and number + 1 < len(self._sentences):
            for speaker in speakers.announcing(self._sentences[number + 1]):
                if {event.subject.entity.label, *self._of_state(event)} & set(speaker.names):
                    return speaker
        steps = BELOW_HEADLINE if self._lead.is_headline(number) else NEXT_TO
        for token, _ in self._twins(event, number, steps, together=False):
            found = speakers.over(token) if token.pos_ == "NOUN" else None
            if found is not None:
                return found
        return None

    def _of_state(self, event: Event) -> list[str]:
        """The persons of the article who hold a post in the State that acts."""
        state = event.subject.entity
        return [
            e.subject.entity.label
            for events in self._events.values()
            for e in events
            if e.relation == "holds-office" and e.object and e.object.entity.id == state.id
        ]

    # --- told again

    def _told_again(self, event: Event, number: int) -> DateMention | None:
        clause = _clause_text(event.trigger)
        together = any(w in clause for w in self._words.together)
        steps = AROUND + (BACK if together else ())
        if self._lead.holds(number):
            steps = BELOW_HEADLINE if self._lead.is_headline(number) else AROUND + BELOW_HEADLINE
        for token, relation in self._twins(event, number, steps, together=together):
            found = self._timing.best(token, token, relation, WELL)
            fine = FINE if self._lead.is_headline(number) else FINE[:1]
            if found is None or found.precision not in fine:
                continue
            if found.kind in POINTS or (found.kind is Kind.SINCE and relation in MAY_LAST):
                return found
        return None

    def _twins(
        self, event: Event, number: int, steps: Sequence[int], *, together: bool
    ) -> Iterator[tuple[Token, str]]:
        """The words in the sentences around that may tell of the same event."""
        alike = {event.relation, *self._words.same.get(event.relation, ())}
        for step in steps:
            for token, relation in self._tellings.get(number + step, ()):
                near = abs(step) == 1 or token.pos_ == "NOUN"
                if relation in alike and self._is_the_same(event, token, relation, near, together):
                    yield token, relation

    def _is_the_same(self, event: Event, token: Token, relation: str, near: bool, together: bool) -> bool:
        """May the word tell of the same event? Of the same doer, or `near` by of nobody at all; of those
        who meet, either may be named first."""
        told = self._events.get((token.i, relation), ())
        if not told:
            return near and not together and self._may_be_of(event, token)
        if relation != event.relation or relations()[relation].symmetric:
            return any(_actors(event) & _actors(other) for other in told)
        return any(event.subject.entity.id == other.subject.entity.id for other in told)

    def _may_be_of(self, event: Event, token: Token) -> bool:
        """Does the clause of a word that tells of nobody name one of those who act, or nobody else?"""
        named = {
            m.entity.id for t in _clause(token) for m in self._scene.mentions_at(t) if m.entity.type in ACTING
        }
        return not named or bool(named & _actors(event))

    def _told_before(self, event: Event, number: int) -> DateMention | None:
        """«En mai 2012, X s'empare de Y. Il menace Z.»: the date with which the sentence before, in the
        same paragraph, opens what it tells of the same actor."""
        if number < 1 or self._timing.in_sentence(event.trigger):
            return None
        before = self._sentences[number - 1]
        if "\n" in before.text or event.trigger.sent.text.lstrip()[:1] in MARKS:
            return None
        main = before.root
        if self._is_background(event) and not _are_both_past(clause_of(event.trigger), main):
            return None
        accuses = event.relation in self._words.spoken and _is_present(event.predicate)
        if not self._goes_on_about(event, main) or (accuses and not _is_present(main)):
            return None
        dated = [m for m in self._timing.in_sentence(main) if m.kind in POINTS]
        found = self._timing.best(main, main, event.relation, 0.0 if len(dated) == 1 else WELL)
        return found if found in dated and len(dated) == 1 else None

    def _at_that_time(self, event: Event, number: int) -> DateMention | None:
        """«En 1990, X fuit. Y l'accueille alors.»: the one date of the sentence before, of which words of
        the clause say that it goes on from there."""
        clause = _clause_text(event.trigger)
        if number < 1 or self._timing.in_sentence(event.trigger) or THEN_THAT in clause:
            return None
        before = self._sentences[number - 1]
        if "\n" in before.text or not self._words.then & {*clause.split()}:
            return None
        dated = [m for m in self._timing.in_sentence(before.root) if m.kind in POINTS]
        return dated[0] if len({m.said for m in dated}) == 1 else None

    def _goes_on_about(self, event: Event, main: Token) -> bool:
        """Does the main clause of the event tell by a pronoun of the subject of the sentence before, or of
        where that was: «ils y ont annoncé leur fusion»?"""
        verb = clause_of(event.trigger)
        if first_conjunct(verb) != verb.sent.root:
            return False
        if any(lower(c) == THERE for c in verb.children):
            return True
        said = (*direct_subjects(verb), *direct_subjects(first_conjunct(verb)))
        if not any(t.pos_ == "PRON" for t in said):
            return False
        spoken_of = {r.entity.id for t in direct_subjects(main) for r in self._scene.actors(t)}
        return bool(_actors(event) & spoken_of)

    def _recalled(self, event: Event, number: int) -> DateMention | None:
        """«X a revendiqué l'assaut», «a reconnu sa responsabilité»: the date of the attack that was told
        last, if any date was."""
        word = event.trigger
        joined = event.rule.startswith(INCIDENT) and event.relation == "attacked"
        known = joined or _is_known(word)
        if event.relation not in BY_FORCE or not known or self._timing.in_sentence(word):
            return None
        for before in range(number - 1, -1, -1):
            for token, relation in self._tellings.get(before, ()):
                if relation == event.relation:
                    found = self._timing.best(token, token, relation, WELL)
                    if found is not None and (found.kind in POINTS or not joined):
                        return found if found.kind in POINTS else None
        return None

    def _only_day(self, event: Event) -> DateMention | None:
        """The one day with which the article dates whatever it tells of such an event of the same doer or
        upon the same: «X attaque Y mardi. […] Y a perdu dix hommes dans l'assaut de X.»"""
        if event.relation in SPOKEN or self._timing.in_sentence(event.trigger) or self._is_background(event):
            return None
        days: dict[When, DateMention] = {}
        for tellings in self._tellings.values():
            for token, relation in tellings:
                if relation != event.relation or token == event.trigger:
                    continue
                told = self._events.get((token.i, relation), ())
                if not any(_shares(event, other) for other in told):
                    continue
                found = self._timing.best(token, token, relation, WELL)
                if found is not None and found.said is not None:
                    days[found.said] = found
        only = next(iter(days.values())) if len(days) == 1 else None
        return only if only is not None and only.precision is Precision.DAY and only.kind in POINTS else None

    def _last_told(self, event: Event, number: int) -> DateMention | None:
        """«Des hommes ont attaqué X mardi. […] Y a tué trois soldats»: what is told next of strikes and
        captures, and goes on in the past, was on the day of the last one that has a day."""
        if event.relation not in BY_FORCE or self._timing.in_sentence(event.trigger):
            return None
        if self._is_background(event) or _is_habit(event) or _comes_after(event):
            return None
        for before in range(number - 1, -1, -1):
            for token, relation in self._tellings.get(before, ()):
                if relation == event.relation:
                    found = self._timing.best(token, token, relation, WELL)
                    if found is not None and found.kind in POINTS and found.precision is Precision.DAY:
                        return found
        return None

    def _on_occasion(self, event: Event, number: int) -> DateMention | None:
        """«A et B se sont réunis mardi. Lors de cette réunion, ils ont signé …»: the date of the occasion."""
        if self._timing.in_sentence(event.trigger):
            return None
        for noun in _occasions(event):
            alike = {r for t, r in self._tellings.get(number, ()) if t == noun}
            for before in range(number - 1, -1, -1):
                for token, relation in self._tellings.get(before, ()):
                    if relation in alike or token.lemma_ == noun.lemma_:
                        found = self._timing.best(token, token, relation, WELL)
                        if found is not None and found.kind in POINTS:
                            return found
        return None

    # --- of the day

    def _is_of_the_day(self, event: Event, number: int) -> bool:
        spoken = event.relation in self._words.spoken
        if self._is_background(event) or (not spoken and self._timing.in_sentence(event.trigger)):
            return False
        if self._is_what_is_said(event):
            return False
        if self._lead.holds(number):
            return True
        return spoken and not self._timing.follows_a_day(event) and self._is_still_of_the_day(event, number)

    def _is_what_is_said(self, event: Event) -> bool:
        """«accuse X de soutenir Y», «condamne le soutien de X à Y»: that was before it was spoken of."""
        for token in governors(event.trigger):
            if any((token.i, relation) in self._events for relation in SPOKEN):
                return event.relation not in SPOKEN
        return False

    def _is_still_of_the_day(self, event: Event, number: int) -> bool:
        """Has no other day been named in the sentence before, nor another time of which the event goes on
        in the past?"""
        main = self._sentences[number - 1].root
        days = [day_of(m.said) for m in self._timing.in_sentence(main) if m.kind is Kind.POINT]
        if any(d is not None and d != day_of(self._lead.day) for d in days):
            return False
        told = self._timing.best(main, main, event.relation, WELL)
        if told is None or told.kind is not Kind.POINT or told.said is None or self._lead.day is None:
            return True
        return _is_present(event.predicate) or lies_in(self._lead.day, told.said)

    def _is_background(self, event: Event) -> bool:
        """Is it told in the pluperfect, in a relative clause, or as what has often been?"""
        if self._words.background & {lower(t) for t in _clause(event.trigger)}:
            return True
        chain = [event.trigger, *governors(event.trigger)]
        if any(case_of(t) in AFTER | SINCE for t in chain if t.pos_ not in VERBAL):
            return True
        number = self._number.get(event.trigger.sent.start, -1)
        told = not self._lead.holds(number) or any(is_finite(t) for t in event.trigger.sent)
        if any(
            t.dep_ == "acl:relcl" or (told and t.dep_ in ("amod", "acl") and t.pos_ != "NOUN") for t in chain
        ):
            return True  # but «Deux soldats tués par X» is all that a headline tells
        verb = next((t for t in (event.predicate, *chain) if t.pos_ in VERBAL and _has_tense(t)), None)
        return verb is not None and not _is_told_now(verb)


def _actors(event: Event) -> set[str]:
    return {event.subject.entity.id, *([event.object.entity.id] if event.object else [])}


def _is_known(noun: Token) -> bool:
    """«l'assaut», «cette attaque»: one that was told before, and is not said to be another."""
    definite = any(lower(c) in KNOWN for c in noun.children if c.dep_ == "det")
    bare = not any(c.dep_ in DESCRIBING and case_of(c) != "par" for c in noun.children)
    return noun.pos_ == "NOUN" and definite and bare and "Number=Plur" not in str(noun.morph)


def _are_both_past(verb: Token, before: Token) -> bool:
    """«X avait attaqué Y en 2009. Il avait pris Z.»: one story in the pluperfect."""
    return all(
        any("Tense=Imp" in str(c.morph) for c in v.children if c.dep_.startswith("aux"))
        for v in (verb, before)
    )


def _occasions(event: Event) -> Iterator[Token]:
    """The occasions told before on which it was: «lors de cette réunion», «à l'issue de cette réunion»."""
    for verb in dict.fromkeys((event.trigger, event.predicate, clause_of(event.trigger))):
        for at in verb.children:
            if lower(at) == "lors" or (at.pos_ == "NOUN" and case_of(at) in ON_OCCASION):
                inner = [c for c in at.children if c.pos_ == "NOUN"] if lower(at) in PARTS else []
                yield from (n for n in (at, *inner) if any(lower(c) in THIS for c in n.children))


def _is_habit(event: Event) -> bool:
    """«X lance des attaques dans le nord», «ces derniers mois»: goes on, and was not on a day."""
    verb = clause_of(event.trigger)
    if any(words in _clause_text(event.trigger) for words in (" ces derniers ", " ces dernières ")):
        return True
    return verb.pos_ in VERBAL and _is_present(verb) and is_finite(verb)


def _comes_after(event: Event) -> bool:
    """«À la suite de cet assaut, …»: on the same day or later."""
    verb = clause_of(event.trigger)
    return any(case_of(c) in LATER for v in {verb, event.predicate} for c in v.children)


def _is_night(when: When) -> bool:
    """From one day to the next."""
    first, last = when.earliest_start, when.latest_end
    return first is not None and last is not None and last - first <= timedelta(1)


def _shares(event: Event, other: Event) -> bool:
    """Have two events the same doer, or the same one whom they befall?"""
    if relations()[event.relation].symmetric:
        return bool(_actors(event) & _actors(other))
    if event.subject.entity.id == other.subject.entity.id:
        return True
    both = event.object is not None and other.object is not None
    return both and event.object.entity.id == other.object.entity.id  # type: ignore[union-attr]


def _clause(token: Token) -> list[Token]:
    clause = clause_of(token)
    return [
        t for t in token.sent if t == clause or (abs(t.i - token.i) < CLAUSE_WORDS and clause_of(t) == clause)
    ]


def _clause_text(token: Token) -> str:
    return f" {' '.join(lower(t) for t in _clause(token))} "


def _has_tense(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith("aux"))


def _is_present(verb: Token) -> bool:
    return "Tense=Pres" in str(verb.morph)


def _is_told_now(verb: Token) -> bool:
    """Present, perfect or simple past; also the imperfect without an auxiliary («recevait mardi»)."""
    auxiliaries = [c for c in verb.children if c.dep_.startswith("aux") and is_finite(c)]
    if auxiliaries:
        return any("Tense=Pres" in str(a.morph) for a in auxiliaries)
    return "Tense=Fut" not in str(verb.morph) and "Mood=Cnd" not in str(verb.morph)
