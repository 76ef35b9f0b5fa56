"""Who is meant where the text gives no name: pronouns, possessives, bare nouns, implied States."""

import pytest

from .conftest import Claims

Told = tuple[str, str, str]


def told(claims: Claims, text: str) -> set[Told]:
    return {(c.subject.id, c.relation, c.object.id) for c in claims(text) if c.object is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La Turquie a réagi. Le ministre grec est parti. Elle accuse l'Égypte de mentir.",
            ("turquie", "accused", "egypte"),
        ),
        (
            "Le Kenya a réagi. La Somalie se tait. Il accuse l'Éthiopie d'ingérence.",
            ("kenya", "accused", "ethiopie"),
        ),
        (
            "Awa Zerbane a parlé. Le Kenya se tait. Elle accuse l'Éthiopie d'ingérence.",
            ("new:awa-zerbane", "accused", "ethiopie"),
        ),
        (
            "Le Maroc et l'Algérie se disputent. Le premier accuse la seconde d'ingérence.",
            ("maroc", "accused", "algerie"),
        ),
        (
            "Awa Zerbane et Issa Tarvel se sont vus. Tous deux accusent le Kenya.",
            ("new:issa-tarvel", "accused", "kenya"),
        ),
        (
            "Ali Tarvel est mort. Awa Zerbane lui a succédé à la tête du Hamas.",
            ("new:awa-zerbane", "succeeded", "new:ali-tarvel"),
        ),
        (
            "Les Tigres tamouls ont perdu. La rébellion, acculée sur une plage, a attaqué le Sri Lanka.",
            ("ltte", "attacked", "sri-lanka"),
        ),
        (
            "Le M23, un groupe rebelle, avance. Un soldat rwandais a été tué par des rebelles.",
            ("m23", "attacked", "rwanda"),
        ),
        (
            "Le M23 négocie. Le Rwanda se tait. Ses combattants ont attaqué l'Ouganda.",
            ("m23", "attacked", "ouganda"),
        ),
        ("Dans sa riposte, la Turquie a frappé le PKK.", ("turquie", "attacked", "pkk")),
        ("Avec ses alliés du M23, le Rwanda a attaqué Goma.", ("rwanda", "allied-with", "m23")),
    ],
)
def test_gender_and_place_tell_who_is_meant(claims: Claims, text: str, expected: Told) -> None:
    assert expected in told(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "L'accord d'Alger divise. Le gouvernement de transition est à Gao. Le M23 réclame un allégement.",
        "La France demande une baisse des prix. Le Kenya se tait, le Kenya attend.",
        "La France a demandé à ses écoles d'organiser des élections. Le Kenya se tait, le Kenya attend.",
        "«Pourquoi ?» a demandé la France lors d'un débat. Le Kenya se tait, le Kenya attend.",
    ],
)
def test_nothing_is_asked_of_the_state_that_a_text_is_about_but_what_states_can_do(
    claims: Claims, text: str
) -> None:
    assert "demanded" not in {relation for _, relation, _ in told(claims, text)}


def test_bare_forces_are_of_the_state_where_the_sentence_is(claims: Claims) -> None:
    text = (
        "Le Kenya se tait, le Kenya attend. Depuis la Somalie voisine, où l'armée s'est battue, tout va mal. "
    )
    text += "En Somalie, l'armée a attaqué les shebab."
    assert ("somalie", "attacked", "al-shabaab") in told(claims, text)


def test_a_text_without_a_state_is_about_the_one_of_its_places(claims: Claims) -> None:
    text = "À Gao et à Kidal, on attend. L'Union africaine réclame une transition rapide."
    assert ("union-africaine", "demanded", "mali") in told(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "Le M23 se tait. Des clans se sont armés. Ils accusent l'Ouganda de mentir.",
        "Le M23 se tait. Les rebelles de Zerbane accusent l'Ouganda de mentir.",
        "Les Farc, une guérilla, se taisent. La seconde guérilla accuse l'Ouganda de mentir.",
        "L'ONU se tait. L'opération militaire a visé l'Ouganda.",
        "L'ONU se tait. La mission accuse l'Ouganda de mentir.",
        "Le Kenya se tait. Il a le pouvoir de nuire, accuse l'opposant. L'état sécuritaire accuse l'Ouganda.",
    ],
)
def test_others_are_not_taken_for_those_named_before(claims: Claims, text: str) -> None:
    assert not {c.relation for c in claims(text)} & {"accused", "attacked"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'Union africaine a réagi. Celle-ci a suspendu le Gabon.",
            {("union-africaine", "suspended", "gabon")},
        ),
        ("Le Kenya a reçu la Turquie. Cette dernière accuse la Syrie.", {("turquie", "accused", "syrie")}),
        (
            "Le JNIM et l'EIGS recrutent. Ceux-ci ont attaqué la Minusma.",
            {("jnim", "attacked", "minusma"), ("eigs", "attacked", "minusma")},
        ),
        ("L'Otan change. La France en est sortie en 1966.", {("france", "left", "otan")}),
        ("Aqmi recule. L'EIGS s'en est séparé.", {("eigs", "split-from", "aqmi")}),
        (
            "L'Union africaine a suspendu le Gabon et l'a placé sous embargo.",
            {("union-africaine", "sanctioned", "gabon")},
        ),
    ],
)
def test_who_was_named_last_is_taken_up(claims: Claims, text: str, expected: set[Told]) -> None:
    assert expected <= told(claims, text)


def test_the_latter_are_no_single_one(claims: Claims) -> None:
    assert not told(claims, "Le Kenya a réagi. Ces derniers ont attaqué la Minusma.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aqmi a libéré lundi l'opposant algérien Karim Belaid.", ("aqmi", "released", "new:karim-belaid")),
        (
            "Le M23 a revendiqué l'attaque, le 4 mai, d'un camp de l'armée kényane.",
            ("m23", "attacked", "kenya"),
        ),
        ("Le Kenya est accusé par le Rwanda d'armer le M23.", ("kenya", "supported", "m23")),
    ],
)
def test_what_stands_behind_a_date_or_an_agent_is_of_the_verb(
    claims: Claims, text: str, expected: Told
) -> None:
    assert expected in told(claims, text)


def test_who_sets_up_a_mission_is_no_member_of_it(claims: Claims) -> None:
    assert ("onu", "member-of", "minusma") not in told(claims, "L'ONU a créé la Minusma en 2013.")


@pytest.mark.parametrize(
    "text",
    [
        "La Suisse annonce la mort d'Awa Zerbane. L'Union africaine se tait. Elle aurait été tuée par Aqmi.",
        "Awa Zerbane se cache. La Suisse réclame des preuves : Aqmi affirme l'avoir tuée.",
    ],
)
def test_a_person_is_killed_and_no_organisation(claims: Claims, text: str) -> None:
    assert ("aqmi", "attacked", "new:awa-zerbane") in told(claims, text)
    assert not {o for _, relation, o in told(claims, text) if relation == "attacked"} & {
        "suisse",
        "union-africaine",
    }
