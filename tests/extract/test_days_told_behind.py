"""Days behind which a clause tells what was then, meetings by opening and close, guests yet to come, and
what others count from."""

import pytest

from sahelgraph.tests.extract.conftest import Claims

DAY = "2022-09-14"
"""A Wednesday."""


def dated(claims: Claims, text: str) -> set[tuple[str, str | None]]:
    return {(c.relation, c.when.edtf if c.when else None) for c in claims(text, date=DAY)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les relations entre Kigali et Paris sont gelées depuis novembre 2006, date à laquelle le Rwanda "
            "a rompu ses relations diplomatiques avec la France, a rappelé un diplomate.",
            ("sanctioned", "2006-11"),
        ),
        (
            "Les deux pays ne se parlaient plus depuis 2009, année où l'Érythrée a accusé l'Éthiopie, devant "
            "le Conseil de sécurité, d'avoir soutenu un coup de force manqué.",
            ("accused", "2009"),
        ),
        (
            "Le Mali est suspendu de la Cédéao depuis le 18 août 2020, jour où des militaires conduits par "
            "le colonel Assimi Goïta ont renversé le président Ibrahim Boubacar Keïta.",
            ("suspended", "2020-08-18/.."),
        ),
        (
            "Le sommet de l'Igad s'est ouvert lundi à Djibouti en présence du président kényan et doit "
            "s'achever vendredi, a indiqué la présidence djiboutienne.",
            ("hosted", "2022-09-12/2022-09-16"),
        ),
        (
            "Le président ivoirien Alassane Ouattara a reçu mardi à Abidjan le président ghanéen, qui doit "
            "achever vendredi une tournée régionale entamée à Lomé.",
            ("hosted", "2022-09-13"),
        ),
        (
            "L'attentat qui a fait douze morts à Kaboul survient une semaine après une attaque des talibans "
            "contre un poste de l'armée afghane dans la province de Helmand.",
            ("attacked", "2022-09-07"),
        ),
        (
            "Le président gabonais Ali Bongo recevait lundi à Libreville son homologue tchadien, six mois "
            "après le sommet de Brazzaville, où il avait rencontré le président angolais.",
            ("hosted", "2022-03"),
        ),
        (
            "Le 22 juillet, le Venezuela a rompu ses relations avec la Colombie. En cause, des documents sur "
            "la guérilla. Le président Hugo Chavez avait alors accusé son homologue Alvaro Uribe de mentir.",
            ("accused", "2022-07-22"),
        ),
        (
            "Aucun camp n'avait été pris d'assaut depuis que l'ATMIS a remplacé l'AMISOM le 1er avril, dit "
            "un porte-parole.",
            ("succeeded", "2022-04-01"),
        ),
    ],
)
def test_what_was_then(claims: Claims, text: str, expected: tuple[str, str]) -> None:
    assert expected in dated(claims, text)


def test_guests_to_come_have_the_one_day_of_their_host(claims: Claims) -> None:
    text = (
        "Le président somalien Hassan Sheikh Mohamud se rendra vendredi à Nairobi, au Kenya, pour un sommet "
        "sur la sécurité.\n\nLe président ougandais Yoweri Museveni devrait également se rendre au Kenya."
    )
    guests = {
        c.object.label: c.when.edtf if c.when else None
        for c in claims(text, date=DAY)
        if c.relation == "hosted" and c.object
    }
    assert guests == {"Hassan Sheikh Mohamud": "2022-09-16", "Yoweri Museveni": "2022-09-16"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quatre ans après avoir quitté la Communauté des États d'Afrique de l'Ouest, la Mauritanie a "
            "signé en 2004 un accord avec l'organisation.",
            ("left", "2000"),
        ),
        (
            "Arrêté en mai 2009 à Goma, l'ancien chef rebelle Laurent Nkunda, du CNDP, avait été détenu par "
            "le Rwanda pendant trois ans, a rappelé mardi une ONG.",
            ("detained", "2009-05"),
        ),
        (
            "Chassé du nord par les combattants d'Ansar Dine, le MNLA signe en juin 2013 à Ouagadougou un "
            "accord préliminaire avec le gouvernement malien.",
            ("attacked", None),
        ),
        (
            "Emmanuel Macron a atterri dimanche à Khartoum pour une visite consacrée au soutien de Paris à "
            "l'accord de paix entre le gouvernement soudanais et le JEM.",
            ("signed-with", None),
        ),
        (
            "L'avion du président s'est posé à 3h20 lundi à Bogota, en provenance du Chili, où Emmanuel "
            "Macron était en visite officielle depuis samedi.",
            ("hosted", "2022-09-10/.."),
        ),
        (
            "La cérémonie de signature d'un accord de paix entre le Mozambique et la Renamo s'est tenue "
            "mardi à Maputo, en présence du président Filipe Nyusi.",
            ("signed-with", "2022-09-13"),
        ),
    ],
)
def test_what_another_date_is_of(claims: Claims, text: str, expected: tuple[str, str | None]) -> None:
    assert expected in dated(claims, text)
