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
from sahelgraph.extract.date_paths import (
    AT,
    CLAUSES,
    SINCE,
    SOURCES,
    above_date,
    child_towards,
    counted_noun,
    goes_on,
    is_done_before,
    is_done_under,
    is_epithet,
    is_of_another,
    is_of_participle,
    is_put_in,
    is_to_do,
    is_told,
    on_that_day,
    opens_clause,
    opens_sentence,
    since_event,
    subject_beside,
    until,
)
from sahelgraph.extract.datelines import datelines
from sahelgraph.extract.dates import Anchor, DateMention, Kind, Precision
from sahelgraph.extract.events import BY_FORCE, SPOKEN, Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    case_of,
    clause_of,
    governors,
    is_participle,
    lower,
)
from sahelgraph.extract.lexicon.telling import telling_words
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

HUNG_ON_IT = 4.0
UNDER_IT = 3.5
SAME_CLAUSE = 3.0
ABOVE = 2.0
OCCASION = 1.5
ELSEWHERE = 1.0
NOT_ITS_OWN = -1.0
PER_TOKEN = 0.06
FARTHEST = 0.45
LASTING = frozenset((Kind.SINCE, Kind.DURATION_SINCE, Kind.UNTIL))
POINTS = (Kind.POINT, Kind.BETWEEN, Kind.INTERVAL)
WHOLE = (*POINTS, Kind.LIST)
"""Of what lasts some days also «les 6 et 7 mai»."""
LIMITS = frozenset((Kind.BEFORE, Kind.BY, Kind.UNTIL))
MAY_LAST = frozenset(("abducted", "detained", "attacked", "supported", "sanctioned", "accused", "threatened"))
"""Events that a text may tell as going on: «détenu depuis mardi»."""
OF_POSTS = word_set("timing", "of_posts")
AFTER = frozenset(("après", "avant", "contrairement à", "comme"))
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
AIMS = frozenset(("advcl", "acl"))
"""How «pour fêter la chute de X» hangs on what is to be done on that day."""
BESIDE = frozenset(("conj", "advcl", "parataxis"))
"""How the parse hangs «a annoncé X» behind what is announced."""
MEETINGS = frozenset(("hosted", "met-with"))
DECLARED = frozenset(
    (
        *("left", "suspended", "split-from", "sanctioned", "dissolved", "created", "founded", "succeeded"),
        *("withdrew-from", "released"),
    )
)
"""Events that are there once they are announced: «annonce mardi la rupture»."""
BY_THE_WAY = ("belonging: collective", "belonging: list", "belonging: led by", "composition: listed")
"""Who belongs to an alliance, where the sentence tells what its members do."""


class Timing:
    """The dates of one article, to be asked event by event."""

    def __init__(self, scene: Scene, verbs: Verbs, dates: Sequence[DateMention]) -> None:
        self._scene = scene
        self._verbs = verbs
        self._words = telling_words()
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
        day = day_of(here.said if here is not None else base)
        when = counted_back(count, day) if day is not None else None
        return (when, count.text) if when is not None else (None, "")

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
            and all(self._is_speech(v) and v.lemma_ not in self._verbs.deny for v in verbs)
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
        lasting = _may_last(relation)
        best: tuple[float, DateMention] | None = None
        for mention, token in self._dates:
            if not sentence.start <= token.i < sentence.end or token.i in apart:
                continue
            path = [token, *above_date(mention, token)]
            if self._counted and self._is_counted(mention, path, trigger):
                continue
            if mention.kind is Kind.INTERVAL and self._is_in_brackets_of_another(mention, trigger):
                continue
            if relation in SPOKEN and self._is_still_to_come(mention) and any(map(is_to_do, path)):
                continue
            is_rough = mention.precision is not Precision.DAY
            before = (is_rough or mention.kind in LASTING) and relations()[relation].kind == "event"
            before = before and relation not in MEETINGS
            if before and is_of_participle(path, (trigger, *governors(trigger))):
                continue
            if is_rough and relation in MEETINGS and self._describes(path, trigger):
                continue
            score = self._score(trigger, predicate, path, relation)
            if mention.kind in LASTING:
                if self._is_of_post(mention):
                    continue
                if not lasting:
                    score -= 0 if score > SAME_CLAUSE else ABOVE
            if score > least and (best is None or score > best[0]):
                own = (trigger, predicate, *governors(trigger))
                best = (score, since_event(mention, path, own) if lasting else mention)
        return self._of_entry(trigger, relation) if best is None else self._finer(best[1])

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

    def in_sentence(self, token: Token) -> list[DateMention]:
        """The dates of the sentence that a token stands in."""
        return [m for m, t in self._dates if token.sent.start <= t.i < token.sent.end]

    def behind(self, token: Token, reach: int) -> list[DateMention]:
        """The dates of the sentence that stand at most so many words behind a word."""
        last = min(token.i + reach, token.sent.end - 1)
        return [m for m, t in self._dates if token.i < t.i <= last]

    # --- how well a date fits

    def _score(self, trigger: Token, predicate: Token, path: list[Token], relation: str) -> float:
        """How well a date fits that stands at the lower end of a path in the parse."""
        date = path[0]
        distance = min(abs(date.i - trigger.i) * PER_TOKEN, FARTHEST)
        own = [trigger, *([predicate] if predicate != trigger else []), *governors(trigger)]
        junction = next((t for t in path if t in own), None)
        if junction == date and date.head == date and opens_sentence(date):
            return ABOVE - distance  # «Fin mai encore, ils …», where the parse takes the date for the verb
        if junction is None or (junction == date and trigger.pos_ == "NOUN"):
            return NOT_ITS_OWN
        if junction.pos_ in VERBAL and self._is_only_spoken_of(trigger, junction, relation):
            return NOT_ITS_OWN
        below = path[: path.index(junction)]
        if relation not in MEETINGS and is_of_another(date, below):
            return NOT_ITS_OWN
        if any(case_of(t) in (AFTER if _may_last(relation) else AFTER | SINCE) for t in below[1:]):
            return NOT_ITS_OWN
        if any(case_of(t) in SOURCES for t in below[1:]):
            return NOT_ITS_OWN
        crossed = [t for t in below if opens_clause(t)]
        if junction in (trigger, predicate):
            spoken = next((t for t in crossed if t.dep_ in BESIDE and self._is_speech(t)), None)
            if spoken is not None:  # «X a été attaqué, a annoncé mardi Y»
                return OCCASION - distance if self._declares(spoken, relation) else NOT_ITS_OWN
            if any(t.dep_ in CLAUSES for t in crossed):
                if any(lower(c) in SINCE for c in crossed[-1].children):
                    return NOT_ITS_OWN  # «depuis que X a fini il y a un mois»
                loose = crossed[-1].dep_ == "advcl" or relation in MEETINGS
                return (ELSEWHERE / 2 if loose else NOT_ITS_OWN) - distance
            if any(is_done_under(t) for t in below):
                return NOT_ITS_OWN
            told_of = subject_beside(trigger, below)
            if told_of is not None and relation not in MEETINGS and self._scene.actors(told_of):
                return NOT_ITS_OWN
            if crossed and crossed[0].head == trigger and crossed[0].dep_ != "conj":
                return UNDER_IT - distance
            if crossed:
                of_actor = crossed[0].dep_ == "acl" and self._scene.actors(crossed[0].head)
                return NOT_ITS_OWN if of_actor and relation not in MEETINGS else OCCASION - distance
            hung = junction == trigger and len(below) == 1
            return (HUNG_ON_IT if hung else SAME_CLAUSE) - distance
        if is_done_before(predicate) and not crossed:
            return ABOVE - distance
        return self._above(trigger, junction, crossed, relation) - distance

    def _above(self, trigger: Token, junction: Token, crossed: list[Token], relation: str) -> float:
        """How well a date fits that belongs to a word above the event's."""
        described = (
            trigger.dep_ == "appos" and trigger.pos_ == "NOUN" and bool(self._scene.actors(trigger.head))
        )
        if (described or is_epithet(trigger)) and relation not in MEETINGS:
            return NOT_ITS_OWN  # «X, principal soutien de Y, a accusé Z mardi»
        if any(t.dep_ in CLAUSES for t in crossed):
            return NOT_ITS_OWN if crossed[-1].dep_ != "advcl" else ELSEWHERE / 2
        if any(t.dep_ in BESIDE and self._is_speech(t) for t in crossed):
            return NOT_ITS_OWN
        if crossed:
            named = crossed[-1].dep_ == "acl" and crossed[-1].head != junction
            return NOT_ITS_OWN if named and is_participle(crossed[-1], "Past") else ELSEWHERE
        clause = clause_of(junction)
        hanging = child_towards(trigger, clause)
        spoken = junction == clause and self._is_speech(clause)
        if hanging is not None and spoken and hanging.dep_ != "conj":
            declared = self._declares(clause, relation)
            speaker = relation in MEETINGS and hanging.dep_ == "nsubj"  # «X, en visite à Y, a dit mardi»
            return OCCASION if case_of(hanging) in AT or declared or speaker else NOT_ITS_OWN
        return ABOVE

    def _declares(self, verb: Token, relation: str) -> bool:
        return verb.lemma_ in self._verbs.announce and relation in DECLARED

    def _is_only_spoken_of(self, trigger: Token, verb: Token, relation: str) -> bool:
        """Does the clause of a date tell of something else, that the event is only the background of?
        «X, qui avait suspendu Y, s'est réuni mardi», «le procès de l'attaque s'ouvre mardi»."""
        if relations()[relation].kind != "event" or trigger == verb:
            return False
        side = [trigger]
        for governor in governors(trigger):
            if governor == verb:
                break
            side.append(governor)
        else:
            return False
        if any(t.dep_ == "acl:relcl" and self._scene.actors(t.head) for t in side):
            return True
        if any(t.dep_ == "ccomp" and t.head != verb and self._is_speech(t.head) for t in side):
            return True  # «un rapport affirmant que X a attaqué Y a été publié mardi»
        if relation not in BY_FORCE:
            return False
        if trigger.dep_ == "acl" and agents(trigger) and verb.lemma_ not in self._words.dying:
            return True
        if any(lower(t) in self._words.aftermath for t in side[1:]):
            return True
        if trigger.pos_ == "NOUN" and any(t.pos_ in VERBAL and t.dep_ in AIMS for t in side[1:]):
            return True
        if any(case_of(t) in AFTER for t in side):
            return True
        object_ = side[-1].dep_ in ("obj", "nsubj:pass") and trigger.pos_ == "NOUN"
        return object_ and verb.lemma_ in self._words.comment

    def _is_speech(self, verb: Token) -> bool:
        if verb.pos_ not in VERBAL or verb.lemma_ not in self._verbs.say | self._verbs.deny:
            return False
        return verb.lemma_ not in self._verbs.double or any(c.dep_ == "ccomp" for c in verb.children)

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


def lies_in(day: When, when: When) -> bool:
    """Is the one a day within the other?"""
    first, last, one = when.earliest_start, when.latest_end, day_of(day)
    return bool(first and last and one and first <= one <= last)


def _may_last(relation: str) -> bool:
    return relations()[relation].kind == "state" or relation in MAY_LAST


def _is_told_aside(event: Event) -> bool:
    """«X, qui opère en Y, a bombardé mardi Z»: X is there, whatever the sentence dates."""
    place = event.trigger.doc[event.object.token] if event.object else event.trigger
    return any(map(goes_on, (event.trigger, *governors(event.trigger), *governors(place))))
