"""Frames: which words state which relation, and where its subject and object stand. Data: frames/*.toml.

Keys of a [[frame]]:

id, relation     its name, unique, and the relation that it states
verbs            infinitives; «se …» only pronominal use; words joined by a blank must stand together
subject, object  where the verb's arguments are, the first that fits counts: "subject", "object" (as in the
                 active voice), "surface" (the subject whatever the voice), "place", "attribute" (what it
                 becomes), "attack" (who carries out the attack that the clause names), "captor" (who holds
                 them, as told elsewhere), or a preposition;
                 default: subject ["subject"], object ["object"]
nouns            nouns in the singular that state it
noun_subject, noun_object, noun_mutual
                 prepositions before the noun's arguments; "place"; "self" (the noun's own actor: «soldats
                 français»); "is" (what the noun is said of); "subject" (of the verb over the noun);
                 "place-subject" (the owner of the place that is it); "attack" (who did the attack named
                 beside it); "victims" (whose people or forces are counted behind it);
                 in noun_mutual also "adjective" (of two nationalities: «les forces franco-maliennes») and
                 "adjectives" (each of its own: «des armées belge et danoise»)
adjective        what an adjective of nationality or possessive on the noun is: "subject", "object", "none"
with             words of which one must stand close by, for strict_verbs or, without these, for all verbs
without          words of which none may stand close by
dated            verbs that count only with a year close by: «apparu en 2009», not «apparu affaibli»
nouns_with       the same for nouns, «anti-» for any word that begins so
nouns_under      verbs under one of which the noun must stand
nouns_without    words that may not stand behind the noun, nor over it: «guerre froide», «crimes de guerre»
lasting          what goes on, and is never taken up as one act that another sentence tells: «la guerre»
takes            nouns of which one must be the object, unless a place is: «prendre la ville»
through          nouns between the verb and a prepositional argument: «signer la charte de l'AES»
subjects, objects  actor types that are let in; default: those that the relation allows
mutual           two or more subjects do it with each other
counted          only where a number counts the subjects, named before: «les deux hommes ont parlé de X»
both_ways        what one side does to the other, the other does to it: «échanger des tirs avec X»
predicative      the noun is said of somebody: «X, membre de Y»
default_subject  where nobody is named: "state", the one that the article is about; "clause", who acts in the
                 clause around a participle: «X a rompu avec Y, accusé de …»
agents_of_default
                 nouns that, as agents of a passive, name nobody: «renversé par un putsch»
default_object   "topic": the same for the object; with default_verbs only under these
victims_are_topic  unnamed victims of an armed group are of the State that the article is about
strikes_places   nouns whose «de» before a place says where it struck: «l'attentat d'Alger»; what the others
                 say may be who struck: «l'offensive de Kiev»
owner_is_object  an object that is a building, convoy or place counts for its owner or State
responsibility   it says who is behind an act that is told elsewhere; acts: what may be claimed or ascribed,
                 besides the nouns of violence
of_attackers     the same of a verb that says whose the attackers are: «les assaillants appartenaient à X»
retakes          verbs that take a place from who held it: «reprendre une ville que X contrôlait»
unarmed          verbs and nouns that tell of violence between States or persons only where arms or forces are
                 named beside them: «affronter», «lutte»
act_is_object    who did an act is the object: «condamner l'invasion de X par Y» is about Y
place_is_object  the place of the event gives the object where none is named
object_serves    an ambassador who is the object counts for the State that he serves
object_place     the object is the State of a place: «leur ambassadeur à Alger»
asks             the object may be the subject of the clause that is asked for
threatens        the object may be who suffers from what the infinitive under the verb says
not_own          nothing where subject and object are one State
abroad           only for armed groups whose home presence.toml knows, and not there
same_type        subject and object are of one actor type
sole_subject, sole_object
                 pairs of actor types, subject and object («ArmedGroup State»): where the phrase of this side
                 is not understood, it is the only actor of its sentence that makes such a pair with the other
at_least, most   how many subjects there must, may be
opens            the status of what is stated in the clauses under it: "alleged", "planned"
also             relations without object that it states of its object too
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import Table, read_table, within_package
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.relations import relations

FRAMES_FOLDER = Path(__file__).with_name("frames")


@dataclass(frozen=True)
class Frame:
    """One frame, its fields as the keys above."""

    id: str
    relation: str
    verbs: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    nouns: tuple[str, ...]
    noun_subject: tuple[str, ...]
    noun_object: tuple[str, ...]
    noun_mutual: tuple[str, ...]
    adjective: str
    with_: frozenset[str]
    without: frozenset[str]
    dated: bool
    strict_verbs: frozenset[str]
    nouns_with: frozenset[str]
    nouns_without: frozenset[str]
    takes: frozenset[str]
    nouns_under: frozenset[str]
    through: frozenset[str]
    subjects: frozenset[ActorType]
    objects: frozenset[ActorType]
    mutual: bool
    counted: bool
    both_ways: bool
    predicative: bool
    default_subject: str
    default_object: str
    place_is_object: bool
    strikes_places: tuple[str, ...]
    object_place: bool
    object_serves: bool
    asks: bool
    threatens: bool
    not_own: bool
    abroad: bool
    same_type: bool
    nouns_need_verb: bool
    default_verbs: frozenset[str]
    owner_is_object: bool
    agents_of_default: frozenset[str]
    responsibility: bool
    acts: frozenset[str]
    of_attackers: bool
    retakes: frozenset[str]
    unarmed: frozenset[str]
    lasting: bool
    act_is_object: bool
    victims_are_topic: bool
    sole_subject: frozenset[tuple[ActorType, ActorType]]
    sole_object: frozenset[tuple[ActorType, ActorType]]
    at_least: int
    most: int
    opens: Status | None
    also: tuple[str, ...]
    source: str
    """Its file and line, for `--explain`."""

    @property
    def subject_types(self) -> frozenset[ActorType]:
        """The actor types that its subject may have."""
        return self.subjects or relations()[self.relation].domain

    @property
    def object_types(self) -> frozenset[ActorType]:
        """The actor types that its object may have."""
        return self.objects or relations()[self.relation].range

    def needs_word(self, verb: str) -> bool:
        """Does the verb, as the frame spells it, count only with one of the words of `with` close by?"""
        return bool(self.with_) and (not self.strict_verbs or verb in self.strict_verbs)


@dataclass(frozen=True)
class Frames:
    """All frames, by the verbs and nouns that call them up."""

    all: tuple[Frame, ...]
    by_verb: Mapping[str, tuple[tuple[Frame, str], ...]]
    """First word of the verb without «se» → frames with the verb as their file spells it."""
    by_noun: Mapping[str, tuple[Frame, ...]]


def load_frames(folder: Path = FRAMES_FOLDER) -> Frames:
    """Raises DataError, with file and line, for a mistake in one of the files."""
    frames: list[Frame] = []
    ids: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        table = read_table(path)
        for entry in table.tables("frame"):
            frame = _frame(entry)
            if frame.id in ids:
                raise DataError(
                    f"the frame id «{frame.id}» is used twice", where=entry.place(f'"{frame.id}"')
                )
            ids.add(frame.id)
            frames.append(frame)
        table.check_all_read()
    by_verb: dict[str, list[tuple[Frame, str]]] = {}
    by_noun: dict[str, list[Frame]] = {}
    for frame in frames:
        for verb in frame.verbs:
            by_verb.setdefault(head_word(verb), []).append((frame, verb))
        for noun in frame.nouns:
            by_noun.setdefault(noun.split()[0].split("'")[0], []).append(frame)
    return Frames(
        tuple(frames),
        {k: tuple(v) for k, v in by_verb.items()},
        {k: tuple(dict.fromkeys(v)) for k, v in by_noun.items()},
    )


@cache
def frames() -> Frames:
    """The frames of the lexicon, read once."""
    return load_frames()


def head_word(verb: str) -> str:
    """The infinitive itself of «se retirer», «s'en prendre», «prendre d'assaut»."""
    words = verb.replace("s'", "se ").split()
    return next(w for w in words if w not in ("se", "en", "y"))


def _frame(entry: Table) -> Frame:
    id_ = entry.text("id")
    where = entry.place(f'"{id_}"')
    relation = entry.text("relation")
    also = entry.texts("also")
    for one in (relation, *also):
        if one not in relations():
            raise DataError(f"frame {id_}: there is no relation «{one}»", where=where)
    opens = entry.text("opens", "")
    if opens and opens not in set(Status):
        raise DataError(f"frame {id_}: there is no status «{opens}»", where=where)
    adjective = entry.text("adjective", "none")
    if adjective not in ("subject", "object", "none", "self"):
        raise DataError(f"frame {id_}: adjective is subject, object, self or none", where=where)
    frame = Frame(
        id=id_,
        relation=relation,
        verbs=entry.texts("verbs"),
        subject=entry.texts("subject") or ("subject",),
        object=entry.texts("object") or ("object",),
        nouns=entry.texts("nouns"),
        noun_subject=entry.texts("noun_subject"),
        noun_object=entry.texts("noun_object"),
        noun_mutual=entry.texts("noun_mutual"),
        adjective=adjective,
        with_=frozenset(entry.texts("with")),
        without=frozenset(entry.texts("without")),
        dated=entry.flag("dated"),
        strict_verbs=frozenset(entry.texts("strict_verbs")),
        nouns_with=frozenset(entry.texts("nouns_with")),
        nouns_without=frozenset(entry.texts("nouns_without")),
        takes=frozenset(entry.texts("takes")),
        nouns_under=frozenset(entry.texts("nouns_under")),
        through=frozenset(entry.texts("through")),
        subjects=entry.actor_types("subjects"),
        objects=entry.actor_types("objects"),
        mutual=entry.flag("mutual"),
        counted=entry.flag("counted"),
        both_ways=entry.flag("both_ways"),
        predicative=entry.flag("predicative"),
        default_subject=entry.text("default_subject", ""),
        default_object=entry.text("default_object", ""),
        place_is_object=entry.flag("place_is_object"),
        strikes_places=entry.texts("strikes_places"),
        object_place=entry.flag("object_place"),
        object_serves=entry.flag("object_serves"),
        asks=entry.flag("asks"),
        threatens=entry.flag("threatens"),
        not_own=entry.flag("not_own"),
        abroad=entry.flag("abroad"),
        same_type=entry.flag("same_type"),
        nouns_need_verb=entry.flag("nouns_need_verb"),
        default_verbs=frozenset(entry.texts("default_verbs")),
        agents_of_default=frozenset(entry.texts("agents_of_default")),
        owner_is_object=entry.flag("owner_is_object"),
        responsibility=entry.flag("responsibility"),
        acts=frozenset(entry.texts("acts")),
        of_attackers=entry.flag("of_attackers"),
        retakes=frozenset(entry.texts("retakes")),
        unarmed=frozenset(entry.texts("unarmed")),
        lasting=entry.flag("lasting"),
        act_is_object=entry.flag("act_is_object"),
        victims_are_topic=entry.flag("victims_are_topic"),
        sole_subject=_pairs(entry, "sole_subject"),
        sole_object=_pairs(entry, "sole_object"),
        at_least=int(entry.number("at_least", 1)),
        most=int(entry.number("most", 99)),
        opens=Status(opens) if opens else None,
        also=also,
        source=within_package(where),
    )
    if stray := frame.strict_verbs - set(frame.verbs):
        raise DataError(
            f"frame {id_}: strict verbs that are no verbs of it: {', '.join(sorted(stray))}", where=where
        )
    if not (frame.verbs or frame.nouns):
        raise DataError(f"frame {id_} has neither verbs nor nouns", where=where)
    return frame


def _pairs(entry: Table, key: str) -> frozenset[tuple[ActorType, ActorType]]:
    """Pairs of actor types, each written with a blank between the two."""
    found: set[tuple[ActorType, ActorType]] = set()
    for pair in entry.texts(key):
        subject, _, target = pair.partition(" ")
        found.add((entry.actor_type(subject), entry.actor_type(target)))
    return frozenset(found)
