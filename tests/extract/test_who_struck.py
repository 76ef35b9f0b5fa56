"""Attacks of which one side is told beside the verb: men said to be of a group, losses suffered, fire under
which somebody falls, an act taken up by who is held responsible, and what is no attack at all."""

import pytest

from tests.extract.conftest import Claims, stated

STRUCK = [
    ("Des inconnus se réclamant du JNIM ont attaqué un convoi malien à Niono.", "jnim", "mali"),
    ("Deux policiers maliens ont été tués par des hommes soupçonnés d'appartenir au JNIM.", "jnim", "mali"),
    (
        "Dix soldats nigériens ont péri dans un raid dont l'armée impute la responsabilité à l'EIGS.",
        "eigs",
        "niger",
    ),
    ("L'armée turque a essuyé de lourdes pertes face aux rebelles kurdes du PKK.", "pkk", "turquie"),
    ("L'armée soudanaise a subi mardi un revers contre les FSR à Nyala.", "fsr", "soudan"),
    ("Trois soldats kényans sont tombés sous les balles des shebab.", "al-shabaab", "kenya"),
    ("Les FARDC ont repris Kibumba, d'où elles ont délogé le M23.", "rdc", "m23"),
    (
        "Neuf soldats ont été tués au Mali dans l'attaque d'un poste militaire menée par le JNIM.",
        "jnim",
        "mali",
    ),
    (
        "L'attentat contre la base du G5 Sahel, que s'est attribué le JNIM, a fait dix morts.",
        "jnim",
        "g5-sahel",
    ),
    ("Un drone des Houthis s'est écrasé sur un dépôt saoudien.", "houthis", "arabie-saoudite"),
    (
        "Les hommes de Boko Haram ont surgi à l'aube. L'assaut a visé un camp camerounais.",
        "boko-haram",
        "cameroun",
    ),
    ("Des miliciens fidèles à Khalifa Haftar ont attaqué Tripoli.", "khalifa-haftar", "libye"),
    ("Les hommes du JNIM sont venus à moto. Ils ont tué six soldats maliens.", "jnim", "mali"),
    ("Le M23, qui contrôle Goma, et l'AFC, qui veut Bukavu, ont attaqué l'armée congolaise.", "afc", "rdc"),
    ("Le M23, qui contrôle Goma, et l'AFC, qui veut Bukavu, ont attaqué l'armée congolaise.", "m23", "rdc"),
    ("Le JNIM a attaqué un camp à Diapaga.\nCe raid a coûté la vie à six soldats béninois.", "jnim", "benin"),
    ("Le FNI a pris Bunia après des combats avec les soldats ougandais.", "fni", "ouganda"),
    ("Kobané a été reprise par les combattants des YPG au groupe Etat islamique.", "ypg", "etat-islamique"),
    ("La région de Diffa est le théâtre d'attaques de Boko Haram, né au Nigeria.", "boko-haram", "niger"),
    ("L'armée de l'air turque a bombardé un camp du PKK.", "turquie", "pkk"),
    ("Un oléoduc a été saboté au Nigeria par le MEND.", "mend", "nigeria"),
    ("Les shebab ont tenu tête à l'armée éthiopienne pendant trois jours.", "al-shabaab", "ethiopie"),
    ("Le porte-parole des shebab affirme que le kamikaze visait des soldats kényans.", "al-shabaab", "kenya"),
]
NO_CLAIM = [
    ("Le JNIM menace d'attaquer les convois maliens.", "attacked"),
    ("L'armée malienne a un camp à Mondoro, à la frontière burkinabè.", "deployed-in"),
    ("La base de Diffa, attaquée par Boko Haram, est vide.", "based-in"),
    ("Le convoi de la Minusma venait de quitter Gao.", "withdrew-from"),
    ("La patrouille de la Minusma avait quitté Gao à l'aube.", "withdrew-from"),
    ("Battus par l'armée tchadienne, les rebelles du FACT se sont repliés vers la Libye.", "based-in"),
    ("L'aviation israélienne a frappé des positions du Hezbollah en Syrie.", "deployed-in"),
    ("L'armée a voulu libérer la zone des combattants du M23.", "released"),
    ("L'armée israélienne fait état de la mort de dix combattants.", "attacked"),
    ("Le RUF détient des soldats kényans, capturés à Makeni.", "detained"),
    ("L'armée islamique a enlevé un Libanais en Irak.", "abducted"),
    ("L'attaque de la base nigérienne porte la signature de Boko Haram.", "signed-with"),
]


@pytest.mark.parametrize(("text", "subject", "target"), STRUCK)
def test_who_struck(claims: Claims, text: str, subject: str, target: str) -> None:
    assert (subject, target) in stated(claims(text), "attacked")


@pytest.mark.parametrize(("text", "relation"), NO_CLAIM)
def test_what_is_not_told(claims: Claims, text: str, relation: str) -> None:
    assert not stated(claims(text), relation)


def test_guerrilla_named_behind_the_comma(claims: Claims) -> None:
    text = (
        "L'ELN négocie avec la Colombie. Un policier colombien a été tué par la première guérilla du pays, "
        "les FARC, dans le sud."
    )
    assert {s for s, _ in stated(claims(text), "attacked")} == {"farc"}


NAMED_APART = [
    ("Le JNIM a attaqué un convoi. Les victimes sont toutes issues du contingent béninois.", "jnim", "benin"),
    ("Les shebab ont attaqué un hôtel. Parmi les morts figurent deux Belges.", "al-shabaab", "belgique"),
    ("L'attentat, revendiqué par Aqmi, a fait vingt morts, dont quatre Français.", "aqmi", "france"),
    ("Un casque bleu togolais a été tué dans une embuscade des anti-balaka.", "anti-balaka", "togo"),
    ("Dix soldats pakistanais ont été tués à Wana. Islamabad a mis en cause le TTP.", "ttp", "pakistan"),
    ("Le chef du JEM a accusé l'aviation soudanaise de bombarder des positions au Darfour.", "soudan", "jem"),
]


@pytest.mark.parametrize(("text", "subject", "target"), NAMED_APART)
def test_victims_named_apart(claims: Claims, text: str, subject: str, target: str) -> None:
    assert (subject, target) in stated(claims(text), "attacked")


def test_victims_of_a_mishap(claims: Claims) -> None:
    text = "Le JNIM a attaqué un camp au Mali. Un accident de bus a fait dix morts, dont deux Belges."
    assert stated(claims(text), "attacked") == {("jnim", "mali")}


def test_who_is_blamed_for_something_else(claims: Claims) -> None:
    text = "Un convoi turc a été attaqué à Idleb. Ankara a accusé le Front al-Nosra de soutenir Daech."
    assert not stated(claims(text), "attacked")


def test_held_by_those_that_others_call_members(claims: Claims) -> None:
    text = "Deux Chinois ont été enlevés par des hommes que Khartoum présente comme des membres du JEM."
    assert ("jem", "chine") in stated(claims(text), "abducted")


def test_state_beyond_the_border_is_no_victim(claims: Claims) -> None:
    text = "Le Bénin, où le JNIM a tué dix soldats près de la frontière du Niger, veut négocier."
    assert stated(claims(text), "attacked") == {("jnim", "benin")}


def test_hostages_of_two_nations(claims: Claims) -> None:
    found = stated(claims("Les otages philippins et malaisiens d'Abou Sayyaf sont à Jolo."), "abducted")
    assert {o for _, o in found} == {"philippines", "malaisie"}


def test_captors_named_behind_the_comma(claims: Claims) -> None:
    text = "Onze Népalais, enlevés en août, ont été exécutés par leurs ravisseurs, les shebab."
    assert ("al-shabaab", "nepal") in stated(claims(text), "attacked")


def test_who_tells_behind_the_comma_accuses_himself_of_nothing(claims: Claims) -> None:
    text = "Des avions pakistanais ont largué des bombes près de positions de l'armée, a dénoncé New Delhi."
    assert ("pakistan", "inde") not in stated(claims(text), "accused")


def test_freed_in_an_assault(claims: Claims) -> None:
    text = "Deux touristes allemands ont été libérés lors d'un assaut de l'armée algérienne."
    assert ("algerie", "allemagne") in stated(claims(text), "released")


def test_relative_clause_is_of_those_before_it(claims: Claims) -> None:
    text = (
        "Moscou et Téhéran, qui soutiennent Bachar al-Assad, et la Turquie, qui l'attaque, "
        "ont bombardé Idleb."
    )
    assert "turquie" not in {s for s, _ in stated(claims(text), "supported")}
