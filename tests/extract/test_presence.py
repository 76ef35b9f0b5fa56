"""Who is where: guests and meetings on a State's soil, forces abroad, seats and refuges."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

STATED = [
    # hosted: who flees
    ("Renversé, l'ex-président Marc Ravalomanana a trouvé refuge au Ghana.", "ghana", "hosted", "person"),
    ("Le général comorien Saïd Omar s'est réfugié au Kenya.", "kenya", "hosted", "person"),
    ("L'ancien ministre togolais Komla Adjé vit en exil au Bénin.", "benin", "hosted", "person"),
    ("Le gouvernement libyen s'est exilé en Tunisie.", "tunisie", "hosted", "libye"),
    # hosted: where a meeting was told of before, in the seat of an organisation, where a deal is made
    ("Une conférence s'ouvre à Vienne. Y assistent le Japon et la Chine.", "autriche", "hosted", "japon"),
    ("Les présidents kényan et ougandais se sont rencontrés à Bruxelles.", "belgique", "hosted", "kenya"),
    ("Le Pérou et le Chili ont signé une trêve à Bogota.", "colombie", "hosted", "chili"),
    (
        "Les chefs de la diplomatie péruvienne et chilienne se sont retrouvés à Bogota.",
        "colombie",
        "hosted",
        "perou",
    ),
    (
        "Réunis à Lima, les douze pays membres de l'Union européenne ont échoué.",
        "perou",
        "hosted",
        "union-europeenne",
    ),
    # hosted: where a meeting is, however far its place stands from it
    (
        "Les pourparlers entre Bogota et l'ELN sur le sort des otages, prévus lundi à Caracas, reprennent.",
        "venezuela",
        "hosted",
        "eln",
    ),
    (
        "Des pourparlers entre Tokyo et Séoul pour solder le passé ont débuté à Hanoï.",
        "vietnam",
        "hosted",
        "japon",
    ),
    ("Le sommet de la SADC a ouvert ses portes dans la capitale zambienne.", "zambie", "hosted", "sadc"),
    ("Réuni à Lusaka, le sommet de la SADC a tranché.", "zambie", "hosted", "sadc"),
    ("A Lomé, le président ghanéen s'est entretenu avec son homologue.", "togo", "hosted", "ghana"),
    ("L'émirat du Qatar abrite des discussions entre Kaboul et le Pakistan.", "qatar", "hosted", "pakistan"),
    # hosted: who travels
    ("Le président kényan effectue une visite d'amitié et de travail à Hanoï.", "vietnam", "hosted", "kenya"),
    ("Une délégation chinoise est attendue jeudi à Lusaka.", "zambie", "hosted", "chine"),
    ("Une délégation serbe est arrivée dans la capitale gabonaise.", "gabon", "hosted", "serbie"),
    ("Berlin recevra de hauts responsables turcs, russes et chinois.", "allemagne", "hosted", "chine"),
    # hosted: an agreement is called by the city where it was made; a seat is a guest as well
    ("Le traité de Lusaka, signé entre le Gabon et le M23, a vécu.", "zambie", "hosted", "gabon"),
    ("Le siège de la SADC se trouve à Lusaka.", "zambie", "hosted", "sadc"),
    ("La capitale zambienne abrite le siège de la SADC.", "zambie", "hosted", "sadc"),
    ("Le Hamas a ouvert un bureau à Lusaka.", "zambie", "hosted", "hamas"),
    # hosted: those of whom a participle says that they are gathered
    ("Les ministres du Gabon et du Ghana, réunis à Lusaka, ont salué l'ONU.", "zambie", "hosted", "ghana"),
    ("Réunis la veille à Lusaka, les dirigeants de la SADC ont tranché.", "zambie", "hosted", "sadc"),
    # hosted: where somebody goes on to, is or speaks
    ("Le président zambien a quitté Lusaka pour Nairobi.", "kenya", "hosted", "zambie"),
    ("Le président zambien est parti à destination de Nairobi.", "kenya", "hosted", "zambie"),
    ("Le ministre zambien se trouve à Nairobi depuis lundi.", "kenya", "hosted", "zambie"),
    ("Le ministre zambien a déclaré à Nairobi que la paix était proche.", "kenya", "hosted", "zambie"),
    ("L'ancien président Alpha Condé a été évacué vers la Zambie.", "zambie", "hosted", "person"),
    ("Le Gabon et l'ELN ont paraphé à Quito une trêve.", "equateur", "hosted", "gabon"),
    # deployed-in: what a State keeps abroad
    ("Berlin entretient une base militaire au Gabon.", "allemagne", "deployed-in", "gabon"),
    ("Un navire de guerre turc a accosté à Tripoli, en Libye.", "turquie", "deployed-in", "libye"),
    # deployed-in: counted men are of who sends them
    ("Le Ghana a entamé un déploiement de 300 soldats au Libéria.", "ghana", "deployed-in", "liberia"),
    # withdrew-from: all that a list names
    (
        "Des soldats de Zambie et des policiers du Ghana ont quitté la Somalie.",
        "zambie",
        "withdrew-from",
        "somalie",
    ),
    # withdrew-from: a group that gives up a town
    ("Les rebelles du M23 ont abandonné Kitshanga.", "m23", "withdrew-from", "kitshanga"),
    # based-in: where a group is at work, or has its camps
    ("Le M23, installé à Goma, se tait.", "m23", "based-in", "goma"),
    ("Les FARC disposaient de camps au Venezuela.", "farc", "based-in", "venezuela"),
    ("La milice du M23 opère au Burundi.", "m23", "based-in", "burundi"),
    # met-with: an envoy acts for whom his sender leads
    ("L'émissaire du président Macron a rencontré le président turc.", "france", "met-with", "turquie"),
    # met-with: deputies count for their State as well
    ("Le vice-ministre iranien a rencontré le président kényan.", "iran", "met-with", "kenya"),
]


@pytest.mark.parametrize(("text", "subject", "relation", "object_"), STATED)
def test_what_a_sentence_states_of_presence(
    claims: Claims, text: str, subject: str, relation: str, object_: str
) -> None:
    """`person` is any person."""
    found = {(c.subject.id, c.relation, c.object.id if c.object else None) for c in claims(text)}
    found |= {
        (c.subject.id, c.relation, "person") for c in claims(text) if c.object and c.object.type == "Person"
    }
    assert (subject, relation, object_) in found


NOT_STATED = [
    # at home: the State that the text is about, and nothing says that he comes from elsewhere
    ("Au Sénégal, l'opposant Moussa Tine entame une tournée à Ziguinchor.", "hosted"),
    # who speaks at home, or whose city only names an agreement
    ("Le ministre gabonais a déclaré à Libreville que tout allait bien.", "hosted"),
    ("Le front du refus de l'accord d'Alger, Ibrahim Sall, marche.", "hosted"),
    # who leaves a country may be of it
    ("Le tailleur Idris Malik a quitté le Soudan.", "hosted"),
    # what is organised in parts is no guest
    ("Le Hezbollah est organisé en cellules en Argentine.", "hosted"),
    # what is refused or put off is no meeting
    ("Kinshasa a exclu de négocier avec le M23.", "met-with"),
    ("Il est hors de question de discuter avec Kigali, selon Kinshasa.", "met-with"),
    ("Les pourparlers entre le Gabon et le Ghana ont été reportés.", "met-with"),
    # a city where an agreement was made is none of its sides
    ("Berlin défend l'accord de Paris avec la Chine.", "signed-with"),
    ("La Suisse veut imposer l'accord d'Alger.", "signed-with"),
    # civilians are no forces
    ("La fête s'est tenue en présence des ambassadeurs de Suisse au Ghana.", "deployed-in"),
    ("Le bal a connu la présence des diplomates suisses au Ghana.", "deployed-in"),
    ("La mission de médiation de la SADC est au Gabon.", "deployed-in"),
    ("Une trêve conclue à Doha entre l'armée turque et le PKK tient.", "deployed-in"),
    ("La mission suisse de formation agricole au Ghana s'achève.", "deployed-in"),
    ("Les Forces vives de sûreté ont été déployées dans le nord du Ghana.", "deployed-in"),
    # a summit named after a force is no force
    ("A Lomé, le sommet Barkhane s'est achevé.", "deployed-in"),
]


@pytest.mark.parametrize(("text", "relation"), NOT_STATED)
def test_what_a_sentence_does_not_state_of_presence(claims: Claims, text: str, relation: str) -> None:
    assert relation not in {c.relation for c in claims(text)}


def test_a_people_named_beside_a_group_takes_no_part(claims: Claims) -> None:
    text = "Le Qatar abrite des discussions entre le mouvement yéménite Houthi et une délégation chinoise."
    guests = {c.object.id for c in claims(text) if c.relation == "hosted" and c.object}
    assert guests == {"houthis", "chine"}


def test_an_office_that_the_text_gives_tells_whence_a_guest_is(claims: Claims) -> None:
    text = "Le ministre zambien de la Défense, Joseph Tembo, a quitté Lusaka pour une visite à Hanoï."
    found = {(c.subject.id, c.object.label) for c in claims(text) if c.relation == "hosted" and c.object}
    assert ("vietnam", "Joseph Tembo") in found
    assert ("zambie", "Joseph Tembo") not in found


def test_a_verb_spelled_in_the_future_tells_of_the_future(claims: Claims) -> None:
    text = "Les militaires kényans déployés en Somalie quitteront le pays d'ici à la fin 2025."
    (leaving,) = [c for c in claims(text) if c.relation == "withdrew-from"]
    assert leaving.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Le M23 garde des blindés à Bunagana, son bastion, où la foule est rare.",
        "L'armée congolaise a survolé Bunagana, l'un des derniers fiefs du M23.",
    ],
)
def test_a_place_called_a_stronghold(claims: Claims, text: str) -> None:
    assert ("m23", "bunagana") in stated(claims(text), "based-in")


def test_whoever_speaks_of_the_visit_of_another_is_no_guest(claims: Claims) -> None:
    found = claims("Le président ghanéen a salué la visite d'une artiste au Togo.")
    assert "hosted" not in {c.relation for c in found}
