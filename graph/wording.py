"""The words of the pictures' legends, in French and English; the explorer gets them with its data."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

TITLE: Words = {"fr": "Acteurs et alliances au Sahel", "en": "Actors and alliances in the Sahel"}
TIMELINE_TITLE: Words = {"fr": "Appartenances dans le temps", "en": "Memberships over time"}
HEADS: Mapping[str, Words] = {
    "fr": {"members": "{name}", "alliances": "{name} : ses alliances"},
    "en": {"members": "{name}", "alliances": "{name}: its alliances"},
}
SHOWN: Words = {
    "fr": "{actors} acteurs sur {all}, {lines} relations",
    "en": "{actors} of {all} actors, {lines} relations",
}
ON: Words = {"fr": "au {day}", "en": "on {day}"}
TYPES: Mapping[str, Words] = {
    "fr": {
        "State": "États",
        "Organisation": "Organisations",
        "ArmedGroup": "Groupes armés",
        "Person": "Personnes",
        "Body": "Organes",
        "Place": "Lieux",
    },
    "en": {
        "State": "States",
        "Organisation": "Organisations",
        "ArmedGroup": "Armed groups",
        "Person": "Persons",
        "Body": "Bodies",
        "Place": "Places",
    },
}
GROUPS: Mapping[str, Words] = {
    "fr": {
        "membership": "Appartenance",
        "offices": "Fonctions",
        "conflict": "Conflit",
        "cooperation": "Coopération",
        "presence": "Présence",
    },
    "en": {
        "membership": "Membership",
        "offices": "Offices",
        "conflict": "Conflict",
        "cooperation": "Cooperation",
        "presence": "Presence",
    },
}
STANDINGS: Mapping[str, Words] = {
    "fr": {
        "certain": "certain",
        "possible": "possible",
        "contested": "contesté",
        "planned": "annoncé",
        "alleged": "allégué",
        "denied": "démenti ou nié",
    },
    "en": {
        "certain": "certain",
        "possible": "possible",
        "contested": "contested",
        "planned": "planned",
        "alleged": "alleged",
        "denied": "denied or negated",
    },
}
