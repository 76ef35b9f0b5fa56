"""Offices, bodies and adjectives that stand for a State or an organisation."""

import pytest

from tests.extract.conftest import Claims, stated

ACCUSERS = [
    ("Le secrétaire général de l'Otan", "otan"),
    ("Le patron de l'ONU", "onu"),
    ("Le numéro deux du Hezbollah", "hezbollah"),
    ("Le ministre des Affaires étrangères turc", "turquie"),
    ("Le président par intérim malien", "mali"),
    ("Le chef d'état-major burundais", "burundi"),
    ("L'état-major des armées tchadiennes", "tchad"),
    ("Le roi saoudien", "arabie-saoudite"),
]


@pytest.mark.parametrize(("accuser", "actor"), ACCUSERS)
def test_who_speaks_for_whom(claims: Claims, accuser: str, actor: str) -> None:
    assert stated(claims(f"{accuser} a accusé le Rwanda."), "accused") == {(actor, "rwanda")}


def test_planes_and_depots_are_of_those_they_belong_to(claims: Claims) -> None:
    text = "Des avions de chasse de la coalition arabe ont visé des dépôts d'armes appartenant au Hezbollah."
    assert ("coalition-arabe-yemen", "hezbollah") in stated(claims(text), "attacked")


def test_those_who_are_asked_to_do_something_are_asked(claims: Claims) -> None:
    text = "L'ONU a demandé aux autorités maliennes de traduire en justice les coupables."
    assert stated(claims(text), "demanded") == {("onu", "mali")}


def test_a_group_is_no_month(claims: Claims) -> None:
    (attack,) = [c for c in claims("Les Maï-Maï ont attaqué le M23.") if c.relation == "attacked"]
    assert attack.when is None


def test_what_one_asks_of_the_state_that_one_serves_is_no_demand(claims: Claims) -> None:
    text = "Le Premier ministre éthiopien Abiy Ahmed a demandé à l'armée éthiopienne de partir."
    assert not stated(claims(text), "demanded")
    former = "L'ancien président malien Dioncounda Traoré a demandé au Mali de partir."
    assert stated(claims(former), "demanded")


def test_custody_is_no_warning(claims: Claims) -> None:
    found = claims("L'opposant Ousmane Sonko a été mis en garde à vue par la gendarmerie sénégalaise.")
    assert {c.relation for c in found if c.subject.label == "Sénégal"} == {"detained"}


def test_who_set_the_trap_attacked_those_who_died_in_it(claims: Claims) -> None:
    text = "Cinq soldats tchadiens sont morts dans l'explosion d'un engin artisanal posé par le JNIM."
    assert stated(claims(text), "attacked") == {("jnim", "tchad")}


OFFICES = [
    "Le président malien par intérim Dioncounda Traoré a parlé.",
    "Le Premier ministre malien par intérim, Dioncounda Traoré, a parlé.",
]


@pytest.mark.parametrize("text", OFFICES)
def test_who_holds_an_office_for_a_time(claims: Claims, text: str) -> None:
    assert stated(claims(text), "holds-office") == {("dioncounda-traore", "mali")}


def test_a_fallen_president_is_nobodys_fall(claims: Claims) -> None:
    assert not stated(claims("Le président déchu du Niger, Mohamed Bazoum, a parlé."), "overthrew")


FOUGHT = [
    ("Les États-Unis ont frappé au Yémen des cibles houthies.", ("etats-unis", "houthis")),
    ("Les FDLR, dont les chefs sont recherchés pour leur rôle au Rwanda, combattent le M23.",
     ("fdlr", "m23")),
    ("Le JNIM a tué mardi d'anciens rebelles du MNLA.", ("jnim", "mnla")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pair"), FOUGHT)
def test_who_is_struck_stands_behind_the_verb(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), "attacked")


def test_members_are_counted_and_then_named(claims: Claims) -> None:
    text = "La crise touche deux des États membres de la Cédéao, la Guinée-Bissau et le Mali."
    assert stated(claims(text), "member-of") == {("guinee-bissau", "cedeao"), ("mali", "cedeao")}
    aside = "La crise touche les États membres de la Cédéao, la Mauritanie et le Tchad."
    assert not stated(claims(aside), "member-of")


def test_an_organisation_meets_when_its_ministers_do(claims: Claims) -> None:
    found = claims("Les ministres du G5 Sahel se sont réunis à N'Djamena.")
    assert stated(found, "hosted") == {("tchad", "g5-sahel")}
    assert not stated(found, "met-with")


@pytest.mark.parametrize("verb", ["a bloqué", "retarde", "s'oppose à"])
def test_what_is_blocked_is_not_there_yet(claims: Claims, verb: str) -> None:
    (member,) = [
        c for c in claims(f"La Turquie {verb} l'adhésion de la Suède à l'Otan.") if c.relation == "member-of"
    ]
    assert member.status.value == "planned"
    (member,) = [
        c for c in claims("L'adhésion de la Suède à l'Otan date de 2024.") if c.relation == "member-of"
    ]
    assert member.status.value == "asserted"


def test_capitals_accuse_each_other(claims: Claims) -> None:
    found = claims("Kiev et Moscou se sont mutuellement accusés jeudi d'avoir bombardé la centrale.")
    assert stated(found, "accused") == {("ukraine", "russie"), ("russie", "ukraine")}


def test_peacekeepers_are_of_the_mission_that_follows(claims: Claims) -> None:
    found = claims("Des casques bleus de la Monusco ont été tués par le M23.")
    assert stated(found, "attacked") == {("m23", "monusco")}


def test_an_ally_is_who_is_named_behind(claims: Claims) -> None:
    found = claims("Le JNIM et son allié du FLA ont attaqué l'armée malienne.")
    assert stated(found, "attacked") == {("jnim", "mali"), ("fla", "mali")}


def test_who_drives_others_back_does_not_speak(claims: Claims) -> None:
    text = "Repoussés par l'armée tchadienne, les rebelles du FACT ont attaqué le Niger."
    assert {c.by for c in claims(text) if c.relation == "attacked"} == {()}
