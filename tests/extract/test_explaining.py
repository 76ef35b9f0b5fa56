"""`--explain`: from a claim back to the words of the article and to lines of data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sahelgraph.extract.lexicon.confidence import weights
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import Claim
from sahelgraph.tests.extract.conftest import Claims

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"((?:extract|seeds)/[\w/.-]+\.(?:toml|yaml)):(\d+)")


def told(claim: Claim) -> dict[str, str]:
    return {key: text for key, _, text in (rule.partition(": ") for rule in claim.rules)}


def line_at(text: str) -> str:
    """The line of data that a rule names."""
    found = PLACE.search(text)
    assert found
    return (ROOT / found[1]).read_text("utf-8").splitlines()[int(found[2]) - 1]


def test_a_verb_leads_to_its_frame(claims: Claims) -> None:
    (claim,) = claims("Le JNIM a attaqué des soldats maliens le 3 mars 2021.")
    rules = told(claim)
    assert "at «attaqué»" in rules["rule"]
    assert "id =" in line_at(rules["rule"]) or "[[frame]]" in line_at(rules["rule"])
    assert "«JNIM» (3)" in rules["subject"]
    assert "jnim" in line_at(rules["subject"])
    assert "adjective, «maliens» (30)" in rules["object"]
    assert "«le 3 mars 2021»" in rules["when"]


def test_a_post_leads_to_its_line(claims: Claims) -> None:
    (claim,) = claims("Le ministre nigérien de la Défense, Salifou Mody, est arrivé.")
    assert "ministre" in line_at(told(claim)["rule"])


def test_a_pronoun_leads_to_the_name_it_stands_for(claims: Claims) -> None:
    found = claims("Le Burkina Faso reste prudent. Il a accusé le Togo hier.")
    (claim,) = [c for c in found if c.relation == "accused"]
    assert "pronoun" in told(claim)["subject"]
    assert "«Burkina Faso» (3)" in told(claim)["subject"]


def test_a_speaker_leads_to_the_word_of_speech(claims: Claims) -> None:
    (claim,) = claims("Selon le Nigeria, le Niger a attaqué le Tchad.")
    assert told(claim)["by"] == "Nigeria, «Selon»"


@pytest.mark.parametrize(
    "text",
    [
        "Le JNIM a attaqué l'armée malienne. Moussa Diarra, chef du Front du Sud (FDS), a été reçu à Dakar.",
        "La France a déployé ses troupes au Tchad. L'AES regroupe le Mali, le Burkina Faso et le Niger.",
    ],
)
def test_no_rule_tells_where_the_package_lies(claims: Claims, text: str) -> None:
    found = claims(text)
    assert found
    assert not [rule for claim in found for rule in claim.rules if str(ROOT) in rule]


def test_what_is_doubtful_has_less_confidence(claims: Claims) -> None:
    (plain,) = claims("Le Tchad a accusé le Togo.")
    (carried,) = [c for c in claims("Le Tchad s'inquiète. Il a accusé le Togo.") if c.relation == "accused"]
    assert 0 < carried.confidence < plain.confidence < 1


def test_claims_under_the_least_confidence_are_left_out() -> None:
    article = Article("a.txt", "Le Tchad a accusé le Togo.")
    ((_, found),) = Extractor(least=1.0).extract([article])
    assert found == ()


def test_every_weight_is_of_a_feature_that_can_be_read() -> None:
    kinds = {feature.split(" ")[0] for feature in weights()}
    assert kinds <= {"always", "relation", "rule", "status", "said", "weak", "subject", "object"}
