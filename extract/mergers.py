"""Foundings as texts tell them by the order of words: «A et B ont signé le traité qui crée X», «A, B et C ont
annoncé leur fusion sous le nom de X», «A fonde avec d'autres X», «A s'est uni à B pour former X», «X est né
de l'alliance de A et de B».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    clause_of,
    direct_subjects,
    first_conjunct,
    has_auxiliary,
    has_avoir,
    is_denied_nearby,
    is_finite,
    linear_case,
    lower,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.refs import MEMBERS
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

SIGNING = word_set("mergers", "signing")
DEEDS = word_set("mergers", "deeds")
FOUNDING = re.compile(
    r"(?:crée|créent|créant|créait|fonde|fondent|fondant|institue|instituent|instituant|instaure|instaurant"
    r"|établit|établissant|constitue|constituant|création|fondation|naissance|institution)"
)
FORMING = re.compile(r"(?:former|fonder|créer|constituer|composer|naissance|devenir|bâtir|lancer)")
MERGER = re.compile(r"(?:fusion|unification|regroupement|rapprochement|union)")
FOUNDED_BY = re.compile(r"(?:fond|cofond|cré|constitu|institu)ée?s?")
BY_REACH = 6
SAYING = word_set("mergers", "saying")
UNION = word_set("mergers", "union")
BORN = re.compile(
    r"(?:née?|issue?|fondée?|créée?|formée?|constituée?|composée?|naît|naquit|résulte|résultant|provient|fruit"
    r"|produit|résultat|nés)"
)
UNITED = re.compile(r"(?:uni|allié|associé|coalisé|fusionné|regroupé|rassemblé|fédéré)e?s?")
UNITING = word_set("mergers", "uniting")
NEW_NAME = word_set("mergers", "new_name")
FOUND = word_set("mergers", "found")
PARTNERS = word_set("mergers", "partners")
TOLD = re.compile(f"{FOUNDED_BY.pattern}|{UNITED.pattern}")
NEW = ("nouveau", "nouvelle", "nouvel")
CALLED = 14
REACH = 12
AHEAD = 26
BACK = 40


def mergers(scene: Scene) -> Iterator[Event]:
    """Who founded what in an article, with the creation itself."""
    for token in scene.tokens_with(UNION, SIGNING, SAYING, UNITING, FOUND, like=TOLD):
        if scene.is_noun(token, UNION):
            yield from _born_of(scene, token)
        if FOUNDED_BY.fullmatch(lower(token)):
            yield from _fronted(scene, token)
        told = _told_by(token)
        if told is not None and not is_denied_nearby(token):
            yield from told(scene, token)


def _fronted(scene: Scene, participle: Token) -> Iterator[Event]:
    """«Fondée en 1990 par A, B et C, l'alliance X …»."""
    doc, sentence = participle.doc, participle.sent
    opening = doc[sentence.start : participle.i]
    near = doc[participle.i + 1 : min(participle.i + BY_REACH, sentence.end)]
    by = next((t for t in near if lower(t) == "par"), None)
    if by is None or any(t.pos_ != "ADV" and not t.is_space for t in opening):
        return
    named = scene.mention_tokens(by.i + 1, sentence.end)
    if not named:
        return
    first, mention = named[0]
    founders = scene.list_around(first) or [Ref(mention.entity, first.i, "name")]
    founders = [r for r in founders if r.entity.type in MEMBERS | {ActorType.PERSON}]
    last = max((r.token for r in founders), default=sentence.end)
    founded = next(((t, m) for t, m in named if t.i > last and m.kind is not Kind.DEMONYM), None)
    if founded is None or founded[1].entity.type not in GROUPS or linear_case(founded[0]):
        return
    between = doc[last + 1 : founded[0].i]
    if not len(between) or between[0].text != "," or any(t.pos_ in VERBAL for t in between):
        return
    target = Ref(founded[1].entity, founded[0].i, "name")
    yield Event.at("merger: fronted", "created", participle, target, None)
    for founder in founders:
        yield Event.at("merger: fronted", "founded", participle, founder, target)


def _told_by(word: Token) -> Callable[[Scene, Token], Iterator[Event]] | None:
    """What to look for around a word."""
    verbal = word.pos_ in VERBAL
    if verbal and word.lemma_ in SIGNING:
        return _signed
    if (verbal and (word.lemma_ in SAYING or word.lemma_ in UNITING)) or _has_united(word):
        return _merged
    return _with_partners if verbal and word.lemma_ in FOUND else None


def merged_are_no_allies(events: Iterable[Event]) -> Iterator[Event]:
    """Who founds a group together in a sentence, or makes it up, is not said to be an ally there as well."""
    events = list(events)
    founders: dict[int, set[str]] = {}
    for event in events:
        if event.relation == "founded" or event.rule.startswith(("composition", "belonging: list")):
            founders.setdefault(event.trigger.sent.start, set()).add(event.subject.entity.id)
    for event in events:
        together = founders.get(event.trigger.sent.start, ())
        sides = {ref.entity.id for ref in (event.subject, event.object) if ref is not None}
        if event.relation != "allied-with" or not sides <= set(together):
            yield event


def _signed(scene: Scene, verb: Token) -> Iterator[Event]:
    """«A et B ont signé à R le traité qui crée X», «… la charte portant création de X»."""
    deed = None
    for later in verb.doc[verb.i + 1 : min(verb.i + AHEAD, verb.sent.end)]:
        if scene.is_noun(later, DEEDS):
            deed = later
        elif deed is not None and later.i - deed.i <= REACH and FOUNDING.fullmatch(lower(later)):
            founders = [r for t in direct_subjects(verb) for r in scene.actors(t)]
            yield from _founded("signed", verb, founders, _named_behind(scene, later))
            return


def _merged(scene: Scene, verb: Token) -> Iterator[Event]:
    """«A et B ont annoncé leur fusion au sein de X», «A et B ont fusionné pour former X»."""
    first = first_conjunct(verb)
    if first is not verb and not direct_subjects(verb):  # «A s'est séparé de C, puis s'est uni à B»
        founders = [r for t in direct_subjects(first) for r in scene.actors(t)]
    else:
        founders = _all_before(scene, verb)
    new: Ref | None = None
    is_merger = verb.lemma_ in UNITING or _has_united(verb)
    for later in verb.doc[verb.i + 1 : min(verb.i + AHEAD, verb.sent.end)]:
        word = lower(later)
        if later.text in ";:":
            break
        if MERGER.fullmatch(word) and lower(later.nbor(-1)) == "leur":
            is_merger = True
        elif is_merger and (word in NEW_NAME or FORMING.fullmatch(word)):
            new = _named_behind(scene, later)
            break
        elif is_merger and linear_case(later) in ("à", "avec"):
            founders += scene.names_at(later)
    if not is_merger:
        return
    if new is None and verb.lemma_ in SAYING:
        new = _made_known(scene, verb)
    if len({r.entity.id for r in founders}) > 1:
        yield from _founded("merged", verb, founders, new)


def _has_united(word: Token) -> bool:
    """«s'est uni», which the parser takes for an adjective."""
    return word.pos_ == "ADJ" and UNITED.fullmatch(lower(word)) is not None and has_auxiliary(word)


def _born_of(scene: Scene, union: Token) -> Iterator[Event]:
    """«X, né en 2010 de la fusion de A et de B», «X est le fruit d'une alliance entre A et B»."""
    doc, start = union.doc, union.sent.start
    born = next(
        (t for t in reversed(doc[max(start, union.i - REACH) : union.i]) if BORN.fullmatch(lower(t))), None
    )
    if born is None or any(scene.mentions_at(t) for t in doc[born.i + 1 : union.i]):
        return
    if has_avoir(born):
        return  # «A, soutenu par B, a formé une coalition»
    new = next((r for r in scene.mentioned_before(born, REACH) if r.token >= start), None)
    if new is None or new.entity.type not in GROUPS or linear_case(doc[new.token]):
        return
    founders: list[Ref] = []
    for later in doc[union.i + 1 : min(union.i + BACK, union.sent.end)]:
        if later.text in ".;:" or is_finite(later):
            break
        if mentions := scene.mentions_at(later):
            if not founders and linear_case(later) not in ("de", "entre"):
                return
            listed = scene.list_around(later)
            founders += listed or [
                Ref(m.entity, later.i, "name") for m in mentions if m.kind is not Kind.DEMONYM
            ]
        elif founders and later.text == ",":
            break
    yield from _founded("born", born, founders, new)


def _with_partners(scene: Scene, verb: Token) -> Iterator[Event]:
    """«A fonde avec d'autres X», «A et B ont créé, avec C, X»."""
    if verb.i + 2 >= verb.sent.end or "avec" not in [
        lower(t) for t in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
    ]:
        return
    company: list[Ref] = []
    for later in verb.doc[verb.i + 1 : min(verb.i + AHEAD, verb.sent.end)]:
        mentions = scene.mentions_at(later)
        organised = [m for m in mentions if m.entity.type in GROUPS and lower(later.nbor(-1)) != "avec"]
        if organised:
            founders = [r for t in direct_subjects(verb) for r in scene.actors(t)]
            founders = [*founders, *_all_before(scene, verb), *company]
            yield from _founded("partners", verb, founders, Ref(organised[0].entity, later.i, "name"))
            return
        if mentions:
            company += [Ref(m.entity, later.i, "name") for m in mentions]
        elif not _is_small(later):
            return


def _is_small(token: Token) -> bool:
    """Other partners, a date, a sign."""
    if lower(token) in PARTNERS or token.pos_ in ("NUM", "PUNCT", "CCONJ"):
        return True
    return token.dep_ in ("obl:mod", "nmod") and token.pos_ == "NOUN" and linear_case(token) in ("en", "")


def _founded(how: str, verb: Token, founders: Iterable[Ref], new: Ref | None) -> Iterator[Event]:
    if new is None:
        return
    rule = f"merger: {how}"
    armed = new.entity.type is ActorType.ARMED_GROUP
    may_found = MEMBERS - {ActorType.STATE} if armed else MEMBERS
    found = {r.entity.id: r for r in founders if r.entity.type in may_found and r.entity.id != new.entity.id}
    if found:
        yield Event(rule, "created", verb, clause_of(verb), new, None)
    for ref in found.values():
        yield Event(rule, "founded", verb, clause_of(verb), ref, new)


def _named_behind(scene: Scene, token: Token) -> Ref | None:
    """The organisation or group named first behind a word."""
    for later in token.doc[token.i + 1 : min(token.i + REACH // 2, token.sent.end)]:
        for mention in scene.mentions_at(later):
            return Ref(mention.entity, later.i, "name") if mention.entity.type in GROUPS else None
        if later.text in ",;:.":
            return None
    return None


def _all_before(scene: Scene, verb: Token) -> list[Ref]:
    """Who is named in the clause before a verb, places and nationalities aside."""
    found: list[Ref] = []
    for earlier in reversed(verb.doc[max(verb.sent.start, verb.i - BACK) : verb.i]):
        if earlier.text in ";:":
            break
        if earlier.pos_ == "VERB" and earlier.i < verb.i - 1:
            if is_finite(earlier) or has_auxiliary(earlier):
                break
            closing = next((t.i for t in verb.doc[earlier.i : verb.i] if t.text == ","), verb.i)
            found = [r for r in found if r.token > closing]  # «A, né d'une scission de C, et B ont fusionné»
        if linear_case(earlier) in ("à", "en", "dans", "selon", "contre"):
            continue
        found += [
            Ref(m.entity, earlier.i, "name")
            for m in scene.mentions_at(earlier)
            if m.entity.type in MEMBERS and m.kind is not Kind.DEMONYM
        ]
    return found


def _made_known(scene: Scene, verb: Token) -> Ref | None:
    """«une nouvelle alliance, X»: the group that the words before present as new."""
    for ref in scene.mentioned_before(scene.doc[verb.sent.start], BACK):
        if ref.entity.type in GROUPS:
            before = scene.doc[max(0, ref.token - CALLED) : ref.token]
            if any(lower(t) in NEW for t in before):
                return Ref(ref.entity, verb.i, "anaphor")
    return None
