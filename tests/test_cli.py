"""The command line as a user sees it: what goes in, what comes out, and the exit code.

A scripted extractor stands in for the real one, so that these tests need no language model; the
golden cases run the real one."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from sahelgraph import __version__
from sahelgraph.cli import app
from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence, Status
from sahelgraph.ontology.when import When

ROOT = Path(__file__).parent.parent
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]

MALI, NIGER = Entity("mali", "Mali", ActorType.STATE), Entity("niger", "Niger", ActorType.STATE)
CEMOC = Entity("cemoc", "CEMOC", ActorType.ORGANISATION)
SCRIPT: dict[str, list[tuple[str, Entity, Entity, str | None, Status]]] = {
    "En avril 2010, le Mali et le Niger ont fondé le CEMOC.": [
        ("member-of", MALI, CEMOC, "2010-04/..", Status.ASSERTED),
        ("member-of", NIGER, CEMOC, "2010-04/..", Status.ASSERTED),
    ],
    "Le Niger n’a jamais été membre du CEMOC, affirme un diplomate.": [
        ("member-of", NIGER, CEMOC, None, Status.DENIED),
    ],
}
FOUNDING, DENIAL = SCRIPT


class ScriptedExtractor:
    """Finds the claims of the sentences of SCRIPT."""

    model = ""

    def __init__(self, book: object = None, model: str = "", least: float = 0.0) -> None:  # noqa: ARG002
        ScriptedExtractor.model = model

    def extract(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        for article in articles:
            yield article, tuple(_scripted(article))


def _scripted(article: Article) -> Iterator[Claim]:
    for sentence, statements in SCRIPT.items():
        if (start := article.text.find(sentence)) >= 0:
            evidence = Evidence(sentence, start, start + len(sentence))
            for relation, subject, object_, when, status in statements:
                yield Claim(
                    article.document,
                    relation,
                    subject,
                    object_,
                    evidence,
                    status,
                    When.parse(when) if when else None,
                    rules=("rule: scripted",),
                )


Run = Callable[..., Any]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    head = "---\ndate: 2011-06-01\npublisher: Le Carnet\n---\n"
    (folder / "fondation.txt").write_text(f"{head}{FOUNDING} La réunion a duré deux jours.\n", "utf-8")
    (folder / "démenti.txt").write_text(f"---\ndate: 2012-03-04\n---\n{DENIAL}\n", "utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a folder of its own, on the actors of tests/data; the store is `store` there."""
    pipeline = ModuleType("sahelgraph.extract.pipeline")
    pipeline.Extractor = ScriptedExtractor  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sahelgraph.extract.pipeline", pipeline)
    book = load_actors(ROOT / "tests" / "data" / "actors.yaml")
    monkeypatch.setattr("sahelgraph.ontology.actors.actor_book", lambda: book)
    monkeypatch.setenv("SAHELGRAPH_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)

    def runner(*args: str | Path, code: int = 0, stdin: str | bytes | None = None) -> Any:
        result = CliRunner().invoke(app, [str(a) for a in args], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return runner


@pytest.fixture
def built(run: Run, articles: Path) -> Run:
    """The same, with the two articles in the store."""
    run("build", articles)
    return run


def error_line(result: Any) -> str:
    """The one line that tells the error."""
    lines = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.output
    return str(lines[0])


# --- the program


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"sahelgraph {__version__}\n"


def test_help_needs_no_heavy_library() -> None:
    heavy = "{'spacy', 'numpy', 'pyvis', 'rdflib', 'pyshacl', 'networkx', 'pyoxigraph'}"
    code = f"import sys, sahelgraph.cli; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_gives_an_example(name: str, run: Run) -> None:
    assert len(COMMANDS[name].help) > 20
    example = re.search(rf"Example: (sahelgraph {name}\b.*)", COMMANDS[name].epilog)
    assert example, COMMANDS[name].epilog
    parse(example[1])
    assert "Example:" in run(name, "--help").stdout


def parse(line: str) -> None:
    """Raises a usage error where a line of shell is no right call of the program."""
    words = shlex.split(line)
    assert words[0].endswith("sahelgraph"), line
    COMMANDS[words[1]].make_context(words[1], words[2:])


def test_the_readme_shows_every_command_and_only_what_works() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = re.findall(r"^\$ (\S*sahelgraph .*?)(?: [|>] .*)?$", readme, re.MULTILINE)
    shown = {shlex.split(line)[1] for line in lines}
    assert set(COMMANDS) <= shown
    for line in lines:
        if "--version" not in line and "completion" not in line:
            parse(line)


@pytest.mark.parametrize(
    "args", [["nothing"], ["who"], ["who", "AES", "--nope"], ["claims", "x", "--format", "xml"]]
)
def test_wrong_usage_is_exit_code_2(run: Run, args: list[str]) -> None:
    run(*args, code=2)


# --- claims


def test_claims_as_json_lines(run: Run, articles: Path) -> None:
    lines = run("claims", articles).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert [(c["document"], c["subject"]["label"], c["status"]) for c in found] == [
        ("démenti.txt", "Niger", "denied"),
        ("fondation.txt", "Mali", "asserted"),
        ("fondation.txt", "Niger", "asserted"),
    ]
    for claim in found:
        text = (articles / claim["document"]).read_text("utf-8")
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert "rules" not in claim


def test_claims_in_other_formats(run: Run, articles: Path) -> None:
    assert len(json.loads(run("claims", articles, "--format", "json").stdout)) == 3
    rows = list(csv.DictReader(io.StringIO(run("claims", articles, "--format", "csv").stdout)))
    assert {row["object"] for row in rows} == {"CEMOC"}
    table = run("claims", articles, "--format", "table").stdout
    assert FOUNDING in table


def test_claims_explained(run: Run, articles: Path) -> None:
    first = run("claims", articles, "--explain", "--format", "jsonl").stdout.splitlines()[0]
    assert json.loads(first)["rules"] == ["rule: scripted"]
    assert "scripted" in run("claims", articles, "--explain", "--format", "table").stdout
    lines = run("claims", articles, "--explain").stdout.splitlines()
    founding = lines.index(f"fondation.txt:46 «{FOUNDING}»")
    assert [line.split() for line in lines[founding + 1 : founding + 3]] == [
        ["Mali", "member-of", "CEMOC", "2010-04/..", "asserted", "1.00"],
        ["rule", "scripted"],
    ]


def test_claims_are_read_by_the_model_that_is_named(run: Run, articles: Path) -> None:
    run("claims", articles)
    assert ScriptedExtractor.model == "fr_core_news_md"
    run("claims", articles, "--model", "fr_core_news_lg")
    assert ScriptedExtractor.model == "fr_core_news_lg"


def test_articles_are_read_again_by_another_model(run: Run, articles: Path) -> None:
    run("build", articles)
    assert "2 unchanged" in run("build", articles).stdout
    assert "2 read" in run("build", articles, "--model", "fr_core_news_lg").stdout


def test_claims_from_standard_input(run: Run) -> None:
    claim = json.loads(run("claims", "-", stdin=FOUNDING).stdout.splitlines()[0])
    assert claim["document"].startswith("stdin-")


def test_a_date_that_is_none_as_option(run: Run, articles: Path) -> None:
    assert "--date: «hier»" in error_line(run("claims", articles, "--date", "hier", code=1))


# --- build


def test_build_counts_and_skips_what_has_not_changed(run: Run, articles: Path) -> None:
    assert "2 read, 0 unchanged" in run("build", articles).stdout
    assert "0 read, 2 unchanged" in run("build", articles).stdout
    with (articles / "fondation.txt").open("a", encoding="utf-8") as file:
        file.write("Un paragraphe de plus.\n")
    assert "1 read, 1 unchanged" in run("build", articles).stdout


def test_articles_are_read_again_by_another_extractor(
    built: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sahelgraph.extract.version.EXTRACTOR_VERSION", "another")
    assert "2 read, 0 unchanged" in built("build", articles).stdout
    assert "0 read, 2 unchanged" in built("build", articles).stdout


def test_build_tells_a_bad_article_and_reads_the_others(run: Run, articles: Path) -> None:
    (articles / "binaire.txt").write_bytes(b"\x00\x01\x02" * 100)
    (articles / "anglais.txt").write_text("The army took the town after a week of fighting, they said.\n" * 3)
    result = run("build", articles, code=1)
    assert "binaire.txt: this is a binary file" in error_line(result)
    assert "skipped: " in result.stderr
    assert "2 read, 0 unchanged, 1 skipped, 1 failed" in result.stdout
    assert "CEMOC" in run("when", "Mali").stdout


def content(run: Run, tmp_path: Path) -> str:
    """All quads of the store."""
    run("export", tmp_path / "all.nq")
    return (tmp_path / "all.nq").read_text("utf-8")


BAD_INPUT: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "no such file"),
    "empty": (b"", "is empty"),
    "binary": (b"PK\x03\x04\x00\x00\x00\x00" * 30, "binary file"),
    "unknown encoding": ("Příliš žluťoučký kůň úpěl.".encode("cp1250"), "encoding"),
    "broken front matter": (b"---\ntitle: [\n---\nLe Mali et le Niger.\n", "no YAML"),
    "unknown date": (b"---\ndate: hier\n---\nLe Mali et le Niger.\n", "no date"),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_one_line_and_leaves_the_store_as_it_was(case: str, built: Run, tmp_path: Path) -> None:
    raw, what = BAD_INPUT[case]
    before = content(built, tmp_path)
    bad = tmp_path / "bad.txt"
    if raw is not None:
        bad.write_bytes(raw)
    line = error_line(built("build", bad, code=1))
    assert what in line
    assert "bad.txt" in line
    assert content(built, tmp_path) == before


def test_bad_input_makes_no_store(run: Run, tmp_path: Path) -> None:
    run("build", tmp_path / "missing.txt", code=1)
    assert not (tmp_path / "store").exists()


def test_an_article_in_another_language_is_no_error(built: Run, tmp_path: Path) -> None:
    english = tmp_path / "english.txt"
    english.write_text("The presidents met in the capital and signed a charter on Saturday.\n")
    result = built("build", english)
    assert "skipped: " in result.stderr
    assert "0 read, 0 unchanged, 1 skipped, 0 failed" in result.stdout


# --- the store


def test_a_store_that_is_not_there(run: Run) -> None:
    line = error_line(run("who", "AES", code=1))
    assert "store" in line
    assert "build" in line


def test_a_folder_that_is_no_store(run: Run, articles: Path) -> None:
    before = sorted(p.name for p in articles.iterdir())
    for args in (["who", "AES"], ["build", str(articles)]):
        assert "articles" in error_line(run(*args, "--store", articles, code=1))
    assert sorted(p.name for p in articles.iterdir()) == before


def test_a_locked_store(built: Run, articles: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from sahelgraph.graph.store import open_store\n"
        "with open_store(sys.argv[1], write=True): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"open\n"
        (articles / "neuf.txt").write_text("Le Mali et le Niger se parlent.\n", "utf-8")
        assert "store" in error_line(built("build", articles, code=1))
        writer.communicate()


# --- questions


def test_who_as_json_is_as_contracted(built: Run) -> None:
    rows = json.loads(built("who", "CEMOC", "--on", "2011-06-01", "--format", "json").stdout)
    by_actor = {row["actor"]: row for row in rows}
    assert {"actor", "id", "since", "until", "last_seen", "certainty", "sources", "curated"} <= set(rows[0])
    assert by_actor["Mali"]["id"] == "mali"
    assert by_actor["Mali"]["since"].startswith("2010-04")
    assert by_actor["Mali"]["sources"] == ["fondation.txt"]
    assert by_actor["Mali"]["curated"] is False


def test_who_as_a_table_says_how_sure(built: Run) -> None:
    table = built("who", "cémoc", "--on", "2011-06-01").stdout
    (line,) = (line for line in table.splitlines() if "Mali" in line)
    assert "2010-04" in line
    assert "fondation.txt" in line
    assert re.search("certain|possible|contested", line)


def test_who_without_curated_facts_rests_on_articles_alone(built: Run) -> None:
    rows = json.loads(built("who", "CEMOC", "--no-curated", "--format", "json").stdout)
    assert {row["actor"] for row in rows} == {"Mali", "Niger"}
    assert not any(row["curated"] for row in rows)
    everyone = json.loads(built("who", "CEMOC", "--format", "json").stdout)
    assert {"Algérie", "Mauritanie"} <= {row["actor"] for row in everyone if row["curated"]}


def test_who_between_days(built: Run) -> None:
    rows = json.loads(
        built("who", "CEMOC", "--from", "2011", "--to", "2012", "--no-curated", "--format", "json").stdout
    )
    assert {row["actor"] for row in rows} == {"Mali", "Niger"}
    none = built("who", "CEMOC", "--to", "2005", "--no-curated", "--format", "json")
    assert json.loads(none.stdout) == []


def test_who_asks_for_one_time(built: Run) -> None:
    built("who", "CEMOC", "--on", "2011", "--from", "2010", code=2)


def test_who_shows_the_part_of_the_interval(built: Run) -> None:
    table = built("who", "CEMOC", "--from", "2005", "--to", "2012").stdout
    (mali,) = (line for line in table.splitlines() if "Mali" in line)
    assert "2010-04-21 to 2012-12-31" in mali
    assert "part" not in built("who", "CEMOC", "--on", "2024").stdout


def test_who_according_to_a_publisher_or_as_known_on_a_day(built: Run) -> None:
    def ids(*options: str) -> set[str]:
        rows = json.loads(built("who", "CEMOC", *options, "--format", "json").stdout)
        return {row["id"] for row in rows}

    assert ids("--according-to", "le carnet") == {"mali", "niger"}
    assert ids("--as-known-on", "2009") == set()
    assert ids("--as-known-on", "2012", "--no-curated") == {"mali", "niger"}
    assert "Le Carnet" in error_line(built("who", "CEMOC", "--according-to", "Le Carnot", code=1))
    assert error_line(built("who", "CEMOC", "--as-known-on", "hier", code=1))


def test_only_certain_members(built: Run) -> None:
    (row,) = json.loads(built("who", "CEMOC", "--certain", "--no-curated", "--format", "json").stdout)
    assert row["id"] == "mali"
    both = built("who", "CEMOC", "--possible", "--no-curated", "--format", "json")
    assert len(json.loads(both.stdout)) == 2


def test_when_in_a_time(built: Run) -> None:
    assert "CEMOC" in built("when", "Mali", "--on", "2011").stdout
    assert json.loads(built("when", "Mali", "CEMOC", "--to", "2005", "--format", "json").stdout) == []


def test_when(built: Run) -> None:
    (row,) = json.loads(built("when", "Mali", "CEMOC", "--no-curated", "--format", "json").stdout)
    assert (row["alliance"], row["id"]) == ("CEMOC", "cemoc")
    assert "CEMOC" in built("when", "Mali").stdout


def test_why_prints_the_sentences_for_and_against(built: Run) -> None:
    shown = built("why", "Niger", "CEMOC").stdout
    assert FOUNDING in shown
    assert DENIAL in shown
    assert shown.index(FOUNDING) < shown.index("Against") < shown.index(DENIAL)
    rows = list(csv.DictReader(io.StringIO(built("why", "Niger", "CEMOC", "--format", "csv").stdout)))
    assert {(row["side"], row["status"]) for row in rows} >= {("for", "asserted"), ("against", "denied")}
    json.loads(built("why", "Niger", "CEMOC", "--format", "json").stdout)


@pytest.mark.parametrize("args", [["who", "CEMMOC"], ["when", "Maali"], ["why", "Mali", "CEMMOC"]])
def test_a_name_that_is_not_found_suggests_near_ones(built: Run, args: list[str]) -> None:
    assert re.search("CEMOC|Mali", error_line(built(*args, code=1)).partition("(")[2])


@pytest.mark.parametrize("option", ["--on", "--from", "--to"])
def test_a_date_that_cannot_be_read(built: Run, option: str) -> None:
    assert "«bientôt»" in error_line(built("who", "CEMOC", option, "bientôt", code=1))


# --- SPARQL


def test_sparql_from_argument_file_and_standard_input(built: Run, tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?claims) { ?claim a sg:Claim }"
    file = tmp_path / "query.rq"
    file.write_text(query)
    for args, stdin in ((query, None), (str(file), None), ("-", query)):
        rows = json.loads(built("sparql", args, "--format", "json", stdin=stdin).stdout)
        assert rows == [{"claims": 3}]
    assert built("sparql", query, "--format", "csv").stdout == "claims\n3\n"


def test_sparql_ask_and_construct(built: Run) -> None:
    assert json.loads(built("sparql", "ASK { ?c a sg:Claim }", "--format", "json").stdout) == [
        {"answer": True}
    ]
    triples = built("sparql", "CONSTRUCT { ?c a sg:Claim } WHERE { ?c a sg:Claim }", "--format", "csv").stdout
    assert triples.startswith("subject,predicate,object\n")


@pytest.mark.parametrize(
    "query", ["SELECT ?x {", "nonsense", "INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", ""]
)
def test_broken_queries_and_updates_are_refused(built: Run, tmp_path: Path, query: str) -> None:
    before = content(built, tmp_path)
    error_line(built("sparql", query, code=1))
    assert content(built, tmp_path) == before


# --- the graph as a whole


@pytest.mark.parametrize(
    "suffix", [".html", ".svg", ".ttl", ".trig", ".nq", ".jsonld", ".graphml", ".gexf", ".csv"]
)
def test_export_by_suffix(built: Run, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"graph{suffix}"
    assert str(file) in built("export", file).stdout.replace("\n", "")
    assert "CEMOC" in file.read_text("utf-8")


def test_export_to_an_unknown_suffix_or_folder(built: Run, tmp_path: Path) -> None:
    assert ".html" in error_line(built("export", tmp_path / "graph.docx", code=1))
    assert "nowhere" in error_line(built("export", tmp_path / "nowhere" / "graph.ttl", code=1))
    assert not (tmp_path / "graph.docx").exists()


def test_export_of_a_picture_of_ones_choice(built: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "graph.svg"
    options = ("--focus", "cemoc", "--relations", "membership, left", "--max-nodes", 20, "--language", "en")
    built("export", drawing, *options)
    assert "Actors and alliances" in drawing.read_text("utf-8")
    built("export", tmp_path / "graph.png", "--focus", "CEMOC", "--depth", 2)
    assert "Mali" in error_line(built("export", drawing, "--focus", "Malli", code=1))
    assert "--depth" in built("export", drawing, "--focus", "Mali", "--depth", 9, code=2).stderr
    assert "timeline.svg" in built("export", "--help").stdout


def test_stats_validate_conflicts(built: Run) -> None:
    counted = json.loads(built("stats", "--format", "json").stdout)
    assert counted["articles"] == 2
    assert counted["claims"] == 3
    assert "articles" in built("stats").stdout
    assert built("validate").stdout == "The graph keeps every rule.\n"
    assert json.loads(built("validate", "--format", "json").stdout) == []
    assert "Niger" in built("conflicts").stdout
    json.loads(built("conflicts", "--format", "json").stdout)


def test_actors_are_looked_up_by_any_name(run: Run) -> None:
    (row,) = json.loads(run("actors", "cemoc", "--format", "json").stdout)
    assert (row["id"], row["type"]) == ("cemoc", "Organisation")
    assert "mali" in run("actors", "Bamako").stdout
    assert len(json.loads(run("actors", "--format", "json").stdout)) == 6
    assert "CEMOC" in error_line(run("actors", "CEMMOC", code=1))


# --- what is printed


def test_piped_tables_have_no_colours_and_do_not_wrap(built: Run) -> None:
    table = built("why", "Niger", "CEMOC").stdout + built("claims", "articles", "--format", "table").stdout
    assert "\x1b" not in table
    assert any(FOUNDING in line for line in table.splitlines())


def test_text_of_articles_is_no_markup_and_no_control(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "[bold]En\u009b2J avril[/bold] \u202e2010, le Mali et le Niger ont fondé le CEMOC."
    monkeypatch.setitem(SCRIPT, hostile, [("member-of", MALI, CEMOC, None, Status.ASSERTED)])
    (tmp_path / "[red]a.txt").write_text(hostile, "utf-8")
    run("build", tmp_path / "[red]a.txt")
    shown = run("why", "Mali", "CEMOC").stdout
    assert "[bold]En" in shown
    assert "[red]a.txt" in shown
    assert not re.search("[\u009b\u202e]", shown)
