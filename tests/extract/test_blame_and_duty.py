"""Charges, duties and shelter in the turns of the press, some of which tear the parse."""

import pytest

from tests.extract.conftest import Claims

SAID = [
    # relative clauses and comparisons
    ("Le Niger a rompu ses liens avec le Bénin, qu'il accuse de comploter.", "niger", "accused", "benin"),
    (
        "Nairobi nie avoir armé des clans somaliens, comme l'en accuse Mogadiscio.",
        "somalie",
        "accused",
        "kenya",
    ),
    ("L'Iran, dont les tirs ont été condamnés par la Jordanie, se tait.", "jordanie", "accused", "iran"),
    # the verb behind a relative clause, and several verbs
    ("Le Pérou, qui dénonce une insulte, expulse deux diplomates chiliens.", "perou", "sanctioned", "chili"),
    ("L'Ouganda abrite, arme et finance le M23.", "ouganda", "supported", "m23"),
    # names without a verb of their own
    (
        "Une caserne a été visée dimanche, Bogota pointant du doigt Caracas.",
        "colombie",
        "accused",
        "venezuela",
    ),
    ("Accra dénonce ce qu'elle qualifie d'agression togolaise.", "ghana", "accused", "togo"),
    ("Bangui a souligné la complicité du Tchad.", "republique-centrafricaine", "accused", "tchad"),
    ("Athènes a convoqué l'ambassadeur de Turquie.", "grece", "accused", "turquie"),
    ("« C'est l'armée angolaise qui a pilonné le village », a dit Kinshasa.", "rdc", "accused", "angola"),
    ("Pour Nairobi, l'attentat est l'œuvre des shebab.", "kenya", "accused", "al-shabaab"),
    ("La Zambie a affirmé que l'Angola avait bombardé ses positions.", "zambie", "accused", "angola"),
    ("La Guinée n'a pas tenu sa promesse, déplore la Cédéao.", "cedeao", "accused", "guinee"),
    (
        "L'Union africaine a adopté un texte, une résolution qui accuse le Tchad.",
        "union-africaine",
        "accused",
        "tchad",
    ),
    (
        "L'attaque a été attribuée à Riyad, désigné par Sanaa comme l'auteur du raid.",
        "yemen",
        "accused",
        "arabie-saoudite",
    ),
    ("Le Mali a rejeté les allégations du Niger.", "niger", "accused", "mali"),
    # what others must do
    ("« Le Rwanda doit rappeler ses soldats », a martelé Kinshasa.", "rdc", "demanded", "rwanda"),
    ("L'ONU a souligné que l'Érythrée devait quitter le Tigré.", "onu", "demanded", "erythree"),
    # whose deed is meant
    ("Juba accuse Khartoum de maintenir son aide au Hamas.", "soudan", "supported", "hamas"),
    ("L'armée togolaise a reçu de la Chine des blindés légers.", "chine", "supported", "togo"),
    ("Ottawa a confirmé l'envoi de blindés à la Moldavie.", "canada", "supported", "moldavie"),
    ("Oslo a suspendu son aide au Rwanda en raison de son soutien au M23.", "rwanda", "supported", "m23"),
    ("Le Caire a exigé de Doha qu'il cesse de financer le Hamas.", "qatar", "supported", "hamas"),
    ("Le Burundi tient le Rwanda pour responsable de l'attaque d'un bar.", "rwanda", "attacked", "burundi"),
]


@pytest.mark.parametrize(("text", "subject", "relation", "object_"), SAID, ids=[t for t, *_ in SAID])
def test_is_read(claims: Claims, text: str, subject: str, relation: str, object_: str) -> None:
    found = [(c.subject.id, c.object and c.object.id) for c in claims(text) if c.relation == relation]
    assert found == [(subject, object_)]


NOT_SAID = [
    ("La Chine a mis son veto à une résolution condamnant la Birmanie.", "accused"),
    ("Le président Ali Bongo devrait rencontrer le Togo mardi, a dit Accra.", "demanded"),
    ("Le Bénin a convoqué le consul du Togo.", "demanded"),
    ("Le Kenya demande d'aider les éleveurs, la Somalie hésite.", "demanded"),
    ("Le Chili voit la main de Lima derrière l'attentat contre Gabriel Boric.", "attacked"),
]


@pytest.mark.parametrize(("text", "relation"), NOT_SAID, ids=[t for t, _ in NOT_SAID])
def test_is_not_read(claims: Claims, text: str, relation: str) -> None:
    assert not [c for c in claims(text) if c.relation == relation]


def test_both_of_two_are_asked(claims: Claims) -> None:
    found = claims("La Ligue arabe a prié le gouvernement libyen et l'Égypte de négocier.")
    asked = {c.object.id for c in found if c.relation == "demanded" and c.object}
    assert asked == {"libye", "egypte"}


def test_each_arms_his_own(claims: Claims) -> None:
    found = claims("Le Yémen est en guerre, Téhéran armant les Houthis et Riyad appuyant le gouvernement.")
    assert ("iran", "houthis") in {(c.subject.id, c.object and c.object.id) for c in found}
    assert not [c for c in found if c.subject.id == "iran" and c.object and c.object.id == "arabie-saoudite"]


def test_all_of_a_list_are_supported(claims: Claims) -> None:
    found = claims("Ottawa reproche à Téhéran d'armer le Hezbollah, le Hamas et les Houthis.")
    armed = {c.object.id for c in found if c.relation == "supported" and c.object}
    assert armed == {"hezbollah", "hamas", "houthis"}
    assert {c.subject.id for c in found if c.relation == "supported"} == {"iran"}
