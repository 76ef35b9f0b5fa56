"""Short dispatches: datelines, prisoners by nationality, dissidents, and nouns of war that name no fight."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated


@pytest.mark.parametrize("opening", ["(Belga) ", "OUAGADOUGOU (AFP) – ", "Lomé, 5 novembre 2024 (AFP) - "])
def test_the_agency_before_a_dispatch_does_nothing(claims: Claims, opening: str) -> None:
    found = claims(f"{opening}Des combattants du JNIM ont attaqué mardi un poste de l'armée malienne.")
    assert [(c.subject.id, c.relation, c.object and c.object.id) for c in found] == [
        ("jnim", "attacked", "mali")
    ]


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        (
            "L'armée malienne a libéré trois hommes, un Italien, un Grec et une Égyptienne.",
            {"italie", "grece", "egypte"},
        ),
        (
            "L'armée malienne a libéré neuf otages, parmi lesquels figuraient cinq Ghanéens et un Turc.",
            {"ghana", "turquie"},
        ),
        ("Le JNIM a relâché douze otages, dont deux Français, un Belge et trois Chinois.", None),
    ],
)
def test_hostages_are_freed_by_nationality(claims: Claims, text: str, nations: set[str] | None) -> None:
    freed = {victim for _, victim in stated(claims(text), "released")}
    assert freed == (nations or {"france", "belgique", "chine"})


@pytest.mark.parametrize(
    "text",
    [
        "Une faction dissidente du JEM a signé un accord avec Khartoum.",
        "Des dissidents du JEM ont attaqué l'armée soudanaise.",
    ],
)
def test_dissidents_do_not_act_for_the_group_they_left(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.subject.id == "jem" and c.relation != "split-from"]


@pytest.mark.parametrize(
    "text",
    [
        "Le président a inspecté deux chars de combat à la frontière entre le Mali et le Niger.",
        "Le Tchad a livré des avions de combat au Soudan.",
        "Trois navires de guerre ont croisé entre la Grèce et la Turquie.",
    ],
)
def test_means_of_war_are_no_fight(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "attacked")


def test_a_warplane_is_of_the_state_behind_its_purpose(claims: Claims) -> None:
    found = claims("Un avion de combat français a bombardé une colonne du JNIM.")
    assert stated(found, "attacked") == {("france", "jnim")}


def test_a_base_of_rebels_is_not_the_base_of_their_state(claims: Claims) -> None:
    found = claims("Une base des rebelles tchadiens a été détruite en Libye.")
    assert "tchad" not in {c.subject.id for c in found}


def test_an_ambassador_is_no_force(claims: Claims) -> None:
    found = claims("Le Soudan rappelle son ambassadeur en Éthiopie après la mort de trois de ses soldats.")
    assert not stated(found, "deployed-in")


def test_two_hold_one_plural_post(claims: Claims) -> None:
    found = claims("Moussa Kambra et Salif Dorègo, responsables du JNIM, ont été tués hier.")
    assert {c.subject.label for c in found if c.relation == "holds-office"} == {
        "Moussa Kambra",
        "Salif Dorègo",
    }


def test_two_men_are_never_two_states(claims: Claims) -> None:
    found = claims(
        "La frontière sépare le Tchad et le Soudan. Khartoum accuse le JEM d'avoir tué les deux hommes."
    )
    assert ("jem", "tchad") not in stated(found, "attacked")


def test_the_president_on_a_visit_is_a_guest(claims: Claims) -> None:
    found = claims("Le président kényan, William Ruto, en visite à Paris, a rencontré la presse.")
    assert ("france", "william-ruto") in stated(found, "hosted")


@pytest.mark.parametrize("locution", ["en retour", "à son tour", "au contraire"])
def test_who_is_accused_behind_a_locution(claims: Claims, locution: str) -> None:
    found = claims(f"Le Tchad accuse {locution} Khartoum d'héberger des insurgés.")
    assert stated(found, "accused") == {("tchad", "soudan")}


def test_a_supported_founder_of_a_coalition_is_not_founded(claims: Claims) -> None:
    found = claims(
        "L'armée libyenne, appuyée par l'ONU, avait formé une coalition de milices pour combattre "
        "l'organisation de l'État islamique."
    )
    assert not [c for c in found if c.relation in ("founded", "created", "member-of")]


@pytest.mark.parametrize(
    ("text", "attacker", "victim"),
    [
        ("Washington a bombardé un camp d'entraînement des shebab.", "etats-unis", "al-shabaab"),
        ("L'armée malienne a détruit un dépôt d'armes du JNIM.", "mali", "jnim"),
        ("L'armée éthiopienne a bombardé des positions des forces tigréennes.", "ethiopie", "flpt"),
    ],
)
def test_what_is_struck_belongs_to_whom_its_purpose_is_of(
    claims: Claims, text: str, attacker: str, victim: str
) -> None:
    assert stated(claims(text), "attacked") == {(attacker, victim)}


def test_where_a_column_comes_from_is_not_whose_it_is(claims: Claims) -> None:
    found = claims("Une colonne de pick-up, venue de Libye, a été bombardée par des Mirage français.")
    assert ("france", "libye") not in stated(found, "attacked")


@pytest.mark.parametrize(
    "text",
    [
        "De violents combats ont opposé hier, à Omdurman, les forces soudanaises aux rebelles du JEM.",
        "Des combats ont opposé lundi les forces soudanaises au JEM.",
    ],
)
def test_a_fight_that_pits_one_against_another_goes_both_ways(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == {("soudan", "jem"), ("jem", "soudan")}


def test_the_men_of_two_rivals_fight(claims: Claims) -> None:
    found = claims("Des combats ont éclaté entre les forces loyales à Salva Kiir et celles de Riek Machar.")
    assert ("salva-kiir", "riek-machar") in stated(found, "attacked")


def test_prisoners_are_made(claims: Claims) -> None:
    found = claims("Le JEM a fait prisonniers dix militaires soudanais.")
    assert stated(found, "abducted") == {("jem", "soudan")}
    found = claims("L'armée tchadienne affirme avoir fait prisonniers douze combattants du FACT.")
    assert stated(found, "detained") == {("tchad", "fact")}


def test_a_hyphen_makes_no_difference_to_help(claims: Claims) -> None:
    assert stated(claims("Asmara prête main-forte aux troupes éthiopiennes."), "supported") == {
        ("erythree", "ethiopie")
    }


@pytest.mark.parametrize(
    ("text", "attacker", "victim"),
    [
        ("Des combattants shebab ont attaqué une base de l'Amisom.", "al-shabaab", "amisom"),
        ("Des miliciens houthis ont attaqué une base saoudienne.", "houthis", "arabie-saoudite"),
        ("Des rebelles shebab ont attaqué une base de l'Amisom.", "al-shabaab", "amisom"),
    ],
)
def test_an_indefinite_article_is_no_preposition(
    claims: Claims, text: str, attacker: str, victim: str
) -> None:
    assert stated(claims(text), "attacked") == {(attacker, victim)}


def test_support_said_of_a_target_is_no_plan(claims: Claims) -> None:
    found = claims("Le FACT veut chasser le président tchadien, appuyé par la France.")
    assert {c.status for c in found if c.relation == "supported"} == {Status.ASSERTED}


@pytest.mark.parametrize("kind", ["diplomatique", "territorial", "juridique"])
def test_a_conflict_without_arms_is_no_attack(claims: Claims, kind: str) -> None:
    assert not stated(claims(f"Un conflit {kind} oppose l'Algérie au Maroc."), "attacked")
    assert not stated(claims(f"L'Algérie et le Maroc sont en conflit {kind}."), "attacked")


@pytest.mark.parametrize(
    "text",
    [
        "Le Maroc et le Polisario ont échangé des tirs près du mur.",
        "Le Maroc et le Polisario ont échangé des coups de feu.",
    ],
)
def test_two_who_exchange_fire_fight(claims: Claims, text: str) -> None:
    assert ("maroc", "front-polisario") in stated(claims(text), "attacked")
    assert ("front-polisario", "maroc") in stated(claims(text), "attacked")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Une guerre opposant les Houthis, appuyés par l'Iran, aux forces saoudiennes épuise la région.",
            ("houthis", "arabie-saoudite"),
        ),
        (
            "Des combats ont éclaté à Kidal entre l'armée malienne, épaulée par des miliciens, et le MNLA.",
            ("mali", "mnla"),
        ),
    ],
)
def test_what_is_put_in_between_two_sides_hides_neither(
    claims: Claims, text: str, sides: tuple[str, str]
) -> None:
    found = claims(text)
    assert {sides, sides[::-1]} <= stated(found, "attacked")
    assert sides[::-1] not in stated(found, "supported")
