"""What goes on from the sentences before: the date of an event that its own sentence does not date, from
where the story stands.

«En mai 2012, X s'empare de Y. Il menace Z.», «X avait attaqué Y en 2009. Il avait ensuite pris Z», «lors de
cette réunion», «X a revendiqué l'assaut».
"""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.date_fit import AFTER
from sahelgraph.extract.date_paths import AT, SINCE
from sahelgraph.extract.dates import DateMention, Precision
from sahelgraph.extract.events import BY_FORCE, SPOKEN, Event
from sahelgraph.extract.grammar import (
    VERBAL,
    case_of,
    clause_of,
    direct_subjects,
    first_conjunct,
    is_finite,
    lower,
)
from sahelgraph.extract.quotations import MARKS
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.timing import POINTS, WHOLE, Timing
from sahelgraph.extract.told import Told, actors_of, clause_text, is_present
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

WELL = 1.2
"""How well a date must fit the word that tells of the event elsewhere."""
INCIDENT = "incident: "
AT_THE_MEETING = frozenset(("hosting: there", "hosting: attend"))
MEETING_BACK = 4
THEN_BACK = 2
THERE = "y"
DESCRIBING = frozenset(("nmod", "amod", "acl", "acl:relcl", "appos"))
PARTS = frozenset(("lors", "issue", "terme", "cours", "marge", "occasion", "lendemain"))
ON_OCCASION = (AT | {"dans"}) - {"pour"}
THIS = frozenset(("ce", "cet", "cette", "ces"))
LATER = AFTER | SINCE | {"à la suite de", "suite à", "en réponse à", "en riposte à", "en représailles à"}
KNOWN = frozenset(("le", "la", "l'", "l’", "ce", "cet", "cette", "son", "sa"))
THEN_THAT = " alors que "


class Continuing:
    """The dates that one article carries on from sentence to sentence."""

    def __init__(self, scene: Scene, timing: Timing, told: Told) -> None:
        self._scene = scene
        self._timing = timing
        self._told = told
        self._words = told.words

    def told_with(self, event: Event, number: int) -> DateMention | None:
        """«X a tué samedi trois soldats de Y. Il en a capturé six.»: the day of the strike or capture, by
        or of the same, that the sentence before tells of."""
        if event.relation not in BY_FORCE or self._timing.in_sentence(event.trigger):
            return None
        if self._told.is_background(event) or _is_habit(event) or _comes_after(event):
            return None
        for token, relation in self._told.tellings.get(number - 1, ()):
            told = self._told.events.get((token.i, relation), ())
            if relation in BY_FORCE and any(len(actors_of(event) & actors_of(other)) > 1 for other in told):
                found = self._timing.best(token, token, relation, WELL)
                if found is not None and found.kind in POINTS and found.precision is Precision.DAY:
                    return found
        return None

    def told_before(self, event: Event, number: int) -> DateMention | None:
        """«En mai 2012, X s'empare de Y. Il menace Z.»: the date with which the sentence before, in the
        same paragraph, opens what it tells of the same actor."""
        if number < 1 or self._timing.in_sentence(event.trigger):
            return None
        before = self._told.sentences[number - 1]
        if "\n" in before.text or event.trigger.sent.text.lstrip()[:1] in MARKS:
            return None
        main = before.root
        if self._told.is_background(event) and not _are_both_past(clause_of(event.trigger), main):
            return None
        accuses = event.relation in self._words.spoken and is_present(event.predicate)
        if not self._goes_on_about(event, main) or (accuses and not is_present(main)):
            return None
        dated = [m for m in self._timing.in_sentence(main) if m.kind in POINTS]
        found = self._timing.best(main, main, event.relation, 0.0 if len(dated) == 1 else WELL)
        return found if found in dated and len(dated) == 1 else None

    def at_that_time(self, event: Event, number: int) -> DateMention | None:
        """«En 1990, X fuit. Y l'accueille alors.»: the one date of the last sentence of the paragraph that
        has any, where words of the clause say that it goes on from there."""
        clause = clause_text(event.trigger)
        if number < 1 or self._timing.in_sentence(event.trigger) or THEN_THAT in clause:
            return None
        if not self._words.then & {*clause.split()}:
            return None
        for before in reversed(self._told.sentences[max(0, number - THEN_BACK) : number]):
            if "\n" in before.text:
                return None
            if told := self._timing.in_sentence(before.root):
                dated = [m for m in told if m.kind in POINTS]
                return dated[0] if len({m.said for m in dated}) == 1 else None
        return None

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
        return bool(actors_of(event) & spoken_of)

    def recalled(self, event: Event, number: int) -> DateMention | None:
        """«X a revendiqué l'assaut», «a reconnu sa responsabilité»: the date of the attack that was told
        last, if any date was."""
        word = event.trigger
        joined = event.rule.startswith(INCIDENT) and event.relation == "attacked"
        known = joined or _is_known(word)
        if event.relation not in BY_FORCE or not known or self._is_dated(event):
            return None
        for before in range(number - 1, -1, -1):
            for token, relation in self._told.tellings.get(before, ()):
                if relation == event.relation:
                    found = self._timing.best(token, token, relation, WELL)
                    if found is not None and (found.kind in POINTS or not joined):
                        return found if found.kind in POINTS else None
        return None

    def only_day(self, event: Event) -> DateMention | None:
        """The one day with which the article dates whatever it tells of such an event of the same doer or
        upon the same: «X attaque Y mardi. […] Y a perdu dix hommes dans l'assaut de X.»"""
        if event.relation in SPOKEN or self._is_dated(event) or self._told.is_background(event):
            return None
        days: dict[When, DateMention] = {}
        for tellings in self._told.tellings.values():
            for token, relation in tellings:
                if relation != event.relation or token == event.trigger:
                    continue
                told = self._told.events.get((token.i, relation), ())
                if not any(_shares(event, other) for other in told):
                    continue
                found = self._timing.best(token, token, relation, WELL)
                if found is not None and found.said is not None:
                    days[found.said] = found
        only = next(iter(days.values())) if len(days) == 1 else None
        return only if only is not None and only.precision is Precision.DAY and only.kind in POINTS else None

    def _is_dated(self, event: Event) -> bool:
        """Has its sentence a date that is not only when somebody says so?"""
        return bool(self._timing.in_sentence(event.trigger)) and not self._timing.is_dated_by_speech(event)

    def last_told(self, event: Event, number: int) -> DateMention | None:
        """«Des hommes ont attaqué X mardi. […] Y a tué trois soldats»: what is told next of strikes and
        captures, and goes on in the past, was on the day of the last one that has a day."""
        if event.relation not in BY_FORCE or self._timing.in_sentence(event.trigger):
            return None
        if self._told.is_background(event) or _is_habit(event) or _comes_after(event):
            return None
        for before in range(number - 1, -1, -1):
            for token, relation in self._told.tellings.get(before, ()):
                if relation == event.relation:
                    found = self._timing.best(token, token, relation, WELL)
                    if found is not None and found.kind in POINTS and found.precision is Precision.DAY:
                        return found
        return None

    def on_occasion(self, event: Event, number: int) -> DateMention | None:
        """«A et B se sont réunis mardi. Lors de cette réunion, ils ont signé …»: the date of the occasion."""
        if self._timing.in_sentence(event.trigger):
            return None
        for noun in _occasions(event):
            alike = {r for t, r in self._told.tellings.get(number, ()) if t == noun}
            for before in range(number - 1, -1, -1):
                for token, relation in self._told.tellings.get(before, ()):
                    if relation in alike or token.lemma_ == noun.lemma_:
                        found = self._timing.best(token, token, relation, WELL)
                        if found is not None and found.kind in WHOLE:
                            return found
        return self._of_meeting(event, number) if event.rule in AT_THE_MEETING else None

    def _of_meeting(self, event: Event, number: int) -> DateMention | None:
        """«Un sommet s'est ouvert mardi à X. […] Parmi les présents figurent A et B.»: when the meeting was
        that was told last."""
        for before in range(number - 1, max(number - MEETING_BACK, -1), -1):
            for token, relation in self._told.tellings.get(before, ()):
                told = self._told.events.get((token.i, relation), ())
                other = told and all(t.subject.entity.id != event.subject.entity.id for t in told)
                if relation == "hosted" and not other:
                    found = self._timing.best(token, token, relation, WELL)
                    if found is not None and found.kind in WHOLE:
                        return found
        return None


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
    """The occasions told before on which it was: «lors de cette réunion», «à l'issue de cette réunion»; and
    what it brings about, «ils ont signé cet accord»."""
    for done in (event.trigger, *event.trigger.children):
        told = done == event.trigger or done.dep_ in ("obj", "nsubj:pass")
        if told and done.pos_ == "NOUN" and any(lower(c) in THIS for c in done.children):
            yield done
    for verb in dict.fromkeys((event.trigger, event.predicate, clause_of(event.trigger))):
        for at in verb.children:
            if lower(at) == "lors" or (at.pos_ == "NOUN" and case_of(at) in ON_OCCASION):
                inner = [c for c in at.children if c.pos_ == "NOUN"] if lower(at) in PARTS else []
                yield from (n for n in (at, *inner) if any(lower(c) in THIS for c in n.children))


def _is_habit(event: Event) -> bool:
    """«X lance des attaques dans le nord», «ces derniers mois»: goes on, and was not on a day."""
    verb = clause_of(event.trigger)
    if any(words in clause_text(event.trigger) for words in (" ces derniers ", " ces dernières ")):
        return True
    return verb.pos_ in VERBAL and is_present(verb) and is_finite(verb)


def _comes_after(event: Event) -> bool:
    """«À la suite de cet assaut, …»: on the same day or later."""
    verb = clause_of(event.trigger)
    return any(case_of(c) in LATER for v in {verb, event.predicate} for c in v.children)


def _shares(event: Event, other: Event) -> bool:
    """Have two events the same doer, or the same one whom they befall?"""
    if relations()[event.relation].symmetric:
        return bool(actors_of(event) & actors_of(other))
    if event.subject.entity.id == other.subject.entity.id:
        return True
    both = event.object is not None and other.object is not None
    return both and event.object.entity.id == other.object.entity.id  # type: ignore[union-attr]
