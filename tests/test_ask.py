"""Questions and their answers, from the curated facts and a few articles of our own.

The test sets in tests/questions hold what each question must be understood to ask, and what the store
must answer; at least nine in ten must be right in every respect."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from sahelgraph.cli import app
from sahelgraph.extract.questions import QuestionReader
from sahelgraph.graph.asking import Answer, answer, unlisted_entities
from sahelgraph.graph.build import add_articles, refresh_memberships
from sahelgraph.graph.statements import FACTS_AS_OF
from sahelgraph.graph.store import Store, open_store
from sahelgraph.ontology.actors import ActorBook, actor_book
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import ActorType, Claim, Entity, Evidence, Status
from sahelgraph.ontology.errors import SahelgraphError
from sahelgraph.ontology.when import When

TODAY = date(2025, 3, 15)
A_DAY = timedelta(1)
SETS = sorted((Path(__file__).parent / "questions").glob("*.yaml"))
RIGHT = 0.9
UNDERSTOOD = ("kind", "relation", "actor", "alliance", "on", "from", "to")

DUNE = Entity("new:front-de-la-dune", "Front de la Dune", ActorType.ARMED_GROUP)
SAID = """
2025-04-08 accusations.txt   mali accused algerie 2025-04-06
2025-04-08 accusations.txt   burkina-faso accused algerie 2025-04-06
2025-04-08 accusations.txt   niger accused algerie 2025-04-06
2025-04-09 réponse.txt       algerie accused mali 2025-04-07
2023-03-02 ancien.txt        mali accused france 2023-03-01
2024-09-18 attaque.txt       jnim attacked mali 2024-09-17
2012-06-01 nord.txt          mnla attacked mali 2012-04
2022-03-05 dune.txt          new:front-de-la-dune attacked niger 2022-03-04
2022-03-05 dune.txt          new:front-de-la-dune member-of jnim - alleged
2025-04-08 accusations.txt   algerie supported jnim - alleged
2025-04-09 réponse.txt       algerie supported jnim - denied
2022-01-10 sanctions.txt     cedeao sanctioned mali 2022-01-09
2024-07-07 sommet.txt        niger hosted aes 2024-07-06
2023-07-30 sommet-russie.txt assimi-goita met-with vladimir-poutine 2023-07-28
2024-05-02 togo.txt          togo member-of aes
2024-05-03 togo-non.txt      togo member-of aes - denied
2024-05-03 senegal.txt       senegal member-of aes - negated
2024-01-28 annonce.txt       mali left cedeao 2025-01-29 planned
"""


def articles(book: ActorBook) -> Iterator[tuple[Article, list[Claim]]]:
    """The articles that SAID tells: day, document, subject, relation, object, EDTF or -, status."""
    texts: dict[str, str] = {}
    days: dict[str, date] = {}
    claims: dict[str, list[Claim]] = {}

    def entity(actor_id: str) -> Entity:
        if actor_id == DUNE.id:
            return DUNE
        return Entity(actor_id, book[actor_id].label.fr, book[actor_id].type)

    for line in SAID.strip().splitlines():
        day, document, subject, relation, object_, *rest = line.split()
        when = When.parse(rest[0]) if rest and rest[0] != "-" else None
        status = Status(rest[1]) if len(rest) > 1 else Status.ASSERTED
        text = texts.get(document, "")
        sentence = f"{subject} {relation} {object_} ({status})."
        evidence = Evidence(sentence, len(text), len(text) + len(sentence))
        texts[document] = f"{text}{sentence}\n"
        days[document] = date.fromisoformat(day)
        claim = Claim(document, relation, entity(subject), entity(object_), evidence, status, when)
        claims.setdefault(document, []).append(claim)
    for document, text in texts.items():
        yield Article(document, text, date=days[document], publisher="Le Carnet"), claims[document]


@dataclass(frozen=True)
class Desk:
    """Somebody who answers questions from a store."""

    store: Store
    book: ActorBook
    reader: QuestionReader

    def ask(self, question: str, today: date = TODAY) -> Answer:
        return answer(self.store, self.book, self.reader.read(question, today))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    book = actor_book()
    location = tmp_path_factory.mktemp("ask") / "store"
    with open_store(location, write=True) as store:
        add_articles(store, articles(book), book, "1")
        refresh_memberships(store, book)
    with open_store(location) as store:
        yield Desk(store, book, QuestionReader(book, unlisted_entities(store)))


# --- the test sets


def read_cases(questions: Path) -> list[dict[str, Any]]:
    """The cases of a set, every value a text or a list of texts: `on` is no truth value here."""
    text = questions.read_text("utf-8")
    cases: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (makes only texts)
    return cases


def mistakes(desk: Desk, case: Mapping[str, Any]) -> list[str]:
    """What is wrong with the answer to one question of a set."""
    try:
        reply = desk.ask(case["q"])
    except SahelgraphError as error:
        wanted = case.get("refused")
        return [] if wanted is not None and wanted in str(error) else [f"refused: {error}"]
    if "refused" in case:
        return [f"understood: {reply.understood}"]
    question = reply.question
    found = question.to_json() | {
        "actor": question.actor.id if question.actor else None,
        "alliance": question.alliance.id if question.alliance else None,
    }
    wrong = [f"{key}: {found[key]}" for key in UNDERSTOOD if found[key] != case.get(key)]
    if reply.answer != case.get("answer"):
        wrong.append(f"answer: {reply.answer}")
    ids = named(reply)
    if "rows" in case and ids != set(case["rows"]):
        wrong.append(f"rows: {sorted(ids)}")
    wrong += [f"no row: {one}" for one in case.get("has", ()) if one not in ids]
    wrong += [f"row: {one}" for one in case.get("lacks", ()) if one in ids]
    ends = [(m.since, m.until) for m in reply.memberships[:1]] or [(None, None)]
    wrong += [
        f"{key}: {end}"
        for key, end in zip(("since", "until"), ends[0], strict=True)
        if case.get(key, end) != end
    ]
    return wrong


def named(reply: Answer) -> set[str]:
    """The ids on the side that was asked for."""
    if reply.question.about_membership:
        return {m.id for m in reply.memberships}
    given = reply.question.actor.id if reply.question.actor else None
    ends = [(t.subject.id, t.object.id if t.object else None) for t in reply.testimonies]
    if reply.question.actor and reply.question.alliance:
        return {subject for subject, _ in ends}
    return {object_ if object_ and subject == given else subject for subject, object_ in ends}


@pytest.mark.parametrize("questions", SETS, ids=lambda path: path.stem)
def test_nine_questions_in_ten_are_answered_right(desk: Desk, questions: Path) -> None:
    cases = read_cases(questions)
    wrong = {case["q"]: found for case in cases if (found := mistakes(desk, case))}
    right = 1 - len(wrong) / len(cases)
    told = "".join(f"\n  {question}\n    " + "\n    ".join(found) for question, found in wrong.items())
    print(f"{questions.stem}: {right:.1%} of {len(cases)} right{told}")
    assert right >= RIGHT, told


@pytest.mark.parametrize("questions", SETS, ids=lambda path: path.stem)
def test_the_sets_are_large_and_full_of_paraphrases(questions: Path) -> None:
    cases = read_cases(questions)
    numbers = [case["n"] for case in cases if "n" in case]
    paraphrases = [case for case in cases if "as" in case]
    assert len(cases) >= 60
    assert len({case["q"] for case in cases}) == len(cases)
    assert len(paraphrases) * 3 >= len(cases)
    assert len(set(numbers)) == len(numbers)
    assert all(case["as"] in numbers for case in paraphrases)


# --- what an answer says


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Was Mali a member of ECOWAS on 1 March 2024?",
            "CEDEAO: exit announced on 2024-01-28 for 2025-01-29",
        ),
        (
            "Was Mali a member of ECOWAS on 1 March 2024?",
            "CEDEAO: suspended since 2021-05-30 until 2025-01-29",
        ),
        (
            "Le Tchad est-il toujours membre du G5 Sahel ?",
            f"last known to hold on {FACTS_AS_OF}, and nothing says that it ended: G5 Sahel",
        ),
    ],
)
def test_notes_say_what_the_rows_cannot(desk: Desk, question: str, told: str) -> None:
    assert told in desk.ask(question, FACTS_AS_OF + A_DAY).notes


def test_a_membership_that_was_left_open_long_ago_is_only_possible(desk: Desk) -> None:
    question = "Le Tchad est-il toujours membre du G5 Sahel ?"
    assert desk.ask(question, FACTS_AS_OF).answer == "yes"
    assert desk.ask(question, FACTS_AS_OF + A_DAY).answer == "possible"


def test_rows_are_those_of_who_when_and_claims(desk: Desk) -> None:
    (mali, *_) = [
        r for r in desk.ask("Qui était membre de l'AES en 2024 ?").to_json()["rows"] if r["id"] == "mali"
    ]
    assert mali == {
        "actor": "Mali",
        "id": "mali",
        "since": "2023-09-16",
        "until": None,
        "last_seen": None,
        "certainty": "certain",
        "sources": [],
        "curated": True,
    }
    (g5,) = desk.ask("Quand le Mali a-t-il quitté le G5 Sahel ?").to_json()["rows"]
    assert (g5["alliance"], g5["until"]) == ("G5 Sahel", "2022-05-15")
    (attack,) = desk.ask("Who attacked Mali in September 2024?").to_json()["rows"]
    assert (attack["subject"]["label"], attack["object"]["label"]) == ("JNIM", "Mali")
    assert (attack["when"], attack["status"], attack["certainty"]) == ("2024-09-17", "asserted", "certain")
    assert attack["document"] == "attaque.txt"
    assert attack["evidence"] == {"text": "jnim attacked mali (asserted).", "start": 0, "end": 30}


def test_a_fact_says_where_the_actor_file_has_it_from(desk: Desk) -> None:
    (coup,) = desk.ask("Who overthrew Mohamed Bazoum?").to_json()["rows"]
    assert coup["curated"]
    assert coup["document"].startswith("niger.yaml:")
    assert coup["evidence"]["start"] is None
    assert coup["evidence"]["text"]


def test_an_accusation_is_no_evidence_for_what_is_alleged(desk: Desk) -> None:
    reply = desk.ask("Who supported JNIM?")
    assert [(t.subject.id, t.row.status.value, t.certainty.value) for t in reply.testimonies] == [
        ("algerie", "alleged", "possible")
    ]


def test_an_event_of_another_time_is_no_answer(desk: Desk) -> None:
    assert {t.row.document for t in desk.ask("Who attacked Mali in 2012?").testimonies} == {"nord.txt"}
    assert desk.ask("Did Mali accuse France in 2024?").answer == "unknown"
    assert desk.ask("Did Mali accuse France in 2023?").answer == "yes"


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Qui était membre du G5 Sahel en 2021 ?", "who: ? is a member of G5 Sahel, on 2021"),
        (
            "Le Mali fait-il encore partie de la CEDEAO ?",
            "whether: Mali is a member of CEDEAO, on 2025-03-15",
        ),
        ("Qui dirige le Niger depuis 2023 ?", "who: ? holds office in Niger (head), from 2023"),
        ("When was the AES created?", "when: AES came into being"),
        ("Who accused Algeria of helping JNIM?", "who: ? accused Algérie; not read: helping"),
    ],
)
def test_an_answer_says_how_the_question_was_understood(desk: Desk, question: str, understood: str) -> None:
    assert desk.ask(question).understood == understood


# --- the command


@pytest.fixture
def run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("SAHELGRAPH_STORE", desk.store.location)
    return lambda *args: CliRunner().invoke(app, ["ask", *args])


def test_json_is_as_contracted(run: Any) -> None:
    result = run("Le Mali fait-il partie de la CEDEAO en 2026 ?", "--format", "json")
    assert result.exit_code == 0
    reply = json.loads(result.stdout)
    assert list(reply) == ["question", "understood", "answer", "rows"]
    assert reply["understood"] == {
        "kind": "whether",
        "actor": "Mali",
        "alliance": "CEDEAO",
        "relation": "member-of",
        "on": "2026",
        "from": None,
        "to": None,
    }
    assert reply["answer"] == "no"


def test_people_read_how_it_was_understood_and_the_answer(run: Any) -> None:
    lines = run("Did Mali leave the G5 Sahel?").stdout.splitlines()
    assert lines[:2] == ["understood: whether: Mali left G5 Sahel", "answer: yes"]
    assert "2022-05-15" in lines[-1]


def test_relations_are_shown_with_their_sentences(run: Any) -> None:
    table = run("Who attacked Mali in September 2024?").stdout
    assert "jnim attacked mali (asserted)." in table
    assert "attaque.txt" in table
    header, row = run("Who attacked Mali in September 2024?", "--format", "csv").stdout.splitlines()
    assert header.startswith("subject,relation,object,role,when,certainty")
    assert row.startswith("JNIM,attacked,Mali,,2024-09-17,certain")


def test_a_refusal_is_one_line_with_an_example_and_exit_code_1(run: Any) -> None:
    result = run("Où se trouve le siège du G5 Sahel ?")
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: ")
    assert "par exemple «Qui était membre du G5 Sahel en 2021 ?»" in line
