"""Forces that cross borders or have to go, where groups are active, and who had taken whom they let go."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

STATED = [
    # where an adjective says that a group is active
    ("Le M23, actif dans l'est de la RDC, a refusé la trêve.", "m23", "based-in", "rdc"),
    ("Les ADF, un groupe ougandais actif en RDC, ont pillé un marché.", "adf", "based-in", "rdc"),
    ("La LRA est présente en Centrafrique.", "lra", "based-in", "republique-centrafricaine"),
    ("Les FDLR, réfugiées en RDC depuis des années, recrutent.", "fdlr", "based-in", "rdc"),
    # borders that are crossed
    ("Des soldats kényans ont franchi la frontière de la Somalie.", "kenya", "deployed-in", "somalie"),
    ("L'armée ghanéenne a traversé la frontière togolaise.", "ghana", "deployed-in", "togo"),
    ("Des unités zambiennes ont pris position autour de Kinshasa.", "zambie", "deployed-in", "rdc"),
    ("Envoi de renforts ghanéens en Haïti.", "ghana", "deployed-in", "haiti"),
    ("Le Pérou nie toute présence militaire au Chili.", "perou", "deployed-in", "chili"),
    ("Les casques bleus népalais de la Finul patrouillent au Liban.", "nepal", "deployed-in", "liban"),
    # who has to go
    ("Le Togo a expulsé les soldats belges de son territoire.", "belgique", "withdrew-from", "togo"),
    ("Chassées du Togo, les forces belges sont au Bénin.", "belgique", "withdrew-from", "togo"),
    ("Les militaires belges chassés du Togo sont rentrés.", "belgique", "withdrew-from", "togo"),
    ("La Belgique a mis fin à sa présence militaire au Togo.", "belgique", "withdrew-from", "togo"),
    ("Les dernières troupes belges sont rentrées du Togo.", "belgique", "withdrew-from", "togo"),
    (
        "L'armée belge, qui intervient au Togo, a annoncé son retrait total du pays.",
        "belgique",
        "withdrew-from",
        "togo",
    ),
    # a place that the sentence puts first
    ("C'est au Togo que la Belgique maintient deux mille hommes.", "belgique", "deployed-in", "togo"),
    # who had taken those who were let go
    ("L'otage danois du M23 est en vie.", "m23", "abducted", "danemark"),
    ("Remis en liberté par le M23, deux Danois sont arrivés à Accra.", "m23", "released", "danemark"),
    ("Le Hamas a remis deux otages danois à la Croix-Rouge.", "hamas", "abducted", "danemark"),
    ("Les Houthis ont relâché deux Danois capturés en mer Rouge.", "houthis", "abducted", "danemark"),
    ("Le Ghana a libéré trente soldats togolais détenus depuis mai.", "ghana", "detained", "togo"),
    ("Le M23 a tué un de ses otages danois.", "m23", "abducted", "danemark"),
    ("Le M23 a échangé un soldat zambien contre deux de ses hommes.", "m23", "released", "zambie"),
    ("Le Ghana a remis en liberté Hissène Habré.", "ghana", "released", "hissene-habre"),
    ("Quatre Danois ont été pris en otage au Niger. Aqmi les a relâchés.", "aqmi", "released", "danemark"),
    ("Arrêtés par l'armée ghanéenne, deux Danois ont été expulsés.", "ghana", "detained", "danemark"),
    # by whom it is said to be done
    (
        "Deux Danois ont été enlevés par des hommes présentés comme des membres du M23.",
        "m23",
        "abducted",
        "danemark",
    ),
    # who they are, told in the next sentence
    (
        "Le M23 détient neuf étrangers. Il s'agit de six Danois et d'un Norvégien.",
        "m23",
        "abducted",
        "norvege",
    ),
    ("L'arrestation de Joseph Kony à Accra a été confirmée.", "ghana", "detained", "joseph-kony"),
]


@pytest.mark.parametrize(("text", "subject", "relation", "target"), STATED)
def test_what_is_stated(claims: Claims, text: str, subject: str, relation: str, target: str) -> None:
    assert (subject, target) in stated(claims(text), relation)


NOT_STATED = [
    # who comes to a town to talk is not at home there
    ("Le M23, présent à Doha pour les pourparlers, refuse de signer.", "based-in"),
    # who drives somebody back goes nowhere
    ("Repoussés par l'armée ghanéenne, les rebelles se sont repliés vers le Togo.", "deployed-in"),
    # who comes back to a town leaves another one
    ("Les soldats togolais sont rentrés à Accra après une patrouille.", "withdrew-from"),
    # diplomats and deputies are no forces
    ("Le Togo a expulsé les diplomates belges de son territoire.", "withdrew-from"),
    ("Le ministre togolais a mis fin à sa visite au Ghana.", "withdrew-from"),
    # those who wander over a border are no forces
    ("Des réfugiés togolais ont franchi la frontière du Ghana.", "deployed-in"),
    # whose bases they are is told by the subject
    ("L'armée ghanéenne bombarde le Togo depuis ses bases au Bénin.", "based-in"),
    # a State that frees hostages had not taken them
    ("La Belgique a libéré Hissène Habré. Il avait été enlevé en mai au Togo.", "detained"),
    # the group of the one who is arrested
    ("Arrêté en mai, le texte a été publié par le Ghana.", "detained"),
]


@pytest.mark.parametrize(("text", "relation"), NOT_STATED)
def test_what_is_not_stated(claims: Claims, text: str, relation: str) -> None:
    assert relation not in {c.relation for c in claims(text)}


def test_the_group_of_who_is_arrested_is_not_arrested(claims: Claims) -> None:
    found = stated(claims("Le chef du M23, Jean Badi, a été arrêté par la police ghanéenne."), "detained")
    assert {held for _, held in found}.isdisjoint({"m23"})


def test_whom_they_failed_to_catch_is_not_caught(claims: Claims) -> None:
    found = claims("Les rebelles du M23 ont échoué à capturer Hissène Habré.")
    assert {c.status for c in found if c.relation == "abducted"} <= {Status.NEGATED}


def test_bases_of_one_name_are_not_of_the_name_that_is_struck(claims: Claims) -> None:
    found = claims("L'armée ghanéenne bombarde le Togo depuis ses bases au Bénin.")
    assert ("togo", "benin") not in stated(found, "deployed-in")
