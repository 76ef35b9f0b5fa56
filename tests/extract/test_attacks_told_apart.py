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
    text = "Les Shebab disent avoir mené l'attaque d'une base que l'Union africaine tient à Baidoa."
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


TOLD_OVER_TWO = [
    (
        "Les Shebab ont revendiqué l'embuscade tendue dimanche à un convoi de l'Amisom. Leur porte-parole a"
        " ajouté que les soldats tués sont issus du contingent burundais.",
        "al-shabaab",
        "burundi",
    ),
    (
        "Le JNIM a revendiqué l'attaque d'un camp de la Minusma. Les soldats tués sont tous tchadiens, a"
        " précisé une source militaire.",
        "jnim",
        "tchad",
    ),
    (
        "Les Shebab ont revendiqué l'embuscade de dimanche. Selon des habitants, des hommes lourdement armés"
        " ont attaqué le convoi de l'Amisom, qui a répliqué à l'arme lourde.",
        "amisom",
        "al-shabaab",
    ),
    (
        "L'aviation israélienne a lancé mardi plusieurs raids dans la région de Tyr, où un soldat de la"
        " Finul a été tué.",
        "israel",
        "finul",
    ),
    (
        "Les échanges de tirs ont repris mardi à la frontière entre l'Inde et la Chine.",
        "chine",
        "inde",
    ),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), TOLD_OVER_TWO)
def test_the_sides_of_one_act_stand_apart(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


def test_what_lies_near_a_border_is_not_across_it(claims: Claims) -> None:
    text = "Dix soldats turcs ont péri dans un raid du PKK contre un poste proche de la frontière irakienne."
    assert ("pkk", "irak") not in stated(claims(text), "attacked")


def test_the_list_says_who_is_held(claims: Claims) -> None:
    text = (
        "Abou Sayyaf détient toujours une vingtaine d'otages à Jolo, parmi lesquels dix marins vietnamiens,"
        " quatre Indonésiens ainsi qu'un Néerlandais."
    )
    held = {other for _, other in stated(claims(text), "abducted")}
    assert held == {"vietnam", "indonesie", "pays-bas"}


def test_some_group_that_lets_go_is_the_one_that_took(claims: Claims) -> None:
    text = (
        "Dix otages indonésiens ont été libérés dimanche par un groupe islamiste. Ces marins avaient été"
        " enlevés en mars par Abou Sayyaf."
    )
    assert ("abou-sayyaf", "indonesie") in stated(claims(text), "released")


def test_what_follows_who_says_so_is_of_the_subject(claims: Claims) -> None:
    text = (
        "Les forces russes ont quitté la ville géorgienne de Gori, a constaté un journaliste de l'AFP, mais"
        " restent déployées à Poti. Le M23 a pris Rutshuru, a indiqué un officier de la Monusco, et menace"
        " désormais le Rwanda."
    )
    found = claims(text)
    assert {one for one, _ in stated(found, "deployed-in")} == {"russie"}
    assert stated(found, "threatened") == {("m23", "rwanda")}


def test_others_send_soldiers_to_the_same_place(claims: Claims) -> None:
    text = (
        "Un millier de soldats ougandais sont déployés en Somalie. Le Burundi a déjà envoyé des troupes et"
        " promet un second bataillon."
    )
    assert ("burundi", "somalie") in stated(claims(text), "deployed-in")


def test_those_who_are_based_abroad_are_not_the_dead(claims: Claims) -> None:
    text = (
        "New Delhi a attribué l'attaque, qui a coûté la vie à sept soldats indiens, à deux groupes basés au"
        " Pakistan, le Lashkar-e-Taiba et le Jaish-e-Mohammed."
    )
    assert ("inde", "pakistan") not in stated(claims(text), "deployed-in")


COALITION = [
    "Les forces de la coalition sous commandement américain ont annoncé jeudi avoir tué deux chefs talibans.",
    "La coalition conduite par les États-Unis a tué vingt talibans lundi dans une frappe sur le Helmand.",
    "La coalition dirigée par les États-Unis a perdu un homme. La coalition a tué lundi vingt talibans.",
]


@pytest.mark.parametrize("text", COALITION)
def test_a_coalition_acts_for_the_state_that_leads_it(claims: Claims, text: str) -> None:
    assert ("etats-unis", "talibans") in stated(claims(text), "attacked")


def test_all_whom_one_act_hit_are_of_its_author(claims: Claims) -> None:
    text = (
        "Un attentat contre un convoi de l'Otan à Kaboul a tué vendredi un soldat français. Un porte-parole a"
        " précisé que le soldat tué est un Français. L'attaque a été revendiquée par les talibans."
    )
    attacked = stated(claims(text), "attacked")
    assert {("talibans", "france"), ("talibans", "otan")} <= attacked


def test_others_than_the_captors_have_freed(claims: Claims) -> None:
    text = (
        "Dix otages congolais sont libres. L'armée ougandaise a libéré mardi ces dix hommes, enlevés en mai"
        " par la LRA. Ces Congolais ont été libérés près de Bakouma."
    )
    assert not {pair for pair in stated(claims(text), "released") if pair[0] == "lra"}


def test_troops_that_strike_back_are_not_who_shot_first(claims: Claims) -> None:
    text = (
        "Les deux chefs, Hakimullah Mehsud et Jalaluddin Haqqani, ont ouvert le feu et les forces de sécurité"
        " ont répliqué, tuant six combattants talibans."
    )
    assert not stated(claims(text), "attacked")


IN_WHICH = [
    (
        "L'Otan affirme avoir abattu deux chefs talibans impliqués dans l'embuscade d'août au cours de"
        " laquelle ont péri dix soldats français.",
        "talibans",
        "france",
    ),
    (
        "L'attentat de Karachi, dans lequel ont péri onze ingénieurs français, est attribué à Al-Qaïda.",
        "al-qaida",
        "france",
    ),
    (
        "L'attentat, perpétré dimanche par un kamikaze de Boko Haram sur un marché de Maroua, dans le nord du"
        " Cameroun, a fait vingt morts.",
        "boko-haram",
        "cameroun",
    ),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), IN_WHICH)
def test_the_dead_of_an_act_stand_behind_it(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


def test_what_is_condemned_may_stand_behind_an_insert(claims: Claims) -> None:
    text = (
        "Le président français a condamné, dans une note, « ce lâche attentat ». L'acte, qui a tué un soldat"
        " français, a été revendiqué par les talibans."
    )
    assert ("france", "talibans") in stated(claims(text), "accused")
