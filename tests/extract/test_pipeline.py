"""What holds of every claim of every text: evidence in its place, no crash, nothing invented."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim, claim_from_json, claim_to_json, write_jsonl
from sahelgraph.ontology.relations import relations

SENTENCES = [
    "Le JNIM a attaqué l'armée malienne hier",
    "Bamako accuse Alger d’avoir abattu un drone malien",
    "« Le Niger a quitté la Cédéao », a dit M. Zerbane",
    "L'AES regroupe le Mali, le Burkina Faso et le Niger",
    "Le ministre malien de la Défense, Sadio Camara, a rencontré Sergueï Lavrov à Moscou",
    "Les trois pays ont été reçus à Niamey le 3 mars 2024",
    "Le Front des dunes (FDD) — allié au « FLA » — a enlevé deux Suisses",
    "LES SOLDATS FRANÇAIS QUITTENT LE TCHAD",
    "Rien à signaler",
]
BLANKS = [" ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u202f", "\u200b", "\u2028"]
SIGNS = [". ", " . ", "! ", "… ", "« ", " »", "“", '"', "(", ") "]
PIECE = st.tuples(st.sampled_from(SENTENCES), st.sampled_from(SIGNS), st.sampled_from(BLANKS))

slow = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(text: str, claims: tuple[Claim, ...]) -> None:
    """What must hold whatever the text says."""
    for claim in claims:
        evidence, relation = claim.evidence, relations()[claim.relation]
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.text.strip() == evidence.text != ""
        assert relation.allows(claim.subject.type, claim.object.type if claim.object else None)
        assert claim.object is None or claim.object.id != claim.subject.id
        assert 0 < claim.confidence <= 1
        assert claim_from_json(json.loads(json.dumps(claim_to_json(claim)))).id == claim.id
    assert all(one.evidence.start <= two.evidence.start for one, two in pairwise(claims))
    assert len({claim.id for claim in claims}) == len(claims)


def read(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    ((_, claims),) = extractor.extract([Article("article.txt", text)])
    return claims


@slow
@given(st.lists(PIECE, max_size=5))
def test_evidence_is_in_its_place_whatever_blanks_and_quotes_stand_around(
    extractor: Extractor, pieces: list[tuple[str, str, str]]
) -> None:
    text = "".join("".join(piece) for piece in pieces)
    check(text, read(extractor, text))


@slow
@given(st.text(max_size=120))
def test_any_text_can_be_read(extractor: Extractor, text: str) -> None:
    check(text, read(extractor, text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "   \t\n ",
        ".",
        "?!",
        "«",
        "()()()[]]]",
        "Mali",
        "et et et et",
        "qui que dont où",
        "Le Mali attaque le Mali.",
        "<script>alert('Le JNIM a attaqué le Mali')</script>",
        "<p>Le JNIM <b>a attaqué</b> l'arm&eacute;e malienne.</p>",
        'Le JNIM a attaqué "; DROP GRAPH <urn:x>; le Mali.',
        "Le JNIM a attaqué ../../etc/passwd et le Mali.",
        "Le JNIM\u0085a attaqué\u200b le\ufeff Mali\u2028.",
        "Le JN\u0301IM a attaqué le Ma\u0301li.",
        "Le JNIM a attaqué le Mali " * 200,
        "(" * 300 + "Mali" + ")" * 300,
        "Mali, " * 300 + "et le Niger ont attaqué le Tchad.",
        "« " * 50 + "Le Mali a attaqué le Niger" + " »" * 50,
        "\U0001f1f2\U0001f1f1 Le Mali 🇳🇪 a attaqué 💥 le Niger 🇹🇩",
        "لم تهاجم مالي النيجر. Le Mali a attaqué le Niger. 马里",
        "a" * 20_000,
        "Le JNIM a attaqué\x00 le Mali\x1b[31m.",
    ],
)
def test_hostile_text_is_only_text(extractor: Extractor, text: str) -> None:
    check(text, read(extractor, text))


def test_markup_in_a_name_never_reaches_an_identifier(extractor: Extractor) -> None:
    text = "Le groupe armé Zer<b>bane</b>&quot; a attaqué le Mali. La milice Ze\"rb'ane> a attaqué le Mali."
    for claim in read(extractor, text):
        assert set(claim.subject.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-:")


def test_reading_again_gives_the_same_claims(extractor: Extractor) -> None:
    text = ". ".join(SENTENCES) + "."
    first, again = read(extractor, text), read(extractor, text)
    assert [c.id for c in first] == [c.id for c in again]
    assert list(write_jsonl(first)) == list(write_jsonl(again))
    assert len(first) > len(SENTENCES) / 2


def test_an_article_is_read_alike_alone_and_among_others(extractor: Extractor) -> None:
    articles = [Article(f"{n}.txt", f"{sentence}.") for n, sentence in enumerate(SENTENCES * 3)]
    together = list(extractor.extract(articles))
    assert [article for article, _ in together] == articles
    for article, claims in together[: len(SENTENCES)]:
        ((_, alone),) = extractor.extract([article])
        assert [c.id for c in claims] == [c.id for c in alone]


def test_articles_are_read_as_they_come(extractor: Extractor) -> None:
    taken = []

    def stream() -> object:
        for number in range(100):
            taken.append(number)
            yield Article(f"{number}.txt", "Le Mali a attaqué le JNIM.")

    next(iter(extractor.extract(stream())))  # type: ignore[arg-type]
    assert len(taken) < 100


def test_without_articles_there_are_no_claims(extractor: Extractor) -> None:
    assert list(extractor.extract([])) == []


def test_a_front_matter_is_read_for_metadata_only(extractor: Extractor, tmp_path: object) -> None:
    head = "---\ntitle: Le JNIM a attaqué l'armée malienne\ndate: 2024-11-07\n---\n"
    text = f"{head}Le Tchad a quitté le G5 Sahel hier.\n"
    file = tmp_path / "a.txt"  # type: ignore[operator]
    file.write_text(text, "utf-8")
    ((article, _),) = read_articles(find_sources([str(file)]))
    assert article
    ((_, (claim,)),) = extractor.extract([article])
    assert (claim.subject.id, claim.relation) == ("tchad", "left")
    assert claim.when
    assert claim.when.edtf == "2024-11-06"
    assert text[claim.evidence.start : claim.evidence.end] == "Le Tchad a quitté le G5 Sahel hier."


def test_without_actor_files_only_what_the_text_names_is_an_actor() -> None:
    nobody = Extractor(ActorBook({}, (), {}))
    text = "Le JNIM a attaqué l'armée malienne. Le groupe armé Zerbane a enlevé Olivier Zerbanou."
    claims = read(nobody, text)
    check(text, claims)
    actors = {entity.id for claim in claims for entity in (claim.subject, claim.object) if entity}
    assert actors <= {"new:zerbane", "new:olivier-zerbanou"}
