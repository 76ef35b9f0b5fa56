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
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from sahelgraph.extract.lexicon.loading import Table, read_table, within_package
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.relations import relations

FRAMES_FOLDER = Path(__file__).with_name("frames")


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One frame: each field is the key of its name above, and read by its type."""

    id: str
    relation: str
    verbs: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("subject",)
    object: tuple[str, ...] = ("object",)
    nouns: tuple[str, ...] = ()
    noun_subject: tuple[str, ...] = ()
    noun_object: tuple[str, ...] = ()
    noun_mutual: tuple[str, ...] = ()
    adjective: str = "none"
    with_: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    dated: bool = False
    strict_verbs: frozenset[str] = frozenset()
    nouns_with: frozenset[str] = frozenset()
    nouns_without: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    nouns_under: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    subjects: frozenset[ActorType] = frozenset()
    objects: frozenset[ActorType] = frozenset()
    mutual: bool = False
    counted: bool = False
    both_ways: bool = False
    predicative: bool = False
    default_subject: str = ""
    default_object: str = ""
    place_is_object: bool = False
    strikes_places: tuple[str, ...] = ()
    object_place: bool = False
    object_serves: bool = False
    asks: bool = False
    threatens: bool = False
    not_own: bool = False
    abroad: bool = False
    same_type: bool = False
    nouns_need_verb: bool = False
    default_verbs: frozenset[str] = frozenset()
    owner_is_object: bool = False
    agents_of_default: frozenset[str] = frozenset()
    responsibility: bool = False
    acts: frozenset[str] = frozenset()
    of_attackers: bool = False
    retakes: frozenset[str] = frozenset()
    unarmed: frozenset[str] = frozenset()
    lasting: bool = False
    act_is_object: bool = False
    victims_are_topic: bool = False
    sole_subject: frozenset[tuple[ActorType, ActorType]] = frozenset()
    sole_object: frozenset[tuple[ActorType, ActorType]] = frozenset()
    at_least: int = 1
    most: int = 99
    opens: Status | None = None
    also: tuple[str, ...] = ()
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
    try:
        frame = Frame(
            **{field.name: _value(entry, field) for field in fields(Frame) if field.name != "source"},
            source=within_package(where),
        )
        _check(frame)
    except ValueError as error:
        raise DataError(f"frame {id_}: {error}", where=where) from error
    return frame


def _value(entry: Table, field: Field[Any]) -> Any:
    """What the file says for a field: its type says how to read it."""
    key = field.name.rstrip("_")
    default: Any = None if field.default is MISSING else field.default
    match field.type:
        case "str":
            return entry.text(key, default)
        case "bool":
            return entry.flag(key)
        case "int":
            return int(entry.number(key, default))
        case "tuple[str, ...]":
            return entry.texts(key) or default
        case "frozenset[str]":
            return frozenset(entry.texts(key))
        case "frozenset[ActorType]":
            return entry.actor_types(key)
        case "frozenset[tuple[ActorType, ActorType]]":
            return _pairs(entry, key)
        case "Status | None":
            return _status(entry.text(key, ""))
    raise TypeError(f"no key of a frame holds {field.type}")


def _status(text: str) -> Status | None:
    if text and text not in set(Status):
        raise ValueError(f"there is no status «{text}»")
    return Status(text) if text else None


def _check(frame: Frame) -> None:
    """Raises ValueError for what cannot be meant."""
    for relation in (frame.relation, *frame.also):
        if relation not in relations():
            raise ValueError(f"there is no relation «{relation}»")
    if frame.adjective not in ("subject", "object", "none", "self"):
        raise ValueError("adjective is subject, object, self or none")
    if stray := frame.strict_verbs - set(frame.verbs):
        raise ValueError(f"strict verbs that are no verbs of it: {', '.join(sorted(stray))}")
    if not (frame.verbs or frame.nouns):
        raise ValueError("it has neither verbs nor nouns")


def _pairs(entry: Table, key: str) -> frozenset[tuple[ActorType, ActorType]]:
    """Pairs of actor types, each written with a blank between the two."""
    found: set[tuple[ActorType, ActorType]] = set()
    for pair in entry.texts(key):
        subject, _, target = pair.partition(" ")
        found.add((entry.actor_type(subject), entry.actor_type(target)))
    return frozenset(found)
