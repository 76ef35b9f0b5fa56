"""Reading questions: which words decide what, which times are found, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahelgraph.extract.lexicon.inflection import Form, english, french
from sahelgraph.extract.lexicon.questions import QUESTIONS_FILE, load_question_words, question_words
from sahelgraph.extract.question_dates import find_times
from sahelgraph.extract.questions import QuestionReader, read_question
from sahelgraph.ontology.actor_files import load_actors
from sahelgraph.ontology.actors import ActorBook, actor_book
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.questions import Aspect, Question, QuestionError

TODAY = date(2025, 3, 15)
ACTORS = Path(__file__).parent.parent / "data" / "actors.yaml"


@pytest.fixture(scope="module")
def small() -> ActorBook:
    return load_actors(ACTORS)


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    return QuestionReader(actor_book())


def parts(question: Question) -> tuple[str, str, str | None, str | None]:
    actor, alliance = question.actor, question.alliance
    return question.kind, question.relation, actor and actor.id, alliance and alliance.id


# --- names


@pytest.mark.parametrize(
    ("text", "actor", "alliance"),
    [
        ("Bamako est-il membre du CEMOC ?", "mali", "cemoc"),
        ("Is Mali part of the cemoc?", "mali", "cemoc"),
        ("le mali fait il partie du cémoc", "mali", "cemoc"),
        ("L'armée malienne appartient-elle au Comité d'état-major opérationnel conjoint ?", "mali", "cemoc"),
        ("Do the Malian forces belong to the CEMOC?", "mali", "cemoc"),
        ("Du CEMOC, le Mali est-il membre ?", "mali", "cemoc"),
        ("Le CEMOC (Comité d'état-major opérationnel conjoint) compte-t-il le Mali ?", "mali", "cemoc"),
    ],
)
def test_names_are_found_however_they_are_written(
    small: ActorBook, text: str, actor: str, alliance: str
) -> None:
    question = read_question(text, small, TODAY)
    assert parts(question) == ("whether", "member-of", actor, alliance)


def test_actors_that_only_articles_name_may_be_asked_about(small: ActorBook) -> None:
    dune = Entity("new:front-de-la-dune", "Front de la Dune", ActorType.ARMED_GROUP, ("FDD",))
    for name in ("le Front de la Dune", "le front de la dune", "le FDD"):
        question = read_question(f"Qui {name} a-t-il attaqué ?", small, TODAY, [dune])
        assert parts(question) == ("relation", "attacked", dune.id, None)


def test_a_name_that_nobody_has_is_refused_with_a_near_one(reader: QuestionReader) -> None:
    with pytest.raises(QuestionError, match=r"«Mauritanei».*did you mean Mauritanie"):
        reader.read("Qui a attaqué la Mauritanei ?", TODAY)


def test_a_last_name_is_that_of_the_best_known(reader: QuestionReader) -> None:
    assert parts(reader.read("Qui Goïta a-t-il rencontré ?", TODAY))[2] == "assimi-goita"
    assert parts(reader.read("Who met Putin?", TODAY))[3] == "vladimir-poutine"


def test_a_last_name_that_several_share_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    people = (
        "{id: ali-sow, type: Person, label: Ali Sow}",
        "{id: moussa-sow, type: Person, label: Moussa Sow}",
    )
    file.write_text("actors:\n" + "".join(f"  - {person}\n" for person in people), "utf-8")
    with pytest.raises(QuestionError, match="«Sow» may be Ali Sow, Moussa Sow"):
        read_question("Qui a rencontré Sow ?", load_actors(file), TODAY)


# --- who does what to whom


@pytest.mark.parametrize(
    ("text", "actor", "object_"),
    [
        ("Qui a accusé le Mali ?", None, "mali"),
        ("Qui le Mali a-t-il accusé ?", "mali", None),
        ("Qui est accusé par le Mali ?", "mali", None),
        ("Par qui le Mali a-t-il été accusé ?", None, "mali"),
        ("Par qui est accusé le Mali ?", None, "mali"),
        ("Quel est le pays qui a accusé le Mali ?", None, "mali"),
        ("Le Mali a-t-il accusé l'Algérie ?", "mali", "algerie"),
        ("L'Algérie a-t-elle été accusée par le Mali ?", "mali", "algerie"),
        ("Est-ce que l'Algérie est accusée par le Mali ?", "mali", "algerie"),
        ("Quelles accusations du Mali contre l'Algérie ?", "mali", "algerie"),
        ("Qui accuse l'Algérie d'aider le CEMOC ?", None, "algerie"),
        ("Who accused Mali?", None, "mali"),
        ("Who did Mali accuse?", "mali", None),
        ("Whom has Mali accused?", "mali", None),
        ("Who was accused by Mali?", "mali", None),
        ("Who was Mali accused by?", None, "mali"),
        ("By whom was Mali accused?", None, "mali"),
        ("Which is the country that accused Mali?", None, "mali"),
        ("Did Mali accuse Algeria?", "mali", "algerie"),
        ("Was Algeria accused by Mali?", "mali", "algerie"),
        ("Which accusations did Mali make against Algeria?", "mali", "algerie"),
    ],
)
def test_voice_and_order_tell_who_accuses_whom(
    small: ActorBook, text: str, actor: str | None, object_: str | None
) -> None:
    question = read_question(text, small, TODAY)
    assert parts(question)[1:] == ("accused", actor, object_)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Qui a été exclu de la CEDEAO ?", ("relation", "suspended", "cedeao", None)),
        ("When was Niger suspended by the African Union?", ("when", "suspended", "union-africaine", "niger")),
        ("Le GSPC est-il devenu AQMI ?", ("whether", "succeeded", "aqmi", "gspc")),
        ("Which group did the MUJAO split from?", ("relation", "split-from", "mujao", None)),
        ("De quelle organisation l'EIGS est-il issu ?", ("relation", "split-from", "eigs", None)),
        ("La MINUSMA a-t-elle quitté le Mali ?", ("whether", "withdrew-from", "minusma", "mali")),
        ("Le Mali a-t-il quitté le G5 Sahel ?", ("whether", "left", "mali", "g5-sahel")),
        ("Qui a pris le pouvoir au Niger ?", ("relation", "holds-office", None, "niger")),
        ("Quand le président malien Assimi Goïta a-t-il rencontré Poutine ?",
         ("when", "met-with", "assimi-goita", "vladimir-poutine")),
        ("Did ECOWAS impose sanctions on Mali?", ("whether", "sanctioned", "cedeao", "mali")),
        ("Which groups merged to form JNIM?", ("relation", "founded", None, "jnim")),
        ("When was JNIM formed?", ("when", "created", "jnim", None)),
        ("Avec qui le Mali a-t-il signé un accord ?", ("relation", "signed-with", "mali", None)),
        ("Quels pays le G5 Sahel réunissait-il ?", ("who", "member-of", None, "g5-sahel")),
        ("De quoi le Tchad est-il membre ?", ("when", "member-of", "tchad", None)),
        ("Quand l'AQMI a-t-elle été fondée et par qui ?", ("when", "created", "aqmi", None)),
        ("Whom does Russia support in the Sahel?", ("relation", "supported", "russie", None)),
        ("Qui occupait le poste de Premier ministre au Mali ?", ("relation", "holds-office", None, "mali")),
        ("Qui étaient les chefs d'État du Mali ?", ("relation", "holds-office", None, "mali")),
        ("Dans quelles alliances se trouve le Niger ?", ("when", "member-of", "niger", None)),
        ("Mali's alliances in 2018", ("when", "member-of", "mali", None)),
        ("Les pays de l'AES", ("who", "member-of", None, "aes")),
    ],
)  # fmt: skip
def test_words_and_the_types_of_actors_decide_together(
    reader: QuestionReader, text: str, understood: tuple[str, str, str | None, str | None]
) -> None:
    assert parts(reader.read(text, TODAY)) == understood


@pytest.mark.parametrize(
    ("text", "relation", "aspect"),
    [
        ("Quand le Mali a-t-il rejoint le CEMOC ?", "member-of", Aspect.BEGINS),
        ("Quand le Mali est-il devenu membre du CEMOC ?", "member-of", Aspect.BEGINS),
        ("When did Mali enter the CEMOC?", "member-of", Aspect.BEGINS),
        ("Quand le Mali était-il membre du CEMOC ?", "member-of", Aspect.HOLDS),
        ("Quand le Mali a-t-il cessé d'appartenir au CEMOC ?", "left", Aspect.ENDS),
        ("When did Mali cease to be a member of the CEMOC?", "left", Aspect.ENDS),
        ("Le Mali n'est-il plus dans le CEMOC ?", "left", Aspect.ENDS),
        ("Is Mali no longer part of the CEMOC?", "left", Aspect.ENDS),
        ("Le Mali a-t-il claqué la porte du CEMOC ?", "left", Aspect.ENDS),
        ("Has Mali pulled out of the CEMOC?", "left", Aspect.ENDS),
    ],
)
def test_membership_begins_holds_and_ends(small: ActorBook, text: str, relation: str, aspect: Aspect) -> None:
    question = read_question(text, small, TODAY)
    assert (*parts(question)[1:], question.aspect) == (relation, "mali", "cemoc", aspect)


# --- times


@pytest.mark.parametrize(
    ("text", "on", "start", "end"),
    [
        ("on 1 March 2024", "2024-03-01", None, None),
        ("on the 1st of March, 2024", "2024-03-01", None, None),
        ("on March 1st, 2024", "2024-03-01", None, None),
        ("on Sept. 5, 2024", "2024-09-05", None, None),
        ("on 2024-03-01", "2024-03-01", None, None),
        ("in March 2024", "2024-03", None, None),
        ("in 2024-03", "2024-03", None, None),
        ("during 2024", "2024", None, None),
        ("in early 2024", "2024", None, None),
        ("at the end of March 2024", "2024-03", None, None),
        ("in the spring of 2024", "2024-21", None, None),
        ("in the 2010s", "201X", None, None),
        ("last year", "2024", None, None),
        ("this year", "2025", None, None),
        ("yesterday", "2025-03-14", None, None),
        ("since 2023", None, "2023", None),
        ("from March 2023", None, "2023-03", None),
        ("after 2022", None, "2023-01-01", None),
        ("until May 2022", None, None, "2022-05"),
        ("before 2022", None, None, "2021-12-31"),
        ("between 2015 and 2020", None, "2015", "2020"),
        ("from 1 May 2015 to 3 June 2020", None, "2015-05-01", "2020-06-03"),
        ("after 2014 and before 2017", None, "2015-01-01", "2016-12-31"),
        ("with resolution 2100", None, None, None),
        ("may be", None, None, None),
    ],
)
def test_english_times(text: str, on: str | None, start: str | None, end: str | None) -> None:
    times = find_times(f"Who was a member {text}?", "en", TODAY)
    assert tuple(w and w.edtf for w in (times.on, times.start, times.end)) == (on, start, end)


@pytest.mark.parametrize(
    ("text", "on", "start", "end"),
    [
        ("le 1er mars 2024", "2024-03-01", None, None),
        ("en mars 2024", "2024-03", None, None),
        ("aujourd'hui", "2025-03-15", None, None),
        ("actuellement", "2025-03-15", None, None),
        ("l'an dernier", "2024", None, None),
        ("depuis mars 2023", None, "2023-03", None),
        ("après 2022", None, "2023-01-01", None),
        ("jusqu'en mai 2022", None, None, "2022-05"),
        ("avant 2022", None, None, "2021-12-31"),
        ("entre 2015 et 2020", None, "2015", "2020"),
        ("de 2015 à 2020", None, "2015", "2020"),
    ],
)
def test_french_times(text: str, on: str | None, start: str | None, end: str | None) -> None:
    times = find_times(f"Qui était membre {text} ?", "fr", TODAY)
    assert tuple(w and w.edtf for w in (times.on, times.start, times.end)) == (on, start, end)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Qui est membre du CEMOC ?", "2025-03-15"),
        ("Which countries belong to the CEMOC?", "2025-03-15"),
        ("Does Mali still belong to the CEMOC?", "2025-03-15"),
        ("Qui était membre du CEMOC ?", None),
        ("Has Mali ever been in the CEMOC?", None),
        ("Depuis quand le Mali est-il membre du CEMOC ?", None),
    ],
)
def test_the_present_means_today(small: ActorBook, text: str, on: str | None) -> None:
    question = read_question(text, small, TODAY)
    assert question.to_json()["on"] == on


@pytest.mark.parametrize(
    "text", ["Qui était membre du CEMOC en 2012 et en 2015 ?", "Who left on 31 June 2012?"]
)
def test_several_times_and_impossible_ones_are_refused(small: ActorBook, text: str) -> None:
    with pytest.raises(QuestionError):
        read_question(text, small, TODAY)


# --- refusals


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Où se trouve le CEMOC ?", "where"),
        ("D'où vient le CEMOC ?", "where"),
        ("Why did Mali leave the CEMOC?", "why or how"),
        ("Comment le Mali a-t-il quitté le CEMOC ?", "why or how"),
        ("Combien de soldats a le Mali ?", "how many"),
        ("Qui n'est pas membre du CEMOC ?", "who is not"),
        ("Which countries did not leave the CEMOC?", "who is not"),
        ("Qui est membre ?", "nobody"),
        ("Qui a quitté le CEMOC et rejoint le Mali ?", "more than one question"),
        ("Quels membres du CEMOC ont attaqué le Mali ?", "more than one question"),
        ("Le Mali est-il membre d'une alliance ?", "both the actor and the alliance"),
        ("Le Mali, le Niger et l'Algérie sont-ils membres du CEMOC ?", "one actor"),
        ("Is Mali blue, green or yellow?", "not clear"),
        ("xyzzy", "neither|no question|not clear"),
        ("", "no question"),
        ("?!", "no question"),
        ("Qui " * 400, "longer than"),
    ],
)
def test_what_cannot_be_read_is_refused_and_told(small: ActorBook, text: str, why: str) -> None:
    with pytest.raises(QuestionError, match=why):
        read_question(text, small, TODAY)


@pytest.mark.parametrize(
    ("text", "example"),
    [("Où est le Mali ?", "par exemple «Qui"), ("Where is Mali?", 'for example "Who')],
)
def test_a_refusal_gives_an_example_in_the_language_of_the_question(
    small: ActorBook, text: str, example: str
) -> None:
    with pytest.raises(QuestionError) as refusal:
        read_question(text, small, TODAY)
    assert example in str(refusal.value)


WORDS = st.sampled_from(
    [
        *(
            "Mali",
            "Algérie",
            "CEMOC",
            "Bamako",
            "qui",
            "quand",
            "who",
            "when",
            "le",
            "la",
            "de",
            "du",
            "of",
            "the",
        ),
        *(
            "membre",
            "member",
            "accusé",
            "accused",
            "a",
            "was",
            "is",
            "est",
            "par",
            "by",
            "en",
            "in",
            "2012",
            "mai",
        ),
        *(
            "depuis",
            "since",
            "quitté",
            "left",
            "président",
            "leads",
            "ne",
            "plus",
            "n't",
            "…",
            "?",
            "Zork",
            "d'",
        ),
    ]
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(QuestionError):
        question = small_reader().read(text, TODAY)
        assert question.actor or question.alliance
        assert question == small_reader().read(text, TODAY)


@cache
def small_reader() -> QuestionReader:
    return QuestionReader(load_actors(ACTORS))


# --- the lexicon


@pytest.mark.parametrize(
    ("line", "wrong", "message"),
    [
        ('asks = "who"', 'asks = "whoo"', "whoo"),
        ('sign = "member"', 'sign = "membre"', "membre"),
        ('id = "attacked"', 'id = "hit"', "no relation «hit»"),
        ('label = "head"', 'label = "head"\nrank = "first"', "unknown keys: rank"),
        ('verbs_fr = ["menacer"]', 'verbs_fr = ["vouloir"]', "give the forms of «vouloir»"),
    ],
)
def test_a_mistake_in_the_lexicon_is_named_with_its_line(
    tmp_path: Path, line: str, wrong: str, message: str
) -> None:
    text = QUESTIONS_FILE.read_text("utf-8")
    assert line in text
    file = tmp_path / "questions.toml"
    file.write_text(text.replace(line, wrong, 1), "utf-8")
    with pytest.raises(DataError, match=message) as error:
        load_question_words(file)
    assert str(file) in str(error.value)


def test_every_relation_but_the_memberships_own_can_be_asked_in_both_languages() -> None:
    from sahelgraph.ontology.relations import relations

    asked_by_signs_and_posts = {"member-of", "left", "holds-office"}
    for phrases in question_words().phrases.values():
        every = {
            m.value
            for entries in phrases.by_word.values()
            for _, ms in entries
            for m in ms
            if m.kind == "relation"
        }
        assert every == set(relations()) - asked_by_signs_and_posts


def test_forms_of_verbs() -> None:
    assert french("menacer")["menaçait"] == {Form.PAST}
    assert french("diriger")["dirigeait"] == {Form.PAST}
    assert french("enlever")["enlèvent"] == {Form.PRESENT}
    assert french("bannir")["bannis"] == {Form.PARTICIPLE}
    assert english("ally")["allied"] == {Form.PAST, Form.PARTICIPLE}
    assert english("accuse")["accusing"] == {Form.PRESENT}
    assert "banned" in english("ban")
    assert english("attack")["attack"] == {Form.BARE}


def test_reading_a_question_loads_no_language_model() -> None:
    heavy = ("spacy", "numpy", "rdflib", "networkx", "pyoxigraph")
    code = f"import sys, sahelgraph.extract.questions; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
