"""Articles to claims: read → mentions → parse → events → status, source, time → claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sahelgraph.extract import MODEL
from sahelgraph.extract.allied_groups import allied_groups
from sahelgraph.extract.allies import allied_members, possessed_allies
from sahelgraph.extract.belonging import (
    bracketed_kin,
    collective_members,
    founders_belong,
    from_then_on,
    joins_the_impossible,
    led_by_states,
    said_members,
)
from sahelgraph.extract.blame import Blame
from sahelgraph.extract.charges import Charges
from sahelgraph.extract.companions import with_companions
from sahelgraph.extract.composition import composed_of
from sahelgraph.extract.confidence import confidence_of
from sahelgraph.extract.consolidate import consolidate
from sahelgraph.extract.contingents import contingents
from sahelgraph.extract.counted_members import counted_members
from sahelgraph.extract.dates import DateMention, find_dates
from sahelgraph.extract.duties import duties
from sahelgraph.extract.event_status import status_of_event
from sahelgraph.extract.events import Event
from sahelgraph.extract.explaining import date_rule, redated, reference_of, rule_of
from sahelgraph.extract.fellow_members import fellow_members
from sahelgraph.extract.gapping import gapped
from sahelgraph.extract.held_guilty import held_guilty
from sahelgraph.extract.hosted_sides import hosted_sides, is_with_a_place
from sahelgraph.extract.hosting import HostingReader
from sahelgraph.extract.leaving import leavers
from sahelgraph.extract.lexicon.charges import charge_words
from sahelgraph.extract.lexicon.frames import frames
from sahelgraph.extract.lexicon.hosting import hosting_words
from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.lexicon.nouns import nouns
from sahelgraph.extract.lexicon.offices import offices
from sahelgraph.extract.lexicon.presence import presence_words
from sahelgraph.extract.lexicon.telling import telling_words
from sahelgraph.extract.lexicon.ties import ties
from sahelgraph.extract.lexicon.verbs import Verbs, verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.likewise import likewise
from sahelgraph.extract.matching import Matcher
from sahelgraph.extract.member_lists import listed_members
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.mergers import merged_are_no_allies, mergers
from sahelgraph.extract.naming import Mention
from sahelgraph.extract.not_done import (
    is_called_off,
    is_omission,
    is_only_asked,
    is_only_supposed,
    is_only_threatened,
)
from sahelgraph.extract.offices import OfficeReader
from sahelgraph.extract.ousted import without_dismissals
from sahelgraph.extract.own_state import between_two
from sahelgraph.extract.parsing import load_language, parse, prepare
from sahelgraph.extract.presence import PresenceReader
from sahelgraph.extract.reactions import reactions
from sahelgraph.extract.readiness import readiness
from sahelgraph.extract.recalled import recalled
from sahelgraph.extract.renaming import under_new_names
from sahelgraph.extract.repairs import mend
from sahelgraph.extract.reports import reported
from sahelgraph.extract.retelling import Retelling
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.sitting import sitting_members
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.threats import threats
from sahelgraph.extract.ties import TieReader
from sahelgraph.extract.timing import Timing
from sahelgraph.extract.to_come import to_come
from sahelgraph.extract.trees import Doc
from sahelgraph.extract.under_sanctions import under_sanctions
from sahelgraph.extract.version import EXTRACTOR_VERSION
from sahelgraph.ontology.actors import ActorBook, actor_book
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim, Evidence, Status
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

BATCH = 16
MEDIA = "media"
"""The actor file of those that report: they are quoted, and never «le groupe» that a text goes on about."""
WATCHING = "ngos"
"""The actor file of those that watch over human rights."""
ALLIES = "allies:"
JOINS = (
    "frame join",
    "frame readmit",
    "belonging: new member",
    "sitting: new",
    "frame sign-charter",
    "founders belong",
)


class Extractor:
    """Reads articles into claims. Made once; `model` names the spaCy pipeline that parses, and claims whose
    confidence is under `least` are left out."""

    def __init__(self, book: ActorBook | None = None, model: str = MODEL, least: float = 0.0) -> None:
        self._least = least
        self._book = book if book is not None else actor_book()
        self._nlp = load_language(model)
        self._verbs = verbs()
        self._finder = MentionFinder(self._book, name_words())
        self._matcher = Matcher(frames(), self._verbs)
        self._offices = OfficeReader(offices(), name_words(), self._book)
        words = self._verbs
        media = (a.label.fr for a in self._book.actors.values() if Path(a.place.file).stem == MEDIA)
        self._reporting = words.agencies | frozenset(media)
        watching = (a.label.fr for a in self._book.actors.values() if Path(a.place.file).stem == WATCHING)
        self._watching = word_set("reports", "watching").union(watching)
        self._known_verbs = frozenset(frames().by_verb) | words.say | words.support | words.plan | words.deny
        self._infinitives = self._known_verbs | offices().verbs | hosting_words().verbs
        self._presence = PresenceReader(presence_words())
        self._hosting = HostingReader(hosting_words(), self._matcher)
        self._ties = TieReader(ties(), self._verbs)

    def extract(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """The claims of each article, in the order of the articles, as they are read."""
        for batch in _batches(articles):
            mentions = [self._mentions(article) for article in batch]
            docs = [prepare(self._nlp, a.text, m) for a, m in zip(batch, mentions, strict=True)]
            parsed = parse(self._nlp, docs, BATCH)
            for article, found, doc in zip(batch, mentions, parsed, strict=True):
                dates = find_dates(article.text, article.date)
                mend(doc, dates, self._known_verbs, self._infinitives, self._verbs)
                yield article, self.claims_of(self.scene(doc, found, article), dates)

    def _mentions(self, article: Article) -> list[Mention]:
        """The mentions of an article's body: what stands in its front matter is no text."""
        return [m for m in self._finder.find(article.text) if m.start >= article.body_start]

    def scene(self, doc: Doc, mentions: list[Mention], article: Article) -> Scene:
        return Scene(
            doc,
            mentions,
            article,
            self._book,
            dict(self._finder.entities),
            nouns(),
            self._reporting,
            self._watching,
        )

    def events(self, scene: Scene) -> list[Event]:
        """All that the rules find in a parsed article, before status, source and time."""
        offices = list(self._offices.events(scene))
        for office in offices:
            if office.object is not None and "former" not in office.doubts:
                scene.learn_office(office.subject.entity, office.object.entity)
        events = [
            *self._matcher.events(scene),
            *offices,
            *self._hosting.events(scene),
            *self._presence.events(scene),
            *self._ties.events(scene),
            *possessed_allies(scene, ties()),
            *allied_groups(scene),
            *listed_members(scene),
            *composed_of(scene),
            *counted_members(scene),
            *said_members(scene),
            *led_by_states(scene),
            *collective_members(scene),
            *sitting_members(scene),
            *mergers(scene),
            *leavers(scene),
            *contingents(scene),
            *bracketed_kin(scene),
        ]
        events += list(fellow_members(scene, events))
        events += with_companions(scene, list(events))
        events = [e for e in events if not is_with_a_place(scene, e)]
        events += list(hosted_sides(scene, events, hosting_words()))
        events = [
            e for e in under_new_names(scene, between_two(scene, events)) if not joins_the_impossible(e)
        ]
        events = list(allied_members(scene, merged_are_no_allies(without_dismissals(events))))
        launched = [e for e in events if "frame launch" not in e.rule]
        return [*events, *founders_belong(launched)]

    def claims_of(self, scene: Scene, dates: Sequence[DateMention]) -> tuple[Claim, ...]:
        """The claims of a parsed article, in the order of the text."""
        speakers = Speakers(scene, self._verbs)  # also tells the scene who says «nous»
        timing = Timing(scene, self._verbs, dates)
        events = self.events(scene)
        events += [*gapped(scene, events, dates), *likewise(scene, events, self._verbs)]
        speakers.learn(events)
        charges = Charges.of(scene, speakers, self._verbs, charge_words())
        events += [*charges.events(), *held_guilty(scene, charges.clauses)]
        events += [*recalled(scene, events, charges.clauses), *under_sanctions(scene, charges.clauses)]
        events += [*reactions(scene, events, charges.clauses, charges.acts)]
        events += [*charges.of_attacks(events), *duties(scene, speakers, self._verbs)]
        events += reported(scene, speakers, self._verbs)
        events += threats(scene, speakers, self._verbs, frames())
        events += readiness(scene, speakers, charges.clauses)
        blame = Blame.of(events)
        tellings = [*self._matcher.tellings(scene), *self._hosting.tellings(scene)]
        retelling = Retelling(scene, timing, events, tellings, telling_words())
        found: dict[tuple[object, ...], Claim] = {}
        for event in events:
            if _is_no_claim(event, self._verbs):
                continue
            claim = blame.told(event, self._claim(scene, event, speakers, retelling, dates))
            key = (
                claim.relation,
                claim.subject.id,
                claim.object.id if claim.object else None,
                claim.evidence.start,
                claim.status,
            )
            known = found.get(key)
            if (
                known is None
                or (known.when is None and claim.when is not None)
                or claim.confidence > known.confidence
            ):
                found[key] = claim
        settled = redated(found.values(), consolidate(found.values(), scene, dates))
        sure = (claim for claim in settled if claim.confidence >= self._least)
        return tuple(sorted(sure, key=lambda c: (c.evidence.start, c.relation, c.subject.id)))

    def _claim(
        self,
        scene: Scene,
        event: Event,
        speakers: Speakers,
        retelling: Retelling,
        dates: Sequence[DateMention],
    ) -> Claim:
        status, cue = status_of_event(event, self._verbs)
        when, words = retelling.of(event, status)
        status, when = to_come(event, status, when, words, scene.article.date)
        if event.relation == "member-of" and any(j in event.rule for j in JOINS):
            when = from_then_on(when, status)
        if "former" in event.doubts:
            when = _ended(scene)
        if status is Status.PLANNED and (event.rule.startswith(ALLIES) or _goes_on(event, when, scene)):
            status, cue = Status.ASSERTED, "since before the article"
        speaker = speakers.of(event) or retelling.speaker(event, status, speakers)
        claim = Claim(
            document=scene.article.document,
            relation=event.relation,
            subject=event.subject.entity,
            object=event.object.entity if event.object else None,
            evidence=_evidence(scene, event),
            status=status,
            when=when,
            by=speaker.names if speaker else (),
            role=event.role,
            rules=(
                rule_of(event, scene),
                reference_of("subject", event.subject, scene, self._book),
                reference_of("object", event.object, scene, self._book),
                f"when: {date_rule(words, event, dates)}",
                f"status: {cue}",
                f"by: {f'{speaker.names[0]}, «{speaker.cue}»' if speaker else '-'}",
            ),
        )
        return replace(claim, confidence=confidence_of(claim))


def _is_no_claim(event: Event, verbs: Verbs) -> bool:
    """Is it only asked for, supposed, called off or left undone?"""
    return (
        is_only_asked(event, verbs)
        or is_only_supposed(event)
        or is_only_threatened(event)
        or is_called_off(event, verbs)
        or is_omission(event, verbs)
    )


def _goes_on(event: Event, when: When | None, scene: Scene) -> bool:
    """«cette force pourrait remplacer l'armée belge, qui est au Togo depuis 2014»: it is no plan."""
    day = scene.article.date
    if when is None or day is None or when.earliest_start is None or not when.edtf.endswith("/.."):
        return False
    return relations()[event.relation].kind == "state" and when.earliest_start < day


def _ended(scene: Scene) -> When | None:
    """A former office: over by the article's date, whatever date stands by."""
    if scene.article.date is None:
        return None
    return When.parse(f"../{scene.article.date.isoformat()}")


def _evidence(scene: Scene, event: Event) -> Evidence:
    """The sentence of the event, without the blanks around it."""
    sentence = event.trigger.sent
    start, end = sentence.start_char, sentence.end_char
    text = scene.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(text[start:end], start, end)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


__all__ = ["EXTRACTOR_VERSION", "Extractor", "Status"]
