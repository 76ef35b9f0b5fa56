"""Posts behind a word for a post, and posts that one person has from another, in sentences of the press."""

from __future__ import annotations

import pytest

from .conftest import Claims

MARCH = "2024-03-20"


def said(claims: Claims, text: str, relation: str = "holds-office") -> set[tuple[str, str, str]]:
    return {
        (c.subject.label, c.object.label if c.object else "", c.when.edtf if c.when else "")
        for c in claims(text, date=MARCH)
        if c.relation == relation
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Awa Zerbane, une juriste béninoise de 54 ans, a occupé les fonctions de représentante spéciale "
            "adjointe de la Minusma, selon un communiqué publié lundi.",
            {("Awa Zerbane", "MINUSMA", "")},
        ),
        (
            "Le général Ali Olgane, démis mercredi de ses fonctions de chef du renseignement de l'armée "
            "togolaise après de sérieux revers, est remplacé par le général Issa Zerbane, selon la radio.",
            {("Ali Olgane", "Togo", "../2024-03-20"), ("Issa Zerbane", "Togo", "")},
        ),
        (
            "Le colonel Ali Olgane a été relevé jeudi soir de ses fonctions de porte-parole de l'armée "
            "béninoise après la publication d'une vidéo.",
            {("Ali Olgane", "Bénin", "../2024-03-20")},
        ),
        (
            "Le général Issa Zerbane, un Danois de 54 ans rompu aux missions, succédera en avril au général "
            "rwandais Ali Olgane au poste de commandant de la Minusma, a indiqué l'ONU.",
            {("Issa Zerbane", "MINUSMA", ""), ("Ali Olgane", "MINUSMA", "")},
        ),
        (
            "Le colonel Issa Zerbane a été nommé jeudi chef d'état-major de l'armée togolaise. "
            "Il remplace le général Ali Olgane, arrêté par les putschistes.",
            {("Issa Zerbane", "Togo", "2024-03-14/.."), ("Ali Olgane", "Togo", "../2024-03-20")},
        ),
        (
            "Le ministre de la Défense du Togo, Ali Olgane, sera remplacé par l'économiste Issa Zerbane, "
            "a annoncé dimanche la présidence.",
            {("Ali Olgane", "Togo", ""), ("Issa Zerbane", "Togo", "")},
        ),
        (
            "Le colonel Ali Olgane devient directeur général de la police du Togo, le colonel Issa Zerbane "
            "chef d'état-major de la gendarmerie togolaise et le général Awa Keïta ministre de l'Intérieur.",
            {("Ali Olgane", "Togo", ""), ("Issa Zerbane", "Togo", ""), ("Awa Keïta", "Togo", "")},
        ),
        (
            "L'ONU a fait part de son intention de nommer le général Ali Olgane, jusqu'ici attaché à Paris, "
            "à la tête de la composante militaire de la Minusma.",
            {("Ali Olgane", "MINUSMA", "")},
        ),
        (
            "Awa Zerbane (Niger) a été nommée lundi représentante spéciale du Secrétaire général en Angola.",
            {("Awa Zerbane", "ONU", "2024-03-18/..")},
        ),
        (
            "Awa Zerbane, une juriste béninoise, longtemps indépendante des partis, devient ministre de "
            "l'Agriculture du Togo, selon le décret lu jeudi soir.",
            {("Awa Zerbane", "Togo", "")},
        ),
        (
            "Le poste de ministre de la Défense du Togo revient au général Ali Olgane, un proche du pouvoir, "
            "a annoncé mardi la télévision.",
            {("Ali Olgane", "Togo", "")},
        ),
        (
            "Le Premier ministre togolais, Ali Olgane, a remis dimanche sa démission au président béninois "
            "Awa Zerbane, alors que les rebelles avançaient.",
            {("Ali Olgane", "Togo", "../2024-03-17"), ("Awa Zerbane", "Bénin", "")},
        ),
        (
            "Le président béninois Awa Zerbane a salué mardi la nomination du général Ali Olgane à la tête "
            "de la police togolaise.",
            {("Awa Zerbane", "Bénin", ""), ("Ali Olgane", "Togo", "")},
        ),
        (
            "Le président béninois Awa Zerbane a annoncé la nomination à la tête du gouvernement d'un "
            "nouveau venu en politique.",
            {("Awa Zerbane", "Bénin", "")},
        ),
        (
            "Nommée en mars par Ali Olgane pour remplacer Issa Keïta, la ministre togolaise de la Défense, "
            "Awa Zerbane, a rencontré mardi des élus.",
            {("Awa Zerbane", "Togo", "")},
        ),
        (
            "Le Hamas a nommé mercredi à sa tête un juriste peu connu du grand public, l'imam Ali Olgane, "
            "a indiqué un communiqué.",
            {("Ali Olgane", "Hamas", "")},
        ),
        (
            "Une délégation du Hamas, conduite par Ali Olgane, et des médiateurs se sont retrouvés à Doha.",
            set(),
        ),
        (
            "Le secrétaire général de l'ONU, Ban Ki-moon, a chargé un diplomate d'une mission, a "
            "annoncé jeudi sa porte-parole, Awa Zerbane, à la presse.",
            {("Ban Ki-moon", "ONU", ""), ("Awa Zerbane", "ONU", "")},
        ),
        (
            "L'ONU a protesté, a déclaré Ali Olgane, porte-parole du Secrétaire général.",
            {("Ali Olgane", "ONU", "")},
        ),
    ],
)
def test_offices(claims: Claims, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert said(claims, text) == expected


def test_a_function_is_neither_taken_by_force_nor_left_like_a_union(claims: Claims) -> None:
    text = (
        "Le général Ali Olgane, qui occupait le poste de chef du renseignement de l'armée togolaise, quitte "
        "ses fonctions de médiateur de l'Union africaine."
    )
    assert not said(claims, text, "attacked")
    assert not said(claims, text, "left")


def test_a_minister_is_dismissed_and_not_overthrown(claims: Claims) -> None:
    text = "Le président togolais Awa Zerbane a destitué mardi le ministre de l'Intérieur, Ali Olgane."
    assert not said(claims, text, "overthrew")
    assert said(claims, text.replace("le ministre de l'Intérieur", "le président béninois"), "overthrew")


def test_who_stands_in_at_a_conference_has_no_post(claims: Claims) -> None:
    text = "Le porte-parole du Hamas, Ali Olgane, a remplacé au pied levé Awa Zerbane à la tribune."
    assert ("Awa Zerbane", "Hamas", "") not in said(claims, text)
