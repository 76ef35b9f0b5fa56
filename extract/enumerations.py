"""Lists of names in a text: «le Burkina Faso, le Mali et le Niger», «(Mali, Niger, Tchad)»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.ontology.claims import ActorType

NUMBER = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|\d+)"
"""Before those of one nationality: «un Grec, deux Suisses et 12 Belges»."""
KIND = r"(?:(?:groupe|mouvement|parti|milice|front|coalition|organisation|rébellion)\s+)?"
SEPARATOR = re.compile(
    r"^[»\"”]?\s*(?P<sign>,|;|/|–|-|,?\s+et|,?\s+ou|,?\s+puis|,?\s+ainsi\s+que|,?\s+comme)\s+"
    r"(?P<prep>de\s+|d['’]\s?|du\s+|des\s+|en\s+|au\s+|aux\s+|à\s+|par\s+|avec\s+|contre\s+)?(?P<det>la\s+|le\s+|les\s+|l['’]\s?|"
    rf"{NUMBER}\s+(?:autres?\s+)?)?{KIND}[«\"“]?\s?$",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?P<prep>\bde\s+(?:la\s+|l['’])?|\bd['’]|\bdu\s+|\bdes\s+|\ben\s+|\bau\s+|\baux\s+|\bà\s+(?:la\s+|l['’])?"
    r"|\b(?:par|avec|contre)\s+(?:le\s+|la\s+|les\s+|l['’])?)$",
    re.IGNORECASE,
)
ADJUNCT = re.compile(
    r"(?:^|[.!?»]\s|\n)\s*(?:Sous|Dans|Avec|Grâce|Après|Malgré|Lors|Depuis|Selon|En|À|Au|Aux|Contre|Outre|Hormis)\s[^,;:.!?\n]*$"
)
"""From where a sentence opens with a preposition."""
BRACKETS = re.compile(r"\([^()\n]{1,160}\)")
NAME_IN_BRACKETS = re.compile(r"\s?\((?:ex-|dite? |ou )?[A-ZÉÀÎ0-9«\"“][^()\n]{0,80}\)")
WHEREABOUTS = re.compile(
    r"^\s+dans (?:l['’]|le |la )(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest)\b",
    re.IGNORECASE,
)
LED_BY = re.compile(
    r"[»\"”]?\s+(?:du|de l['’]|de la|de|d['’])\s?(?:\w+[ -]?){0,2}\s?"
    r"|[»\"”]?\s*,\s*(?:que )?(?:(?:dirig|command|présid|men|emmen|fond)ée?|conduite?"
    r"|dirige|commande|préside|aux ordres)"
    r"\s*(?:par |de |d['’])?(?:l['’]|le |la )?(?:\w+ ){0,2}",
    re.IGNORECASE,
)
"""Between a group in a list and who leads it."""
REPEATED = {
    "d": "de",
    "du": "de",
    "de": "de",
    "des": "de",
    "en": "à",
    "au": "à",
    "aux": "à",
    "à": "à",
    "par": "par",
    "avec": "avec",
    "contre": "contre",
}

OPENING = r"(?:la |le |les |l['’]|du |de |de la |de l['’])?" + KIND
VERB = (
    r"(?:(?:regroup|compren|compos|fédér|form|constitu|inclu|englob)\w*"
    r"|(?<=qui )(?:réuni|rassembl|associ)(?:t|sent|ssait|ssaient|e|ent|ait|aient)"
    r"|réunissant|rassemblant|associant)"
)
ADVERB = r"(?:notamment\s+|aussi\s+|également\s+|actuellement\s+|aujourd['’]hui\s+|entre autres\s+)?"
COUNTED = r"(?:[\d\s.,]*(?:soldats|militaires|hommes|pays|[ÉE]tats|membres|casques bleus|nations)\s*:?\s*)"
PARTS = (
    rf"(?:(?:{NUMBER}|plusieurs|treize|quatorze|seize|les|des)\s+(?:\w+\s+)?"
    r"(?:pays|[ÉE]tats|membres|nations|mouvements|groupes|factions|partis|formations|composantes)"
    r"(?:\s(?!dont|parmi)[\w'’-]+){0,6}\s*(?::|,?\s*(?:dont|parmi lesquel(?:le)?s|à savoir)\s))"
)
TROOPS = (
    r"(?:des|plusieurs \w+ de|quelque|environ|[\d\s.,]+)\s*[\d\s.,]*"
    r"(?:soldats|militaires|troupes|contingents|forces|hommes|casques bleus|policiers)\s+"
    r"(?:venus?\s|issus?\s)?"
)
HOLDING = (
    r"(?:(?:ne\s+)?compt\w+\s+(?:plus|désormais|alors)\s+que"
    r"|(?:a|ont|avait|avaient)\s+pour\s+(?:\w+\s+){0,2}?membres"
    r"|(?:est|était)\s+une?\s+(?:\w+\s+)?(?:coalition|alliance|union|regroupement|fusion)\s+(?:entre|formée|composée)?)\s*"
)
"""«X a pour membres A et B», «X est une coalition de A et de B»."""
LISTING = re.compile(
    r"^[»\"”]?\s*(?:"
    r"\(\s*(?:[A-Z][\w-]*\s*[:,–-]\s*)?|:\s*|,?\s*(?:à savoir|soit|c'est-à-dire)\s*,?\s*:?"
    rf"|,?\s*(?:qui\s+)?(?:{VERB}\s*,?\s+{ADVERB}{COUNTED}?(?:autour\s)?|compt\w+\s+{ADVERB}{COUNTED}"
    rf"|{HOLDING}"
    rf"|(?:rassembl|réuni|regroup|mobilis|align)\w+\s+{ADVERB}{TROOPS}"
    rf"|(?:qui\s+)?(?:rassembl|regroup|associ|fédèr|fédér|compt|réuni|compren)"
    rf"(?:e|ent|ait|aient|d|nent|nait|t|ssent|ssait)\s+{ADVERB}{PARTS})"
    r"(?:par\s+|de\s+|du\s+|d['’]|des\s+)?"
    rf")\s*{OPENING}$",
    re.IGNORECASE,
)
"""What stands between a whole and the list of its members: «X (A, B)», «X, qui regroupe A et B»."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Two or more mentions of one kind that the text lists side by side."""

    mentions: tuple[Mention, ...]


def find_enumerations(text: str, mentions: Sequence[Mention]) -> list[Enumeration]:
    """The lists of a text in order. A list of two needs an «et» or «ou»; prepositions must repeat. What only
    says more of an item counts for nothing: «l'UFR (Union …), le FPR du général X et le MPL»."""
    found: list[Enumeration] = []
    brackets = [match.span() for match in BRACKETS.finditer(text)]
    by_level: dict[int, list[Mention]] = {}
    for mention in mentions:
        around = next((start for start, end in brackets if start < mention.start and mention.end < end), -1)
        by_level.setdefault(around, []).append(mention)
    for level in by_level.values():
        _find_on_one_level(text, level, found)
    return sorted(found, key=lambda enumeration: enumeration.mentions[0].start)


def _find_on_one_level(text: str, mentions: Sequence[Mention], found: list[Enumeration]) -> None:
    run: list[tuple[Mention, str]] = []
    conjoined = False
    end = 0
    for index, mention in enumerate(mentions):
        if _is_nationality_of_next(text, mentions, index):
            continue
        gap = text[end : _start_of(text, mentions, index)] if run else ""
        if run and _says_more(gap, run[-1][0], mention):
            end = mention.end
            continue
        between = SEPARATOR.match(_without_asides(gap)) if run else None
        previous, end = run[-1][0] if run else None, mention.end
        if (
            previous is not None
            and between
            and _one_kind(previous, mention)
            and _same_preposition(run[0][1], _class(between["prep"] or ""))
            and not (conjoined and between["sign"] == ",")
            and not (len(run) == 1 and run[0][1] == "par" and _is_new_clause(between["sign"]))
            and not (len(run) == 1 and between["det"] and not between["prep"] and _is_adjunct(text, *run[0]))
        ):
            run.append((mention, ""))
            conjoined = conjoined or between["sign"].strip(", ").lower() in ("et", "ou", "puis", "ainsi que")
            continue
        _close(run, conjoined, found)
        before = BEFORE.search(text[max(0, mention.start - 12) : mention.start])
        run, conjoined = [(mention, _class(before["prep"]) if before else "")], False
    _close(run, conjoined, found)


def _is_new_clause(sign: str) -> bool:
    """«X, soutenu par Y, et Z»: two that do the same need no comma."""
    return sign.startswith(",") and sign.strip(", ") != ""


def _is_adjunct(text: str, mention: Mention, preposition: str) -> bool:
    """«Avec l'appui de X, le Y et le Z ont …»: the subject begins behind what opens the sentence."""
    return bool(preposition) and ADJUNCT.search(text[max(0, mention.start - 60) : mention.start]) is not None


def _is_nationality_of_next(text: str, mentions: Sequence[Mention], index: int) -> bool:
    """«les présidents malien X et ghanéen Y», «le Malien X»: right before the name of a person."""
    if index + 1 >= len(mentions) or mentions[index].kind is not Kind.DEMONYM:
        return False
    adjective, name = mentions[index], mentions[index + 1]
    between = text[adjective.end : name.start]
    return name.entity.type is ActorType.PERSON and between == " "


def _start_of(text: str, mentions: Sequence[Mention], index: int) -> int:
    """Where an item of a list begins: a person at the nationality before the name."""
    before = index - 1
    has_nationality = index > 0 and _is_nationality_of_next(text, mentions, before)
    return mentions[before].start if has_nationality else mentions[index].start


def _without_asides(gap: str) -> str:
    """What stands between two items, without other names in brackets and whereabouts."""
    return WHEREABOUTS.sub("", NAME_IN_BRACKETS.sub("", gap)) if "(" in gap or "dans" in gap else gap


def _says_more(gap: str, item: Mention, mention: Mention) -> bool:
    """«le FPR du général X», «le FPR, dirigé par X»: X leads the item before."""
    groups = (ActorType.ORGANISATION, ActorType.ARMED_GROUP)
    return (
        mention.entity.type is ActorType.PERSON
        and item.entity.type in groups
        and LED_BY.fullmatch(NAME_IN_BRACKETS.sub("", gap)) is not None
    )


def _close(run: list[tuple[Mention, str]], conjoined: bool, found: list[Enumeration]) -> None:
    if len(run) > 2 or (len(run) == 2 and conjoined):
        found.append(Enumeration(tuple(m for m, _ in run)))


def _class(preposition: str) -> str:
    word = re.split(r"[\s'’]", preposition.strip().lower())[0]
    return REPEATED.get(word, "")


def _same_preposition(first: str, other: str) -> bool:
    return first == other or (other == "" and first in ("de", "par", "avec", "contre"))


def _one_kind(a: Mention, b: Mention) -> bool:
    if Kind.DEMONYM in (a.kind, b.kind) and a.kind is not b.kind:
        return False
    groups = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.BODY)
    return a.entity.type == b.entity.type or (a.entity.type in groups and b.entity.type in groups)
