"""Every store keeps the same promises; a folder that is none is refused in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from sahelgraph.graph.store import Store, Table, open_store, select
from sahelgraph.ontology.errors import QueryError, StoreError

ONE, TWO = NamedNode("http://example.org/one"), NamedNode("http://example.org/two")
SAYS = NamedNode("http://example.org/says")
HOSTILE = 'a\x00 "quote" } } ; DROP ALL #\n\\ \u2028 é'


def said(text: str, graph: NamedNode = ONE) -> Quad:
    return Quad(NamedNode("http://example.org/x"), SAYS, Literal(text), graph)


# --- the same on every store


def test_what_is_written_can_be_read(store: Store) -> None:
    store.replace({ONE: [said("a"), said(HOSTILE)], TWO: [said("b", TWO)]})
    assert set(store.quads()) == {said("a"), said(HOSTILE), said("b", TWO)}
    assert set(store.quads(TWO)) == {said("b", TWO)}


def test_replacing_a_graph_leaves_the_others(store: Store) -> None:
    store.replace({ONE: [said("a")], TWO: [said("b", TWO)]})
    store.replace({ONE: [said("c")]})
    assert set(store.quads()) == {said("c"), said("b", TWO)}
    store.replace({ONE: []})
    assert set(store.quads()) == {said("b", TWO)}


def test_queries_see_all_graphs_at_once(store: Store) -> None:
    store.replace({ONE: [said("a")], TWO: [said("b", TWO)]})
    rows = select(store, "SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o")
    assert rows == ((Literal("a"),), (Literal("b"),))


def test_ask_and_construct(store: Store) -> None:
    store.replace({ONE: [said("a")]})
    assert store.query("ASK { ?s ?p ?o }") is True
    assert store.query("CONSTRUCT { ?s ?p 'b' } WHERE { ?s ?p ?o }") == (
        Triple(said("b").subject, SAYS, Literal("b")),
    )


def test_values_are_bound_not_formatted(store: Store) -> None:
    store.replace({ONE: [said("a"), said(HOSTILE)]})
    query = "SELECT ?s WHERE { ?s ?p ?o FILTER(?o = ?wanted) }"
    assert len(select(store, query, wanted=Literal(HOSTILE))) == 1
    assert select(store, query, wanted=Literal("none")) == ()


def test_values_are_bound_beside_braces_in_texts_and_comments(store: Store) -> None:
    store.replace({ONE: [said("{"), said("a")]})
    query = "# a { comment\nPREFIX x: <http://x/#>\nSELECT ?o WHERE { ?s ?p ?o FILTER(?o != '{' && ?o = ?v) }"
    assert select(store, query, v=Literal("a")) == ((Literal("a"),),)
    construct = "CONSTRUCT { ?s ?p ?v } WHERE { ?s ?p ?o FILTER(?o = ?v) }"
    assert len(store.query(construct, {"v": Literal("a")})) == 1


def test_unbound_variables_are_none(store: Store) -> None:
    store.replace({ONE: [said("a")]})
    results = store.query("SELECT ?s ?nothing WHERE { ?s ?p ?o OPTIONAL { ?s <http://x/y> ?nothing } }")
    assert isinstance(results, Table)
    assert (results.columns, results.rows[0][1]) == (("s", "nothing"), None)


def test_the_prefixes_of_the_vocabulary_are_declared(store: Store) -> None:
    assert store.query("ASK { ?c a sg:Claim ; prov:wasDerivedFrom ?article }") is False


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <a:a> <a:a> <a:a> }", "PREFIX x: <y:y>\n# ?\ndelete where { ?s ?p ?o }", "DROP ALL"],
)
def test_an_update_is_refused(store: Store, update: str) -> None:
    store.replace({ONE: [said("a")]})
    with pytest.raises(QueryError, match="update"):
        store.query(update)
    assert set(store.quads()) == {said("a")}


def test_a_broken_query_is_told_where(store: Store) -> None:
    with pytest.raises(QueryError, match=r"line 2, column \d+"):
        store.query("SELECT * WHERE {\n ?s ?p }")
    with pytest.raises(QueryError, match=r"line 1.*prefix"):
        store.query("SELECT * WHERE { ?s nope:p ?o }")


def test_a_query_without_a_table_is_no_selection(store: Store) -> None:
    with pytest.raises(QueryError, match="no table"):
        select(store, "ASK { ?s ?p ?o }")


# --- folders


def test_a_store_stays_when_it_is_closed(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "store", write=True) as store:
        store.replace({ONE: [said("a")]})
    with open_store(str(tmp_path / "new" / "store")) as store:
        assert list(store.quads()) == [said("a")]


def test_many_may_read_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True):
        pass
    with open_store(tmp_path) as one, open_store(tmp_path) as two:
        assert list(one.quads()) == list(two.quads()) == []


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="sahelgraph build"), open_store(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_with_other_things_is_no_store(tmp_path: Path, write: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="no sahelgraph store"), open_store(tmp_path, write=write):
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
    with (
        pytest.raises(StoreError, match="no sahelgraph store"),
        open_store(tmp_path / "notes.txt", write=write),
    ):
        pass


@pytest.mark.parametrize(
    ("content", "said"), [('{"format": 99}', "format 99"), ("[]", "damaged"), ("", "damaged")]
)
def test_a_store_of_another_format_is_refused(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "sahelgraph.json").write_text(content)
    with pytest.raises(StoreError, match=said), open_store(tmp_path):
        pass


@pytest.mark.parametrize("write", [True, False])
def test_a_store_that_another_process_writes_is_locked(tmp_path: Path, write: bool) -> None:
    other = (
        "import sys; from sahelgraph.graph.store import open_store\n"
        "with open_store(sys.argv[1], write=True): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", other, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="locked"), open_store(tmp_path, write=write):
            pass
        process.communicate()
    with open_store(tmp_path, write=write):
        pass


def test_an_error_of_the_caller_is_no_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_store(tmp_path, write=True):
        (tmp_path / "x" / "y").read_text()
    with open_store(tmp_path, write=True):
        pass


# --- servers


def test_a_server_that_does_not_run_is_a_clear_error() -> None:
    with open_store("http://127.0.0.1:9") as store, pytest.raises(StoreError, match="cannot be reached"):
        store.query("ASK { ?s ?p ?o }")
