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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sahelgraph.extract.dates import DateMention, Kind
from sahelgraph.extract.deaths import told_dead
from sahelgraph.extract.grammar import VERBAL, direct_subjects, governors, is_finite, lower
from sahelgraph.extract.lexicon.offices import Offices, post_in, post_key
from sahelgraph.extract.lexicon.tenure import TenureWords
from sahelgraph.extract.posts import person_at
from sahelgraph.extract.scene import POSSESSIVES, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Claim, Status
from sahelgraph.ontology.names import fold
from sahelgraph.ontology.when import When

RESIGNATION = "demission"
BEFORE_DATE = 14
BEFORE_ASIDE = 22
ASIDE = 5
OPENING = 2
OF = ("de", "du", "d'")
TO_PERSON = 14
LONGEST_POST = 7
LONGEST_REIGN = 40
"""More years than that in a bracket are those of a life."""
SENTENCE = 60
AFTER_CUE = 9
LEADING = ("au pouvoir", "dirige", "preside", "a la tete", "gouverne", "pris la tete")
WHOLE = frozenset(
    ("pays", "etat", "republique", "transition", "junte", "regime", "nation", "royaume", "gouvernement")
)
SEIZED = ("transition", "junte", "putsch", "homme fort", "pouvoir")
WEEKS = 8
FIRST = frozenset(
    ("elu", "elue", "election", "pouvoir", "investi", "investie", "investiture", "accession", "gouverne")
)
NOMINAL = ("tion", "ture", "sion", "prise")
DURING = frozenset(("lors", "par", "durant", "pendant"))
BY_COUP = DURING | {"à", "après", "dans", "via", "avec", "grâce"}
PASSING = frozenset((Kind.SINCE, Kind.DURATION_SINCE))
SPANNING = frozenset((Kind.INTERVAL, Kind.BETWEEN))
ENDING = frozenset(("suffer", "leave", "loss"))
WANTING = 4
POINTS = frozenset((Kind.POINT, Kind.SINCE, Kind.DURATION_SINCE))
STOPS = frozenset((";", ":", "«", "»", '"', "“", "”"))
BESIDE = re.compile(
    r"\s*\(?\s*(?:en|de|du|d['’]|depuis|entre|à partir|jusqu['’]\w*|le|la|l['’]|\s)*", re.IGNORECASE
)

UNTIL_FALL = re.compile(r"\s*(?:à|jusqu['’]à)\s+(?:sa|son|leur)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Cue:
    """A word that begins or ends an office: doc[start:end]."""

    start: int
    end: int
    kind: str


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
        self._words = [_word(token) for token in scene.doc]
        self._cues = _cues_by_last_word(offices.tenure)
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
        former = claim.when.edtf if claim.when is not None and claim.when.edtf.startswith("../") else ""
        spoken_of = self.is_top(claim) or person not in self._tops
        last = self.end_of(person) if spoken_of else None
        if last is None and not former and spoken_of and person in self._dead and self._scene.article.date:
            former = f"../{self._scene.article.date.isoformat()}"
        if last is None and person in heads and self.is_top(claim):
            last = _only(self.coups)
        first = self._begin(claim, spoken_of and (self.is_top(claim) or not former))
        if beside := self._beside(claim) or self._bracketed(claim):
            if not beside.edtf.endswith("/.."):
                return beside
            first = beside.edtf.removesuffix("/..") if not former else first
        return _interval(first, last or former.removeprefix("../") or None)

    def end_of(self, person: str) -> str | None:
        """When the first office of a person ended, as the text says: a death only where it says no more."""
        return _first(self.ends.get(person)) or _first(self.deaths.get(person))

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

    def _begin(self, claim: Claim, spoken_of: bool) -> str | None:
        role = post_key(claim.role or "").removeprefix("ex - ")
        found: Counter[str] = Counter()
        if role.startswith(LEADING) or any(w in role for w in SEIZED):
            found.update(e for at, e in self._since_coup if claim.evidence.start <= at < claim.evidence.end)
        for begin, times in self.begins[claim.subject.id].items():
            only = begin.first or len(self._offices_of[claim.subject.id]) == 1
            if self._post_in(role) == begin.post or (not begin.post and spoken_of and only):
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
        if role.startswith(LEADING):
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
        if (cue := self._cue_before(span.start)) or (cue := self._cue_after(span.end, span.start)):
            self._note(cue, date, span.end)

    def _cue_before(self, index: int) -> _Cue | None:
        """The nearest cue before a date, with no other verb between, and no comma but around «tué lors
        d'un raid, dans le nord, en mai 2020»."""
        sentence = self._doc[index].sent.start if index < len(self._doc) else 0
        comma = index
        for end in range(index, max(sentence, index - BEFORE_ASIDE), -1):
            token = self._doc[end - 1]
            if cue := self._cue_ending(end, sentence):
                near = comma == index and index - end < BEFORE_DATE
                return cue if near or cue.kind in ("suffer", "loss") else None
            if token.text in STOPS or (token.text == "," and comma - end > ASIDE):
                return None
            if token.text == ",":
                comma = end - 1
            if token.pos_ in VERBAL and not token.dep_.startswith("aux"):
                return None
        return None

    def _cue_after(self, index: int, start: int) -> _Cue | None:
        """«le 3 mai lors d'un putsch»; «Le 26 juillet 2023, X a été renversé»: a date that opens its
        sentence."""
        doc = self._doc
        limit = min(len(doc), doc[start].sent.end)
        opening = start - doc[start].sent.start <= 2
        for end in range(index + 1, min(limit, index + (SENTENCE if opening else 5)) + 1):
            cue = self._cue_ending(end, index)
            near = end - index < 3 * AFTER_CUE
            if cue and cue.kind == "coup" and end - index <= AFTER_CUE:
                between = {lower(t) for t in doc[index : cue.start]}
                return cue if between & DURING else None
            if (
                cue
                and cue.kind == "loss"
                and end - index <= ASIDE
                and fold(doc[cue.start].text) == RESIGNATION
            ):
                return cue  # «a annoncé lundi sa démission»
            if cue and opening and (cue.kind == "suffer" or (near and cue.kind in ("leave", "begin"))):
                return cue
            entry = opening and end == index + 1  # «12 avril: X est investi»
            if (doc[end - 1].text in STOPS and not entry) or (doc[end - 1].text == "," and not opening):
                return None
        return None

    def _cue_ending(self, end: int, start: int) -> _Cue | None:
        found = []
        for kind, words in self._cues.get(self._words[end - 1], ()):
            first = end - len(words)
            if first >= start and self._words[first:end] == words:
                found.append(_Cue(first, end, kind))
        if (
            len(found) > 1 and lower(self._doc[min(end, len(self._doc) - 1)]) in OF
        ):  # «la mort de X», «X est mort»
            return next((cue for cue in found if cue.kind == "loss"), found[0])
        return found[0] if found else None

    def _note(self, cue: _Cue, date: DateMention, end: int) -> None:
        when = date.when
        if when is None or ("/" in when.edtf and date.kind not in SPANNING):
            return
        if date.kind is Kind.UNTIL and cue.kind in ("begin", "lasting"):
            for person in self._persons(cue, end):
                self.ends[person][when.edtf] += 1
            return
        if date.kind in SPANNING and cue.kind in ("begin", "lasting") and date.said is not None:
            if date.kind is Kind.INTERVAL or len(when.edtf) < len("2010-01-01"):
                self._note_reign(cue, date.said.edtf, end)
            return
        if date.kind not in POINTS or (cue.kind in ENDING and (date.kind in PASSING or self._is_wanted(cue))):
            return
        day = self._scene.article.date
        if day and when.earliest_start and when.earliest_start > day:
            return
        if cue.kind == "coup":
            if len(when.edtf) == len("2020-08-18"):
                self.coups[when.edtf] += 1
            if verb := self._overthrow_after(max(end, cue.end)):
                for person in self._persons(verb, end):
                    self.ends[person][when.edtf] += 1
            self._note_rise(cue, when.edtf)
            return
        if cue.kind == "succeed":
            for person in self._before(cue):
                self.begins[person][_Begin(when.edtf, "", True)] += 1
            for person in self._behind(max(cue.end, end)) or self._behind(cue.end):
                self.ends[person][when.edtf] += 1
            return
        if cue.kind == "lasting" and date.kind not in PASSING:
            return
        post = self._post_after(cue.end, end)
        if cue.kind == "become" and not post:
            return
        for person in self._persons(cue, end):
            if cue.kind in ("begin", "become", "lasting"):
                self._used.add(date.start)
                self.begins[person][_Begin(when.edtf, post, self._is_first_cue(cue))] += 1
            else:
                ends = self.deaths if self._is_death(cue) else self.ends
                ends[person][when.edtf] += 1

    def _note_reign(self, cue: _Cue, edtf: str, end: int) -> None:
        """«a gouverné entre 1989 et 2019»"""
        first, _, last = edtf.partition("/")
        for person in self._persons(cue, end) if first and last else ():
            post = self._post_after(cue.end, end)
            self.begins[person][_Begin(first, post, self._is_first_cue(cue))] += 1
            self.ends[person][last] += 1

    def _is_wanted(self, cue: _Cue) -> bool:
        """«réclame la démission», «un appel au départ»: it has not come yet."""
        first = max(self._doc[cue.start].sent.start, cue.start - WANTING)
        return any(fold(t.lemma_) in self._wanting for t in self._doc[first : cue.start])

    def _is_death(self, cue: _Cue) -> bool:
        return any(w in self._deadly for w in self._words[cue.start : cue.end])

    def _note_rise(self, coup: _Cue, edtf: str) -> None:
        """«arrivé au pouvoir par un coup d'État en 2022», «depuis le coup d'État du 4 mai»"""
        doc = self._doc
        sentence = doc[coup.start].sent.start
        before = [lower(t) for t in doc[max(sentence, coup.start - ASIDE) : coup.start]]
        if "depuis" in before:
            self._since_coup.append((doc[coup.start].idx, edtf))
        for end in range(coup.start, max(sentence, coup.start - ASIDE - 1), -1):
            cue = self._cue_ending(end, sentence)
            if cue and cue.kind == "begin" and BY_COUP & {lower(t) for t in doc[end : coup.start]}:
                for person in self._persons(cue, coup.end):
                    self.begins[person][_Begin(edtf, "", self._is_first_cue(cue))] += 1
                return

    def _is_first_cue(self, cue: _Cue) -> bool:
        words = {_word(t) for t in self._doc[cue.start : cue.end]}
        return bool(words & FIRST)

    def _post_after(self, index: int, end: int) -> str:
        """«élu président en 2013»: the post between the cue and the date or right behind the date."""
        for start in range(index, min(end + 2, len(self._doc))):
            words = " ".join(t.text for t in self._doc[start : start + LONGEST_POST])
            if post := self._post_in(post_key(words)):
                return post
        return ""

    def _overthrow_after(self, index: int) -> _Cue | None:
        """«Un coup d'État en mai 2005 a renversé le roi X»"""
        for end in range(index + 1, min(len(self._doc), index + 5) + 1):
            cue = self._cue_ending(end, index)
            if cue and cue.kind == "suffer":
                return cue
        return None

    # --- persons

    def _persons(self, cue: _Cue, after: int) -> list[str]:
        """Whose office a cue is about."""
        token = self._doc[cue.start]
        if cue.kind == "loss":
            return self._owner(cue) or self._behind(max(cue.end, after), nominal=True)
        active = cue.kind == "suffer" and self._is_active(cue)
        if cue.kind == "begin" and fold(token.text).endswith(NOMINAL):
            return self._owner(cue) or self._behind(max(cue.end, after), nominal=True)
        if cue.kind == "begin" and self._names(cue):
            return self._behind(cue.end)
        if active:
            return self._behind(cue.end) or self._before(cue)
        return self._before(cue) or self._behind(after)

    def _is_active(self, cue: _Cue) -> bool:
        first = max(self._doc[cue.start].sent.start, cue.start - 3)
        before = [lower(t) for t in self._doc[first : cue.start]]
        return any(w in HAVE for w in before) and "été" not in before

    def _names(self, cue: _Cue) -> bool:
        """«a nommé X»: the verb that appoints, in the active."""
        return self._doc[cue.start].pos_ == "VERB" and cue.end - cue.start == 1 and self._is_active(cue)

    def _owner(self, cue: _Cue) -> list[str]:
        noun = self._doc[cue.start]
        behind = self._behind(cue.end, nominal=True)
        if behind or not noun.i:
            return behind
        if fold(noun.text) == RESIGNATION:
            return self._before(cue)
        if lower(noun.nbor(-1)) not in POSSESSIVES:
            return []
        refs = self._scene.before(noun, 1, of_clause=True)
        return [r.entity.id for r in refs if r.entity.type is ActorType.PERSON][:1] or self._before(cue)

    def _before(self, cue: _Cue) -> list[str]:
        """The person named last before a cue in its sentence, or the subject that a pronoun means."""
        sentence = self._doc[cue.start].sent.start
        verb = self._doc[cue.end - 1]
        for subject in direct_subjects(verb):
            refs = [r.entity.id for r in self._scene.actors(subject) if r.entity.type is ActorType.PERSON]
            if refs:
                return refs[:1]
        for index in range(cue.start - 1, max(sentence, cue.start - TO_PERSON) - 1, -1):
            token = self._doc[index]
            if mention := person_at(self._scene, token):
                return [mention.entity.id]
            if token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph):
                return []
        return self._post_before(cue, sentence) or self._subject_over(cue, sentence)

    def _subject_over(self, cue: _Cue, sentence: int) -> list[str]:
        """«Arrivé au pouvoir en 2010, il …»: the subject of the clause that a participle opens."""
        if cue.start - sentence > OPENING:
            return []
        verb = next((t for t in governors(self._doc[cue.start]) if is_finite(t) or direct_subjects(t)), None)
        for subject in direct_subjects(verb) if verb is not None else ():
            refs = [r.entity.id for r in self._scene.actors(subject) if r.entity.type is ActorType.PERSON]
            if refs:
                return refs[:1]
        return []

    def _post_before(self, cue: _Cue, sentence: int) -> list[str]:
        """«Le Premier ministre, en poste depuis …»: who has this post in the article, if it is one person."""
        words = post_key(self._doc[sentence : cue.start].text).rstrip(" ,")
        for post in sorted(self._by_role, key=len, reverse=True):
            if words.endswith(post):
                return list(self._by_role[post]) if len(self._by_role[post]) == 1 else []
        return []

    def _behind(self, index: int, nominal: bool = False) -> list[str]:
        """The person named next, before a verb; in a noun's complement also before a comma."""
        doc = self._doc
        limit = min(len(doc), index + TO_PERSON, doc[min(index, len(doc) - 1)].sent.end)
        for token in doc[index:limit]:
            if mention := person_at(self._scene, token):
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
                    return None
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


def date_offices(
    claims: Iterable[Claim], scene: Scene, dates: Sequence[DateMention], offices: Offices
) -> list[Claim]:
    """The claims with every office dated by what the article says of its beginning and end, and by
    nothing else."""
    claims = list(claims)
    tenure = Tenure(scene, dates, claims, offices)
    overthrown = set()
    for claim in claims:
        if claim.relation == "overthrew" and claim.object and claim.status is Status.ASSERTED:
            overthrown.add(claim.object.id)
            dated = claim.when is not None and "/" not in claim.when.edtf
            if claim.when is not None and dated and not tenure.ends.get(claim.object.id):
                tenure.ends[claim.object.id][claim.when.edtf] += 1
    heads = _heads(claims, scene, tenure, overthrown)
    dated_offices = [
        replace(c, when=tenure.of(c, heads)) if c.relation == "holds-office" else c for c in claims
    ]
    return [_fallen(c, dated_offices, scene.article.date) for c in dated_offices]


def _fallen(claim: Claim, claims: Sequence[Claim], published: datetime.date | None) -> Claim:
    """An undated overthrow: at the end of the office that it ended."""
    if claim.relation != "overthrew" or claim.when is not None or claim.object is None:
        return claim
    ends = {
        c.when.edtf.rpartition("/")[2]
        for c in claims
        if c.relation == "holds-office" and c.subject.id == claim.object.id and c.when is not None
    }
    ends -= {"..", published.isoformat() if published else ""}
    return replace(claim, when=When.parse(ends.pop())) if len(ends) == 1 else claim


def _heads(claims: Sequence[Claim], scene: Scene, tenure: Tenure, overthrown: set[str]) -> frozenset[str]:
    """The head of State whom the one coup that the article dates put out: the one it says was overthrown,
    or who is no more in office, or who was when it was written some weeks after. Empty where that is not
    one person."""
    candidates: dict[str, int] = {}
    for claim in claims:
        if claim.relation != "holds-office" or tenure.end_of(claim.subject.id):
            continue
        alone = overthrown == {claim.subject.id}
        if (claim.object == scene.topic or alone) and tenure.is_first(claim):
            former = claim.when is not None and claim.when.edtf.startswith("../")
            sure = 2 if claim.subject.id in overthrown else 1 if former else 0
            candidates[claim.subject.id] = max(sure, candidates.get(claim.subject.id, 0))
    surest = max(candidates.values(), default=0)
    if surest == 0 and not tenure.coup_is_recent():
        return frozenset()
    found = frozenset(person for person, sure in candidates.items() if sure == surest)
    return found if len(found) == 1 else frozenset()


HAVE = frozenset(
    ("a", "ont", "avait", "avaient", "ait", "aient", "avoir", "ayant", "eut", "aurait", "auraient")
)


@cache
def _cues_by_last_word(tenure: TenureWords) -> dict[str, list[tuple[str, list[str]]]]:
    """The kinds and words of the cues by their last word; the longer cues of a kind first."""
    cues: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for kind in ("begin", "become", "lasting", "suffer", "leave", "loss", "coup", "succeed"):
        for words in sorted(getattr(tenure, kind), key=len, reverse=True):
            cues[words[-1]].append((kind, list(words)))
    return dict(cues)


def _word(token: Token) -> str:
    return fold(token.text).replace("’", "'")


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
