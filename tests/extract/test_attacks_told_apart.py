"""Attacks whose author stands in another sentence than those who suffered them, and what is said of these."""

import pytest

from tests.extract.conftest import Claims, stated

AUTHORS_APART = [
    (
        "Deux postes de police ont été attaqués mardi à Toribio, en Colombie, et cinq policiers colombiens"
        " y ont trouvé la mort. Les assaillants, des combattants des FARC, ont pris la fuite.",
        "farc",
        "colombie",
    ),
    (
        "Six militaires algériens ont péri dimanche dans une embuscade près de Jijel. Les agresseurs, une"
        " quinzaine d'hommes du GSPC selon la presse, ont emporté leurs armes.",
        "gspc",
        "algerie",
    ),
    (
        "Onze soldats maliens ont été tués vendredi près d'Ansongo. Bamako a mis l'attaque sur le compte du"
        " MNLA, qui n'a pas réagi.",
        "mnla",
        "mali",
    ),
    (
        "Une colonne de l'armée nigérienne est tombée lundi dans une embuscade. Le ministère de la Défense a"
        " imputé l'attaque, qui a coûté la vie à neuf soldats, à des combattants de l'EIGS venus du Mali.",
        "eigs",
        "niger",
    ),
    (
        "Deux soldats indiens de la Monusco ont été blessés jeudi à Kibumba par des tirs en provenance de"
        " positions du M23, a indiqué la mission.",
        "m23",
        "inde",
    ),
    (
        "Le mitraillage d'un hameau géorgien par des miliciens abkhazes a fait un mort dans la nuit de"
        " dimanche à lundi.",
        "abkhazie",
        "georgie",
    ),
    (
        "Un soldat éthiopien a abattu un combattant shebab qui venait de tuer deux de ses camarades, selon"
        " des habitants de Baidoa.",
        "al-shabaab",
        "ethiopie",
    ),
    (
        "Des policiers sénégalais ont échangé des tirs pendant près de deux heures avec des membres du MFDC,"
        " près de Bignona.",
        "mfdc",
        "senegal",
    ),
    (
        "L'armée pakistanaise a capturé trois talibans et tué huit autres dimanche dans la vallée de Swat.",
        "pakistan",
        "talibans",
    ),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), AUTHORS_APART)
def test_the_author_of_an_attack_is_found(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


CONDEMNED = [
    (
        "Le gouvernement burundais a condamné mercredi l'assaut lancé la veille contre une base de l'Atmis."
        " L'attaque a été revendiquée par les Shebab, qui disent avoir tué cent soldats burundais.",
        "burundi",
        "al-shabaab",
    ),
    (
        "Neuf gendarmes algériens ont été tués mardi dans une embuscade revendiquée par AQMI. La France a"
        " condamné « avec la plus grande fermeté » l'attentat.",
        "france",
        "aqmi",
    ),
]


@pytest.mark.parametrize(("text", "accuser", "accused"), CONDEMNED)
def test_who_condemns_an_attack_blames_its_author(
    claims: Claims, text: str, accuser: str, accused: str
) -> None:
    assert (accuser, accused) in stated(claims(text), "accused")


def test_who_condemns_one_of_several_attacks_blames_nobody_known(claims: Claims) -> None:
    text = (
        "Les Houthis ont tué lundi deux soldats saoudiens. L'État islamique a tué mardi trois policiers"
        " yéménites. Le Qatar a condamné l'attentat commis mercredi devant une mosquée."
    )
    assert not stated(claims(text), "accused")


def test_the_captors_are_told_behind(claims: Claims) -> None:
    text = (
        "Deux gendarmes centrafricains ont été enlevés vendredi près de Kabo. Les ravisseurs, des rebelles de"
        " l'APRD, réclament une rançon."
    )
    assert ("aprd", "republique-centrafricaine") in stated(claims(text), "abducted")


def test_others_are_of_those_told_before(claims: Claims) -> None:
    text = "Le M23 dit avoir tué plusieurs soldats congolais et capturé douze autres à Bunagana."
    assert ("m23", "rdc") in stated(claims(text), "abducted")


def test_soldiers_explained_are_no_attackers(claims: Claims) -> None:
    text = (
        "Les soldats turcs, des membres de l'Otan, ont regagné Ankara après l'attentat de Kaboul, qui a tué"
        " douze Afghans."
    )
    assert ("otan", "afghanistan") not in stated(claims(text), "attacked")


STRUCK = [
    (
        "L'aviation turque a bombardé jeudi les monts Qandil, où le PKK dispose de bases arrière, a indiqué"
        " l'état-major.",
        "turquie",
        "pkk",
    ),
    (
        "L'artillerie pakistanaise a pilonné un village du Waziristan où étaient retranchés des talibans"
        " venus d'Afghanistan.",
        "pakistan",
        "talibans",
    ),
    (
        "Un camp kényan de l'Amisom a été pris d'assaut mardi par des combattants shebab, selon un officier"
        " somalien.",
        "al-shabaab",
        "amisom",
    ),
    (
        "Trois soldats ougandais de l'Amisom ont été tués vendredi par des combattants shebab près de Merka.",
        "al-shabaab",
        "amisom",
    ),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), STRUCK)
def test_whom_an_attack_strikes(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


def test_a_struck_base_is_no_seat(claims: Claims) -> None:
    text = "Les Shebab ont revendiqué l'attaque d'une base de l'Union africaine à Baidoa, en Somalie."
    assert not stated(claims(text), "based-in")


def test_bases_lie_where_the_clause_says(claims: Claims) -> None:
    text = "Des avions ont survolé les monts Qandil, où le PKK dispose de plusieurs bases arrière."
    assert ("pkk", "qandil") in stated(claims(text), "based-in")


def test_blue_helmets_of_the_african_union_are_not_the_un(claims: Claims) -> None:
    text = (
        "Dix casques bleus burundais ont été tués mardi dans une attaque des Shebab contre une base de l'"
        "Union africaine à Baidoa."
    )
    attacked = stated(claims(text), "attacked")
    assert ("al-shabaab", "burundi") in attacked
    assert ("al-shabaab", "onu") not in attacked
