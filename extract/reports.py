"""What somebody says that others have done to civilians: «Selon Amnesty International, l'armée de X a exécuté
vingt villageois», «X affirme que les soldats de Y ont bombardé un hôpital»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.clauses import Clauses
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import VERBAL, is_negated, is_passive, obliques
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.refs import Ref
from sahelgraph.extract.scene import Scene
from sahelgraph.extract.speakers import Speakers
from sahelgraph.extract.speech import Speaker
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Entity, Status
from sahelgraph.ontology.relations import relations

RELATION = "accused"
DESCRIBING = frozenset(("acl", "acl:relcl", "amod"))
DEEDS = word_set("reports", "deeds")
CIVILIANS = word_set("reports", "civilians")


def reported(scene: Scene, speakers: Speakers, verbs: Verbs) -> Iterator[Event]:
    """The accusations of one article that are put as news of such deeds, in the order of the text. Those who
    watch over human rights accuse States and armed groups, others only States that are not theirs."""
    clauses = Clauses(scene, verbs)
    for word in scene.tokens_with(DEEDS):
        if word.pos_ not in VERBAL or is_negated(word) or word.dep_ in DESCRIBING:
            continue
        speaker = speakers.saying(word)
        if speaker is None or _is_doubted(speaker, word, verbs) or not _hits_civilians(scene, clauses, word):
            continue
        done_by = clauses.doers(word)
        for accuser in speakers.voice(speaker):
            for ref in done_by:
                if _accuses(scene, accuser, ref.entity, accuser.label in scene.watching):
                    teller = Ref(accuser, speaker.who, "speaker")
                    yield Event.at(
                        "report: of harm to civilians", RELATION, word, teller, ref, status=Status.ASSERTED
                    )


def _is_doubted(speaker: Speaker, word: Token, verbs: Verbs) -> bool:
    """«X dément que Y ait tué», «X affirme avoir tué»: no accusation."""
    verb = word.doc[speaker.verb] if speaker.verb >= 0 else None
    if verb is None:
        return False
    return (
        verb.lemma_ in verbs.deny | verbs.ask
        or is_negated(verb)
        or (word.dep_ == "xcomp" and word.head == verb)
    )


def _hits_civilians(scene: Scene, clauses: Clauses, deed: Token) -> bool:
    """«a tué douze civils», «une dizaine de villageois ont été abattus», «a bombardé un hôpital»."""
    struck = clauses.surface_subjects(deed) if is_passive(deed) else clauses.logical_objects(deed)
    counted = [c for t in struck for case, c in obliques(t) if case == "de"]
    described = [c for t in struck for c in t.children if c.dep_ in ("amod", "nmod")]
    return any(scene.is_noun(t, CIVILIANS) or t.lemma_ in CIVILIANS for t in (*struck, *counted, *described))


def _accuses(scene: Scene, accuser: Entity, doer: Entity, watches: bool) -> bool:
    if not relations()[RELATION].allows(accuser.type, doer.type) or doer.type is ActorType.PERSON:
        return False
    state = scene.office_state(accuser) if accuser.type is ActorType.PERSON else scene.state_of(accuser)
    if doer.id in (accuser.id, state.id if state is not None else ""):
        return False
    return watches or doer.type is ActorType.STATE
