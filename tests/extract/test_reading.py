"""What becomes of files, folders, patterns and standard input, good and bad."""

import contextlib
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.decoding import decode
from sahelgraph.extract.metadata import Metadata
from sahelgraph.extract.reading import Severity, find_sources, read_articles
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.errors import ArticleError

FRENCH = (
    "Le Mali, le Niger et le Burkina Faso ont quitté l’organisation régionale à Bamako, dit-on. "
    "«Déjà», selon le général.\n"
)
ENGLISH = (
    "The leaders of the three countries signed the charter of their alliance in the capital on Saturday.\n"
)


def read(
    *paths: str | Path, defaults: Metadata | None = None
) -> tuple[list[Article], list[tuple[Severity, str]]]:
    """The articles of some paths, and what was told about them: severity and line."""
    results = list(read_articles(find_sources([str(p) for p in paths]), defaults))
    articles = [article for article, _ in results if article]
    return articles, [(n.severity, str(n.error)) for _, notices in results for n in notices]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def writer(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return writer


Write = Callable[[str, str | bytes], Path]


def test_a_folder_gives_its_articles_at_any_depth_in_order(write: Write, tmp_path: Path) -> None:
    write("b.txt", FRENCH)
    write("deep/er/a.md", FRENCH)
    write("a.txt", FRENCH)
    write("a.meta.yaml", "title: À part\n")
    write("picture.png", b"\x89PNG")
    write(".hidden/c.txt", FRENCH)
    articles, notices = read(tmp_path)
    assert [a.document for a in articles] == ["a.txt", "b.txt", "a.md"]
    assert [a.title for a in articles] == ["À part", None, None]
    assert notices == []


def test_a_file_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("a.txt", FRENCH)
    articles, notices = read(path, tmp_path, tmp_path / "*.txt")
    assert (len(articles), notices) == (1, [])


def test_a_pattern_finds_files_and_passes_over_sidecars(write: Write, tmp_path: Path) -> None:
    write("a1.txt", FRENCH)
    write("a2.text", FRENCH)
    write("a2.meta.yaml", "publisher: Nous\n")
    articles, notices = read(tmp_path / "a*")
    assert [(a.document, a.publisher) for a in articles] == [("a1.txt", None), ("a2.text", "Nous")]
    assert notices == []


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(write: Write) -> None:
    articles, _ = read(write("[a]*.txt", FRENCH))
    assert [a.document for a in articles] == ["[a]*.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"---\ntitle: Lu\n---\n{FRENCH}".encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    (article,), notices = read("-")
    assert article.document.startswith("stdin-")
    assert (article.title, notices) == ("Lu", [])


def test_the_text_is_kept_whole_and_the_body_starts_after_the_front_matter(write: Write) -> None:
    text = f"---\ntitle: Un titre\ndate: 2024-11-07\nurl: https://example.org/a\n---\n\n{FRENCH}"
    (article,), _ = read(write("a.md", text))
    assert article.text == text
    assert article.text[article.body_start :].strip() == FRENCH.strip()
    assert (article.title, article.date, article.url) == (
        "Un titre",
        date(2024, 11, 7),
        "https://example.org/a",
    )


def test_front_matter_counts_before_sidecar_before_options(write: Write) -> None:
    path = write("a.txt", f"---\ntitle: de l’article\n---\n{FRENCH}")
    write("a.meta.yaml", "title: du voisin\npublisher: du voisin\ndate:\n")
    defaults = Metadata(title="d’office", publisher="d’office", date=date(2020, 1, 2))
    (article,), _ = read(path, defaults=defaults)
    assert (article.title, article.publisher, article.date) == ("de l’article", "du voisin", date(2020, 1, 2))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-11-07", date(2024, 11, 7)),
        ("2024-11-07T23:30:00+01:00", date(2024, 11, 7)),
        ('"2024-11-07"', date(2024, 11, 7)),
    ],
)
def test_dates(write: Write, written: str, meant: date) -> None:
    (article,), _ = read(write("a.txt", f"---\ndate: {written}\n---\n{FRENCH}"))
    assert article.date == meant


def test_windows_line_ends_and_byte_order_mark(write: Write) -> None:
    raw = (
        b"\xef\xbb\xbf"
        + f"---\ntitle: T\n---\nUne\nligne de plus au Mali\n{FRENCH}".replace("\n", "\r\n").encode()
    )
    (article,), _ = read(write("a.txt", raw))
    assert "\r" not in article.text
    assert article.title == "T"
    assert article.text[article.body_start :].startswith("Une\nligne")


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1", "mac_roman", "utf-16"])
def test_an_encoding_that_is_certain_is_read(write: Write, encoding: str) -> None:
    text = (FRENCH * 3).replace("’", "'")
    (article,), notices = read(write("a.txt", text.encode(encoding)))
    assert (article.text, notices) == (text, [])


@pytest.mark.parametrize(
    "raw",
    [
        (FRENCH * 3).replace("’", "'").encode("cp850"),
        "Příliš žluťoučký kůň úpěl ďábelské ódy v hlavním městě země.".encode("cp1250"),
        "В столице Мали прошла встреча трёх лидеров стран альянса.".encode("koi8-r"),
        FRENCH.encode()[:200] + b"\xff\xfe\xfa caf\xc3\x28",
    ],
)
def test_an_encoding_that_is_not_certain_is_refused(raw: bytes) -> None:
    with pytest.raises(ArticleError, match="encoding") as caught:
        decode(raw)
    assert caught.value.hint == "save it as UTF-8"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    assert decode(("x" + text).encode()) == "x" + text


@given(st.binary())
def test_any_bytes_are_text_or_an_article_error(raw: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert "\r" not in decode(raw)


BAD = {
    "nothing in it": ("empty.txt", b"", "is empty", "empty.txt"),
    "only white space": ("blank.txt", b" \n\t\n", "is empty", "blank.txt"),
    "only front matter": ("head.txt", b"---\ntitle: A\n---\n", "is empty", "head.txt"),
    "binary": ("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00" * 20, "binary file", "binary.txt"),
    "unknown encoding": ("enc.txt", "Příliš žluťoučký kůň".encode("cp1250") * 5, "encoding", "enc.txt"),
    "front matter not closed": (
        "open.txt",
        f"---\ntitle: A\n{FRENCH}".encode(),
        "never closed",
        "open.txt:1",
    ),
    "front matter broken": (
        "yaml.txt",
        f"---\ntitle: A\n bad: [\n---\n{FRENCH}".encode(),
        "no YAML",
        "yaml.txt:3",
    ),
    "front matter no mapping": (
        "list.txt",
        f"---\n- a\n- b\n---\n{FRENCH}".encode(),
        "key: value",
        "list.txt:2",
    ),
    "unknown date": (
        "date.txt",
        f"---\ntitle: A\ndate: hier\n---\n{FRENCH}".encode(),
        "no date",
        "date.txt:3",
    ),
    "American date": ("us.txt", f"---\ndate: 11/07/2024\n---\n{FRENCH}".encode(), "no date", "us.txt:2"),
    "a list as title": ("deep.txt", f"---\ntitle: [a]\n---\n{FRENCH}".encode(), "one text", "deep.txt:2"),
    "nested without end": (
        "nest.txt",
        b"---\na: " + b"[" * 9000 + b"]" * 9000 + b"\n---\nLe Mali.",
        "no YAML",
        "nest.txt",
    ),
    "too long": ("long.txt", b"Le Mali. " * 120_000, "longer than", "long.txt"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_article_is_told_with_its_place_and_the_others_are_read(
    case: str, write: Write, tmp_path: Path
) -> None:
    name, content, what, where = BAD[case]
    write(name, content)
    write("good.txt", FRENCH)
    articles, notices = read(tmp_path)
    assert [a.document for a in articles] == ["good.txt"]
    ((severity, message),) = notices
    assert severity is Severity.ERROR
    assert what in message
    assert f"{where}: " in message
    assert "\n" not in message


def test_a_broken_sidecar_is_named_with_its_line(write: Write) -> None:
    path = write("a.txt", FRENCH)
    write("a.meta.yaml", "title: A\ndate: 31 février\n")
    articles, ((severity, message),) = read(path)
    assert (articles, severity) == ([], Severity.ERROR)
    assert "a.meta.yaml:2: " in message


def test_a_missing_path_and_an_empty_folder(tmp_path: Path, write: Write) -> None:
    good = write("sub/good.txt", FRENCH)
    (tmp_path / "empty").mkdir()
    articles, notices = read(tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "no*thing", good)
    assert [a.document for a in articles] == ["good.txt"]
    assert [s for s, _ in notices] == [Severity.ERROR] * 3
    assert "no such file" in notices[0][1]
    assert "no article is found" in notices[1][1]
    assert "no such file" in notices[2][1]


def test_another_language_is_skipped_with_a_word_about_it(write: Write, tmp_path: Path) -> None:
    write("en.txt", ENGLISH)
    write("told.txt", f"---\nlanguage: ha\n---\n{FRENCH}")
    write("fr.txt", FRENCH)
    articles, notices = read(tmp_path)
    assert [a.document for a in articles] == ["fr.txt"]
    assert [severity for severity, _ in notices] == [Severity.SKIPPED, Severity.SKIPPED]
    assert "«en»" in notices[0][1]
    assert "«ha»" in notices[1][1]


@pytest.mark.parametrize("language", ["fr", "FR", "fr-ML", "fr_FR"])
def test_a_language_that_is_told_is_believed(write: Write, language: str) -> None:
    articles, notices = read(write("a.txt", f"---\nlanguage: {language}\n---\n{ENGLISH}"))
    assert (len(articles), notices) == (1, [])


def test_unknown_keys_and_addresses_that_are_none_are_told_and_left_out(write: Write) -> None:
    path = write("a.txt", f"---\nauthor: X\nurl: javascript:alert(1)\ntitle: T\n---\n{FRENCH}")
    (article,), notices = read(path)
    assert (article.title, article.url) == ("T", None)
    assert [severity for severity, _ in notices] == [Severity.WARNING, Severity.WARNING]
    assert "a.txt:2: unknown key «author»" in notices[0][1]
    assert "a.txt:3: " in notices[1][1]


def test_two_files_of_one_name_cannot_both_be_cited(write: Write, tmp_path: Path) -> None:
    write("one/a.txt", FRENCH)
    write("two/a.txt", FRENCH)
    articles, ((severity, message),) = read(tmp_path)
    assert len(articles) == 1
    assert severity is Severity.ERROR
    assert "same file name" in message


@pytest.mark.skipif(os.name == "nt", reason="such file names cannot be")
def test_hostile_file_names_are_only_text(tmp_path: Path) -> None:
    names = [b"<script>alert(1)</script>.txt".replace(b"/", b"_"), b"[red]\x1b[2J\n.txt", b"caf\xe9.txt"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(FRENCH.encode())
    articles, notices = read(tmp_path)
    assert {a.document for a in articles} == {"<script>alert(1)<_script>.txt", "[red]�[2J�.txt", "caf�.txt"}
    assert notices == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    articles, ((severity, message),) = read(tmp_path)
    assert (articles, severity) == ([], Severity.ERROR)
    assert "no ordinary file" in message


def test_every_article_beside_the_project_is_read_and_taken_for_french(shared: Path) -> None:
    articles, notices = read(shared / "articles")
    assert len(articles) == len(list((shared / "articles").glob("*.txt")))
    assert notices == []
