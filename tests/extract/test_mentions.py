"""Which actors a text names: those of the actor files, and those that the text itself introduces."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.naming import Kind
from sahelgraph.ontology.actors import actor_book
from sahelgraph.ontology.claims import ActorType

FINDER = MentionFinder(actor_book(), name_words())


def named(text: str) -> list[tuple[str, str]]:
    """The names of a text, and the actors that they name."""
    return [(m.text, m.entity.id) for m in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le Niger et le Nigeria", ["niger", "nigeria"]),
        ("un Nigérien, une Nigériane", ["niger", "nigeria"]),
        ("l'armée nigérienne, l'armée nigériane", ["niger", "nigeria"]),
        (
            "la Guinée, la Guinée-Bissau, la Guinée équatoriale",
            ["guinee", "guinee-bissau", "guinee-equatoriale"],
        ),
        ("le Soudan du Sud et le Soudan", ["soudan-du-sud", "soudan"]),
        ("le Tchad et le lac Tchad", ["tchad", "lac-tchad"]),
        ("l'AES, ou Alliance des États du Sahel", ["aes", "aes"]),
        ("l'Alliance Sahel et l'AES", ["alliance-sahel", "aes"]),
        ("le Conseil de sécurité des Nations unies", ["conseil-de-securite"]),
        ("l'État islamique et l'État islamique dans le Grand Sahara", ["etat-islamique", "eigs"]),
        ("Al-Qaïda et Al-Qaïda au Maghreb islamique", ["al-qaida", "aqmi"]),
        ("Bamako et Paris", ["mali", "france"]),
        ("l'accord algéro-malien", ["algerie", "mali"]),
        ("un Sud-Africain et un Sud-Soudanais", ["afrique-du-sud", "soudan-du-sud"]),
        ("l'armée congolaise", ["rdc"]),
        ("l'armée congolaise à Brazzaville", ["congo", "congo"]),
        ("des députés congolais à Pointe-Noire", ["congo", "pointe-noire"]),
        ("Les shebab frappent Mogadiscio.", ["al-shabaab", "somalie"]),
        ("Les shebab frappent l'armée mozambicaine.", ["al-shabab-mozambique", "mozambique"]),
        ("l'accord d'Alger, signé par le Mali à Alger", ["mali", "algerie"]),
        ("le processus dit d'Alger, les accords de Rome", []),
        ("des séparatistes cachemiris", ["separatistes-du-cachemire"]),
        ("deux groupes séparatistes cachemiris", []),
        ("l'un des hommes", []),
        ("un homme sur dix, au cours de l'été", []),
    ],
)
def test_known_actors(text: str, expected: list[str]) -> None:
    assert [actor for _, actor in named(text)] == expected


def test_an_adjective_is_told_from_a_name_and_a_capital() -> None:
    kinds = [m.kind for m in FINDER.find("Le Mali, Bamako, un soldat malien, la rencontre franco-malienne")]
    assert kinds == [Kind.NAME, Kind.CAPITAL, Kind.DEMONYM, Kind.COMBINING, Kind.DEMONYM]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mohamed Bazoum a parlé. Bazoum est parti.", ["mohamed-bazoum", "mohamed-bazoum"]),
        ("Iyad Ag Ghali recrute. Ag Ghali se cache.", ["iyad-ag-ghaly", "iyad-ag-ghaly"]),
        ("Jean-Yves Le Drian arrive. Le Drian repart.", ["jean-yves-le-drian", "jean-yves-le-drian"]),
        ("Un certain Bazoum est parti.", []),
        ("Salifou Ouattarou a parlé. Plus tard, Ouattarou est parti.", ["new:salifou-ouattarou"] * 2),
    ],
)
def test_a_last_name_counts_once_the_full_name_was_said(text: str, expected: list[str]) -> None:
    assert [actor for _, actor in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le colonel Zerbane a parlé.", "Zerbane"),
        ("M. Zerbane a parlé.", "Zerbane"),
        ("Selon Mme Zerbane, tout va bien.", "Zerbane"),
        ("Le chercheur Olgan Zerbane enquête.", "Olgan Zerbane"),
        ("Le cheikh Olgan ould Zerbane enquête.", "Olgan ould Zerbane"),
        ("Fatou Zerbane enquête.", "Fatou Zerbane"),
        ("Selon Fatou Zerbane, tout va bien.", "Fatou Zerbane"),
    ],
)
def test_persons_that_no_file_knows(text: str, name: str) -> None:
    (mention,) = FINDER.find(text)
    assert mention.text == mention.entity.label == name
    assert mention.entity.type is ActorType.PERSON
    assert mention.entity.id.startswith("new:")


def test_a_title_with_a_last_name_and_the_full_name_are_one_person() -> None:
    first, second = FINDER.find("M. Zerbane est arrivé. Olivier Zerbane est reparti.")
    assert first.entity == second.entity
    assert first.entity.label == "Olivier Zerbane"


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Le ministre du Logement et le Secrétaire Général sont venus.", []),
        ("Le chef d'état-major Général des Armées a parlé.", []),
        ("Le Président Directeur Général de Zerbane Mines a parlé.", []),
        ("La présidente des Jeunes de Zerbane, Awa Olgan, a parlé.", ["Awa Olgan"]),
        ("Accompagnée de Zerbane, la reine est partie.", []),
        ("Le colonel Major Issa Zerbane a parlé.", ["Issa Zerbane"]),
        ("Le préfet, le colonel Olgan Issa Zerbane, a parlé.", ["Olgan Issa Zerbane"]),
        ("Le Togolais Olgan Zerbane, secrétaire général du port, a parlé.", ["Olgan Zerbane"]),
        ("Soutien à Awa Zerbane Comment Zerbane a gagné", ["Awa Zerbane", "Awa Zerbane"]),
    ],
)
def test_titles_departments_and_nationalities_are_no_part_of_a_name(text: str, persons: list[str]) -> None:
    found = [m.entity.label for m in FINDER.find(text) if m.entity.type is ActorType.PERSON]
    assert found == persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Choguel Kokala Maiga a parlé.", "choguel-kokalla-maiga"),
        ("Mr Jean Yves Ledrian a parlé.", "jean-yves-le-drian"),
        ("Le président Volodimir Zelensky a parlé.", "volodymyr-zelensky"),
    ],
)
def test_a_known_person_is_known_in_other_spellings(text: str, expected: str) -> None:
    assert expected in [actor for _, actor in named(text)]


@pytest.mark.parametrize("text", ["Le Grand Marché ferme.", "La Place Rouge.", "Il est né à Zerbane."])
def test_capitals_alone_make_no_person(text: str) -> None:
    assert not [m for m in FINDER.find(text) if m.entity.type is ActorType.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Le groupe jihadiste Zerbane recrute.", "Zerbane", ActorType.ARMED_GROUP),
        ("La milice Zerbane recrute.", "Zerbane", ActorType.ARMED_GROUP),
        ("Le groupe « Zerbane » recrute.", "Zerbane", ActorType.ORGANISATION),
        ("L'ONG Zerbane recrute.", "Zerbane", ActorType.ORGANISATION),
        ("le Mouvement zerbanien recrute", "Mouvement zerbanien", ActorType.ORGANISATION),
        (
            "Il dirige la Fédération des Bergers du Gourma Vert.",
            "Fédération des Bergers du Gourma Vert",
            ActorType.ORGANISATION,
        ),
    ],
)
def test_groups_that_the_text_introduces(text: str, name: str, type_: ActorType) -> None:
    (mention,) = FINDER.find(text)
    assert (mention.entity.label, mention.entity.type) == (name, type_)


def test_an_introduced_group_is_known_from_then_on() -> None:
    names = named("La milice Zerbane recrute. Les hommes de Zerbane avancent.")
    assert names == [("Zerbane", "new:zerbane")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Le Front zerbanais de libération (FZL) recrute. Le FZL avance.",
        "Le FZL (Front zerbanais de libération) recrute. Le FZL avance.",
        "Le FZL recrute. Le Front zerbanais de libération (FZL) avance.",
    ],
)
def test_an_acronym_and_its_long_form_are_one_actor(text: str) -> None:
    mentions = FINDER.find(text)
    assert {m.entity.label for m in mentions} == {"Front zerbanais de libération"}
    assert [m.text for m in mentions].count("FZL") == 2
    assert mentions[0].entity.aliases == ("FZL",)


@pytest.mark.parametrize(
    "text",
    [
        "La Coupe d'Afrique des nations (CAN) est finie.",
        "Le Ministère du Commerce et des Mines (MCM) a ouvert.",
        "Le Chef d'état-major des Armées (CEMA) est là.",
        "Le Programme de Désarmement et de Réinsertion (PDR) est fini.",
        "Les lesbiennes, gays, bisexuels et transgenres (LGBT) défilent.",
    ],
)
def test_not_all_that_has_an_acronym_is_an_actor(text: str) -> None:
    assert not [
        m for m in FINDER.find(text) if m.entity.type in (ActorType.ORGANISATION, ActorType.ARMED_GROUP)
    ]


def test_an_acronym_that_the_text_gives_to_a_known_actor_is_its_own() -> None:
    assert named("La Force conjointe du G5 Sahel (FCGS) patrouille. La FCGS avance.")[-1] == (
        "FCGS",
        "force-conjointe-g5-sahel",
    )


@pytest.mark.xfail(reason="the name of another group that begins like a known one", raises=AssertionError)
def test_a_longer_unknown_name_is_not_the_known_one_inside() -> None:
    assert named("L'Alliance sahélienne des éleveurs recrute.") != [("Alliance sahélienne", "alliance-sahel")]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            "Front zerbanais de libération",
            marks=pytest.mark.xfail(reason="small letters inside an unknown name", raises=AssertionError),
        ),
        "Front zerbanien pour la paix",
    ],
)
def test_an_unknown_name_may_have_small_letters(name: str) -> None:
    assert [found for found, _ in named(f"Il dirige le {name}.")] == [name]


@pytest.mark.xfail(reason="a first name that is a State's name", raises=AssertionError)
def test_a_person_may_be_called_like_a_state() -> None:
    assert ("France", "france") not in named("Mme France Zerbane a chanté.")


@pytest.mark.xfail(reason="small words in a name behind its introducer", raises=AssertionError)
def test_an_introduced_name_may_have_small_words() -> None:
    assert [name for name, _ in named("Le groupe armé Lumière des sables recrute.")] == ["Lumière des sables"]


WORDS = [
    "le",
    "l'",
    "de",
    "d’",
    "Mali",
    "malien",
    "MALI",
    "(AES)",
    "Mohamed",
    "Bazoum",
    "général",
    "groupe",
    "milice",
]
WORDS += ["milice", "Zerbane", "Front", "franco-", "A.Q.M.I.", "«", "»", ".", ",", "\n", "-", ""]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_mentions_are_in_order_apart_and_in_their_place(text: str) -> None:
    mentions = FINDER.find(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert re.search(r"\w", mention.text)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


def test_whom_an_operation_is_against_is_named_and_whom_fighters_are_against_is_not() -> None:
    assert named("une opération militaire anti-PKK") == [("PKK", "pkk")]
    assert named("des combattants anti-PKK") == []


@pytest.mark.parametrize(
    "text",
    [
        "L'armée angolaise tient Kuito.",
        "Depuis Luanda, des renforts sont partis pour Kuito.",
        "Entre Kuito et Lobito, en Angola, la route est coupée.",
    ],
)
def test_a_town_counts_where_its_state_is_named_in_any_form(text: str) -> None:
    (town,) = [m.entity for m in FINDER.find(text) if m.text == "Kuito"]
    assert (town.type, town.state) == (ActorType.PLACE, "Angola")


@pytest.mark.parametrize(
    "text",
    [
        "Des renforts sont partis pour Kuito.",
        "Le général Kuito commande en Angola.",
        "Moussa Kuito, un marchand, vit en Angola. Kuito est riche.",
    ],
)
def test_a_town_is_neither_read_without_its_state_nor_where_a_person_bears_its_name(text: str) -> None:
    assert not any(m.text == "Kuito" and m.entity.type is ActorType.PLACE for m in FINDER.find(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("L'armée angolaise a repris Moanda.", None),
        ("L'armée congolaise a pris Moanda, rapporte Kinshasa.", "RDC"),
        ("Le gouvernement gabonais a fermé la mine de Moanda.", "Gabon"),
    ],
)
def test_of_two_towns_of_one_name_that_of_the_state_of_the_text_is_meant(
    text: str, state: str | None
) -> None:
    assert next((m.entity.state for m in FINDER.find(text) if m.text == "Moanda"), None) == state


def test_groups_that_one_noun_introduces_are_each_known_later() -> None:
    text = "Les groupes rebelles Ndoki, Saraf al Zirqa et Koulé ont signé. Koulé a démenti."
    groups = [m for m in FINDER.find(text) if m.kind is Kind.INTRODUCED]
    assert [m.text for m in groups] == ["Ndoki", "Saraf al Zirqa", "Koulé", "Koulé"]
    assert {m.entity.type for m in groups} == {ActorType.ARMED_GROUP}


def test_an_acronym_of_another_language_stands_for_the_long_name_before_it() -> None:
    text = "La Commission mixte de suivi du retrait (JWMC) siège ici. Le JWMC se tait."
    assert {m.entity.label for m in FINDER.find(text)} == {"Commission mixte de suivi du retrait"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Le Somaliland accuse Mogadiscio.", ["somaliland", "somalie"]),
        ("Tskhinvali accuse Tbilissi.", ["ossetie-du-sud", "georgie"]),
        ("La Casa Rosada et le Planalto ont condamné la Sublime Porte.", ["argentine", "bresil", "turquie"]),
    ],
)
def test_breakaway_regions_and_seats_of_power_are_actors(text: str, actors: list[str]) -> None:
    assert [actor for _, actor in named(text)] == actors
