"""What somebody says that others will suffer: «"Y paiera le prix de ce crime", a averti X», «X a affirmé
qu'il répondrait à l'agression de Y»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.acts import Acts
from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, direct_subjects, is_finite, is_negated, lower, obliques
from sahelgraph.extract.lexicon.frames import Frames
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.noun_arguments import NounArguments
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.relations import relations

RELATION = "threatened"
RULE = "threat: said of what comes"
SUFFER = word_set("threats", "suffer")
DEARLY = word_set("threats", "dearly")
STRIKE_BACK = word_set("threats", "strike_back")
ANSWERED = word_set("threats", "answered")
COMING = ("ra", "ront", "rons", "rai", "rait", "raient")
AT = frozenset(("à", "contre", "de", "sur"))


def threats(scene: Scene, speakers: Speakers, verbs: Verbs, frames: Frames) -> Iterator[Event]:
    """The threats of one article that are put as news of what comes, in the order of the text."""
    clauses = Clauses(scene, verbs)
    acts = Acts(scene, clauses, NounArguments(scene, clauses), frames)
    for word in scene.tokens_with(SUFFER | STRIKE_BACK):
        if word.pos_ not in VERBAL or not is_finite(word) or not lower(word).endswith(COMING):
            continue
        speaker = speakers.saying(word)
        if speaker is None or (is_negated(word) and word.lemma_ in STRIKE_BACK):
            continue
        struck = _struck(clauses, acts, word)
        for entity in speakers.voice(speaker):
            teller = Ref(entity, speaker.who, "speaker")
            own = _own(scene, entity)
            if word.lemma_ in STRIKE_BACK and not _acts_itself(clauses, word, own):
                continue
            for ref in struck:
                if ref.entity.id not in own and relations()[RELATION].allows(entity.type, ref.entity.type):
                    yield Event.at(RULE, RELATION, word, teller, ref, status=Status.ASSERTED)


def _struck(clauses: Clauses, acts: Acts, word: Token) -> list[Ref]:
    """Who is to suffer: the subject, or whose attack is answered."""
    if word.lemma_ in SUFFER:
        is_dear = any(lower(t) in DEARLY and t.pos_ not in ("DET", "ADP") for t in word.subtree)
        return clauses.actors(direct_subjects(word)) if is_dear else []
    aims = [t for case, t in obliques(word) if case in AT and t.i > word.i]
    return next((refs for t in aims if acts.scene.is_noun(t, ANSWERED) and (refs := acts.whose(t))), [])


def _acts_itself(clauses: Clauses, word: Token, own: set[str]) -> bool:
    doers = {r.entity.id for r in clauses.actors(clauses.surface_subjects(word))}
    return not doers or bool(doers & own)


def _own(scene: Scene, entity: Entity) -> set[str]:
    """Who speaks, and for whom."""
    is_person = entity.type is ActorType.PERSON
    state = scene.office_state(entity) if is_person else scene.state_of(entity)
    return {entity.id, *([state.id] if state is not None else [])}
