"""Where sentences begin. No language model is needed to say so."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from sahelgraph.extract.lexicon.names import name_words
from sahelgraph.extract.mentions import MentionFinder
from sahelgraph.extract.parsing import give_names_back, prepare
from sahelgraph.extract.trees import Doc
from sahelgraph.ontology.actors import actor_book

GAP = pytest.mark.xfail(reason="the full stop of an abbreviation ends a sentence", raises=AssertionError)
FRENCH = spacy.blank("fr")
FINDER = MentionFinder(actor_book(), name_words())


def prepared(text: str) -> Doc:
    return give_names_back(prepare(FRENCH, text, FINDER.find(text)))


def sentences(text: str) -> list[str]:
    return [s.text.strip() for s in prepared(text).sents if s.text.strip()]


@pytest.mark.parametrize(
    "expected",
    [
        ["Le Mali part.", "Le Niger reste."],
        ["Vraiment ?", "Oui !", "Bien…", "Alors partons."],
        ["M. Zerbane est arrivé.", "Il repart."],
        ["Le 3 mars, 2 500 hommes sont partis.", "12 sont revenus."],
        ["A.Q.M.I. recrute.", "L'O.N.U. proteste."],
        ["« Nous partons », dit-il.", "« Restez ! »", "Elle reste."],
        ["Le prix est de 3.5 euros.", "Il monte."],
    ],
)
def test_sentences_of_running_text(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Mali quitte la Cédéao\nLe Niger aussi", ["Le Mali quitte la Cédéao", "Le Niger aussi"]),
        ("Un titre\n\nUn texte. Une suite", ["Un titre", "Un texte.", "Une suite"]),
        ("- le Mali\n- le Niger", ["- le Mali", "- le Niger"]),
        ("le texte sans point Le pays part", ["le texte sans point", "Le pays part"]),
        ("Il a dit : « Non. Jamais. » Puis rien.", ["Il a dit : « Non.", "Jamais. »", "Puis rien."]),
        ("Fin de citation.» Le Mali part.", ["Fin de citation.»", "Le Mali part."]),
        ("(Avec AFP.) Le Mali part.", ["(Avec AFP.)", "Le Mali part."]),
    ],
)
def test_sentences_without_full_stops_and_with_quotes(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le gén. Diallo, né en 1960, commande.", marks=GAP),
        pytest.param("Il y a env. 300 hommes.", marks=GAP),
        "La Cédéao, l'U.E. et l'ONU sont d'accord.",
        pytest.param("Selon l'art. 3 de la charte, tous s'entraident.", marks=GAP),
        "Le président Ibrahim Traoré, 36 ans, parle.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_a_name_is_one_token() -> None:
    text = "Le Comité d'état-major opérationnel conjoint siège à Tamanrasset."
    assert "Comité d'état-major opérationnel conjoint" in map(str, prepared(text))


PIECES = ["Le Mali", ".", "\n", "« ", " »", "!", " ", "…", "A.", ") "]


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_sentences_cover_the_text_whole(text: str) -> None:
    doc = prepared(text)
    assert doc.text == text
    assert [t for s in doc.sents for t in s] == list(doc)
