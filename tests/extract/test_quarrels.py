"""What is said against, asked of, done to and said for somebody: accusations, demands, sanctions, support."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

STATED = [
    # accused: in one word, in a locution, by what is called names
    ("Kinshasa reproche à Kigali d'armer la rébellion.", "rdc", "accused", "rwanda"),
    ("Accusé par Kinshasa de soutenir des rebelles, Kigali nie en bloc.", "rdc", "accused", "rwanda"),
    ("L'Algérie a pointé du doigt le Maroc après les incendies.", "algerie", "accused", "maroc"),
    ("La Turquie a rejeté la responsabilité de l'échec sur la Grèce.", "turquie", "accused", "grece"),
    ("Le Nicaragua qualifie le régime cubain de dictature.", "nicaragua", "accused", "cuba"),
    ('Téhéran a jugé "irresponsable" l\'attitude de Washington.', "iran", "accused", "etats-unis"),
    ("Le Kenya a lui aussi vilipendé les sanctions soudanaises.", "kenya", "accused", "soudan"),
    # accused: of the act that is criticised
    ("Le Tchad condamne le soutien que la Libye apporte aux rebelles.", "tchad", "accused", "libye"),
    ("Berlin dénonce une violation de la trêve par Moscou.", "allemagne", "accused", "russie"),
    ("Le Qatar critique une décision prise par l'Égypte.", "qatar", "accused", "egypte"),
    ("L'Union africaine a condamné le coup d'État au Gabon.", "union-africaine", "accused", "gabon"),
    ("L'ONU a condamné mardi, le putsch intervenu au Gabon.", "onu", "accused", "gabon"),
    # accused: nouns
    ("Les accusations portées par le Mali contre la France ont été rejetées.", "mali", "accused", "france"),
    ("Kigali réagit aux accusations de Kinshasa.", "rdc", "accused", "rwanda"),
    ("Ankara a jugé infondées les accusations d'Athènes.", "grece", "accused", "turquie"),
    ("Le Tchad rejette les accusations du Soudan selon lesquelles il a menti.", "soudan", "accused", "tchad"),
    # accused: by a court, of one's own wounds, with a finger
    ("La Cour pénale internationale a émis un mandat d'arrêt contre le M23.", "cpi", "accused", "m23"),
    ("Le M23 est visé par un mandat d'arrêt de la CPI.", "cpi", "accused", "m23"),
    ("La Géorgie se dit victime d'une agression de la Russie.", "georgie", "accused", "russie"),
    ("Kampala pointe du doigt Nairobi.", "ouganda", "accused", "kenya"),
    ("Le M23, auquel Kinshasa impute les tueries de Rutshuru, a nié.", "rdc", "accused", "m23"),
    ("C'est le Polisario que Rabat tient pour responsable des tirs.", "maroc", "accused", "front-polisario"),
    ("L'Érythrée, dont Addis-Abeba dénonce l'agression, a nié.", "ethiopie", "accused", "erythree"),
    ("Le Niger attribue une série d'attaques à la katiba Macina.", "niger", "accused", "katiba-macina"),
    ("Boko Haram a nié. Le Tchad accuse la secte islamiste.", "tchad", "accused", "boko-haram"),
    ("Le Tchad et le Soudan s'accusent d'avoir bombardé leurs villages.", "tchad", "attacked", "soudan"),
    ("Le Tchad et le Soudan s'accusent d'avoir bombardé leurs villages.", "soudan", "attacked", "tchad"),
    (
        "Dix soldats maliens ont été faits prisonniers lors d'un assaut mené par le JNIM.",
        "jnim",
        "abducted",
        "mali",
    ),
    # accused: who acts around a participle
    (
        "Le Tchad a publié un message accusant ses pays voisins, le Niger et la Libye, de vol.",
        "tchad",
        "accused",
        "libye",
    ),
    ("Le M23 est une rébellion née en 2012, reprochant à Kinshasa ses promesses.", "m23", "accused", "rdc"),
    ("Son homologue azerbaïdjanais a dénoncé l'offensive d'Erevan.", "azerbaidjan", "accused", "armenie"),
    (
        "La Chine a protesté contre une vente d'armes des États-Unis à Taïwan.",
        "chine",
        "accused",
        "etats-unis",
    ),
    # demanded
    ("Moscou somme Kiev de retirer ses troupes.", "russie", "demanded", "ukraine"),
    ("Athènes presse Ankara de reprendre le dialogue.", "grece", "demanded", "turquie"),
    ("Paris demande la libération de ses otages détenus par le Hamas.", "france", "demanded", "hamas"),
    (
        "Le Qatar réclame la levée du blocus imposé par l'Arabie saoudite.",
        "qatar",
        "demanded",
        "arabie-saoudite",
    ),
    ("Kinshasa exige le retrait des collines tenues par le M23.", "rdc", "demanded", "m23"),
    ("Paris a appelé à la tenue rapide d'élections au Gabon.", "france", "demanded", "gabon"),
    ("Berlin a lancé un appel à la démission d'Alpha Condé.", "allemagne", "demanded", "alpha-conde"),
    ("Au Mali, Assimi Goïta a exhorté ses compatriotes à rester unis.", "assimi-goita", "demanded", "mali"),
    # demanded: by a term, by a condition, by envoys, of who holds or rules
    ("La Cédéao laisse à la junte guinéenne jusqu'à jeudi pour obéir.", "cedeao", "demanded", "guinee"),
    ("Alger subordonne toute visite au départ des troupes marocaines.", "algerie", "demanded", "maroc"),
    ("Rabat presse Madrid de se prononcer.", "maroc", "demanded", "espagne"),
    (
        "Rome annonce l'arrivée samedi à N'Djamena d'une délégation de l'Union africaine "
        "pour exiger le départ du régime tchadien.",
        "union-africaine",
        "demanded",
        "tchad",
    ),
    (
        "Le Hamas a capturé des ouvriers népalais. Katmandou réclame leur libération.",
        "nepal",
        "demanded",
        "hamas",
    ),
    ("Oslo exige la libération du blogueur iranien Ali Rezaei.", "norvege", "demanded", "iran"),
    ("Le Caire exige l'évacuation des collines que tient Israël.", "egypte", "demanded", "israel"),
    (
        'Berlin a appelé hier dans une note "à la tenue d\'élections au Gabon".',
        "allemagne",
        "demanded",
        "gabon",
    ),
    ("Tokyo demande à la junte birmane de libérer Aung San Suu Kyi.", "japon", "demanded", "birmanie"),
    # threatened
    ("L'Inde a prévenu le Pakistan qu'il paierait le prix de ses actes.", "inde", "threatened", "pakistan"),
    ("Al-Shabaab menace de mener des raids contre l'Ouganda.", "al-shabaab", "threatened", "ouganda"),
    ("La Russie a lancé un avertissement à la Finlande.", "russie", "threatened", "finlande"),
    ("L'Iran a menacé d'imposer un embargo à la Turquie.", "iran", "threatened", "turquie"),
    ("Le JNIM a juré la perte du gouvernement malien.", "jnim", "threatened", "mali"),
    ("La Corée du Nord promet de réduire Séoul en cendres.", "coree-du-nord", "threatened", "coree-du-sud"),
    ("Pékin a mis en garde Tokyo contre toute attaque.", "chine", "threatened", "japon"),
    (
        "L'Union européenne brandit la menace d'un embargo contre Cuba.",
        "union-europeenne",
        "threatened",
        "cuba",
    ),
    # sanctioned
    ("La Somalie est soumise à un embargo sur les armes de l'ONU.", "onu", "sanctioned", "somalie"),
    ("L'ONU a prolongé d'un an l'embargo sur les armes visant Haïti.", "onu", "sanctioned", "haiti"),
    ("Le blocus imposé à Cuba par Washington a été allégé.", "etats-unis", "sanctioned", "cuba"),
    ("Ottawa annonce le gel des avoirs de trois chefs du M23.", "canada", "sanctioned", "m23"),
    (
        "L'Union européenne a adopté des sanctions visant la Biélorussie.",
        "union-europeenne",
        "sanctioned",
        "bielorussie",
    ),
    ("Le Qatar est soumis à un blocus de l'Arabie saoudite.", "arabie-saoudite", "sanctioned", "qatar"),
    ("Les frontières avec le Niger ont été fermées par le Bénin.", "benin", "sanctioned", "niger"),
    ("Paris a gelé les avoirs du régime syrien.", "france", "sanctioned", "syrie"),
    ("L'ambassadeur du Rwanda, Jean Biruta, a été expulsé par la RDC.", "rdc", "sanctioned", "rwanda"),
    ("Le Trésor américain a sanctionné trois généraux soudanais.", "etats-unis", "sanctioned", "soudan"),
    ("La Syrie subit un embargo pétrolier imposé par le Canada à la Syrie.", "canada", "sanctioned", "syrie"),
    ("Le blocus de Tombouctou par le JNIM affame la population.", "jnim", "sanctioned", "mali"),
    ("Le Niger est isolé. La France a gelé son aide.", "france", "sanctioned", "niger"),
    ("La Syrie est sous sanctions américaines depuis 2011.", "etats-unis", "sanctioned", "syrie"),
    ("La Corée du Nord est sous le coup de sanctions de l'ONU.", "onu", "sanctioned", "coree-du-nord"),
    ("Londres a frappé le président syrien d'un gel de ses avoirs.", "royaume-uni", "sanctioned", "syrie"),
    ("L'embargo que le Canada a décrété contre Haïti irrite.", "canada", "sanctioned", "haiti"),
    ("Le Tchad expulse l'ambassadeur de Libye.", "tchad", "sanctioned", "libye"),
    ("Washington a interdit de visa dix ministres ougandais.", "etats-unis", "sanctioned", "ouganda"),
    ("Un rapport de l'ONU épingle l'armée rwandaise.", "onu", "accused", "rwanda"),
    ('Ankara a condamné des propos "inacceptables" de Paris.', "turquie", "accused", "france"),
    ("Le Kremlin, pointé du doigt par Kiev, se tait.", "ukraine", "accused", "russie"),
    # supported in words
    ("L'Iran a salué l'attaque du Hamas.", "iran", "supported", "hamas"),
    ("La Serbie approuve l'annexion de la Crimée par la Russie.", "serbie", "supported", "russie"),
    ("Le Ghana soutient les efforts de la Cédéao.", "ghana", "supported", "cedeao"),
    ("Le Hamas salue le renversement du président Alpha Condé.", "hamas", "supported", "guinee"),
    ("La Russie salue le coup d'État au Gabon.", "russie", "supported", "gabon"),
    ("Le Venezuela se félicite de la décision de la Bolivie.", "venezuela", "supported", "bolivie"),
    ("L'Iran prend la défense du Hamas.", "iran", "supported", "hamas"),
    (
        "Le Kenya a demandé à l'Ouganda de partir et réitéré son soutien à la Somalie.",
        "kenya",
        "supported",
        "somalie",
    ),
]


@pytest.mark.parametrize(("text", "subject", "relation", "target"), STATED)
def test_who_says_or_does_what_to_whom(
    claims: Claims, text: str, subject: str, relation: str, target: str
) -> None:
    found = {(c.subject.id, c.relation, c.object.id if c.object else "") for c in claims(text)}
    assert (subject, relation, target) in found


@pytest.mark.parametrize(
    "text",
    [
        "L'Iran a salué les attaques menées contre les intérêts des États-Unis.",
        "Le général Haftar, appuyé d'après l'ONU par des mercenaires, avance.",
        "Vladimir Poutine a justifié l'invasion de l'Ukraine par la Russie.",
    ],
)
def test_nobody_is_supported_by_mistake(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.relation == "supported"]


def test_an_accusation_that_comes_to_nothing_was_made(claims: Claims) -> None:
    (found,) = claims("L'accusation portée par Djouba contre Khartoum n'a pas été étayée.")
    assert (found.relation, found.status) == ("accused", Status.ASSERTED)


def test_two_sources_are_not_supported_with_whom_they_speak_of(claims: Claims) -> None:
    text = "Selon Kinshasa, des enquêteurs belges et la diplomatie française, le M23 est soutenu par Kigali."
    assert [c.object.id for c in claims(text) if c.relation == "supported" and c.object] == ["m23"]


def test_a_newspaper_is_not_the_group_that_goes_on(claims: Claims) -> None:
    text = "Le JNIM a revendiqué l'attaque, écrit Le Monde. «C'est nous», dit le groupe, qui accuse Paris."
    assert {c.subject.id for c in claims(text) if c.relation == "accused"} == {"jnim"}


def test_an_accusation_that_is_rejected_was_made_and_what_it_says_is_alleged(claims: Claims) -> None:
    text = "Caracas a rejeté les accusations de Bogota selon lesquelles le Venezuela soutient l'ELN."
    found = claims(text)
    (accused,) = [c for c in found if c.relation == "accused"]
    assert (accused.subject.id, accused.status, accused.by) == ("colombie", Status.ASSERTED, ())
    assert [c.status for c in found if c.relation == "supported"] == [Status.ALLEGED]


def test_two_who_accuse_each_other_stand_first(claims: Claims) -> None:
    found = claims("Nairobi et Kampala se sont mutuellement accusés de mensonge.")
    assert stated(found, "accused") == {("kenya", "ouganda"), ("ouganda", "kenya")}


def test_whom_others_are_said_to_support_is_the_one_that_is_accused(claims: Claims) -> None:
    found = claims("Le M23, que l'Ouganda accuse d'être financé par le Kenya, recrute.")
    assert stated(found, "accused") == {("ouganda", "m23")}
    assert stated(found, "supported") == {("kenya", "m23")}


@pytest.mark.parametrize(
    "text",
    [
        "Washington promet cinq millions de dollars pour la capture d'Iyad Ag Ghaly.",
        "Une prime est offerte par les États-Unis pour l'arrestation d'Iyad Ag Ghaly.",
    ],
)
def test_on_whose_head_a_price_is_set_is_not_caught(claims: Claims, text: str) -> None:
    assert "detained" not in {c.relation for c in claims(text)}


def test_who_is_said_to_be_supported_is_accused_by_nobody_named(claims: Claims) -> None:
    found = claims("Le M23, accusé d'être appuyé par l'Ouganda, a tenu une réunion.")
    assert stated(found, "supported") == {("ouganda", "m23")}
    assert not stated(found, "accused")


@pytest.mark.parametrize(
    "text",
    [
        "Le Canada condamne la poursuite de l'offensive du M23 avec l'appui des forces ougandaises.",
        "Le M23 a repris le village avec l'appui de l'Ouganda.",
    ],
)
def test_who_attacks_is_helped_and_not_who_tells_of_it(claims: Claims, text: str) -> None:
    assert stated(claims(text), "supported") == {("ouganda", "m23")}


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et son voisin du sud le Chili s'accusent mutuellement.",
        "Le Pérou et son voisin du sud, le Chili, s'accusent mutuellement.",
    ],
)
def test_a_neighbour_that_is_named_right_behind(claims: Claims, text: str) -> None:
    assert stated(claims(text), "accused") == {("perou", "chili"), ("chili", "perou")}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Le Soudan arme les rebelles tchadiens.", "rebelles-tchadiens"),
        ("Le Soudan arme les rebelles tchadiens du FACT.", "fact"),
        ("Le Soudan a formé des rebelles tchadiens.", "rebelles-tchadiens"),
    ],
)
def test_rebels_of_a_country_and_those_of_a_group(claims: Claims, text: str, group: str) -> None:
    assert stated(claims(text), "supported") == {("soudan", group)}


def test_those_joined_to_a_nationality_are_a_side_of_their_own(claims: Claims) -> None:
    text = "Les autorités ougandaises et les rebelles du M23 se sont mutuellement accusés lundi de mensonge."
    assert stated(claims(text), "accused") == {("ouganda", "m23"), ("m23", "ouganda")}


def test_the_council_is_the_one_named_before(claims: Claims) -> None:
    text = "Le Conseil de sécurité a siégé. Le Conseil a demandé au M23 de partir."
    assert stated(claims(text), "demanded") == {("conseil-de-securite", "m23")}


def test_an_acronym_in_brackets_is_nobody_else(claims: Claims) -> None:
    text = "Kigali aide des rebelles dans l'est de la République démocratique du Congo (RDC)."
    assert not stated(claims(text), "supported")


def test_two_who_fight_each_other(claims: Claims) -> None:
    found = claims("Le M23 et l'armée congolaise se battent pour la ville.")
    assert stated(found, "attacked") == {("m23", "rdc"), ("rdc", "m23")}


@pytest.mark.parametrize("verb", ["visant", "frappant"])
def test_an_embargo_strikes_nobody(claims: Claims, verb: str) -> None:
    found = claims(f"L'ONU a renouvelé mardi l'embargo sur les armes {verb} la Somalie.")
    assert {c.relation for c in found} == {"sanctioned"}


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya a exhorté l'Union européenne à prendre des sanctions contre la Biélorussie.",
        "La Suisse rappelle l'importance de ne pas rompre ses relations avec Moscou.",
        "Kinshasa réclame des sanctions contre le Rwanda.",
        "Kiev plaide pour un embargo contre la Russie.",
        "L'appel de Varsovie à des sanctions contre la Biélorussie est resté sans écho.",
        "La France a rappelé son ambassadeur à Paris pour consultations.",
    ],
)
def test_sanctions_that_are_only_asked_are_none(claims: Claims, text: str) -> None:
    assert "sanctioned" not in {c.relation for c in claims(text)}


def test_what_is_asked_of_nobody_is_not_asked_of_the_state_the_text_is_about(claims: Claims) -> None:
    text = "Le Ghana va mal. Au Ghana, l'Union africaine demande de réfléchir et réclame une garantie."
    assert "demanded" not in {c.relation for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        (
            "À l'instar de l'Union africaine et du Kenya, l'Ouganda appelle le Rwanda à la retenue.",
            "demanded",
            {("union-africaine", "rwanda"), ("kenya", "rwanda"), ("ouganda", "rwanda")},
        ),
        (
            "Le Canada, après la Suisse, gèle son aide à Haïti.",
            "sanctioned",
            {("canada", "haiti"), ("suisse", "haiti")},
        ),
        (
            "Le Maroc a convoqué l'ambassadeur de Suisse pour lui demander des excuses.",
            "demanded",
            {("maroc", "suisse")},
        ),
        (
            "Les membres du Conseil de sécurité somment le Rwanda de partir.",
            "demanded",
            {("conseil-de-securite", "rwanda")},
        ),
        ("Emmanuel Macron souhaite que la France soutienne Kiev.", "demanded", set()),
        ("Le Kenya veut que son drapeau flotte à Kampala.", "demanded", set()),
        ("La Suède a suspendu une partie de son aide au Kenya.", "supported", set()),
        ("Genève demande des sanctions contre le Rwanda.", "sanctioned", set()),
        (
            "Le Canada a prononcé des sanctions à l'encontre de trois hommes en Haïti.",
            "sanctioned",
            {("canada", "haiti")},
        ),
    ],
)
def test_who_stands_with_whom_and_who_is_meant(
    claims: Claims, text: str, relation: str, pairs: set[tuple[str, str]]
) -> None:
    assert {(c.subject.id, c.object.id) for c in claims(text) if c.relation == relation and c.object} == pairs


def test_what_is_demanded_has_not_happened(claims: Claims) -> None:
    found = [c for c in claims("Tbilissi exige que Moscou retire ses troupes de Géorgie.") if c.object]
    assert {c.status for c in found if c.relation == "withdrew-from"} == {Status.PLANNED}


def test_a_condition_that_is_not_met_is_no_claim(claims: Claims) -> None:
    text = "Les shebab frapperont à moins que le Kenya ne retire ses soldats de Somalie."
    assert "withdrew-from" not in {c.relation for c in claims(text)}


def test_what_is_not_ceased_is_done(claims: Claims) -> None:
    (demand,) = [c for c in claims("Alger n'a cessé de réclamer le départ du Maroc.") if c.object]
    assert demand.status is Status.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Kigali nie tout soutien au M23.",
        "Le Rwanda a démenti soutenir le M23.",
        "Kigali dément tout appui au M23.",
        "Le gouvernement rwandais dément aider le M23.",
    ],
)
def test_denied_support_is_denied(claims: Claims, text: str) -> None:
    (support,) = [c for c in claims(text) if c.relation == "supported"]
    assert (support.subject.id, support.status) == ("rwanda", Status.DENIED)


@pytest.mark.parametrize(
    "text",
    [
        "Les partenaires du Mali réclament des élections.",
        "Les pays voisins du Mali ont réclamé le retour du président malien.",
        "«Le Mali est prêt», réclame le ministre.",
        "Le président du Mali a appelé à l'union sacrée. L'Union africaine siège.",
        "Les pays voisins du Mali exigent un retour à l'ordre constitutionnel.",
        "La Russie est frappée par des sanctions.",
        "Le président du Mali a convoqué un sommet à Bamako.",
    ],
)
def test_nobody_is_taken_for_another(claims: Claims, text: str) -> None:
    assert not {c.relation for c in claims(text)} & {"demanded", "attacked", "accused"}


def test_what_somebody_is_blamed_for_not_doing_is_not_claimed(claims: Claims) -> None:
    found = claims("Le Kenya accuse l'Ouganda d'avoir menti et de ne pas avoir aidé la Somalie.")
    assert {c.relation for c in found} == {"accused"}


def test_where_others_must_not_step_in_is_not_threatened(claims: Claims) -> None:
    text = "Le Togo et le Ghana ont prévenu que toute ingérence au Bénin serait une agression."
    assert "threatened" not in {c.relation for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "subject", "relation", "object_"),
    [
        ("L'Égypte a levé le blocus qu'elle imposait au Qatar.", "egypte", "sanctioned", "qatar"),
        ("L'aide que fournit l'Iran aux Houthis inquiète.", "iran", "supported", "houthis"),
        ("L'assaut que les shebab ont lancé contre le Kenya dure.", "al-shabaab", "attacked", "kenya"),
    ],
)
def test_who_does_what_a_relative_clause_tells(
    claims: Claims, text: str, subject: str, relation: str, object_: str
) -> None:
    assert (subject, object_) in stated(claims(text), relation)


def test_the_two_sides_are_those_named_before(claims: Claims) -> None:
    text = "Bogota négocie avec l'ELN. Les deux camps s'accusent mutuellement de tricher."
    assert stated(claims(text), "accused") == {("colombie", "eln"), ("eln", "colombie")}


def test_two_camps_are_no_sides(claims: Claims) -> None:
    text = "Le Pérou et le Chili ont protesté. L'ONU a accusé deux camps de fraude."
    assert not stated(claims(text), "accused")


def test_nobody_meets_who_tells_of_it(claims: Claims) -> None:
    text = "Xi Jinping et Vladimir Poutine se sont entretenus par téléphone, a annoncé l'ONU."
    assert stated(claims(text), "met-with") == {("xi-jinping", "vladimir-poutine")}


def test_sides_that_sign_are_those_whom_the_sentence_sets_apart(claims: Claims) -> None:
    text = (
        "Deux mouvements, le M23 et les ADF, tiennent la ville. Kigali a déclaré mardi que l'armée "
        "congolaise et les deux mouvements avaient convenu d'un cessez-le-feu."
    )
    assert stated(claims(text), "signed-with") == {("rdc", "m23"), ("rdc", "adf")}


def test_talks_between_two_are_no_deal_between_them(claims: Claims) -> None:
    found = claims("Un plan d'accord a été présenté à la suite d'entretiens entre le Kenya et le Burundi.")
    assert stated(found, "met-with") == {("kenya", "burundi")}
    assert not stated(found, "signed-with")


@pytest.mark.parametrize(
    "text",
    [
        "Hiwa Bernar, un conseiller du président Massoud Barzani, a accusé Bagdad d'agression.",
        "Hiwa Bernar, porte-parole du chef rebelle Riek Machar, a accusé Bagdad d'agression.",
    ],
)
def test_who_serves_somebody_speaks_for_himself(claims: Claims, text: str) -> None:
    accusers = [c.subject.label for c in claims(text) if c.relation == "accused"]
    assert accusers == ["Hiwa Bernar"]


@pytest.mark.parametrize("law", ["le cessez-le-feu", "l'espace aérien", "un traité"])
def test_who_breaks_a_law_attacks_nobody(claims: Claims, law: str) -> None:
    found = claims(f"Le Pérou accuse le Chili d'avoir violé {law}.")
    assert {c.relation for c in found} == {"accused"}


def test_who_announces_a_long_sentence_behind_it(claims: Claims) -> None:
    text = (
        "Le Groupe de soutien à l'islam et aux musulmans (GSIM), l'alliance liée à Al-Qaïda que dirige Iyad "
        "Ag Ghaly, a libéré jeudi l'avocat malien Moussa Keïta, l'infirmière belge Anne Petit et deux "
        "Italiens, le prêtre Luca Rossi et Marco Bianchi, a annoncé la présidence malienne."
    )
    freed = [c for c in claims(text) if c.relation == "released"]
    assert freed
    assert {c.by[0] for c in freed} == {"Mali"}


@pytest.mark.parametrize(
    ("text", "subject", "relation", "object_"),
    [
        (
            "Le Tchad affirme que ses soldats étaient en patrouille et accuse le Soudan de mensonge.",
            "tchad",
            "accused",
            "soudan",
        ),
        (
            "Le Gabon, suspendu après le renversement d'Ali Bongo par le général Oligui Nguema, proteste.",
            "brice-clotaire-oligui-nguema",
            "overthrew",
            "ali-bongo",
        ),
        (
            "Les shebab ont pris en otages des employés kényans, somaliens, britanniques et américains.",
            "al-shabaab",
            "abducted",
            "royaume-uni",
        ),
    ],
)
def test_what_the_parser_hangs_wrong_is_read_all_the_same(
    claims: Claims, text: str, subject: str, relation: str, object_: str
) -> None:
    assert (subject, object_) in stated(claims(text), relation)
