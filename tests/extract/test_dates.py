"""French dates: what is found in a text, and which time each means."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sahelgraph.extract.dates import Anchor, Kind, Part, Precision, find_dates, read_date
from sahelgraph.extract.lexicon.dates import DATES_FILE, load_date_words
from sahelgraph.ontology.errors import DataError

THURSDAY = date(2024, 11, 7)

EXPRESSIONS = [
    # Whole dates
    ("16 septembre 2023", "2023-09-16"),
    ("le 1er mars 2012", "2012-03-01"),
    ("mercredi 6 novembre 2024", "2024-11-06"),
    ("LE MERCREDI 6 NOVEMBRE 2024", "2024-11-06"),
    ("mis en ligne le mardi 06 mars 2018 à 9h40", "2018-03-06"),
    ("le 22 aout 2020", "2020-08-22"),
    ("le 10 novembre 93", "1993-11-10"),
    ("26/07/2023", "2023-07-26"),
    ("26.07.2023", "2023-07-26"),
    ("2023-07-26", "2023-07-26"),
    ("jeudi 18 août 2022 au soir", "2022-08-18"),
    # Days counted from the article's
    ("aujourd'hui", "2024-11-07"),
    ("aujourd’hui", "2024-11-07"),
    ("hier", "2024-11-06"),
    ("avant-hier", "2024-11-05"),
    ("demain", "2024-11-08"),
    ("ce matin", "2024-11-07"),
    ("hier soir", "2024-11-06"),
    ("mercredi", "2024-11-06"),
    ("jeudi", "2024-11-07"),
    ("mercredi dernier", "2024-11-06"),
    ("jeudi dernier", "2024-10-31"),
    ("jeudi prochain", "2024-11-14"),
    ("vendredi soir", "2024-11-01"),
    ("ce mardi", "2024-11-05"),
    ("ce vendredi", "2024-11-08"),
    ("il y a trois jours", "2024-11-04"),
    ("il y a 48 heures", "2024-11-05"),
    # Days without a year or month
    ("le 16 mars dernier", "2024-03-16"),
    ("le 16 décembre prochain", "2024-12-16"),
    ("lundi 5 novembre", "2024-11-05"),
    ("mardi 5 novembre", "2024-11-05"),
    ("le 16 mars", "2024-03-16"),
    ("le 30 novembre", "2023-11-30"),
    ("le 16", "2024-10-16"),
    ("le 5", "2024-11-05"),
    ("le 15 du mois dernier", "2024-10-15"),
    ("le 12 octobre de l'année dernière", "2023-10-12"),
    # Months, seasons, parts
    ("en avril 2010", "2010-04"),
    ("07/2023", "2023-07"),
    ("avril dernier", "2024-04"),
    ("en décembre dernier", "2023-12"),
    ("en juillet dernier", "2024-07"),
    ("en janvier", "2024-01"),
    ("juin de cette année", "2024-06"),
    ("au mois d’août", "2024-08"),
    ("octobre 98", "1998-10"),
    ("début septembre", "2024-09"),
    ("fin mars 2012", "2012-03"),
    ("mi-octobre", "2024-10"),
    ("à la fin du mois de mai", "2024-05"),
    ("au printemps 2015", "2015-21"),
    ("été 2014", "2014-22"),
    ("l'automne dernier", "2023-23"),
    ("l'hiver 2012-2013", "2012-12/2013-02"),
    # Years and more
    ("en 2017", "2017"),
    ("début 2013", "2013"),
    ("mi-2011", "2011"),
    ("courant 2012", "2012"),
    ("la fin de l'année 2016", "2016"),
    ("l'an dernier", "2023"),
    ("l'année dernière", "2023"),
    ("cette année", "2024"),
    ("l'an prochain", "2025"),
    ("les années 1990", "199X"),
    ("les années 90", "199X"),
    ("les années quatre-vingt-dix", "199X"),
    ("au XXe siècle", "1901/2000"),
    ("il y a sept ans", "2017"),
    ("il y a une dizaine d'années", "2014~"),
    # Weeks, quarters
    ("le mois dernier", "2024-10"),
    ("ce mois-ci", "2024-11"),
    ("dans trois mois", "2025-02"),
    ("la semaine dernière", "2024-10-28/2024-11-03"),
    ("la semaine prochaine", "2024-11-11/2024-11-17"),
    ("ce week-end", "2024-11-09/2024-11-10"),
    ("le week-end dernier", "2024-11-02/2024-11-03"),
    ("la deuxième moitié de 2020", "2020-07/2020-12"),
    ("le premier trimestre 2014", "2014-01/2014-03"),
    ("la première quinzaine de mars 2012", "2012-03-01/2012-03-15"),
    # Starts and ends
    ("depuis 2017", "2017/.."),
    ("depuis janvier", "2024-01/.."),
    ("depuis le 6 décembre", "2023-12-06/.."),
    ("depuis sept ans", "2017/.."),
    ("depuis près de dix ans", "2015~/.."),
    ("à partir du 1er mars", "2024-03-01/.."),
    ("à compter du 1er janvier 2025", "2025-01-01/.."),
    ("dès 2012", "2012/.."),
    ("jusqu'en 2022", "../2022"),
    ("jusqu’au 31 décembre prochain", "../2024-12-31"),
    ("avant 2015", "../2014-12-31"),
    ("après le 26 juillet", "2024-07-27/.."),
    ("d'ici la fin de l'année", "2024-11-07/2024-12-31"),
    # Two ends
    ("du 6 au 8 janvier 2020", "2020-01-06/2020-01-08"),
    ("du 31 mars au 1er avril 2025", "2025-03-31/2025-04-01"),
    ("du 28 décembre 2012 au 3 janvier", "2012-12-28/2013-01-03"),
    ("entre le 30 avril et le 1er mai", "2024-04-30/2024-05-01"),
    ("entre 2013 et 2022", "2013/2022"),
    ("de 2013 à 2022", "2013/2022"),
    ("2012-2013", "2012/2013"),
    ("2012–2013", "2012/2013"),
    ("de janvier à mars 2012", "2012-01/2012-03"),
    ("les 6 et 7 janvier 2020", "2020-01-06/2020-01-07"),
    ("du lundi 4 au mercredi 6 novembre", "2024-11-04/2024-11-06"),
    ("dans la nuit de vendredi à samedi", "2024-11-01/2024-11-02"),
    ("dans la nuit du 18 au 19 août 2020", "2020-08-18/2020-08-19"),
]


@pytest.mark.parametrize(("expression", "edtf"), EXPRESSIONS)
def test_an_expression_is_read(expression: str, edtf: str) -> None:
    when = read_date(expression, THURSDAY)
    assert when is not None
    assert when.edtf == edtf


TEXTS = [
    # The tense of the verb decides, or a participle near the date.
    ("Les ministres se retrouveront mercredi à Niamey.", ["2024-11-13"]),
    ("Les ministres se sont retrouvés mercredi à Niamey.", ["2024-11-06"]),
    ("Il effectuera un séjour de trois jours au Tchad à partir de mercredi.", ["2024-11-13"]),
    (
        "Ils se sont battus au cours du week-end, et tout le week-end.",
        ["2024-11-02/2024-11-03", "2024-11-02/2024-11-03"],
    ),
    ("Il y a dix ans, jour pour jour, le putsch échouait.", ["2014-11-07"]),
    ("Une réunion prévue mercredi a été annulée mardi.", ["2024-11-13", "2024-11-05"]),
    ("Le sommet doit s'ouvrir lundi à Abuja, a-t-on appris mercredi.", ["2024-11-11", "2024-11-06"]),
    ("Le chef de la junte se rend lundi à Moscou.", ["2024-11-11"]),
    ("Le scrutin aura lieu le 16 mars.", ["2025-03-16"]),
    ("Le scrutin a eu lieu le 16 mars.", ["2024-03-16"]),
    ("L'armée a donné aux rebelles jusqu'à mardi pour partir.", ["2024-11-12"]),
    # Dates that count from one told before.
    ("Le poste est tombé le 3 mai 2012. Le lendemain, la ville a été reprise.", ["2012-05-03", "2012-05-04"]),
    ("Le poste est tombé le 3 mai 2012. La veille, tout était calme.", ["2012-05-03", "2012-05-02"]),
    ("Le poste est tombé le 3 mai 2012. Ce jour-là, il pleuvait.", ["2012-05-03", "2012-05-03"]),
    ("Le poste est tombé le 3 mai 2012, et trois jours plus tard la ville.", ["2012-05-03", "2012-05-06"]),
    ("Fondé en mars 2012, le groupe se divise l'année suivante.", ["2012-03", "2013"]),
    ("La ville est prise le 1er avril 2012. Le 6 avril, le nord se dit libre.", ["2012-04-01", "2012-04-06"]),
    ("Des sanctions sont tombées quatre jours après le putsch du 26 juillet.", ["2024-07-30", "2024-07-26"]),
    ("Fondé en avril 2021, le groupe a été dissous le 20 mars.", ["2021-04", "2024-03-20"]),
    ("Il est mort le 5 mai 2019, après l'assaut du 3 mars.", ["2019-05-05", "2019-03-03"]),
    ("Deux jours après l'assaut, le maire a parlé mardi.", [None, "2024-11-05"]),
    # The headings of a chronology, over its entries.
    ("2012\n\n17 janvier: assaut.\n\n2013\n\n11 mars: trêve.", ["2012", "2012-01-17", "2013", "2013-03-11"]),
    (
        "--NOVEMBRE 2011--\n- 22: assaut.\n- 23-26: combats. Le 27, trêve.\n--JANVIER--\n- 1er: accord.",
        ["2011-11", "2011-11-22", "2011-11-23/2011-11-26", "2011-11-27", "2012-01", "2012-01-01"],
    ),
    # A year that opens a sentence is that of the days told next.
    (
        "En 2012, le Nord se soulève. Le 22 mars, l'armée se mutine. En avril, tout est perdu.",
        ["2012", "2012-03-22", "2012-04"],
    ),
    ("Les mutins de 2012 sont libres. Le 22 mars, ils ont parlé.", ["2012", "2024-03-22"]),
    # A participle beside the month, and a verb in the present beside a weekday.
    ("Dix mineurs, enlevés en décembre, sont revenus.", ["2023-12"]),
    ("L'accord doit être signé en décembre.", ["2024-12"]),
    ("Avant l'arrivée vendredi du ministre, le port se prépare.", ["2024-11-08"]),
    ("Le ministre reçoit vendredi son homologue.", ["2024-11-08"]),
    # Without a day told before, one counts from the article; a day on which something was only said is none.
    ("Le pont, détruit deux mois plus tôt, a rouvert.", ["2024-09"]),
    (
        "Des tirs ont retenti samedi. Il y a un mort, a dit lundi la police. Le lendemain, plus rien.",
        ["2024-11-02", "2024-11-04", "2024-11-03"],
    ),
    # What is left unsaid stands in the date that follows.
    ("Les 5, 6 et 7 mai 2014, trois villages ont brûlé.", ["2014-05-05", "2014-05-06", "2014-05-07"]),
    ("Entre avril et juin 2015, puis en 2016.", ["2015-04", "2015-06", "2016"]),
]


@pytest.mark.parametrize(("text", "times"), TEXTS)
def test_the_text_around_tells_which_day_is_meant(text: str, times: list[str]) -> None:
    assert [m.when.edtf if m.when else None for m in find_dates(text, THURSDAY)] == times


@pytest.mark.parametrize(
    "text",
    [
        "Sept soldats et 2000 civils ont fui sur 1 500 km.",
        "La résolution 2100 a été votée; il a été le premier.",
        "Le F-16 et le 4x4 du 12e régiment, au 3e étage, devant le 10, rue du marché.",
        "Trois heures de route, 2h de vol, pendant trois ans, chaque lundi.",
        "Le Printemps arabe, une mi-temps, les jeux d'hiver.",
        "Le 1er bataillon et les 2 otages, 12,5 %, 192.168.1.1",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [m.text for m in find_dates(text, THURSDAY)] == []


@pytest.mark.parametrize(
    "expression",
    ["mercredi", "hier", "le 16 mars", "en janvier", "l'an dernier", "depuis sept ans", "la veille"],
)
def test_without_an_article_date_nothing_is_guessed(expression: str) -> None:
    assert read_date(expression, None) is None
    assert [m.when for m in find_dates(expression, None)] == [None]


def test_whole_dates_need_no_article_date() -> None:
    assert [str(m.when) for m in find_dates("En avril 2010, puis le 6 mai.", None)] == [
        "2010-04",
        "2010-05-06",
    ]


def test_a_day_that_does_not_exist_has_no_time() -> None:
    assert [(m.text, m.when) for m in find_dates("Le 31 février 2020.", THURSDAY)] == [
        ("Le 31 février 2020", None)
    ]


def test_a_mention_tells_the_date_from_what_is_said_of_it() -> None:
    text = "Membre depuis fin 2017, il a siégé du 6 au 8 janvier 2020."
    since, first, last = find_dates(text, THURSDAY)
    assert (since.text, str(since.when), str(since.said)) == ("fin 2017", "2017", "2017/..")
    assert (since.kind, since.part, since.precision) == (Kind.SINCE, Part.END, Precision.YEAR)
    assert since.anchored is Anchor.ABSOLUTE
    assert text[slice(*since.whole)] == "depuis fin 2017"
    assert (str(first.when), str(last.when)) == ("2020-01-06", "2020-01-08")
    assert first.said == last.said
    assert str(first.said) == "2020-01-06/2020-01-08"
    assert first.kind is Kind.INTERVAL
    assert text[slice(*last.whole)] == "du 6 au 8 janvier 2020"


def test_a_start_leaves_the_end_open_and_a_between_both_days() -> None:
    since = read_date("depuis avril 2010", None)
    assert since is not None
    assert since.bounds == (date(2010, 4, 1), date(2010, 4, 30), None, None)
    between = read_date("entre le 31 mars 2025 et le 1er avril 2025", None)
    assert between is not None
    assert between.bounds == (date(2025, 3, 31), date(2025, 4, 1)) * 2


def test_a_word_for_the_present_names_no_date_but_says_that_it_held_on_the_day() -> None:
    (mention,) = find_dates("Le pays est désormais membre.", THURSDAY)
    assert mention.kind is Kind.VAGUE
    assert mention.when is None
    assert mention.said is not None
    assert mention.said.bounds == (None, THURSDAY, THURSDAY, None)


def test_offsets_survive_odd_characters() -> None:
    for text in (
        "Le 6\u00a0novembre\u202f2024, l\u2019apre\u0300s-midi",
        unicodedata.normalize("NFD", "créée fin décembre 2012"),
        "mer\u00adcredi 6 novembre 2024",
    ):
        for mention in find_dates(text, THURSDAY):
            assert text[mention.start : mention.end] == mention.text
        assert find_dates(text, THURSDAY)[0].when is not None


# --- properties

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
ANY_DAY = st.dates(date(1900, 1, 1), date(2049, 12, 31))
WORDS = st.sampled_from(
    [
        word
        for phrases in re.findall(r"\[([^\]]*)\]", DATES_FILE.read_text("utf-8"))
        for word in re.findall(r'"([^"]+)"', phrases)
    ]
)


def spellings(day: date) -> list[str]:
    number = "1er" if day.day == 1 else str(day.day)
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return [
        f"le {number} {month} {day.year}",
        f"{weekday} {day.day:02d} {month} {day.year}",
        f"LE {weekday.upper()} {number} {month.upper()} {day.year}",
        f"le\u00a0{number}\u00a0{month}\u00a0{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
    ]


@given(ANY_DAY, st.none() | ANY_DAY)
def test_a_day_written_out_is_read_back(day: date, published: date | None) -> None:
    for spelling in spellings(day):
        when = read_date(f"Le texte, écrit {spelling}.", published)
        assert when is not None
        assert when.bounds == (day, day, day, day)


@given(ANY_DAY, st.integers(-3, 180))
def test_a_day_with_its_weekday_needs_no_year(published: date, back: int) -> None:
    day = published - timedelta(back)
    when = read_date(f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}", published)
    assert when is not None
    assert when.edtf == day.isoformat()


@given(ANY_DAY, st.integers(0, 6))
def test_a_weekday_is_within_the_last_week(published: date, weekday: int) -> None:
    when = read_date(f"Il a parlé {WEEKDAYS[weekday]}.", published)
    assert when is not None
    assert when.earliest_start is not None
    assert 0 <= (published - when.earliest_start).days < 7
    assert when.earliest_start.weekday() == weekday


@settings(max_examples=300)
@given(
    st.text()
    | st.lists(WORDS | st.integers(0, 2100).map(str) | st.text(max_size=3), max_size=12).map(" ".join),
    st.none() | st.dates(),
)
@example("il y a 3000 ans", date(2024, 1, 1))
@example("la semaine prochaine", date.max)
@example("la veille du 1er janvier de l'an dernier", date.min)
def test_any_text_is_read_without_error(text: str, published: date | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.whole[0] <= mention.start
        assert mention.end <= mention.whole[1]
        end = mention.end


# --- the words

SPOILED = [
    ('1 = ["janvier"', '13 = ["janvier"', "13 is no value of month"),
    ("last = [", "before-last = [", "before-last is no value of shift"),
    ('2 = ["mercredi"]', '2 = ["mercredi", "lundi"]', "«lundi» stands twice under weekday"),
    ("[season]", "[seasons]", "the table season is missing"),
    ("there = [", "their = [", "the words have no there"),
    ("auxiliary = [", "auxiliaries = [", "the tenses have no auxiliary"),
    ("[tense]", "more = []\n[tense]", "unknown keys: more"),
]


@pytest.mark.parametrize(("right", "wrong", "complaint"), SPOILED)
def test_a_mistake_in_the_words_is_named_with_its_line(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    text = DATES_FILE.read_text("utf-8")
    assert right in text
    spoiled = tmp_path / "dates.toml"
    spoiled.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError, match=re.escape(complaint)) as raised:
        load_date_words(spoiled)
    assert str(raised.value).startswith(str(spoiled))


def test_the_dates_of_the_french_timebank_are_found(shared: Path) -> None:
    command = [sys.executable, str(shared / "bin/score-dates"), str(shared / "timebank")]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    relaxed, strict = (float(f1) for f1 in re.findall(r"F1 ([\d.]+)", report))
    (value,) = re.findall(r"value right \S+ = ([\d.]+)", report)
    assert relaxed >= 0.94
    assert strict >= 0.88
    assert float(value) >= 0.96


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La force était là depuis mars 2007 et jusqu'au 31 mars 2022.", "2007-03/2022-03-31"),
        ("Il a régné de mars 1997 jusqu'en 2003.", "1997-03/2003"),
    ],
)
def test_a_time_has_two_ends(text: str, said: str) -> None:
    assert {m.said.edtf for m in find_dates(text, THURSDAY) if m.said} == {said}
