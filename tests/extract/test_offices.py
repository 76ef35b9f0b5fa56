"""Who holds which post where and when, as a reader of the claims sees it."""

from __future__ import annotations

import pytest

from sahelgraph.ontology.claims import Status

from .conftest import Claims, stated

MARCH = "2024-03-20"


def offices(claims: Claims, text: str) -> set[tuple[str, str]]:
    return {
        (c.subject.label, c.object.label)
        for c in claims(text, date=MARCH)
        if c.relation == "holds-office" and c.object
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Awa Zerbane, ministre du Cadre de Vie, est rentrée au Bénin.", {("Awa Zerbane", "Bénin")}),
        ("Le colonel Fodé Issa Zerbane, préfet de Mopti, a salué.", {("Fodé Issa Zerbane", "Mali")}),
        (
            "Les présidents malien, kényan et rwandais, Awa Keïta, William Ruto et Paul Kagame, sont là.",
            {("Awa Keïta", "Mali"), ("William Ruto", "Kenya"), ("Paul Kagame", "Rwanda")},
        ),
        (
            "Des présidents sont attendus, dont Awa Zerbane (Togo) et Ali Olgane (Bénin).",
            {("Awa Zerbane", "Togo"), ("Ali Olgane", "Bénin")},
        ),
        ("L'ONU a nommé l'Algérien Ali Olgane émissaire pour le Soudan.", {("Ali Olgane", "ONU")}),
        ("L'OTAN a désigné Ali Olgane comme émissaire.", {("Ali Olgane", "OTAN")}),
        (
            "Awa Zerbane a succédé à Ali Olgane à la tête du Hamas.",
            {("Awa Zerbane", "Hamas"), ("Ali Olgane", "Hamas")},
        ),
        ("Le M23 a reçu le général Ali Olgane. Celui-ci dirige le Hamas.", {("Ali Olgane", "Hamas")}),
        (
            "Les ministres de la Défense du Mali, Awa Zerbane, et du Togo, Ali Olgane, sont là.",
            {("Awa Zerbane", "Mali"), ("Ali Olgane", "Togo")},
        ),
        (
            "Awa Zerbane et Ali Olgane, présidents du Mali et du Togo, sont là.",
            {("Awa Zerbane", "Mali"), ("Ali Olgane", "Togo")},
        ),
        (
            "Le M23, un groupe lié à l'AFC, avance. Le Kenya veut la capture de son chef, Ali Olgane.",
            {("Ali Olgane", "M23")},
        ),
        ("Ali Olgane est le chef d'Ansarul Zeydan.", {("Ali Olgane", "Ansarul Zeydan")}),
        (
            "Awa Zerbane, la présidente togolaise, qui dirige aussi la Cédéao, est là.",
            {("Awa Zerbane", "Togo"), ("Awa Zerbane", "CEDEAO")},
        ),
        ("L'émissaire de l'OTAN, Zervan Olgane, est là.", {("Zervan Olgane", "OTAN")}),
        ("L'envoyé de l'ONU/UA au Darfour, Zervan Olgane, est là.", {("Zervan Olgane", "ONU")}),
        (
            "Le porte-parole officiel de l'armée malienne, Zervan Issa Olgane, a nié.",
            {("Zervan Issa Olgane", "Mali")},
        ),
        (
            "Les shebab, commandés par l'insaisissable Zervan Olgane, avancent.",
            {("Zervan Olgane", "Al-Shabaab")},
        ),
        ("Plusieurs chefs du M23, dont le numéro un Zervan Olgane, ont fui.", {("Zervan Olgane", "M23")}),
        (
            "Le M23 avance, a dit le chef du mouvement rebelle Issa Zerbane à Reuters.",
            {("Issa Zerbane", "M23")},
        ),
        (
            "Les ministres de la Défense du Ghana et du Niger, respectivement Zervan Olgane et Issa Zerbane.",
            {("Zervan Olgane", "Ghana"), ("Issa Zerbane", "Niger")},
        ),
        (
            "Le président kényan William Ruto arrive. Son prédécesseur, Uhuru Kenyatta, l'attend.",
            {("William Ruto", "Kenya"), ("Uhuru Kenyatta", "Kenya")},
        ),
        (
            "Issa Zerbane, assistant du président William Ruto, est à Bamako, au Mali.",
            {("William Ruto", "Kenya"), ("Issa Zerbane", "Kenya")},
        ),
        ("Le chef rebelle tchadien Issa Zerbane vit au Soudan.", set()),
        ("Issa Zerbane, chef d'un groupe rebelle tchadien, le M23, est là.", {("Issa Zerbane", "M23")}),
        ("Issa Zerbane, tombeur de Mohamed Morsi, a été élu président.", set()),
        ("Le commandant libyen du M23, Issa Zerbane, est là.", {("Issa Zerbane", "M23")}),
        ("Le roi Hamad de Bahreïn est arrivé au Caire.", {("Hamad", "Bahreïn")}),
        ("Awa ZERBANE, ministre togolaise du Commerce, est là.", {("Awa ZERBANE", "Togo")}),
        ("Le ministre togolais des Sports Olgan Zerbane est là.", {("Olgan Zerbane", "Togo")}),
        ("Giorgia Meloni, présidente du Conseil italien, est là.", {("Giorgia Meloni", "Italie")}),
        ("Selon Olgan Zerbane, le préfet de Mopti a refusé.", set()),
        (
            "La fondation Issa Zerbane ouvre. Issa Zerbane a été ministre du Commerce du Togo.",
            {("Issa Zerbane", "Togo")},
        ),
        (
            "Le facilitateur de l'Union africaine, Issa Zerbane, est là.",
            {("Issa Zerbane", "Union africaine")},
        ),
        ("Le président de la RDC Félix Tshisekedi a parlé.", {("Félix Tshisekedi", "RDC")}),
        (
            "Les présidents kényan William Ruto, ougandais Yoweri Museveni et rwandais Paul Kagame arrivent.",
            {("William Ruto", "Kenya"), ("Yoweri Museveni", "Ouganda"), ("Paul Kagame", "Rwanda")},
        ),
        (
            "Ses homologues Macky Sall (Sénégal) et Patrice Talon (Bénin) étaient là.",
            {("Macky Sall", "Sénégal"), ("Patrice Talon", "Bénin")},
        ),
        (
            "Le médiateur de l'Union africaine, l'ancien président nigérian Olusegun Obasanjo, est arrivé.",
            {("Olusegun Obasanjo", "Union africaine"), ("Olusegun Obasanjo", "Nigeria")},
        ),
        (
            "Alassane Ouattara, président en exercice de la Cédéao et président ivoirien, a parlé.",
            {("Alassane Ouattara", "CEDEAO"), ("Alassane Ouattara", "Côte d'Ivoire")},
        ),
        (
            "L'ambassadeur des États-Unis au Niger, Kathleen FitzGibbon, a quitté Niamey.",
            {("Kathleen FitzGibbon", "États-Unis")},
        ),
        (
            "Le porte-parole du secrétaire général de l'ONU, Stéphane Dujarric, a réagi.",
            {("Stéphane Dujarric", "ONU")},
        ),
        (
            "Corneille Nangaa, à la tête de l'Alliance fleuve Congo, a parlé.",
            {("Corneille Nangaa", "Alliance fleuve Congo")},
        ),
        (
            "Le général Abdel Fattah al-Burhane, qui dirige le Soudan, a refusé.",
            {("Abdel Fattah al-Burhane", "Soudan")},
        ),
        (
            "La nomination du général Oumar Diarra comme chef d'état-major des armées du Mali est sûre.",
            {("Oumar Diarra", "Mali")},
        ),
        (
            "Le Jnim et son chef Iyad Ag Ghali menacent Bamako.",
            {("Iyad Ag Ghaly", "JNIM")},
        ),
        (
            "Salifou Mody, nommé en 2023 ministre de la Défense du Niger, est à Moscou.",
            {("Salifou Mody", "Niger")},
        ),
    ],
)
def test_a_post_has_its_holder_and_its_place(
    claims: Claims, text: str, expected: set[tuple[str, str]]
) -> None:
    assert offices(claims, text) == expected


def test_two_posts_and_two_persons_go_together_in_order(claims: Claims) -> None:
    text = (
        "Le Niger a changé. Le ministre de l'Intérieur et celui de la Justice, les généraux Ali Diallo et "
        "Issa Konaté, ont été limogés."
    )
    roles = {c.subject.label: c.role for c in claims(text, date=MARCH) if c.relation == "holds-office"}
    assert roles == {"Ali Diallo": "ministre de l'Intérieur", "Issa Konaté": "celui de la Justice"}


@pytest.mark.parametrize(
    "text",
    [
        # the comma opens the main clause
        "Lors de sa rencontre avec le secrétaire d'État américain, M. Traoré a demandé des armes.",
        # a post in something that is no part of a State, whose name the text does not give
        "Au Yémen, un porte-parole de la coalition, le général Turki al-Maliki, a confirmé la frappe.",
        # a post that nobody named holds
        "Le futur président du Ghana sera élu. Macky Sall a parlé.",
    ],
)
def test_what_is_no_office_of_the_one_named_beside_it(claims: Claims, text: str) -> None:
    assert offices(claims, text) == set()


def test_a_post_without_a_name_is_of_the_one_who_is_known_to_hold_it(claims: Claims) -> None:
    text = "Emmanuel Macron est arrivé à Ndjamena. Le chef de l'Etat y verra les soldats de Barkhane."
    assert offices(claims, text) == {("Emmanuel Macron", "France")}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Patrice Talon, président du Bénin depuis 2016, a parlé.", "2016/.."),
        ("Ali Bongo, président du Gabon de 2009 à 2023, a été reçu.", "2009/2023"),
        ("Élu en 2013, puis reconduit, le président Ibrahim Boubacar Keïta, du Mali, a parlé.", "2013/.."),
        (
            "Des officiers ont renversé le 26 juillet 2023 le président nigérien Mohamed Bazoum, "
            "élu en 2021.",
            "2021/2023-07-26",
        ),
        ("Le chef de Boko Haram, Abubakar Shekau, a été tué en mai 2021.", "../2021-05"),
        ("L'ex-président du Mali Alpha Oumar Konaré a parlé mardi à Bamako.", f"../{MARCH}"),
        ("Le président français Emmanuel Macron promet depuis mercredi une visite.", None),
        ("Nommé en 2021, le Premier ministre malien Choguel Maïga a été reçu mardi à Niamey.", "2021/.."),
        ("Ancien président du Mali, Alpha Oumar Konaré a parlé mardi à Bamako.", f"../{MARCH}"),
        (
            "Le chef du Jnim au Burkina, Oumar Diallo, abattu par des soldats, près de Djibo, en mai 2022, "
            "a été remplacé.",
            "../2022-05",
        ),
        (
            "L'ancien président du Ghana Kofi Mensah est mort lundi. Arrivé au pouvoir en 1982, il avait été "
            "renversé en 1990.",
            "1982/1990",
        ),
        (
            "Arrivé au pouvoir à la faveur d'un putsch en août 2021, le général Issa Touré, président du "
            "Togo, a parlé.",
            "2021-08/..",
        ),
        ("Depuis le putsch du 4 mai 2021, le Togo est dirigé par le colonel Ali Bah.", "2021-05-04/.."),
        ("L'ex-président ghanéen Kofi Mensah (1982-1990) a été jugé à Accra.", "1982/1990"),
        ("L'ex-président ghanéen Kofi Mensah (1901-1990) était aimé.", f"../{MARCH}"),
        ("Issa Bah, président du Togo, a cédé le pouvoir en avril 2021 à son fils.", "../2021-04"),
        ("Le président togolais Issa Bah a succédé en avril 2021 à un général.", "2021-04/.."),
        ("Un général a succédé en avril 2021 au président togolais Issa Bah.", "../2021-04"),
        ("La mort du chef de Boko Haram, Abubakar Shekau, en mai 2021, l'a divisé.", "../2021-05"),
        ("L'ancien Premier ministre malien Moctar Ouane, en poste jusqu'en mai 2021, a parlé.", "../2021-05"),
        ("En 1999, des soldats renversent le président nigérien Amadou Saley.", "../1999"),
        ("Le président togolais Issa Bah, en visite jusqu'à samedi au Qatar, a parlé mercredi.", None),
        ("Issa Bah, président du Togo jusqu'au 8 avril, a parlé mercredi à Lomé.", "../2024-04-08"),
    ],
)
def test_an_office_has_its_own_dates_and_no_others(claims: Claims, text: str, when: str | None) -> None:
    found = {
        c.when.edtf if c.when else None for c in claims(text, date=MARCH) if c.relation == "holds-office"
    }
    assert found == {when}


@pytest.mark.parametrize(
    "text",
    [
        "Le fondateur du M23, Issa Zerbane, a été arrêté en 2013.",
        "Issa Zerbane, fondateur du M23, a été arrêté en 2013.",
    ],
)
def test_a_founder_founded_it_at_a_time_not_told(claims: Claims, text: str) -> None:
    found = [c for c in claims(text, date=MARCH) if c.relation == "founded"]
    assert [(c.subject.label, c.object and c.object.label, c.when) for c in found] == [
        ("Issa Zerbane", "M23", None)
    ]


def test_a_mediator_in_a_crisis_serves_who_sends_him(claims: Claims) -> None:
    text = "Médiateur de la Cédéao dans la crise malienne, le président togolais Faure Gnassingbé voyage."
    assert {o for _, o in stated(claims(text), "holds-office")} == {"cedeao", "togo"}


def test_who_is_to_take_over_at_the_head_of_a_force(claims: Claims) -> None:
    text = (
        "Le général Jean Dupont prendra en janvier la succession du général Paul Durand à la tête de la Kfor."
    )
    told = {c.subject.label: c.status for c in claims(text) if c.relation == "holds-office"}
    assert told == {"Jean Dupont": Status.PLANNED, "Paul Durand": Status.ASSERTED}


def test_a_holder_with_a_title_behind_the_verb(claims: Claims) -> None:
    text = "Le principal coordonnateur de la Cédéao est l'ancien président togolais Faure Gnassingbé."
    assert ("faure-gnassingbe", "cedeao") in stated(claims(text), "holds-office")
