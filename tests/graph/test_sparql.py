"""Ready queries, parameters that are bound, and queries of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from sahelgraph.graph.answers import who
from sahelgraph.graph.sparql import NamedQuery, load_query, named_queries, plain, run
from sahelgraph.graph.store import Table
from sahelgraph.ontology.errors import DataError, NameNotFoundError, QueryError
from sahelgraph.ontology.namespaces import SG, XSD
from sahelgraph.ontology.when import When

VALUES = {"actor": "Mali", "article": "a.txt", "date": "2024-01-01", "relation": "accused", "text": "bamako"}


@pytest.fixture
def told(newsroom: Any) -> Any:
    newsroom.publish(
        "a.txt", "2024-01-01", "mali accused niger 2023-12", "mali attacked new:front-x", by="Bamako"
    )
    newsroom.publish(
        "b.txt", "2024-06-01", "mali member-of aes", "assimi-goita holds-office mali", role="président"
    )
    newsroom.publish("c.txt", "2018-01-01", "mali member-of g5-sahel", "niger accused mali")
    newsroom.publish("d.txt", "2019-01-01", "mali member-of g5-sahel", status="denied")
    newsroom.refresh()
    return newsroom


def rows(told: Any, name: str, **parameters: str) -> list[dict[str, Any]]:
    results = run(told.store, name, parameters, told.book)
    assert isinstance(results, Table)
    return [dict(zip(results.columns, map(plain, row), strict=True)) for row in results.rows]


@pytest.mark.parametrize("query", named_queries().values(), ids=lambda q: q.name)
def test_every_ready_query_is_described_and_runs(told: Any, query: NamedQuery) -> None:
    assert query.description.endswith(".")
    parameters = {p.name: VALUES[p.kind] for p in query.parameters}
    if "alliance" in parameters:
        parameters["alliance"] = "AES"
    if "other" in parameters:
        parameters["other"] = "Niger"
    assert rows(told, query.name, **parameters)


@pytest.mark.parametrize(
    ("on", "certainty"),
    [("2018-01-01", "sg:Contested"), ("2014-01-01", None), ("2020-01-01", "sg:Contested")],
)
def test_members_on_a_day(told: Any, on: str, certainty: str | None) -> None:
    found = {row["member"]: row["certainty"] for row in rows(told, "members-on", alliance="G5 Sahel", on=on)}
    assert found.get("actor:mali") == certainty


DAYS = [
    "2013-12-31",
    "2014-02-16",
    "2018-01-01",
    "2019-06-01",
    "2023-09-16",
    "2023-12-07",
    "2024-06-01",
    "2031-01-01",
]


@pytest.mark.parametrize("day", DAYS)
def test_plain_sparql_answers_as_the_command_does(told: Any, day: str) -> None:
    on = When.parse(day)
    for alliance in ("aes", "g5-sahel"):
        answers = {a.id: a.certainty for a in who(told.store, told.book, alliance, on=on)}
        listed = rows(told, "members-on", alliance=alliance, on=day)
        assert {(r["member"], r["certainty"]) for r in listed} == {
            (f"actor:{actor}", f"sg:{word.capitalize()}") for actor, word in answers.items()
        }
        for actor in ("mali", "niger", "tchad"):
            (row,) = rows(told, "was-member", actor=actor, alliance=alliance, on=day)
            assert row["answer"] == answers.get(actor, "no")


def test_members_between_days_with_the_part_of_the_time(told: Any) -> None:
    found = rows(
        told, "members-between", **{"alliance": "G5 Sahel", "from": "2013-01-01", "to": "2030-12-31"}
    )
    assert [(r["member"], r["begin"], r["end"]) for r in found if r["certainty"] == "sg:Certain"] == [
        ("actor:tchad", "2014-02-16", "2023-12-06")
    ]
    assert (
        rows(told, "members-between", **{"alliance": "AES", "from": "2020-01-01", "to": "2020-12-31"}) == []
    )


def test_who_takes_whose_members_over_is_listed(told: Any) -> None:
    (row,) = rows(told, "successions")
    assert row["new"] == "actor:nouveau-front"
    assert (row["former"], row["time"]) == ("actor:ancien-front", "2020-05")


def test_members_on_a_day_are_certain_or_possible(told: Any) -> None:
    def on(day: str) -> dict[str, str]:
        return {row["member"]: row["certainty"] for row in rows(told, "members-on", alliance="aes", on=day)}

    assert on("2023-09-15") == {}
    assert on("2024-06-01") == {"actor:mali": "sg:Certain", "actor:niger": "sg:Certain"}
    assert on("2040-01-01") == {"actor:mali": "sg:Possible", "actor:niger": "sg:Possible"}


def test_claims_between_two_actors_run_both_ways(told: Any) -> None:
    found = rows(told, "claims-between", one="Mali", other="Niger")
    assert [(r["subject"], r["relation"], r["object"], r["document"]) for r in found] == [
        ("actor:niger", "sg:accused", "actor:mali", "c.txt"),
        ("actor:mali", "sg:accused", "actor:niger", "a.txt"),
    ]


def test_what_a_speaker_said(told: Any) -> None:
    assert {row["relation"] for row in rows(told, "said-by", speaker="BAMAKO")} == {
        "sg:accused",
        "sg:attacked",
    }


def test_parameters_must_be_those_of_the_query(told: Any) -> None:
    with pytest.raises(QueryError, match="actor=ACTOR"):
        run(told.store, "attacks", {}, told.book)
    with pytest.raises(QueryError, match="actor=ACTOR"):
        run(told.store, "attacks", {"actor": "Mali", "more": "x"}, told.book)
    with pytest.raises(NameNotFoundError):
        run(told.store, "attacks", {"actor": "Atlantis"}, told.book)
    with pytest.raises(QueryError, match="no day"):
        run(told.store, "members-on", {"alliance": "AES", "on": "soon"}, told.book)


def test_values_of_ones_own_queries_are_terms(told: Any) -> None:
    query = "SELECT ?o WHERE { ?s sg:accused ?o FILTER(?s = ?who) }"
    assert [row["o"] for row in rows(told, query, who="actor:mali")] == ["actor:niger"]
    dated = "SELECT ?d WHERE { ?a dcterms:identifier ?d ; dcterms:date ?day FILTER(?day = ?on) }"
    assert [row["d"] for row in rows(told, dated, on="2024-06-01")] == ["b.txt"]
    with pytest.raises(QueryError, match="no IRI"):
        rows(told, query, who="actor:mali> . DROP")


def test_updates_are_refused(told: Any) -> None:
    with pytest.raises(QueryError, match="update"):
        run(told.store, "DELETE WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (NamedNode(SG + "memberOf"), "sg:memberOf"),
        (Literal(12), 12),
        (Literal(1.5), 1.5),
        (Literal(True), True),
        (Literal("12"), "12"),
        (Literal("2024-01-01", datatype=NamedNode(XSD + "date")), "2024-01-01"),
        (BlankNode("b"), "_:b"),
    ],
)
def test_terms_as_values_of_cells(term: Any, value: object) -> None:
    assert plain(term) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", r"x\.rq:1: .*what it answers"),
        ("# All.\n# $on  week  a week\nSELECT ?on WHERE { ?s ?p ?on }", r"x\.rq:2: .*kind"),
        ("# All.\n# $on  date  a day\nSELECT * WHERE { ?s ?p ?o }", r"x\.rq:2: .*not used"),
    ],
)
def test_a_query_file_with_a_mistake_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "x.rq"
    file.write_text(text)
    with pytest.raises(DataError, match=said):
        load_query(file)
