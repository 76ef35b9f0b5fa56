"""Clauses between commas, and the verb behind the second comma."""

import pytest

from tests.extract.conftest import Claims, stated

CLOSED = [
    ("Les Houthis, que l'Iran fournit en missiles, ont frappé Riyad.",
     "attacked", ("houthis", "arabie-saoudite")),
    ("Les Houthis, que l'Iran arme, ont frappé Riyad.", "supported", ("iran", "houthis")),
    ("Les Forces de soutien rapide, que les Émirats arment selon l'ONU, ont pris El-Fasher.",
     "attacked", ("fsr", "soudan")),
    ("L'AES, à laquelle appartiennent le Mali et le Niger, a accusé la France.",
     "accused", ("aes", "france")),
    ("L'Alliance Fleuve Congo, à laquelle appartient le M23, a accusé Kinshasa.",
     "member-of", ("m23", "afc")),
    ("Le Niger, où la France a 1.500 soldats, a accusé Paris.", "accused", ("niger", "france")),
    ("La Russie et l'Iran, qui soutiennent Bachar al-Assad, ont accusé Israël.",
     "accused", ("iran", "israel")),
    ("L'armée tchadienne, dont trois soldats ont été tués mardi, a bombardé Boko Haram.",
     "attacked", ("tchad", "boko-haram")),
    ("Le JNIM, a-t-on appris auprès de l'armée malienne, a attaqué une caserne burkinabè.",
     "attacked", ("jnim", "burkina-faso")),
    ("Le JNIM, estime le ministre malien, a attaqué une caserne burkinabè.",
     "attacked", ("jnim", "burkina-faso")),
    ("Le JNIM, comme l'a rappelé l'ONU, a attaqué une caserne burkinabè.",
     "attacked", ("jnim", "burkina-faso")),
    ("Le Polisario, qui veut un référendum et que soutient l'Algérie, a tiré sur des soldats marocains.",
     "supported", ("algerie", "front-polisario")),
    ("Les combattants des YPG, que les États-Unis arment, mais qu'Ankara bombarde, ont pris Raqqa.",
     "supported", ("etats-unis", "ypg")),
    ("Les combattants des YPG, que les États-Unis arment, mais qu'Ankara bombarde, ont pris Raqqa.",
     "attacked", ("turquie", "ypg")),
    ("Le M23, que Kinshasa accuse Kigali d'armer, a pris Goma.", "supported", ("rwanda", "m23")),
    ("Le Hezbollah, que l'Iran continue d'armer, a riposté.", "supported", ("iran", "hezbollah")),
    ("Les Maï-Maï, alliés de l'armée congolaise, ont accusé le M23.", "accused", ("mai-mai", "m23")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), CLOSED)
def test_the_verb_behind_the_clause_is_said_of_the_phrase_before_it(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    assert pair in stated(claims(text), relation)


NOT_SAID = [
    ("Le JNIM, a indiqué l'armée malienne, a attaqué une caserne burkinabè.",
     "attacked", ("mali", "burkina-faso")),
    ("Les Houthis, que l'Iran fournit en missiles, ont frappé Riyad.",
     "attacked", ("iran", "arabie-saoudite")),
    ("La CMA, qui regroupe le MNLA, le HCUA et le MAA, a signé l'accord avec le Mali.",
     "signed-with", ("mnla", "mali")),
    ("L'Alliance Fleuve Congo, à laquelle appartient le M23, a accusé Kinshasa.",
     "member-of", ("afc", "m23")),
    ("Le M23, que Kinshasa accuse Kigali d'armer, a pris Goma.", "accused", ("rdc", "m23")),
    ("L'Iran arme le Hezbollah, contrairement au Qatar.", "supported", ("iran", "qatar")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), NOT_SAID)
def test_it_is_not_said_of_those_in_the_clause(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    assert pair not in stated(claims(text), relation)


def test_when_somebody_became_so_is_not_when_he_acts(claims: Claims) -> None:
    attacks = claims("Le JNIM, né en 2017 d'une fusion, a attaqué une caserne burkinabè.")
    (attack,) = [c for c in attacks if c.relation == "attacked"]
    assert attack.when is None
    met = claims("François Bozizé, renversé en mars 2013, a rencontré Macky Sall à Dakar.")
    assert {c.when for c in met if c.relation in ("met-with", "hosted")} == {None}
    met = claims("Macky Sall, arrivé le 11 juin 2024 à Bamako, a rencontré Assimi Goïta.")
    assert {c.when.edtf for c in met if c.relation == "hosted" and c.when} == {"2024-06-11"}


@pytest.mark.parametrize("source", ["Aux dires de Kinshasa", "De l'aveu de Kinshasa", "Selon Kinshasa"])
def test_whose_words_they_are(claims: Claims, source: str) -> None:
    (support,) = [c for c in claims(f"{source}, le Rwanda arme le M23.") if c.relation == "supported"]
    assert "RDC" in support.by


@pytest.mark.parametrize("insert", ["qui a quitté la Cédéao", "soutenu par la Russie"])
def test_both_names_around_a_clause_are_the_subject(claims: Claims, insert: str) -> None:
    found = claims(f"Le Mali, {insert}, et le Niger ont accusé la France.")
    assert stated(found, "accused") == {("mali", "france"), ("niger", "france")}
    assert ("russie", "niger") not in stated(found, "supported")


def test_the_last_of_a_list_alone_is_armed(claims: Claims) -> None:
    found = claims("Étaient présents le MLC de Jean-Pierre Bemba et le RCD-Goma, soutenu par Kigali.")
    assert {pair[0] for pair in stated(found, "supported")} == {"rwanda"}
    assert len(stated(found, "supported")) == 1


def test_who_sponsors_an_accord_supports_nobody(claims: Claims) -> None:
    assert not stated(claims("Le Hamas et le Fatah ont signé un accord parrainé par l'Égypte."), "supported")


def test_the_name_is_taken_by_the_subject(claims: Claims) -> None:
    text = "Le GSPC, qui a rallié Al-Qaïda en 2006, a pris le nom d'Al-Qaïda au Maghreb islamique."
    assert stated(claims(text), "succeeded") == {("aqmi", "gspc")}
