"""Acts of violence, as dispatches tell them: who attacks, takes and frees whom."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

ATTACKS = [
    (
        "Neuf gendarmes burkinabè ont perdu la vie dans une attaque revendiquée par le JNIM.",
        "jnim",
        "burkina-faso",
    ),
    ("Douze soldats nigériens sont morts dans une embuscade tendue par Boko Haram.", "boko-haram", "niger"),
    ("L'armée nigérienne a perdu quinze hommes dans une attaque de Boko Haram.", "boko-haram", "niger"),
    ("Boko Haram a fait au moins trente morts dans deux villages du Tchad.", "boko-haram", "tchad"),
    ("Un convoi de la Minusma a sauté sur une mine posée par le JNIM.", "jnim", "minusma"),
    ("Le M23 s'est emparé mardi de la ville de Goma.", "m23", "rdc"),
    ("La Russie a lancé dans la nuit une cinquantaine de missiles contre l'Ukraine.", "russie", "ukraine"),
    ("Des drones ukrainiens ont visé une raffinerie russe.", "ukraine", "russie"),
    ("Israël a mené une série de frappes sur des positions iraniennes en Syrie.", "israel", "iran"),
    ("Une frappe de drone américaine a tué un chef de Boko Haram.", "etats-unis", "boko-haram"),
    ("La caserne de Djibo, au Burkina Faso, a été la cible d'une attaque du JNIM.", "jnim", "burkina-faso"),
    ("Le JNIM a revendiqué l'attaque d'un convoi de la Minusma.", "jnim", "minusma"),
]
APART = [
    ("Onze soldats maliens sont morts dans l'attaque. Elle a été revendiquée par le JNIM.", "jnim", "mali"),
    ("Un raid a coûté la vie à dix soldats nigériens. L'EIGS a revendiqué l'opération.", "eigs", "niger"),
    ("Trois soldats français ont été tués par une mine. Le JNIM a revendiqué l'attaque.", "jnim", "france"),
]


@pytest.mark.parametrize(("text", "attacker", "victim"), ATTACKS)
def test_who_attacked_whom(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert (attacker, victim) in stated(claims(text), "attacked")


@pytest.mark.parametrize(("text", "attacker", "victim"), APART)
def test_victims_and_author_in_two_sentences(claims: Claims, text: str, attacker: str, victim: str) -> None:
    assert stated(claims(text), "attacked") == {(attacker, victim)}


@pytest.mark.parametrize(
    "text",
    [
        "Des soldats maliens ont été tués lundi. Les autorités attribuent ce massacre au JNIM.",
        "L'attaque contre le convoi de l'armée malienne porte la marque du JNIM.",
        "Vingt soldats maliens ont été tués dans une attaque attribuée au JNIM.",
    ],
)
def test_an_ascribed_attack_is_alleged(claims: Claims, text: str) -> None:
    (attack,) = [c for c in claims(text) if c.relation == "attacked"]
    assert (attack.subject.id, attack.object and attack.object.id) == ("jnim", "mali")
    assert attack.status is Status.ALLEGED


@pytest.mark.parametrize(
    "text",
    [
        "Des soldats maliens ont été tués lundi. Le JNIM revendique l'instauration de la charia.",
        "Le JNIM a revendiqué une attaque. Le Niger participe au sommet de l'Union africaine.",
        "Une finale opposera le Mali au Sénégal.",
        "L'Algérie et le Mali sont opposés sur ce dossier.",
    ],
)
def test_what_is_no_attack(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == set()


def test_both_sides_of_a_battle(claims: Claims) -> None:
    found = claims("De violents affrontements ont opposé l'armée tchadienne à Boko Haram.")
    assert stated(found, "attacked") == {("tchad", "boko-haram"), ("boko-haram", "tchad")}


def test_an_accuser_says_what_was_done_to_it(claims: Claims) -> None:
    found = claims("Kiev a accusé Moscou d'avoir bombardé un hôpital.")
    assert stated(found, "attacked") == {("russie", "ukraine")}


def test_hostages_of_several_nationalities(claims: Claims) -> None:
    found = claims("Deux Français, un Béninois et un Ghanéen ont été enlevés par AQMI à Tahoua.")
    assert stated(found, "abducted") == {("aqmi", "france"), ("aqmi", "benin"), ("aqmi", "ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "L'humanitaire américain Kevin Rideout, otage du JNIM depuis deux ans, a été libéré lundi.",
        "Kevin Rideout était aux mains du JNIM. Kevin Rideout a recouvré la liberté mardi.",
    ],
)
def test_captors_let_go(claims: Claims, text: str) -> None:
    found = claims(text)
    assert [s for s, _ in stated(found, "abducted")] == ["jnim"]
    assert [s for s, _ in stated(found, "released")] == ["jnim"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Le président Mohamed Bazoum a été renversé par un coup d'État militaire.", "niger"),
        ("Le général Tiani, auteur du putsch contre Mohamed Bazoum, est arrivé.", "abdourahamane-tiani"),
        ("Les militaires nigériens ont démis de ses fonctions le président Mohamed Bazoum.", "niger"),
        ("Une partie de l'armée a pris le pouvoir à Niamey, chassant Mohamed Bazoum.", "niger"),
    ],
)
def test_coups(claims: Claims, text: str, subject: str) -> None:
    assert stated(claims(text), "overthrew") == {(subject, "mohamed-bazoum")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kinshasa tient Kigali pour responsable de la chute de Goma.", ("rdc", "rwanda")),
        ("Bamako voit la main de Paris derrière cette attaque.", ("mali", "france")),
        ("Washington a qualifié le groupe Wagner d'organisation criminelle.", ("etats-unis", "wagner")),
    ],
)
def test_ways_to_accuse(claims: Claims, text: str, pair: tuple[str, str]) -> None:
    assert stated(claims(text), "accused") == {pair}


def test_a_verb_that_looks_like_a_noun(claims: Claims) -> None:
    found = claims("La Cédéao presse le Mali de respecter le calendrier électoral.")
    assert stated(found, "demanded") == {("cedeao", "mali")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Hier, Kinshasa, qui accuse Kigali d'agression, a expulsé l'ambassadeur du Rwanda.",
            {("rdc", "rwanda")},
        ),
        (
            "La Minusma a reculé. Le JNIM a frappé. Le groupe a expulsé l'ambassadeur du Mali.",
            {("jnim", "mali")},
        ),
    ],
)
def test_who_is_meant_by_a_pronoun_or_a_noun(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "sanctioned") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("La force a riposté à l'attaque des casques bleus par le M23.", {("m23", "onu")}),
        ("Des soldats maliens ont été tués dans le nord du Niger.", set()),
    ],
)
def test_who_is_struck_and_who_strikes(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "attacked") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "L'Érythrée et l'Éthiopie ont procédé à un échange de 40 prisonniers.",
            {("erythree", "ethiopie"), ("ethiopie", "erythree")},
        ),
        (
            "Cent captifs ont été échangés entre l'Inde et le Pakistan.",
            {("inde", "pakistan"), ("pakistan", "inde")},
        ),
        (
            "Bakou annonce un échange de détenus avec Erevan.",
            {("azerbaidjan", "armenie"), ("armenie", "azerbaidjan")},
        ),
        ("Le M23 a annoncé la libération de deux gendarmes congolais.", {("m23", "rdc")}),
        ("Succès Masra, arrêté en mai à N'Djamena, a été relâché lundi.", {("tchad", "succes-masra")}),
        ("Genève réclame la libération par l'armée birmane d'Aung San Suu Kyi.", set()),
        ("Le Kenya a rendu la liberté à Pavlo Dmitrenko.", {("kenya", "new:pavlo-dmitrenko")}),
        ("Alpha Condé a été remis en liberté par la justice.", {("guinee", "alpha-conde")}),
        ("Succès Masra, arrêté par la police tchadienne, est sorti de prison.", {("tchad", "succes-masra")}),
        ("Les gendarmes kényans ont libéré trois otages d'Al-Shabaab.", set()),
        ("Le Kenya annonce la remise en liberté d'Alpha Condé.", {("kenya", "alpha-conde")}),
        (
            "Accra et Lomé ont échangé 30 captifs avec l'aide de Paris.",
            {("ghana", "togo"), ("togo", "ghana")},
        ),
        ("L'otage Pavlo Dmitrenko a été libéré.", set()),
    ],
)
def test_who_frees_whom(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "released") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Mokhi Tarvel, un des chefs du M23, a été arrêté à Kampala.", {("ouganda", "new:mokhi-tarvel")}),
        ("Rabat salue l'arrestation de Mokhi Tarvel par le Kenya.", {("kenya", "new:mokhi-tarvel")}),
        (
            "Un tribunal kényan a condamné le journaliste Mokhi Tarvel à dix ans de prison.",
            {("kenya", "new:mokhi-tarvel")},
        ),
        ("Le Kenya a condamné par contumace Alpha Condé à dix ans de prison.", set()),
        ("Le Kenya a prolongé l'assignation à résidence d'Alpha Condé.", {("kenya", "alpha-conde")}),
        ("Mokhi Tarvel, chef du M23, a été arrêté à Nairobi.", {("kenya", "new:mokhi-tarvel")}),
        ("Le Kenya détient un record et 4 % des actions du Ghana.", set()),
    ],
)
def test_who_arrests_whom(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "detained") == pairs


def test_a_war_of_prisoners_is_no_fight(claims: Claims) -> None:
    text = "Cent prisonniers de guerre ont été échangés entre l'Inde et le Pakistan."
    assert stated(claims(text), "attacked") == set()


def test_hostages_are_held_whatever_is_said_of_them(claims: Claims) -> None:
    text = "Le Hamas menace de tuer des otages népalais qu'il détient depuis mai."
    (held,) = [c for c in claims(text) if c.relation == "abducted"]
    assert (held.subject.id, held.status) == ("hamas", Status.ASSERTED)


def test_who_announces_a_release_did_not_do_it(claims: Claims) -> None:
    assert stated(claims("Paris a annoncé la libération de deux otages italiens."), "released") == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("La Cédéao a exigé la libération de Mohamed Bazoum.", {("cedeao", "niger")}),
        ("Le Kenya insiste pour que les Shebab déposent les armes.", {("kenya", "al-shabaab")}),
        ("Le Tchad souhaite quitter la force du G5 Sahel.", set()),
    ],
)
def test_who_is_asked(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "demanded") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "L'armée russe a répliqué aux tirs de l'armée ukrainienne.",
            {("russie", "ukraine"), ("ukraine", "russie")},
        ),
        ("L'armée tchadienne a annoncé la mort de trois chefs de Boko Haram.", {("tchad", "boko-haram")}),
        ("Les rebelles du M23 ont pris la cité de Bunagana à l'armée rwandaise.", {("m23", "rwanda")}),
        ("Goma est tombée entre les mains du M23.", {("m23", "rdc")}),
        ("L'Éthiopie est en guerre contre le TPLF.", {("ethiopie", "flpt")}),
        ("Le Hamas et Israël sont en guerre.", {("hamas", "israel"), ("israel", "hamas")}),
        ("Le Tchad a déclaré la guerre à Boko Haram.", {("tchad", "boko-haram")}),
        (
            "L'armée malienne dit avoir repoussé l'assaut, une action revendiquée par le JNIM.",
            {("jnim", "mali")},
        ),
        ("Boko Haram est accusé du massacre de paysans au Niger.", {("boko-haram", "niger")}),
        ("Le JNIM est à l'origine de l'attaque contre l'armée malienne.", {("jnim", "mali")}),
        ("Les talibans ont pris Kaboul.", {("talibans", "afghanistan")}),
    ],
)
def test_fighting_in_other_words(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "attacked") == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Pendant la guerre froide entre les États-Unis et l'Union soviétique, Berlin était divisée.",
        "La guerre des mots entre la Russie et la France continue.",
        "La Russie et l'Ukraine ont échangé des prisonniers de guerre contre des céréales.",
        "Des tâches sont attribuées à la Minusma. Le Mali a perdu vingt soldats.",
        "La fin des opérations de la Minusma avec l'armée malienne est annoncée.",
    ],
)
def test_words_of_war_without_war(claims: Claims, text: str) -> None:
    assert stated(claims(text), "attacked") == set()


def test_a_fallen_town_is_no_hostage(claims: Claims) -> None:
    assert stated(claims("La ville de Goma est tombée aux mains du M23."), "abducted") == set()


def test_a_date_between_a_verb_and_its_object(claims: Claims) -> None:
    text = "Des officiers ont renversé le 26 juillet le président Mohamed Bazoum, usé par des mois de crise."
    assert stated(claims(text), "overthrew") == {("niger", "mohamed-bazoum")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Le M23 s'est emparé de Kiwanja, près de la frontière ougandaise.",
            {("m23", "rdc")},
        ),
        ("La France aide l'armée malienne dans sa lutte contre le JNIM.", {("mali", "jnim")}),
        ("Erevan accuse Bakou d'avoir déclenché une offensive.", {("azerbaidjan", "armenie")}),
        ("Le Nord-Kivu est en proie à l'agression rwandaise.", {("rwanda", "rdc")}),
        ("Un gendarme malien a été abattu par un tireur du JNIM.", {("jnim", "mali")}),
        ("L'assaut mené, d'après lui, par le JNIM visait l'armée malienne.", {("jnim", "mali")}),
        ("Le Mali tremble. Boko Haram a mené plusieurs raids.", {("boko-haram", "mali")}),
        ("Le Mali tremble. Boko Haram a mené plusieurs raids contre des rivaux.", set()),
    ],
)
def test_who_stands_at_some_distance(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    assert stated(claims(text), "attacked") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Hissène Habré s'est emparé du pouvoir à N'Djamena.", {("hissene-habre", "tchad")}),
        (
            "Mohamed Bazoum a été renversé par des soldats conduits par Abdourahamane Tiani.",
            {("abdourahamane-tiani", "mohamed-bazoum")},
        ),
    ],
)
def test_who_takes_power(claims: Claims, text: str, pairs: set[tuple[str, str]]) -> None:
    found = claims(text)
    assert stated(found, "overthrew") == pairs
    assert stated(found, "attacked") == set()


def test_captives_are_arrested_by_nobody(claims: Claims) -> None:
    text = "Le groupe, qui sévit au Mali, a relâché deux marins français. Il les détenait en otages."
    assert stated(claims(text), "detained") == set()


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        ("La prise de Goma par le M23 inquiète Kinshasa.", "attacked", {("m23", "rdc")}),
        ("La prise de Goma par le M23 inquiète Kinshasa.", "abducted", set()),
        ("Neuf soldats kényans ont péri dans une attaque du M23.", "attacked", {("m23", "kenya")}),
        ("Les obus tirés par le Hezbollah ont atteint Israël.", "attacked", {("hezbollah", "israel")}),
        ("Le Tchad est confronté aux attaques de Boko Haram.", "attacked", {("boko-haram", "tchad")}),
        ("AQMI détient le Suédois Johan Gustafsson.", "detained", set()),
        (
            "Un tribunal malien a ordonné la libération de l'opposant Oumar Mariko.",
            "released",
            {("mali", "oumar-mariko")},
        ),
        (
            "L'Ukraine et la Russie ont échangé des prisonniers.",
            "released",
            {("ukraine", "russie"), ("russie", "ukraine")},
        ),
        (
            "Le M23 a accueilli la libération par la France de deux Togolais.",
            "released",
            {("france", "togo")},
        ),
        ("Oumar Mariko a été arrêté à Abidjan.", "detained", {("cote-d-ivoire", "oumar-mariko")}),
        (
            "Le JNIM a enlevé deux Indiens. Les deux Indiens ont été libérés par leurs ravisseurs.",
            "released",
            {("jnim", "inde")},
        ),
    ],
)
def test_towns_and_people_in_the_hands_of_others(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert stated(claims(text), relation) == pairs


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        (
            "L'armée turque a fini par prendre à l'État islamique les villages du nord.",
            "attacked",
            {("turquie", "etat-islamique")},
        ),
        (
            "Le raid survient après une attaque contre des gendarmes à Ankara revendiquée par le PKK.",
            "attacked",
            {("pkk", "turquie")},
        ),
        (
            "Un raid a tué dix soldats syriens. La France a reconnu sa responsabilité dans ce raid.",
            "attacked",
            {("france", "syrie")},
        ),
        ("Les rebelles du M23 avancent sur Goma.", "attacked", {("m23", "rdc")}),
        ("Quatre Européens, dont deux Français, sont retenus par AQMI.", "abducted", {("aqmi", "france")}),
        ("Le Mali a protesté. Il a été arrêté lundi par la police.", "detained", set()),
    ],
)
def test_what_is_told_by_the_way(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert stated(claims(text), relation) == pairs


@pytest.mark.parametrize(
    "head",
    [
        "GOMA, 4 mars 2025 (AFP) - ",
        "Goma (Reuters) – ",
        "GOMA - ",
        "Goma, le 4 mars 2025 — ",
        "GOMA/KIGALI, 4 mars (Xinhua) -- ",
        "",
    ],
)
def test_the_head_of_a_dispatch_is_no_part_of_its_first_sentence(claims: Claims, head: str) -> None:
    text = head + "Le M23, la rébellion que commande Sultani Makenga, a libéré lundi douze soldats congolais."
    (freed,) = (c for c in claims(text) if c.relation == "released")
    assert (freed.subject.id, freed.evidence.start) == ("m23", len(head))


def test_an_offensive_at_the_end_of_a_month_sets_no_time_limit(claims: Claims) -> None:
    text = "Le M23 et les FDLR ont lancé une offensive contre l'armée congolaise à la fin du mois d'août."
    found = claims(text)
    assert ("m23", "rdc") in stated(found, "attacked")
    assert not stated(found, "demanded")


def test_a_time_limit_is_demanded(claims: Claims) -> None:
    found = claims("Le Kenya a donné 48 heures au M23 pour quitter la ville.")
    assert stated(found, "demanded") == {("kenya", "m23")}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Le M23 a pris pour cible des gendarmes de l'armée burundaise.", "attacked", ("m23", "burundi")),
        ("Boko Haram a pris en otage des pêcheurs tchadiens.", "abducted", ("boko-haram", "tchad")),
    ],
)
def test_the_object_behind_a_set_phrase(
    claims: Claims, text: str, relation: str, expected: tuple[str, str]
) -> None:
    assert expected in stated(claims(text), relation)


def test_whom_a_group_frees_is_who_was_held(claims: Claims) -> None:
    text = "Les guérilleros colombiens de l'ELN ont libéré jeudi cinq otages, retenus en Colombie."
    assert not stated(claims(text), "detained")


def test_the_crew_of_a_captain_is_not_the_group_spoken_of_before(claims: Claims) -> None:
    text = (
        "Abou Sayyaf relâche des marins. Le capitaine et un mécanicien de son équipage, détenus depuis mai, "
        "ont été libérés aux Philippines."
    )
    found = claims(text)
    assert not [c for c in found if c.relation == "detained" and c.object and c.object.id == "abou-sayyaf"]


def test_who_strikes_dissidents_of_a_group_did_not_leave_it(claims: Claims) -> None:
    assert not stated(claims("Le JNIM avait visé des dissidents de la Katiba Macina."), "split-from")


@pytest.mark.parametrize(
    ("text", "fights"),
    [
        (
            "L'armée kényane tue dans l'est de la Somalie Ali Mahad, le chef des shebab.",
            set(),  # whoever he is, his own men did not kill him
        ),
        (
            "L'armée malienne a chassé le 14 mars le Cadre stratégique permanent (CSP), une alliance à "
            "laquelle appartient la Coordination des mouvements de l'Azawad (CMA).",
            {("mali", "csp")},
        ),
    ],
)
def test_an_apposition_adds_no_side(claims: Claims, text: str, fights: set[tuple[str, str]]) -> None:
    found = {pair for pair in stated(claims(text), "attacked") if pair[0] != "kenya"}
    assert found == fights


def test_the_new_group_is_the_one_that_the_text_calls_new(claims: Claims) -> None:
    text = (
        "Le M23 s'est joint à un nouveau mouvement, l'Alliance fleuve Congo. Les FDLR protestent. "
        "Corneille Nangaa dirige le nouveau mouvement."
    )
    assert ("corneille-nangaa", "afc") in stated(claims(text), "holds-office")


@pytest.mark.parametrize(
    "counted",
    [
        "Parmi eux se trouvent deux Turcs et un Kényan.",
        "Au nombre des otages figurent des ressortissants de la Turquie et du Kenya.",
    ],
)
def test_who_is_counted_among_the_captives_is_held_by_who_took_them(claims: Claims, counted: str) -> None:
    found = stated(claims(f"Les Chebab ont enlevé neuf cueilleurs en Somalie. {counted}"), "abducted")
    assert {("al-shabaab", "turquie"), ("al-shabaab", "kenya")} <= found


def test_countries_counted_among_others_are_no_captives(claims: Claims) -> None:
    text = "Les Chebab ont enlevé un Turc. Parmi les pays de la région figurent le Kenya et l'Ouganda."
    assert stated(claims(text), "abducted") == {("al-shabaab", "turquie")}
