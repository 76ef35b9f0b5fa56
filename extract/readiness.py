"""Who threatens others without a verb for it: «X est prêt à frapper Y», «X n'exclut pas de recourir à la
force contre Y», «la menace de X d'envahir Y», «en menaçant d'attaquer Y, X …»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.arguments import states_of_places, without_places
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    direct_subjects,
    is_negated,
    is_pronominal,
    linear_case,
    lower,
    obliques,
)
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.said_of import by_adjective, by_possessive
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.relations import relations

RELATION = "threatened"
RULE = "threat: readiness"
READY = "prêt"
MENACE = "menace"
MENACING = "menaçant"
EXCLUDE = "exclure"
RESERVE = "réserver"
KEEPING_OPEN = frozenset((READY, EXCLUDE, RESERVE))
STRIKING = word_set("readiness", "striking")
USING = word_set("readiness", "using")
MEANS = word_set("readiness", "means")
RECOURSE = word_set("readiness", "recourse")
STOPS = frozenset((",", ";", ":", ".", "(", "si", "s'", "après", "pour", "où", "qui"))
AHEAD = 12
NEAR = 4


def readiness(scene: Scene, speakers: Speakers, clauses: Clauses) -> Iterator[Event]:
    """The threats of one article that are put as readiness or named by a noun, in the order of the text."""
    for word in scene.tokens_with(KEEPING_OPEN, {MENACE, MENACING}):
        deed = _deed(word)
        if deed is None or (word.lemma_ in KEEPING_OPEN and not _is_violent(scene, deed)):
            continue
        if is_negated(word) != (word.lemma_ == EXCLUDE):
            continue
        struck = _struck(scene, deed)
        for doer in _threatening(scene, speakers, clauses, word):
            own = _own(scene, doer.entity)
            for ref in struck:
                if ref.entity.id not in own and relations()[RELATION].allows(
                    doer.entity.type, ref.entity.type
                ):
                    yield Event.at(RULE, RELATION, word, doer, ref, status=Status.ASSERTED)


def _deed(word: Token) -> Token | None:
    """The infinitive behind a word: «prêt à frapper», «les menaces de X d'envahir»."""
    if word.lemma_ == MENACE and word.pos_ != "NOUN":
        return None
    if lower(word) == MENACING and word.pos_ in VERBAL:
        return None  # the frames read it
    reach = NEAR if word.lemma_ in (READY, EXCLUDE) or lower(word) == MENACING else AHEAD
    if word.lemma_ == RESERVE and not is_pronominal(word):
        return None  # «se réserve le droit de»
    for token in word.doc[word.i + 1 : min(word.i + reach, word.sent.end)]:
        if word.lemma_ == EXCLUDE and token.pos_ == "NOUN" and token.lemma_ in RECOURSE:
            return token  # «n'exclut pas un recours à la force contre»
        if token.pos_ in VERBAL and "VerbForm=Inf" in str(token.morph):
            return (
                token
                if linear_case(token) in ("à", "de") or lower(token.nbor(-1)) in ("à", "de", "d'")
                else None
            )
        if token.text in STOPS:
            return None
    return None


def _is_violent(scene: Scene, deed: Token) -> bool:
    """«prêt à frapper», «prêt à recourir à la force», but not «prêt à négocier»."""
    if deed.lemma_ in STRIKING or deed.pos_ not in VERBAL:
        return True
    if deed.lemma_ not in USING:
        return False
    behind = deed.doc[deed.i + 1 : min(deed.i + AHEAD, deed.sent.end)]
    return any(t.pos_ == "NOUN" and scene.is_noun(t, MEANS) for t in behind)


def _struck(scene: Scene, deed: Token) -> list[Ref]:
    """Against whom: who is named behind the infinitive, «contre Y» before others, before its clause ends."""
    named: list[Token] = []
    for token in deed.doc[deed.i + 1 : min(deed.i + AHEAD, deed.sent.end)]:
        if lower(token) in STOPS:
            break
        if scene.mentions_at(token) or token.pos_ == "NOUN":
            named.append(token)
    against = [t for t in named if linear_case(t) == "contre"]
    for token in (*against, *(named if deed.pos_ in VERBAL else ())):
        refs = without_places(scene.actors(token)) or states_of_places(scene, scene.places(token))
        if refs := [r for r in refs if r.entity.type is not ActorType.PLACE]:
            return refs
    return []


def _threatening(scene: Scene, speakers: Speakers, clauses: Clauses, word: Token) -> list[Ref]:
    if word.lemma_ == MENACE:
        behind = (c for case, c in obliques(word) if case in ("de", "par") and c.pos_ not in VERBAL)
        return clauses.first_actors(behind) or by_adjective(scene, word) or by_possessive(scene, word)
    if lower(word) == MENACING:
        return _behind_gerund(scene, word)
    doers = clauses.doers(word) if word.pos_ in VERBAL else clauses.actors(direct_subjects(word))
    if not doers and word.dep_ == "xcomp":
        doers = clauses.doers(word.head)  # «se dit prêt»
    speaker = speakers.saying(word)
    if not doers and speaker is not None:
        doers = [Ref(e, speaker.who, "speaker") for e in speakers.voice(speaker)]
    return doers


def _behind_gerund(scene: Scene, gerund: Token) -> list[Ref]:
    """«En menaçant de …, X a …»: who is named right behind the comma, where the gerund opens a clause."""
    if lower(gerund.nbor(-1)) != "en":
        return []
    comma = next((t for t in gerund.doc[gerund.i : gerund.sent.end] if t.text == ","), None)
    if comma is None:
        return []
    for token in comma.doc[comma.i + 1 : min(comma.i + NEAR, comma.sent.end)]:
        if token.pos_ == "ADP":
            return []
        if refs := without_places(scene.actors(token)):
            return refs
    return []


def _own(scene: Scene, entity: Entity) -> set[str]:
    """Who threatens, and for whom."""
    is_person = entity.type is ActorType.PERSON
    state = scene.office_state(entity) if is_person else scene.state_of(entity)
    return {entity.id, *([state.id] if state is not None else [])}
