"""Every file of the lexicon is read with checks: a mistake is named with its file and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sahelgraph.extract.lexicon.charges import CHARGES_FILE, load_charges
from sahelgraph.extract.lexicon.dates import DATES_FILE, load_date_words
from sahelgraph.extract.lexicon.frames import load_frames
from sahelgraph.extract.lexicon.hosting import HOSTING_FILE, load_hosting_words
from sahelgraph.extract.lexicon.names import NAMES_FILE, load_name_words
from sahelgraph.extract.lexicon.nouns import NOUNS_FILE, load_nouns, singular
from sahelgraph.extract.lexicon.offices import OFFICES_FILE, load_offices
from sahelgraph.extract.lexicon.presence import PRESENCE_FILE, load_presence_words
from sahelgraph.extract.lexicon.questions import QUESTIONS_FILE, load_question_words
from sahelgraph.extract.lexicon.telling import TELLING_FILE, load_telling
from sahelgraph.extract.lexicon.ties import TIES_FILE, load_ties
from sahelgraph.extract.lexicon.verbs import VERBS_FILE, load_verbs
from sahelgraph.ontology.errors import DataError

LOADERS = {
    "charges": (load_charges, CHARGES_FILE),
    "dates": (load_date_words, DATES_FILE),
    "hosting": (load_hosting_words, HOSTING_FILE),
    "names": (load_name_words, NAMES_FILE),
    "nouns": (load_nouns, NOUNS_FILE),
    "offices": (load_offices, OFFICES_FILE),
    "presence": (load_presence_words, PRESENCE_FILE),
    "questions": (load_question_words, QUESTIONS_FILE),
    "telling": (load_telling, TELLING_FILE),
    "verbs": (load_verbs, VERBS_FILE),
}
FIRST_LIST = re.compile(r"^(\w+) = \[[^\]]*\]", re.MULTILINE)
every_loader = pytest.mark.parametrize(("load", "real"), LOADERS.values(), ids=LOADERS)
Loader = Callable[[Path], Any]


def place_of(error: DataError) -> str:
    return f"{Path(error.where.file).name}:{error.where.line}"  # type: ignore[union-attr]


@every_loader
def test_the_file_itself_is_right(load: Loader, real: Path) -> None:
    assert load(real)


@every_loader
def test_an_unknown_key_is_refused(load: Loader, real: Path, tmp_path: Path) -> None:
    file = tmp_path / real.name
    file.write_text('# A comment\nslip_of_the_pen = ["x"]\n' + real.read_text("utf-8"), "utf-8")
    with pytest.raises(DataError, match="slip_of_the_pen") as caught:
        load(file)
    assert place_of(caught.value) == f"{real.name}:2"


@every_loader
@pytest.mark.parametrize("value", ['"text"', "3", "[1, 2]", '[""]', "true", "{a = 1}"])
def test_a_value_of_the_wrong_type_is_refused(load: Loader, real: Path, value: str, tmp_path: Path) -> None:
    text = real.read_text("utf-8")
    first = FIRST_LIST.search(text)
    assert first
    file = tmp_path / real.name
    file.write_text(f"{text[: first.start()]}{first[1]} = {value}{text[first.end() :]}", "utf-8")
    with pytest.raises(DataError) as caught:
        load(file)
    if real != QUESTIONS_FILE:  # its first key is a word of the comment above it, and that line is named
        assert place_of(caught.value) == f"{real.name}:{text.count(chr(10), 0, first.start()) + 1}"


@every_loader
def test_what_is_no_toml_is_refused(load: Loader, real: Path, tmp_path: Path) -> None:
    file = tmp_path / real.name
    file.write_text("a =\nb = 1\n", "utf-8")
    with pytest.raises(DataError, match=rf"{real.name}.*TOML.*line 1"):
        load(file)


LINE_ONE = pytest.mark.xfail(reason="a missing key is put on the first line that has the word «frame»")
FRAMES = """\
# Two frames; the second has the mistake.
[[frame]]
id = "attack"
relation = "attacked"
verbs = ["attaquer"]

[[frame]]
id = "bomb"
{}
"""
COMPLETE = 'relation = "attacked"\nverbs = ["bombarder"]\n'


@pytest.mark.parametrize(
    ("mistake", "message", "line"),
    [
        pytest.param('verbs = ["bombarder"]', "relation", 7, marks=LINE_ONE),
        ('relation = "bombed"\nverbs = ["bombarder"]', "no relation «bombed»", 8),
        ('relation = "attacked"', "neither verbs nor nouns", 8),
        (COMPLETE + 'objekt = ["object"]', "objekt", 11),
        (COMPLETE + 'object = "object"', "object is a list", 11),
        (COMPLETE + 'also = ["exploded"]', "no relation «exploded»", 8),
        (COMPLETE + 'opens = "guessed"', "no status «guessed»", 8),
        (COMPLETE + 'adjective = "possessor"', "adjective", 8),
        (COMPLETE + 'subjects = ["Army"]', "«Army» is no actor type", 11),
        (COMPLETE + 'strict_verbs = ["tirer"]', "tirer", 8),
        (COMPLETE + 'predicative = "yes"', "predicative", 11),
        (COMPLETE + 'at_least = "two"', "at_least", 11),
    ],
)
def test_a_mistake_in_a_frame_is_named_with_its_line(
    mistake: str, message: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / "conflict.toml").write_text(FRAMES.format(mistake), "utf-8")
    with pytest.raises(DataError, match=message) as caught:
        load_frames(tmp_path)
    assert place_of(caught.value) == f"conflict.toml:{line}"


def test_an_id_may_name_one_frame_over_all_files(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(FRAMES.format(COMPLETE), "utf-8")
    (tmp_path / "b.toml").write_text(f'[[frame]]\nid = "attack"\n{COMPLETE}', "utf-8")
    with pytest.raises(DataError, match="«attack» is used twice") as caught:
        load_frames(tmp_path)
    assert place_of(caught.value) == "b.toml:2"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[[tie]]\nid = "a"\nrelation = "likes"\nwords = ["ami de"]', 2, "no relation «likes»"),
        ('[[tie]]\nid = "a"\nrelation = "allied-with"', 2, "has no words"),
        (
            '[[tie]]\nid = "a"\nrelation = "allied-with"\nwords = ["ami de"]\nsubject = "above"',
            2,
            "before or after",
        ),
        (
            '[[tie]]\nid = "a"\nrelation = "allied-with"\nwords = ["ami de"]\nbefore = "tree"',
            2,
            "one of phrase",
        ),
        ('[[tie]]\nid = "a"\nrelation = "supported"\nwords = ["aider"]\nmutual = true', 2, "not mutual"),
        ('[[possessed]]\nrelation = "likes"\nnouns = ["ami"]', 2, "no relation «likes»"),
        ('[[possessed]]\nrelation = "supported"\nowner = "both"\nnouns = ["ami"]', 3, "subject or object"),
        ('[[tie]]\nid = "a"\nrelation = "supported"\nwords = ["aider"]\nobjcts = ["State"]', 5, "objcts"),
    ],
)
def test_a_mistake_in_a_tie_is_named_with_its_line(
    text: str, line: int, message: str, tmp_path: Path
) -> None:
    file = tmp_path / "ties.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataError, match=message) as caught:
        load_ties(file)
    assert place_of(caught.value) == f"ties.toml:{line}"


def test_the_ties_of_the_lexicon_are_right() -> None:
    assert load_ties(TIES_FILE).by_word["épaulé"]


def test_frames_are_found_by_verb_and_noun(tmp_path: Path) -> None:
    frame = (
        'id = "leave"\nrelation = "left"\nverbs = ["se retirer", "faire défection"]\nnouns = ["retrait"]\n'
    )
    (tmp_path / "a.toml").write_text(f"[[frame]]\n{frame}", "utf-8")
    frames = load_frames(tmp_path)
    assert set(frames.by_verb) == {"retirer", "faire"}
    assert set(frames.by_noun) == {"retrait"}
    assert frames.all[0].source.endswith("a.toml:2")


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("soldats", "soldat"),
        ("généraux", "général"),
        ("autorités", "autorité"),
        ("militantes", "militant"),
        ("combattante", "combattant"),
        ("directrices", "directeur"),
        ("pays", "pays"),
        ("gardienne", "gardien"),
    ],
)
def test_nouns_are_known_in_plural_and_feminine(plural: str, expected: str) -> None:
    assert expected in singular(plural)
