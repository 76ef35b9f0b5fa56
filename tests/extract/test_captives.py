"""Who was taken, by whom, and who let them go, told over several sentences."""

import pytest

from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize(
    "text",
    [
        "Six soldats tchadiens étaient détenus par Boko Haram depuis mai. Ces militaires ont été relâchés.",
        "Deux Tchadiens ont été enlevés par Boko Haram en mai. Les otages ont été libérés lundi.",
        "Six soldats tchadiens ont été enlevés par Boko Haram. Une médiation a obtenu leur libération.",
        "N'Djamena salue la libération de trois de ces Tchadiens enlevés par Boko Haram.",
        "Un otage tchadien a été relâché après deux ans aux mains de Boko Haram.",
        "Deux Tchadiens ont été libérés lundi après dix mois de captivité entre les mains de Boko Haram.",
        "Boko Haram, qui détenait vingt soldats tchadiens, en a libéré trois dimanche près de la frontière.",
    ],
)
def test_who_took_them_lets_them_go(claims: Claims, text: str) -> None:
    assert ("boko-haram", "tchad") in stated(claims(text), "released")


def test_a_ransom_for_a_release_is_no_release(claims: Claims) -> None:
    text = "Une rançon a été versée pour la libération de deux Tchadiens enlevés par Boko Haram."
    assert not stated(claims(text), "released")


def test_those_whom_a_group_frees_were_its_captives(claims: Claims) -> None:
    text = (
        "Dans le nord du Mali, le MNLA a libéré neuf prisonniers du Gatia. Ces derniers avaient été capturés "
        "en juillet."
    )
    assert stated(claims(text), "detained") == {("mnla", "gatia")}


def test_its_hostages_are_no_people_of_a_group(claims: Claims) -> None:
    text = "Le MNLA a relâché ses otages, capturés en juillet dans le nord du Mali."
    assert not stated(claims(text), "detained")


def test_people_told_of_are_accused_again(claims: Claims) -> None:
    text = (
        "Au Mali, trente soldats ivoiriens sont en prison. Ces militaires sont soupçonnés par la junte "
        "d'être des espions."
    )
    assert ("mali", "cote-d-ivoire") in stated(claims(text), "accused")


def test_a_message_threatens_for_its_author(claims: Claims) -> None:
    assert stated(claims("Une vidéo du JNIM menace le Bénin."), "threatened") == {("jnim", "benin")}


def test_a_sect_is_the_group_named_before(claims: Claims) -> None:
    text = "Boko Haram recule. L'armée tchadienne a attaqué la secte."
    assert ("tchad", "boko-haram") in stated(claims(text), "attacked")


def test_what_appeared_in_a_year_was_created(claims: Claims) -> None:
    (created,) = [c for c in claims("Boko Haram est apparu en 2002.") if c.relation == "created"]
    assert created.when is not None
    assert created.when.edtf == "2002"
    assert not stated(claims("Boko Haram est apparu affaibli."), "created")


def test_who_is_spoken_of_does_not_leave(claims: Claims) -> None:
    text = "La mission de la Cédéao a quitté le Mali sans un mot sur les soldats ivoiriens."
    assert stated(claims(text), "withdrew-from") == {("cedeao", "mali")}


def test_allies_coordinated_with_their_own(claims: Claims) -> None:
    found = claims("Le JNIM a attaqué l'armée malienne et ses alliés russes.")
    assert stated(found, "allied-with") == {("mali", "russie")}
    assert stated(found, "attacked") == {("jnim", "mali"), ("jnim", "russie")}


def test_who_takes_part_attacks_as_well(claims: Claims) -> None:
    text = "Le JNIM a participé à l'attaque menée par l'EIGS contre l'armée malienne."
    assert stated(claims(text), "attacked") == {("jnim", "mali"), ("eigs", "mali")}


def test_one_of_the_chiefs_is_of_the_group(claims: Claims) -> None:
    text = "L'un des chefs d'Aqmi a été tué par l'armée française."
    assert stated(claims(text), "attacked") == {("france", "aqmi")}


def test_who_asks_for_a_withdrawal_does_not_leave(claims: Claims) -> None:
    text = "La Minusma réclame le retrait du Gatia d'Anéfis."
    assert ("minusma", "anefis") not in stated(claims(text), "withdrew-from")


def test_unnamed_hostages_of_unnamed_captors_say_nothing_of_the_country(claims: Claims) -> None:
    text = "L'armée tchadienne combat Boko Haram au Tchad. Les ravisseurs gardent des otages dans la région."
    assert not stated(claims(text), "abducted")


@pytest.mark.parametrize(
    "text",
    [
        "Sept soldats sénégalais ont été libérés. Le MFDC les a remis hier à des délégués de la Cédéao.",
        "Dix soldats sénégalais étaient prisonniers. Le MFDC les a rendus lundi.",
    ],
)
def test_who_hands_them_over_sets_them_free(claims: Claims, text: str) -> None:
    assert stated(claims(text), "released") == {("mfdc", "senegal")}


def test_a_sponsor_of_an_exchange_frees_nobody(claims: Claims) -> None:
    text = "Des Libanais enlevés par le Front al-Nosra ont été libérés dans un échange parrainé par Doha."
    assert "qatar" not in {freer for freer, _ in stated(claims(text), "released")}


def test_captive_soldiers_are_not_deployed(claims: Claims) -> None:
    text = "Trois soldats ivoiriens détenus au Mali ont été libérés."
    assert not stated(claims(text), "deployed-in")


def test_who_never_claimed_their_capture_was_not_captured(claims: Claims) -> None:
    text = "Au Tchad, deux policiers ont disparu, mais Boko Haram n'a jamais revendiqué leur capture."
    assert ("tchad", "boko-haram") not in stated(claims(text), "detained")


def test_who_captures_a_post_holds_nobody_of_its_owner(claims: Claims) -> None:
    assert not stated(claims("Les rebelles du M23 ont capturé une base de l'armée congolaise."), "abducted")


def test_who_captures_vehicles_attacks_their_owner(claims: Claims) -> None:
    found = claims("Les rebelles de l'ADF ont capturé deux véhicules de l'armée ougandaise.")
    assert stated(found, "attacked") == {("adf", "ouganda")}


def test_people_captured_with_a_place_are_held(claims: Claims) -> None:
    text = "Boko Haram détient un pont et dix otages chinois."
    assert stated(claims(text), "abducted") == {("boko-haram", "chine")}


def test_some_of_those_taken_in_a_town(claims: Claims) -> None:
    text = "Trente des écolières enlevées à Chibok ont été relâchées samedi par Boko Haram."
    assert ("boko-haram", "nigeria") in stated(claims(text), "released")


def test_who_holds_the_price_of_an_exchange_lets_it_go(claims: Claims) -> None:
    text = "Israël a libéré vingt prisonniers en échange du soldat Gilad Shalit, que le Hamas détenait."
    assert "hamas" in {subject for subject, _ in stated(claims(text), "released")}


def test_who_takes_them_over_is_not_freed(claims: Claims) -> None:
    text = "Le M23 a remis lundi à la Croix-Rouge des prisonniers congolais."
    assert all("croix" not in freed for _, freed in stated(claims(text), "released"))


def test_whom_a_state_frees_behind_an_insert(claims: Claims) -> None:
    text = "Le Tchad a remis en liberté mardi, sur ordre du président Mahamat Déby, l'opposant Succès Masra."
    assert {subject for subject, _ in stated(claims(text), "released")} == {"tchad"}


def test_of_whom_it_is_told_later_who_took_them(claims: Claims) -> None:
    text = (
        "Selon l'ONU, dix soldats tchadiens pris en otage en mai par une coalition de factions ont été "
        "libérés mardi. Ils avaient été enlevés par des hommes du M23 près de Goma."
    )
    found = claims(text)
    assert ("m23", "tchad") in stated(found, "abducted")
    assert ("m23", "tchad") in stated(found, "released")
