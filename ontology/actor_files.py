"""Reads actors and the dated facts about them from YAML files (schema: ACTOR_KEYS, TOWN_KEYS, FACT_KEYS).

Country names come from CLDR (babel) by their ISO code; everything else is in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from sahelgraph.ontology.actors import Actor, ActorBook, Fact
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.demonyms import forms
from sahelgraph.ontology.errors import DataError, DateError, Place
from sahelgraph.ontology.lined_yaml import Lined, lined, read_lists
from sahelgraph.ontology.names import name_key, slug
from sahelgraph.ontology.relations import Labels, relations
from sahelgraph.ontology.when import When

LANGUAGES = ("fr", "en")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WIKIDATA = re.compile(r"Q[1-9]\d*")
ACTOR_KEYS = {
    "id": "identifier: small letters, digits, hyphens; unique over all files",
    "type": "State, Organisation, ArmedGroup, Person, Body or Place",
    "iso": "ISO 3166 code of a State: its names come from CLDR",
    "label": "preferred name: a text, or one a language {fr: …, en: …}",
    "names": "other names: a list, or one a language {fr: […], en: […]}",
    "ambiguous": "names shared with other things: they count only where the context confirms them",
    "capital": "capital cities of a State (a list; the first is the seat of government)",
    "demonyms": "adjectives of a State: the masculine, or {m: …, f: …} where the feminine is irregular",
    "combining": "first halves of compound adjectives: franco, malo",
    "bodies": "names of its government, army, presidency …: each stands for the State",
    "state": "id of the State that a Body or Place belongs to",
    "aka": "names that press articles use only for short, after a full mention (a person's last name)",
    "gender": "m or f, of a Person",
    "hints": "words of which one must stand in the article for an ambiguous name to count; a State among "
    "them may stand there in any form: its people, its capital, its places",
    "wikidata": "Wikidata identifier, only where it was checked",
    "facts": "dated facts, see FACT_KEYS",
    "note": "free text",
}
TOWN_KEYS = {
    "state": "id of the State that the towns lie in",
    "names": "a text each, or the list of its spellings; they count only where the article names the State",
}
FACT_KEYS = {
    "relation": "a relation of relations.toml",
    "subject": "id or list of ids; this actor where left out",
    "object": "id or list of ids; this actor where a subject is given, else required if the relation has one",
    "when": "EDTF",
    "role": "the post, in French, of holds-office",
    "announced": "the day on which an exit was announced that took effect later, of left",
    "source": "where the fact is from: a document, an institution, a work",
}


def load_actors(*paths: Path) -> ActorBook:
    """The actors of YAML files and folders. Raises DataError with file and line of the first mistake."""
    files = [f for p in paths for f in (sorted(p.rglob("*.yaml")) if p.is_dir() else [p])]
    actors: dict[str, Actor] = {}
    entries: list[tuple[Actor, Lined]] = []
    data = [(file, read_lists(file)) for file in files]
    for file, lists in data:
        for entry in lists.get("actors", ()):
            actor = _actor(entry, file)
            _add(actor, actors)
            entries.append((actor, entry))
    for file, lists in data:
        for entry in lists.get("towns", ()):
            for town in _towns(entry, file, actors):
                _add(town, actors)
    for actor in actors.values():
        if actor.state and (actor.state not in actors or actors[actor.state].type is not ActorType.STATE):
            raise DataError(f"{actor.id}: there is no State «{actor.state}»", where=actor.place)
    facts = tuple(f for actor, entry in entries for f in _facts(actor, entry, actors))
    return ActorBook(actors, facts, _index(actors.values()))


def _add(actor: Actor, actors: dict[str, Actor]) -> None:
    if actor.id in actors:
        raise DataError(
            f"the actor id «{actor.id}» is used twice",
            where=actor.place,
            hint=f"first at {actors[actor.id].place}",
        )
    actors[actor.id] = actor


# --- one actor


def _actor(entry: Lined, file: Path) -> Actor:
    where = Place(file, entry.line)
    if unknown := set(entry) - set(ACTOR_KEYS):
        raise DataError(
            f"unknown keys: {', '.join(sorted(unknown))}", where=where, hint=f"known: {', '.join(ACTOR_KEYS)}"
        )
    actor_id = entry.get("id")
    if not isinstance(actor_id, str) or not ID.fullmatch(actor_id):
        raise DataError(f"«{actor_id}» is no id", where=where, hint=ACTOR_KEYS["id"])
    try:
        type_ = ActorType(entry.get("type", ""))
    except ValueError as error:
        raise DataError(f"{actor_id}: unknown type", where=where, hint=ACTOR_KEYS["type"]) from error
    wikidata, gender = entry.get("wikidata"), entry.get("gender")
    if wikidata and not WIKIDATA.fullmatch(wikidata):
        raise DataError(f"{actor_id}: «{wikidata}» is no Wikidata id", where=where)
    if gender not in (None, "m", "f"):
        raise DataError(f"{actor_id}: gender is m or f", where=where)
    labels = _labels(entry, where)
    names = _by_language(entry, "names", where)
    french, english = labels["fr"], labels.get("en", labels["fr"])
    return Actor(
        id=actor_id,
        type=type_,
        label=Labels(french, english),
        names=tuple(dict.fromkeys((french, english, *(n for ns in names.values() for n in ns)))),
        ambiguous=_texts(entry, "ambiguous", where),
        hints=_texts(entry, "hints", where),
        aka=_texts(entry, "aka", where),
        capitals=_texts(entry, "capital", where),
        demonyms=_demonyms(entry, where),
        combining=_texts(entry, "combining", where),
        bodies=_texts(entry, "bodies", where),
        state=entry.get("state"),
        gender=gender,
        wikidata=wikidata,
        labels_by_language=tuple(labels.items()),
        place=where,
    )


def _towns(entry: Lined, file: Path, actors: Mapping[str, Actor]) -> Iterator[Actor]:
    """The towns of a State as places: «Kuito (Angola)», in short «Kuito»."""
    where = Place(file, entry.line)
    state = actors.get(entry.get("state", ""))
    if set(entry) != set(TOWN_KEYS) or state is None or state.type is not ActorType.STATE:
        raise DataError("towns have a State and names", where=where, hint=TOWN_KEYS["state"])
    for names in _list(lined({"id": state.id, **entry}, entry.line), "names", where):
        spellings = [names] if isinstance(names, str) else names
        if not spellings or not all(isinstance(n, str) and n.strip() for n in spellings):
            raise DataError(f"«{names}» is no town", where=where, hint=TOWN_KEYS["names"])
        labels = {"fr": f"{spellings[0]} ({state.label.fr})", "en": f"{spellings[0]} ({state.label.en})"}
        town = {"id": f"ville-{slug(spellings[0])}-{state.id}", "type": "Place", "state": state.id}
        named = {"label": labels, "ambiguous": spellings, "hints": [state.label.fr]}
        yield _actor(lined({**town, **named}, entry.line), file)


def _labels(entry: Lined, where: Place) -> dict[str, str]:
    label, iso = entry.get("label"), entry.get("iso")
    found: dict[str, str] = {}
    if iso:
        for language in LANGUAGES:
            name = _territories(language).get(iso)
            if name is None:
                raise DataError(f"«{iso}» is no ISO 3166 country code", where=where)
            found[language] = name.replace("’", "'")
    if isinstance(label, str):
        found |= {"fr": label} if iso else {"fr": label, "en": label}
    elif isinstance(label, dict):
        found |= label
    if "fr" not in found or not all(isinstance(v, str) and v.strip() for v in found.values()):
        raise DataError(f"{entry['id']}: no French label", where=where, hint=ACTOR_KEYS["label"])
    if unknown := set(found) - set(LANGUAGES):
        raise DataError(f"{entry['id']}: unknown languages: {', '.join(unknown)}", where=where)
    return found


@cache
def _territories(language: str) -> Mapping[str, str]:
    return dict(Locale.parse(language).territories)


def _demonyms(entry: Lined, where: Place) -> tuple[str, ...]:
    try:
        return tuple(f for d in _list(entry, "demonyms", where) for f in _demonym(d))
    except (ValueError, TypeError, KeyError) as error:
        raise DataError(f"{entry.get('id')}: {error}", where=where, hint=ACTOR_KEYS["demonyms"]) from error


def _demonym(value: Any) -> tuple[str, ...]:
    return forms(value["m"], value["f"]) if isinstance(value, dict) else forms(value)


def _list(entry: Lined, key: str, where: Place) -> list[Any]:
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise DataError(f"{entry['id']}: {key} is a list", where=where, hint=ACTOR_KEYS[key])
    return value


def _texts(entry: Lined, key: str, where: Place) -> tuple[str, ...]:
    values = _list(entry, key, where)
    if not all(isinstance(v, str) and v.strip() for v in values):
        raise DataError(f"{entry['id']}: {key} is a list of texts", where=where, hint=ACTOR_KEYS[key])
    return tuple(values)


def _by_language(entry: Lined, key: str, where: Place) -> dict[str, list[str]]:
    value = entry.get(key)
    if value is None:
        return {}
    by_language = value if isinstance(value, dict) else {"fr": value}
    for language, names in by_language.items():
        if (
            language not in LANGUAGES
            or not isinstance(names, list)
            or not all(isinstance(n, str) for n in names)
        ):
            raise DataError(f"{entry['id']}: {key} is not right", where=where, hint=ACTOR_KEYS[key])
    return by_language


# --- facts


def _facts(actor: Actor, entry: Lined, actors: Mapping[str, Actor]) -> Iterator[Fact]:
    for fact in _list(entry, "facts", actor.place):
        if not isinstance(fact, Lined):
            raise DataError(f"{actor.id}: «{fact}» is no fact", where=actor.place)
        yield from _fact(actor, fact, actors, Place(actor.place.file, fact.line))


def _fact(actor: Actor, fact: Lined, actors: Mapping[str, Actor], where: Place) -> Iterator[Fact]:
    if unknown := set(fact) - set(FACT_KEYS):
        raise DataError(f"unknown keys in a fact: {', '.join(sorted(unknown))}", where=where)
    relation = relations().get(fact.get("relation", ""))
    if relation is None:
        raise DataError(f"«{fact.get('relation')}» is no relation", where=where)
    source = fact.get("source")
    if not isinstance(source, str) or not source.strip():
        raise DataError("a fact names its source", where=where, hint=FACT_KEYS["source"])
    try:
        when = When.parse(fact["when"]) if fact.get("when") else None
    except DateError as error:
        raise DataError(str(error), where=where) from error
    announced = _announced(fact, when, where)
    subjects = _ids(fact, "subject") or [actor.id]
    objects: list[str | None] = [*_ids(fact, "object")]
    if not objects:
        objects = [actor.id] if fact.get("subject") and relation.has_object else [None]
    for subject in subjects:
        for object_ in objects:
            for one in (subject, object_):
                if one is not None and one not in actors:
                    raise DataError(f"there is no actor «{one}»", where=where)
            object_type = actors[object_].type if object_ else None
            if not relation.allows(actors[subject].type, object_type):
                raise DataError(
                    f"{subject} {relation.id} {object_}: not allowed between their types", where=where
                )
            yield Fact(subject, relation.id, object_, when, fact.get("role"), source, where, announced)


def _announced(fact: Lined, when: When | None, where: Place) -> date | None:
    if "announced" not in fact:
        return None
    try:
        day = date.fromisoformat(fact["announced"])
    except (TypeError, ValueError) as error:
        raise DataError(
            f"«{fact['announced']}» is no day", where=where, hint=FACT_KEYS["announced"]
        ) from error
    if fact["relation"] != "left" or when is None or when.earliest_start is None or day > when.earliest_start:
        raise DataError(
            "an exit is announced before it takes effect", where=where, hint=FACT_KEYS["announced"]
        )
    return day


def _ids(fact: Lined, key: str) -> list[str]:
    value = fact.get(key)
    return [] if value is None else value if isinstance(value, list) else [value]


# --- names


def _index(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    sure: dict[str, dict[str, None]] = {}
    weak: dict[str, dict[str, None]] = {}
    for actor in actors:
        for name in actor.names:
            sure.setdefault(name_key(name), {})[actor.id] = None
        for name in (*actor.capitals, *actor.ambiguous, *actor.aka, *actor.bodies):
            weak.setdefault(name_key(name), {})[actor.id] = None
    return {key: tuple({**sure.get(key, {}), **weak.get(key, {})}) for key in {**sure, **weak}}
