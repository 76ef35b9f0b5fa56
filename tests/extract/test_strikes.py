"""Who struck whom, in the wordings of agencies: weapons, towns, ships, who holds what is struck."""

import pytest

from tests.extract.conftest import Claims, stated

STRUCK = [
    ("L'ELN a revendiqué l'attentat à la voiture piégée contre la police de Bogota.",
     {("eln", "colombie")}),
    ("L'offensive éclair du Rwanda contre le Burundi a fait cent morts.", {("rwanda", "burundi")}),
    ("Le Hezbollah a tiré une salve de roquettes sur Haïfa. Le lendemain, Tsahal s'est tu.",
     {("hezbollah", "israel")}),
    ("L'Ukraine a touché vendredi un dépôt de carburant russe.", {("ukraine", "russie")}),
    ("Deux F-16 turcs ont pilonné des positions du PKK.", {("turquie", "pkk")}),
    ("Hodeïda, aux mains des Houthis, a été la cible de raids israéliens.", {("israel", "houthis")}),
    ("Israël a frappé la capitale yéménite, contrôlée par les Houthis.", {("israel", "houthis")}),
    ("Raids israéliens contre la capitale yéménite, tenue par les Houthis.", {("israel", "houthis")}),
    ("Marawi assiégée par le groupe Maute : les habitants fuient.", {("groupe-maute", "philippines")}),
    ("L'aviation turque a mené des raids en Irak, visant des bases du PKK.", {("turquie", "pkk")}),
    ("Frappes sur Kharkiv : six morts dans un bombardement russe sur un immeuble.", {("russie", "ukraine")}),
    ("Kherson : les forces russes ont bombardé un marché.", {("russie", "ukraine")}),
    ("Syrie : à Alep, des avions russes ont frappé un hôpital.", {("russie", "syrie")}),
    ("Le M23 est entré jeudi dans Bukavu.", {("m23", "rdc")}),
    ("Boko Haram a mis à sac un village près de Maiduguri.", {("boko-haram", "nigeria")}),
    ("Les Maï-Maï ont tendu un guet-apens à une patrouille rwandaise.", {("mai-mai", "rwanda")}),
    ("Le mouvement islamiste palestinien a lancé une attaque contre Israël.", {("hamas", "israel")}),
    ("La milice chiite libanaise a bombardé le nord d'Israël.", {("hezbollah", "israel")}),
]  # fmt: skip

NOT_STRUCK = [
    "Le M23 est entré dans le gouvernement.",
    "Les rebelles du M23 sont entrés en contact avec les médiateurs à Goma.",
    "La Russie a touché mardi une compensation.",
]


@pytest.mark.parametrize(("text", "pairs"), STRUCK)
def test_who_struck_whom(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "attacked") == pairs


@pytest.mark.parametrize("text", NOT_STRUCK)
def test_none_is_struck(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "attacked")


TORN = [
    (
        "Les positions des rebelles houthis ont été, hier, la cible d'avions saoudiens.",
        ("arabie-saoudite", "houthis"),
    ),
    (
        "Le Front Polisario a bombardé Smara, sous contrôle marocain.",
        ("front-polisario", "maroc"),
    ),
    ("Le Lashkar-e-Taïba, allié à Al-Qaïda et qui combat l'Inde, a fui.", ("lashkar-e-taiba", "inde")),
]


@pytest.mark.parametrize(("text", "pair"), TORN)
def test_who_struck_whom_where_the_sentence_is_torn(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    assert stated(claims(text), "attacked") == {pair}


def test_a_spokesman_is_no_victim(claims: Claims) -> None:
    text = "«L'armée soudanaise nous a attaqués», a dit Ahmed Hussein, porte-parole du JEM."
    assert not {o for s, o in stated(claims(text), "attacked") if o not in ("jem", "soudan")}


def test_a_region_at_the_border_lies_on_this_side(claims: Claims) -> None:
    text = "Des soldats colombiens ont été tués dans la région frontalière avec le Venezuela."
    assert ("colombie", "venezuela") not in stated(claims(text), "deployed-in")
