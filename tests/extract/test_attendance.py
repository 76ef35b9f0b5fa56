"""Who was there where the sentence says only that, and the place was told before."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Arrivé lundi à Kampala, le Rwandais Paul Kagame y a été rejoint par le Kényan William Ruto.",
            {("ouganda", "paul-kagame"), ("ouganda", "william-ruto")},
        ),
        (
            "Un sommet s'est tenu à Djibouti. Étaient présents William Ruto et Abiy Ahmed.",
            {("djibouti", "william-ruto"), ("djibouti", "abiy-ahmed")},
        ),
        (
            "Plusieurs présidents ont été reçus à Nouakchott. Ce sont le Nigérien Mahamadou Issoufou et le "
            "Sénégalais Macky Sall.",
            {("mauritanie", "mahamadou-issoufou"), ("mauritanie", "macky-sall")},
        ),
        (
            "Une conférence a lieu à Berlin. Vladimir Poutine et Emmanuel Macron y prendront part.",
            {("allemagne", "vladimir-poutine"), ("allemagne", "emmanuel-macron")},
        ),
        (
            "Un sommet s'ouvre à Harare. Y sont attendus Cyril Ramaphosa et Paul Kagame.",
            {("zimbabwe", "cyril-ramaphosa"), ("zimbabwe", "paul-kagame")},
        ),
        (
            "Une conférence se tient à Nairobi. Parmi les invités figuraient le Rwandais Paul Kagame et "
            "l'Angolais João Lourenço.",
            {("kenya", "paul-kagame"), ("kenya", "joao-lourenco")},
        ),
        (
            "Un sommet s'est ouvert à Oman. Cette rencontre a vu la participation des présidents "
            "William Ruto (Kenya) et Paul Kagame (Rwanda).",
            {("oman", "william-ruto"), ("oman", "paul-kagame")},
        ),
        (
            "Un sommet s'est ouvert à Harare. Ont répondu à l'invitation le Tchad et le Bénin.",
            {("zimbabwe", "tchad"), ("zimbabwe", "benin")},
        ),
        (
            "Un sommet s'est ouvert à Harare. Etaient également présents Cyril Ramaphosa et Paul Kagame.",
            {("zimbabwe", "cyril-ramaphosa"), ("zimbabwe", "paul-kagame")},
        ),
        (
            "Le sommet s'est ouvert hier à Harare. Les présidents Paul Kagame et William Ruto ont fait le "
            "déplacement.",
            {("zimbabwe", "paul-kagame"), ("zimbabwe", "william-ruto")},
        ),
        (
            "Oslo accueille une conférence sur le Soudan. Le Kényan William Ruto a confirmé sa présence. Le "
            "Tchad y a dépêché deux ministres, et le Niger participe aux débats.",
            {("norvege", "william-ruto"), ("norvege", "tchad"), ("norvege", "niger")},
        ),
        (
            "Un sommet se tient à Lusaka. Le Rwanda et la Cédéao y sont représentés.",
            {("zambie", "rwanda"), ("zambie", "cedeao")},
        ),
        (
            "Un sommet se tient à Lusaka. Le Rwandais Paul Kagame s'est fait représenter par James Kabarebe.",
            {("zambie", "new:james-kabarebe")},
        ),
        (
            "Un sommet s'ouvre mardi à Lusaka. Sont notamment attendus Paul Kagame et William Ruto.",
            {("zambie", "paul-kagame"), ("zambie", "william-ruto")},
        ),
        (
            "Le sommet s'est ouvert à Lusaka. Le Kényan William Ruto est arrivé la veille.",
            {("zambie", "william-ruto")},
        ),
        (
            "Le ministre kényan de la Défense, Aden Duale, qui était lui aussi à Harare, a promis une aide.",
            {("zimbabwe", "new:aden-duale")},
        ),
        (
            "Le Tchad et le Soudan ont entamé des discussions. Les négociations ouvertes à Lomé se déroulent "
            "en présence du Ghanéen John Mahama.",
            {("togo", "tchad"), ("togo", "soudan"), ("togo", "john-dramani-mahama")},
        ),
        (
            "La rencontre de Lomé s'est limitée à trois participants : le Rwandais Paul Kagame, le Kényan "
            "William Ruto et le Sénégalais Macky Sall.",
            {("togo", "paul-kagame"), ("togo", "william-ruto"), ("togo", "macky-sall")},
        ),
        (
            "Reprise jeudi à Lomé des négociations entre le Tchad et le Soudan.",
            {("togo", "tchad"), ("togo", "soudan")},
        ),
        (
            "Dans une note diffusée à l'issue d'une réunion à Lomé, les ministres du Ghana et du Bénin ont "
            "condamné le putsch.",
            {("togo", "ghana"), ("togo", "benin")},
        ),
        (
            "Le Kenya attend. Les présidents Paul Kagame du Rwanda et William Ruto du Kenya, arrivés mardi "
            "à Lomé, ont salué l'accord.",
            {("togo", "paul-kagame"), ("togo", "william-ruto")},
        ),
        ("A Lomé, où il est arrivé, Paul Kagame a appelé le Ghana au dialogue.", {("togo", "paul-kagame")}),
        ("Le sommet, auquel n'a pas participé Paul Kagame, s'est achevé à Luanda.", set()),
        ("Une délégation du M23 se trouve à Doha depuis dimanche.", {("qatar", "m23")}),
        ("Mahmoud Abbas a rejoint Le Caire pour des entretiens.", {("egypte", "mahmoud-abbas")}),
        ("Le président russe Vladimir Poutine est allé à Ankara.", {("turquie", "vladimir-poutine")}),
        (
            "Autour de la table, à Nairobi, se trouvaient des représentants du Tchad et du Bénin.",
            {("kenya", "tchad"), ("kenya", "benin")},
        ),
        (
            "Outre le ministre kényan, étaient présents à Nairobi les ministres du Tchad et du Bénin.",
            {("kenya", "tchad"), ("kenya", "benin")},
        ),
        (
            "Ont pris part à la réunion de Nairobi les ministres du Tchad, du Bénin et du Togo.",
            {("kenya", "tchad"), ("kenya", "benin"), ("kenya", "togo")},
        ),
        (
            "Le ministre iranien a pris part à Moscou à une réunion, tout comme son homologue pakistanais.",
            {("russie", "iran"), ("russie", "pakistan")},
        ),
    ],
)
def test_who_else_was_there(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "hosted") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Le Conseil s'est réuni à Nairobi. Le Gabon et la Zambie étaient représentés par des ministres.",
            {("kenya", "gabon"), ("kenya", "zambie")},
        ),
        (
            "Un forum s'est ouvert à Luanda. Y participent deux élus : Cyril Ramaphosa ; Paul Kagame.",
            {("angola", "cyril-ramaphosa"), ("angola", "paul-kagame")},
        ),
        (
            "Une rencontre pourrait avoir lieu à Tunis entre Fayez al-Sarraj et Khalifa Haftar.",
            {("tunisie", "fayez-al-sarraj"), ("tunisie", "khalifa-haftar")},
        ),
        ("Les belligérants au Yémen se retrouvent lundi à Genève.", {("suisse", "yemen")}),
        (
            "Vladimir Poutine se rendra à Ankara pour un sommet consacré à la Syrie.",
            {("turquie", "vladimir-poutine")},
        ),
        ("Le président Alassane Ouattara a pris l'avion pour Lomé.", {("togo", "alassane-ouattara")}),
    ],
)
def test_who_was_where(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(s, o.removeprefix("new:")) for s, o in stated(claims(text), "hosted")} == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres se sont réunis à Tunis. Ce sont les États-Unis qui ont demandé cette réunion.",
        "Le ministre est rentré de Doha. Il s'agit pour le Tchad et la France de relancer l'accord.",
        "La France a été rejointe par l'Allemagne et l'Italie dans son opposition à Israël.",
        "Le président est à Lusaka. Il s'agit d'une attaque contre le Mali et le Niger.",
    ],
)
def test_who_is_only_named_was_not_there(claims: Claims, text: str) -> None:
    assert stated(claims(text), "hosted") == set()


def test_who_comes_for_talks_finds_the_other_side_there(claims: Claims) -> None:
    text = "Joe Biden est parti à Djeddah pour des discussions avec le gouvernement soudanais."
    assert ("arabie-saoudite", "soudan") in stated(claims(text), "hosted")


def test_a_meeting_frames_what_one_who_was_there_says(claims: Claims) -> None:
    text = "À l'issue d'une rencontre à Sotchi avec le président russe, Bachar al-Assad a salué cet appui."
    assert stated(claims(text), "hosted") == {("russie", "bachar-al-assad")}


def test_a_hotel_lies_in_the_capital_behind_it(claims: Claims) -> None:
    text = "Les rebelles du MNLA ont repris lundi leurs discussions dans un hôtel de la capitale kényane."
    assert stated(claims(text), "hosted") == {("kenya", "mnla")}


@pytest.mark.parametrize(
    ("text", "host", "guests"),
    [
        (
            "La capitale éthiopienne sert de cadre aux discussions entre le gouvernement soudanais et le "
            "SPLM-Nord.",
            "ethiopie",
            {"soudan", "splm-n"},
        ),
        (
            "Outre le président ivoirien Alassane Ouattara, hôte du sommet, étaient présents à Yamoussoukro "
            "les chefs d'Etat du Togo et du Bénin, ainsi que le vice-président nigérian.",
            "cote-d-ivoire",
            {"togo", "benin", "nigeria"},
        ),
    ],
)
def test_where_a_place_is_the_stage_or_a_phrase_opens(
    claims: Claims, text: str, host: str, guests: set[str]
) -> None:
    assert stated(claims(text), "hosted") == {(host, guest) for guest in guests}
