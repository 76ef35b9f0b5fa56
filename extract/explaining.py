"""How a claim came about, in lines that lead back to the words of the article and to lines of data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.events import Event
from sahelgraph.extract.lexicon.loading import PACKAGE, within_package
from sahelgraph.extract.naming import NEW, Mention
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import Claim

LEXICON = "extract/lexicon"
LEXICONS = {
    "office": f"{LEXICON}/offices.toml",
    "hosting": f"{LEXICON}/hosting.toml",
    "presence": f"{LEXICON}/presence.toml",
}
"""Where the words of a mechanism stand, by the first word of its rules."""
MODULES = {
    "belonging": "extract/belonging.py",
    "charge": "extract/charges.py",
    "duty": "extract/duties.py",
    "kinship": "extract/kinship.py",
    "seat": "extract/seats.py",
    "sitting": "extract/sitting.py",
    "merger": "extract/mergers.py",
    "leaving": "extract/leaving.py",
    "composition": "extract/composition.py",
}
OVERRULED = "when: by other sentences (extract/consolidate.py, extract/office_dates.py)"


def rule_of(event: Event, scene: Scene) -> str:
    """«rule: frame attack (extract/lexicon/frames/conflict.toml:12), at «a attaqué»»."""
    mechanism = event.rule.split(":")[0]
    source = ""
    if mechanism in LEXICONS:
        source = f" ({_line_of(LEXICONS[mechanism], scene.noun_forms(event.trigger))})"
    elif mechanism in MODULES:
        source = f" ({MODULES[mechanism]})"
    doubts = f"; weak: {', '.join(sorted(event.doubts))}" if event.doubts else ""
    return f"rule: {event.rule}{source}, at «{event.trigger.text}»{doubts}"


def reference_of(part: str, ref: Ref | None, scene: Scene, book: ActorBook) -> str:
    """«subject: pronoun, «ils» (112); named «les rebelles» (40); seeds/actors/groups/mali.yaml:7»: how the
    subject or object was found, in which words, and where the name is known from."""
    if ref is None:
        return f"{part}: -"
    token = scene.doc[ref.token]
    named = _mention_at(token, ref, scene) or _mention_before(token, ref, scene)
    steps = [f"{ref.how}, «{token.text}» ({token.idx})"]
    if named is not None and named.start != token.idx:
        steps.append(f"named «{named.text}» ({named.start})")
    kind = f"{named.kind} of " if named is not None else ""
    if ref.entity.id in book:
        steps.append(f"{kind}{ref.entity.id}, {within_package(book[ref.entity.id].place)}")
    elif ref.entity.id.startswith(NEW):
        steps.append(f"{kind}a name that no actor file has")
    return f"{part}: {'; '.join(steps)}"


def date_rule(words: str, event: Event, dates: Sequence[DateMention]) -> str:
    """«en 2017» (88), since, year, of the article's date»: the words of a date and how they were read."""
    sentence = event.trigger.sent
    for date in dates:
        if date.text == words and sentence.start_char <= date.start < sentence.end_char:
            return f"«{words}» ({date.start}), {date.kind}, by {date.anchored}"
    return words or "-"


def redated(before: Iterable[Claim], after: Iterable[Claim]) -> list[Claim]:
    """The claims after what the rest of the article says of their dates, those whose date it changed told
    apart."""
    known = {_identity(claim): claim.when for claim in before}
    told = []
    for claim in after:
        if claim.when != known.get(_identity(claim), claim.when):
            rules = tuple(OVERRULED if rule.startswith("when: ") else rule for rule in claim.rules)
            claim = replace(claim, rules=rules)
        told.append(claim)
    return told


def _identity(claim: Claim) -> tuple[object, ...]:
    object_id = claim.object.id if claim.object else None
    return claim.relation, claim.subject.id, object_id, claim.evidence.start, claim.status


def _mention_at(token: Token, ref: Ref, scene: Scene) -> Mention | None:
    return next((m for m in scene.mentions_at(token) if m.entity.id == ref.entity.id), None)


def _mention_before(token: Token, ref: Ref, scene: Scene) -> Mention | None:
    """The last mention of the actor before a word, else the first one behind it."""
    own = [m for m in scene.mentions if m.entity.id == ref.entity.id]
    earlier = [m for m in own if m.start <= token.idx]
    return earlier[-1] if earlier else next(iter(own), None)


def _line_of(file: str, words: tuple[str, ...]) -> str:
    """The first line of a file of the package on which one of the words stands in quotes, else the file."""
    lines = _lines(PACKAGE / file)
    for word in words:
        quoted = re.compile(rf'"(?:[^"]* )?{re.escape(word)}(?: [^"]*)?"', re.IGNORECASE)
        for number, line in enumerate(lines, start=1):
            if not line.startswith("#") and quoted.search(line):
                return f"{file}:{number}"
    return file


@cache
def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").splitlines())
