"""What somebody says that others must do: «"Y doit retirer ses troupes", a martelé X», «X a affirmé que Y
devait cesser le feu», «il est temps que Y se retire, estime X»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, direct_subjects, is_finite, is_passive, lower
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.trees import Token
from sahelgraph.extract.word_index import in_order
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.relations import relations

RELATION = "demanded"
MUST = "devoir"
NEEDED = "falloir"
DUTY = frozenset((MUST, NEEDED))
TIMELY = word_set("duties", "timely")
DUE = word_set("duties", "due")


def duties(scene: Scene, speakers: Speakers, verbs: Verbs) -> Iterator[Event]:
    """The demands of one article that are put as duties, in the order of the text."""
    clauses = Clauses(scene, verbs)
    needs = (token.head for token in scene.doc if token.dep_ == "cop")
    for word in in_order((*scene.tokens_with(DUTY), *needs)):
        deed = _due(word)
        speaker = speakers.saying(word) if deed is not None else None
        if deed is None or speaker is None:
            continue
        is_expected = lower(word).endswith(("rait", "raient"))  # «devraient se voir mardi»
        if (speaker.verb < 0 or is_expected) and not speakers.is_quoted(word):
            continue
        bound = clauses.actors(direct_subjects(deed) or direct_subjects(word))
        for entity in speakers.voice(speaker):
            asker = Ref(entity, speaker.who, "speaker")
            yield from _asked(scene, word, asker, bound)


def _due(word: Token) -> Token | None:
    """What a word says that must be done: the infinitive under «devoir», the clause under «il faut que»."""
    if word.pos_ not in VERBAL and lower(word) not in TIMELY:
        return None
    under = [c for c in word.children if c.pos_ in VERBAL and c.i > word.i]
    if word.lemma_ == MUST and is_finite(word):  # «a dû partir» is done
        deeds = [c for c in under if c.dep_ == "xcomp" and "VerbForm=Inf" in str(c.morph)]
    elif word.lemma_ == NEEDED or any(c.dep_ == "cop" for c in word.children):
        deeds = [c for c in under if c.dep_ in ("ccomp", "csubj", "acl") and direct_subjects(c)]
    else:
        return None
    return next((d for d in deeds if d.lemma_ not in DUE and not is_passive(d)), None)


def _asked(scene: Scene, word: Token, asker: Ref, bound: list[Ref]) -> Iterator[Event]:
    relation = relations()[RELATION]
    person = asker.entity.type is ActorType.PERSON
    state = scene.office_state(asker.entity) if person else scene.state_of(asker.entity)
    own = {asker.entity.id, *([state.id] if state is not None else [])}
    for ref in bound:
        if ref.entity.id not in own and relation.allows(asker.entity.type, ref.entity.type):
            yield Event.at("duty: said of others", RELATION, word, asker, ref, status=Status.ASSERTED)
