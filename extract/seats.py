"""Where somebody has a seat or bases: «dont le siège est à Abuja», «une base de la Minusca, à Bria»,
«le Togo abrite le secrétariat de la ligue», «Goma, qui abrite le quartier général du M23».
"""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.forces import Forces
from sahelgraph.extract.grammar import VERBAL, direct_subjects, linear_case, lower, verb_over
from sahelgraph.extract.holding import is_struck_base
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.said_of import by_possessive
from sahelgraph.extract.scene import GROUPS, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

SEATS = word_set("seats", "seats")
STRONGHOLDS = word_set("seats", "strongholds")
BEFORE_STRONGHOLD = word_set("seats", "before_stronghold")
CHIEFS = ("chef", "chefs", "cheffe", "cheffes")
KEEPING = word_set("seats", "keeping")
HOSTING = ("accueillir", "abriter", "héberger")
HOSTS = (ActorType.STATE, ActorType.PLACE)
ONE = ("siège", "secrétariat", "quartier", "qg")
"""There is but one of these: «au siège de X à A, à B et à C» is a tour."""
AT = frozenset(("à", "a", "en", "dans", "au"))
BEHIND = 8
REACH = 14
FAR = 25


def seats(scene: Scene, forces: Forces) -> Iterator[Event]:
    """The seats and bases of an article with whose they are and where."""
    for token in scene.tokens_with(SEATS):
        if token.pos_ not in ("NOUN", "PROPN") or not scene.is_noun(token, SEATS):
            continue
        if token.i > 1 and lower(token.nbor(-2)) in CHIEFS:
            continue  # «les chefs d'état-major de X»
        if lower(token) == "quartier" and lower(token.doc[min(token.i + 1, len(token.doc) - 1)]) != "général":
            continue
        owners = _owners(scene, forces, token)
        if scene.is_noun(token, ("camp",)) or is_struck_base(token):
            owners = [r for r in owners if r.entity.type is ActorType.ARMED_GROUP]
        for place in _places(scene, token) if owners else ():
            for owner in owners:
                state = scene.state_of(place.entity)
                if place.entity.id != owner.entity.id and (state is None or state.id != owner.entity.id):
                    yield Event.at("seat: place", "based-in", token, owner, place)


def strongholds(scene: Scene) -> Iterator[Event]:
    """«…, sur l'île de Zima, son bastion», «Zima, l'un des fiefs du Front X»: a place of which the words
    behind the comma say whose it is."""
    for token in scene.tokens_with(STRONGHOLDS):
        if token.pos_ != "NOUN" or not scene.is_noun(token, STRONGHOLDS):
            continue
        comma = token.i - 1
        while comma > token.sent.start and lower(token.doc[comma]) in BEFORE_STRONGHOLD:
            comma -= 1
        if comma <= token.sent.start or token.doc[comma].text != ",":
            continue
        places = scene.places(token.doc[comma - 1])
        for owner in (_named_behind(scene, token) or by_possessive(scene, token)) if places else ():
            if owner.entity.type is ActorType.ARMED_GROUP:
                yield Event.at("seat: stronghold", "based-in", token, owner, places[0])


def _named_behind(scene: Scene, noun: Token) -> list[Ref]:
    for later in noun.doc[noun.i + 1 : min(noun.i + BEHIND, noun.sent.end)]:
        if later.pos_ in VERBAL or later.text in ",;:(":
            break
        if (refs := scene.actors(later)) and linear_case(later) == "de":
            return refs
    return []


def _owners(scene: Scene, forces: Forces, seat: Token) -> list[Ref]:
    for later in seat.doc[seat.i + 1 : min(seat.i + BEHIND, seat.sent.end)]:
        if later.pos_ in VERBAL or later.text in ",;:(":
            break
        for mention in scene.mentions_at(later):
            if mention.entity.type in GROUPS and linear_case(later) == "de":
                return [Ref(mention.entity, later.i, "name")]
            if scene.is_noun(later.head, scene.nouns.generic):
                continue  # «une base des rebelles tchadiens» is not the State's
            if mention.kind is Kind.DEMONYM and scene.is_noun(seat, ("qg", "base")):
                return [Ref(mention.entity, later.i, "adjective")]
    for index in range(seat.i - 1, max(seat.sent.start - 1, seat.i - BEHIND), -1):
        if lower(seat.doc[index]) == "dont":
            for before in range(index - 1, max(seat.sent.start - 1, index - BEHIND), -1):
                token = seat.doc[before]
                refs = [r for r in scene.actors(token) if r.entity.type in GROUPS] or forces.at(token)
                if refs:
                    return refs[:1]
            return _spoken_of(scene, seat)
    over = verb_over(seat)
    if over is not None and over[0].lemma_ in KEEPING and over[1] != "subject":
        subjects = [r for t in direct_subjects(over[0]) for r in scene.actors(t)]
        if groups := [r for r in subjects if r.entity.type in GROUPS]:
            return groups
    if (act := _setting_out(seat)) is not None:
        return [r for t in act for r in scene.actors(t) if r.entity.type in GROUPS]
    if seat.i > seat.sent.start and lower(seat.nbor(-1)) in ("son", "sa", "leur"):
        return _spoken_of(scene, seat)
    return []


def _setting_out(base: Token) -> list[Token] | None:
    """«X lance des raids à partir de ses bases en Y», «depuis une base en Y»: who acts; None elsewhere."""
    doc, start = base.doc, base.sent.start
    index = base.i - 1
    while index > start and doc[index].pos_ in ("DET", "ADJ", "NUM"):
        index -= 1
    if index > start + 1 and lower(doc[index]) in ("de", "des", "d'") and lower(doc[index - 1]) == "partir":
        index -= 1
    elif lower(doc[index]) != "depuis":
        return None
    verbs = (t for t in reversed(doc[start:index]) if t.pos_ == "VERB" and lower(t) != "partir")
    verb = next(verbs, None)
    return None if verb is None else [t.head.head if lower(t) == "qui" else t for t in direct_subjects(verb)]


def _spoken_of(scene: Scene, seat: Token) -> list[Ref]:
    """«Son siège est à R»: of the organisation that the sentence before names first."""
    found: list[Ref] = []
    for ref in scene.mentioned_before(seat, FAR):
        if ref.entity.type is ActorType.ARMED_GROUP:
            break
        if ref.entity.type is ActorType.ORGANISATION and ref.how != Kind.BODY.value:
            if found and scene.doc[ref.token].sent is not scene.doc[found[0].token].sent:
                break
            found = [ref]
    return [Ref(r.entity, seat.i, "anaphor") for r in found]


def _places(scene: Scene, seat: Token) -> list[Ref]:
    for index in range(seat.i - 1, max(seat.sent.start - 1, seat.i - BEHIND), -1):
        if seat.doc[index].lemma_ in HOSTING:
            for before in range(index - 1, max(seat.sent.start - 1, index - BEHIND), -1):
                hosts = [m for m in scene.mentions_at(seat.doc[before]) if m.entity.type in HOSTS]
                if hosts and hosts[0].kind is not Kind.DEMONYM:
                    return [Ref(hosts[0].entity, before, "name")]
    words = seat.doc[max(seat.sent.start, seat.i - BEHIND) : seat.i]
    where = next((t for t in words if lower(t) == "où"), None)
    for named in reversed(seat.doc[max(seat.sent.start, where.i - 2) : where.i]) if where else ():
        if refs := scene.places(named):
            return refs  # «dans la vallée de Z, où X dispose de camps»
    for later in seat.doc[seat.i + 1 : min(seat.i + REACH, seat.sent.end)]:
        if later.text in ";:":
            return []
        if linear_case(later) in AT and (refs := scene.places(later)):
            found = [r for r in refs if r.how != "collective"]
            return found[:1] if lower(seat) in ONE else found
    return []
