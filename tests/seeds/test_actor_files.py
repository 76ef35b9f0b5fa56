"""The actor files against each other: what one file says, no other may contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest

from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ACTORS_FOLDER, ActorBook, Fact
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.when import When

# The posts that make their holder the one head of a State, be it elected, crowned or self-proclaimed.
HEAD_ROLES = frozenset(
    role.strip()
    for role in """
    président | présidente | président de la République | présidente de la République | président du Faso
    président de l'État | président fédéral | président de la Fédération | président des États-Unis
    chef de l'État | chef de l'État par intérim | président par intérim | présidente par intérim
    président de la transition | présidente de la transition | président de la transition par intérim
    président du gouvernement de transition | président de la refondation
    roi | reine | émir | pape | guide de la révolution | dirigeant suprême
    président de l'Autorité palestinienne
    président du Comité de transition pour le salut du peuple
    président du Comité national pour le redressement de la démocratie et la restauration de l'État
    président du Comité national pour le salut du peuple
    président du Comité national du rassemblement et du développement
    président du Comité militaire pour la restitution de l'ordre constitutionnel et démocratique
    président du Conseil de réconciliation nationale
    président du Conseil suprême pour la restauration de la démocratie
    président du Conseil national pour la sauvegarde de la patrie
    président du Conseil national de la révolution
    président du Conseil national pour la démocratie
    président du Conseil national pour la démocratie et le développement
    président du Conseil militaire pour la justice et la démocratie
    président du Conseil militaire de transition | président du Conseil souverain
    président du Conseil suprême des forces armées | président du commandement militaire
    président du Haut Comité d'État | président du Haut Conseil d'État
    président du Mouvement patriotique pour la sauvegarde et la restauration
    """.replace("\n", "|").split("|")
    if role.strip()
)

# The day from which a State has existed, for the States that are younger than their neighbours.
BORN = {
    state: date.fromisoformat(day)
    for state, day in (
        line.split()
        for line in """
        soudan 1956-01-01
        maroc 1956-03-02
        tunisie 1956-03-20
        ghana 1957-03-06
        guinee 1958-10-02
        cameroun 1960-01-01
        senegal 1960-04-04
        togo 1960-04-27
        mali 1960-06-20
        madagascar 1960-06-26
        rdc 1960-06-30
        somalie 1960-07-01
        benin 1960-08-01
        niger 1960-08-03
        burkina-faso 1960-08-05
        cote-d-ivoire 1960-08-07
        tchad 1960-08-11
        republique-centrafricaine 1960-08-13
        congo 1960-08-15
        gabon 1960-08-17
        nigeria 1960-10-01
        mauritanie 1960-11-28
        sierra-leone 1961-04-27
        tanzanie 1961-12-09
        burundi 1962-07-01
        rwanda 1962-07-01
        algerie 1962-07-05
        ouganda 1962-10-09
        kenya 1963-12-12
        malawi 1964-07-06
        zambie 1964-10-24
        gambie 1965-02-18
        botswana 1966-09-30
        lesotho 1966-10-04
        maurice 1968-03-12
        eswatini 1968-09-06
        guinee-equatoriale 1968-10-12
        guinee-bissau 1973-09-24
        mozambique 1975-06-25
        cap-vert 1975-07-05
        comores 1975-07-06
        sao-tome-et-principe 1975-07-12
        angola 1975-11-11
        seychelles 1976-06-29
        djibouti 1977-06-27
        zimbabwe 1980-04-18
        namibie 1990-03-21
        ukraine 1991-08-24
        erythree 1993-05-24
        slovaquie 1993-01-01
        tchequie 1993-01-01
        soudan-du-sud 2011-07-09
        """.strip().splitlines()
    )
}

# States whose capital bears their own name, means something else (Bruxelles, La Paz) or is no seat of power.
NO_CAPITAL_OF_ITS_OWN = frozenset(
    [
        "belgique",
        "bolivie",
        "djibouti",
        "guatemala",
        "luxembourg",
        "malte",
        "nord-vietnam",
        "sahara-occidental",
        "sao-tome-et-principe",
        "seychelles",
        "singapour",
        "sud-vietnam",
        "tchecoslovaquie",
        "urss",
        "vatican",
        "yougoslavie",
    ]
)


@pytest.fixture(scope="module")
def book() -> ActorBook:
    """All actor files, read as a user's command reads them: wrong keys, ids and dates fail here."""
    return load_actors(ACTORS_FOLDER)


def facts(book: ActorBook, relation: str) -> Iterator[Fact]:
    return (f for f in book.facts if f.relation == relation)


def clash(one: When | None, other: When | None) -> bool:
    """Did both certainly hold on two days running? What has no end lasts; a shared day of handover is
    no clash, and what is known to the year only clashes where no reading of it fits."""
    if one is None or other is None or one.latest_start is None or other.latest_start is None:
        return False
    start = max(one.latest_start, other.latest_start)
    end = min(one.earliest_end or date.max, other.earliest_end or date.max)
    return start < end


def begins_before(when: When | None, day: date | None) -> bool:
    return bool(when and day and when.latest_start and when.latest_start < day)


def ends_after(when: When | None, day: date | None) -> bool:
    return bool(when and day and when.earliest_end and when.earliest_end > day)


def clashes(spells: dict[tuple[str, ...], list[Fact]]) -> list[str]:
    return [
        f"{a.place} and {b.place}: {' '.join(key)}: {a.subject} {a.when}, {b.subject} {b.when}"
        for key, held in spells.items()
        for a, b in combinations(held, 2)
        if clash(a.when, b.when)
    ]


def test_the_files_hold_states_alliances_groups_persons_and_places(book: ActorBook) -> None:
    assert {a.type for a in book} >= set(ActorType) - {ActorType.BODY}


def test_no_two_actors_of_a_type_share_a_sure_name(book: ActorBook) -> None:
    owners: dict[tuple[ActorType, str], set[str]] = defaultdict(set)
    for actor in book:
        doubtful = {name_key(n) for n in (*actor.ambiguous, *actor.aka)}
        for name in actor.names:
            if name_key(name) not in doubtful:
                owners[actor.type, name_key(name)].add(actor.id)
    assert {key[1]: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_person_is_called_like_a_state_for_short(book: ActorBook) -> None:
    states = {name_key(n) for a in book if a.type is ActorType.STATE for n in (*a.names, *a.capitals)}
    shared = {(a.id, n) for a in book if a.type is ActorType.PERSON for n in a.aka if name_key(n) in states}
    assert shared == set()


def test_every_state_has_capital_adjectives_and_names(book: ActorBook) -> None:
    states = [a for a in book if a.type is ActorType.STATE]
    assert {s.id for s in states if not s.capitals} <= NO_CAPITAL_OF_ITS_OWN
    assert {s.id for s in states if not s.demonyms} <= {"vatican"}
    assert [s.id for s in states if not (s.label.fr and s.label.en)] == []


def test_every_fact_names_its_source(book: ActorBook) -> None:
    assert [f.place for f in book.facts if not f.source.strip()] == []


def test_every_office_has_a_role(book: ActorBook) -> None:
    assert [str(f.place) for f in facts(book, "holds-office") if not f.role] == []


def test_no_office_is_older_than_its_state(book: ActorBook) -> None:
    early = [
        str(f.place) for f in facts(book, "holds-office") if begins_before(f.when, BORN.get(f.object or ""))
    ]
    assert early == []


def test_the_states_of_the_table_are_known(book: ActorBook) -> None:
    assert [state for state in BORN if state not in book] == []


def test_no_state_has_two_heads_at_once(book: ActorBook) -> None:
    reigns: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts(book, "holds-office"):
        if fact.role in HEAD_ROLES and fact.object and book[fact.object].type is ActorType.STATE:
            reigns[fact.object,].append(fact)
    assert clashes(reigns) == []
    assert len(reigns) > 60


def test_nobody_holds_one_post_twice_at_a_time(book: ActorBook) -> None:
    posts: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts(book, "holds-office"):
        posts[fact.subject, fact.object or "", fact.role or ""].append(fact)
    assert clashes(posts) == []


def test_nobody_is_a_member_twice_at_a_time(book: ActorBook) -> None:
    spells: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts(book, "member-of"):
        spells[fact.subject, fact.object or ""].append(fact)
    assert clashes(spells) == []


def test_no_member_before_the_creation(book: ActorBook) -> None:
    created = {f.subject: f.when.earliest_start for f in facts(book, "created") if f.when}
    early = [
        str(f.place) for f in facts(book, "member-of") if begins_before(f.when, created.get(f.object or ""))
    ]
    assert early == []


def test_no_member_after_the_dissolution(book: ActorBook) -> None:
    dissolved = {f.subject: f.when.latest_end for f in facts(book, "dissolved") if f.when}
    late = [
        str(f.place) for f in facts(book, "member-of") if ends_after(f.when, dissolved.get(f.object or ""))
    ]
    assert late == []


def test_nothing_is_dissolved_before_it_is_created(book: ActorBook) -> None:
    created = {f.subject: f.when for f in facts(book, "created") if f.when}
    wrong = [
        str(f.place)
        for f in facts(book, "dissolved")
        if f.when and f.subject in created and ends_before_start(f.when, created[f.subject])
    ]
    assert wrong == []


def ends_before_start(end: When, start: When) -> bool:
    return bool(end.latest_end and start.earliest_start and end.latest_end < start.earliest_start)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2013-09-04/2020-08-18", "2020-08-18/2020-09-25", False),
        ("2013-09-04/2020-08-19", "2020-08-18/2020-09-25", True),
        ("2017/2019", "2019/2021", False),
        ("2017/2020", "2018/..", True),
        ("../2020", "2018/..", False),
    ],
)
def test_what_counts_as_a_clash(one: str, other: str, expected: bool) -> None:
    assert clash(When.parse(one), When.parse(other)) is expected


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("IBK", "ibrahim-boubacar-keita"),
        ("ATT", "amadou-toumani-toure"),
        ("Abdourahamane Tchiani", "abdourahamane-tiani"),
        ("Mahamat Idriss Deby Itno", "mahamat-idriss-deby"),
        ("Mohamed Ould Cheikh El Ghazouani", "mohamed-ould-ghazouani"),
        ("Vladimir Putin", "vladimir-poutine"),
        ("Zelensky", "volodymyr-zelensky"),
        ("imam Dicko", "mahmoud-dicko"),
    ],
)
def test_a_name_of_the_press_finds_the_person(book: ActorBook, name: str, person: str) -> None:
    assert person in [a.id for a in book.find(name)]


@pytest.mark.parametrize(
    ("state", "day", "head"),
    [
        ("mali", "2012-03-30", "amadou-haya-sanogo"),
        ("mali", "2019-01-01", "ibrahim-boubacar-keita"),
        ("niger", "2024-01-01", "abdourahamane-tiani"),
        ("burkina-faso", "2022-06-01", "paul-henri-sandaogo-damiba"),
        ("tchad", "2021-04-19", "idriss-deby-itno"),
        ("mauritanie", "2008-12-01", "mohamed-ould-abdel-aziz"),
        ("france", "2013-01-11", "francois-hollande"),
    ],
)
def test_the_head_of_a_state_on_a_day(book: ActorBook, state: str, day: str, head: str) -> None:
    on = date.fromisoformat(day)
    heads = {
        f.subject
        for f in facts(book, "holds-office")
        if f.object == state
        and f.role in HEAD_ROLES
        and f.when
        and clash(f.when, When.parse(f"{on}/{on + timedelta(days=1)}"))
    }
    assert heads == {head}
