"""From when to when a person held an office, as an article tells it anywhere.

A date belongs to an office where it stands right behind the post («ministre de 2008 à 2012»), or beside a
word that begins or ends an office («élu en 2013», «au pouvoir depuis», «renversé le 18 août», «sa chute»)
and a person stands with that word. The date of a coup ends the office of the head of State whom it
overthrew. No other date of a sentence is that of an office.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sahelgraph.extract.dates import DateMention, Kind
from sahelgraph.extract.deaths import told_dead
from sahelgraph.extract.grammar import lower
from sahelgraph.extract.lexicon.offices import Offices, post_in, post_key
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.tenure_cues import ASIDE, DURING, Cue, Cues, spelling
from sahelgraph.extract.tenure_persons import CuePersons
from sahelgraph.ontology.claims import ActorType, Claim
from sahelgraph.ontology.names import fold
from sahelgraph.ontology.when import When

LONGEST_POST = 7
LONGEST_REIGN = 40
"""More years than that in a bracket are those of a life."""
LEADING = ("au pouvoir", "dirige", "preside ", "a la tete", "gouverne", "pris la tete")
WHOLE = word_set("tenure", "whole")
SEIZED = word_set("tenure", "seized")
WEEKS = 8
FIRST = word_set("tenure", "first")
BY_COUP = DURING | {"à", "après", "dans", "via", "avec", "grâce"}
PASSING = frozenset((Kind.SINCE, Kind.DURATION_SINCE))
SPANNING = frozenset((Kind.INTERVAL, Kind.BETWEEN))
ENDING = frozenset(("suffer", "leave", "loss"))
WANTING = 4
AFTER_COUP = 5
POINTS = frozenset((Kind.POINT, Kind.SINCE, Kind.DURATION_SINCE))
BESIDE = re.compile(
    r"\s*\(?\s*(?:en|de|du|d['’]|depuis|entre|à partir|jusqu['’]\w*|le|la|l['’]|\s)*", re.IGNORECASE
)
SINCE_EVENT = re.compile(
    r"[^,;:.()]{0,30}\bdepuis\s+(?:(?:la|le|sa|son|leur)\s|l['’])\s*"
    rf"(?:{'|'.join(word_set('tenure', 'since'))})\b[^,;:.()]{{0,50}}",
    re.IGNORECASE,
)
UNTIL_FALL = re.compile(r"\s*(?:à|jusqu['’]à)\s+(?:sa|son|leur)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Begin:
    """The start of an office: `post` is the one that the text names with it, in one spelling, or empty.
    `first` says that without one it is the first of a State: «élu», «au pouvoir», not «nommé»."""

    edtf: str
    post: str
    first: bool


class Tenure:
    """The beginnings and ends of offices in one article, by person."""

    def __init__(
        self, scene: Scene, dates: Sequence[DateMention], claims: Sequence[Claim], offices: Offices
    ) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._cues = Cues(scene.doc, offices.tenure)
        self._dates = [d for d in dates if d.when is not None]
        self._posts = offices.state | offices.any
        self._top_posts = tuple(post_key(p) for p in offices.ranks[0] | offices.ranks[1])
        self._little = {post_key(w) for w in offices.inner}
        self._parts = (offices.institutions | offices.units) - WHOLE
        held = [c for c in claims if c.relation == "holds-office"]
        self._tops = {c.subject.id for c in held if self.is_top(c)}
        self._offices_of: dict[str, set[str]] = defaultdict(set)
        for claim in held:
            self._offices_of[claim.subject.id].add(claim.object.id if claim.object else "")
        self._by_role: dict[str, set[str]] = defaultdict(set)
        for claim in held:
            if post := self._post_in(post_key(claim.role or "")):
                self._by_role[post].add(claim.subject.id)
        self._persons = CuePersons(scene, self._by_role)
        self.begins: dict[str, Counter[_Begin]] = defaultdict(Counter)
        self.ends: dict[str, Counter[str]] = defaultdict(Counter)
        self.deaths: dict[str, Counter[str]] = defaultdict(Counter)
        self._since_coup: list[tuple[int, str]] = []
        self._wanting = offices.wanting
        self._deadly = {word for cue in offices.tenure.death for word in cue}
        self.coups: Counter[str] = Counter()
        self._used: set[int] = set()
        self._dead = told_dead(scene, offices)
        for told in self._dates:
            self._read(told)

    def of(self, claim: Claim, heads: frozenset[str]) -> When | None:
        """The time of one office. `heads` are the persons whom a coup put out of the first office."""
        person = claim.subject.id
        former = self._former(claim)
        spoken_of = self.is_top(claim) or person not in self._tops
        last = self._to_the_day(self.end_of(person), claim) if spoken_of else None
        if last is None and not former and spoken_of and person in self._dead and self._scene.article.date:
            former = f"../{self._scene.article.date.isoformat()}"
        if last is None and person in heads and self.is_top(claim):
            last = _only(self.coups)
        first = self._begin(claim, spoken_of and (self.is_top(claim) or not former), bool(former))
        if beside := self._beside(claim) or self._bracketed(claim):
            if not beside.edtf.endswith("/.."):
                return beside
            first = beside.edtf.removesuffix("/..") if not former else first
        return _interval(first, last or former.removeprefix("../") or None)

    def _former(self, claim: Claim) -> str:
        """The end that a claim came with, or empty: «attendu jusqu'à vendredi» ends a stay to come."""
        if claim.when is None or not claim.when.edtf.startswith("../"):
            return ""
        day, last = self._scene.article.date, claim.when.latest_end
        to_the_day = len(claim.when.edtf) == len("../2020-08-18")
        return "" if day and last and to_the_day and last > day else claim.when.edtf

    def end_of(self, person: str) -> str | None:
        """When the first office of a person ended, as the text says: a death only where it says no more."""
        return _first(self.ends.get(person)) or _first(self.deaths.get(person))

    def _to_the_day(self, last: str | None, claim: Claim) -> str | None:
        """«chassé en septembre», told elsewhere as «sa chute, le 30 septembre» or «le putsch du 30»: the
        one more precise date of that end."""
        if last is None:
            return None
        person = claim.subject.id
        known = self.ends.get(person, Counter()) + self.deaths.get(person, Counter())
        if self.is_top(claim):
            known = known + self.coups
        finer = {edtf for edtf in known if edtf.startswith(last) and len(edtf) > len(last)}
        days = {edtf for edtf in finer if len(edtf) == len("2020-08-18")} or finer
        return days.pop() if len(days) == 1 else last

    def is_first(self, claim: Claim) -> bool:
        """Is it the office of the head of State, and not of one who took power?"""
        role = post_key(claim.role or "")
        return self.is_top(claim) and not any(w in role for w in SEIZED) and "ministre" not in role

    def coup_is_recent(self) -> bool:
        """Was the one coup that the article dates in the weeks before the article?"""
        coup, day = _only(self.coups), self._scene.article.date
        if coup is None or day is None:
            return False
        return 0 <= (day - datetime.date.fromisoformat(coup)).days <= WEEKS * 7

    def _begin(self, claim: Claim, spoken_of: bool, former: bool) -> str | None:
        role = post_key(claim.role or "").removeprefix("ex - ")
        found: Counter[str] = Counter()
        since = not former and (f"{role} ".startswith(LEADING) or any(w in role for w in SEIZED))
        if since:
            found.update(e for at, e in self._since_coup if claim.evidence.start <= at < claim.evidence.end)
        for begin, times in self.begins[claim.subject.id].items():
            only = begin.first or len(self._offices_of[claim.subject.id]) == 1
            leads = f"{role} ".startswith(LEADING) and begin.post in self._top_posts
            named = leads or self._post_in(role) == begin.post
            if named or (not begin.post and spoken_of and only):
                found[begin.edtf] += times
        return _first(found)

    def _post_in(self, words: str) -> str:
        """The longest post that a text in one spelling begins with."""
        return post_in(words, self._posts)

    def is_top(self, claim: Claim) -> bool:
        """Is it the office that «élu en 2013» and «renversé» speak of: the first or second of a State?"""
        role = post_key(claim.role or "").removeprefix("ex - ")
        if claim.object is None or claim.object.type is not ActorType.STATE:
            return False
        if f"{role} ".startswith(LEADING):
            return True
        post = self._post_in(role)
        if post not in self._top_posts:
            return False
        rest = [w for w in role[len(post) :].split() if w not in self._little]
        return not rest or rest[0] not in self._parts

    # --- dates

    def _read(self, date: DateMention) -> None:
        span = self._doc.char_span(date.start, date.end)
        if span is None or date.when is None:
            return
        if (cue := self._cues.before(span.start)) or (cue := self._cues.after(span.end, span.start)):
            self._note(cue, date, span.end)

    def _note(self, cue: Cue, date: DateMention, end: int) -> None:
        when = date.when
        if when is None or ("/" in when.edtf and date.kind not in SPANNING):
            return
        opens = cue.kind in ("begin", "lasting")
        if opens and date.kind is Kind.UNTIL:
            self._note_ends(self._persons.of(cue, end), when.edtf)
            return
        if opens and date.kind in SPANNING and date.said is not None:
            if date.kind is Kind.INTERVAL or len(when.edtf) < len("2010-01-01"):
                self._note_reign(cue, date.said.edtf, end)
            return
        if date.kind not in POINTS or (cue.kind in ENDING and (date.kind in PASSING or self._is_wanted(cue))):
            return
        day = self._scene.article.date
        if day and when.earliest_start and when.earliest_start > day:
            return
        if cue.kind == "coup":
            self._note_coup(cue, when.edtf, end)
        elif cue.kind == "succeed":
            for person in self._persons.before(cue):
                self.begins[person][_Begin(when.edtf, "", True)] += 1
            self._note_ends(
                self._persons.behind(max(cue.end, end)) or self._persons.behind(cue.end), when.edtf
            )
        elif cue.kind != "lasting" or date.kind in PASSING:
            self._note_term(cue, date, when.edtf, end)

    def _note_coup(self, cue: Cue, edtf: str, end: int) -> None:
        if len(edtf) == len("2020-08-18"):
            self.coups[edtf] += 1
        if verb := self._overthrow_after(max(end, cue.end)):
            self._note_ends(self._persons.of(verb, end), edtf)
        self._note_rise(cue, edtf)

    def _note_term(self, cue: Cue, date: DateMention, edtf: str, end: int) -> None:
        """The begin or end of an office."""
        post = self._post_after(cue.end, end)
        if cue.kind == "become" and not post:
            return
        for person in self._persons.of(cue, end):
            if cue.kind in ("begin", "become", "lasting"):
                self._used.add(date.start)
                self.begins[person][_Begin(edtf, post, self._is_first_cue(cue))] += 1
            else:
                ends = self.deaths if self._is_death(cue) else self.ends
                ends[person][edtf] += 1

    def _note_ends(self, persons: Sequence[str], edtf: str) -> None:
        for person in persons:
            self.ends[person][edtf] += 1

    def _note_reign(self, cue: Cue, edtf: str, end: int) -> None:
        """«a gouverné entre 1989 et 2019»"""
        first, _, last = edtf.partition("/")
        for person in self._persons.of(cue, end) if first and last else ():
            post = self._post_after(cue.end, end)
            self.begins[person][_Begin(first, post, self._is_first_cue(cue))] += 1
            self.ends[person][last] += 1

    def _is_wanted(self, cue: Cue) -> bool:
        """«réclame la démission», «un appel au départ»: it has not come yet."""
        first = max(self._doc[cue.start].sent.start, cue.start - WANTING)
        return any(fold(t.lemma_) in self._wanting for t in self._doc[first : cue.start])

    def _is_death(self, cue: Cue) -> bool:
        return any(w in self._deadly for w in self._cues.spelled[cue.start : cue.end])

    def _note_rise(self, coup: Cue, edtf: str) -> None:
        """«arrivé au pouvoir par un coup d'État en 2022», «depuis le coup d'État du 4 mai»"""
        doc = self._doc
        sentence = doc[coup.start].sent.start
        before = [lower(t) for t in doc[max(sentence, coup.start - ASIDE) : coup.start]]
        if "depuis" in before:
            self._since_coup.append((doc[coup.start].idx, edtf))
        for end in range(coup.start, max(sentence, coup.start - ASIDE - 1), -1):
            cue = self._cues.ending(end, sentence)
            if cue and cue.kind == "begin" and BY_COUP & {lower(t) for t in doc[end : coup.start]}:
                for person in self._persons.of(cue, coup.end):
                    self.begins[person][_Begin(edtf, "", self._is_first_cue(cue))] += 1
                return

    def _is_first_cue(self, cue: Cue) -> bool:
        words = {spelling(t) for t in self._doc[cue.start : cue.end]}
        return bool(words & FIRST)

    def _post_after(self, index: int, end: int) -> str:
        """«élu président en 2013»: the post between the cue and the date or right behind the date."""
        for start in range(index, min(end + 2, len(self._doc))):
            words = " ".join(t.text for t in self._doc[start : start + LONGEST_POST])
            if post := self._post_in(post_key(words)):
                return post
        return ""

    def _overthrow_after(self, index: int) -> Cue | None:
        """«Un coup d'État en mai 2005 a renversé le roi X», «a mis fin au mandat de X»"""
        for end in range(index + 1, min(len(self._doc), index + AFTER_COUP) + 1):
            cue = self._cues.ending(end, index)
            if cue and cue.kind in ("suffer", "loss"):
                return cue
        return None

    # --- dates right behind the post

    def _beside(self, claim: Claim) -> When | None:
        """«ministre de la Défense de 2008 à 2012», «président depuis 2010»"""
        text = self._scene.article.text
        at = text.find(claim.role, claim.evidence.start) if claim.role else -1
        if at < 0 or claim.role is None or at >= claim.evidence.end:
            return None
        end = at + len(claim.role)
        for date in self._dates:
            if date.start >= end and date.said is not None and date.kind not in (Kind.TIME, Kind.VAGUE):
                if date.start in self._used and date.kind is Kind.POINT:
                    return None
                between = text[end : date.start]
                if not BESIDE.fullmatch(between):
                    since = date.kind is Kind.POINT and "/" not in date.said.edtf
                    since = since and SINCE_EVENT.fullmatch(between) is not None
                    return When.parse(f"{date.said.edtf}/..") if since else None
                if date.kind is Kind.POINT and UNTIL_FALL.match(text, date.end):
                    return When.parse(f"{date.said.edtf}/..") if "/" not in date.said.edtf else None
                plain = date.kind is Kind.POINT and len(date.said.edtf) > len("2010-01")
                return None if plain else date.said
        return None

    def _bracketed(self, claim: Claim) -> When | None:
        """«le président X (2002-2012)»: not the years of a life."""
        if not self.is_top(claim) and len(self._offices_of[claim.subject.id]) > 1:
            return None
        text = self._scene.article.text
        for date in self._dates:
            said = date.said
            if date.kind is not Kind.INTERVAL or said is None or text[max(0, date.start - 1)] != "(":
                continue
            first, last = said.earliest_start, said.latest_end
            if first is None or last is None or last.year - first.year > LONGEST_REIGN:
                continue
            span = self._doc.char_span(date.start, date.end)
            named = person_at(self._scene, self._doc[max(0, span.start - 2)]) if span else None
            if named is not None and named.entity.id == claim.subject.id:
                return said
        return None


def _first(found: Counter[str] | None) -> str | None:
    """The date given most often, the most precise of these first."""
    if not found:
        return None
    return max(found, key=lambda edtf: (found[edtf], len(edtf)))


def _only(found: Counter[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _interval(first: str | None, last: str | None) -> When | None:
    if first is None and last is None:
        return None
    if first and last and first[: len(last)] > last[: len(first)]:
        first = None
    return When.parse(f"{first or '..'}/{last or '..'}")
