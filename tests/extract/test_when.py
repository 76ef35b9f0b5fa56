"""Which date of an article belongs to which event."""

import pytest

from sahelgraph.tests.extract.conftest import Claims

DAY = "2023-05-10"
"""A Wednesday."""


def dates(claims: Claims, text: str, relation: str) -> set[str | None]:
    return {c.when.edtf if c.when else None for c in claims(text, date=DAY) if c.relation == relation}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Le ministre Ali Sow est détenu par la junte nigérienne depuis le putsch du 4 mai 2022.",
            "detained",
            "2022-05-04/..",
        ),
        (
            "Depuis mars 2022, le Tchad vit un conflit opposant l'armée tchadienne au Fact.",
            "attacked",
            "2022-03/..",
        ),
        ("Un conflit opposant l'armée tchadienne au Fact a éclaté mardi.", "attacked", "2023-05-09"),
    ],
)
def test_what_goes_on_goes_on_since_its_beginning(
    claims: Claims, text: str, relation: str, when: str
) -> None:
    assert dates(claims, text, relation) == {when}


def test_a_day_that_stands_with_the_attack_is_not_that_of_its_condemnation(claims: Claims) -> None:
    text = "Le Bénin a condamné lundi l'assaut mené la veille par Boko Haram contre l'armée tchadienne."
    assert dates(claims, text, "attacked") == {"2023-05-07"}


@pytest.mark.parametrize(
    "text",
    [
        "L'État islamique a revendiqué mardi une embuscade contre l'armée nigérienne.",
        "Le ministre nigérien s'est rendu mardi à Diffa après un raid de Boko Haram contre l'armée.",
        "L'armée tchadienne enterre mardi ses onze soldats tués par Boko Haram.",
        "Le procès des auteurs de l'assaut d'Ansar Dine contre l'armée malienne s'est ouvert lundi.",
    ],
)
def test_an_act_that_is_only_spoken_of_has_no_day(claims: Claims, text: str) -> None:
    assert dates(claims, text, "attacked") == {None}


def test_what_a_relative_clause_tells_of_somebody_was_not_on_the_day_of_the_clause(claims: Claims) -> None:
    text = "L'Union africaine, qui avait suspendu le Niger, a tenu mardi un sommet à Accra."
    assert dates(claims, text, "suspended") == {None}
    assert dates(claims, text, "hosted") == {"2023-05-09"}


def test_what_was_done_to_somebody_before_does_not_date_what_is_done_now(claims: Claims) -> None:
    text = "Boko Haram a attaqué des soldats tchadiens envoyés en 2021 dans la région."
    assert dates(claims, text, "attacked") == {None}


def test_an_act_that_was_claimed_has_the_day_that_the_next_sentence_tells(claims: Claims) -> None:
    text = (
        "L'État islamique a revendiqué mardi l'attaque contre l'armée nigérienne. L'attaque avait fait "
        "douze morts dimanche à Tillabéri."
    )
    assert dates(claims, text, "attacked") == {"2023-05-07"}


def test_a_force_that_is_attacked_in_a_place_was_there_that_day(claims: Claims) -> None:
    text = (
        "Mali: le Jnim attaque une base de la Minusma à Gao\n\nUne base de la Minusma à Gao, au Mali, a été "
        "attaquée mardi par le Jnim."
    )
    assert dates(claims, text, "deployed-in") == {"2023-05-09"}


def test_a_force_is_to_be_where_its_relative_clause_says(claims: Claims) -> None:
    text = "La force de la Cédéao qui sera déployée au Togo en juin comptera mille hommes."
    (claim,) = (c for c in claims(text, date=DAY) if c.relation == "deployed-in")
    assert claim.when
    assert (claim.when.edtf, claim.status) == ("2023-06", "planned")


@pytest.mark.parametrize(
    ("dispatch", "when"),
    [
        ("Niamey, 9 mai 2023 (AFP) - L'armée nigérienne a tué dix combattants de Boko Haram.", "2023-05-09"),
        (
            "Niamey | AFP | mardi 09/05/2023 - L'armée nigérienne a tué lundi dix combattants de Boko Haram.",
            "2023-05-08",
        ),
    ],
)
def test_the_day_of_a_dispatch_is_that_of_what_has_no_other(claims: Claims, dispatch: str, when: str) -> None:
    assert dates(claims, dispatch, "attacked") == {when}


def test_what_is_planned_for_a_day_dates_only_itself(claims: Claims) -> None:
    text = "L'opposition appelle à un défilé vendredi pour fêter la chute du président malien Ibrahim Keïta."
    assert dates(claims, text, "overthrew") == {None}


def test_the_fallen_president_was_in_office_until_the_coup(claims: Claims) -> None:
    text = "Après le coup d'État du 4 mai au Togo, la Cédéao réclame le président déchu Kofi Mensah."
    assert dates(claims, text, "holds-office") == {"../2023-05-04"}


def test_the_entry_of_a_chronology_dates_all_that_it_tells(claims: Claims) -> None:
    text = (
        "2012\n\n22 mars: Des militaires renversent le président togolais Kofi Mensah. L'Union africaine "
        "suspend le Togo.\n\n12 avril: Issa Bah est investi président du Togo.\n\n2013\n\n11 mai: Boko Haram "
        "attaque l'armée togolaise."
    )
    assert dates(claims, text, "overthrew") == {"2012-03-22"}
    assert dates(claims, text, "suspended") == {"2012-03-22"}
    assert dates(claims, text, "attacked") == {"2013-05-11"}
    assert dates(claims, text, "holds-office") == {"../2012-03-22", "2012-04-12/.."}


def test_a_sentence_ends_behind_an_hour(claims: Claims) -> None:
    text = "La trêve commencera vendredi à 18 h. Le Bénin et le Togo ont signé mercredi 3 mai un accord."
    assert dates(claims, text, "signed-with") == {"2023-05-03"}


def test_a_vague_date_is_as_exact_as_the_one_in_apposition(claims: Claims) -> None:
    text = "Boko Haram a attaqué l'armée tchadienne il y a un peu plus d'un an, le 3 mars 2022."
    assert dates(claims, text, "attacked") == {"2022-03-03"}


def test_the_summit_in_a_month_is_the_one_on_a_day_of_it(claims: Claims) -> None:
    text = (
        "Le sommet prévu en juin à Accra avec les présidents du Togo et du Bénin sera court. Le ministre "
        "prépare depuis lundi à Lomé le sommet sur la dette, prévu le 14 juin."
    )
    assert dates(claims, text, "hosted") == {"2023-06-14"}


def test_an_overthrow_was_when_the_office_ended(claims: Claims) -> None:
    text = "Kofi Mensah a dirigé le Ghana de 1982 à 1990. Renversé par Issa Bah, il a fui à Lomé."
    assert dates(claims, text, "overthrew") == {"1990"}


def test_the_night_of_a_coup_begins_on_its_day(claims: Claims) -> None:
    text = (
        "Des officiers ont renversé dans la nuit de lundi à mardi le président togolais Kofi Mensah. Le "
        "coup d'État du 8 mai 2023 a été condamné."
    )
    assert dates(claims, text, "overthrew") == {"2023-05-08"}


def test_a_successor_came_when_it_was_created(claims: Claims) -> None:
    text = "La force Barkhane a été créée en août 2014. Barkhane a remplacé Serval."
    assert dates(claims, text, "succeeded") == {"2014-08"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("L'Angola a critiqué lundi la présence de troupes rwandaises au Congo.", "deployed-in"),
        ("Le syndicat a salué mardi un centre de la Cédéao basé à Accra.", "based-in"),
        (
            "Le raid a été commenté mardi par le Jnim, une alliance de groupes liés à Al-Qaïda.",
            "affiliated-with",
        ),
    ],
)
def test_a_day_is_not_that_of_a_state_mentioned_by_the_way(claims: Claims, text: str, relation: str) -> None:
    assert dates(claims, text, relation) <= {None}


def test_a_force_is_there_from_the_day_on_which_it_was_sent(claims: Claims) -> None:
    text = "Le Rwanda a envoyé mardi trois cents soldats au Bénin."
    assert dates(claims, text, "deployed-in") == {"2023-05-09"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Le président français Emmanuel Macron a entamé lundi une visite de trois jours au Gabon.",
            "2023-05-08/2023-05-10",
        ),
        (
            "Le président français Emmanuel Macron est arrivé lundi au Gabon pour un séjour de 48 heures.",
            "2023-05-08/2023-05-09",
        ),
        (
            "Emmanuel Macron est arrivé lundi soir au Gabon pour un séjour de 48 heures.",
            "2023-05-08/2023-05-10",
        ),
        (
            "Le président français Emmanuel Macron a achevé lundi une visite de deux jours au Gabon.",
            "2023-05-07/2023-05-08",
        ),
    ],
)
def test_a_visit_lasts_as_long_as_is_said(claims: Claims, text: str, when: str) -> None:
    assert dates(claims, text, "hosted") == {when}


def test_a_visit_is_as_long_as_another_sentence_says(claims: Claims) -> None:
    text = (
        "Le président français Emmanuel Macron a entamé lundi une visite de trois jours au Gabon.\n\n"
        "Emmanuel Macron a atterri lundi au Gabon dans la soirée."
    )
    assert dates(claims, text, "hosted") == {"2023-05-08/2023-05-10"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Le maire s'est exprimé mardi au lendemain de l'assaut de Boko Haram contre l'armée.", "2023-05-08"),
        ("Trois jours après l'assaut de Boko Haram contre l'armée, le maire a réagi mardi.", "2023-05-06"),
        ("Des mois après l'assaut de Boko Haram contre l'armée, le maire a réagi mardi.", None),
    ],
)
def test_what_a_day_counts_from_was_so_long_before(claims: Claims, text: str, when: str | None) -> None:
    assert dates(claims, f"Au Tchad, les écoles sont fermées. {text}", "attacked") <= {when}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Le Niger a bombardé mardi Boko Haram, quatre jours après avoir attaqué le FPRC.",
            "attacked",
            {"2023-05-09", "2023-05-05"},
        ),
        ("Deux mois après avoir quitté l'AES, le Mali a signé un accord avec le Togo.", "left", {"2023-03"}),
        (
            "Le calme revient une semaine après l'assaut de Boko Haram contre l'armée tchadienne.",
            "attacked",
            {"2023-05-03"},
        ),
        (
            "Cinq ans après le début de la guerre entre Boko Haram et l'armée tchadienne, la peur demeure.",
            "attacked",
            {"2018"},
        ),
    ],
)
def test_a_count_goes_back_from_what_the_sentence_speaks_of(
    claims: Claims, text: str, relation: str, when: set[str]
) -> None:
    assert dates(claims, f"Le marché a rouvert. {text}", relation) == when


def test_the_date_behind_the_place_of_an_arrest_is_that_of_the_arrest(claims: Claims) -> None:
    text = "Le chef rebelle Kofi Mensah, arrêté au Togo début mars par l'armée togolaise, a été jugé lundi."
    assert dates(claims, text, "detained") == {"2023-03"}


def test_what_describes_the_subject_dates_nothing_else(claims: Claims) -> None:
    text = "Le président tchadien Ali Mahamat, soigné au Togo depuis le 2 mars, a accusé le Niger."
    assert dates(claims, f"Le marché a rouvert. {text}", "accused") == {None}


def test_the_date_of_a_cause_is_not_that_of_its_consequence(claims: Claims) -> None:
    text = "Le Mali a rompu ses relations avec le Togo en raison de l'aide apportée à l'assaut d'hier."
    assert dates(claims, f"Le marché a rouvert. {text}", "sanctioned") == {None}


def test_what_has_been_so_long_is_so_since_then(claims: Claims) -> None:
    text = "Cela fait deux ans que le Tchad combat Boko Haram dans le nord du pays."
    assert dates(claims, text, "attacked") == {"2021/.."}


def test_who_becomes_a_member_is_one_from_then_on(claims: Claims) -> None:
    text = "Le Tchad est devenu le 4 mars le quatrième membre de l'AES."
    assert dates(claims, text, "member-of") == {"2023-03-04/.."}


def test_another_actor_has_nothing_of_the_date_of_the_sentence_before(claims: Claims) -> None:
    text = "L'AES a été fondée le 16 septembre 2022 par le Mali. Le Bénin accuse le Togo de soutenir le FPRC."
    assert dates(claims, text, "accused") == {None}


def test_a_story_goes_on_with_the_date_of_the_sentence_before(claims: Claims) -> None:
    text = "En mars 2022, Boko Haram s'est emparé de Baga. Il a attaqué l'armée tchadienne."
    assert "2022-03" in dates(claims, text, "attacked")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("L'opposition exige depuis mars la démission du président togolais Kofi Mensah.", {None}),
        ("Le président sortant du Togo, Kofi Mensah, se présente encore.", {None}),
        ("Kofi Mensah a gouverné le Togo entre 1989 et 2019.", {"1989/2019"}),
        ("Kofi Mensah est devenu président du Togo en 2010.", {"2010/.."}),
        ("Le chef de Boko Haram, Issa Bah, tué par des soldats, était recherché.", {"../2023-05-10"}),
        ("La mort du chef de Boko Haram, Issa Bah, change peu.", {"../2023-05-10"}),
        ("Le chef de Boko Haram, Issa Bah, condamné à mort, a fui.", {None}),
        ("Le chef de Boko Haram, Issa Bah, aurait été tué.", {None}),
        ("Un accord a reçu le feu vert du président togolais Kofi Mensah.", {None}),
        ("Un accord porte le nom de feu le président togolais Kofi Mensah.", {"../2023-05-10"}),
        ("Le porte-parole de Boko Haram Issa Bah est mort.", {"../2023-05-10"}),
    ],
)
def test_an_office_lasts_until_its_holder_is_gone(claims: Claims, text: str, when: set[str | None]) -> None:
    assert dates(claims, text, "holds-office") == when


def test_what_lasts_since_a_year_did_so_wherever_it_is_told(claims: Claims) -> None:
    text = (
        "Un soldat français a été tué mardi au Mali.\n\nLes autorités saluent son courage. La France est "
        "présente au Mali depuis 2013 avec quatre mille soldats français au Mali."
    )
    assert dates(claims, text, "deployed-in") == {"2013/.."}


def test_a_state_is_where_its_operation_is_for_as_long(claims: Claims) -> None:
    text = (
        "Le ministre défend la présence de soldats français au Tchad.\n\nLa force Barkhane combat au Tchad "
        "depuis 2014."
    )
    assert dates(claims, text, "deployed-in") == {"2014/.."}


def test_what_lasts_since_before_the_article_is_no_plan(claims: Claims) -> None:
    text = "Cette mission pourrait relever la Minusma, déployée au Mali depuis 2013."
    found = {
        (c.when.edtf if c.when else None, c.status)
        for c in claims(text, date=DAY)
        if c.subject.id == "minusma"
    }
    assert found <= {("2013/..", "asserted")}


def test_a_headline_without_a_tense_tells_the_news_of_the_lead(claims: Claims) -> None:
    text = (
        "Gabon : le Togo rompt ses relations avec le Ghana\n\nGabon : le Togo rompt ses relations avec le "
        "Ghana.\n\nLe ministre togolais l'a dit mardi à la presse."
    )
    assert dates(claims, text, "sanctioned") == {"2023-05-09"}


def test_who_puts_the_head_of_state_out_arrests_him_that_day(claims: Claims) -> None:
    text = (
        "Lors du coup d'État du 8 mai, l'armée togolaise a renversé le président Kofi Mensah. Kofi Mensah a "
        "démissionné dans la nuit du 8 au 9 mai, après avoir été arrêté par l'armée togolaise."
    )
    assert "2023-05-08" in dates(claims, text, "detained")


def test_what_somebody_is_accused_of_was_before_the_accusation(claims: Claims) -> None:
    text = "Le Bénin accuse le Togo de soutenir Boko Haram.\n\nLe Ghana a fermé mardi sa frontière."
    assert dates(claims, text, "accused") == {"2023-05-09"}
    assert dates(claims, text, "supported") == {None}


def test_an_ally_mentioned_by_the_way_is_not_one_since_the_war_began(claims: Claims) -> None:
    text = "Le Hezbollah, allié de l'Iran, combat en Syrie depuis 2013."
    assert dates(claims, text, "allied-with") == {None}


def test_an_office_ends_after_it_began(claims: Claims) -> None:
    text = "Kofi Mensah, Premier ministre togolais depuis juillet 2021, a démissionné en mars."
    assert dates(claims, text, "holds-office") == {"2021-07/2023-03"}


def test_a_claimed_assault_was_when_the_assault_was_told(claims: Claims) -> None:
    text = (
        "Bénin: quatre soldats tués dans un assaut\n\nQuatre soldats béninois ont été tués mardi dans un "
        "assaut contre leur camp. Le ministre de la Santé a parlé de huit blessés. Une enquête est ouverte. "
        "Les familles attendent des nouvelles. Boko Haram a revendiqué l'assaut."
    )
    assert dates(claims, text, "attacked") == {"2023-05-09"}


def test_a_day_between_commas_is_of_the_word_that_it_follows(claims: Claims) -> None:
    text = (
        "Le Bénin accuse le Togo de soutenir Boko Haram ayant attaqué, mardi, un camp de l'armée béninoise."
    )
    assert dates(claims, text, "attacked") == {"2023-05-09"}


def test_what_is_told_of_the_same_doer_has_the_one_day_of_its_deeds(claims: Claims) -> None:
    text = (
        "Boko Haram a attaqué mardi l'armée tchadienne à Bol.\n\nLa pluie est tombée toute la semaine. Le "
        "marché est resté fermé. Les écoles aussi. Boko Haram a tué dix soldats tchadiens."
    )
    assert dates(claims, text, "attacked") == {"2023-05-09"}


def test_what_was_signed_there_was_on_the_day_of_the_meeting(claims: Claims) -> None:
    text = (
        "Le commerce du lac reprend.\n\nLes marchés ont rouvert. Les pêcheurs sont revenus. Le 2 mars 2022, "
        "une réunion a duré deux heures à Bol. Le Tchad et le Niger y ont signé un accord."
    )
    assert dates(claims, text, "signed-with") == {"2022-03-02"}


def test_an_accusation_made_after_a_dated_event_is_not_of_the_day_of_the_article(claims: Claims) -> None:
    text = (
        "Le Ghana a fermé mardi sa frontière.\n\nLe commerce souffre. Les prix montent. Après le putsch du 4 "
        "janvier, le Togo a exigé que le Bénin libère les détenus."
    )
    assert dates(claims, text, "demanded") == {None}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        ("L'armée togolaise a annoncé lundi s'être retirée du Bénin.", "withdrew-from", "2023-05-08"),
        (
            "Lundi, le président togolais Kofi Mensah, en visite à Accra, a accusé le Bénin de mentir.",
            "hosted",
            "2023-05-08",
        ),
        (
            "Le sommet de la Cédéao, qui se tiendra cette semaine à Accra, sera bref.",
            "hosted",
            "2023-05-08/2023-05-14",
        ),
        ("Le groupe Boko Haram est apparu en 2002 et a été accusé de vols depuis 2009.", "created", "2002"),
        ("Le Togo a dénoncé devant la presse les mensonges du Bénin sur l'accord de 2015.", "accused", None),
    ],
)
def test_a_date_is_of_the_word_that_it_belongs_to(
    claims: Claims, text: str, relation: str, when: str | None
) -> None:
    assert dates(claims, text, relation) == {when}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Boko Haram a attaqué dans la nuit un camp de l'armée béninoise dans le nord du pays, près de la "
            "frontière, a annoncé lundi un ministre.",
            "2023-05-08",
        ),
        (
            "Le marché de Bol a brûlé lundi. Boko Haram a également attaqué l'armée tchadienne dans la "
            "journée.",
            "2023-05-08",
        ),
        ("L'armée tchadienne a bombardé Boko Haram durant la dernière nuit.", "2023-05-09"),
    ],
)
def test_a_part_of_a_day_is_of_the_day_that_is_told(claims: Claims, text: str, when: str) -> None:
    assert dates(claims, text, "attacked") == {when}


def test_who_owns_up_to_strikes_did_so_when_they_were_told(claims: Claims) -> None:
    text = (
        "Le lac est calme.\n\nLe 2 mai, une frappe aérienne a tué dix soldats béninois à Bol. Boko Haram y "
        "est assiégé par l'armée béninoise depuis un an. La pluie tombe.\n\nLe Togo a reconnu sa "
        "responsabilité dans ces frappes."
    )
    found = [c for c in claims(text, date=DAY) if c.relation == "attacked" and c.subject.label == "Togo"]
    assert {c.when.edtf if c.when else None for c in found} == {"2023-05-02"}


def test_what_is_asked_for_by_a_day_was_asked_before(claims: Claims) -> None:
    text = "Le Bénin a demandé au Togo de libérer Paul Sow avant vendredi, a déclaré lundi un ministre."
    assert dates(claims, text, "demanded") <= {None, "2023-05-08"}


def test_a_group_is_tied_to_another_from_the_day_of_its_pledge(claims: Claims) -> None:
    text = "Le Front al-Nosra a prêté allégeance à Al-Qaïda en avril 2013."
    assert dates(claims, text, "affiliated-with") == {"2013-04"}


def test_who_was_then_tied_to_another_was_so_on_that_day(claims: Claims) -> None:
    text = "En mars 2016, un camp béninois a été attaqué par Boko Haram, alors affilié à l'État islamique."
    assert dates(claims, text, "affiliated-with") == {"2016-03"}


def test_what_was_done_on_two_days_running_lasted_both(claims: Claims) -> None:
    text = "L'armée tchadienne a bombardé dimanche et lundi des positions de Boko Haram."
    assert dates(claims, text, "attacked") == {"2023-05-07/2023-05-08"}


def test_the_month_of_an_appointment_that_opens_a_sentence_is_over(claims: Claims) -> None:
    text = "Nommé Premier ministre du Mali en juin, Paul Sow a rencontré lundi la Cédéao."
    assert dates(claims, text, "holds-office") == {"2022-06/.."}


def test_what_is_told_next_of_a_strike_was_on_its_day(claims: Claims) -> None:
    text = (
        "Une colonne tchadienne a été attaquée mardi près de Bol.\n\nLe convoi rentrait à sa base, selon un "
        "élu.\n\nBoko Haram a tué quatre soldats tchadiens avec une mine."
    )
    assert dates(claims, text, "attacked") == {"2023-05-09"}


@pytest.mark.parametrize(
    "last",
    [
        "Boko Haram lance des raids contre l'armée nigériane depuis ses îles.",
        "Ces derniers mois, Boko Haram a tué des soldats nigérians sur le lac.",
        "Boko Haram avait tué six soldats nigérians sur le lac.",
    ],
)
def test_what_goes_on_or_was_before_has_not_the_day_of_the_last_strike(claims: Claims, last: str) -> None:
    text = f"L'armée tchadienne a attaqué mardi une île du lac.\n\nLe temps était clair.\n\n{last}"
    found = {c.when for c in claims(text, date=DAY) if c.relation == "attacked" and "nigér" in str(c.object)}
    assert found <= {None}


@pytest.mark.parametrize(
    "occasion", ["Lors de cette réunion", "À l'issue de cette réunion", "Au cours de cette rencontre"]
)
def test_what_was_done_on_an_occasion_was_when_that_was_told(claims: Claims, occasion: str) -> None:
    text = (
        "Une réunion s'est tenue mardi 2 mai à Lomé, selon les autorités. Il y avait du monde.\n\n"
        f"{occasion}, la CMA et la Plateforme ont signé une trêve."
    )
    assert dates(claims, text, "signed-with") == {"2023-05-02"}


def test_those_who_put_somebody_out_hold_him_and_those_with_him_since(claims: Claims) -> None:
    text = (
        "Les militaires ont renversé le président malien Ibrahim Boubacar Keïta le 18 août 2020. La junte "
        "détient toujours M. Keïta et son Premier ministre Boubou Cissé."
    )
    assert dates(claims, text, "detained") == {"2020-08-18/.."}


def test_what_came_before_has_the_date_of_its_own_clause(claims: Claims) -> None:
    text = (
        "La France est intervenue au Togo en 2015 après que les rebelles du MNLA ont renversé le président "
        "Faure Gnassingbé en 2014."
    )
    assert dates(claims, text, "overthrew") == {"2014"}


def test_that_year_is_also_the_one_since_when_something_has_been(claims: Claims) -> None:
    text = (
        "Depuis 2013, la Centrafrique est en guerre. Le président François Bozizé a été renversé cette "
        "année-là par la Séléka."
    )
    assert dates(claims, text, "overthrew") == {"2013"}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "Le président burkinabè Paul-Henri Damiba a été chassé du pouvoir en septembre 2022. Sa chute, "
            "le 30 septembre 2022, a été saluée.",
            "../2022-09-30",
        ),
        (
            "Le coup d'État du 18 août 2020 a mis fin au mandat du président malien Ibrahim Boubacar Keïta.",
            "../2020-08-18",
        ),
        (
            "Le ministre nigérien de la Défense, Salifou Mody, a été relevé de ses fonctions le 3 mai.",
            "../2023-05-03",
        ),
    ],
)
def test_an_office_ends_on_the_day_that_the_article_gives(claims: Claims, text: str, end: str) -> None:
    assert dates(claims, text, "holds-office") == {end}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Deux soldats kényans ont été tués par les Shebab, a annoncé mercredi l'armée kényane. "
            "L'embuscade s'est produite lundi près de Lamu.",
            "attacked",
            "2023-05-08",
        ),
        ("Bamako a démenti mardi que Wagner ait tué des civils mauritaniens.", "attacked", None),
        ("Selon un rapport publié lundi, l'Iran a livré des missiles à la Russie.", "supported", None),
        (
            "D'après un communiqué diffusé mardi, le Tchad a soutenu samedi le FACT.",
            "supported",
            "2023-05-06",
        ),
        ("Kigali a récusé lundi un rapport affirmant que le Rwanda a armé le M23.", "supported", None),
    ],
)
def test_the_day_of_speech_is_not_that_of_what_is_said(
    claims: Claims, text: str, relation: str, when: str | None
) -> None:
    assert dates(claims, text, relation) == {when}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        (
            "Les rebelles de l'UFR avaient attaqué l'armée tchadienne en février 2019. Ils avaient été "
            "bombardés par l'aviation française.",
            "attacked",
            "2019-02",
        ),
        (
            "En mai 2008, les rebelles du JEM attaquent Omdurman. À l'époque, le Tchad soutient le JEM.",
            "supported",
            "2008-05",
        ),
        (
            "Les rebelles de l'UFR avaient attaqué l'armée tchadienne en février 2019. Ils accusent Paris.",
            "accused",
            None,
        ),
    ],
)
def test_a_story_goes_on_where_it_was(claims: Claims, text: str, relation: str, when: str | None) -> None:
    assert dates(claims, text, relation) == {when}


def test_what_is_planned_does_not_get_the_day_of_what_was(claims: Claims) -> None:
    text = (
        "Vladimir Poutine va rencontrer Kim Jong-un. En avril, Vladimir Poutine avait rencontré Kim Jong-un."
    )
    assert dates(claims, text, "met-with") == {None, "2023-04"}


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        ("L'armée camerounaise a affirmé hier avoir tué vingt combattants de Boko Haram.", "attacked",
         "2023-05-09"),
        ("La Guinée a libéré trois soldats sénégalais, a annoncé vendredi Dakar.", "released", "2023-05-05"),
        ("Paris a affirmé lundi que l'Azerbaïdjan a soutenu le Hezbollah.", "supported", None),
        ("L'armée russe, qui combat en Syrie, a bombardé lundi Kiev.", "deployed-in", None),
    ],
)  # fmt: skip
def test_a_short_act_was_when_it_was_told(claims: Claims, text: str, relation: str, when: str | None) -> None:
    assert dates(claims, text, relation) <= {when}


def test_what_is_told_with_a_strike_was_on_its_day(claims: Claims) -> None:
    text = (
        "L'armée nigérienne a annoncé lundi avoir tué samedi douze combattants de Boko Haram. Elle a "
        "également arrêté six membres de Boko Haram."
    )
    assert dates(claims, text, "detained") == {"2023-05-06"}


def test_an_agreement_told_again_was_on_the_day_it_was_made(claims: Claims) -> None:
    text = (
        "Un accord a été signé en juin 2015 à Alger. Le Mali et la CMA avaient signé cet accord à contrecœur."
    )
    assert dates(claims, text, "signed-with") == {"2015-06"}


def test_a_line_of_a_chronology_gives_its_year(claims: Claims) -> None:
    text = (
        "1998. L'Ouganda attaque la RDC.\n1999. Le Tchad envoie des soldats en RDC.\n"
        "2001. Joseph Kabila succède à son père. Le 5 mars, le Rwanda retire ses troupes de RDC."
    )
    assert dates(claims, text, "attacked") == {"1998"}
    assert dates(claims, text, "deployed-in") >= {"1999"}
    assert dates(claims, text, "withdrew-from") == {"2001-03-05"}


def test_two_years_with_a_full_stop_are_no_chronology(claims: Claims) -> None:
    text = "Le Tchad a été attaqué par le Fact en\n2021. Le 5 mars, le Rwanda a retiré ses troupes de RDC."
    assert dates(claims, text, "withdrew-from") == {"2023-03-05"}
