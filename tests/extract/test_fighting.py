"""Who fought whom: towns lost and won back, ambushes, strikes on what lies somewhere, and words of quarrel
that are no violence."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

FIGHTS = [
    ("Le Soudan bombarda la ville tchadienne d'Adré en 2006.", "soudan", "tchad"),
    ("Les rebelles du RUF mutilaient les civils sierra-léonais.", "ruf", "sierra-leone"),
    ("L'armée nigérienne est aux prises avec Boko Haram depuis lundi.", "niger", "boko-haram"),
    ("Le M23, en rébellion contre le Congo, a tué deux soldats.", "m23", "rdc"),
    ("Le M23 a lancé une rébellion contre le gouvernement congolais.", "m23", "rdc"),
    ("Le JNIM a tendu une embuscade à une patrouille malienne près de Sévaré.", "jnim", "mali"),
    ("L'armée malienne a donné l'assaut à un repaire du JNIM.", "mali", "jnim"),
    ("Le M23 est passé à l'offensive contre l'armée congolaise.", "m23", "rdc"),
    ("Le M23 gagne du terrain face à l'armée congolaise.", "m23", "rdc"),
    ("Face à l'offensive de l'armée congolaise, le M23 recule.", "rdc", "m23"),
    ("Un poste de l'armée malienne a essuyé des tirs de mortier du JNIM.", "jnim", "mali"),
    ("Le Hezbollah a tiré trois roquettes sur une caserne dans le nord d'Israël.", "hezbollah", "israel"),
    ("Le Hamas a lancé des roquettes en direction de Tel-Aviv.", "hamas", "israel"),
    ("Un responsable de haut rang du Hezbollah est mort dans une frappe israélienne.", "israel", "hezbollah"),
    ("Un kamikaze taliban s'est fait exploser contre un convoi de l'Otan.", "talibans", "otan"),
    ("L'élimination par les soldats français du chef d'AQMI a été saluée.", "france", "aqmi"),
    ("La Turquie affirme que onze de ses soldats ont été tués par le PKK.", "pkk", "turquie"),
    ("La France est l'auteur de la plupart des frappes contre le JNIM.", "france", "jnim"),
    ("Les attaques de Boko Haram se sont multipliées cette année au Tchad.", "boko-haram", "tchad"),
    ("Les hommes de Wagner se sont livrés à des exactions à Mopti, au Mali.", "wagner", "mali"),
    ("L'armée nigériane a lancé jeudi une offensive anti-Boko Haram.", "nigeria", "boko-haram"),
    ("La campagne de l'armée somalienne contre les shebab a repris.", "somalie", "al-shabaab"),
    ("Des rebelles kurdes ont tué deux soldats turcs, et le PKK s'en félicite.", "pkk", "turquie"),
    ("Un drone iranien appartenant au Hezbollah a été abattu par Israël.", "israel", "hezbollah"),
]
WON_BACK = [
    "L'armée congolaise a repris deux localités aux mains du M23.",
    "L'armée congolaise a reconquis Rutshuru, que le M23 contrôlait depuis l'été.",
    "L'armée congolaise a repris les collines occupées par le M23.",
]
NO_FIGHTS = [
    "Le Bénin et le Togo n'ont pas pu s'affronter à cause du report du match.",
    "La lutte contre la Chine domine la campagne américaine.",
    "Au siège du JNIM, la guerre des chefs fait rage au Mali.",
    "Laurent Gbagbo salue ses fidèles, qui prennent d'assaut le siège du parti à Abidjan.",
    "Le JNIM avance vers les villages occupés par l'armée malienne.",
    "Après la Seconde Guerre mondiale, la France et les États-Unis ont créé un tribunal.",
]
OF_THE_DEAD = [
    ("AQMI a revendiqué la mort de dix soldats de l'armée algérienne.", "aqmi", "algerie"),
    ("La mort de six soldats turcs dans une attaque du PKK a ému Ankara.", "pkk", "turquie"),
    (
        "Des membres des forces loyales à Boko Haram ont été tués par l'armée tchadienne.",
        "tchad",
        "boko-haram",
    ),
]
NAMED_LATER = [
    ("Seize soldats nigériens ont péri lundi. L'EIGS dit être derrière l'attaque.", "eigs", "niger"),
    ("Dix soldats maliens ont été tués. Les assaillants appartenaient au JNIM.", "jnim", "mali"),
    ("Dix soldats maliens ont été tués. Les assaillants étaient des membres du JNIM.", "jnim", "mali"),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), FIGHTS)
def test_who_fought_whom(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


@pytest.mark.parametrize("text", WON_BACK)
def test_a_town_won_back_is_taken_from_who_held_it(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("rdc", "m23")}


def test_a_town_freed_abroad_is_not_taken_from_its_state(claims: Claims) -> None:
    text = "L'armée tchadienne a libéré la ville de Baga, au Nigeria, tombée aux mains de Boko Haram."
    assert ("tchad", "nigeria") not in stated(claims(text), "attacked")
    assert ("tchad", "boko-haram") in stated(claims(text), "attacked")


@pytest.mark.parametrize("text", NO_FIGHTS)
def test_seats_matches_and_quarrels_are_no_attacks(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == set()


@pytest.mark.parametrize(("text", "attacker", "victim"), NAMED_LATER)
def test_the_attackers_are_named_in_the_next_sentence(
    claims: Claims, text: str, attacker: str, victim: str
) -> None:
    assert stated(claims(text), "attacked") == {(attacker, victim)}


def test_an_attack_that_may_come_is_not_asserted(claims: Claims) -> None:
    found = claims("Washington prépare sa réponse en cas d'attaque chinoise contre Taïwan.")
    (attack,) = [c for c in found if c.relation == "attacked"]
    assert attack.status is Status.PLANNED


def test_the_victims_are_of_the_state_where_the_sentence_places_them(claims: Claims) -> None:
    text = "Le Nigeria se tait. Abuja attend. Boko Haram a tué six civils dans un village au Cameroun."
    assert stated(claims(text), "attacked") == {("boko-haram", "cameroun")}


def test_victims_elsewhere_in_the_text_are_those_that_the_group_is_said_to_attack(claims: Claims) -> None:
    text = (
        "L'Ouganda se dit inquiet et l'Ouganda ferme sa frontière. Le M23 a pris Bunagana en juin. Les"
        " combattants du M23 ont aussi tué cinq habitants."
    )
    assert stated(claims(text), "attacked") == {("m23", "rdc")}


def test_one_operation_is_not_another_persons_death(claims: Claims) -> None:
    text = "L'assassinat de Ghislaine Dupont a ému la France. Les opérations maliennes continuent."
    assert stated(claims(text), "attacked") == set()


@pytest.mark.parametrize(("text", "attacker", "victim"), OF_THE_DEAD)
def test_whose_the_dead_are(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


def test_a_group_strikes_each_of_the_states_that_one_phrase_names(claims: Claims) -> None:
    text = (
        "Boko Haram a attaqué à plusieurs reprises des casernes en territoire malien, nigérien et tchadien."
    )
    assert stated(claims(text), "attacked") == {
        ("boko-haram", "mali"),
        ("boko-haram", "niger"),
        ("boko-haram", "tchad"),
    }


def test_who_owns_up_one_after_the_other_has_struck_the_same(claims: Claims) -> None:
    text = (
        "Un raid a tué des soldats syriens. Washington a reconnu sa responsabilité dans la frappe. Londres a"
        " aussi reconnu son implication."
    )
    assert {("etats-unis", "syrie"), ("royaume-uni", "syrie")} <= stated(claims(text), "attacked")


def test_a_part_that_is_denied_is_denied(claims: Claims) -> None:
    found = claims("Trois Français ont été tués. Le JNIM a démenti toute implication dans l'attaque.")
    (attack,) = [c for c in found if c.relation == "attacked"]
    assert (attack.subject.id, attack.status) == ("jnim", Status.DENIED)


def test_rebels_of_a_country_are_not_its_state(claims: Claims) -> None:
    found = claims("Les mouvements rebelles tchadiens ont tué Idriss Déby.")
    assert "tchad" not in {subject for subject, _ in stated(found, "attacked")}


def test_who_overthrew_a_president_is_read_across_a_date(claims: Claims) -> None:
    text = "La junte dirige le Mali depuis le renversement le 18 août du président Ibrahim Boubacar Keïta."
    found = [c for c in claims(text) if c.relation == "overthrew"]
    assert [(c.subject.id, c.object and c.object.id) for c in found] == [("mali", "ibrahim-boubacar-keita")]


def test_rebels_struck_are_those_of_the_only_group_so_called(claims: Claims) -> None:
    text = "Les jihadistes de l'État islamique ont attaqué Diffa. L'armée nigérienne a tué vingt jihadistes."
    assert ("niger", "etat-islamique") in stated(claims(text), "attacked")
