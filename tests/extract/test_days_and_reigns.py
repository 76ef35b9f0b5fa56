"""Chronologies without headings, what counts from a month, plans told again, since when somebody rules."""

import pytest

from sahelgraph.tests.extract.conftest import Claims

DAY = "2023-05-10"
"""A Wednesday."""
CHRONOLOGY = """3 fév 2004: Attaque du JEM contre l'armée soudanaise à Nyala.

14 juin: L'ONU accuse Khartoum de laisser faire.

20: Khartoum libère deux chefs du JEM.

9 janvier: Accord de cessez-le-feu entre le gouvernement soudanais et le JEM.

L'Union africaine envoie des observateurs au Darfour.

2 mars 2006: Le JEM attaque Kassala."""


def dates(claims: Claims, text: str, relation: str) -> set[str | None]:
    return {c.when.edtf if c.when else None for c in claims(text, date=DAY) if c.relation == relation}


@pytest.mark.parametrize(
    ("relation", "when"),
    [
        ("attacked", {"2004-02-03", "2006-03-02"}),
        ("accused", {"2004-06-14"}),
        ("released", {"2004-06-20"}),
        ("signed-with", {"2005-01-09"}),
        ("deployed-in", {"2005-01-09"}),
    ],
)
def test_each_line_of_a_chronology_goes_on_from_the_one_before(
    claims: Claims, relation: str, when: set[str]
) -> None:
    assert dates(claims, CHRONOLOGY, relation) == when


def test_two_dated_lines_are_no_chronology(claims: Claims) -> None:
    text = "3 mai 2004: la date que personne n'oublie.\n\nL'armée tchadienne a attaqué le Fact le 4 mai."
    assert dates(claims, text, "attacked") == {"2023-05-04"}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Six mois après le putsch de juillet 2021, le Mali a annoncé son retrait de la Cédéao.",
            "left",
            "2022-01",
        ),
        (
            "Deux ans après la chute de Mouammar Kadhafi en 2011, la Libye a signé avec la France un accord.",
            "overthrew",
            "2011",
        ),
        (
            "Deux ans après la chute de Mouammar Kadhafi en 2011, la Libye a signé avec la France un accord.",
            "signed-with",
            "2013",
        ),
        ("Dès le 25 mai 2021, la Cédéao avait suspendu le Mali de ses instances.", "suspended", "2021-05-25"),
    ],
)
def test_a_date_counts_from_the_month_or_year_of_the_event(
    claims: Claims, text: str, relation: str, when: str
) -> None:
    assert dates(claims, text, relation) == {when}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Déployé depuis 2018 en Centrafrique, le groupe Wagner a aidé l'armée à repousser les rebelles.",
            "supported",
            None,
        ),
        ("Élue en 2015, la présidente a accusé le Rwanda d'aider le M23.", "accused", None),
        (
            "Réunis en mars à Lomé, les chefs d'État de la Cédéao ont suspendu le Mali.",
            "suspended",
            "2023-03",
        ),
    ],
)
def test_what_a_participle_tells_was_before_unless_they_met(
    claims: Claims, text: str, relation: str, when: str | None
) -> None:
    assert dates(claims, text, relation) <= {when}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "La France a invité les présidents africains à un sommet prévu les 6 et 7 juin à Paris. Cette "
            "rencontre verra la participation des présidents Macky Sall du Sénégal et Alpha Condé de Guinée.",
            {"2023-06-06/2023-06-07"},
        ),
        (
            "La France avait réuni les présidents africains à un sommet les 6 et 7 avril à Paris. La "
            "prochaine rencontre à Paris verra la participation du président Macky Sall du Sénégal.",
            {"2023-04-06/2023-04-07", None},
        ),
    ],
)
def test_a_meeting_to_come_is_on_the_days_told_before_if_they_have_not_passed(
    claims: Claims, text: str, when: set[str | None]
) -> None:
    assert dates(claims, text, "hosted") <= when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mahamat Idriss Déby dirige le Tchad depuis la mort de son père en avril 2021.", "2021-04/.."),
        (
            "Vladimir Poutine, président depuis la démission de Boris Eltsine en 1999, a accusé l'Otan.",
            "1999/..",
        ),
        (
            "Détenu depuis le putsch du 26 juillet 2022, l'ancien président nigérien Mohamed Bazoum a écrit.",
            "../2022-07-26",
        ),
    ],
)
def test_an_office_is_held_since_what_brought_its_holder_in(claims: Claims, text: str, when: str) -> None:
    assert dates(claims, text, "holds-office") == {when}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Selon un rapport publié lundi par Human Rights Watch, l'armée malienne a exécuté 300 civils à "
            "Moura fin mars 2022.",
            "2023-05-08",
        ),
        (
            "Amnesty International a affirmé mardi que les soldats érythréens avaient tué des centaines de "
            "civils à Aksoum en novembre 2020.",
            "2023-05-09",
        ),
        ("Selon Human Rights Watch, l'armée malienne a exécuté 300 civils à Moura fin mars 2022.", None),
    ],
)
def test_a_report_accuses_when_it_comes_out(claims: Claims, text: str, when: str | None) -> None:
    assert dates(claims, text, "accused") == {when}


def test_who_goes_on_to_another_place_does_so_when_the_story_is(claims: Claims) -> None:
    text = "M. Guterres s'est rendu vendredi au Caire avant de gagner dimanche Amman."
    assert dates(claims, text, "hosted") == {"2023-05-05", "2023-05-07"}


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        (
            "Dix soldats nigérians ont péri samedi dans une attaque attribuée à l'Iswap, apprend-on lundi.",
            "attacked",
            "alleged",
        ),
        ("Quinze soldats nigérians ont péri samedi dans une embuscade de l'Iswap.", "attacked", "asserted"),
        (
            "Les attentats qui se multiplient seraient liés aux interventions de la Turquie en Irak.",
            "deployed-in",
            "asserted",
        ),
        ("Wagner aurait participé à l'offensive de l'armée malienne à Kidal.", "deployed-in", "alleged"),
        (
            "Ces pourparlers visent à désarmer les rebelles, après l'accord signé fin 2016 entre Bogota et "
            "les Farc.",
            "signed-with",
            "asserted",
        ),
    ],
)
def test_what_is_supposed_is_not_what_it_rests_on(
    claims: Claims, text: str, relation: str, status: str
) -> None:
    assert {c.status.value for c in claims(text, date=DAY) if c.relation == relation} == {status}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Entre 1982 et 1990, Hissène Habré a présidé le Tchad d'une main de fer.", "1982/1990"),
        (
            "Le colonel Kadhafi, qui avait pris le pouvoir le 1er septembre 1969, est resté à la tête de la "
            "Libye jusqu'à sa mort, le 20 octobre 2011.",
            "1969-09-01/2011-10-20",
        ),
    ],
)
def test_a_reign_has_its_years_before_it_and_ends_with_a_death(claims: Claims, text: str, when: str) -> None:
    assert dates(claims, text, "holds-office") == {when}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "L'attaque, la plus meurtrière depuis celle de Diffa en mai 2019, a été revendiquée mardi par "
            "l'État islamique, qui affirme avoir tué une centaine de soldats nigériens.",
            "attacked",
            None,
        ),
        (
            "Cinq ans après l'accord de Khartoum, signé le 6 février 2018 entre Bangui et des rebelles, la "
            "guerre continue.",
            "hosted",
            "2018-02-06",
        ),
        (
            "La Minusca a condamné mardi l'attaque commise la veille contre une de ses patrouilles par la "
            "CPC à Ndélé, où un Casque bleu a péri.",
            "attacked",
            "2023-05-08",
        ),
    ],
)
def test_a_date_of_something_else_is_not_taken(
    claims: Claims, text: str, relation: str, when: str | None
) -> None:
    assert dates(claims, text, relation) == {when}


def test_an_act_that_is_over_does_not_go_on_since_a_day(claims: Claims) -> None:
    text = "Dix policiers colombiens ont péri dans un raid des Farc.\n\nBogota combat les Farc depuis mai."
    found = [c for c in claims(text, date=DAY) if c.evidence.start == 0 and c.relation == "attacked"]
    assert {c.when for c in found} == {None}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Paris a appelé mardi Téhéran, principal soutien du Hezbollah, à la retenue.",
            "supported",
            None,
        ),
        (
            "Le président Blaise Compaoré (1987-2014) avait accueilli Charles Taylor à Ouagadougou.",
            "hosted",
            None,
        ),
        (
            "Asmara accuse souvent le Soudan, qui fut le parrain des islamistes quand ils gouvernaient "
            "(1989-1999), de soutenir leur retour.",
            "accused",
            None,
        ),
        (
            "Lors de l'opération Serval (2013-2014), la France a combattu au Mali les jihadistes d'Aqmi.",
            "attacked",
            "2013/2014",
        ),
    ],
)
def test_what_stands_aside_and_the_rest_have_each_their_date(
    claims: Claims, text: str, relation: str, when: str | None
) -> None:
    assert dates(claims, text, relation) == {when}


def test_who_is_there_is_at_the_meeting_of_that_place(claims: Claims) -> None:
    text = (
        "Alors que le sommet de l'Union africaine s'ouvre le 30 mai à Addis-Abeba, Denis Sassou Nguesso a "
        "convoqué un mini-sommet à Brazzaville. Le Premier ministre algérien Abdelmalek Sellal y sera "
        "également présent."
    )
    found = {c.when for c in claims(text, date=DAY) if c.object and c.object.label == "Abdelmalek Sellal"}
    assert "2023-05-30" not in {w.edtf for w in found if w is not None}


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        ("L'armée tchadienne prépare une offensive contre Boko Haram.", "attacked", "planned"),
        ("Ankara s'apprête à lancer une attaque contre le PKK en Irak.", "attacked", "planned"),
        ("L'armée congolaise est sur le point d'attaquer le M23.", "attacked", "planned"),
        ("L'armée congolaise a failli attaquer le M23.", "attacked", "negated"),
        ("Paris examine un retrait de ses soldats du Niger.", "withdrew-from", "planned"),
        ("Les Farc et Bogota négocient un accord de paix.", "signed-with", "planned"),
        ("Bogota et l'ELN ont négocié un accord de cessez-le-feu.", "signed-with", "asserted"),
        ("L'accord préparé par l'ONU entre Bogota et les Farc a été signé.", "signed-with", "asserted"),
        (
            "Le Conseil de sécurité doit se réunir pour évoquer l'offensive du M23 contre la RDC.",
            "attacked",
            "asserted",
        ),
        (
            "Macron veut dénoncer l'agression de la Russie contre l'Ukraine lors du sommet.",
            "attacked",
            "alleged",
        ),
    ],
)
def test_what_is_prepared_is_to_come_and_what_is_to_be_spoken_of_was(
    claims: Claims, text: str, relation: str, status: str
) -> None:
    assert {c.status.value for c in claims(text, date=DAY) if c.relation == relation} == {status}


def test_what_happens_every_day_was_on_no_one_day(claims: Claims) -> None:
    text = (
        "Les combats entre l'armée malienne et le JNIM font rage quotidiennement.\n\nHier, l'armée malienne "
        "a bombardé une base du JNIM."
    )
    found = {c.when for c in claims(text, date=DAY) if c.relation == "attacked" and c.subject.label == "JNIM"}
    assert found == {None}


def test_a_plan_with_another_day_in_its_sentence_is_not_on_that_told_before(claims: Claims) -> None:
    text = (
        "Antony Blinken rencontrera lundi à Amman le roi Abdallah II. La veille, il aura fait étape au "
        "Caire, où il doit s'entretenir avec le président Sissi."
    )
    found = {c.when for c in claims(text, date=DAY) if c.subject.label == "Égypte" and c.relation == "hosted"}
    assert "2023-05-15" not in {w.edtf for w in found if w is not None}
