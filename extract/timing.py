"""When an event was: the date expression of the sentence that belongs to it.

The nearer a date stands to the event in the parse, the better it fits: hung on its word, in its clause, in
the clause above. A date in a clause or of an occasion of its own does not; nor does one that says since
when or until when something lasts, where the event is over at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sahelgraph.extract.chronicles import entries
from sahelgraph.extract.counted import count_before, counted_back, is_past_infinitive
from sahelgraph.extract.date_fit import ABOVE, MEETINGS, SAME_CLAUSE, DateFit, may_last
from sahelgraph.extract.date_paths import (
    above_date,
    as_a_point,
    counted_noun,
    goes_on,
    is_done_before,
    is_of_participle,
    is_put_in,
    is_to_do,
    is_told,
    on_that_day,
    since_event,
    until,
)
from sahelgraph.extract.datelines import datelines
from sahelgraph.extract.dates import Anchor, DateMention, Kind, Precision
from sahelgraph.extract.events import SPOKEN, Event
from sahelgraph.extract.grammar import VERBAL, case_of, clause_of, governors, is_participle, lower
from sahelgraph.extract.lexicon.telling import telling_words
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

LASTING = frozenset((Kind.SINCE, Kind.DURATION_SINCE, Kind.UNTIL))
POINTS = (Kind.POINT, Kind.BETWEEN, Kind.INTERVAL)
WHOLE = (*POINTS, Kind.LIST)
"""Of what lasts some days also «les 6 et 7 mai»."""
LIMITS = frozenset((Kind.BEFORE, Kind.BY, Kind.UNTIL))
OF_POSTS = word_set("timing", "of_posts")
OF_DATES = word_set("timing", "of_dates")
BRACKET = 3
BRACKETED = 10
"""Words before years in brackets that these may be of."""
APPOSING = (",", ", le")
GOING_ON = LASTING | {Kind.INTERVAL}
REPORT = "report: "
TIE = "tie "
PRESENCE = "presence: force and place"
TIES = frozenset(("allied-with", "affiliated-with", "based-in"))
THEN = "alors"
BRANCH = "affiliated-with"
BY_THE_WAY = ("belonging: collective", "belonging: list", "belonging: led by", "composition: listed")
"""Who belongs to an alliance, where the sentence tells what its members do."""


class Timing:
    """The dates of one article, to be asked event by event."""

    def __init__(self, scene: Scene, verbs: Verbs, dates: Sequence[DateMention]) -> None:
        self._scene = scene
        self._verbs = verbs
        self._words = telling_words()
        self._fit = DateFit(scene, verbs)
        self._dates: list[tuple[DateMention, Token]] = []
        self._counts = [m for m in dates if m.anchored is Anchor.PREVIOUS and m.when is None]
        self.datelines: list[DateMention] = []
        heads = list(datelines(scene.article.text))
        for mention in dates:
            span = scene.doc.char_span(mention.start, mention.end)
            if span is None or any(scene.mentions_at(t) for t in span):
                continue  # «le Mouvement du 5-Juin»
            if mention.precision is Precision.DAY and any(a <= mention.start < b for a, b in heads):
                self.datelines.append(mention)
            elif mention.said is not None and mention.kind is not Kind.VAGUE:
                self._dates.append((on_that_day(mention, scene.article.text), span.root))
        self._entries = entries(scene.article.text, self._dates)
        self._days_of = self._told_behind()
        self._counted = {i: m for m, t in self._dates if (i := counted_noun(m, t)) is not None}

    def of(self, event: Event, status: Status = Status.ASSERTED) -> tuple[When | None, str]:
        """The date of an event and the words that give it; (None, "") where its sentence gives none."""
        if event.when is not None:
            return event.when, "rule"
        if event.rule.startswith(BY_THE_WAY):
            return None, ""
        if event.rule.startswith(REPORT):
            return self._of_report(event)
        if count_before(event.trigger, self._scene.doc, self._counts):
            within = self._within(event.trigger)
            return (within.said, within.text) if within is not None else self.counted(event, None)
        done_before = is_done_before(event.predicate)
        if done_before and is_told(event.predicate) and not is_past_infinitive(event.predicate):
            within = self._within(event.predicate)
            if within is not None:
                return within.said, within.text
        apart = frozenset(t.i for t in event.predicate.subtree) if done_before else frozenset()
        best = self.best(event.trigger, event.predicate, event.relation, apart=apart)
        if best is None or best.said is None or self._is_by_the_way(event, best):
            return None, ""
        if done_before:
            return until(best.said), best.text
        return self._by_then(best, best.said, status), best.text

    def _of_report(self, event: Event) -> tuple[When | None, str]:
        """«X a affirmé mardi que Y avait tué», «selon un rapport publié mardi par X, Y a tué»: when it was
        said, and not the deed."""
        teller = self._scene.doc[event.subject.token]
        said = next((t for t in governors(teller) if t.pos_ in VERBAL), event.trigger)
        if said == event.trigger:
            return None, ""
        below = {t.i for t in said.subtree}
        if event.trigger.i in below:
            below -= {t.i for t in event.trigger.subtree}
        best = self.best(said, said, event.relation, apart=frozenset(t.i for t in said.sent) - below)
        return (best.said, best.text) if best is not None else (None, "")

    def _within(self, word: Token) -> DateMention | None:
        """«après que X a pris Y en 2014», «deux jours après le putsch du 4 mai»: the date that stands under a
        word itself."""
        below = {t.i for t in word.subtree}
        counted = self._counted.get(word.i)
        dates = [m for m, t in self._dates if t.i in below and m.kind not in LASTING and m is not counted]
        return dates[0] if len(dates) == 1 else None

    def counted(self, event: Event, base: When | None) -> tuple[When | None, str]:
        """The time of an event from which the words before it count: «au lendemain de l'attaque»; they
        stand at the day that its clause names, else at `base`."""
        count = count_before(event.trigger, self._scene.doc, self._counts)
        if count is None:
            return None, ""
        under = event.trigger if event.trigger.pos_ == "NOUN" else event.trigger.head
        verb = clause_of(under)
        apart = frozenset(t.i for t in event.trigger.subtree)
        here = self.best(verb, verb, event.relation, apart=apart) if verb != event.trigger else None
        since = here.said if here is not None else base
        first = since.earliest_start if since is not None else None
        when = counted_back(count, first) if first is not None else None
        known = when and since and (day_of(since) or _is_as_rough(when, since))
        return (when, count.text) if known else (None, "")

    def is_counted_from(self, event: Event) -> bool:
        """Do words before an event count from it?"""
        return count_before(event.trigger, self._scene.doc, self._counts) is not None

    def follows_a_day(self, event: Event) -> bool:
        """Does its clause say that it came after something whose date is told? «Après le putsch du 4 mai, X a
        exigé …» was some day after it."""
        own = (event.trigger, event.predicate, *governors(event.trigger))
        for mention, token in self._dates:
            if token.sent.start == event.trigger.sent.start:
                path = [token, *above_date(mention, token)]
                junction = next((n for n, t in enumerate(path) if t in own), 0)
                if any(case_of(t) == "après" for t in path[:junction]):
                    return True
        return False

    def hangs_on(self, date: DateMention, verb: Token) -> bool:
        """Does a date say when the word itself was?"""
        return any(token.head == verb for mention, token in self._dates if mention is date)

    def is_dated_by_speech(self, event: Event) -> bool:
        """Are the dates of its sentence those on which somebody says it: «a affirmé hier avoir tué X»?"""
        verbs = [
            clause_of(t)
            for m, t in self._dates
            if t.sent.start == event.trigger.sent.start and m.kind is Kind.POINT
        ]
        others = any(m.kind is not Kind.POINT for m in self.in_sentence(event.trigger))
        return (
            bool(verbs)
            and not others
            and all(self._fit.is_speech(v) and v.lemma_ not in self._verbs.deny for v in verbs)
        )

    def is_struck(self, event: Event) -> bool:
        """Does the clause tell that somebody was attacked, hurt or killed?"""
        if _is_told_aside(event):
            return False
        around = (event.trigger, event.predicate, *governors(event.trigger))
        return any(t.lemma_ in self._words.struck for t in around)

    def _is_by_the_way(self, event: Event, date: DateMention) -> bool:
        """Does the sentence date something else, and only mention a state? «des soldats français ont été tués
        mardi au Mali», «un comité basé à Accra a été créé mardi». A day is that of a state where it is the
        day of a word that brings it about."""
        token = next((t for m, t in self._dates if m.start == date.start), None)
        if event.rule.startswith(TIE) and token is not None and is_put_in(event.trigger):
            return token not in event.trigger.subtree
        going_on = date.kind in GOING_ON and event.relation not in TIES
        if relations()[event.relation].kind != "state" or going_on or token is None:
            return False
        own = [event.trigger, *governors(event.trigger)]
        path = {token, *governors(token)}
        reach = next((n for n, t in enumerate(own) if t in path), 0)
        if any(map(goes_on, own[:reach])):
            return True
        if event.rule.startswith(PRESENCE):
            if _is_told_aside(event):
                return True
            if own[reach].lemma_ in self._words.struck:
                return False
            told = (event.predicate, *own[: reach + 1])
            return not any(t.lemma_ in self._words.arriving for t in told)
        said = [lower(c) for t in own[: reach + 1] for c in t.children]
        if reach == 0 or THEN in said or (event.relation == BRANCH and self._words.pledges & {*said}):
            return False
        verbal = event.trigger.pos_ in VERBAL
        return not is_told(event.trigger) if verbal else event.trigger.pos_ != "NOUN"

    def best(
        self,
        trigger: Token,
        predicate: Token,
        relation: str,
        least: float = 0.0,
        apart: frozenset[int] = frozenset(),
    ) -> DateMention | None:
        """The date of its sentence that fits a word best, if any fits by more than `least`; none of those
        in the tokens `apart`."""
        sentence = trigger.sent
        lasting = may_last(relation)
        best: tuple[float, DateMention] | None = None
        for mention, token in self._dates:
            if not sentence.start <= token.i < sentence.end or token.i in apart:
                continue
            mention, path = self._reached(mention, token, trigger)
            if self._is_of_something_else(mention, path, trigger, relation):
                continue
            score = self._fit.score(trigger, predicate, path, relation)
            if mention.kind in LASTING:
                if self._is_of_post(mention):
                    continue
                visiting = relation in MEETINGS and not {trigger, trigger.head}.isdisjoint(path[:2])
                if not lasting and not visiting:
                    score -= 0 if score > SAME_CLAUSE else ABOVE
            if score > least and (best is None or score > best[0]):
                own = (trigger, predicate, *governors(trigger))
                best = (score, since_event(mention, path, own) if lasting else mention)
        return self._of_entry(trigger, relation) if best is None else self._finer(best[1])

    def _reached(self, mention: DateMention, token: Token, trigger: Token) -> tuple[DateMention, list[Token]]:
        """A date as it counts for a word, and the path up the parse from it."""
        verb = self._days_of.get(mention.start)
        if verb is not None and (verb == trigger or verb in governors(trigger)):
            return as_a_point(mention), [token, verb, *governors(verb)]
        return mention, [token, *above_date(mention, token)]

    def _is_of_something_else(
        self, mention: DateMention, path: list[Token], trigger: Token, relation: str
    ) -> bool:
        """Does a date say how long, of whom, or of what another word is?"""
        if self._counted and self._is_counted(mention, path, trigger):
            return True
        if mention.kind is Kind.INTERVAL and self._is_in_brackets_of_another(mention, trigger):
            return True
        if relation in SPOKEN and self._is_still_to_come(mention) and any(map(is_to_do, path)):
            return True
        is_rough = mention.precision is not Precision.DAY
        before = (is_rough or mention.kind in LASTING) and relations()[relation].kind == "event"
        if before and relation not in MEETINGS and is_of_participle(path, (trigger, *governors(trigger))):
            return True
        return is_rough and relation in MEETINGS and self._describes(path, trigger)

    def _is_in_brackets_of_another(self, mention: DateMention, trigger: Token) -> bool:
        """«X accuse Y, soutien de Z du temps de la junte (1996-2001)», «Le président X (1987-2014) a reçu Y»:
        the years of what stands before, or of a person's reign."""
        span = self._scene.doc.char_span(*mention.whole)
        if span is None or span.start < 2 or span.doc[span.start - 1].text != "(":
            return False
        person = person_at(self._scene, span.doc[span.start - 2])
        return person is not None or span.start > trigger.i + BRACKETED

    def _is_counted(self, mention: DateMention, path: Sequence[Token], trigger: Token) -> bool:
        """«six mois après le putsch de mai»: is the date that of a noun from which another counts, or does it
        count from what the word tells?"""
        own = (trigger, *governors(trigger))
        if any(self._counted.get(t.i) is mention for t in own):
            return True
        return any(t.i in self._counted for t in path[1:] if t not in own)

    def _describes(self, path: Sequence[Token], trigger: Token) -> bool:
        """«X, renversé en mars, a rencontré Y»: does a date say when an actor became so?"""
        for token in path:
            if token == trigger or token.dep_ not in ("nmod", "obl:mod", "obl:arg", "acl"):
                return False
            if token.dep_ == "acl" and is_participle(token, "Past"):
                return token.head != trigger and bool(self._scene.actors(token.head))
        return False

    def _is_still_to_come(self, date: DateMention) -> bool:
        first, day = date.when.earliest_start if date.when else None, self._scene.article.date
        return date.kind in LIMITS or bool(first and day and first > day)

    def _of_entry(self, trigger: Token, relation: str) -> DateMention | None:
        """«- 22 mars: X attaque Y. Z condamne.»: the date over all that an entry of a chronology tells."""
        if relations()[relation].kind != "event" and relation != "deployed-in":
            return None
        if any(t.dep_ == "acl:relcl" for t in (trigger, *governors(trigger))):
            return None
        return next((m for start, end, m in self._entries if start <= trigger.idx < end), None)

    def _told_behind(self) -> dict[int, Token]:
        """By the start of a date the verb that tells what was then: «depuis le 4 mai, date à laquelle X a
        rompu avec Y»."""
        verbs = {}
        for mention, _ in self._dates:
            span = self._scene.doc.char_span(mention.start, mention.end)
            for noun in self._scene.doc[span.end : span.end + 2] if span is not None else ():
                if lower(noun) in OF_DATES:
                    told = next((c for c in noun.children if c.dep_ == "acl:relcl"), None)
                    if told is not None:
                        verbs[mention.start] = told
        return verbs

    def in_sentence(self, token: Token) -> list[DateMention]:
        """The dates of the sentence that a token stands in."""
        return [m for m, t in self._dates if token.sent.start <= t.i < token.sent.end]

    def behind(self, token: Token, reach: int) -> list[DateMention]:
        """The dates of the sentence that stand at most so many words behind a word."""
        last = min(token.i + reach, token.sent.end - 1)
        return [m for m, t in self._dates if token.i < t.i <= last]

    def _is_of_post(self, mention: DateMention) -> bool:
        span = self._scene.doc.char_span(*mention.whole)
        return span is not None and span.start > 0 and lower(self._scene.doc[span.start - 1]) in OF_POSTS

    def _finer(self, chosen: DateMention) -> DateMention:
        """«il y a trois ans (le 4 mai 2020)», «il y a trois ans, le 4 mai 2020»: the more precise of two
        that say the same."""
        if chosen.precision is Precision.DAY or chosen.said is None:
            return chosen
        for mention, _ in self._dates:
            if mention.start < chosen.end or mention.precision is not Precision.DAY:
                continue
            between = self._scene.article.text[chosen.end : mention.start]
            if len(between.split()) <= BRACKET and "(" in between:
                return mention
            if between.strip() in APPOSING and mention.when and lies_in(mention.when, chosen.said):
                return mention
        return chosen

    def _by_then(self, date: DateMention, when: When, status: Status) -> When:
        """«cette semaine» of what has happened: not after the article's day."""
        day = self._scene.article.date
        first, last = when.earliest_start, when.latest_end
        if status is Status.PLANNED or day is None or first is None or last is None:
            return when
        if when.edtf.count("-") == DASHES_OF_DAYS and first <= day < last and not self._is_to_come(date):
            until = day.isoformat()
            return When.parse(until) if first == day else When.during(f"{first.isoformat()}/{until}")
        return when

    def _is_to_come(self, date: DateMention) -> bool:
        """«qui se tiendra cette semaine»."""
        token = next((t for m, t in self._dates if m.start == date.start), None)
        return token is not None and "Tense=Fut" in str(clause_of(token).morph)


DASHES_OF_DAYS = 4


def day_of(when: When | None) -> datetime.date | None:
    """The one day that a time is; None where it is longer or unknown."""
    if when is None or when.earliest_start is None or when.earliest_start != when.latest_end:
        return None
    return when.earliest_start


def _is_as_rough(when: When, base: When) -> bool:
    """«deux ans après» a year is a year, and no month of it."""
    return "/" not in base.edtf and when.edtf.count("-") <= base.edtf.count("-")


def lies_in(day: When, when: When) -> bool:
    """Is the one a day within the other?"""
    first, last, one = when.earliest_start, when.latest_end, day_of(day)
    return bool(first and last and one and first <= one <= last)


def _is_told_aside(event: Event) -> bool:
    """«X, qui opère en Y, a bombardé mardi Z»: X is there, whatever the sentence dates."""
    place = event.trigger.doc[event.object.token] if event.object else event.trigger
    return any(map(goes_on, (event.trigger, *governors(event.trigger), *governors(place))))
